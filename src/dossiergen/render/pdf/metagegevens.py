"""Adds to the XMP metadata what makes one file PDF/A-3a and PDF/UA-1 at once, what was looked at in it, and which document it is.

WeasyPrint writes one variant; the mark of the other, with the PDF/A extension schema that declares it, has to
stand in the first rdf:RDF: veraPDF does not accept a second one (ua1, 5-1).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from xml.sax.saxutils import escape

__all__ = ["KEURING", "STUK", "met_ua"]

KEURING = "urn:dossiergen:keuring:1"
STUK = "urn:dossiergen:stuk:1"

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
<pdfaSchema:property><rdf:Seq>{}</rdf:Seq></pdfaSchema:property>
</rdf:li>"""
_EIGENSCHAP = """<rdf:li rdf:parseType="Resource">
<pdfaProperty:name>{}</pdfaProperty:name>
<pdfaProperty:valueType>{}</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>{}</pdfaProperty:description>
</rdf:li>"""
_UA_DEEL = ("part", "Integer", "Part of ISO 14289 to which the document conforms")
_GEKEURD_IS = (
    "gekeurd", "bag Text", "Checks that this file passed before it was written, each with its version"
)  # fmt: skip
_STUK_IS = (
    ("kenmerk", "Text", "Case that the document belongs to"),
    ("stuk", "Text", "Kind of document"),
    ("volgnr", "Integer", "Number among the documents of its kind in the case"),
    ("versie", "Integer", "Version of the document"),
    ("huisstijl", "Text", "House style in which the document is set"),
    ("inhoud", "Text", "sha256 of what the document says, apart from its signatures"),
)
_GEKEURD = """<rdf:Description xmlns:keuring="{}" rdf:about="">
<keuring:gekeurd><rdf:Bag>{}</rdf:Bag></keuring:gekeurd></rdf:Description>
"""
_HERKOMST = """<rdf:Description xmlns:stuk="{}" rdf:about="">
{}</rdf:Description>
"""

Maker = Callable[[str, int, str], bytes]


def met_ua(
    maker: Maker, gekeurd: Sequence[tuple[str, str]] = (), identiteit: Mapping[str, str] | None = None
) -> Maker:
    """The maker of the RDF, with the PDF/UA mark inside what it makes.

    `gekeurd`: the checks with their versions; `identiteit`: which document of which case it is, by the names of `_STUK_IS`.
    """
    schemas = [
        _schema("PDF/UA identification schema", "http://www.aiim.org/pdfua/ns/id/", "pdfuaid", (_UA_DEEL,))
    ]
    if gekeurd:
        schemas.append(_schema("dossiergen keuring", KEURING, "keuring", (_GEKEURD_IS,)))
    if identiteit:
        schemas.append(_schema("dossiergen stuk", STUK, "stuk", _STUK_IS))
    erbij = _UA + _SCHEMAS.format("".join(schemas)) + _keuringen(gekeurd) + _herkomst(identiteit or {})

    def maak(variant: str, versie: int, niveau: str) -> bytes:
        rdf = maker(variant, versie, niveau)
        if not rdf.endswith(_EINDE):
            raise ValueError("WeasyPrint schrijft zijn RDF anders dan verwacht.")
        return rdf.removesuffix(_EINDE) + erbij.encode() + _EINDE

    return maak


def _schema(naam: str, ruimte: str, voor: str, eigenschappen: Iterable[tuple[str, str, str]]) -> str:
    return _SCHEMA.format(naam, ruimte, voor, "".join(_EIGENSCHAP.format(*een) for een in eigenschappen))


def _keuringen(gekeurd: Sequence[tuple[str, str]]) -> str:
    regels = "".join(f"<rdf:li>{escape(f'{naam} {versie}')}</rdf:li>" for naam, versie in gekeurd)
    return _GEKEURD.format(KEURING, regels) if regels else ""


def _herkomst(identiteit: Mapping[str, str]) -> str:
    regels = "".join(
        f"<stuk:{naam}>{escape(identiteit[naam])}</stuk:{naam}>\n"
        for naam, _, _ in _STUK_IS
        if naam in identiteit
    )
    return _HERKOMST.format(STUK, regels) if regels else ""
