"""Whose health a sentence is about: that of the employee, or that of those whom he works for."""

from functools import lru_cache

from dossiergen.medisch.lexicon import ZORG, ZWAK, Term, groep
from dossiergen.medisch.lezen import effen
from dossiergen.medisch.treffer import Omgeving

__all__ = ["is_zorgwerk", "vertelt_van_zichzelf"]

_DICHTBIJ = 3
_VERDER = 8
_ALGEMENE_SOORTEN = frozenset({"middel", "behandeling", "behandelaar", "klacht", "ziekte", "persoon", "instelling"})


@lru_cache(maxsize=256)
def is_zorgwerk(omgeving: Omgeving) -> bool:
    """Whether the job or the employer is one of care, so that words of care may be words of work."""
    woorden = effen(f"{omgeving.functie} {omgeving.werkgever}").replace("-", " ").split()
    return groep("zorgwerk").in_een_van(woord.strip(".,;:()") for woord in woorden)


def vertelt_van_zichzelf(term: Term, woorden: list[str], plek: int, omgeving: Omgeving) -> bool:
    """Whether the term at `plek` of a sentence tells of the employee's own health."""
    rond = [*woorden[:plek], *woorden[plek + 1 :]]
    om_anderen = _om_anderen(woorden, plek)
    bezit = _van_hemzelf(woorden, plek)
    sterk = groep("sterk").in_een_van(rond)
    if term.sterkte and _niet_gevraagd(term, woorden):
        return False
    if term.sterkte == ZWAK:
        return (bezit or sterk) and not om_anderen
    if is_zorgwerk(omgeving) or omgeving.over_werk:
        return _naast_zorgwerk(term, rond, bezit=bezit, sterk=sterk, om_anderen=om_anderen)
    if bezit or sterk:
        return True
    taak = groep("vak").in_een_van(rond) or (term.sterkte == ZORG and groep("zorgtaak").in_een_van(rond))
    return not (om_anderen or taak)


def _naast_zorgwerk(
    term: Term, rond: list[str], *, bezit: bool, sterk: bool, om_anderen: bool
) -> bool:
    """For somebody who works in care: words of care are words of work, unless he undergoes it himself."""
    ondergaat = groep("ondergaat").in_een_van(rond)
    if om_anderen:
        return False
    if term.sterkte == ZORG:
        return sterk or ((bezit or ondergaat) and not groep("werk").in_een_van(rond))
    if sterk or bezit or ondergaat:
        return True
    return not (groep("vak").in_een_van(rond) or groep("zorgtaak").in_een_van(rond))


def _van_hemzelf(woorden: list[str], plek: int) -> bool:
    """"Mijn", "zijn", "haar" right before it, and not "haar leerlingen met …"."""
    for woord in reversed(woorden[max(0, plek - _DICHTBIJ) : plek]):
        if woord in groep("verzorgd"):
            return False
        if woord in groep("bezit"):
            return True
    return False


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
