"""Checks on fonts: those of the house style only, each embedded as a subset that says which characters it shows."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pikepdf
from pikepdf import Dictionary

from dossiergen.dossier.keuring.bezwaar import Bezwaar
from dossiergen.dossier.keuring.gelezen import Gelezen
from dossiergen.dossier.keuring.zinnen import maak
from dossiergen.huisstijl import meegeleverde_families
from dossiergen.render.merken import NAAM

__all__ = ["eigen_families", "lettertypen"]

_DEELVERZAMELING = re.compile(r"/[A-Z]{6}\+(.+)")
_BESTAND = ("/FontFile", "/FontFile2", "/FontFile3")


@cache
def eigen_families() -> frozenset[str]:
    """The families that come with the program."""
    return frozenset({*meegeleverde_families(), NAAM})


def lettertypen(gelezen: Gelezen, families: frozenset[str]) -> Iterator[Bezwaar]:
    """One objection a check: which font it is does not help who reads it."""
    bekend = tuple(_kaal(familie) for familie in families)
    alle = list(_lettertypen(gelezen.pdf))
    namen = [_DEELVERZAMELING.fullmatch(str(font.get("/BaseFont", ""))) for font in alle]
    if any(naam is None or not _kaal(naam[1]).startswith(bekend) for naam in namen):
        yield maak("lettertype")
    if any(naam is None or not _volledig(font) for naam, font in zip(namen, alle, strict=True)):
        yield maak("letters-ingesloten")


def _kaal(naam: str) -> str:
    return re.sub(r"[\W_]+", "", naam).lower()


def _volledig(font: Any) -> bool:
    """Embedded, and with a table from its letters to characters."""
    afstammelingen = font.get("/DescendantFonts")
    snede = afstammelingen[0] if isinstance(afstammelingen, pikepdf.Array) and len(afstammelingen) else font
    beschrijving = snede.get("/FontDescriptor") if isinstance(snede, Dictionary) else None
    ingesloten = isinstance(beschrijving, Dictionary) and any(naam in beschrijving for naam in _BESTAND)
    return ingesloten and isinstance(font.get("/ToUnicode"), pikepdf.Stream)


def _lettertypen(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Each font once, of pages, of the drawings on them, and of the stamps in fields."""
    gezien: set[tuple[int, int]] = set()
    open_ = [blad.obj.get("/Resources") for blad in pdf.pages] + list(_van_velden(pdf))
    while open_:
        bronnen = open_.pop()
        if not isinstance(bronnen, Dictionary) or (bronnen.is_indirect and bronnen.objgen in gezien):
            continue
        gezien.add(bronnen.objgen)
        fonts = bronnen.get("/Font")
        if isinstance(fonts, Dictionary) and (not fonts.is_indirect or fonts.objgen not in gezien):
            gezien.add(fonts.objgen)
            yield from (font if isinstance(font, Dictionary) else Dictionary() for _, font in fonts.items())
        for naam in ("/XObject", "/Pattern"):
            vormen = bronnen.get(naam)
            if isinstance(vormen, Dictionary):
                open_.extend(vorm.get("/Resources") for _, vorm in vormen.items())


def _van_velden(pdf: pikepdf.Pdf) -> Iterator[Any]:
    for blad in pdf.pages:
        noten = blad.obj.get("/Annots")
        for noot in noten if isinstance(noten, pikepdf.Array) else ():
            beelden = noot.get("/AP") if isinstance(noot, Dictionary) else None
            beeld = beelden.get("/N") if isinstance(beelden, Dictionary) else None
            if isinstance(beeld, pikepdf.Stream):
                yield beeld.get("/Resources")
