"""Output past its term: what is ours goes, what somebody else put there stays, and an interruption loses nothing."""

import datetime as dt
import json
import os
from pathlib import Path

import pytest

from dossiergen.dossier.maken import Keuze, maak_zaak
from dossiergen.dossier.opruimen import Opruimdeel, Opruimstand, kenmerken_in, opruimplan, ruim_op
from dossiergen.dossier.uitvoer import Uitvoer
from dossierhulp import laad_map, vervang
from verslaghulp import KENMERK, PEILDATUM, Afgebroken, afdrukken, gemaakt, werkplaats

OPEN_OVER = dt.date(2028, 3, 29)
"""The last day on which the open part may be there; the employment ended two years before."""
ALLES_OVER = dt.date(2046, 3, 25)
"""The day after the last one of the medical part."""
DAG = dt.timedelta(days=1)


@pytest.fixture(name="klaar")
def _klaar(tmp_path: Path) -> tuple[Path, Path]:
    return gemaakt(tmp_path)


def plan(zaak: Path | None, uit: Path, op: dt.date) -> tuple[Opruimdeel, ...]:
    geladen = laad_map(zaak) if zaak else None
    with Uitvoer(uit).open() as uitvoer:
        return opruimplan(uitvoer, KENMERK, geladen, op)


def purge(zaak: Path, uit: Path, op: dt.date, *, na: int | None = None) -> tuple[Opruimdeel, ...]:
    """Show and remove; `na`: cut off after so many files."""
    plek = Uitvoer(uit) if na is None else Afgebroken(uit, [None] * na)
    with plek.open() as uitvoer:
        delen = opruimplan(uitvoer, KENMERK, laad_map(zaak), op)
        return tuple(ruim_op(uitvoer, deel) for deel in delen if deel.heeft_werk)


def over(uit: Path) -> set[str]:
    """What lies there, besides the lock."""
    return {
        pad.relative_to(uit).as_posix() for pad in uit.rglob("*") if pad.name != "slot" and not pad.is_dir()
    }


def standen(delen: tuple[Opruimdeel, ...]) -> list[tuple[str, str]]:
    return [(deel.onder, deel.stand.value) for deel in delen]


def test_elk_deel_heeft_zijn_eigen_termijn(klaar: tuple[Path, Path]) -> None:
    """Op de laatste dag mag het open deel er nog zijn, de dag erna niet; het medische deel achttien jaar langer."""
    zaak, uit = klaar

    assert standen(plan(zaak, uit, OPEN_OVER)) == [("", "loopt"), ("vertrouwelijk", "loopt")]
    assert standen(plan(zaak, uit, OPEN_OVER + DAG)) == [("", "voorbij"), ("vertrouwelijk", "loopt")]
    assert standen(plan(zaak, uit, ALLES_OVER)) == [("", "voorbij"), ("vertrouwelijk", "voorbij")]


def test_het_plan_noemt_elk_bestand_van_het_open_deel(klaar: tuple[Path, Path]) -> None:
    """Met de mappen van het verslag en de manifesten; kijken verandert niets."""
    zaak, uit = klaar
    eerst = afdrukken(uit)
    (deel, _) = plan(zaak, uit, OPEN_OVER + DAG)
    open_deel = {
        pad for pad in (uit / KENMERK).rglob("*") if pad.is_file() and "vertrouwelijk" not in pad.parts
    }

    assert set(deel.bestanden) == open_deel
    assert deel.omvang == sum(pad.stat().st_size for pad in open_deel)
    assert deel.blijft == ()
    assert afdrukken(uit) == eerst


def test_alleen_het_deel_dat_voorbij_is_gaat_weg(klaar: tuple[Path, Path]) -> None:
    """Het medische deel blijft zoals het was, met wat dossiergen ervan weet."""
    zaak, uit = klaar
    eerst = {naam for naam in over(uit) if "vertrouwelijk" in naam}
    purge(zaak, uit, OPEN_OVER + DAG)

    assert over(uit) - {"index.html"} == eerst
    assert standen(plan(zaak, uit, OPEN_OVER + DAG)) == [("vertrouwelijk", "loopt")]
    assert sorted(pad.name for pad in (uit / KENMERK).iterdir()) == ["vertrouwelijk"]


def test_is_alles_voorbij_dan_blijft_er_niets_van_de_zaak(klaar: tuple[Path, Path]) -> None:
    """Ook geen lege map en geen staat; de zaak zelf blijft staan."""
    zaak, uit = klaar
    van_de_zaak = afdrukken(zaak)
    purge(zaak, uit, ALLES_OVER)

    assert over(uit) <= {"index.html"}
    assert not (uit / KENMERK).exists()
    assert plan(zaak, uit, ALLES_OVER) == ()
    assert afdrukken(zaak) == van_de_zaak


def test_wat_iemand_wijzigde_blijft_en_blijft_bekend(klaar: tuple[Path, Path]) -> None:
    """Een volgende keer wordt het weer genoemd."""
    zaak, uit = klaar
    gewijzigd = uit / KENMERK / "werkgever" / "03-plan-van-aanpak-ondertekend.docx"
    gewijzigd.write_bytes(gewijzigd.read_bytes() + b"x")
    (eerste, *_) = purge(zaak, uit, OPEN_OVER + DAG)
    (tweede, *_) = plan(zaak, uit, OPEN_OVER + DAG)

    assert [blijver.pad for blijver in eerste.blijft] == [gewijzigd]
    assert gewijzigd.is_file()
    assert gewijzigd not in eerste.bestanden
    assert (tweede.blijft, dict(tweede.bestanden), tweede.heeft_werk) == (eerste.blijft, {}, False)
    assert sorted(pad.name for pad in (uit / KENMERK).iterdir()) == ["vertrouwelijk", "werkgever"]


@pytest.mark.parametrize("waar", ["werkgever/notitie.docx", "riv/uwv/erbij.pdf", "los.txt", "uwv/.verborgen"])
def test_wat_een_ander_neerlegde_blijft(klaar: tuple[Path, Path], waar: str) -> None:
    """Waar het ook ligt, en wat er ook in staat."""
    zaak, uit = klaar
    vreemd = uit / KENMERK / waar
    vreemd.write_text("van mij")
    (deel, *_) = purge(zaak, uit, OPEN_OVER + DAG)

    assert [(b.pad, b.reden) for b in deel.blijft] == [(vreemd, "niet van dossiergen")]
    assert vreemd.read_text() == "van mij"
    assert not (uit / KENMERK / "werknemer").exists()


def test_een_manifest_dat_iemand_wijzigde_blijft(klaar: tuple[Path, Path]) -> None:
    """Het is van ons tot op de byte, of niet."""
    zaak, uit = klaar
    manifest = uit / KENMERK / "uwv" / "manifest.json"
    vervang(manifest, '"schema": 1', '"schema":  1')
    (deel, *_) = purge(zaak, uit, OPEN_OVER + DAG)

    assert [blijver.pad for blijver in deel.blijft] == [manifest]
    assert manifest.is_file()


@pytest.mark.parametrize("wat", ["bestand", "map van een lezer", "map van het verslag", "map van de zaak"])
def test_een_koppeling_wordt_niet_gevolgd(klaar: tuple[Path, Path], tmp_path: Path, wat: str) -> None:
    """Waar zij heen wijst blijft alles, ook als het onze eigen bytes zijn."""
    zaak, uit = klaar
    plek = {
        "bestand": uit / KENMERK / "werkgever" / "03-plan-van-aanpak-ondertekend.pdf",
        "map van een lezer": uit / KENMERK / "werkgever",
        "map van het verslag": uit / KENMERK / "riv",
        "map van de zaak": uit / KENMERK,
    }[wat]
    elders = plek.rename(tmp_path / "elders")
    plek.symlink_to(elders)
    eerst = elders.read_bytes() if elders.is_file() else afdrukken(elders)
    gezien = plan(zaak, uit, OPEN_OVER + DAG)
    purge(zaak, uit, OPEN_OVER + DAG)

    assert plek.is_symlink()
    assert (elders.read_bytes() if elders.is_file() else afdrukken(elders)) == eerst
    assert [blijver.pad for deel in gezien for blijver in deel.blijft] == [plek]


def test_een_koppeling_in_plaats_van_de_staat_stopt_alles(klaar: tuple[Path, Path], tmp_path: Path) -> None:
    """Wat van ons is staat in de staat; die leest niemand ergens anders."""
    zaak, uit = klaar
    staat = uit / ".dossiergen" / f"{KENMERK}.json"
    staat.rename(tmp_path / "staat.json")
    staat.symlink_to(tmp_path / "staat.json")
    eerst = afdrukken(uit)

    assert standen(plan(zaak, uit, OPEN_OVER + DAG))[0] == ("", "onbekend")
    assert purge(zaak, uit, OPEN_OVER + DAG) == ()
    assert afdrukken(uit) == eerst


@pytest.mark.parametrize("naam", ["../../../buiten.txt", "../notitie.txt"])
def test_een_naam_in_de_staat_wijst_niet_naar_buiten(klaar: tuple[Path, Path], naam: str) -> None:
    """Wie aan de staat komt, laat ons geen ander bestand verwijderen."""
    zaak, uit = klaar
    doel = (uit / KENMERK / "uwv" / naam).resolve()
    doel.write_text("van mij")
    staat = uit / ".dossiergen" / f"{KENMERK}.json"
    data = json.loads(staat.read_text("utf-8"))
    data["stukken"][0]["bestanden"][naam] = Uitvoer.afdruk(doel)
    staat.write_text(json.dumps(data), "utf-8")
    purge(zaak, uit, OPEN_OVER + DAG)

    assert doel.read_text() == "van mij"


def test_zonder_zaak_is_er_geen_termijn(klaar: tuple[Path, Path]) -> None:
    """Is de zaak weg, stuk of van een ander, dan verdwijnt er niets."""
    zaak, uit = klaar
    eerst = afdrukken(uit)
    redenen = [{deel.reden for deel in plan(None, uit, ALLES_OVER)}]
    tekst = (zaak / "zaak.yaml").read_text("utf-8")
    for oud, nieuw in (("eerste_ziektedag: 2026", "eerste_ziektedag: x2026"), ("1985-05-17", "1986-05-17")):
        (zaak / "zaak.yaml").write_text(tekst.replace(oud, nieuw), "utf-8")
        assert purge(zaak, uit, ALLES_OVER) == ()
        redenen.append({deel.reden for deel in plan(zaak, uit, ALLES_OVER)})

    assert redenen == [
        {"van deze zaak is geen map gevonden bij de zaken"},
        {"de zaak kan niet worden gelezen"},
        {"de uitvoer is van iemand anders dan de zaak met dit kenmerk"},
    ]
    assert afdrukken(uit) == eerst


def test_zonder_bedrijfsarts_yaml_blijft_het_medische_deel(klaar: tuple[Path, Path]) -> None:
    """De werkgever ruimt op wat van hem is, en niet wat een arts moet bewaren."""
    zaak, uit = klaar
    (zaak / "bedrijfsarts.yaml").unlink()

    assert standen(plan(zaak, uit, ALLES_OVER)) == [("", "voorbij"), ("vertrouwelijk", "onbekend")]


def test_een_beschadigde_staat_houdt_alleen_die_zaak_op(klaar: tuple[Path, Path]) -> None:
    """Dan weet niemand wat van ons is."""
    zaak, uit = klaar
    (uit / ".dossiergen" / f"{KENMERK}.json").write_text("{", "utf-8")

    assert standen(plan(zaak, uit, ALLES_OVER)) == [("", "onbekend"), ("vertrouwelijk", "voorbij")]


def test_is_de_staat_kwijt_dan_zeggen_de_manifesten_wat_van_ons_is(klaar: tuple[Path, Path]) -> None:
    """Ook zonder `.dossiergen` vindt een volgende run de zaak."""
    zaak, uit = klaar
    (uit / ".dossiergen" / f"{KENMERK}.json").unlink()
    (uit / ".dossiergen" / "vertrouwelijk" / f"{KENMERK}.json").unlink()
    with Uitvoer(uit).open() as uitvoer:
        gevonden = kenmerken_in(uitvoer)
    delen = purge(zaak, uit, ALLES_OVER)

    assert gevonden == (KENMERK,)
    assert [naam for naam in over(uit) if naam.endswith((".pdf", ".docx"))] == []
    assert [deel.onder for deel in delen] == ["", "vertrouwelijk"]


@pytest.mark.parametrize("na", [0, 1, 5, 9, 14, 20])
def test_na_een_onderbreking_maakt_een_tweede_keer_het_af(klaar: tuple[Path, Path], na: int) -> None:
    """Wat er nog ligt is nog van ons, en gaat alsnog."""
    zaak, uit = klaar
    with pytest.raises(KeyboardInterrupt):
        purge(zaak, uit, ALLES_OVER, na=na)
    halverwege = over(uit)
    assert halverwege
    delen = purge(zaak, uit, ALLES_OVER)

    assert over(uit) <= {"index.html"}
    assert all(deel.blijft == () for deel in delen)


def test_wat_tussen_tonen_en_verwijderen_wijzigt_blijft(klaar: tuple[Path, Path]) -> None:
    """Iemand werkt aan een stuk terwijl de vraag op het scherm staat."""
    zaak, uit = klaar
    plan_ = uit / KENMERK / "werkgever" / "03-plan-van-aanpak-ondertekend.docx"
    erbij = uit / KENMERK / "werkgever" / "erbij.txt"
    with Uitvoer(uit).open() as uitvoer:
        (deel, *_) = opruimplan(uitvoer, KENMERK, laad_map(zaak), OPEN_OVER + DAG)
        plan_.write_bytes(b"anders")
        erbij.write_text("nieuw")
        klaar_ = ruim_op(uitvoer, deel)

    assert plan_ in deel.bestanden
    assert {blijver.pad for blijver in klaar_.blijft} == {plan_, erbij}
    assert (plan_.read_bytes(), erbij.read_text()) == (b"anders", "nieuw")


def test_een_pijp_tussen_de_bestanden_houdt_niets_op(klaar: tuple[Path, Path]) -> None:
    """Wat geen gewoon bestand is, wordt niet geopend."""
    zaak, uit = klaar
    pijp = uit / KENMERK / "werkgever" / "pijp"
    os.mkfifo(pijp)
    (deel, *_) = purge(zaak, uit, OPEN_OVER + DAG)

    assert [blijver.pad for blijver in deel.blijft] == [pijp]
    assert deel.stand is Opruimstand.VOORBIJ


def test_na_het_opruimen_kan_het_stuk_weer_worden_gemaakt(klaar: tuple[Path, Path]) -> None:
    """Er blijft geen staat over die beschermt wat er niet meer is."""
    zaak, uit = klaar
    eerst = (uit / KENMERK / "uwv" / "01-probleemanalyse-ondertekend.pdf").read_bytes()
    purge(zaak, uit, ALLES_OVER)
    with Uitvoer(uit).open() as uitvoer:
        keuze = Keuze(frozenset({"probleemanalyse"}))
        resultaat = maak_zaak(laad_map(zaak), keuze, werkplaats(), uitvoer, PEILDATUM)

    assert resultaat.gelukt
    assert (uit / KENMERK / "uwv" / "01-probleemanalyse-ondertekend.pdf").read_bytes() == eerst
