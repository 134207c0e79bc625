"""PRV-09: a file that is older than its term, and who hears of which part."""

import datetime as dt
import shutil
from pathlib import Path

import pytest

from dossiergen.dossier.mappen import controleer_mappen
from dossiergen.sjablonen import Sjablonen
from dossierhulp import vervang
from regelproef import BASIS, KENMERK, ZAAK, Wijziging, proef

HERSTELD: Wijziging = (ZAAK, "- van: 2026-01-05", "- van: 2026-01-05\n      tot_en_met: 2026-04-30")
ERD: Wijziging = (
    ZAAK,
    "soort: onbepaalde_tijd",
    "soort: onbepaalde_tijd\n  uit_dienst: 2026-06-30\n  eigenrisicodrager_wga: ja",
)
OUD = [("PRV-09", "waarschuwing", ZAAK, "kenmerk")]


@pytest.mark.parametrize(
    ("wijzigingen", "laatste_dag"),
    [
        ([HERSTELD], dt.date(2028, 4, 30)),
        ([HERSTELD, ERD], dt.date(2036, 6, 30)),
        ([], dt.date(2030, 1, 2)),
    ],
)
def test_de_dag_na_de_termijn_is_het_dossier_te_oud(
    tmp_path: Path, wijzigingen: list[Wijziging], laatste_dag: dt.date
) -> None:
    """Op de laatste dag nog niet."""
    erna = laatste_dag + dt.timedelta(days=1)

    assert proef(tmp_path / "op", ["PRV-09"], wijzigingen, laatste_dag) == []
    assert proef(tmp_path / "erna", ["PRV-09"], wijzigingen, erna) == OUD


def test_zonder_einde_is_er_geen_bevinding(tmp_path: Path) -> None:
    """Een eigenrisicodrager bewaart vanaf het einde van een dienstverband dat nog duurt."""
    zonder_einde = (ZAAK, "soort: onbepaalde_tijd", "soort: onbepaalde_tijd\n  eigenrisicodrager_zw: ja")

    assert proef(tmp_path, ["PRV-09"], [HERSTELD, zonder_einde], dt.date(2099, 1, 1)) == []


def test_over_het_medische_deel_leest_alleen_de_bedrijfsarts(tmp_path: Path) -> None:
    """De bevinding staat in bedrijfsarts.yaml; zonder dat bestand is er in de zaak niets anders."""
    cases = Path(shutil.copytree(BASIS, tmp_path / "cases"))

    def gevonden(op: dt.date) -> list[tuple[str, str]]:
        (findings,) = controleer_mappen([cases / KENMERK], op, Sjablonen.standaard())
        return [(Path(f.plaats.bestand).name, f.pad) for f in findings if f.code == "PRV-09"]

    open_deel, medisch = ("zaak.yaml", "kenmerk"), ("bedrijfsarts.yaml", "kenmerk")
    assert gevonden(dt.date(2046, 2, 12)) == [open_deel]
    assert gevonden(dt.date(2046, 2, 13)) == [open_deel, medisch]
    (cases / KENMERK / "bedrijfsarts.yaml").unlink()
    assert gevonden(dt.date(2046, 2, 13)) == [open_deel]


def test_de_melding_noemt_de_duur_en_geen_dag_van_iemand(tmp_path: Path) -> None:
    """Een termijn uit de wet mag erin, de laatste ziektedag niet."""
    cases = Path(shutil.copytree(BASIS, tmp_path / "cases"))
    vervang(cases / ZAAK, HERSTELD[1], HERSTELD[2])
    (findings,) = controleer_mappen([cases / KENMERK], dt.date(2047, 1, 1), Sjablonen.standaard())
    open_deel, medisch = (f.melding for f in findings if f.code == "PRV-09")

    assert open_deel == (
        "De bewaartermijn van dit dossier is voorbij: 2 jaar, vanaf: einde van de re-integratie "
        "(AP, Beleidsregels De zieke werknemer)."
    )
    assert medisch == (
        "De bewaartermijn van dit dossier is voorbij: 20 jaar, vanaf: dag waarop het stuk in het dossier is gemaakt "
        "(Burgerlijk Wetboek Boek 7, art. 454). De duur is niet op een bron nagekeken."
    )
