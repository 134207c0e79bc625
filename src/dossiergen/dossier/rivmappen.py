"""The files of a verslag, folder by folder: one PDF for each element, the index first.

Where a signed original lies in `bijlagen`, it takes the place of our own text of the same kind, number and
version. What is medical goes into the employee's own folder and nowhere else.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from dossiergen.dossier.bestandsnaam import stam, status_van
from dossiergen.dossier.bijlagen import Bijlage, is_digitaal_getekend
from dossiergen.dossier.manifest import gekeurd_als_lijst
from dossiergen.dossier.nazien import Bestand
from dossiergen.dossier.pdfbestand import Boekdeel, paginas, samengevoegd
from dossiergen.dossier.staat import Gemaakt, lees_staat
from dossiergen.dossier.uitvoer import Uitvoer, afdruk
from dossiergen.dossier.vertrouwelijk import ONDER
from dossiergen.dossier.werkplaats import Werkplaats
from dossiergen.overzicht import Aanwezigheid, Gebrek, Overzicht, maak_overzicht, stand_op
from dossiergen.stukken import Stukvorm
from dossiergen.stukken.opmaak import hoofdletter, stuktitel
from dossiergen.zaak import Bedrijfsartsdeel, Doelgroep, Status, Stuk, Zaak

__all__ = ["Bijlagen", "Rivmap", "Verzameling", "map_naam"]

_KLAAR, _CONCEPT = "riv", "riv-concept"
_LEESEXEMPLAAR = "leesexemplaar.pdf"
_BIJLAGE = 30
"""The number before the name of a paper that is no element of the verslag."""
_VERSLAG = "re-integratieverslag"
_BIJ_DE_KOPIE = "brief-kopie-verslag"

Bijlagen = tuple[tuple[Bijlage, bytes], ...]


@dataclass(frozen=True, slots=True)
class _Deel:
    """One element: its PDF, and the Word file where we made both. `herkomst`: gemaakt or bijlage."""

    naam: str
    titel: str
    pdf: bytes
    docx: bytes | None
    herkomst: str
    lezers: frozenset[Doelgroep]
    in_word: bool = False
    """Whether the reader gets the Word file too, to fill in."""
    plaats: str = ""
    """As a finding names it, where that is not by its own name."""
    gekeurd: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """What was looked at before its files were written, by their names."""


@dataclass(frozen=True, slots=True)
class Rivmap:
    """One reader's folder. `nagezien`: its documents, for a last look."""

    pad: Path
    doelgroep: Doelgroep
    bestanden: Mapping[str, bytes]
    herkomst: Mapping[str, str]
    nagezien: tuple[Bestand, ...]
    kenmerk: str
    is_concept: bool
    is_vertrouwelijk: bool = False
    gekeurd: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @property
    def leesexemplaar(self) -> bytes | None:
        """The documents of the folder in one file, for the employee."""
        return self.bestanden.get(_LEESEXEMPLAAR)

    def manifest(self, versies: Mapping[str, str]) -> Mapping[str, Any]:
        """What lies in the folder; no name of a person is in it."""
        return {
            "schema": 1,
            "kenmerk": self.kenmerk,
            "doelgroep": self.doelgroep.value,
            "volledig": not self.is_concept,
            **({"vertrouwelijk": True} if self.is_vertrouwelijk else {}),
            "versies": dict(versies),
            "bestanden": [
                {
                    "bestand": naam,
                    "herkomst": self.herkomst.get(naam, "gemaakt"),
                    "paginas": paginas(inhoud) if naam.endswith(".pdf") else None,
                    "sha256": afdruk(inhoud),
                    **gekeurd_als_lijst(self.gekeurd.get(naam, {})),
                }
                for naam, inhoud in sorted(self.bestanden.items())
            ],
        }


def map_naam(pad: Path, *, is_concept: bool) -> Path:
    """The same reader's folder of the draft, or of the finished verslag."""
    return pad.parent.with_name(_CONCEPT if is_concept else _KLAAR) / pad.name


@dataclass(frozen=True)
class Verzameling:
    """The files of one case's verslag, from what lies in the output; a draft is made anew where nothing lies."""

    zaak: Zaak
    werkplaats: Werkplaats
    uitvoer: Uitvoer
    peildatum: dt.date
    is_concept: bool
    deel: Bedrijfsartsdeel | None = None
    eigen_originelen: Bijlagen = ()
    niet_op_het_blad: tuple[Gebrek, ...] = ()
    """What keeps the verslag waiting and does not follow from the case alone; the cover of a draft tells it."""
    _gehaald: dict[tuple[str, str], _Deel] = field(default_factory=dict, repr=False)

    def mappen(self, bijlagen: Bijlagen) -> tuple[Rivmap, ...]:
        """For UWV, for the employee, and with anything medical the employee's own."""
        delen = (*self._delen(bijlagen), *_overige(bijlagen))
        werknemer = tuple(deel for deel in delen if Doelgroep.WERKNEMER in deel.lezers)
        mappen = [
            self._map("", Doelgroep.UWV, tuple(deel for deel in delen if Doelgroep.UWV in deel.lezers)),
            self._map("", Doelgroep.WERKNEMER, werknemer),
        ]
        medisch = tuple(self._vertrouwelijk())
        if medisch:
            mappen.append(self._map(ONDER, Doelgroep.WERKNEMER, (*werknemer, *medisch)))
        return tuple(mappen)

    @cached_property
    def voorblad(self) -> Bestand:
        """The index, which is also the cover."""
        stuk = next(stuk for stuk in self.zaak.stukken if stuk.soort == _VERSLAG)
        vorm = next(vorm for vorm in self.werkplaats.vormen_van(self.zaak, stuk) if vorm.naam == _VERSLAG)
        return _als_bestand(self._gemaakt_deel(stuk, vorm))

    def zonder_getekend_bestand(self, bijlagen: Bijlagen) -> tuple[str, ...]:
        """Documents that were signed in the file itself, of which no such file lies in the output."""
        originelen = _originelen(bijlagen)
        return tuple(
            stuk.naam
            for stuk in self._stukken
            if stuk.gegevens.status is Status.ONDERTEKEND
            and stuk.naam not in originelen
            and is_digitaal_getekend(stuk)
            and not self._is_getekend(stuk)
        )

    def _is_getekend(self, stuk: Stuk) -> bool:
        vormen = (vorm for vorm in self.werkplaats.vormen_van(self.zaak, stuk) if vorm.naam == stuk.soort)
        return any((gemaakt := self._gemaakt(stuk, vorm, "")) and gemaakt.is_getekend for vorm in vormen)

    def _map(self, onder: str, doelgroep: Doelgroep, ongeordend: tuple[_Deel, ...]) -> Rivmap:
        # The number that a name begins with is the order.
        delen = sorted(ongeordend, key=lambda deel: deel.naam)
        bestanden = {f"{deel.naam}.pdf": deel.pdf for deel in delen}
        herkomst = {f"{deel.naam}.pdf": deel.herkomst for deel in delen}
        bestanden |= {f"{deel.naam}.docx": deel.docx for deel in delen if deel.docx and deel.in_word}
        if doelgroep is Doelgroep.WERKNEMER:
            titel = f"Leesexemplaar van het re-integratieverslag, zaak {self.zaak.kenmerk}"
            bestanden[_LEESEXEMPLAAR] = samengevoegd(
                [Boekdeel(deel.titel, deel.pdf, deel.herkomst == "gemaakt") for deel in delen], titel
            )
            herkomst[_LEESEXEMPLAAR] = "samengevoegd"
        soort = _CONCEPT if self.is_concept else _KLAAR
        return Rivmap(
            self.uitvoer.wortel / self.zaak.kenmerk / onder / soort / doelgroep.value,
            doelgroep,
            bestanden,
            herkomst,
            tuple(_als_bestand(deel) for deel in delen),
            self.zaak.kenmerk,
            self.is_concept,
            is_vertrouwelijk=bool(onder),
            gekeurd={naam: door for deel in delen for naam, door in deel.gekeurd.items()},
        )

    def _delen(self, bijlagen: Bijlagen) -> Iterator[_Deel]:
        """The index, the elements in their order, and what comes with the employee's copy."""
        originelen = _originelen(bijlagen)
        for stuk in self._stukken:
            for vorm in self.werkplaats.vormen_van(self.zaak, stuk):
                if vorm.naam == stuk.soort and stuk.naam in originelen:
                    lezers = frozenset(vorm.voor)
                    naam, titel = stam(vorm, stuk), _titel(stuk)
                    plaats = f"bijlagen/{stuk.naam}.pdf"
                    yield _Deel(naam, titel, originelen[stuk.naam], None, "bijlage", lezers, plaats=plaats)
                elif self._hoort_erbij(stuk, vorm):
                    yield self._gemaakt_deel(stuk, vorm)

    def _hoort_erbij(self, stuk: Stuk, vorm: Stukvorm) -> bool:
        """A form for the employee comes along only where the law asks that element, a letter once it is fixed."""
        if stuk.soort == _BIJ_DE_KOPIE:
            vast = stuk.gegevens.status is not Status.CONCEPT
            return self.is_concept or (vast and self._uit_de_uitvoer(stuk, vorm, "") is not None)
        if vorm.voorwaarde is not None:
            return False
        onderdeel_l = self._overzicht.onderdelen[-1]
        return vorm.bron == vorm.naam or onderdeel_l.stand is not Aanwezigheid.NIET_NODIG

    @cached_property
    def _overzicht(self) -> Overzicht:
        return maak_overzicht(self.zaak, stand_op(self.zaak, self.peildatum))

    @cached_property
    def _stukken(self) -> tuple[Stuk, ...]:
        op_naam = {stuk.naam: stuk for stuk in self.zaak.stukken}
        namen = (_VERSLAG, *(drager.stuk for drager in self._overzicht.stukken), _BIJ_DE_KOPIE)
        return tuple(op_naam[naam] for naam in namen if naam in op_naam)

    def _gemaakt_deel(self, stuk: Stuk, vorm: Stukvorm, onder: str = "") -> _Deel:
        """What lies in the output; for a draft that is not there, made now."""
        sleutel = (stuk.naam, vorm.naam)
        if sleutel not in self._gehaald:
            self._gehaald[sleutel] = self._haal(stuk, vorm, onder)
        return self._gehaald[sleutel]

    def _haal(self, stuk: Stuk, vorm: Stukvorm, onder: str) -> _Deel:
        if self.is_concept and stuk.soort == _VERSLAG:
            stuk = _als_concept(stuk)
        gemaakt = self._gemaakt(stuk, vorm, onder)
        bestanden = self._uit_de_uitvoer(stuk, vorm, onder)
        if bestanden is None:
            gemaakt = None
            # What was refused, or has no file, has no fixed text.
            stuk = _als_concept(stuk)
            erbij = self.niet_op_het_blad if stuk.soort == _VERSLAG else ()
            ontwerp = self.werkplaats.ontwerp(self.zaak, stuk, vorm, self.peildatum, erbij)
            bestanden = dict(self.werkplaats.schrijf(ontwerp, self.werkplaats.tekst(ontwerp)))
        titel = _titel(stuk) if vorm.naam == stuk.soort else vorm.titel
        vult_in = vorm.bron != vorm.naam
        return _Deel(
            stam(vorm, stuk),
            titel,
            bestanden[".pdf"],
            bestanden.get(".docx"),
            "gemaakt",
            frozenset(vorm.voor),
            vult_in,
            gekeurd=gemaakt.gekeurd if gemaakt else {},
        )

    def _vertrouwelijk(self) -> Iterator[_Deel]:
        """The employee's own: what is made of the bedrijfsarts' own side for UWV. A second opinion is not (PRV-11)."""
        originelen = _originelen(self.eigen_originelen)
        for stuk in self.deel.stukken if self.deel else ():
            for vorm in self.werkplaats.vormen_van(self.zaak, stuk):
                if not vorm.voor_uwv:
                    continue
                vast = stuk.gegevens.status is not Status.CONCEPT and self._uit_de_uitvoer(stuk, vorm, ONDER)
                if vast or self.is_concept:
                    deel = self._gemaakt_deel(stuk, vorm, ONDER)
                    origineel = originelen.get(stuk.naam)
                    if origineel:
                        deel = replace(deel, pdf=origineel, herkomst="bijlage", gekeurd={})
                    yield deel

    def _uit_de_uitvoer(self, stuk: Stuk, vorm: Stukvorm, onder: str) -> dict[str, bytes] | None:
        """The files as they lie there; None for what is not there, or tells of another day."""
        gemaakt = self._gemaakt(stuk, vorm, onder)
        if gemaakt is None or (gemaakt.is_concept and vorm.overzicht):
            return None
        map_ = self.uitvoer.wortel / self.zaak.kenmerk / onder / gemaakt.doelgroepen[0]
        gelezen = {Path(naam).suffix: self.uitvoer.lees(map_ / naam) for naam in gemaakt.bestanden}
        return {eind: inhoud for eind, inhoud in gelezen.items() if inhoud is not None} or None

    def _gemaakt(self, stuk: Stuk, vorm: Stukvorm, onder: str) -> Gemaakt | None:
        plek = (vorm.naam, stuk.volgnummer, stuk.gegevens.versie, status_van(vorm, stuk).value)
        return next((gemaakt for gemaakt in self._staat[onder] if tuple(gemaakt.plek) == plek), None)

    @cached_property
    def _staat(self) -> Mapping[str, tuple[Gemaakt, ...]]:
        """What was made, of the open part and of the bedrijfsarts' own."""
        kenmerk, eigen = self.zaak.kenmerk, self.uitvoer.eigen
        return {
            onder: lees_staat(
                eigen / onder / f"{kenmerk}.json", kenmerk, self.uitvoer.wortel / kenmerk / onder
            ).stukken
            for onder in ("", ONDER)
        }


def _originelen(bijlagen: Bijlagen) -> Mapping[str, bytes]:
    return {bijlage.stuk.naam: inhoud for bijlage, inhoud in bijlagen if bijlage.stuk}


def _overige(bijlagen: Bijlagen) -> Iterator[_Deel]:
    """Papers that are no element: reports of others that both UWV and the employee get."""
    lezers = frozenset({Doelgroep.UWV, Doelgroep.WERKNEMER})
    for bijlage, inhoud in bijlagen:
        if bijlage.stuk is None:
            titel = f"Bijlage: {bijlage.naam.replace('-', ' ')}"
            naam = f"{_BIJLAGE}-bijlage-{bijlage.naam}"
            yield _Deel(naam, titel, inhoud, None, "bijlage", lezers, plaats=f"bijlagen/{bijlage.pad.name}")


def _als_concept(stuk: Stuk) -> Stuk:
    return replace(stuk, gegevens=stuk.gegevens.model_copy(update={"status": Status.CONCEPT}))


def _als_bestand(deel: _Deel) -> Bestand:
    return Bestand(deel.plaats or f"{deel.naam}.pdf", deel.pdf, deel.docx, deel.lezers)


def _titel(stuk: Stuk) -> str:
    return hoofdletter(stuktitel(stuk.naam))
