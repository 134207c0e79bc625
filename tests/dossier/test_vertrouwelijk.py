"""The bedrijfsarts' own side: a folder of its own, and nothing of it anywhere else."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from dossierhulp import vervang
from verslaghulp import CASES, KENMERK, LANG, afdrukken, codes, fouten, gemaakt, namen, pdf, pdf_tekst, riv

EIGEN = Path(KENMERK, "vertrouwelijk")
MEDISCH = "08-medische-informatie.pdf"
BESTAND = "bedrijfsarts.yaml"


@pytest.fixture(name="klaar")
def _klaar(tmp_path: Path) -> tuple[Path, Path]:
    return gemaakt(tmp_path)


def buiten(uit: Path) -> dict[str, str]:
    """All that lies outside the confidential folders, our own administration included."""
    return {pad: afdruk for pad, afdruk in afdrukken(uit).items() if "vertrouwelijk" not in Path(pad).parts}


def met_tikfout(zaak: Path) -> None:
    vervang(zaak / BESTAND, "diagnose:", "diagnoze:")


def met_een_vreemde(zaak: Path) -> None:
    vervang(zaak / BESTAND, "opsteller: c-vermaat", "opsteller: b-smit")


def geen_yaml(zaak: Path) -> None:
    (zaak / BESTAND).write_text("medische_informatie: [")


def ander_kenmerk(zaak: Path) -> None:
    vervang(zaak / BESTAND, f"kenmerk: {KENMERK}", "kenmerk: 2026-0002")


def weg(zaak: Path) -> None:
    (zaak / BESTAND).unlink()


def concept(zaak: Path) -> None:
    vervang(zaak / BESTAND, "status: definitief", "status: concept")


def zonder_stukken(zaak: Path) -> None:
    (zaak / BESTAND).write_text(f"kenmerk: {KENMERK}\nomstandigheden: {{prive: nee}}\n")


def met_bijlagen(zaak: Path) -> None:
    (zaak / "bijlagen-bedrijfsarts").mkdir()
    (zaak / "bijlagen-bedrijfsarts/medische-informatie.pdf").write_bytes(pdf(["Scan met geheim"]))
    (zaak / "bijlagen-bedrijfsarts/brief-van-de-specialist.pdf").write_bytes(b"geen pdf")


def test_de_werknemer_heeft_een_eigen_map(klaar: tuple[Path, Path]) -> None:
    """Alles van de gewone map met de medische informatie erbij, en een eigen leesexemplaar waarin zij staat."""
    _, uit = klaar
    gewoon, eigen = uit / KENMERK / "riv/werknemer", uit / EIGEN / "riv/werknemer"
    zelfde = namen(gewoon) - {"leesexemplaar.pdf", "manifest.json"}
    leesexemplaren = [pdf_tekst((map_ / "leesexemplaar.pdf").read_bytes()) for map_ in (gewoon, eigen)]
    manifest = json.loads((eigen / "manifest.json").read_text())

    assert namen(eigen) == {*namen(gewoon), MEDISCH}
    assert {n for n in zelfde if (gewoon / n).read_bytes() != (eigen / n).read_bytes()} == set()
    assert ["Wentelkoorts" in tekst for tekst in leesexemplaren] == [False, True]
    assert {regel["bestand"] for regel in manifest["bestanden"]} == namen(eigen) - {"manifest.json"}
    assert namen(uit / EIGEN / "werknemer") == {MEDISCH, MEDISCH.replace(".pdf", ".docx"), "manifest.json"}
    assert namen(uit / EIGEN) == {"riv", "werknemer"}


@pytest.mark.parametrize(
    "verander",
    [weg, met_tikfout, met_een_vreemde, geen_yaml, ander_kenmerk, concept, zonder_stukken, met_bijlagen],
)
def test_wat_de_bedrijfsarts_heeft_verandert_niets_daarbuiten(
    klaar: tuple[Path, Path], tmp_path: Path, verander: Callable[[Path], None]
) -> None:
    """Met, zonder of met een fout bestand van de bedrijfsarts: al het andere is gelijk, de eigen administratie erbij."""
    zaak, uit = klaar
    schoon = tmp_path / "schoon"
    shutil.copytree(uit, schoon)
    for map_ in (schoon / KENMERK / "riv", schoon / EIGEN, schoon / ".dossiergen/vertrouwelijk"):
        shutil.rmtree(map_)
    verander(zaak)
    riv(zaak, schoon)

    assert buiten(schoon) == buiten(uit)


@pytest.mark.parametrize("verander", [met_tikfout, met_een_vreemde, geen_yaml, ander_kenmerk])
def test_een_fout_bij_de_bedrijfsarts_wordt_genoemd(
    klaar: tuple[Path, Path], verander: Callable[[Path], None]
) -> None:
    """Het verslag voor UWV is er; wat de werknemer apart krijgt, blijft zoals het was."""
    zaak, uit = klaar
    eerst = afdrukken(uit / EIGEN)
    verander(zaak)
    resultaat = riv(zaak, uit)

    assert not resultaat.gelukt
    assert {Path(f.plaats.bestand).name for f in resultaat.findings if f.is_fout} == {BESTAND}
    assert afdrukken(uit / EIGEN) == eerst
    assert all("Wentelkoorts" not in str(finding) for finding in resultaat.findings)


@pytest.mark.parametrize("verander", [weg, concept, zonder_stukken])
def test_zonder_medische_informatie_komt_er_geen_eigen_map(
    klaar: tuple[Path, Path], tmp_path: Path, verander: Callable[[Path], None]
) -> None:
    """Ook niet van wat er eerder van is gemaakt."""
    zaak, uit = klaar
    shutil.rmtree(uit / EIGEN / "riv")
    verander(zaak)

    assert riv(zaak, uit).gelukt
    assert not (uit / EIGEN / "riv").exists()
    assert not (tmp_path / "nieuw").exists()


def test_een_tweede_versie_vervangt_de_eerste(klaar: tuple[Path, Path]) -> None:
    """In de eigen map ligt alleen wat nu geldt."""
    zaak, uit = klaar
    tweede = "status: definitief\n  versie: 2\n  wijziging: Aangevuld na de brief."
    vervang(zaak / BESTAND, "status: definitief", tweede)
    vervang(zaak / BESTAND, "van de rechterzwier", "van de linkerzwier")
    resultaat = riv(zaak, uit)
    tekst = pdf_tekst((uit / EIGEN / "riv/werknemer/leesexemplaar.pdf").read_bytes())

    assert (resultaat.gelukt, fouten(resultaat)) == (True, [])
    assert {n for n in namen(uit / EIGEN / "riv/werknemer") if n.startswith("08")} == {
        "08-medische-informatie-v2.pdf"
    }
    assert ("linkerzwier" in tekst, "rechterzwier" in tekst) == (True, False)


def test_een_origineel_van_de_bedrijfsarts(klaar: tuple[Path, Path]) -> None:
    """Het getekende origineel neemt de plaats van onze tekst; wat er verder ligt, gaat nergens heen."""
    zaak, uit = klaar
    eerst = buiten(uit)
    met_bijlagen(zaak)
    resultaat = riv(zaak, uit)
    bron = (zaak / "bijlagen-bedrijfsarts/medische-informatie.pdf").read_bytes()
    overal = [
        pad for pad in uit.rglob("*.pdf") if b"Scan met geheim" in pad.read_bytes() and pad.name != MEDISCH
    ]

    assert resultaat.gelukt
    assert (uit / EIGEN / "riv/werknemer" / MEDISCH).read_bytes() == bron
    assert (uit / EIGEN / "werknemer" / MEDISCH).read_bytes() != bron
    assert [pad for pad in overal if "vertrouwelijk" not in pad.parts] == []
    assert buiten(uit) == eerst


def test_een_slecht_origineel_van_de_bedrijfsarts(klaar: tuple[Path, Path]) -> None:
    """Het wordt genoemd, en het verslag voor UWV komt er toch."""
    zaak, uit = klaar
    eerst = buiten(uit)
    (zaak / "bijlagen-bedrijfsarts").mkdir()
    (zaak / "bijlagen-bedrijfsarts/medische-informatie.pdf").write_bytes(b"%PDF-1.7 half")
    resultaat = riv(zaak, uit)

    assert "RIV-17" in codes(resultaat)
    assert buiten(uit) == eerst


def test_een_concept_ligt_ook_hier_apart(tmp_path: Path) -> None:
    """Met --toch ligt de medische informatie in vertrouwelijk/riv-concept, en nergens anders."""
    _, uit = gemaakt(tmp_path, als_concept=True)

    assert MEDISCH in namen(uit / EIGEN / "riv-concept/werknemer")
    assert [pad for pad in uit.rglob("*medisch*") if "vertrouwelijk" not in pad.relative_to(uit).parts] == []


@pytest.mark.parametrize("kenmerk", [KENMERK, *(["2026-0031", "2024-0148"] if LANG else [])])
def test_een_zaak_die_nooit_een_bedrijfsartsdeel_had(tmp_path: Path, kenmerk: str) -> None:
    """Wie alles van niets af maakt zonder dat bestand, krijgt buiten de vertrouwelijke mappen hetzelfde."""
    if kenmerk == KENMERK:
        zaak, uit = gemaakt(tmp_path)
    else:
        zaak, uit = tmp_path / "cases" / kenmerk, tmp_path / "uit"
        shutil.copytree(CASES / kenmerk, zaak)
        shutil.copy(CASES / "organisaties.yaml", zaak.parent)
        assert riv(zaak, uit).gelukt
    weg(zaak)

    assert riv(zaak, tmp_path / "zonder").gelukt
    assert afdrukken(tmp_path / "zonder") == buiten(uit)
