"""What a process of a batch is asked to do. All that it takes to do it is read there, and not by the one who asks."""

from pathlib import Path

from dossiergen.dossier.batch.opdracht import Batchopdracht
from dossiergen.dossier.batch.uitslag import Zaakuitslag

# ruff: noqa: PLC0415  it is what this module is for

__all__ = ["begin", "maak"]


def begin(opdracht: Batchopdracht, werkmap: Path | None = None) -> None:
    """See `werk.begin`."""
    from dossiergen.dossier.batch import werk

    werk.begin(opdracht, werkmap)


def maak(opdracht: Batchopdracht, vast: str, map_: Path) -> Zaakuitslag:
    """See `werk.maak`."""
    from dossiergen.dossier.batch import werk

    return werk.maak(opdracht, vast, map_)
