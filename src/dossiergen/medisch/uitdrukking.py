"""Expressions: words in a row with either-or, open ends and gaps. Each is compiled when its rarest word is first met.

a|b: either of these; a~: a word that begins so; *: up to three words, whichever.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from dossiergen.medisch.lexicon import Term
from dossiergen.medisch.lezen import regels

__all__ = ["Uitdrukking", "onschuldig", "uitdrukkingen", "vindplaatsen"]

_TUSSEN = r"[^a-z0-9.!?]+"
_GAT = rf"(?:[a-z0-9'-]+{_TUSSEN}){{0,3}}?"


@dataclass(frozen=True)
class Uitdrukking:
    """One expression; `term` is None where it says something innocent."""

    vorm: str
    term: Term | None

    @cached_property
    def patroon(self) -> re.Pattern[str]:
        delen: list[str] = []
        gat = ""
        for woord in self.vorm.replace(",", "").split():
            if woord == "*":
                gat = _GAT
            else:
                delen.append(gat + _een_van(woord))
                gat = ""
        return re.compile(rf"(?<![a-z0-9]){_TUSSEN.join(delen)}(?![a-z0-9])")

    def ankers(self) -> tuple[str, ...]:
        """The words of which one must be there: of the word that is longest at its shortest."""
        woorden = [woord.split("|") for woord in self.vorm.replace(",", "").split() if woord != "*"]
        vast = [keuzes for keuzes in woorden if not any("~" in keuze for keuze in keuzes)]
        return tuple(max(vast, key=lambda keuzes: min(map(len, keuzes)))) if vast else ()


def _een_van(woord: str) -> str:
    keuzes = [re.escape(keuze.removesuffix("~")) + ("[a-z0-9-]*" if "~" in keuze else "") for keuze in woord.split("|")]
    return f"(?:{'|'.join(keuzes)})"


@dataclass(frozen=True, slots=True)
class Lijst:
    """Expressions by the words that call for a look; `zonder` have only open ends, and are always looked for."""

    op_anker: Mapping[str, list[Uitdrukking]]
    zonder: tuple[Uitdrukking, ...]


def _lijst(paren: Iterator[Uitdrukking]) -> Lijst:
    op_anker: dict[str, list[Uitdrukking]] = {}
    zonder: list[Uitdrukking] = []
    for een in paren:
        ankers = een.ankers()
        if not ankers:
            zonder.append(een)
        for anker in ankers:
            op_anker.setdefault(anker, []).append(een)
    return Lijst(op_anker, tuple(zonder))


@cache
def uitdrukkingen() -> Lijst:
    """Those that tell of somebody's health."""
    return _lijst(
        Uitdrukking(regel, Term(*kop)) for kop, inhoud in regels("uitdrukkingen") for regel in inhoud
    )


@cache
def onschuldig() -> Lijst:
    """Those that do not, though a word in them elsewhere does."""
    return _lijst(Uitdrukking(regel, None) for _, inhoud in regels("onschuldig") for regel in inhoud)


def vindplaatsen(lijst: Lijst, zin: str, woorden: frozenset[str]) -> Iterator[tuple[int, int, Term | None]]:
    """Where a sentence says one of them; `woorden` are those of the sentence."""
    kandidaten = {id(een): een for woord in woorden for een in lijst.op_anker.get(woord, ())}
    for een in (*kandidaten.values(), *lijst.zonder):
        for gevonden in een.patroon.finditer(zin):
            yield gevonden.start(), gevonden.end(), een.term
