"""What the name of a file in `bijlagen/` tells. What is inside is for whoever opens it."""

import re
from enum import Enum, auto

from dossiergen.zaak.tekst import zonder_accenten
from dossiergen.zaak.zaak import STUKSOORTEN, Zaak

__all__ = [
    "NAAM",
    "Naambezwaar",
    "bezwaar_tegen_naam",
    "is_van_bedrijfsarts",
    "namen_van_de_werknemer",
    "overige_bijlagen",
]

NAAM = re.compile(r"(?P<stam>[a-z][a-z0-9-]*?)(?:-v(?P<versie>[1-9][0-9]?))?\.pdf")
_BSN = re.compile(r"[0-9]{9}")
_MEDISCH = re.compile(
    r"medisch|medicat|medicijn|diagnos|patient|huisarts|psych|ziekenhuis|behandel|specialistenbrief"
)
_BESTAND_BEDRIJFSARTS = re.compile(r"bedrijfsarts(?:deel)?[^/]*\.ya?ml")
_SECOND_OPINION = re.compile(r"second-?opinion|(?:^|-)so(?:-|$)")
_VAN_DE_WERKNEMER = re.compile(r"oordeel-(?:van-de-)?werknemer")
_KORTSTE_NAAM = 3


class Naambezwaar(Enum):
    """Why a file does not go along, as far as its name tells."""

    VAN_BEDRIJFSARTS = auto()
    MEDISCH = auto()
    SECOND_OPINION = auto()
    GEEN_NAAM = auto()
    BSN = auto()
    WERKNEMER = auto()
    OORDEEL_WERKNEMER = auto()


def namen_van_de_werknemer(zaak: Zaak) -> frozenset[str]:
    """The words of the surname as a file name would write them; short ones can be anything."""
    woorden = re.split(r"[^a-z]+", zonder_accenten(zaak.gegevens.werknemer.achternaam.lower()))
    return frozenset(woord for woord in woorden if len(woord) >= _KORTSTE_NAAM)


def bezwaar_tegen_naam(
    naam: str, namen: frozenset[str], *, is_vertrouwelijk: bool = False
) -> Naambezwaar | None:
    """The first thing that is wrong with a name. `namen`: those of the employee, which it may not hold."""
    if not is_vertrouwelijk and (bezwaar := _niet_voor_de_werkgever(naam)):
        return bezwaar
    delen = NAAM.fullmatch(naam)
    if delen is None:
        return Naambezwaar.GEEN_NAAM
    if _BSN.search(delen["stam"]):
        return Naambezwaar.BSN
    if not namen.isdisjoint(delen["stam"].split("-")):
        return Naambezwaar.WERKNEMER
    return Naambezwaar.OORDEEL_WERKNEMER if _VAN_DE_WERKNEMER.search(delen["stam"]) else None


def _niet_voor_de_werkgever(naam: str) -> Naambezwaar | None:
    """What an employer may not keep among his papers."""
    kale_naam = _kaal(naam)
    if is_van_bedrijfsarts(naam):
        return Naambezwaar.VAN_BEDRIJFSARTS
    if _MEDISCH.search(kale_naam):
        return Naambezwaar.MEDISCH
    return Naambezwaar.SECOND_OPINION if _SECOND_OPINION.search(kale_naam.removesuffix(".pdf")) else None


def _kaal(naam: str) -> str:
    return naam.lower().replace("_", "-").replace(" ", "-")


def is_van_bedrijfsarts(naam: str) -> bool:
    """Whether it is a copy of bedrijfsarts.yaml, or a part of it in a file of its own."""
    kale_naam = _kaal(naam)
    if not kale_naam.endswith((".yaml", ".yml")):
        return False
    return bool(
        _BESTAND_BEDRIJFSARTS.search(kale_naam)
        or _MEDISCH.search(kale_naam)
        or _SECOND_OPINION.search(kale_naam.rpartition(".")[0])
    )


def overige_bijlagen(zaak: Zaak) -> tuple[str, ...]:
    """The annexes that are no original of a document, in the words of their names: arbeidsdeskundig rapport."""
    namen = namen_van_de_werknemer(zaak)
    goed = (naam for naam in zaak.bijlagen if bezwaar_tegen_naam(naam, namen) is None)
    return tuple(
        naam.removesuffix(".pdf").replace("-", " ")
        for naam in goed
        if not any(naam.startswith((f"{soort}.", f"{soort}-")) for soort in STUKSOORTEN)
    )
