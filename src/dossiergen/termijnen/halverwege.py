"""The milestones around the first year: 42nd week, first-year evaluation, second track, early benefit."""

import datetime as dt
from collections.abc import Iterator

from dossiergen.termijnen.mijlpaal import Mijlpaal, Wie
from dossiergen.termijnen.opzet import Opzet
from dossiergen.termijnen.teldagen import DAG
from dossiergen.termijnen.verloop import ZONDER_PLAN, Verloop
from dossiergen.zaak.plan_van_aanpak import Eerstejaarsevaluatie, Spoor2Besluit, Spoor2Besluitsoort

__all__ = ["eerste_jaar", "verkorte_wachttijd"]


def eerste_jaar(verloop: Verloop) -> Iterator[Mijlpaal]:
    """From the report in week 42 to the second track, which is counted from the evaluation as it really was."""
    yield verloop.mijlpaal(
        Opzet(
            "melding_42e_week",
            "42e-weeksmelding aan UWV",
            verloop.na("melding_42e_week"),
            (Wie.WERKGEVER,),
            rechtswaarde="melding_42e_week",
            voldaan_op=verloop.verzuim.uwv_melding_42e_week,
        )
    )
    yield verloop.mijlpaal(
        Opzet(
            "attendering_eerstejaarsevaluatie",
            "UWV wijst op de eerstejaarsevaluatie",
            verloop.na("attendering_eerstejaarsevaluatie_tot"),
            (Wie.UWV,),
            rechtswaarde="attendering_eerstejaarsevaluatie_tot",
            vanaf=verloop.na("attendering_eerstejaarsevaluatie_vanaf"),
            hangt_af_van=("melding_42e_week",),
            niet_nodig=verloop.uit_dienst_op(verloop.na("attendering_eerstejaarsevaluatie_tot")),
            moment=True,
        )
    )
    evaluatie = verloop.stuk(Eerstejaarsevaluatie)
    yield verloop.mijlpaal(
        Opzet(
            "eerstejaarsevaluatie",
            "Eerstejaarsevaluatie",
            verloop.na("eerstejaarsevaluatie_uiterlijk"),
            (Wie.WERKGEVER, Wie.WERKNEMER),
            rechtswaarde="eerstejaarsevaluatie_uiterlijk",
            vanaf=verloop.na("eerstejaarsevaluatie_vanaf"),
            kalenderdatum=verloop.begin + verloop.dagen("eerstejaarsevaluatie_uiterlijk") * DAG,
            stuk=evaluatie,
            hangt_af_van=("plan_van_aanpak",),
            niet_nodig="" if verloop.evaluatie_hoort_er else ZONDER_PLAN,
        )
    )
    yield verloop.mijlpaal(
        Opzet(
            "tweede_ziektejaar",
            f"Tweede ziektejaar: {verloop.recht.getal('loondoorbetaling_procent', verloop.begin)}% loon, "
            "ook onder het minimumloon",
            verloop.na("minimumloon_ondergrens"),
            (Wie.WERKGEVER,),
            rechtswaarde="minimumloon_ondergrens",
            moment=True,
        )
    )
    yield _spoor_2(verloop)


def _spoor_2(verloop: Verloop) -> Mijlpaal:
    evaluatie = verloop.vastgesteld(Eerstejaarsevaluatie)
    besluit = evaluatie.spoor2 if evaluatie else None
    vanaf = evaluatie.datum if evaluatie else verloop.na("eerstejaarsevaluatie_uiterlijk")
    kalenderdatum = vanaf + verloop.dagen("spoor_2_na_eerstejaarsevaluatie") * DAG if vanaf else None
    niet_nodig = "" if verloop.evaluatie_hoort_er else ZONDER_PLAN
    if besluit and besluit.besluit is Spoor2Besluitsoort.NIET_NODIG:
        niet_nodig = "Volgens de eerstejaarsevaluatie is spoor 2 niet nodig."
    begonnen_op = _begonnen(besluit, evaluatie.datum) if besluit and evaluatie else None
    return verloop.mijlpaal(
        Opzet(
            "spoor_2",
            "Spoor 2 begonnen",
            verloop.teldagen.volgende(kalenderdatum) if kalenderdatum else None,
            (Wie.WERKGEVER,),
            rechtswaarde="spoor_2_na_eerstejaarsevaluatie",
            kalenderdatum=kalenderdatum,
            voldaan_op=begonnen_op,
            hangt_af_van=("eerstejaarsevaluatie",),
            gerekend_vanaf=vanaf,
            toelichting=""
            if begonnen_op
            else "Tenzij er bij de eigen werkgever concreet uitzicht is op werk.",
            niet_nodig=niet_nodig,
        )
    )


def _begonnen(besluit: Spoor2Besluit, evaluatie_op: dt.date) -> dt.date | None:
    """From when the second track runs; one that ran already, without a date, did so on the day of the evaluation."""
    if besluit.besluit is Spoor2Besluitsoort.LOOPT:
        return besluit.vanaf or evaluatie_op
    return besluit.vanaf if besluit.besluit is Spoor2Besluitsoort.STARTEN else None


def verkorte_wachttijd(verloop: Verloop) -> Iterator[Mijlpaal]:
    """A possibility, no duty: the window in which an early benefit can be asked for."""
    aanvragen = verloop.verzuim.verkorte_wachttijd
    yield verloop.mijlpaal(
        Opzet(
            "verkorte_wachttijd",
            "Aanvraag vervroegde IVA (verkorte wachttijd)",
            verloop.na("verkorte_wachttijd_uiterlijk"),
            (Wie.WERKNEMER,),
            rechtswaarde="verkorte_wachttijd_uiterlijk",
            vanaf=verloop.na("verkorte_wachttijd_vanaf"),
            voldaan_op=aanvragen[0].aangevraagd_op if aanvragen else None,
            niet_nodig=""
            if aanvragen
            else "Alleen als er duurzaam geen mogelijkheden zijn; niet aangevraagd.",
        )
    )
