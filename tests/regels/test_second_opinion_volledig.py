"""A second opinion in which nothing is wrong, and what the rules about it may never say."""

from pathlib import Path

import pytest
from sohulp import AFGEWEZEN_VERZOEK, MET_WERKWIJZE, VOLLEDIG, Rij, alles, bevindingen_deel, met, stap

from dossiergen.regels import register, soort_van

GEBLOKKEERD = met(
    {
        "verloop.10": stap("geblokkeerd", "2026-03-24"),
        "verloop.11": stap("afgerond", "2026-03-24"),
        "verloop.12": stap("afgerond", "2026-03-24"),
        "advies.kern": None,
        "vrijgave.aan_bedrijfsarts": "nee",
        "reactie": None,
        "afsluitbericht": {
            "datum": "2026-03-25",
            "status": "ondertekend",
            "opsteller": "f-osinga",
            "ondertekening": {"bedrijfsarts": {"getekend_op": "2026-03-25"}},
        },
    }
)
del GEBLOKKEERD["verloop"][12]


@pytest.mark.parametrize("verzoek", [VOLLEDIG, AFGEWEZEN_VERZOEK, GEBLOKKEERD])
def test_een_verzoek_in_orde_heeft_geen_bevindingen(tmp_path: Path, verzoek: dict[str, object]) -> None:
    """Toegekend en vrijgegeven, afgewezen, of tegengehouden."""
    assert alles(tmp_path, verzoek) == []


def test_met_een_werkwijze_blijft_alleen_een_oordeel_over(tmp_path: Path) -> None:
    """De bronnen spreken elkaar tegen over een bericht van de afronding; alle termijnen zijn precies gehaald."""
    verwacht: list[Rij] = [("SO-33", "oordeel", "verloop.10.stap")]

    assert alles(tmp_path, VOLLEDIG, elders=[MET_WERKWIJZE]) == verwacht


def test_voor_de_regeling_er_was_zegt_geen_regel_iets(tmp_path: Path) -> None:
    """De regeling geldt sinds 1 juli 2017: de dag ervoor is er geen second opinion om te toetsen."""
    kaal = {"artsen": ["c-vermaat", "b-smit"], "kosten": "werknemer"}
    for dag, codes in (("2017-06-30", set()), ("2017-07-01", {"SO-01", "SO-02", "SO-29"})):
        verzoek = {
            **kaal,
            "verzoek": {"ontvangen_op": dag, "onderwerp": "verzuimbegeleiding"},
            "verloop": [stap("verzoek_ontvangen", dag)],
        }
        assert {f.code for f in bevindingen_deel(tmp_path / dag, verzoek)} == codes


def test_wat_is_gebeurd_houdt_geen_stuk_tegen() -> None:
    """Van deze codes is een fout niet meer te herstellen door het stuk te veranderen."""
    van_de_familie = [code for code in register().soorten if code.startswith("SO-")]

    assert sorted(code for code in van_de_familie if not soort_van(code).stopt) == [
        "SO-19", "SO-20", "SO-25", "SO-26", "SO-31",
    ]  # fmt: skip
    assert sorted(van_de_familie) == [f"SO-{nummer:02}" for nummer in range(1, 36) if nummer != 17]
