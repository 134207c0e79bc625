"""The page in a real browser, headless: nothing falls off a phone, nothing is fetched, and it prints.

Only where the tests look long: `tools/setup-lang` installs the browser.
"""

import datetime as dt
import re
import shutil
from pathlib import Path

import pytest

from dossiergen.cli.zaken import zaakmappen
from dossiergen.dossier.caseload import Selectie, caseload
from dossiergen.dossier.status import statussen
from dossiergen.dossier.statuspagina import pagina
from dossiergen.sjablonen import Sjablonen
from dossierhulp import CASES
from lezers import poppler
from schermhulp import chromium, gemeten

PEILDATUM = dt.date(2026, 6, 1)


@pytest.fixture(name="bladzijde", scope="module")
def _bladzijde(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All sample cases, and one that cannot be read."""
    map_ = tmp_path_factory.mktemp("bladzijde")
    cases = Path(shutil.copytree(CASES, map_ / "cases"))
    (cases / "2026-9999").mkdir()
    sjablonen = Sjablonen.standaard()
    gelezen = statussen(zaakmappen([cases]), peildatum=PEILDATUM, sjablonen=sjablonen, met_bevindingen=False)
    pad = map_ / "caseload.html"
    pad.write_bytes(pagina(caseload(gelezen, PEILDATUM, Selectie()), sjablonen))
    return pad


@pytest.mark.parametrize("breedte", [320, 360, 768, 1280])
def test_niets_valt_buiten_het_scherm_en_niets_wordt_opgehaald(
    bladzijde: Path, tmp_path: Path, breedte: int
) -> None:
    """Op een telefoon, een tablet en een scherm."""
    gezien = gemeten(bladzijde.read_text("utf-8"), breedte, tmp_path)

    assert gezien == {"breed": breedte, "inhoud": breedte, "buiten": 0, "opgehaald": 0}


def test_de_meting_ziet_wat_te_breed_is_en_wat_wordt_opgehaald(tmp_path: Path) -> None:
    """Anders bewijst de vorige toets niets."""
    te_breed = '<main><p style="width:900px">x</p><link rel="stylesheet" href="http://127.0.0.1:9/x.css"></main></body>'

    assert gemeten(te_breed, 360, tmp_path) == {"breed": 360, "inhoud": 908, "buiten": 1, "opgehaald": 1}


def test_de_bladzijde_wordt_afgedrukt_op_a4(bladzijde: Path, tmp_path: Path) -> None:
    """Elke zaak begint op een eigen blad, en haar kop staat bovenaan."""
    pdf = tmp_path / "caseload.pdf"
    chromium(f"--print-to-pdf={pdf}", "--no-pdf-header-footer", bladzijde.as_uri())
    bladen = poppler("pdftotext", pdf.read_bytes(), "-layout").split("\f")
    koppen = [
        nummer for nummer, blad in enumerate(bladen) if re.search(r"^ *Zaak \d{4}-\d{4}$", blad, re.MULTILINE)
    ]

    assert "A4" in poppler("pdfinfo", pdf.read_bytes())
    assert len(koppen) == len(zaakmappen([CASES]))
