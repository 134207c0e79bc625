"""A command as a process: what it says and when, and the CPU of all that descends from it, orphans included."""

import ctypes
import os
import resource
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Timer

__all__ = ["Afgelopen", "draai", "kinderen"]

# PR_SET_CHILD_SUBREAPER of Linux: who loses its parent becomes our child, and its CPU is counted when it is waited for.
# Without it the workers of a batch count for nobody: their server is never waited for by the process that began it.
_VANG_WEZEN_OP = 36


@dataclass(frozen=True, slots=True)
class Afgelopen:
    """`wand`: until the command itself ended. `cpu`: user and system, of it and all below it. `regels`: when, and what."""

    code: int
    wand: float
    cpu: float
    regels: tuple[tuple[float, str], ...]


def draai(
    opdracht: Sequence[str],
    omgeving: Mapping[str, str],
    *,
    stop_na: float | None = None,
    begonnen: Callable[[int], None] = lambda _: None,
) -> Afgelopen:
    """`stop_na`: seconds until it is interrupted, as by ^C. `begonnen` hears the number of the process.

    Waits for every child of this process: one that measures has no others.
    """
    if ctypes.CDLL(None).prctl(_VANG_WEZEN_OP, 1, 0, 0, 0):
        raise OSError("prctl")
    voor, begin = _cpu(), time.monotonic()
    with subprocess.Popen(opdracht, env=dict(omgeving), stdout=subprocess.PIPE, text=True) as proces:
        begonnen(proces.pid)
        wekker = Timer(stop_na or 0, proces.send_signal, [signal.SIGINT])
        if stop_na is not None:
            wekker.start()
        uit = proces.stdout or ()
        regels = tuple((time.monotonic() - begin, regel.rstrip("\n")) for regel in uit)
        code = proces.wait()
        wand = time.monotonic() - begin
        wekker.cancel()
    _wacht_op_wezen()
    return Afgelopen(code, wand, _cpu() - voor, regels)


def _wacht_op_wezen() -> None:
    while True:
        try:
            os.waitpid(-1, 0)
        except ChildProcessError:
            return


def _cpu() -> float:
    gebruik = resource.getrusage(resource.RUSAGE_CHILDREN)
    return gebruik.ru_utime + gebruik.ru_stime


def kinderen(pid: int) -> Iterator[int]:
    """Of a process that runs now."""
    for map_ in Path("/proc").iterdir():
        if map_.name.isdigit() and _ouder(map_) == pid:
            yield int(map_.name)


def _ouder(map_: Path) -> int | None:
    try:
        return int((map_ / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()[1])
    except OSError:  # gone in the meantime
        return None
