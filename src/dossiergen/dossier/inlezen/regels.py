"""The text of one paragraph of a Word file, however Word has cut it up, and what stands in it that is no text."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from dossiergen.dossier.inlezen.pakket import Knoop

__all__ = ["AAN", "UIT", "VINKEN", "Opvang", "W", "is_veld", "sleutel_van", "tekst_van"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
AAN, UIT = "☒", "☐"
_AAN = frozenset("☑☒✓✔✗✘")
VINKEN = {UIT: False, **dict.fromkeys(_AAN, True)}
"""Marks before an option, with what they say."""
# Boxes of the fonts with marks, as Word writes them with w:sym.
_TEKENS: Mapping[str, str] = {
    "A8": UIT,
    "6F": UIT,
    "71": UIT,
    "FD": AAN,
    "FE": AAN,
    "52": AAN,
    "53": AAN,
    "FC": AAN,
}
# What Word computes: its outcome says nothing about the text.
_BEREKEND = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF", "TOC"})
_LANGSTE_INSTRUCTIE = 200
_BIJZONDER: Mapping[str, str] = {
    f"{W}drawing": "een afbeelding of tekstvak",
    f"{W}pict": "een afbeelding of tekstvak",
    f"{W}object": "een ingevoegd object",
    f"{W}footnoteReference": "een voetnoot",
    f"{W}endnoteReference": "een eindnoot",
    f"{W}commentReference": "een opmerking in de kantlijn",
    f"{_M}oMath": "een wiskundige vergelijking",
    f"{_M}oMathPara": "een wiskundige vergelijking",
    f"{W}altChunk": "een ingevoegd bestand",
    f"{W}subDoc": "een ingevoegd bestand",
}
_GEEN_TEKST = frozenset(
    {f"{W}rPr", f"{W}pPr", f"{W}sdtPr", f"{W}sdtEndPr", f"{W}tblPr", f"{W}tcPr", f"{W}trPr", f"{W}instrText"}
)
_TEKST: Mapping[str, str] = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
    f"{W}softHyphen": "",
}


@dataclass(slots=True)
class Opvang:
    """What is met while reading and is no text of a paragraph."""

    bijzonder: Callable[[str, Knoop], None]
    veld: Callable[[Knoop, str], str | None]
    """Called for a control with its key: the mark that stands for it, or None to read on in it."""
    berekend: Callable[[str, Knoop], str]
    """Called for a field that Word computes, with what it computes: the mark that stands for it."""
    velden: list[str] = field(default_factory=list)
    """The open computed fields, each with what it computes."""
    _uitkomsten: int = 0
    """How many of those say nothing about the text: counted, as a hostile file opens thousands."""

    @property
    def berekent(self) -> bool:
        return bool(self._uitkomsten)

    def open(self, naam: str) -> None:
        self.velden.append(naam)
        self._uitkomsten += naam in _BEREKEND

    def sluit(self) -> None:
        self._uitkomsten -= self.velden.pop() in _BEREKEND


def is_veld(sleutel: str) -> bool:
    """Whether the tag of a control is a key of ours."""
    return sleutel[:1] == "v" and sleutel[1:].isascii() and sleutel[1:].isdigit()


def sleutel_van(sdt: Knoop) -> str:
    tag = sdt.find(f"{W}sdtPr/{W}tag")
    return "" if tag is None else str(tag.get(f"{W}val", ""))


def tekst_van(alinea: Knoop, opvang: Opvang) -> str:
    """The text of a paragraph, of a run, or of whatever else stands on a line."""
    return "".join(_stukken(alinea, opvang))


def _stukken(houder: Knoop, opvang: Opvang) -> Iterator[str]:
    for kind in houder.iterchildren(etree.Element):
        naam = kind.tag
        if naam == f"{W}t":
            yield "" if opvang.berekent else (kind.text or "")
        elif naam in _TEKST:
            yield _TEKST[naam]
        elif naam in _GEEN_TEKST:
            continue
        elif naam in _ANDERS:
            yield from _ANDERS[naam](kind, opvang)
        elif naam in _BIJZONDER:
            opvang.bijzonder(_BIJZONDER[naam], kind)
        else:
            yield from _stukken(kind, opvang)


def _weg(kind: Knoop, opvang: Opvang) -> Iterator[str]:
    opvang.bijzonder("een bijgehouden wijziging", kind)
    yield ""


def _erbij(kind: Knoop, opvang: Opvang) -> Iterator[str]:
    opvang.bijzonder("een bijgehouden wijziging", kind)
    yield from _stukken(kind, opvang)


def _regeleinde(_kind: Knoop, _opvang: Opvang) -> Iterator[str]:
    yield "\n"


def _symbool(kind: Knoop, opvang: Opvang) -> Iterator[str]:
    code = str(kind.get(f"{W}char", "")).upper().removeprefix("F0").lstrip("0")
    if code not in _TEKENS:
        opvang.bijzonder("een symbool", kind)
    yield _TEKENS.get(code, "\N{REPLACEMENT CHARACTER}")


def _run(kind: Knoop, opvang: Opvang) -> Iterator[str]:
    verborgen = kind.find(f"{W}rPr/{W}vanish")
    if verborgen is not None and verborgen.get(f"{W}val") not in {"0", "false", "off"}:
        opvang.bijzonder("verborgen tekst", kind)
    yield from _stukken(kind, opvang)


def _veldteken(kind: Knoop, opvang: Opvang) -> Iterator[str]:
    """A computed field in pieces: begin, what it computes, separate, the outcome, end."""
    soort = kind.get(f"{W}fldCharType")
    if soort == "begin":
        naam = _instructie(kind)
        yield "" if opvang.berekent else opvang.berekend(naam, kind)
        opvang.open(naam)
    elif soort == "end" and opvang.velden:
        opvang.sluit()


def _instructie(begin: Knoop) -> str:
    """The word after the begin, in this run or one that follows it, as far as the next mark of a field."""
    tekst = ""
    for kind in _erna(begin):
        if kind.tag == f"{W}fldChar" or len(tekst.split()) > 1 or len(tekst) > _LANGSTE_INSTRUCTIE:
            break
        tekst += kind.text or "" if kind.tag == f"{W}instrText" else ""
    return (tekst.split() or [""])[0].upper()


def _erna(knoop: Knoop) -> Iterator[Knoop]:
    yield from knoop.itersiblings()
    run = knoop.getparent()
    if run is not None:
        for volgende in run.itersiblings():
            yield from volgende.iter()


def _eenvoudig_veld(kind: Knoop, opvang: Opvang) -> Iterator[str]:
    naam = (str(kind.get(f"{W}instr", "")).split() or [""])[0].upper()
    yield opvang.berekend(naam, kind)
    if naam not in _BEREKEND:
        yield from _stukken(kind, opvang)


def _besturing(kind: Knoop, opvang: Opvang) -> Iterator[str]:
    teken = opvang.veld(kind, sleutel_van(kind))
    if teken is not None:
        yield teken
        return
    inhoud = kind.find(f"{W}sdtContent")
    if inhoud is None:
        return
    if (vak := kind.find(f"{W}sdtPr/{_W14}checkbox")) is None:
        yield from _stukken(inhoud, opvang)
        return
    # What is seen counts; without a mark, what the box says of itself.
    gezien = "".join(_stukken(inhoud, opvang)).strip()
    if gezien and gezien[0] in _AAN | {UIT}:
        yield AAN if gezien[0] in _AAN else UIT
        yield gezien[1:]
    else:
        stand = vak.find(f"{_W14}checked")
        yield AAN if stand is not None and stand.get(f"{_W14}val") in {"1", "true", "on"} else UIT
        yield gezien


def _keuze_van_versies(kind: Knoop, opvang: Opvang) -> Iterator[str]:
    """The same thing for newer and older Words; read once."""
    eerste = next(iter(kind.iterchildren(f"{_MC}Choice", f"{_MC}Fallback")), None)
    if eerste is not None:
        yield from _stukken(eerste, opvang)


_ANDERS: Mapping[object, Callable[[Knoop, Opvang], Iterator[str]]] = {
    f"{W}r": _run,
    f"{W}br": _regeleinde,
    f"{W}sym": _symbool,
    f"{W}fldChar": _veldteken,
    f"{W}fldSimple": _eenvoudig_veld,
    f"{W}sdt": _besturing,
    f"{W}del": _weg,
    f"{W}moveFrom": _weg,
    f"{W}ins": _erbij,
    f"{W}moveTo": _erbij,
    f"{_MC}AlternateContent": _keuze_van_versies,
}
