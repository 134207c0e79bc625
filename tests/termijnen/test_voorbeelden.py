"""Worked examples: each date counted by hand beside the one that the calendar gives."""

import pytest
from bouw import dag, datum, geteld, stuk, zaak

from dossiergen.recht import laad_protocol
from dossiergen.sjablonen import Sjablonen
from dossiergen.termijnen import Kalender, Mijlpaal, Stand, kalender

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
