"""Runs dossiergen as a user does."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dossierhulp import kopieer_kleine_zaken
from verslaghulp import gemaakt

WORTEL = Path(__file__).parents[2]

Draai = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(name="draai")
def _draai(tmp_path: Path) -> Draai:
    """Run dossiergen in a folder with a copy of three small sample cases and of the case with mistakes."""
    shutil.copytree(WORTEL / "gebrekkig", tmp_path / "gebrekkig")
    kopieer_kleine_zaken(tmp_path / "cases")

    def draai(*woorden: str, **omgeving: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "dossiergen", *woorden],
            cwd=tmp_path,
            env={**os.environ, **omgeving},
            capture_output=True,
            text=True,
            check=False,
        )

    return draai


@pytest.fixture(name="map_")
def _map(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder of a user: `cases` with a complete case, and `output` with what was made of it."""
    gemaakt(tmp_path)
    (tmp_path / "uit").rename(tmp_path / "output")
    monkeypatch.chdir(tmp_path)
    return tmp_path
