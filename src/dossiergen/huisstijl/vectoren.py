"""An SVG of which nothing is left but shapes: a closed list of elements, attributes and values.

What a drawing program adds in a language of its own is left out. What would show something else than shapes,
fetch something or take long, is refused.
"""

import re
from collections.abc import Callable, Iterator, Mapping

from lxml import etree

from dossiergen.errors import SjabloonFout

__all__ = ["lees_svg"]

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_MEESTE_ELEMENTEN = 2_000
_MEESTE_DIEPTE = 20
_MEESTE_PAD = 50_000
_MEESTE_WAARDE = 1_000
_UITERSTE = 1e6
_KADER = (1.0, 10_000.0)
_SMALST, _BREEDST = 0.1, 16.0

_GETAL = r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d{1,2})?"
_GETALLEN = re.compile(_GETAL)
_MAAT = re.compile(rf"{_GETAL}(?:px|pt|mm|cm|in|%)?").fullmatch
_TUSSEN = re.compile(r"[\s,]*").fullmatch
_TEKENS = re.compile(r"[MmLlHhVvCcSsQqTtAaZz\s,]*").fullmatch
_KLEUR = re.compile(
    r"[a-zA-Z]{1,30}|#[0-9a-fA-F]{3}|#[0-9a-fA-F]{6}|rgb\(\s*\d{1,3}\s*,\s*\d{1,3}\s*,\s*\d{1,3}\s*\)|url\(#[\w.-]+\)"
).fullmatch
_VORMING = re.compile(
    rf"(?:\s*(?:matrix|translate|scale|rotate|skewX|skewY)\(\s*{_GETAL}(?:[\s,]+{_GETAL}){{0,5}}\s*\)[\s,]*)*"
).fullmatch
_NAAM = re.compile(r"[\w.:-]{1,100}").fullmatch
_WOORD = re.compile(r"[a-zA-Z-]{1,30}").fullmatch
_VERWIJZING = re.compile(r"#[\w.-]+").fullmatch
_NAAR = re.compile(r"url\(#([\w.-]+)\)").fullmatch
_UITSNEDE = re.compile(r"none|url\(#[\w.-]+\)").fullmatch
_IETS: Callable[[str], object] = re.compile(r"[^<>&]{0,200}").fullmatch


def _reeks(waarde: str) -> object:
    """Numbers alone. What lies between them is looked at by itself: one pattern for all would take forever."""
    return _TUSSEN(_GETALLEN.sub("", waarde))


def _pad(waarde: str) -> object:
    return _TEKENS(_GETALLEN.sub("", waarde))


_OPMAAK: Mapping[str, Callable[[str], object]] = {
    "fill": _KLEUR, "stroke": _KLEUR, "color": _KLEUR, "stop-color": _KLEUR,
    "fill-opacity": _MAAT, "stroke-opacity": _MAAT, "stop-opacity": _MAAT, "opacity": _MAAT,
    "fill-rule": _WOORD, "clip-rule": _WOORD, "clip-path": _UITSNEDE,
    "stroke-width": _MAAT, "stroke-miterlimit": _MAAT, "stroke-linecap": _WOORD, "stroke-linejoin": _WOORD,
    "display": _WOORD, "visibility": _WOORD,
}  # fmt: skip
_ATTRIBUTEN: Mapping[str, Callable[[str], object]] = {
    **_OPMAAK,
    **dict.fromkeys(("x", "y", "width", "height", "cx", "cy", "r", "rx", "ry", "x1", "y1", "x2", "y2", "fx", "fy", "offset"), _MAAT),
    "d": _pad, "points": _reeks, "viewBox": _reeks, "transform": _VORMING, "gradientTransform": _VORMING,
    "gradientUnits": _WOORD, "clipPathUnits": _WOORD, "spreadMethod": _WOORD, "id": _NAAM, "href": _VERWIJZING,
    # These say nothing about a shape; they are let through the gate and left behind it.
    **dict.fromkeys(("version", "baseProfile", "class", "preserveAspectRatio", "enable-background", "role", "focusable"), _IETS),
    **dict.fromkeys(("aria-label", "aria-labelledby", "aria-hidden"), _IETS),
}  # fmt: skip
_GETELD = frozenset({_MAAT, _reeks, _pad, _VORMING})
_ACHTERGELATEN = frozenset(naam for naam, toets in _ATTRIBUTEN.items() if toets is _IETS)
_VORMEN = frozenset({"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"})
_UITSNEDEN = frozenset({"clipPath"})
_VERLOPEN = frozenset({"linearGradient", "radialGradient"})
_ELEMENTEN = _VORMEN | _VERLOPEN | {"svg", "g", "defs", "stop", "clipPath", "title", "desc", "metadata"}
_NEUTRAAL = frozenset({"none", "normal", "auto", "inherit"})
_OVER_TEKST = re.compile(r"(?:font|text|letter|word|line|writing|-inkscape)[a-z-]*").fullmatch
_WEG = frozenset({"title", "desc", "metadata"})

_OPSLAAN = "Laat de ontwerper het opslaan als eenvoudige SVG: alleen vormen, tekst omgezet naar lijnen, de opmaak als attributen."


def lees_svg(inhoud: bytes, waar: str, _hoogte: float = 0) -> tuple[bytes, float]:
    """The drawing with nothing but its shapes, and its width as a factor of its height."""
    if b"\0" in inhoud or b"<!DOCTYPE" in inhoud or b"<!ENTITY" in inhoud:
        raise SjabloonFout(f"{waar} heeft een DOCTYPE, of is geen UTF-8.", f"Haal de DOCTYPE weg. {_OPSLAAN}")
    wortel = _ontleed(inhoud, waar)
    if wortel.tag != f"{{{_SVG}}}svg":
        raise SjabloonFout(f"{waar} is geen SVG.", _OPSLAAN)
    breed, hoog = _kader(wortel, waar)
    schoon = _Zeef(waar).zeef(wortel)
    schoon.set("width", f"{breed:g}")
    schoon.set("height", f"{hoog:g}")
    if not any(_soort(element) in _VORMEN for element in schoon.iter()):
        raise SjabloonFout(f"{waar} heeft geen vormen.", _OPSLAAN)
    if not _verwijst_goed(schoon):
        raise SjabloonFout(f"{waar} verwijst naar een onderdeel dat er niet is of in een kring.", _OPSLAAN)
    return bytes(etree.tostring(schoon)), breed / hoog


def _ontleed(inhoud: bytes, waar: str) -> etree._Element:
    """Without a document type, so without entities; without network; never deeper than a drawing is."""
    lezer = etree.XMLPullParser(
        ("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    aantal = diepte = 0
    try:
        lezer.feed(inhoud)
        wortel = lezer.close()
    except (etree.XMLSyntaxError, ValueError):
        raise SjabloonFout(f"{waar} is geen leesbare SVG.", _OPSLAAN) from None
    for gebeurtenis, _ in lezer.read_events():
        diepte += 1 if gebeurtenis == "start" else -1
        aantal += gebeurtenis == "start"
        if aantal > _MEESTE_ELEMENTEN or diepte > _MEESTE_DIEPTE:
            raise SjabloonFout(
                f"{waar} heeft meer dan {_MEESTE_ELEMENTEN} onderdelen, of ze liggen te diep in elkaar.",
                _OPSLAAN,
            )
    if wortel.getroottree().docinfo.internalDTD is not None:
        raise SjabloonFout(f"{waar} heeft een DOCTYPE.", f"Haal de DOCTYPE weg. {_OPSLAAN}")
    return wortel


def _kader(wortel: etree._Element, waar: str) -> tuple[float, float]:
    """Width and height of the viewBox, which a logo needs to keep its shape at any size."""
    kader = wortel.get("viewBox", "")
    getallen = [float(getal) for getal in _GETALLEN.findall(kader)] if _reeks(kader) else []
    if len(getallen) != 4:
        raise SjabloonFout(f"{waar} heeft geen viewBox van vier getallen.", _OPSLAAN)
    _, _, breed, hoog = getallen
    laagst, hoogst = _KADER
    maten_goed = laagst <= breed <= hoogst and laagst <= hoog <= hoogst
    if not maten_goed or not _SMALST <= breed / hoog <= _BREEDST:
        raise SjabloonFout(
            f"{waar} heeft een viewBox met een onmogelijke maat.",
            "Breedte en hoogte liggen tussen 1 en 10000, en de breedte is ten hoogste 16 keer de hoogte.",
        )
    return breed, hoog


def _soort(element: etree._Element) -> str:
    return str(etree.QName(element).localname)


def _tekenbaar(waarde: str) -> bool:
    """No number that is too large to draw."""
    return all(abs(float(getal)) <= _UITERSTE for getal in _GETALLEN.findall(waarde))


def _verwijst_goed(wortel: etree._Element) -> bool:
    """Each to one thing of the right kind, that refers to nothing itself: no reference leads round."""
    doelen: dict[str, list[etree._Element]] = {}
    for element in wortel.iter():
        doelen.setdefault(element.get("id", ""), []).append(element)
    return all(
        len(gevonden := doelen.get(naam, [])) == 1
        and _soort(gevonden[0]) in soorten
        and _is_einde(element, gevonden[0])
        for element in wortel.iter()
        for naam, soorten in _verwijzingen(element)
    )


def _verwijzingen(element: etree._Element) -> Iterator[tuple[str, frozenset[str]]]:
    for attribuut in ("fill", "stroke", "clip-path"):
        if gevonden := _NAAR(element.get(attribuut, "")):
            yield gevonden[1], _UITSNEDEN if attribuut == "clip-path" else _VERLOPEN
    if "href" in element.attrib:
        yield element.get("href", "").removeprefix("#"), _VERLOPEN


def _is_einde(van: etree._Element, naar: etree._Element) -> bool:
    """A shape's gradient may lean on one more; nothing else leads any further."""
    verder = any(kind.get("clip-path") for kind in naar.iter())
    return not verder and ("href" not in van.attrib or "href" not in naar.attrib)


class _Zeef:
    """Copies what may stay; whatever is neither that nor harmless is refused with its line."""

    def __init__(self, waar: str) -> None:
        self._waar = waar

    def zeef(self, element: etree._Element) -> etree._Element:
        """A drawing of its own, with the shapes of the other."""
        schoon = etree.fromstring(f'<svg xmlns="{_SVG}"/>')
        self._vul(schoon, element)
        return schoon

    def _vul(self, schoon: etree._Element, element: etree._Element) -> None:
        for naam, waarde in self._attributen(element):
            schoon.set(naam, waarde)
        for kind in element:
            naam = self._naam(kind)
            if naam and naam not in _WEG:
                if naam == "svg":
                    raise self._nee(kind, "een SVG in een SVG")
                self._vul(etree.SubElement(schoon, kind.tag), kind)
        if (element.text and element.text.strip()) or any(
            kind.tail and kind.tail.strip() for kind in element
        ):
            raise self._nee(element, "losse tekst")

    def _naam(self, element: etree._Element) -> str:
        """The name within SVG; nothing for what a drawing program keeps there for itself."""
        if not isinstance(element.tag, str):
            raise self._nee(element, "een entiteit")
        naam = etree.QName(element)
        if naam.namespace != _SVG:
            if naam.namespace is None:
                raise self._nee(element, "een vreemd onderdeel")
            return ""
        if naam.localname not in _ELEMENTEN:
            raise self._nee(
                element, f"`{naam.localname}`" if naam.localname.isalnum() else "een vreemd onderdeel"
            )
        return str(naam.localname)

    def _attributen(self, element: etree._Element) -> Iterator[tuple[str, str]]:
        is_verloop = etree.QName(element).localname in _VERLOPEN
        for volledig, waarde in element.attrib.items():
            naam = etree.QName(str(volledig))
            if naam.namespace not in {None, _XLINK}:
                continue
            if naam.localname == "style" and naam.namespace is None:
                yield from self._opmaak(element, str(waarde))
            elif naam.localname == "href" and not is_verloop:
                raise self._nee(element, "een verwijzing")
            elif naam.namespace == _XLINK and naam.localname != "href":
                continue
            else:
                yield from self._een(element, naam.localname, str(waarde).strip(), _ATTRIBUTEN)

    def _opmaak(self, element: etree._Element, stijl: str) -> Iterator[tuple[str, str]]:
        """The declarations of a style attribute as attributes of their own."""
        for regel in filter(str.strip, stijl.split(";")):
            naam, _, waarde = (deel.strip() for deel in regel.partition(":"))
            # Drawing programs write down what is not the case as well.
            if naam in _OPMAAK or not (waarde in _NEUTRAAL or _OVER_TEKST(naam)):
                yield from self._een(element, naam, waarde, _OPMAAK)

    def _een(
        self, element: etree._Element, naam: str, waarde: str, lijst: Mapping[str, Callable[[str], object]]
    ) -> Iterator[tuple[str, str]]:
        toets = lijst.get(naam)
        if toets is None:
            raise self._nee(element, f"`{naam}`" if _WOORD(naam) else "een vreemd attribuut")
        meest = _MEESTE_PAD if naam in {"d", "points"} else _MEESTE_WAARDE
        if len(waarde) > meest or not toets(waarde) or (toets in _GETELD and not _tekenbaar(waarde)):
            raise self._nee(element, f"een waarde die niet kan bij `{naam}`")
        if naam not in _ACHTERGELATEN:
            yield naam, waarde

    def _nee(self, element: etree._Element, wat: str) -> SjabloonFout:
        return SjabloonFout(
            f"{self._waar}:{element.sourceline} bevat {wat}; dat mag niet in een logo.", _OPSLAAN
        )
