"""A case as one value: zaak.yaml, its documents, its attachments and the organisations it names."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from dossiergen.zaak.basis import Model
from dossiergen.zaak.brieven import (
    BriefKopieVerslag,
    BriefPlanTerOndertekening,
    BriefTweedeMening,
    BriefUitnodiging,
    Melding42eWeek,
)
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
from dossiergen.zaak.stukgegevens import Status, Stukgegevens

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
        Stuksoort("melding-42e-week", Melding42eWeek),
        Stuksoort("brief-uitnodiging", BriefUitnodiging, genummerd=True),
        Stuksoort("brief-plan-ter-ondertekening", BriefPlanTerOndertekening, genummerd=True),
        Stuksoort("brief-kopie-verslag", BriefKopieVerslag),
        Stuksoort("brief-tweede-mening", BriefTweedeMening, genummerd=True),
    )
}


# What a document takes further: the bedrijfsarts' own line, and that of employer and employee.
_LIJNEN: tuple[frozenset[str], ...] = (
    frozenset({"probleemanalyse", "bijstelling-probleemanalyse", "actueel-oordeel"}),
    frozenset({"plan-van-aanpak", "bijstelling-plan-van-aanpak", "eerstejaarsevaluatie", "eindevaluatie"}),
)


# What a probleemanalyse advises on the guidance; what it finds on the way there may change without that.
_ADVIES = ("mogelijkheden", "einddoel", "advies", "opbouwschema", "spoor", "geen_plan_van_aanpak")


@dataclass(frozen=True, slots=True)
class Stuk:
    """One document of a case: a file in `stukken/`, or a part (`pad`) of the bedrijfsarts' own file.

    `raadpleging`: what it shares with the other documents of a second opinion; None for every other document.
    """

    soort: str
    volgnummer: int | None
    bestand: str
    gegevens: Stukgegevens
    pad: tuple[str | int, ...] = ()
    raadpleging: Model | None = None

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

    def vorige(self, stuk: Stuk) -> Stuk | None:
        """The fixed document before this one in the same line; None where it is the first, or stands alone."""
        lijn: frozenset[str] = next((lijn for lijn in _LIJNEN if stuk.soort in lijn), frozenset())
        eerder = [
            ander
            for ander in self.stukken
            if ander.soort in lijn
            and ander.gegevens.status is not Status.CONCEPT
            and _volgorde(ander) < _volgorde(stuk)
        ]
        return max(eerder, key=_volgorde, default=None)

    def advies_gewijzigd(self, stuk: Stuk) -> bool:
        """Whether a probleemanalyse advises something else than the fixed one before it; nee for the first."""
        eerder = [
            ander
            for ander in self.stukken
            if isinstance(ander.gegevens, Probleemanalyse)
            and ander.gegevens.status is not Status.CONCEPT
            and _volgorde(ander) < _volgorde(stuk)
        ]
        if not eerder:
            return False
        vorige = max(eerder, key=_volgorde).gegevens
        return any(getattr(vorige, veld) != getattr(stuk.gegevens, veld) for veld in _ADVIES)


def _volgorde(stuk: Stuk) -> tuple[dt.date, int, int]:
    return stuk.gegevens.datum, list(STUKSOORTEN).index(stuk.soort), stuk.volgnummer or 0


def in_functie(vervullingen: tuple[Rolvervulling, ...], op: dt.date) -> Rolvervulling:
    """Who had the role on a day; before the first day it is the first one."""
    geweest = [vervulling for vervulling in vervullingen if vervulling.vanaf <= op]
    return max(geweest, key=lambda v: v.vanaf) if geweest else vervullingen[0]
