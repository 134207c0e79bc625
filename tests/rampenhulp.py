"""What the tests of disasters share: a batch as a process of its own, what it left, and cases that take little work."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread
from typing import Any

from batchhulp import Gedraaid
from dossierhulp import CASES

__all__ = [
    "PEILDATUM_KLEIN",
    "UITNODIGING",
    "geheugendoder",
    "half",
    "houders",
    "in_groep",
    "kleine_zaken",
    "loopt",
    "op_zaak",
    "sluit_af",
    "wacht_op",
    "zet_zaak",
]

_MODEL = "2026-0012"
_UITNODIGING = """datum: 2026-02-03
status: concept
opsteller: s-de-wit
waarvoor: consult
afspraak: {op: 2026-02-10, tijd: 9.30 uur, waar: op het spreekuur, met: a-de-boer}
"""
UITNODIGING = "stukken/brief-uitnodiging-01.yaml"
"""The one document of a small case: a letter of a page, not sent yet."""
PEILDATUM_KLEIN = "2026-02-09"
"""In the sixth week, when nothing else is due."""


def kleine_zaken(map_: Path, aantal: int) -> list[str]:
    """Cases of one document each, in order and ready, with the organisations beside them; their names."""
    map_.mkdir()
    shutil.copy(CASES / "organisaties.yaml", map_)
    namen = [f"2026-{nummer:04}" for nummer in range(1, aantal + 1)]
    for naam in namen:
        zet_zaak(map_ / naam)
    return namen


def zet_zaak(zaak: Path) -> None:
    """One of them, named after its folder; everybody works in another hall."""
    tekst = (CASES / _MODEL / "zaak.yaml").read_text("utf-8").replace(_MODEL, zaak.name)
    (zaak / UITNODIGING).parent.mkdir(parents=True)
    (zaak / UITNODIGING).write_text(_UITNODIGING, "utf-8")
    (zaak / "zaak.yaml").write_text(
        tekst.replace("functie: orderpicker", f"functie: orderpicker in hal {zaak.name[-4:]}"), "utf-8"
    )


def loopt(*woorden: str, voor: Sequence[str] = (), **omgeving: str) -> subprocess.Popen[str]:
    """`voor`: words in front of the command, which run it in another way."""
    return subprocess.Popen(
        [*voor, sys.executable, "-m", "dossiergen", "batch", *woorden],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        encoding="utf-8",
        env={**os.environ, **omgeving},
    )


def sluit_af(loper: subprocess.Popen[str], geduld: float = 120) -> Gedraaid:
    """What came of it, with the line of each case."""
    uit, fout = loper.communicate(timeout=geduld)
    return Gedraaid(loper.returncode, op_zaak(uit), fout)


def op_zaak(uit: str) -> dict[str, dict[str, Any]]:
    """The lines that a run gave, by case."""
    return {regel["zaak"]: regel for regel in map(json.loads, uit.splitlines())}


def half(uit: Path) -> Iterator[str]:
    """Files under a final name that are not whole."""
    for pad in uit.rglob("*"):
        if pad.suffix == ".pdf" and not pad.read_bytes().rstrip().endswith(b"%%EOF"):
            yield pad.name
        if pad.suffix == ".docx" and not zipfile.is_zipfile(pad):
            yield pad.name
        if pad.suffix == ".json" and not _is_json(pad):
            yield pad.name


def _is_json(pad: Path) -> bool:
    try:
        json.loads(pad.read_bytes())
    except ValueError:
        return False
    return True


@contextmanager
def geheugendoder(groep: int, megabytes: int) -> Iterator[None]:
    """Does what the kernel does where memory runs out: whoever of a group takes more than this, is killed."""
    klaar = Event()

    def kijk() -> None:
        while not klaar.wait(0.1):
            for nummer in in_groep(groep):
                if _geheugen(nummer) > megabytes * 1024:
                    os.kill(nummer, signal.SIGKILL)

    draad = Thread(target=kijk)
    draad.start()
    try:
        yield
    finally:
        klaar.set()
        draad.join()


def _geheugen(nummer: int) -> int:
    """Of a process, in kilobytes."""
    return int(_staat(Path("/proc", str(nummer), "status")).get("RssAnon", "0 kB").split()[0])


def _staat(pad: Path) -> Mapping[str, str]:
    try:
        regels = pad.read_text("utf-8", "replace").splitlines()
    except OSError:  # gone by now
        return {}
    return {naam: waarde.strip() for naam, _, waarde in (regel.partition(":") for regel in regels)}


def in_groep(groep: int) -> list[int]:
    """Processes that a run started, and that are still there."""
    return [int(map_.name) for map_ in _processen() if _groep_van(map_ / "stat") == groep]


def _groep_van(staat: Path) -> int:
    try:
        return int(staat.read_text("utf-8", "replace").rpartition(")")[2].split()[2])
    except OSError:  # gone by now
        return 0


def houders(pad: Path) -> list[int]:
    """Processes that have a file open."""
    doel = str(pad.absolute())
    return [int(map_.name) for map_ in _processen() if doel in _geopend(map_)]


def _processen() -> list[Path]:
    return [map_ for map_ in Path("/proc").iterdir() if map_.name.isdecimal()]


def _geopend(map_: Path) -> list[str]:
    try:
        return [str(een.readlink()) for een in (map_ / "fd").iterdir()]
    except OSError:  # gone by now
        return []


def wacht_op(pad: Path, geduld: float = 30) -> None:
    """Until it is there."""
    tot = time.monotonic() + geduld
    while not pad.exists():
        assert time.monotonic() < tot
        time.sleep(0.02)
