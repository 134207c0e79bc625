"""Workers on other machines, by way of a Dask scheduler: for a batch one more executor (besluit 0044)."""

import asyncio
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future
from concurrent.futures import wait as wacht_op
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from threading import Event, Lock, Thread
from typing import Any, TypeVar

from dossiergen.dossier.batch.elders import Batchvraag, WerkerOngeschikt, doe
from dossiergen.dossier.batch.grens import Grens
from dossiergen.dossier.batch.opdracht import Batchopdracht
from dossiergen.dossier.batch.sleutel import algemeen
from dossiergen.errors import DossiergenFout, OntbrekendHulpmiddel

__all__ = ["Buitenploeg", "met_buitenploeg"]

T = TypeVar("T")
# Seconds: for a scheduler to answer and to have a worker, for a worker to get ready, and for one to come back when all are gone.
_GEDULD = 10.0
_KLAARZETTEN = 60.0
_ALLEEN = 60.0
_TIK = 2.0


@contextmanager
def met_buitenploeg(
    adres: str, opdracht: Batchopdracht, mappen: Sequence[Path], grens: Grens
) -> Iterator["Buitenploeg"]:
    """The workers of a scheduler, as long as a run holds the output.

    Raises OntbrekendHulpmiddel where Dask is missing, where nobody answers, and where a worker cannot do as this machine.
    """
    dask = _dask()
    with opdracht.uitvoer.sein() as sein, _verbonden(dask, adres) as client:
        vraag = Batchvraag(opdracht, grens, algemeen(opdracht), _werkmap(opdracht, mappen), sein.absolute())
        ploeg = Buitenploeg(adres, vraag, client, _gekeurd(client, adres, vraag))
        try:
            yield ploeg
        finally:
            ploeg.shutdown(cancel_futures=True)


@dataclass(slots=True)
class Buitenploeg(Executor):
    """`aantal`: how many cases its workers can make at the same moment, as it was at the start."""

    adres: str
    vraag: Batchvraag
    client: Any
    aantal: int
    _dask: Executor = field(init=False)
    _open: set[Future[Any]] = field(init=False, default_factory=set)
    _slot: Lock = field(init=False, default_factory=Lock)
    _dicht: Event = field(init=False, default_factory=Event)

    def __post_init__(self) -> None:
        self._dask = self.client.get_executor(pure=False)
        Thread(target=self._waak, daemon=True).start()

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        """Raises OntbrekendHulpmiddel where the scheduler is gone, and RuntimeError after `shutdown`."""
        if self._dicht.is_set():
            raise RuntimeError("cannot schedule new futures after shutdown")
        if self.client.status != "running":
            raise _zwijgt(self.adres)
        antwoord: Future[T] = Future()
        with self._slot:
            self._open.add(antwoord)
        elders = self._dask.submit(doe, self.vraag, partial(fn, *args, **kwargs))
        elders.add_done_callback(partial(self._kom_terug, antwoord))
        return antwoord

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """What is cancelled goes on elsewhere until the run lets go of the output."""
        self._dicht.set()
        with self._slot:
            rest = tuple(self._open)
            if cancel_futures:
                self._open.clear()
        if cancel_futures:
            for antwoord in rest:
                antwoord.cancel()
        elif wait:
            wacht_op(rest)

    def _kom_terug(self, antwoord: Future[Any], elders: Future[tuple[bool, Any]]) -> None:
        if elders.cancelled():  # so it goes when the scheduler goes
            self._geef(antwoord, gelukt=False, waarde=_zwijgt(self.adres))
        elif (fout := elders.exception()) is not None:
            self._geef(antwoord, gelukt=False, waarde=fout)
        else:
            gelukt, waarde = elders.result()
            self._geef(antwoord, gelukt=gelukt, waarde=waarde)

    def _geef(self, antwoord: Future[Any], *, gelukt: bool, waarde: Any) -> None:
        """To who waits, unless that was done."""
        with self._slot:
            if antwoord not in self._open:
                return
            self._open.remove(antwoord)
        if gelukt:
            antwoord.set_result(waarde)
        else:
            antwoord.set_exception(waarde)

    def _waak(self) -> None:
        """Dask waits for ever until there is a worker; a night is not long enough for that."""
        gezien = time.monotonic()
        while not self._dicht.wait(_TIK):
            draden = _draden(self.client)
            if draden:
                gezien = time.monotonic()
            elif time.monotonic() - gezien > _ALLEEN:
                fout = _zwijgt(self.adres) if draden is None else _zonder_werkers(self.adres)
                for antwoord in tuple(self._open):
                    self._geef(antwoord, gelukt=False, waarde=fout)


def _dask() -> Any:
    """Without its talk on our stderr: what is of use to somebody is said by us."""
    try:
        import dask  # noqa: PLC0415  not everybody has it, and it takes half a second

        stil = {"distributed": "critical", "distributed.client": "critical"}
        dask.config.set({"distributed.logging": stil})
        import distributed  # noqa: PLC0415  as dask
    except ImportError:
        raise OntbrekendHulpmiddel(
            "Voor werk op meer machines ontbreekt een onderdeel (Dask).",
            'Voer dit uit: pip install "dossiergen[cluster]"',
        ) from None
    return distributed


@contextmanager
def _verbonden(distributed: Any, adres: str) -> Iterator[Any]:
    if not _groet(distributed, adres):
        raise _zwijgt(adres)
    with warnings.catch_warnings():
        # Whether versions differ that matter, each worker says itself.
        warnings.simplefilter("ignore", distributed.versions.VersionMismatchWarning)
        client = _binnen(_GEDULD, partial(distributed.Client, adres, timeout=_GEDULD, set_as_default=False))
    if client is None:
        raise _zwijgt(adres)
    try:
        yield client
    finally:
        _binnen(_GEDULD, client.close)


def _groet(distributed: Any, adres: str) -> bool:
    """Whether somebody there knows the manners of Dask; its client waits for ever for one that does not."""

    async def groet() -> None:
        veilig = distributed.Security().get_connection_args("client")
        lijn = await asyncio.wait_for(distributed.comm.connect(adres, _GEDULD, **veilig), _GEDULD)
        lijn.abort()

    try:
        asyncio.run(groet())
    except Exception:  # noqa: BLE001  anything can be listening at an address, and say anything
        return False
    return True


def _binnen(seconden: float, vraag: Callable[[], T]) -> T | None:
    """What Dask answers; None where it does not: most of its questions have no limit."""
    antwoord: Future[T] = Future()

    def stel() -> None:
        try:
            antwoord.set_result(vraag())
        except Exception as fout:  # noqa: BLE001  Dask says in many ways that somebody is gone
            antwoord.set_exception(fout)

    Thread(target=stel, daemon=True).start()
    op_tijd = wacht_op((antwoord,), seconden).done
    return antwoord.result() if op_tijd and not antwoord.exception() else None


def _gekeurd(client: Any, adres: str, vraag: Batchvraag) -> int:
    """How many cases at once; after each worker has shown that it can do what is asked."""
    tot = time.monotonic() + _GEDULD
    while not (draden := _draden(client)) and time.monotonic() < tot:
        time.sleep(0.1)
    if not draden:
        raise _zonder_werkers(adres)
    proeven = [client.submit(doe, vraag, int, workers=[werker], pure=False) for werker in draden]
    for werker, proef in zip(draden, proeven, strict=True):
        _beoordeel(werker, proef)
    return sum(draden.values())


def _beoordeel(werker: str, proef: Any) -> None:
    try:
        gelukt, waarde = proef.result(_KLAARZETTEN)
    except Exception as fout:  # noqa: BLE001  what Dask or another Python has to say there: only its kind
        raise OntbrekendHulpmiddel(
            f"De werker op {werker} kan niet beginnen ({type(fout).__name__}).",
            "Is dossiergen daar net zo geïnstalleerd als hier? Kijk met `dossiergen doctor`.",
        ) from None
    if not gelukt:
        bezwaar = waarde if isinstance(waarde, DossiergenFout) else WerkerOngeschikt(type(waarde).__name__)
        raise OntbrekendHulpmiddel(bezwaar.melding, bezwaar.hint)


def _draden(client: Any) -> dict[str, int] | None:
    """Of each worker; None where the scheduler does not say."""
    return _binnen(_GEDULD, client.nthreads)


def _werkmap(opdracht: Batchopdracht, mappen: Sequence[Path]) -> Path | None:
    """Where paths begin that are not absolute: they stay as they are, so that all is told as it is without workers elsewhere."""
    paden = (opdracht.output, *mappen, *([opdracht.templates] if opdracht.templates else []))
    return None if all(pad.is_absolute() for pad in paden) else Path.cwd()


def _zwijgt(adres: str) -> OntbrekendHulpmiddel:
    return OntbrekendHulpmiddel(
        f"De scheduler op {adres} antwoordt niet.",
        "Is het adres goed, en loopt `dask scheduler` daar? Geef de opdracht dan opnieuw: wat er al is, wordt overgeslagen.",
    )


def _zonder_werkers(adres: str) -> OntbrekendHulpmiddel:
    return OntbrekendHulpmiddel(
        f"De scheduler op {adres} heeft geen werkers.",
        f"Start er een of meer met `dask worker {adres} --no-nanny`, en geef de opdracht opnieuw: "
        "wat er al is, wordt overgeslagen.",
    )
