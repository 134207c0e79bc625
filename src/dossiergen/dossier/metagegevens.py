"""What a finished file says about itself, beside its text (PRV-07): nothing but what we write, and no field of another reader.

Knows what our writers put there and refuses the rest, rather than looking for what might be wrong.
"""

import re
from collections.abc import Iterator, Mapping

import pikepdf
from lxml import etree

from dossiergen.dossier.bestandstekst import delen_van
from dossiergen.dossier.formulier import formulier_verraadt
from dossiergen.dossier.pdfherkomst import STUK, WAARDEN
from dossiergen.zaak import Doelgroep
from dossiergen.zaak.veldwijzer import lezers_van

__all__ = ["pdf_verraadt", "woord_verraadt"]

_EIGENSCHAPPEN = frozenset(
    {"/Title", "/Author", "/CreationDate", "/ModDate", "/Producer", "/Creator", "/Keywords"}
)
# No layers that can be hidden, nothing that runs, no notes of another program. What a form may hold: `formulier`.
_IN_DE_WORTEL = frozenset(
    {"/Type", "/Pages", "/Version", "/Lang", "/MarkInfo", "/Metadata", "/Names", "/Outlines", "/OutputIntents",
     "/StructTreeRoot", "/ViewerPreferences", "/AcroForm", "/Perms", "/DSS", "/Extensions"}
)  # fmt: skip
_OP_EEN_BLAD = frozenset(
    {"/Type", "/Parent", "/MediaBox", "/TrimBox", "/BleedBox", "/Contents", "/Resources", "/Tabs", "/StructParents",
     "/Annots"}
)  # fmt: skip
_NOTEN = frozenset({"/Link", "/Widget"})
_KEURING = "urn:dossiergen:keuring:1"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_LIJST = frozenset({f"{{{_RDF}}}Bag", f"{{{_RDF}}}li"})
_DUBLIN = "http://purl.org/dc/elements/1.1/"
_IN_DE_METAGEGEVENS: Mapping[str, frozenset[str] | None] = {
    _DUBLIN: frozenset({"title", "creator", "language", "date", "format"}),
    "http://ns.adobe.com/xap/1.0/": frozenset({"CreateDate", "ModifyDate", "MetadataDate", "CreatorTool"}),
    "http://ns.adobe.com/pdf/1.3/": frozenset({"Producer", "Keywords"}),
    # How these say things, and which standard the file keeps to.
    "adobe:ns:meta/": None,
    _RDF: None,
    "http://www.w3.org/XML/1998/namespace": None,
    "http://www.aiim.org/pdfa/ns/id/": None,
    "http://www.aiim.org/pdfua/ns/id/": None,
    "http://www.aiim.org/pdfa/ns/extension/": None,
    "http://www.aiim.org/pdfa/ns/schema#": None,
    "http://www.aiim.org/pdfa/ns/property#": None,
    _KEURING: frozenset({"gekeurd"}),
    STUK: frozenset(WAARDEN),
}
_NAAM_EN_VERSIE = re.compile(r"[a-z0-9-]{2,20} [0-9][0-9A-Za-z.+-]{0,20}")
_DELEN = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/(?:core|app)\.xml|customXml/(?:_rels/item1\.xml\.rels|item1\.xml|itemProps1\.xml)|"
    r"word/(?:_rels/)?(?:document|header[0-9]|footer[0-9])\.xml(?:\.rels)?|word/(?:settings|styles|numbering|fontTable)\.xml|"
    r"word/media/[a-z0-9]+\.(?:png|jpe?g|svg|emf)"
)
_OVER_HET_STUK: Mapping[str, frozenset[str]] = {
    "docProps/core.xml": frozenset(
        {"coreProperties", "title", "creator", "lastModifiedBy", "created", "modified", "language"}
    ),
    "docProps/app.xml": frozenset({"Properties", "Application"}),
}
# Hidden or struck text, notes in the margin, variables that no page shows.
_VERBORGEN = frozenset(
    {"vanish", "webHidden", "specVanish", "ins", "del", "moveFrom", "moveTo", "delText", "commentReference",
     "commentRangeStart", "docVar", "docVars", "trackRevisions"}
)  # fmt: skip
_KAART = "customXml/item1.xml"


def pdf_verraadt(pdf: pikepdf.Pdf) -> bool:
    """Whether a PDF of ours holds more than its pages: properties, notes, attachments, layers, forms."""
    if set(pdf.docinfo.keys()) - _EIGENSCHAPPEN or len(pdf.attachments):
        return True
    namen = set(pdf.Root.Names.keys()) if "/Names" in pdf.Root else set()
    if set(pdf.Root.keys()) - _IN_DE_WORTEL or namen - {"/Dests"}:
        return True
    if any(_verraadt_blad(blad) for blad in pdf.pages) or formulier_verraadt(pdf):
        return True
    metagegevens = pdf.Root.get("/Metadata")
    if metagegevens is None:
        return False
    return not isinstance(metagegevens, pikepdf.Stream) or _vreemde_metagegevens(metagegevens.read_bytes())


def _verraadt_blad(blad: pikepdf.Page) -> bool:
    """A note of any kind; a link that can be clicked is none, and no more is a field."""
    noten = blad.obj.get("/Annots", pikepdf.Array())
    if not isinstance(noten, pikepdf.Array) or not all(isinstance(n, pikepdf.Dictionary) for n in noten):
        return True
    soorten = {str(noot.get("/Subtype")) for noot in noten}
    return bool(soorten - _NOTEN) or bool(set(blad.obj.keys()) - _OP_EEN_BLAD)


def _vreemde_metagegevens(xml: bytes) -> bool:
    try:
        wortel = etree.fromstring(xml, etree.XMLParser(resolve_entities=False))
    except etree.XMLSyntaxError:
        return True
    return not (
        all(_kennen_wij(naam) for naam in _namen(wortel))
        and all(map(_is_keuring, _gekeurd(wortel)))
        and _is_herkomst(wortel)
    )


def _is_herkomst(wortel: etree._Element) -> bool:
    """Whether what a file says it is, is said once, as text alone, and looks as such things do."""
    knopen = list(wortel.iter(f"{{{STUK}}}*"))
    namen = [etree.QName(knoop).localname for knoop in knopen]
    kaal = all(not len(knoop) and not knoop.attrib and not (knoop.tail or "").strip() for knoop in knopen)
    als_attribuut = any(etree.QName(str(naam)).namespace == STUK for k in wortel.iter() for naam in k.attrib)
    return (
        kaal
        and not als_attribuut
        and len(set(namen)) == len(namen)
        and all(
            WAARDEN[naam].fullmatch(knoop.text or "")
            for naam, knoop in zip(namen, knopen, strict=True)
            if naam in WAARDEN
        )
    )


def _gekeurd(wortel: etree._Element) -> Iterator[str]:
    """What stands under the checks that a file says it passed; also what does not belong in such a list."""
    for knoop in wortel.iter(f"{{{_KEURING}}}gekeurd"):
        for deel in knoop.iterdescendants():
            if deel.tag in _LIJST:
                yield from (tekst for een in (deel.text, deel.tail) if (tekst := (een or "").strip()))
                yield from map(str, deel.attrib.values())
            else:
                yield str(deel.tag)


def _is_keuring(tekst: str) -> bool:
    """The name of a check with a version, and nothing that a case could say."""
    return _NAAM_EN_VERSIE.fullmatch(tekst) is not None


def _kennen_wij(naam: etree.QName) -> bool:
    if naam.namespace is None:
        return True
    bekend = _IN_DE_METAGEGEVENS.get(naam.namespace, frozenset())
    return bekend is None or naam.localname in bekend


def _namen(wortel: etree._Element) -> Iterator[etree.QName]:
    for knoop in wortel.iter(etree.Element):
        yield etree.QName(knoop)
        yield from (etree.QName(str(naam)) for naam in knoop.attrib)


def woord_verraadt(docx: bytes, lezers: frozenset[Doelgroep]) -> bool:
    """Whether a Word file of ours holds a part, a property or hidden text that we do not write, or a field of another reader.

    `lezers`: all who get it.
    """
    delen = delen_van(docx)
    if not all(_DELEN.fullmatch(naam) for naam in delen):
        return True
    return any(
        _deel_verraadt(naam, inhoud, lezers) for naam, inhoud in delen.items() if naam.endswith(".xml")
    )


def _deel_verraadt(naam: str, inhoud: bytes, lezers: frozenset[Doelgroep]) -> bool:
    if naam == "word/styles.xml":
        return False
    wortel = etree.fromstring(inhoud, etree.XMLParser(resolve_entities=False))
    if naam == _KAART:
        return not all(_mag_genoemd(knoop, lezers) for knoop in wortel.iter("{*}veld"))
    namen = {etree.QName(tag).localname for tag in {knoop.tag for knoop in wortel.iter(etree.Element)}}
    if naam in _OVER_HET_STUK:
        return bool(namen - _OVER_HET_STUK[naam])
    return naam.startswith("word/") and bool(namen & _VERBORGEN)


def _mag_genoemd(veld: etree._Element, lezers: frozenset[Doelgroep]) -> bool:
    """A field that all readers may see. Without a file it is no field of a case."""
    bestand, pad = str(veld.get("bestand", "")), str(veld.get("pad", ""))
    return not bestand or lezers <= lezers_van(bestand, pad)
