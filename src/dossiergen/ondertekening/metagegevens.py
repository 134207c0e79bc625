"""Whether a file still says of itself what it said when it was signed: its title, and which document of which case it is."""

# mypy: allow-untyped-calls
# pyHanko tells few of its types.

from collections.abc import Iterator
from io import BytesIO

from lxml import etree
from pyhanko.pdf_utils.reader import PdfFileReader

from dossiergen.ondertekening.lezen import KAPOT

__all__ = ["zegt_hetzelfde"]

# What a program that signs may write down of itself and of the hour.
_VRIJ_IN_INFO = {"/ModDate", "/Producer"}
_VRIJ_IN_XMP = {"ModifyDate", "MetadataDate", "Producer", "InstanceID", "xmptk"}


def zegt_hetzelfde(oud: bytes, nieuw: bytes) -> bool:
    """Readers show the metadata of the last update, and pyHanko lets an update write anything there."""
    try:
        eerder, nu = PdfFileReader(BytesIO(oud)), PdfFileReader(BytesIO(nieuw))
        return _info(eerder) == _info(nu) and _xmp(eerder) == _xmp(nu)
    except (*KAPOT, etree.XMLSyntaxError):
        return False


def _info(lezer: PdfFileReader) -> dict[str, str]:
    info = lezer.trailer["/Info"] if "/Info" in lezer.trailer else {}  # noqa: SIM401  it has no `get` of its own
    return {sleutel: repr(info[sleutel]) for sleutel in info if sleutel not in _VRIJ_IN_INFO}


def _xmp(lezer: PdfFileReader) -> list[tuple[str, str]]:
    if "/Metadata" not in lezer.root:
        return []
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True)
    return sorted(_gezegd(etree.fromstring(lezer.root["/Metadata"].data, parser)))


def _gezegd(wortel: etree._Element) -> Iterator[tuple[str, str]]:
    """Every value under its name, whether it is written as an element or as an attribute."""
    for knoop in wortel.iter(etree.Element):
        paren = [(knoop.tag, (knoop.text or "").strip()), *knoop.attrib.items()]
        yield from (
            (str(naam), str(inhoud))
            for naam, inhoud in paren
            if inhoud and etree.QName(str(naam)).localname not in _VRIJ_IN_XMP
        )
