"""Which characters any document can show, and how a message names one."""

import unicodedata
from collections.abc import Iterable

__all__ = ["GEWONE_TEKENS", "LATIJN", "noem"]

GEWONE_TEKENS = frozenset(
    [chr(code) for code in range(0x20, 0x7F)]
    + list("ÁÀÂÄÉÈÊËÍÌÎÏÓÒÔÖÚÙÛÜÇÑáàâäéèêëíìîïóòôöúùûüçñ€§°·×–—‘’“”…\u00a0")
)
"""What every font of a house style has, or the style is refused: a text of nothing else fits any style."""

LATIJN = GEWONE_TEKENS | {chr(code) for code in (*range(0xA1, 0x17F), *range(0x218, 0x21C))} - {"\u00ad"}
"""What the styles that ship have as well: the Latin letters of Europe, Turkish included."""


def noem(tekens: Iterable[str]) -> str:
    """Characters by number and name: U+0141 (latin capital letter l with stroke)."""
    return ", ".join(
        f"U+{ord(teken):04X} ({unicodedata.name(teken, 'zonder naam').lower()})" for teken in sorted(tekens)
    )
