"""Readers of finished output: what a screen reader would hear in a PDF, and what Word holds.

The outline of poppler shows each marked text in quotes on a line of its own, below the structure it is in.
"""

import io
import re
import subprocess
import zipfile
from collections import Counter
from dataclasses import dataclass, field

import pypdfium2
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEKST = re.compile(r'^\s*"(.*)"$')


def poppler(opdracht: str, pdf: bytes, *opties: str) -> str:
    """What a command of poppler says about a PDF that it reads from standard input."""
    uitvoer = ["-"] if opdracht == "pdftotext" else []
    klaar = subprocess.run([opdracht, *opties, "-", *uitvoer], input=pdf, capture_output=True, check=True)
    return klaar.stdout.decode()


@dataclass(slots=True)
class _Omtrek:
    """Walks through the outline; knows in which elements it is, and how the last table began."""

    tekst: list[str] = field(default_factory=list)
    _pad: list[tuple[int, str]] = field(default_factory=list)
    _kop: list[str] = field(default_factory=list)
    _vorige_kop: list[str] = field(default_factory=list)
    _loopt: bool = False

    def lees(self, regel: str) -> None:
        diepte = len(regel) - len(regel.lstrip())
        while self._pad and self._pad[-1][0] >= diepte:
            if self._pad.pop()[1] == "THead":
                self._sluit_kop()
        gevonden = _TEKST.match(regel)
        if gevonden is None:
            self._pad.append((diepte, regel.split(maxsplit=1)[0] if regel.strip() else ""))
            return
        namen = {naam for _, naam in self._pad}
        if "THead" in namen:
            self._kop.append(gevonden[1])
        else:
            self._loopt = self._loopt and "Table" in namen
            self.tekst.append(gevonden[1])

    def _sluit_kop(self) -> None:
        """A table that follows a table with the same head is its rest on the next page."""
        if not (self._loopt and self._kop == self._vorige_kop):
            self.tekst.extend(self._kop)
        self._vorige_kop, self._kop, self._loopt = self._kop, [], True


def structuurtekst(pdf: bytes) -> str:
    """The text of the structure tree in reading order, without the heads that a table repeats on each page."""
    omtrek = _Omtrek()
    for regel in poppler("pdfinfo", pdf, "-struct-text").splitlines():
        omtrek.lees(regel)
    return "\n".join(omtrek.tekst)


def docx_deel(docx: bytes, naam: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(docx)) as pakket:
        return pakket.read(naam)


def docx_tekst(docx: bytes, naam: str = "word/document.xml") -> str:
    """All text of a part, content controls and the marks of lists included; one line for each paragraph."""
    wortel = etree.fromstring(docx_deel(docx, naam))
    merken = _Merken(docx)
    alineas = (
        merken.van(alinea) + "".join(t.text or "" for t in alinea.iter(f"{W}t"))
        for alinea in wortel.iter(f"{W}p")
    )
    return "\n".join(alineas)


class _Merken:
    """Counts list items as Word does."""

    def __init__(self, docx: bytes) -> None:
        wortel = etree.fromstring(docx_deel(docx, "word/numbering.xml"))
        vormen = {
            vorm.get(f"{W}abstractNumId"): [
                str(tekst.get(f"{W}val")) for tekst in vorm.iterfind(f"{W}lvl/{W}lvlText")
            ]
            for vorm in wortel.iterfind(f"{W}abstractNum")
        }
        self._vormen = {
            str(telling.get(f"{W}numId")): vormen[telling[0].get(f"{W}val")]
            for telling in wortel.iterfind(f"{W}num")
        }
        self._stand: Counter[tuple[str, int]] = Counter()

    def van(self, alinea: etree._Element) -> str:
        punt = alinea.find(f"{W}pPr/{W}numPr")
        if punt is None:
            return ""
        diepte, telling = (int(kind.get(f"{W}val", "")) for kind in punt)
        self._stand[str(telling), diepte] += 1
        vorm = self._vormen[str(telling)][diepte]
        return vorm.replace(f"%{diepte + 1}", str(self._stand[str(telling), diepte]))


def zonder_wit(tekst: str) -> str:
    return re.sub(r"[\s\u00ad]+", "", tekst)


def zonder_afbreking(pdf_tekst: str, bedoeld: str) -> str:
    """The PDF's text without white space, and without each hyphen that only breaks a word that is meant to be whole."""
    uit: list[str] = []
    doel = zonder_wit(bedoeld)
    for teken in zonder_wit(pdf_tekst):
        verwacht = doel[len(uit)] if len(uit) < len(doel) else ""
        if teken == "-" and verwacht != "-" and uit and uit[-1].isalpha() and verwacht.isalpha():
            continue
        uit.append(teken)
    return "".join(uit)


def gebroken_woorden(pdf: bytes) -> set[str]:
    """Words of which a part stands on one line and the rest on the next, with and without the hyphen between them.

    Not by Poppler: to that, a broken word is whole again, as it is to a screen reader.
    """
    with pypdfium2.PdfDocument(pdf) as document:
        tekst = "".join(bladzijde.get_textpage().get_text_range() for bladzijde in document)
    paren = re.findall(r"([\w'’-]+?)-?(?:\ufffe|(?<=-)\r?\n)([\w'’-]+)", tekst)
    return {begin + midden + rest for begin, rest in paren for midden in ("", "-")}
