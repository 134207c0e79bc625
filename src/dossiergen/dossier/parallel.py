"""Looks at many cases with several processes; the answers come in the order of the cases."""

import datetime as dt
import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache, partial
from pathlib import Path
from typing import TypeVar

from dossiergen.dossier.kind import word_kind
from dossiergen.dossier.mappen import controleer_mappen
from dossiergen.dossier.status import Zaakstatus, statussen
from dossiergen.errors import DossiergenFout
from dossiergen.finding import Finding
from dossiergen.sjablonen import Sjablonen
from dossiergen.zaak import GeladenOrganisaties

__all__ = ["controleer_met", "statussen_met"]

T = TypeVar("T")
Werk = Callable[[Iterable[Path], dict[Path, GeladenOrganisaties]], Iterable[T]]

# A tenth of a second of work: enough to make the hand-over cheap, little enough to stop and to end together.
_BROK = 8


def controleer_met(
    jobs: int, mappen: Sequence[Path], peildatum: dt.date, sjablonen: Sjablonen
) -> Iterator[tuple[Finding, ...]]:
    """The same as `controleer_mappen`. Raises DossiergenFout where a process dies."""
    return _verdeeld(jobs, mappen, partial(_findings, peildatum=peildatum, sjablonen=sjablonen))


def statussen_met(
    jobs: int, mappen: Sequence[Path], peildatum: dt.date, sjablonen: Sjablonen, *, met_bevindingen: bool
) -> Iterator[Zaakstatus]:
    """The same as `statussen`. Raises DossiergenFout where a process dies."""
    werk = partial(statussen, peildatum=peildatum, sjablonen=sjablonen, met_bevindingen=met_bevindingen)
    return _verdeeld(jobs, mappen, werk)


def _findings(
    mappen: Iterable[Path],
    gelezen: dict[Path, GeladenOrganisaties],
    *,
    peildatum: dt.date,
    sjablonen: Sjablonen,
) -> Iterator[tuple[Finding, ...]]:
    return controleer_mappen(mappen, peildatum, sjablonen, gelezen)


def _verdeeld(jobs: int, mappen: Sequence[Path], werk: Werk[T]) -> Iterator[T]:
    brokken = [tuple(mappen[begin : begin + _BROK]) for begin in range(0, len(mappen), _BROK)]
    werkers = ProcessPoolExecutor(min(jobs, len(brokken)), initializer=_begin)
    try:
        for antwoord in werkers.map(partial(_brok, werk=werk), brokken):
            yield from antwoord
    except BrokenProcessPool:
        raise DossiergenFout(
            "Een van de processen die controleren is onverwacht gestopt.",
            "Is er genoeg geheugen? Probeer het opnieuw met --jobs 1.",
        ) from None
    finally:
        werkers.shutdown(cancel_futures=True)


def _brok(mappen: tuple[Path, ...], werk: Werk[T]) -> list[T]:
    antwoord = list(werk(mappen, _gelezen()))
    gc.collect()
    return antwoord


@cache
def _gelezen() -> dict[Path, GeladenOrganisaties]:
    """The organisations that this process has read."""
    return {}


def _begin() -> None:
    """Reading a case leaves no cycles behind: looking for them once a batch instead of all the time saves a tenth."""
    word_kind()
    gc.disable()
