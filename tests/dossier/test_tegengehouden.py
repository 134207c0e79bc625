"""Which documents of a second opinion are not made where something is wrong: those that it is about, and no other."""

import datetime as dt
import shutil
from pathlib import Path

import pytest
import yaml
from sohulp import Anders, met, stap

from dossiergen.dossier.maken import Keuze, maak_zaak
from dossiergen.dossier.uitvoer import Uitvoer
from dossiergen.dossier.werkplaats import Werkplaats
from dossierhulp import laad_map
from gebreken import GOED, KENMERK

PEILDATUM = dt.date(2026, 4, 1)
BEHALVE_DE_KEUZEHULP = {
    "aanvraag",
    "machtiging-aanvullend-01",
    "machtiging-overdracht",
    "reactie",
    "toekenning",
    "vrijgave",
}
GEVALLEN: dict[str, tuple[Anders, str, set[str]]] = {
    "niets mis": ({}, "", set()),
    "de werkgever vroeg het": ({"verzoek.door": "werkgever"}, "SO-03", BEHALVE_DE_KEUZEHULP),
    "geen vraagstelling": ({"vraagstelling": None}, "SO-21", {"aanvraag", "machtiging-overdracht"}),
    "de toekenning is van voor het verzoek": ({"toekenning.datum": "2026-02-13"}, "SO-16", {"toekenning"}),
    "een stap van voor het verzoek": ({"verloop.3": stap("toegekend", "2026-02-15")}, "SO-16 SO-31", set()),
    "te vroeg overgedragen": ({"overdracht.op": "2026-02-22"}, "SO-20", set()),
    "de eigen bedrijfsarts bij de keuze": (
        {"artsen.1": "c-vermaat"},
        "SO-01",
        {"keuzehulp", *BEHALVE_DE_KEUZEHULP},
    ),
}


@pytest.mark.parametrize("naam", GEVALLEN)
def test_alleen_het_stuk_waar_iets_mis_mee_is_wordt_niet_gemaakt(
    tmp_path: Path, werkplaats: Werkplaats, naam: str
) -> None:
    """Wat bij het verzoek zelf staat, geldt voor al zijn stukken; wat is gebeurd, houdt er geen tegen."""
    anders, code, verwacht = GEVALLEN[naam]
    cases = Path(shutil.copytree(GOED, tmp_path / "cases"))
    inhoud = {"kenmerk": KENMERK, "second_opinions": [met(anders)]}
    (cases / KENMERK / "bedrijfsarts.yaml").write_text(yaml.safe_dump(inhoud, allow_unicode=True), "utf-8")
    with Uitvoer(tmp_path / "uit").open() as uitvoer:
        resultaat = maak_zaak(laad_map(cases / KENMERK), Keuze(), werkplaats, uitvoer, PEILDATUM)
    stukken = {
        stuk.stuk.removeprefix("second-opinion-"): stuk.uitkomst.value
        for stuk in resultaat.stukken
        if stuk.stuk.startswith("second-opinion-")
    }

    assert {stuk for stuk, uitkomst in stukken.items() if uitkomst == "geweigerd"} == verwacht
    assert len(stukken) == 7
    assert {f.code for f in resultaat.findings if f.is_fout} == set(code.split())
