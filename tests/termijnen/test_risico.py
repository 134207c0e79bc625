"""Which risk a milestone carries: every key of law speaks of a milestone that exists, and every risk has a source."""

import datetime as dt

import pytest
from bouw import zaak

from dossiergen.recht import recht
from dossiergen.termijnen import Risico, gevolgen, kalender

KALENDER = kalender(zaak(), dt.date(2026, 1, 1))[0]

# What is not here carries no risk.
BEKEND = {
    "probleemanalyse": ["loonsanctie"],
    "plan_van_aanpak": ["loonsanctie"],
    "evaluatie": ["loonsanctie"],
    "melding_42e_week": ["boete"],
    "eerstejaarsevaluatie": ["loonsanctie"],
    "spoor_2": ["loonsanctie"],
    "actueel_oordeel": ["loonsanctie"],
    "eindevaluatie": ["loonsanctie"],
    "verslag": ["loonsanctie", "late_wia"],
    "wia_aanvraag": ["late_wia"],
    "verslag_indienen": ["loonsanctie"],
}


def test_welke_mijlpaal_welk_risico_heeft() -> None:
    """Van elke mijlpaal met een datum, het zwaarste vooraan; de rest heeft er geen."""
    assert KALENDER
    gevonden = {
        mijlpaal.sleutel: [gevolg.risico.value for gevolg in gevolgen(mijlpaal)]
        for mijlpaal in KALENDER.mijlpalen
        if gevolgen(mijlpaal)
    }

    assert gevonden == {sleutel: risicos for sleutel, risicos in BEKEND.items() if sleutel != "evaluatie"}


@pytest.mark.parametrize("sleutel", [sleutel for sleutel in recht().waarden if sleutel.startswith("risico_")])
def test_elk_gegeven_noemt_een_risico_en_een_mijlpaal(sleutel: str) -> None:
    """Een schrijffout in een sleutel zou het risico stil laten verdwijnen."""
    assert KALENDER
    risico = next(een for een in Risico if sleutel.startswith(f"risico_{een}_"))
    mijlpaal = sleutel.removeprefix(f"risico_{risico}_")

    # Only after a plan, and only after an adjusted analysis.
    assert mijlpaal in {m.sleutel for m in KALENDER.mijlpalen} | {"evaluatie", "bijstelling_plan"}


def test_een_risico_noemt_zijn_grond_en_of_die_is_bevestigd() -> None:
    """Langer loon na een laat verslag zegt het vak, en geen bron."""
    assert KALENDER
    verslag, aanvraag = (gevolgen(KALENDER.mijlpaal(sleutel))[-1] for sleutel in ("verslag", "wia_aanvraag"))

    assert (aanvraag.grond, aanvraag.bevestigd) == (
        "Burgerlijk Wetboek Boek 7, art. 629 lid 11 onder a",
        True,
    )
    assert (verslag.grond, verslag.bevestigd) == ("Algemene vakkennis", False)
