"""The packaged font: where its files are, which characters it has, how wide a text is."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import font_source_sans_pro
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from dossiergen.render.boom import Boom, Element, tekst

__all__ = ["BESTANDEN", "breedte", "ontbrekende_tekens"]

_MAP = Path(font_source_sans_pro.font_directory)

BESTANDEN: Mapping[str, Path] = {
    naam: _MAP / f"SourceSansPro-{naam}.ttf" for naam in ("Regular", "Semibold", "It", "SemiboldIt")
}
"""The faces in use, by the name that the style sheet calls them."""

_LOPENDE_KOPPEN = ("data-afzender", "data-status", "data-voet")
_STANDAARDBREEDTE = 0.55


@dataclass(frozen=True, slots=True)
class _Snede:
    """One face: advance widths in em by code point."""

    breedtes: Mapping[int, float]


@cache
def _snede(naam: str) -> _Snede:
    with TTFont(BESTANDEN[naam], lazy=True) as font:
        em = font["head"].unitsPerEm
        maten = font["hmtx"].metrics
        return _Snede({code: maten[glyph][0] / em for code, glyph in font.getBestCmap().items()})


def breedte(regel: str, *, vet: bool = False) -> float:
    """Width of one line in em."""
    breedtes = _snede("Semibold" if vet else "Regular").breedtes
    return sum(breedtes.get(ord(teken), _STANDAARDBREEDTE) for teken in regel)


def ontbrekende_tekens(boom: Boom) -> tuple[int, ...]:
    """Code points that the packaged font cannot show in this document, sorted."""
    recht = set(tekst(boom)).union(*(boom.artikel.attr(naam) for naam in _LOPENDE_KOPPEN))
    cursief = {teken for nadruk in _nadruk(boom.artikel) for teken in nadruk.platte_tekst}
    gemist = (recht - {"\n"}) - _tekens("Regular", "Semibold")
    gemist |= cursief - _tekens("It", "SemiboldIt")
    return tuple(sorted(ord(teken) for teken in gemist if unicodedata.category(teken) != "Cf"))


def _nadruk(artikel: Element) -> Iterator[Element]:
    return (element for element in artikel.alle() if element.naam == "em")


@cache
def _tekens(*sneden: str) -> frozenset[str]:
    tabellen = [frozenset(map(chr, _snede(naam).breedtes)) for naam in sneden]
    return tabellen[0].intersection(*tabellen[1:])
