"""A Word file that cannot be read in at all: one finding, and nothing more to look at."""

from dossiergen.finding import CATALOGUS, Finding, Plaats

__all__ = ["NietIngelezen"]


class NietIngelezen(Exception):
    """Ends the reading of one file; never leaves this package."""

    def __init__(self, code: str, bestand: str, melding: str = "", oplossing: str = "") -> None:
        super().__init__(code)
        self.finding: Finding = CATALOGUS[code].finding(Plaats(bestand), melding, oplossing=oplossing)
