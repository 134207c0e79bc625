"""CAL-02 to CAL-10, CAL-34, CAL-36 and CAL-37: the absence itself, and dates that lie outside it."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from bouw import stuk, zaak
from calhulp import (
    ANALYSE,
    EERSTE_DAG,
    GEEN_GESPREKKEN,
    PLAN,
    VERSLAG,
    ZAAK,
    D,
    Geval,
    Rij,
    bevonden,
    dag,
    fout,
    gesprek,
    oordeel,
    uitkomst,
    waarschuwing,
)
from voorbeelden import BASIS, gevonden

CONCEPT = {"status": "concept"}
KORT = (dag(0), dag(30))
VAN_1 = "verzuim.periodes.1.van"
TOEKOMST = "CAL-03"


def getekend(soort: str, partij: str, op: int) -> dict[str, Any]:
    return {soort: {"ondertekening": {partij: {"getekend_op": dag(op)}}}}


DATUMS: dict[str, Geval] = {
    "stuk op de eerste ziektedag": (38, {"probleemanalyse": 0}, {}, []),
    "stuk een dag ervoor": (38, {"probleemanalyse": -1}, {}, [fout("CAL-02", ANALYSE, "datum")]),
    "een concept een dag ervoor": (
        38, {"probleemanalyse": {"op": -1, **CONCEPT}}, {}, [fout("CAL-02", ANALYSE, "datum")],
    ),
    "stuk van de peildatum": (38, {"probleemanalyse": 38}, {}, []),
    "stuk van een dag later": (37, {"probleemanalyse": 38}, {},
        [fout(TOEKOMST, ANALYSE, veld) for veld in ("datum", "spreekuur_op")],
    ),
    "een gesprek na de peildatum": (
        94, {"bijstelling-plan-van-aanpak-01": {"gesprek_op": dag(96)}}, {},
        [fout(TOEKOMST, gesprek(1), "gesprek_op")],
    ),
    "een weigering na de peildatum": (
        52,
        {"plan-van-aanpak": {"ondertekening": {"werknemer": {"geweigerd": {"op": dag(60), "reden": "Nee."}}}}},
        {},
        [fout(TOEKOMST, PLAN, "ondertekening.werknemer.geweigerd.op")],
    ),
    "een concept van een dag later": (37, {"probleemanalyse": {"op": 38, **CONCEPT}}, {}, []),
    "handtekening van de peildatum": (40, getekend("probleemanalyse", "bedrijfsarts", 40), {}, []),
    "handtekening van een dag later": (
        40, getekend("probleemanalyse", "bedrijfsarts", 41), {},
        [fout(TOEKOMST, ANALYSE, "ondertekening.bedrijfsarts.getekend_op")],
    ),
    "werknemer tekent een dag later": (
        52, getekend("plan-van-aanpak", "werknemer", 53), {},
        [fout(TOEKOMST, PLAN, "ondertekening.werknemer.getekend_op")],
    ),
    "alles van het verslag een dag later": (
        640, {"re-integratieverslag": {veld: dag(641) for veld in (
            "kopie_aan_werknemer", "medische_informatie_meegegeven", "wia_aanvraag", "ingediend_bij_uwv")}}, {},
        [*[fout(TOEKOMST, VERSLAG, veld) for veld in (
            "kopie_aan_werknemer", "medische_informatie_meegegeven", "wia_aanvraag", "ingediend_bij_uwv")],
         waarschuwing("CAL-24", VERSLAG, "kopie_aan_werknemer")],
    ),
    "melding van een dag later": (
        40, {}, {"uwv_melding_42e_week": dag(41)}, [fout(TOEKOMST, pad="verzuim.uwv_melding_42e_week")],
    ),
    "meldingen van een dag later": (
        40, {}, {"ziekgemeld_op": dag(41), "gemeld_aan_arbodienst": dag(41), "uwv_ziekmelding": dag(41)},
        [fout(TOEKOMST, pad=f"verzuim.{veld}") for veld in (
            "ziekgemeld_op", "gemeld_aan_arbodienst", "uwv_ziekmelding")],
    ),
    "besluiten van een dag later": (
        690, {}, {
            "loonsanctie": {"besluit_op": dag(691), "weken": "52", "herstel_gemeld_op": dag(692), "besluit_bekorting_op": dag(693)},
            "verkorte_wachttijd": [{"aangevraagd_op": dag(691), "verklaring_bedrijfsarts_op": dag(691)}],
        },
        [
            *[fout(TOEKOMST, pad=f"verzuim.loonsanctie.{veld}") for veld in (
                "besluit_op", "herstel_gemeld_op", "besluit_bekorting_op")],
            oordeel("CAL-29", pad="verzuim.loonsanctie.besluit_op"),
            *[fout(TOEKOMST, pad=f"verzuim.verkorte_wachttijd.0.{veld}") for veld in (
                "aangevraagd_op", "verklaring_bedrijfsarts_op")],
            fout("CAL-27", pad="verzuim.verkorte_wachttijd.0.aangevraagd_op"),
        ],
    ),
    "verlenging van een dag later": (
        600, {}, {"verlenging": {"aangevraagd_op": dag(601), "gezamenlijk": "ja", "tot_en_met": dag(900),
                                 "verkorting_gevraagd_op": dag(602)}},
        [fout(TOEKOMST, pad=f"verzuim.verlenging.{veld}") for veld in ("aangevraagd_op", "verkorting_gevraagd_op")],
    ),
    "de brief van UWV noemt een latere dag": (640, {}, {"einde_wachttijd_volgens_uwv": dag(728)}, []),
    "herstel op de peildatum": (10, {}, {"periodes": [(dag(0), dag(10))]}, []),
    "herstel een dag later": (
        10, {}, {"periodes": [(dag(0), dag(11))]}, [waarschuwing(TOEKOMST, pad="verzuim.periodes.0.tot_en_met")],
    ),
    "weer ziek een dag later": (
        30, {}, {"periodes": [(dag(0), dag(20)), (dag(31), None)]}, [fout(TOEKOMST, pad=VAN_1)],
    ),
    "verlof mag al gepland zijn": (30, {}, {"verlof": [(dag(100), dag(211))]}, []),
    "stuk op de dag van herstel": (60, {}, {"periodes": [(dag(0), dag(52))]}, []),
    "stuk een dag na herstel": (
        60, {}, {"periodes": [(dag(0), dag(51))]}, [waarschuwing("CAL-34", PLAN, "datum")],
    ),
    "ook een concept na herstel": (
        60, {"plan-van-aanpak": CONCEPT}, {"periodes": [(dag(0), dag(51))]}, [waarschuwing("CAL-34", PLAN, "datum")],
    ),
    "met een nieuwe periode is het gewoon": (60, {}, {"periodes": [(dag(0), dag(51)), (dag(55), None)]}, []),
}  # fmt: skip

# What stands in the way of counting leaves nothing else: this dossier is late in everything.
NIETS = {"probleemanalyse": None, "plan-van-aanpak": None, "eerstejaarsevaluatie": None, "actueel-oordeel": None,
         "eindevaluatie": None, "re-integratieverslag": None, **GEEN_GESPREKKEN}  # fmt: skip
TE_LAAT = [
    fout("CAL-11"), waarschuwing("CAL-18"), waarschuwing("CAL-23"), fout("CAL-24"), fout("CAL-25"),
    waarschuwing("CAL-19", pad="verzuim.uwv_melding_42e_week"), fout("CAL-20", pad="verzuim.uwv_melding_42e_week"),
]  # fmt: skip


def leeg(verwacht: list[Rij], periodes: list[tuple[str, str | None]], **rest: Any) -> Geval:
    return 900, NIETS, {"periodes": periodes, "uwv_melding_42e_week": None, **rest}, verwacht


PERIODEN: dict[str, Geval] = {
    "zonder bezwaar wordt alles gevraagd": leeg(TE_LAAT, [(dag(0), None)]),
    "einde op het begin": leeg([], [(dag(0), dag(0))]),
    "einde een dag voor het begin": leeg([fout("CAL-04", pad="verzuim.periodes.0.tot_en_met")], [(dag(0), dag(-1))]),
    "begin op het einde van de vorige": leeg([fout("CAL-04", pad=VAN_1)], [KORT, (dag(30), None)]),
    "begin de dag na de vorige": leeg(TE_LAAT, [KORT, (dag(31), None)]),
    "een periode na een zonder einde": leeg([fout("CAL-04", pad="verzuim.periodes.0")], [(dag(0), None), (dag(60), None)]),
    "nieuwste eerst": leeg([fout("CAL-04", pad=VAN_1)], [(dag(60), None), KORT]),
    "verlof achterstevoren": leeg(
        [fout("CAL-04", pad="verzuim.verlof.0.tot_en_met")], [(dag(0), None)], verlof=[(dag(100), dag(99))]),
    "27 dagen hersteld, en toch een nieuw verzuim": leeg(
        [fout("CAL-05", pad=VAN_1)], [(dag(-100), dag(-28)), (dag(0), None)], eerste=dag(0)),
    "28 dagen hersteld is een nieuw verzuim": leeg(TE_LAAT, [(dag(-100), dag(-29)), (dag(0), None)], eerste=dag(0)),
    "zonder dag ertussen, en toch een nieuw verzuim": leeg(
        [fout("CAL-05", pad=VAN_1)], [(dag(-100), dag(-1)), (dag(0), None)], eerste=dag(0)),
    "27 dagen hersteld telt samen": leeg(TE_LAAT, [KORT, (dag(58), None)]),
    "28 dagen hersteld, en toch een verzuim": leeg([fout("CAL-06", pad=VAN_1)], [KORT, (dag(59), None)]),
    "twee te lange onderbrekingen": leeg(
        [fout("CAL-06", pad=f"verzuim.periodes.{nr}.van") for nr in (1, 2)],
        [KORT, (dag(59), dag(60)), (dag(100), None)]),
    "ziek tot en na verlof": leeg(
        [*TE_LAAT, oordeel("CAL-07", pad="verzuim.periodes.1")], [KORT, (dag(143), None)], verlof=[(dag(31), dag(142))]),
    "ziek tot en na verlof, met een besluit": leeg(
        TE_LAAT, [KORT, (dag(143), None)], verlof=[(dag(31), dag(142))], besluit="Besloten."),
    "verlof buiten het verzuim": leeg(
        [waarschuwing("CAL-07", pad="verzuim.verlof.0")], [KORT], verlof=[(dag(32), dag(143))]),
    "verlof dat op het verzuim aansluit": leeg([], [KORT], verlof=[(dag(31), dag(142))]),
    "de eerste ziektedag in verlof": leeg(
        [fout("CAL-08")], [(dag(-5), None)], eerste=dag(0), verlof=[(dag(-20), dag(0))]),
    "de eerste ziektedag na verlof": leeg(
        TE_LAAT, [(dag(-5), None)], eerste=dag(0), verlof=[(dag(-20), dag(-1))]),
    "een periode die een dag later begint": leeg([fout("CAL-36")], [(dag(1), None)], eerste=dag(0)),
    "een periode die een dag eerder begint": leeg([fout("CAL-36")], [(dag(-1), None)], eerste=dag(0)),
}  # fmt: skip


@pytest.mark.parametrize("naam", DATUMS)
def test_datums_buiten_het_verzuim(naam: str) -> None:
    """CAL-02, CAL-03 en CAL-34: voor de eerste ziektedag, na de peildatum en na herstel."""
    gevonden_, verwacht = uitkomst(DATUMS[naam])

    assert gevonden_ == verwacht


@pytest.mark.parametrize("naam", PERIODEN)
def test_de_perioden_van_het_verzuim(naam: str) -> None:
    """CAL-04 tot en met CAL-08 en CAL-36; waar niet te tellen valt, is dat de enige bevinding."""
    gevonden_, verwacht = uitkomst(PERIODEN[naam])

    assert gevonden_ == verwacht


GEEN_WERKDAG = [waarschuwing("CAL-09")]
WEEK = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
EERSTE_DAGEN: list[tuple[str, list[str], list[Rij]]] = [
    # first day of illness, roster, what is found
    ("2026-01-09", [], []),  # Friday
    ("2026-01-10", [], GEEN_WERKDAG),
    ("2026-01-11", [], GEEN_WERKDAG),
    ("2026-01-12", [], []),
    ("2026-01-10", ["vrijdag", "zaterdag"], []),
    ("2026-01-11", ["vrijdag", "zaterdag"], GEEN_WERKDAG),
    ("2026-01-12", ["vrijdag", "zaterdag"], GEEN_WERKDAG),
    ("2026-01-01", [], GEEN_WERKDAG),
    ("2026-04-03", [], []),  # Good Friday is no holiday by law
    ("2026-04-05", WEEK, GEEN_WERKDAG),  # Easter
    ("2026-04-06", [], GEEN_WERKDAG),
    ("2026-04-07", [], []),
    ("2026-04-27", [], GEEN_WERKDAG),  # King's Day
    ("2026-04-28", [], []),
    ("2026-05-14", [], GEEN_WERKDAG),  # Ascension
    ("2026-05-15", [], []),
    ("2026-05-25", WEEK, GEEN_WERKDAG),  # Pentecost Monday
    ("2026-12-25", [], GEEN_WERKDAG),
    ("2026-12-26", WEEK, GEEN_WERKDAG),
    ("2027-03-29", [], GEEN_WERKDAG),  # Easter Monday of another year
]


@pytest.mark.parametrize(("op", "werkdagen", "verwacht"), EERSTE_DAGEN)
def test_de_eerste_ziektedag_is_een_werkdag(op: str, werkdagen: list[str], verwacht: list[Rij]) -> None:
    """CAL-09: volgens het rooster, of anders van maandag tot en met vrijdag, en geen feestdag."""
    wat = zaak([(op, None)], dienstverband={"werkdagen": werkdagen})

    assert bevonden(wat, dt.date.fromisoformat(op)) == verwacht


@pytest.mark.parametrize(("gemeld", "verwacht"), [(-1, [waarschuwing("CAL-10")]), (0, []), (1, []), (-2, [])])
def test_de_eerste_ziektedag_is_de_dag_na_de_melding(gemeld: int, verwacht: list[Rij]) -> None:
    """CAL-10: zoals een huisregel over het tijdstip van melden het wil; op een dinsdag begonnen."""
    dinsdag = D + dt.timedelta(days=1)
    wat = zaak([(str(dinsdag), None)], ziekgemeld_op=str(dinsdag + dt.timedelta(days=gemeld)))

    assert bevonden(wat, dinsdag + dt.timedelta(days=2)) == verwacht


ONBEKEND = [fout("CAL-37")]


@pytest.mark.parametrize(
    ("op", "verwacht"),
    [
        ("1900-01-02", ONBEKEND),
        ("2017-04-28", ONBEKEND),
        ("2017-05-01", [fout("CAL-11")]),
        ("2100-01-04", []),
    ],
)
def test_van_een_verzuim_van_voor_de_bekende_wet_worden_geen_datums_berekend(
    op: str, verwacht: list[Rij]
) -> None:
    """CAL-37: de laatste dag zonder en de eerste dag met bekende termijnen, en ver in de toekomst."""
    eerste = dt.date.fromisoformat(op)
    geboren = str(eerste.replace(year=eerste.year - 30)) if eerste.year > 1930 else "1900-01-01"
    later = 60 if eerste.year < 2100 else 20

    assert bevonden(zaak([(op, None)], geboren=geboren), eerste + dt.timedelta(days=later)) == verwacht


def test_een_stuk_van_1900_of_2100_is_een_datum_die_niet_klopt() -> None:
    """Een verkeerd jaartal geeft een bevinding, geen fout in het programma."""
    oud, nieuw = (
        zaak([(dag(0), None)], stukken=[stuk("probleemanalyse", f"{jaar}-02-12")]) for jaar in (1900, 2100)
    )

    assert bevonden(oud, 40) == [fout("CAL-02", ANALYSE, "datum")]
    assert [rij for rij in bevonden(nieuw, 40) if rij[0] != "CAL-11"] == [
        fout("CAL-03", ANALYSE, veld) for veld in ("datum", "spreekuur_op")
    ]


def test_duizend_perioden_worden_geteld_als_een() -> None:
    """Om de dag ziek: na 42 teldagen is de analyse te laat, en dat is dag 84."""
    wat = zaak([(dag(2 * nr), dag(2 * nr)) for nr in range(1000)])

    assert [rij for rij in bevonden(wat, 84) if rij[0] != "CAL-03"] == []
    assert [rij for rij in bevonden(wat, 85) if rij[0] != "CAL-03"] == [waarschuwing("CAL-11")]


def test_zonder_eerste_ziektedag_is_dat_de_bevinding(tmp_path: Path) -> None:
    """CAL-01: van de vorm, dus geen enkele regel komt eraan toe."""
    findings, leesbaar = gevonden("# zaak.yaml\nverzuim:\n  eerste_ziektedag:\n", tmp_path)

    assert [(f.code, f.ernst.value, f.pad) for f in findings] == [("CAL-01", "fout", EERSTE_DAG)]
    assert not leesbaar


def test_een_bevinding_staat_op_de_regel_en_kolom_van_de_datum(tmp_path: Path) -> None:
    """Van een bestand tot aan de plaats: de eerste ziektedag, en een stuk van te vroeg."""
    tekst = "opsteller: b-smit\ngesprek_op: 2026-01-04\ndatum: 2026-01-04\neinddoel: eigen_werk\n"
    findings, _ = gevonden(f"# peildatum 2028-02-01\n# stukken/eerstejaarsevaluatie.yaml\n{tekst}", tmp_path)
    regels = (BASIS / "2026-0001" / ZAAK).read_text("utf-8").splitlines()
    regel = next(nr for nr, r in enumerate(regels, 1) if "eerste_ziektedag" in r)
    plaatsen = {
        f.code: (f.pad, Path(f.plaats.bestand).name, f.plaats.regel, f.plaats.kolom)
        for f in findings
        if f.code in {"CAL-02", "CAL-24"}
    }

    assert plaatsen == {
        "CAL-02": ("datum", "eerstejaarsevaluatie.yaml", 3, 8),
        "CAL-24": (EERSTE_DAG, ZAAK, regel, regels[regel - 1].index("2026") + 1),
    }
