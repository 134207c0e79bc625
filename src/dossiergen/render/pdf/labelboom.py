"""Makes the tag tree of a PDF anew, as strict auditors and blind readers want it.

WeasyPrint tags page by page: what runs on to a next page becomes two, a table with two heads among them. Here each
element of the document is one tag, whatever pages it is on. Running heads, repeated heads of tables and drawings that
add nothing are no part of the tree.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from types import MappingProxyType
from typing import Any

from dossiergen.errors import SjabloonFout
from dossiergen.render.pdf.afbreking import gebroken_regels
from dossiergen.render.pdf.labels import Label, Plek, Veld, fatsoeneer
from dossiergen.render.pdf.labelschrift import Bladverf, Sier, schrijf

__all__ = ["Labelboom"]

_SOORTEN: Mapping[str, str] = MappingProxyType(
    {
        "section": "Sect",
        "h1": "H1",
        "h2": "H2",
        "h3": "H3",
        "p": "P",
        "ul": "L",
        "ol": "L",
        "table": "Table",
        "caption": "Caption",
        "thead": "THead",
        "tbody": "TBody",
        "tr": "TR",
        "th": "TH",
        "td": "TD",
        "img": "Figure",
        "{http://www.w3.org/2000/svg}svg": "Figure",
    }
)
# What is around the whole, or says only how something looks.
_DOORZICHTIG = frozenset({"html", "body", "article", "div", "span", "br"})
_VINKJES = MappingProxyType({"ja": "aangekruist", "nee": "niet aangekruist"})
_NUMMERING = MappingProxyType({"ul": "/Disc", "ol": "/Decimal"})
_BEELDEN = frozenset({"img", "{http://www.w3.org/2000/svg}svg"})
_LOPEND = MappingProxyType({"@top": "/Header", "@bot": "/Footer"})
_HERHAALD = MappingProxyType({"Type": "/Pagination"})
_VERSIERING = MappingProxyType({"Type": "/Layout"})
_PUNT = 0.75
_KLEINSTE_BREEDTE, _KLEINSTE_HOOGTE = 113.0, 37.0
"""Of a field for a signature: 30 x 10 millimetres, in CSS pixels."""


class Labelboom:
    """Follows a document while it is painted, and is then the finisher that tags it."""

    def __init__(self, document: Any) -> None:
        self._nummers: list[Mapping[Any, int]] = []
        self._stromen: list[Any] = []
        for blad in document.pages:
            blad.paint = partial(self._schilder, blad.paint)

    def _schilder(self, verf: Callable[[Any, float], None], stroom: Any, schaal: float) -> None:
        """Painting is the last time that a box and its number are seen together."""
        verf(stroom, schaal)
        self._nummers.append({doos: label["mcid"] for doos, label in stroom._tags.items()})  # noqa: SLF001  nothing public
        self._stromen.append(stroom)

    def __call__(self, document: Any, pdf: Any) -> None:
        """Replace the tags that WeasyPrint wrote."""
        bouwer = _Bouwer()
        sier: list[Sier] = []
        for nummer, (blad, nummers) in enumerate(zip(document.pages, self._nummers, strict=True)):
            sier.append(bouwer.neem(nummer, blad, nummers))
        woorden = dict(bouwer.hele_woorden())
        fatsoeneer(bouwer.wortel)
        bladen = [
            Bladverf(
                stroom, weg, {plek.nummer: tekst for plek, tekst in woorden.items() if plek.blad == nummer}
            )
            for nummer, (stroom, weg) in enumerate(zip(self._stromen, sier, strict=True))
        ]
        schrijf(pdf, bouwer.wortel, bladen)


def _kop_of_voet(plaats: str) -> str:
    """What a box in the margin is called; one at the side is neither head nor foot."""
    if (soort := _LOPEND.get(plaats[:4])) is None:
        raise SjabloonFout(
            "De huisstijl zet tekst in de marge naast het blad; die is niet van een label te voorzien.",
            "Gebruik in stijl.css alleen vakken boven of onder het blad: @top-… en @bottom-….",
        )
    return soort


class _Bouwer:
    """Hangs what is painted below the tag of its element; an element is met again on each page that it is on."""

    def __init__(self) -> None:
        self.wortel = Label("Document")
        self._labels: dict[Any, Label] = {}
        self._tekens: dict[Any, Label] = {}
        self._koppen: dict[Any, int] = {}
        self._elementen: dict[Label, Any] = {}
        self._regels: dict[Label, list[tuple[Plek, str]]] = {}
        self._partijen: set[str] = set()
        self._blad = 0
        self._hoogte = 0.0
        self._nummers: Mapping[Any, int] = {}
        self._sier: Sier = {}

    def neem(self, nummer: int, blad: Any, nummers: Mapping[Any, int]) -> Sier:
        """Take up a page; what of it is no content."""
        self._blad, self._hoogte, self._nummers, self._sier = nummer, blad.height, nummers, {}
        for doos in blad._page_box.children:  # noqa: SLF001  as above
            if plaats := getattr(doos, "at_keyword", ""):
                self._versier(doos, {"Type": "/Pagination", "Subtype": _kop_of_voet(plaats)})
            else:
                self._loop(doos, self.wortel)
        return self._sier

    def _loop(self, doos: Any, houder: Label) -> None:
        doos = getattr(doos, "_box", doos)
        if (sier := self._sier_van(doos)) is not None:
            self._versier(doos, sier)
            return
        is_eerste = doos.element not in self._labels
        label = self._label(doos, houder)
        if (nummer := self._nummers.get(doos)) is not None:
            plek = Plek(self._blad, nummer)
            label.kinderen.append(plek)
            if label in self._elementen:
                self._regels.setdefault(label, []).append((plek, getattr(doos, "text", "")))
        for kind in doos.children:
            self._loop(kind, label)
        if is_eerste and doos.element is not None and (partij := doos.element.get("data-partij")):
            # Boxes within that of the cell are of the same element.
            label.kinderen.append(Label("Form", [self._veld(doos, partij)]))

    def _veld(self, doos: Any, partij: str) -> Veld:
        """The room to sign in: what its label leaves of the cell."""
        links, rechts = doos.content_box_x(), doos.content_box_x() + doos.width
        boven = max(
            (kind.position_y + kind.margin_height() for kind in doos.children), default=doos.content_box_y()
        )
        onder = doos.padding_box_y() + doos.padding_height()
        if partij in self._partijen or rechts - links < _KLEINSTE_BREEDTE or onder - boven < _KLEINSTE_HOOGTE:
            raise SjabloonFout(
                "De huisstijl laat te weinig ruimte voor een handtekening.",
                "Maak in stijl.css de cellen van een ondertekening niet kleiner.",
            )
        self._partijen.add(partij)
        return Veld(partij, self._blad, self._in_punten(links, onder, rechts, boven))

    def _versier(self, doos: Any, sier: Mapping[str, str]) -> None:
        doos = getattr(doos, "_box", doos)
        if (nummer := self._nummers.get(doos)) is not None:
            self._sier[nummer] = sier
        for kind in doos.children:
            self._versier(kind, sier)

    def _sier_van(self, doos: Any) -> Mapping[str, str] | None:
        """A head of a table that another page has already, and a picture that says nothing of its own."""
        if doos.element_tag == "thead" and self._koppen.setdefault(doos.element, self._blad) != self._blad:
            return _HERHAALD
        if doos.element_tag in _BEELDEN and doos.element.get("aria-hidden") == "true":
            return _VERSIERING
        return None

    def _label(self, doos: Any, houder: Label) -> Label:
        """The tag of a box: of its element, which boxes inside it share."""
        naam, _, deel = doos.element_tag.partition("::")
        if naam in _DOORZICHTIG:
            return houder
        if deel.startswith("footnote"):
            raise SjabloonFout(
                "De huisstijl maakt van tekst een voetnoot; die is niet van een label te voorzien.",
                "Gebruik in stijl.css geen voetnoten.",
            )
        if deel == "marker":
            return self._tekens[doos.element]
        label = self._labels.get(doos.element)
        if label is None:
            label = self._labels[doos.element] = self._nieuw(naam, doos, houder)
            self._elementen[label] = doos.element
        return label

    def _nieuw(self, naam: str, doos: Any, houder: Label) -> Label:
        if naam == "li":
            return self._punt(doos.element, houder)
        if naam not in _SOORTEN:
            raise ValueError("Een blad bevat een element dat geen label heeft.")
        label = Label(_SOORTEN[naam])
        houder.kinderen.append(label)
        if naam in _NUMMERING:
            keuze = doos.element.get("data-blok") == "keuze"
            label.kenmerk("List", ListNumbering="/None" if keuze else _NUMMERING[naam])
        elif naam in _BEELDEN:
            label.eigen["Alt"] = doos.element.get("alt", "")
            label.kenmerk("Layout", BBox=self._vak(doos), Placement="/Inline")
        return label

    def _punt(self, element: Any, houder: Label) -> Label:
        """An item of a list, with what stands before it; gives the body, which holds all that follows."""
        teken, lijf = Label("Lbl"), Label("LBody")
        if woord := _VINKJES.get(element.get("data-gekozen")):
            teken.eigen["ActualText"] = woord
        self._tekens[element] = teken
        houder.kinderen.append(Label("LI", [teken, lijf]))
        return lijf

    def hele_woorden(self) -> Iterator[tuple[Plek, str]]:
        """Lines that end within a word, as they are to be read aloud."""
        for label, regels in self._regels.items():
            if any(tekst.endswith("-") for _, tekst in regels):
                bedoeld = "".join(self._elementen[label].itertext())
                for plaats, tekst in gebroken_regels(bedoeld, [tekst for _, tekst in regels]):
                    yield regels[plaats][0], tekst

    def _vak(self, doos: Any) -> tuple[float, ...]:
        """Where a box stands."""
        links, boven = doos.content_box_x(), doos.content_box_y()
        return self._in_punten(links, boven + doos.height, links + doos.width, boven)

    def _in_punten(self, *vak: float) -> tuple[float, float, float, float]:
        """Left, bottom, right and top from the corner of the page at the lower left; WeasyPrint counts from the top."""
        links, onder, rechts, boven = vak
        maten = (links, self._hoogte - onder, rechts, self._hoogte - boven)
        een, twee, drie, vier = (round(maat * _PUNT, 3) for maat in maten)
        return een, twee, drie, vier
