"""Checks on what a PDF says about itself as a whole: norm, language, title, tags, order of tabs, notes."""

import re
from collections.abc import Iterator
from typing import Any

import pikepdf
from lxml import etree

from dossiergen.dossier.keuring.bezwaar import Bezwaar
from dossiergen.dossier.keuring.gelezen import Gelezen
from dossiergen.dossier.keuring.velden import is_tijdstempel
from dossiergen.dossier.keuring.woorden import zegt_iets
from dossiergen.dossier.keuring.zinnen import maak

__all__ = ["aantekeningen", "verklaring"]

_NEDERLANDS = re.compile(r"nl(-[A-Z]{2})?")
_PDFA = "http://www.aiim.org/pdfa/ns/id/"
_PDFUA = "http://www.aiim.org/pdfua/ns/id/"
_DUBLIN = "http://purl.org/dc/elements/1.1/"
_NORM = {(_PDFA, "part"): "3", (_PDFA, "conformance"): "A", (_PDFUA, "part"): "1"}


def verklaring(gelezen: Gelezen) -> Iterator[Bezwaar]:
    """The catalogue and the metadata."""
    wortel = gelezen.pdf.Root
    xmp = _xmp(gelezen.pdf)
    if any(_waarde(xmp, *naam) != waarde for naam, waarde in _NORM.items()):
        yield maak("norm")
    if not _NEDERLANDS.fullmatch(str(wortel.get("/Lang", ""))):
        yield maak("taal")
    titel = str(gelezen.pdf.docinfo.get("/Title", ""))
    if not zegt_iets(titel) or _waarde(xmp, _DUBLIN, "title") != titel:
        yield maak("titel")
    if not _is_waar(wortel.get("/ViewerPreferences"), "/DisplayDocTitle"):
        yield maak("titel-in-venster")
    merk = wortel.get("/MarkInfo")
    if not _is_waar(merk, "/Marked") or _is_waar(merk, "/Suspects"):
        yield maak("gemarkeerd")


def _is_waar(houder: Any, naam: str) -> bool:
    return isinstance(houder, pikepdf.Dictionary) and bool(houder.get(naam, False))


def _xmp(pdf: pikepdf.Pdf) -> etree._Element | None:
    metagegevens = pdf.Root.get("/Metadata")
    if not isinstance(metagegevens, pikepdf.Stream):
        return None
    try:
        return etree.fromstring(metagegevens.read_bytes(), etree.XMLParser(resolve_entities=False))
    except etree.XMLSyntaxError:
        return None


def _waarde(xmp: etree._Element | None, ruimte: str, naam: str) -> str:
    """What the metadata say under a name, as attribute or as element; empty where they do not."""
    if xmp is None:
        return ""
    volledig = f"{{{ruimte}}}{naam}"
    for knoop in xmp.iter(etree.Element):
        if (waarde := knoop.get(volledig)) is not None:
            return str(waarde)
        if knoop.tag == volledig:
            return "".join(str(deel) for deel in knoop.itertext()).strip()
    return ""


def aantekeningen(gelezen: Gelezen) -> Iterator[Bezwaar]:
    """Links and fields: reached in the order of the tags, and said in words."""
    for nummer, blad in enumerate(gelezen.pdf.pages, 1):
        noten = blad.obj.get("/Annots")
        if not isinstance(noten, pikepdf.Array) or not len(noten):
            continue
        if blad.obj.get("/Tabs") != pikepdf.Name.S:
            yield maak("tabvolgorde", nummer)
        if not all(is_tijdstempel(noot) or _omschreven(noot) for noot in noten):
            yield maak("aantekening", nummer)


def _omschreven(noot: Any) -> bool:
    """Whether it has a tag, and words."""
    if not isinstance(noot, pikepdf.Dictionary) or "/StructParent" not in noot:
        return False
    return any(str(noot.get(naam, "")).strip() for naam in ("/Contents", "/TU"))
