"""What is painted on the pages of a PDF: each piece with its place, its text and its number. Judges nothing."""

import ctypes
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

__all__ = ["Rechthoek", "Verfstuk", "lees_stukken"]

_TEKENS = 4096
# How PDFium gives a hyphen at the end of a line.
_STREEPJE = "\x02"


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


@dataclass(frozen=True, slots=True)
class Verfstuk:
    """One painted thing; `nummer` is below 0 for what is no marked content."""

    nummer: int
    vak: Rechthoek
    tekst: str | None
    is_beeld: bool


def lees_stukken(inhoud: bytes) -> tuple[tuple[Verfstuk, ...], ...]:
    """Page by page."""
    with closing(pypdfium2.PdfDocument(inhoud)) as pdf:
        return tuple(tuple(_stukken(pdf, nummer)) for nummer in range(len(pdf)))


def _stukken(pdf: pypdfium2.PdfDocument, nummer: int) -> Iterator[Verfstuk]:
    with closing(pdf[nummer]) as blad, closing(blad.get_textpage()) as tekst:
        maten = [ctypes.c_float() for _ in range(4)]
        ruimte = (ctypes.c_ushort * _TEKENS)()
        for plaats in range(pdfium.FPDFPage_CountObjects(blad.raw)):
            ding = pdfium.FPDFPage_GetObject(blad.raw, plaats)
            soort = pdfium.FPDFPageObj_GetType(ding)
            pdfium.FPDFPageObj_GetBounds(ding, *maten)
            woorden = None
            if soort == pdfium.FPDF_PAGEOBJ_TEXT:
                lengte = pdfium.FPDFTextObj_GetText(ding, tekst.raw, ruimte, 2 * _TEKENS)
                lengte = min(lengte, 2 * _TEKENS) - 2
                woorden = (
                    ctypes.string_at(ruimte, max(lengte, 0))
                    .decode("utf-16-le", "replace")
                    .replace(_STREEPJE, "-")
                )
            yield Verfstuk(
                pdfium.FPDFPageObj_GetMarkedContentID(ding),
                Rechthoek(*(maat.value for maat in maten)),
                woorden,
                soort in {pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM},
            )
