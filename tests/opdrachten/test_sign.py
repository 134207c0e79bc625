"""`dossiergen sign` en `dossiergen verify`: zoals iemand ze typt, met een sleutel die wordt weggegooid."""

import importlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from ondertekening.pki import WACHTWOORD
from opdrachthulp import draai as in_proces
from tekenhulp import AFWIJZING, ARTS, Bureau

Draai = Callable[..., subprocess.CompletedProcess[str]]

MAP = f"output/{AFWIJZING}/vertrouwelijk"
GETEKEND = f"{MAP}/werknemer/46-second-opinion-afwijzing-ondertekend.pdf"
DAG = ("--peildatum", "2026-06-01")
ZONDER_VRAGEN = ("--geheim-env", "GEHEIM", "--ja", "--niet-vastleggen", *DAG)
TEKEN = ("sign", f"cases/{AFWIJZING}", "--stuk", "so-afwijzing", "--sleutel", "a-de-boer.p12")


@pytest.fixture(scope="module", name="klaar")
def _klaar(tmp_path_factory: pytest.TempPathFactory) -> Bureau:
    """The rejection as it lies ready, and a key of the doctor."""
    bureau = Bureau(tmp_path_factory.mktemp("bureau"))
    bureau.sleutel(ARTS)
    bureau.render(AFWIJZING)
    (bureau.map_ / "wortel.pem").write_bytes(bureau.gezag.eigenaar.pem)
    return bureau


@pytest.fixture(name="bureau")
def _bureau(klaar: Bureau, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bureau:
    """A copy for one test, which is the current folder."""
    shutil.copytree(klaar.map_, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return replace(klaar, map_=tmp_path)


@pytest.fixture(name="draai")
def _draai(bureau: Bureau) -> Draai:
    """In the process of the test: there are many, and each would take a second to begin."""
    assert bureau

    def draai(opdracht: str, *woorden: str, invoer: str = "") -> subprocess.CompletedProcess[str]:
        commando = importlib.import_module(f"dossiergen.cli.{opdracht}").commando
        klaar = in_proces(commando, *woorden, antwoorden=invoer, omgeving={"GEHEIM": WACHTWOORD})
        return subprocess.CompletedProcess((opdracht, *woorden), klaar.exit_code, klaar.stdout, klaar.stderr)

    return draai


@pytest.fixture(name="typ")
def _typ(bureau: Bureau) -> Draai:
    """As a program of its own, with all that it prints."""

    def typ(*woorden: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "dossiergen", *woorden],
            cwd=bureau.map_,
            env={**os.environ, "GEHEIM": WACHTWOORD},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )

    return typ


def test_tekenen_en_nakijken(typ: Draai, bureau: Bureau) -> None:
    """Wat op de schermen staat, noemt bij een script niemand; nakijken noemt wie er tekende, want daar gaat het om."""
    getekend = typ(*TEKEN, *ZONDER_VRAGEN)
    assert (getekend.returncode, getekend.stdout) == (
        0,
        "".join(
            f"ondertekend    {MAP}/{lezer}/46-second-opinion-afwijzing-ondertekend.pdf\n"
            for lezer in ("werknemer", "bedrijfsarts")
        ),
    )
    assert not {"Boer", "Loon", WACHTWOORD} & set((getekend.stdout + getekend.stderr).split())
    nagekeken = typ("verify", GETEKEND, "--wortel", "wortel.pem", "--zaken", "cases")
    assert nagekeken.returncode == 0
    regels = nagekeken.stdout.splitlines()
    assert regels[0] == f"{GETEKEND}: in orde"
    assert regels[-1] == f"    Inhoud: gelijk aan wat zaak {AFWIJZING} nu geeft."
    assert "Het certificaat staat in de zaak bij Mevrouw dr. A. de Boer." in nagekeken.stdout
    assert "46-second" not in (bureau.uit / "index.html").read_text("utf-8")


def test_nakijken_als_json_en_met_exitcodes(draai: Draai, bureau: Bureau) -> None:
    """0 alleen als alles klopt: de handtekening, van wie zij is, en wat er staat."""
    definitief = f"{MAP}/werknemer/46-second-opinion-afwijzing.pdf"
    zonder = draai("verify", definitief)
    assert (zonder.returncode, "Er staat geen handtekening in." in zonder.stdout) == (6, True)
    draai(*TEKEN, *ZONDER_VRAGEN)
    los = draai("verify", GETEKEND, "--format", "json")
    (een,) = json.loads(los.stdout)["handtekeningen"]
    assert (los.returncode, een["heel"], een["vertrouwd"], een["in_orde"]) == (
        6,
        True,
        "niet nagegaan",
        False,
    )
    assert draai("verify", GETEKEND, "--zaken", "cases").returncode == 0
    bestand = bureau.map_ / GETEKEND
    heel = bestand.read_bytes()
    bestand.write_bytes(heel[:2000] + bytes([heel[2000] ^ 1]) + heel[2001:])
    kapot = draai("verify", GETEKEND, "--wortel", "wortel.pem")
    assert (kapot.returncode, "Niet heel: wat is ondertekend, is veranderd.\n" in kapot.stdout) == (6, True)
    bestand.write_bytes(b"geen PDF")
    assert draai("verify", GETEKEND).returncode == 6
    anders = draai("verify", definitief, GETEKEND, "--format", "json")
    assert [json.loads(regel)["in_orde"] for regel in anders.stdout.splitlines()] == [False, False]


def test_nakijken_ziet_dat_de_zaak_iets_anders_zegt(draai: Draai, bureau: Bureau) -> None:
    draai(*TEKEN, *ZONDER_VRAGEN)
    pad = bureau.cases / AFWIJZING / "bedrijfsarts.yaml"
    pad.write_text(pad.read_text("utf-8").replace("twee gesprekken miste", "drie gesprekken miste"), "utf-8")
    anders = draai("verify", GETEKEND, "--wortel", "wortel.pem", "--zaken", "cases")
    assert anders.returncode == 6
    assert anders.stdout.splitlines()[-1] == (
        f"    Inhoud: anders dan wat zaak {AFWIJZING} nu geeft, of anders opgemaakt dan dossiergen het maakt."
    )
    shutil.rmtree(bureau.cases / AFWIJZING)
    onbekend = draai("verify", GETEKEND, "--wortel", "wortel.pem", "--zaken", "cases", "--format", "json")
    assert (onbekend.returncode, json.loads(onbekend.stdout)["inhoud"]) == (6, "onbekend")


def test_nakijken_vraagt_een_wortel_voor_wat_is_ingetrokken(draai: Draai, bureau: Bureau) -> None:
    """Zonder wortel zou een lijst met ingetrokken certificaten stil worden overgeslagen."""
    (bureau.map_ / "lijst.crl").write_bytes(bureau.gezag.crl())
    draai(*TEKEN, *ZONDER_VRAGEN)
    for woorden in (("--crl", "lijst.crl"), ("--online",)):
        nagekeken = draai("verify", GETEKEND, "--zaken", "cases", *woorden)
        assert (nagekeken.returncode, nagekeken.stdout) == (2, "")


def test_nakijken_ziet_wat_niet_van_de_ondertekenaar_is(draai: Draai, bureau: Bureau) -> None:
    """Een wortel staat in voor een naam; wie dit stuk tekent, zegt de zaak."""
    draai(*TEKEN, *ZONDER_VRAGEN)
    organisaties = bureau.cases / "organisaties.yaml"
    regels = organisaties.read_text("utf-8").splitlines(keepends=True)
    organisaties.write_text("".join(een for een in regels if "certificaten:" not in een), "utf-8")
    nagekeken = draai("verify", GETEKEND, "--wortel", "wortel.pem", "--zaken", "cases", "--format", "json")
    oordeel = json.loads(nagekeken.stdout)
    (een,) = oordeel["handtekeningen"]
    assert (nagekeken.returncode, een["in_orde"], een["vertrouwd"], een["bekend_als"]) == (
        6,
        False,
        "ja",
        None,
    )
    assert een["reden"] == "het certificaat staat in de zaak niet bij wie hier ondertekent"


def test_het_geheim_komt_nooit_van_de_opdrachtregel(draai: Draai, bureau: Bureau) -> None:
    """Uit een open bestand of de omgeving; zonder scherm en zonder een van beide is er niemand om het te vragen."""
    lezen, schrijven = os.pipe()
    os.write(schrijven, f"{WACHTWOORD}\n".encode())
    os.close(schrijven)
    uit_fd = draai(*TEKEN, "--geheim-fd", str(lezen), "--ja", "--niet-vastleggen", *DAG)
    os.close(lezen)
    assert uit_fd.returncode == 0
    niemand = draai(*TEKEN, "--ja", *DAG)
    assert (niemand.returncode, "er is niemand om het te vragen" in niemand.stderr) == (2, True)
    fout = draai(*TEKEN, "--geheim-env", "PATH", "--ja", *DAG)
    assert (fout.returncode, "wachtwoord" in fout.stderr, os.environ["PATH"] in fout.stderr) == (
        6,
        True,
        False,
    )
    assert bureau.bestand(AFWIJZING, "werknemer/46-second-opinion-afwijzing.pdf")


def test_zonder_ja_en_zonder_scherm_wordt_er_niet_getekend(draai: Draai, bureau: Bureau) -> None:
    """Wat er te bevestigen viel, staat er: aan wie, de grond, en de hele tekst."""

    def stukken() -> dict[str, str]:
        return {naam: een for naam, een in bureau.afdrukken().items() if naam != "output/index.html"}

    eerst = stukken()
    niet = draai(*TEKEN, "--geheim-env", "GEHEIM", *DAG)
    assert (niet.returncode, niet.stdout) == (6, f"niet bevestigd {AFWIJZING} second-opinion-afwijzing\n")
    for stuk in (
        "Aan:     De heer B. van Loon",
        "Grond:   artikel 2.14d lid 3",
        "Op 18 mei schreef Limburg Flex",
    ):
        assert stuk in niet.stderr
    assert stukken() == eerst


def test_stapel_stopt_bij_de_eerste_weigering_of_gaat_door(draai: Draai, bureau: Bureau) -> None:
    """Van twee zaken is de ene niet klaar om te tekenen; met --doorgaan komt de andere toch aan de beurt."""
    shutil.copytree(bureau.cases / AFWIJZING, bureau.cases / "2026-0001")
    for pad in (bureau.cases / "2026-0001").rglob("*.yaml"):
        pad.write_text(pad.read_text("utf-8").replace(AFWIJZING, "2026-0001"), "utf-8")
    stapel = ("sign", "cases", "--stuk", "so-afwijzing", "--sleutel", "a-de-boer.p12")
    stopt = draai(*stapel, *ZONDER_VRAGEN)
    assert (stopt.returncode, "ONT-07" in stopt.stdout, GETEKEND in stopt.stdout) == (6, True, False)
    gaat = draai(*stapel, *ZONDER_VRAGEN, "--doorgaan", "--format", "json")
    assert gaat.returncode == 7
    assert [(een["zaak"], een["uitkomst"]) for een in map(json.loads, gaat.stdout.splitlines())] == [
        ("2026-0001", "geweigerd"),
        (AFWIJZING, "ondertekend"),
    ]


@pytest.mark.parametrize(
    ("woorden", "zin"),
    [
        (("sign", f"cases/{AFWIJZING}", "--sleutel", "a-de-boer.p12"), "--stuk"),
        (("sign", f"cases/{AFWIJZING}", "--stuk", "so-afwijzing"), "--pkcs11"),
        (("sign", "weg.pdf", "--sleutel", "a-de-boer.p12"), "bestaat niet"),
        ((*TEKEN, "--token", "x"), "horen bij --pkcs11"),
        ((*TEKEN, "--geheim-env", "BESTAAT_NIET", "--ja"), "bestaat niet"),
        ((*TEKEN, "--geheim-fd", "97", "--ja"), "open, leesbaar bestand"),
    ],
)
def test_verkeerd_gebruik(draai: Draai, woorden: tuple[str, ...], zin: str) -> None:
    uitkomst = draai(*woorden)
    assert (uitkomst.returncode, zin in uitkomst.stderr) == (2, True)


def test_een_bestand_van_een_ander(draai: Draai, bureau: Bureau) -> None:
    (bureau.map_ / "brief.pdf").write_bytes(b"%PDF-1.7\n")
    vreemd = draai("sign", "brief.pdf", "--sleutel", "a-de-boer.p12", *ZONDER_VRAGEN)
    assert (vreemd.returncode, "ONT-08" in vreemd.stdout) == (6, True)
