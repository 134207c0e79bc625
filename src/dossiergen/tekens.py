"""Which characters any document can show, and how a message names one."""

import unicodedata
from collections.abc import Iterable

__all__ = ["GEWONE_TEKENS", "noem"]

GEWONE_TEKENS = frozenset(
    [chr(code) for code in range(0x20, 0x7F)]
    + list("ÁÀÂÄÉÈÊËÍÌÎÏÓÒÔÖÚÙÛÜÇÑáàâäéèêëíìîïóòôöúùûüçñ€§°·×–—‘’“”…\u00a0")
)
"""What every font of a house style has, or the style is refused: a text of nothing else fits any style."""


def noem(tekens: Iterable[str]) -> str:
    """Characters by number and name: U+0141 (latin capital letter l with stroke)."""
    return ", ".join(
        f"U+{ord(teken):04X} ({unicodedata.name(teken, 'zonder naam').lower()})" for teken in sorted(tekens)
    )
