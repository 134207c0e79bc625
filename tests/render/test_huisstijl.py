"""A house style is data; whatever is wrong with it is named by file and key."""

import re
import shutil
from pathlib import Path

import pytest

from dossiergen.errors import SjabloonFout
from dossiergen.huisstijl import laad
from dossiergen.huisstijl.contrast import verhouding
from dossiergen.render.pdf.opmaak import stijlblad
from dossiergen.sjablonen import Sjablonen, meegeleverd

BESTAND = "huisstijl/eigen/huisstijl.yaml"


@pytest.fixture
def eigen(tmp_path: Path) -> Path:
    """A client's own folder with a style that is a copy of the default one."""
    shutil.copytree(meegeleverd() / "huisstijl" / "standaard", tmp_path / "huisstijl" / "eigen")
    return tmp_path


def test_de_meegeleverde_stijlen() -> None:
    """Three styles ship, and each can be loaded."""
    sjablonen = Sjablonen.standaard()
    assert sjablonen.huisstijlen() == ("arbozuid", "limburgflex", "standaard")
    vingerafdrukken = {laad(naam, sjablonen).vingerafdruk for naam in sjablonen.huisstijlen()}
    assert len(vingerafdrukken) == 3


@pytest.mark.parametrize(
    ("oud", "nieuw", "melding"),
    [
        ("  lijn:", "  lyn:", f"{BESTAND}: kleuren.lijn ontbreekt; kleuren.lyn bestaat niet."),
        (
            '"#154273"',
            '"blauw"',
            f"{BESTAND}: kleuren.accent moet een kleur zijn in de vorm #rrggbb, met kleine letters.",
        ),
        ("boven: 24", "boven: 3", f"{BESTAND}: marges.boven is te klein."),
        ("boven: 24", "boven: ruim", f"{BESTAND}: marges.boven moet een getal zijn."),
        ("grootte: 10", "grootte: 30", f"{BESTAND}: letter.grootte is te groot."),
        ("pdf: Source Sans Pro", "pdf: Arial", f"{BESTAND}: letter.pdf noemt een letter die er niet is."),
        (
            "pdf: Source Sans Pro",
            'pdf: "x; } body { color: red"',
            f"{BESTAND}: letter.pdf moet de naam van een letter zijn, met ten hoogste 31 letters, cijfers, spaties en streepjes.",
        ),
        (
            "grootte: 10",
            "grootte: 10\n  pdf_koppen: Comic",
            f"{BESTAND}: letter.pdf_koppen noemt een letter die er niet is.",
        ),
        (
            "#525c69",
            "#a0a0a0",
            (
                f"{BESTAND}: kleuren.zacht is op wit niet goed leesbaar: contrast 2,61, nodig is 4,5; "
                "kleuren.zacht is op kleuren.vlak niet goed leesbaar: contrast 2,41, nodig is 4,5."
            ),
        ),
        (
            '"#154273"',
            '"#757575"',
            f"{BESTAND}: kleuren.accent is op kleuren.vlak niet goed leesbaar: contrast 4,24, nodig is 4,5.",
        ),
        ("marges:", "kleuren:\n  x: y\nmarges:", f"{BESTAND}:13 noemt kleuren twee keer."),
        ("grootte: 10", "grootte: [10]", f"{BESTAND}:12 bevat een lijst; die hoort hier niet."),
        ("kleuren:", "kleuren: [", f"{BESTAND} is geen leesbare YAML."),
    ],
)
def test_een_fout_noemt_bestand_en_sleutel(eigen: Path, oud: str, nieuw: str, melding: str) -> None:
    """In Dutch, and all keys at once."""
    bestand = eigen / BESTAND
    bestand.write_text(bestand.read_text("utf-8").replace(oud, nieuw, 1), "utf-8")
    with pytest.raises(SjabloonFout) as fout:
        laad("eigen", Sjablonen.standaard(eigen))
    assert fout.value.melding == melding


def test_eigen_css_telt_mee_in_de_vingerafdruk(eigen: Path) -> None:
    """The style's own rules come after the shared ones."""
    sjablonen = Sjablonen.standaard(eigen)
    eerst = laad("eigen", sjablonen)
    (eigen / "huisstijl/eigen/stijl.css").write_text("h1 { letter-spacing: 0 }\n", "utf-8")
    daarna = laad("eigen", sjablonen)
    assert daarna.css.endswith("h1 { letter-spacing: 0 }\n")
    assert eerst.vingerafdruk != daarna.vingerafdruk


def test_een_stijl_die_niet_bestaat(eigen: Path) -> None:
    """The hint names what there is."""
    with pytest.raises(SjabloonFout, match="bestaat niet") as fout:
        laad("../eigen", Sjablonen.standaard(eigen))
    assert "limburgflex" in fout.value.hint


def test_contrast_van_zwart_op_wit() -> None:
    """The scale of WCAG runs from 1 to 21."""
    assert verhouding("#000000", "#ffffff") == pytest.approx(21)
    assert verhouding("#777777", "#777777") == 1


@pytest.mark.parametrize("naam", Sjablonen.standaard().huisstijlen())
def test_een_huisstijl_vraagt_niet_om_lettervormen(naam: str) -> None:
    """Per stukje tekst houdt WeasyPrint daar geheugen voor vast, en een batch maakt er miljoenen."""
    regels = re.sub(r"/\*.*?\*/", "", stijlblad(laad(naam, Sjablonen.standaard())), flags=re.DOTALL)

    assert re.findall(r"font-(?:variant|feature|kerning)[\w-]*", regels) == []
