"""The report in a real browser, headless: nothing falls off a phone, nothing is fetched, and it prints on A4."""

from dataclasses import replace
from pathlib import Path

import pytest

from dossiergen.dossier.rapport import maak_rapport, pagina, regel_van_storing
from lezers import poppler
from rapporthulp import PEILDATUM, SJABLONEN, verslagregels
from schermhulp import chromium, gemeten


@pytest.fixture(name="bladzijde", scope="module", params=[1, 20], ids=["voorbeelden", "veel"])
def _bladzijde(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All sample cases, once and many times, one of them with long words, and one that failed."""
    eens = [*verslagregels()]
    regels = [
        replace(regel, kenmerk=f"{regel.kenmerk}-{keer:02}", klaar=(nummer + keer) % 3 == 0)
        for keer in range(request.param)
        for nummer, regel in enumerate(eens)
    ]
    regels[0] = replace(regels[0], werkgever="stichting-" + "zorginstellingen" * 3)
    regels.append(regel_van_storing("2026-9999", "Interne fout: " + "Onbekend" * 12))
    pad = tmp_path_factory.mktemp("rapport") / "rapport.html"
    pad.write_bytes(pagina(maak_rapport(regels, PEILDATUM, met_verslag=True), SJABLONEN))
    return pad


@pytest.mark.parametrize("breedte", [320, 360, 390, 768, 1280])
def test_het_rapport_past_op_elk_scherm_en_haalt_niets_op(
    bladzijde: Path, tmp_path: Path, breedte: int
) -> None:
    """Op een telefoon, een tablet en een scherm."""
    gezien = gemeten(bladzijde.read_text("utf-8"), breedte, tmp_path)

    assert gezien == {"breed": breedte, "inhoud": breedte, "buiten": 0, "opgehaald": 0}


def test_het_rapport_wordt_afgedrukt_op_a4(bladzijde: Path, tmp_path: Path) -> None:
    """Met de cijfers op het eerste blad."""
    pdf = tmp_path / "rapport.pdf"
    chromium(f"--print-to-pdf={pdf}", "--no-pdf-header-footer", bladzijde.as_uri())

    assert "A4" in poppler("pdfinfo", pdf.read_bytes())
    assert "Vaakst te laat" in poppler("pdftotext", pdf.read_bytes(), "-layout").split("\f")[0]
