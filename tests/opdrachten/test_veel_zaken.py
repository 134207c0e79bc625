"""Many cases at once: the same answer however many processes, and no process left behind."""

import datetime as dt
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from dossiergen.dossier.mappen import laad
from dossiergen.zaak import GeladenOrganisaties
from gebreken import GOED, KENMERK

PEILDATUM = str(dt.date(2026, 6, 1))
AANTAL = 70

# What a process does when it checks a case, instead of only checking it. Forked workers do so too.
# A machine that runs the tests in the background lets them ignore Ctrl-C, and their children with them.
INJECTIE = """
import multiprocessing, os, signal, sys, time
import dossiergen.dossier.mappen as mappen
from dossiergen.cli.hoofd import main
multiprocessing.set_start_method("fork")
signal.signal(signal.SIGINT, signal.default_int_handler)
echt = mappen.controleer_zaak
def controleer_zaak(geladen, *rest, **nog):
    {gebeurt}
    return echt(geladen, *rest, **nog)
mappen.controleer_zaak = controleer_zaak
main()
"""
STERFT = "geladen.naam == '2026-0040' and os._exit(9)"
TRAAG = "print('bezig', flush=True); time.sleep(0.05)"


@pytest.fixture(name="cases")
def _cases(tmp_path: Path) -> Path:
    """Seventy cases; every third has a mistake in its zaak.yaml, every fifth misses it."""
    cases = tmp_path / "cases"
    cases.mkdir()
    shutil.copy(GOED / "organisaties.yaml", cases)
    for nummer in range(AANTAL):
        kenmerk = f"2026-{nummer:04}"
        shutil.copytree(GOED / KENMERK, cases / kenmerk)
        for bestand in (cases / kenmerk).glob("*.yaml"):
            tekst = bestand.read_text("utf-8").replace(KENMERK, kenmerk)
            bestand.write_text(
                tekst.replace("functie: bakker", "functie:") if nummer % 3 == 0 else tekst, "utf-8"
            )
        if nummer % 5 == 0:
            (cases / kenmerk / "zaak.yaml").unlink()
    return cases


def check(cases: Path, *opties: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "dossiergen", "check", str(cases), "--peildatum", PEILDATUM, *opties],
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("formaat", ["text", "sarif"])
def test_het_aantal_processen_verandert_niets(cases: Path, formaat: str) -> None:
    """Dezelfde bevindingen in dezelfde volgorde, en dezelfde exitcode."""
    een, *meer = [
        (klaar.returncode, klaar.stdout, klaar.stderr)
        for jobs in ("1", "2", "3", "40")
        for klaar in [check(cases, "--format", formaat, "--jobs", jobs)]
    ]

    assert een[0] == 1
    assert een[1].count("BST-01") >= AANTAL // 5
    assert een[1].count("dienstverband.functie" if formaat == "sarif" else "SCH-01") > 0
    assert een[2].startswith(f"{AANTAL} zaken gecontroleerd op peildatum {PEILDATUM}: ")
    assert meer == [een, een, een]


def test_een_proces_dat_sterft_is_een_storing(cases: Path) -> None:
    """Exitcode 15 met wat te doen; geen half antwoord, en niemand wacht voor altijd."""
    klaar = subprocess.run(
        [sys.executable, "-c", INJECTIE.format(gebeurt=STERFT), "check", str(cases), "--jobs", "2"],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert (klaar.returncode, klaar.stdout) == (15, "")
    assert klaar.stderr == (
        "Fout: Een van de processen die controleren is onverwacht gestopt.\n"
        "Is er genoeg geheugen? Probeer het opnieuw met --jobs 1.\n"
    )


def bezig(cases: Path) -> subprocess.Popen[str]:
    """A check that is at work, in a group of processes of its own."""
    gestart = subprocess.Popen(
        [sys.executable, "-c", INJECTIE.format(gebeurt=TRAAG), "check", str(cases), "--jobs", "2"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert gestart.stdout is not None
    gestart.stdout.readline()
    return gestart


def test_onderbreken_stopt_alle_processen(cases: Path) -> None:
    """Ctrl-C gaat naar elk proces van de groep; er staat één regel, en geen traceback."""
    gestart = bezig(cases)
    os.killpg(gestart.pid, signal.SIGINT)
    # Ends when nobody writes any more, so also when the workers are gone.
    uit, praat = gestart.communicate(timeout=60)

    assert (gestart.returncode, praat) == (130, "\nOnderbroken.\n")
    assert uit.count("bezig") < AANTAL


def test_een_proces_overleeft_zijn_ouder_niet(cases: Path) -> None:
    """Wordt check van buiten gestopt, dan blijft er niemand met gegevens in zijn geheugen achter."""
    gestart = bezig(cases)
    gestart.kill()
    uit, praat = gestart.communicate(timeout=60)

    assert (gestart.returncode, praat) == (-signal.SIGKILL, "")
    assert uit.count("bezig") < AANTAL


def test_organisaties_worden_per_map_een_keer_gelezen(cases: Path) -> None:
    """Alle zaken in een map delen wat er is gelezen, ook bij een volgende greep."""
    gelezen: dict[Path, GeladenOrganisaties] = {}
    eerste = [organisaties for _, organisaties in laad([cases / "2026-0001", cases / "2026-0002"], gelezen)]
    (later,) = [organisaties for _, organisaties in laad([cases / "2026-0003"], gelezen)]

    assert list(gelezen) == [cases]
    assert [een is gelezen[cases] for een in (*eerste, later)] == [True, True, True]


@pytest.mark.parametrize("jobs", ["0", "-1", "veel"])
def test_jobs_is_een_aantal(cases: Path, jobs: str) -> None:
    """Minstens één proces."""
    klaar = check(cases, "--jobs", jobs)

    assert klaar.returncode == 2
    assert "--jobs" in klaar.stderr
