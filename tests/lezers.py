"""Readers of finished output: what a screen reader would hear in a PDF, and what Word holds.

The outline of poppler shows each marked text in quotes on a line of its own, below the structure it is in.
"""

import io
import re
import subprocess
import zipfile

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
    """All text of a part, content controls included; one line for each paragraph."""
    wortel = etree.fromstring(docx_deel(docx, naam))
    alineas = ("".join(t.text or "" for t in alinea.iter(f"{W}t")) for alinea in wortel.iter(f"{W}p"))
    return "\n".join(alineas)


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
