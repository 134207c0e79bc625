"""`dossiergen inlezen`: wat iemand in Word veranderde, toont zich als verschil en komt terug in de zaak."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from dossierhulp import vervang
from woordhulp import achter, bewerk, leg_neer, sleutel, typ, woord

Draai = Callable[..., subprocess.CompletedProcess[str]]

PLAN = "plan-van-aanpak"
BESTAND = Path("cases/2025-0231/stukken/plan-van-aanpak.yaml")
WAT = "activiteiten.0.wat"
OUD = "Afgebakende taken kiezen uit het beleidsplan bomen"
OPDRACHT = ("inlezen", "bewerkt.docx", "--peildatum", "2026-06-01")


@pytest.fixture(name="bewerkt")
def _bewerkt(tmp_path: Path, draai: Draai) -> bytes:
    """A plan in which one agreement was rewritten in Word."""
    assert callable(draai)
    docx = woord(tmp_path / "cases" / "2025-0231", PLAN)
    nieuw = bewerk(docx, typ(sleutel(docx, WAT), "Taken kiezen"))
    leg_neer(tmp_path, nieuw)
    return nieuw


def test_het_verschil_en_daarna_het_toepassen(draai: Draai, bewerkt: bytes, tmp_path: Path) -> None:
    """Eerst zien, dan overnemen, dan het stuk opnieuw maken; daarna is het oude bestand van een eerdere versie."""
    assert bewerkt
    gezien = draai(*OPDRACHT)
    assert gezien.returncode == 0
    assert gezien.stdout == (f"{BESTAND}:11:10: {WAT}  Wat er gebeurt.\n    - {OUD}\n    + Taken kiezen\n")
    assert gezien.stderr == "1 veld veranderd. Neem over met dezelfde opdracht en --toepassen.\n"
    gedaan = draai(*OPDRACHT, "--toepassen")
    assert gedaan.returncode == 0
    assert gedaan.stderr == (
        f"1 veld overgenomen in {BESTAND}.\n"
        "Maak het stuk opnieuw: dossiergen render cases/2025-0231 --stuk plan-van-aanpak\n"
    )
    assert "  - wat: Taken kiezen\n" in (tmp_path / BESTAND).read_text("utf-8")
    weer = draai(*OPDRACHT, "--toepassen")
    assert (weer.returncode, "INL-06" in weer.stdout) == (1, True)
    assert weer.stderr == "Er is niets overgenomen.\n"


def test_niets_veranderd(draai: Draai, tmp_path: Path) -> None:
    leg_neer(tmp_path, woord(tmp_path / "cases" / "2025-0231", PLAN))
    uitkomst = draai(*OPDRACHT)
    assert (uitkomst.returncode, uitkomst.stdout, uitkomst.stderr) == (0, "", "Er is geen veld veranderd.\n")


def test_json_toont_waarden_alleen_op_verzoek(draai: Draai, bewerkt: bytes) -> None:
    assert bewerkt
    zonder = draai(*OPDRACHT, "--format", "json")
    assert OUD not in zonder.stdout
    assert json.loads(zonder.stdout) == {
        "zaak": "2025-0231",
        "stuk": PLAN,
        "wijzigingen": [
            {"bestand": str(BESTAND), "regel": 11, "kolom": 10, "pad": WAT, "omschrijving": "Wat er gebeurt."}
        ],
        "buiten": [],
        "findings": [],
        "geschreven": [],
    }
    met = json.loads(draai(*OPDRACHT, "--format", "json", "--show-values").stdout)
    assert (met["wijzigingen"][0]["oud"], met["wijzigingen"][0]["nieuw"]) == (OUD, "Taken kiezen")


def test_de_waarden_kunnen_weg_uit_de_tekst(draai: Draai, bewerkt: bytes) -> None:
    assert bewerkt
    assert draai(*OPDRACHT, "--hide-values").stdout == f"{BESTAND}:11:10: {WAT}  Wat er gebeurt.\n"


def test_wat_buiten_de_velden_staat_houdt_het_tegen(draai: Draai, bewerkt: bytes, tmp_path: Path) -> None:
    """Tot iemand zegt dat alleen de velden mee hoeven; wat achterblijft, is dan gemeld."""
    zin = "<w:p><w:r><w:t>Tot slot.</w:t></w:r></w:p>"
    leg_neer(tmp_path, bewerk(bewerkt, achter("6 Hoe partijen", zin)))
    eerder = (tmp_path / BESTAND).read_bytes()
    geweigerd = draai(*OPDRACHT, "--toepassen")
    assert geweigerd.returncode == 1
    assert "INL-10 Onder ‘6 Hoe partijen dit plan zien’ is tekst toegevoegd." in geweigerd.stdout
    assert "    + Tot slot.\n" in geweigerd.stdout
    assert (tmp_path / BESTAND).read_bytes() == eerder
    toch = draai(*OPDRACHT, "--toepassen", "--alleen-velden")
    assert toch.returncode == 0
    assert "Wat buiten de velden is veranderd, staat niet in de zaak." in toch.stderr
    assert (tmp_path / BESTAND).read_bytes() != eerder


def test_een_vastgesteld_stuk_noemt_de_uitweg(draai: Draai, tmp_path: Path) -> None:
    vervang(tmp_path / BESTAND, "status: concept", "status: definitief\nvisie_werknemer: Goed.")
    docx = woord(tmp_path / "cases" / "2025-0231", PLAN)
    leg_neer(tmp_path, bewerk(docx, typ(sleutel(docx, WAT), "Taken kiezen")))
    uitkomst = draai(*OPDRACHT, "--toepassen")
    assert uitkomst.returncode == 1
    assert f"{BESTAND}:3:9: fout INL-07" in uitkomst.stdout
    assert "Verhoog `versie`" in uitkomst.stdout


def test_een_andere_map_met_zaken(draai: Draai, bewerkt: bytes, tmp_path: Path) -> None:
    assert bewerkt
    (tmp_path / "cases").rename(tmp_path / "elders")
    assert draai(*OPDRACHT).returncode == 1
    for plek in ("elders", "elders/2025-0231"):
        assert draai(*OPDRACHT, "--zaken", plek).returncode == 0


def test_een_bestand_dat_er_niet_is_of_niet_kan_worden_gelezen(draai: Draai, tmp_path: Path) -> None:
    assert draai("inlezen", "weg.docx").returncode == 2
    (tmp_path / "x.docx").write_bytes(b"%PDF-1.7")
    uitkomst = draai("inlezen", "x.docx")
    assert uitkomst.returncode == 1
    assert uitkomst.stdout.startswith("x.docx: fout INL-01 Dit is een PDF.\n")


def test_de_tekst_van_een_ander_doet_niets_met_het_scherm(draai: Draai, tmp_path: Path) -> None:
    docx = woord(tmp_path / "cases" / "2025-0231", PLAN)
    leg_neer(
        tmp_path,
        bewerk(docx, achter("6 Hoe partijen", "<w:p><w:r><w:t>a&#x9b;31mb&#x202e;c</w:t></w:r></w:p>")),
    )
    assert "    + a�31mb�c\n" in draai(*OPDRACHT).stdout
