"""The course of events: periods, leave, hours, documents and terms, by date and as a whole."""

import datetime as dt
from typing import Any

from bouw import stuk, zaak
from calhulp import DUURZAAM, GEEN_GESPREKKEN, D, dag
from compleethulp import INGEDIEND, compleet

from dossiergen.overzicht import Gebeurtenis, maak_overzicht
from dossiergen.zaak import Zaak

Regel = tuple[int, str, str, int | None, str]
"""On which day (counted from the first), what kind, what it was, the last day in time, and how it stands."""

CONCEPT = {"status": "concept"}


def _op(wat: Zaak, peildag: int) -> tuple[Gebeurtenis, ...]:
    return maak_overzicht(wat, D + dt.timedelta(days=peildag)).gebeurtenissen


def _nummer(datum: dt.date | None) -> int | None:
    return None if datum is None else (datum - D).days


def _regels(wat: Zaak, peildag: int) -> list[Regel]:
    return [
        (
            (feit.datum - D).days,
            feit.soort.value,
            feit.drager.stuk if feit.drager else feit.titel,
            _nummer(feit.uiterlijk),
            feit.stand.value if feit.stand else "",
        )
        for feit in _op(wat, peildag)
    ]


def _van(regels: list[Regel], *namen: str) -> list[Regel]:
    return [regel for regel in regels if regel[2] in namen]


EINDE = "Einde van de wachttijd, eerste dag WIA"


def test_het_verloop_van_een_heel_dossier() -> None:
    """Elk stuk met zijn eigen termijn, ook als het een andere haalt, elke melding, en wat nog open is; op volgorde van datum."""
    gesprekken = [
        (nummer, "stuk", f"bijstelling-plan-van-aanpak-{volg:02}", nummer, "voldaan_op_tijd")
        for volg, nummer in enumerate((94, 136, 178, 220, 262, 304, 388, 430, 472, 514, 556, 598), 1)
    ]
    niet_nodig: dict[str, Any] = {
        "eerstejaarsevaluatie": {"spoor2": {"besluit": "niet_nodig", "grond": "concreet_perspectief"}}
    }

    assert _regels(compleet(niet_nodig), INGEDIEND) == [
        (0, "verzuim", "", None, ""),
        (0, "termijn", "Casemanager aangewezen, dossier geopend", 52, "voldaan_op_tijd"),
        (1, "termijn", "Melding aan de arbodienst", 7, "voldaan_op_tijd"),
        (38, "stuk", "probleemanalyse", 42, "voldaan_op_tijd"),
        (52, "stuk", "plan-van-aanpak", 52, "voldaan_op_tijd"),
        *gesprekken[:5],
        (294, "termijn", "42e-weeksmelding aan UWV", 294, "voldaan_op_tijd"),
        gesprekken[5],
        (346, "stuk", "eerstejaarsevaluatie", 364, "voldaan_op_tijd"),
        *gesprekken[6:],
        (623, "stuk", "actueel-oordeel", 637, "voldaan_op_tijd"),
        (630, "stuk", "eindevaluatie", 637, "voldaan_op_tijd"),
        (637, "termijn", "Medische informatie aan de werknemer gegeven", 637, "voldaan_op_tijd"),
        (637, "termijn", "Re-integratieverslag klaar, kopie aan de werknemer", 637, "voldaan_op_tijd"),
        (651, "termijn", "WIA-aanvraag", 651, "voldaan_op_tijd"),
        (652, "termijn", "Verslag naar UWV", 652, "voldaan_op_tijd"),
        (728, "termijn", EINDE, 728, "open"),
    ]


_UREN = {"uren_per_week": "12,5", "werk": "eigen_werk_aangepast", "loonwaarde_procent": "80"}
_ONDERBROKEN = zaak(
    [(dag(0), dag(29)), (dag(40), None)],
    verlof=[(dag(60), dag(80))],
    besluit="Besloten.",
    hervattingen=[{"vanaf": dag(40), **_UREN}, {"vanaf": dag(81), "uren_per_week": "0", "werk": "geen_werk"}],
    stukken=[stuk("probleemanalyse", dag(40))],
)


def _wat_duurt(peildag: int) -> list[tuple[Any, ...]]:
    """Day, kind, last day; then hours, work and what it is worth."""
    return [
        (
            (feit.datum - D).days,
            feit.soort.value,
            _nummer(feit.tot_en_met),
            feit.uren_per_week,
            feit.werk,
            feit.loonwaarde_procent,
        )
        for feit in _op(_ONDERBROKEN, peildag)
        if feit.soort.value != "termijn"
    ]


def test_perioden_verlof_en_uren() -> None:
    """Met hun laatste dag, of zonder als het nog duurt; wat langer duurt staat op één dag vooraan."""
    assert _wat_duurt(90) == [
        (0, "verzuim", 29, None, None, None),
        (40, "verzuim", None, None, None, None),
        (40, "hervatting", None, 12.5, "eigen_werk_aangepast", 80),
        (40, "stuk", None, None, None, None),
        (60, "verlof", 80, None, None, None),
        (81, "hervatting", None, 0, "geen_werk", None),
    ]


def test_wat_later_begint_of_eindigt_is_op_de_dag_zelf_nog_niet_bekend() -> None:
    """Op de laatste dag is een periode voorbij, de dag ervoor duurt zij nog."""
    assert _wat_duurt(0) == _wat_duurt(28) == [(0, "verzuim", None, None, None, None)]
    assert _wat_duurt(29) == [(0, "verzuim", 29, None, None, None)]
    assert [feit[:3] for feit in _wat_duurt(79)][-1] == (60, "verlof", None)
    assert [feit[:2] for feit in _wat_duurt(59)][-1] == (40, "stuk")


def test_gemist_te_laat_en_nog_te_doen() -> None:
    """Een gemiste termijn staat op haar laatste dag, een late op de dag waarop zij is gehaald."""
    regels = _regels(
        zaak(
            [(dag(0), None)],
            stukken=[stuk("probleemanalyse", dag(45)), stuk("plan-van-aanpak", dag(50), status="concept")],
            gemeld_aan_arbodienst=dag(9),
        ),
        60,
    )

    assert regels[:6] == [
        (0, "verzuim", "", None, ""),
        (0, "termijn", "Casemanager aangewezen, dossier geopend", 59, "voldaan_op_tijd"),
        (9, "termijn", "Melding aan de arbodienst", 7, "voldaan_te_laat"),
        (45, "stuk", "probleemanalyse", 42, "voldaan_te_laat"),
        (50, "stuk", "plan-van-aanpak", None, ""),
        (59, "termijn", "Plan van aanpak", 59, "te_laat"),
    ]
    assert _van(regels, "42e-weeksmelding aan UWV", EINDE) == [
        (294, "termijn", "42e-weeksmelding aan UWV", 294, "open"),
        (728, "termijn", EINDE, 728, "open"),
    ]


def test_een_stand_hoort_bij_de_dag_waarop_wordt_gekeken() -> None:
    """Open tot en met de laatste dag, en daarna te laat; wat is gedaan, blijft gedaan."""
    wat = zaak([(dag(0), None)], stukken=[stuk("probleemanalyse", dag(40))])
    standen = [
        [stand for *_, stand in _van(_regels(wat, peildag), "probleemanalyse", "Plan van aanpak")]
        for peildag in (40, 54, 55)
    ]

    assert standen == [
        ["voldaan_op_tijd", "open"],
        ["voldaan_op_tijd", "open"],
        ["voldaan_op_tijd", "te_laat"],
    ]


def test_na_het_einde_is_een_moment_verstreken() -> None:
    """Niemand kan het einde van de wachttijd halen, en niemand kan er te laat mee zijn."""
    assert _van(_regels(compleet(), 729), EINDE) == [(728, "termijn", EINDE, 728, "verstreken")]


def test_wat_niet_van_toepassing_is_staat_er_niet() -> None:
    """Geen plan en geen evaluatie waar geen mogelijkheden zijn, en geen regels van huisregels of van UWV."""
    zonder: dict[str, Any] = {"plan-van-aanpak": None, **GEEN_GESPREKKEN}
    zonder |= {"probleemanalyse": DUURZAAM, "eerstejaarsevaluatie": None, "eindevaluatie": None}
    titels = [regel[2] for regel in _regels(compleet(zonder), INGEDIEND)]

    assert titels == [
        "",
        "Casemanager aangewezen, dossier geopend",
        "Melding aan de arbodienst",
        "probleemanalyse",
        "42e-weeksmelding aan UWV",
        "actueel-oordeel",
        "Medische informatie aan de werknemer gegeven",
        "Re-integratieverslag klaar, kopie aan de werknemer",
        "WIA-aanvraag",
        "Verslag naar UWV",
        EINDE,
    ]


def test_zonder_kalender_staan_er_geen_termijnen() -> None:
    """Kloppen de perioden niet, dan blijft wat iemand heeft opgeschreven."""
    stukken = [stuk("probleemanalyse", dag(40))]
    wat = zaak([(dag(0), dag(30)), (dag(20), None)], stukken=stukken, gemeld_aan_arbodienst=dag(1))

    assert _regels(wat, 50) == [
        (0, "verzuim", "", None, ""),
        (20, "verzuim", "", None, ""),
        (40, "stuk", "probleemanalyse", None, ""),
    ]
