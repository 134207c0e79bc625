"""The package around a document, made once for each house style with python-docx.

python-docx brings the parts that Word expects; what differs between documents is left out and filled in later.
"""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass

import docx  # noqa: TID251  this is the module that the rule points to
from docx.document import Document  # noqa: TID251  as above
from docx.enum.section import WD_ORIENT  # noqa: TID251  as above
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE  # noqa: TID251  as above
from docx.opc.packuri import PackURI  # noqa: TID251  as above
from docx.opc.part import Part  # noqa: TID251  as above
from docx.shared import Mm  # noqa: TID251  as above
from lxml import etree

from dossiergen.huisstijl import Huisstijl
from dossiergen.render.docx.logo import KOPLOGOWIT, voeg_logo_toe
from dossiergen.render.docx.stijlen import stijlen
from dossiergen.render.docx.velden import KAART_NAAMRUIMTE
from dossiergen.render.docx.wml import NS, w
from dossiergen.render.maten import KOPLOGO

__all__ = ["KOPWIT", "Basis", "maak_basis"]

_W = f"{{{NS['w']}}}"
_OVERBODIG = ("stylesWithEffects", "numbering", "thumbnail", "customXml", "theme", "webSettings", "fontTable")
KOPWIT = 10.5
"""Millimetres from the top of a line in the head to the text of the page."""
_VOETWIT = 9.5
_KAART_ID = "{6F0C3A52-8F0E-4C57-9C1B-0D55E6E1D0A1}"
_DS = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"


@dataclass(frozen=True, slots=True)
class Basis:
    """Parts that every document of the style shares, and the section properties of its body."""

    delen: Mapping[str, bytes]
    sectie: bytes
    logo: str = ""
    """What the body calls the picture of the logo; nothing where there is none."""
    koplogo: str = ""
    """The same for the head of a first page."""


def maak_basis(stijl: Huisstijl, logo: bytes | None) -> Basis:
    """An empty document in the style: A4, margins, styles, heads and feet still without text.

    `logo`: the style's logo as PNG.
    """
    document = docx.Document()
    _snoei(document)
    _zet_bladspiegel(document, stijl)
    _zet_stijlen(document, stijl)
    _zet_instellingen(document)
    _voeg_kaart_toe(document)
    _voeg_lijsten_toe(document)
    in_lijf, in_kop = voeg_logo_toe(document, logo) if logo else ("", "")
    gevuld = io.BytesIO()
    document.save(gevuld)
    sectie = document.sections[0]._sectPr  # noqa: SLF001  python-docx has no name for it
    with zipfile.ZipFile(gevuld) as pakket:
        delen = {naam: pakket.read(naam) for naam in pakket.namelist()}
    return Basis(delen, etree.tostring(sectie), in_lijf, in_kop)


def _snoei(document: Document) -> None:
    """Take out what the template of python-docx brings along and no document uses."""
    for houder in (document.part, document.part.package):
        for sleutel, relatie in list(houder.rels.items()):
            if any(deel in relatie.target_ref for deel in _OVERBODIG):
                del houder.rels[sleutel]


def _zet_bladspiegel(document: Document, stijl: Huisstijl) -> None:
    sectie = document.sections[0]
    sectie.orientation = WD_ORIENT.PORTRAIT
    sectie.page_width, sectie.page_height = Mm(210), Mm(297)
    marges = stijl.marges
    sectie.top_margin, sectie.bottom_margin = Mm(marges.boven), Mm(marges.onder)
    sectie.left_margin, sectie.right_margin = Mm(marges.links), Mm(marges.rechts)
    kop = KOPLOGOWIT + stijl.logo.van(KOPLOGO).hoogte if stijl.logo else KOPWIT
    sectie.header_distance, sectie.footer_distance = Mm(marges.boven - kop), Mm(marges.onder - _VOETWIT)
    for deel in (sectie.header, sectie.footer, sectie.first_page_header, sectie.first_page_footer):
        deel.is_linked_to_previous = False


def _zet_stijlen(document: Document, stijl: Huisstijl) -> None:
    wortel = document.styles.element
    for kind in list(wortel):
        if kind.tag != f"{_W}latentStyles":
            wortel.remove(kind)
    standaard, *overige = stijlen(stijl)
    wortel.insert(0, standaard)
    wortel.extend(overige)


def _zet_instellingen(document: Document) -> None:
    instellingen = w(
        "settings",
        w("defaultTabStop", val=709),
        w("autoHyphenation"),
        w("consecutiveHyphenLimit", val=2),
        w("doNotHyphenateCaps"),
        w("characterSpacingControl", val="doNotCompress"),
        w(
            "compat",
            w(
                "compatSetting",
                name="compatibilityMode",
                uri="http://schemas.microsoft.com/office/word",
                val=15,
            ),
        ),
        w("themeFontLang", val="nl-NL"),
        w("decimalSymbol", val=","),
        w("listSeparator", val=";"),
    )
    element = document.settings.element
    for kind in list(element):
        element.remove(kind)
    element.extend(list(instellingen))


def _voeg_kaart_toe(document: Document) -> None:
    """The custom XML part that maps content controls to fields; its text comes with each document."""
    pakket = document.part.package
    verwijzing = f'<ds:schemaRefs><ds:schemaRef ds:uri="{KAART_NAAMRUIMTE}"/></ds:schemaRefs>'
    item = f'<ds:datastoreItem ds:itemID="{_KAART_ID}" xmlns:ds="{_DS}">{verwijzing}</ds:datastoreItem>'
    kaart = Part(PackURI("/customXml/item1.xml"), CONTENT_TYPE.XML, b"", pakket)
    eigenschappen = Part(
        PackURI("/customXml/itemProps1.xml"),
        CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES,
        f'<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n{item}'.encode(),
        pakket,
    )
    kaart.relate_to(eigenschappen, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
    document.part.relate_to(kaart, RELATIONSHIP_TYPE.CUSTOM_XML)


def _voeg_lijsten_toe(document: Document) -> None:
    """The part that says how lists count and look; its text comes with each document."""
    lijsten = Part(PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING, b"", document.part.package)
    document.part.relate_to(lijsten, RELATIONSHIP_TYPE.NUMBERING)
