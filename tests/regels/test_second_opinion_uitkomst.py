"""SO-22 to SO-25, SO-33 and SO-35: the advice, who may have it, and what comes of it."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from eldershulp import BIJGESTELD, bijgesteld, gesprek
from sohulp import MET_WERKWIJZE, VOLLEDIG, Anders, Rij, alles, met, met_elders, stap

from regelproef import ORGANISATIES, PLAN, Wijziging

GETEKEND = "vrijgave.ondertekening.werknemer"

BESPROKEN: dict[str, tuple[Anders, list[Rij]]] = {
    "op dezelfde dag": ({}, []),
    "de vrijgave een dag later": (
        {"vrijgave.datum": "2026-03-25", f"{GETEKEND}.getekend_op": "2026-03-25"},
        [],
    ),
    "de vrijgave een dag eerder": (
        {"vrijgave.datum": "2026-03-23"},
        [("SO-22", "fout", "vrijgave.datum")],
    ),
    "een dag eerder getekend": (
        {f"{GETEKEND}.getekend_op": "2026-03-23"},
        [("SO-22", "fout", f"{GETEKEND}.getekend_op")],
    ),
    "een concept van een dag eerder": (
        {"vrijgave.datum": "2026-03-23", "vrijgave.status": "concept", GETEKEND: None},
        [("SO-22", "waarschuwing", "vrijgave.datum")],
    ),
    "besproken op de dag van het advies": ({"advies.datum": "2026-03-24"}, []),
    "besproken een dag voor het advies": (
        {"advies.datum": "2026-03-25"},
        [("SO-22", "waarschuwing", "vrijgave.besproken_op")],
    ),
    "besproken op de dag van het consult": ({"verloop.8": stap("consult", "2026-03-24")}, []),
    "besproken een dag voor het consult": (
        {"verloop.8": stap("consult", "2026-03-25")},
        [("SO-22", "waarschuwing", "vrijgave.besproken_op")],
    ),
    "de stap een dag voor het gesprek": (
        {"verloop.10": stap("vrijgegeven", "2026-03-23")},
        [("SO-22", "fout", "verloop.10.op")],
    ),
    "tegengehouden voor het gesprek": (
        {"verloop.10": stap("geblokkeerd", "2026-03-23")},
        [("SO-22", "fout", "verloop.10.op")],
    ),
    "nog geen vrijgave": ({"vrijgave": None}, []),
    "geen advies ingevuld": ({"advies": None}, []),
}


@pytest.mark.parametrize("naam", BESPROKEN)
def test_de_werknemer_ziet_het_advies_voor_hij_beslist(tmp_path: Path, naam: str) -> None:
    """Eerst het consult en het advies, dan het gesprek, dan de handtekening; alles kan op een dag."""
    anders, verwacht = BESPROKEN[naam]

    assert alles(tmp_path, met(anders), ["SO-22"]) == verwacht


NIET_VRIJ: list[Rij] = [("SO-23", "fout", "advies.kern"), ("SO-23", "fout", "reactie")]
VRIJGAVEN: dict[str, tuple[Anders, list[Rij]]] = {
    "vrijgegeven en getekend": ({}, []),
    "tegengehouden": ({"vrijgave.aan_bedrijfsarts": "nee"}, NIET_VRIJ),
    "niet beantwoord": ({"vrijgave.aan_bedrijfsarts": None}, NIET_VRIJ),
    "niet getekend": ({GETEKEND: None}, NIET_VRIJ),
    "tekenen geweigerd": (
        {GETEKEND: {"geweigerd": {"op": "2026-03-24", "reden": "Ik denk er nog over."}}},
        NIET_VRIJ,
    ),
    "geen vrijgave": ({"vrijgave": None}, NIET_VRIJ),
    "geen vrijgave, reactie in concept": (
        {"vrijgave": None, "reactie.status": "concept", "advies.kern": None},
        [("SO-23", "waarschuwing", "reactie")],
    ),
    "geen vrijgave, en niets van het advies": ({"vrijgave": None, "advies.kern": None, "reactie": None}, []),
}


@pytest.mark.parametrize("naam", VRIJGAVEN)
def test_zonder_vrijgave_staat_het_advies_nergens(tmp_path: Path, naam: str) -> None:
    """De kern niet, en een reactie erop ook niet."""
    anders, verwacht = VRIJGAVEN[naam]

    assert alles(tmp_path, met(anders), ["SO-23"]) == verwacht


ZIN = "Een pauze na elk uur is dan wel nodig."


def _open(tekst: str, dag: str = "2026-03-26", veld: str = "verschil") -> Wijziging:
    bestand, oud, nieuw = bijgesteld(dag)
    return (bestand, oud, nieuw.replace("verschil: Het einddoel.", f"{veld}: {tekst}"))


IN_HET_OPEN_DEEL: dict[str, tuple[list[Wijziging], Anders, bool]] = {
    "een zin letterlijk": ([_open(ZIN)], {}, True),
    "een zin in andere letters en tekens": ([_open("dat een PAUZE (na elk uur) is dan wel nodig")], {}, True),
    "een zin zonder leestekens": ([_open(f"Let op, {ZIN.upper().rstrip('.')} en meer")], {}, True),
    "niets ervan": ([_open("De uren blijven zoals zij zijn.")], {}, False),
    "vrijgegeven aan de werkgever": ([_open(ZIN)], {"vrijgave.aan_werkgever": "ja"}, False),
    "overgenomen als eigen advies": ([_open(ZIN)], {"reactie.nieuw_advies": f"Vier uur. {ZIN}"}, False),
    "al eerder zo geschreven": ([_open(ZIN, "2026-03-22")], {}, False),
    "op de dag van het advies": ([_open(ZIN, "2026-03-23")], {}, True),
    "niet vrijgegeven en niets ingevuld": ([_open(ZIN)], {"advies.kern": None}, False),
    "een zin van twintig letters": (
        [_open("Twee uur werken gaat wel goed.")],
        {"advies.kern": "Twee uur werken gaat wel."},
        True,
    ),
    "een zin van negentien letters": (
        [_open("Twee uur werken gaat nu goed.")],
        {"advies.kern": "Twee uur werken gaat nu."},
        False,
    ),
}


@pytest.mark.parametrize("naam", IN_HET_OPEN_DEEL)
def test_een_zin_van_het_advies_staat_niet_bij_de_werkgever(tmp_path: Path, naam: str) -> None:
    """Behalve als de werknemer het daarheen vrijgaf, of de eigen bedrijfsarts er zijn advies van maakte."""
    elders, anders, staat_er = IN_HET_OPEN_DEEL[naam]
    verwacht = [("SO-23", "advies.kern", (("bijstelling-probleemanalyse-01.yaml", "verschil"),))]

    assert met_elders(tmp_path, met(anders), ["SO-23"], elders=elders) == (verwacht if staat_er else [])


REDENEN = "Ik denk hier net zo over als de ander..."
REACTIES: dict[str, tuple[Anders, list[Rij]]] = {
    "geheel, met redenen": ({}, []),
    "zonder redenen": ({"reactie.redenen": None}, [("SO-24", "fout", "reactie.redenen")]),
    "redenen van veertig tekens": ({"reactie.redenen": REDENEN}, []),
    "redenen van negenendertig tekens": (
        {"reactie.redenen": REDENEN[:-1]},
        [("SO-24", "fout", "reactie.redenen")],
    ),
    "alleen lang door spaties": (
        {"reactie.redenen": REDENEN[:-1].replace(" ", "  ")},
        [("SO-24", "fout", "reactie.redenen")],
    ),
    "een concept zonder redenen": (
        {"reactie.redenen": None, "reactie.status": "concept"},
        [("SO-24", "waarschuwing", "reactie.redenen")],
    ),
    "gedeeltelijk, en niet wat": (
        {"reactie.overname": "gedeeltelijk"},
        [
            ("SO-24", "waarschuwing", "reactie.niet_overgenomen"),
            ("SO-24", "waarschuwing", "reactie.overgenomen"),
        ],
    ),
    "gedeeltelijk, en wat niet": (
        {"reactie.overname": "gedeeltelijk", "reactie.overgenomen": "De pauzes."},
        [("SO-24", "waarschuwing", "reactie.niet_overgenomen")],
    ),
    "gedeeltelijk, en wat wel en niet": (
        {
            "reactie.overname": "gedeeltelijk",
            "reactie.overgenomen": "De pauzes.",
            "reactie.niet_overgenomen": "De uren.",
        },
        [],
    ),
    "gewijzigd, met het nieuwe advies": (
        {"reactie.advies_gewijzigd": "ja", "reactie.nieuw_advies": "Drie uur per dag."},
        [],
    ),
    "gewijzigd, zonder het nieuwe advies": (
        {"reactie.advies_gewijzigd": "ja"},
        [("SO-24", "waarschuwing", "reactie.nieuw_advies")],
    ),
    "niet overgenomen en toch gewijzigd": (
        {
            "reactie.overname": "niet",
            "reactie.advies_gewijzigd": "ja",
            "reactie.nieuw_advies": "Drie uur per dag.",
        },
        [("SO-24", "oordeel", "reactie.advies_gewijzigd")],
    ),
    "niet overgenomen": ({"reactie.overname": "niet"}, []),
}


@pytest.mark.parametrize("naam", REACTIES)
def test_een_reactie_zegt_wat_er_met_het_advies_gebeurt_en_waarom(tmp_path: Path, naam: str) -> None:
    """Veertig tekens is een eigen grens."""
    anders, verwacht = REACTIES[naam]

    assert len(REDENEN) == 40
    assert alles(tmp_path, met(anders), ["SO-24"]) == verwacht


GEWIJZIGD: Anders = {"reactie.advies_gewijzigd": "ja", "reactie.nieuw_advies": "Drie uur per dag."}
SO_25 = "reactie.advies_gewijzigd"
LAAT, OP_TIJD = dt.date(2026, 4, 14), dt.date(2026, 4, 13)
PLAN_ERNA = gesprek(dag="2026-04-15")
GEVOLGEN: dict[str, tuple[Anders, list[Wijziging], dt.date, str | None]] = {
    "niet gewijzigd": ({}, [], LAAT, None),
    "veertien dagen zonder bijstelling": (GEWIJZIGD, [], OP_TIJD, "info"),
    "vijftien dagen zonder bijstelling": (GEWIJZIGD, [], LAAT, "waarschuwing"),
    "de reactie is een concept": ({**GEWIJZIGD, "reactie.status": "concept"}, [], LAAT, None),
    "bijgesteld op dezelfde dag": (GEWIJZIGD, [bijgesteld("2026-03-30")], OP_TIJD, None),
    "bijgesteld een dag ervoor": (GEWIJZIGD, [bijgesteld("2026-03-29")], LAAT, "waarschuwing"),
    "bijgesteld in een concept": (
        GEWIJZIGD,
        [bijgesteld("2026-04-01", status="concept")],
        LAAT,
        "waarschuwing",
    ),
    "het plan volgt op tijd": (GEWIJZIGD, [bijgesteld("2026-04-01"), PLAN_ERNA], dt.date(2026, 4, 16), None),
    "het plan volgt een dag te laat": (
        GEWIJZIGD,
        [bijgesteld("2026-04-01"), gesprek(dag="2026-04-16")],
        dt.date(2026, 4, 16),
        "waarschuwing",
    ),
    "het plan is nog op tijd": (GEWIJZIGD, [bijgesteld("2026-04-01")], dt.date(2026, 4, 15), None),
    "het plan is er niet op tijd": (
        GEWIJZIGD,
        [bijgesteld("2026-04-01")],
        dt.date(2026, 4, 16),
        "waarschuwing",
    ),
    "zonder plan is er niets bij te stellen": (
        GEWIJZIGD,
        [bijgesteld("2026-04-01"), (PLAN, "datum: 2026-02-26\nstatus", "datum: 2026-04-14\nstatus")],
        dt.date(2026, 4, 20),
        None,
    ),
}


@pytest.mark.parametrize("naam", GEVOLGEN)
def test_een_gewijzigd_advies_krijgt_een_vervolg(tmp_path: Path, naam: str) -> None:
    """Eerst een bijgestelde probleemanalyse, dan binnen twee weken het plan."""
    anders, elders, peildatum, ernst = GEVOLGEN[naam]
    verwacht = [("SO-25", ernst, SO_25)] if ernst else []

    assert alles(tmp_path, met(anders), ["SO-25"], elders=elders, peildatum=peildatum) == verwacht


def test_bij_het_plan_staat_ook_welke_bijstelling_het_is(tmp_path: Path) -> None:
    """De probleemanalyse waarop het plan had moeten volgen."""
    gevonden = met_elders(
        tmp_path, met(GEWIJZIGD), ["SO-25"], elders=[bijgesteld("2026-04-01")], peildatum=dt.date(2026, 5, 1)
    )

    assert gevonden == [("SO-25", SO_25, ((Path(BIJGESTELD).name, "datum"),))]


POOL: Wijziging = (ORGANISATIES, MET_WERKWIJZE[1], MET_WERKWIJZE[2].replace("verzuimdesk", "artsenpool"))
AFRONDINGEN: dict[str, tuple[Any, list[Wijziging], str | None]] = {
    "vrijgegeven": (VOLLEDIG["verloop"][:11], [MET_WERKWIJZE], "verloop.10.stap"),
    "tot en met afgerond": (VOLLEDIG["verloop"], [MET_WERKWIJZE], "verloop.10.stap"),
    "nog niet zover": (VOLLEDIG["verloop"][:10], [MET_WERKWIJZE], None),
    "een aanbieder die niets stuurt": (VOLLEDIG["verloop"], [POOL], None),
    "zonder werkwijze": (VOLLEDIG["verloop"], [], None),
    "tegengehouden": (
        [*VOLLEDIG["verloop"][:10], stap("geblokkeerd", "2026-03-24")],
        [MET_WERKWIJZE],
        "verloop.10.stap",
    ),
    "afgerond zonder machtiging": (
        [
            *VOLLEDIG["verloop"][:6],
            stap("machtiging_geweigerd", "2026-02-23"),
            stap("afgerond", "2026-02-24"),
        ],
        [MET_WERKWIJZE],
        "verloop.7.stap",
    ),
}


@pytest.mark.parametrize("naam", AFRONDINGEN)
def test_over_een_bericht_van_de_afronding_beslist_een_mens(tmp_path: Path, naam: str) -> None:
    """Een keer, waar het verzoek ten einde kwam."""
    verloop, elders, plek = AFRONDINGEN[naam]
    verwacht = [("SO-33", "oordeel", plek)] if plek else []

    assert alles(tmp_path, met({"verloop": verloop}), ["SO-33"], elders=elders) == verwacht


AAN = "vrijgave.aan_werkgever"


@pytest.mark.parametrize(
    ("bedrijfsarts", "werkgever", "ernsten"),
    [
        ("ja", "nee", []),
        ("ja", None, []),
        ("ja", "ja", ["waarschuwing"]),
        ("nee", "ja", ["oordeel", "waarschuwing"]),
        (None, "ja", ["oordeel", "waarschuwing"]),
        ("nee", "nee", []),
    ],
)
def test_het_advies_naar_de_werkgever(
    tmp_path: Path, bedrijfsarts: str | None, werkgever: str | None, ernsten: list[str]
) -> None:
    """Een waarschuwing; zonder de eigen bedrijfsarts erbij ook een oordeel."""
    verzoek = met({"vrijgave.aan_bedrijfsarts": bedrijfsarts, AAN: werkgever})

    assert alles(tmp_path, verzoek, ["SO-35"]) == [("SO-35", ernst, AAN) for ernst in ernsten]
