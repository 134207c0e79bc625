"""What UWV or the parties decided, an employment that ends, the AOW age: what they do to the calendar."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

import pytest
from bouw import datum, geteld, zaak

from dossiergen.termijnen import Eindgrond, Stand
from dossiergen.zaak.gegevens import Verslagsoort

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
