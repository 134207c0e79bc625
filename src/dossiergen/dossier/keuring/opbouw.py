"""Checks on the shape of the tree: which tag may stand in which, what may not be empty, lists, check boxes, pictures."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TypeGuard

from dossiergen.dossier.keuring.bezwaar import Bezwaar
from dossiergen.dossier.keuring.gelezen import Gelezen, blad_van
from dossiergen.dossier.keuring.tags import Tag
from dossiergen.dossier.keuring.verf import Rechthoek
from dossiergen.dossier.keuring.woorden import zegt_iets
from dossiergen.dossier.keuring.zinnen import maak

__all__ = ["figuren", "lijsten", "tagvormen", "vinkjes"]

_KOPPEN = frozenset({"H1", "H2", "H3", "H4", "H5", "H6"})
_DELEN = frozenset({"Sect", "Div", "Part", "Art", "BlockQuote"})
_BLOKKEN = _KOPPEN | {"P", "L", "Table", "Figure", "Form"}
_INLINE = frozenset({"Span", "Link", "Figure", "Form", "Quote", "Reference", "Note", "Annot"})
_IN_EEN_CEL = (_BLOKKEN - _KOPPEN) | _INLINE | {"Div"}

_KINDEREN: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "Document": _DELEN | _BLOKKEN,
        **dict.fromkeys(_DELEN, _DELEN | _BLOKKEN),
        **dict.fromkeys(_KOPPEN | {"P", "Lbl", "Span", "Link", "Quote", "Reference"}, _INLINE),
        "Note": _INLINE | {"P", "Lbl"},
        "Caption": _INLINE | {"P"},
        "L": frozenset({"LI", "Caption"}),
        "LI": frozenset({"Lbl", "LBody"}),
        "LBody": _IN_EEN_CEL,
        "Table": frozenset({"Caption", "THead", "TBody", "TFoot"}),
        **dict.fromkeys(("THead", "TBody", "TFoot"), frozenset({"TR"})),
        "TR": frozenset({"TH", "TD"}),
        **dict.fromkeys(("TH", "TD"), _IN_EEN_CEL),
        "Figure": frozenset({"Caption", "Span"}),
        "Form": frozenset(),
        "Annot": frozenset(),
    }
)
"""Standard tags that our documents can have, and what each may hold; NonStruct and Private say nothing and are none."""

_ALLEEN_LABELS = _DELEN | {"Document", "L", "LI", "Table", "THead", "TBody", "TFoot", "TR"}
_MAG_LEEG = frozenset({"TD", "Form", "Annot"})
_RIJEN = frozenset({"TBody", "TR"})
_MAG_VERVANGEN = frozenset({"Figure", "Lbl", "Span", "Link", "Form", "Annot"})
_NUMMERINGEN = frozenset(
    {"/None", "/Disc", "/Circle", "/Square", "/Decimal", "/UpperRoman", "/LowerRoman", "/UpperAlpha", "/LowerAlpha"}
)  # fmt: skip
_VINKJES: Mapping[str, str] = MappingProxyType(
    {"☐": "niet aangekruist", "☑": "aangekruist", "☒": "aangekruist", "✓": "aangekruist", "✔": "aangekruist"}
)
_SPELING = 3.0
"""Points that a picture may be off its box."""


def tagvormen(gelezen: Gelezen) -> Iterator[Bezwaar]:
    """Places, text on its own, emptiness, texts in place of content."""
    for tag in gelezen.tags:
        regels = dict.fromkeys(_gebreken(gelezen, tag))
        yield from (maak(regel, blad_van(tag)) for regel in regels)


def _gebreken(gelezen: Gelezen, tag: Tag) -> Iterator[str]:
    if tag.soort not in _KINDEREN:
        yield "onbekend-label"
        return
    if any(kind.soort in _KINDEREN and kind.soort not in _KINDEREN[tag.soort] for kind in tag.tags):
        yield "plaats"
    if tag.stukken and tag.soort in _ALLEEN_LABELS:
        yield "tekst-zonder-alinea"
    if tag.stukken and any(kind.soort not in _INLINE for kind in tag.tags):
        yield "tekst-naast-blok"
    if _is_leeg(gelezen, tag):
        yield "leeg"
    if (tag.alt is not None or tag.tekst is not None) and tag.soort not in _MAG_VERVANGEN:
        yield "vervangen"
    if tag.soort == "Sect" and not (tag.tags and tag.tags[0].soort in _KOPPEN):
        yield "sectie"


def _is_leeg(gelezen: Gelezen, tag: Tag) -> bool:
    """Whether nothing of it can be seen. A cell that nobody filled in may be empty, but holds no empty paragraph: nothing, or a field."""
    if gelezen.vakken[tag]:
        return False
    if tag.soort in _MAG_LEEG:
        return any(not kind.noten for kind in tag.tags)
    return not (tag.soort in _RIJEN and tag.tags)


def lijsten(gelezen: Gelezen) -> Iterator[Bezwaar]:
    """L > LI > Lbl + LBody, and how it is numbered; a list in a list stands in the body of its item."""
    for lijst in gelezen.tags:
        if lijst.soort != "L":
            continue
        punten = [punt for punt in lijst.tags if punt.soort == "LI"]
        delen = [tag.soort for punt in punten for tag in punt.tags]
        if not punten or delen != ["Lbl", "LBody"] * len(punten):
            yield maak("lijst", blad_van(lijst))
        if lijst.kenmerken.get("/ListNumbering") not in _NUMMERINGEN:
            yield maak("lijst-nummering", blad_van(lijst))


def vinkjes(gelezen: Gelezen) -> Iterator[Bezwaar]:
    """A box that the eye sees is said in words, and says what the eye sees."""
    for tag in gelezen.tags:
        for inhoud in tag.stukken:
            tekens = [_VINKJES[teken] for teken in gelezen.letters([inhoud]) if teken in _VINKJES]
            if not tekens:
                continue
            woorden = next((w for om in tag.boven() if (w := om.tekst or om.alt)), "")
            if woorden.strip(" :.").lower() != tekens[0] or len(tekens) > 1:
                yield maak("vinkje", inhoud.blad)


def figuren(gelezen: Gelezen) -> Iterator[Bezwaar]:
    """A picture says what is on it, and where it is."""
    for tag in gelezen.tags:
        if tag.soort == "Figure":
            blad = blad_van(tag)
            if not zegt_iets(tag.alt or ""):
                yield maak("figuur-tekst", blad)
            if not _staat_daar(tag, gelezen):
                yield maak("figuur-vak", blad)
        elif _heeft_beeld(tag, gelezen) and not any(om.soort == "Figure" for om in tag.boven()):
            yield maak("figuur-label", blad_van(tag))


def _heeft_beeld(tag: Tag, gelezen: Gelezen) -> bool:
    """Whether a picture stands in this tag itself."""
    return any(stuk.is_beeld for inhoud in tag.stukken for stuk in gelezen.geschilderd.get(inhoud, ()))


def _staat_daar(tag: Tag, gelezen: Gelezen) -> bool:
    """Whether the box is on the page, and around what is painted. A picture may be smaller than its box."""
    maten = tag.kenmerken.get("/BBox")
    plekken = gelezen.vakken[tag]
    if not _zijn_maten(maten) or len(plekken) != 1:
        return False
    ((nummer, beeld),) = plekken.items()
    vak = Rechthoek(*map(float, maten))
    blad = Rechthoek(*map(float, gelezen.pdf.pages[nummer - 1].mediabox))
    return _omvat(blad, vak) and _omvat(vak, beeld) and vak.links < vak.rechts and vak.onder < vak.boven


def _zijn_maten(maten: object) -> TypeGuard[list[float]]:
    if not isinstance(maten, list) or len(maten) != len(Rechthoek._fields):
        return False
    return all(isinstance(maat, int | float) for maat in maten)


def _omvat(om: Rechthoek, in_: Rechthoek) -> bool:
    return (
        om.links <= in_.links + _SPELING
        and om.onder <= in_.onder + _SPELING
        and om.rechts >= in_.rechts - _SPELING
        and om.boven >= in_.boven - _SPELING
    )
