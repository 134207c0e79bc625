"""Makes the index of the lexicon out of its source files: `tools/lexicon` writes it, and a test says when it is behind.

Reading the sources takes seventy milliseconds, reading the index three; a check of a case takes less than five hundred.
"""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from dossiergen.medisch.lexicon import DEEL, ZWAK
from dossiergen.medisch.lezen import BRON, blokken, regels

__all__ = ["inhoudsopgave"]

_TERMEN = ("ziekten", "klachten", "middelen", "behandeling")
_KORTSTE_LETTERFOUT = 6


def inhoudsopgave() -> dict[str, Any]:
    """All that `lexicon.Lexicon` holds, as JSON can hold it. A term is written as its number in `termen`."""
    index = _Index()
    index.lees_termen()
    index.lees_samenstellingen()
    index.lees_uitdrukkingen()
    opgave = index.opgave
    opgave["afkortingen"] = {
        woord.upper(): index.nummer(kop) for kop, termen in blokken("afkortingen") for woord in termen
    }
    opgave["gewoon"] = "\n".join(
        sorted(
            {woord for naam in ("gewoon", "letterfout") for _, termen in blokken(naam) for woord in termen}
        )
    )
    opgave["rustig"] = "\n".join(sorted({woord for _, termen in blokken("rustig") for woord in termen}))
    opgave["woorden"] = _per_nummer(opgave["woorden"])
    for naam in ("neutraal", "uitgangen"):
        opgave[naam] = "\n".join(opgave[naam])
    opgave["groepen"] = {kop[0]: _groep(termen) for kop, termen in blokken("context")}
    opgave["teksten"] = _teksten(BRON / "advies.txt")
    opgave["termen"] = [list(term) for term in index.termen]
    return opgave


class _Index:
    """What is being gathered."""

    def __init__(self) -> None:
        self.termen: dict[tuple[str, ...], int] = {}
        self.reeksen: list[tuple[str, int]] = []
        self.opgave: dict[str, Any] = {
            "woorden": {}, "delen": {}, "hoofden": {}, "slotten": {},
            "beginnen": {}, "neutraal": [], "uitgangen": [],
        }  # fmt: skip

    def nummer(self, kop: list[str]) -> int:
        return self.termen.setdefault(tuple(kop), len(self.termen))

    def lees_termen(self) -> None:
        for naam in _TERMEN:
            for kop, termen in blokken(naam):
                if kop[0] == "uitgang":
                    self.opgave["uitgangen"] += termen
                else:
                    for woord in termen:
                        self._berg(woord, self.nummer(kop))
        self._verdeel_in_helften()

    def _berg(self, woord: str, nummer: int) -> None:
        """A hyphen may be left out, or be a space. What is claimed first, counts."""
        if "-" in woord:
            self._berg(woord.replace("-", " "), nummer)
            woord = woord.replace("-", "")
        woord = woord.replace("'", "")
        if " " in woord:
            self.reeksen.append((woord, nummer))
        else:
            self.opgave["woorden"].setdefault(woord, nummer)

    def _verdeel_in_helften(self) -> None:
        """Terms by their length and one half: whoever makes one mistake leaves the other half whole."""
        sterkte = [term[2] if len(term) > 2 else "" for term in self.termen]
        koppen: dict[str, list[str]] = defaultdict(list)
        staarten: dict[str, list[str]] = defaultdict(list)
        for woord, nummer in self.opgave["woorden"].items():
            lengte = len(woord)
            if lengte >= _KORTSTE_LETTERFOUT and sterkte[nummer] != ZWAK:
                koppen[f"{lengte}{woord[: lengte // 2]}"].append(woord)
                staarten[f"{lengte}{woord[lengte // 2 :]}"].append(woord)
        self.opgave |= {"koppen": _aaneen(koppen, " "), "staarten": _aaneen(staarten, " ")}

    def lees_samenstellingen(self) -> None:
        for (wat, soort, *rest), termen in blokken("lichaam"):
            kaal = [woord.replace("-", "") for woord in termen]
            if wat == "deel":
                self.opgave["delen"] |= dict.fromkeys(kaal, self.nummer(["klacht", soort, DEEL]))
            elif wat == "begin":
                self.opgave["beginnen"].update(dict.fromkeys(kaal, self.nummer([soort, *rest])))
            elif wat == "neutraal":
                self.opgave["neutraal"] += kaal
            else:
                self.opgave["hoofden" if wat == "hoofd" else "slotten"].update(dict.fromkeys(kaal, soort))

    def lees_uitdrukkingen(self) -> None:
        gezegden = [(regel, self.nummer(kop)) for kop, inhoud in regels("uitdrukkingen") for regel in inhoud]
        vrij = [regel for _, inhoud in regels("onschuldig") for regel in inhoud]
        self.opgave["gewoonbegin"] = [regel[:-1] for regel in vrij if _is_begin(regel)]
        onschuldig = [(regel, -1) for regel in vrij if not _is_begin(regel)]
        self.opgave |= {
            "uitdrukkingen": _aaneen(_op_anker([*self.reeksen, *gezegden]), "\n"),
            "onschuldig": _aaneen(_op_anker(onschuldig), "\n"),
        }


def _is_begin(regel: str) -> bool:
    """One word with an open end: a beginning of ordinary words."""
    return " " not in regel and "|" not in regel and regel.endswith("~")


def _aaneen(lijsten: Mapping[str, list[str]], teken: str) -> dict[str, str]:
    """One text reads three times as fast as a list of them."""
    return {sleutel: teken.join(lijst) for sleutel, lijst in lijsten.items()}


def _per_nummer(woorden: Mapping[str, int]) -> dict[str, str]:
    op_nummer: dict[str, list[str]] = defaultdict(list)
    for woord, nummer in woorden.items():
        op_nummer[str(nummer)].append(woord)
    return _aaneen(op_nummer, "\n")


def _op_anker(paren: list[tuple[str, int]]) -> dict[str, list[str]]:
    """By the words of which an expression must have one."""
    op_anker: dict[str, list[str]] = defaultdict(list)
    for vorm, nummer in dict.fromkeys((vorm.replace(",", ""), nummer) for vorm, nummer in paren):
        for anker in sorted(_ankers(vorm)):
            op_anker[anker].append(f"{nummer} {vorm}")
    return op_anker


def _ankers(vorm: str) -> set[str]:
    """The choices for the rarest word: none of them in every text, and the longest at their shortest."""
    vast = [woord.split("|") for woord in vorm.split() if woord != "*" and "~" not in woord]
    if not vast:
        raise ValueError(f"no word to look up in: {vorm}")
    alledaags, functioneel = _alledaags()
    return set(
        max(
            vast,
            key=lambda keuzes: (
                alledaags.isdisjoint(keuzes),
                functioneel.isdisjoint(keuzes),
                min(map(len, keuzes)),
            ),
        )
    )


@cache
def _alledaags() -> tuple[frozenset[str], frozenset[str]]:
    gewoon, functioneel = (frozenset(termen) for _, termen in blokken("alledaags"))
    return gewoon | functioneel, functioneel


def _groep(termen: list[str]) -> list[list[str]]:
    """Whole words, and beginnings of words."""
    heel = sorted({term for term in termen if "~" not in term})
    return [heel, sorted({term[:-1] for term in termen if term.endswith("~")})]


def _teksten(pad: Path) -> dict[str, dict[str, str]]:
    """As written, with capitals and accents."""
    teksten: dict[str, dict[str, str]] = {}
    deel = ""
    for regel in pad.read_text("utf-8").splitlines():
        if regel.startswith("["):
            deel = regel.strip("[]")
        elif not regel.startswith("#"):
            naam, _, tekst = regel.partition(": ")
            teksten.setdefault(deel, {})[naam] = tekst
    return teksten
