"""Checks on headings, and on bookmarks, which say the same headings."""

from collections.abc import Iterator, Mapping

import pikepdf

from dossiergen.dossier.keuring.bezwaar import Bezwaar
from dossiergen.dossier.keuring.gelezen import Gelezen, blad_van
from dossiergen.dossier.keuring.tags import Tag
from dossiergen.dossier.keuring.zinnen import maak

__all__ = ["bladwijzers", "koppen"]

_NIVEAUS = {f"H{niveau}": niveau for niveau in range(1, 7)}
_GEEN_PLAATS = frozenset({"Table", "L", "P", "Caption"})
_MEESTE = 10_000
"""More bookmarks than any document has: a chain that goes round ends here."""


def _koppen(gelezen: Gelezen) -> list[Tag]:
    return [tag for tag in gelezen.tags if tag.soort in _NIVEAUS or tag.soort == "H"]


def koppen(gelezen: Gelezen) -> Iterator[Bezwaar]:
    """One H1, first of all; no level left out; none where it is no heading."""
    alle = _koppen(gelezen)
    niveaus = [_NIVEAUS.get(kop.soort, 0) for kop in alle]
    if gelezen.boom and (niveaus.count(1) != 1 or niveaus[0] != 1):
        yield maak("kop-eerste")
    vorige = 0
    for kop, niveau in zip(alle, niveaus, strict=True):
        if niveau > vorige + 1 or not niveau:
            yield maak("kop-sprong", blad_van(kop))
        if any(om.soort in _GEEN_PLAATS for om in kop.boven()):
            yield maak("kop-plaats", blad_van(kop))
        vorige = niveau


def bladwijzers(gelezen: Gelezen) -> Iterator[Bezwaar]:
    """Where there are headings below the title, bookmarks say all of them, in order, at their level and page."""
    bedoeld = [(_NIVEAUS.get(k.soort, 0), gelezen.tekst(k), blad_van(k)) for k in _koppen(gelezen)]
    wijzers = list(_wijzers(gelezen.pdf))
    if (wijzers or any(niveau > 1 for niveau, _, _ in bedoeld)) and wijzers != bedoeld:
        yield maak("bladwijzers")


def _wijzers(pdf: pikepdf.Pdf) -> Iterator[tuple[int, str, int | None]]:
    """Level, title without white space, and page of each bookmark."""
    bladen = {blad.obj.objgen: nummer for nummer, blad in enumerate(pdf.pages, 1)}
    wortel = pdf.Root.get("/Outlines")
    open_ = [(1, wortel.get("/First"))] if isinstance(wortel, pikepdf.Dictionary) else []
    geteld = 0
    while open_ and geteld < _MEESTE:
        niveau, wijzer = open_.pop()
        if not isinstance(wijzer, pikepdf.Dictionary):
            continue
        geteld += 1
        yield niveau, "".join(str(wijzer.get("/Title", "")).split()), _blad(wijzer.get("/Dest"), bladen)
        open_.append((niveau, wijzer.get("/Next")))
        open_.append((niveau + 1, wijzer.get("/First")))


def _blad(doel: object, bladen: Mapping[tuple[int, int], int]) -> int | None:
    """The page that a bookmark goes to."""
    if not isinstance(doel, pikepdf.Array) or not len(doel) or not isinstance(doel[0], pikepdf.Dictionary):
        return None
    return bladen.get(doel[0].objgen)
