"""A finding about two places shows both: as text, with the lines, and as JSON."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from dossiergen.cli.check import commando
from dossiergen.finding import Elders, Ernst, Finding, Plaats, op_plaats

BASIS = Path(__file__).parents[1] / "regels" / "basis"
STUKKEN = "2026-0001/stukken"
EVALUATIE = """\
datum: 2026-04-09
opsteller: b-smit
gesprek_op: 2026-04-09
aanleiding: stagnatie
terugblik: [{afspraak: De werkplek, resultaat: nagekomen}]
einddoel: ander_werk_andere_werkgever
visie_werkgever: Wij zoeken mee.
visie_werknemer: Ik wil dit proberen.
"""


@pytest.fixture(name="cases")
def _cases(tmp_path: Path) -> Path:
    """A plan, and an evaluation that names another einddoel."""
    cases = Path(shutil.copytree(BASIS, tmp_path / "cases"))
    (cases / STUKKEN / "bijstelling-plan-van-aanpak-01.yaml").write_text(EVALUATIE, "utf-8")
    return cases


def gecheckt(cases: Path, *opties: str) -> str:
    """What `check` prints, without the folder that the test happens to use."""
    opdracht = [str(cases), "--peildatum", "2026-04-10", *opties]
    klaar = CliRunner().invoke(commando, opdracht, standalone_mode=False)
    return str(klaar.stdout).replace(f"{cases}/{STUKKEN}/", "")


def test_als_tekst_staat_de_andere_plaats_eronder(cases: Path) -> None:
    """De eigen plaats vooraan, zoals altijd."""
    assert gecheckt(cases) == (
        "bijstelling-plan-van-aanpak-01.yaml:6:11: waarschuwing TEG-05 Het einddoel is een ander dan het plan het laatst "
        "noemde.\n"
        "    Zie ook plan-van-aanpak.yaml:7:11\n"
        "    Neem het einddoel over, of leg bij `einddoel_toelichting` uit waarom het verandert.\n"
    )


def test_wie_erom_vraagt_ziet_beide_regels(cases: Path) -> None:
    """Elk met een teken onder de plaats."""
    regels = gecheckt(cases, "--show-lines").splitlines()

    assert regels[1:6] == [
        "       6 | einddoel: ander_werk_andere_werkgever",
        "                     ^",
        "    Zie ook plan-van-aanpak.yaml:7:11",
        "       7 | einddoel: eigen_werk",
        "                     ^",
    ]


def test_in_json_staat_de_plaats_en_het_pad(cases: Path) -> None:
    """Nooit de waarde die er staat."""
    (bevinding,) = json.loads(gecheckt(cases, "--format", "json"))

    assert bevinding["elders"] == [
        {"bestand": "plan-van-aanpak.yaml", "regel": 7, "kolom": 11, "pad": "einddoel"}
    ]
    assert not [woord for woord in ("eigen_werk", "ander_werk") if woord in json.dumps(bevinding)]


def test_de_volgorde_ligt_vast() -> None:
    """Bevindingen die alleen in hun andere plaats verschillen, blijven er twee, altijd in dezelfde volgorde."""
    een, ander = (
        Finding("TEG-05", Ernst.WAARSCHUWING, Plaats("a", 1, 1), "p", "M.", elders=(Elders(Plaats(b), ""),))
        for b in ("b", "c")
    )

    assert op_plaats([ander, een, ander]) == (een, ander)
