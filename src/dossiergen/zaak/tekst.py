"""Dutch words as letters: the months, and what a word is without its accents."""

import unicodedata

__all__ = ["MAANDEN", "zonder_accenten"]

MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


def zonder_accenten(tekst: str) -> str:
    """é is e; signs that stand for letters are taken apart (ﬁ, ²), and ø, which is a letter, stays."""
    return "".join(
        teken for teken in unicodedata.normalize("NFKD", tekst) if not unicodedata.combining(teken)
    )
