"""De metingen zelf: met de kleinste aantallen geven zij hun tabel, zodat zij niet stilletjes stuk gaan."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).parents[1] / "bench"


def meet(script: str, *woorden: str) -> str:
    klaar = subprocess.run(
        [sys.executable, str(BENCH / script), *woorden], capture_output=True, text=True, check=True
    )
    return klaar.stdout


@pytest.fixture(name="map_", scope="module")
def _map(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("schaal")


def rijen(map_: Path, *woorden: str) -> list[list[str]]:
    """De cellen van de tabel van een onderdeel, zonder de kop."""
    regels = meet("schaal.py", str(map_), *woorden).splitlines()
    cellen = [[cel.strip() for cel in regel.strip("|").split("|")] for regel in regels if regel[:1] == "|"]
    return cellen[2:]


def test_werkers(map_: Path) -> None:
    tabel = rijen(map_, "werkers", "--aantal", "1", "--rondes", "1")

    assert [rij[0] for rij in tabel] == ["1", "2"]
    assert tabel[0][1] == tabel[1][1] != "0"
    assert float(tabel[1][5]) > 0


def test_prijs_met_het_geheugen_van_werkers(map_: Path) -> None:
    uit = meet("schaal.py", str(map_), "prijs", "--aantallen", "1", "2")

    assert "memory in MB over 2 cases" in uit
    assert "100%  worker" in uit
    assert "| 2 |" in uit


def test_venster_op_een_grote_belasting(map_: Path) -> None:
    tabel = rijen(map_, "venster", "--aantal", "2", "--seconden", "300")

    assert [rij[0] for rij in tabel] == ["all of 2", "first 2 of 2"]
    assert tabel[0][1] == tabel[1][1]


def test_een_lichte_batch(map_: Path) -> None:
    """Het werk van alle processen telt mee: een eerste keer kost meer dan een keer dat alles bekend is."""
    eerst, ongewijzigd = rijen(map_, "licht", "--aantallen", "2", "--rondes", "1")

    assert (eerst[:2], ongewijzigd[:2]) == (["first", "2"], ["unchanged", "2"])
    assert float(eerst[3]) > 1.5 * float(ongewijzigd[3])


def test_ongewijzigd_en_een_zaak_gewijzigd(map_: Path) -> None:
    tabel = rijen(map_, "ongewijzigd", "--aantal", "2", "--rondes", "1")

    assert [rij[0] for rij in tabel] == ["2 cases, nothing changed", "2 cases, one changed"]


def test_hele_zaken_naast_de_kale_motoren(tmp_path: Path) -> None:
    shutil.copy(BENCH.parent / "cases" / "organisaties.yaml", tmp_path)
    shutil.copytree(BENCH.parent / "cases" / "2026-0058", tmp_path / "2026-0058")

    uit = meet("heel.py", str(tmp_path), "--rondes", "1")

    assert "1 cases, " in uit
    assert "(budget 1.15)" in uit
    assert "after round 3 of 1" in uit
