"""SO-36 and SO-37, and what is told to the other doctor (SO-39) or not told to the employee (SO-38)."""

from pathlib import Path

import pytest
from sohulp import AFGEWEZEN_VERZOEK, VOLLEDIG, Anders, Rij, alles, met

VERSCHUIVINGEN: dict[str, tuple[Anders, list[Rij]]] = {
    "het advies op de dag van het verzoek": ({"verzoek.advies_van": "2026-02-16"}, []),
    "het advies een dag later": (
        {"verzoek.advies_van": "2026-02-17"},
        [("SO-37", "waarschuwing", "verzoek.ontvangen_op")],
    ),
    "overdracht op de dag van het spreekuur": ({"overdracht.op": "2026-03-17"}, []),
    "overdracht een dag erna": ({"overdracht.op": "2026-03-18"}, [("SO-37", "waarschuwing", "verloop.8.op")]),
    "een reactie van voor de vrijgave": (
        {"reactie.datum": "2026-03-23"},
        [("SO-37", "waarschuwing", "reactie.datum")],
    ),
    "een periode van niets": (
        {"machtiging_overdracht.periode": {"van": "2025-06-01", "tot_en_met": "2025-05-31"}},
        [("SO-37", "waarschuwing", "machtiging_overdracht.periode.tot_en_met")],
    ),
    "een periode van een dag": (
        {"machtiging_overdracht.periode": {"van": "2025-06-01", "tot_en_met": "2025-06-01"}},
        [],
    ),
}


@pytest.mark.parametrize("naam", VERSCHUIVINGEN)
def test_wat_later_hoort_is_niet_eerder(tmp_path: Path, naam: str) -> None:
    """Op dezelfde dag kan het; een dag te vroeg is een waarschuwing bij wat te vroeg is."""
    anders, verwacht = VERSCHUIVINGEN[naam]

    assert alles(tmp_path, met(anders), ["SO-37"]) == verwacht


@pytest.mark.parametrize(
    ("dag", "verwacht"),
    [
        ("2026-02-16", []),
        ("2026-01-05", []),
        ("2026-01-04", [("SO-36", "waarschuwing", "verzoek.ontvangen_op")]),
        ("2016-02-16", [("SO-36", "fout", "verzoek.ontvangen_op")]),
    ],
)
def test_een_verzoek_is_van_na_het_recht_en_van_dit_verzuim(
    tmp_path: Path, dag: str, verwacht: list[Rij]
) -> None:
    """De eerste ziektedag van de zaak is 5 januari 2026."""
    assert alles(tmp_path, met({"verzoek.ontvangen_op": dag}), ["SO-36"]) == verwacht


@pytest.mark.parametrize(
    ("anders", "verwacht"),
    [
        ({}, []),
        ({"verzoek.advies_van": None}, [("SO-38", "fout", "afwijzing")]),
        ({"verzoek.advies_van": None, "afwijzing.status": "concept"}, [("SO-38", "waarschuwing", "afwijzing")]),
        ({"verzoek.advies": None}, [("SO-38", "waarschuwing", "afwijzing.geldend_advies")]),
        ({"verzoek.advies": None, "afwijzing.geldend_advies": "Vier uur licht werk per dag."}, []),
        ({"afwijzing.besproken_op": None}, [("SO-38", "waarschuwing", "afwijzing.besproken_op")]),
    ],
)  # fmt: skip
def test_een_afwijzing_noemt_het_advies_en_het_gesprek(
    tmp_path: Path, anders: Anders, verwacht: list[Rij]
) -> None:
    """Anders weet de werknemer niet waarover de brief gaat, en wat intussen geldt."""
    op_advies: Anders = {"verzoek.onderwerp": "passende_arbeid", **BASIS_AFWIJZING, **anders}

    assert alles(tmp_path, met(op_advies, AFGEWEZEN_VERZOEK), ["SO-38"]) == verwacht


BASIS_AFWIJZING: Anders = {
    "verzoek.advies_van": "2026-02-12",
    "verzoek.advies": "Vier uur licht werk per dag.",
    "afwijzing.besproken_op": "2026-02-18",
}


@pytest.mark.parametrize("onderwerp", ["bejegening", "arbeidsvoorwaarden", "anders", "aanstellingskeuring"])
def test_een_verzoek_over_iets_anders_heeft_geen_advies(tmp_path: Path, onderwerp: str) -> None:
    """Wie over bejegening klaagt, twijfelt niet aan een advies."""
    anders: Anders = {
        **BASIS_AFWIJZING, "verzoek.onderwerp": onderwerp, "verzoek.advies_van": None, "verzoek.advies": None,
    }  # fmt: skip

    assert alles(tmp_path, met(anders, AFGEWEZEN_VERZOEK), ["SO-38"]) == []


ADVIES = str(VOLLEDIG["verzoek"]["advies"])
GEZEGD: dict[str, tuple[Anders, list[str]]] = {
    "niets": ({}, []),
    "het advies in de vraag": ({"vraagstelling": f"Klopt dit? {ADVIES}"}, ["vraagstelling"]),
    "het advies in de twijfel": ({"verzoek.twijfel": f"Hij zei: {ADVIES.lower()}"}, ["verzoek.twijfel"]),
    "de eerste ziektedag voluit": (
        {"vraagstelling": "Ziek sinds 5 januari 2026. Hoe nu?"},
        ["vraagstelling"],
    ),
    "de eerste ziektedag in cijfers": ({"vraagstelling": "Ziek sinds 05-01-2026. Hoe?"}, ["vraagstelling"]),
    "een andere dag": ({"vraagstelling": "Sinds 6 januari 2026 thuis. Hoe nu?"}, []),
    "een periode vanaf de eerste dag": (
        {"machtiging_overdracht.periode": {"van": "2026-01-05"}},
        ["machtiging_overdracht.periode.van"],
    ),
    "een periode vanaf de zevende dag": (
        {"machtiging_overdracht.periode": {"van": "2026-01-11"}},
        ["machtiging_overdracht.periode.van"],
    ),
    "een periode vanaf de achtste dag": ({"machtiging_overdracht.periode": {"van": "2026-01-12"}}, []),
    "een periode van ervoor": ({"machtiging_overdracht.periode": {"van": "2026-01-01"}}, []),
}


@pytest.mark.parametrize("naam", GEZEGD)
@pytest.mark.parametrize("toestemming", ["ja", "nee"])
def test_zonder_toestemming_gaat_het_ook_niet_langs_een_omweg(
    tmp_path: Path, naam: str, toestemming: str
) -> None:
    """Vraag, twijfel en periode staan op papier voor de andere bedrijfsarts; met een ja mag het er staan."""
    anders, plekken = GEZEGD[naam]
    gegeven = {
        f"machtiging_overdracht.toestemming.{soort}": toestemming
        for soort in ("advies_in_geding", "verzuimgegevens")
    }
    gevonden = alles(tmp_path, met({**anders, **gegeven}), ["SO-39"])

    assert [pad for _, _, pad in gevonden] == ([] if toestemming == "ja" else plekken)
    assert {ernst for _, ernst, _ in gevonden} <= {"waarschuwing"}
