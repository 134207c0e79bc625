"""When an archive goes: with a change of its folder, after an interruption, and when a case is cleared away."""

import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from archiefhulp import (
    ALLES_OVER,
    MAPPEN,
    OPEN_OVER,
    WERKGEVER,
    ZAAK,
    archieven,
    in_map,
    inhoud,
    pak_in,
    wijzig,
)
from dossiergen.dossier.index import schrijf_index
from dossiergen.dossier.maken import Keuze, maak_zaak
from dossiergen.dossier.opruimen import kenmerken_in, opruimplan, ruim_op
from dossiergen.dossier.uitvoer import Uitvoer
from dossiergen.sjablonen import Sjablonen
from dossierhulp import PLAN, laad_map, vervang
from verslaghulp import KENMERK, PEILDATUM, RAPPORT, Afgebroken, afdrukken, gemaakt, pdf, riv, werkplaats


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


def test_een_archief_dat_iemandwijzigde_blijft_bij_het_opruimen(klaar: tuple[Path, Path], uit: Path) -> None:
    """En wat hij er zelf bij legde ook."""
    zaak, _ = klaar
    wijzig(uit / ZAAK / WERKGEVER)
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
