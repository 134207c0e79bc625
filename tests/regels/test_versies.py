"""VER-02: a later version says what changed."""

import datetime as dt
from pathlib import Path

import pytest

from regelproef import ANALYSE, PLAN, Bevinding, Wijziging, proef

CODES = ("VER-02",)
PEILDATUM = dt.date(2026, 3, 1)
WIJZIGING = "wijziging: De datum van het spreekuur.\n"
VER_02 = ("VER-02", "fout")

GEVALLEN: dict[str, tuple[tuple[Wijziging, ...], list[Bevinding]]] = {
    "de volledige zaak": ((), []),
    "een eerste versie": (((ANALYSE, "", "versie: 1\n"),), []),
    "een tweede versie noemt geen wijziging": (
        ((ANALYSE, "", "versie: 2\n"),),
        [(*VER_02, ANALYSE, "versie")],
    ),
    "ook een concept noemt haar": (
        ((ANALYSE, "", "versie: 3\n"), (ANALYSE, "status: ondertekend", "status: concept")),
        [(*VER_02, ANALYSE, "versie")],
    ),
    "een tweede versie noemt haar wijziging": (((ANALYSE, "", f"versie: 2\n{WIJZIGING}"),), []),
    "elk stuk heeft zijn eigen versie": (
        ((ANALYSE, "", f"versie: 2\n{WIJZIGING}"), (PLAN, "", "versie: 2\n")),
        [(*VER_02, PLAN, "versie")],
    ),
}


@pytest.mark.parametrize("naam", GEVALLEN)
def test_een_latere_versie_noemt_wat_er_is_gewijzigd(tmp_path: Path, naam: str) -> None:
    """De hele lijst van bevindingen met deze code, met ernst en plaats."""
    wijzigingen, verwacht = GEVALLEN[naam]

    assert proef(tmp_path, CODES, wijzigingen, PEILDATUM) == verwacht
