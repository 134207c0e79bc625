"""What stands before the judges: a file, and of which document in which style and case it is."""

from dataclasses import dataclass
from pathlib import Path

__all__ = ["Maaksel", "Proefstuk"]


@dataclass(frozen=True, slots=True, order=True)
class Proefstuk:
    """One file of ours that differs from all others. Its place tells nothing of a person: a kenmerk and a kind."""

    stijl: str
    zaak: str
    naam: str
    afdruk: str
    pad: Path

    @property
    def wie(self) -> str:
        return f"{self.stijl}, zaak {self.zaak}, {self.naam}"


@dataclass(frozen=True, slots=True)
class Maaksel:
    """What came of the cases of one piece of work. `geweigerd`: what our own checks refused, each with its sentence.

    `gekeurd`: the fingerprints of the PDFs of fixed documents that they looked at. `niet_van_ons`: files that no judge is asked about.
    """

    stukken: tuple[Proefstuk, ...]
    gekeurd: frozenset[str]
    geweigerd: tuple[tuple[str, str], ...]
    niet_van_ons: int
    seconden: float
