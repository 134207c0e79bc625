"""Een schijf die niets meer aanneemt: de batch stopt en zegt waarom, niets staat half, en later gaat zij verder."""

import os
import shutil
import stat
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from batchhulp import Gedraaid
from dossierhulp import bestanden, vervang
from rampenhulp import PEILDATUM_KLEIN, UITNODIGING, half, kleine_zaken, loopt, op_zaak, sluit_af, wacht_op
from verslaghulp import LANG

UIT = Path("output")
HALVERWEGE = Path("halverwege")
AANTAL = 6
ONTHOUDEN = UIT / ".dossiergen" / "batch"
OPDRACHT = ("cases", "--peildatum", PEILDATUM_KLEIN, "--jobs", "2")
# Somebody who may do everything is stopped by no right.
ZONDER_VOORRECHT = ("setpriv", "--bounding-set=-dac_override,-dac_read_search") if os.geteuid() == 0 else ()
VOL = "kan niet worden geschreven: de schijf is vol.\nMaak ruimte en geef de opdracht opnieuw. Wat af is, blijft staan.\n"
DICHT = (
    "Fout: In de map output mag u niet schrijven.\n"
    "Vraag om die rechten of kies met --output een andere map, en geef de opdracht opnieuw. Wat af is, blijft staan.\n"
)
# Read by each Python that a run starts: nothing more is kept once so many bytes lie in the folder.
VOLLE_SCHIJF = """
import errno, os
from pathlib import Path

echt = os.fsync


def fsync(nummer):
    if sum(pad.stat().st_size for pad in Path({map_!r}).rglob("*.[pd]*")) > {ruimte}:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    echt(nummer)


os.fsync = fsync
"""
LEESSCHIJF = """
import errno, os
from pathlib import Path


def mkdir(*_args, **_kwargs):
    raise OSError(errno.EROFS, os.strerror(errno.EROFS))


Path.mkdir = mkdir
"""


@pytest.fixture(name="zaken")
def _zaken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.chdir(tmp_path)
    return kleine_zaken(Path("cases"), AANTAL)


@pytest.fixture(name="gewoon")
def _gewoon(zaken: list[str]) -> dict[str, str]:
    """What is made of them where nothing is in the way."""
    assert batch("--output", "gewoon").exit_code == 0
    assert len(zaken) == len(list(Path("gewoon").glob("*/werkgever")))
    return bestanden(Path("gewoon"))


def batch(*woorden: str) -> Gedraaid:
    return sluit_af(loopt(*OPDRACHT, *woorden, voor=ZONDER_VOORRECHT))


@cache
def mag_koppelen() -> bool:
    """Whether this system lets us make a small disk of our own."""
    klaar = subprocess.run(
        ["unshare", "-rm", "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True, check=False
    )
    return klaar.returncode == 0


def op_nagebootste_schijf(ruimte: int) -> tuple[Gedraaid, Gedraaid]:
    """Every file is written, until there is no room left for it."""
    inhoud = VOLLE_SCHIJF.format(map_=str(UIT.absolute()), ruimte=ruimte)
    vol = sluit_af(loopt(*OPDRACHT, PYTHONPATH=met_ingreep(inhoud)))
    shutil.copytree(UIT, HALVERWEGE)
    return vol, batch()


def met_ingreep(inhoud: str) -> str:
    """Where Python finds its modules, with one in front that each process reads as it starts."""
    plek = Path("ingreep").absolute()
    plek.mkdir()
    (plek / "sitecustomize.py").write_text(inhoud, "utf-8")
    return os.pathsep.join(filter(None, (str(plek), os.environ.get("PYTHONPATH"))))


def op_kleine_schijf(ruimte: int) -> tuple[Gedraaid, Gedraaid]:
    """On a real file system of that size, which gets more room after the first run; then all on it is kept."""
    UIT.mkdir()
    script = f"""
        mount -t tmpfs -o size={ruimte} none output
        "$@" > vol.jsonl 2> vol.txt; code=$?
        cp -a output/. {HALVERWEGE}
        mount -o remount,size=1g output
        "$@" || exit
        cp -a output/. bewaard
        exit $code
    """
    HALVERWEGE.mkdir()
    Path("bewaard").mkdir()
    daarna = sluit_af(loopt(*OPDRACHT, voor=("unshare", "-rm", "sh", "-c", script, "-")))
    shutil.copytree("bewaard", UIT, dirs_exist_ok=True)
    vol = Gedraaid(
        daarna.exit_code, op_zaak(Path("vol.jsonl").read_text("utf-8")), Path("vol.txt").read_text("utf-8")
    )
    return vol, replace(daarna, exit_code=0)


VOLLE_SCHIJVEN = {
    "nagebootst": op_nagebootste_schijf,
    **({"tmpfs": op_kleine_schijf} if LANG and mag_koppelen() else {}),
}


@pytest.mark.parametrize("op_schijf", VOLLE_SCHIJVEN.values(), ids=VOLLE_SCHIJVEN)
@pytest.mark.parametrize("deel", [0.2, 0.6] if LANG else [0.5])
def test_een_volle_schijf_stopt_de_batch_en_met_ruimte_gaat_zij_verder(
    gewoon: dict[str, str], op_schijf: Callable[[int], tuple[Gedraaid, Gedraaid]], deel: float
) -> None:
    """Exitcode 5 met één zin, in plaats van elke zaak die mislukt; aan het eind dezelfde bytes als zonder."""
    grootte = sum(pad.stat().st_size for pad in Path("gewoon").rglob("*") if pad.is_file())
    vol, daarna = op_schijf(int(grootte * deel))

    assert vol.exit_code == 5
    assert vol.stderr.startswith("Fout: output/")
    assert vol.stderr.endswith(VOL)
    assert len(vol.stderr.splitlines()) == 2
    assert all(zaak["gelukt"] for zaak in vol.zaken.values())
    assert list(half(HALVERWEGE)) == []
    stukken = {naam: som for naam, som in bestanden(HALVERWEGE).items() if naam.endswith((".pdf", ".docx"))}
    assert stukken.items() <= gewoon.items()

    assert (daarna.exit_code, daarna.mislukt) == (0, {})
    assert set(vol.zaken) <= set(daarna.overgeslagen) < set(daarna.zaken)
    assert bestanden(UIT) == gewoon
    assert not list(UIT.glob(".dossiergen/tijdelijk-*"))


@contextmanager
def alleen_lezen(map_: Path) -> Iterator[None]:
    """Nobody may lay anything in any of its folders."""
    mappen = [map_, *(pad for pad in map_.rglob("*") if pad.is_dir())]
    for pad in mappen:
        pad.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        yield
    finally:
        for pad in mappen:
            pad.chmod(stat.S_IRWXU)


def test_een_uitvoermap_waarin_niemand_mag_schrijven(zaken: list[str]) -> None:
    """Er is niets gebeurd en niets weg; met de rechten terug is alleen aan de zaak die veranderde nog werk."""
    batch()
    vervang(Path("cases", zaken[0], UITNODIGING), "op het spreekuur", "bij u thuis")
    eerst = bestanden(UIT)
    with alleen_lezen(UIT):
        klaar = batch()
        assert (klaar.exit_code, klaar.stderr) == (5, DICHT)
        assert bestanden(UIT) == eerst

    daarna = batch()
    assert (daarna.exit_code, daarna.overgeslagen) == (0, zaken[1:])


def test_wie_niets_te_schrijven_heeft_heeft_geen_rechten_nodig(zaken: list[str]) -> None:
    """Alles is zoals het was."""
    batch()
    with alleen_lezen(UIT):
        klaar = batch()

    assert (klaar.exit_code, klaar.overgeslagen) == (0, zaken)


def test_zonder_rechten_waar_de_uitvoermap_moet_komen(zaken: list[str]) -> None:
    """Dan komt er geen map en geen enkele zaak aan de beurt."""
    Path("dicht").mkdir()
    with alleen_lezen(Path("dicht")):
        klaar = batch("--output", "dicht/output")

    assert len(zaken) == AANTAL
    assert (klaar.exit_code, klaar.zaken) == (5, {})
    assert klaar.stderr.startswith("Fout: In de map dicht/output mag u niet schrijven.\n")
    assert list(Path("dicht").iterdir()) == []


def test_rechten_die_tijdens_het_werk_verdwijnen(gewoon: dict[str, str]) -> None:
    """De batch stopt bij de eerste zaak die niet meer kan worden neergelegd; wat er lag, blijft en is heel."""
    loper = loopt(*OPDRACHT, voor=ZONDER_VOORRECHT)
    wacht_op(ONTHOUDEN)
    while len(list(ONTHOUDEN.glob("*.json"))) < 2:
        time.sleep(0.02)
    with alleen_lezen(UIT):
        klaar = sluit_af(loper)
        assert (klaar.exit_code, klaar.stderr) == (5, DICHT)
        assert list(half(UIT)) == []

    daarna = batch()
    assert (daarna.exit_code, daarna.mislukt) == (0, {})
    assert set(klaar.zaken) <= set(daarna.overgeslagen) < set(daarna.zaken)
    assert bestanden(UIT) == gewoon


def test_een_map_van_een_zaak_waarin_niemand_mag_schrijven(zaken: list[str]) -> None:
    """Die zaak mislukt alleen, net als een zaak die niemand mag lezen."""
    batch()
    dicht, onleesbaar = zaken[0], zaken[1]
    for naam in zaken[:3]:
        vervang(Path("cases", naam, UITNODIGING), "op het spreekuur", "bij u thuis")
    Path("cases", onleesbaar).chmod(0)
    with alleen_lezen(UIT / dicht):
        klaar = batch()
    Path("cases", onleesbaar).chmod(stat.S_IRWXU)

    assert klaar.exit_code == 7
    assert sorted(klaar.mislukt) == [dicht, onleesbaar]
    assert klaar.zaken[dicht]["storing"].startswith(f"output/{dicht}/")
    assert klaar.zaken[zaken[2]]["gelukt"]
    assert batch().exit_code == 0


def van_nagebootste_leesschijf() -> Gedraaid:
    return sluit_af(loopt(*OPDRACHT, PYTHONPATH=met_ingreep(LEESSCHIJF)))


def van_leesschijf() -> Gedraaid:
    UIT.mkdir()
    script = 'mount --bind output output; mount -o remount,ro,bind output; exec "$@"'
    return sluit_af(loopt(*OPDRACHT, voor=("unshare", "-rm", "sh", "-c", script, "-")))


LEESSCHIJVEN = {
    "nagebootst": van_nagebootste_leesschijf,
    **({"echt": van_leesschijf} if LANG and mag_koppelen() else {}),
}


@pytest.mark.usefixtures("zaken")
@pytest.mark.parametrize("van_schijf", LEESSCHIJVEN.values(), ids=LEESSCHIJVEN)
def test_van_een_schijf_waarvan_alleen_wordt_gelezen(van_schijf: Callable[[], Gedraaid]) -> None:
    """Geen zaak komt aan de beurt, en de weg eruit staat erbij."""
    klaar = van_schijf()

    assert (klaar.exit_code, klaar.zaken) == (5, {})
    assert klaar.stderr == (
        f"Fout: {UIT / '.dossiergen'} kan niet worden gemaakt: van deze schijf kan alleen worden gelezen.\n"
        "Maak de schijf beschrijfbaar of kies een andere map, en geef de opdracht opnieuw. Wat af is, blijft staan.\n"
    )
