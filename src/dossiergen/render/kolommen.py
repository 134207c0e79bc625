"""How wide the columns of a table are: one answer for both formats, in millimetres.

Fixed widths are also what makes WeasyPrint fast: it need not measure each cell.
"""

from dossiergen.huisstijl import Letterfamilie
from dossiergen.render.boom import Element
from dossiergen.render.letters import breedte
from dossiergen.render.maten import CELRUIMTE, KOLOMMEN, LABELS, LETTERS

__all__ = ["GOOT", "kolombreedtes"]

GOOT = 8.0
"""White between two signatures."""

_PUNT = 25.4 / 72
_EEN_TEKEN = 80.0
_OP_EEN_REGEL = frozenset({"nr", "datum"})
_REK = 1.4
"""How much wider a column of a known kind may become for what stands in it."""
_LANGSTE_WOORD = 60.0
"""Longer words are broken."""
_SPELING = 1.08
"""Word's letter is a little wider in places than the one that is measured."""


def kolombreedtes(tabel: Element, totaal: float, letter: float, familie: Letterfamilie) -> tuple[float, ...]:
    """Widths that together make `totaal`; `letter` is the style's size in points, `familie` what it is set in."""
    if label := LABELS.get(tabel.blok):
        return (label, totaal - label)
    rijen = [rij for deel in tabel.elementen if deel.naam != "caption" for rij in deel.elementen]
    aantal = len(rijen[0].elementen)
    if tabel.blok == "ondertekening":
        return _handtekeningen(aantal, totaal)
    em = letter * LETTERS["tabel"] * _PUNT
    kolommen = [[rij.elementen[i] for rij in rijen] for i in range(aantal)]
    gewenst = [_gewenst(kolom, em, familie) for kolom in kolommen]
    vast = [_vast(kolom, maten) for kolom, maten in zip(kolommen, gewenst, strict=True)]
    rest = totaal - sum(mm for mm in vast if mm)
    vrij = iter(_verdeeld([maten for maten, mm in zip(gewenst, vast, strict=True) if not mm], rest))
    breedtes = tuple(mm or next(vrij) for mm in vast)
    return tuple(mm * totaal / sum(breedtes) for mm in breedtes)


def _handtekeningen(aantal: int, totaal: float) -> tuple[float, ...]:
    """A gutter is part of the column before it; a single signature takes half the page."""
    if aantal == 1:
        return (min(_EEN_TEKEN, totaal),)
    kolom = (totaal - GOOT * (aantal - 1)) / aantal
    return (*[kolom + GOOT] * (aantal - 1), kolom)


def _vast(kolom: list[Element], gewenst: tuple[float, float]) -> float:
    """The width that the column's kind gives it, or more where one of its words needs that; 0 if it has none."""
    soort = kolom[0].attr("data-kolom")
    if soort not in KOLOMMEN:
        return 0
    woord, tekst = gewenst
    nodig = tekst if soort in _OP_EEN_REGEL else woord
    return max(KOLOMMEN[soort], min(nodig, KOLOMMEN[soort] * _REK))


def _gewenst(kolom: list[Element], em: float, familie: Letterfamilie) -> tuple[float, float]:
    """The least a column needs for its longest word, and the most it can use for its longest text."""
    woord = tekst = 0.0
    for cel in kolom:
        vet = cel.naam == "th"
        inhoud = cel.platte_tekst
        tekst = max(tekst, breedte(inhoud, familie, vet=vet))
        woord = max([woord, *(breedte(deel, familie, vet=vet) for deel in inhoud.split(" "))])
    return min(woord * em * _SPELING, _LANGSTE_WOORD) + CELRUIMTE, tekst * em * _SPELING + CELRUIMTE


def _verdeeld(gewenst: list[tuple[float, float]], ruimte: float) -> list[float]:
    minst = [laag for laag, _ in gewenst]
    meest = [hoog for _, hoog in gewenst]
    if sum(meest) <= ruimte:
        over = (ruimte - sum(meest)) / (sum(meest) or 1)
        return [hoog * (1 + over) for hoog in meest]
    if sum(minst) >= ruimte:
        return [laag * ruimte / sum(minst) for laag in minst]
    speling = (ruimte - sum(minst)) / (sum(meest) - sum(minst))
    return [laag + (hoog - laag) * speling for laag, hoog in gewenst]
