"""tools/proefsleutel maakt een sleutel om mee te oefenen, en raakt nooit een sleutel kwijt."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from dossiergen.ondertekening import open_p12

WERKTUIG = Path(__file__).parents[2] / "tools" / "proefsleutel"


def _draai(*woorden: str, geheim: str = "oefenen") -> tuple[int, str]:
    klaar = subprocess.run(
        [sys.executable, str(WERKTUIG), *woorden],
        env={**os.environ, "PROEFGEHEIM": geheim},
        capture_output=True,
        text=True,
        check=False,
    )
    return klaar.returncode, klaar.stdout


def test_een_sleutel_om_mee_te_oefenen(tmp_path: Path) -> None:
    """Hij gaat open met het wachtwoord, de regel is zijn SHA-256, en alleen de eigenaar kan erbij."""
    code, regel = _draai(str(tmp_path / "proef"), "A. de Boer")

    p12 = tmp_path / "proef" / "sleutel.p12"
    certificaat = open_p12(p12, "oefenen").certificaat
    assert (code, regel) == (0, f"{certificaat.sha256}\n")
    assert (certificaat.houder, stat.S_IMODE(p12.stat().st_mode)) == ("A. de Boer", 0o600)


@pytest.mark.parametrize("naam", ["sleutel.p12", "wortel.pem"])
def test_wat_er_ligt_blijft_liggen(naam: str, tmp_path: Path) -> None:
    (tmp_path / naam).write_bytes(b"van iemand")

    assert _draai(str(tmp_path), "A. de Boer") == (5, "")
    assert [(pad.name, pad.read_bytes()) for pad in tmp_path.iterdir()] == [(naam, b"van iemand")]


def test_zonder_wachtwoord_of_naam_is_er_geen_sleutel(tmp_path: Path) -> None:
    assert _draai(str(tmp_path), "A. de Boer", geheim="") == (2, "")
    assert _draai(str(tmp_path)) == (2, "")
    assert not list(tmp_path.iterdir())
