"""Checks that what is read aloud runs over the page as the eye does: down, and in a row of a table to the right."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from dossiergen.dossier.keuring.bezwaar import Bezwaar
from dossiergen.dossier.keuring.gelezen import Gelezen
from dossiergen.dossier.keuring.tags import Inhoud, Tag
from dossiergen.dossier.keuring.verf import Rechthoek
from dossiergen.dossier.keuring.zinnen import maak

__all__ = ["leesvolgorde"]

_SPELING = 2.0
"""Points: letters differ in height, and reach over the edge of their box."""
_OP_EEN_REGEL = 0.5

Plekken = Mapping[int, Rechthoek]


def leesvolgorde(gelezen: Gelezen) -> Iterator[Bezwaar]:
    """At most one objection a page and check: once the order is lost, all that follows is off."""
    gemeld: set[tuple[str, int]] = set()
    for tag in gelezen.tags:
        regel = "leesvolgorde-rij" if tag.soort == "TR" else "leesvolgorde"
        for blad in _fouten(gelezen, tag):
            if (regel, blad) not in gemeld:
                gemeld.add((regel, blad))
                yield maak(regel, blad)


def _fouten(gelezen: Gelezen, tag: Tag) -> Iterator[int]:
    """The pages where a child stands before the one that is read before it."""
    plekken = [gelezen.vak(k) if isinstance(k, Inhoud) else gelezen.vakken[k] for k in tag.kinderen]
    for een, ander in pairwise(plek for plek in plekken if plek):
        if tag.soort == "TR":
            yield from (
                blad for blad in een.keys() & ander if ander[blad].links < een[blad].rechts - _SPELING
            )
        elif tag.soort == "Table":
            # A head is read first, also where it found no room above the first row.
            yield from (blad for blad in een.keys() & ander if not _volgt(een[blad], ander[blad]))
        else:
            yield from _te_vroeg(een, ander)


def _te_vroeg(een: Plekken, ander: Plekken) -> Iterator[int]:
    laatste, eerste = max(een), min(ander)
    if eerste < laatste or (eerste == laatste and not _volgt(een[laatste], ander[eerste])):
        yield eerste


def _volgt(een: Rechthoek, ander: Rechthoek) -> bool:
    """Whether the eye comes to the second after the first: to the right of it, or lower."""
    if ander.links >= een.rechts - _SPELING:
        return True
    if _samen_op_een_regel(een, ander):
        return False
    return ander.boven <= een.boven + _SPELING and ander.onder <= een.onder + _SPELING


def _samen_op_een_regel(een: Rechthoek, ander: Rechthoek) -> bool:
    gedeeld = min(een.boven, ander.boven) - max(een.onder, ander.onder)
    laagste = min(een.boven - een.onder, ander.boven - ander.onder)
    return gedeeld > _OP_EEN_REGEL * laagste
