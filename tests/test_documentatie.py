"""The documentation is complete, and what it says is so."""

import importlib
import inspect
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import dossiergen
from dossiergen.sjablonen import Sjablonen
from dossiergen.stukken import laad_vormen

WORTEL = Path(__file__).parents[1]
# How a page is made, not what it means.
_MECHANIEK = ("dossiergen.render.pdf", "dossiergen.render.docx", "dossiergen.render.maten", "dossiergen.render.boom.woordenschat", "dossiergen.errors", "dossiergen.finding.catalogus", "dossiergen.finding.soort")  # fmt: skip


def publieke_klassen() -> set[str]:
    modules = [
        importlib.import_module(module.name)
        for module in pkgutil.walk_packages(dossiergen.__path__, "dossiergen.")
        if not module.name.endswith("__main__")
    ]
    return {
        naam
        for module in modules
        for naam in getattr(module, "__all__", ())
        if inspect.isclass(klasse := getattr(module, naam))
        and klasse.__module__.startswith("dossiergen.")
        and not klasse.__module__.startswith(_MECHANIEK)
    }


def test_elk_begrip_staat_in_de_begrippenlijst() -> None:
    """docs/begrippen.md noemt elke klasse van het vak één keer, en geen die er niet is."""
    genoemd = re.findall(
        r"^\| `(\w+)` \|", (WORTEL / "docs" / "begrippen.md").read_text("utf-8"), re.MULTILINE
    )

    assert sorted(genoemd) == sorted(publieke_klassen())


def test_de_readme_noemt_elk_stuk_met_zijn_sjabloon_en_uitvoer() -> None:
    """De tabel in de README volgt de mappen met sjablonen."""
    readme = (WORTEL / "README.md").read_text("utf-8")

    for vorm in laad_vormen(Sjablonen.standaard()).values():
        assert f"`templates/{vorm.naam}/`" in readme
        assert f"{vorm.volgorde:02}-{vorm.naam}" in readme


def test_de_bladzijde_van_de_regels_is_die_van_nu() -> None:
    """docs/regels.md is wat `tools/regels` van de codes en hun uitleg maakt."""
    getoond = subprocess.run(
        [sys.executable, WORTEL / "tools" / "regels", "--toon"], cwd=WORTEL, capture_output=True, check=True
    ).stdout

    assert (WORTEL / "docs" / "regels.md").read_text("utf-8") == getoond.decode("utf-8")


def test_elk_besluit_zegt_hoe_het_ervoor_staat() -> None:
    """Een besluit heeft een nummer dat één keer voorkomt, een status en een stand van uitvoering."""
    besluiten = sorted((WORTEL / "docs" / "besluiten").glob("*.md"))
    nummers = [pad.name[:4] for pad in besluiten]

    assert nummers == [f"{nummer:04}" for nummer in range(1, len(besluiten) + 1)]
    for pad in besluiten:
        assert re.match(r"---\nstatus: \w+\nimplementation: \w+\n---\n# \d{4} ", pad.read_text("utf-8")), (
            pad.name
        )
