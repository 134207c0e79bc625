"""SO-22 to SO-25, SO-33 and SO-35: the advice, who may have it, and what comes of it."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from eldershulp import BIJGESTELD, bijgesteld, gesprek
from sohulp import MET_WERKWIJZE, VOLLEDIG, Anders, Rij, alles, met, met_elders, stap

from regelproef import ANALYSE, ORGANISATIES, PLAN, Wijziging

GETEKEND = "vrijgave.ondertekening.werknemer"
HIER = "bedrijfsarts.yaml"

BESPROKEN: dict[str, tuple[Anders, list[Rij]]] = {
    "op dezelfde dag": ({}, []),
    "de vrijgave een dag later": ({"vrijgave.datum": "2026-03-25", f"{GETEKEND}.getekend_op": "2026-03-25"}, []),
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
    "een zin in andere letters en tekens": ([_open("dat een PAUZE (na elk uur) is dan wel nodig")], {}, False),
    "een zin zonder leestekens": ([_open(f"Let op, {ZIN.upper().rstrip('.')} en meer")], {}, True),
    "niets ervan": ([_open("De uren blijven zoals zij zijn.")], {}, False),
    "vrijgegeven aan de werkgever": ([_open(ZIN)], {"vrijgave.aan_werkgever": "ja"}, False),
    "overgenomen als eigen advies": ([_open(ZIN)], {"reactie.nieuw_advies": f"Vier uur. {ZIN}"}, False),
    "al eerder zo geschreven": ([_open(ZIN, "2026-03-22")], {}, False),
    "op de dag van het advies": ([_open(ZIN, "2026-03-23")], {}, True),
    "niet vrijgegeven en niets ingevuld": ([_open(ZIN)], {"advies.kern": None}, False),
    "een zin van twintig letters": (
        [_open("Twee uur werken gaat goed.")],
        {"advies.kern": "Twee uur werken gaat."},
        False,
    ),
    "een zin van negentien letters": (
        [_open("Zes uur slapen moet echt.")],
        {"advies.kern": "Zes uur slapen moet."},
        False,
    ),
}


@pytest.mark.parametrize("naam", IN_HET_OPEN_DEEL)
def test_een_zin_van_het_advies_staat_niet_bij_de_werkgever(tmp_path: Path, naam: str) -> None:
    """Behalve als de werknemer het daarheen vrijgaf, of de eigen bedrijfsarts er zijn advies van maakte."""
    elders, anders, staat_er = IN_HET_OPEN_DEEL[naam]
    verwacht = [("SO-23", "advies.kern", (("bijstelling-probleemanalyse-01.yaml", "verschil"),))]

    assert met_elders(tmp_path, met(anders), ["SO-23"], elders=elders) == (verwacht if staat_er else [])
