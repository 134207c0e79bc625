"""Which periods join, what is refused, and what a human must decide."""

import pytest
from bouw import dag, datum, geteld, telling, zaak

D = "2026-01-01"
KORT = ("2026-01-01", "2026-01-31")

BEZWAREN: dict[str, tuple[list[tuple[str, str | None]], list[tuple[str, str]], str, list[str]]] = {
    # periods, leave, first day of illness, what is found at peildatum 2027-06-01
    "een onderbreking van 27 dagen telt samen": ([KORT, ("2026-02-28", None)], [], D, []),
    "een onderbreking van 28 dagen begint een nieuw verzuim": (
        [KORT, ("2026-03-01", None)], [], D, ["CAL-06 verzuim.periodes.1.van"],
    ),
    "na 28 dagen is de tweede periode het verzuim": ([KORT, ("2026-03-01", None)], [], "2026-03-01", []),
    "na 27 dagen kan de tweede periode niet alleen staan": (
        [KORT, ("2026-02-28", None)], [], "2026-02-28", ["CAL-05 verzuim.periodes.1.van"],
    ),
    "zonder dag ertussen is het een periode": (
        [KORT, ("2026-02-01", None)], [], "2026-02-01", ["CAL-05 verzuim.periodes.1.van"],
    ),
    "een omgekeerde periode": (
        [("2026-01-01", "2025-12-31")], [], D, ["CAL-04 verzuim.periodes.0.tot_en_met"],
    ),
    "perioden die overlappen": (
        [KORT, ("2026-01-31", None)], [], D, ["CAL-04 verzuim.periodes.1.van"],
    ),
    "perioden in de verkeerde volgorde": (
        [("2026-03-01", None), KORT], [], D, ["CAL-04 verzuim.periodes.1.van"],
    ),
    "een periode zonder einde is niet de laatste": (
        [("2026-01-01", None), ("2026-03-01", None)], [], D, ["CAL-04 verzuim.periodes.0"],
    ),
    "omgekeerd verlof": (
        [("2026-01-01", None)], [("2026-05-01", "2026-04-30")], D, ["CAL-04 verzuim.verlof.0.tot_en_met"],
    ),
    "verlof dat overlapt": (
        [("2026-01-01", None)], [("2026-05-01", "2026-06-30"), ("2026-06-30", "2026-07-31")], D,
        ["CAL-04 verzuim.verlof.1.van"],
    ),
    "op de eerste ziektedag begint geen periode": (
        [("2026-01-02", None)], [], D, ["CAL-36 verzuim.eerste_ziektedag"],
    ),
    "de eerste ziektedag valt in verlof": (
        [("2026-01-01", None)], [("2025-12-01", "2026-01-10")], D, ["CAL-08 verzuim.eerste_ziektedag"],
    ),
    "de eerste dag na het verlof telt": (
        [("2026-01-01", None)], [("2025-12-01", "2026-01-10")], "2026-01-11", [],
    ),
    "ziek tot en na het verlof": (
        [KORT, ("2026-05-24", None)], [("2026-02-01", "2026-05-23")], D, ["CAL-07 verzuim.periodes.1"],
    ),
    "ziek na het verlof als nieuw verzuim": (
        [KORT, ("2026-05-24", None)], [("2026-02-01", "2026-05-23")], "2026-05-24", ["CAL-07 verzuim.periodes.1"],
    ),
    "27 dagen hersteld naast verlof": (
        [KORT, ("2026-06-20", None)], [("2026-02-01", "2026-05-23")], D, ["CAL-07 verzuim.periodes.1"],
    ),
    "28 dagen hersteld naast verlof": (
        [KORT, ("2026-06-21", None)], [("2026-02-01", "2026-05-23")], D, ["CAL-06 verzuim.periodes.1.van"],
    ),
    "een periode loopt over verlof heen": (
        [("2026-01-01", None)], [("2026-02-01", "2026-05-23")], D, ["CAL-07 verzuim.periodes.0"],
    ),
    "na verlof binnen een periode is het een nieuw verzuim": (
        [("2026-01-01", None)], [("2026-02-01", "2026-05-23")], "2026-05-24", ["CAL-07 verzuim.periodes.0"],
    ),
    "verlof op de naad van twee perioden": (
        [("2026-01-01", "2026-04-10"), ("2026-04-11", None)], [("2026-04-11", "2026-07-19")], D,
        ["CAL-07 verzuim.periodes.1"],
    ),
    "verlof over de naad van twee perioden": (
        [("2026-01-01", "2026-05-30"), ("2026-05-31", None)], [("2026-04-11", "2026-07-19")], D,
        ["CAL-07 verzuim.periodes.1"],
    ),
    "ziek in het verlof, 27 dagen na het herstel": (
        [KORT, ("2026-02-28", "2026-03-05"), ("2026-03-07", None)], [("2026-02-28", "2026-03-05")], D,
        ["CAL-07 verzuim.periodes.2"],
    ),
    "verlof met een verkeerd jaartal": (
        [("2026-01-01", None)], [("2026-02-01", "2099-03-01")], D, ["CAL-39 verzuim.verlof.0.tot_en_met"],
    ),
    "verlof na het verzuim": (
        [KORT], [("2026-03-01", "2026-06-01")], D, ["CAL-07 verzuim.verlof.0"],
    ),
    "verlof dat op het verzuim aansluit": ([KORT], [("2026-02-01", "2026-06-01")], D, []),
    "een verzuim van voor de bekende wet": (
        [("1900-01-01", None)], [], "1900-01-01", ["CAL-37 verzuim.eerste_ziektedag"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("naam", BEZWAREN)
def test_wat_samentelt_en_wat_niet_kan(naam: str) -> None:
    """De wet beslist waar zij kan; waar niet, wordt een mens gevraagd, en een onmogelijk verzuim krijgt geen datums."""
    periodes, verlof, eerste, verwacht = BEZWAREN[naam]
    kalender, bezwaren = telling(zaak(periodes, verlof=verlof, eerste=eerste), datum("2027-06-01"))

    assert bezwaren == verwacht
    assert (kalender is None) == any(not bezwaar.startswith("CAL-07") for bezwaar in verwacht)


def test_met_een_besluit_wordt_niets_meer_gevraagd() -> None:
    """Het besluit zegt waarom; de eerste ziektedag zegt wat."""
    periodes = [KORT, ("2026-05-24", None)]
    verlof = [("2026-02-01", "2026-05-23")]
    samen, los = (zaak(periodes, verlof=verlof, eerste=e, besluit="Besloten.") for e in (D, "2026-05-24"))

    assert telling(samen, datum("2027-06-01"))[1] == telling(los, datum("2027-06-01"))[1] == []
    assert geteld(samen).einde.wachttijd == dag(728 + 112)
    assert geteld(los).einde.wachttijd == dag(728, datum("2026-05-24"))


def test_zolang_niemand_besloot_staan_latere_datums_onder_voorbehoud() -> None:
    """Wat vóór het verlof valt, staat vast."""
    wat = geteld(zaak(verlof=[("2026-03-01", "2026-06-20")]))

    assert wat.open_sinds == datum("2026-06-21")
    assert not wat.mijlpaal("probleemanalyse").oordeel
    assert wat.mijlpaal("melding_42e_week").oordeel


def test_voor_het_einde_van_het_verlof_wordt_nog_niets_gevraagd() -> None:
    """Of iemand na het verlof nog ziek is, weet dan niemand."""
    wat = zaak(verlof=[("2026-03-01", "2026-06-20")])

    assert telling(wat, datum("2026-06-20"))[1] == []
    assert telling(wat, datum("2026-06-21"))[1] == ["CAL-07 verzuim.periodes.0"]


def test_duizend_perioden_tellen_als_een() -> None:
    """Ziek, een dag beter, en weer ziek: de teldagen zijn die met de hand."""
    periodes = [(str(dag(2 * nummer)), str(dag(2 * nummer))) for nummer in range(999)]
    wat = geteld(zaak([*periodes, (str(dag(1998)), None)]))

    assert wat.mijlpaal("probleemanalyse").uiterlijk == dag(84)
    assert wat.einde.wachttijd == dag(2 * 727 + 1)
