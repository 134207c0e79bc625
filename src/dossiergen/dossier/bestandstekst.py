"""What a finished file says, whatever wrote it: only letters and digits, in the order of reading."""

import io
import re
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pypdfium2
from lxml import etree

__all__ = [
    "Woordtekst",
    "delen_van",
    "kaal",
    "lopende_koppen",
    "pdftekst",
    "woordtekst",
    "zonder_herhaalde_koppen",
]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HOOFDTEKST = "word/document.xml"
_LIJSTEN = "word/numbering.xml"
_LOPEND = ("header1", "header2", "footer1")
_LIJSTNUMMER = re.compile(r"[0-9]{1,2}\.")
_ANDERS = re.compile(r"[\W_]+")


def kaal(tekst: str) -> str:
    """Letters and digits only: white space, hyphens and marks differ between formats."""
    return _ANDERS.sub("", unicodedata.normalize("NFKC", tekst))


def pdftekst(inhoud: bytes, lopend: tuple[str, ...] = (), nummers: tuple[str, ...] = ()) -> str:
    """The text of a PDF, page by page without running heads and feet, and without the numbers of lists.

    `lopend`: the words of heads and feet, of most pages and of the first. `nummers`: of the list items of the whole document, in order.
    """
    pdf = pypdfium2.PdfDocument(inhoud)
    try:
        aantal = len(pdf)
        bladzijden = [kaal(pdf[nr].get_textpage().get_text_range()) for nr in range(aantal)]
    finally:
        pdf.close()
    rest = list(nummers)
    return "".join(
        # A first page may end with the name that the others have in their head.
        _zonder_nummers(
            _zonder_lopende(tekst, lopend[1:] if nr == 1 else lopend[:1], f"pagina{nr}van{aantal}"), rest
        )
        for nr, tekst in enumerate(bladzijden, 1)
    )


def _zonder_nummers(tekst: str, rest: list[str]) -> str:
    """Numbers of lists come after all other text of their page; takes those of this page out of `rest`."""
    for aantal in range(len(rest), 0, -1):
        if tekst.endswith(einde := "".join(rest[:aantal])):
            del rest[:aantal]
            return tekst.removesuffix(einde)
    return tekst


def _zonder_lopende(tekst: str, lopend: tuple[str, ...], paginanummer: str) -> str:
    """Heads and feet come after the text of their page."""
    koppen = (kop + paginanummer for kop in lopend)
    kop = next((kop for kop in koppen if tekst.endswith(kop)), "")
    return tekst.removesuffix(kop)


def delen_van(docx: bytes) -> Mapping[str, bytes]:
    """The parts of a Word file by name."""
    with zipfile.ZipFile(io.BytesIO(docx)) as pakket:
        return {naam: pakket.read(naam) for naam in pakket.namelist()}


@dataclass(frozen=True, slots=True)
class Woordtekst:
    """The text of a Word file's body without the numbers of lists, which stand apart, as do the heads of tables."""

    tekst: str
    koppen: tuple[str, ...]
    nummers: tuple[str, ...]


def woordtekst(docx: bytes) -> Woordtekst:
    """What a Word file says; of its tables the heads that have several columns."""
    delen = delen_van(docx)
    wortel = etree.fromstring(delen[_HOOFDTEKST], etree.XMLParser(resolve_entities=False))
    nummers = _lijstnummers(wortel, _genummerd(delen.get(_LIJSTEN)))
    return Woordtekst(_tekst(wortel), tuple(_koppen(wortel)), tuple(nummers))


def lopende_koppen(docx: bytes) -> tuple[str, ...]:
    """The words of heads and feet together, before the page number: those of most pages, and of the first."""
    delen = delen_van(docx)
    lezer = etree.XMLParser(resolve_entities=False)
    woorden = {naam: _tekst(etree.fromstring(delen[f"word/{naam}.xml"], lezer)) for naam in _LOPEND}
    voet = woorden["footer1"].removesuffix(kaal("pagina 1 van 1"))
    return woorden["header1"] + voet, woorden["header2"] + voet


def _koppen(wortel: etree._Element) -> Iterator[str]:
    for rij in wortel.iter(f"{_W}tr"):
        cellen = [_tekst(cel) for cel in rij.iter(f"{_W}tc")]
        if rij.find(f"{_W}trPr/{_W}tblHeader") is not None and len(cellen) > 1:
            yield "".join(cellen)


def _tekst(knoop: etree._Element) -> str:
    return kaal("".join(t.text or "" for t in knoop.iter(f"{_W}t") if not _is_lijstnummer(t)))


def _genummerd(lijsten: bytes | None) -> frozenset[str]:
    """Which counts of lists have numbers."""
    if lijsten is None:
        return frozenset()
    wortel = etree.fromstring(lijsten, etree.XMLParser(resolve_entities=False))
    vormen = {
        vorm.get(f"{_W}abstractNumId")
        for vorm in wortel.iterfind(f"{_W}abstractNum")
        if any(soort.get(f"{_W}val") == "decimal" for soort in vorm.iterfind(f"{_W}lvl/{_W}numFmt"))
    }
    return frozenset(
        str(telling.get(f"{_W}numId"))
        for telling in wortel.iterfind(f"{_W}num")
        if any(vorm.get(f"{_W}val") in vormen for vorm in telling.iterfind(f"{_W}abstractNumId"))
    )


def _lijstnummers(wortel: etree._Element, genummerd: frozenset[str]) -> Iterator[str]:
    """The numbers before list items: those that Word counts, and those that an older file of ours has as text."""
    stand: Counter[str] = Counter()
    for alinea in wortel.iter(f"{_W}p"):
        telling = alinea.find(f"{_W}pPr/{_W}numPr/{_W}numId")
        lijst = "" if telling is None else telling.get(f"{_W}val", "")
        if lijst in genummerd:
            stand[lijst] += 1
            yield str(stand[lijst])
        yield from (kaal(t.text or "") for t in alinea.iter(f"{_W}t") if _is_lijstnummer(t))


def _is_lijstnummer(tekst: etree._Element) -> bool:
    """In an older file of ours the number of a list item is a run of its own, with a tab after it."""
    run = tekst.getparent()
    volgende = run.getnext() if run is not None else None
    heeft_tab = volgende is not None and volgende.find(f"{_W}tab") is not None
    return heeft_tab and _LIJSTNUMMER.fullmatch(tekst.text or "") is not None


def zonder_herhaalde_koppen(tekst: str, koppen: tuple[str, ...]) -> str:
    """Heads of tables out: a PDF repeats them on each page."""
    for kop in sorted(koppen, key=len, reverse=True):
        tekst = tekst.replace(kop, "")
    return tekst
