"""CAL-19 to CAL-26: the reports to UWV, the last documents, the verslag and the application."""

import datetime as dt
from typing import Any

import pytest
from bouw import zaak
from calhulp import (
    AFGEWEKEN,
    DUURZAAM,
    EIND,
    GEEN_GESPREKKEN,
    OORDEEL,
    VERSLAG,
    Anders,
    Geval,
    bevonden,
    dag,
    fout,
    info,
    tijdig,
    uitkomst,
    waarschuwing,
)

from dossiergen.regels import controleer, onderzoek

MELDING = "verzuim.uwv_melding_42e_week"
NIET_GEMELD = {"uwv_melding_42e_week": None}
TE_LAAT_GEMELD = waarschuwing("CAL-19", pad=MELDING)
VERLOF = {"verlof": [(dag(100), dag(211))], "besluit": "Besloten."}
# Leave moves the window of the first-year evaluation; it is held on the first day of the new one.
IN_VENSTER = {"eerstejaarsevaluatie": 434, "bijstelling-plan-van-aanpak-90": 346}
LATER = {"eerstejaarsevaluatie": None, "bijstelling-plan-van-aanpak-90": 346}
GEEN_SLOT = {"actueel-oordeel": None, "eindevaluatie": None, "re-integratieverslag": None}
# With an evaluation less than six weeks old, nothing but the end itself is late.
BESPROKEN = {"bijstelling-plan-van-aanpak-91": 630}
ZONDER_PLAN = {
    "probleemanalyse": DUURZAAM, "plan-van-aanpak": None, "eerstejaarsevaluatie": None, **GEEN_GESPREKKEN,
}  # fmt: skip
VERKORT = {
    "verkorte_wachttijd": [
        {"aangevraagd_op": dag(60), "verklaring_bedrijfsarts_op": dag(60), "toegekend_per": dag(130)}
    ]
}


def gesprekken_tot(laatste: int) -> dict[str, int]:
    """Evaluations every six weeks, where the end comes later than in the dossier in time."""
    return {
        f"bijstelling-plan-van-aanpak-{50 + nr}": 640 + 42 * nr for nr in range((laatste - 640) // 42 + 1)
    }


VERLENGD = {"verlenging": {"aangevraagd_op": dag(600), "gezamenlijk": "ja", "tot_en_met": dag(909)}}

MELDINGEN: dict[str, Geval] = {
    "niet gemeld, een dag ervoor": (293, {}, NIET_GEMELD, []),
    "niet gemeld op de dag zelf": (294, {}, NIET_GEMELD, [TE_LAAT_GEMELD]),
    "vroeg gemeld": (300, {}, {"uwv_melding_42e_week": dag(290)}, []),
    "gemeld op de dag": (300, {}, {"uwv_melding_42e_week": dag(294)}, []),
    "een dag te laat gemeld": (300, {}, {"uwv_melding_42e_week": dag(295)}, [TE_LAAT_GEMELD]),
    "niet gemeld voor week 81": (566, {}, NIET_GEMELD, [TE_LAAT_GEMELD]),
    "niet gemeld in week 81": (567, {}, NIET_GEMELD, [TE_LAAT_GEMELD, fout("CAL-20", pad=MELDING)]),
    "laat gemeld, voor week 81": (600, {}, {"uwv_melding_42e_week": dag(566)}, [TE_LAAT_GEMELD]),
    "verlof schuift de melding op": (405, LATER, {**NIET_GEMELD, **VERLOF}, []),
    "en ook haar laatste dag": (406, LATER, {**NIET_GEMELD, **VERLOF}, [TE_LAAT_GEMELD]),
    "en week 81": (679, {**IN_VENSTER, **GEEN_SLOT, **BESPROKEN}, {**NIET_GEMELD, **VERLOF}, [
        TE_LAAT_GEMELD, fout("CAL-20", pad=MELDING), waarschuwing("CAL-15", "stukken/bijstelling-plan-van-aanpak-91.yaml", "datum")
    ]),
    "hersteld op de dag ervoor": (300, {}, {**NIET_GEMELD, "periodes": [(dag(0), dag(293))]}, []),
    "bij een verkorte wachttijd niet nodig": (600, ZONDER_PLAN, {**NIET_GEMELD, **VERKORT}, []),
}  # fmt: skip

SLOTSTUKKEN: dict[str, Geval] = {
    "eindevaluatie op de dag van het oordeel": (640, {"eindevaluatie": 623}, {}, []),
    "eindevaluatie voor het oordeel": (640, {"eindevaluatie": 622}, {}, [waarschuwing("CAL-21", EIND, "datum")]),
    "zonder oordeel is er niets om op te rusten": (640, {"actueel-oordeel": None}, {}, []),
    "oordeel acht weken voor de aanvraag": (655, {"actueel-oordeel": 595}, {}, []),
    "oordeel een dag ouder": (655, {"actueel-oordeel": 594}, {}, [waarschuwing("CAL-22", OORDEEL, "datum")]),
    "eindevaluatie een dag ouder dan acht weken": (
        655, {"actueel-oordeel": 590, "eindevaluatie": 594}, {},
        [waarschuwing("CAL-22", EIND, "datum"), waarschuwing("CAL-22", OORDEEL, "datum")],
    ),
    "voor de aanvraag telt haar uiterste dag": (
        640, {"actueel-oordeel": 594}, {}, [waarschuwing("CAL-22", OORDEEL, "datum")],
    ),
    "een vroege aanvraag telt zoals zij was": (
        655, {"actueel-oordeel": 584, "eindevaluatie": 600, "re-integratieverslag": {
            "wia_aanvraag": dag(640), "ingediend_bij_uwv": dag(641)}}, {}, [],
    ),
    "geen eindevaluatie op de laatste dag": (637, {"eindevaluatie": None}, {}, []),
    "geen eindevaluatie, een dag later": (638, {"eindevaluatie": None}, {}, [waarschuwing("CAL-23")]),
    "eindevaluatie op de laatste dag": (640, {"eindevaluatie": 637}, {}, []),
    "eindevaluatie een dag te laat": (640, {"eindevaluatie": 638}, {}, [waarschuwing("CAL-23", EIND, "datum")]),
    "late eindevaluatie met een reden": (640, {"eindevaluatie": {"op": 638, **AFGEWEKEN}}, {}, [info("CAL-23", EIND)]),
    "zonder plan geen eindevaluatie": (640, {**ZONDER_PLAN, "eindevaluatie": None}, {}, []),
    "na een verlenging later": (
        820, {"actueel-oordeel": 790, "eindevaluatie": 819, **gesprekken_tot(819),
              "re-integratieverslag": {"op": 819, "kopie_aan_werknemer": dag(819), "wia_aanvraag": None, "ingediend_bij_uwv": None}},
        VERLENGD, [],
    ),
    "een dag te laat na een verlenging": (
        821, {"actueel-oordeel": 790, "eindevaluatie": 820, **gesprekken_tot(820),
              "re-integratieverslag": {"op": 819, "kopie_aan_werknemer": dag(820), "wia_aanvraag": None, "ingediend_bij_uwv": None}},
        VERLENGD, [waarschuwing("CAL-23", EIND, "datum"), waarschuwing("CAL-24", VERSLAG, "kopie_aan_werknemer")],
    ),
}  # fmt: skip


def verslag(**velden: str | None) -> dict[str, dict[str, str | None]]:
    return {"re-integratieverslag": velden}


AANVRAGEN: dict[str, Geval] = {
    "geen verslag op de laatste dag": (637, verslag(kopie_aan_werknemer=None), {}, []),
    "geen kopie, een dag later": (
        638, verslag(kopie_aan_werknemer=None), {}, [waarschuwing("CAL-24", VERSLAG, "kopie_aan_werknemer")],
    ),
    "helemaal geen verslag": (638, {"re-integratieverslag": None}, {}, [waarschuwing("CAL-24")]),
    "geen kopie op de laatste dag van de aanvraag": (
        651, verslag(kopie_aan_werknemer=None), {}, [waarschuwing("CAL-24", VERSLAG, "kopie_aan_werknemer")],
    ),
    "geen kopie, en ook de aanvraag is voorbij": (
        652, verslag(kopie_aan_werknemer=None), {}, [fout("CAL-24", VERSLAG, "kopie_aan_werknemer")],
    ),
    "kopie op de laatste dag": (640, verslag(kopie_aan_werknemer=dag(637)), {}, []),
    "kopie een dag te laat": (
        640, verslag(kopie_aan_werknemer=dag(638)), {}, [waarschuwing("CAL-24", VERSLAG, "kopie_aan_werknemer")],
    ),
    "kopie op de laatste dag van de aanvraag": (
        660, verslag(kopie_aan_werknemer=dag(651)), {}, [waarschuwing("CAL-24", VERSLAG, "kopie_aan_werknemer")],
    ),
    "kopie na de laatste dag van de aanvraag": (
        660, verslag(kopie_aan_werknemer=dag(652)), {}, [fout("CAL-24", VERSLAG, "kopie_aan_werknemer")],
    ),
    "geen aanvraag op de laatste dag": (651, verslag(wia_aanvraag=None), {}, []),
    "geen aanvraag, een dag later": (
        652, verslag(wia_aanvraag=None, ingediend_bij_uwv=None), {}, [fout("CAL-25", VERSLAG, "wia_aanvraag")],
    ),
    "aanvraag op de laatste dag": (660, verslag(wia_aanvraag=dag(651)), {}, []),
    "aanvraag een dag te laat": (660, verslag(wia_aanvraag=dag(652)), {}, [fout("CAL-25", VERSLAG, "wia_aanvraag")]),
    "niets gedaan": (652, {"re-integratieverslag": None}, {}, [fout("CAL-24"), fout("CAL-25")]),
    "niet ingediend, een dag na de aanvraag": (652, verslag(ingediend_bij_uwv=None), {}, []),
    "niet ingediend, twee dagen na de aanvraag": (
        653, verslag(ingediend_bij_uwv=None), {}, [waarschuwing("CAL-26", VERSLAG, "ingediend_bij_uwv")],
    ),
    "een dag na een vroege aanvraag ingediend": (
        660, verslag(wia_aanvraag=dag(645), ingediend_bij_uwv=dag(646)), {}, [],
    ),
    "twee dagen na een vroege aanvraag ingediend": (
        660, verslag(wia_aanvraag=dag(645), ingediend_bij_uwv=dag(647)), {},
        [waarschuwing("CAL-26", VERSLAG, "ingediend_bij_uwv")],
    ),
    "verlof schuift verslag en aanvraag op": (
        763, {**IN_VENSTER, **gesprekken_tot(740), "actueel-oordeel": 735, "eindevaluatie": 740,
              "re-integratieverslag": {"op": 749, "kopie_aan_werknemer": dag(749), "wia_aanvraag": None, "ingediend_bij_uwv": None}},
        {**VERLOF, "uwv_melding_42e_week": dag(406)}, [],
    ),
    "en een dag later is te laat": (
        764, {**IN_VENSTER, **gesprekken_tot(740), "actueel-oordeel": 735, "eindevaluatie": 740,
              "re-integratieverslag": {"op": 749, "kopie_aan_werknemer": dag(750), "wia_aanvraag": None, "ingediend_bij_uwv": None}},
        {**VERLOF, "uwv_melding_42e_week": dag(406)},
        [waarschuwing("CAL-24", VERSLAG, "kopie_aan_werknemer"), fout("CAL-25", VERSLAG, "wia_aanvraag")],
    ),
    "bij een verkorte wachttijd is er geen verslag en geen aanvraag": (800, {**ZONDER_PLAN, **GEEN_SLOT}, VERKORT, []),
    "een aangevraagde verkorting verandert niets": (
        652, {**ZONDER_PLAN, "eindevaluatie": None, "re-integratieverslag": None},
        {"verkorte_wachttijd": [{"aangevraagd_op": dag(60), "verklaring_bedrijfsarts_op": dag(60)}]},
        [fout("CAL-24"), fout("CAL-25")],
    ),
    "hersteld op de laatste dag van de wachttijd min een": (
        800, verslag(wia_aanvraag=None, ingediend_bij_uwv=None), {"periodes": [(dag(0), dag(726))]}, [],
    ),
    "ziek tot en met de laatste dag van de wachttijd": (
        800, verslag(wia_aanvraag=None, ingediend_bij_uwv=None), {"periodes": [(dag(0), dag(727))]},
        [fout("CAL-25", VERSLAG, "wia_aanvraag")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("naam", MELDINGEN)
def test_de_melding_in_week_42(naam: str) -> None:
    """CAL-19 en CAL-20."""
    gevonden, verwacht = uitkomst(MELDINGEN[naam])

    assert gevonden == verwacht


@pytest.mark.parametrize("naam", SLOTSTUKKEN)
def test_de_laatste_stukken(naam: str) -> None:
    """CAL-21 tot en met CAL-23."""
    gevonden, verwacht = uitkomst(SLOTSTUKKEN[naam])

    assert gevonden == verwacht


@pytest.mark.parametrize("naam", AANVRAGEN)
def test_verslag_en_aanvraag(naam: str) -> None:
    """CAL-24 tot en met CAL-26, ook na verlof en bij een verkorte wachttijd."""
    gevonden, verwacht = uitkomst(AANVRAGEN[naam])

    assert gevonden == verwacht


def test_onderbreking_verlof_en_verlenging_samen() -> None:
    """728 dagen, 10 dagen hersteld, 112 dagen verlof en 26 weken verlenging: de aanvraag is op dag 1032 - 77."""
    rest: dict[str, Any] = {
        "periodes": [(dag(0), dag(60)), (dag(71), None)],
        "verlof": [(dag(200), dag(311))],
        "besluit": "Besloten.",
        "uwv_melding_42e_week": dag(416),
        "verlenging": {"aangevraagd_op": dag(800), "gezamenlijk": "ja", "tot_en_met": dag(1031)},
    }
    stukken: Anders = {
        "eerstejaarsevaluatie": 472,
        "bijstelling-plan-van-aanpak-90": 346,
        **gesprekken_tot(941),
        "actueel-oordeel": 930,
        "eindevaluatie": 941,
        "re-integratieverslag": {
            "op": 941, "kopie_aan_werknemer": dag(941), "wia_aanvraag": None, "ingediend_bij_uwv": None,
        },
    }  # fmt: skip

    assert bevonden(tijdig(955, stukken, **rest), 955) == []
    assert bevonden(tijdig(956, stukken, **rest), 956) == [fout("CAL-25", VERSLAG, "wia_aanvraag")]


def test_valt_de_laatste_dag_in_het_weekend_dan_zegt_de_melding_dat_maandag_nog_mag() -> None:
    """De wet noemt de dag; UWV aanvaardt de eerste werkdag."""
    wat = zaak([("2026-01-03", None)])  # a Saturday, and so is the day of the report

    def melding(op: str) -> str:
        gevonden = controleer(onderzoek(wat, dt.date.fromisoformat(op)))
        return next(o.melding for o in gevonden if o.code == "CAL-19")

    assert "UWV aanvaardt" in melding("2026-10-26")
    assert "UWV aanvaardt" not in melding("2026-10-27")


@pytest.mark.parametrize(
    ("eerste", "peildatum", "nog"),
    [
        ("2025-06-16", "2026-04-07", True),  # the day of the report is Easter Monday
        ("2025-06-16", "2026-04-08", False),
        (
            "2026-01-05",
            "2026-10-26",
            False,
        ),  # it is a Monday, and no day follows on which it may still be done
        ("2026-01-05", "2026-10-27", False),
    ],
)
def test_alleen_de_eerste_werkdag_mag_nog(eerste: str, peildatum: str, *, nog: bool) -> None:
    """Valt de dag op een werkdag, dan is de volgende te laat; na een feestdag mag de dag erna."""
    gevonden = controleer(onderzoek(zaak([(eerste, None)]), dt.date.fromisoformat(peildatum)))

    assert ("UWV aanvaardt" in next(o.melding for o in gevonden if o.code == "CAL-19")) == nog
