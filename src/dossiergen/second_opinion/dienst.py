"""Whether two services are one, however they are spelled (Arbobesluit art. 2.14d lid 2)."""

import re
from collections.abc import Iterator
from enum import Enum, auto

from dossiergen.zaak.organisaties import Arbodienst, Organisaties, Persoon
from dossiergen.zaak.second_opinion import Processtap, Raadpleging
from dossiergen.zaak.tekst import zonder_accenten
from dossiergen.zaak.zaak import Zaak, in_functie

__all__ = ["Verwantschap", "arts_van_advies", "van_de_werkgever", "verwantschap"]

_GEEN_LETTER = re.compile(r"[\W_]+")
_GEEN_CIJFER = re.compile(r"[^0-9]+")
# Arbo+ is said Arbo Plus; between two words a + is no more than an &.
_PLUS = re.compile(r"(?<=\w)\+(?!\w)")
# What no decomposition takes apart.
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe"})
# Words that say what kind of organisation it is, and not which.
_LIDWOORDEN = frozenset({"de", "het"})
_SOORTNAAM = _LIDWOORDEN | {
    "arbodienst", "besloten", "cooperatie", "cooperatieve", "en", "groep", "holding", "maatschap", "naamloze",
    "nederland", "stichting", "vennootschap", "vereniging",
}  # fmt: skip
_RECHTSVORMEN = frozenset({"ba", "bv", "cv", "ltd", "nv", "ua", "vof", "wa"})
_TOT_CONSULT = frozenset({Processtap.KEUZE_GEMAAKT, Processtap.KEUZE_BUITEN_CONTRACT, Processtap.CONSULT})
# A shorter beginning says nothing: many names begin with arbo.
_KORTSTE_NAAM = 6
_VASTGESCHREVEN = re.compile(r"(?<=...)(?:bv|nv|vof|cv)$")


class Verwantschap(Enum):
    """What another bedrijfsarts has to do with the first one; anything but BUITEN is not another."""

    BUITEN = auto()
    ZELFDE_ARTS = auto()
    ZELFDE_DIENST = auto()
    WERKGEVER = auto()
    LIJKT = auto()
    """The name of one service begins with that of the other: a branch, or a part of it, or neither."""
    ONBEKEND = auto()
    """Nobody wrote down where the doctor works."""


def verwantschap(sleutel: str, raadpleging: Raadpleging, zaak: Zaak) -> Verwantschap:
    """Compared with the service of the questioned advice and with the present one, and with the employer."""
    organisaties = zaak.organisaties
    if _is_een_van(sleutel, _eigen_artsen(raadpleging, zaak), organisaties):
        return Verwantschap.ZELFDE_ARTS
    if sleutel in van_de_werkgever(zaak):
        return Verwantschap.WERKGEVER
    dienst = _dienst_van(organisaties.personen[sleutel], organisaties)
    if dienst is None:
        return Verwantschap.ONBEKEND
    eigen_diensten = tuple(_eigen_diensten(raadpleging, zaak))
    if any(_zelfde(dienst, eigen) for eigen in eigen_diensten):
        return Verwantschap.ZELFDE_DIENST
    werkgever = organisaties.werkgevers[zaak.gegevens.werkgever]
    namen = {_genoemd(naam) for naam in (dienst.naam, dienst.groep) if naam}
    if _genoemd(werkgever.naam) in namen or _gelijk(dienst.kvk_nummer, werkgever.kvk_nummer):
        return Verwantschap.WERKGEVER
    eigen_namen = (*(eigen.naam for eigen in eigen_diensten), werkgever.naam)
    lijkt = any(_begint_met(naam, eigen) for naam in namen for eigen in eigen_namen)
    return Verwantschap.LIJKT if lijkt else Verwantschap.BUITEN


def arts_van_advies(raadpleging: Raadpleging, zaak: Zaak) -> str:
    """Whose advice is doubted, by key: whom the request names, or who guided on that day."""
    verzoek = raadpleging.verzoek
    dag = verzoek.advies_van or verzoek.ontvangen_op
    return verzoek.bedrijfsarts or in_functie(zaak.gegevens.bedrijfsarts, dag).persoon


def _eigen_artsen(raadpleging: Raadpleging, zaak: Zaak) -> frozenset[str]:
    """Whose advice it is, and who guides from the request to the consult.

    Not whoever guides afterwards: where trust is gone, that may be the other bedrijfsarts.
    """
    artsen = zaak.gegevens.bedrijfsarts
    dagen = {raadpleging.verzoek.ontvangen_op, *(s.op for s in raadpleging.verloop if s.stap in _TOT_CONSULT)}
    van = arts_van_advies(raadpleging, zaak)
    return frozenset({van, *(in_functie(artsen, dag).persoon for dag in dagen)})


def _is_een_van(sleutel: str, eigen: frozenset[str], organisaties: Organisaties) -> bool:
    """By key, or by the number in the BIG-register: somebody can stand in the list twice."""
    nummer = organisaties.personen[sleutel].big_nummer
    return sleutel in eigen or any(_gelijk(nummer, organisaties.personen[een].big_nummer) for een in eigen)


def van_de_werkgever(zaak: Zaak) -> frozenset[str | None]:
    """Who acts for the employer in this case."""
    contactpersoon = zaak.organisaties.werkgevers[zaak.gegevens.werkgever].contactpersoon
    return frozenset({contactpersoon, *(vervulling.persoon for vervulling in zaak.gegevens.casemanager)})


def _eigen_diensten(raadpleging: Raadpleging, zaak: Zaak) -> Iterator[Arbodienst]:
    organisaties = zaak.organisaties
    yield organisaties.arbodiensten[zaak.gegevens.arbodienst]
    for sleutel in _eigen_artsen(raadpleging, zaak):
        if dienst := _dienst_van(organisaties.personen[sleutel], organisaties):
            yield dienst


def _dienst_van(persoon: Persoon, organisaties: Organisaties) -> Arbodienst | None:
    return organisaties.arbodiensten[persoon.arbodienst] if persoon.arbodienst else None


def _zelfde(een: Arbodienst, ander: Arbodienst) -> bool:
    """By number, by name, or as parts of one group."""
    if _gelijk(een.kvk_nummer, ander.kvk_nummer) or _genoemd(een.naam) == _genoemd(ander.naam):
        return True
    groepen = [{_genoemd(naam) for naam in (dienst.naam, dienst.groep) if naam} for dienst in (een, ander)]
    return bool((een.groep or ander.groep) and not groepen[0].isdisjoint(groepen[1]))


def _begint_met(een: str, ander: str) -> bool:
    """One bare name (of the first, as `_genoemd` gives it) is the beginning of the other."""
    korter, langer = sorted((een, _genoemd(ander)), key=len)
    return len(korter) >= _KORTSTE_NAAM and langer.startswith(korter)


def _gelijk(een: str | None, ander: str | None) -> bool:
    """A zero in front is lost as easily as a point is put in."""
    cijfers = [_GEEN_CIJFER.sub("", nummer or "").lstrip("0") for nummer in (een, ander)]
    return bool(cijfers[0]) and cijfers[0] == cijfers[1]


def _genoemd(naam: str) -> str:
    """ArboPlus B.V. and Arbo Plus BV are one name: letters and digits, without legal form and kind of organisation.

    A name of nothing but such words keeps them.
    """
    plat = zonder_accenten(_PLUS.sub(" plus ", naam).casefold()).translate(_LETTERS)
    woorden = list(_zonder_rechtsvorm([woord for woord in _GEEN_LETTER.split(plat) if woord]))
    eigen = [woord for woord in woorden if woord not in _SOORTNAAM]
    zonder = eigen or [woord for woord in woorden if woord not in _LIDWOORDEN]
    return _VASTGESCHREVEN.sub("", "".join(zonder)) or plat


def _zonder_rechtsvorm(woorden: list[str]) -> Iterator[str]:
    """Also where it is spelled by letters: b v."""
    losse = ""
    for woord in [*woorden, ""]:
        if len(woord) == 1 and woord.isalpha():
            losse += woord
            continue
        if losse and losse not in _RECHTSVORMEN:
            yield losse
        losse = ""
        if woord and woord not in _RECHTSVORMEN:
            yield woord
