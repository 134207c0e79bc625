"""The measures of `schaal.py`; each gives the head and the rows of its table."""

import sys
from collections.abc import Iterator, Sequence
from statistics import median

from batchproef import Batchrun, Proef, verhuis
from geheugenproef import LEGENDA, tafel
from tabel import getal

__all__ = ["licht", "ongewijzigd", "prijs", "venster", "werkers"]

Tabel = tuple[Sequence[str], list[Sequence[str]]]
# Before any case: nobody has to apply by then, so that each is read, found not to be in turn, and remembered.
_NIEMAND = ("--due", "2000-01-01")
_HERVAT = 30.0


def werkers(proef: Proef, aantal: int, rondes: int) -> Tabel:
    """The same cases with one worker and with two, in turn."""
    runs: dict[int, list[Batchrun]] = {1: [], 2: []}
    for ronde in range(rondes):
        for jobs in (1, 2) if ronde % 2 == 0 else (2, 1):
            _zeg(f"{aantal} zaken, {jobs} werkers, ronde {ronde + 1}")
            runs[jobs].append(proef.batch(proef.zaken(aantal), proef.leeg("werkers"), jobs=jobs))
    een = [run.wand for run in runs[1]]
    rijen: list[Sequence[str]] = [
        (
            str(jobs),
            str(reeks[0].stukken),
            " / ".join(getal(run.wand) for run in reeks),
            " / ".join(getal(run.cpu) for run in reeks),
            getal(max(run.stukken / run.wand for run in reeks)),
            " / ".join(getal(basis / run.wand) for basis, run in zip(een, reeks, strict=True)),
        )
        for jobs, reeks in runs.items()
    ]
    return ("workers", "documents", "wall s, by round", "CPU s", "documents/s, best", "speed-up"), rijen


def prijs(proef: Proef, aantallen: Sequence[int], rondes: int, jobs: int) -> Tabel:
    """Up and down again, so that small runs stand on both sides of the large one. Medians."""
    runs: dict[int, list[Batchrun]] = {aantal: [] for aantal in aantallen}
    for aantal in [*aantallen, *reversed(aantallen[:-1])] * rondes:
        _zeg(f"{aantal} zaken, {jobs} werkers")
        runs[aantal].append(proef.batch(proef.zaken(aantal), proef.leeg(str(aantal)), jobs=jobs))
    eerste = _cpu_per_stuk(runs[aantallen[0]])
    rijen = [_prijsrij(str(aantal), runs[aantal], eerste) for aantal in aantallen]
    grootste = runs[aantallen[-1]][0]
    delen = {
        f"{deel:.0%}": grootste.zaken[int(deel * len(grootste.zaken)) - 1].moment for deel in (0.1, 0.5, 1.0)
    }
    print(f"memory in MB over {aantallen[-1]} cases; {LEGENDA}", *tafel(grootste.kijker, delen), sep="\n")
    return _PRIJSKOP, rijen


_PRIJSKOP = (
    "cases",
    "documents",
    "wall s",
    "CPU s",
    "CPU s a case",
    "CPU s a document",
    "times the first",
    "documents/s and core",
    "s a document, first and last tenth",
)


def _prijsrij(naam: str, runs: Sequence[Batchrun], eerste: float) -> Sequence[str]:
    een, cpu = runs[0], median(run.cpu for run in runs)
    return (
        naam,
        str(een.stukken),
        getal(median(run.wand for run in runs)),
        getal(cpu),
        f"{cpu / len(een.gedaan):.3f}",
        f"{_cpu_per_stuk(runs):.4f}",
        f"{_cpu_per_stuk(runs) / eerste:.3f}",
        getal(1 / _cpu_per_stuk(runs)),
        " / ".join(f"{tempo:.3f}" for tempo in _tempos(een)),
    )


def _cpu_per_stuk(runs: Sequence[Batchrun]) -> float:
    return median(run.cpu / run.stukken for run in runs)


def _tempos(run: Batchrun) -> Iterator[float]:
    """Seconds of a worker for a document, in the first tenth of the cases and in the last."""
    tiende = max(1, len(run.zaken) // 10)
    for deel in (run.zaken[:tiende], run.zaken[-tiende:]):
        yield sum(zaak.seconden for zaak in deel) / max(1, sum(zaak.stukken for zaak in deel))


def venster(proef: Proef, aantal: int, seconden: float, jobs: int) -> Tabel:
    """The beginning of a large caseload, interrupted; then a caseload of as many cases, in full.

    The interrupted one pays for the cases that were under way, and writes no report.
    """
    groot, uit = proef.zaken(aantal), proef.leeg(f"venster-{aantal}")
    _zeg(f"{aantal} zaken, {seconden:g} seconden lang")
    begin = proef.batch(groot, uit, jobs=jobs, stop_na=seconden)
    if not begin.gedaan:
        raise RuntimeError("no case was done in time")
    verder = proef.batch(groot, uit, jobs=jobs, stop_na=_HERVAT)
    bekend = {zaak.naam for zaak in verder.zaken if zaak.overgeslagen}
    if not bekend.issuperset(begin.gedaan):
        raise RuntimeError("what was done is done again")
    _zeg(f"{len(begin.gedaan)} zaken, helemaal")
    klein = proef.batch(proef.zaken(len(begin.gedaan)), proef.leeg("venster-klein"), jobs=jobs)
    eerste = _cpu_per_stuk([klein])
    rijen = [
        _prijsrij(f"all of {len(klein.zaken)}", [klein], eerste),
        _prijsrij(f"first {len(begin.zaken)} of {aantal}", [begin], eerste),
    ]
    return _PRIJSKOP, rijen


def licht(proef: Proef, aantallen: Sequence[int], rondes: int, jobs: int) -> Tabel:
    """What a case costs a batch beside the work: read, not its turn, remembered; and then known. The least of all."""
    runs: dict[tuple[int, str], list[Batchrun]] = {}
    for aantal in [*aantallen, *reversed(aantallen)] * rondes:
        _zeg(f"{aantal} zaken die niet aan de beurt zijn")
        uit = proef.leeg("licht")
        for wanneer in ("first", "unchanged"):
            run = proef.batch(proef.zaken(aantal), uit, *_NIEMAND, jobs=jobs)
            runs.setdefault((aantal, wanneer), []).append(run)
    rijen: list[Sequence[str]] = []
    for wanneer in ("first", "unchanged"):
        begin = min(run.cpu for run in runs[aantallen[0], wanneer])
        for aantal in aantallen:
            reeks = runs[aantal, wanneer]
            verder = (min(run.cpu for run in reeks) - begin) / max(1, aantal - aantallen[0])
            rijen.append((wanneer, str(aantal), *_minst(reeks), f"{1000 * verder:.2f}", _piek(reeks)))
    return _LICHTKOP, rijen


_LICHTKOP = (
    "run",
    "cases",
    "wall s",
    "CPU s",
    "CPU ms for each case beyond the first row",
    "MB of the asker, at most",
)


def _piek(runs: Sequence[Batchrun]) -> str:
    """Nothing where it was over before anyone looked."""
    return getal(max((punt.piek for run in runs for punt in run.kijker.vrager), default=0)).replace(
        "0.00", ""
    )


def ongewijzigd(proef: Proef, aantal: int, rondes: int, jobs: int) -> Tabel:
    """Nothing changed, and one case changed, in turn. `prijs` leaves the output that this begins with."""
    zaken, uit = proef.zaken(aantal), proef.uitvoer(str(aantal))
    _zeg(f"{aantal} zaken: zorgen dat alles er is")
    proef.batch(zaken, uit, jobs=jobs)
    niets, een = [], []
    for ronde in range(rondes):
        _zeg(f"ronde {ronde + 1}")
        niets.append(proef.batch(zaken, uit, jobs=jobs))
        verhuisd = verhuis(zaken, ronde)
        een.append(proef.batch(zaken, uit, jobs=jobs))
        if niets[-1].gedaan or een[-1].gedaan != [verhuisd]:
            raise RuntimeError("other cases were made than those that changed")
    rijen: list[Sequence[str]] = [
        (
            f"{aantal} cases, {wat}",
            " / ".join(str(run.stukken) for run in reeks),
            *_minst(reeks),
            getal(median(run.wand for run in reeks)),
            getal(max(run.wand for run in reeks)),
            grens,
        )
        for wat, reeks, grens in (("nothing changed", niets, "3"), ("one changed", een, "5"))
    ]
    return _ONGEWIJZIGDKOP, rijen


_ONGEWIJZIGDKOP = (
    "what",
    "documents made, by round",
    "wall s, least",
    "CPU s, least",
    "wall s, median",
    "wall s, most",
    "asked",
)


def _minst(runs: Sequence[Batchrun]) -> tuple[str, str]:
    return getal(min(run.wand for run in runs)), getal(min(run.cpu for run in runs))


def _zeg(wat: str) -> None:
    print(wat, file=sys.stderr, flush=True)
