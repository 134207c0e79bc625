"""A page in a real browser, headless: how wide it is in a screen, what sticks out of it, what it fetched."""

import html
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

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
