"""A working copy of the sample cases, and one workshop for all tests."""

import datetime as dt
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from dossiergen.dossier.maken import Keuze, maak_zaak
from dossiergen.dossier.resultaat import Zaakresultaat
from dossiergen.dossier.uitvoer import Uitvoer
from dossiergen.dossier.werkplaats import Werkplaats
from dossiergen.sjablonen import Sjablonen
from dossierhulp import AfgebrokenUitvoer, kopieer_kleine_zaken, laad_map

PEILDATUM = dt.date(2026, 6, 1)

Maak = Callable[..., Zaakresultaat]


@cache
def gedeelde_werkplaats() -> Werkplaats:
    return Werkplaats(Sjablonen.standaard())


@pytest.fixture(name="werkplaats")
def _werkplaats() -> Werkplaats:
    return gedeelde_werkplaats()


@pytest.fixture(name="cases")
def _cases(tmp_path: Path) -> Path:
    """Three small sample cases, free to change."""
    return kopieer_kleine_zaken(tmp_path / "cases")


@pytest.fixture(name="uit")
def _uit(tmp_path: Path) -> Path:
    return tmp_path / "uit"


@pytest.fixture(name="maak")
def _maak(cases: Path, uit: Path) -> Maak:
    """Make one case of the working copy into the output folder."""

    def maak(
        kenmerk: str,
        *stukken: str,
        definitief: bool = False,
        werkplaats: Werkplaats | None = None,
        afgebroken_na: int | None = None,
    ) -> Zaakresultaat:
        keuze = Keuze(frozenset(stukken), definitief)
        plek = Uitvoer(uit) if afgebroken_na is None else AfgebrokenUitvoer(uit, [None] * afgebroken_na)
        with plek.open() as uitvoer:
            return maak_zaak(
                laad_map(cases / kenmerk), keuze, werkplaats or gedeelde_werkplaats(), uitvoer, PEILDATUM
            )

    return maak
