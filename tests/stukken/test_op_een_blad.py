"""A letter of a page and a few lines is set closely; PDF and Word alike."""

from pathlib import Path

import pytest
from lxml import etree

from dossiergen.dossier.pdfbestand import paginas
from dossiergen.dossier.werkplaats import Werkplaats
from dossiergen.sjablonen import Sjablonen
from dossiergen.zaak import laad_bedrijfsartsdeel, laad_organisaties, laad_zaak
from lezers import W, docx_deel

CASES = Path(__file__).parents[2] / "cases"
GEWOON, DICHT = 22, 20
"""Half points of running text in Word."""


def geschreven(kenmerk: str, naam: str) -> tuple[int, int]:
    """Pages of the PDF, and the size of running text in Word, of one document."""
    werkplaats = Werkplaats(Sjablonen.standaard(), "arbozuid")
    geladen = laad_zaak(CASES / kenmerk, laad_organisaties(CASES / "organisaties.yaml"))
    deel = laad_bedrijfsartsdeel(CASES / kenmerk, geladen.gedeeld).deel
    assert geladen.zaak is not None
    stukken = (*geladen.zaak.stukken, *(deel.stukken if deel else ()))
    stuk = next(stuk for stuk in stukken if stuk.naam == naam)
    ontwerp = werkplaats.ontwerp(geladen.zaak, stuk, werkplaats.vormen[stuk.soort])
    bestanden = werkplaats.schrijf(ontwerp, werkplaats.tekst(ontwerp))
    stijlen = etree.fromstring(docx_deel(bestanden[".docx"], "word/styles.xml"))
    return paginas(bestanden[".pdf"]), int(next(stijlen.iter(f"{W}sz")).attrib[f"{W}val"])


@pytest.mark.parametrize(
    ("kenmerk", "naam", "verwacht"),
    [
        ("2024-0148", "brief-uitnodiging-03", (1, DICHT)),
        ("2026-0107", "brief-tweede-mening-01", (1, DICHT)),
        ("2026-0106", "second-opinion-toekenning", (2, GEWOON)),
        ("2024-0148", "plan-van-aanpak", (3, GEWOON)),
    ],
)
def test_een_brief_blijft_op_een_blad_als_dat_kan(kenmerk: str, naam: str, verwacht: tuple[int, int]) -> None:
    """Wat dicht gezet nog steeds twee bladen beslaat, houdt zijn letter; een formulier ook."""
    assert geschreven(kenmerk, naam) == verwacht
