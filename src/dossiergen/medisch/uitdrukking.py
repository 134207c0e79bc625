"""Expressions: words in a row with either-or, open ends and gaps. Compiled when a word of them is first met.

a|b: either of these; a~: a word that begins so; *: up to three words, whichever.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

__all__ = ["eisen_van", "vindplaatsen"]

_TUSSEN = r"[^a-z0-9.!?]+"
_GAT = rf"(?:[a-z0-9'-]+{_TUSSEN}){{0,3}}?"


def vindplaatsen(
    op_anker: Mapping[str, str], zin: str, woorden: frozenset[str]
) -> Iterator[tuple[int, int, int]]:
    """Where a sentence says one of them, with the number of its term; `woorden` are those of the sentence."""
    kandidaten = dict(
        paar for woord in sorted(woorden) if woord in op_anker for paar in _paren(op_anker[woord])
    )
    for vorm, nummer in kandidaten.items():
        if all(not keuzes.isdisjoint(woorden) for keuzes in _vast(vorm)):
            for gevonden in _patroon(vorm).finditer(zin):
                yield gevonden.start(), gevonden.end(), nummer


def eisen_van(op_anker: Mapping[str, str], woord: str) -> tuple[tuple[frozenset[str], ...], ...]:
    """Per expression that `woord` may belong to: the choices, of each of which a sentence must have one."""
    return tuple(_vast(vorm) for vorm, _ in _paren(op_anker.get(woord, "")))


@lru_cache(maxsize=4000)
def _paren(regels: str) -> tuple[tuple[str, int], ...]:
    """Lines of an expression with the number of its term before it; read when first needed."""
    paren = (regel.partition(" ") for regel in regels.split("\n") if regel)
    return tuple((vorm, int(nummer)) for nummer, _, vorm in paren)


@lru_cache(maxsize=4000)
def _vast(vorm: str) -> tuple[frozenset[str], ...]:
    """Of each word without an open end the choices, one of which a sentence must have."""
    return tuple(
        frozenset(woord.split("|"))
        for woord in vorm.split()
        if "~" not in woord and "*" not in woord and "-" not in woord and "'" not in woord
    )


@lru_cache(maxsize=4000)
def _patroon(vorm: str) -> re.Pattern[str]:
    delen: list[str] = []
    gat = ""
    for woord in vorm.split():
        if woord == "*":
            gat = _GAT
        else:
            delen.append(gat + _een_van(woord))
            gat = ""
    return re.compile(rf"(?<![a-z0-9]){_TUSSEN.join(delen)}(?![a-z0-9])")


def _een_van(woord: str) -> str:
    keuzes = [
        re.escape(keuze.removesuffix("~")) + ("[a-z0-9-]*" if keuze.endswith("~") else "")
        for keuze in woord.split("|")
    ]
    return f"(?:{'|'.join(keuzes)})"
