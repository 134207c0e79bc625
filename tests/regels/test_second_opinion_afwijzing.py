"""SO-04, SO-05, SO-07, SO-09 to SO-13 and SO-34: the grounds of a rejection, and what belongs to each."""

from pathlib import Path
from typing import Any

import pytest
from sohulp import AFGEWEZEN_VERZOEK, MOTIVERING, VOLLEDIG, Anders, Rij, alles, met, met_elders

from dossiergen.recht import recht
from dossiergen.second_opinion.gronden import grondtekst, hoofdgrond, mist_onderdeel, routes_van
from dossiergen.zaak.second_opinion import Onderwerp
from dossiergen.zaak.second_opinion_stukken import Grondcode, Route

CODES = ("SO-04", "SO-05", "SO-07", "SO-09", "SO-10", "SO-11", "SO-12", "SO-13", "SO-34")
FEIT = "Op 9 februari was u er niet."
GOED: dict[str, tuple[str, dict[str, Any]]] = {
    "A": ("anders", {"routes": ["behandelaar"]}),
    "B1": ("verzuimbegeleiding", {"feiten": [FEIT]}),
    "B2": ("verzuimbegeleiding", {"feiten": [FEIT]}),
    "B3": ("verzuimbegeleiding", {"feiten": [FEIT]}),
    "B4": ("verzuimbegeleiding", {"eerder_verzoek": {"datum": "2026-02-15"}}),
    "C1": ("geschiktheid_eigen_werk", {}),
    "C2": ("passende_arbeid", {}),
    "C3": ("inspanningen_werkgever", {}),
    "C4": ("inspanningen_werknemer", {}),
    "D": ("arbeidsconflict", {}),
    "E": ("arbeidsvoorwaarden", {}),
    "F": ("bejegening", {}),
    "G": ("aanstellingskeuring", {}),
}
"""Each ground with a subject and with what it needs."""


def _grond(code: str, **meer: Any) -> dict[str, Any]:
    return {"code": code, "motivering": MOTIVERING, **meer}


def _met_gronden(
    *gronden: dict[str, Any], onderwerp: str = "arbeidsvoorwaarden", **meer: Any
) -> dict[str, Any]:
    anders: Anders = {
        "verzoek.onderwerp": onderwerp,
        "afwijzing.gronden": list(gronden),
        "afwijzing.werknemer_wilde_toch": "ja",
        **{f"afwijzing.{veld}": waarde for veld, waarde in meer.items()},
    }
    return met(anders, AFGEWEZEN_VERZOEK)


@pytest.mark.parametrize("code", GOED)
def test_elke_grond_kan_zonder_bevinding(tmp_path: Path, code: str) -> None:
    """Met wat erbij hoort; alleen bij een keuring blijft een oordeel over."""
    onderwerp, meer = GOED[code]
    verwacht = [("SO-34", "oordeel", "afwijzing.gronden.0.code")] if code == "G" else []

    assert alles(tmp_path, _met_gronden(_grond(code, **meer), onderwerp=onderwerp)) == verwacht


@pytest.mark.parametrize(("status", "ernst"), [("definitief", "fout"), ("concept", "waarschuwing")])
def test_een_afwijzing_heeft_een_grond(tmp_path: Path, status: str, ernst: str) -> None:
    """Een concept mag er nog op wachten."""
    assert alles(tmp_path, _met_gronden(status=status), CODES) == [("SO-04", ernst, "afwijzing.gronden")]


@pytest.mark.parametrize("code", ["B", "C"])
@pytest.mark.parametrize("status", ["definitief", "concept"])
def test_b_en_c_hebben_een_nummer(tmp_path: Path, code: str, status: str) -> None:
    """Ook in een concept: zonder nummer is het geen grond."""
    assert alles(tmp_path, _met_gronden(_grond(code), status=status), ["SO-05"]) == [
        ("SO-05", "fout", "afwijzing.gronden.0.code")
    ]


def test_een_grond_staat_er_een_keer(tmp_path: Path) -> None:
    """Twee onderdelen van dezelfde hoofdgrond zijn twee gronden."""
    verzoek = _met_gronden(_grond("C1"), _grond("C2"), _grond("C1"))

    assert alles(tmp_path, verzoek, ["SO-05"]) == [("SO-05", "waarschuwing", "afwijzing.gronden.2.code")]
    assert met_elders(tmp_path / "b", verzoek, ["SO-05"]) == [
        ("SO-05", "afwijzing.gronden.2.code", (("bedrijfsarts.yaml", "afwijzing.gronden.0.code"),))
    ]


@pytest.mark.parametrize("code", [code for code in Grondcode if not mist_onderdeel(code)])
def test_een_route_past_bij_de_grond(tmp_path: Path, code: Grondcode) -> None:
    """Elke route die erbij hoort mag, elke andere is een fout."""
    passend = routes_van(code, lambda sleutel: recht().waarden[sleutel].waarden[0].waarde)
    anders = [route for route in Route if route not in passend]
    verzoek = _met_gronden(_grond(code.value, routes=[*map(str, passend), *map(str, anders)]))

    assert alles(tmp_path, verzoek, ["SO-07"]) == sorted(
        ("SO-07", "fout", f"afwijzing.gronden.0.routes.{nummer}")
        for nummer in range(len(passend), len(passend) + len(anders))
    )


@pytest.mark.parametrize(("status", "ernst"), [("definitief", "fout"), ("concept", "waarschuwing")])
def test_bij_grond_a_staat_waar_de_werknemer_terechtkan(tmp_path: Path, status: str, ernst: str) -> None:
    """Bij elke andere grond noemt de brief zelf wat past."""
    for code in GOED:
        verwacht = [("SO-07", ernst, "afwijzing.gronden.0.routes")] if code == "A" else []
        assert alles(tmp_path / code, _met_gronden(_grond(code), status=status), ["SO-07"]) == verwacht


def test_een_verkeerde_route_in_een_concept(tmp_path: Path) -> None:
    """Een waarschuwing."""
    verzoek = _met_gronden(_grond("F", routes=["mediation"]), status="concept")

    assert alles(tmp_path, verzoek, ["SO-07"]) == [("SO-07", "waarschuwing", "afwijzing.gronden.0.routes.0")]


SO_09: list[Rij] = [("SO-09", "waarschuwing", "afwijzing.werknemer_wilde_toch")]


@pytest.mark.parametrize(
    ("gronden", "wilde_toch", "verwacht"),
    [
        (("C1",), "ja", []),
        (("C1",), "nee", SO_09),
        (("C1",), None, SO_09),
        (("C1", "C4"), None, SO_09),
        (("C2", "D"), None, []),
        (("D",), None, []),
        (("C",), None, SO_09),
        ((), None, []),
    ],
)
def test_een_deskundigenoordeel_alleen_is_geen_reden(
    tmp_path: Path, gronden: tuple[str, ...], wilde_toch: str | None, verwacht: list[Rij]
) -> None:
    """De werknemer mag beide vragen, dus weegt de bedrijfsarts mee of hij toch wil."""
    verzoek = _met_gronden(*map(_grond, gronden), werknemer_wilde_toch=wilde_toch)

    assert alles(tmp_path, verzoek, ["SO-09"]) == verwacht


@pytest.mark.parametrize(
    ("meer", "plek"),
    [
        ({}, "eerder_verzoek"),
        ({"eerder_verzoek": {"datum": "2026-02-15"}}, None),
        ({"eerder_verzoek": {"datum": "2026-02-16"}}, "eerder_verzoek.datum"),
        ({"eerder_verzoek": {"datum": "2026-03-01"}}, "eerder_verzoek.datum"),
    ],
)
@pytest.mark.parametrize(("status", "ernst"), [("definitief", "fout"), ("concept", "waarschuwing")])
def test_grond_b4_noemt_het_eerdere_verzoek(
    tmp_path: Path, meer: dict[str, Any], plek: str | None, status: str, ernst: str
) -> None:
    """Dat is van vóór dit verzoek: op de dag ervoor kan, op de dag zelf niet."""
    verwacht = [("SO-10", ernst, f"afwijzing.gronden.0.{plek}")] if plek else []

    assert alles(tmp_path, _met_gronden(_grond("B4", **meer), status=status), ["SO-10"]) == verwacht


@pytest.mark.parametrize("code", ["B1", "B2", "B3", "B4", "D"])
def test_wie_een_bedoeling_aanneemt_noemt_feiten(tmp_path: Path, code: str) -> None:
    """Een feit van negentien tekens is te kort om na te gaan, een van twintig niet."""
    gevallen: list[tuple[list[str], list[str]]] = [
        ([], ["feiten"]),
        ([FEIT], []),
        (["Twee keer niet daar."], []),
        (["Twee keer niet er..", FEIT], ["feiten.0"]),
        (["Kort.", "   Ook   kort.  "], ["feiten.0", "feiten.1"]),
    ]
    for nummer, (feiten, plekken) in enumerate(gevallen):
        verwacht = [("SO-11", "waarschuwing", f"afwijzing.gronden.0.{plek}") for plek in plekken]
        gevonden = alles(tmp_path / str(nummer), _met_gronden(_grond(code, feiten=feiten)), ["SO-11"])
        assert gevonden == (verwacht if code in {"B1", "B2", "B3"} else [])


@pytest.mark.parametrize("onderwerp", [onderwerp.value for onderwerp in Onderwerp])
def test_een_grond_past_bij_het_onderwerp(tmp_path: Path, onderwerp: str) -> None:
    """A, D, E en F zeggen dat het niet gaat om een van de drie onderwerpen van de regeling."""
    van_de_regeling = onderwerp in {
        "verzuimbegeleiding",
        "arbeidsgezondheidskundig_onderzoek",
        "gezondheidskundig_vraagstuk",
    }
    codes = [code for code in GOED if code != "G"]
    verzoek = _met_gronden(*map(_grond, codes), onderwerp=onderwerp)
    anders = {"A", "D", "E", "F"} if van_de_regeling else set()

    assert alles(tmp_path, verzoek, ["SO-12"]) == sorted(
        ("SO-12", "waarschuwing", f"afwijzing.gronden.{nummer}.code")
        for nummer, code in enumerate(codes)
        if code in anders
    )


KEURING: dict[str, tuple[dict[str, Any], list[Rij]]] = {
    "een keuring met grond g": (_met_gronden(_grond("G"), onderwerp="aanstellingskeuring"), []),
    "een keuring met grond g en een andere": (
        _met_gronden(_grond("F"), _grond("G"), onderwerp="aanstellingskeuring"),
        [],
    ),
    "een keuring zonder grond g": (
        _met_gronden(_grond("A", routes=["behandelaar"]), onderwerp="aanstellingskeuring"),
        [("SO-13", "fout", "afwijzing.gronden")],
    ),
    "een keuring zonder grond": (_met_gronden(onderwerp="aanstellingskeuring"), []),
    "grond g bij iets anders": (
        _met_gronden(_grond("E"), _grond("G"), status="concept"),
        [("SO-13", "fout", "afwijzing.gronden.1.code")],
    ),
    "een keuring toegekend": (
        met({"verzoek.onderwerp": "aanstellingskeuring"}),
        [("SO-13", "fout", "toekenning")],
    ),
    "iets anders toegekend": (met({"verzoek.onderwerp": "bejegening"}), []),
}


@pytest.mark.parametrize("naam", KEURING)
def test_grond_g_is_van_de_aanstellingskeuring(tmp_path: Path, naam: str) -> None:
    """En van niets anders; een keuring wordt ook niet toegekend."""
    verzoek, verwacht = KEURING[naam]

    assert alles(tmp_path, verzoek, ["SO-13"]) == verwacht


def test_een_ander_stuk_heeft_geen_gronden(tmp_path: Path) -> None:
    """Een toegekend verzoek krijgt van deze regels niets."""
    assert alles(tmp_path, VOLLEDIG, CODES) == []


def test_elke_grond_heeft_een_tekst_en_routes() -> None:
    """Ook de hoofdgronden, waarvan de tekst boven die van het nummer staat."""
    for code in Grondcode:
        assert grondtekst(code, lambda sleutel: recht().waarden[sleutel].waarden[0].waarde)
        assert hoofdgrond(code).value == code.value[0]
