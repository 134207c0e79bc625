"""docs/voorbeelden shows each kind of document in both sample styles, from PDF and from Word."""

import re
from itertools import product
from pathlib import Path

from dossiergen.sjablonen import Sjablonen
from dossiergen.stukken import laad_vormen

VOORBEELDEN = Path(__file__).parents[1] / "docs" / "voorbeelden"
STIJLEN = ("arbozuid", "limburgflex")
BEDOELD = {
    "-".join(delen) + ".png"
    for delen in product(laad_vormen(Sjablonen.standaard()), STIJLEN, ("pdf", "word"))
}


def test_elk_soort_document_heeft_een_beeld() -> None:
    """In beide huisstijlen en vormen; en geen beeld van wat niet meer bestaat. Achter? `make voorbeelden`."""
    assert {pad.name for pad in VOORBEELDEN.glob("*.png")} == BEDOELD


def test_de_bladzijde_noemt_elk_beeld() -> None:
    """Elk één keer, en geen ander."""
    genoemd = re.findall(r"\]\(([^)]+)\)", (VOORBEELDEN / "README.md").read_text("utf-8"))
    assert sorted(genoemd) == sorted(BEDOELD)
