"""Measures that both formats share, so that a Word file and a PDF are siblings.

Sizes of type are factors of the style's letter size; everything else is in millimetres.
"""

from collections.abc import Mapping
from types import MappingProxyType

__all__ = [
    "CELRUIMTE",
    "KOLOMMEN",
    "KOPLOGO",
    "LABELS",
    "LETTERS",
    "SCHRIJFREGEL",
    "TEKENRUIMTE",
    "VENSTER",
    "regelhoogte",
    "witfactor",
]

LETTERS: Mapping[str, float] = MappingProxyType(
    {
        "h1": 2.1,
        "h2": 1.28,
        "h3": 1.04,
        "betreft": 1.3,
        "logo": 1.5,
        "tabel": 0.95,
        "klein": 0.85,
        "fijn": 0.75,
    }
)

_REGEL, _DICHTE_REGEL = 1.42, 1.34
_DICHT_WIT = 0.7

CELRUIMTE = 3.0
"""White to the right of each cell."""

TEKENRUIMTE = 18.0
"""Room for a signature."""

KOPLOGO = 9.0
"""How high a logo may be in the head of a form."""

SCHRIJFREGEL = 7.5
"""Height of a line to write on."""

LABELS: Mapping[str, float] = MappingProxyType({"kerngegevens": 46.0, "gegevens": 46.0})
"""Width of the label column; equal, so that the values of one form stand on one line."""

KOLOMMEN: Mapping[str, float] = MappingProxyType({"nr": 9.0, "wie": 24.0, "datum": 27.0})
"""Width of columns that say what they hold; `tekst` takes what is left."""


class VENSTER:
    """A letter's address, for the left window of a DL or C5 envelope, from the edge of the sheet."""

    boven = 48.0
    hoogte = 40.0
    breedte = 90.0
    vervolg = 97.0
    """Where the letter goes on: below the window and above the first fold."""


def regelhoogte(*, dicht: bool) -> float:
    """Line height of running text, as a factor of its size."""
    return _DICHTE_REGEL if dicht else _REGEL


def witfactor(*, dicht: bool) -> float:
    """How much of the white between paragraphs is left; basis.css has the same figures."""
    return _DICHT_WIT if dicht else 1
