"""Text as the lexicon compares it, and the hand-written source files of the lexicon. Knows no meaning."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

__all__ = ["BRON", "blokken", "effen", "regels"]

BRON = Path(__file__).with_name("bron")


class _Accenten(dict[int, str]):
    """Per letter, worked out when it is first met."""

    def __missing__(self, teken: int) -> str:
        eerste = unicodedata.normalize("NFKD", chr(teken))[:1]
        self[teken] = eerste if eerste.isalnum() else chr(teken)
        return self[teken]


_ZONDER_ACCENT = _Accenten({ord(teken): "'" for teken in "’‘`´"} | {ord(teken): "-" for teken in "‐‑–"})


def effen(tekst: str) -> str:
    """In small letters without accents, as long as it was: a place in it is a place in the text."""
    klein = tekst.lower()
    if klein.isascii():
        return klein
    if len(klein) != len(tekst):
        klein = "".join(teken.lower() if len(teken.lower()) == 1 else teken for teken in tekst)
    return klein.translate(_ZONDER_ACCENT)


def regels(naam: str) -> Iterator[tuple[list[str], list[str]]]:
    """Each block of a source file: the words of its heading between brackets, and its lines."""
    tekst = effen((BRON / f"{naam}.txt").read_text("utf-8"))
    for blok in tekst.split("\n[")[1:]:
        kop, _, inhoud = blok.partition("]\n")
        yield kop.split(), [regel for regel in inhoud.split("\n") if regel and regel[0] != "#"]


def blokken(naam: str) -> Iterator[tuple[list[str], list[str]]]:
    """Each block of a source file: the words of its heading, and its terms, parted by commas."""
    for kop, inhoud in regels(naam):
        yield kop, [term.strip() for term in ",".join(inhoud).split(",") if term.strip()]
