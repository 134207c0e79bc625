"""SO-17: a decision on a second opinion says that nothing waits for it, whoever wrote the template."""

import datetime as dt
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from sohulp import AFGEWEZEN_VERZOEK, VOLLEDIG, met

from dossiergen.dossier.maken import Keuze, maak_zaak
from dossiergen.dossier.resultaat import Zaakresultaat
from dossiergen.dossier.uitvoer import Uitvoer
from dossiergen.dossier.werkplaats import Werkplaats
from dossiergen.sjablonen import Sjablonen
from dossierhulp import laad_map, vervang
from gebreken import GOED, KENMERK

ZIN, ANDERS = "{{ uitleg.geen_opschorting }}", "Het oude advies is er nog."
PEILDATUM = dt.date(2026, 4, 1)
TOEKENNING, AFWIJZING = "second-opinion-toekenning", "second-opinion-afwijzing"
BRIEVEN: Mapping[str, Mapping[str, Any]] = {TOEKENNING: VOLLEDIG, AFWIJZING: AFGEWEZEN_VERZOEK}


def _eigen(map_: Path, brief: str) -> Path:
    """A client's own copy of the template of a letter."""
    standaard = Sjablonen.standaard().bestand(f"{brief}/stuk.yaml").parent
    return Path(shutil.copytree(standaard, map_ / "sjablonen" / brief))


def _maak(map_: Path, brief: str, verzoek: Mapping[str, Any] | None = None) -> Zaakresultaat:
    """One letter of a request, with the client's templates where there are any."""
    cases = Path(shutil.copytree(GOED, map_ / "cases", dirs_exist_ok=True))
    inhoud = {"kenmerk": KENMERK, "second_opinions": [dict(verzoek or BRIEVEN[brief])]}
    (cases / KENMERK / "bedrijfsarts.yaml").write_text(yaml.safe_dump(inhoud, allow_unicode=True), "utf-8")
    eigen = map_ / "sjablonen"
    werkplaats = Werkplaats(Sjablonen.standaard(eigen) if eigen.exists() else Sjablonen.standaard())
    with Uitvoer(map_ / "uit").open() as uitvoer:
        return maak_zaak(laad_map(cases / KENMERK), Keuze(frozenset({brief})), werkplaats, uitvoer, PEILDATUM)


def _over(resultaat: Zaakresultaat) -> tuple[list[tuple[str, str]], list[str]]:
    """Severity and path of each SO-17, and what became of the letter."""
    gevonden = [(f.ernst.value, f.pad) for f in resultaat.findings if f.code == "SO-17"]
    return gevonden, [stuk.uitkomst.value for stuk in resultaat.stukken]


def _fout(brief: str, ernst: str = "fout") -> list[tuple[str, str]]:
    return [(ernst, f"second_opinions.0.{brief.rpartition('-')[2]}")]


@pytest.mark.parametrize("brief", BRIEVEN)
def test_zonder_die_zin_wordt_een_brief_niet_vastgesteld(tmp_path: Path, brief: str) -> None:
    """De meegeleverde brief heeft hem; een eigen sjabloon zonder hem geeft niets, en met hem op een andere plek wel."""
    assert _over(_maak(tmp_path / "mee", brief)) == ([], ["gemaakt"])
    sjabloon = _eigen(tmp_path, brief) / "sjabloon.html"
    vervang(sjabloon, ZIN, ANDERS)

    assert _over(_maak(tmp_path, brief)) == (_fout(brief), ["geweigerd"])
    assert list((tmp_path / "uit").rglob("*.pdf")) == []

    vervang(sjabloon, ANDERS, f"<strong>Let op.</strong> {ZIN}")
    assert _over(_maak(tmp_path, brief)) == ([], ["gemaakt"])


def test_een_sjabloon_zonder_uitleg_kan_de_zin_niet_hebben(tmp_path: Path) -> None:
    """Vraagt stuk.yaml de uitleg niet, dan is de tekst er niet."""
    eigen = _eigen(tmp_path, TOEKENNING)
    (eigen / "sjabloon.html").write_text(
        '{% extends "delen/brief-vertrouwelijk.html" %}{% block betreft %}Ja{% endblock %}'
        "{% block inhoud %}<p>U mag naar een ander.</p>{% endblock %}",
        "utf-8",
    )
    vervang(eigen / "stuk.yaml", "uitleg: true", "uitleg: false")

    assert _over(_maak(tmp_path, TOEKENNING)) == (_fout(TOEKENNING), ["geweigerd"])


def test_een_concept_zonder_die_zin_is_er_wel(tmp_path: Path) -> None:
    """Met een waarschuwing, die bij een volgende keer terugkomt."""
    vervang(_eigen(tmp_path, TOEKENNING) / "sjabloon.html", ZIN, ANDERS)
    concept = met({"toekenning.status": "concept", "toekenning.ondertekening": None})

    for _ in range(2):
        verwacht = (_fout(TOEKENNING, "waarschuwing"), ["gemaakt"])
        assert _over(_maak(tmp_path, TOEKENNING, concept)) == verwacht


def test_een_ander_stuk_hoeft_het_niet_te_zeggen(tmp_path: Path) -> None:
    """De keuzehulp zegt het wel, maar mag het weglaten."""
    vervang(_eigen(tmp_path, "second-opinion-keuzehulp") / "sjabloon.html", ZIN, ANDERS)

    assert _over(_maak(tmp_path, "second-opinion-keuzehulp", VOLLEDIG)) == ([], ["gemaakt"])
