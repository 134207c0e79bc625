"""Wat er ook met een batch gebeurt: niets staat half, niets gaat verloren, en de volgende maakt het af."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from batchhulp import PEILDATUM, Batch
from dossierhulp import KLEINE_ZAKEN, PLAN, bestanden, vervang
from verslaghulp import LANG

ALLE = sorted(KLEINE_ZAKEN)
UIT = Path("output")
OPDRACHT = (
    sys.executable,
    "-m",
    "dossiergen",
    "batch",
    "cases",
    "--peildatum",
    str(PEILDATUM),
    "--jobs",
    "2",
)


def loopt() -> subprocess.Popen[bytes]:
    return subprocess.Popen(OPDRACHT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)


def half() -> Iterator[str]:
    """Files under a final name that are not whole."""
    for pad in UIT.rglob("*"):
        if pad.suffix == ".pdf" and not pad.read_bytes().rstrip().endswith(b"%%EOF"):
            yield pad.name
        if pad.suffix == ".docx" and not zipfile.is_zipfile(pad):
            yield pad.name


def in_groep(groep: int) -> list[int]:
    """Processes that a run left behind."""
    staten = [(map_, map_ / "stat") for map_ in processen()]
    return [int(map_.name) for map_, staat in staten if groep_van(staat) == groep]


def groep_van(staat: Path) -> int:
    try:
        return int(staat.read_text("utf-8", "replace").rpartition(")")[2].split()[2])
    except OSError:  # gone by now
        return 0


def houders(pad: Path) -> list[int]:
    """Processes that have a file open."""
    doel = str(pad.absolute())
    return [int(map_.name) for map_ in processen() if doel in geopend(map_)]


def processen() -> list[Path]:
    return [map_ for map_ in Path("/proc").iterdir() if map_.name.isdecimal()]


def geopend(map_: Path) -> list[str]:
    try:
        return [str(een.readlink()) for een in (map_ / "fd").iterdir()]
    except OSError:  # gone by now
        return []


def test_gedood_op_elk_moment_en_daarna_af(batch: Batch) -> None:
    """Met kill -9, steeds opnieuw: nooit een half bestand, en aan het eind dezelfde bytes als zonder."""
    batch("--output", "gewoon")
    dobbel = random.Random(9)  # noqa: S311  moments, no secret
    for _ in range(30 if LANG else 4):
        loper = loopt()
        time.sleep(dobbel.uniform(0.2, 6.0))
        loper.kill()
        loper.communicate()
        assert list(half()) == []

    assert batch().exit_code == 0
    assert bestanden(UIT) == bestanden(Path("gewoon"))
    assert not list(UIT.glob(".dossiergen/tijdelijk-*"))


def test_wie_onderbreekt_krijgt_exitcode_130_en_houdt_geen_processen_over(batch: Batch) -> None:
    """Na ^C is er binnen een paar tellen niets meer aan het werk."""
    loper = loopt()
    while not (UIT / ".dossiergen" / "slot-werkers").exists():
        time.sleep(0.05)
    loper.send_signal(signal.SIGINT)
    _, fout = loper.communicate(timeout=30)

    assert (loper.returncode, fout.decode().strip()) == (130, "Onderbroken.")
    tot = time.monotonic() + 10
    while in_groep(loper.pid) and time.monotonic() < tot:
        time.sleep(0.1)
    assert in_groep(loper.pid) == []
    assert batch().exit_code == 0


def test_een_werker_die_het_systeem_stopt_kost_een_zaak(batch: Batch) -> None:
    """De zaak wordt genoemd, de andere zijn gemaakt, en de volgende keer is alleen zij nog aan de beurt."""
    loper = loopt()
    doel = UIT / ".dossiergen" / "slot-werkers"
    while not doel.exists():
        time.sleep(0.02)
    time.sleep(0.2)
    werkers = houders(doel)
    assert werkers
    os.kill(werkers[0], signal.SIGKILL)
    uit, fout = loper.communicate(timeout=120)

    assert loper.returncode == 7
    assert uit.decode().count("(SIGKILL)") == 1
    assert fout.decode().startswith("Mislukt: ")
    daarna = batch()
    assert (daarna.exit_code, len(daarna.overgeslagen)) == (0, 2)


def test_een_uitvoermap_die_verdwijnt_stopt_de_batch(cases: Path) -> None:
    """Wat er niet meer ligt, is niet gemaakt: exitcode 5, met wat te doen."""
    loper = loopt()
    while not (UIT / ".dossiergen" / "slot-werkers").exists():
        time.sleep(0.02)
    UIT.rename("weggezet")
    _, fout = loper.communicate(timeout=120)

    assert cases.exists()
    assert loper.returncode == 5
    assert fout.decode().startswith(
        "Fout: De map output is tijdens het werk verdwenen of vervangen.\nZet de map"
    )


def test_een_bestand_op_de_plaats_van_de_uitvoermap(batch: Batch) -> None:
    """Er gebeurt niets, en het bestand blijft."""
    UIT.write_text("van iemand anders", "utf-8")
    klaar = batch()

    assert klaar.exit_code == 2
    assert UIT.read_text("utf-8") == "van iemand anders"


def test_een_map_in_de_weg_raakt_alleen_die_zaak(batch: Batch) -> None:
    """De andere zaken zijn gemaakt."""
    UIT.mkdir()
    (UIT / "2026-0012").write_text("hier hoort een map", "utf-8")
    klaar = batch()

    assert (klaar.exit_code, sorted(klaar.mislukt)) == (7, ["2026-0012"])
    assert (UIT / "2026-0012").read_text("utf-8") == "hier hoort een map"
    assert (UIT / "2025-0231/werkgever/manifest.json").is_file()


def test_een_klok_die_terugging_verbergt_niets(batch: Batch, cases: Path) -> None:
    """Een bestand met een oudere tijd en dezelfde lengte is toch een ander bestand."""
    batch()
    plan = cases / "2026-0012" / PLAN
    vervang(plan, "elke_weken: 6", "elke_weken: 5")
    os.utime(plan, (0, 0))
    gezien = UIT / "2025-0231/werkgever/manifest.json"
    stand = gezien.stat()
    gezien.write_bytes(gezien.read_bytes().replace(b"2025", b"2024", 1))
    os.utime(gezien, ns=(stand.st_atime_ns, stand.st_mtime_ns))

    assert batch().overgeslagen == ["2026-0007"]


@pytest.mark.parametrize(
    "naam", ["-rf", "a b", "'; rm", 'dubbel"', "é€😀", "x" * 250, "regel\neinde", "*", "<b>"]
)
def test_een_map_met_een_vreemde_naam_stoort_niemand(batch: Batch, cases: Path, naam: str) -> None:
    """Zij wordt genoemd en mislukt, want een kenmerk is het niet; de rest is er."""
    shutil.copytree(cases / "2026-0007", cases / naam)
    klaar = batch()

    assert klaar.exit_code == 7
    assert len(klaar.mislukt) == 1
    assert sorted(set(klaar.zaken) - set(klaar.mislukt)) == ALLE
    assert {pad.name for pad in UIT.iterdir() if pad.is_dir()} <= {*ALLE, ".dossiergen"}


def test_een_verwijzing_uit_de_map_met_zaken(batch: Batch, cases: Path) -> None:
    """Een zaak die elders ligt is een zaak; een verwijzing naar iets anders wordt genoemd."""
    shutil.move(cases / "2026-0007", "2026-0007")
    (cases / "2026-0007").symlink_to(Path("2026-0007").absolute())
    (cases / "2026-0900").symlink_to("/etc")
    (cases / "2026-0901").symlink_to("2026-0901")
    (cases / "2026-0902").symlink_to("weg")
    klaar = batch()

    assert klaar.exit_code == 7
    assert klaar.zaken["2026-0007"]["gelukt"]
    assert all(klaar.zaken[naam]["gelukt"] for naam in ALLE if naam in klaar.zaken)


def test_een_bestand_dat_tijdens_het_werk_verandert(batch: Batch, cases: Path) -> None:
    """Elk stuk is van één moment; wat daarna veranderde, ziet de volgende keer."""
    loper = loopt()
    plan = cases / "2025-0231" / PLAN
    tekst = plan.read_text("utf-8")
    for keer in range(40):
        plan.write_text(tekst + f"# {keer}\n", "utf-8")
        time.sleep(0.05)
    loper.communicate(timeout=120)
    plan.write_text(tekst, "utf-8")

    assert loper.returncode == 0
    assert batch().exit_code == 0
    batch("--output", "gewoon")
    assert bestanden(UIT) == bestanden(Path("gewoon"))
