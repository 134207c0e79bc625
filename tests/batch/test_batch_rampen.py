"""Wat er ook met een batch gebeurt: niets staat half, niets gaat verloren, en de volgende maakt het af."""

import os
import random
import shutil
import signal
import time
from pathlib import Path

import pytest

from batchhulp import PEILDATUM, Batch
from dossierhulp import KLEINE_ZAKEN, PLAN, bestanden, vervang
from rampenhulp import half, houders, in_groep, loopt, wacht_op
from verslaghulp import LANG, pdf

ALLE = sorted(KLEINE_ZAKEN)
UIT = Path("output")
SLOT = UIT / ".dossiergen" / "slot-werkers"
OPDRACHT = ("cases", "--peildatum", str(PEILDATUM), "--jobs", "2")


def test_gedood_op_elk_moment_en_daarna_af(batch: Batch) -> None:
    """Met kill -9, steeds opnieuw: nooit een half bestand, en aan het eind dezelfde bytes als zonder."""
    batch("--output", "gewoon")
    dobbel = random.Random(9)  # noqa: S311  moments, no secret
    for _ in range(30 if LANG else 4):
        loper = loopt(*OPDRACHT)
        time.sleep(dobbel.uniform(0.2, 6.0))
        loper.kill()
        loper.communicate()
        assert list(half(UIT)) == []

    assert batch().exit_code == 0
    assert bestanden(UIT) == bestanden(Path("gewoon"))
    assert not list(UIT.glob(".dossiergen/tijdelijk-*"))


def test_wie_onderbreekt_krijgt_exitcode_130_en_houdt_geen_processen_over(batch: Batch) -> None:
    """Na ^C is er binnen een paar tellen niets meer aan het werk."""
    loper = loopt(*OPDRACHT)
    wacht_op(SLOT)
    loper.send_signal(signal.SIGINT)
    _, fout = loper.communicate(timeout=30)

    assert (loper.returncode, fout.strip()) == (130, "Onderbroken.")
    tot = time.monotonic() + 10
    while in_groep(loper.pid) and time.monotonic() < tot:
        time.sleep(0.1)
    assert in_groep(loper.pid) == []
    assert batch().exit_code == 0


def test_een_werker_die_het_systeem_stopt_kost_een_zaak(batch: Batch) -> None:
    """De zaak wordt genoemd, de andere zijn gemaakt, en de volgende keer is alleen zij nog aan de beurt."""
    loper = loopt(*OPDRACHT)
    wacht_op(SLOT)
    time.sleep(0.2)
    werkers = houders(SLOT)
    assert werkers
    os.kill(werkers[0], signal.SIGKILL)
    uit, fout = loper.communicate(timeout=120)

    assert loper.returncode == 7
    assert uit.count("(SIGKILL)") == 1
    assert fout.startswith("Mislukt: ")
    daarna = batch()
    assert (daarna.exit_code, len(daarna.overgeslagen)) == (0, 2)


def test_een_uitvoermap_die_verdwijnt_stopt_de_batch(cases: Path) -> None:
    """Wat er niet meer ligt, is niet gemaakt: exitcode 5, met wat te doen."""
    loper = loopt(*OPDRACHT)
    wacht_op(SLOT)
    UIT.rename("weggezet")
    _, fout = loper.communicate(timeout=120)

    assert cases.exists()
    assert loper.returncode == 5
    assert fout.startswith("Fout: De map output is tijdens het werk verdwenen of vervangen.\nZet de map")


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


def test_een_zaak_die_elders_ligt_is_een_zaak(batch: Batch, cases: Path) -> None:
    """Zij houdt de naam van haar eigen map, wordt één keer gemaakt, en zegt wanneer er iets aan veranderde."""
    elders = Path("elders")
    elders.mkdir()
    shutil.move(cases / "2026-0012", elders)
    (cases / "deze-maand").symlink_to(Path(elders, "2026-0012").absolute())
    (cases / "ook").symlink_to("deze-maand")
    eerst, tweede = batch(), batch()
    vervang(elders / "2026-0012" / PLAN, "elke_weken: 6", "elke_weken: 5")

    assert (eerst.exit_code, sorted(eerst.zaken)) == (0, ALLE)
    assert tweede.overgeslagen == ALLE
    assert batch().overgeslagen == ["2025-0231", "2026-0007"]
    assert {pad.name for pad in UIT.iterdir() if pad.is_dir()} == {"2025-0231", "2026-0012", ".dossiergen"}


def test_een_verwijzing_naar_wat_geen_zaak_is_wordt_genoemd(batch: Batch, cases: Path) -> None:
    """Ook een die nergens heen leidt: niemand mag denken dat die zaak is gemaakt. De rest is er."""
    (cases / "2026-0900").symlink_to("/etc")
    (cases / "2026-0901").symlink_to("2026-0901")
    (cases / "2026-0902").symlink_to("weg")
    klaar = batch()

    assert klaar.exit_code == 7
    # By the name of the folder itself, where there is one.
    assert sorted(klaar.mislukt) == ["2026-0901", "2026-0902", "etc"]
    assert sorted(set(klaar.zaken) - set(klaar.mislukt)) == ALLE
    assert {pad.name for pad in UIT.iterdir() if pad.is_dir()} == {"2025-0231", "2026-0012", ".dossiergen"}


def test_een_verwijzing_in_een_zaak(batch: Batch, cases: Path) -> None:
    """Een stuk mag elders liggen, want het gaat langs vorm en lezers; een bijlage, die gaat zoals zij is, niet."""
    plan = cases / "2026-0012" / PLAN
    shutil.move(plan, "plan.yaml")
    plan.symlink_to(Path("plan.yaml").absolute())
    bijlagen = cases / "2025-0231" / "bijlagen"
    bijlagen.mkdir()
    Path("brief.pdf").write_bytes(pdf(["Van iemand anders"]))
    (bijlagen / "brief.pdf").symlink_to(Path("brief.pdf").absolute())
    klaar = batch()

    assert (klaar.exit_code, sorted(klaar.mislukt)) == (7, ["2025-0231"])
    assert [een["melding"] for een in klaar.zaken["2025-0231"]["findings"] if een["code"] == "RIV-17"] == [
        "Dit is geen bestand van deze zaak."
    ]


def test_een_bestand_dat_tijdens_het_werk_verandert(batch: Batch, cases: Path) -> None:
    """Elk stuk is van één moment; wat daarna veranderde, ziet de volgende keer."""
    loper = loopt(*OPDRACHT)
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
