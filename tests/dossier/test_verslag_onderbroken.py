"""What is not ours stays, and a run that is cut off anywhere is finished by the next one."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from dossiergen.errors import BestandFout
from dossierhulp import vervang
from verslaghulp import KENMERK, LANG, RAPPORT, afdrukken, codes, fouten, gemaakt, pdf, riv

BEGIN, STAP = (0, 1) if LANG else (4, 6)
"""At which steps a run is cut off; after four files the first folder is nearly there."""


@pytest.fixture(name="klaar")
def _klaar(tmp_path: Path) -> tuple[Path, Path]:
    """A case with one annex, and the output with all but its verslag."""
    zaak, uit = gemaakt(tmp_path)
    for map_ in (uit / KENMERK / "riv", uit / KENMERK / "vertrouwelijk/riv"):
        shutil.rmtree(map_)
    return zaak, uit


def verslag(uit: Path) -> dict[str, str]:
    return {pad: afdruk for pad, afdruk in afdrukken(uit / KENMERK).items() if "riv" in pad.split("/")}


def origineel_erbij(zaak: Path) -> None:
    (zaak / "bijlagen/plan-van-aanpak.pdf").write_bytes(pdf(["Scan"]))


def bijlage_anders(zaak: Path) -> None:
    (zaak / RAPPORT).write_bytes(pdf(["Een beter rapport"]))


@pytest.mark.parametrize("daarna", [origineel_erbij, bijlage_anders])
def test_een_afgebroken_run_wordt_afgemaakt(
    klaar: tuple[Path, Path], tmp_path: Path, daarna: Callable[[Path], None]
) -> None:
    """Waar een run ook stopt, en wat er daarna in de zaak verandert: de volgende maakt het hele verslag, en er blijft niets over."""
    zaak, begin = klaar
    heel = tmp_path / "heel"
    shutil.copytree(begin, heel)
    shutil.copytree(zaak.parent, tmp_path / "later")
    daarna(tmp_path / "later" / KENMERK)
    riv(tmp_path / "later" / KENMERK, heel)
    gezien = {}
    for na in range(BEGIN, len(verslag(heel)), STAP):
        uit = tmp_path / f"na-{na}"
        shutil.copytree(begin, uit)
        with pytest.raises(KeyboardInterrupt):
            riv(zaak, uit, na=na)
        heeft_half = [pad for pad in uit.rglob("tijdelijk-*") if ".dossiergen" not in pad.parts]
        laatste = riv(tmp_path / "later" / KENMERK, uit)
        gezien[na] = (heeft_half, fouten(laatste), sorted(verslag(uit).items() ^ verslag(heel).items()))

    assert {na: wat for na, wat in gezien.items() if wat != ([], [], [])} == {}


def heel_verslag(zaak: Path, begin: Path, uit: Path) -> dict[str, str]:
    shutil.copytree(begin, uit)
    riv(zaak, uit)
    return verslag(uit)


def test_een_tweede_afgebroken_run_laat_het_vorige_verslag_heel(
    klaar: tuple[Path, Path], tmp_path: Path
) -> None:
    """Bij elke stap is elk bestand het oude of het nieuwe; daarna maakt een run het af."""
    zaak, uit = klaar
    riv(zaak, uit)
    oud = verslag(uit)
    bijlage_anders(zaak)
    nieuw = heel_verslag(zaak, uit, tmp_path / "nieuw")
    anders = [pad for pad in nieuw if nieuw[pad] != oud.get(pad)]
    half: dict[str, int] = {}
    for na in range(BEGIN // 2, len(anders), STAP):
        proef = tmp_path / f"na-{na}"
        shutil.copytree(uit, proef)
        with pytest.raises(KeyboardInterrupt):
            riv(zaak, proef, na=na)
        half |= {
            pad: na
            for pad, afdruk in verslag(proef).items()
            # Underway the manifest names both what is coming and what is being replaced.
            if afdruk not in {oud.get(pad), nieuw[pad]} and not pad.endswith("manifest.json")
        }
        assert riv(zaak, proef).gelukt
        assert verslag(proef) == nieuw

    assert half == {}


@pytest.mark.parametrize(
    "gewijzigd",
    [
        "riv/uwv/03-plan-van-aanpak-ondertekend.pdf",
        "riv/werknemer/leesexemplaar.pdf",
    ],
)
def test_wat_iemand_wijzigde_blijft_en_dan_wordt_niets_geschreven(tmp_path: Path, gewijzigd: str) -> None:
    """UIT-01: ook de andere mappen van het verslag blijven zoals zij waren."""
    zaak, uit = gemaakt(tmp_path)
    (uit / KENMERK / gewijzigd).write_bytes(b"van een ander")
    eerst = afdrukken(uit)
    bijlage_anders(zaak)
    resultaat = riv(zaak, uit)

    assert fouten(resultaat) == ["UIT-01"]
    assert not resultaat.gelukt
    assert afdrukken(uit) == eerst


def test_wat_iemand_wijzigde_in_de_vertrouwelijke_map_raakt_alleen_die(tmp_path: Path) -> None:
    """Daar blijft alles zoals het was; UWV en de werknemer krijgen hun verslag, en het gebrek wordt genoemd."""
    zaak, uit = gemaakt(tmp_path)
    bijlage_anders(zaak)
    heel = heel_verslag(zaak, uit, tmp_path / "heel")
    vertrouwelijk = uit / KENMERK / "vertrouwelijk"
    (vertrouwelijk / "riv/werknemer/08-medische-informatie.pdf").write_bytes(b"van een ander")
    eerst = afdrukken(vertrouwelijk)
    resultaat = riv(zaak, uit)

    assert (resultaat.gelukt, fouten(resultaat)) == (False, ["UIT-01"])
    assert afdrukken(vertrouwelijk) == eerst
    assert {pad: a for pad, a in verslag(uit).items() if not pad.startswith("vertrouwelijk/")} == {
        pad: a for pad, a in heel.items() if not pad.startswith("vertrouwelijk/")
    }


def test_wat_er_al_lag_is_van_een_ander(klaar: tuple[Path, Path]) -> None:
    """Een eigen bestand op de plaats van ons overzicht blijft, en er komt geen half verslag naast."""
    zaak, uit = klaar
    eigen = uit / KENMERK / "riv/uwv/00-re-integratieverslag.pdf"
    eigen.parent.mkdir(parents=True)
    eigen.write_bytes(b"van een ander")

    assert fouten(riv(zaak, uit)) == ["UIT-01"]
    assert [pad for pad in uit.rglob("*") if "riv" in pad.parts and pad.is_file()] == [eigen]
    assert eigen.read_bytes() == b"van een ander"


def test_een_gewijzigd_stuk_van_render_houdt_het_verslag_tegen(klaar: tuple[Path, Path]) -> None:
    """Ligt er in de uitvoer een stuk dat iemand wijzigde, dan is niet te zeggen wat UWV krijgt, of wat de werknemer las."""
    zaak, uit = klaar
    (uit / KENMERK / "werkgever/01-probleemanalyse-ondertekend.pdf").write_bytes(b"van een ander")

    assert fouten(riv(zaak, uit)) == ["PRV-08", "UIT-01"]
    assert verslag(uit) == {}


def test_een_eigen_bestand_ernaast_blijft(tmp_path: Path) -> None:
    """Aantekeningen in de map van het verslag zijn niet van ons."""
    zaak, uit = gemaakt(tmp_path)
    eigen = uit / KENMERK / "riv/werknemer/aantekening.txt"
    eigen.write_text("Bellen op maandag.")

    assert riv(zaak, uit).gelukt
    assert eigen.read_text() == "Bellen op maandag."


@pytest.mark.parametrize("inhoud", ["{half", "[]", '{"bestanden": [{}]}', '{"bestanden": 3}', ""])
def test_een_beschadigd_manifest_wordt_gezegd(tmp_path: Path, inhoud: str) -> None:
    """Zonder te weten wat van ons is, wordt niets overschreven."""
    zaak, uit = gemaakt(tmp_path)
    (uit / KENMERK / "riv/uwv/manifest.json").write_text(inhoud)
    eerst = afdrukken(uit)

    with pytest.raises(BestandFout, match=r"manifest\.json is beschadigd"):
        riv(zaak, uit)
    assert afdrukken(uit) == eerst


def test_een_map_in_de_weg_wordt_gezegd(klaar: tuple[Path, Path]) -> None:
    """Zij is van een ander, en er wordt niets geschreven."""
    zaak, uit = klaar
    in_de_weg = uit / KENMERK / "riv/uwv/00-re-integratieverslag.pdf"
    in_de_weg.mkdir(parents=True)
    resultaat = riv(zaak, uit)

    assert fouten(resultaat) == ["UIT-01"]
    assert list((uit / KENMERK / "riv").rglob("*.pdf")) == [in_de_weg]


def test_een_ander_met_hetzelfde_kenmerk(tmp_path: Path) -> None:
    """UIT-03: het verslag van een ander wordt niet vervangen."""
    zaak, uit = gemaakt(tmp_path)
    vervang(zaak / "zaak.yaml", "geboortedatum: 1985-05-17", "geboortedatum: 1985-05-18")
    eerst = afdrukken(uit)

    assert "UIT-03" in fouten(riv(zaak, uit))
    assert afdrukken(uit) == eerst


def test_een_andere_tekst_met_dezelfde_versie(tmp_path: Path) -> None:
    """VER-01: een vastgesteld stuk dat is veranderd, komt niet in het verslag, en het oude verslag blijft."""
    zaak, uit = gemaakt(tmp_path)
    eerst = verslag(uit)
    vervang(zaak / "stukken/plan-van-aanpak.yaml", "elke_weken: 6", "elke_weken: 5")
    resultaat = riv(zaak, uit)

    assert (resultaat.gelukt, codes(resultaat) & {"VER-01"}) == (False, {"VER-01"})
    assert verslag(uit) == eerst
