"""Reads semantic HTML into the tree; element by element, so that every refusal names a line.

A refusal never quotes the text of the document: it may end up in a log.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NoReturn

from lxml import etree

from dossiergen.errors import SjabloonFout
from dossiergen.render.boom.structuur import gebrek
from dossiergen.render.boom.waarden import Boom, Element
from dossiergen.render.boom.woordenschat import BLOKKEN, ELEMENTEN, INLINE, WAARDEN, Soort

__all__ = ["lees"]

_WIT = re.compile(r"[ \t\r\n\f]+")
_KOPPEN = ("h1", "h2", "h3")


def lees(html: str, bron: str) -> Boom:
    """The tree of `html`; `bron` names it in messages. Raises SjabloonFout at the first thing that is wrong."""
    if "<!DOCTYPE" in html:
        raise SjabloonFout(f"{bron}: een DOCTYPE hoort hier niet.")
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True
    )
    try:
        wortel = etree.fromstring(html.strip().encode(), parser)
    except etree.XMLSyntaxError as fout:
        raise SjabloonFout(f"{bron}:{fout.lineno or 1} is geen geldige XML.") from None
    lezer = _Lezer(bron)
    if wortel.tag != "article":
        lezer.weiger(wortel, "het document moet uit één <article> bestaan")
    lezer.controleer_koppen(wortel)
    return Boom(lezer.element(wortel))


@dataclass(frozen=True, slots=True)
class _Lezer:
    bron: str

    def weiger(self, knoop: etree._Element, zin: str) -> NoReturn:
        raise SjabloonFout(f"{self.bron}:{knoop.sourceline}: {zin}.")

    def element(self, knoop: etree._Element) -> Element:
        """One node and everything below it."""
        naam = knoop.tag
        soort = ELEMENTEN.get(naam) if isinstance(naam, str) else None
        if soort is None:
            self.weiger(knoop, "dit element bestaat niet in de woordenschat")
        element = Element(str(naam), self._attrs(knoop, soort), self._kinderen(knoop, soort))
        if not soort.leeg and not (element.kinderen if soort.tekst else element.elementen):
            self.weiger(knoop, f"<{naam}> is leeg")
        if zin := gebrek(element):
            self.weiger(knoop, zin)
        return element

    def controleer_koppen(self, wortel: etree._Element) -> None:
        """One h1, first of all headings, and no level skipped on the way down."""
        vorige = 0
        for kop in wortel.iter(*_KOPPEN):
            niveau = int(str(kop.tag)[1])
            if niveau > vorige + 1:
                self.weiger(kop, f"<h{niveau}> slaat een kopniveau over")
            if niveau == 1 and vorige:
                self.weiger(kop, "er mag maar één <h1> zijn")
            vorige = niveau
        if not vorige:
            self.weiger(wortel, "er is geen <h1>")

    def _attrs(self, knoop: etree._Element, soort: Soort) -> tuple[tuple[str, str], ...]:
        naam = str(knoop.tag)
        attrs = {str(sleutel): str(waarde) for sleutel, waarde in knoop.attrib.items()}
        for sleutel in attrs.keys() - soort.attrs:
            self.weiger(knoop, f"<{naam}> kent geen attribuut {sleutel}")
        for sleutel in sorted(soort.verplicht - attrs.keys()):
            self.weiger(knoop, f"bij <{naam}> ontbreekt {sleutel}")
        for sleutel, waarde in attrs.items():
            goed = WAARDEN.get((naam, sleutel))
            if goed and not goed(waarde):
                self.weiger(knoop, f"{sleutel} bij <{naam}> heeft een waarde die niet bestaat")
        blok = attrs.get("data-blok")
        if blok is not None and BLOKKEN.get(blok) != naam:
            self.weiger(knoop, f"<{naam}> kan dit data-blok niet zijn")
        return tuple(sorted(attrs.items()))

    def _kinderen(self, knoop: etree._Element, soort: Soort) -> tuple[Element | str, ...]:
        kinderen: list[Element | str] = list(self._stukken(knoop, soort))
        if not soort.tekst:
            return tuple(kind for kind in kinderen if isinstance(kind, Element))
        if knoop.tag in INLINE:
            return tuple(kinderen)
        return _geschoond(kinderen)

    def _stukken(self, knoop: etree._Element, soort: Soort) -> Iterator[Element | str]:
        yield from self._tekst(knoop, knoop.text, soort)
        for kind in knoop:
            if kind.tag not in soort.kinderen:
                self.weiger(kind, f"dit element mag niet in <{knoop.tag}> staan")
            yield self.element(kind)
            yield from self._tekst(knoop, kind.tail, soort)

    def _tekst(self, knoop: etree._Element, tekst: str | None, soort: Soort) -> Iterator[str]:
        if not tekst:
            return
        if soort.tekst:
            yield _WIT.sub(" ", tekst)
        elif _WIT.sub("", tekst):
            self.weiger(knoop, f"er staat losse tekst direct in <{knoop.tag}>")


def _geschoond(kinderen: list[Element | str]) -> tuple[Element | str, ...]:
    """Every line of text without white space at its ends, or twice in a row within it."""
    schoon: list[Element | str] = []
    regel: list[Element | str] = []
    for kind in (*kinderen, None):
        if kind is not None and _is_inline(kind):
            regel.append(kind)
            continue
        schoon.extend(_regel(regel))
        regel = []
        if kind is not None:
            schoon.append(kind)
    return tuple(schoon)


def _regel(delen: Iterable[Element | str]) -> list[Element | str]:
    regel: list[Element | str] = []
    vrij = True
    for deel in delen:
        net, vrij = _links_geschoond(deel, vrij=vrij)
        if net != "":
            regel.append(net)
    while regel:
        net = _rechts_geschoond(regel.pop())
        if net != "":
            return [*regel, net]
    return []


def _is_inline(kind: Element | str) -> bool:
    return isinstance(kind, str) or kind.naam in INLINE


def _links_geschoond(kind: Element | str, *, vrij: bool) -> tuple[Element | str, bool]:
    """`vrij`: a space here would be at the start of a line or after another space."""
    if isinstance(kind, str):
        net = kind.lstrip(" ") if vrij else kind
        return net, net.endswith(" ") if net else vrij
    delen: list[Element | str] = []
    for deel in kind.kinderen:
        net_deel, vrij = _links_geschoond(deel, vrij=vrij)
        if net_deel != "":
            delen.append(net_deel)
    return Element(kind.naam, kind.attrs, tuple(delen)), vrij


def _rechts_geschoond(kind: Element | str) -> Element | str:
    if isinstance(kind, str):
        return kind.rstrip(" ")
    if not kind.kinderen:
        return kind
    return Element(kind.naam, kind.attrs, (*kind.kinderen[:-1], _rechts_geschoond(kind.kinderen[-1])))
