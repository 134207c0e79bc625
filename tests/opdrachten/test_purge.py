"""`dossiergen purge` as a user calls it: what it shows, when it asks, and which exit code it gives."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from dossiergen.cli.hoofd import groep
from dossiergen.dossier.uitvoer import Uitvoer
from dossiergen.errors import ExitCode, UitvoerBezet
from verslaghulp import KENMERK, afdrukken

OVER = "2028-03-30"
ALLES_OVER = "2046-03-25"
Opdracht = Callable[..., tuple[int, str, str]]


@pytest.fixture(name="purge")
def _purge(map_: Path, capsys: pytest.CaptureFixture[str]) -> Opdracht:
    """Exit code, stdout and stderr of one command in the working folder."""

    def purge(*woorden: str, op: str = OVER) -> tuple[int, str, str]:
        assert map_ == Path.cwd()
        code = groep.main(["purge", *woorden, "--peildatum", op], standalone_mode=False)
        klaar = capsys.readouterr()
        return int(code), klaar.out, klaar.err

    return purge


@pytest.fixture(name="antwoord")
def _antwoord(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Somebody at the keyboard."""

    def antwoord(tekst: str) -> None:
        monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
        monkeypatch.setattr("click.termui.visible_prompt_func", lambda _vraag: tekst)

    return antwoord


def stukken(map_: Path) -> set[str]:
    return {pad.relative_to(map_).as_posix() for pad in (map_ / "output").rglob("*.pdf")}


MET_DATUM = "2 jaar, vanaf: einde van de re-integratie (2026-03-29); tot en met 2028-03-29"


def test_er_wordt_getoond_wat_weg_zou_gaan_en_waarom(purge: Opdracht, map_: Path) -> None:
    """Per deel: termijn, vanaf wanneer, tot wanneer, bron, hoeveel; --dry-run verandert niets."""
    eerst = afdrukken(map_)
    code, uit, praat = purge("--dry-run")
    regels = uit.splitlines()

    assert code == ExitCode.GOED
    assert [regel.partition(":")[0] for regel in regels] == [KENMERK, f"{KENMERK}/vertrouwelijk"]
    assert f"{MET_DATUM}; AP, Beleidsregels De zieke werknemer." in regels[0]
    assert regels[0].startswith(f"{KENMERK}: termijn voorbij, ")
    assert "blijft; de termijn loopt nog. 20 jaar" in regels[1]
    assert "duur niet op een bron nagekeken" in regels[1]
    assert praat == "Van 1 deel loopt de termijn nog.\nEr is niets verwijderd.\n"
    assert afdrukken(map_) == eerst


def test_zonder_terminal_en_zonder_ja_gaat_er_niets_weg(purge: Opdracht, map_: Path) -> None:
    """Exit 2: niemand kon het bevestigen."""
    eerst = afdrukken(map_)
    code, _, praat = purge()

    assert code == ExitCode.GEBRUIK
    assert praat.splitlines()[-1] == "Er is niets verwijderd: niemand kan het bevestigen. Geef --ja mee."
    assert afdrukken(map_) == eerst


@pytest.mark.parametrize(
    ("tekst", "weg"), [("ja", True), ("J ", True), ("nee", False), ("", False), ("y", False)]
)
def test_op_een_terminal_wordt_het_gevraagd(
    purge: Opdracht, map_: Path, antwoord: Callable[[str], None], tekst: str, weg: bool
) -> None:
    """Alleen ja is ja."""
    antwoord(tekst)
    eerst = afdrukken(map_ / "output")
    code, _, praat = purge()

    assert code == ExitCode.GOED
    assert (afdrukken(map_ / "output") != eerst) is weg
    assert ("Er is niets verwijderd.\n" in praat) is not weg


def test_met_ja_gaat_het_open_deel_weg(purge: Opdracht, map_: Path) -> None:
    """De zaak blijft; wat de bedrijfsarts langer bewaart wordt genoemd; de index noemt de zaak niet meer."""
    zaak = afdrukken(map_ / "cases")
    code, _, praat = purge("--ja")

    assert code == ExitCode.GOED
    assert all("vertrouwelijk" in pad for pad in stukken(map_))
    assert f"cases/{KENMERK} (niet bedrijfsarts.yaml)." in praat
    assert afdrukken(map_ / "cases") == zaak
    assert KENMERK not in (map_ / "output" / "index.html").read_text("utf-8")


def test_is_alles_voorbij_dan_is_de_map_leeg(purge: Opdracht, map_: Path) -> None:
    """Ook het medische deel; een tweede keer is er niets te doen."""
    code, _, praat = purge("--ja", op=ALLES_OVER)

    assert code == ExitCode.GOED
    assert f"cases/{KENMERK}, cases/{KENMERK}/bedrijfsarts.yaml." in praat
    assert stukken(map_) == set()
    assert purge("--ja", op=ALLES_OVER) == (ExitCode.GOED, "", "Er is niets verwijderd.\n")


def test_wat_blijft_liggen_geeft_exit_7(purge: Opdracht, map_: Path) -> None:
    """Een gewijzigd stuk blijft, en elke keer wordt het genoemd."""
    plan = Path("output", KENMERK, "uwv", "03-plan-van-aanpak-ondertekend.docx")
    plan.write_bytes(b"anders")
    code, uit, praat = purge("--ja")
    later, weer, _ = purge("--ja")

    assert (code, later) == (ExitCode.DEEL_MISLUKT, ExitCode.DEEL_MISLUKT)
    assert f"    blijft: {plan} (gewijzigd nadat dossiergen het maakte)\n" in uit
    assert f"    blijft: {plan} (gewijzigd nadat dossiergen het maakte)\n" in weer
    assert "bekijk wat hierboven met `blijft` staat" in praat
    assert (map_ / plan).read_bytes() == b"anders"


def test_een_zaak_die_weg_is_blijft_staan(purge: Opdracht, map_: Path) -> None:
    """Exit 0, en er staat waarom."""
    (map_ / "cases" / KENMERK).rename(map_ / "elders")
    eerst = afdrukken(map_ / "output")
    code, uit, _ = purge("--ja", op=ALLES_OVER)
    reden = "blijft; de termijn is niet bekend: van deze zaak is geen map gevonden bij de zaken."

    assert code == ExitCode.GOED
    assert uit.splitlines() == [f"{KENMERK}: {reden}", f"{KENMERK}/vertrouwelijk: {reden}"]
    assert afdrukken(map_ / "output") == eerst


def test_json_zegt_hetzelfde(purge: Opdracht, map_: Path) -> None:
    """Eén antwoord, met of zonder verwijderen."""
    _, getoond, _ = purge("--dry-run", "--format", "json")
    _, gedaan, _ = purge("--ja", "--format", "json")
    voor, na = json.loads(getoond), json.loads(gedaan)

    assert (voor["verwijderd"], na["verwijderd"], voor["peildatum"]) == (False, True, OVER)
    assert voor["delen"] == na["delen"]
    assert [deel["deel"] for deel in voor["delen"]] == ["open", "vertrouwelijk"]
    assert voor["delen"][0]["termijn"] == {
        "sleutel": "bewaren_reintegratiedossier",
        "jaren": 2,
        "sinds": "2026-03-29",
        "tot_en_met": "2028-03-29",
        "grond": "AP, Beleidsregels De zieke werknemer",
        "bevestigd": True,
    }
    assert voor["delen"][0]["bytes"] > voor["delen"][0]["aantal"] > 0
    assert all("vertrouwelijk" in pad for pad in stukken(map_))


def test_de_uitvoermap_kan_ook_het_argument_zijn(purge: Opdracht, map_: Path) -> None:
    """`purge MAP` en `purge --output MAP` zijn hetzelfde."""
    (map_ / "output").rename(map_ / "anders")

    assert purge("anders", "--dry-run") == purge("--output", "anders", "--dry-run")


@pytest.mark.parametrize(
    ("woorden", "zin"),
    [
        (["output", "--output", "output"], "Noem de uitvoermap één keer"),
        (["--ja", "--dry-run"], "Kies --ja of --dry-run"),
        (["--output", "leeg"], "In deze map heeft dossiergen niets gemaakt"),
        (["--output", "bestaat-niet"], "In deze map heeft dossiergen niets gemaakt"),
        (["--output", f"cases/{KENMERK}"], "In deze map liggen zaken"),
        (["--cases", "bestaat-niet"], "Zonder de zaken is geen termijn bekend"),
    ],
)
def test_wat_niet_kan_is_verkeerd_gebruik(purge: Opdracht, map_: Path, woorden: list[str], zin: str) -> None:
    """Exit 2, zonder iets te maken of te verwijderen."""
    (map_ / "leeg").mkdir()
    eerst = afdrukken(map_)
    with pytest.raises(click.UsageError, match=zin) as fout:
        purge(*woorden)

    assert fout.value.exit_code == ExitCode.GEBRUIK
    assert afdrukken(map_) == eerst
    assert list((map_ / "leeg").iterdir()) == []


def test_een_andere_opdracht_die_bezig_is_gaat_voor(purge: Opdracht, map_: Path) -> None:
    """Exit 8."""
    with Uitvoer(map_ / "output").open(), pytest.raises(UitvoerBezet) as fout:
        purge("--ja")

    assert fout.value.exit_code == ExitCode.UITVOER_BEZET


@pytest.mark.parametrize("woorden", [["--dry-run"], ["--dry-run", "--format", "json"], ["--ja"]])
def test_niets_van_de_persoon_komt_op_het_scherm(purge: Opdracht, woorden: list[str]) -> None:
    """Geen naam, nummer, adres of diagnose."""
    _, uit, praat = purge(*woorden, op=ALLES_OVER)

    for waarde in ("Hofstra", "999990019", "Lindelaan", "1985", "Wentelkoorts", "bakker"):
        assert waarde not in uit + praat
