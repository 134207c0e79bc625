"""A working copy of the sample cases, one workshop for all tests, and every document written once.

What a document looks like is tested elsewhere; here it is about files that are made, kept, replaced and lost.
"""

import datetime as dt
import os
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import pytest

from dossiergen.dossier.maken import Keuze, maak_zaak
from dossiergen.dossier.resultaat import Zaakresultaat
from dossiergen.dossier.uitvoer import Uitvoer
from dossiergen.dossier.werkplaats import Ontwerp, Tekst, Werkplaats
from dossiergen.sjablonen import Sjablonen
from dossierhulp import AfgebrokenUitvoer, kopieer_kleine_zaken, laad_map

PEILDATUM = dt.date(2026, 6, 1)

# The browser is only there where the tests look long.
_MET_BROWSER = ["test_statuspagina_browser.py", "test_rapport_browser.py"]
collect_ignore = [] if os.environ.get("DOSSIERGEN_LANG") == "1" else _MET_BROWSER

Maak = Callable[..., Zaakresultaat]


@cache
def gedeelde_werkplaats() -> Werkplaats:
    return Werkplaats(Sjablonen.standaard())


_SCHRIJF = Werkplaats.schrijf
_geschreven: dict[tuple[str, str], Mapping[str, bytes]] = {}


def _schrijf_eens(zelf: Werkplaats, ontwerp: Ontwerp, tekst: Tekst) -> Mapping[str, bytes]:
    """Same key and text, same bytes: that a document depends on nothing else has tests of its own."""
    sleutel = ontwerp.sleutel, tekst.inhoud
    if sleutel not in _geschreven:
        _geschreven[sleutel] = _SCHRIJF(zelf, ontwerp, tekst)
    return _geschreven[sleutel]


@pytest.fixture(autouse=True)
def _een_keer_schrijven(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Werkplaats, "schrijf", _schrijf_eens)


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
