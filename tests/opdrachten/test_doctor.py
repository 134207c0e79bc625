"""`dossiergen doctor`: the first command on a new machine, whatever is missing there."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Draai = Callable[..., subprocess.CompletedProcess[str]]

# A machine without a package, or without a library, as Python sees it.
ZONDER_PAKKET = """
import importlib.metadata as gegevens, sys
sys.modules["pydantic"] = None
echt = gegevens.version
def version(naam):
    if naam == "pydantic":
        raise gegevens.PackageNotFoundError(naam)
    return echt(naam)
gegevens.version = version
"""
ZONDER_PANGO = """
import cffi, ctypes, ctypes.util
def zonder(echt):
    def laad(*woorden, **nog):
        if any("pango" in str(woord) for woord in woorden):
            raise OSError("cannot load library")
        return echt(*woorden, **nog)
    return laad
cffi.FFI.dlopen = zonder(cffi.FFI.dlopen)
ctypes.util.find_library = lambda naam: None
ctypes.CDLL = zonder(ctypes.CDLL)
"""
ZONDER_LETTERS = """
import font_source_sans_pro
font_source_sans_pro.font_files_ttf = {"SourceSansPro": "/weg/SourceSansPro-Regular.ttf"}
"""


def doctor(map_: Path, *woorden: str, vooraf: str = "", **omgeving: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", f"{vooraf}\nfrom dossiergen.cli import main; main()", "doctor", *woorden],
        cwd=map_,
        env={**os.environ, **omgeving},
        capture_output=True,
        text=True,
        check=False,
    )


def punten(klaar: subprocess.CompletedProcess[str]) -> dict[str, dict[str, object]]:
    return {punt["naam"]: punt for punt in json.loads(klaar.stdout)["punten"]}


def test_in_een_lege_map_zonder_iets_op_path(tmp_path: Path) -> None:
    """Alles wat nodig is, is er; er wordt niets gemaakt; wat niet op PATH staat, mag ontbreken."""
    klaar = doctor(tmp_path, PATH="")

    assert (klaar.returncode, klaar.stderr, list(tmp_path.iterdir())) == (0, "", [])
    regels = klaar.stdout.splitlines()
    assert regels[0] == "Python"
    assert "  ontbreekt  poppler-utils         niet gevonden; leest de tekst van een PDF terug, voor de eigen tests" in regels  # fmt: skip
    assert f"{'':35}sudo apt-get install poppler-utils" in regels
    assert regels[-1].startswith("Alles wat nodig is, is er.")


def test_een_pakket_dat_ontbreekt_is_geen_traceback(tmp_path: Path) -> None:
    """Zonder pydantic start bijna niets; doctor wel, en zegt wat te doen."""
    klaar = doctor(tmp_path, vooraf=ZONDER_PAKKET)

    assert (klaar.returncode, klaar.stderr) == (3, "")
    assert "  ontbreekt  pydantic              is niet geïnstalleerd" in klaar.stdout.splitlines()
    assert klaar.stdout.splitlines()[-1] == (
        "Er ontbreekt iets wat nodig is: pydantic. Daarna is de rest na te kijken."
    )


def test_zonder_pango_gaat_de_rest_door(tmp_path: Path) -> None:
    """De bibliotheek ontbreekt, en daarmee de proef; sjablonen en recht worden nog bekeken. Op stdout staat alleen JSON."""
    klaar = doctor(tmp_path, "--format", "json", vooraf=ZONDER_PANGO)
    gevonden = punten(klaar)

    assert {tuple(punt) for punt in gevonden.values()} == {
        ("groep", "naam", "gereed", "gevonden", "doen", "nodig")
    }
    assert (klaar.returncode, klaar.stderr, json.loads(klaar.stdout)["gereed"]) == (3, "", False)
    assert {naam for naam, punt in gevonden.items() if punt["nodig"] and punt["gereed"] == "ontbreekt"} == {
        "pango",
        "pangoft2",
        "proef-PDF",
    }
    assert gevonden["pango"]["doen"] == "sudo apt-get install libpango-1.0-0"
    assert gevonden["sjablonen"]["gereed"] == gevonden["recht"]["gereed"] == "goed"


def test_zonder_letters_is_er_geen_proef(tmp_path: Path) -> None:
    """Verplaatste lettertypen: de oorzaak staat er, en niet ook nog wat eruit volgt."""
    klaar = doctor(tmp_path, vooraf=ZONDER_LETTERS)

    assert (klaar.returncode, klaar.stderr) == (3, "")
    assert klaar.stdout.splitlines()[-1] == "Er ontbreekt iets wat nodig is: lettertypen."


def test_een_scherm_zonder_utf_8_wordt_gezegd_en_breekt_niets(tmp_path: Path) -> None:
    """Ook de tekst die dat zegt, komt er door."""
    klaar = doctor(tmp_path, PYTHONIOENCODING="ascii")

    assert (klaar.returncode, klaar.stderr) == (0, "")
    assert "  let op     tekens                ascii: letters als ? komen niet goed over" in klaar.stdout


def test_van_een_zaak_staat_er_geen_waarde(draai: Draai, tmp_path: Path) -> None:
    """Ook niet van een zaak met een gebrek; een uitvoermap die een bestand is, houdt tegen."""
    (tmp_path / "uit").touch()
    klaar = draai("doctor", "--cases", "gebrekkig", "--output", "uit")

    assert klaar.returncode == 3
    assert "  ontbreekt  map                   uit: hier staat een bestand, geen map" in klaar.stdout
    assert "99999" not in klaar.stdout
    assert klaar.stdout.splitlines()[-1] == "Er ontbreekt iets wat nodig is: map."


@pytest.mark.parametrize("woorden", [("--format", "xml"), ("zaak",)], ids=" ".join)
def test_verkeerd_gebruik(tmp_path: Path, woorden: tuple[str, ...]) -> None:
    """Exitcode 2, zoals bij elke opdracht."""
    assert doctor(tmp_path, *woorden).returncode == 2
