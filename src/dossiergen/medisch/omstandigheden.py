"""Whose health a sentence is about: that of the employee, or that of those whom he works for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from dossiergen.medisch.lexicon import ZORG, ZWAK, Term
from dossiergen.medisch.lezen import blokken, effen
from dossiergen.medisch.treffer import Omgeving

__all__ = ["Woordgroep", "groep", "is_zorgwerk", "vertelt_van_zichzelf"]

_DICHTBIJ = 3
_VERDER = 8
_ALGEMENE_SOORTEN = frozenset({"middel", "behandeling", "behandelaar", "klacht", "ziekte", "persoon", "instelling"})


@dataclass(frozen=True, slots=True)
class Woordgroep:
    """Words, and beginnings of words, that say the same."""

    heel: frozenset[str]
    begin: tuple[str, ...]

    def __contains__(self, woord: str) -> bool:
        return woord in self.heel or (bool(self.begin) and woord.startswith(self.begin))

    def in_een_van(self, woorden: Iterable[str]) -> bool:
        return any(woord in self for woord in woorden)


@cache
def _groepen() -> Mapping[str, Woordgroep]:
    return {
        kop[0]: Woordgroep(
            frozenset(term for term in termen if "~" not in term),
            tuple(term[:-1] for term in termen if term.endswith("~")),
        )
        for kop, termen in blokken("context")
    }


def groep(naam: str) -> Woordgroep:
    """By its name in context.txt."""
    return _groepen()[naam]


@lru_cache(maxsize=256)
def is_zorgwerk(omgeving: Omgeving) -> bool:
    """Whether the job or the employer is one of care, so that words of care may be words of work."""
    woorden = effen(f"{omgeving.functie} {omgeving.werkgever}").replace("-", " ").split()
    return groep("zorgwerk").in_een_van(woord.strip(".,;:()") for woord in woorden)


def vertelt_van_zichzelf(term: Term, woorden: list[str], plek: int, omgeving: Omgeving) -> bool:
    """Whether the term at `plek` of a sentence tells of the employee's own health."""
    vlakbij = woorden[max(0, plek - _DICHTBIJ) : plek]
    eigen = groep("bezit").in_een_van(vlakbij) or groep("sterk").in_een_van(
        [*woorden[:plek], *woorden[plek + 1 :]]
    )
    if term.sterkte and _niet_gevraagd(term, woorden):
        return False
    if term.sterkte == ZWAK:
        return eigen and not _om_anderen(woorden, plek)
    if term.sterkte == ZORG:
        return _van_de_zorg(woorden, plek, omgeving, eigen=eigen)
    return eigen or not (_om_anderen(woorden, plek) or _is_vak(woorden, omgeving))


def _niet_gevraagd(term: Term, woorden: list[str]) -> bool:
    """Saying that something is not asked or kept is no news of somebody's health."""
    return (
        term.soort in _ALGEMENE_SOORTEN
        and groep("ontkenning").in_een_van(woorden)
        and groep("afstand").in_een_van(woorden)
    )


def _om_anderen(woorden: list[str], plek: int) -> bool:
    """Clients before it ("bewoners met …") without a verb of illness between, right behind it, or it names them."""
    verzorgd, ondergaat = groep("verzorgd"), groep("ondergaat")
    if woorden[plek].endswith("patienten"):
        return True
    for woord in reversed(woorden[max(0, plek - _VERDER) : plek]):
        if woord in ondergaat:
            break
        if woord in verzorgd:
            return True
    return verzorgd.in_een_van(woorden[plek + 1 : plek + 5])


def _van_de_zorg(woorden: list[str], plek: int, omgeving: Omgeving, *, eigen: bool) -> bool:
    if eigen:
        return not (is_zorgwerk(omgeving) and _om_anderen(woorden, plek))
    if omgeving.over_werk or is_zorgwerk(omgeving):
        return groep("ondergaat").in_een_van(woorden) and not groep("werk").in_een_van(woorden)
    rond = [*woorden[:plek], *woorden[plek + 1 :]]
    return not (groep("werk").in_een_van(rond) or _om_anderen(woorden, plek))


def _is_vak(woorden: list[str], omgeving: Omgeving) -> bool:
    if groep("vak").in_een_van(woorden):
        return True
    over_zorg = omgeving.over_werk or is_zorgwerk(omgeving)
    return over_zorg and groep("werk").in_een_van(woorden) and not groep("ondergaat").in_een_van(woorden)
