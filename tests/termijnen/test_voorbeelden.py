"""Worked examples: each date counted by hand beside the one that the calendar gives."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

import pytest
from bouw import dag, datum, geteld, stuk, zaak

from dossiergen.recht import laad_protocol
from dossiergen.sjablonen import Sjablonen
from dossiergen.termijnen import Eindgrond, Kalender, Mijlpaal, Stand, kalender
from dossiergen.zaak.gegevens import Verslagsoort

DOORLOPEND: dict[str, tuple[str | None, str]] = {
    # key: (from, at the latest) for somebody who is ill from 2026-01-01 on without a break
    "melding_arbodienst": (None, "2026-01-08"),  # D + 7
    "probleemanalyse": (None, "2026-02-12"),  # D + 42
    "plan_van_aanpak": (None, "2026-02-26"),  # D + 42 + 14
    "casemanager": (None, "2026-02-26"),
    "verkorte_wachttijd": ("2026-01-22", "2027-04-22"),  # D + 21, D + 476
    "melding_42e_week": (None, "2026-10-22"),  # D + 294
    "attendering_eerstejaarsevaluatie": ("2026-11-05", "2026-12-03"),  # D + 308, D + 336
    "eerstejaarsevaluatie": ("2026-11-19", "2026-12-31"),  # D + 322, D + 364
    "tweede_ziektejaar": (None, "2026-12-31"),  # D + 364
    "spoor_2": (None, "2027-02-11"),  # D + 364 + 42
    "voorbereiding_verslag": (None, "2027-09-02"),  # D + 609
    "brief_uwv": (None, "2027-09-16"),  # D + 623
    "actueel_oordeel": ("2027-09-16", "2027-09-30"),  # D + 623, D + 637
    "medische_informatie": (None, "2027-09-30"),  # D + 637
    "eindevaluatie": (None, "2027-09-30"),
    "verslag": (None, "2027-09-30"),  # 13 weeks before the end
    "wia_aanvraag": (None, "2027-10-14"),  # 11 weeks before the end
    "verslag_indienen": (None, "2027-10-15"),  # a day later
    "ontvangstbevestiging": (None, "2027-10-29"),  # two weeks later
    "besluit_loonsanctie": (None, "2027-11-18"),  # 6 weeks before the end
    "einde_wachttijd": (None, "2027-12-30"),  # D + 728
}


def vensters(kalender: Kalender) -> dict[str, tuple[str | None, str]]:
    return {
        m.sleutel: (str(m.vanaf) if m.vanaf else None, str(m.uiterlijk))
        for m in kalender.mijlpalen
        if m.uiterlijk and m.sleutel not in {"ziekmelding", "ziekmelding_uwv"}
    }


def test_een_doorlopend_verzuim_vanaf_1_januari_2026() -> None:
    """Alle mijlpalen van een verzuim zonder onderbreking, met de hand geteld."""
    assert vensters(geteld(zaak())) == DOORLOPEND


def test_de_streefdatums_liggen_een_dag_of_een_week_eerder() -> None:
    """De probleemanalyse is bij voorkeur klaar in week 6, en UWV schrijft gewoonlijk in week 88."""
    wat = geteld(zaak())

    assert wat.mijlpaal("probleemanalyse").streef == datum("2026-02-11")
    assert wat.mijlpaal("brief_uwv").streef == datum("2027-09-09")


@pytest.mark.parametrize(
    ("dag_", "week"), [("2026-02-11", 6), ("2026-02-12", 7), ("2026-12-30", 52), ("2026-12-31", 53)]
)
def test_de_week_van_een_dag(dag_: str, week: int) -> None:
    """De eerste ziektedag valt in week 1; zes hele weken later begint week 7."""
    teldagen = geteld(zaak()).teldagen

    assert teldagen.geteld_voor(datum(dag_)) // 7 + 1 == week


SAMEN: dict[str, tuple[list[tuple[str, str | None]], list[tuple[str, str]], dict[str, str]]] = {
    # name: (periods, leave, {key: date}); between brackets how it was counted
    "27 dagen hersteld telt samen": (
        # 31 counted in January, 27 off, on again from 28 February
        [("2026-01-01", "2026-01-31"), ("2026-02-28", None)],
        [],
        # 43rd day: 31 in January, then the 12th day from 28 February
        {"probleemanalyse": "2026-03-11", "einde_wachttijd": "2028-01-26"},
    ),
    "de zes weken vallen precies in de onderbreking": (
        # 42 days counted to 11 February; the next day that counts is 1 March
        [("2026-01-01", "2026-02-11"), ("2026-03-01", None)],
        [],
        {"probleemanalyse": "2026-03-01", "einde_wachttijd": "2028-01-16"},
    ),
    "drie perioden": (
        # 10 + 10 counted, twice 10 off, then on from 10 February
        [("2026-01-01", "2026-01-10"), ("2026-01-21", "2026-01-30"), ("2026-02-10", None)],
        [],
        {"probleemanalyse": "2026-03-04", "einde_wachttijd": "2028-01-19"},
    ),
    "verlof van 112 dagen in het verzuim": (
        [("2026-01-01", None)],
        [("2026-06-01", "2026-09-20")],
        {
            "probleemanalyse": "2026-02-12",
            "melding_42e_week": "2027-02-11",  # D + 294 + 112
            "einde_wachttijd": "2028-04-20",  # D + 728 + 112
        },
    ),
    "verlof vanaf de eerste dag van het verzuim": (
        # the first day that counts is the one after the leave
        [("2025-12-01", None)],
        [("2025-11-01", "2025-12-31")],
        {"probleemanalyse": "2026-02-12", "einde_wachttijd": "2027-12-30"},
    ),
}


@pytest.mark.parametrize("naam", SAMEN)
def test_samengesteld_verzuim_en_verlof(naam: str) -> None:
    """Alleen ziektedagen tellen; onderbreking en verlof schuiven op wat nog komt."""
    periodes, verlof, verwacht = SAMEN[naam]
    wat = geteld(zaak(periodes, verlof=verlof, eerste="2026-01-01", besluit="Besloten."))

    assert {sleutel: str(wat.mijlpaal(sleutel).uiterlijk) for sleutel in verwacht} == verwacht


def test_naast_een_verschoven_datum_staat_de_kalenderdatum() -> None:
    """De probleemanalyse valt in de onderbreking: op de eerstvolgende ziektedag, met de kalenderdatum ernaast."""
    mijlpaal = geteld(zaak([("2026-01-01", "2026-02-11"), ("2026-03-01", None)])).mijlpaal("probleemanalyse")

    assert (mijlpaal.uiterlijk, mijlpaal.kalenderdatum) == (datum("2026-03-01"), datum("2026-02-12"))


def test_een_mijlpaal_die_al_voorbij_is_houdt_haar_datum() -> None:
    """Een onderbreking in april verschuift de probleemanalyse van februari niet, en de 42e week wel."""
    wat = geteld(zaak([("2026-01-01", "2026-04-10"), ("2026-04-21", None)]))

    assert wat.mijlpaal("probleemanalyse").uiterlijk == dag(42)
    assert wat.mijlpaal("melding_42e_week").uiterlijk == dag(294 + 10)


# ── what was really done moves what follows ──────────────────────────────────────────────────────


def test_het_plan_volgt_twee_weken_na_de_echte_probleemanalyse() -> None:
    """Een analyse in week 4 geeft een plan in week 6, een late analyse een later plan."""
    for op, uiterlijk in (("2026-01-22", "2026-02-05"), ("2026-03-02", "2026-03-16")):
        mijlpaal = geteld(zaak(stukken=[stuk("probleemanalyse", op)]), datum("2026-04-01")).mijlpaal(
            "plan_van_aanpak"
        )

        assert (str(mijlpaal.uiterlijk), mijlpaal.gerekend_vanaf) == (uiterlijk, datum(op))


def test_een_concept_van_de_analyse_verschuift_het_plan_niet() -> None:
    """Zolang de analyse niet vaststaat, telt haar uiterste dag."""
    wat = zaak(stukken=[stuk("probleemanalyse", "2026-01-22", status="concept")])
    mijlpaal = geteld(wat, datum("2026-04-01")).mijlpaal("plan_van_aanpak")

    assert mijlpaal.uiterlijk == datum("2026-02-26")


def test_spoor_2_volgt_zes_weken_na_de_echte_evaluatie() -> None:
    """Een evaluatie in week 47 haalt spoor 2 naar voren."""
    evaluatie = stuk("eerstejaarsevaluatie", "2026-11-24")
    mijlpaal = geteld(zaak(stukken=[evaluatie]), datum("2026-12-01")).mijlpaal("spoor_2")

    assert (str(mijlpaal.uiterlijk), mijlpaal.gerekend_vanaf) == ("2027-01-05", datum("2026-11-24"))


def test_elke_evaluatie_volgt_zes_weken_na_de_vorige() -> None:
    """Gerekend vanaf het plan, en daarna vanaf elk gesprek."""
    stukken = [
        stuk("probleemanalyse", "2026-02-12"),
        stuk("plan-van-aanpak", "2026-02-26"),
        stuk("bijstelling-plan-van-aanpak", "2026-04-09", 1),
        stuk("bijstelling-plan-van-aanpak", "2026-05-25", 2),
    ]
    evaluaties = geteld(zaak(stukken=stukken), datum("2026-06-01")).alle("evaluatie")

    assert [(m.volgnummer, str(m.uiterlijk), m.stand) for m in evaluaties] == [
        (1, "2026-04-09", Stand.OP_TIJD),
        (2, "2026-05-21", Stand.TE_LAAT_VOLDAAN),
        (3, "2026-07-06", Stand.OPEN),
    ]


def test_verlof_telt_niet_tussen_twee_evaluaties() -> None:
    """Vier weken verlof verschuiven de volgende evaluatie met vier weken."""
    stukken = [stuk("probleemanalyse", "2026-02-12"), stuk("plan-van-aanpak", "2026-02-26")]
    wat = zaak(stukken=stukken, verlof=[("2026-03-02", "2026-03-29")], besluit="Besloten.")

    assert geteld(wat, datum("2026-03-01")).mijlpaal("evaluatie").uiterlijk == datum("2026-05-07")


def test_na_een_bijgestelde_analyse_wordt_het_plan_in_twee_weken_bijgesteld() -> None:
    """De eerste evaluatie op of na de bijstelling telt als bijgesteld plan."""
    stukken = [
        stuk("probleemanalyse", "2026-02-12"),
        stuk("plan-van-aanpak", "2026-02-26"),
        stuk("bijstelling-probleemanalyse", "2026-04-20", 1),
        stuk("bijstelling-plan-van-aanpak", "2026-05-05", 1),
    ]
    mijlpaal = geteld(zaak(stukken=stukken), datum("2026-06-01")).mijlpaal("bijstelling_plan")

    assert (str(mijlpaal.uiterlijk), mijlpaal.voldaan_op, mijlpaal.stand) == (
        "2026-05-04",
        datum("2026-05-05"),
        Stand.TE_LAAT_VOLDAAN,
    )


STANDEN = [
    # date of the analysis, peildatum, state
    (None, "2026-02-12", Stand.OPEN),
    (None, "2026-02-13", Stand.TE_LAAT),
    ("2026-02-12", "2026-02-20", Stand.OP_TIJD),
    ("2026-02-13", "2026-02-20", Stand.TE_LAAT_VOLDAAN),
    ("2026-02-10", "2026-02-09", Stand.OPEN),
]


@pytest.mark.parametrize(("op", "peildatum", "stand"), STANDEN)
def test_de_stand_van_een_mijlpaal(op: str | None, peildatum: str, stand: Stand) -> None:
    """Op de uiterste dag is het nog op tijd; wat na de peildatum ligt, is nog niet gebeurd."""
    stukken = [stuk("probleemanalyse", op)] if op else []

    assert geteld(zaak(stukken=stukken), datum(peildatum)).mijlpaal("probleemanalyse").stand is stand


def test_wie_herstelt_voor_week_6_krijgt_geen_analyse() -> None:
    """Zonder ziektedagen heeft een mijlpaal geen datum."""
    wat = geteld(zaak([("2026-01-01", "2026-02-11")]), datum("2026-06-01"))
    mijlpaal = wat.mijlpaal("probleemanalyse")

    assert (mijlpaal.uiterlijk, mijlpaal.stand) == (None, Stand.NIET_VAN_TOEPASSING)


@pytest.mark.parametrize(
    ("peildatum", "stand"), [("2026-03-12", Stand.TE_LAAT), ("2026-03-13", Stand.NIET_VAN_TOEPASSING)]
)
def test_wie_lang_genoeg_hersteld_is_hoeft_niets_meer(peildatum: str, stand: Stand) -> None:
    """Zolang nieuwe ziekte zou meetellen, blijft een gemiste mijlpaal staan; vier weken na het herstel niet meer."""
    wat = geteld(zaak([("2026-01-01", "2026-02-12")]), datum(peildatum))

    assert wat.mijlpaal("probleemanalyse").stand is stand


def test_na_een_volle_wachttijd_is_herstel_geen_uitvlucht() -> None:
    """De WIA-aanvraag die ontbrak, blijft te laat."""
    wat = geteld(zaak([("2026-01-01", "2027-12-29")]), datum("2028-06-01"))

    assert wat.mijlpaal("wia_aanvraag").stand is Stand.TE_LAAT


def test_verlof_tegen_het_einde_verschuift_verslag_en_aanvraag() -> None:
    """Zestien weken verlof vanaf week 93: 13 en 11 weken voor het nieuwe einde."""
    wat = geteld(zaak(verlof=[("2027-10-16", "2028-02-04")], besluit="Besloten."))

    assert wat.einde.wachttijd == datum("2028-04-20")
    assert [str(wat.mijlpaal(s).uiterlijk) for s in ("verslag", "wia_aanvraag", "besluit_loonsanctie")] == [
        "2028-01-20",
        "2028-02-03",
        "2028-03-09",
    ]


def test_een_stuk_van_na_de_peildatum_verschuift_nog_niets() -> None:
    """Een analyse die er nog niet is, begint geen termijn."""
    wat = geteld(zaak(stukken=[stuk("probleemanalyse", "2026-02-05")]), datum("2026-02-04"))

    assert wat.mijlpaal("plan_van_aanpak").gerekend_vanaf == datum("2026-02-12")


def test_een_termijn_die_voorbij_was_houdt_haar_datum() -> None:
    """Een onderbreking in week 101 schuift het einde op, en het verslag van week 91 niet."""
    wat = geteld(zaak([("2026-01-01", str(dag(700))), (str(dag(721)), None)]))

    assert wat.mijlpaal("verslag").uiterlijk == dag(637)
    assert wat.einde.wachttijd == dag(728 + 20)


def test_wie_na_het_dienstverband_ziek_wordt_heeft_geen_werkgever_meer() -> None:
    """De verzekering werkt misschien na; de plichten van de werkgever niet."""
    wat = geteld(zaak(dienstverband={"uit_dienst": "2025-12-20"}), datum("2027-05-01"))

    for sleutel in (
        "probleemanalyse",
        "plan_van_aanpak",
        "melding_42e_week",
        "eerstejaarsevaluatie",
        "verslag",
    ):
        assert wat.mijlpaal(sleutel).stand is Stand.NIET_VAN_TOEPASSING


def test_zonder_mogelijkheden_komt_er_geen_plan_en_geen_spoor_2() -> None:
    """Tot een bijgestelde analyse wel mogelijkheden ziet: dan begint de termijn van het plan."""
    geen = stuk("probleemanalyse", "2026-02-12", mogelijkheden={"benutbaar": "nee_tijdelijk"})
    wel = stuk("bijstelling-probleemanalyse", "2026-05-04", 1)
    zonder, met = (geteld(zaak(stukken=deel), datum("2026-06-01")) for deel in ([geen], [geen, wel]))

    for sleutel in ("plan_van_aanpak", "spoor_2", "eerstejaarsevaluatie", "eindevaluatie"):
        assert zonder.mijlpaal(sleutel).stand is Stand.NIET_VAN_TOEPASSING
    assert met.mijlpaal("plan_van_aanpak").uiterlijk == datum("2026-05-18")


# ── what UWV or the parties decided ──────────────────────────────────────────────────────────────

EINDEN: dict[str, tuple[Mapping[str, Any], Eindgrond, str, str, str]] = {
    # decisions, ground, end of the waiting period, day to count back from, final end
    "niets besloten": ({}, Eindgrond.WACHTTIJD, "2027-12-30", "2027-12-30", "2027-12-30"),
    "verkort": (
        {"verkorte_wachttijd": [{"aangevraagd_op": "2026-06-01", "toegekend_per": "2026-09-01"}]},
        Eindgrond.VERKORT, "2027-12-30", "2026-09-01", "2026-09-01",
    ),
    "alleen aangevraagd": (
        {"verkorte_wachttijd": [{"aangevraagd_op": "2026-06-01"}]},
        Eindgrond.WACHTTIJD, "2027-12-30", "2027-12-30", "2027-12-30",
    ),
    "26 weken verlengd": (
        {"verlenging": {"aangevraagd_op": "2027-09-01", "gezamenlijk": "ja", "tot_en_met": "2028-06-28"}},
        Eindgrond.VERLENGD, "2027-12-30", "2028-06-29", "2028-06-29",
    ),
    "verlengd en weer verkort": (
        {
            "verlenging": {
                "aangevraagd_op": "2027-09-01", "gezamenlijk": "ja", "tot_en_met": "2028-06-28",
                "verkorting_gevraagd_op": "2028-01-10", "verkort_tot_en_met": "2028-04-12",
            }
        },
        Eindgrond.VERLENGD, "2027-12-30", "2028-04-13", "2028-04-13",
    ),
    "niet samen gevraagd": (
        {"verlenging": {"aangevraagd_op": "2027-09-01", "gezamenlijk": "nee", "tot_en_met": "2028-06-28"}},
        Eindgrond.WACHTTIJD, "2027-12-30", "2027-12-30", "2027-12-30",
    ),
    "loonsanctie van 52 weken": (
        {"loonsanctie": {"besluit_op": "2027-11-10", "weken": "52"}},
        Eindgrond.LOONSANCTIE, "2027-12-30", "2027-12-30", "2028-12-28",
    ),
    "een langere sanctie bestaat niet": (
        {"loonsanctie": {"besluit_op": "2027-11-10", "weken": "53"}},
        Eindgrond.WACHTTIJD, "2027-12-30", "2027-12-30", "2027-12-30",
    ),
    "een sanctie na de wachttijd bestaat niet": (
        {"loonsanctie": {"besluit_op": "2027-12-30", "weken": "52"}},
        Eindgrond.WACHTTIJD, "2027-12-30", "2027-12-30", "2027-12-30",
    ),
    "een verlenging van minder dan 13 weken bestaat niet": (
        {"verlenging": {"aangevraagd_op": "2027-09-01", "gezamenlijk": "ja", "tot_en_met": "2028-03-28"}},
        Eindgrond.WACHTTIJD, "2027-12-30", "2027-12-30", "2027-12-30",
    ),
    "een verkorting binnen tien weken na de aanvraag bestaat niet": (
        {"verkorte_wachttijd": [{"aangevraagd_op": "2026-06-01", "toegekend_per": "2026-08-09"}]},
        Eindgrond.WACHTTIJD, "2027-12-30", "2027-12-30", "2027-12-30",
    ),
    "hersteld gemeld, UWV moet nog beslissen": (
        # 2028-03-01 + 21 + 42
        {"loonsanctie": {"besluit_op": "2027-11-10", "weken": "52", "herstel_gemeld_op": "2028-03-01"}},
        Eindgrond.LOONSANCTIE, "2027-12-30", "2027-12-30", "2028-05-03",
    ),
    "UWV besliste snel": (
        # 2028-03-08 + 42
        {
            "loonsanctie": {
                "besluit_op": "2027-11-10", "weken": "52",
                "herstel_gemeld_op": "2028-03-01", "besluit_bekorting_op": "2028-03-08",
            }
        },
        Eindgrond.LOONSANCTIE, "2027-12-30", "2027-12-30", "2028-04-19",
    ),
    "UWV besliste negen dagen te laat": (
        # 2028-03-31 + 42 - 9: the day that it would have been
        {
            "loonsanctie": {
                "besluit_op": "2027-11-10", "weken": "52",
                "herstel_gemeld_op": "2028-03-01", "besluit_bekorting_op": "2028-03-31",
            }
        },
        Eindgrond.LOONSANCTIE, "2027-12-30", "2027-12-30", "2028-05-03",
    ),
    "UWV besliste veel te laat": (
        # not before the decision itself
        {
            "loonsanctie": {
                "besluit_op": "2027-11-10", "weken": "52",
                "herstel_gemeld_op": "2028-03-01", "besluit_bekorting_op": "2028-06-01",
            }
        },
        Eindgrond.LOONSANCTIE, "2027-12-30", "2027-12-30", "2028-06-01",
    ),
    "hersteld gemeld tegen het einde van de sanctie": (
        {"loonsanctie": {"besluit_op": "2027-11-10", "weken": "52", "herstel_gemeld_op": "2028-12-01"}},
        Eindgrond.LOONSANCTIE, "2027-12-30", "2027-12-30", "2028-12-28",
    ),
}  # fmt: skip


@pytest.mark.parametrize("naam", EINDEN)
def test_wat_het_einde_verschuift(naam: str) -> None:
    """Verkorting, verlenging en loonsanctie, elk met de hand geteld."""
    besluiten, grond, wachttijd, verslag, uiteindelijk = EINDEN[naam]
    einde = geteld(zaak(**besluiten)).einde

    assert (einde.grond, str(einde.wachttijd), str(einde.verslag), str(einde.uiteindelijk)) == (
        grond,
        wachttijd,
        verslag,
        uiteindelijk,
    )


def test_verlof_onderbreekt_een_loonsanctie() -> None:
    """Zestien weken verlof in de sanctie maken haar zestien weken later af."""
    sanctie = {"besluit_op": "2027-11-10", "weken": "52"}
    einde = geteld(zaak(verlof=[("2028-03-01", "2028-06-20")], loonsanctie=sanctie)).einde

    assert einde.uiteindelijk == datum("2028-12-28") + dt.timedelta(days=112)


def test_na_een_verlenging_schuiven_verslag_en_aanvraag_mee() -> None:
    """13 en 11 weken vóór het nieuwe einde."""
    verlenging = {"aangevraagd_op": "2027-09-01", "gezamenlijk": "ja", "tot_en_met": "2028-06-28"}
    wat = geteld(zaak(verlenging=verlenging))

    assert [
        str(wat.mijlpaal(sleutel).uiterlijk) for sleutel in ("eindevaluatie", "verslag", "wia_aanvraag")
    ] == [
        "2028-03-30",
        "2028-03-30",
        "2028-04-13",
    ]


def test_bij_een_verkorte_wachttijd_wordt_geen_verslag_getoetst() -> None:
    """Verslag, aanvraag en slotstukken vervallen."""
    aanvraag = [{"aangevraagd_op": "2026-06-01", "toegekend_per": "2026-09-01"}]
    wat = geteld(zaak(verkorte_wachttijd=aanvraag), datum("2026-10-01"))
    vervallen = {m.sleutel for m in wat.mijlpalen if m.stand is Stand.NIET_VAN_TOEPASSING}

    assert {
        "verslag",
        "wia_aanvraag",
        "eindevaluatie",
        "eerstejaarsevaluatie",
        "melding_42e_week",
    } <= vervallen
    assert wat.mijlpaal("einde_wachttijd").uiterlijk == datum("2026-09-01")


UIT_DIENST = [
    # last day of the employment, recovery expected, which verslag
    ("2026-02-10", "nee", Verslagsoort.GEEN),  # 41 days
    ("2026-02-11", "nee", Verslagsoort.VERKORT),  # 42 days
    ("2026-03-10", "nee", Verslagsoort.VERKORT),  # 69 days
    ("2026-03-11", "nee", Verslagsoort.VOLLEDIG),  # 70 days
    ("2026-03-11", "ja", Verslagsoort.VERKORT),
    ("2026-02-10", "ja", Verslagsoort.GEEN),
    ("2027-09-29", "nee", Verslagsoort.VOLLEDIG),
]


def test_eindigt_het_dienstverband_na_week_91_dan_is_het_verslag_er_al() -> None:
    """De gewone dag ligt dan eerder dan de laatste van het dienstverband, ook in een loonsanctie."""
    laat = geteld(zaak(dienstverband={"uit_dienst": "2027-12-20"}, ziek_uit_dienst={}))
    sanctie = {"besluit_op": "2027-11-10", "weken": "52"}
    later = geteld(zaak(dienstverband={"uit_dienst": "2028-03-12"}, ziek_uit_dienst={}, loonsanctie=sanctie))

    for wat in (laat, later):
        assert wat.uit_dienst is not None
        for sleutel in ("verslag", "eindevaluatie", "actueel_oordeel"):
            assert wat.mijlpaal(sleutel).uiterlijk == datum("2027-09-30")


@pytest.mark.parametrize(("uit", "herstel", "soort"), UIT_DIENST)
def test_het_verslag_bij_het_einde_van_het_dienstverband(uit: str, herstel: str, soort: Verslagsoort) -> None:
    """Geen verslag onder zes weken, verkort onder tien of bij snel herstel, anders volledig; op de laatste dag."""
    blok = {"herstel_verwacht": herstel}
    wat = geteld(zaak(dienstverband={"uit_dienst": uit}, ziek_uit_dienst=blok))
    verslag = wat.mijlpaal("verslag")

    assert (wat.uit_dienst, wat.verslagsoort, verslag.uiterlijk) == (datum(uit), soort, datum(uit))
    assert (verslag.stand is Stand.NIET_VAN_TOEPASSING) == (soort is Verslagsoort.GEEN)


@pytest.mark.parametrize("uit", ["2027-12-29", "2028-03-01", "2025-12-31"])
def test_een_dienstverband_dat_niet_tijdens_het_verzuim_eindigt(uit: str) -> None:
    """Op de laatste dag van de wachttijd of later, of al voor het verzuim: dat is geen ziek uit dienst."""
    assert geteld(zaak(dienstverband={"uit_dienst": uit})).uit_dienst is None


def test_na_het_dienstverband_heeft_de_werkgever_niets_meer_te_doen() -> None:
    """Wat na de laatste dag valt, vervalt; de werknemer vraagt zelf WIA aan."""
    wat = geteld(zaak(dienstverband={"uit_dienst": "2026-06-30"}, ziek_uit_dienst={}))

    assert wat.mijlpaal("melding_42e_week").stand is Stand.NIET_VAN_TOEPASSING
    assert wat.mijlpaal("verslag_indienen").stand is Stand.NIET_VAN_TOEPASSING
    assert wat.mijlpaal("wia_aanvraag").stand is Stand.NIET_VAN_TOEPASSING


def test_een_eigenrisicodrager_moet_zelf_oordelen() -> None:
    """Wie het ziekengeld zelf draagt, begeleidt na het dienstverband verder."""
    dienstverband = {"uit_dienst": "2026-06-30", "eigenrisicodrager_zw": "ja"}
    mijlpaal = geteld(zaak(dienstverband=dienstverband, ziek_uit_dienst={})).mijlpaal("eerstejaarsevaluatie")

    assert (mijlpaal.stand, mijlpaal.oordeel) == (Stand.NIET_VAN_TOEPASSING, True)


@pytest.mark.parametrize(
    ("geboren", "aow"),
    [
        ("1957-02-28", "2023-12-28"),  # 66 years and 10 months, still in 2023
        ("1957-03-01", "2024-03-01"),  # 67 years
        ("1960-12-31", "2027-12-31"),
        ("1961-01-01", "2028-04-01"),  # 67 years and 3 months
    ],
)
def test_de_aow_leeftijd_is_die_van_de_dag_waarop_zij_wordt_bereikt(geboren: str, aow: str) -> None:
    """Beide kanten van de verhoging in 2024 en in 2028."""
    assert geteld(zaak(geboren=geboren)).aow == datum(aow)


def test_na_de_aow_leeftijd_oordeelt_een_mens() -> None:
    """Een mijlpaal op of na die dag heeft geen stand van haarzelf; de dag ervoor nog wel."""
    wat = geteld(zaak(geboren="1959-10-22"))  # 67 on the day of the report in week 42
    vroeg, laat = wat.mijlpaal("plan_van_aanpak"), wat.mijlpaal("melding_42e_week")

    assert (vroeg.stand, vroeg.oordeel) == (Stand.OPEN, False)
    assert (laat.stand, laat.oordeel) == (Stand.NIET_VAN_TOEPASSING, True)
    assert geteld(zaak(geboren="1959-10-23")).mijlpaal("melding_42e_week").stand is Stand.OPEN


# ── own protocols ────────────────────────────────────────────────────────────────────────────────


def met_protocol(sleutel: str) -> Mijlpaal:
    protocol = laad_protocol("uitzendwerkgever", Sjablonen.standaard())
    uitkomst, _ = kalender(zaak(), dag(0), (protocol,))
    assert uitkomst is not None
    return uitkomst.mijlpaal(sleutel)


def test_een_protocol_staat_naast_de_wet_en_nooit_ervoor_in_de_plaats() -> None:
    """De eerstejaarsevaluatie in week 44 staat naast die van de wet, met wat er afwijkt."""
    mijlpaal = met_protocol("eerstejaarsevaluatie")
    week_44 = [eigen for eigen in mijlpaal.protocol if eigen.uiterlijk == dag(7 * 44)]

    assert mijlpaal.uiterlijk == dag(364)
    assert len(week_44) == 1
    assert week_44[0].afwijking
    assert geteld(zaak()).mijlpaal("eerstejaarsevaluatie").protocol == ()
