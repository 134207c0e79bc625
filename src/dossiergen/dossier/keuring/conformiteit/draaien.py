"""The run itself: makes everything, puts it before all judges with as many hands as there are, and counts.

What is Python works in processes; who only waits for another program, in threads.
"""

import datetime as dt
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path
from queue import SimpleQueue
from typing import TypeVar

from dossiergen.dossier.keuring.bezwaar import Bezwaar, per_soort
from dossiergen.dossier.keuring.conformiteit.kantoor import als_pdf
from dossiergen.dossier.keuring.conformiteit.maken import maak_in_stijl
from dossiergen.dossier.keuring.conformiteit.ondertekend import (
    Getekend,
    Tekenrijen,
    pdfsig,
    pdfsig_versie,
    teken,
)
from dossiergen.dossier.keuring.conformiteit.proefstuk import Maaksel, Proefstuk
from dossiergen.dossier.keuring.conformiteit.uitslag import Rij, Uitslag
from dossiergen.dossier.keuring.conformiteit.vergelijken import opbouw, verschillen
from dossiergen.dossier.keuring.keurmeesters import Keurmeesters
from dossiergen.dossier.keuring.ooxml import keur_word
from dossiergen.dossier.keuring.qpdf import VERSIE, keur_heelheid
from dossiergen.dossier.keuring.structuur import bezwaren
from dossiergen.dossier.keuring.verapdf import PDFA, PDFUA, Verapdf

__all__ = ["Opdracht", "keur_alles"]

T = TypeVar("T")
_ZAKEN, _PDFS, _WOORDEN = 4, 16, 24
"""How many go into one piece of work."""


@dataclass(frozen=True, slots=True)
class Opdracht:
    """What to make, where, and who judges it. `sleutel`: a key file to sign with, to be thrown away."""

    zaken: tuple[Path, ...]
    stijlen: tuple[str, ...]
    uit: Path
    peildatum: dt.date
    keurmeesters: Keurmeesters
    werkers: int
    sleutel: Path


def keur_alles(opdracht: Opdracht, zeg: Callable[[str], None]) -> Uitslag:
    """Everything made and judged. Raises OntbrekendHulpmiddel where a judge gives no verdict."""
    begin = time.perf_counter()
    zaal = _Zaal(opdracht)
    processen = ProcessPoolExecutor(opdracht.werkers, mp_context=get_context("spawn"))
    draden = ThreadPoolExecutor(opdracht.werkers)
    try:
        zeg(f"Stukken maken: {len(opdracht.zaken)} zaken in {len(opdracht.stijlen)} huisstijlen.")
        maaksels = list(processen.map(partial(_maak, opdracht=opdracht), _werk(opdracht)))
        stukken = _uniek(maaksels)
        zeg(f"Keuren: {len(stukken)} bestanden, na {time.perf_counter() - begin:.0f} seconden.")
        zaal.over_het_maken(maaksels)
        gekeurd = frozenset[str]().union(*(maaksel.gekeurd for maaksel in maaksels))
        zaal.keur(stukken, gekeurd, processen, draden)
    finally:
        draden.shutdown(cancel_futures=True)
        processen.shutdown(cancel_futures=True)
        zaal.sluit()
    over = _over(opdracht, maaksels, stukken)
    return Uitslag(zaal.rijen, over, time.perf_counter() - begin)


@dataclass(frozen=True, slots=True)
class _Hand:
    """What one thread has for itself: a Java machine and a profile of LibreOffice."""

    verapdf: Verapdf
    profiel: Path


@dataclass(slots=True)
class _Zaal:
    """The judges, each with its row."""

    opdracht: Opdracht
    maken: Rij = field(init=False)
    structuur: Rij = field(init=False)
    qpdf: Rij = field(init=False)
    pdfa: Rij = field(init=False)
    pdfua: Rij = field(init=False)
    ooxml: Rij = field(init=False)
    opent: Rij = field(init=False)
    uit_word: Rij = field(init=False)
    gelijk: Rij = field(init=False)
    ondertekend: Tekenrijen = field(init=False)
    _handen: "SimpleQueue[_Hand]" = field(init=False, default_factory=SimpleQueue)

    def __post_init__(self) -> None:
        eigen, meesters = version("dossiergen"), self.opdracht.keurmeesters
        verapdf, kantoor = meesters.verapdf.versie, meesters.libreoffice.versie
        self.maken = Rij("bij het maken: regels, lezers, structuur, qpdf", eigen)
        self.structuur = Rij("structuur van de PDF", eigen)
        self.qpdf = Rij("qpdf", VERSIE)
        self.pdfa = Rij("veraPDF PDF/A-3a", verapdf)
        self.pdfua = Rij("veraPDF PDF/UA-1", verapdf)
        self.ooxml = Rij("OOXML-validator", meesters.ooxml.versie)
        self.opent = Rij("LibreOffice opent het Word-bestand", kantoor)
        self.uit_word = Rij("veraPDF PDF/UA-1 van die export", verapdf)
        self.gelijk = Rij("koppen en tabellen van die export gelijk aan de PDF", eigen)
        self.ondertekend = Tekenrijen(verapdf, pdfsig_versie())
        for nummer in range(self.opdracht.werkers):
            self._handen.put(_Hand(Verapdf(meesters.verapdf), self.opdracht.uit / f"profiel-{nummer}"))

    @property
    def rijen(self) -> tuple[Rij, ...]:
        return (
            self.maken, self.structuur, self.qpdf, self.pdfa, self.pdfua,
            self.ooxml, self.opent, self.uit_word, self.gelijk,
            *self.ondertekend.rijen,
        )  # fmt: skip

    def over_het_maken(self, maaksels: Iterable[Maaksel]) -> None:
        """Fixed documents that were made, and those that our own checks refused."""
        for maaksel in maaksels:
            self.maken.seconden += maaksel.seconden
            self.maken.bestanden += len(maaksel.gekeurd)
            for wie, waarom in maaksel.geweigerd:
                self.maken.fouten.setdefault(wie, []).append(waarom)

    def keur(
        self,
        stukken: Sequence[Proefstuk],
        gekeurd: frozenset[str],
        processen: ProcessPoolExecutor,
        draden: ThreadPoolExecutor,
    ) -> None:
        """Everything before everybody, but for what passed our own checks when it was made; the longest work first."""
        pdfs = [stuk for stuk in stukken if stuk.pad.suffix == ".pdf"]
        woorden = [stuk for stuk in stukken if stuk.pad.suffix == ".docx"]
        nieuw = [stuk for stuk in pdfs if stuk.afdruk not in gekeurd]
        zelf = [processen.submit(_keur_zelf, deel) for deel in _delen(nieuw, _PDFS)]
        in_kantoor = [
            draden.submit(self._kantoor, nummer, deel)
            for nummer, deel in enumerate(_delen(woorden, _WOORDEN))
        ]
        getekend = [
            processen.submit(teken, deel, self.opdracht.sleutel, self.opdracht.uit / "ondertekend")
            for deel in _delen(pdfs, _PDFS)
        ]
        in_word = [draden.submit(self._word, stuk) for stuk in woorden]
        in_verapdf = [draden.submit(self._pdf, deel) for deel in _delen(pdfs, _PDFS)]
        gelijk = [
            processen.submit(_vergelijk, stuk, pdf)
            for werk in in_kantoor
            for stuk, pdf in self._van_kantoor(werk.result())
        ]
        for stuk in pdfs:
            if stuk.afdruk in gekeurd:
                # It exists, so both had nothing against it when it was made.
                self.qpdf.keur(stuk.wie, ())
                self.structuur.keur(stuk.wie, ())
        for klaar in zelf:
            for stuk, (heel, een), (tags, ander) in klaar.result():
                self.qpdf.keur(stuk.wie, _redenen(heel), een)
                self.structuur.keur(stuk.wie, _redenen(tags), ander)
        for oordeel in in_word:
            stuk, gevonden, duur = oordeel.result()
            self.ooxml.keur(stuk.wie, _redenen(gevonden), duur)
        for stand in in_verapdf:
            for stuk, gevonden, duur in stand.result():
                for rij, smaak in ((self.pdfa, PDFA), (self.pdfua, PDFUA)):
                    van_de_norm = (een for een in gevonden if een.regel.startswith(f"{smaak}-"))
                    rij.keur(stuk.wie, _redenen(van_de_norm), duur / 2)
        self._keur_getekend([een for werk in getekend for een in werk.result()], draden)
        for vergeleken in gelijk:
            stuk, anders, duur = vergeleken.result()
            self.gelijk.keur(stuk.wie, anders, duur)

    def _keur_getekend(self, getekend: Sequence[Getekend], draden: ThreadPoolExecutor) -> None:
        """The signed files, before those who judge a PDF and who know a signature."""
        for een in getekend:
            self.ondertekend.neem(een)
        gezet = [(een.stuk, een.velden) for een in getekend if een.stuk]
        in_verapdf = [draden.submit(self._pdf, [stuk for stuk, _ in deel]) for deel in _delen(gezet, _PDFS)]
        in_poppler = [draden.submit(self._pdfsig, stuk, velden) for stuk, velden in gezet]
        for stand in in_verapdf:
            for stuk, gevonden, duur in stand.result():
                self.ondertekend.norm(stuk.wie, gevonden, duur)
        for oordeel in in_poppler:
            stuk, redenen, duur = oordeel.result()
            self.ondertekend.pdfsig.keur(stuk.wie, redenen, duur)

    @staticmethod
    def _pdfsig(stuk: Proefstuk, velden: int) -> tuple[Proefstuk, tuple[str, ...], float]:
        redenen, duur = _geklokt(partial(pdfsig, stuk.pad, velden))
        return stuk, redenen, duur

    def sluit(self) -> None:
        """Let go of the Java machines."""
        while not self._handen.empty():
            self._handen.get().verapdf.sluit()

    @contextmanager
    def _hand(self) -> Iterator[_Hand]:
        hand = self._handen.get()
        try:
            yield hand
        finally:
            self._handen.put(hand)

    def _word(self, stuk: Proefstuk) -> tuple[Proefstuk, tuple[Bezwaar, ...], float]:
        gevonden, duur = _geklokt(partial(keur_word, self.opdracht.keurmeesters.ooxml, stuk.pad))
        return stuk, gevonden, duur

    def _pdf(self, stukken: Sequence[Proefstuk]) -> list[tuple[Proefstuk, tuple[Bezwaar, ...], float]]:
        with self._hand() as hand:
            return [(stuk, *_geklokt(partial(hand.verapdf.keur, stuk.pad))) for stuk in stukken]

    def _kantoor(self, nummer: int, stukken: Sequence[Proefstuk]) -> "_Export":
        """What LibreOffice makes of some Word files, judged at once by the same hand."""
        map_ = self.opdracht.uit / f"kantoor-{nummer}"
        map_.mkdir(parents=True)
        per_naam = {map_ / f"{stuk.afdruk}.docx": stuk for stuk in stukken}
        for pad, stuk in per_naam.items():
            pad.write_bytes(stuk.pad.read_bytes())
        with self._hand() as hand:
            werk = partial(
                als_pdf, self.opdracht.keurmeesters.libreoffice, tuple(per_naam), map_ / "uit", hand.profiel
            )
            gemaakt, duur = _geklokt(werk)
            regels = [
                (
                    per_naam[pad],
                    pdf,
                    *(_geklokt(partial(hand.verapdf.keur, pdf, (PDFUA,))) if pdf else ((), 0.0)),
                )
                for pad, pdf in gemaakt.items()
            ]
        return _Export(duur, regels)

    def _van_kantoor(self, export: "_Export") -> Iterator[tuple[Proefstuk, Path]]:
        """Count what was opened, and hand on what can be compared."""
        self.opent.seconden += export.seconden
        for stuk, pdf, gevonden, duur in export.regels:
            self.opent.keur(stuk.wie, () if pdf else ("wordt niet geopend",))
            if pdf:
                self.uit_word.keur(stuk.wie, _redenen(gevonden), duur)
                yield stuk, pdf


@dataclass(frozen=True, slots=True)
class _Export:
    """Word files with the PDF that LibreOffice made of each, and what veraPDF says of that."""

    seconden: float
    regels: list[tuple[Proefstuk, Path | None, tuple[Bezwaar, ...], float]]


def _werk(opdracht: Opdracht) -> list[tuple[int, str, tuple[Path, ...]]]:
    """Pieces of work, the cases with the most documents first: so all hands are ready at about the same time."""
    op_grootte = sorted(opdracht.zaken, key=lambda map_: (-len(list(map_.rglob("*.yaml"))), map_))
    delen = [deel for stijl in opdracht.stijlen for deel in ((stijl, d) for d in _delen(op_grootte, _ZAKEN))]
    return [(nummer, stijl, tuple(zaken)) for nummer, (stijl, zaken) in enumerate(delen)]


def _maak(werk: tuple[int, str, tuple[Path, ...]], opdracht: Opdracht) -> Maaksel:
    nummer, stijl, zaken = werk
    return maak_in_stijl(stijl, zaken, opdracht.uit / "stukken" / str(nummer), opdracht.peildatum)


def _uniek(maaksels: Iterable[Maaksel]) -> list[Proefstuk]:
    """Equal bytes are judged once."""
    per_afdruk: dict[str, Proefstuk] = {}
    for maaksel in maaksels:
        for stuk in maaksel.stukken:
            per_afdruk.setdefault(stuk.afdruk, stuk)
    return sorted(per_afdruk.values())


_Zelf = tuple[Proefstuk, tuple[tuple[Bezwaar, ...], float], tuple[tuple[Bezwaar, ...], float]]


def _keur_zelf(stukken: Sequence[Proefstuk]) -> list[_Zelf]:
    """Our own checks on some PDFs; what cannot be read has no structure."""
    uit: list[_Zelf] = []
    for stuk in stukken:
        pdf = stuk.pad.read_bytes()
        heel = _geklokt(partial(keur_heelheid, pdf))
        uit.append((stuk, heel, heel if heel[0] else _geklokt(partial(bezwaren, pdf))))
    return uit


def _vergelijk(stuk: Proefstuk, ander: Path) -> tuple[Proefstuk, list[str], float]:
    """The PDF beside a Word file against what LibreOffice makes of that."""
    eigen = stuk.pad.with_suffix(".pdf").read_bytes()
    anders, duur = _geklokt(lambda: list(verschillen(opbouw(eigen), opbouw(ander.read_bytes()))))
    return stuk, anders, duur


def _over(opdracht: Opdracht, maaksels: Sequence[Maaksel], stukken: Sequence[Proefstuk]) -> list[str]:
    namen = {stuk.pad.stem.removesuffix("-concept").removesuffix("-ondertekend") for stuk in stukken}
    niet = sum(maaksel.niet_van_ons for maaksel in maaksels)
    gemaakt = (
        f"Gemaakt: {len(stukken)} verschillende bestanden met {len(namen)} namen, van {len(opdracht.zaken)} zaken in "
        f"{len(opdracht.stijlen)} huisstijlen ({', '.join(opdracht.stijlen)})."
    )
    rest = f"Niet gekeurd: {niet} leesexemplaren van een verslag, die geen norm claimen, en originelen van anderen."
    return [gemaakt, rest]


def _redenen(gevonden: Iterable[Bezwaar]) -> list[str]:
    return [regel for _, regel in per_soort(gevonden)]


def _delen(reeks: Sequence[T], grootte: int) -> Iterator[Sequence[T]]:
    for begin in range(0, len(reeks), grootte):
        yield reeks[begin : begin + grootte]


def _geklokt(werk: Callable[[], T]) -> tuple[T, float]:
    begin = time.perf_counter()
    return werk(), time.perf_counter() - begin
