"""What is painted on the pages of a PDF: each piece with its place, its text and its number. Judges nothing."""

import ctypes
import math
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

__all__ = ["Kleur", "Rechthoek", "Verfstuk", "lees_stukken"]

_TEKENS = 4096
# How PDFium gives a hyphen at the end of a line.
_STREEPJE = "\x02"
_BEELDEN = frozenset({pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM})
_GEVULDE_LETTERS = frozenset(
    {
        pdfium.FPDF_TEXTRENDERMODE_FILL,
        pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE,
        pdfium.FPDF_TEXTRENDERMODE_FILL_CLIP,
        pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE_CLIP,
    }
)

Kleur = tuple[int, int, int, int]
"""Red, green, blue, and how opaque; each to 255."""


class Rechthoek(NamedTuple):
    """A rectangle in points, from the lower left of the page."""

    links: float
    onder: float
    rechts: float
    boven: float

    def samen(self, ander: "Rechthoek") -> "Rechthoek":
        return Rechthoek(
            min(self.links, ander.links),
            min(self.onder, ander.onder),
            max(self.rechts, ander.rechts),
            max(self.boven, ander.boven),
        )

    def binnen(self, ander: "Rechthoek") -> "Rechthoek":
        """What both have; without a size where that is nothing."""
        links, onder = max(self.links, ander.links), max(self.onder, ander.onder)
        rechts, boven = min(self.rechts, ander.rechts), min(self.boven, ander.boven)
        return Rechthoek(links, onder, max(links, rechts), max(onder, boven))


@dataclass(frozen=True, slots=True)
class Verfstuk:
    """One painted thing; `nummer` is below 0 for what is no marked content."""

    nummer: int
    vak: Rechthoek
    tekst: str | None
    is_beeld: bool
    kleur: Kleur
    """Of letters, or of what is filled."""
    is_vlak: bool
    """Whether it is filled with that one colour, and so hides what lies below it."""
    letter: float
    """How large letters are on the page, in points; 0 for what is no text."""
    venster: Rechthoek | None
    """What of it can be seen, where the rest is cut off."""


def lees_stukken(inhoud: bytes) -> tuple[tuple[Verfstuk, ...], ...]:
    """Page by page."""
    with closing(pypdfium2.PdfDocument(inhoud)) as pdf:
        return tuple(tuple(_stukken(pdf, nummer)) for nummer in range(len(pdf)))


def _stukken(pdf: pypdfium2.PdfDocument, nummer: int) -> Iterator[Verfstuk]:
    with closing(pdf[nummer]) as blad, closing(blad.get_textpage()) as tekst:
        links, onder, rechts, boven = maten = [ctypes.c_float() for _ in range(4)]
        ruimte = (ctypes.c_ushort * _TEKENS)()
        for plaats in range(pdfium.FPDFPage_CountObjects(blad.raw)):
            ding = pdfium.FPDFPage_GetObject(blad.raw, plaats)
            soort = pdfium.FPDFPageObj_GetType(ding)
            is_tekst = soort == pdfium.FPDF_PAGEOBJ_TEXT
            pdfium.FPDFPageObj_GetBounds(ding, *maten)
            yield Verfstuk(
                pdfium.FPDFPageObj_GetMarkedContentID(ding),
                Rechthoek(links.value, onder.value, rechts.value, boven.value),
                _woorden(ding, tekst, ruimte) if is_tekst else None,
                soort in _BEELDEN,
                kleur=_kleur(ding, is_tekst=is_tekst),
                is_vlak=soort == pdfium.FPDF_PAGEOBJ_PATH and _is_gevuld(ding),
                letter=_letter(ding) if is_tekst else 0.0,
                venster=_venster(ding),
            )


def _woorden(ding: Any, tekst: pypdfium2.PdfTextPage, ruimte: Any) -> str:
    lengte = min(pdfium.FPDFTextObj_GetText(ding, tekst.raw, ruimte, 2 * _TEKENS), 2 * _TEKENS) - 2
    return ctypes.string_at(ruimte, max(lengte, 0)).decode("utf-16-le", "replace").replace(_STREEPJE, "-")


def _kleur(ding: Any, *, is_tekst: bool) -> Kleur:
    """Letters that are not filled have none: nothing of them can be seen, or a line around them at most."""
    if is_tekst and pdfium.FPDFTextObj_GetTextRenderMode(ding) not in _GEVULDE_LETTERS:
        return 0, 0, 0, 0
    rood, groen, blauw, dekking = delen = [ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint()]
    pdfium.FPDFPageObj_GetFillColor(ding, *delen)
    return rood.value, groen.value, blauw.value, dekking.value


def _is_gevuld(ding: Any) -> bool:
    vulling, rand = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(ding, vulling, rand)
    return bool(vulling.value != pdfium.FPDF_FILLMODE_NONE)


def _letter(ding: Any) -> float:
    grootte, vorm = ctypes.c_float(), pdfium.FS_MATRIX()
    pdfium.FPDFTextObj_GetFontSize(ding, grootte)
    pdfium.FPDFPageObj_GetMatrix(ding, vorm)
    return grootte.value * min(math.hypot(vorm.a, vorm.b), math.hypot(vorm.c, vorm.d))


def _venster(ding: Any) -> Rechthoek | None:
    """What all paths around a thing leave of it; each of them is taken for a rectangle."""
    paden = pdfium.FPDFPageObj_GetClipPath(ding)
    geheel: Rechthoek | None = None
    for pad in range(pdfium.FPDFClipPath_CountPaths(paden)):  # below 0 where there are none
        punten = list(_punten(paden, pad))
        if punten:
            breed, hoog = zip(*punten, strict=True)
            vak = Rechthoek(min(breed), min(hoog), max(breed), max(hoog))
            geheel = geheel.binnen(vak) if geheel else vak
    return geheel


def _punten(paden: Any, pad: int) -> Iterator[tuple[float, float]]:
    breed, hoog = ctypes.c_float(), ctypes.c_float()
    for deel in range(max(pdfium.FPDFClipPath_CountPathSegments(paden, pad), 0)):
        pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFClipPath_GetPathSegment(paden, pad, deel), breed, hoog)
        yield breed.value, hoog.value
