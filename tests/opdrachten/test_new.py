"""`dossiergen new`: van een lege map naar een zaak die meteen klopt."""

import os
import pty
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import dossiergen.cli.vragen
from dossiergen.zaak import laad_organisaties, laad_zaak
from nieuwhulp import Uitkomst, draai_new

PEILDATUM = ("--peildatum", "2026-01-06")
OVER_DE_ZAAK = (
    "--naam", "A.M. van den Berg", "--geboortedatum", "1980-04-01", "--adres", "Kerkstraat 5, 9451 XB Rolde",
    "--functie", "bakker", "--uren", "32,5", "--in-dienst", "2019-01-01", "--eerste-ziektedag", "2026-01-05",
)  # fmt: skip
ORGANISATIES = (
    "--werkgever", "Bakkerij Roelofs & Zn.", "--werkgever-adres", "Dorpsplein 2, 9451 XA Rolde",
    "--arbodienst", "Arbo Noord", "--arbodienst-adres", "Postbus 1, 9400 AA Assen",
    "--casemanager", "J. de Vries", "--bedrijfsarts", "K. Yıldız",
)  # fmt: skip
ALLES = (*ORGANISATIES, *OVER_DE_ZAAK)

New = Callable[..., Uitkomst]


@pytest.fixture(name="new")
def _new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> New:
    """Run `new` in an empty folder, as somebody who is not at a terminal."""
    monkeypatch.chdir(tmp_path)

    def new(*woorden: str, antwoorden: str = "") -> Uitkomst:
        return draai_new((*woorden, *PEILDATUM), antwoorden)

    return new


@pytest.fixture(name="op_scherm")
def _op_scherm(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dossiergen.cli.vragen, "kan_vragen", lambda: True)


def inhoud(map_: Path) -> dict[str, str]:
    return {
        p.relative_to(map_).as_posix(): p.read_text("utf-8") for p in sorted(map_.rglob("*")) if p.is_file()
    }


def test_een_lege_map_wordt_een_zaak_die_klopt(new: New, tmp_path: Path) -> None:
    """De zaak is meteen te lezen, met wat is opgegeven en niets anders."""
    uitkomst = new("cases/2026-0501", *ALLES)
    zaak = laad_zaak(
        tmp_path / "cases/2026-0501", laad_organisaties(tmp_path / "cases/organisaties.yaml")
    ).zaak

    assert uitkomst.exit_code == 0, uitkomst.stderr
    assert uitkomst.stdout.splitlines() == ["cases/2026-0501/zaak.yaml", "cases/organisaties.yaml"]
    assert zaak is not None
    werknemer = zaak.gegevens.werknemer
    assert (werknemer.voorletters, werknemer.tussenvoegsel, werknemer.achternaam) == (
        "A.M.",
        "van den",
        "Berg",
    )
    assert werknemer.bsn is None
    assert [(r.persoon, str(r.vanaf)) for r in zaak.gegevens.bedrijfsarts] == [("k-yildiz", "2026-01-05")]
    assert zaak.organisaties.personen["k-yildiz"].achternaam == "Yıldız"


def test_daarna_staat_er_wat_nu_komt(new: New) -> None:
    """De eerste twee termijnen, met hun dag en de opdracht voor het stuk."""
    assert new("cases/2026-0501", *ALLES).stderr.splitlines()[-5:] == [
        "Wat nu komt:",
        "  Probleemanalyse (bedrijfsarts): uiterlijk 2026-02-16",
        "    dossiergen new --stuk probleemanalyse cases/2026-0501",
        "  Plan van aanpak (werkgever en werknemer): uiterlijk 2026-03-02",
        "    dossiergen new --stuk plan-van-aanpak cases/2026-0501",
    ]


def test_alleen_wie_de_zaak_heeft_kan_erbij(new: New, tmp_path: Path) -> None:
    """Mappen zijn 0700 en bestanden 0600, ook organisaties.yaml."""
    new("cases/2026-0501", *ALLES)

    wijzen = {
        p: stat.S_IMODE(p.stat().st_mode) for p in [tmp_path / "cases", *(tmp_path / "cases").rglob("*")]
    }
    assert {p.name: oct(wijs) for p, wijs in wijzen.items()} == {
        "cases": "0o700",
        "2026-0501": "0o700",
        "stukken": "0o700",
        "zaak.yaml": "0o600",
        "organisaties.yaml": "0o600",
    }


def test_de_editor_vindt_het_schema(new: New, tmp_path: Path) -> None:
    """Bovenaan elk bestand staat waar het schema is, en daar is het."""
    new("cases/2026-0501", *ALLES)
    new("--stuk", "plan-van-aanpak", "cases/2026-0501")

    for bestand in ("organisaties.yaml", "2026-0501/zaak.yaml", "2026-0501/stukken/plan-van-aanpak.yaml"):
        pad = tmp_path / "cases" / bestand
        regel = pad.read_text("utf-8").splitlines()[0]
        assert regel.startswith("# yaml-language-server: $schema=")
        assert (pad.parent / regel.partition("=")[2]).resolve() == (tmp_path / "schemas" / f"{pad.stem}.json")
        assert (pad.parent / regel.partition("=")[2]).is_file()


def test_wat_ontbreekt_staat_er_in_een_keer(new: New, tmp_path: Path) -> None:
    """Zonder scherm wordt niets gevraagd, en niets geschreven."""
    uitkomst = new("cases/2026-0501", "--naam", "A. Berg", "--functie", "bakker")

    assert uitkomst.exit_code == 2
    for optie in (
        "--werkgever",
        "--werkgever-adres",
        "--arbodienst-adres",
        "--casemanager",
        "--uren",
        "--eerste-ziektedag",
    ):
        assert optie in uitkomst.stderr
    assert "--naam" not in uitkomst.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("optie", "waarde", "deel"),
    [
        ("--bsn", "123456789", "elfproef"),
        ("--geboortedatum", "01-04-1980", "jjjj-mm-dd"),
        ("--uren", "0", "groter zijn dan 0"),
        ("--naam", "Anna", "voorletters"),
        ("--adres", "Kerkstraat", "postcode en plaats"),
        ("--eerste-ziektedag", "2026-01-07", "moet nog komen"),
        ("--in-dienst", "2026-02-01", "moet nog komen"),
        ("--functie", "bak\u202eker", "niemand ziet"),
        ("--dienstverband", "vast", "onbepaalde_tijd"),
    ],
)
def test_wat_niet_kan_wordt_meteen_gezegd(
    new: New, tmp_path: Path, optie: str, waarde: str, deel: str
) -> None:
    """De melding zegt hoe het wel moet en herhaalt niet wat er stond; er is niets geschreven."""
    uitkomst = new("cases/2026-0501", *ALLES, optie, waarde)

    assert uitkomst.exit_code == 2
    assert deel in uitkomst.stderr
    assert waarde not in uitkomst.stderr or optie == "--uren"
    assert list(tmp_path.iterdir()) == []


def test_een_zaak_die_fouten_zou_hebben_komt_er_niet(new: New, tmp_path: Path) -> None:
    """Wat alleen samen niet kan, vinden de regels van check."""
    uitkomst = new("cases/2026-0501", *ALLES, "--eerste-ziektedag", "1950-01-05")

    assert uitkomst.exit_code == 1
    assert "Er is niets geschreven" in uitkomst.stderr
    assert list(tmp_path.iterdir()) == []


def test_een_zaak_die_al_te_laat_is_komt_er_wel(new: New, tmp_path: Path) -> None:
    """Wie halverwege begint, gaf goede antwoorden; wat te laat is wordt gezegd, met exitcode 1."""
    uitkomst = new("cases/2026-0501", *ALLES, "--eerste-ziektedag", "2025-10-01")

    assert uitkomst.exit_code == 1
    assert "Iets had al klaar moeten zijn" in uitkomst.stderr
    assert "CAL-11" in uitkomst.stderr
    assert (tmp_path / "cases/2026-0501/zaak.yaml").is_file()


def test_een_bestaande_map_blijft_zoals_zij_is(new: New, tmp_path: Path) -> None:
    """Ook een lege map, een bestand of een verwijzing naar niets."""
    new("cases/2026-0501", *ALLES)
    (tmp_path / "cases/2026-0502").mkdir()
    (tmp_path / "cases/2026-0503").symlink_to("nergens")
    voor = inhoud(tmp_path)

    for kenmerk in ("2026-0501", "2026-0502", "2026-0503"):
        uitkomst = new(f"cases/{kenmerk}", *ALLES)
        assert uitkomst.exit_code == 2
        assert "bestaat al en blijft zoals het is" in uitkomst.stderr
    assert inhoud(tmp_path) == voor


@pytest.mark.parametrize("naam", ["123456789", "zaak 1", "abc", "2026-0501x"])
def test_een_map_heet_als_een_kenmerk(new: New, tmp_path: Path, naam: str) -> None:
    """Nooit negen cijfers: dat kan een BSN zijn."""
    assert new(f"cases/{naam}", *ALLES).exit_code == 2
    assert list(tmp_path.iterdir()) == []


def test_zonder_map_wordt_het_kenmerk_een_optie(new: New, tmp_path: Path) -> None:
    """En zonder organisaties.yaml hier komt de zaak in cases."""
    assert new("--kenmerk", "2026-0007", *ALLES).exit_code == 0
    assert new("2026-0008", "--casemanager", "x").exit_code == 2
    assert sorted(p.name for p in (tmp_path / "cases").iterdir()) == ["2026-0007", "organisaties.yaml"]


def test_een_tweede_zaak_kiest_uit_wie_er_al_is(new: New, tmp_path: Path) -> None:
    """Op sleutel of op naam; organisaties.yaml verandert dan niet."""
    new("cases/2026-0501", *ALLES)
    voor = (tmp_path / "cases/organisaties.yaml").read_bytes()

    uitkomst = new(
        "cases/2026-0502", *OVER_DE_ZAAK, "--werkgever", "bakkerij roelofs & zn.", "--arbodienst", "arbo-noord",
        "--casemanager", "j-de-vries", "--bedrijfsarts", "K. Yıldız",
    )  # fmt: skip

    assert uitkomst.exit_code == 0, uitkomst.stderr
    assert uitkomst.stdout.splitlines() == ["cases/2026-0502/zaak.yaml"]
    assert (tmp_path / "cases/organisaties.yaml").read_bytes() == voor


def test_wie_er_nog_niet_is_komt_erbij(new: New, tmp_path: Path) -> None:
    """Elke regel die er stond, staat er nog, met wat eraan was toegevoegd."""
    new("cases/2026-0501", *ALLES)
    organisaties = tmp_path / "cases/organisaties.yaml"
    organisaties.write_text(
        organisaties.read_text("utf-8").replace("personen:", "personen:  # van ons"), "utf-8"
    )
    voor = organisaties.read_text("utf-8").splitlines()

    uitkomst = new(
        "cases/2026-0502", *OVER_DE_ZAAK, "--werkgever", "bakkerij-roelofs-zn", "--arbodienst", "arbo-noord",
        "--casemanager", "F. El Idrissi", "--bedrijfsarts", "k-yildiz",
    )  # fmt: skip

    na = organisaties.read_text("utf-8").splitlines()
    assert uitkomst.exit_code == 0, uitkomst.stderr
    assert [regel for regel in na if regel not in voor] == [
        "  f-el-idrissi:",
        "    voorletters: F.",
        "    achternaam: El Idrissi",
    ]
    assert [regel for regel in na if regel in voor and na.count(regel) == voor.count(regel)] == [
        regel for regel in voor if na.count(regel) == voor.count(regel)
    ]


def test_een_anders_geschreven_bestand_wordt_niet_aangevuld(new: New, tmp_path: Path) -> None:
    """Dan staat er wat u er zelf bij zet, en blijft alles zoals het was."""
    new("cases/2026-0501", *ALLES)
    organisaties = tmp_path / "cases/organisaties.yaml"
    tekst = organisaties.read_text("utf-8")
    begin = tekst.index("personen:")
    personen = (
        "personen: {j-de-vries: {aanhef: heer, voorletters: J., achternaam: Vries, functie: x, rol: casemanager}, "
        "k-yildiz: {aanhef: heer, voorletters: K., achternaam: Y, functie: x, rol: bedrijfsarts}}\n"
    )
    organisaties.write_text(tekst[:begin] + personen, "utf-8")
    voor = inhoud(tmp_path)

    uitkomst = new(
        "cases/2026-0502", *OVER_DE_ZAAK, "--werkgever", "bakkerij-roelofs-zn", "--arbodienst", "arbo-noord",
        "--casemanager", "F. El Idrissi", "--bedrijfsarts", "k-yildiz",
    )  # fmt: skip

    assert uitkomst.exit_code == 2
    assert uitkomst.stdout.splitlines()[:2] == ["personen:", "  f-el-idrissi:"]
    assert inhoud(tmp_path) == voor


def test_een_schrijffout_in_een_sleutel_maakt_geen_tweede(new: New, tmp_path: Path) -> None:
    """Een werkgever die er niet is, vraagt om zijn adres; de gelijkende sleutel staat erbij."""
    new("cases/2026-0501", *ALLES)
    uitkomst = new("cases/2026-0502", *OVER_DE_ZAAK, "--werkgever", "bakkerij-roelof-zn")

    assert uitkomst.exit_code == 2
    assert "Bedoelt u bakkerij-roelofs-zn?" in uitkomst.stderr
    assert not (tmp_path / "cases/2026-0502").exists()


def test_regeleinden_van_windows_blijven(new: New, tmp_path: Path) -> None:
    """Wat erbij komt heeft de regeleinden van het bestand, en het bestand houdt zijn rechten."""
    new("cases/2026-0501", *ALLES)
    organisaties = tmp_path / "cases/organisaties.yaml"
    organisaties.write_bytes(organisaties.read_bytes().replace(b"\n", b"\r\n"))
    organisaties.chmod(0o640)

    uitkomst = new(
        "cases/2026-0502", *OVER_DE_ZAAK, "--werkgever", "bakkerij-roelofs-zn", "--arbodienst", "arbo-noord",
        "--casemanager", "F. El Idrissi", "--bedrijfsarts", "k-yildiz",
    )  # fmt: skip

    assert uitkomst.exit_code == 0, uitkomst.stderr
    assert organisaties.read_bytes().count(b"\r\n") == organisaties.read_bytes().count(b"\n")
    assert stat.S_IMODE(organisaties.stat().st_mode) == 0o640


def test_organisaties_met_fouten_worden_eerst_verbeterd(new: New, tmp_path: Path) -> None:
    """Een zaak die daarop rust zou ook niet kloppen."""
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases/organisaties.yaml").write_text("werkgevers: []\n", "utf-8")
    voor = inhoud(tmp_path)

    assert new("cases/2026-0501", *ALLES).exit_code == 2
    assert inhoud(tmp_path) == voor


def test_map_en_kenmerk_zijn_een_en_hetzelfde(new: New) -> None:
    """Wie beide geeft, bedoelt misschien twee dingen."""
    assert new("cases/2026-0501", "--kenmerk", "2026-0502", *ALLES).exit_code == 2


def test_een_lege_optie_is_geen_antwoord(new: New, tmp_path: Path) -> None:
    """Wie een variabele leeg laat, hoort dat."""
    uitkomst = new("cases/2026-0501", *ALLES, "--werkgever", " ")

    assert uitkomst.exit_code == 2
    assert "--werkgever" in uitkomst.stderr
    assert list(tmp_path.iterdir()) == []


letters = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=20)
lastige_namen = st.one_of(
    letters,
    st.lists(
        st.sampled_from(["O'Neil", '"x"', "a: b", "- c", "# d", "ja", "007", "[e]", "é", "łø"]), min_size=1
    ).map(" ".join),
)


@settings(max_examples=40)
@given(naam=lastige_namen, functie=lastige_namen, straat=lastige_namen)
def test_wat_lastig_is_om_te_schrijven_komt_heel_terug(naam: str, functie: str, straat: str) -> None:
    """Namen met aanhalingstekens, dubbele punten, hekjes en cijfers; wat een veld niet aanneemt, wordt geweigerd."""
    map_ = Path(tempfile.mkdtemp(prefix="dossiergen-test-"))
    try:
        uitkomst = draai_new(
            (
                str(map_ / "cases/2026-0501"), *ALLES, *PEILDATUM, f"--werkgever={naam}", f"--functie={functie}",
                f"--adres={straat}; 1,1234 AB Zandbeek",
            )
        )  # fmt: skip
        if uitkomst.exit_code:
            assert uitkomst.exit_code == 2
            assert not (map_ / "cases").exists()
            return
        zaak = laad_zaak(map_ / "cases/2026-0501", laad_organisaties(map_ / "cases/organisaties.yaml")).zaak
        assert zaak is not None
        assert zaak.organisaties.werkgevers[zaak.gegevens.werkgever].naam == naam.strip()
        assert zaak.gegevens.dienstverband.functie == functie.strip()
        assert zaak.gegevens.werknemer.adres.plaats == "Zandbeek"
    finally:
        shutil.rmtree(map_)


def test_een_echt_scherm_wordt_herkend(tmp_path: Path) -> None:
    """Met een terminal aan stdin en stderr wordt gevraagd; stdout mag elders heen."""
    meester, scherm = pty.openpty()
    woorden = [*ALLES, *PEILDATUM]
    plek = woorden.index("--functie")
    del woorden[plek : plek + 2]
    with subprocess.Popen(
        [sys.executable, "-m", "dossiergen", "new", "cases/2026-0501", *woorden],
        cwd=tmp_path, stdin=scherm, stderr=scherm, stdout=subprocess.PIPE, text=True,
    ) as gestart:  # fmt: skip
        os.write(meester, b"\n\nbakker\n\n")
        uit, _ = gestart.communicate(timeout=60)
    os.close(meester)
    os.close(scherm)

    assert gestart.returncode == 0
    assert uit.splitlines() == ["cases/2026-0501/zaak.yaml", "cases/organisaties.yaml"]
    assert "functie: bakker" in (tmp_path / "cases/2026-0501/zaak.yaml").read_text("utf-8")


@pytest.mark.usefixtures("op_scherm")
def test_op_een_scherm_wordt_gevraagd_wat_ontbreekt(new: New, tmp_path: Path) -> None:
    """Een antwoord dat niet kan wordt opnieuw gevraagd, met hoe het misschien is bedoeld als voorstel."""
    antwoorden = [
        "", "Bakkerij Roelofs", "Dorpsplein 2", "Dorpsplein 2, 9451 XA Rolde", "Arbo Noord", "Postbus 1, 9400 AA Assen",
        "Jan", "J. de Vries", "K. Yildiz", "A. Berg", "", "1-4-1980", "", "Kerkstraat 5, 9451 XB Rolde", "",
        "bakker", "36", "", "2019-01-01", "2026-01-05",
    ]  # fmt: skip
    uitkomst = new(antwoorden="\n".join(antwoorden) + "\n")
    zaak = laad_zaak(
        tmp_path / "cases/2026-0001", laad_organisaties(tmp_path / "cases/organisaties.yaml")
    ).zaak

    assert uitkomst.exit_code == 0, uitkomst.stderr
    assert "voorletters" in uitkomst.stderr
    assert zaak is not None
    assert str(zaak.gegevens.werknemer.geboortedatum) == "1980-04-01"
    assert zaak.gegevens.werknemer.bsn is None


@pytest.mark.usefixtures("op_scherm")
def test_een_volgende_zaak_heeft_het_volgende_nummer(new: New, tmp_path: Path) -> None:
    """Wie er maar één keer is, is het voorstel: Enter volstaat."""
    new("cases/2026-0501", *ALLES, antwoorden="\n" * 3)
    uitkomst = new(*OVER_DE_ZAAK, antwoorden="\n" * 8)

    assert uitkomst.exit_code == 0, uitkomst.stderr
    assert (tmp_path / "cases/2026-0502/zaak.yaml").is_file()


@pytest.mark.usefixtures("op_scherm")
def test_wie_bijna_een_sleutel_typt_wordt_gevraagd_of_die_is_bedoeld(new: New, tmp_path: Path) -> None:
    """Zo komt er niet per ongeluk een tweede werkgever."""
    new("cases/2026-0501", *ALLES, antwoorden="\n" * 3)
    voor = (tmp_path / "cases/organisaties.yaml").read_bytes()
    uitkomst = new(*OVER_DE_ZAAK, antwoorden="\nbakkerij-roelof-zn\n" + "\n" * 7)

    assert uitkomst.exit_code == 0, uitkomst.stderr
    assert "Bedoelt u bakkerij-roelofs-zn?" in uitkomst.stderr
    assert (tmp_path / "cases/organisaties.yaml").read_bytes() == voor


@pytest.mark.usefixtures("op_scherm")
def test_wie_halverwege_stopt_laat_niets_achter(new: New, tmp_path: Path) -> None:
    """Ctrl-D of Ctrl-C schrijft niets."""
    assert new("cases/2026-0501", antwoorden="Bakkerij\n").exit_code == 130
    assert list(tmp_path.iterdir()) == []
