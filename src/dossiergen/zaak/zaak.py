"""A case as one value: zaak.yaml, its documents, its attachments and the organisations it names."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from dossiergen.zaak.gegevens import Rolvervulling, Zaakgegevens
from dossiergen.zaak.organisaties import Organisaties
from dossiergen.zaak.plan_van_aanpak import (
    BijstellingPlanVanAanpak,
    Eerstejaarsevaluatie,
    Eindevaluatie,
    PlanVanAanpak,
    Reintegratieverslag,
)
from dossiergen.zaak.probleemanalyse import ActueelOordeel, BijstellingProbleemanalyse, Probleemanalyse
from dossiergen.zaak.stukgegevens import Stukgegevens

__all__ = ["STUKSOORTEN", "Stuk", "Stuksoort", "Zaak", "in_functie"]


@dataclass(frozen=True, slots=True)
class Stuksoort:
    """A kind of document in `stukken/`: its model, and whether there can be several."""

    naam: str
    model: type[Stukgegevens]
    genummerd: bool = False


STUKSOORTEN: Mapping[str, Stuksoort] = {
    soort.naam: soort
    for soort in (
        Stuksoort("probleemanalyse", Probleemanalyse),
        Stuksoort("bijstelling-probleemanalyse", BijstellingProbleemanalyse, genummerd=True),
        Stuksoort("plan-van-aanpak", PlanVanAanpak),
        Stuksoort("bijstelling-plan-van-aanpak", BijstellingPlanVanAanpak, genummerd=True),
        Stuksoort("eerstejaarsevaluatie", Eerstejaarsevaluatie),
        Stuksoort("actueel-oordeel", ActueelOordeel),
        Stuksoort("eindevaluatie", Eindevaluatie),
        Stuksoort("re-integratieverslag", Reintegratieverslag),
    )
}


@dataclass(frozen=True, slots=True)
class Stuk:
    """One document of a case as it stands in `stukken/`."""

    soort: str
    volgnummer: int | None
    bestand: str
    gegevens: Stukgegevens

    @property
    def naam(self) -> str:
        return self.soort if self.volgnummer is None else f"{self.soort}-{self.volgnummer:02}"


@dataclass(frozen=True, slots=True)
class Zaak:
    """A case; nothing of the bedrijfsarts' own side is in it."""

    gegevens: Zaakgegevens
    organisaties: Organisaties
    stukken: tuple[Stuk, ...]
    bijlagen: tuple[str, ...] = ()

    @property
    def kenmerk(self) -> str:
        return self.gegevens.kenmerk


def in_functie(vervullingen: tuple[Rolvervulling, ...], op: dt.date) -> Rolvervulling:
    """Who had the role on a day; before the first day it is the first one."""
    geweest = [vervulling for vervulling in vervullingen if vervulling.vanaf <= op]
    return max(geweest, key=lambda v: v.vanaf) if geweest else vervullingen[0]
