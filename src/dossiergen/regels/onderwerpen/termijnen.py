"""CAL-11 to CAL-18: probleemanalyse, plan, evaluations and first-year evaluation in time."""

import datetime as dt
from collections.abc import Iterator

from dossiergen.finding import Ernst, Overtreding, Soort
from dossiergen.regels.afwijking import LEG_UIT, nog_niet, te_laat
from dossiergen.regels.onderzoek import Onderzoek
from dossiergen.regels.regel import stukregel, zaakregel
from dossiergen.termijnen import Mijlpaal, Stand
from dossiergen.zaak import Status, Stuk
from dossiergen.zaak.plan_van_aanpak import Eerstejaarsevaluatie, PlanVanAanpak, Reintegratieverslag
from dossiergen.zaak.probleemanalyse import BijstellingProbleemanalyse, Probleemanalyse

__all__: list[str] = []

_PROCESGANG = "Regeling procesgang eerste en tweede ziektejaar"

_ANALYSE_TE_LAAT = Soort(
    "CAL-11",
    "De probleemanalyse is te laat.",
    f"{LEG_UIT} Is er nog geen analyse, vraag de bedrijfsarts er dan meteen om.",
    Ernst.WAARSCHUWING,
    grond=f"{_PROCESGANG}, art. 2 lid 2 en 3",
    stopt=False,
)


@zaakregel(_ANALYSE_TE_LAAT, "probleemanalyse", "probleemanalyse_veel_te_laat")
def probleemanalyse_te_laat(wat: Onderzoek) -> Iterator[Overtreding]:
    """Later than the term, or not there when it has passed."""
    if wat.kalender is None:
        return
    mijlpaal = wat.kalender.mijlpaal("probleemanalyse")
    if mijlpaal.uiterlijk is None:
        return
    zwaar = wat.kalender.teldagen.dag(wat.recht.dagen("probleemanalyse_veel_te_laat", wat.eerste_ziektedag))
    stuk = wat.eerste_stuk(Probleemanalyse)
    if stuk and stuk.gegevens.status is not Status.CONCEPT:
        datum = stuk.gegevens.datum
        if datum > mijlpaal.uiterlijk:
            ernst = Ernst.FOUT if zwaar and datum > zwaar else Ernst.WAARSCHUWING
            weken = wat.recht.getal("probleemanalyse", wat.eerste_ziektedag)
            melding = f"De probleemanalyse is later dan {weken} weken na de eerste ziektedag."
            yield te_laat("CAL-11", stuk, melding, ernst)
    elif mijlpaal.stand is Stand.TE_LAAT:
        ernst = Ernst.FOUT if zwaar and wat.peildatum > zwaar else Ernst.WAARSCHUWING
        yield nog_niet("CAL-11", stuk, "probleemanalyse", ernst)


@stukregel(
    Soort(
        "CAL-12",
        "Het plan van aanpak is te laat na de probleemanalyse.",
        LEG_UIT,
        Ernst.WAARSCHUWING,
        grond=f"{_PROCESGANG}, art. 4 lid 1",
        stopt=False,
    ),
    PlanVanAanpak,
    "plan_van_aanpak_na_probleemanalyse",
    "plan_van_aanpak_veel_te_laat",
)
def plan_te_laat_na_analyse(wat: Onderzoek, stuk: Stuk, plan: PlanVanAanpak) -> Iterator[Overtreding]:
    """Counted from the first analysis that shows possibilities, as it really was."""
    if wat.kalender is None:
        return
    vanaf = _analyse_op(wat, plan)
    uiterlijk = _na(wat, vanaf, "plan_van_aanpak_na_probleemanalyse")
    if uiterlijk is None or plan.datum <= uiterlijk:
        return
    zwaar = _na(wat, vanaf, "plan_van_aanpak_veel_te_laat")
    ernst = Ernst.FOUT if zwaar and plan.datum > zwaar else Ernst.WAARSCHUWING
    weken = wat.recht.getal("plan_van_aanpak_na_probleemanalyse", wat.eerste_ziektedag)
    yield te_laat("CAL-12", stuk, f"Het plan is later dan {weken} weken na de probleemanalyse.", ernst)


def _analyse_op(wat: Onderzoek, plan: PlanVanAanpak) -> dt.date:
    """When the analysis was that the plan follows; where the case has none, what the plan says of it."""
    mijlpaal = wat.kalender.mijlpaal("plan_van_aanpak") if wat.kalender else None
    grondslag = mijlpaal.gerekend_vanaf if mijlpaal and wat.stukken(Probleemanalyse) else None
    return grondslag or plan.probleemanalyse.datum


def _na(wat: Onderzoek, vanaf: dt.date, sleutel: str) -> dt.date | None:
    """The last day of a term in calendar days; one that ends between two periods, or in leave, ends on the next day that counts."""
    if wat.kalender is None:
        return None
    dag = vanaf + dt.timedelta(days=wat.recht.dagen(sleutel, wat.eerste_ziektedag))
    return wat.kalender.teldagen.volgende(dag)


@stukregel(
    Soort(
        "CAL-13",
        "Het plan van aanpak is later dan de week waarin het gewoonlijk klaar is.",
        LEG_UIT,
        Ernst.WAARSCHUWING,
        grond="uwv.nl, plan van aanpak",
        stopt=False,
    ),
    PlanVanAanpak,
    "plan_van_aanpak_week",
)
def plan_later_dan_gewoonlijk(wat: Onderzoek, stuk: Stuk, plan: PlanVanAanpak) -> Iterator[Overtreding]:
    """Only where the analysis was in time: otherwise the plan cannot be."""
    if wat.kalender is None:
        return
    uiterlijk = wat.kalender.mijlpaal("probleemanalyse").uiterlijk
    laatste = wat.kalender.teldagen.dag(wat.recht.dagen("plan_van_aanpak_week", wat.eerste_ziektedag))
    if uiterlijk and laatste and _analyse_op(wat, plan) <= uiterlijk and plan.datum > laatste:
        weken = wat.recht.getal("plan_van_aanpak_week", wat.eerste_ziektedag)
        melding = (
            f"Het plan is later dan {weken} weken na de eerste ziektedag; de probleemanalyse was op tijd."
        )
        yield te_laat("CAL-13", stuk, melding)


@stukregel(
    Soort(
        "CAL-14",
        "Het plan van aanpak is ouder dan de probleemanalyse waarop het rust.",
        "Controleer de datums. Gaf de bedrijfsarts al eerder advies, zet dan `bedrijfsarts_advies_vooraf: ja`.",
        grond=f"{_PROCESGANG}, art. 4 lid 1",
    ),
    PlanVanAanpak,
)
def plan_ouder_dan_analyse(wat: Onderzoek, stuk: Stuk, plan: PlanVanAanpak) -> Iterator[Overtreding]:
    """A plan rests on an analysis that was there."""
    analyses = [plan.probleemanalyse.datum, *(analyse.datum for analyse in wat.gegevens(Probleemanalyse)[:1])]
    if plan.datum < max(analyses):
        ernst = Ernst.WAARSCHUWING if plan.bedrijfsarts_advies_vooraf else Ernst.FOUT
        yield Overtreding("CAL-14", stuk.bestand, ("datum",), ernst=ernst)


@zaakregel(
    Soort(
        "CAL-15",
        "Tussen twee evaluaties van het plan zit te veel tijd.",
        "Plan nu een evaluatie, en leg bij de volgende vast waarom het langer duurde.",
        Ernst.WAARSCHUWING,
        grond="uwv.nl, plan van aanpak: minstens eens per zes weken; de regeling zelf zegt periodiek (art. 4 lid 4)",
        stopt=False,
    ),
    "evaluatie_tussentijd",
    "evaluatie_veel_te_laat",
)
def te_lang_zonder_evaluatie(wat: Onderzoek) -> Iterator[Overtreding]:
    """From the plan to the first, from each to the next, and from the last to the peildatum. Leave does not count."""
    if wat.kalender is None:
        return
    weken = wat.recht.getal("evaluatie_tussentijd", wat.eerste_ziektedag)
    vorige = next((stuk.bestand for stuk in wat.stukken(PlanVanAanpak)), "zaak.yaml")
    for mijlpaal in wat.kalender.alle("evaluatie"):
        if mijlpaal.stand is Stand.TE_LAAT_VOLDAAN:
            melding = f"Deze evaluatie komt later dan {weken} weken na de vorige."
            yield from _evaluatie(wat, mijlpaal, mijlpaal.bestand, melding)
        elif mijlpaal.stand is Stand.TE_LAAT:
            melding = f"Na dit stuk is er langer dan {weken} weken geen evaluatie."
            yield from _evaluatie(wat, mijlpaal, vorige, melding)
        vorige = mijlpaal.bestand or vorige


def _evaluatie(wat: Onderzoek, mijlpaal: Mijlpaal, bestand: str, melding: str) -> Iterator[Overtreding]:
    """A very long time is a fout only where a verslag is made of the case."""
    dagen = wat.recht.dagen("evaluatie_veel_te_laat", wat.eerste_ziektedag)
    zwaar = (
        wat.kalender.teldagen.verder(mijlpaal.gerekend_vanaf, dagen)
        if wat.kalender and mijlpaal.gerekend_vanaf
        else None
    )
    te_lang = zwaar is not None and (mijlpaal.voldaan_op or wat.peildatum) > zwaar
    ernst = Ernst.FOUT if te_lang and wat.stukken(Reintegratieverslag) else Ernst.WAARSCHUWING
    stuk = next((stuk for stuk in wat.zaak.stukken if stuk.bestand == bestand), None)
    if stuk and mijlpaal.voldaan_op:
        yield te_laat("CAL-15", stuk, melding, ernst)
    else:
        yield Overtreding("CAL-15", bestand, ("datum",), melding, ernst)


@zaakregel(
    Soort(
        "CAL-16",
        "Na een bijgestelde probleemanalyse is het plan niet op tijd bijgesteld.",
        "Maak een bijstelling van het plan van aanpak.",
        Ernst.WAARSCHUWING,
        grond=f"{_PROCESGANG}, art. 4 lid 5",
        stopt=False,
    ),
    "bijstelling_na_probleemanalyse",
)
def plan_niet_bijgesteld(wat: Onderzoek) -> Iterator[Overtreding]:
    """The term of the plan holds again after each adjusted analysis."""
    if wat.kalender is None:
        return
    bijgesteld = {stuk.volgnummer: stuk for stuk in wat.stukken(BijstellingProbleemanalyse)}
    for mijlpaal in wat.kalender.alle("bijstelling_plan"):
        stuk = bijgesteld.get(mijlpaal.volgnummer)
        gevolgd = next((s for s in wat.zaak.stukken if s.bestand == mijlpaal.bestand), None)
        if gevolgd and mijlpaal.stand is Stand.TE_LAAT_VOLDAAN:
            yield te_laat(
                "CAL-16", gevolgd, "Deze bijstelling komt te laat na de bijgestelde probleemanalyse."
            )
        elif stuk and mijlpaal.stand is Stand.TE_LAAT:
            yield Overtreding("CAL-16", stuk.bestand, ("datum",))


@stukregel(
    Soort(
        "CAL-17",
        "De eerstejaarsevaluatie is vroeger dan gebruikelijk.",
        "Houd haar in de weken waarin UWV haar verwacht, of evalueer daarin nog een keer.",
        Ernst.WAARSCHUWING,
        grond=f"praktijk van UWV; {_PROCESGANG}, art. 4 lid 2 b: aan het einde van het eerste ziektejaar",
        stopt=False,
    ),
    Eerstejaarsevaluatie,
    "eerstejaarsevaluatie_vanaf",
)
def eerstejaarsevaluatie_te_vroeg(
    wat: Onderzoek, stuk: Stuk, evaluatie: Eerstejaarsevaluatie
) -> Iterator[Overtreding]:
    """Before the week in which UWV expects it; a protocol's earlier week is preparation."""
    vanaf = wat.kalender.mijlpaal("eerstejaarsevaluatie").vanaf if wat.kalender else None
    if vanaf and evaluatie.datum < vanaf:
        week = wat.recht.getal("eerstejaarsevaluatie_vanaf", wat.eerste_ziektedag)
        melding = f"De eerstejaarsevaluatie is er voordat {week} weken voorbij zijn."
        yield Overtreding("CAL-17", stuk.bestand, ("datum",), melding)


@zaakregel(
    Soort(
        "CAL-18",
        "De eerstejaarsevaluatie is te laat.",
        f"Houd de evaluatie alsnog. {LEG_UIT}",
        Ernst.WAARSCHUWING,
        grond=f"{_PROCESGANG}, art. 4 lid 2 b",
        stopt=False,
    ),
    "eerstejaarsevaluatie_uiterlijk",
    "eerstejaarsevaluatie_gemist",
)
def eerstejaarsevaluatie_te_laat(wat: Onderzoek) -> Iterator[Overtreding]:
    """After the end of the first year, or not there by then."""
    if wat.kalender is None:
        return
    mijlpaal = wat.kalender.mijlpaal("eerstejaarsevaluatie")
    stuk = wat.eerste_stuk(Eerstejaarsevaluatie)
    if mijlpaal.uiterlijk is None:
        return
    if stuk and stuk.gegevens.status is not Status.CONCEPT:
        if stuk.gegevens.datum > mijlpaal.uiterlijk:
            weken = wat.recht.getal("eerstejaarsevaluatie_uiterlijk", wat.eerste_ziektedag)
            yield te_laat("CAL-18", stuk, f"De eerstejaarsevaluatie is later dan {weken} weken.")
    elif mijlpaal.stand is Stand.TE_LAAT:
        dagen = wat.recht.dagen("eerstejaarsevaluatie_gemist", wat.eerste_ziektedag)
        gemist = wat.kalender.teldagen.dag(dagen)
        in_verslag = bool(wat.stukken(Reintegratieverslag)) and gemist is not None and wat.peildatum >= gemist
        ernst = Ernst.FOUT if in_verslag else Ernst.WAARSCHUWING
        yield nog_niet("CAL-18", stuk, "eerstejaarsevaluatie", ernst)
