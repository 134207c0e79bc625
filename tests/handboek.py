"""What a handbook tells its reader to do: the files to write and the commands to type, in the order of the text.

Knows Markdown and nothing of dossiergen. How a handbook marks what it asks stands in `test_handboeken.py`.
"""

import re
import shlex
import socket
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

__all__ = [
    "PLAATSHOUDER",
    "Bestand",
    "Map",
    "Opdracht",
    "Stap",
    "binnen_de_machine",
    "koppen",
    "lees",
    "regels_met_opdracht",
]

PLAATSHOUDER = re.compile(r"…|<\w")
"""A command with something that the reader has to fill in; nobody can run it as it stands."""

# What a reader types besides dossiergen; the test runs it as well.
_GEWOON = ("chmod ", "cp ", "mkdir ")
_BESTAND = re.compile(
    r"# (?P<pad>[\w./-]+\.yaml)(?:, (?:(?P<waar>achteraan)|(?P<hoe>in plaats van|onder) (?P<sleutel>\w+)))?"
)
_EXITCODE = re.compile(r"exitcode\s+(\d+)")
_OMHEINING = re.compile(r"\s*```")
_IN_DE_TEKST = re.compile(r"`(dossiergen\s[^`]+)`")
_ANDERE_MAP = re.compile(r"<!-- (een lege map|de map met de voorbeelden) -->")
_ONDERBROKEN = 130


@dataclass(frozen=True, slots=True)
class Opdracht:
    """A line to type. `getoond`: lines that the reader then sees, in this order, with anything between them."""

    regel: int
    woorden: tuple[str, ...]
    exitcode: int = 0
    invoer: tuple[str, ...] = ()
    getoond: tuple[str, ...] = ()
    stopt_niet: bool = False
    in_de_tekst: bool = False

    @property
    def plaatshouder(self) -> bool:
        return bool(PLAATSHOUDER.search(" ".join(self.woorden)))


@dataclass(frozen=True, slots=True)
class Map:
    """Another folder to work in from here on: the one with the sample cases, or a new one in which nothing is."""

    regel: int
    leeg: bool


@dataclass(frozen=True, slots=True)
class Bestand:
    """A file to write: whole, at its end, or at the last group with this key: in its place, or at the end of it."""

    regel: int
    pad: str
    tekst: str
    achteraan: bool = False
    sleutel: str = ""
    onder: bool = False

    def schrijf(self, map_: Path) -> None:
        pad = map_ / self.pad
        pad.parent.mkdir(parents=True, exist_ok=True)
        if self.sleutel:
            pad.write_text(self._in_de_groep(pad.read_text("utf-8")), "utf-8")
        elif self.achteraan:
            pad.write_text(pad.read_text("utf-8").rstrip("\n") + "\n" + self.tekst, "utf-8")
        else:
            pad.write_text(self.tekst, "utf-8")

    def _in_de_groep(self, inhoud: str) -> str:
        regels = inhoud.splitlines()
        begin = max(nr for nr, regel in enumerate(regels) if re.match(rf" *{self.sleutel}:", regel))
        diepte = _diepte(regels[begin])
        na = range(begin + 1, len(regels))
        einde = next((nr for nr in na if regels[nr] and _diepte(regels[nr]) <= diepte), len(regels))
        while not regels[einde - 1]:
            einde -= 1
        tot = einde if self.onder else begin
        return "\n".join((*regels[:tot], *self.tekst.splitlines(), *regels[einde:])) + "\n"


def _diepte(regel: str) -> int:
    return len(regel) - len(regel.lstrip())


Stap = Opdracht | Bestand | Map


def lees(handboek: str) -> list[Stap]:
    """Every step, in the order of the text."""
    return list(_stappen(handboek.splitlines()))


def regels_met_opdracht(handboek: str) -> list[int]:
    """The lines of every command, found in another way than by reading the blocks."""
    zonder_omheining = re.sub(
        r"```.*?\n(.*?)```", lambda gevonden: textwrap.indent(gevonden[0], "    "), handboek, flags=re.DOTALL
    )
    getypt = re.finditer(r"^ {4,}dossiergen\s|`dossiergen\s", zonder_omheining, re.MULTILINE)
    return sorted(zonder_omheining.count("\n", 0, treffer.start()) + 1 for treffer in getypt)


def koppen(pad: Path) -> set[str]:
    """The headings of a page, as GitHub and VS Code name them in a link."""
    gevonden = re.findall(r"^#+ (.*)$", pad.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", kop).lower().replace(" ", "-") for kop in gevonden}


def _stappen(regels: list[str]) -> Iterator[Stap]:
    """Paragraphs and blocks by turns; a paragraph says something about the block that follows it at once."""
    alinea = ""
    for begin, deel, blok in _delen(regels):
        if blok:
            yield from _van_blok(begin, deel, alinea)
            alinea = ""
        else:
            alinea = "\n".join(deel)
            if map_ := _ANDERE_MAP.fullmatch(alinea):
                yield Map(begin, map_[1] == "een lege map")
            yield from _uit_de_tekst(begin, alinea)


def _delen(regels: list[str]) -> Iterator[tuple[int, list[str], bool]]:
    """First line number, lines, and whether it is a block."""
    nr = 0
    while nr < len(regels):
        begin = nr
        if not regels[nr].strip():
            nr += 1
        elif _OMHEINING.match(regels[nr]):
            nr = next(i for i in range(begin + 1, len(regels)) if _OMHEINING.match(regels[i])) + 1
            yield begin + 2, regels[begin + 1 : nr - 1], True
        elif regels[nr].startswith("    "):
            while nr < len(regels) and (regels[nr].startswith("    ") or not regels[nr].strip()):
                nr += 1
            yield begin + 1, regels[begin:nr], True
        else:
            while nr < len(regels) and regels[nr].strip() and not _OMHEINING.match(regels[nr]):
                nr += 1
            yield begin + 1, regels[begin:nr], False


def _van_blok(begin: int, regels: list[str], alinea: str) -> Iterator[Stap]:
    tekst = textwrap.dedent("\n".join(regels)).rstrip("\n") + "\n"
    kop, _, rest = tekst.partition("\n")
    if bestand := _BESTAND.fullmatch(kop):
        yield Bestand(
            begin,
            bestand["pad"],
            rest,
            bool(bestand["waar"]),
            bestand["sleutel"] or "",
            bestand["hoe"] == "onder",
        )
    else:
        yield from _getypt(begin, tekst.splitlines(), alinea)


def _getypt(begin: int, regels: list[str], alinea: str) -> Iterator[Opdracht]:
    opdracht: Opdracht | None = None
    for nr, regel in enumerate(regels, begin):
        if regel.startswith(("dossiergen ", *_GEWOON)):
            if opdracht:
                yield opdracht
            opdracht = _opdracht(nr, regel, alinea)
        elif opdracht and (regel == ">" or regel.startswith("> ")):
            opdracht = _beantwoord(opdracht, regel[2:])
        elif opdracht and regel.strip() not in {"", "…"}:
            opdracht = replace(opdracht, getoond=(*opdracht.getoond, regel))
    if opdracht:
        yield opdracht


def _beantwoord(opdracht: Opdracht, antwoord: str) -> Opdracht:
    """On the screen the answer stands behind the question."""
    *ervoor, vraag = opdracht.getoond
    return replace(
        opdracht, invoer=(*opdracht.invoer, antwoord), getoond=(*ervoor, f"{vraag} {antwoord}".rstrip())
    )


def _opdracht(nr: int, regel: str, alinea: str) -> Opdracht:
    """What stands behind two or more spaces is a remark, and goes before what the paragraph says."""
    getypt, _, opmerking = regel.partition("  ")
    exitcode = _EXITCODE.search(opmerking) or _EXITCODE.search(alinea)
    stopt_niet = "Ctrl-C" in opmerking + alinea
    anders = _ONDERBROKEN if stopt_niet else 0
    return Opdracht(
        nr, tuple(shlex.split(getypt)), int(exitcode[1]) if exitcode else anders, stopt_niet=stopt_niet
    )


def _uit_de_tekst(begin: int, alinea: str) -> Iterator[Opdracht]:
    exitcode = _EXITCODE.search(alinea)
    for treffer in _IN_DE_TEKST.finditer(alinea):
        yield Opdracht(
            begin + alinea.count("\n", 0, treffer.start()),
            tuple(shlex.split(treffer[1])),
            int(exitcode[1]) if exitcode else 0,
            in_de_tekst=True,
        )


def binnen_de_machine(verbind: Callable[[socket.socket, Any], None]) -> Callable[[socket.socket, Any], None]:
    """Processes of one machine speak through a file; anything else is a network."""

    def verbonden(lijn: socket.socket, waar: Any) -> None:
        if lijn.family != socket.AF_UNIX:
            raise AssertionError("a handbook's commands do without a network")
        verbind(lijn, waar)

    return verbonden
