"""What employer and employee write: plan van aanpak, its evaluations, and the verslag."""

from enum import StrEnum

from dossiergen.zaak.basis import Model
from dossiergen.zaak.labels import OPEN_DEEL, veld
from dossiergen.zaak.stukgegevens import (
    Activiteit,
    Arbeidsrelatie,
    Einddoel,
    Hervattingsstand,
    OndertekeningPartijen,
    Opbouwstap,
    PassendeArbeid,
    Stukgegevens,
)
from dossiergen.zaak.typen import Datum, JaNee, Nummer, Tekst, Zin

__all__ = [
    "Aanleiding",
    "ArbeidsdeskundigOnderzoek",
    "BijstellingPlanVanAanpak",
    "ContactBedrijfsarts",
    "Eerstejaarsevaluatie",
    "Eindevaluatie",
    "Evaluatie",
    "Evaluatieafspraak",
    "Nagekomen",
    "OnderzoekStand",
    "Perspectief",
    "PlanVanAanpak",
    "Reintegratieverslag",
    "Spoor1Mogelijkheid",
    "Spoor2Besluit",
    "Spoor2Besluitsoort",
    "Spoor2Grond",
    "Spoorresultaat",
    "StukVanPartijen",
    "Terugblik",
    "Tussendoel",
    "VerwijzingProbleemanalyse",
]


class StukVanPartijen(Stukgegevens):
    """What employer and employee draw up together, each with an own view (art. 4 lid 2, since 2023)."""

    visie_werkgever: Tekst | None = veld("Hoe de werkgever dit ziet.", OPEN_DEEL, default=None)
    visie_werknemer: Tekst | None = veld("Hoe de werknemer dit ziet.", OPEN_DEEL, default=None)
    ondertekening: OndertekeningPartijen = veld(
        "Handtekeningen van werkgever en werknemer.", OPEN_DEEL, default=OndertekeningPartijen()
    )


class VerwijzingProbleemanalyse(Model):
    """Which advice the plan follows, and where it does not."""

    datum: Datum = veld("Datum van de probleemanalyse.", OPEN_DEEL)
    kern: Tekst = veld("De kern van het advies, in functionele woorden.", OPEN_DEEL)
    afwijking: Tekst | None = veld("Waar en waarom het plan van het advies afwijkt.", OPEN_DEEL, default=None)


class Tussendoel(Model):
    """A step on the way to the einddoel."""

    doel: Tekst = veld("Het tussendoel.", OPEN_DEEL)
    verwacht_op: Datum | None = veld("Wanneer het is bereikt, naar verwachting.", OPEN_DEEL, default=None)


class Evaluatieafspraak(Model):
    """When the plan is discussed again (Regeling procesgang art. 4 lid 2 b)."""

    elke_weken: Nummer = veld("Om de hoeveel weken.", OPEN_DEEL, ge=1, le=52)
    eerste_op: Datum = veld("Datum van de eerste evaluatie.", OPEN_DEEL)
    met: Zin | None = veld("Wie erbij zijn.", OPEN_DEEL, default=None)


class ContactBedrijfsarts(Model):
    """Agreement on contact with the bedrijfsarts."""

    afspraak: Tekst = veld("Hoe vaak en hoe.", OPEN_DEEL)
    volgend_op: Datum | None = veld("Datum van het volgende contact.", OPEN_DEEL, default=None)


class PlanVanAanpak(StukVanPartijen):
    """stukken/plan-van-aanpak.yaml (Wet WIA art. 25 lid 2; Regeling procesgang art. 4)."""

    probleemanalyse: VerwijzingProbleemanalyse = veld("De probleemanalyse waarop het plan rust.", OPEN_DEEL)
    bedrijfsarts_advies_vooraf: JaNee = veld(
        "Gaf de bedrijfsarts al advies voordat de probleemanalyse op papier stond?", OPEN_DEEL, default=False
    )
    einddoel: Einddoel = veld("Einddoel van de re-integratie.", OPEN_DEEL, code="PA-08")
    einddoel_toelichting: Tekst | None = veld("Toelichting op het einddoel.", OPEN_DEEL, default=None)
    tussendoelen: tuple[Tussendoel, ...] = veld("Tussendoelen.", OPEN_DEEL, default=())
    activiteiten: tuple[Activiteit, ...] = veld("De afspraken: wat, wie, wanneer.", OPEN_DEEL, min_length=1)
    opbouwschema: tuple[Opbouwstap, ...] = veld("Opbouw van uren.", OPEN_DEEL, default=())
    evaluatie: Evaluatieafspraak | None = veld("Wanneer het plan wordt geëvalueerd.", OPEN_DEEL, default=None)
    contact_bedrijfsarts: ContactBedrijfsarts | None = veld(
        "Contact met de bedrijfsarts.", OPEN_DEEL, default=None
    )


class Aanleiding(StrEnum):
    """Why a plan is evaluated."""

    PERIODIEKE_EVALUATIE = "periodieke_evaluatie"
    ADVIES_BEDRIJFSARTS = "advies_bedrijfsarts"
    GEWIJZIGDE_BELASTBAARHEID = "gewijzigde_belastbaarheid"
    STAGNATIE = "stagnatie"
    WIJZIGING_EINDDOEL = "wijziging_einddoel"


class Nagekomen(StrEnum):
    """What became of an agreement."""

    NAGEKOMEN = "nagekomen"
    DEELS = "deels"
    NIET = "niet"


class Terugblik(Model):
    """What became of one agreement; a draft may list what there is to look back on."""

    afspraak: Tekst = veld("De afspraak.", OPEN_DEEL)
    resultaat: Nagekomen | None = veld(
        "nagekomen, deels of niet; leeg zolang het gesprek nog moet komen.", OPEN_DEEL, default=None
    )
    reden: Tekst | None = veld("Waarom deels of niet, zonder medische gegevens.", OPEN_DEEL, default=None)


class Evaluatie(StukVanPartijen):
    """What the periodic and the first-year evaluation share, as on UWV's form."""

    gesprek_op: Datum = veld("Datum van het gesprek.", OPEN_DEEL)
    terugblik: tuple[Terugblik, ...] = veld("Terugblik per afspraak.", OPEN_DEEL, default=())
    belastbaarheid: Tekst | None = veld(
        "Actuele belastbaarheid volgens de bedrijfsarts, in functionele woorden.", OPEN_DEEL, default=None
    )
    advies_van: Datum | None = veld("Datum van het advies waarop dat rust.", OPEN_DEEL, default=None)
    hervatting: Hervattingsstand | None = veld("Stand van de hervatting.", OPEN_DEEL, default=None)
    einddoel: Einddoel = veld("Einddoel, bevestigd of nieuw.", OPEN_DEEL, code="PA-08")
    einddoel_toelichting: Tekst | None = veld("Toelichting op het einddoel.", OPEN_DEEL, default=None)
    activiteiten: tuple[Activiteit, ...] = veld("Nieuwe afspraken.", OPEN_DEEL, default=())
    opbouwschema: tuple[Opbouwstap, ...] = veld("Opbouw van uren.", OPEN_DEEL, default=())
    volgende_evaluatie: Datum | None = veld("Datum van de volgende evaluatie.", OPEN_DEEL, default=None)


class BijstellingPlanVanAanpak(Evaluatie):
    """stukken/bijstelling-plan-van-aanpak-NN.yaml (Regeling procesgang art. 4 lid 4 en 5)."""

    aanleiding: Aanleiding | None = veld("Aanleiding voor de bijstelling.", OPEN_DEEL, default=None)


class Spoor1Mogelijkheid(Model):
    """One possibility inside the own firm, and whether it was examined."""

    mogelijkheid: Zin = veld("Welke mogelijkheid bij de eigen werkgever.", OPEN_DEEL)
    onderzocht: JaNee = veld("Is dit onderzocht?", OPEN_DEEL)
    toelichting: Tekst | None = veld("Wat daaruit kwam.", OPEN_DEEL, default=None)


class Perspectief(Model):
    """Concrete prospect of lasting resumption in the own firm."""

    aanwezig: JaNee = veld(
        "Is er concreet perspectief op structurele hervatting bij de eigen werkgever?", OPEN_DEEL
    )
    uiterlijk: Datum | None = veld("Uiterlijk wanneer.", OPEN_DEEL, default=None)
    toelichting: Tekst | None = veld("Waaruit dat blijkt.", OPEN_DEEL, default=None)


class Spoor2Besluitsoort(StrEnum):
    """The decision on the second track."""

    NIET_NODIG = "niet_nodig"
    STARTEN = "starten"
    LOOPT = "loopt"


class Spoor2Grond(StrEnum):
    """Why the second track need not start (Werkwijzer Poortwachter; not confirmed by a text of law)."""

    CONCREET_PERSPECTIEF = "concreet_perspectief"
    STRUCTUREEL_HERVAT = "structureel_hervat"
    MARGINALE_MOGELIJKHEDEN = "marginale_mogelijkheden"
    GEEN_MOGELIJKHEDEN = "geen_mogelijkheden"
    AOW_BINNEN_EEN_JAAR = "aow_binnen_een_jaar"


class Spoor2Besluit(Model):
    """The explicit decision on spoor 2, with its ground."""

    besluit: Spoor2Besluitsoort = veld("niet_nodig, starten of loopt.", OPEN_DEEL)
    vanaf: Datum | None = veld("Vanaf wanneer.", OPEN_DEEL, default=None)
    grond: Spoor2Grond | None = veld(
        "Waarom spoor 2 niet nodig is: concreet_perspectief, structureel_hervat, marginale_mogelijkheden, "
        "geen_mogelijkheden of aow_binnen_een_jaar (met schriftelijke instemming van beide partijen).",
        OPEN_DEEL,
        default=None,
    )
    reden: Tekst | None = veld("Toelichting op het besluit.", OPEN_DEEL, default=None)
    spoor1_gaat_door: JaNee | None = veld("Gaat spoor 1 ernaast door?", OPEN_DEEL, default=None)
    spoor1_gestopt_omdat: Tekst | None = veld("Waarom spoor 1 is gestopt.", OPEN_DEEL, default=None)


class OnderzoekStand(StrEnum):
    """How far an investigation is."""

    GEDAAN = "gedaan"
    GEPLAND = "gepland"
    NIET = "niet"


class ArbeidsdeskundigOnderzoek(Model):
    """Not a legal duty, but UWV weighs it."""

    stand: OnderzoekStand = veld("gedaan, gepland of niet.", OPEN_DEEL)
    datum: Datum | None = veld("Wanneer.", OPEN_DEEL, default=None)
    reden: Tekst | None = veld("Waarom niet.", OPEN_DEEL, default=None)


class Eerstejaarsevaluatie(Evaluatie):
    """stukken/eerstejaarsevaluatie.yaml (Regeling procesgang art. 4 lid 2 b)."""

    einddoel_gehaald: JaNee | None = veld("Is het einddoel van het plan gehaald?", OPEN_DEEL, default=None)
    einddoel_gehaald_toelichting: Tekst | None = veld("Waarom wel of niet.", OPEN_DEEL, default=None)
    spoor1: tuple[Spoor1Mogelijkheid, ...] = veld(
        "Mogelijkheden bij de eigen werkgever.", OPEN_DEEL, default=()
    )
    concreet_perspectief: Perspectief | None = veld(
        "Concreet perspectief bij de eigen werkgever.", OPEN_DEEL, default=None
    )
    spoor2: Spoor2Besluit | None = veld("Het besluit over spoor 2.", OPEN_DEEL, default=None)
    arbeidsdeskundig_onderzoek: ArbeidsdeskundigOnderzoek | None = veld(
        "Arbeidsdeskundig onderzoek.", OPEN_DEEL, default=None
    )
    deskundigenoordeel_gevraagd: JaNee | None = veld(
        "Is een deskundigenoordeel gevraagd?", OPEN_DEEL, default=None
    )


class Spoorresultaat(Model):
    """What one track brought."""

    spoor: Nummer = veld("1 of 2.", OPEN_DEEL, ge=1, le=2)
    resultaat: Tekst = veld("Wat is gedaan en wat het opleverde.", OPEN_DEEL)


class Eindevaluatie(StukVanPartijen):
    """stukken/eindevaluatie.yaml (Regeling procesgang art. 6 lid 1 h, i, k)."""

    aard_bedrijf: Tekst | None = veld("Aard van het bedrijf.", OPEN_DEEL, default=None)
    hervatting: Hervattingsstand | None = veld("Stand van de re-integratie.", OPEN_DEEL, default=None)
    sporen: tuple[Spoorresultaat, ...] = veld("Resultaat per spoor.", OPEN_DEEL, default=())
    einddoel: Einddoel = veld("Het einddoel waarnaar is gewerkt.", OPEN_DEEL, code="PA-08")
    einddoel_gehaald: JaNee | None = veld("Is het einddoel gehaald?", OPEN_DEEL, default=None)
    einddoel_gehaald_toelichting: Tekst | None = veld("Waarom wel of niet.", OPEN_DEEL, default=None)
    arbeidsrelatie: Arbeidsrelatie | None = veld(
        "Oordeel van de werkgever over de arbeidsrelatie.", OPEN_DEEL, default=None
    )
    passende_arbeid: PassendeArbeid | None = veld(
        "Oordeel van de werkgever over passende arbeid.", OPEN_DEEL, default=None
    )


class Reintegratieverslag(Stukgegevens):
    """stukken/re-integratieverslag.yaml (Wet WIA art. 25 lid 3; Regeling procesgang art. 6)."""

    besproken_op: Datum | None = veld(
        "Wanneer werkgever en werknemer het verslag hebben besproken.", OPEN_DEEL, default=None
    )
    kopie_aan_werknemer: Datum | None = veld(
        "Wanneer de werknemer het verslag kreeg.", OPEN_DEEL, default=None
    )
    medische_informatie_meegegeven: Datum | None = veld(
        "Wanneer de bedrijfsarts de werknemer de medische informatie gaf; alleen de datum.",
        OPEN_DEEL,
        default=None,
    )
    oordeel_werknemer_ontvangen: JaNee | None = veld(
        "Is het oordeel van de werknemer er?", OPEN_DEEL, default=None
    )
    wia_aanvraag: Datum | None = veld("Wanneer de werknemer WIA aanvroeg.", OPEN_DEEL, default=None)
    ingediend_bij_uwv: Datum | None = veld(
        "Wanneer het verslag bij UWV is ingediend.", OPEN_DEEL, default=None
    )
