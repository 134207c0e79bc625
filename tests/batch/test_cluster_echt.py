"""Een batch op meer machines: een echte planner, twee werkers, en er valt er een weg."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TypeVar

import pytest

from batchhulp import PEILDATUM
from dossierhulp import CASES, bestanden, vervang

T = TypeVar("T")
# A worker that begins reads everything first.
_GEDULD = 120.0
_AFDRUKKEN = ("2025-0231", "2026-0012")


@pytest.fixture(name="zaken")
def _zaken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Four cases that are about as much work each, and a folder where the workers are at home."""
    monkeypatch.chdir(tmp_path)
    Path("thuis").mkdir()
    Path("cases").mkdir()
    shutil.copy(CASES / "organisaties.yaml", "cases")
    namen = {f"{een[:5]}{keer}{een[6:]}": een for een in _AFDRUKKEN for keer in (8, 9)}
    for naam, van in namen.items():
        shutil.copytree(CASES / van, Path("cases") / naam)
        vervang(Path("cases") / naam / "zaak.yaml", f"kenmerk: {van}", f"kenmerk: {naam}")
    return sorted(namen)


@contextmanager
def dask(naam: str, *woorden: str) -> Iterator[subprocess.Popen[bytes]]:
    """A process of Dask that is gone at the end, however the test goes; what it says is in a file."""
    vast = ("--host", "127.0.0.1", "--dashboard-address", "127.0.0.1:0")
    with Path(f"{naam}.log").open("wb") as log:
        opdracht = [sys.executable, "-m", "dask", *woorden, *vast]
        proces = subprocess.Popen(
            opdracht, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd="thuis", start_new_session=True
        )
    try:
        yield proces
    finally:
        proces.kill()
        proces.wait(_GEDULD)


def wacht_op(wat: Callable[[], T | None]) -> T:
    tot = time.monotonic() + _GEDULD
    while not (gezien := wat()):
        assert time.monotonic() < tot
        time.sleep(0.1)
    return gezien


def adres() -> str | None:
    pad = Path("thuis/planner.json")
    return str(json.loads(pad.read_bytes())["address"]) if pad.exists() and pad.stat().st_size else None


def batch(output: str, *woorden: str) -> subprocess.Popen[str]:
    opdracht = ["batch", "cases", "--peildatum", str(PEILDATUM), "--output", output, "--zip", *woorden]
    return subprocess.Popen(
        [sys.executable, "-m", "dossiergen", *opdracht],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def gezegd_van(regels: str) -> dict[str, object]:
    """Of each case what was said, but how long it took, and whether a file lay there already: it does after a kill."""
    zaken = map(json.loads, regels.splitlines())
    return {
        zaak["zaak"]: (
            zaak["gelukt"],
            zaak["storing"],
            zaak["findings"],
            [een["stuk"] for een in zaak["stukken"]],
        )
        for zaak in zaken
    }


def in_sessie(pid: int) -> list[int]:
    """The processes that one of Dask left behind."""
    gevonden = []
    for map_ in Path("/proc").iterdir():
        if map_.name.isdecimal():
            try:
                gevonden += [int(map_.name)] if os.getsid(int(map_.name)) == pid else []
            except ProcessLookupError:  # gone by now
                continue
    return gevonden


def test_een_machine_die_halverwege_wegvalt_is_aan_niets_te_zien(zaken: list[str]) -> None:
    """Wat zij deed, doet een andere: dezelfde bytes en hetzelfde rapport als op één machine."""
    with ExitStack() as machines:
        machines.enter_context(
            dask("planner", "scheduler", "--port", "0", "--scheduler-file", "planner.json")
        )
        planner = wacht_op(adres)
        werkers = [
            machines.enter_context(dask(naam, "worker", planner, "--no-nanny", "--nthreads", "1"))
            for naam in ("een", "twee")
        ]
        gewoon, fout = batch("gewoon", "--jobs", "2").communicate(timeout=_GEDULD)
        assert fout == ""
        wacht_op(lambda: Path("planner.log").read_text("utf-8").count("Register worker") == 2)
        loper = batch("ver", "--scheduler", planner)
        assert loper.stdout
        eerste = loper.stdout.readline()
        os.kill(werkers[0].pid, signal.SIGKILL)
        rest, fout = loper.communicate(timeout=_GEDULD)

        assert (loper.returncode, fout) == (0, "")
        assert sorted(gezegd_van(eerste + rest)) == zaken
        assert gezegd_van(eerste + rest) == gezegd_van(gewoon)
        assert bestanden(Path("ver")) == bestanden(Path("gewoon"))
        assert {"rapport.html", "rapport.json", "rapport.csv"} <= bestanden(Path("ver")).keys()
        assert werkers[1].poll() is None
        assert Path("planner.log").read_text("utf-8").count("Remove worker") == 1
        assert wacht_op(lambda: in_sessie(werkers[0].pid) in ([], [werkers[0].pid]))

        nog_eens = batch("ver", "--jobs", "1").communicate(timeout=_GEDULD)[0]
        assert all(json.loads(regel)["overgeslagen"] for regel in nog_eens.splitlines())

    gezegd = "".join(Path(f"{naam}.log").read_text("utf-8") for naam in ("planner", "een", "twee"))
    assert not [naam for naam in zaken if naam in gezegd]
