"""What happened to a document and to a case, for those who report it."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from dossiergen.finding import Finding, met_fout

__all__ = ["Stukresultaat", "Uitkomst", "Zaakresultaat"]


class Uitkomst(StrEnum):
    """What happened to a document."""

    GEMAAKT = "gemaakt"
    ONGEWIJZIGD = "ongewijzigd"
    GEWEIGERD = "geweigerd"


@dataclass(frozen=True, slots=True)
class Stukresultaat:
    """What happened to one document, and where its files lie."""

    stuk: str
    uitkomst: Uitkomst
    paden: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Zaakresultaat:
    """What happened to one case. `storing`: our own files or the world failed, in one sentence."""

    zaak: str
    stukken: tuple[Stukresultaat, ...] = ()
    findings: tuple[Finding, ...] = ()
    storing: str = ""

    @property
    def gelukt(self) -> bool:
        return not self.storing and not met_fout(self.findings)

    def aantal(self, uitkomst: Uitkomst) -> int:
        return sum(stuk.uitkomst is uitkomst for stuk in self.stukken)
