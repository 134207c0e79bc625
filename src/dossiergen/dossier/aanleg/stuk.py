"""The next document of a case: which it may be, under which number, on which day, by whom."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from dossiergen.termijnen import Kalender, Mijlpaal, Stand
from dossiergen.zaak import STUKSOORTEN, Stuk, Stuksoort, Zaak
from dossiergen.zaak.brieven import BriefTweedeMening
from dossiergen.zaak.probleemanalyse import OordeelBedrijfsarts
from dossiergen.zaak.stukgegevens import Benutbaar
from dossiergen.zaak.zaak import in_functie

__all__ = ["Aanzet", "KanNiet", "aanzet", "laatste_van", "soort_bij", "stuk_bij", "te_doen"]

# Milestone -> the document that meets it.
_STUK_BIJ: Mapping[str, str] = {
    "probleemanalyse": "probleemanalyse",
    "plan_van_aanpak": "plan-van-aanpak",
    "evaluatie": "bijstelling-plan-van-aanpak",
    "bijstelling_plan": "bijstelling-plan-van-aanpak",
    "melding_42e_week": "melding-42e-week",
    "eerstejaarsevaluatie": "eerstejaarsevaluatie",
    "actueel_oordeel": "actueel-oordeel",
    "eindevaluatie": "eindevaluatie",
    "verslag": "re-integratieverslag",
}
_KORT: Mapping[str, str] = {
    "plan": "plan-van-aanpak",
    "bijstelling": "bijstelling-plan-van-aanpak",
    "evaluatie": "bijstelling-plan-van-aanpak",
    "analyse": "probleemanalyse",
    "bijstelling-analyse": "bijstelling-probleemanalyse",
    "verslag": "re-integratieverslag",
    "riv": "re-integratieverslag",
    "uitnodiging": "brief-uitnodiging",
}
# What must be there before something can be adjusted, or gone with.
_EERST: Mapping[str, tuple[str, ...]] = {
    "bijstelling-plan-van-aanpak": ("plan-van-aanpak",),
    "bijstelling-probleemanalyse": ("probleemanalyse",),
    "brief-plan-ter-ondertekening": (
        "plan-van-aanpak", "bijstelling-plan-van-aanpak", "eerstejaarsevaluatie", "eindevaluatie",
    ),
}  # fmt: skip
_DAARNA: Mapping[str, str] = {
    "probleemanalyse": "bijstelling-probleemanalyse",
    "plan-van-aanpak": "bijstelling-plan-van-aanpak",
}


class KanNiet(Exception):
    """A document cannot be added to a case: why, and what can be done."""


@dataclass(frozen=True, slots=True)
class Aanzet:
    """A document that is about to be written."""

    zaak: Zaak
    soort: Stuksoort
    volgnummer: int | None
    datum: dt.date
    uiterlijk: dt.date | None
    opsteller: str
    kalender: Kalender | None
    mogelijkheden: Benutbaar | None = None
    """What a bedrijfsarts answered, where a first judgment cannot do without."""

    @property
    def niet_nodig(self) -> str:
        """Why the calendar asks for none of these; empty where it asks for one, or knows nothing of it."""
        mijlpalen = [
            m for m in (self.kalender.mijlpalen if self.kalender else ()) if stuk_bij(m) == self.soort.naam
        ]
        niet = [m for m in mijlpalen if m.stand is Stand.NIET_VAN_TOEPASSING]
        return niet[0].toelichting if niet and len(niet) == len(mijlpalen) else ""

    @property
    def te_laat(self) -> bool:
        return self.uiterlijk is not None and self.datum > self.uiterlijk

    @property
    def bestand(self) -> str:
        nummer = "" if self.volgnummer is None else f"-{self.volgnummer:02}"
        return f"stukken/{self.soort.naam}{nummer}.yaml"


def soort_bij(naam: str) -> Stuksoort | None:
    """A kind of document by its name or a short one."""
    return STUKSOORTEN.get(_KORT.get(naam, naam))


def stuk_bij(mijlpaal: Mijlpaal) -> str:
    """The document that meets a milestone; empty where none does."""
    return _STUK_BIJ.get(mijlpaal.sleutel, "")


def laatste_van(zaak: Zaak, *soorten: str) -> Stuk | None:
    """The last document of these kinds by date, drafts as well."""
    gevonden = [stuk for stuk in zaak.stukken if stuk.soort in soorten]
    return max(gevonden, key=lambda stuk: (stuk.gegevens.datum, stuk.volgnummer or 0), default=None)


def aanzet(
    zaak: Zaak, kalender: Kalender | None, soort: Stuksoort, peildatum: dt.date, datum: dt.date | None
) -> Aanzet:
    """Raises KanNiet. `datum`: the day that somebody chose; else the last day that is in time, or today."""
    bestaand = [stuk for stuk in zaak.stukken if stuk.soort == soort.naam]
    _controleer(zaak, soort, bestaand)
    nummer = max((stuk.volgnummer or 0 for stuk in bestaand), default=0) + 1 if soort.genummerd else None
    if nummer is not None and nummer > 99:
        raise KanNiet("Nummer 99 is er al; een hoger nummer kan niet.")
    uiterlijk = _uiterlijk(kalender, soort)
    dag = datum or max([peildatum, *([uiterlijk] if uiterlijk else []), *_ervoor(zaak, soort)])
    arts = issubclass(soort.model, OordeelBedrijfsarts | BriefTweedeMening)
    rollen = zaak.gegevens.bedrijfsarts if arts else zaak.gegevens.casemanager
    return Aanzet(zaak, soort, nummer, dag, uiterlijk, in_functie(rollen, dag).persoon, kalender)


def _ervoor(zaak: Zaak, soort: Stuksoort) -> list[dt.date]:
    """The days of what a new one cannot be older than."""
    soorten = (soort.naam, *_EERST.get(soort.naam, ()))
    return [stuk.gegevens.datum for stuk in zaak.stukken if stuk.soort in soorten]


def _controleer(zaak: Zaak, soort: Stuksoort, bestaand: list[Stuk]) -> None:
    if bestaand and not soort.genummerd:
        daarna = _DAARNA.get(soort.naam)
        anders = (
            f"Maak een bijstelling met --stuk {daarna}, of werk dat bestand bij."
            if daarna
            else "Werk dat bestand bij."
        )
        raise KanNiet(f"Dit stuk is er al: {bestaand[0].bestand}. {anders}")
    eerst = _EERST.get(soort.naam, ())
    if eerst and not any(stuk.soort in eerst for stuk in zaak.stukken):
        raise KanNiet(f"Hiervoor is er nog niets in deze zaak. Begin met --stuk {eerst[0]}.")


def _uiterlijk(kalender: Kalender | None, soort: Stuksoort) -> dt.date | None:
    """The first term that this document would meet and that is still open."""
    eerste = next((m for m in te_doen(kalender) if stuk_bij(m) == soort.naam), None)
    return eerste.uiterlijk if eerste else None


def te_doen(kalender: Kalender | None) -> list[Mijlpaal]:
    """The milestones that a document still has to meet, the first one first."""
    return [
        mijlpaal
        for mijlpaal in (kalender.mijlpalen if kalender else ())
        if stuk_bij(mijlpaal) and mijlpaal.uiterlijk and mijlpaal.stand in {Stand.OPEN, Stand.TE_LAAT}
    ]
