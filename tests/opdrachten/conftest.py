"""Runs dossiergen as a user does."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

WORTEL = Path(__file__).parents[2]

Draai = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(name="draai")
def _draai(tmp_path: Path) -> Draai:
    """Run dossiergen in a folder with a copy of the sample cases and of the case with mistakes."""
    for map_ in ("cases", "gebrekkig"):
        shutil.copytree(WORTEL / map_, tmp_path / map_)

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
