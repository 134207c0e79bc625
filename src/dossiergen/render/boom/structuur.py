"""Rules on the shape of an element whose children are already known to be allowed."""

from collections.abc import Callable, Iterator, Mapping
from itertools import chain, pairwise
from types import MappingProxyType

from dossiergen.render.boom.waarden import Element
from dossiergen.render.boom.woordenschat import GEBEURTENISSEN, INLINE, LABELTABELLEN

__all__ = ["gebrek"]

_VLOEI = frozenset({"p", "ul", "ol"})
_BIJ_EEN_VELD = ("data-label", "data-leeg", "data-opties")


def gebrek(element: Element) -> str | None:
    """What is wrong with its shape, as the end of a sentence; nothing when all is well."""
    controle = _CONTROLES.get(element.naam, _geen)
    return next(chain(_veld(element), controle(element)), None)


def _geen(_element: Element) -> Iterator[str]:
    yield from ()


def _veld(element: Element) -> Iterator[str]:
    """What tells more of a field belongs to one; a field that is chosen shows one of its options."""
    if not element.attr("data-veld") and any(element.attr(naam) for naam in _BIJ_EEN_VELD):
        yield "data-label, data-leeg en data-opties horen bij data-veld"
    opties = element.attr("data-opties")
    if opties and element.kinderen and element.platte_tekst not in opties.split("|"):
        yield "de tekst is geen van de opties"


def _artikel(artikel: Element) -> Iterator[str]:
    yield from _reeks(artikel)
    for element in artikel.alle():
        if element.naam in INLINE and not element.platte_tekst.strip():
            yield f"<{element.naam}> is leeg"
    partijen = [partij for element in artikel.alle() if (partij := element.attr("data-partij"))]
    if len(set(partijen)) < len(partijen):
        yield "een partij heeft één lijn voor haar handtekening"


def _reeks(houder: Element) -> Iterator[str]:
    namen = [kind.naam for kind in houder.elementen]
    # Word draws two tables without a paragraph between them as one.
    if ("table", "table") in pairwise(namen):
        yield "een tabel volgt direct op een tabel; zet er een kop of alinea tussen"
    if any(
        kind.blok == "invulveld" and na == "table"
        for kind, na in zip(houder.elementen, namen[1:], strict=False)
    ):
        yield "een tabel volgt direct op een invulveld; zet er een kop of alinea tussen"
    blokken = {kind.blok for kind in houder.elementen}
    if "retour" in blokken and houder.blok != "venster":
        yield "retour hoort in een venster"


def _sectie(sectie: Element) -> Iterator[str]:
    namen = [kind.naam for kind in sectie.elementen]
    if sectie.blok == "venster" and set(namen) != {"p"}:
        yield "een venster bestaat uit alinea's"
    if sectie.blok and any(kind.blok == "invulveld" for kind in sectie.elementen):
        yield "een invulveld staat in een gewone <section>"
    lopende_tekst = sectie.blok == "visie" or (sectie.attr("data-veld") and not sectie.blok)
    if lopende_tekst and not set(namen) <= _VLOEI:
        yield "een visie, en een <section> met data-veld, bestaat uit alinea's en lijsten"
    if sectie.blok == "let-op":
        rest = namen[1:] if namen[0] == "h3" else namen
        if not rest or not set(rest) <= _VLOEI:
            yield "let-op bestaat uit hooguit een <h3> en dan alinea's en lijsten"
    if not sectie.blok and not lopende_tekst and namen[0] not in {"h2", "h3"}:
        yield "een <section> begint met een kop"
    if sectie.attr("data-veld") and not lopende_tekst:
        yield "data-veld hoort bij een <section> alleen bij lopende tekst"
    yield from _reeks(sectie)


def _alinea(alinea: Element) -> Iterator[str]:
    if (alinea.blok == "invulveld") != bool(alinea.attr("data-regels")):
        yield "een invulveld, en niets anders, heeft data-regels"


def _lijst(lijst: Element) -> Iterator[str]:
    keuze = lijst.blok == "keuze"
    for punt in lijst.elementen:
        if keuze and (not punt.attr("data-gekozen") or not punt.loopt_door):
            yield "bij elke optie van een keuze hoort data-gekozen, en alleen een regel tekst"
        if not keuze and punt.attr("data-gekozen"):
            yield "data-gekozen hoort in een keuze"


def _vloei(houder: Element) -> Iterator[str]:
    """Text and paragraphs do not mix; in a list item, a list may follow the text."""
    if any(kind.blok == "invulveld" for kind in houder.elementen):
        yield "een invulveld staat in een gewone <section>"
    soorten = [isinstance(kind, str) or kind.naam in INLINE for kind in houder.kinderen]
    if all(soorten) or not any(soorten):
        return
    lijsten = [kind for kind in houder.elementen if kind.naam not in INLINE]
    eerst_tekst = soorten == sorted(soorten, reverse=True)
    if houder.naam != "li" or not eerst_tekst or any(kind.naam == "p" for kind in lijsten):
        yield f"in <{houder.naam}> staan tekst en alinea's door elkaar"


def _cel(cel: Element) -> Iterator[str]:
    if cel.attr("data-partij") and cel.attr("data-soort") != "lijn":
        yield "data-partij hoort bij een lijn"
    yield from _vloei(cel)


def _tabel(tabel: Element) -> Iterator[str]:
    delen = [kind.naam for kind in tabel.elementen]
    kop = ["thead"] if "thead" in delen else []
    if delen not in ([*kop, "tbody"], ["caption", *kop, "tbody"]):
        yield "een tabel bestaat uit hooguit een <caption>, hooguit een <thead> en één <tbody>"
        return
    if bool(kop) == (tabel.blok in LABELTABELLEN):
        yield "kerngegevens en gegevens hebben geen <thead>, elke andere tabel wel"
        return
    rijen = [rij for deel in tabel.elementen if deel.naam != "caption" for rij in deel.elementen]
    if len({len(rij.elementen) for rij in rijen}) > 1:
        yield "de rijen van een tabel hebben niet evenveel cellen"
    if kop and len(tabel.elementen[delen.index("thead")].elementen) != 1:
        yield "een <thead> heeft één rij"
    yield from _labels(tabel, rijen)
    yield from _tekenrijen(tabel, rijen)
    for rij in rijen[bool(kop) :]:
        if any(cel.attr("scope") == "col" or cel.attr("data-kolom") for cel in rij.elementen):
            yield "scope=col en data-kolom horen in de <thead>"


def _labels(tabel: Element, rijen: list[Element]) -> Iterator[str]:
    if tabel.blok in LABELTABELLEN:
        for rij in rijen:
            if [cel.naam for cel in rij.elementen] != ["th", "td"]:
                yield "elke rij heeft één <th> en één <td>"
    elif any(cel.naam != "th" or cel.attr("scope") != "col" for cel in rijen[0].elementen):
        yield "een <thead> bestaat uit <th scope=col>"


def _tekenrijen(tabel: Element, rijen: list[Element]) -> Iterator[str]:
    if tabel.blok == "ondertekening":
        if len(rijen[0].elementen) > 3:
            yield "een ondertekening heeft hooguit drie kolommen"
        if any(rij.attr("data-soort") in GEBEURTENISSEN for rij in rijen):
            yield "een gebeurtenis hoort in een tijdlijn"
        if any(cel.attr("data-partij") for rij in rijen if not rij.attrs for cel in rij.elementen):
            # The fingerprint of the text passes over these rows only.
            yield "data-partij hoort in een rij met data-soort=teken"
        return
    if any(cel.attr("data-soort") for rij in rijen for cel in rij.elementen):
        yield "een lijn hoort in een ondertekening"
    for rij in rijen:
        gebeurtenis = rij.attr("data-soort") in GEBEURTENISSEN
        if rij.attrs and (tabel.blok != "tijdlijn" or not gebeurtenis):
            yield "teken hoort in een ondertekening, een gebeurtenis in een tijdlijn"
        if gebeurtenis and not rij.attr("data-van"):
            yield "een gebeurtenis heeft data-van"
        if rij.attr("data-tot") and rij.attr("data-tot") < rij.attr("data-van"):
            yield "een gebeurtenis eindigt niet voor zij begint"


_CONTROLES: Mapping[str, Callable[[Element], Iterator[str]]] = MappingProxyType(
    {
        "article": _artikel,
        "section": _sectie,
        "ol": _lijst,
        "ul": _lijst,
        "li": _vloei,
        "p": _alinea,
        "td": _cel,
        "table": _tabel,
    }
)
