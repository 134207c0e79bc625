"""A character that the sender's font lacks is found at its field, before anything is made (LET-01)."""

import datetime as dt
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dossiergen.dossier.controle import controleer_zaak
from dossiergen.dossier.vertrouwelijk import controleer_deel
from dossiergen.errors import SjabloonFout
from dossiergen.finding import Finding
from dossiergen.sjablonen import Sjablonen, meegeleverd
from dossiergen.zaak import laad_bedrijfsartsdeel, laad_organisaties, laad_zaak
from dossierhulp import CASES, Maak, fouten, vervang
from gebreken import GOED
from gebreken import KENMERK as MAP
from letterhulp import NAAM, maak_familie

PEILDATUM = dt.date(2026, 6, 1)
KENMERK = "2026-0012"
Controle = Callable[..., list[Finding]]


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    """A case of Limburg Flex and Arbo Zuid, each with a style of its own."""
    map_ = tmp_path / "cases"
    map_.mkdir()
    shutil.copy(CASES / "organisaties.yaml", map_)
    shutil.copytree(CASES / KENMERK, map_ / KENMERK)
    return map_


@pytest.fixture
def eigen(tmp_path: Path) -> Path:
    """The employer's style has a font without Ł; that of the service is the shipped one."""
    map_ = tmp_path / "eigen" / "huisstijl" / "limburgflex"
    shutil.copytree(meegeleverd() / "huisstijl" / "standaard", map_)
    vervang(map_ / "huisstijl.yaml", "pdf: Source Sans Pro", f"pdf: {NAAM}")
    maak_familie(map_ / "letters", zonder="Łł")
    return tmp_path / "eigen"


def letters(cases: Path, eigen: Path | None = None, huisstijl: str | None = None) -> list[Finding]:
    geladen = laad_zaak(cases / KENMERK, laad_organisaties(cases / "organisaties.yaml"))
    sjablonen = Sjablonen.standaard(eigen)
    gevonden = controleer_zaak(geladen, PEILDATUM, sjablonen=sjablonen, huisstijl=huisstijl)
    return [finding for finding in gevonden if finding.code == "LET-01"]


def achternaam(cases: Path, naam: str) -> None:
    """Give the employee another name."""
    pad = cases / KENMERK / "zaak.yaml"
    regels = pad.read_text("utf-8").splitlines()
    nummer = next(n for n, regel in enumerate(regels) if regel.strip().startswith("achternaam:"))
    regels[nummer] = f"{regels[nummer].partition(':')[0]}: {naam}"
    pad.write_text("\n".join(regels) + "\n", "utf-8")


@pytest.mark.parametrize(
    "naam",
    [
        "Łukasz Żółć",
        "İpek",
        "Đỗ",
        "Ωμέγα",
        "Привет",
        "Müller-Ñandú",
        "Jose\u0301",
        "Kovač",
        "Åse Øst",
        "D’Açaí",
    ],
)
def test_namen_die_de_letter_heeft(cases: Path, naam: str) -> None:
    """Poolse, Turkse, Vietnamese, Griekse en Russische namen; een los accent hoort bij zijn letter."""
    achternaam(cases, naam)

    assert letters(cases) == []


@pytest.mark.parametrize(
    ("naam", "genoemd"),
    [
        ("王", "dit teken niet: U+738B (cjk unified ideograph-738b)."),
        ("Smile \U0001f600", "dit teken niet: U+1F600 (grinning face)."),
        (
            "علي",
            "deze tekens niet: U+0639 (arabic letter ain), U+0644 (arabic letter lam), U+064A (arabic letter yeh).",
        ),
        ('"\\u738b"', "dit teken niet: U+738B (cjk unified ideograph-738b)."),
        ("一二三四五六七", "en nog 2."),
    ],
)
def test_een_teken_dat_de_letter_niet_heeft_staat_er_bij_naam(cases: Path, naam: str, genoemd: str) -> None:
    """Op regel en kolom van het veld, met nummer en naam van het teken, en nooit met de waarde."""
    achternaam(cases, naam)
    (finding,) = letters(cases)

    assert finding.melding.startswith("De letter Source Sans Pro van huisstijl ")
    assert finding.melding.endswith(genoemd)
    assert (finding.pad, Path(finding.plaats.bestand).name) == ("werknemer.achternaam", "zaak.yaml")
    assert (finding.plaats.regel > 1, finding.plaats.kolom > 1) == (True, True)
    assert naam not in finding.melding


def test_alleen_de_afzender_van_het_stuk_telt(cases: Path, eigen: Path) -> None:
    """In het plan staat een teken dat de letter van de werkgever mist; in de probleemanalyse mag het."""
    vervang(cases / KENMERK / "stukken/probleemanalyse.yaml", "datum:", "# ł\ndatum:")
    assert letters(cases, eigen) == []
    analyse = cases / KENMERK / "stukken/probleemanalyse.yaml"
    veld = next(
        regel for regel in analyse.read_text("utf-8").splitlines() if ": >" not in regel and len(regel) > 60
    )
    vervang(analyse, veld, f"{veld.rstrip()} ł")
    assert letters(cases, eigen) == []

    achternaam(cases, "Kowałski")
    (finding,) = letters(cases, eigen)
    assert finding.melding == (
        f"De letter {NAAM} van huisstijl limburgflex heeft dit teken niet: U+0142 (latin small letter l with stroke)."
    )


def test_met_een_andere_huisstijl_voor_alles_telt_die(cases: Path, eigen: Path) -> None:
    """Met --huisstijl standaard wordt de letter van de werkgever nergens gebruikt."""
    achternaam(cases, "Kowałski")

    assert letters(cases, eigen, "standaard") == []


def test_wie_niet_in_de_zaak_voorkomt_telt_niet(cases: Path) -> None:
    """In het gedeelde bestand staan ook anderen; de contactpersoon van deze werkgever telt wel."""
    organisaties = cases / "organisaties.yaml"
    vervang(organisaties, "naam: Bakkerij Roelofs", "naam: Bakkerij 王")
    assert letters(cases) == []

    vervang(organisaties, "achternaam: Hendriks", "achternaam: 王")
    (finding,) = letters(cases)
    assert finding.pad == "personen.m-hendriks.achternaam"


def test_ook_in_het_eigen_bestand_van_de_bedrijfsarts(cases: Path) -> None:
    """Daar staan de teksten van een second opinion."""
    kenmerk = next(pad.parent.name for pad in sorted(CASES.glob("*/bedrijfsarts.yaml")))
    shutil.copytree(CASES / kenmerk, cases / kenmerk, dirs_exist_ok=True)
    pad = cases / kenmerk / "bedrijfsarts.yaml"
    regel = next(
        regel for regel in pad.read_text("utf-8").splitlines() if regel.startswith("    ") and len(regel) > 70
    )
    vervang(pad, regel, f"{regel.rstrip()} 王")
    organisaties = laad_organisaties(cases / "organisaties.yaml")
    geladen, deel = (
        laad_zaak(cases / kenmerk, organisaties),
        laad_bedrijfsartsdeel(cases / kenmerk, organisaties),
    )
    gevonden = controleer_deel(deel, geladen, PEILDATUM, Sjablonen.standaard())

    (finding,) = [finding for finding in gevonden if finding.code == "LET-01"]
    assert Path(finding.plaats.bestand).name == "bedrijfsarts.yaml"
    assert not letters(cases)


def test_wat_bij_het_veld_staat_wordt_bij_het_maken_niet_herhaald(maak: Maak, cases: Path) -> None:
    """Eén bevinding voor één teken; het stuk wordt niet vastgesteld."""
    achternaam(cases, "王")

    assert fouten(maak(KENMERK)).count("LET-01") == 1


def test_een_gewone_zaak_opent_geen_letters(tmp_path: Path) -> None:
    """Nakijken van een zaak met gewone tekens heeft geen lettertype nodig; dat scheelt een derde van de tijd."""
    shutil.copytree(GOED, tmp_path / "goed")
    opdracht = (
        "import sys; from dossiergen.cli import main\n"
        f"sys.argv = ['dossiergen', 'check', {str(tmp_path / 'goed' / MAP)!r}, '--peildatum', '2026-03-01']\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(sorted({naam.partition('.')[0] for naam in sys.modules} & {'fontTools', 'PIL', 'weasyprint'}))"
    )
    klaar = subprocess.run([sys.executable, "-c", opdracht], capture_output=True, text=True, check=True)

    assert klaar.stdout.splitlines()[-1] == "[]"


def test_een_eigen_stijl_die_niet_te_gebruiken_is_blijkt_bij_het_nakijken(cases: Path, eigen: Path) -> None:
    """Niet pas als het stuk klaar moet zijn."""
    (eigen / "huisstijl/limburgflex/letters/bestand-0.ttf").write_bytes(b"")
    with pytest.raises(SjabloonFout, match=r"limburgflex/letters/bestand-0\.ttf is geen leesbaar lettertype"):
        letters(cases, eigen)
