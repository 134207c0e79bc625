"""The sample annexes in cases/ are what tools/bijlagen makes."""

import hashlib
import subprocess
import sys
from pathlib import Path

WORTEL = Path(__file__).parents[1]


def test_de_bijlagen_van_de_voorbeelden_zijn_die_van_nu() -> None:
    """Elk bestand in cases/*/bijlagen heeft de bytes die `tools/bijlagen` maakt, en er ligt niets anders."""
    getoond = subprocess.run(
        [sys.executable, WORTEL / "tools" / "bijlagen", "--toon"], cwd=WORTEL, capture_output=True, check=True
    ).stdout
    bestanden = sorted(pad for pad in WORTEL.glob("cases/*/bijlagen/**/*") if pad.is_file())

    som = [
        f"{hashlib.sha256(pad.read_bytes()).hexdigest()}  {pad.relative_to(WORTEL).as_posix()}"
        for pad in bestanden
    ]

    assert bestanden
    assert sorted(getoond.decode("utf-8").splitlines()) == sorted(som)
