"""Makes WordprocessingML elements, and converts measures to Word's units."""

from collections.abc import Iterable

from lxml import etree

__all__ = ["NS", "SPATIE", "Knoop", "alinea", "als_bestand", "rand", "run", "tab", "twips", "w", "w14"]

Knoop = etree._Element  # noqa: SLF001  lxml has no public name for it

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
NS = {
    "w": _W,
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "w14": _W14,
}
# One at a time: an element that declares them all takes four times as long to make.
_RUIMTEN = {voor: {voor: ruimte} for voor, ruimte in NS.items()}
SPATIE = "{http://www.w3.org/XML/1998/namespace}space"


def twips(mm: float) -> int:
    """A twentieth of a point, in which Word measures paper."""
    return round(mm * 1440 / 25.4)


def w(naam: str, *kinderen: Knoop, **attrs: str | int) -> Knoop:
    """`<w:naam>` with attributes in the same namespace."""
    return _maak("w", naam, kinderen, attrs)


def w14(naam: str, *kinderen: Knoop, **attrs: str | int) -> Knoop:
    """`<w14:naam>`: what Word 2010 added."""
    return _maak("w14", naam, kinderen, attrs)


def _maak(voor: str, naam: str, kinderen: Iterable[Knoop], attrs: dict[str, str | int]) -> Knoop:
    ruimte = _RUIMTEN[voor]
    element = etree.Element(f"{{{NS[voor]}}}{naam}", nsmap=ruimte)
    for sleutel, waarde in attrs.items():
        element.set(f"{{{NS[voor]}}}{sleutel}", str(waarde))
    element.extend(kinderen)
    return element


def run(tekst: str, *opmaak: Knoop) -> Knoop:
    """A run of text in one formatting."""
    knoop = w("t")
    knoop.text = tekst
    if tekst != tekst.strip():
        knoop.set(SPATIE, "preserve")
    return w("r", *([w("rPr", *opmaak)] if opmaak else []), knoop)


def tab() -> Knoop:
    return w("r", w("tab"))


def alinea(stijl: str, inhoud: Iterable[Knoop], *opmaak: Knoop, bij_volgende: bool = False) -> Knoop:
    """A paragraph; `opmaak` stands in the order of the schema, after keepNext."""
    eerst = [w("pStyle", val=stijl), *([w("keepNext")] if bij_volgende else [])]
    return w("p", w("pPr", *eerst, *opmaak), *inhoud)


def rand(naam: str, kleur: str, achtsten: int, ruimte: int = 0) -> Knoop:
    """One border; its weight is counted in eighths of a point, its distance in points."""
    return w(naam, val="single", sz=achtsten, space=ruimte, color=kleur.lstrip("#"))


def als_bestand(wortel: Knoop) -> bytes:
    """A whole part; takes the children of `wortel`."""
    geheel = etree.Element(wortel.tag, nsmap=NS)
    geheel.extend(list(wortel))
    # Readers that do not know the clickable boxes show the mark in them.
    geheel.set(f"{{{NS['mc']}}}Ignorable", "w14")
    etree.cleanup_namespaces(geheel, keep_ns_prefixes=["w", "r", "w14"])
    return bytes(etree.tostring(geheel, xml_declaration=True, encoding="UTF-8", standalone=True))
