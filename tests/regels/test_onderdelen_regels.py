"""RIV-10: the elements of the verslag that no document carries, and those of which a document lacks something."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from calhulp import EIND, GEEN_GESPREKKEN, TIJDELIJK, ZAAK, Anders
from compleethulp import Rij, bevonden, compleet, fout, overtredingen

from dossiergen.zaak import Zaak

CONCEPT = {"status": "concept"}
_ZONDER_EINDE: Anders = {"actueel-oordeel": None, "eindevaluatie": None}
GEEN_EVALUATIE: Anders = {**GEEN_GESPREKKEN, "eerstejaarsevaluatie": None, "eindevaluatie": None}


def _over_onderdelen(zaak: Zaak) -> list[str]:
    return [o.melding for o in overtredingen(zaak) if o.code == "RIV-10"]


ONDERDELEN: dict[str, tuple[Anders, str]] = {
    "geen analyse en geen oordeel": ({"probleemanalyse": None, "actueel-oordeel": None}, "onderdelen a, c, d, e, f, j"),
    "geen analyse": ({"probleemanalyse": None}, "onderdeel f"),
    "geen plan": ({"plan-van-aanpak": None}, "onderdeel g"),
    "geen evaluatie van het jaar en geen van het einde": (
        {"eerstejaarsevaluatie": None, "eindevaluatie": None}, "onderdelen b, h",
    ),
    "geen oordeel en geen eindevaluatie": (_ZONDER_EINDE, "onderdelen b, i, j, k"),
    "niets": (
        {"probleemanalyse": None, "plan-van-aanpak": None, **GEEN_EVALUATIE, "actueel-oordeel": None,
         "re-integratieverslag": {"oordeel_werknemer_ontvangen": None}},
        "onderdelen a, b, c, d, e, f, g, h, i, j, k",
    ),
}  # fmt: skip


@pytest.mark.parametrize("naam", ONDERDELEN)
def test_de_letters_van_onderdelen_zonder_stuk(naam: str) -> None:
    """In één bevinding, op volgorde, enkelvoud of meervoud; onderdeel l komt van de werknemer en staat er nooit bij."""
    anders, letters = ONDERDELEN[naam]

    assert _over_onderdelen(compleet(anders)) == [f"Geen enkel stuk draagt nu: {letters}."]


GEVULD: dict[str, tuple[Callable[[Zaak], Zaak], Rij, str]] = {
    "bekwaamheden": (
        lambda zaak: replace(zaak, gegevens=zaak.gegevens.model_copy(update={"bekwaamheden": None})),
        ("PA-09", "fout", ZAAK, "bekwaamheden", ()), "d",
    ),
    "aard van het bedrijf": (
        lambda zaak: replace(zaak, organisaties=zaak.organisaties.model_copy(update={"werkgevers": {
            naam: werkgever.model_copy(update={"aard_bedrijf": None})
            for naam, werkgever in zaak.organisaties.werkgevers.items()
        }})),
        ("EIND-01", "fout", EIND, "aard_bedrijf", ()), "b",
    ),
}  # fmt: skip


@pytest.mark.parametrize("naam", GEVULD)
def test_wat_een_stuk_zelf_mist_maakt_een_onderdeel_niet_compleet(naam: str) -> None:
    """Het stuk is er en draagt het onderdeel; wat erin ontbreekt, staat op zijn eigen plek en houdt het verslag tegen."""
    zonder, verwacht, letter = GEVULD[naam]
    zaak = zonder(compleet())

    assert bevonden(zaak) == [verwacht, fout("RIV-10")]
    assert _over_onderdelen(zaak) == [f"Nog niet compleet: onderdeel {letter}."]


def test_wat_geen_stuk_draagt_en_wat_niet_compleet_is_zijn_twee_bevindingen() -> None:
    """Een handtekening of een concept alleen maakt er geen tweede van: die hebben een eigen bevinding."""
    oordeel = {"arbeidsrelatie": None, "passende_arbeid": None}
    zonder_plan: Anders = {"plan-van-aanpak": None, "eerstejaarsevaluatie": CONCEPT}

    assert _over_onderdelen(compleet(zonder_plan)) == ["Geen enkel stuk draagt nu: onderdeel g."]
    assert _over_onderdelen(compleet({"plan-van-aanpak": None, "actueel-oordeel": oordeel})) == [
        "Geen enkel stuk draagt nu: onderdeel g.",
        "Nog niet compleet: onderdelen i, k.",
    ]


def test_waar_geen_eindevaluatie_hoort_zegt_het_voorblad_wat_het_bedrijf_doet() -> None:
    """Zonder mogelijkheden is er geen plan en geen evaluatie; onderdeel b hoort er toch."""
    zonder_plan = compleet({"probleemanalyse": TIJDELIJK, "plan-van-aanpak": None, **GEEN_EVALUATIE})
    zonder_aard, _, _ = GEVULD["aard van het bedrijf"]

    assert _over_onderdelen(zonder_plan) == []
    assert _over_onderdelen(zonder_aard(zonder_plan)) == ["Nog niet compleet: onderdeel b."]
