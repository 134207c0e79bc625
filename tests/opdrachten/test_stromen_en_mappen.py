"""Where output goes and which cases are meant: readers that leave, closed streams, folders given twice."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

PEILDATUM = ("--peildatum", "2026-06-01")
Draai = Callable[..., subprocess.CompletedProcess[str]]


def zonder_lezer(map_: Path, *woorden: str) -> tuple[int, str]:
    """Run with a stdout that nobody reads; exit code and stderr."""
    gestart = subprocess.Popen(
        [sys.executable, "-m", "dossiergen", *woorden],
        cwd=map_,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with gestart:
        assert gestart.stdout is not None
        assert gestart.stderr is not None
        gestart.stdout.close()
        praat = gestart.stderr.read()
    return gestart.returncode, praat


@pytest.mark.usefixtures("draai")
@pytest.mark.parametrize(
    "woorden",
    [("render", "cases/2026-0012"), ("batch", "cases", "--format", "json"), ("batch", "cases")],
    ids=" ".join,
)
def test_wie_niet_meeleest_houdt_het_werk_niet_tegen(tmp_path: Path, woorden: tuple[str, ...]) -> None:
    """Na `| head` of `| true` gaan de andere zaken door, en de exitcode is die van het werk."""
    exitcode, praat = zonder_lezer(tmp_path, *woorden, *PEILDATUM)

    assert (exitcode, praat) == (0, "")
    assert (tmp_path / "output" / "index.html").is_file()
    assert (tmp_path / "output" / "2026-0012" / "uwv" / "manifest.json").is_file()


@pytest.mark.usefixtures("draai")
@pytest.mark.parametrize(
    "woorden", [("schema",), ("completion",), ("check", "cases", *PEILDATUM)], ids=" ".join
)
def test_lezen_zonder_lezer_is_geen_fout(tmp_path: Path, woorden: tuple[str, ...]) -> None:
    """Ook de opdrachten die alleen iets tonen, eindigen gewoon."""
    exitcode, praat = zonder_lezer(tmp_path, *woorden)

    assert exitcode == 0
    assert "fout:" not in praat.lower()


@pytest.mark.usefixtures("draai")
@pytest.mark.parametrize("dicht", [">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize(
    ("woorden", "exitcode"),
    [("check cases", 0), ("batch cases/2026-0007", 0), ("batch weg --templates weg", 2)],
)
def test_een_gesloten_stroom_is_geen_storing(tmp_path: Path, dicht: str, woorden: str, exitcode: int) -> None:
    """Met `>&-` gaat de uitvoer nergens heen, en niet in een bestand."""
    opdracht = f"{sys.executable} -m dossiergen {woorden} --peildatum 2026-06-01 {dicht}"
    klaar = subprocess.run(["bash", "-c", opdracht], cwd=tmp_path, capture_output=True, check=False)

    assert klaar.returncode == exitcode
    if woorden.startswith("batch cases"):
        assert (tmp_path / "output" / ".dossiergen" / "slot").read_bytes() == b""


@pytest.mark.usefixtures("draai")
@pytest.mark.parametrize("woorden", ["check cases --peildatum 2026-06-01", "explain PVA-05"])
def test_een_volle_schijf_is_geen_storing_van_ons(tmp_path: Path, woorden: str) -> None:
    """Exitcode 5, en wat u kunt nakijken."""
    opdracht = f"{sys.executable} -m dossiergen {woorden} > /dev/full"
    klaar = subprocess.run(
        ["bash", "-c", opdracht], cwd=tmp_path, capture_output=True, check=False, encoding="utf-8"
    )

    assert (klaar.returncode, klaar.stderr) == (
        5,
        "Fout: De uitvoer kan niet worden geschreven.\nKijk of de schijf vol is.\n",
    )


def zaken(klaar: subprocess.CompletedProcess[str]) -> list[str]:
    return [json.loads(regel)["zaak"] for regel in klaar.stdout.splitlines()]


def test_een_zaak_die_twee_keer_is_genoemd_wordt_een_keer_gemaakt(draai: Draai, tmp_path: Path) -> None:
    """Een omweg of een verwijzing leidt naar dezelfde zaak; de eerste schrijfwijze blijft."""
    (tmp_path / "verwijzing").symlink_to("cases")
    mappen = ("cases", "cases/../cases", "verwijzing", "cases/2026-0012/zaak.yaml")
    klaar = draai("batch", *mappen, *PEILDATUM)

    assert sorted(zaken(klaar)) == ["2025-0231", "2026-0007", "2026-0012"]
    eerste = next(
        regel for regel in map(json.loads, klaar.stdout.splitlines()) if regel["zaak"] == "2025-0231"
    )
    bestanden = {bevinding["bestand"] for bevinding in eerste["findings"]}
    assert bestanden == {
        f"cases/2025-0231/stukken/{stuk}.yaml" for stuk in ("plan-van-aanpak", "probleemanalyse")
    }


def test_een_uitvoermap_tussen_de_zaken_is_geen_zaak(draai: Draai, tmp_path: Path) -> None:
    """Wie in de map van de zaken werkt, heeft daar ook `output` liggen."""
    (tmp_path / "cases" / "output" / ".dossiergen").mkdir(parents=True)

    assert draai("check", "cases", *PEILDATUM).stderr.startswith("3 zaken gecontroleerd")


def test_een_eigen_huisstijl_is_bekend_bij_het_controleren(draai: Draai, tmp_path: Path) -> None:
    """Een huisstijl die alleen in --templates staat, is zonder die optie een fout en daarmee niet."""
    organisaties = tmp_path / "cases" / "organisaties.yaml"
    organisaties.write_text(
        organisaties.read_text("utf-8").replace("huisstijl: limburgflex", "huisstijl: flex")
    )
    standaard = Path(__file__).parents[2] / "templates" / "huisstijl" / "standaard"
    shutil.copytree(standaard, tmp_path / "eigen" / "huisstijl" / "flex")
    zonder = draai("check", "cases/2026-0012", *PEILDATUM)

    assert (zonder.returncode, "REF-04" in zonder.stdout) == (1, True)
    assert draai("check", "cases/2026-0012", "--templates", "eigen", *PEILDATUM).returncode == 0
