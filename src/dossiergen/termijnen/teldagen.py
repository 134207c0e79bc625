"""The days of illness that count, as runs, and counting over them."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

__all__ = ["DAG", "Reeks", "Teldagen", "zonder"]

DAG = dt.timedelta(days=1)

Reeks = tuple[dt.date, dt.date | None]
"""First and last day, both included; None for a run that goes on."""


@dataclass(frozen=True)
class Teldagen:
    """Runs of counted days, apart and in order; only the last one may go on. Days are numbered from 0."""

    reeksen: tuple[Reeks, ...]

    @cached_property
    def _begin(self) -> list[dt.date]:
        return [begin for begin, _ in self.reeksen]

    @cached_property
    def _geteld(self) -> list[int]:
        """How many days were counted before each run."""
        lengtes = ((eind - begin).days + 1 for begin, eind in self.reeksen[:-1] if eind)
        return list(accumulate(lengtes, initial=0))

    @property
    def eerste(self) -> dt.date:
        return self.reeksen[0][0]

    @property
    def laatste(self) -> dt.date | None:
        """The last counted day; None while the illness goes on."""
        return self.reeksen[-1][1]

    def dag(self, nummer: int) -> dt.date | None:
        """The day before which `nummer` days were counted; None where that day never comes."""
        plek = bisect_right(self._geteld, nummer) - 1
        begin, eind = self.reeksen[plek]
        dag = begin + (nummer - self._geteld[plek]) * DAG
        return dag if eind is None or dag <= eind else None

    def na(self, aantal: int) -> dt.date | None:
        """The day after the last of `aantal` counted days; None where there are not so many."""
        laatste = self.dag(aantal - 1)
        return laatste + DAG if laatste else None

    def geteld_voor(self, dag: dt.date) -> int:
        """How many counted days lie before a day."""
        plek = bisect_right(self._begin, dag) - 1
        if plek < 0:
            return 0
        begin, eind = self.reeksen[plek]
        tot = dag if eind is None else min(dag, eind + DAG)
        return self._geteld[plek] + (tot - begin).days

    def volgende(self, dag: dt.date) -> dt.date | None:
        """The day itself if it counts, or the next one that does; None where no such day comes."""
        return self.dag(self.geteld_voor(dag))

    def verder(self, dag: dt.date, aantal: int) -> dt.date | None:
        """The day on which, counted from `dag`, so many days have passed that count."""
        return self.dag(self.geteld_voor(dag) + aantal)


def zonder(reeks: Reeks, weg: Iterable[tuple[dt.date, dt.date]]) -> Iterable[Reeks]:
    """A run without the days of other runs, which are in order and apart."""
    begin, eind = reeks
    for van, tot_en_met in weg:
        if tot_en_met < begin:
            continue
        if eind is not None and van > eind:
            break
        if van > begin:
            yield begin, van - DAG
        begin = tot_en_met + DAG
        if eind is not None and begin > eind:
            return
    yield begin, eind
