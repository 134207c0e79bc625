"""PRV-03: which safety net holds, and what only sounds like it."""

import datetime as dt
import json
from pathlib import Path

import pytest

from regelproef import ANALYSE, PLAN, ZAAK, Wijziging, proef

PEILDATUM = dt.date(2026, 3, 1)
VISIE = "Wij vinden dit plan haalbaar en houden het rooster vrij."
GENOEMD = (
    "Er geldt een vangnet wegens zwangerschap.",
    "De Ziektewet geldt vanwege orgaandonatie.",
    "Voor de bevalling viel zij onder de Ziektewet.",
    "Zij is ziek door zwangerschap.",
    "Het verzuim is zwangerschapsgerelateerd.",
    "Hij valt onder de no-riskpolis.",
    "Zij heeft een no-risk status.",
    "Zie art. 29b ZW.",
    "Artikel 29b van de Ziektewet geldt.",
    "Op grond van de ZW, artikel 29a, betaalt UWV.",
    "De no-riskpolis geldt.",
    "Er is een no-riskpolis.",
    "Op haar is de no-riskpolis van toepassing.",
    "De no-riskpolis is op hem van toepassing.",
    "Zijn no-riskpolis loopt tot 2028.",
    "UWV heeft de no-riskpolis bevestigd: de no risk geldt.",
    "Door de no-riskpolis vergoedt UWV het loon.",
    "De ziekte valt onder 29b.",
    "Het gaat om een vangnetter (29b).",
)
NIET_GENOEMD = (
    "Er geldt een vangnetregeling.",
    "De ziekte is aan UWV gemeld volgens de Ziektewet.",
    "Na het zwangerschapsverlof bouwt zij op.",
    "Tijdens zwangerschapsverlof geldt de Ziektewet niet.",
    "Een nieuwe werkgever kan met een no-riskpolis minder risico lopen; UWV noemt de Ziektewet.",
    "In spoor 2 helpt het dat zij een no-riskpolis heeft.",
    "Dit werk is zonder risico.",
    "Er is geen vangnetregeling van toepassing, dus ook geen no-riskpolis.",
    "De no-riskpolis is niet van toepassing.",
    "Het orgaan van overleg besluit in 2029.",
)


def _visie(tekst: str) -> Wijziging:
    return (PLAN, f"visie_werkgever: {VISIE}", f"visie_werkgever: {json.dumps(tekst)}")


@pytest.mark.parametrize("tekst", GENOEMD)
def test_welk_vangnet_geldt_is_een_fout(tmp_path: Path, tekst: str) -> None:
    """De werkgever legt alleen vast dát er een geldt."""
    assert proef(tmp_path, ["PRV-03"], [_visie(tekst)], PEILDATUM) == [
        ("PRV-03", "fout", PLAN, "visie_werkgever")
    ]


@pytest.mark.parametrize("tekst", NIET_GENOEMD)
def test_wat_erop_lijkt_blijft_ongemoeid(tmp_path: Path, tekst: str) -> None:
    """Verlof, werk bij een ander, en de wet in het algemeen."""
    assert proef(tmp_path, ["PRV-03"], [_visie(tekst)], PEILDATUM) == []


def test_ook_van_de_bedrijfsarts_en_in_de_zaak_maar_niet_van_de_werknemer(tmp_path: Path) -> None:
    """Wat de werknemer zelf over zijn visie schrijft, blijft staan."""
    zin = "Ziek door zwangerschap."
    visie = "visie_werknemer: Ik wil graag terug naar mijn eigen werk en vind de stappen goed te doen."
    wijzigingen = [
        (ANALYSE, "termijn: binnen vier maanden", f"termijn: {zin}"),
        (ZAAK, "- van: 2026-01-05", f"- van: 2026-01-05\n      samentelling_besluit: {zin}"),
        (PLAN, visie, f"visie_werknemer: {zin}"),
    ]

    assert proef(tmp_path, ["PRV-03"], wijzigingen, PEILDATUM) == [
        ("PRV-03", "fout", ANALYSE, "prognose.termijn"),
        ("PRV-03", "fout", ZAAK, "verzuim.periodes.0.samentelling_besluit"),
    ]


def test_wat_iemand_voor_zijn_werk_doet_is_geen_vangnet(tmp_path: Path) -> None:
    """Een medewerker van UWV beoordeelt zulke aanvragen van anderen."""
    taken = "taken: Beoordeelt aanvragen voor ziekengeld op grond van de no-riskpolis."
    zaak = (Path(__file__).parent / "basis" / "2026-0001" / "zaak.yaml").read_text("utf-8")
    oud = next(regel.strip() for regel in zaak.splitlines() if regel.strip().startswith("taken:"))

    assert proef(tmp_path, ["PRV-03"], [(ZAAK, oud, taken)], PEILDATUM) == []
