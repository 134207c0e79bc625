"""Finds the hyphens that only break a word at the end of a line, so that a screen reader hears the word whole."""

from collections.abc import Iterator, Sequence

__all__ = ["gebroken_regels"]

_STREEPJE = "-"
_ZACHT = "\u00ad"


def gebroken_regels(bedoeld: str, regels: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Places of lines that end in such a hyphen, with their text as it is meant: a soft hyphen instead.

    `bedoeld` is the text of the whole. Where the lines say something else, none is given from there on.
    """
    doel = _kaal(bedoeld)
    begin = 0
    for plaats, regel in enumerate(regels):
        woorden = _kaal(regel)
        if doel.startswith(woorden, begin):
            begin += len(woorden)
        elif woorden.endswith(_STREEPJE) and doel.startswith(woorden[:-1], begin):
            begin += len(woorden) - 1
            yield plaats, regel.rstrip()[:-1] + _ZACHT
        else:
            return


def _kaal(tekst: str) -> str:
    return "".join(tekst.split())
