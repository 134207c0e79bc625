"""What may follow when a milestone is late or missing."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from dossiergen.recht import recht
from dossiergen.termijnen.mijlpaal import Mijlpaal

__all__ = ["Gevolg", "Risico", "gevolgen"]


class Risico(StrEnum):
    """What the employer risks, the heaviest first."""

    LOONSANCTIE = "loonsanctie"
    LATE_WIA = "late_wia"
    """The benefit begins later, and wages are paid until then."""
    BOETE = "boete"


@dataclass(frozen=True, slots=True)
class Gevolg:
    """One risk of one milestone, with where that stands."""

    risico: Risico
    grond: str
    bevestigd: bool


def gevolgen(mijlpaal: Mijlpaal) -> tuple[Gevolg, ...]:
    """The heaviest first; by the law of the day on which it is due."""
    dag = mijlpaal.uiterlijk
    return tuple(_gevolgen(mijlpaal.sleutel, dag)) if dag else ()


def _gevolgen(sleutel: str, dag: dt.date) -> list[Gevolg]:
    wet = recht()
    sleutels = {risico: f"risico_{risico}_{sleutel}" for risico in Risico}
    gelden = {
        risico: wet.op(waarde, dag)
        for risico, waarde in sleutels.items()
        if waarde in wet.waarden and wet.geldt(waarde, dag)
    }
    return [Gevolg(risico, wet.vindplaats(waarde), waarde.bevestigd) for risico, waarde in gelden.items()]
