"""CPU time of things that do the same work, taken in turn so that what else runs on the machine hits all alike."""

import gc
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

__all__ = ["Reeks", "meet_om_en_om"]

Werk = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Reeks:
    """CPU seconds of one thing, a round each; of all threads of the process."""

    tijden: tuple[float, ...]

    @property
    def minst(self) -> float:
        return min(self.tijden)

    @property
    def midden(self) -> float:
        return statistics.median(self.tijden)


def meet_om_en_om(beurt: Callable[[int], Mapping[str, Werk]], rondes: int) -> Mapping[str, Reeks]:
    """`beurt` gives the work of a round, by name; what it does itself is not counted. Round 0 warms up.

    Who goes first changes each round. Nobody pays for the garbage of another.
    """
    tijden: dict[str, list[float]] = {naam: [] for naam in beurt(0)}
    for ronde in range(rondes + 1):
        werk = beurt(ronde)
        for naam in _verschoven(tuple(werk), ronde):
            gc.collect()
            begin = time.process_time()
            werk[naam]()
            if ronde:
                tijden[naam].append(time.process_time() - begin)
    return {naam: Reeks(tuple(waarden)) for naam, waarden in tijden.items()}


def _verschoven(namen: Sequence[str], keer: int) -> Sequence[str]:
    plaats = keer % len(namen)
    return (*namen[plaats:], *namen[:plaats])
