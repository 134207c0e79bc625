"""Which document of which case a PDF says it is. Whoever made the file may have written anything there: none of it is trusted here."""

import io
import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import pikepdf
from lxml import etree

__all__ = ["STUK", "WAARDEN", "PdfHerkomst", "lees_herkomst"]

STUK = "urn:dossiergen:stuk:1"
_NAAM = re.compile(r"(?!.*[0-9]{9})\w[\w .-]{0,63}")
_NUMMER = re.compile(r"[1-9][0-9]{0,3}")

WAARDEN: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "kenmerk": re.compile(r"(?!.*[0-9]{9})[A-Z0-9-]{4,24}"),
        "stuk": _NAAM,
        "volgnr": _NUMMER,
        "versie": _NUMMER,
        "huisstijl": _NAAM,
        "inhoud": re.compile(r"[0-9a-f]{64}"),
    }
)
"""What each of them can be; nine digits in a row are somebody's number."""
_MAG_ONTBREKEN = frozenset({"volgnr"})
_MEESTE_BYTES = 200_000


@dataclass(frozen=True, slots=True)
class PdfHerkomst:
    """As the file says it; `volgnr` is None for a kind of document of which a case has one."""

    kenmerk: str
    stuk: str
    volgnr: int | None
    versie: int
    huisstijl: str
    inhoud: str


def lees_herkomst(pdf: bytes) -> PdfHerkomst | None:
    """What a definitive PDF of ours says it is; None for a draft, and for a file of others, whatever is in it."""
    try:
        with pikepdf.open(io.BytesIO(pdf)) as bestand:
            xml = _xmp(bestand)
    except (pikepdf.PikepdfError, zlib.error, ValueError, TypeError, AttributeError, RecursionError):
        return None
    return _uit(xml) if xml else None


def _xmp(bestand: pikepdf.Pdf) -> bytes:
    """The metadata, or nothing where they are larger than any of ours, packed or not."""
    stroom = bestand.Root.get("/Metadata")
    if not isinstance(stroom, pikepdf.Stream):
        return b""
    filter_ = stroom.get("/Filter")
    ruw = bytes(stroom.read_raw_bytes())
    if len(ruw) > _MEESTE_BYTES or "/DecodeParms" in stroom:
        return b""
    if filter_ is None:
        return ruw
    if filter_ != pikepdf.Name.FlateDecode:
        return b""
    inhoud = zlib.decompressobj().decompress(ruw, _MEESTE_BYTES + 1)
    return inhoud if len(inhoud) <= _MEESTE_BYTES else b""


def _uit(xml: bytes) -> PdfHerkomst | None:
    lezer = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
    try:
        wortel: Any = etree.fromstring(xml, lezer)
    except (etree.XMLSyntaxError, ValueError):
        return None
    if wortel.getroottree().docinfo.doctype:
        return None
    waarden: dict[str, str] = {}
    for naam, waarde in _gezegd(wortel):
        # Said twice is not said: another reader might take the other one.
        if naam not in WAARDEN or naam in waarden or not WAARDEN[naam].fullmatch(waarde):
            return None
        waarden[naam] = waarde
    if WAARDEN.keys() - waarden.keys() - _MAG_ONTBREKEN:
        return None
    return PdfHerkomst(
        waarden["kenmerk"],
        waarden["stuk"],
        int(waarden["volgnr"]) if "volgnr" in waarden else None,
        int(waarden["versie"]),
        waarden["huisstijl"],
        waarden["inhoud"],
    )


def _gezegd(wortel: etree._Element) -> Iterator[tuple[str, str]]:
    """What stands under our name; as an element, or as the attribute that another program makes of it."""
    for knoop in wortel.iter(etree.Element):
        if (naam := etree.QName(knoop)).namespace == STUK:
            yield naam.localname, "" if len(knoop) else knoop.text or ""
        for sleutel, waarde in knoop.attrib.items():
            if (naam := etree.QName(str(sleutel))).namespace == STUK:
                yield naam.localname, str(waarde)
