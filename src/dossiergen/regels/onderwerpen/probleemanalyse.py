"""PA-01 to PA-07 and PA-09: what the bedrijfsarts writes, and the plan that follows. PA-08 is found on reading."""

from collections.abc import Iterator

from dossiergen.finding import Ernst, Overtreding, Soort
from dossiergen.regels.onderzoek import Onderzoek
from dossiergen.regels.regel import stukregel, zaakregel
from dossiergen.termijnen import Stand
from dossiergen.zaak import Rol, Status, Stuk
from dossiergen.zaak.plan_van_aanpak import PlanVanAanpak, Reintegratieverslag
from dossiergen.zaak.probleemanalyse import OordeelBedrijfsarts, Probleemanalyse
from dossiergen.zaak.stukgegevens import Belastbaarheid, Benutbaar

__all__ = ["vastgestelde_analyses"]

_BEOORDELING = "Beleidsregels beoordelingskader poortwachter"
_VORM = "Beleidsregels vorm- en herkenbaarheidsvereisten reïntegratieverslagen"
_MOGELIJKHEDEN = frozenset({Benutbaar.JA, Benutbaar.MARGINAAL})


def vastgestelde_analyses(wat: Onderzoek) -> Iterator[tuple[Stuk, Probleemanalyse]]:
    """The analyses that are no draft, adjusted ones included, in the order of their dates."""
    gevonden = [
        (stuk, stuk.gegevens)
        for stuk in wat.zaak.stukken
        if isinstance(stuk.gegevens, Probleemanalyse) and stuk.gegevens.status is not Status.CONCEPT
    ]
    yield from sorted(gevonden, key=lambda paar: (paar[1].datum, paar[0].volgnummer or 0))


@stukregel(
    Soort(
        "PA-01",
        "Een bedrijfsarts stelt dit stuk op, of een arts onder supervisie van een bedrijfsarts.",
        "Noem bij `opsteller` een bedrijfsarts. Schreef een arts onder supervisie het stuk, noem dan de bedrijfsarts "
        "bij `verantwoordelijke_bedrijfsarts`.",
        grond=f"{_BEOORDELING}, § 6",
    ),
    OordeelBedrijfsarts,
)
def geen_bedrijfsarts_stelde_op(
    wat: Onderzoek, stuk: Stuk, oordeel: OordeelBedrijfsarts
) -> Iterator[Overtreding]:
    """UWV relies only on a judgment for which a bedrijfsarts answers."""
    personen = wat.zaak.organisaties.personen
    verantwoordelijk = oordeel.verantwoordelijke_bedrijfsarts
    if verantwoordelijk and personen[verantwoordelijk].rol is not Rol.BEDRIJFSARTS:
        melding = "Wie hier verantwoordelijk heet, is geen bedrijfsarts."
        yield Overtreding("PA-01", stuk.bestand, ("verantwoordelijke_bedrijfsarts",), melding)
    rol = personen[oordeel.opsteller].rol
    onder_supervisie = rol is Rol.ARTS_ONDER_SUPERVISIE and verantwoordelijk is not None
    if rol is not Rol.BEDRIJFSARTS and not onder_supervisie:
        yield Overtreding("PA-01", stuk.bestand, ("opsteller",))


@stukregel(
    Soort(
        "PA-02",
        "De probleemanalyse bevat geen advies.",
        "Zet bij `advies` ten minste één advies: wat werkgever en werknemer kunnen doen.",
        grond=f"{_BEOORDELING}, § 5 en § 7.4",
    ),
    Probleemanalyse,
    concept_mag=True,
)
def advies_ontbreekt(_wat: Onderzoek, stuk: Stuk, analyse: Probleemanalyse) -> Iterator[Overtreding]:
    """Without lasting possibilities there is nothing to advise."""
    if not analyse.advies and analyse.mogelijkheden.benutbaar is not Benutbaar.NEE_DUURZAAM:
        yield Overtreding("PA-02", stuk.bestand, ("advies",))


@stukregel(
    Soort(
        "PA-03",
        "Niet alle zes rubrieken van de belastbaarheid zijn beoordeeld.",
        "Vul elke rubriek in; is er geen beperking, kies dan `oordeel: normaal`.",
        Ernst.WAARSCHUWING,
        grond=f"{_BEOORDELING}, § 7.4",
    ),
    OordeelBedrijfsarts,
)
def rubriek_ontbreekt(_wat: Onderzoek, stuk: Stuk, oordeel: OordeelBedrijfsarts) -> Iterator[Overtreding]:
    """One finding for all of them: they are filled in together."""
    leeg = [
        f"`{rubriek}`"
        for rubriek in Belastbaarheid.model_fields
        if getattr(oordeel.belastbaarheid, rubriek) is None
    ]
    if leeg:
        melding = f"Niet beoordeeld: {', '.join(leeg)}."
        yield Overtreding("PA-03", stuk.bestand, ("belastbaarheid",), melding)


@stukregel(
    Soort(
        "PA-04",
        "De prognose ontbreekt.",
        "Vul bij `prognose` in welk herstel de bedrijfsarts verwacht; weet die het nog niet, kies dan "
        "`herstel: nog_niet_te_zeggen`.",
        Ernst.WAARSCHUWING,
        grond="gebruik in de praktijk: op de prognose rusten einddoel en plan",
    ),
    OordeelBedrijfsarts,
)
def prognose_ontbreekt(_wat: Onderzoek, stuk: Stuk, oordeel: OordeelBedrijfsarts) -> Iterator[Overtreding]:
    if oordeel.prognose is None:
        yield Overtreding("PA-04", stuk.bestand, ("prognose",))


@stukregel(
    Soort(
        "PA-05",
        "Bij `nee_tijdelijk` hoort de dag waarop de bedrijfsarts opnieuw beoordeelt.",
        "Vul `herbeoordeling_op` in.",
        grond=f"{_BEOORDELING}, § 7.4",
    ),
    OordeelBedrijfsarts,
)
def herbeoordeling_ontbreekt(
    _wat: Onderzoek, stuk: Stuk, oordeel: OordeelBedrijfsarts
) -> Iterator[Overtreding]:
    mogelijkheden = oordeel.mogelijkheden
    if mogelijkheden.benutbaar is Benutbaar.NEE_TIJDELIJK and mogelijkheden.herbeoordeling_op is None:
        yield Overtreding("PA-05", stuk.bestand, ("mogelijkheden", "benutbaar"))


@stukregel(
    Soort(
        "PA-06",
        "Er komt geen plan van aanpak, en de probleemanalyse zegt niet waarom.",
        "Schrijf bij `geen_plan_van_aanpak` waarom er geen plan nodig is, zonder medische gegevens. "
        "Of maak toch een plan.",
        grond=f"{_VORM}, art. 2 lid 6",
    ),
    Probleemanalyse,
    concept_mag=True,
)
def reden_zonder_plan_ontbreekt(
    wat: Onderzoek, stuk: Stuk, analyse: Probleemanalyse
) -> Iterator[Overtreding]:
    """A plan in draft is enough here: somebody is making one."""
    zonder_mogelijkheden = analyse.mogelijkheden.benutbaar not in _MOGELIJKHEDEN
    if zonder_mogelijkheden and analyse.geen_plan_van_aanpak is None and not wat.stukken(PlanVanAanpak):
        yield Overtreding("PA-06", stuk.bestand, ("geen_plan_van_aanpak",))


@zaakregel(
    Soort(
        "PA-07",
        "Er zijn mogelijkheden om te werken, en de termijn voor het plan van aanpak is voorbij.",
        "Maak het plan van aanpak en stel het vast; een concept telt nog niet.",
        grond="Regeling procesgang eerste en tweede ziektejaar, art. 4 lid 1",
        stopt=False,
    ),
    "plan_van_aanpak_na_probleemanalyse",
)
def plan_blijft_uit(wat: Onderzoek) -> Iterator[Overtreding]:
    """The calendar counts the term, from the first analysis that shows possibilities and around leave and gaps."""
    grondslag = next(
        (
            stuk
            for stuk, analyse in vastgestelde_analyses(wat)
            if analyse.mogelijkheden.benutbaar in _MOGELIJKHEDEN
        ),
        None,
    )
    if grondslag is None or wat.kalender is None:
        return
    mijlpaal = wat.kalender.mijlpaal("plan_van_aanpak")
    if mijlpaal.stand is not Stand.TE_LAAT or mijlpaal.uiterlijk is None:
        return
    dagen = (wat.peildatum - mijlpaal.uiterlijk).days
    te_laat = f"{dagen} {'dag' if dagen == 1 else 'dagen'} te laat"
    melding, ernst = f"Het plan van aanpak is {te_laat}: het is er nog niet.", Ernst.FOUT
    if any(plan.status is Status.CONCEPT for plan in wat.gegevens(PlanVanAanpak)):
        melding, ernst = f"Het plan van aanpak is {te_laat}: er ligt alleen een concept.", Ernst.WAARSCHUWING
    yield Overtreding("PA-07", grondslag.bestand, ("mogelijkheden", "benutbaar"), melding, ernst)


@zaakregel(
    Soort(
        "PA-09",
        "De bekwaamheden van de werknemer ontbreken.",
        "Vul bij `bekwaamheden` opleiding, ervaring en vaardigheden in; zij staan op de probleemanalyse of op het "
        "actueel oordeel.",
        Ernst.WAARSCHUWING,
        grond=f"{_VORM}, art. 2 lid 4",
        stopt=False,
    )
)
def bekwaamheden_ontbreken(wat: Onderzoek) -> Iterator[Overtreding]:
    """As soon as there is a paper to show them; function and first day of illness are required on reading."""
    verslag = bool(wat.stukken(Reintegratieverslag))
    oordeel = any(isinstance(stuk.gegevens, OordeelBedrijfsarts) for stuk in wat.zaak.stukken)
    bekwaamheden = wat.zaak.gegevens.bekwaamheden
    ingevuld = bekwaamheden is not None and any(waarde for _, waarde in bekwaamheden)
    if (verslag or oordeel) and not ingevuld:
        ernst = Ernst.FOUT if verslag else Ernst.WAARSCHUWING
        melding = "Het re-integratieverslag noemt geen bekwaamheden van de werknemer." if verslag else ""
        yield Overtreding("PA-09", "zaak.yaml", ("bekwaamheden",), melding, ernst)
