"""Processes that work side by side, with the interface of `concurrent.futures`.

Each has a line of its own to us. So a process that dies, that takes too long or too much memory takes nothing with it
but the one task that it had (besluit 0041 says why this is not the pool of the standard library).
"""

import multiprocessing
import resource
import signal
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future
from contextlib import suppress
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import partial
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerContext, SpawnContext
from multiprocessing.process import BaseProcess
from pickle import PicklingError
from shutil import rmtree
from tempfile import TemporaryDirectory
from threading import Lock, Thread
from typing import Any, TypeVar

from dossiergen.dossier.batch.grens import Grens
from dossiergen.dossier.kind import word_kind
from dossiergen.errors import DossiergenFout

__all__ = ["WerkerGestopt", "Werkploeg"]

T = TypeVar("T")
_MB = 1024 * 1024
# How often a process may die before it is ready to work, one after the other, before nobody tries again.
_KEREN = 3
# Seconds, until a fresh process takes over: libraries below us let go of less than they took (docs/prestaties.md). To get
# ready takes it less than one.
_HOUDBAAR = 120.0
# What Python says of a value that cannot go to another process.
_NIET_TE_VERSTUREN = (PicklingError, AttributeError, TypeError, ValueError, RecursionError)


class WerkerGestopt(DossiergenFout):
    """The process that had a task is gone, and the task with it."""


def _niets() -> None:
    """There is nothing to get ready."""


class _Hoe(Enum):
    """How a task ended; after VOL, what is left of the memory is not to be trusted with a next one."""

    GELUKT = auto()
    MISLUKT = auto()
    VOL = auto()


@dataclass(slots=True)
class _Taak:
    antwoord: Future[Any]
    werk: tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]


@dataclass(slots=True)
class _Werker:
    """`tot`: when it has taken too long, by the clock that only goes forward."""

    proces: BaseProcess
    lijn: Connection
    plek: TemporaryDirectory[str]
    """Where it lays what is for itself. We take that away: who is killed does not."""
    tot: float
    taak: _Taak | None = None
    klaar: bool = False
    """Ready for a task."""
    begonnen: float = 0.0
    """When it was ready for its first task."""


@dataclass(slots=True)
class Werkploeg(Executor):
    """`aantal` processes, each of which runs `begin` once. `voorraad`: modules that they share from the start.

    After `houdbaar` seconds a process finishes its task and makes room for a fresh one.
    """

    aantal: int
    begin: Callable[[], None] = _niets
    grens: Grens = field(default_factory=Grens)
    voorraad: Sequence[str] = ()
    houdbaar: float = _HOUDBAAR
    _wacht: "deque[_Taak]" = field(init=False, default_factory=deque)
    _werkers: list[_Werker] = field(init=False, default_factory=list)
    _slot: Lock = field(init=False, default_factory=Lock)
    _draad: Thread | None = field(init=False, default=None)
    _bel: tuple[Connection, Connection] = field(init=False)
    _dicht: bool = field(init=False, default=False)
    _mislukt: int = field(init=False, default=0)
    _context: "ForkServerContext | SpawnContext" = field(init=False)

    def __post_init__(self) -> None:
        self._bel = multiprocessing.Pipe(duplex=False)
        self._context = _context(self.voorraad)

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        """Raises RuntimeError after `shutdown`, as every executor does."""
        antwoord: Future[T] = Future()
        with self._slot:
            if self._dicht:
                raise RuntimeError("cannot schedule new futures after shutdown")
            self._wacht.append(_Taak(antwoord, (fn, args, kwargs)))
            if self._draad is None:
                self._draad = Thread(target=self._verdeel, daemon=True)
                self._draad.start()
        self._bel[1].send_bytes(b"!")
        return antwoord

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        with self._slot:
            self._dicht = True
            if cancel_futures:
                for taak in self._wacht:
                    taak.antwoord.cancel()
                self._wacht.clear()
        self._bel[1].send_bytes(b"!")
        if wait and self._draad is not None:
            self._draad.join()

    def breek_af(self) -> None:
        """Stop now: who is at work is stopped in the middle of it. What is on the disk is whole at any moment."""
        self.shutdown(wait=False, cancel_futures=True)
        with self._slot:
            for werker in self._werkers:
                werker.proces.kill()
        self.shutdown()

    def pids(self) -> tuple[int, ...]:
        """The processes that work at this moment."""
        with self._slot:
            return tuple(werker.proces.pid or 0 for werker in self._werkers)

    def _verdeel(self) -> None:
        """The only thread that speaks with the processes. Whatever stops it, nobody waits for an answer in vain."""
        try:
            self._verdeel_alles()
        except Exception as fout:  # noqa: BLE001  it is told by the answers; a thread would only print it
            with self._slot:
                self._dicht = True
                taken = [*self._wacht, *(een.taak for een in self._werkers if een.taak)]
                self._wacht.clear()
            for taak in taken:
                if not taak.antwoord.done():
                    taak.antwoord.set_exception(fout)

    def _verdeel_alles(self) -> None:
        while self._bezig():
            self._vul_aan()
            for werker in list(self._werkers):
                self._geef_werk(werker)
            lijnen: list[Any] = [self._bel[0], *(werker.lijn for werker in self._werkers)]
            for lijn in wait(lijnen, self._geduld()):
                if lijn is self._bel[0]:
                    self._bel[0].recv_bytes()
                else:
                    self._hoor(next(werker for werker in self._werkers if werker.lijn is lijn))
            self._stop_trage()
        for werker in self._werkers:
            _laat_gaan(werker)
        for werker in list(self._werkers):
            self._is_weg(werker)

    def _bezig(self) -> bool:
        with self._slot:
            return not self._dicht or bool(self._wacht) or any(werker.taak for werker in self._werkers)

    def _vul_aan(self) -> None:
        """As many processes as there is work for."""
        nodig = len(self._wacht) + sum(werker.taak is not None for werker in self._werkers)
        while len(self._werkers) < min(self.aantal, nodig):
            if self._mislukt >= _KEREN:
                self._geef_op()
                return
            hier, daar = multiprocessing.Pipe()
            plek = TemporaryDirectory(prefix="dossiergen-", ignore_cleanup_errors=True)
            woorden = (daar, self.begin, self.grens, plek.name)
            proces = self._context.Process(target=_werk, args=woorden, daemon=True)
            proces.start()
            daar.close()
            with self._slot:
                self._werkers.append(_Werker(proces, hier, plek, self._uiterlijk()))

    def _geef_op(self) -> None:
        """No process gets so far that it can work: what waits will not be done."""
        fout = WerkerGestopt(
            "De processen die het werk doen, kunnen niet beginnen.",
            "Is er genoeg geheugen? Kijk met `dossiergen doctor`.",
        )
        with self._slot:
            taken = list(self._wacht)
            self._wacht.clear()
        for taak in taken:
            if taak.antwoord.set_running_or_notify_cancel():
                taak.antwoord.set_exception(fout)

    def _geef_werk(self, werker: _Werker) -> None:
        while werker.klaar and werker.taak is None:
            with self._slot:
                taak = self._wacht.popleft() if self._wacht else None
            if taak is None:
                return
            if not taak.antwoord.set_running_or_notify_cancel():
                continue
            werker.taak, werker.tot = taak, self._uiterlijk()
            try:
                werker.lijn.send(taak.werk)
            except OSError:
                self._is_weg(werker)
                return
            except _NIET_TE_VERSTUREN as fout:
                werker.taak = None
                taak.antwoord.set_exception(fout)

    def _hoor(self, werker: _Werker) -> None:
        try:
            hoe, waarde = werker.lijn.recv()
        except (EOFError, OSError):
            self._is_weg(werker)
            return
        taak, werker.taak = werker.taak, None
        if taak is None:
            werker.klaar, self._mislukt, werker.begonnen = True, 0, time.monotonic()
            return
        if hoe is _Hoe.GELUKT:
            taak.antwoord.set_result(waarde)
        else:
            taak.antwoord.set_exception(waarde)
        if hoe is _Hoe.VOL:
            werker.proces.kill()
            self._is_weg(werker)
        elif time.monotonic() - werker.begonnen >= self.houdbaar:
            _laat_gaan(werker)
            self._is_weg(werker)

    def _is_weg(self, werker: _Werker, reden: str = "") -> None:
        werker.lijn.close()
        werker.proces.join()
        werker.plek.cleanup()
        with self._slot:
            self._werkers.remove(werker)
        if not werker.klaar:
            self._mislukt += 1
        if werker.taak is not None:
            zin = reden or _hoe_gestopt(werker.proces.exitcode)
            werker.taak.antwoord.set_exception(
                WerkerGestopt(zin, "De andere zaken gaan door. Probeer deze zaak opnieuw.")
            )

    def _stop_trage(self) -> None:
        nu = time.monotonic()
        for werker in [een for een in self._werkers if een.tot <= nu and (een.taak or not een.klaar)]:
            werker.proces.kill()
            self._is_weg(werker, f"Dit duurde langer dan {self.grens.seconden:g} seconden en is gestopt.")

    def _uiterlijk(self) -> float:
        return time.monotonic() + self.grens.seconden

    def _geduld(self) -> float | None:
        eerste = min((een.tot for een in self._werkers if een.taak or not een.klaar), default=None)
        return None if eerste is None else max(0.0, eerste - time.monotonic())


def _context(voorraad: Sequence[str]) -> ForkServerContext | SpawnContext:
    """A server that has read the modules once and splits off workers; a process of its own each where there is none."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(voorraad))
    return context


def _laat_gaan(werker: _Werker) -> None:
    """There is no more work for it."""
    with suppress(OSError):
        werker.lijn.send(None)


def _hoe_gestopt(exitcode: int | None) -> str:
    if exitcode is not None and exitcode < 0:
        naam = signal.Signals(-exitcode).name
        return f"Het proces dat hieraan werkte, is gestopt door het systeem ({naam})."
    return f"Het proces dat hieraan werkte, is onverwacht gestopt (code {exitcode})."


def _werk(lijn: Connection, begin: Callable[[], None], grens: Grens, plek: str) -> None:
    """The life of a process: get ready once, then one task after another."""
    word_kind(partial(rmtree, plek, ignore_errors=True))
    tempfile.tempdir = plek
    _begrens(grens)
    begin()
    _antwoord(lijn, _Hoe.GELUKT, None)
    while True:
        try:
            taak = lijn.recv()
        except (EOFError, ConnectionError):
            return
        if taak is None:
            return
        _antwoord(lijn, *_uitgevoerd(*taak))


def _uitgevoerd(
    functie: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
) -> tuple[_Hoe, Any]:
    try:
        return _Hoe.GELUKT, functie(*args, **kwargs)
    except MemoryError:
        zin = "Hiervoor was meer geheugen nodig dan is toegestaan."
        return _Hoe.VOL, WerkerGestopt(zin, "Geef meer ruimte met --geheugen, of maak deze zaak kleiner.")
    except Exception as fout:  # noqa: BLE001  whatever it was, the asker gets it
        return _Hoe.MISLUKT, fout


def _antwoord(lijn: Connection, hoe: _Hoe, waarde: Any) -> None:
    try:
        lijn.send((hoe, waarde))
    except ConnectionError:  # nobody waits for it any more
        raise SystemExit from None
    except _NIET_TE_VERSTUREN as fout:
        lijn.send((_Hoe.MISLUKT, RuntimeError(type(fout).__name__)))


def _begrens(grens: Grens) -> None:
    """The system refuses memory over the limit; only Linux counts all that a process asks for."""
    if sys.platform == "linux":
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        gevraagd = grens.megabytes * _MB
        # The system may allow this process less than that.
        zacht = gevraagd if hard == resource.RLIM_INFINITY else min(gevraagd, hard)
        resource.setrlimit(resource.RLIMIT_DATA, (zacht, hard))
