"""What a report tells of one case, as a value that can be kept and read back. No value of the case but its dates."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from dossiergen.dossier.zaaknaam import zaaknaam
from dossiergen.termijnen import Stand

__all__ = ["Actie", "Mijlpaalstand", "Rapportregel", "Verslagstand"]


class Verslagstand(StrEnum):
    """What became of the verslag; empty where no verslag was asked for, or where that cannot be said."""

    GEEN = ""
    COMPLEET = "compleet"
    CONCEPT = "concept"
    NIET_NODIG = "niet_nodig"
    NIET_COMPLEET = "niet_compleet"


@dataclass(frozen=True, slots=True)
class Actie:
    """Something that has to be done, and who has it."""

    wie: tuple[str, ...]
    wat: str
    doen: str = ""
    uiterlijk: dt.date | None = None
    te_laat: bool = False


@dataclass(frozen=True, slots=True)
class Mijlpaalstand:
    """A milestone that is open, late, or was met late."""

    sleutel: str
    titel: str
    wie: tuple[str, ...]
    uiterlijk: dt.date
    stand: Stand


@dataclass(frozen=True, slots=True)
class Rapportregel:
    """One case. The same whether its work was done or skipped, and whichever worker did it.

    `kenmerk` and `werkgever` are empty where the case cannot be read; `map` is then all there is to find it by.
    """

    kenmerk: str
    map: str
    werkgever: str = ""
    gelukt: bool = False
    storing: str = ""
    klaar: bool = False
    wia: dt.date | None = None
    """By which the application with the verslag has to be at UWV; None where none is due."""
    einde_wachttijd: dt.date | None = None
    verslag: Verslagstand = Verslagstand.GEEN
    acties: tuple[Actie, ...] = ()
    mijlpalen: tuple[Mijlpaalstand, ...] = ()

    @property
    def naam(self) -> str:
        """What it may be called where others read it."""
        return zaaknaam(self.kenmerk, self.map)

    @property
    def mislukt(self) -> bool:
        """Whether nothing can be said of the case: it could not be read, or its work was cut off."""
        return bool(self.storing) or not self.kenmerk

    def als_data(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "kenmerk": self.kenmerk,
            "map": self.map,
            "werkgever": self.werkgever,
            "gelukt": self.gelukt,
            "storing": self.storing,
            "klaar": self.klaar,
            "wia": _tekst(self.wia),
            "einde_wachttijd": _tekst(self.einde_wachttijd),
            "verslag": self.verslag.value,
            "acties": [[list(a.wie), a.wat, a.doen, _tekst(a.uiterlijk), a.te_laat] for a in self.acties],
            "mijlpalen": [
                [m.sleutel, m.titel, list(m.wie), _tekst(m.uiterlijk), m.stand.value] for m in self.mijlpalen
            ],
        }

    @classmethod
    def uit_data(cls, data: Mapping[str, Any]) -> "Rapportregel":
        """The row that gave this. Raises KeyError, TypeError or ValueError for anything else."""
        return cls(
            kenmerk=data["kenmerk"],
            map=data["map"],
            werkgever=data["werkgever"],
            gelukt=data["gelukt"],
            storing=data["storing"],
            klaar=data["klaar"],
            wia=_dag(data["wia"]),
            einde_wachttijd=_dag(data["einde_wachttijd"]),
            verslag=Verslagstand(data["verslag"]),
            acties=tuple(
                Actie(tuple(wie), wat, doen, _dag(uiterlijk), te_laat)
                for wie, wat, doen, uiterlijk, te_laat in data["acties"]
            ),
            mijlpalen=tuple(
                Mijlpaalstand(sleutel, titel, tuple(wie), dt.date.fromisoformat(uiterlijk), Stand(stand))
                for sleutel, titel, wie, uiterlijk, stand in data["mijlpalen"]
            ),
        )


def _tekst(dag: dt.date | None) -> str | None:
    return dag.isoformat() if dag else None


def _dag(tekst: str | None) -> dt.date | None:
    return None if tekst is None else dt.date.fromisoformat(tekst)
