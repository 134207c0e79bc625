"""SIG-01 to SIG-05: each with a case that breaks it, and one just beside it that does not."""

import datetime as dt
from pathlib import Path

import pytest

from dossiergen.dossier.controle import controleer_zaak
from dossiergen.zaak import laad_organisaties, laad_zaak
from regelproef import ANALYSE, KENMERK, ORGANISATIES, PLAN, ZAAK, Bevinding, Wijziging, proef, stuk

CODES = tuple(f"SIG-{nr:02}" for nr in range(1, 6))
PEILDATUM = dt.date(2026, 6, 1)
OORDEEL = stuk("actueel-oordeel")

CONCEPT = "status: ondertekend", "status: concept"
DEFINITIEF = "status: ondertekend", "status: definitief"
VAN_WERKGEVER = (
    "  werkgever: {persoon: d-kok, getekend_op: 2026-02-26, plaats: Heerlen, wijze: met_de_hand}\n"
)
VAN_WERKNEMER = "  werknemer: {getekend_op: 2026-02-26, plaats: Heerlen, wijze: met_de_hand}\n"
VAN_BEDRIJFSARTS = (
    "  bedrijfsarts: {persoon: c-vermaat, getekend_op: 2026-02-12, plaats: Groningen, wijze: met_de_hand}\n"
)
GEWEIGERD = "  werknemer: {geweigerd: {op: 2026-03-02, reden: Liever vaste dagen.}}\n"
ZONDER_CONTACT: Wijziging = (ORGANISATIES, "    contactpersoon: d-kok\n", "")
KAAL_OORDEEL = (
    "datum: 2026-02-24\nopsteller: c-vermaat\nspreekuur_op: 2026-02-24\nbelastbaarheid: {}\n"
    "mogelijkheden: {benutbaar: ja}\neinddoel: eigen_werk\nverloop: Wisselend.\n"
)
TWEEDE = (
    "  f-berg: {aanhef: heer, voorletters: F., achternaam: Berg, functie: bedrijfsarts, rol: bedrijfsarts}\n"
)
ANDERE_WERKGEVER = (
    "  ander: {naam: A, adres: {straat: B 1, postcode: 6411 AA, plaats: C}, contactpersoon: c-vermaat}\n"
)
PLAN_OPEN = [("SIG-01", PLAN, f"ondertekening.{partij}") for partij in ("werkgever", "werknemer")]


def _werkgever(tekst: str) -> Wijziging:
    return (PLAN, VAN_WERKGEVER, f"  werkgever: {{{tekst}}}\n")


def _werknemer(tekst: str) -> Wijziging:
    return (PLAN, VAN_WERKNEMER, f"  werknemer: {{{tekst}}}\n")


def _arts(tekst: str) -> Wijziging:
    return (ANALYSE, VAN_BEDRIJFSARTS, f"  bedrijfsarts: {{{tekst}}}\n")


def _met(ernst: str, *gevonden: tuple[str, str, str]) -> list[Bevinding]:
    return sorted((code, ernst, bestand, pad) for code, bestand, pad in gevonden)


SIG_03 = {
    partij: ("SIG-03", PLAN, f"ondertekening.{partij}.getekend_op") for partij in ("werkgever", "werknemer")
}

GEVALLEN: dict[str, tuple[tuple[Wijziging, ...], list[Bevinding]]] = {
    "de volledige zaak": ((), []),
    # SIG-01
    "een ondertekend plan zonder handtekeningen": (
        ((PLAN, f"ondertekening:\n{VAN_WERKGEVER}{VAN_WERKNEMER}", ""),),
        _met("fout", *PLAN_OPEN),
    ),
    "een definitief plan wacht nog": (
        ((PLAN, f"ondertekening:\n{VAN_WERKGEVER}{VAN_WERKNEMER}", ""), (PLAN, *DEFINITIEF)),
        _met("waarschuwing", *PLAN_OPEN),
    ),
    "een concept vraagt nog niets": (
        ((PLAN, f"ondertekening:\n{VAN_WERKGEVER}{VAN_WERKNEMER}", ""), (PLAN, *CONCEPT)),
        [],
    ),
    "een naam is nog geen handtekening": (
        (_werkgever("persoon: d-kok"),),
        _met("fout", ("SIG-01", PLAN, "ondertekening.werkgever")),
    ),
    "de bedrijfsarts tekende niet": (
        (_arts("persoon: c-vermaat"),),
        _met("fout", ("SIG-01", ANALYSE, "ondertekening.bedrijfsarts")),
    ),
    "een geweigerde handtekening met reden is er een": (((PLAN, VAN_WERKNEMER, GEWEIGERD),), []),
    # SIG-02
    "wie voor de werkgever tekende, is niet te vinden": (
        (_werkgever("getekend_op: 2026-02-26"), ZONDER_CONTACT),
        _met("fout", ("SIG-02", PLAN, "ondertekening.werkgever.persoon")),
    ),
    "in een concept is dat een waarschuwing": (
        (_werkgever("getekend_op: 2026-02-26"), ZONDER_CONTACT, (PLAN, *CONCEPT)),
        _met("waarschuwing", ("SIG-02", PLAN, "ondertekening.werkgever.persoon")),
    ),
    "de contactpersoon tekent voor de werkgever": ((_werkgever("getekend_op: 2026-02-26"),), []),
    "de handtekening noemt zelf wie tekende": ((ZONDER_CONTACT,), []),
    "wie weigert, tekent niet": (
        (
            ZONDER_CONTACT,
            _werkgever("geweigerd: {op: 2026-03-02, reden: Niet eens.}"),
        ),
        [],
    ),
    "een handtekening die nog komt, hoeft geen naam": (
        (ZONDER_CONTACT, (PLAN, VAN_WERKGEVER, ""), (PLAN, *DEFINITIEF)),
        _met("waarschuwing", ("SIG-01", PLAN, "ondertekening.werkgever")),
    ),
    "voor de bedrijfsarts tekent de opsteller": ((_arts("getekend_op: 2026-02-12"),), []),
    # SIG-03
    "de werknemer tekende een dag te vroeg": (
        (_werknemer("getekend_op: 2026-02-25"),),
        _met("waarschuwing", SIG_03["werknemer"]),
    ),
    "de bedrijfsarts tekende een dag te vroeg": (
        (_arts("getekend_op: 2026-02-11"),),
        _met("waarschuwing", ("SIG-03", ANALYSE, "ondertekening.bedrijfsarts.getekend_op")),
    ),
    "de werknemer tekende veertien dagen later": ((_werknemer("getekend_op: 2026-03-12"),), []),
    "de werknemer tekende vijftien dagen later": (
        (_werknemer("getekend_op: 2026-03-13"),),
        _met("waarschuwing", SIG_03["werknemer"]),
    ),
    "de werkgever tekende vijftien dagen later": (
        (_werkgever("getekend_op: 2026-03-13"),),
        _met("waarschuwing", SIG_03["werkgever"]),
    ),
    "te vroeg en ver uiteen": (
        (_werkgever("getekend_op: 2026-02-25"), _werknemer("getekend_op: 2026-03-12")),
        _met("waarschuwing", SIG_03["werkgever"], SIG_03["werknemer"]),
    ),
    "een late weigering is geen handtekening": (
        (_werknemer("geweigerd: {op: 2026-05-01, reden: Niet eens.}"),),
        [],
    ),
    # SIG-04
    "een ander tekende de analyse": (
        ((ANALYSE, "persoon: c-vermaat", "persoon: d-kok"), ZONDER_CONTACT, (PLAN, "d-kok", "b-smit")),
        _met("fout", ("SIG-04", ANALYSE, "ondertekening.bedrijfsarts.persoon")),
    ),
    "ook al is het een concept": (
        (
            (ANALYSE, "persoon: c-vermaat", "persoon: d-kok"),
            (ANALYSE, *CONCEPT),
            ZONDER_CONTACT,
            (PLAN, "d-kok", "b-smit"),
        ),
        _met("fout", ("SIG-04", ANALYSE, "ondertekening.bedrijfsarts.persoon")),
    ),
    "een andere bedrijfsarts tekende": (
        ((ORGANISATIES, "", TWEEDE), (ANALYSE, "persoon: c-vermaat", "persoon: f-berg")),
        [],
    ),
    # SIG-05
    "de bedrijfsarts is casemanager": (
        ((ZAAK, "{persoon: b-smit", "{persoon: c-vermaat"),),
        _met("waarschuwing", ("SIG-05", ANALYSE, "opsteller")),
    ),
    "de bedrijfsarts was eerder casemanager": (
        (
            (
                ZAAK,
                "  - {persoon: b-smit",
                "  - {persoon: c-vermaat, vanaf: 2026-01-01}\n  - {persoon: b-smit",
            ),
        ),
        _met("waarschuwing", ("SIG-05", ANALYSE, "opsteller")),
    ),
    "de bedrijfsarts tekende voor de werkgever": (
        ((PLAN, "persoon: d-kok", "persoon: c-vermaat"),),
        _met("waarschuwing", ("SIG-05", ANALYSE, "opsteller")),
    ),
    "de bedrijfsarts is contactpersoon van de werkgever": (
        ((ORGANISATIES, "contactpersoon: d-kok", "contactpersoon: c-vermaat"),),
        _met("waarschuwing", ("SIG-05", ANALYSE, "opsteller")),
    ),
    "een contactpersoon heet verantwoordelijk": (
        ((ANALYSE, "", "verantwoordelijke_bedrijfsarts: d-kok\n"),),
        _met("waarschuwing", ("SIG-05", ANALYSE, "verantwoordelijke_bedrijfsarts")),
    ),
    "een tweede bedrijfsarts tekende en is casemanager": (
        (
            (ORGANISATIES, "", TWEEDE),
            (ANALYSE, "persoon: c-vermaat", "persoon: f-berg"),
            (ZAAK, "{persoon: b-smit", "{persoon: f-berg"),
        ),
        _met("waarschuwing", ("SIG-05", ANALYSE, "ondertekening.bedrijfsarts.persoon")),
    ),
    "elk stuk van de bedrijfsarts": (
        ((ZAAK, "{persoon: b-smit", "{persoon: c-vermaat"), (OORDEEL, "", KAAL_OORDEEL)),
        _met("waarschuwing", ("SIG-05", ANALYSE, "opsteller"), ("SIG-05", OORDEEL, "opsteller")),
    ),
    "een stuk van de partijen is van de casemanager": (
        ((PLAN, "persoon: d-kok", "persoon: b-smit"),),
        [],
    ),
    "de contactpersoon van een andere werkgever": (
        (
            (
                ORGANISATIES,
                "arbodiensten:\n",
                f"{ANDERE_WERKGEVER}arbodiensten:\n",
            ),
        ),
        [],
    ),
}


@pytest.mark.parametrize("naam", GEVALLEN)
def test_elke_regel_vindt_wat_zij_zoekt_en_niets_ernaast(tmp_path: Path, naam: str) -> None:
    """De hele lijst van bevindingen met deze codes, met ernst en plaats."""
    wijzigingen, verwacht = GEVALLEN[naam]

    assert proef(tmp_path, CODES, wijzigingen, PEILDATUM) == verwacht


def test_een_melding_zegt_hoe_ver_uiteen_en_niet_wanneer(tmp_path: Path) -> None:
    """Het aantal dagen mag; de datums staan op hun plaats in het bestand."""
    proef(tmp_path, CODES, [_werknemer("getekend_op: 2026-03-13")], PEILDATUM)
    cases = tmp_path / "cases"
    geladen = laad_zaak(cases / KENMERK, laad_organisaties(cases / ORGANISATIES))
    (finding,) = [f for f in controleer_zaak(geladen, PEILDATUM) if f.code in CODES]

    assert finding.melding == "Tussen de handtekeningen van werkgever en werknemer liggen 15 dagen."
    assert (finding.plaats.regel, finding.plaats.kolom) != (0, 0)
