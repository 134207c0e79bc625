"""Where a batch lays what tells of many cases at once, and how that goes when one of them has to go."""

from pathlib import Path

from dossiergen.dossier.uitvoer import Uitvoer

__all__ = ["RAPPORTEN", "geheugenmap", "onaf", "vergeet"]

RAPPORTEN = ("rapport.html", "rapport.json", "rapport.csv")


def geheugenmap(uitvoer: Uitvoer) -> Path:
    return uitvoer.eigen / "batch"


def onaf(uitvoer: Uitvoer) -> Path:
    """A file that is there from the first case that is made until the pages over all cases tell of it as well."""
    return geheugenmap(uitvoer) / "onaf"


def vergeet(uitvoer: Uitvoer) -> None:
    """Take away what was remembered and the report, which may name people; the next batch makes both anew."""
    for pad in (*geheugenmap(uitvoer).glob("*.json"), *(uitvoer.wortel / naam for naam in RAPPORTEN)):
        uitvoer.verwijder(pad)
