"""`status` of many cases: the table, what is chosen, and the files that it writes."""

import json
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.shell_completion import CompletionItem, ShellComplete
from click.testing import CliRunner, Result

from dossiergen.cli.hoofd import groep
from dossiergen.cli.status import commando as status
from dossiergen.errors import DossiergenFout
from dossierhulp import CASES, KLEINE_ZAKEN, kopieer_kleine_zaken
from gebreken import KAAL

PEILDATUM = "2026-06-01"


@pytest.fixture(name="cases")
def _cases(tmp_path: Path) -> Path:
    """Three small sample cases."""
    return kopieer_kleine_zaken(tmp_path / "cases")


def draai(map_: Path, *opties: str, peildatum: str = PEILDATUM, color: bool = False) -> Result:
    return CliRunner().invoke(
        status, [str(map_), "--peildatum", peildatum, *opties], standalone_mode=False, color=color
    )


def code(uitkomst: Result) -> int:
    """The exit code that a user would see."""
    fout = uitkomst.exception
    if fout is None:
        return int(uitkomst.return_value)
    assert isinstance(fout, click.ClickException | DossiergenFout), fout
    return fout.exit_code


def gezegd(uitkomst: Result) -> str:
    assert isinstance(uitkomst.exception, click.ClickException)
    return uitkomst.exception.format_message()


TABEL = """\
zaak       week  risico       te laat              moet op     over   wat er moet, en door wie
2025-0231    24  loonsanctie  1: Plan van aanpak   2026-10-12  133 d  wg: 42e-weeksmelding aan UWV
2026-0012    22  loonsanctie  1: Evaluatie van h…  2026-10-26  147 d  wg: 42e-weeksmelding aan UWV
2026-0007     -  -            -                    -                  niets meer te doen

te laat: hoeveel mijlpalen, en de zwaarste. over: in hoeveel dagen.
wg werkgever, wn werknemer, ba bedrijfsarts.
Waarom, en de hele kalender: dossiergen status met de map van één zaak.
3 zaken op peildatum 2026-06-01, 2 met iets te laat.
"""


def test_van_meer_zaken_komt_een_tabel(cases: Path) -> None:
    """Eén regel per zaak, de dringendste bovenaan."""
    uitkomst = draai(cases)

    assert (uitkomst.stdout, code(uitkomst)) == (TABEL, 0)


def test_na_het_einde_is_er_alleen_nog_wat_te_laat_is(cases: Path) -> None:
    """Een loonsanctie kan dan niet meer; wat er wel kan staat vooraan, ook als iets lichters ouder is."""
    regels = draai(cases, peildatum="2029-01-01").stdout.splitlines()

    assert regels[1] == (
        "2025-0231   159  late WIA +1  8: Re-integratieve…  -                  alleen wat te laat is"
    )


def test_met_alles_komt_van_elke_zaak_de_kalender(cases: Path) -> None:
    """In dezelfde volgorde als de tabel."""
    koppen = [regel for regel in draai(cases, "--alles").stdout.splitlines() if regel.startswith("Zaak ")]

    assert koppen == [
        f"Zaak {kenmerk} op peildatum {PEILDATUM}" for kenmerk in ("2025-0231", "2026-0012", "2026-0007")
    ]


def test_geen_regel_van_de_tabel_is_te_breed() -> None:
    """Honderd kolommen buiten een scherm, bij alle voorbeelden en op elke dag."""
    for peildatum in (PEILDATUM, "2027-11-01", "2029-01-01"):
        tabel = draai(CASES, "--within", "6w", peildatum=peildatum).stdout
        assert [regel for regel in tabel.splitlines() if len(regel) > 100] == []


def test_op_een_smal_scherm_past_de_tabel_in_tachtig(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wat niet past eindigt op een beletselteken; smaller wordt zij niet."""
    monkeypatch.setattr("dossiergen.cli.statustabel.op_scherm", lambda: True)
    monkeypatch.setenv("COLUMNS", "60")
    tabel = draai(CASES).stdout.split("\n\n")[0].splitlines()

    assert max(map(len, tabel)) == 80
    assert all(regel.startswith("20") for regel in tabel[1:])


def test_te_laat_met_risico_heeft_een_kleur(cases: Path) -> None:
    """Alleen op een scherm, en nooit als enige teken: het risico staat er in woorden."""
    gekleurd = draai(cases, color=True).stdout

    assert "\x1b[31m2025-0231    24  loonsanctie" in gekleurd
    assert "\x1b[" not in draai(cases).stdout


def test_wat_niet_te_lezen_is_staat_in_de_tabel(cases: Path) -> None:
    """Met wat te doen, en met exitcode 1; de andere zaken staan er ook."""
    (cases / "2026-0007" / "zaak.yaml").write_text("kenmerk: [", "utf-8")
    uitkomst = draai(cases)
    regels = uitkomst.stdout.splitlines()

    assert code(uitkomst) == 1
    assert regels[1].startswith("2026-0007  niet te lezen: dossiergen check ")
    assert [regel[:9] for regel in regels[2:4]] == ["2025-0231", "2026-0012"]
    assert regels[-1] == "3 zaken op peildatum 2026-06-01, 2 met iets te laat, 1 niet te lezen."


@pytest.mark.parametrize(
    ("opties", "kenmerken", "weg"),
    [
        (("--within", "6w"), ["2025-0231", "2026-0012"], 1),
        (("--within", "0d", "--werkgever", "gemeente-zandbeek"), ["2025-0231"], 2),
        (("--werkgever", "gemeente-zandbeek", "--casemanager", "j-peeters"), ["2025-0231", "2026-0007"], 1),
        (("--casemanager", "s-de-wit"), ["2026-0012"], 2),
    ],
)
def test_wat_niet_is_gevraagd_valt_weg_en_wordt_geteld(
    cases: Path, opties: tuple[str, ...], kenmerken: list[str], weg: int
) -> None:
    """In de tabel en in json."""
    gelezen = json.loads(draai(cases, *opties, "--format", "json").stdout)

    tekst = draai(cases, *opties).stdout
    assert ([zaak["kenmerk"] for zaak in gelezen["zaken"]], gelezen["weggelaten"]) == (kenmerken, weg)
    assert f"{weg} weggelaten" in tekst
    assert [kenmerk for kenmerk in KLEINE_ZAKEN if kenmerk in tekst] == sorted(kenmerken)


@pytest.mark.parametrize(
    ("duur", "tot_en_met"),
    [("10d", "2026-02-10"), ("6w", "2026-03-14"), ("1m", "2026-02-28"), ("0d", "2026-01-31")],
)
def test_een_duur_telt_vanaf_de_peildatum(cases: Path, duur: str, tot_en_met: str) -> None:
    """Dagen, weken, of dezelfde dag in een latere maand; is die er niet, dan de laatste van die maand."""
    tekst = draai(cases, "--within", duur, "--format", "json", peildatum="2026-01-31").stdout

    assert json.loads(tekst)["binnen"] == tot_en_met


@pytest.mark.parametrize("duur", ["6", "6 w", "w6", "-6w", "6W", "1000d", "6w3d", "zes weken", ""])
def test_een_andere_duur_wordt_geweigerd(cases: Path, duur: str) -> None:
    """Met hoe het wel moet."""
    uitkomst = draai(cases, f"--within={duur}")

    assert code(uitkomst) == 2
    assert "10d, 6w of 3m" in gezegd(uitkomst)


@pytest.mark.parametrize(("optie", "wel"), [("--werkgever", "limburg-flex"), ("--casemanager", "s-de-wit")])
def test_een_onbekende_sleutel_wordt_geweigerd(cases: Path, optie: str, wel: str) -> None:
    """De melding noemt de sleutels die er zijn, zonder de namen erachter."""
    uitkomst = draai(cases, optie, "limburgflex")

    assert code(uitkomst) == 2
    assert wel in gezegd(uitkomst)
    assert "Limburg Flex" not in gezegd(uitkomst)


def aangevuld(cases: Path, optie: str, begin: str) -> list[str]:
    items: list[CompletionItem] = ShellComplete(groep, {}, "dossiergen", "_X").get_completions(
        ["status", str(cases), optie], begin
    )
    return [item.value for item in items]


def test_de_shell_vult_sleutels_aan(cases: Path) -> None:
    """Die van de zaken die al genoemd zijn."""
    assert aangevuld(cases, "--werkgever", "ge") == ["gemeente-zandbeek"]
    assert "s-de-wit" in aangevuld(cases, "--casemanager", "s-")
    assert aangevuld(cases.parent / "geen" / "zaak", "--werkgever", "ge") == []


def test_json_staat_op_urgentie_en_legt_uit(cases: Path) -> None:
    """Dezelfde volgorde als de tabel, met per achterstand het risico in woorden."""
    zaken = json.loads(draai(cases, "--format", "json").stdout)["zaken"]

    assert [(zaak["kenmerk"], zaak["risico"]) for zaak in zaken] == [
        ("2025-0231", ["loonsanctie"]),
        ("2026-0012", ["loonsanctie"]),
        ("2026-0007", []),
    ]
    assert zaken[0]["te_laat"] == [
        {
            "sleutel": "plan_van_aanpak",
            "volgnummer": None,
            "titel": "Plan van aanpak",
            "uiterlijk": "2025-10-30",
            "dagen": -214,
            "wie": ["werkgever", "werknemer"],
            "risico": [
                {
                    "risico": "loonsanctie",
                    "grond": "Beleidsregels beoordelingskader poortwachter, bijlage Kader voor inzet en beoordeling, § 4",
                    "bevestigd": True,
                }
            ],
            "uitleg": "Plan van aanpak 214 dagen te laat: kan een loonsanctie geven.",
        }
    ]
    assert (zaken[0]["eerstvolgende"]["dagen"], zaken[2]["eerstvolgende"]) == (133, None)


@pytest.mark.parametrize("optie", ["--ics", "--html"])
def test_een_bestand_is_van_de_gebruiker_alleen(cases: Path, tmp_path: Path, optie: str) -> None:
    """Zonder tabel op de standaarduitvoer; een tweede keer vervangt de eerste, en laat niets achter."""
    pad = tmp_path / "uit" / "bestand"
    pad.parent.mkdir()
    uitkomst = draai(cases, optie, str(pad))
    eerste = pad.read_bytes()
    opnieuw = draai(cases, optie, str(pad))

    assert (uitkomst.stdout, uitkomst.stderr, code(uitkomst)) == ("", f"Geschreven: {pad}\n", 0)
    assert (stat.S_IMODE(pad.stat().st_mode), code(opnieuw)) == (0o600, 0)
    assert pad.read_bytes() == eerste
    assert list(pad.parent.iterdir()) == [pad]
    assert draai(cases, optie, "-").stdout_bytes == eerste


@pytest.mark.parametrize("optie", ["--ics", "--html"])
def test_een_bestand_van_een_ander_blijft_zoals_het_is(cases: Path, tmp_path: Path, optie: str) -> None:
    """Een agenda, een bladzijde of een zaak: alleen wat dossiergen zelf zo maakte, wordt vervangen."""
    for naam, tekst in (
        ("andere.ics", "BEGIN:VCALENDAR\r\nPRODID:-//X//Y//EN\r\nEND:VCALENDAR\r\n"),
        ("a.html", "<p>"),
    ):
        pad = tmp_path / naam
        pad.write_text(tekst, "utf-8")
        assert code(draai(cases, optie, str(pad))) == 5
        assert pad.read_bytes() == tekst.encode()
    for pad in (cases / "organisaties.yaml", cases / "2026-0007" / "zaak.yaml"):
        oud = pad.read_bytes()
        assert code(draai(cases, optie, str(pad))) in {2, 5}
        assert pad.read_bytes() == oud


def test_een_koppeling_blijft_een_koppeling(cases: Path, tmp_path: Path) -> None:
    """Het bestand waar zij heen wijst wordt geschreven."""
    doel = tmp_path / "elders.ics"
    koppeling = tmp_path / "agenda.ics"
    koppeling.symlink_to(doel)
    draai(cases, "--ics", str(koppeling))

    assert koppeling.is_symlink()
    assert doel.read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")


def test_wat_geen_bestand_kan_zijn_wordt_geweigerd(cases: Path, tmp_path: Path) -> None:
    """Een map is verkeerd gebruik; een map die er niet is, of een koppeling naar zichzelf, een fout bij schrijven."""
    lus = tmp_path / "lus"
    lus.symlink_to(lus)

    codes = [code(draai(cases, "--ics", str(pad))) for pad in (tmp_path, tmp_path / "geen" / "a.ics", lus)]
    assert codes[:2] == [2, 5]
    assert codes[2] in {2, 5}
    assert sorted(pad.name for pad in tmp_path.iterdir()) == ["cases", "lus"]


def test_agenda_en_bladzijde_kunnen_tegelijk(cases: Path, tmp_path: Path) -> None:
    """Maar niet allebei naar de standaarduitvoer."""
    a, b = tmp_path / "a.ics", tmp_path / "b.html"

    assert code(draai(cases, "--ics", str(a), "--html", str(b))) == 0
    assert (a.exists(), b.exists()) == (True, True)
    assert code(draai(cases, "--ics", "-", "--html", "-")) == 2


@pytest.mark.parametrize("optie", ["--ics", "--html"])
def test_twee_zaken_met_een_kenmerk_gaan_niet_in_een_bestand(cases: Path, tmp_path: Path, optie: str) -> None:
    """De ene zou de andere ongemerkt vervangen; in de tabel staan zij allebei."""
    ander = kopieer_kleine_zaken(tmp_path / "ander")
    woorden = [str(cases), str(ander), "--peildatum", PEILDATUM]
    geweigerd = CliRunner().invoke(status, [*woorden, optie, "-"], standalone_mode=False)

    assert (code(geweigerd), geweigerd.stdout) == (2, "")
    assert "2025-0231" in gezegd(geweigerd)
    tabel = CliRunner().invoke(status, woorden, standalone_mode=False).stdout
    assert tabel.count("\n2025-0231 ") == 2


def test_er_komt_geen_bestand_in_de_map_van_een_zaak(cases: Path) -> None:
    """Naast de zaken wel."""
    assert code(draai(cases, "--html", str(cases / "2026-0012" / "stukken" / "a.html"))) == 2
    assert code(draai(cases, "--html", str(cases / "a.html"))) == 0
    assert code(draai(cases)) == 0


def test_een_zaak_die_niet_te_lezen_is_geeft_ook_bij_een_bestand_exitcode_1(tmp_path: Path) -> None:
    """Het bestand is er wel, met de andere zaken."""
    cases = Path(shutil.copytree(KAAL, tmp_path / "cases"))
    (cases / "2026-0002").mkdir()
    uitkomst = draai(cases, "--html", str(tmp_path / "b.html"), peildatum="2026-03-10")

    assert code(uitkomst) == 1
    assert "niet te lezen" in (tmp_path / "b.html").read_text("utf-8")


def test_met_meer_processen_is_het_antwoord_gelijk(tmp_path: Path) -> None:
    """Boven de grens waar processen helpen; ook met bevindingen."""
    cases = tmp_path / "cases"
    for nummer in range(2):
        shutil.copytree(CASES, cases / f"map-{nummer}")
    mappen = [str(cases / f"map-{nummer}") for nummer in range(2)]
    for opties in ([], ["--format", "json"]):
        een, twee = (
            subprocess.run(
                [sys.executable, "-m", "dossiergen", "status", *mappen, "--peildatum", PEILDATUM, *opties, "--jobs", jobs],
                env=dict(os.environ),
                capture_output=True,
                check=True,
            ).stdout
            for jobs in ("1", "2")
        )  # fmt: skip
        assert een == twee


def test_de_tabel_laadt_geen_agenda_en_geen_sjablonen(cases: Path) -> None:
    """Wat weinig gevraagd wordt, houdt de gewone start niet op."""
    code = (
        "import sys; from click.testing import CliRunner; from dossiergen.cli.status import commando; "
        f"CliRunner().invoke(commando, [{str(cases)!r}]); "
        "print(sorted({'icalendar', 'jinja2', 'weasyprint'} & set(sys.modules)))"
    )
    geladen = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert geladen == "[]\n"
