"""What a tagged PDF is made of, whoever wrote it: its headings and its tables, in the order of the tags.

Two files of one text are told apart by what is missing or stands elsewhere, not by how they look.
"""

import ctypes
import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pikepdf
import pypdfium2
from pypdfium2 import raw

from dossiergen.dossier.bestandstekst import kaal

__all__ = ["Opbouw", "opbouw", "verschillen"]

_KOP = re.compile(r"H[1-6]?")
_Tekst = Mapping[tuple[int, int], str]


@dataclass(frozen=True, slots=True)
class Opbouw:
    """Headings and rows by their letters and digits; a row's cells stand apart."""

    koppen: tuple[str, ...]
    tabellen: tuple[tuple[str, ...], ...]


def opbouw(pdf: bytes) -> Opbouw:
    """Headings and tables; a table that goes on on another page, with its head repeated, is one."""
    tekst = _teksten(pdf)
    with pikepdf.open(io.BytesIO(pdf)) as inhoud:
        bladen = {blad.obj.objgen: nummer for nummer, blad in enumerate(inhoud.pages)}
        wortel = inhoud.Root.get("/StructTreeRoot")
        if wortel is None:
            return Opbouw((), ())
        rollen = {str(naam): str(rol) for naam, rol in wortel.get("/RoleMap", {}).items()}
        lezer = _Lezer(bladen, rollen, tekst)
        lezer.lees(wortel, 0)
    return Opbouw(tuple(kop for kop in lezer.koppen if kop), tuple(_aaneen(lezer.tabellen)))


def verschillen(eigen: Opbouw, ander: Opbouw) -> Iterator[str]:
    """By kind of difference: names of checks, never a text."""
    if eigen.koppen != ander.koppen:
        yield "koppen"
    if len(eigen.tabellen) != len(ander.tabellen):
        yield "aantal-tabellen"
    elif list(map(len, eigen.tabellen)) != list(map(len, ander.tabellen)):
        yield "aantal-rijen"
    elif eigen.tabellen != ander.tabellen:
        yield "rijen"


class _Lezer:
    """Walks the tags once."""

    def __init__(
        self, bladen: Mapping[tuple[int, int], int], rollen: Mapping[str, str], tekst: _Tekst
    ) -> None:
        self._bladen, self._rollen, self._tekst = bladen, rollen, tekst
        self.koppen: list[str] = []
        self.tabellen: list[tuple[str, ...]] = []

    def lees(self, knoop: Any, blad: int) -> None:
        """Everything below a tag."""
        for kind, op_blad in self._kinderen(knoop, blad):
            if isinstance(kind, int):
                continue
            soort = self._soort(kind)
            if _KOP.fullmatch(soort):
                self.koppen.append(kaal(self._tekst_van(kind, op_blad)))
            elif soort == "Table":
                self.tabellen.append(tuple(filter(None, self._rijen(kind, op_blad))))
            else:
                self.lees(kind, op_blad)

    def _rijen(self, knoop: Any, blad: int) -> Iterator[str]:
        for kind, op_blad in self._kinderen(knoop, blad):
            if isinstance(kind, int):
                continue
            if self._soort(kind) == "TR":
                cellen = (cel for cel in self._kinderen(kind, op_blad) if not isinstance(cel[0], int))
                yield "|".join(kaal(self._tekst_van(cel, waar)) for cel, waar in cellen)
            else:
                yield from self._rijen(kind, op_blad)

    def _tekst_van(self, knoop: Any, blad: int) -> str:
        return "".join(
            self._tekst.get((op_blad, kind), "") if isinstance(kind, int) else self._tekst_van(kind, op_blad)
            for kind, op_blad in self._kinderen(knoop, blad)
        )

    def _kinderen(self, knoop: Any, blad: int) -> Iterator[tuple[Any, int]]:
        """Tags, and numbers of marked content, each with its page."""
        op_blad = self._blad(knoop, blad)
        kinderen = knoop.get("/K", ())
        for kind in kinderen if isinstance(kinderen, pikepdf.Array) else (kinderen,):
            if isinstance(kind, int):
                yield kind, op_blad
            elif isinstance(kind, pikepdf.Dictionary) and kind.get("/Type") == pikepdf.Name.MCR:
                yield int(kind.MCID), self._blad(kind, op_blad)
            elif isinstance(kind, pikepdf.Dictionary) and "/S" in kind:
                yield kind, op_blad

    def _blad(self, knoop: Any, anders: int) -> int:
        eigen = knoop.get("/Pg")
        return anders if eigen is None else self._bladen.get(eigen.objgen, anders)

    def _soort(self, knoop: Any) -> str:
        soort = str(knoop.S)
        return self._rollen.get(soort, soort).removeprefix("/")


def _aaneen(tabellen: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Tables of which the second repeats the head of the first are one; a head counts once."""
    open_: tuple[str, ...] = ()
    for tabel in tabellen:
        if open_ and tabel and tabel[0] == open_[0]:
            open_ += tabel[1:]
            continue
        if open_:
            yield open_
        open_ = tabel
    if open_:
        yield open_


def _teksten(pdf: bytes) -> _Tekst:
    """The text of each piece of marked content, by page and number."""
    gevonden: dict[tuple[int, int], str] = defaultdict(str)
    document = pypdfium2.PdfDocument(pdf)
    try:
        for nummer in range(len(document)):
            blad = document[nummer]
            tekst = blad.get_textpage()
            for ding in blad.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=5):
                plek = raw.FPDFPageObj_GetMarkedContentID(ding.raw)
                if plek >= 0:
                    gevonden[nummer, plek] += _tekst(ding.raw, tekst.raw)
    finally:
        document.close()
    return gevonden


def _tekst(ding: Any, tekst: Any) -> str:
    lengte = raw.FPDFTextObj_GetText(ding, tekst, None, 0)
    ruimte = ctypes.create_string_buffer(lengte)
    raw.FPDFTextObj_GetText(ding, tekst, ctypes.cast(ruimte, ctypes.POINTER(ctypes.c_ushort)), lengte)
    return ruimte.raw.decode("utf-16-le").rstrip("\0")
