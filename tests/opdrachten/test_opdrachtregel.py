"""The command line as a user meets it: whole output, exit codes, Dutch."""

import json
import os
import pty
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po

import dossiergen.cli.hoofd
from dossiergen.cli.hoofd import COMMANDOS

PEILDATUM = ("--peildatum", "2026-06-01")

HOUD_VAST = """
import sys
from pathlib import Path
from dossiergen.dossier.uitvoer import Uitvoer
with Uitvoer(Path("output")).open():
    print("open", flush=True)
    sys.stdin.read()
"""

Draai = Callable[..., subprocess.CompletedProcess[str]]


def test_zaken_die_in_orde_zijn_geven_alleen_een_regel_praat(draai: Draai) -> None:
    """Stdout is voor gegevens; zonder bevindingen is daar niets."""
    klaar = draai("check", "cases/2026-0007", *PEILDATUM)

    assert (klaar.returncode, klaar.stdout) == (0, "")
    assert klaar.stderr == "1 zaak gecontroleerd op peildatum 2026-06-01: geen fouten.\n"


def test_een_waarschuwing_is_geen_fout(draai: Draai) -> None:
    """In de voorbeelden ontbreekt nog een en ander; dat mag."""
    klaar = draai("check", "cases", *PEILDATUM)

    assert klaar.returncode == 0
    assert re.findall(r": (\w+) ([A-Z]+-\d+) ", klaar.stdout) == [
        ("waarschuwing", "PVA-05"),
        ("waarschuwing", "PVA-09"),
        ("waarschuwing", "SIG-01"),
        ("info", "CAL-11"),
        ("waarschuwing", "PA-07"),
        ("waarschuwing", "CAL-15"),
        ("waarschuwing", "SIG-01"),
    ]
    assert klaar.stderr == "3 zaken gecontroleerd op peildatum 2026-06-01: geen fouten.\n"


def test_een_zaak_met_fouten_noemt_ze_alle_met_hun_plaats(draai: Draai) -> None:
    """Elke fout op een eigen regel met bestand, regel, kolom en code; exitcode 1."""
    klaar = draai("check", "gebrekkig/2026-0099", *PEILDATUM)
    plaatsen = re.findall(
        r"^gebrekkig/2026-0099/([\w./-]+:\d+:\d+): fout ([\w-]+) ", klaar.stdout, re.MULTILINE
    )

    assert klaar.returncode == 1
    assert plaatsen == [
        ("stukken/plan-van-aanpak.yaml:5:11", "PA-08"),
        ("stukken/plan-van-aanpak.yaml:6:15", "SCH-02"),
        ("zaak.yaml:9:3", "ID-14"),
        ("zaak.yaml:10:8", "ID-02"),
        ("zaak.yaml:13:10", "SCH-03"),
        ("zaak.yaml:14:14", "ID-16"),
        ("zaak.yaml:18:15", "REF-01"),
        ("zaak.yaml:22:21", "ID-16"),
        ("zaak.yaml:23:3", "PRV-02"),
        ("zaak.yaml:26:12", "SCH-06"),
    ]


@pytest.mark.parametrize("vorm", ["text", "json"])
def test_buiten_een_scherm_staan_er_geen_waarden(draai: Draai, vorm: str) -> None:
    """In een log of een bestand komt niets uit de zaak terecht."""
    klaar = draai("check", "gebrekkig", "--format", vorm, *PEILDATUM)
    alles = klaar.stdout + klaar.stderr

    assert not [
        w for w in ("Smit", "123456789", "02-03-2026", "dat hoort hier niet", "t-zomer") if w in alles
    ]


def test_wie_erom_vraagt_ziet_de_regel_en_de_verbetering(draai: Draai) -> None:
    """--show-lines toont de regel uit het bestand, met een teken onder de plaats."""
    klaar = draai("check", "gebrekkig", "--show-lines", *PEILDATUM)
    regels = klaar.stdout.splitlines()
    nummer = next(nr for nr, regel in enumerate(regels) if "zaak.yaml:22:21" in regel)

    assert regels[nummer + 1] == "      22 |   eerste_ziektedag: 02-03-2026"
    assert regels[nummer + 2].index("^") == regels[nummer + 1].index("02-03-2026")
    assert "    Schrijf bijvoorbeeld: 2026-03-02" in regels[nummer + 3 : nummer + 6]


def test_json_is_voor_programmas(draai: Draai) -> None:
    """Elke bevinding heeft dezelfde velden."""
    gelezen = json.loads(draai("check", "gebrekkig", "--format", "json", *PEILDATUM).stdout)

    assert {tuple(bevinding) for bevinding in gelezen} == {
        ("code", "ernst", "bestand", "regel", "kolom", "pad", "melding", "grond", "oplossing", "aanvaard")
    }


def genoemd(uitvoer: str) -> list[str]:
    """The lines about files, without those about findings."""
    return sorted(regel for regel in uitvoer.splitlines() if regel.startswith(("gemaakt", "ongewijzigd")))


def test_een_zaak_maken_noemt_de_bestanden(draai: Draai, tmp_path: Path) -> None:
    """Stdout noemt elk bestand met wat ermee gebeurde; de tweede keer verandert er niets."""
    eerst = draai("render", "cases/2026-0012", "--stuk", "probleemanalyse", *PEILDATUM)
    weer = draai("render", "cases/2026-0012", "--stuk", "probleemanalyse", *PEILDATUM)
    bestanden = [
        f"output/2026-0012/{lezer}/01-probleemanalyse-ondertekend.{eind}"
        for lezer in ("werknemer", "werkgever", "uwv")
        for eind in ("docx", "pdf")
    ]

    assert genoemd(eerst.stdout) == sorted(f"gemaakt      {bestand}" for bestand in bestanden)
    assert genoemd(weer.stdout) == sorted(f"ongewijzigd  {bestand}" for bestand in bestanden)
    assert all((tmp_path / bestand).is_file() for bestand in (*bestanden, "output/index.html"))


def test_een_andere_huisstijl_geldt_voor_alle_stukken(draai: Draai, tmp_path: Path) -> None:
    """--huisstijl gaat vóór die van de afzender."""
    draai("render", "cases/2026-0012", "--output", "een", *PEILDATUM)
    draai("render", "cases/2026-0012", "--output", "ander", "--huisstijl", "standaard", *PEILDATUM)
    naam = "2026-0012/werkgever/01-probleemanalyse-ondertekend.pdf"

    assert (tmp_path / "een" / naam).read_bytes() != (tmp_path / "ander" / naam).read_bytes()


def test_een_slechte_zaak_houdt_de_andere_niet_tegen(draai: Draai, tmp_path: Path) -> None:
    """Exitcode 7 noemt de zaak die mislukte; de rest is gemaakt."""
    shutil.copytree(tmp_path / "gebrekkig" / "2026-0099", tmp_path / "cases" / "2026-0099")
    klaar = draai("batch", "cases", "--format", "text", *PEILDATUM)

    assert klaar.returncode == 7
    assert klaar.stdout.splitlines()[-6:] == [
        "Zaak       Gemaakt  Ongewijzigd  Geweigerd  Uitkomst",
        "2025-0231        2            0          0  in orde",
        "2026-0007        0            0          0  in orde",
        "2026-0012        2            0          0  in orde",
        "2026-0099        0            0          0  mislukt",
        "4 zaken          4            0          0  3 in orde, 1 mislukt",
    ]
    assert klaar.stderr == (
        "Mislukt: 2026-0099. De andere zaken zijn gemaakt.\n"
        "Wat er ontbreekt en wie dat doet, staat in output/rapport.html.\n"
    )


def test_zonder_andere_zaken_zijn_er_geen_andere_gemaakt(draai: Draai) -> None:
    """Mislukt alles, dan staat er niet dat de rest gelukt is."""
    assert draai("batch", "gebrekkig", *PEILDATUM).stderr.splitlines()[0] == "Mislukt: 2026-0099."


def test_een_batch_als_json_is_een_regel_per_zaak(draai: Draai) -> None:
    """Een programma leest mee terwijl de batch loopt, in de volgorde waarin zaken klaar zijn."""
    regels = [json.loads(regel) for regel in draai("batch", "cases", *PEILDATUM).stdout.splitlines()]

    assert sorted((regel["zaak"], regel["gelukt"]) for regel in regels) == [
        ("2025-0231", True),
        ("2026-0007", True),
        ("2026-0012", True),
    ]


def test_een_sjabloon_dat_niet_klopt_laat_de_batch_doorgaan(draai: Draai, tmp_path: Path) -> None:
    """Een fout in een eigen sjabloon raakt de zaken die het gebruiken, met de plaats van de fout."""
    eigen = tmp_path / "eigen" / "plan-van-aanpak"
    eigen.mkdir(parents=True)
    (eigen / "sjabloon.html").write_text("{{ zaak.diagnose }}", "utf-8")
    klaar = draai("batch", "cases", "--templates", "eigen", "--format", "text", *PEILDATUM)

    assert klaar.returncode == 7
    assert "plan-van-aanpak/sjabloon.html:1: Het veld `diagnose` bestaat niet voor de lezers" in klaar.stdout
    assert "2026-0007        0            0          0  in orde" in klaar.stdout


@pytest.mark.parametrize(
    ("woorden", "exitcode", "zin"),
    [
        (("render",), 2, "Fout: Hier ontbreekt 'ZAAK'."),
        (("chek", "cases"), 2, "Fout: De opdracht 'chek' bestaat niet. Bedoelt u"),
        (("check", "cases", "--format", "xml"), 2, "'xml' is geen van 'text', 'json', 'sarif'."),
        (("check", "cases", "--peildatum", "1-6-2026"), 2, "Schrijf de datum als jjjj-mm-dd"),
        (("check", "cases", "--peildatum", "20260101"), 2, "Schrijf de datum als jjjj-mm-dd"),
        (("check", "cases", "--peildatum", "2026-W10-1"), 2, "Schrijf de datum als jjjj-mm-dd"),
        (("render", "cases/2026-0012", "--templates", "weg"), 2, "Map 'weg' bestaat niet."),
        (("batch", "cases", "--templates", "cases/organisaties.yaml"), 2, "is een bestand."),
        (("render", "cases/2026-0012", "--output", "cases/2026-0012"), 2, "Kies een map daarbuiten."),
        (("render", "cases/2026-0012", "--output", "cases/2026-0012/a/b"), 2, "Kies een map daarbuiten."),
        (("batch", "cases", "--output", "cases"), 2, "Kies een map daarbuiten."),
        (("render", "cases"), 2, "Gebruik `dossiergen batch`"),
        (("render", "cases/2026-0012", "--stuk", "plan"), 2, "Wel: plan-van-aanpak, probleemanalyse."),
        (("render", "cases/2026-0012", "--huisstijl", "paars"), 2, "Wel: arbozuid, limburgflex, standaard."),
        (("render", "cases/2026-0012", "--output", "cases/organisaties.yaml"), 2, "is een bestand"),
        (("schema", "zaakje"), 2, "'zaakje' is geen van 'zaak'"),
        (("render", "cases/2025-0231", "--definitief"), 1, ""),
        (("check", "cases/2026-0013"), 1, ""),
    ],
)
def test_verkeerd_gebruik_zegt_wat_er_wel_kan(
    draai: Draai, woorden: tuple[str, ...], exitcode: int, zin: str
) -> None:
    """Elke fout heeft zijn exitcode en een Nederlandse zin, en nooit een traceback."""
    klaar = draai(*woorden)

    assert klaar.returncode == exitcode
    assert zin in klaar.stderr
    assert "Traceback" not in klaar.stderr


def test_een_map_die_er_niet_is_heeft_een_buur_die_erop_lijkt(draai: Draai) -> None:
    """Een tikfout in het kenmerk krijgt een voorstel."""
    klaar = draai("check", "cases/2026-0013")

    assert klaar.stdout == (
        "cases/2026-0013: fout BST-01 Deze map bestaat niet.\n    Bedoelt u cases/2026-0012?\n"
    )


def test_een_bezette_uitvoermap_stopt_de_tweede(draai: Draai, tmp_path: Path) -> None:
    """Exitcode 8 zolang een ander de map heeft."""
    houder = subprocess.Popen(
        [
            sys.executable,
            "-c",
            HOUD_VAST,
        ],
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with houder:
        assert houder.stdout is not None
        houder.stdout.readline()
        klaar = draai("batch", "cases", *PEILDATUM)
        houder.communicate()

    assert klaar.returncode == 8
    assert klaar.stderr.splitlines() == [
        "Fout: De map output is in gebruik door een andere opdracht.",
        "Wacht tot die klaar is.",
    ]


def test_op_een_scherm_loopt_er_een_balk_mee(draai: Draai, tmp_path: Path) -> None:
    """Op een terminal is er voortgang op stderr, en met NO_COLOR geen kleur."""
    baas, knecht = pty.openpty()
    subprocess.run(
        [sys.executable, "-m", "dossiergen", "batch", "cases", *PEILDATUM],
        cwd=tmp_path,
        env={**os.environ, "NO_COLOR": "1"},
        stdout=subprocess.PIPE,
        stderr=knecht,
        check=True,
    )
    gezien = os.read(baas, 10_000).decode()
    os.close(knecht)
    os.close(baas)

    assert "] 3 van 3 zaken, " in gezien
    assert " per minuut, nog 0 s" in gezien
    assert draai("batch", "cases", *PEILDATUM).stderr == ""


@pytest.mark.parametrize("commando", ["", *COMMANDOS])
def test_de_hulp_is_nederlands(draai: Draai, commando: str) -> None:
    """Elke opdracht legt zichzelf uit, zonder Engels van click."""
    klaar = draai(*([commando] if commando else []), "--help")

    assert klaar.returncode == 0
    assert klaar.stdout.startswith("Gebruik: dossiergen")
    assert not re.findall(r"Usage|Options|Show|exit\.|default|required|\[OPTIONS\]", klaar.stdout)


def test_de_schemas_gaan_naar_een_map(draai: Draai, tmp_path: Path) -> None:
    """Een schema per soort bestand, gelijk aan wat één tegelijk geeft."""
    genoemd = draai("schema", "--output", "schemas").stdout.splitlines()

    assert sorted(genoemd) == sorted(f"schemas/{pad.name}" for pad in (tmp_path / "schemas").iterdir())
    assert (
        draai("schema", "plan-van-aanpak").stdout
        == (tmp_path / "schemas" / "plan-van-aanpak.json").read_text()
    )


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_aanvullen_met_tab(draai: Draai, shell: str) -> None:
    """Er is een script voor elke gewone shell."""
    klaar = draai("completion", shell)

    assert klaar.returncode == 0
    assert "_DOSSIERGEN_COMPLETE" in klaar.stdout


def test_stukken_worden_aangevuld(draai: Draai) -> None:
    """Na --stuk stelt de shell de soorten stukken voor."""
    klaar = draai(
        _DOSSIERGEN_COMPLETE="bash_complete", COMP_WORDS="dossiergen render --stuk plan", COMP_CWORD="3"
    )

    assert klaar.stdout.split() == ["plain,plan-van-aanpak"]


def test_de_vertaling_is_die_van_haar_bron(tmp_path: Path) -> None:
    """Wat is meegeleverd (.mo) hoort bij wat wij lezen (.po)."""
    map_ = Path(dossiergen.cli.hoofd.__file__).parent / "locale" / "nl" / "LC_MESSAGES"
    with (map_ / "messages.po").open("rb") as bron:
        catalogus = read_po(bron, locale="nl")
    with (tmp_path / "nieuw.mo").open("wb") as nieuw:
        write_mo(nieuw, catalogus)
    with (tmp_path / "nieuw.mo").open("rb") as nieuw, (map_ / "messages.mo").open("rb") as geleverd:
        verwacht, is_ = read_mo(nieuw), read_mo(geleverd)

    assert {str(m.id): m.string for m in is_ if m.id} == {str(m.id): m.string for m in verwacht if m.id}
