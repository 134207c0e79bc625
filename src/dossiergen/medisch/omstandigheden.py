"""Whose health a sentence is about: that of the employee, or that of those whom he works for."""

from dataclasses import dataclass
from functools import lru_cache

from dossiergen.medisch.lexicon import ZORG, ZWAK, Term, groep
from dossiergen.medisch.lezen import effen
from dossiergen.medisch.treffer import Achtergrond

__all__ = ["is_zorgwerk", "vertelt_van_zichzelf"]

_DICHTBIJ = 3
_VLAKBIJ = 4
_RUIM = 6
_VERDER = 8
_VAN_LIJF = frozenset({"klacht", "letsel"})
# What nobody has by him for others: "haar blindengeleidehond", and not "haar behandelingen".
_VOOR_PATIENTEN = ("poli", "polikliniek", "ggz")
_VAN_EEN_MENS = frozenset({"hulpmiddel", "behandelaar"})
# A word that says what sort of thing somebody has, and not what.
_ALGEMEEN = frozenset({"middel", "behandeling", "behandelaar", "klacht", "ziekte", "persoon", "instelling"})


@dataclass(frozen=True, slots=True)
class _Plek:
    """A term in its sentence: the words before it, behind it, and all but itself."""

    voor: list[str]
    woord: str
    achter: list[str]

    @property
    def rond(self) -> list[str]:
        return [*self.voor, *self.achter]

    def vlak_naast(self, naam: str) -> bool:
        """The same, a few words before or behind it: a task at the other end says nothing of a disease."""
        return groep(naam).in_een_van((*self.voor[-_RUIM:], *self.achter[:_RUIM]))

    def naast(self, naam: str) -> bool:
        """Whether a word of the group stands anywhere in the sentence."""
        return groep(naam).in_een_van(self.rond)


@lru_cache(maxsize=256)
def is_zorgwerk(omgeving: Achtergrond) -> bool:
    """Whether the job or the employer is one of care, so that words of care may be words of work."""
    woorden = effen(f"{omgeving.functie} {omgeving.werkgever}").replace("-", " ").split()
    return groep("zorgwerk").in_een_van(woord.strip(".,;:()") for woord in woorden)


def vertelt_van_zichzelf(term: Term, woorden: list[str], plek: int, omgeving: Achtergrond) -> bool:
    """Whether the term at `plek` of a sentence tells of the employee's own health."""
    hier = _Plek(woorden[:plek], woorden[plek], woorden[plek + 1 :])
    om_anderen = _om_anderen(hier)
    eigen = _van_hemzelf(hier) or hier.naast("sterk")
    if term.sterkte == ZWAK:
        return eigen and not om_anderen and not _niet_gevraagd(term, hier)
    if _zegt_iets_anders(term, hier, eigen=eigen):
        return False
    if (
        "eigen" in hier.voor[-_DICHTBIJ:]
        or (term.soort in _VAN_EEN_MENS and _staat_erbij(hier))
        or _gaat_erheen(term, hier)
    ):
        return True
    if any(woord.startswith(hier.woord) for woord in _ambt(omgeving)):
        return False
    if is_zorgwerk(omgeving) or omgeving.over_werk:
        return not om_anderen and _naast_zorgwerk(term, hier)
    taak = hier.vlak_naast("vak") or (term.sterkte == ZORG and (hier.naast("vak") or hier.naast("zorgtaak")))
    return eigen or not (om_anderen or taak)


def _gaat_erheen(term: Term, hier: _Plek) -> bool:
    """As in "omdat hij naar de cardioloog moet", whatever else the sentence speaks of."""
    gaat = term.soort == "behandelaar" or hier.woord.endswith(_VOOR_PATIENTEN)
    if not gaat or _om_anderen(hier) or not {"naar", "bij"} & set(hier.voor[-_DICHTBIJ:]):
        return False
    return groep("gaat").in_een_van((*hier.voor[-_VLAKBIJ:], *hier.achter[:2]))


def _staat_erbij(hier: _Plek) -> bool:
    return not _om_anderen(hier) and groep("bezit").in_een_van(hier.voor[-1:])


@lru_cache(maxsize=256)
def _ambt(omgeving: Achtergrond) -> frozenset[str]:
    """The words of his job: whoever is called a kraamverzorgende in it, is one."""
    return frozenset(woord.strip(".,;:()") for woord in effen(omgeving.functie).split())


def _zegt_iets_anders(term: Term, hier: _Plek, *, eigen: bool) -> bool:
    """That something is not asked, or a manner of speaking about a thing."""
    if term.sterkte and _niet_gevraagd(term, hier):
        return True
    kan_een_ding_zijn = term.soort in _VAN_LIJF or hier.woord in groep("techniek")
    return kan_een_ding_zijn and not eigen and _van_een_ding(hier)


def _niet_gevraagd(term: Term, hier: _Plek) -> bool:
    """Saying that something is not asked or kept is no news of somebody's health."""
    return term.soort in _ALGEMEEN and hier.naast("ontkenning") and hier.naast("afstand")


def _naast_zorgwerk(term: Term, hier: _Plek) -> bool:
    """For somebody who works in care: words of care are words of work, unless he undergoes it himself."""
    sterk, ondergaat = hier.naast("sterk"), _van_hemzelf(hier) or hier.naast("ondergaat")
    if term.sterkte == ZORG:
        return sterk or (ondergaat and not hier.naast("werk"))
    taak = term.soort != "klacht" and hier.naast("zorgtaak")
    return sterk or ondergaat or not (taak or hier.naast("vak"))


def _van_een_ding(hier: _Plek) -> bool:
    """As in "de rug van het boek is gescheurd"."""
    vlakbij = hier.voor[-_VLAKBIJ:]
    if groep("persoon").in_een_van(vlakbij):
        return False
    return groep("voorwerp").in_een_van((*vlakbij, *hier.achter[:_VLAKBIJ]))


def _van_hemzelf(hier: _Plek) -> bool:
    """The words for mine, his or hers right before it, but not for his pupils that have it."""
    for woord in reversed(hier.voor[-_DICHTBIJ:]):
        if woord in groep("verzorgd"):
            return False
        if woord in groep("bezit"):
            return True
    return False


def _om_anderen(hier: _Plek) -> bool:
    """Clients before it without a verb of illness between, right behind it, or it names them."""
    verzorgd, ondergaat = groep("verzorgd"), groep("ondergaat")
    if hier.woord.endswith("patienten"):
        return True
    for woord in reversed(hier.voor[-_VERDER:]):
        if woord in ondergaat:
            break
        if woord in verzorgd:
            return True
    return verzorgd.in_een_van(hier.achter[:_VLAKBIJ])
