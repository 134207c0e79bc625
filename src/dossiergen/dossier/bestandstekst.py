"""What a finished file says, whatever wrote it: only letters and digits, in the order of reading."""

import io
import re
import unicodedata
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

import pypdfium2
from lxml import etree

from dossiergen.dossier.keuring.gelezen import Gelezen

__all__ = ["Labeltekst", "delen_van", "kaal", "labeltekst", "lopende_koppen", "pdftekst", "woordtekst"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HOOFDTEKST = "word/document.xml"
_INHOUDSOPGAVE = f"{_W}sdtPr/{_W}docPartObj"
_LOPEND = ("header1", "header2", "footer1")
_ANDERS = re.compile(r"[\W_]+")


def kaal(tekst: str) -> str:
    """Letters and digits only: white space, hyphens and marks differ between formats."""
    return _ANDERS.sub("", unicodedata.normalize("NFKC", tekst))


def pdftekst(inhoud: bytes) -> str:
    """All text of a PDF, page by page, whoever wrote it."""
    pdf = pypdfium2.PdfDocument(inhoud)
    try:
        return "".join(kaal(pdf[nr].get_textpage().get_text_range()) for nr in range(len(pdf)))
    finally:
        pdf.close()


@dataclass(frozen=True, slots=True)
class Labeltekst:
    """What the tags of a PDF say, without the marks of lists; apart, page by page, what is painted beside the tags."""

    tekst: str
    naast: tuple[str, ...]


def labeltekst(pdf: Gelezen) -> Labeltekst:
    """What a screen reader hears of a PDF of ours."""
    merken = {deel for tag in pdf.tags if tag.soort == "Lbl" for deel in tag.inhoud()}
    wortels = pdf.boom.wortels if pdf.boom else ()
    gezegd = (deel for wortel in wortels for deel in wortel.inhoud() if deel not in merken)
    naast = (kaal("".join(stuk.tekst or "" for stuk in stukken if stuk.nummer < 0)) for stukken in pdf.bladen)
    return Labeltekst(kaal(pdf.letters(gezegd)), tuple(naast))


# Whoever looks at a file asks for its parts more than once.
@lru_cache(maxsize=1)
def delen_van(docx: bytes) -> Mapping[str, bytes]:
    """The parts of a Word file by name."""
    with zipfile.ZipFile(io.BytesIO(docx)) as pakket:
        return MappingProxyType({naam: pakket.read(naam) for naam in pakket.namelist()})


def woordtekst(docx: bytes) -> str:
    """What the body of a Word file says, without the numbers of lists, which Word counts itself, and the contents."""
    wortel = etree.fromstring(delen_van(docx)[_HOOFDTEKST], etree.XMLParser(resolve_entities=False))
    for inhoudsopgave in [vak for vak in wortel.iter(f"{_W}sdt") if vak.find(_INHOUDSOPGAVE) is not None]:
        # A PDF has bookmarks instead.
        inhoudsopgave.clear()
    return _tekst(wortel)


def lopende_koppen(docx: bytes) -> tuple[str, ...]:
    """The words of heads and feet together, before the page number: those of most pages, and of the first."""
    delen = delen_van(docx)
    lezer = etree.XMLParser(resolve_entities=False)
    woorden = {naam: _tekst(etree.fromstring(delen[f"word/{naam}.xml"], lezer)) for naam in _LOPEND}
    voet = woorden["footer1"].removesuffix(kaal("pagina 1 van 1"))
    return woorden["header1"] + voet, woorden["header2"] + voet


def _tekst(knoop: etree._Element) -> str:
    return kaal("".join(t.text or "" for t in knoop.iter(f"{_W}t")))
