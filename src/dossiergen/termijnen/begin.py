"""The milestones of the first weeks: reports, probleemanalyse, plan van aanpak, and the evaluations that follow."""

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from dossiergen.termijnen.mijlpaal import Mijlpaal, Wie
from dossiergen.termijnen.opzet import Opzet
from dossiergen.termijnen.teldagen import DAG
from dossiergen.termijnen.verloop import MOGELIJKHEDEN, ZONDER_PLAN, Verloop
from dossiergen.zaak import Status, Stuk
from dossiergen.zaak.plan_van_aanpak import Eindevaluatie, Evaluatie, PlanVanAanpak
from dossiergen.zaak.probleemanalyse import BijstellingProbleemanalyse, Probleemanalyse

__all__ = ["meldingen", "opvolging", "probleemanalyse_en_plan"]

_NIET_BIJGEHOUDEN = "Dit wordt in deze zaak niet bijgehouden."


def meldingen(verloop: Verloop) -> Iterator[Mijlpaal]:
    """Reporting ill: to the employer, the arbodienst, and to UWV under a safety net."""
    verzuim = verloop.verzuim
    yield verloop.mijlpaal(
        Opzet(
            "ziekmelding",
            "Ziekmelding bij de werkgever",
            verloop.begin,
            (Wie.WERKNEMER,),
            rechtswaarde="ziekmelding",
            voldaan_op=verzuim.ziekgemeld_op,
            niet_nodig="" if verzuim.ziekgemeld_op else _NIET_BIJGEHOUDEN,
        )
    )
    yield verloop.mijlpaal(
        Opzet(
            "melding_arbodienst",
            "Melding aan de arbodienst",
            verloop.na("melding_arbodienst"),
            (Wie.WERKGEVER,),
            rechtswaarde="melding_arbodienst",
            voldaan_op=verzuim.gemeld_aan_arbodienst,
        )
    )
    yield _ziekmelding_uwv(verloop)


def _ziekmelding_uwv(verloop: Verloop) -> Mijlpaal:
    """The employer does not record which safety net applies, so which of the two terms holds is a judgment."""
    verzuim = verloop.verzuim
    nummer = verloop.recht.getal("ziekmelding_uwv_vangnet", verloop.begin)
    later = verloop.na("ziekmelding_uwv_na_zes_weken")
    anders = f" Voor enkele vangnetten geldt {later}: ga na welke termijn geldt." if later else ""
    return verloop.mijlpaal(
        Opzet(
            "ziekmelding_uwv",
            "Ziekmelding bij UWV (vangnet)",
            verloop.teldagen.dag(nummer - 1),
            (Wie.WERKGEVER,),
            rechtswaarde="ziekmelding_uwv_vangnet",
            voldaan_op=verzuim.uwv_ziekmelding,
            toelichting=f"Op de {nummer}e ziektedag.{anders}",
            niet_nodig="" if verzuim.vangnet else "Er geldt geen vangnetregeling.",
            oordeel=verzuim.vangnet,
        )
    )


def probleemanalyse_en_plan(verloop: Verloop) -> Iterator[Mijlpaal]:
    """The analysis in time after the first day, the plan in time after the analysis as it really was."""
    analyse = verloop.stuk(Probleemanalyse)
    uiterlijk = verloop.na("probleemanalyse")
    yield verloop.mijlpaal(
        Opzet(
            "probleemanalyse",
            "Probleemanalyse",
            uiterlijk,
            (Wie.BEDRIJFSARTS,),
            rechtswaarde="probleemanalyse",
            streef=verloop.na("probleemanalyse_streef"),
            kalenderdatum=verloop.begin + verloop.dagen("probleemanalyse") * DAG,
            stuk=analyse,
        )
    )
    yield from _plan(verloop, uiterlijk)


def _plan(verloop: Verloop, analyse_uiterlijk: dt.date | None) -> Iterator[Mijlpaal]:
    grondslag = verloop.grondslag
    gerekend_vanaf = grondslag.datum if grondslag else analyse_uiterlijk
    termijn = verloop.dagen("plan_van_aanpak_na_probleemanalyse") * DAG
    kalenderdatum = gerekend_vanaf + termijn if gerekend_vanaf else None
    uiterlijk = verloop.teldagen.volgende(kalenderdatum) if kalenderdatum else None
    plan = verloop.stuk(PlanVanAanpak)
    reden = "" if verloop.plan_hoort_er else "Volgens de probleemanalyse zijn er geen mogelijkheden."
    yield verloop.mijlpaal(
        Opzet(
            "plan_van_aanpak",
            "Plan van aanpak",
            uiterlijk,
            (Wie.WERKGEVER, Wie.WERKNEMER),
            rechtswaarde="plan_van_aanpak_na_probleemanalyse",
            kalenderdatum=kalenderdatum,
            stuk=plan,
            hangt_af_van=("probleemanalyse",),
            gerekend_vanaf=gerekend_vanaf,
            niet_nodig=reden,
        )
    )
    yield verloop.mijlpaal(
        Opzet(
            "casemanager",
            "Casemanager aangewezen, dossier geopend",
            uiterlijk,
            (Wie.WERKGEVER,),
            rechtswaarde="casemanager",
            voldaan_op=min(rol.vanaf for rol in verloop.zaak.gegevens.casemanager),
            hangt_af_van=("plan_van_aanpak",),
            niet_nodig=reden,
        )
    )


def opvolging(verloop: Verloop) -> Iterator[Mijlpaal]:
    """Every evaluation in time after the one before, and every adjusted analysis followed by an adjusted plan."""
    plan = verloop.vastgesteld(PlanVanAanpak)
    if plan is None:
        yield _evaluatie(verloop, 1, None, None)
        return
    gesprekken = _gesprekken(verloop, plan.datum)
    punten = [(plan.datum, None), *gesprekken]
    for nummer, ((vorige, _), (_, stuk)) in enumerate(pairwise(punten), 1):
        yield _evaluatie(verloop, nummer, vorige, stuk)
    if verloop.vastgesteld(Eindevaluatie) is None:
        yield _evaluatie(verloop, len(punten), punten[-1][0], None)
    yield from _bijstellingen(verloop, plan, gesprekken)


def _gesprekken(verloop: Verloop, vanaf: dt.date) -> list[tuple[dt.date, Stuk]]:
    """The talks that were held, also where their report is still a draft; the eindevaluatie is the last."""
    gesprekken = [(dag, stuk) for stuk in verloop.zaak.stukken if (dag := _gesprek_op(stuk))]
    gehouden = [gesprek for gesprek in gesprekken if vanaf <= gesprek[0] <= verloop.peildatum]
    return sorted(gehouden, key=lambda gesprek: (gesprek[0], gesprek[1].naam))


def _gesprek_op(stuk: Stuk) -> dt.date | None:
    gegevens = stuk.gegevens
    if isinstance(gegevens, Evaluatie):
        return gegevens.gesprek_op
    vastgesteld = isinstance(gegevens, Eindevaluatie) and gegevens.status is not Status.CONCEPT
    return gegevens.datum if vastgesteld else None


def _evaluatie(verloop: Verloop, nummer: int, vorige: dt.date | None, stuk: Stuk | None) -> Mijlpaal:
    gesprek = _gesprek_op(stuk) if stuk else None
    uiterlijk = verloop.teldagen.verder(vorige, verloop.dagen("evaluatie_tussentijd")) if vorige else None
    einde = verloop.einde.uiteindelijk
    na_het_einde = uiterlijk and einde and uiterlijk >= einde
    reden = "" if vorige else "Er is nog geen plan van aanpak."
    if gesprek is None and not verloop.evaluatie_hoort_er:
        reden = ZONDER_PLAN
    return verloop.mijlpaal(
        Opzet(
            "evaluatie",
            f"Evaluatie van het plan ({nummer})",
            uiterlijk,
            (Wie.WERKGEVER, Wie.WERKNEMER),
            rechtswaarde="evaluatie_tussentijd",
            volgnummer=nummer,
            voldaan_op=gesprek,
            stuk=stuk,
            hangt_af_van=("plan_van_aanpak",) if nummer == 1 else ("evaluatie",),
            gerekend_vanaf=vorige,
            niet_nodig=reden or ("De loondoorbetaling is dan voorbij." if na_het_einde else ""),
        )
    )


def _bijstellingen(
    verloop: Verloop, plan: PlanVanAanpak, gesprekken: list[tuple[dt.date, Stuk]]
) -> Iterator[Mijlpaal]:
    termijn = verloop.dagen("bijstelling_na_probleemanalyse") * DAG
    for stuk in verloop.zaak.stukken:
        bijstelling = stuk.gegevens
        if not isinstance(bijstelling, BijstellingProbleemanalyse) or bijstelling.datum < plan.datum:
            continue
        if bijstelling.status is Status.CONCEPT:
            continue
        gevolgd = next((gesprek for gesprek in gesprekken if gesprek[0] >= bijstelling.datum), None)
        kalenderdatum = bijstelling.datum + termijn
        yield verloop.mijlpaal(
            Opzet(
                "bijstelling_plan",
                "Plan bijstellen na een bijgestelde probleemanalyse",
                verloop.teldagen.volgende(kalenderdatum),
                (Wie.WERKGEVER, Wie.WERKNEMER),
                rechtswaarde="bijstelling_na_probleemanalyse",
                kalenderdatum=kalenderdatum,
                volgnummer=stuk.volgnummer,
                voldaan_op=gevolgd[0] if gevolgd else None,
                stuk=gevolgd[1] if gevolgd else None,
                hangt_af_van=("probleemanalyse",),
                gerekend_vanaf=bijstelling.datum,
                niet_nodig=""
                if bijstelling.mogelijkheden.benutbaar in MOGELIJKHEDEN
                else "Er zijn geen mogelijkheden.",
            )
        )
