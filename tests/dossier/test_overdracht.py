"""One archive for each folder that is handed over: what is in it, that it holds nothing else, and when it goes."""

import datetime as dt
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

from dossiergen.dossier.archief import inpakken, is_ons
from dossiergen.dossier.index import schrijf_index
from dossiergen.dossier.maken import Keuze, maak_zaak
from dossiergen.dossier.manifest import manifest
from dossiergen.dossier.opruimen import kenmerken_in, opruimplan, ruim_op
from dossiergen.dossier.overdracht import Archiefresultaat, maak_archieven
from dossiergen.dossier.staat import Gemaakt, Staat
from dossiergen.dossier.uitvoer import Uitvoer
from dossiergen.sjablonen import Sjablonen
from dossierhulp import PLAN, laad_map, vervang
from verslaghulp import KENMERK, PEILDATUM, RAPPORT, Afgebroken, afdrukken, gemaakt, pdf, riv, werkplaats

ZAAK = Path(KENMERK)
OPEN_OVER = dt.date(2028, 3, 30)
ALLES_OVER = dt.date(2046, 3, 25)
MAPPEN = {
    f"overdracht/{KENMERK}-bedrijfsarts.zip": "bedrijfsarts",
    f"overdracht/{KENMERK}-riv-uwv.zip": "riv/uwv",
    f"overdracht/{KENMERK}-riv-werknemer.zip": "riv/werknemer",
    f"overdracht/{KENMERK}-uwv.zip": "uwv",
    f"overdracht/{KENMERK}-werkgever.zip": "werkgever",
    f"overdracht/{KENMERK}-werknemer.zip": "werknemer",
    f"vertrouwelijk/overdracht/{KENMERK}-riv-werknemer-vertrouwelijk.zip": "vertrouwelijk/riv/werknemer",
    f"vertrouwelijk/overdracht/{KENMERK}-werknemer-vertrouwelijk.zip": "vertrouwelijk/werknemer",
}
WERKGEVER = f"overdracht/{KENMERK}-werkgever.zip"
AFDRUK = "4d4bc8c3ef1b41cae8555517e80c2240a467d8be441c8b3d896717c7dcfb8483"
PLAN_PDF = "werkgever/03-plan-van-aanpak-ondertekend.pdf"


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


def pak_in(uit: Path, kenmerk: str = KENMERK) -> Archiefresultaat:
    with Uitvoer(uit).open() as uitvoer:
        return maak_archieven(uitvoer, kenmerk)


def archieven(uit: Path) -> dict[str, str]:
    """Each archive below the case with its fingerprint."""
    return {naam: afdruk for naam, afdruk in afdrukken(uit / KENMERK).items() if naam.endswith(".zip")}


def inhoud(pad: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(pad) as archief:
        return {naam: archief.read(naam) for naam in archief.namelist()}


def in_map(map_: Path, naam: str) -> dict[str, bytes]:
    return {f"{naam}/{pad.name}": pad.read_bytes() for pad in map_.iterdir()}


def gemeld(resultaat: Archiefresultaat, uit: Path) -> list[tuple[str, str]]:
    return [
        (f.code, Path(f.plaats.bestand).relative_to(uit / KENMERK).as_posix()) for f in resultaat.findings
    ]


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


def _wijzig(pad: Path) -> None:
    pad.write_bytes(pad.read_bytes() + b"x")


def _koppel(pad: Path) -> None:
    elders = pad.rename(pad.parents[2] / "elders")
    pad.symlink_to(elders)


def _pijp(pad: Path) -> None:
    pad.unlink()
    os.mkfifo(pad)


@pytest.mark.parametrize("doe", [_wijzig, Path.unlink, _koppel, _pijp])
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


@pytest.mark.parametrize("doe", [_wijzig, _eigen_zip, lambda pad: pad.write_bytes(b"")])
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
def test_van_een_archief_dat_iemand_wijzigde_is_niets_meer_van_ons(plek: int, wat: bytes, weg: int) -> None:
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


def maak(zaak: Path, uit: Path, *, na: int | None = None) -> None:
    """All documents of the case; `na`: cut off after so many steps."""
    plek = Uitvoer(uit) if na is None else Afgebroken(uit, [None] * na)
    with plek.open() as uitvoer:
        maak_zaak(laad_map(zaak), Keuze(), werkplaats(), uitvoer, PEILDATUM)


def test_een_archief_blijft_zolang_de_map_blijft(klaar: tuple[Path, Path], uit: Path) -> None:
    """Wie opnieuw maakt wat niet veranderde, houdt zijn archieven."""
    zaak, _ = klaar
    eerst = archieven(uit)
    maak(zaak, uit)
    riv(zaak, uit)

    assert archieven(uit) == eerst


def test_wat_een_map_verandert_haalt_haar_archief_weg(klaar: tuple[Path, Path], uit: Path) -> None:
    """Ook zonder --zip: anders ging iets de deur uit dat er niet meer ligt. De mappen die bleven houden het hunne."""
    zaak, _ = klaar
    eerst = archieven(uit)
    mappen = {naam: afdrukken(uit / ZAAK / MAPPEN[naam]) for naam in eerst}
    vervang(zaak / PLAN, "status: ondertekend", "status: ondertekend\nversie: 2\nwijziging: Andere dagen.")
    maak(zaak, uit)
    gebleven = {naam for naam in eerst if afdrukken(uit / ZAAK / MAPPEN[naam]) == mappen[naam]}

    assert WERKGEVER not in gebleven
    assert f"overdracht/{KENMERK}-riv-uwv.zip" in gebleven
    assert archieven(uit) == {naam: eerst[naam] for naam in gebleven}


def test_een_ander_verslag_haalt_het_archief_van_het_vorige_weg(klaar: tuple[Path, Path], uit: Path) -> None:
    """Een bijlage is vervangen."""
    zaak, _ = klaar
    (zaak / RAPPORT).write_bytes(pdf(["Een ander rapport"]))
    assert riv(zaak, uit).gelukt
    verslag = {naam for naam in MAPPEN if "-riv-" in naam}

    assert verslag.isdisjoint(archieven(uit))
    assert pak_in(uit).gelukt
    assert verslag < set(archieven(uit))
    naam = f"{KENMERK}-riv-uwv"
    assert inhoud(uit / ZAAK / "overdracht" / f"{naam}.zip") == in_map(uit / ZAAK / "riv" / "uwv", naam)


def _nieuw_rapport(zaak: Path, uit: Path, na: int | None) -> None:
    (zaak / RAPPORT).write_bytes(pdf(["Een ander rapport"]))
    riv(zaak, uit, na=na)


def _nieuw_plan(zaak: Path, uit: Path, na: int | None) -> None:
    if "versie: 2" not in (zaak / PLAN).read_text("utf-8"):
        vervang(
            zaak / PLAN, "status: ondertekend", "status: ondertekend\nversie: 2\nwijziging: Andere dagen."
        )
    maak(zaak, uit, na=na)


@pytest.mark.parametrize("na", range(7))
@pytest.mark.parametrize("doe", [_nieuw_rapport, _nieuw_plan])
def test_ook_na_een_onderbreking_ligt_er_geen_archief_van_iets_anders(
    klaar: tuple[Path, Path], uit: Path, doe: Callable[[Path, Path, int | None], None], na: int
) -> None:
    """Wat er ligt is wat de map is; een volgende keer maakt het af."""
    zaak, _ = klaar
    with pytest.raises(KeyboardInterrupt):
        doe(zaak, uit, na)
    halverwege = archieven(uit)
    anders = [n for n in halverwege if inhoud(uit / ZAAK / n) != in_map(uit / ZAAK / MAPPEN[n], Path(n).stem)]
    doe(zaak, uit, None)

    assert anders == []
    assert pak_in(uit).gelukt
    for naam in archieven(uit):
        assert inhoud(uit / ZAAK / naam) == in_map(uit / ZAAK / MAPPEN[naam], Path(naam).stem)


def test_een_concept_van_het_verslag_krijgt_geen_archief(tmp_path: Path) -> None:
    """Een archief heet zoals wat klaar is; de map zelf ligt er wel."""
    _, uit = gemaakt(tmp_path, als_concept=True)
    resultaat = pak_in(uit)

    assert (uit / ZAAK / "riv-concept" / "uwv" / "manifest.json").is_file()
    assert resultaat.gelukt
    assert [naam for naam in archieven(uit) if "riv" in naam] == []


def test_een_lezer_die_er_niet_meer_is_houdt_geen_archief(uit: Path) -> None:
    """Zijn map is weg."""
    eerst = archieven(uit)
    shutil.rmtree(uit / ZAAK / "werkgever")

    assert pak_in(uit).gelukt
    assert archieven(uit) == {naam: afdruk for naam, afdruk in eerst.items() if naam != WERKGEVER}


def purge(zaak: Path | None, uit: Path, op: dt.date) -> list[tuple[Path, str]]:
    """Take away what is past its term; returns what stays and why."""
    with Uitvoer(uit).open() as uitvoer:
        delen = opruimplan(uitvoer, KENMERK, laad_map(zaak) if zaak else None, op)
        klaar = [ruim_op(uitvoer, deel) for deel in delen if deel.heeft_werk]
    return [(blijver.pad.relative_to(uit / ZAAK), blijver.reden) for deel in klaar for blijver in deel.blijft]


def test_een_archief_gaat_weg_met_wat_erin_zit(klaar: tuple[Path, Path], uit: Path) -> None:
    """Het open deel eerst; een vertrouwelijk archief blijft zo lang als het medische deel."""
    zaak, _ = klaar
    vertrouwelijk = {naam for naam in archieven(uit) if naam.startswith("vertrouwelijk/")}

    assert purge(zaak, uit, OPEN_OVER) == []
    assert vertrouwelijk
    assert set(archieven(uit)) == vertrouwelijk
    assert {pad.name for pad in (uit / ZAAK).iterdir()} == {"vertrouwelijk"}
    assert purge(zaak, uit, ALLES_OVER) == []
    assert not (uit / ZAAK).exists()


def test_een_archief_dat_iemand_wijzigde_blijft_bij_het_opruimen(klaar: tuple[Path, Path], uit: Path) -> None:
    """En wat hij er zelf bij legde ook."""
    zaak, _ = klaar
    _wijzig(uit / ZAAK / WERKGEVER)
    (uit / ZAAK / "overdracht" / "eigen.zip").write_bytes(b"van mij")

    assert purge(zaak, uit, OPEN_OVER) == [
        (Path(WERKGEVER), "gewijzigd nadat dossiergen het maakte"),
        (Path("overdracht/eigen.zip"), "niet van dossiergen"),
    ]


def test_liggen_er_alleen_archieven_dan_wordt_dat_gezegd(klaar: tuple[Path, Path], uit: Path) -> None:
    """Van wie zij zijn staat nergens meer; dan beslist een mens."""
    zaak, _ = klaar
    shutil.rmtree(uit / ".dossiergen")
    for map_ in ("bedrijfsarts", "uwv", "werkgever", "werknemer", "riv", "vertrouwelijk"):
        shutil.rmtree(uit / ZAAK / map_, ignore_errors=True)
    eerst = archieven(uit)
    with Uitvoer(uit).open() as uitvoer:
        delen = opruimplan(uitvoer, KENMERK, laad_map(zaak), ALLES_OVER)
        assert kenmerken_in(uitvoer) == (KENMERK,)

    assert [(deel.onder, deel.stand.value, deel.heeft_werk) for deel in delen] == [("", "onbekend", False)]
    assert archieven(uit) == eerst


def test_de_bladzijde_van_de_uitvoer_noemt_alleen_open_archieven(uit: Path) -> None:
    """Wat vertrouwelijk is, staat er niet op."""
    with Uitvoer(uit).open() as uitvoer:
        schrijf_index(uitvoer, Sjablonen.standaard())
    html = (uit / "index.html").read_text("utf-8")

    assert [f'href="{KENMERK}/{naam}"' in html for naam in sorted(archieven(uit))] == [
        not naam.startswith("vertrouwelijk") for naam in sorted(archieven(uit))
    ]
    assert "-vertrouwelijk.zip" not in html
