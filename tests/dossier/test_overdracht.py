"""One archive for each folder that is handed over: what is in it, and that it holds nothing else."""

import hashlib
import io
import json
import os
import shutil
import stat
import subprocess
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archiefhulp import (
    AFDRUK,
    MAPPEN,
    PLAN_PDF,
    WERKGEVER,
    ZAAK,
    archieven,
    gemeld,
    in_map,
    inhoud,
    pak_in,
    wijzig,
)
from dossiergen.dossier.archief import inpakken, is_ons
from dossiergen.dossier.manifest import manifest
from dossiergen.dossier.overdracht import Archiefresultaat
from dossiergen.dossier.staat import Gemaakt, Staat
from dossiergen.dossier.uitvoer import Uitvoer
from verslaghulp import KENMERK, afdrukken, gemaakt


@pytest.fixture(name="klaar")
def _klaar(tmp_path: Path) -> tuple[Path, Path]:
    """A case, and the output with its verslag."""
    return gemaakt(tmp_path)


@pytest.fixture(name="uit")
def _uit(klaar: tuple[Path, Path]) -> Path:
    """The output with all its archives."""
    _, uit = klaar
    assert pak_in(uit).gelukt
    return uit


def test_elke_map_die_wordt_overhandigd_heeft_haar_archief(uit: Path) -> None:
    """Wat uitgepakt wordt is die map, met haar manifest, en niets erbij."""
    assert set(archieven(uit)) == {
        naam for naam, map_ in MAPPEN.items() if (uit / ZAAK / map_ / "manifest.json").exists()
    }
    assert {WERKGEVER, f"overdracht/{KENMERK}-riv-uwv.zip"} < set(archieven(uit))
    for naam in archieven(uit):
        pad = uit / ZAAK / naam
        assert inhoud(pad) == in_map(uit / ZAAK / MAPPEN[naam], pad.stem)


def test_een_archief_hangt_alleen_af_van_wat_erin_zit() -> None:
    """Dezelfde bytes op elke machine en op elke dag: namen op volgorde, zonder tijd, niet samengeperst."""
    heen = inpakken("Z-1", {"b.pdf": b"twee", "a.pdf": b"een"})
    terug = inpakken("Z-1", {"a.pdf": b"een", "b.pdf": b"twee"})

    assert heen == terug
    assert hashlib.sha256(heen).hexdigest() == AFDRUK
    with zipfile.ZipFile(io.BytesIO(heen)) as archief:
        leden = archief.infolist()
    assert [
        (lid.filename, lid.date_time, lid.compress_type, lid.extra, lid.external_attr) for lid in leden
    ] == [
        (f"Z-1/{naam}", (1980, 1, 1, 0, 0, 0), zipfile.ZIP_STORED, b"", (stat.S_IFREG | 0o600) << 16)
        for naam in ("a.pdf", "b.pdf")
    ]


def test_een_tweede_keer_schrijft_niets(uit: Path) -> None:
    """En in een andere map zijn het dezelfde bytes."""
    eerst = archieven(uit)
    opnieuw = pak_in(uit)
    ander = shutil.copytree(uit, uit.with_name("ander"))
    for naam in eerst:
        (ander / ZAAK / naam).unlink()
    elders = pak_in(ander)

    assert set(opnieuw.paden.values()) == {False}
    assert {pad.relative_to(uit / ZAAK).as_posix() for pad in opnieuw.paden} == set(eerst)
    assert set(elders.paden.values()) == {True}
    assert archieven(ander) == eerst


def test_een_archief_is_alleen_voor_de_eigenaar(uit: Path) -> None:
    """Net als wat erin zit, ook na uitpakken met `unzip`."""
    doel = uit.with_name("uitgepakt")
    for naam in archieven(uit):
        pad = uit / ZAAK / naam
        assert (stat.S_IMODE(pad.stat().st_mode), stat.S_IMODE(pad.parent.stat().st_mode)) == (0o600, 0o700)
        subprocess.run(["unzip", "-tq", pad], check=True, capture_output=True)
        subprocess.run(["unzip", "-q", pad, "-d", doel], check=True, capture_output=True)

    uitgepakt = [pad for pad in doel.rglob("*") if pad.is_file()]
    assert uitgepakt
    assert {stat.S_IMODE(pad.stat().st_mode) for pad in uitgepakt} == {0o600}
    assert {pad.name for pad in doel.iterdir()} == {Path(naam).stem for naam in archieven(uit)}


def test_wat_een_ander_erbij_legde_gaat_niet_mee(uit: Path) -> None:
    """Het staat niet in het manifest."""
    eerst = archieven(uit)
    (uit / ZAAK / "werkgever" / "notitie.docx").write_text("van mij")

    assert pak_in(uit) == Archiefresultaat({uit / ZAAK / naam: False for naam in eerst})
    assert archieven(uit) == eerst


def _koppel(pad: Path) -> None:
    elders = pad.rename(pad.parents[2] / "elders")
    pad.symlink_to(elders)


def _pijp(pad: Path) -> None:
    pad.unlink()
    os.mkfifo(pad)


@pytest.mark.parametrize("doe", [wijzig, Path.unlink, _koppel, _pijp])
@pytest.mark.parametrize("wat", [PLAN_PDF, "werkgever/manifest.json", "riv/uwv/30-bijlage-rapport.pdf"])
def test_van_een_map_die_anders_is_komt_geen_archief(
    uit: Path, wat: str, doe: Callable[[Path], None]
) -> None:
    """Het oude gaat weg, want het is niet meer wat er ligt; de andere archieven blijven."""
    eerst = archieven(uit)
    doe(uit / ZAAK / wat)
    resultaat = pak_in(uit)
    van_haar = next(naam for naam, map_ in MAPPEN.items() if map_ == Path(wat).parent.as_posix())
    # Without a manifest nothing in a folder is ours.
    zonder_manifest = doe is Path.unlink and wat.endswith("manifest.json")

    assert gemeld(resultaat, uit) == ([] if zonder_manifest else [("UIT-06", wat)])
    assert resultaat.gelukt is zonder_manifest
    assert archieven(uit) == {naam: afdruk for naam, afdruk in eerst.items() if naam != van_haar}


@pytest.mark.parametrize(
    "naam", ["../vertrouwelijk/werknemer/geheim.pdf", "/etc/passwd", "A:b.pdf", "manifest.json", ""]
)
def test_een_manifest_wijst_niet_naar_buiten(uit: Path, naam: str) -> None:
    """Ook niet als de afdruk klopt: een naam is geen pad."""
    pad = uit / ZAAK / "riv" / "uwv" / "manifest.json"
    data = json.loads(pad.read_text())
    data["bestanden"][0]["bestand"] = naam
    pad.write_text(json.dumps(data))

    assert gemeld(pak_in(uit), uit) == [("UIT-06", "riv/uwv/manifest.json")]
    assert f"overdracht/{KENMERK}-riv-uwv.zip" not in archieven(uit)


def test_wie_de_vertrouwelijke_map_op_de_open_plek_zet_krijgt_geen_archief(uit: Path) -> None:
    """Een map hoort waar zij is gemaakt, ook al klopt elke afdruk."""
    for map_ in ("riv/werknemer", "werknemer"):
        shutil.rmtree(uit / ZAAK / map_)
        shutil.copytree(uit / ZAAK / "vertrouwelijk" / map_, uit / ZAAK / map_)
    resultaat = pak_in(uit)

    assert gemeld(resultaat, uit) == [
        ("UIT-06", "riv/werknemer/manifest.json"),
        ("UIT-06", "werknemer/manifest.json"),
    ]
    assert {f"overdracht/{KENMERK}-riv-werknemer.zip", f"overdracht/{KENMERK}-werknemer.zip"}.isdisjoint(
        archieven(uit)
    )


@pytest.mark.parametrize("wat", ["overdracht", "vertrouwelijk", "vertrouwelijk/overdracht"])
def test_een_koppeling_op_de_weg_wordt_niet_gevolgd(
    klaar: tuple[Path, Path], wat: str, tmp_path: Path
) -> None:
    """Anders kwam een vertrouwelijk archief in een open map, of elders."""
    _, uit = klaar
    plek, elders = uit / ZAAK / wat, tmp_path / "elders"
    if plek.exists():
        plek.rename(elders)
    else:
        elders.mkdir()
    plek.symlink_to(elders)
    eerst = afdrukken(elders)
    resultaat = pak_in(uit)

    assert gemeld(resultaat, uit) == [("UIT-06", wat)]
    assert afdrukken(elders) == eerst


def _eigen_zip(pad: Path) -> None:
    with zipfile.ZipFile(pad, "w", zipfile.ZIP_DEFLATED) as archief:
        archief.writestr("notitie.txt", "van mij")


@pytest.mark.parametrize("doe", [wijzig, _eigen_zip, lambda pad: pad.write_bytes(b"")])
def test_wat_een_ander_op_de_plek_zette_blijft(uit: Path, doe: Callable[[Path], None]) -> None:
    """Het wordt gemeld, niet overschreven, en ook niet weggehaald als de map weg is."""
    pad = uit / ZAAK / WERKGEVER
    doe(pad)
    erin = pad.read_bytes()
    resultaat = pak_in(uit)
    shutil.rmtree(uit / ZAAK / "werkgever")

    assert gemeld(resultaat, uit) == [("UIT-01", WERKGEVER)]
    assert pad not in resultaat.paden
    assert pak_in(uit).gelukt
    assert pad.read_bytes() == erin


def test_een_archief_van_een_ander_is_geen_archief_van_deze_map(uit: Path) -> None:
    """Onder een andere naam is het niet meer wat wij daar neerlegden."""
    uwv, werkgever = uit / ZAAK / f"overdracht/{KENMERK}-uwv.zip", uit / ZAAK / WERKGEVER
    shutil.copy(uwv, werkgever)

    assert (is_ons(uwv), is_ons(werkgever)) == (True, False)
    assert gemeld(pak_in(uit), uit) == [("UIT-01", WERKGEVER)]


@settings(max_examples=300)
@given(plek=st.integers(0), wat=st.binary(max_size=4), weg=st.integers(0, 4))
def test_van_een_archief_dat_iemandwijzigde_is_niets_meer_van_ons(plek: int, wat: bytes, weg: int) -> None:
    """Welke bytes er ook veranderen, en zonder dat het lezen ervan stukloopt."""
    heel = _klein_archief()
    begin = plek % len(heel)
    nieuw = heel[:begin] + wat + heel[begin + weg :]
    with tempfile.TemporaryDirectory() as map_:
        pad = Path(map_) / "Z-1-uwv.zip"
        pad.write_bytes(nieuw)

        assert is_ons(pad) is (nieuw == heel)


def _klein_archief() -> bytes:
    bestand = {"a.pdf": b"een"}
    regels = [{"bestand": naam, "sha256": hashlib.sha256(een).hexdigest()} for naam, een in bestand.items()]
    return inpakken("Z-1-uwv", {**bestand, "manifest.json": json.dumps({"stukken": regels}).encode()})


LEZERS = ("werknemer", "werkgever", "bedrijfsarts", "second-opinion-arts", "uwv")
VERDELING = st.lists(st.sets(st.sampled_from(LEZERS), min_size=1), max_size=4)


@settings(max_examples=25)
@given(open_=VERDELING, vertrouwelijk=VERDELING)
def test_vertrouwelijk_komt_nergens_anders_bij(open_: list[set[str]], vertrouwelijk: list[set[str]]) -> None:
    """Voor elke verdeling van stukken over lezers: elk archief is één map, en ligt aan haar kant."""
    with tempfile.TemporaryDirectory() as tijdelijk:
        uit = Path(tijdelijk)
        uitvoer = Uitvoer(uit)
        for onder, verdeling in (("", open_), ("vertrouwelijk", vertrouwelijk)):
            _leg_neer(uitvoer, onder, verdeling)
        resultaat = pak_in(uit)

        assert resultaat.findings == ()
        verwacht = {
            uit / ZAAK / onder / "overdracht" / f"{KENMERK}-{lezer}{f'-{onder}' if onder else ''}.zip": (
                onder,
                lezer,
            )
            for onder, verdeling in (("", open_), ("vertrouwelijk", vertrouwelijk))
            for lezers in verdeling
            for lezer in lezers
        }
        assert set(resultaat.paden) == set(verwacht) == set(uit.rglob("*.zip"))
        for pad, (onder, lezer) in verwacht.items():
            assert inhoud(pad) == in_map(uit / ZAAK / onder / lezer, pad.stem)
            assert (b"geheim" in pad.read_bytes()) is bool(onder)


def _leg_neer(uitvoer: Uitvoer, onder: str, verdeling: list[set[str]]) -> None:
    """A part of a case as if it had been made, without a document in it."""
    tekst = b"geheim" if onder else b"gewoon"
    bytes_van = {f"{nr:02}-stuk.pdf": b"%d %s" % (nr, tekst) for nr in range(len(verdeling))}
    stukken = tuple(
        Gemaakt(
            "stuk", nr, "Stuk", 1, "definitief", "", {}, "", tuple(sorted(lezers)),
            {naam: hashlib.sha256(bytes_van[naam]).hexdigest()}, {},
        )
        for nr, (naam, lezers) in enumerate(zip(bytes_van, verdeling, strict=True))
    )  # fmt: skip
    staat = Staat(KENMERK, "", stukken)
    uitvoer.map(uitvoer.eigen / onder)
    uitvoer.schrijf(uitvoer.eigen / onder / f"{KENMERK}.json", staat.als_json())
    for lezer in sorted(set().union(*verdeling)):
        map_ = uitvoer.wortel / ZAAK / onder / lezer
        van_hem = [stuk for stuk in stukken if lezer in stuk.doelgroepen]
        uitvoer.schrijf(map_ / "manifest.json", manifest(staat, lezer, van_hem, {}))
        for stuk in van_hem:
            for naam in stuk.bestanden:
                uitvoer.schrijf(map_ / naam, bytes_van[naam])
