"""Adds to the XMP metadata what makes one file PDF/A-3a and PDF/UA-1 at once, and what was looked at in it.

WeasyPrint writes one variant; the mark of the other, with the PDF/A extension schema that declares it, has to
stand in the first rdf:RDF: veraPDF does not accept a second one (ua1, 5-1).
"""

from collections.abc import Callable, Sequence
from xml.sax.saxutils import escape

__all__ = ["KEURING", "met_ua"]

KEURING = "urn:dossiergen:keuring:1"

_EINDE = b"</rdf:RDF>"

_UA = """<rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="">
<pdfuaid:part>1</pdfuaid:part></rdf:Description>
"""
_SCHEMAS = """<rdf:Description xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#" rdf:about="">
<pdfaExtension:schemas><rdf:Bag>{}</rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""
_SCHEMA = """<rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>{}</pdfaSchema:schema>
<pdfaSchema:namespaceURI>{}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>{}</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>{}</pdfaProperty:name>
<pdfaProperty:valueType>{}</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>{}</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li>"""
_VAN_UA = _SCHEMA.format(
    "PDF/UA identification schema", "http://www.aiim.org/pdfua/ns/id/", "pdfuaid", "part", "Integer",
    "Part of ISO 14289 to which the document conforms",
)  # fmt: skip
_VAN_KEURING = _SCHEMA.format(
    "dossiergen keuring", KEURING, "keuring", "gekeurd", "bag Text",
    "Checks that this file passed before it was written, each with its version",
)  # fmt: skip
_GEKEURD = """<rdf:Description xmlns:keuring="{}" rdf:about="">
<keuring:gekeurd><rdf:Bag>{}</rdf:Bag></keuring:gekeurd></rdf:Description>
"""

Maker = Callable[[str, int, str], bytes]


def met_ua(maker: Maker, gekeurd: Sequence[tuple[str, str]] = ()) -> Maker:
    """The maker of the RDF, with the PDF/UA mark inside what it makes, and the checks with their versions."""
    erbij = _UA + _SCHEMAS.format(_VAN_UA + (_VAN_KEURING if gekeurd else "")) + _keuringen(gekeurd)

    def maak(variant: str, versie: int, niveau: str) -> bytes:
        rdf = maker(variant, versie, niveau)
        if not rdf.endswith(_EINDE):
            raise ValueError("WeasyPrint schrijft zijn RDF anders dan verwacht.")
        return rdf.removesuffix(_EINDE) + erbij.encode() + _EINDE

    return maak


def _keuringen(gekeurd: Sequence[tuple[str, str]]) -> str:
    regels = "".join(f"<rdf:li>{escape(f'{naam} {versie}')}</rdf:li>" for naam, versie in gekeurd)
    return _GEKEURD.format(KEURING, regels) if regels else ""
