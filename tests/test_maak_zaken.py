"""De belasting voor metingen: verzonnen zaken die in orde zijn, elke ronde even veel werk."""

import datetime as dt
import importlib
import sys
from pathlib import Path
from types import ModuleType

import pytest

from dossiergen.dossier.mappen import controleer_mappen, laad
from dossiergen.finding import met_fout
from dossiergen.sjablonen import Sjablonen

BENCH = Path(__file__).parents[1] / "bench"


@pytest.fixture(name="maker", scope="module")
def _maker() -> ModuleType:
    sys.path.insert(0, str(BENCH))
    try:
        return importlib.import_module("maak_zaken")
    finally:
        sys.path.remove(str(BENCH))


def inhoud(map_: Path) -> dict[str, bytes]:
    return {pad.relative_to(map_).as_posix(): pad.read_bytes() for pad in map_.rglob("*") if pad.is_file()}


def mappen(map_: Path) -> list[Path]:
    return sorted(pad for pad in map_.iterdir() if pad.is_dir())


def test_een_zaak_hangt_niet_af_van_hoeveel_er_zijn(maker: ModuleType, tmp_path: Path) -> None:
    """Hetzelfde zaad geeft dezelfde bytes; een ander zaad andere mensen."""
    for naam, aantal, zaad in (("dertig", 30, 1), ("nogmaals", 30, 1), ("twintig", 20, 1), ("anders", 30, 2)):
        maker.maak_zaken(aantal, tmp_path / naam, zaad)
    dertig = inhoud(tmp_path / "dertig")

    assert inhoud(tmp_path / "nogmaals") == dertig
    assert inhoud(tmp_path / "twintig").items() <= dertig.items()
    assert inhoud(tmp_path / "anders").keys() == dertig.keys()
    assert inhoud(tmp_path / "anders") != dertig


@pytest.mark.parametrize("zaad", [3, 4])
def test_alle_zaken_zijn_in_orde(maker: ModuleType, tmp_path: Path, zaad: int) -> None:
    """Op de peildatum is er geen enkele fout; elk voorbeeld komt voor, bij vijf werkgevers en meer."""
    soorten = maker.maak_zaken(140, tmp_path, zaad)
    peildatum: dt.date = maker.PEILDATUM
    alle = mappen(tmp_path)
    fout = [
        map_.name
        for map_, findings in zip(
            alle, controleer_mappen(alle, peildatum, Sjablonen.standaard()), strict=True
        )
        if met_fout(findings)
    ]
    werkgevers = {geladen.zaak.gegevens.werkgever for geladen, _ in laad(alle) if geladen.zaak}

    assert fout == []
    assert len(werkgevers) >= 5
    assert {soort.removeprefix("als voorbeeld ") for soort in soorten if "voorbeeld" in soort} == {
        map_.name for map_ in mappen(BENCH.parent / "cases")
    }


def test_elke_ronde_is_even_veel_werk(maker: ModuleType, tmp_path: Path) -> None:
    """Anders zegt een prijs per zaak niets."""
    maker.maak_zaken(700, tmp_path)
    alle = mappen(tmp_path)
    stukken = [
        sum(len(list(map_.glob("stukken/*.yaml"))) for map_ in alle[begin : begin + 70])
        for begin in range(0, 700, 70)
    ]

    assert max(stukken) <= 1.1 * min(stukken)
