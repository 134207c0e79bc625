"""Readers of finished output: what a screen reader would hear in a PDF, and what Word holds.

The outline of poppler shows each marked text in quotes on a line of its own, below the structure it is in.
"""

import io
import re
import subprocess
import zipfile
from collections import Counter

import pypdfium2
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEKST = re.compile(r'^\s*"(.*)"$')


def poppler(opdracht: str, pdf: bytes, *opties: str) -> str:
    """What a command of poppler says about a PDF that it reads from standard input."""
    uitvoer = ["-"] if opdracht == "pdftotext" else []
    klaar = subprocess.run([opdracht, *opties, "-", *uitvoer], input=pdf, capture_output=True, check=True)
    return klaar.stdout.decode()


def structuurtekst(pdf: bytes) -> str:
    """The text of the structure tree in reading order."""
    regels = map(_TEKST.match, poppler("pdfinfo", pdf, "-struct-text").splitlines())
    return "\n".join(regel[1] for regel in regels if regel)


def docx_deel(docx: bytes, naam: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(docx)) as pakket:
        return pakket.read(naam)


def docx_tekst(docx: bytes, naam: str = "word/document.xml") -> str:
    """All text of a part, content controls and the marks of lists included; one line for each paragraph.

    Without the table of contents, which only Word has.
    """
    wortel = etree.fromstring(docx_deel(docx, naam))
    for inhoudsopgave in inhoudsopgaven(wortel):
        inhoudsopgave.clear()
    merken = _Merken(docx)
    alineas = (
        merken.van(alinea) + "".join(t.text or "" for t in alinea.iter(f"{W}t"))
        for alinea in wortel.iter(f"{W}p")
    )
    return "\n".join(alineas)


def inhoudsopgaven(wortel: etree._Element) -> list[etree._Element]:
    """The controls in which Word keeps a table of contents."""
    return [vak for vak in wortel.iter(f"{W}sdt") if vak.find(f"{W}sdtPr/{W}docPartObj") is not None]


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
