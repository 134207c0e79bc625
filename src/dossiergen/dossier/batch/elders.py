"""What a worker on another machine does: it has its cases made by processes of its own, within the limits of any batch.

So a template that never ends takes a process with it and not the worker, and nothing runs in threads (besluit 0044).
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import current_process
from pathlib import Path
from threading import Lock, Thread
from typing import Any

from dossiergen.dossier.batch.grens import Grens
from dossiergen.dossier.batch.opdracht import Batchopdracht
from dossiergen.dossier.batch.ploeg import Werkploeg
from dossiergen.dossier.batch.sleutel import algemeen
from dossiergen.dossier.batch.verloop import maak_ploeg
from dossiergen.errors import DossiergenFout

__all__ = ["Batchvraag", "WerkerOngeschikt", "doe"]

# How often it is looked whether the run that asked is still there.
_TIK = 0.5


@dataclass(frozen=True, slots=True)
class Batchvraag:
    """A batch, as a worker elsewhere has to know it.

    `vast`: see `sleutel.algemeen`. `werkmap`: where its paths begin; None where they begin nowhere. `sein`: see
    `Uitvoer.sein`.
    """

    opdracht: Batchopdracht
    grens: Grens
    vast: str
    werkmap: Path | None
    sein: Path


class WerkerOngeschikt(DossiergenFout):
    """What this worker makes would be other papers, or would lie elsewhere."""


def doe(vraag: Batchvraag, werk: Callable[[], Any]) -> tuple[bool, Any]:
    """Whether it went well, and what came of it. Raises nothing: Dask would write that in its log, with the name of a case."""
    from distributed import get_worker  # noqa: PLC0415  only a worker needs it, and takes half a second for it

    werker = get_worker()
    try:
        return True, _ploeg(vraag, werker.state.nthreads, werker.address).submit(werk).result()
    except Exception as fout:  # noqa: BLE001  whatever it was, the asker gets it
        return False, fout


_PLOEGEN: dict[Batchvraag, Werkploeg] = {}
_SLOT = Lock()


def _ploeg(vraag: Batchvraag, aantal: int, adres: str) -> Werkploeg:
    """The processes of this worker for one batch, as many as it has threads."""
    with _SLOT:
        if vraag not in _PLOEGEN:
            _PLOEGEN[vraag] = _nieuwe_ploeg(vraag, aantal, adres)
            Thread(target=_stop_met_vraag, args=(vraag,), daemon=True).start()
        return _PLOEGEN[vraag]


def _nieuwe_ploeg(vraag: Batchvraag, aantal: int, adres: str) -> Werkploeg:
    """Raises WerkerOngeschikt."""
    if current_process().daemon:
        raise WerkerOngeschikt(
            f"De werker op {adres} kan zelf geen processen starten.", "Start hem met --no-nanny."
        )
    if not vraag.sein.exists() or not (vraag.werkmap or vraag.sein.parent).is_dir():
        raise WerkerOngeschikt(
            f"De werker op {adres} ziet de mappen van deze opdracht niet.",
            "Zet zaken, uitvoer en eigen sjablonen in een map die op elke machine op dezelfde plaats staat.",
        )
    ploeg = maak_ploeg(vraag.opdracht, aantal, vraag.grens, vraag.werkmap)
    if ploeg.submit(algemeen, vraag.opdracht).result() != vraag.vast:
        ploeg.breek_af()
        raise WerkerOngeschikt(
            f"De werker op {adres} zou andere stukken maken: daar staat een andere dossiergen, of iets waar die op bouwt.",
            "Installeer op elke machine hetzelfde, en start de werkers opnieuw.",
        )
    return ploeg


def _stop_met_vraag(vraag: Batchvraag) -> None:
    """The processes hold the output; they go when the run that asked is over, or when the next one begins."""
    while vraag.sein.exists():
        time.sleep(_TIK)
    with _SLOT:
        ploeg = _PLOEGEN.pop(vraag)
    ploeg.breek_af()
