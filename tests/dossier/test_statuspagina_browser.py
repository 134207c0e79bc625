"""The page in a real browser, headless: nothing falls off a phone, nothing is fetched, and it prints.

Only where the tests look long: `tools/setup-lang` installs the browser.
"""

import datetime as dt
import html
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from dossiergen.cli.zaken import zaakmappen
from dossiergen.dossier.caseload import Selectie, caseload
from dossiergen.dossier.status import statussen
from dossiergen.dossier.statuspagina import pagina
from dossiergen.sjablonen import Sjablonen
from dossierhulp import CASES
from lezers import poppler

PEILDATUM = dt.date(2026, 6, 1)
# Written into the page by the test, to say afterwards what the browser saw. The page stands in a frame: a window
# of a headless browser is never narrower than 500 pixels, and a frame counts as the screen for its styles.
METING = """
<script>
addEventListener("load", () => {
  const breed = innerWidth;
  const buiten = [...document.querySelectorAll("main *")].filter((e) => e.getBoundingClientRect().right > breed + 1);
  parent.document.title = JSON.stringify({
    breed, inhoud: document.documentElement.scrollWidth, buiten: buiten.length,
    opgehaald: performance.getEntriesByType("resource").length,
  });
});
</script>
"""


def chromium(*opties: str) -> str:
    """What the browser writes on stdout. Fails where there is none: a test that does nothing proves nothing."""
    programma = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if programma is None:
        pytest.fail("Chromium ontbreekt. Voer `tools/setup-lang` uit, of `sudo apt-get install chromium`.")
    vast = (
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--hide-scrollbars",
        "--disable-background-networking",
    )
    klaar = subprocess.run(
        [programma, *vast, *opties], capture_output=True, text=True, check=True, timeout=120
    )
    return klaar.stdout


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


def gemeten(bladzijde: str, breedte: int, map_: Path) -> dict[str, int]:
    """How wide the page is in a screen of this width, what sticks out of it, and how much it fetched."""
    met_meting = html.escape(bladzijde.replace("</body>", f"{METING}</body>"))
    pad = map_ / "scherm.html"
    pad.write_text(
        f'<!doctype html><title></title><iframe style="width:{breedte}px;height:2400px;border:0" srcdoc="{met_meting}">',
        "utf-8",
    )
    dom = chromium("--window-size=1400,2400", "--virtual-time-budget=3000", "--dump-dom", pad.as_uri())
    titel = re.search(r"<title>(\{.*?\})</title>", dom)
    assert titel
    uitkomst: dict[str, int] = json.loads(titel[1])
    return uitkomst


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
