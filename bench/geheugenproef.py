"""What the workers of a batch hold, looked at while it runs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread
from time import monotonic

from stamboom import kinderen

__all__ = ["LEGENDA", "Kijker", "Meetpunt", "tafel"]

LEGENDA = "now, at most so far, its part of what is shared, shared with nobody"

_TUSSENTIJD = 1.0
_MB = 1024


@dataclass(frozen=True, slots=True)
class Meetpunt:
    """Megabytes of one process, as many seconds after the command began.

    Workers share pages with the process they were split off from: `pss` counts of each such page its part, `eigen` what
    is shared with nobody.
    """

    moment: float
    pid: int
    rss: float
    piek: float
    pss: float
    eigen: float


class Kijker:
    """Looks every second, from `begin` until `stop`; `werkers` and `vrager` are what it saw."""

    def __init__(self) -> None:
        self.werkers: list[Meetpunt] = []
        self.vrager: list[Meetpunt] = []
        self._klaar = Event()
        self._draad: Thread | None = None

    def begin(self, pid: int) -> None:
        self._draad = Thread(target=self._kijk, args=(pid, monotonic()), daemon=True)
        self._draad.start()

    def stop(self) -> None:
        self._klaar.set()
        if self._draad:
            self._draad.join()

    def _kijk(self, pid: int, begonnen: float) -> None:
        while not self._klaar.wait(_TUSSENTIJD):
            nu = monotonic() - begonnen
            self.vrager += _meet(pid, nu)
            # The server that splits off workers is a child of the command; they are its children.
            for kind in kinderen(pid):
                for werker in kinderen(kind):
                    self.werkers += _meet(werker, nu)


def _meet(pid: int, moment: float) -> Iterator[Meetpunt]:
    """Nothing of a process that is gone."""
    try:
        status = _waarden(Path(f"/proc/{pid}/status"))
        delen = _waarden(Path(f"/proc/{pid}/smaps_rollup"))
    except OSError:
        return
    if "VmRSS" in status and "Pss" in delen:
        eigen = delen["Private_Clean"] + delen["Private_Dirty"]
        yield Meetpunt(moment, pid, status["VmRSS"], status["VmHWM"], delen["Pss"], eigen)


def _waarden(pad: Path) -> dict[str, float]:
    regels = (regel.split() for regel in pad.read_text("utf-8").splitlines())
    return {woorden[0].rstrip(":"): int(woorden[1]) / _MB for woorden in regels if woorden[2:] == ["kB"]}


def tafel(kijker: Kijker, momenten: Mapping[str, float]) -> Iterator[str]:
    """Of the worker that held most, and of the process that hands out the cases, at each moment by its name."""
    for naam, moment in momenten.items():
        for wie, punten in (("worker", kijker.werkers), ("asker", kijker.vrager)):
            if punt := _hoogste(punten, moment):
                delen = (punt.rss, punt.piek, punt.pss, punt.eigen)
                yield f"  {naam:>4}  {wie:6}  {'  '.join(f'{een:6.1f}' for een in delen)}"
    yield f"  {len({punt.pid for punt in kijker.werkers})} workers were seen"


def _hoogste(punten: Sequence[Meetpunt], tot: float) -> Meetpunt | None:
    laatste = {punt.pid: punt for punt in punten if punt.moment <= tot}
    return max(laatste.values(), key=lambda punt: punt.rss, default=None)
