"""How wide the columns of a table are: one answer for both formats, in millimetres.

Fixed widths are also what makes WeasyPrint fast: it need not measure each cell.
"""

from collections.abc import Iterator
from functools import lru_cache

from dossiergen.huisstijl import Huisstijl
from dossiergen.render.boom import Element
from dossiergen.render.inhoudsmaten import Kolom, kolom, minste_hoogte
from dossiergen.render.letters import breedte
from dossiergen.render.maten import CELRUIMTE, LABELS, LETTERS, VLAKRAND

__all__ = ["GOOT", "kolombreedtes", "labelbreedte"]

GOOT = 8.0
"""White between two signatures."""

_PUNT = 25.4 / 72
_EEN_TEKEN = 80.0
_SPELING = 1.08
"""Word's letter is a little wider in places than the one that is measured."""


def labelbreedte(artikel: Element, stijl: Huisstijl) -> float:
    """The label column of all tables of labels in a document, so that their values stand on one line.

    As wide as the longest label, within bounds: a longer one takes two lines.
    """
    em = stijl.letter.grootte * LETTERS["tabel"] * _PUNT * _SPELING
    nodig = max(
        (breedte(label, stijl.letters.tekst) * em + wit for label, wit in _labels(artikel)), default=0
    )
    return min(max(nodig, LABELS.minst), LABELS.meest)


def _labels(artikel: Element) -> Iterator[tuple[str, float]]:
    """Labels with the white around them; those on a wash stand clear of its edge."""
    for tabel in artikel.alle():
        if tabel.blok in {"kerngegevens", "gegevens"}:
            wit = CELRUIMTE + (VLAKRAND if tabel.blok == "kerngegevens" else 0)
            for rij in tabel.elementen[-1].elementen:
                yield rij.elementen[0].platte_tekst, wit


# Both formats ask for the tables of a document.
@lru_cache(maxsize=128)
def kolombreedtes(tabel: Element, stijl: Huisstijl, label: float) -> tuple[float, ...]:
    """Widths that together are as wide as the text; `label`: of the label column."""
    totaal = stijl.tekstbreedte
    if tabel.blok in {"kerngegevens", "gegevens"}:
        return (label, totaal - label)
    rijen = [rij for deel in tabel.elementen if deel.naam != "caption" for rij in deel.elementen]
    aantal = len(rijen[0].elementen)
    if tabel.blok == "ondertekening":
        return _handtekeningen(aantal, totaal)
    em = stijl.letter.grootte * LETTERS["tabel"] * _PUNT * _SPELING
    kolommen = [kolom([rij.elementen[i] for rij in rijen], em, stijl.letters.tekst) for i in range(aantal)]
    verdeel = _gespreid if tabel.blok == "kenmerken" else _verdeeld
    breedtes = verdeel(kolommen, totaal)
    return tuple(mm * totaal / sum(breedtes) for mm in breedtes)


def _handtekeningen(aantal: int, totaal: float) -> tuple[float, ...]:
    """A gutter is part of the column before it; a single signature takes half the page."""
    if aantal == 1:
        return (min(_EEN_TEKEN, totaal),)
    breed = (totaal - GOOT * (aantal - 1)) / aantal
    return (*[breed + GOOT] * (aantal - 1), breed)


def _gespreid(kolommen: list[Kolom], totaal: float) -> list[float]:
    """Equal columns where everything fits in them, and else equal white between them."""
    gelijk = totaal / len(kolommen)
    meest = [kolom.meest for kolom in kolommen]
    if max(meest) <= gelijk:
        return [gelijk] * len(kolommen)
    if sum(meest) > totaal:
        return _verdeeld(kolommen, totaal)
    over = (totaal - sum(meest)) / len(kolommen)
    return [mm + over for mm in meest]


def _verdeeld(kolommen: list[Kolom], totaal: float) -> list[float]:
    """All on one line where that fits, with what is left for running text; else as few lines as may be."""
    meest = [kolom.meest for kolom in kolommen]
    over = totaal - sum(meest)
    if over >= 0:
        tekst = [kolom.meest if kolom.rekt else 0 for kolom in kolommen]
        delen = tekst if any(tekst) else meest
        return [mm + over * deel / sum(delen) for mm, deel in zip(meest, delen, strict=True)]
    minst = [kolom.minst for kolom in kolommen]
    if sum(minst) >= totaal:
        return minst
    return minste_hoogte(kolommen, totaal)
