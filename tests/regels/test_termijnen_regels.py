"""CAL-11 to CAL-18: probleemanalyse, plan, evaluations and first-year evaluation, each on its last day and the day after."""

import pytest
from calhulp import (
    AFGEWEKEN,
    ANALYSE,
    DUURZAAM,
    EERSTEJAARS,
    EIND,
    GEEN_GESPREKKEN,
    PLAN,
    TIJDELIJK,
    Geval,
    bevonden,
    dag,
    fout,
    gesprek,
    info,
    tijdig,
    uitkomst,
    waarschuwing,
)

CONCEPT = {"status": "concept"}
GEEN_PLAN = {"plan-van-aanpak": None, **GEEN_GESPREKKEN}
GEEN_ANALYSE = {"probleemanalyse": None, **GEEN_PLAN}
EERSTE, TWEEDE = "bijstelling-plan-van-aanpak-01", "bijstelling-plan-van-aanpak-02"
# An evaluation takes the place of the first-year one, so that no gap comes of its absence.
ZONDER_EERSTEJAARS = {"eerstejaarsevaluatie": None, "bijstelling-plan-van-aanpak-90": 346}
EIGEN_VERSLAG = {"re-integratieverslag": {**CONCEPT, "kopie_aan_werknemer": None}}


LAAT_PLAN = [waarschuwing("CAL-12", PLAN, "datum")]
LATER_DAN_WEEK_8 = waarschuwing("CAL-13", PLAN, "datum")
NIET_GEEVALUEERD = waarschuwing("CAL-15", PLAN, "datum")
LATE_EVALUATIE = waarschuwing("CAL-15", gesprek(1), "datum")
BIJGESTELD = "stukken/bijstelling-probleemanalyse-01.yaml"

ANALYSES: dict[str, Geval] = {
    "geen analyse op de laatste dag": (42, GEEN_ANALYSE, {}, []),
    "geen analyse, een dag later": (43, GEEN_ANALYSE, {}, [waarschuwing("CAL-11")]),
    "geen analyse na acht weken": (56, GEEN_ANALYSE, {}, [waarschuwing("CAL-11")]),
    "geen analyse, acht weken en een dag": (57, GEEN_ANALYSE, {}, [fout("CAL-11")]),
    "analyse op de laatste dag": (45, {"probleemanalyse": 42}, {}, []),
    "analyse een dag te laat": (45, {"probleemanalyse": 43}, {}, [waarschuwing("CAL-11", ANALYSE, "datum")]),
    "analyse na acht weken": (
        58, {"probleemanalyse": 56, "plan-van-aanpak": None}, {}, [waarschuwing("CAL-11", ANALYSE, "datum")],
    ),
    "analyse na acht weken en een dag": (
        58, {"probleemanalyse": 57, "plan-van-aanpak": None}, {}, [fout("CAL-11", ANALYSE, "datum")],
    ),
    "late analyse met een reden": (
        58, {"probleemanalyse": {"op": 57, **AFGEWEKEN}, "plan-van-aanpak": None}, {}, [info("CAL-11", ANALYSE)],
    ),
    "tijdige analyse met een reden": (45, {"probleemanalyse": {"op": 42, **AFGEWEKEN}}, {}, []),
    "tien dagen hersteld schuiven de analyse op": (
        53, {"probleemanalyse": 52, "plan-van-aanpak": None}, {"periodes": [(dag(0), dag(20)), (dag(31), None)]}, [],
    ),
    "en een dag later is te laat": (
        53, {"probleemanalyse": 53, "plan-van-aanpak": None}, {"periodes": [(dag(0), dag(20)), (dag(31), None)]},
        [waarschuwing("CAL-11", ANALYSE, "datum")],
    ),
    "de acht weken schuiven mee": (
        66, GEEN_ANALYSE, {"periodes": [(dag(0), dag(20)), (dag(31), None)]}, [waarschuwing("CAL-11")],
    ),
    "en ook de dag erna": (67, GEEN_ANALYSE, {"periodes": [(dag(0), dag(20)), (dag(31), None)]}, [fout("CAL-11")]),
    "verlof schuift de analyse op": (
        55, GEEN_ANALYSE, {"verlof": [(dag(10), dag(30))], "besluit": "Besloten."}, [],
    ),
    "hersteld op de dag voor de termijn": (300, GEEN_ANALYSE, {
        "periodes": [(dag(0), dag(41))], "uwv_melding_42e_week": None}, []),
}  # fmt: skip

PLANNEN: dict[str, Geval] = {
    "plan na precies twee weken": (60, {"plan-van-aanpak": 52}, {}, []),
    "plan na twee weken en een dag": (60, {"plan-van-aanpak": 53}, {}, LAAT_PLAN),
    "laat plan na vier weken": (67, {"plan-van-aanpak": 66}, {}, [*LAAT_PLAN, LATER_DAN_WEEK_8]),
    "laat plan na vier weken en een dag": (
        67, {"plan-van-aanpak": 67}, {}, [fout("CAL-12", PLAN, "datum"), LATER_DAN_WEEK_8],
    ),
    "laat plan met een reden": (
        67, {"plan-van-aanpak": {"op": 67, **AFGEWEKEN}}, {}, [info("CAL-12", PLAN), info("CAL-13", PLAN)],
    ),
    "een laat concept": (60, {"plan-van-aanpak": {"op": 53, **CONCEPT}}, {}, LAAT_PLAN),
    "plan op de laatste dag van acht weken": (57, {"probleemanalyse": 42, "plan-van-aanpak": 56}, {}, []),
    "plan een dag na acht weken": (
        57, {"probleemanalyse": 42, "plan-van-aanpak": 57}, {}, [*LAAT_PLAN, LATER_DAN_WEEK_8],
    ),
    "bij een late analyse is een later plan gewoon": (
        58, {"probleemanalyse": 44, "plan-van-aanpak": 58}, {}, [waarschuwing("CAL-11", ANALYSE, "datum")],
    ),
    "de termijn valt in een onderbreking": (
        63, {"plan-van-aanpak": 62}, {"periodes": [(dag(0), dag(51)), (dag(62), None)]}, [],
    ),
    "de dag na de onderbreking is te laat": (
        63, {"plan-van-aanpak": 63}, {"periodes": [(dag(0), dag(51)), (dag(62), None)]}, LAAT_PLAN,
    ),
    "het plan volgt de analyse die in het plan staat": (
        60, {"probleemanalyse": None, "plan-van-aanpak": {"op": 53, "probleemanalyse": {
            "datum": dag(38), "kern": "Hervatten."}}}, {}, [*LAAT_PLAN, fout("CAL-11")],
    ),
    "plan en analyse van een dag": (60, {"plan-van-aanpak": 38}, {}, []),
    "plan ouder dan de analyse": (60, {"plan-van-aanpak": 37}, {}, [fout("CAL-14", PLAN, "datum")]),
    "ook een concept is niet ouder": (
        60, {"plan-van-aanpak": {"op": 37, **CONCEPT}}, {}, [fout("CAL-14", PLAN, "datum")],
    ),
    "na advies vooraf is ouder een waarschuwing": (
        60, {"plan-van-aanpak": {"op": 37, "bedrijfsarts_advies_vooraf": "ja"}}, {},
        [waarschuwing("CAL-14", PLAN, "datum")],
    ),
    "ouder dan de analyse die het noemt": (
        60, {"plan-van-aanpak": {"probleemanalyse": {"datum": dag(53), "kern": "Hervatten."}}}, {},
        [fout("CAL-14", PLAN, "datum")],
    ),
    "zonder mogelijkheden vraagt niemand een plan": (
        300, {"probleemanalyse": TIJDELIJK, **GEEN_PLAN}, {"uwv_melding_42e_week": dag(294)}, [],
    ),
}  # fmt: skip

EVALUATIES: dict[str, Geval] = {
    "eerste evaluatie op de laatste dag": (94, {}, {}, []),
    "geen evaluatie op de laatste dag": (94, GEEN_GESPREKKEN, {}, []),
    "geen evaluatie, een dag later": (95, GEEN_GESPREKKEN, {}, [NIET_GEEVALUEERD]),
    "evaluatie een dag te laat": (100, {EERSTE: 95}, {}, [LATE_EVALUATIE]),
    "late evaluatie met een reden": (100, {EERSTE: {"op": 95, **AFGEWEKEN}}, {}, [info("CAL-15", gesprek(1))]),
    "het gesprek telt, niet de datum van het stuk": (100, {EERSTE: {"op": 95, "gesprek_op": dag(94)}}, {}, []),
    "een concept van een gehouden gesprek telt": (100, {EERSTE: {"op": 94, **CONCEPT}}, {}, []),
    "geen tweede evaluatie": (137, {TWEEDE: None}, {}, [waarschuwing("CAL-15", gesprek(1), "datum")]),
    "dertien weken zonder evaluatie": (143, {**GEEN_GESPREKKEN, **EIGEN_VERSLAG}, {}, [NIET_GEEVALUEERD]),
    "dertien weken en een dag, in een verslag": (
        144, {**GEEN_GESPREKKEN, **EIGEN_VERSLAG}, {}, [fout("CAL-15", PLAN, "datum")],
    ),
    "dertien weken en een dag, zonder verslag": (144, GEEN_GESPREKKEN, {}, [NIET_GEEVALUEERD]),
    "dertien weken tot een late evaluatie": (144, {EERSTE: 143, TWEEDE: None, **EIGEN_VERSLAG}, {}, [LATE_EVALUATIE]),
    "dertien weken en een dag tot een late evaluatie": (
        144, {EERSTE: 144, TWEEDE: None, **EIGEN_VERSLAG}, {}, [fout("CAL-15", gesprek(1), "datum")],
    ),
    "met een reden is ook dat geen fout": (
        144, {EERSTE: {"op": 144, **AFGEWEKEN}, TWEEDE: None, **EIGEN_VERSLAG}, {}, [info("CAL-15", gesprek(1))],
    ),
    "verlof telt niet mee": (
        115, GEEN_GESPREKKEN, {"verlof": [(dag(60), dag(80))], "besluit": "Besloten."}, [],
    ),
    "de dag na de verschoven termijn": (
        116, GEEN_GESPREKKEN, {"verlof": [(dag(60), dag(80))], "besluit": "Besloten."}, [NIET_GEEVALUEERD],
    ),
    "zonder plan is er niets te evalueren": (200, {"plan-van-aanpak": None, **GEEN_GESPREKKEN}, {}, []),
    "hersteld op de dag voor de evaluatie": (300, GEEN_GESPREKKEN, {
        "periodes": [(dag(0), dag(93))], "uwv_melding_42e_week": None}, []),
    "bijgestelde analyse, op de laatste dag": (114, {"bijstelling-probleemanalyse-01": 100}, {}, []),
    "bijgestelde analyse, een dag later": (
        115, {"bijstelling-probleemanalyse-01": 100}, {}, [waarschuwing("CAL-16", BIJGESTELD, "datum")],
    ),
    "plan bijgesteld op de laatste dag": (
        116, {"bijstelling-probleemanalyse-01": 100, "bijstelling-plan-van-aanpak-20": 114}, {}, [],
    ),
    "plan bijgesteld een dag te laat": (
        116, {"bijstelling-probleemanalyse-01": 100, "bijstelling-plan-van-aanpak-20": 115}, {},
        [waarschuwing("CAL-16", "stukken/bijstelling-plan-van-aanpak-20.yaml", "datum")],
    ),
    "plan bijgesteld met een reden": (
        116,
        {"bijstelling-probleemanalyse-01": 100, "bijstelling-plan-van-aanpak-20": {"op": 115, **AFGEWEKEN}},
        {},
        [info("CAL-16", "stukken/bijstelling-plan-van-aanpak-20.yaml")],
    ),
    "een concept van een bijgestelde analyse": (
        130, {"bijstelling-probleemanalyse-01": {"op": 100, **CONCEPT}}, {}, [],
    ),
    "bijgesteld tot er blijvend geen mogelijkheden zijn": (
        365,
        {
            **GEEN_GESPREKKEN,
            "bijstelling-plan-van-aanpak-01": 94,
            "bijstelling-probleemanalyse-01": {"op": 100, **DUURZAAM},
            "eerstejaarsevaluatie": None,
        },
        {}, [],
    ),
    "te lang tussen het laatste gesprek en de eindevaluatie": (
        640,
        {**{f"bijstelling-plan-van-aanpak-{nr:02}": None for nr in range(6, 13)}, "eerstejaarsevaluatie": 346},
        {},
        [fout("CAL-15", EIND, "datum"), waarschuwing("CAL-15", EERSTEJAARS, "datum")],
    ),
    "een concept van de eindevaluatie vervangt geen gesprek": (
        500,
        {
            "bijstelling-plan-van-aanpak-09": None,
            "bijstelling-plan-van-aanpak-10": None,
            "eindevaluatie": {"op": 630, **CONCEPT},
        },
        {},
        [waarschuwing("CAL-15", gesprek(8), "datum")],
    ),
    "bijgesteld tot er geen mogelijkheden zijn": (
        130, {"bijstelling-probleemanalyse-01": {"op": 100, **TIJDELIJK}}, {}, [],
    ),
    "bijgesteld voordat er een plan was": (
        130, {"probleemanalyse": TIJDELIJK, "bijstelling-probleemanalyse-01": 42}, {}, [],
    ),
}  # fmt: skip

EERSTEJAARS_GEVALLEN: dict[str, Geval] = {
    "te vroeg": (
        350, {"eerstejaarsevaluatie": 321, "bijstelling-plan-van-aanpak-90": 346}, {},
        [waarschuwing("CAL-17", EERSTEJAARS, "datum")],
    ),
    "op de eerste dag": (350, {"eerstejaarsevaluatie": 322}, {}, []),
    "op de laatste dag": (365, {"eerstejaarsevaluatie": 364, "bijstelling-plan-van-aanpak-90": 346}, {}, []),
    "een dag te laat": (
        365, {"eerstejaarsevaluatie": 365, "bijstelling-plan-van-aanpak-90": 346}, {},
        [waarschuwing("CAL-18", EERSTEJAARS, "datum")],
    ),
    "te laat met een reden": (
        365, {"eerstejaarsevaluatie": {"op": 365, **AFGEWEKEN}, "bijstelling-plan-van-aanpak-90": 346}, {},
        [info("CAL-18", EERSTEJAARS)],
    ),
    "nog niet op de laatste dag": (364, ZONDER_EERSTEJAARS, {}, []),
    "niet, een dag later": (365, ZONDER_EERSTEJAARS, {}, [waarschuwing("CAL-18")]),
    "niet na zestig weken, zonder verslag": (421, ZONDER_EERSTEJAARS, {}, [waarschuwing("CAL-18")]),
    "niet voor zestig weken, met verslag": (
        419, {**ZONDER_EERSTEJAARS, **EIGEN_VERSLAG}, {}, [waarschuwing("CAL-18")],
    ),
    "niet na zestig weken, met verslag": (420, {**ZONDER_EERSTEJAARS, **EIGEN_VERSLAG}, {}, [fout("CAL-18")]),
    "zonder mogelijkheden niet nodig": (
        400, {"probleemanalyse": DUURZAAM, "plan-van-aanpak": None, "eerstejaarsevaluatie": None, **GEEN_GESPREKKEN},
        {}, [],
    ),
    "hersteld op de dag voor de termijn": (
        365, ZONDER_EERSTEJAARS, {"periodes": [(dag(0), dag(363))]}, [],
    ),
    "verlof schuift het venster op": (
        470, {"eerstejaarsevaluatie": 433, "bijstelling-plan-van-aanpak-90": 346},
        {"verlof": [(dag(100), dag(211))], "besluit": "Besloten."}, [waarschuwing("CAL-17", EERSTEJAARS, "datum")],
    ),
    "en het einde ervan": (
        477, {"eerstejaarsevaluatie": 477, "bijstelling-plan-van-aanpak-90": 346},
        {"verlof": [(dag(100), dag(211))], "besluit": "Besloten."}, [waarschuwing("CAL-18", EERSTEJAARS, "datum")],
    ),
    "in het verschoven venster": (
        476, {"eerstejaarsevaluatie": 434, "bijstelling-plan-van-aanpak-90": 346},
        {"verlof": [(dag(100), dag(211))], "besluit": "Besloten."}, [],
    ),
}  # fmt: skip


@pytest.mark.parametrize("naam", ANALYSES)
def test_de_probleemanalyse_is_op_tijd_of_te_laat(naam: str) -> None:
    """CAL-11, ook na een onderbreking of verlof, en met een reden."""
    gevonden, verwacht = uitkomst(ANALYSES[naam])

    assert gevonden == verwacht


@pytest.mark.parametrize("naam", PLANNEN)
def test_het_plan_volgt_de_analyse_op_tijd(naam: str) -> None:
    """CAL-12 tot en met CAL-14."""
    gevonden, verwacht = uitkomst(PLANNEN[naam])

    assert gevonden == verwacht


@pytest.mark.parametrize("naam", EVALUATIES)
def test_het_plan_wordt_op_tijd_besproken_en_bijgesteld(naam: str) -> None:
    """CAL-15 en CAL-16, vanaf het plan, vanaf elk gesprek en na een bijgestelde analyse."""
    gevonden, verwacht = uitkomst(EVALUATIES[naam])

    assert gevonden == verwacht


@pytest.mark.parametrize("naam", EERSTEJAARS_GEVALLEN)
def test_de_eerstejaarsevaluatie_valt_in_haar_venster(naam: str) -> None:
    """CAL-17 en CAL-18; een fout alleen waar een verslag wordt gemaakt."""
    gevonden, verwacht = uitkomst(EERSTEJAARS_GEVALLEN[naam])

    assert gevonden == verwacht


def test_een_dossier_dat_op_tijd_is_heeft_op_geen_enkele_dag_een_bevinding() -> None:
    """Twee jaar en een half lang, elke derde dag bekeken."""
    gevonden = {nummer: bevonden(tijdig(nummer), nummer) for nummer in range(0, 900, 3)}

    assert {nummer: rijen for nummer, rijen in gevonden.items() if rijen} == {}


def test_een_nieuw_gat_staat_bij_het_laatste_gesprek_en_een_oud_bij_het_volgende() -> None:
    """Twee gaten in een dossier zijn twee bevindingen."""
    wat = tijdig(170, {EERSTE: 95, TWEEDE: 138})

    assert bevonden(wat, 170) == [LATE_EVALUATIE, waarschuwing("CAL-15", gesprek(2), "datum")]
    assert bevonden(wat, 181) == [LATE_EVALUATIE, *[waarschuwing("CAL-15", gesprek(2), "datum")] * 2]
