"""The lexicon as a value: single words, words that follow each other, what compounds are made of."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from dossiergen.medisch.lezen import blokken, regels

__all__ = ["DEEL", "ZORG", "ZWAK", "Lexicon", "Term", "adviezen", "lexicon", "soortnamen"]

ZORG = "zorg"
"""Also somebody's work."""
ZWAK = "zwak"
"""Medical only where somebody has it or undergoes it."""
DEEL = "deel"
"""A part of the body: no finding by itself."""

_BESTANDEN = ("ziekten", "klachten", "middelen", "behandeling")
_UITGANG = "uitgang"


@dataclass(frozen=True, slots=True)
class Term:
    """What a word says; `sterkte` is empty where it always says it."""

    soort: str
    advies: str
    sterkte: str = ""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All terms, in small letters, without accents and hyphens."""

    woorden: Mapping[str, Term]
    reeksen: Mapping[str, list[tuple[tuple[str, ...], Term]]]
    """By their first word: the words behind it."""
    afkortingen: Mapping[str, Term]
    delen: Mapping[str, Term]
    hoofden: Mapping[str, str]
    slotten: Mapping[str, str]
    beginnen: Mapping[str, Term]
    uitgangen: frozenset[str]
    gewoon: frozenset[str]
    neutraal: frozenset[str]
    """Behind a medical word these tell of trade, teaching or law."""
    kopjes: frozenset[str]
    """The first three letters of whatever may begin a compound, and the last three of whatever may end one."""
    staartjes: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """Read once, and only where there is a text to read."""
    woorden: dict[str, Term] = {}
    reeksen: dict[str, list[tuple[tuple[str, ...], Term]]] = {}
    uitgangen: list[str] = []
    for naam in _BESTANDEN:
        for kop, termen in blokken(naam):
            if kop[0] == _UITGANG:
                uitgangen = termen
                continue
            term = Term(*kop)
            for woord in termen:
                _berg(woord, term, woorden, reeksen)
    delen, hoofden, slotten, beginnen, neutraal = _samenstelling()
    gewoon = frozenset(woord for naam in ("gewoon", "letterfout") for _, termen in blokken(naam) for woord in termen)
    return Lexicon(
        woorden,
        reeksen,
        {woord.upper(): Term(*kop) for kop, termen in blokken("afkortingen") for woord in termen},
        delen,
        hoofden,
        slotten,
        beginnen,
        frozenset(uitgangen),
        gewoon,
        frozenset(neutraal),
        frozenset(woord[:3] for woord in (*woorden, *beginnen)),
        frozenset(woord[-3:] for woord in (*hoofden, *slotten, *uitgangen)),
    )


def _berg(
    woord: str, term: Term, woorden: dict[str, Term], reeksen: dict[str, list[tuple[tuple[str, ...], Term]]]
) -> None:
    """A hyphen may be left out, or be a space."""
    if "-" in woord:
        _berg(woord.replace("-", " "), term, woorden, reeksen)
        woord = woord.replace("-", "")
    if " " in woord:
        eerste, *rest = woord.split()
        reeksen.setdefault(eerste, []).append((tuple(rest), term))
    else:
        woorden.setdefault(woord, term)


def _samenstelling() -> tuple[
    dict[str, Term], dict[str, str], dict[str, str], dict[str, Term], list[str]
]:
    delen: dict[str, Term] = {}
    hoofden: dict[str, str] = {}
    slotten: dict[str, str] = {}
    beginnen: dict[str, Term] = {}
    neutraal: list[str] = []
    for (wat, soort, *advies), termen in blokken("lichaam"):
        if wat == "deel":
            term = Term("klacht", soort, DEEL)
            delen.update((woord.replace("-", ""), term) for woord in termen)
        elif wat == "begin":
            beginnen.update(dict.fromkeys(termen, Term(soort, *advies)))
        elif wat == "neutraal":
            neutraal += termen
        else:
            (hoofden if wat == "hoofd" else slotten).update(dict.fromkeys(termen, soort))
    return delen, hoofden, slotten, beginnen, neutraal


def _teksten(deel: str) -> Iterator[tuple[str, str]]:
    for kop, inhoud in regels("advies"):
        if kop == [deel]:
            for regel in inhoud:
                naam, _, tekst = regel.partition(": ")
                yield naam, tekst


@cache
def soortnamen() -> Mapping[str, str]:
    """What a reader calls each kind."""
    return dict(_teksten("soort"))


@cache
def adviezen() -> Mapping[str, str]:
    """What to write instead."""
    return dict(_teksten("advies"))
