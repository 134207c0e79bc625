"""What the handbook says of the second opinion is so: its examples, its steps, its grounds and its names of files."""

import datetime as dt
import re
import shutil
import textwrap
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

WORTEL = Path(__file__).parents[1]
HANDLEIDING = (WORTEL / "docs" / "handleiding.md").read_text("utf-8")
HOOFDSTUK = HANDLEIDING.partition("\n## Second opinion\n")[2].partition("\n## ")[0]
VANDAAG = dt.date(2026, 6, 1)
VOORBEELDEN = [
    textwrap.dedent(blok)
    for blok in re.findall(r"(?:^(?: {4}.*)?\n)+", HOOFDSTUK, re.MULTILINE)
    if blok.strip().startswith("kenmerk:")
]


@pytest.mark.parametrize("voorbeeld", VOORBEELDEN, ids=["afwijzen", "toekennen"])
def test_een_voorbeeld_is_een_verzoek_zonder_fouten(voorbeeld: str, tmp_path: Path) -> None:
    """Wie het overneemt, kan de stukken meteen definitief maken."""
    organisaties = laad_organisaties(Path(shutil.copy(WORTEL / "cases" / "organisaties.yaml", tmp_path)))
    map_ = Path(shutil.copytree(WORTEL / "cases" / "2026-0012", tmp_path / "2026-0012"))
    (map_ / "bedrijfsarts.yaml").write_text(voorbeeld, "utf-8")
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
    """The rows of this shape in the chapter: the one group of their cells by the other."""
    rij = " \\| ".join(cellen)
    gevonden = re.finditer(rf"^\| {rij} \|$", HOOFDSTUK, re.MULTILINE)
    return {een[1]: een[2] for een in gevonden}
