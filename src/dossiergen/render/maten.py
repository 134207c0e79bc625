"""Measures that both formats share, so that a Word file and a PDF are siblings.

Sizes of type are factors of the style's letter size; everything else is in millimetres.
"""

from collections.abc import Mapping
from types import MappingProxyType

__all__ = [
    "CELRUIMTE",
    "INSPRINGING",
    "KEUZE_INSPRINGING",
    "KOLOMMEN",
    "KOPLOGO",
    "LABELS",
    "LETTERS",
    "SCHRIJFREGEL",
    "TEKENRUIMTE",
    "VENSTER",
    "VLAKRAND",
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

VLAKRAND = 4.0
"""White between the edge of a wash and its text."""

INSPRINGING = 4.6
"""Where the text of a list begins; its mark stands at the margin."""

KEUZE_INSPRINGING = 6.0
"""Where the text of an option begins, clear of its box."""


class LABELS:
    """Bounds of the width of a label column."""

    minst = 40.0
    meest = 54.0


KOLOMMEN: Mapping[str, float] = MappingProxyType({"nr": 8.0, "wie": 24.0, "datum": 26.0})
"""Usual width of columns that say what they hold; `tekst` takes what is left."""


class VENSTER:
    """A letter's address, for the left window of a C5/6 or EA5/6 envelope, from the edges of the sheet.

    Seen however the letter lies in its envelope: besluit 0037 tells how these follow from the envelopes.
    """

    boven = 49.0
    adres = 54.0
    """Where the address begins, below the line of the sender."""
    onder = 79.0
    rechts = 91.0
    vervolg = 101.0
    """Where the letter goes on: below the fold, and below the window of any of the envelopes."""


def regelhoogte(*, dicht: bool) -> float:
    """Line height of running text, as a factor of its size."""
    return _DICHTE_REGEL if dicht else _REGEL


def witfactor(*, dicht: bool) -> float:
    """How much of the white between paragraphs is left; basis.css has the same figures."""
    return _DICHT_WIT if dicht else 1
