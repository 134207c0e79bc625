"""The texts of grounds, routes and comparison: complete, and short enough for the place where they stand."""

import datetime as dt

import pytest

from dossiergen.recht import recht
from dossiergen.second_opinion.gronden import grondtekst, hoofdgrond, routes_van
from dossiergen.zaak.second_opinion import Onderwerp
from dossiergen.zaak.second_opinion_stukken import Grondcode, Route

VANDAAG = dt.date(2026, 6, 1)
INSTRUMENTEN = ("second_opinion", "deskundigenoordeel", "klacht", "tweede_mening")
ASPECTEN = ("naam", "vraagt", "oordeelt", "waarover", "kosten", "duur", "tegenhouden", "gevolg", "hoe")
VRAGEN = (*(onderwerp.value for onderwerp in Onderwerp), "wens_werkgever")
# What a column of the keuzehulp holds without running off its page.
WOORDEN_IN_KOLOM = 11


def tekst(sleutel: str) -> str:
    return recht().tekst(sleutel, VANDAAG)


@pytest.mark.parametrize("code", Grondcode)
def test_elke_grond_heeft_een_tekst_en_routes(code: Grondcode) -> None:
    """Een hele zin, en routes die bestaan, elk een keer."""
    routes = routes_van(code, tekst)

    assert grondtekst(code, tekst).endswith(".")
    assert len(set(routes)) == len(routes) > 0


@pytest.mark.parametrize("code", [code for code in Grondcode if hoofdgrond(code) is not code])
def test_een_hoofdgrond_heeft_de_routes_van_haar_delen(code: Grondcode) -> None:
    """Wie alleen B of C schrijft, mist geen route."""
    assert set(routes_van(code, tekst)) <= set(routes_van(hoofdgrond(code), tekst))


@pytest.mark.parametrize("route", Route)
def test_elke_route_zegt_hoe(route: Route) -> None:
    """En elke route hoort bij een grond."""
    assert tekst(f"second_opinion_route_{route}").endswith(".")
    assert any(route in routes_van(code, tekst) for code in Grondcode)


@pytest.mark.parametrize("route", [route for route in Route if route.startswith("deskundigenoordeel")])
def test_een_deskundigenoordeel_is_bij_uwv_en_kost_iets(route: Route) -> None:
    """Elk van de vier soorten zegt waar het kan, en dat de aanvrager betaalt."""
    hoe = tekst(f"second_opinion_route_{route}")

    assert "uwv.nl" in hoe
    assert "U betaalt" in hoe


@pytest.mark.parametrize("instrument", INSTRUMENTEN)
@pytest.mark.parametrize("aspect", ASPECTEN)
def test_een_kolom_van_de_keuzehulp_blijft_kort(instrument: str, aspect: str) -> None:
    """Vier smalle kolommen op een bladzijde."""
    assert len(tekst(f"keuzehulp_{instrument}_{aspect}").split()) <= WOORDEN_IN_KOLOM


@pytest.mark.parametrize("vraag", VRAGEN)
def test_elke_vraag_heeft_een_antwoord(vraag: str) -> None:
    """Wat past, en waarom; past niets, dan zegt het advies dat met zoveel woorden."""
    past = tekst(f"keuzehulp_past_{vraag}").split(", ")
    advies = tekst(f"keuzehulp_advies_{vraag}")

    assert past == ["geen"] or set(past) <= set(INSTRUMENTEN)
    assert (past == ["geen"]) == advies.startswith("Geen van deze vier")
    assert 1 <= advies.count(".") + advies.count("?") <= 3
