"""What the columns of a table hold, measured; and the widths that make the table lowest."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossiergen.huisstijl import Letterfamilie
from dossiergen.render.boom import Element
from dossiergen.render.letters import breedte
from dossiergen.render.maten import CELRUIMTE, KEUZE_INSPRINGING, KOLOMMEN

__all__ = ["Kolom", "kolom", "minste_hoogte"]

_OP_EEN_REGEL = frozenset({"nr", "datum"})
_REK = 1.6
"""How much wider than its usual width a column of names may become."""
_LANGSTE_WOORD = 60.0
"""Longer words are broken."""
_STAPPEN = (2.0, 4.0, 8.0, 16.0, 32.0)
_RIJEN = 60
"""Of a long table the first rows say how wide the columns are."""
_VULLING = 1.06
"""A line is never quite full."""


@dataclass(frozen=True, slots=True)
class Kolom:
    """Widths in millimetres: for the longest word, for the longest line, and of each line in each cell."""

    minst: float
    meest: float
    rekt: bool
    """Whether it takes what the others leave."""
    cellen: tuple[tuple[float, ...], ...]

    def regels(self, rij: int, mm: float) -> int:
        """Lines that a cell takes in a column of this width."""
        ruimte = max(mm - CELRUIMTE, 1)
        return sum(
            max(1, math.ceil(regel * _VULLING / ruimte)) if regel > ruimte else 1
            for regel in self.cellen[rij]
        )


def kolom(cellen: Sequence[Element], em: float, familie: Letterfamilie) -> Kolom:
    """Measure one column, its head included; `em` is the size of its letter in millimetres."""
    soort = cellen[0].attr("data-kolom")
    gemeten = [tuple(_breedtes(cel, em, familie)) for cel in cellen]
    woord = max((woord for cel in gemeten for woord, _ in cel), default=0)
    regel = max((regel for cel in gemeten for _, regel in cel), default=0) + CELRUIMTE
    vast = KOLOMMEN.get(soort, 0)
    minst = min(woord, _LANGSTE_WOORD) + CELRUIMTE
    if soort in _OP_EEN_REGEL:
        minst = regel = max(vast, min(regel, vast * _REK))
    elif vast:
        minst = min(minst, vast * _REK)
        regel = max(minst, min(regel, vast * _REK))
    eerste = tuple(tuple(regel for _, regel in cel) for cel in gemeten[:_RIJEN])
    return Kolom(minst, max(regel, minst), not vast, eerste)


def _breedtes(cel: Element, em: float, familie: Letterfamilie) -> Iterator[tuple[float, float]]:
    """The longest word and the whole of each line of a cell."""
    vet = cel.attr("scope") == "col"
    for tekst, inspringing in _regels(cel):
        woord = max(breedte(deel, familie, vet=vet) for deel in tekst.split(" "))
        yield woord * em + inspringing, breedte(tekst, familie, vet=vet) * em + inspringing


def _regels(cel: Element) -> Iterator[tuple[str, float]]:
    """Each paragraph and list item, with what it stands clear of the edge of its cell."""
    if cel.loopt_door:
        yield cel.platte_tekst, 0
        return
    for kind in cel.alle():
        if kind.naam in {"p", "li"} and kind.loopt_door:
            yield kind.platte_tekst, KEUZE_INSPRINGING if kind.naam == "li" else 0


def minste_hoogte(kolommen: Sequence[Kolom], totaal: float) -> list[float]:
    """Each time widen the column that saves most lines a millimetre; what is left goes where most is wanted."""
    breedtes = [kolom.minst for kolom in kolommen]
    over = totaal - sum(breedtes)
    hoogte = _hoogte(kolommen, breedtes)
    while over > 0:
        beste = max(
            (
                ((hoogte - _hoogte(kolommen, _verbreed(breedtes, nummer, stap))) / stap, -stap, nummer)
                for nummer, kolom in enumerate(kolommen)
                for stap in _STAPPEN
                if stap <= over and breedtes[nummer] < kolom.meest
            ),
            default=(0.0, 0.0, 0),
        )
        if beste[0] <= 0:
            break
        breedtes = _verbreed(breedtes, beste[2], -beste[1])
        over += beste[1]
        hoogte = _hoogte(kolommen, breedtes)
    tekort = [max(kolom.meest - mm, 0) for kolom, mm in zip(kolommen, breedtes, strict=True)]
    return [mm + over * deel / (sum(tekort) or 1) for mm, deel in zip(breedtes, tekort, strict=True)]


def _verbreed(breedtes: Sequence[float], nummer: int, stap: float) -> list[float]:
    return [mm + stap if plaats == nummer else mm for plaats, mm in enumerate(breedtes)]


def _hoogte(kolommen: Sequence[Kolom], breedtes: Sequence[float]) -> int:
    """Lines of the whole table."""
    return sum(
        max(kolom.regels(rij, mm) for kolom, mm in zip(kolommen, breedtes, strict=True))
        for rij in range(len(kolommen[0].cellen))
    )
