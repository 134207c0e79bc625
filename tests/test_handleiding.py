"""What the bedrijfsarts' handbook says of the second opinion is so: its examples, steps, grounds and names of files."""

import datetime as dt
import re
import shutil
from pathlib import Path

import pytest

from dossiergen.dossier.vertrouwelijk import controleer_deel
from dossiergen.recht import recht
from dossiergen.second_opinion.gronden import mist_onderdeel, routes_van
from dossiergen.second_opinion.verloop import mogelijk_na
from dossiergen.sjablonen import Sjablonen
from dossiergen.stukken import laad_vormen
from dossiergen.zaak import laad_bedrijfsartsdeel, laad_organisaties, laad_zaak
from dossiergen.zaak.second_opinion import Processtap, Raadpleging, SecondOpinion
from dossiergen.zaak.second_opinion_stukken import Grondcode
from handboek import Bestand, lees

WORTEL = Path(__file__).parents[1]
HANDBOEK = (WORTEL / "docs" / "handleiding-bedrijfsarts.md").read_text("utf-8")
VANDAAG = dt.date(2026, 6, 1)


@pytest.mark.parametrize("kenmerk", ["2026-0012", "2025-0231"], ids=["toekennen", "afwijzen"])
def test_een_voorbeeld_is_een_verzoek_zonder_fouten(kenmerk: str, tmp_path: Path) -> None:
    """Wie alles overneemt, houdt een verzoek over waarvan elk stuk definitief kan worden."""
    organisaties = laad_organisaties(Path(shutil.copy(WORTEL / "cases" / "organisaties.yaml", tmp_path)))
    map_ = Path(shutil.copytree(WORTEL / "cases" / kenmerk, tmp_path / "cases" / kenmerk))
    for stap in lees(HANDBOEK):
        if isinstance(stap, Bestand) and kenmerk in stap.pad:
            stap.schrijf(tmp_path)
    zaak, deel = laad_zaak(map_, organisaties), laad_bedrijfsartsdeel(map_, organisaties)

    findings = controleer_deel(deel, zaak, VANDAAG, Sjablonen.standaard())

    assert [(finding.code, finding.pad) for finding in findings if finding.is_fout] == []
    assert deel.deel is not None
    assert deel.deel.stukken


def test_elke_stap_staat_er_met_wat_erna_kan() -> None:
    """De tabel is die van het programma; wat er niet in staat, is een einde."""
    tabel = _tabel(r"`(\w+)`", r"((?:`\w+`(?:, )?)+)")

    assert {stap: tuple(tabel.get(stap, "").replace("`", "").split(", ")) for stap in Processtap} == {
        stap: tuple(mogelijk_na(stap)) or ("",) for stap in Processtap
    }


def test_elke_grond_staat_er_met_haar_routes() -> None:
    """In de volgorde waarin de brief ze noemt."""
    tabel = _tabel(r"([A-G]\d?)", r"[^|]+", r"([^|]+)")
    bekend = {
        code.value: [
            route.value for route in routes_van(code, lambda sleutel: recht().tekst(sleutel, VANDAAG))
        ]
        for code in Grondcode
        if not mist_onderdeel(code)
    }

    assert {code: re.findall(r"`(?!routes)(\w+)`", cel) for code, cel in tabel.items()} == bekend


def test_elk_stuk_staat_er_met_zijn_veld_en_bestand() -> None:
    """Een veld van een verzoek geeft een stuk, en zo heet het bestand."""
    tabel = _tabel(r"`(\w+)`", r"[^|]+", r"`([\w-]+?)(?:-01)?`", "[^|]+", "[^|]+")
    vormen = laad_vormen(Sjablonen.standaard()).values()

    assert set(tabel) == set(SecondOpinion.model_fields) - set(Raadpleging.model_fields)
    assert set(tabel.values()) == {
        f"{vorm.volgorde:02}-{vorm.naam}" for vorm in vormen if vorm.naam.startswith("second-opinion-")
    }


def _tabel(*cellen: str) -> dict[str, str]:
    """The rows of this shape: the one group of their cells by the other."""
    rij = " \\| ".join(cellen)
    gevonden = re.finditer(rf"^\| {rij} \|$", HANDBOEK, re.MULTILINE)
    return {een[1]: een[2] for een in gevonden}
