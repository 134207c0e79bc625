"""Case folders, each with the organisations beside it, which are read once."""

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path

from dossiergen.dossier.controle import controleer_zaak
from dossiergen.dossier.vertrouwelijk import controleer_deel
from dossiergen.finding import Finding
from dossiergen.sjablonen import Sjablonen
from dossiergen.zaak import (
    GeladenOrganisaties,
    GeladenZaak,
    laad_bedrijfsartsdeel,
    laad_organisaties,
    laad_zaak,
)

__all__ = ["controleer_mappen", "laad"]


def laad(
    mappen: Iterable[Path], gelezen: dict[Path, GeladenOrganisaties] | None = None
) -> Iterator[tuple[GeladenZaak, GeladenOrganisaties]]:
    """Each case with its organisations; `gelezen` keeps these by folder, also between calls."""
    gelezen = {} if gelezen is None else gelezen
    for map_ in mappen:
        if map_.parent not in gelezen:
            gelezen[map_.parent] = laad_organisaties(map_.parent / "organisaties.yaml")
        organisaties = gelezen[map_.parent]
        yield laad_zaak(map_, organisaties), organisaties


def controleer_mappen(
    mappen: Iterable[Path],
    peildatum: dt.date,
    sjablonen: Sjablonen,
    gelezen: dict[Path, GeladenOrganisaties] | None = None,
) -> Iterator[tuple[Finding, ...]]:
    """What is wrong with each case, the bedrijfsarts' own side included."""
    for geladen, organisaties in laad(mappen, gelezen):
        deel = laad_bedrijfsartsdeel(geladen.map, organisaties)
        van_bedrijfsarts = controleer_deel(deel, geladen, peildatum, sjablonen)
        yield (*controleer_zaak(geladen, peildatum, sjablonen=sjablonen), *van_bedrijfsarts)
