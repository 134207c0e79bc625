"""How long a file is kept: from which day, until which day, and when nobody knows."""

import datetime as dt
from typing import Any

import pytest
from bouw import datum, stuk, zaak
from hypothesis import given
from hypothesis import strategies as st

from dossiergen.recht import recht
from dossiergen.termijnen import Bewaartermijn, bewaartermijn, bewaartermijn_medisch, kalender
from dossiergen.zaak import Zaak

DAGEN = st.dates(dt.date(2017, 7, 1), dt.date(2150, 12, 31))
PEILDATUM = dt.date(2030, 1, 1)


def van(een: Zaak) -> tuple[str, str, str] | None:
    """Key, first and last day."""
    termijn = bewaartermijn(een, kalender(een, PEILDATUM)[0], recht())
    return (termijn.sleutel, str(termijn.sinds), str(termijn.tot_en_met)) if termijn else None


OPEN = "bewaren_reintegratiedossier"
HERSTELD = (("2026-01-01", "2026-03-10"),)
ZIEK = (("2026-01-01", None),)
GEVALLEN: dict[str, tuple[Any, dict[str, Any], tuple[str, str, str] | None]] = {
    "hersteld": (HERSTELD, {}, (OPEN, "2026-03-10", "2028-03-10")),
    "hersteld in dienst": (HERSTELD, {"uit_dienst": "2027-01-31"}, (OPEN, "2026-03-10", "2028-03-10")),
    "twee perioden": (
        (("2026-01-01", "2026-01-20"), ("2026-02-01", "2026-03-10")),
        {},
        (OPEN, "2026-03-10", "2028-03-10"),
    ),
    "ziek uit dienst": (ZIEK, {"uit_dienst": "2026-05-31"}, (OPEN, "2026-05-31", "2028-05-31")),
    "ziek tot het einde van de wachttijd": (ZIEK, {}, (OPEN, "2027-12-29", "2029-12-29")),
    "na de wachttijd uit dienst": (ZIEK, {"uit_dienst": "2028-06-30"}, (OPEN, "2028-06-30", "2030-06-30")),
    "eigenrisicodrager voor de Ziektewet": (
        ZIEK,
        {"uit_dienst": "2026-05-31", "eigenrisicodrager_zw": "ja"},
        ("bewaren_eigenrisico_ziektewet", "2026-05-31", "2031-05-31"),
    ),
    "eigenrisicodrager voor beide": (
        HERSTELD,
        {"uit_dienst": "2026-05-31", "eigenrisicodrager_zw": "ja", "eigenrisicodrager_wga": "ja"},
        ("bewaren_eigenrisico_wga", "2026-05-31", "2036-05-31"),
    ),
    "ziek na het dienstverband": (
        ZIEK,
        {"uit_dienst": "2025-12-15"},
        (OPEN, "2027-12-29", "2029-12-29"),
    ),
    "eigenrisicodrager, nog in dienst": (HERSTELD, {"eigenrisicodrager_wga": "ja"}, None),
}


@pytest.mark.parametrize("naam", GEVALLEN)
def test_de_langste_termijn_die_geldt(naam: str) -> None:
    """Herstel gaat voor het einde van het dienstverband, en dat voor het einde van de loondoorbetaling."""
    periodes, dienstverband, verwacht = GEVALLEN[naam]

    assert van(zaak(periodes, dienstverband=dienstverband)) == verwacht


def test_een_loonsanctie_schuift_het_einde_op() -> None:
    """De werkgever re-integreert zolang hij loon betaalt."""
    sanctie = {"besluit_op": "2027-11-01", "weken": "52"}

    assert van(zaak(ZIEK, loonsanctie=sanctie)) == (OPEN, "2028-12-27", "2030-12-27")


def test_zolang_er_stukken_bijkomen_loopt_de_reintegratie() -> None:
    """Een stuk van na het herstel schuift het begin van de termijn op."""
    later = stuk("eindevaluatie", "2026-06-15")

    assert van(zaak(HERSTELD, stukken=[later])) == (OPEN, "2026-06-15", "2028-06-15")


def test_zonder_kalender_is_er_geen_termijn() -> None:
    """Klopt het verzuim niet, dan weet niemand wanneer het eindigde."""
    assert bewaartermijn(zaak(HERSTELD), None, recht()) is None


def medisch(*dagen: str) -> tuple[int, str] | None:
    termijn = bewaartermijn_medisch([datum(dag) for dag in dagen], recht())
    return (termijn.jaren, str(termijn.tot_en_met)) if termijn else None


def test_het_medische_deel_wordt_langer_bewaard() -> None:
    """Het laatste stuk telt; een langere termijn van later geldt ook voor wat er al lag."""
    assert medisch("2026-02-12", "2026-03-24", "2026-03-01") == (20, "2046-03-24")
    assert medisch("2018-06-01") == (20, "2038-06-01")
    assert medisch("2015-06-01") == (20, "2035-06-01")
    assert medisch() is None


def _twee_jaar_na(dag: dt.date) -> Bewaartermijn:
    een = zaak(((str(dag - dt.timedelta(days=30)), str(dag)),))
    termijn = bewaartermijn(een, kalender(een, dag)[0], recht())
    assert termijn
    return termijn


@given(dag=DAGEN)
def test_een_termijn_eindigt_op_dezelfde_dag_van_het_jaar(dag: dt.date) -> None:
    """Die dag hoort er nog bij, de dag erna niet; 29 februari wordt 28 februari als er geen andere is."""
    termijn = _twee_jaar_na(dag)
    laatste = termijn.tot_en_met

    assert (termijn.sinds, termijn.jaren, laatste.year, laatste.month) == (dag, 2, dag.year + 2, dag.month)
    assert laatste.day == (28 if (dag.month, dag.day) == (2, 29) else dag.day)
    assert not termijn.is_voorbij(laatste)
    assert termijn.is_voorbij(laatste + dt.timedelta(days=1))


@given(dag=DAGEN)
def test_wie_later_eindigt_bewaart_niet_korter(dag: dt.date) -> None:
    """Ook rond een schrikkeldag."""
    assert _twee_jaar_na(dag).tot_en_met <= _twee_jaar_na(dag + dt.timedelta(days=1)).tot_en_met
