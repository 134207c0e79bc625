"""What the templates of a document are handed, as kinds: the mirror of the Samensteller's own context."""

import datetime as dt
from collections.abc import Mapping
from functools import partial

from doelgroepen.soorten import (
    LEEG,
    ONBEKEND,
    Beeldsoort,
    Functie,
    Groep,
    Reeks,
    Soorten,
    Vast,
    Verborgen,
    attribuut,
    enkel,
    vast,
)
from doelgroepen.velden import SOORTEN, STUKMODELLEN, Blik
from dossiergen.overzicht import Overzicht
from dossiergen.second_opinion.uitleg import Uitleg
from dossiergen.stukken import Afzender, Partij, Stukvorm
from dossiergen.zaak.bedrijfsartsdeel import EIGEN_STUKSOORTEN
from dossiergen.zaak.gegevens import Zaakgegevens
from dossiergen.zaak.organisaties import Arbodienst, Organisaties, Persoon, Werkgever
from dossiergen.zaak.second_opinion import Raadpleging
from dossiergen.zaak.stukgegevens import Status
from dossiergen.zaak.vertrouwelijk import VertrouwelijkStuk
from dossiergen.zaak.zaak import STUKSOORTEN, Stuk, Zaak

__all__ = ["SAMENSTELLER", "blik_van", "context", "pad_functie", "vorige_modellen"]

SAMENSTELLER = ("zaak.kenmerk", "stuk.datum", "stuk.status", "afzender.naam", "afzender.huisstijl")
"""What is read of every document beside its template: for its properties, its signatures and its look."""


def blik_van(vorm: Stukvorm) -> Blik:
    return Blik(vorm.lezers, vorm.voor_uwv)


def _beeld(*modellen: type) -> Soorten:
    return frozenset(map(Beeldsoort, modellen))


def vorige_modellen(bron: str) -> frozenset[type]:
    """Of which kinds the document before one of this kind can be: asked of a case with two documents."""
    if bron not in STUKSOORTEN:
        return frozenset()
    laatste = _stuk(bron, dt.date(2026, 2, 1))
    eerdere = (_stuk(naam, dt.date(2026, 1, 1)) for naam in STUKSOORTEN)
    zaken = (
        Zaak(Zaakgegevens.model_construct(), Organisaties.model_construct(), (eerder,)) for eerder in eerdere
    )
    return frozenset(type(vorige.gegevens) for zaak in zaken if (vorige := zaak.vorige(laatste)))


def _stuk(soort: str, datum: dt.date) -> Stuk:
    gegevens = STUKSOORTEN[soort].model.model_construct(datum=datum, status=Status.DEFINITIEF)
    return Stuk(soort, None, f"stukken/{soort}.yaml", gegevens)


def context(vorm: Stukvorm) -> dict[str, Soorten]:
    """All names. Raises Verborgen where what the program itself reads is hidden from the readers."""
    blik = blik_van(vorm)
    van_second_opinion = issubclass(STUKMODELLEN[vorm.bron], VertrouwelijkStuk) and not vorm.voor_uwv
    namen: dict[str, Soorten] = {
        "zaak": _beeld(Zaakgegevens),
        "stuk": _beeld(STUKMODELLEN[vorm.bron]),
        "werkgever": _beeld(Werkgever),
        "arbodienst": _beeld(Arbodienst),
        "casemanager": _beeld(Persoon),
        "bedrijfsarts": _beeld(Persoon),
        "volgnummer": _volgnummer(vorm.bron),
        "vorige": _beeld(*vorige_modellen(vorm.bron)) | {LEEG},
        "overzicht": _beeld(Overzicht) if vorm.overzicht else vast(None),
        "raadpleging": _beeld(Raadpleging) if van_second_opinion else vast(None),
        "uitleg": _beeld(Uitleg) if vorm.uitleg else vast(None),
        "afzender": _beeld(Werkgever if vorm.afzender is Afzender.WERKGEVER else Arbodienst),
        "vorm": vast(vorm),
        "titel": enkel(str) if SOORTEN[vorm.bron].genummerd else vast(vorm.titel),
        "volgend_nummer": frozenset({Functie(lambda _: enkel(int))}),
        "pad": pad_functie(blik),
        "woorden_bij": frozenset({Functie(lambda _: enkel(str))}),
    }
    van_opsteller = vorm.afzender is Afzender.DIENST_VAN_OPSTELLER
    for pad in (*SAMENSTELLER, *(("stuk.opsteller.arbodienst",) if van_opsteller else ())):
        _op_pad(namen, pad, blik)
    namen["tekenaars"] = frozenset({Reeks(tuple(_tekenaar(p, namen, blik) for p in vorm.ondertekenaars))})
    return namen


def _volgnummer(bron: str) -> Soorten:
    """The first request of a case gives documents without a number, each of several others has its own."""
    if not SOORTEN[bron].genummerd:
        return vast(None)
    zonder = bron in EIGEN_STUKSOORTEN and bron != "second-opinion-machtiging-aanvullend"
    return enkel(int) | {LEEG} if zonder else enkel(int)


def _op_pad(namen: Mapping[str, Soorten], pad: str, blik: Blik) -> Soorten:
    eerste, *rest = pad.split(".")
    soorten = namen[eerste]
    for deel in rest:
        try:
            soorten = attribuut(soorten, deel, blik)
        except Verborgen as fout:
            raise Verborgen(f"{pad} {fout}") from None
    return soorten


def pad_functie(blik: Blik) -> Soorten:
    """`pad(beeld, "veld")` for these readers."""
    return frozenset({Functie(partial(_pad, blik))})


def _pad(blik: Blik, argumenten: list[Soorten]) -> Soorten:
    """The place of a field; asking for it asks for the field."""
    beelden, velden = argumenten
    for veld in velden:
        if not isinstance(veld, Vast) or not isinstance(veld.waarde, str):
            raise Verborgen("vraagt de plaats van een veld met een berekende naam")
        for beeld in beelden - {LEEG} - ONBEKEND:
            if not isinstance(beeld, Beeldsoort):
                raise Verborgen("vraagt de plaats van een veld van iets wat geen beeld is")
            try:
                attribuut(frozenset({beeld}), veld.waarde, blik)
            except Verborgen as fout:
                raise Verborgen(f"vraagt de plaats van `{veld.waarde}`, dat {fout}") from None
    return enkel(str)


def _tekenaar(partij: Partij, namen: Mapping[str, Soorten], blik: Blik) -> Soorten:
    """Who signs for a party, and what can have become of it."""
    handtekening = _op_pad(namen, f"stuk.ondertekening.{partij.value}", blik)
    weigerbaar = partij is not Partij.BEDRIJFSARTS
    persoon = _persoon(partij, namen, blik)
    if partij is not Partij.WERKNEMER:
        persoon |= _op_pad({"handtekening": handtekening}, "handtekening.persoon", blik) - {LEEG}
    delen: tuple[tuple[str, Soorten], ...] = (
        ("partij", vast(partij.value)),
        ("persoon", persoon),
        ("handtekening", handtekening),
        ("stand", vast("open", "gegeven", *(("geweigerd",) if weigerbaar else ()))),
    )
    return frozenset({Groep(delen)})


def _persoon(partij: Partij, namen: Mapping[str, Soorten], blik: Blik) -> Soorten:
    if partij is Partij.WERKNEMER:
        return _op_pad(namen, "zaak.werknemer", blik)
    if partij is Partij.WERKGEVER:
        return _op_pad(namen, "werkgever.contactpersoon", blik)
    (stuk,) = namen["stuk"]
    assert isinstance(stuk, Beeldsoort)
    if "verantwoordelijke_bedrijfsarts" in stuk.model.model_fields:
        delegatie = _op_pad(namen, "stuk.verantwoordelijke_bedrijfsarts", blik) - {LEEG}
    else:
        delegatie = frozenset()
    return _op_pad(namen, "stuk.opsteller", blik) | delegatie
