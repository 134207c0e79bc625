"""What no line may break: names that the case knows, and figures with the word that they belong to.

The tree keeps its text as it is. Each writer asks here which parts of a text stay whole, and uses what its format has
for it.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

__all__ = ["VAST_WIT", "Heel"]

VAST_WIT = "\N{NO-BREAK SPACE}"

_MAANDEN = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_EENHEDEN = "uur|uren|minuten|dag|dagen|werkdagen|week|weken|maand|maanden|jaar|keer|procent|%|kg|kilo|km|meter|cm|euro"
_TITELS = r"(?:(?:[Dd]r|[Dd]rs|[Mm]r|[Ii]r|[Ii]ng|[Pp]rof|t\.a\.v|T\.a\.v)\. )+"
_TITELS_VOORAF = re.compile(rf"^{_TITELS}")
# More than this on one line leaves holes in the lines around it.
_LANGSTE_NAAM = 34
_ADRESSEN = (r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.nl\b")
_VASTE_VORMEN = (
    rf"\d{{1,2}} (?:{_MAANDEN})\b",
    r"€ ?\d[\d.]*(?:,\d\d)?",
    r"\d{4} [A-Z]{2}\b(?: [A-Z][\w'’-]*)?",
    r"0\d{1,3}-\d{2,}(?: \d{2,})*",
    r"\d{4}-\d{4}\b",
    r"(?:[Aa]rtikel|[Aa]rt\.|[Ll]id|[Vv]ersie|[Bb]ijlage|[Gg]rond|[Pp]ostbus|[Ww]eek) \d[\w:.]*\b",
    r"BIG(?:-nummer)? \d+",
    rf"\d+(?:[.,]\d+)? (?:{_EENHEDEN})(?!\w)",
    rf"{_TITELS}(?:[A-Z]\.)*(?: ?[A-Z][\w'’-]*)?",
)


class Heel:
    """Knows the names of one document."""

    def __init__(self, namen: Sequence[str] = ()) -> None:
        # A title may stand before any name, so that one which has its own would only be cut off by a shorter one.
        kaal = {_TITELS_VOORAF.sub("", naam) for naam in namen} - {""}
        self._vorm = _vorm(tuple(sorted(kaal, key=lambda naam: (-len(naam), naam))))

    def delen(self, tekst: str) -> Sequence[tuple[str, bool]]:
        """The text in parts; each with whether it stays whole."""
        return _delen(self._vorm, tekst)

    def raakt(self, tekst: str) -> bool:
        """Whether there is a name or an address in the text that a hyphen would mutilate."""
        return any(_is_woord(gevonden["naam"] or "") for gevonden in self._vorm.finditer(tekst))

    def met_vast_wit(self, tekst: str) -> str:
        """The same text, with white that no line is broken at within what stays whole."""
        return "".join(deel.replace(" ", VAST_WIT) if heel else deel for deel, heel in self.delen(tekst))


@lru_cache(maxsize=2048)
def _delen(vorm: re.Pattern[str], tekst: str) -> Sequence[tuple[str, bool]]:
    """Kept for a document or two: both formats ask, and the same words stand in many cells."""
    return tuple(_gesplitst(vorm, tekst))


def _gesplitst(vorm: re.Pattern[str], tekst: str) -> Iterator[tuple[str, bool]]:
    vorige = 0
    for gevonden in vorm.finditer(tekst):
        if gevonden.start() > vorige:
            yield tekst[vorige : gevonden.start()], False
        yield from _passend(gevonden[0])
        vorige = gevonden.end()
    if vorige < len(tekst):
        yield tekst[vorige:], False


def _passend(naam: str) -> Iterator[tuple[str, bool]]:
    """A name as a whole, or word by word where it is too long for one line."""
    if len(naam) <= _LANGSTE_NAAM:
        yield naam, True
        return
    for nummer, woord in enumerate(naam.split(" ")):
        if nummer:
            yield " ", False
        yield woord, True


def _is_woord(deel: str) -> bool:
    return any(len(woord) > 3 and woord.isalpha() for woord in re.split(r"[\W\d]+", deel))


@lru_cache(maxsize=8)
def _vorm(namen: tuple[str, ...]) -> re.Pattern[str]:
    """Names first, the longest of them first of all.

    What may stand before a name is said once: Python itself keeps hundreds of patterns, each with the names of one case.
    """
    eigen = rf"(?:{_TITELS})?(?:{'|'.join(map(re.escape, namen))})(?!\w)"
    namen_en_adressen = "|".join((*([eigen] if namen else ()), *_ADRESSEN))
    return re.compile(rf"(?<!\w)(?:(?P<naam>{namen_en_adressen})|{'|'.join(_VASTE_VORMEN)})")
