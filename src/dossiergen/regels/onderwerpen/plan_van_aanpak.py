"""PVA-01 to PVA-07, PVA-11 and PVA-12: what a plan of employer and employee holds. Hours are in `opbouw`."""

from collections.abc import Iterator

from dossiergen.finding import Ernst, Overtreding, Soort
from dossiergen.regels.onderwerpen.probleemanalyse import vastgestelde_analyses
from dossiergen.regels.onderzoek import Onderzoek
from dossiergen.regels.regel import stukregel
from dossiergen.zaak import Status, Stuk
from dossiergen.zaak.plan_van_aanpak import (
    BijstellingPlanVanAanpak,
    Eindevaluatie,
    Evaluatie,
    PlanVanAanpak,
    StukVanPartijen,
)
from dossiergen.zaak.probleemanalyse import Probleemanalyse
from dossiergen.zaak.stukgegevens import Activiteit, Afschriften, WieDoetHet

__all__: list[str] = []

_PROCESGANG = "Regeling procesgang eerste en tweede ziektejaar"
_SAMENHANG = "samenhang van probleemanalyse en plan van aanpak"


@stukregel(
    Soort(
        "PVA-01",
        "Een van beide partijen heeft in dit plan geen activiteit.",
        "Voeg een activiteit toe met `wie: werkgever`, `wie: werknemer` of `wie: beiden`.",
        Ernst.WAARSCHUWING,
        grond=f"{_PROCESGANG}, art. 4 lid 2 a",
    ),
    PlanVanAanpak,
)
def partij_doet_niets(_wat: Onderzoek, stuk: Stuk, plan: PlanVanAanpak) -> Iterator[Overtreding]:
    """An evaluation only adds agreements, so there one party is enough."""
    wie = {activiteit.wie for activiteit in plan.activiteiten}
    for partij in (WieDoetHet.WERKGEVER, WieDoetHet.WERKNEMER):
        if wie.isdisjoint({partij, WieDoetHet.BEIDEN}):
            melding = f"Het plan noemt geen activiteit van de {partij.value}."
            yield Overtreding("PVA-01", stuk.bestand, ("activiteiten",), melding)


_ONVOLLEDIG = Soort(
    "PVA-02",
    "Een activiteit heeft geen doel of geen termijn.",
    "Vul `doel` in, en `start` of `gereed`.",
    grond=f"{_PROCESGANG}, art. 4 lid 2 a",
)


def _activiteit_is_onvolledig(
    _wat: Onderzoek, stuk: Stuk, gegevens: PlanVanAanpak | Evaluatie
) -> Iterator[Overtreding]:
    """Who does it is required on reading."""
    for nummer, activiteit in enumerate(gegevens.activiteiten):
        if mist := " en ".join(_mist(activiteit)):
            melding = f"Deze activiteit heeft geen {mist}."
            yield Overtreding("PVA-02", stuk.bestand, ("activiteiten", nummer), melding)


def _mist(activiteit: Activiteit) -> Iterator[str]:
    if activiteit.doel is None:
        yield "doel"
    if activiteit.start is None and activiteit.gereed is None:
        yield "termijn"


activiteit_in_plan_is_onvolledig = stukregel(_ONVOLLEDIG, PlanVanAanpak, concept_mag=True)(
    _activiteit_is_onvolledig
)
activiteit_in_evaluatie_is_onvolledig = stukregel(_ONVOLLEDIG, Evaluatie, concept_mag=True)(
    _activiteit_is_onvolledig
)


@stukregel(
    Soort(
        "PVA-03",
        "Er is niet afgesproken om het plan vaak genoeg te evalueren.",
        "Spreek bij `evaluatie` af om de hoeveel weken u het plan bespreekt, en wanneer voor het eerst.",
        Ernst.WAARSCHUWING,
        grond=f"{_PROCESGANG}, art. 4 lid 2 b; UWV, plan van aanpak maken",
    ),
    PlanVanAanpak,
    "evaluatie_tussentijd",
)
def evaluatie_is_te_zeldzaam(wat: Onderzoek, stuk: Stuk, plan: PlanVanAanpak) -> Iterator[Overtreding]:
    """The regulation asks for periodic evaluation, UWV says how often that is."""
    if plan.evaluatie is None:
        melding = "Een afspraak over de evaluatie ontbreekt."
        yield Overtreding("PVA-03", stuk.bestand, ("evaluatie",), melding)
        return
    weken = wat.recht.getal("evaluatie_tussentijd", plan.datum)
    if plan.evaluatie.elke_weken > weken:
        melding = f"Het plan wordt minder vaak besproken dan eens in de {weken} weken."
        oplossing = f"Spreek af om het plan ten minste elke {weken} weken te bespreken."
        pad = ("evaluatie", "elke_weken")
        yield Overtreding("PVA-03", stuk.bestand, pad, melding, oplossing=oplossing)


@stukregel(
    Soort(
        "PVA-04",
        "Op de datum van het plan had nog niemand de rol van casemanager.",
        "Wijs de casemanager uiterlijk in het plan aan: zet bij `vanaf` de dag waarop de rol begon, of zet degene "
        "die eerder casemanager was erboven.",
        Ernst.WAARSCHUWING,
        grond=f"{_PROCESGANG}, art. 4 lid 2 c; Beleidsregels beoordelingskader poortwachter, § 6",
    ),
    PlanVanAanpak,
)
def casemanager_ontbreekt(wat: Onderzoek, _stuk: Stuk, plan: PlanVanAanpak) -> Iterator[Overtreding]:
    """That a case has a casemanager at all is required on reading."""
    vanaf = [rol.vanaf for rol in wat.zaak.gegevens.casemanager]
    if min(vanaf) > plan.datum:
        pad = ("casemanager", vanaf.index(min(vanaf)), "vanaf")
        yield Overtreding("PVA-04", "zaak.yaml", pad)


@stukregel(
    Soort(
        "PVA-05",
        "De visie van een van beide partijen ontbreekt.",
        "Vul de visie in. Wil een partij geen visie geven, schrijf dat dan op.",
        grond=f"{_PROCESGANG}, art. 4 lid 2 a en b",
    ),
    StukVanPartijen,
    "reintegratievisie",
    concept_mag=True,
)
def visie_ontbreekt(_wat: Onderzoek, stuk: Stuk, gegevens: StukVanPartijen) -> Iterator[Overtreding]:
    """Art. 4 names plan, adjustment and evaluation, and calls for both views there.

    That the closing evaluation is one of them follows only from art. 6 lid 1 h, which calls it the most recent
    one: too little to refuse the paper for.
    """
    ernst = Ernst.WAARSCHUWING if isinstance(gegevens, Eindevaluatie) else None
    visies = {"werkgever": gegevens.visie_werkgever, "werknemer": gegevens.visie_werknemer}
    for partij, visie in visies.items():
        if visie is None:
            melding = f"De visie van de {partij} ontbreekt."
            yield Overtreding("PVA-05", stuk.bestand, (f"visie_{partij}",), melding, ernst)


@stukregel(
    Soort(
        "PVA-06",
        "De visies van werkgever en werknemer zijn gelijk.",
        "Laat ieder in eigen woorden schrijven hoe hij of zij het ziet, ook als u het eens bent.",
        Ernst.WAARSCHUWING,
        grond=f"{_PROCESGANG}, art. 4 lid 2 a en b: ieder geeft een eigen visie",
    ),
    StukVanPartijen,
)
def visie_is_overgenomen(_wat: Onderzoek, stuk: Stuk, gegevens: StukVanPartijen) -> Iterator[Overtreding]:
    """Other spacing or capitals do not make it an own view."""
    werkgever, werknemer = gegevens.visie_werkgever, gegevens.visie_werknemer
    if werkgever is not None and werknemer is not None and _kaal(werkgever) == _kaal(werknemer):
        yield Overtreding("PVA-06", stuk.bestand, ("visie_werknemer",))


def _kaal(tekst: str) -> str:
    return " ".join(tekst.split()).casefold()


@stukregel(
    Soort(
        "PVA-07",
        "Het einddoel van het plan is anders dan dat van de probleemanalyse, zonder uitleg.",
        "Leg het verschil uit bij `einddoel_toelichting` of bij `afwijking` onder `probleemanalyse`, of neem "
        "het einddoel van de bedrijfsarts over.",
        Ernst.WAARSCHUWING,
        grond=_SAMENHANG,
    ),
    PlanVanAanpak,
)
def einddoel_wijkt_af(wat: Onderzoek, stuk: Stuk, plan: PlanVanAanpak) -> Iterator[Overtreding]:
    """Compared with what the bedrijfsarts had last set down when the plan was made."""
    eerder = [analyse for _, analyse in vastgestelde_analyses(wat) if analyse.datum <= plan.datum]
    uitgelegd = plan.einddoel_toelichting or plan.probleemanalyse.afwijking
    if eerder and eerder[-1].einddoel is not plan.einddoel and not uitgelegd:
        yield Overtreding("PVA-07", stuk.bestand, ("einddoel",))


_AFSCHRIFT = Soort(
    "PVA-11",
    "Niet is vastgelegd dat ieder een afschrift van het plan kreeg.",
    "Geef meteen een afschrift en zet de datum bij `afschriften`.",
    Ernst.WAARSCHUWING,
    grond=f"{_PROCESGANG}, art. 4 lid 3 en 5",
)
_KRIJGEN_AFSCHRIFT = ("werknemer", "casemanager", "bedrijfsarts")


def _afschrift_ontbreekt(
    _wat: Onderzoek, stuk: Stuk, plan: PlanVanAanpak | BijstellingPlanVanAanpak
) -> Iterator[Overtreding]:
    """Nobody gets a copy of a draft."""
    afschriften = plan.afschriften or Afschriften()
    zonder = [f"`{wie}`" for wie in _KRIJGEN_AFSCHRIFT if getattr(afschriften, wie) is None]
    if zonder and plan.status is not Status.CONCEPT:
        melding = f"Geen datum van een afschrift bij: {', '.join(zonder)}."
        yield Overtreding("PVA-11", stuk.bestand, ("afschriften",), melding)


afschrift_van_plan_ontbreekt = stukregel(_AFSCHRIFT, PlanVanAanpak)(_afschrift_ontbreekt)
afschrift_van_bijstelling_ontbreekt = stukregel(_AFSCHRIFT, BijstellingPlanVanAanpak)(_afschrift_ontbreekt)


@stukregel(
    Soort(
        "PVA-12",
        "Het plan noemt een probleemanalyse van een dag waarop er geen is.",
        "Neem bij `probleemanalyse` de datum over van de analyse waarop het plan rust.",
        Ernst.WAARSCHUWING,
        grond=_SAMENHANG,
    ),
    PlanVanAanpak,
)
def analyse_bestaat_niet(wat: Onderzoek, stuk: Stuk, plan: PlanVanAanpak) -> Iterator[Overtreding]:
    """A case may have a plan while its analysis is not here; then there is nothing to compare with."""
    datums = {s.gegevens.datum for s in wat.zaak.stukken if isinstance(s.gegevens, Probleemanalyse)}
    if datums and plan.probleemanalyse.datum not in datums:
        yield Overtreding("PVA-12", stuk.bestand, ("probleemanalyse", "datum"))
