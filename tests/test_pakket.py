"""The wheel is whole: it works away from the checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hatchling.build import build_wheel

WORTEL = Path(__file__).parents[1]


@pytest.fixture(name="uitgepakt", scope="module")
def _uitgepakt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel's content in a folder of its own."""
    doel = tmp_path_factory.mktemp("wheel")
    eerder = Path.cwd()
    os.chdir(WORTEL)
    try:
        naam = build_wheel(str(doel))
    finally:
        os.chdir(eerder)
    map_ = doel / "inhoud"
    with zipfile.ZipFile(doel / naam) as wheel:
        wheel.extractall(map_)
    return map_


def test_sjablonen_en_vertaling_zitten_in_het_pakket(uitgepakt: Path) -> None:
    """Elk bestand van templates/ en de vertaling van click gaan mee."""
    sjablonen = {pad.relative_to(WORTEL) for pad in (WORTEL / "templates").rglob("*") if pad.is_file()}

    assert {
        pad.relative_to(uitgepakt / "dossiergen")
        for pad in (uitgepakt / "dossiergen" / "templates").rglob("*")
        if pad.is_file()
    } == sjablonen
    assert (uitgepakt / "dossiergen" / "cli" / "locale" / "nl" / "LC_MESSAGES" / "messages.mo").is_file()


def test_het_pakket_maakt_stukken_zonder_de_broncode(uitgepakt: Path, tmp_path: Path) -> None:
    """Met alleen de wheel op het pad komt een zaak tot stukken, met de sjablonen uit de wheel."""
    opdracht = (
        "import sys; sys.path[:] = [sys.argv[1], *(p for p in sys.path if not p.endswith('src'))]\n"
        "import dossiergen; assert dossiergen.__file__.startswith(sys.argv[1])\n"
        "sys.argv = ['dossiergen', 'render', sys.argv[2], '--output', sys.argv[3], '--peildatum', '2026-06-01']\n"
        "from dossiergen.cli import main; main()"
    )
    uit = tmp_path / "uit"
    klaar = subprocess.run(
        [sys.executable, "-c", opdracht, str(uitgepakt), str(WORTEL / "cases" / "2026-0012"), str(uit)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (klaar.returncode, klaar.stderr) == (0, "")
    assert len(list(uit.rglob("*.pdf"))) == 7
