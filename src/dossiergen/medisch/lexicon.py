"""The lexicon as a value: single words, words that follow each other, what compounds are made of, expressions."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

__all__ = ["DEEL", "INDEX", "ZORG", "ZWAK", "Lexicon", "Term", "Woordgroep", "groep", "lexicon"]

INDEX = Path(__file__).with_name("data") / "lexicon.json"

ZORG = "zorg"
"""Also somebody's work."""
ZWAK = "zwak"
"""Medical only where somebody has it or undergoes it."""
DEEL = "deel"
"""A part of the body: no finding by itself."""


@dataclass(frozen=True, slots=True)
class Term:
    """What a word says; `sterkte` is empty where it always says it."""

    soort: str
    advies: str
    sterkte: str = ""


@dataclass(frozen=True, slots=True)
class Woordgroep:
    """Words, and beginnings of words, that say the same."""

    heel: frozenset[str]
    begin: tuple[str, ...]

    def __contains__(self, woord: str) -> bool:
        return woord in self.heel or (bool(self.begin) and woord.startswith(self.begin))

    def in_een_van(self, woorden: Iterable[str]) -> bool:
        return any(woord in self for woord in woorden)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All of it, in small letters, without accents and hyphens; a term is its number in `termen`."""

    termen: tuple[Term, ...]
    woorden: Mapping[str, int]
    afkortingen: Mapping[str, int]
    delen: Mapping[str, int]
    """Parts of the body, and whatever else gets its meaning from the second half of a compound."""
    hoofden: Mapping[str, str]
    slotten: Mapping[str, str]
    beginnen: Mapping[str, int]
    uitgangen: frozenset[str]
    gewoon: frozenset[str]
    gewoonbegin: tuple[str, ...]
    """What ordinary words begin with."""
    neutraal: frozenset[str]
    """Behind a medical word these tell of trade, teaching or law."""
    kopjes: frozenset[str]
    """The first three letters of whatever may begin a compound, and the last three of whatever may end one."""
    staartjes: frozenset[str]
    koppen: Mapping[str, str]
    """Terms by length and first half, and by length and second half; parted by spaces, for few are needed."""
    staarten: Mapping[str, str]
    uitdrukkingen: Mapping[str, str]
    """By a word that must be there: on each line the number of a term, and what is said."""
    onschuldig: Mapping[str, str]
    rustig: frozenset[str]
    """Words that say nothing, so that they need not be looked up."""
    groepen: Mapping[str, Woordgroep]
    soortnamen: Mapping[str, str]
    adviezen: Mapping[str, str]

    def woord(self, woord: str) -> Term | None:
        nummer = self.woorden.get(woord)
        return None if nummer is None else self.termen[nummer]

    def deel(self, woord: str) -> Term | None:
        nummer = self.delen.get(woord)
        return None if nummer is None else self.termen[nummer]

    def begin(self, woord: str) -> Term | None:
        nummer = self.beginnen.get(woord)
        return None if nummer is None else self.termen[nummer]

    def afkorting(self, woord: str) -> Term | None:
        nummer = self.afkortingen.get(woord)
        return None if nummer is None else self.termen[nummer]


@cache
def lexicon() -> Lexicon:
    """Read once, and only where there is a text to read."""
    rauw = json.loads(INDEX.read_text("utf-8"))
    rauw["gewoonbegin"] = tuple(rauw["gewoonbegin"])
    teksten = rauw.pop("teksten")
    rauw["termen"] = tuple(Term(*term) for term in rauw["termen"])
    rauw["groepen"] = {
        naam: Woordgroep(frozenset(heel), tuple(begin)) for naam, (heel, begin) in rauw["groepen"].items()
    }
    for naam in ("uitgangen", "gewoon", "neutraal", "rustig"):
        rauw[naam] = frozenset(rauw[naam].split("\n"))
    rauw["woorden"] = {
        woord: int(nummer) for nummer, reeks in rauw["woorden"].items() for woord in reeks.split("\n")
    }
    return Lexicon(
        **rauw,
        kopjes=frozenset(woord[:3] for woord in (*rauw["woorden"], *rauw["beginnen"], *rauw["delen"])),
        staartjes=frozenset(woord[-3:] for woord in (*rauw["hoofden"], *rauw["slotten"], *rauw["uitgangen"])),
        soortnamen=teksten["soort"],
        adviezen=teksten["advies"],
    )


def groep(naam: str) -> Woordgroep:
    """Words of context, by the name of their group in context.txt."""
    return lexicon().groepen[naam]
