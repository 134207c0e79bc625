"""Puts parts into a package whose bytes depend on nothing but the parts."""

import io
import zipfile
from collections.abc import Mapping

from lxml import etree

from dossiergen.render.eigenschappen import Eigenschappen

__all__ = ["kerneigenschappen", "pak"]

_EERSTE = ("[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "docProps/app.xml", "word/document.xml")
_TIJD = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_RECHTEN = 0o600 << 16
_CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_DCTERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_APP = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>dossiergen</Application></Properties>"
)


def kerneigenschappen(eigenschappen: Eigenschappen) -> bytes:
    """Title, author and language; the date is that of the document, not of the clock."""
    wortel = etree.Element(
        f"{{{_CP}}}coreProperties", nsmap={"cp": _CP, "dc": _DC, "dcterms": _DCTERMS, "xsi": _XSI}
    )
    datum = f"{eigenschappen.datum.isoformat()}T00:00:00Z"
    for naam, tekst in (
        (f"{{{_DC}}}title", eigenschappen.titel),
        (f"{{{_DC}}}creator", eigenschappen.afzender),
        (f"{{{_CP}}}lastModifiedBy", eigenschappen.afzender),
        (f"{{{_DCTERMS}}}created", datum),
        (f"{{{_DCTERMS}}}modified", datum),
        (f"{{{_DC}}}language", eigenschappen.taal),
    ):
        element = etree.SubElement(wortel, naam)
        element.text = tekst
        if naam.startswith(f"{{{_DCTERMS}}}"):
            element.set(f"{{{_XSI}}}type", "dcterms:W3CDTF")
    return bytes(etree.tostring(wortel, xml_declaration=True, encoding="UTF-8", standalone=True))


def pak(delen: Mapping[str, bytes]) -> bytes:
    """A zip file without a clock: fixed order, dates and rights."""
    alle = {**delen, "docProps/app.xml": _APP}
    volgorde = [*(naam for naam in _EERSTE if naam in alle), *sorted(alle.keys() - set(_EERSTE))]
    doel = io.BytesIO()
    with zipfile.ZipFile(doel, "w", zipfile.ZIP_DEFLATED) as pakket:
        for naam in volgorde:
            lid = zipfile.ZipInfo(naam, _TIJD)
            lid.create_system = _UNIX
            lid.external_attr = _RECHTEN
            pakket.writestr(lid, alle[naam], zipfile.ZIP_DEFLATED)
    return doel.getvalue()
