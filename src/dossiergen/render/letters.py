"""What the fonts of a style have: which characters, and how wide a text is."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from dossiergen.huisstijl import Letterfamilie, Letters
from dossiergen.render.boom import Boom, Element

__all__ = ["breedte", "ontbrekende_tekens", "zonder_letter"]

_LOPENDE_KOPPEN = ("data-afzender", "data-status", "data-voet")
_KOPPEN = frozenset({"h1", "h2", "h3"})
_STANDAARDBREEDTE = 0.55


@dataclass(frozen=True, slots=True)
class _Snede:
    """One face: advance widths in em by code point."""

    breedtes: Mapping[int, float]


@cache
def _snede(familie: Letterfamilie, naam: str) -> _Snede:
    with TTFont(familie.sneden[naam], lazy=True) as font:
        em = font["head"].unitsPerEm
        maten = font["hmtx"].metrics
        return _Snede({code: maten[glyph][0] / em for code, glyph in font.getBestCmap().items()})


def breedte(regel: str, familie: Letterfamilie, *, vet: bool = False) -> float:
    """Width of one line in em."""
    breedtes = _snede(familie, "vet" if vet else "recht").breedtes
    return sum(breedtes.get(ord(teken), _STANDAARDBREEDTE) for teken in _samen(regel))


def zonder_letter(tekst: str, familie: Letterfamilie) -> frozenset[str]:
    """The characters of a text that the upright faces of a family do not have."""
    return _zichtbaar(tekst) - _tekens(familie, "recht", "vet")


def ontbrekende_tekens(boom: Boom, letters: Letters) -> tuple[str, ...]:
    """The characters that the fonts of a style cannot show in this document, sorted."""
    artikel = boom.artikel
    koppen = "".join(element.platte_tekst for element in artikel.alle() if element.naam in _KOPPEN)
    lopend = "".join(artikel.attr(naam) for naam in _LOPENDE_KOPPEN)
    cursief = "".join(nadruk.platte_tekst for nadruk in _nadruk(artikel))
    gemist = zonder_letter(artikel.platte_tekst, letters.tekst)
    gemist |= zonder_letter(koppen + lopend, letters.koppen)
    gemist |= _zichtbaar(cursief) - _tekens(letters.tekst, "cursief", "vetcursief")
    return tuple(sorted(gemist))


def _samen(tekst: str) -> str:
    """A letter and its accent as the one character that a font has for them."""
    return unicodedata.normalize("NFC", tekst)


def _zichtbaar(tekst: str) -> frozenset[str]:
    """Without what breaks lines or steers them."""
    return frozenset(teken for teken in set(_samen(tekst)) if unicodedata.category(teken) not in {"Cf", "Cc"})


def _nadruk(artikel: Element) -> Iterator[Element]:
    return (element for element in artikel.alle() if element.naam == "em")


@cache
def _tekens(familie: Letterfamilie, *sneden: str) -> frozenset[str]:
    tabellen = [frozenset(map(chr, _snede(familie, naam).breedtes)) for naam in sneden]
    return tabellen[0].intersection(*tabellen[1:])
