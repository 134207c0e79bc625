"""Waarmee de metingen meten."""

import datetime as dt
import subprocess
import sys
from pathlib import Path

from dossiergen.dossier.mappen import controleer_mappen, laad
from dossiergen.finding import met_fout
from dossiergen.sjablonen import Sjablonen

BENCH = Path(__file__).parents[1] / "bench"
# Een opdracht die iets zegt en meteen ophoudt, terwijl wat zij begon nog een halve seconde rekent.
_KIND = "import time; tot = time.process_time() + 0.5\nwhile time.process_time() < tot: pass"
_OUDER = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {_KIND!r}]); print('klaar')"


def in_bench(opdracht: str, *woorden: str) -> list[str]:
    """Wat een stukje Python zegt in een proces van zichzelf: wie meet, wacht op al zijn kinderen."""
    klaar = subprocess.run(
        [sys.executable, "-c", opdracht, *woorden], capture_output=True, text=True, check=True, cwd=BENCH
    )
    return klaar.stdout.splitlines()


def test_de_rekentijd_van_wezen_telt_mee() -> None:
    """Ook van een proces waar de opdracht zelf niet op wacht, zoals de werkers van een batch."""
    code, cpu, regels = in_bench(
        "import sys, stamboom, os\n"
        "klaar = stamboom.draai([sys.executable, '-c', sys.argv[1]], os.environ)\n"
        "print(klaar.code, klaar.cpu, [regel for _, regel in klaar.regels], sep='\\n')",
        _OUDER,
    )

    assert (code, regels) == ("0", "['klaar']")
    assert float(cpu) >= 0.5


def test_een_meting_kan_worden_onderbroken() -> None:
    """Zoals met ^C, en niet pas als het werk af is."""
    opdracht = "import time; print('begonnen', flush=True); time.sleep(60)"
    code, wand = in_bench(
        "import sys, stamboom, os\n"
        "klaar = stamboom.draai([sys.executable, '-c', sys.argv[1]], os.environ, stop_na=1.0)\n"
        "print(klaar.code, klaar.wand, sep='\\n')",
        opdracht,
    )

    assert code != "0"
    assert 1.0 <= float(wand) < 30.0


def test_een_verhuizing_verandert_een_zaak_die_in_orde_blijft(tmp_path: Path) -> None:
    """Een echte verandering van een gegeven, en van geen andere zaak."""
    opdracht = (
        "import sys; from pathlib import Path; import batchproef, maak_zaken\n"
        "zaken = Path(sys.argv[1]); maak_zaken.maak_zaken(3, zaken)\n"
        "adressen = lambda: {m.name: (m / 'zaak.yaml').read_text() for m in zaken.iterdir() if m.is_dir()}\n"
        "voor = adressen(); naam = batchproef.verhuis(zaken, 1); na = adressen()\n"
        "print(naam, [een for een in na if na[een] != voor[een]], sep='\\n')"
    )
    naam, anders = in_bench(opdracht, str(tmp_path))
    mappen = [geladen.zaak is not None for geladen, _ in laad([tmp_path / naam])]
    findings = controleer_mappen([tmp_path / naam], dt.date(2026, 6, 1), Sjablonen.standaard())

    assert anders == f"['{naam}']"
    assert mappen == [True]
    assert not any(map(met_fout, findings))
