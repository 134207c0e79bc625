"""CAL-27 to CAL-33, CAL-35 and CAL-38: decisions about the waiting period, the end of the employment, the AOW age."""

from typing import Any

import pytest
from calhulp import (
    DUURZAAM,
    GEEN_GESPREKKEN,
    PLAN,
    VERSLAG,
    Anders,
    Geval,
    Rij,
    bevonden,
    dag,
    fout,
    oordeel,
    tijdig,
    uitkomst,
    waarschuwing,
)

AANVRAAG = "verzuim.verkorte_wachttijd.0"


def verkort(op: int, per: int | None = None, verklaring: int | None = None) -> dict[str, Any]:
    """A request for a shorter waiting period, with the statement of the same day."""
    data = {
        "aangevraagd_op": dag(op),
        "verklaring_bedrijfsarts_op": dag(op if verklaring is None else verklaring),
    }
    return {"verkorte_wachttijd": [{**data, "toegekend_per": dag(per)} if per else data]}


def niet(veld: str) -> list[Rij]:
    return [fout("CAL-27", pad=f"{AANVRAAG}.{veld}")]


ZONDER_VERKLARING = fout("CAL-28", pad=f"{AANVRAAG}.verklaring_bedrijfsarts_op")

VERKORTINGEN: dict[str, Geval] = {
    "een dag te vroeg gevraagd": (30, {}, verkort(20), niet("aangevraagd_op")),
    "op de eerste dag gevraagd": (30, {}, verkort(21), []),
    "op de laatste dag gevraagd": (480, {}, verkort(476), []),
    "een dag te laat gevraagd": (480, {}, verkort(477), niet("aangevraagd_op")),
    "de laatste dag schuift op na een onderbreking": (
        490, {"eerstejaarsevaluatie": 346}, {**verkort(486), "periodes": [(dag(0), dag(60)), (dag(71), None)]}, [],
    ),
    "toegekend na dertien weken": (100, {}, verkort(21, 91), []),
    "toegekend een dag eerder": (100, {}, verkort(21, 90), niet("toegekend_per")),
    "toegekend tien weken na de aanvraag": (110, {}, verkort(30, 100), []),
    "toegekend een dag eerder na de aanvraag": (110, {}, verkort(30, 99), niet("toegekend_per")),
    "toegekend na 78 weken": (560, {}, verkort(476, 546), []),
    "toegekend een dag na 78 weken": (560, {}, verkort(470, 547), niet("toegekend_per")),
    "een tweede aanvraag": (
        100, {}, {"verkorte_wachttijd": [*verkort(21)["verkorte_wachttijd"], *verkort(90)["verkorte_wachttijd"]]},
        [fout("CAL-27", pad="verzuim.verkorte_wachttijd.1")],
    ),
    "zonder verklaring": (
        30, {}, {"verkorte_wachttijd": [{"aangevraagd_op": dag(21)}]}, [ZONDER_VERKLARING],
    ),
    "verklaring van een dag na de aanvraag": (30, {}, verkort(21, verklaring=22), [ZONDER_VERKLARING]),
    "verklaring van voor de aanvraag": (30, {}, verkort(21, verklaring=10), []),
}  # fmt: skip


def sanctie(op: int, weken: int = 52) -> dict[str, Any]:
    return {"loonsanctie": {"besluit_op": dag(op), "weken": str(weken)}}


def verlenging(tot: int, **velden: str) -> dict[str, Any]:
    gevraagd = {"aangevraagd_op": dag(600), "gezamenlijk": "ja", "tot_en_met": dag(tot)}
    return {"verlenging": {**gevraagd, **velden}}


def verkorting(tot: int) -> dict[str, Any]:
    return verlenging(900, verkorting_gevraagd_op=dag(690), verkort_tot_en_met=dag(tot))


BESLUIT, TOT = "verzuim.loonsanctie.besluit_op", "verzuim.verlenging.tot_en_met"
BRIEF = "verzuim.einde_wachttijd_volgens_uwv"
ANDER_EINDE = [fout("CAL-35", pad=BRIEF)]
GESPREKKEN = {f"bijstelling-plan-van-aanpak-{50 + nr}": 640 + 42 * nr for nr in range(2)}
NOG_GEEN_SLOT: Anders = {
    "actueel-oordeel": None,
    "eindevaluatie": None,
    "re-integratieverslag": None,
    **GESPREKKEN,
}

BESLUITEN: dict[str, Geval] = {
    "loonsanctie zes weken voor het einde": (740, {}, sanctie(686), []),
    "loonsanctie een dag later": (740, {}, sanctie(687), [oordeel("CAL-29", pad=BESLUIT)]),
    "loonsanctie op de laatste dag": (740, {}, sanctie(727), [oordeel("CAL-29", pad=BESLUIT)]),
    "loonsanctie na het einde": (740, {}, sanctie(728), [fout("CAL-29", pad=BESLUIT)]),
    "loonsanctie van een week te lang": (740, {}, sanctie(686, 53), [fout("CAL-29", pad="verzuim.loonsanctie.weken")]),
    "loonsanctie en een onderbreking": (
        740, {"eerstejaarsevaluatie": 356, "bijstelling-plan-van-aanpak-90": 346},
        {**sanctie(696), "periodes": [(dag(0), dag(60)), (dag(71), None)]}, [],
    ),
    "verlenging van dertien weken": (690, NOG_GEEN_SLOT, verlenging(818), []),
    "verlenging van een dag korter": (630, {}, verlenging(817), [fout("CAL-30", pad=TOT)]),
    "verlenging niet samen gevraagd": (
        630, {}, verlenging(818, gezamenlijk="nee"), [fout("CAL-30", pad="verzuim.verlenging.gezamenlijk")],
    ),
    "verkorting dertien weken na het verzoek": (690, NOG_GEEN_SLOT, verkorting(780), []),
    "verkorting een dag eerder": (
        690, NOG_GEEN_SLOT, verkorting(779), [fout("CAL-30", pad="verzuim.verlenging.verkort_tot_en_met")],
    ),
    "verkorting zonder verzoek": (690, NOG_GEEN_SLOT, verlenging(900, verkort_tot_en_met=dag(800)), [
        fout("CAL-30", pad="verzuim.verlenging.verkort_tot_en_met")]),
    "brief met het einde van de wachttijd": (640, {}, {"einde_wachttijd_volgens_uwv": dag(728)}, []),
    "brief een dag eerder": (640, {}, {"einde_wachttijd_volgens_uwv": dag(727)}, ANDER_EINDE),
    "brief een dag later": (640, {}, {"einde_wachttijd_volgens_uwv": dag(729)}, ANDER_EINDE),
    "brief met het einde van de verlenging": (
        690, NOG_GEEN_SLOT, {**verlenging(818), "einde_wachttijd_volgens_uwv": dag(819)}, [],
    ),
    "brief van voor de verlenging": (
        690, NOG_GEEN_SLOT, {**verlenging(818), "einde_wachttijd_volgens_uwv": dag(728)}, [],
    ),
    "brief met het einde van de loonsanctie": (
        740, {}, {**sanctie(686), "einde_wachttijd_volgens_uwv": dag(728 + 364)}, [],
    ),
    "brief met het einde van de verkorte wachttijd": (
        110, {}, {**verkort(30, 100), "einde_wachttijd_volgens_uwv": dag(100)}, [],
    ),
    "brief met het volle einde bij een verkorte wachttijd": (
        110, {}, {**verkort(30, 100), "einde_wachttijd_volgens_uwv": dag(728)}, ANDER_EINDE,
    ),
    "AOW een dag voor het einde": (10, {}, {"geboren": "1961-01-01"}, []),
}  # fmt: skip


def uit(op: int, **blok: str) -> dict[str, Any]:
    return {"dienstverband": {"uit_dienst": dag(op)}, "ziek_uit_dienst": blok}


VERKEERD_VERSLAG = [fout("CAL-32", pad="verzuim.ziek_uit_dienst.verslag")]
GEEN_BLOK = [fout("CAL-31", pad="dienstverband.uit_dienst")]
BLOK_VOOR_NIETS = [waarschuwing("CAL-31", pad="verzuim.ziek_uit_dienst")]
UIT_100: Anders = {
    "actueel-oordeel": 98,
    "eindevaluatie": 99,
    "re-integratieverslag": {"op": 100, "kopie_aan_werknemer": dag(100)},
}

DIENSTVERBANDEN: dict[str, Geval] = {
    "uit dienst op de voorlaatste dag": (100, {}, {"dienstverband": {"uit_dienst": dag(726)}}, GEEN_BLOK),
    "uit dienst op de laatste dag": (100, {}, {"dienstverband": {"uit_dienst": dag(727)}}, []),
    "uit dienst op de dag van herstel": (
        90, {}, {"dienstverband": {"uit_dienst": dag(100)}, "periodes": [(dag(0), dag(100))]},
        [*GEEN_BLOK, waarschuwing("CAL-03", pad="verzuim.periodes.0.tot_en_met")],
    ),
    "uit dienst een dag na herstel": (
        102, {}, {"dienstverband": {"uit_dienst": dag(101)}, "periodes": [(dag(0), dag(100))]}, [],
    ),
    "het blok zonder einde van het dienstverband": (100, {}, {"ziek_uit_dienst": {}}, BLOK_VOOR_NIETS),
    "het blok na de wachttijd": (100, {}, uit(727), BLOK_VOOR_NIETS),
    "nog niet bekend welk verslag": (30, {}, uit(80), []),
    "te kort voor een verslag": (30, {}, uit(40, verslag="geen"), []),
    "een verslag dat niet hoeft": (30, {}, uit(40, verslag="verkort"), VERKEERD_VERSLAG),
    "zes weken": (30, {}, uit(41, verslag="verkort"), []),
    "geen verslag na zes weken": (30, {}, uit(41, verslag="geen"), VERKEERD_VERSLAG),
    "een dag onder tien weken": (30, {}, uit(68, verslag="verkort"), []),
    "een vol verslag onder tien weken": (30, {}, uit(68, verslag="volledig"), VERKEERD_VERSLAG),
    "tien weken": (30, {}, uit(69, verslag="volledig"), []),
    "een kort verslag na tien weken": (30, {}, uit(69, verslag="verkort"), VERKEERD_VERSLAG),
    "een kort verslag bij snel herstel": (30, {}, uit(69, verslag="verkort", herstel_verwacht="ja"), []),
    "hersteld telt niet mee voor de tien weken": (
        30, {}, {**uit(70, verslag="verkort"), "periodes": [(dag(0), dag(10)), (dag(13), None)]}, [],
    ),
    "verslag op de laatste werkdag": (100, UIT_100, uit(100), []),
    "de dag erna heeft de werkgever niets meer te doen": (650, UIT_100, uit(100), []),
    "geen verslag op de laatste werkdag": (100, {}, uit(100), []),
    "geen verslag, een dag later": (101, {}, uit(100), [waarschuwing("CAL-23"), waarschuwing("CAL-24")]),
    "kopie een dag te laat": (
        101, {**UIT_100, "re-integratieverslag": {"op": 100, "kopie_aan_werknemer": dag(101)}}, uit(100),
        [waarschuwing("CAL-24", VERSLAG, "kopie_aan_werknemer")],
    ),
    "verkort verslag vraagt geen eindevaluatie": (70, {}, uit(60), [waarschuwing("CAL-24")]),
    "geen verslag onder zes weken": (60, {"probleemanalyse": 38, "plan-van-aanpak": None}, uit(40), []),
    "na de laatste dag geen evaluatie meer": (500, {**UIT_100, **GEEN_GESPREKKEN, "bijstelling-plan-van-aanpak-01": 94,
                                                   "eerstejaarsevaluatie": None}, uit(100), []),
    "ziek voor het dienstverband": (0, {}, {"dienstverband": {"in_dienst": dag(1)}}, [fout("CAL-33")]),
    "ziek op de eerste dag": (0, {}, {"dienstverband": {"in_dienst": dag(0)}}, []),
    "ziek op de laatste dag": (0, {}, uit(0), []),
    "ziek een dag na het einde": (0, {}, {"dienstverband": {"uit_dienst": dag(-1)}}, [oordeel("CAL-33")]),
    "ziek op de laatste dag van de nawerking": (
        0, {}, {"dienstverband": {"uit_dienst": dag(-28)}}, [oordeel("CAL-33")],
    ),
    "ziek na de nawerking": (0, {}, {"dienstverband": {"uit_dienst": dag(-29)}}, [fout("CAL-33")]),
    "uit dienst voor in dienst": (
        0, {}, {"dienstverband": {"in_dienst": dag(-10), "uit_dienst": dag(-11)}},
        [fout("CAL-33", pad="dienstverband.uit_dienst")],
    ),
    "uit dienst op de dag van in dienst": (
        0, {}, {"dienstverband": {"in_dienst": dag(-11), "uit_dienst": dag(-11)}}, [oordeel("CAL-33")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("naam", VERKORTINGEN)
def test_een_verkorte_wachttijd(naam: str) -> None:
    """CAL-27 en CAL-28."""
    gevonden, verwacht = uitkomst(VERKORTINGEN[naam])

    assert gevonden == verwacht


@pytest.mark.parametrize("naam", BESLUITEN)
def test_wat_uwv_of_partijen_besloten(naam: str) -> None:
    """CAL-29, CAL-30 en CAL-35."""
    gevonden, verwacht = uitkomst(BESLUITEN[naam])

    assert gevonden == verwacht


@pytest.mark.parametrize("naam", DIENSTVERBANDEN)
def test_het_dienstverband_en_het_verzuim(naam: str) -> None:
    """CAL-31 tot en met CAL-33, en wat na de laatste dag niet meer wordt gevraagd."""
    gevonden, verwacht = uitkomst(DIENSTVERBANDEN[naam])

    assert gevonden == verwacht


AOW = [
    # day of birth, what is found; the age is 67 in 2027, and the waiting period ends on 2028-01-03
    ("1960-12-31", [oordeel("CAL-38", pad="werknemer.geboortedatum")]),
    # 67 years is not enough from 2028 on, when it is 67 years and 3 months
    ("1961-01-01", []),
    ("1940-05-01", [oordeel("CAL-38", pad="werknemer.geboortedatum")]),
]


@pytest.mark.parametrize(("geboren", "verwacht"), AOW)
def test_de_aow_leeftijd_voor_het_einde(geboren: str, verwacht: list[Rij]) -> None:
    """CAL-38: een mens oordeelt."""
    assert bevonden(tijdig(10, geboren=geboren), 10) == verwacht


def test_na_de_aow_leeftijd_wordt_niets_meer_gevraagd() -> None:
    """Geen melding, geen evaluatie, geen verslag en geen aanvraag."""
    wat = tijdig(52, geboren="1959-03-15")  # 67 on 15 March 2026, day 69

    assert bevonden(wat, 800) == [oordeel("CAL-38", pad="werknemer.geboortedatum")]


def test_wie_herstelt_voor_de_aow_leeftijd_hoort_er_niets_over() -> None:
    """Er loopt dan geen termijn meer."""
    periodes = [(dag(0), dag(60))]

    assert bevonden(tijdig(52, geboren="1959-03-15", periodes=periodes), 800) == []
    assert bevonden(tijdig(52, geboren="1959-03-01", periodes=periodes), 800) == [
        oordeel("CAL-38", pad="werknemer.geboortedatum")
    ]


def test_een_toegekende_verkorting_vraagt_geen_verslag_en_geen_aanvraag() -> None:
    """Ook jaren later niet; zonder mogelijkheden evenmin een plan of een eerstejaarsevaluatie."""
    stukken = {"probleemanalyse": DUURZAAM, "plan-van-aanpak": None, **GEEN_GESPREKKEN}

    assert bevonden(tijdig(100, stukken, **verkort(30, 100)), 1500) == []
    assert PLAN not in {rij[2] for rij in bevonden(tijdig(100, stukken), 1500)}


@pytest.mark.parametrize("veld", ["besluit_op", "herstel_gemeld_op", "besluit_bekorting_op"])
def test_een_verkeerd_jaartal_in_een_besluit_neemt_de_termijnen_niet_weg(veld: str) -> None:
    """De wet die geldt, is die van de eerste ziektedag."""
    data = {**sanctie(686)["loonsanctie"], "herstel_gemeld_op": dag(700), veld: "1926-11-24"}
    wat = tijdig(652, {"re-integratieverslag": None}, loonsanctie=data)

    assert {"CAL-24", "CAL-25"} <= {rij[0] for rij in bevonden(wat, 652)}
    assert "CAL-37" not in {rij[0] for rij in bevonden(wat, 652)}


RAND: dict[str, Geval] = {
    "na het dienstverband wordt geen analyse meer gevraagd": (
        60, {"probleemanalyse": None, "plan-van-aanpak": None},
        {"dienstverband": {"uit_dienst": dag(30)}, "ziek_uit_dienst": {}}, [],
    ),
    "na de AOW-leeftijd oordeelt een mens": (
        60, {"probleemanalyse": None, "plan-van-aanpak": None}, {"geboren": "1959-01-25"},
        [oordeel("CAL-38", pad="werknemer.geboortedatum")],
    ),
    "de AOW-leeftijd op de laatste ziektedag": (
        60, {}, {"geboren": "1959-03-06", "periodes": [(dag(0), dag(60))]},
        [oordeel("CAL-38", pad="werknemer.geboortedatum")],
    ),
    "de AOW-leeftijd een dag na het herstel": (
        60, {}, {"geboren": "1959-03-07", "periodes": [(dag(0), dag(60))]}, [],
    ),
    "een brief van UWV na herstel": (
        710, {"actueel-oordeel": 623},
        {"periodes": [(dag(0), dag(700))], "einde_wachttijd_volgens_uwv": dag(728)}, [],
    ),
    "een verkorting die verlengt": (
        600, {},
        {
            "verlenging": {
                "aangevraagd_op": dag(600), "gezamenlijk": "ja", "tot_en_met": dag(900),
                "verkorting_gevraagd_op": dag(600), "verkort_tot_en_met": dag(1500),
            }
        },
        [fout("CAL-30", pad="verzuim.verlenging.verkort_tot_en_met")],
    ),
    "een verlenging die na de wachttijd is gevraagd": (
        740, {},
        {"verlenging": {"aangevraagd_op": dag(728), "gezamenlijk": "ja", "tot_en_met": dag(900)}},
        [fout("CAL-30", pad="verzuim.verlenging.aangevraagd_op")],
    ),
    "een besluit over herstel dat niet is gemeld": (
        740, {},
        {"loonsanctie": {"besluit_op": dag(680), "weken": "52", "besluit_bekorting_op": dag(735)}},
        [fout("CAL-29", pad="verzuim.loonsanctie.besluit_bekorting_op")],
    ),
    "een loonsanctie van voor het verzuim": (
        740, {}, {"loonsanctie": {"besluit_op": "1926-01-05", "weken": "52"}},
        [fout(code, pad="verzuim.loonsanctie.besluit_op") for code in ("CAL-02", "CAL-29")],
    ),
    "een melding van voor het verzuim": (
        300, {}, {"uwv_melding_42e_week": "1926-10-26"},
        [fout("CAL-02", pad="verzuim.uwv_melding_42e_week")],
    ),
    "pas na week 81 gemeld": (
        600, {}, {"uwv_melding_42e_week": dag(568)},
        [waarschuwing("CAL-19", pad="verzuim.uwv_melding_42e_week"), waarschuwing("CAL-20", pad="verzuim.uwv_melding_42e_week")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("naam", RAND)
def test_langs_de_randen(naam: str) -> None:
    """Waar twee regels elkaar raken, of een verzuim op een bijzondere manier eindigt."""
    peildag, stukken, rest, verwacht = RAND[naam]

    assert bevonden(tijdig(peildag, stukken, **rest), peildag) == sorted(verwacht)
