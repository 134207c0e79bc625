"""`dossiergen riv` as a user calls it: what it says, where, and which exit code it gives."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from dossiergen.cli.hoofd import groep
from dossiergen.dossier.uitvoer import Uitvoer
from dossiergen.errors import ExitCode, UitvoerBezet
from dossierhulp import vervang
from verslaghulp import KENMERK, VERSLAG, afdrukken, namen, pdf

TWEEDE = "2026-0002"
Opdracht = Callable[..., tuple[int, str, str]]


@pytest.fixture(name="riv")
def _riv(map_: Path, capsys: pytest.CaptureFixture[str]) -> Opdracht:
    """Exit code, stdout and stderr of one command in the working folder."""

    def riv(*woorden: str) -> tuple[int, str, str]:
        assert map_ == Path.cwd()
        code = groep.main(["riv", *woorden, "--peildatum", "2026-06-01"], standalone_mode=False)
        klaar = capsys.readouterr()
        return int(code), klaar.out, klaar.err

    return riv


def maak_onvolledig(zaak: Path) -> None:
    (zaak / "stukken/plan-van-aanpak.yaml").unlink()


def kopie(cases: Path, kenmerk: str) -> Path:
    """The same case again, under another kenmerk."""
    shutil.copytree(cases / KENMERK, cases / kenmerk)
    for pad in (cases / kenmerk / "zaak.yaml", cases / kenmerk / "bedrijfsarts.yaml"):
        vervang(pad, KENMERK, kenmerk)
    return cases / kenmerk


def test_een_compleet_verslag(riv: Opdracht, map_: Path) -> None:
    """Exit 0; stdout noemt elk bestand, en of het nieuw is; stderr zegt hoe het ervoor staat."""
    weg = Path("output", KENMERK, "riv", "werknemer", "leesexemplaar.pdf")
    weg.unlink()
    code, uit, praat = riv(f"cases/{KENMERK}")
    genoemd = re.findall(r"^(gemaakt|ongewijzigd) +(.*)$", uit, re.MULTILINE)
    regels = {pad: uitkomst for uitkomst, pad in genoemd}
    mappen = [pad for pad in (map_ / "output" / KENMERK).rglob("*") if "riv" in pad.parts and pad.is_file()]

    assert code == ExitCode.GOED
    assert {map_ / pad for pad in regels} == {pad for pad in mappen if pad.name != "manifest.json"}
    assert [pad for pad, uitkomst in regels.items() if uitkomst == "gemaakt"] == [str(weg)]
    assert praat == f"Zaak {KENMERK}: het re-integratieverslag is compleet.\n"


def test_een_onvolledig_verslag(riv: Opdracht, map_: Path) -> None:
    """Exit 1, niets gemaakt, en per gebrek wie ervoor zorgt en wat die doet."""
    maak_onvolledig(map_ / "cases" / KENMERK)
    eerst = afdrukken(map_ / "output" / KENMERK)
    code, uit, praat = riv(f"cases/{KENMERK}")

    assert code == ExitCode.FOUTEN
    assert not re.search("^gemaakt", uit, re.MULTILINE)
    assert re.search(
        r"werkgever en werknemer: .*plan van aanpak ontbreekt.*stukken/plan-van-aanpak\.yaml", praat
    )
    assert "--toch" in praat
    assert afdrukken(map_ / "output" / KENMERK) == eerst


def test_met_toch_komt_er_een_concept(riv: Opdracht, map_: Path) -> None:
    """Exit 0, een eigen map, en de waarschuwing dat het niet naar UWV mag."""
    maak_onvolledig(map_ / "cases" / KENMERK)
    code, _, praat = riv(f"cases/{KENMERK}", "--toch")

    assert code == ExitCode.GOED
    assert "00-re-integratieverslag-concept.pdf" in namen(map_ / "output" / KENMERK / "riv-concept/uwv")
    assert "Stuur het niet naar UWV" in praat


def test_json_zegt_hetzelfde(riv: Opdracht, map_: Path) -> None:
    """Eén object per zaak; met wie wat aanlevert, en zonder waarden uit de zaak."""
    maak_onvolledig(map_ / "cases" / KENMERK)
    code, uit, _ = riv(f"cases/{KENMERK}", "--format", "json")
    inhoud = json.loads(uit)
    ontbreekt = {een["code"]: een["wie"] for een in inhoud["ontbreekt"] if een["houdt_tegen"]}

    assert code == ExitCode.FOUTEN
    assert (inhoud["zaak"], inhoud["gelukt"], inhoud["concept"], inhoud["bestanden"]) == (
        KENMERK,
        False,
        False,
        [],
    )
    assert ontbreekt == {"RIV-02": ["werkgever", "werknemer"]}
    assert all(een["wat"] and een["doen"] for een in inhoud["ontbreekt"])
    assert not re.search("Hofstra|Lindelaan|999990019|1985-05-17|Wentelkoorts", uit)


def test_json_van_een_compleet_verslag(riv: Opdracht, map_: Path) -> None:
    """De bestanden die er liggen, en of het een concept is."""
    code, uit, _ = riv(f"cases/{KENMERK}", "--format", "json")
    inhoud = json.loads(uit)

    assert (code, inhoud["gelukt"], inhoud["concept"], inhoud["storing"]) == (0, True, False, "")
    assert all((map_ / pad).is_file() for pad in inhoud["bestanden"])
    assert len(inhoud["bestanden"]) == len(set(inhoud["bestanden"])) > len(namen(map_ / "output" / KENMERK))


def test_een_slechte_zaak_houdt_de_andere_niet_tegen(riv: Opdracht, map_: Path) -> None:
    """Exit 7 als het bij een deel mislukt; van de andere ligt het verslag er."""
    slecht = kopie(map_ / "cases", TWEEDE)
    maak_onvolledig(slecht)
    shutil.rmtree(map_ / "output" / KENMERK / "riv")
    code, _, praat = riv("cases")

    assert code == ExitCode.DEEL_MISLUKT
    assert f"Zaak {KENMERK}: het re-integratieverslag is compleet." in praat
    assert f"Zaak {TWEEDE}: het re-integratieverslag is niet gemaakt" in praat
    assert (map_ / "output" / KENMERK / "riv/uwv/manifest.json").exists()
    assert not (map_ / "output" / TWEEDE).exists()


def zichzelf(map_: Path) -> None:
    pad = map_ / "bijlagen/rapport.pdf"
    pad.unlink()
    pad.symlink_to(pad)


def half(map_: Path) -> None:
    (map_ / "bijlagen/rapport.pdf").write_bytes(pdf(["Een"], ["Twee"])[:-200])


def kapotte_administratie(map_: Path) -> None:
    (map_.parents[1] / "output/.dossiergen" / f"{map_.name}.json").write_text("{half")


@pytest.mark.parametrize("breek", [zichzelf, half, kapotte_administratie])
def test_wat_er_ook_mis_is_met_een_zaak_de_andere_komen_er(
    riv: Opdracht, map_: Path, breek: Callable[[Path], None]
) -> None:
    """Geen bijlage en geen bestand in de uitvoer van de ene zaak raakt de andere, voor of na haar."""
    slecht = kopie(map_ / "cases", "2025-9999")
    breek(slecht)
    shutil.rmtree(map_ / "output" / KENMERK / "riv")
    code, _, praat = riv("cases")

    assert code == ExitCode.DEEL_MISLUKT
    assert f"Zaak {KENMERK}: het re-integratieverslag is compleet." in praat
    assert (map_ / "output" / KENMERK / "riv/uwv/manifest.json").exists()


def test_uit_een_map_komen_alleen_zaken_met_een_verslag(riv: Opdracht, map_: Path) -> None:
    """Een zaak zonder re-integratieverslag.yaml is in een map geen fout; alleen genoemd wel."""
    (kopie(map_ / "cases", TWEEDE) / VERSLAG).unlink()
    samen, _, praat = riv("cases")
    alleen, _, _ = riv(f"cases/{TWEEDE}")
    (map_ / "cases" / KENMERK / VERSLAG).unlink()
    geen, uit, niets = riv("cases")

    assert (samen, alleen, geen) == (ExitCode.GOED, ExitCode.FOUTEN, ExitCode.GOED)
    assert TWEEDE not in praat
    assert (uit, VERSLAG in niets) == ("", True)


def test_een_uitvoermap_in_gebruik(riv: Opdracht, map_: Path) -> None:
    """Exit 8, en er verandert niets."""
    eerst = afdrukken(map_ / "output")
    with Uitvoer(map_ / "output").open(), pytest.raises(UitvoerBezet) as bezet:
        riv(f"cases/{KENMERK}")

    assert bezet.value.exit_code == ExitCode.UITVOER_BEZET
    assert afdrukken(map_ / "output") == eerst


def test_geen_verslag_tussen_de_zaken(riv: Opdracht) -> None:
    """De uitvoer mag niet in een map met zaken liggen: dat is verkeerd gebruik."""
    for plek in ("cases", f"cases/{KENMERK}/uit"):
        with pytest.raises(click.UsageError):
            riv(f"cases/{KENMERK}", "--output", plek)


def test_het_overzicht_verwijst_naar_de_mappen(riv: Opdracht, map_: Path) -> None:
    """index.html linkt naar wat overhandigd mag worden; niet naar iets vertrouwelijks, en zonder naam van een mens."""
    riv(f"cases/{KENMERK}")
    html = (map_ / "output/index.html").read_text("utf-8")
    links = re.findall(r'href="([^"]*)"', html)

    assert {f"{KENMERK}/riv/uwv/", f"{KENMERK}/riv/werknemer/"} <= set(links)
    assert [link for link in links if not (map_ / "output" / link).exists()] == []
    assert not re.search("vertrouwelijk|medisch|Hofstra|999990019", html, re.IGNORECASE)
