"""Adds to the XMP metadata what makes one file PDF/A-3a and PDF/UA-1 at once.

WeasyPrint writes one variant; the mark of the other, with the PDF/A extension schema that declares it, has to
stand in the first rdf:RDF: veraPDF does not accept a second one (ua1, 5-1).
"""

from collections.abc import Callable

__all__ = ["met_ua"]

_EINDE = b"</rdf:RDF>"

_UA = b"""<rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="">
<pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#" rdf:about="">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the document conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""

Maker = Callable[[str, int, str], bytes]


def met_ua(maker: Maker) -> Maker:
    """The maker of the RDF, with the PDF/UA mark inside what it makes."""

    def maak(variant: str, versie: int, niveau: str) -> bytes:
        rdf = maker(variant, versie, niveau)
        if not rdf.endswith(_EINDE):
            raise ValueError("WeasyPrint schrijft zijn RDF anders dan verwacht.")
        return rdf.removesuffix(_EINDE) + _UA + _EINDE

    return maak
