"""One thing that was looked at."""

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Gereed", "Keuringspunt"]


class Gereed(StrEnum):
    """How it is with one thing."""

    GOED = "goed"
    LET_OP = "let op"
    ONTBREEKT = "ontbreekt"


@dataclass(frozen=True, slots=True)
class Keuringspunt:
    """What was found, and what to do. `nodig`: without it no document can be made."""

    groep: str
    naam: str
    gereed: Gereed
    gevonden: str
    doen: str = ""
    nodig: bool = True

    @property
    def houdt_tegen(self) -> bool:
        return self.nodig and self.gereed is Gereed.ONTBREEKT
