"""`dossiergen new --stuk`: het volgende stuk, ingevuld met wat de zaak al zegt."""

import datetime as dt
import shutil
import stat
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

import dossiergen.cli.vragen
from dossiergen.dossier.aanleg.invulling import invulling
from dossiergen.dossier.aanleg.stuk import KanNiet, aanzet
from dossiergen.dossier.aanleg.tekst import stuktekst
from dossiergen.dossier.controle import controleer_zaak
from dossiergen.finding import Finding
from dossiergen.termijnen import kalender
from dossiergen.zaak import STUKSOORTEN, GeladenZaak, Zaak, laad_organisaties, laad_zaak
from dossiergen.zaak.plan_van_aanpak import BijstellingPlanVanAanpak, PlanVanAanpak
from dossiergen.zaak.stukgegevens import Benutbaar
from dossiergen.zaak.yaml import lees_tekst
from dossierhulp import CASES
from nieuwhulp import Uitkomst, draai_new

MOMENTEN = [
    ("2026-0012", "2026-06-01"),
    ("2024-0148", "2025-06-01"),
    ("2024-0090", "2025-03-10"),
    ("2025-0402", "2026-04-20"),
    ("2025-0231", "2026-03-01"),
    ("2026-0007", "2026-02-10"),
    ("2023-0518", "2025-06-20"),
]

Op = Callable[[str, str], Path]


@pytest.fixture(name="op_moment")
def _op_moment(tmp_path: Path) -> Op:
    """A sample case as it was on a day: what came later is not there yet."""

    def op_moment(kenmerk: str, dag: str) -> Path:
        map_ = tmp_path / "cases" / kenmerk
        shutil.copytree(CASES / kenmerk, map_)
        shutil.copy(CASES / "organisaties.yaml", map_.parent)
        for stuk in zaak_van(map_).stukken:
            if stuk.gegevens.datum > dt.date.fromisoformat(dag):
                (map_ / stuk.bestand).unlink()
        return map_

    return op_moment


def geladen(map_: Path) -> GeladenZaak:
    return laad_zaak(map_, laad_organisaties(map_.parent / "organisaties.yaml"))


def zaak_van(map_: Path) -> Zaak:
    zaak = geladen(map_).zaak
    assert zaak is not None
    return zaak


def new(map_: Path, stuk: str, dag: str, *rest: str, antwoorden: str = "") -> Uitkomst:
    return draai_new(("--stuk", stuk, str(map_), "--peildatum", dag, *rest), antwoorden)


def fouten(findings: tuple[Finding, ...], bestand: str) -> Counter[str]:
    """In the file itself, but for a term that is over: that is so of the case, whoever writes the document."""
    return Counter(
        f.code
        for f in findings
        if f.is_fout and f.plaats.bestand.endswith(bestand) and not f.code.startswith("CAL-")
    )


@pytest.mark.parametrize(("kenmerk", "dag"), MOMENTEN)
def test_elk_stuk_is_meteen_een_geldig_concept(op_moment: Op, kenmerk: str, dag: str) -> None:
    """Elk soort stuk dat in een zaak kan komen, is te lezen en heeft geen fout; uitleg staat bij elk veld."""
    map_, peildatum = op_moment(kenmerk, dag), dt.date.fromisoformat(dag)
    zaak = zaak_van(map_)
    gemaakt = 0
    for soort in STUKSOORTEN.values():
        try:
            begin = aanzet(zaak, kalender(zaak, peildatum)[0], soort, peildatum, None)
        except KanNiet:
            continue
        tekst = stuktekst(begin, invulling(begin, Benutbaar.JA), "schemas/x.json")
        pad = map_ / begin.bestand
        pad.parent.mkdir(exist_ok=True)
        pad.write_text(tekst, "utf-8")
        na = geladen(map_)
        assert na.zaak is not None, soort.naam
        assert fouten(controleer_zaak(na, peildatum), begin.bestand) == Counter(), soort.naam
        assert_uitgelegd(tekst, soort.naam)
        pad.unlink()
        gemaakt += 1
    assert gemaakt >= 6


def assert_uitgelegd(tekst: str, soort: str) -> None:
    document, _ = lees_tekst(tekst.encode("utf-8"), "")
    assert document is not None
    uitleg = " ".join(tekst.replace("# ", " ").split())
    for veld in document.data:
        assert str(STUKSOORTEN[soort].model.model_fields[veld].description) in uitleg


def test_een_bijstelling_blikt_terug_op_wat_was_afgesproken(op_moment: Op) -> None:
    """De afspraken van het vorige gesprek, en wat toen nog niet was nagekomen; zonder oordeel erover."""
    map_ = op_moment("2025-0402", "2026-04-20")
    uitkomst = new(map_, "bijstelling", "2026-04-20")

    assert uitkomst.exit_code == 0, uitkomst.stderr
    assert uitkomst.stdout.splitlines()[0].endswith("stukken/bijstelling-plan-van-aanpak-03.yaml")
    bijstelling = next(
        s.gegevens for s in zaak_van(map_).stukken if s.naam == "bijstelling-plan-van-aanpak-03"
    )
    assert isinstance(bijstelling, BijstellingPlanVanAanpak)
    assert [(punt.afspraak, punt.resultaat) for punt in bijstelling.terugblik] == [
        ("Schades afhandelen naast het planwerk", None),
        ("Een tweede gesprek voeren over de taakverdeling", None),
    ]
    assert str(bijstelling.datum) == "2026-05-28"
    assert [str(stap.vanaf) for stap in bijstelling.opbouwschema] == ["2026-04-20"]
    assert bijstelling.hervatting is not None
    assert bijstelling.hervatting.uren_per_week == 20
    assert bijstelling.opsteller == "m-van-der-laan"


def test_een_plan_rust_op_de_probleemanalyse(op_moment: Op) -> None:
    """Datum, einddoel en de woorden van de bedrijfsarts; zijn advies staat als uitleg bij de afspraken."""
    map_ = op_moment("2025-0402", "2026-01-25")
    uitkomst = new(map_, "plan", "2026-01-25")
    plan = zaak_van(map_).stukken[0].gegevens

    assert uitkomst.exit_code == 0, uitkomst.stderr
    assert isinstance(plan, PlanVanAanpak)
    assert (str(plan.datum), str(plan.probleemanalyse.datum), plan.einddoel) == (
        "2026-02-05",
        "2026-01-22",
        "eigen_werk",
    )
    assert plan.probleemanalyse.kern.startswith("Werk met een vast begin en einde")
    tekst = (map_ / "stukken/plan-van-aanpak.yaml").read_text("utf-8")
    assert "# Datum van het stuk. Uiterlijk 2026-02-05;" in tekst
    assert "Geef planwerk zonder leidinggevende taken." in " ".join(tekst.replace("#", " ").split())
    assert {str(activiteit.wie) for activiteit in plan.activiteiten} == {"werkgever", "werknemer"}


@pytest.mark.parametrize(
    ("kenmerk", "dag", "stuk"),
    [("2026-0012", "2026-06-01", "bijstelling"), ("2024-0148", "2025-06-01", "eindevaluatie")],
)
def test_een_stuk_van_de_werkgever_zegt_wanneer_de_tekenaar_erin_moet(
    op_moment: Op, kenmerk: str, dag: str, stuk: str
) -> None:
    """Een naam die er na het vaststellen bij komt, vraagt een nieuwe versie (VER-01)."""
    gemaakt = Path(new(op_moment(kenmerk, dag), stuk, dag).stdout.split()[0]).read_text("utf-8")

    assert "wie tekent (`persoon`) voordat u het stuk definitief maakt." in gemaakt.replace("\n#", "")


def test_wat_alleen_een_mens_weet_ziet_check_als_nog_in_te_vullen(op_moment: Op) -> None:
    """Geen verzonnen tekst: er staat dat het moet worden ingevuld, en bij definitief is dat een fout."""
    map_ = op_moment("2026-0007", "2026-02-10")
    new(map_, "plan-van-aanpak", "2026-02-10")
    plan = map_ / "stukken/plan-van-aanpak.yaml"
    concept = controleer_zaak(geladen(map_), dt.date(2026, 2, 10))
    plan.write_text(plan.read_text("utf-8").replace("status: concept", "status: definitief"), "utf-8")
    vast = controleer_zaak(geladen(map_), dt.date(2026, 2, 10))

    assert {f.ernst.value for f in concept if f.code == "ID-15"} == {"waarschuwing"}
    assert {f.ernst.value for f in vast if f.code == "ID-15"} == {"fout"}


def test_een_definitieve_bijstelling_zegt_wat_van_elke_afspraak_kwam(op_moment: Op) -> None:
    """Een concept mag ermee wachten tot het gesprek."""
    map_ = op_moment("2025-0402", "2026-04-20")
    new(map_, "bijstelling", "2026-04-20")
    stuk = map_ / "stukken/bijstelling-plan-van-aanpak-03.yaml"
    concept = controleer_zaak(geladen(map_), dt.date(2026, 4, 20))
    stuk.write_text(stuk.read_text("utf-8").replace("status: concept", "status: definitief"), "utf-8")
    vast = controleer_zaak(geladen(map_), dt.date(2026, 4, 20))

    paden = {"terugblik.0.resultaat", "terugblik.1.resultaat"}
    assert {(f.pad, f.ernst.value) for f in concept if f.pad in paden} == {(p, "waarschuwing") for p in paden}
    assert {(f.pad, f.ernst.value) for f in vast if f.pad in paden} == {(p, "fout") for p in paden}


@pytest.mark.parametrize(
    ("kenmerk", "dag", "stuk", "deel"),
    [
        ("2026-0012", "2026-06-01", "plan-van-aanpak", "--stuk bijstelling-plan-van-aanpak"),
        ("2026-0007", "2026-02-10", "bijstelling", "Begin met --stuk plan-van-aanpak"),
        ("2026-0007", "2026-02-10", "brief-plan-ter-ondertekening", "Begin met --stuk plan-van-aanpak"),
        ("2026-0007", "2026-02-10", "plan-van-aanpk", "Bedoelt u plan-van-aanpak?"),
        ("2026-0007", "2026-02-10", "second-opinion", "bedrijfsarts.yaml"),
        ("2026-0007", "2026-02-10", "probleemanalyse", "--mogelijkheden"),
    ],
)
def test_wat_niet_kan_zegt_wat_wel_kan(op_moment: Op, kenmerk: str, dag: str, stuk: str, deel: str) -> None:
    """Exitcode 2, en er is niets veranderd."""
    map_ = op_moment(kenmerk, dag)
    voor = {p: p.read_bytes() for p in map_.rglob("*") if p.is_file()}
    uitkomst = new(map_, stuk, dag)

    assert uitkomst.exit_code == 2
    assert deel in uitkomst.stderr
    assert {p: p.read_bytes() for p in map_.rglob("*") if p.is_file()} == voor


def test_een_stuk_is_van_niemand_anders(op_moment: Op) -> None:
    """0600, en van een tijdelijk bestand blijft niets over."""
    map_ = op_moment("2026-0007", "2026-02-10")
    new(map_, "probleemanalyse", "2026-02-10", "--mogelijkheden", "ja")

    assert [p.name for p in (map_ / "stukken").iterdir()] == ["probleemanalyse.yaml"]
    assert stat.S_IMODE((map_ / "stukken/probleemanalyse.yaml").stat().st_mode) == 0o600


def test_wat_er_al_ligt_wordt_nooit_overschreven(op_moment: Op) -> None:
    """Ook niet wat geen gewoon bestand is."""
    map_ = op_moment("2026-0007", "2026-02-10")
    (map_ / "stukken").mkdir()
    (map_ / "stukken/plan-van-aanpak.yaml").symlink_to("nergens.yaml")

    assert new(map_, "plan-van-aanpak", "2026-02-10").exit_code != 0
    assert (map_ / "stukken/plan-van-aanpak.yaml").is_symlink()


def test_in_een_zaak_met_fouten_komt_geen_stuk(op_moment: Op) -> None:
    """Wat niet te lezen is, kan geen stuk vullen."""
    map_ = op_moment("2026-0007", "2026-02-10")
    (map_ / "zaak.yaml").write_text("kenmerk: 2026-0007\n", "utf-8")

    assert new(map_, "plan-van-aanpak", "2026-02-10").exit_code == 1
    assert not (map_ / "stukken").exists()


def test_de_bedrijfsarts_wordt_gevraagd_wat_alleen_hij_weet(
    op_moment: Op, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of er mogelijkheden zijn, heeft geen neutraal antwoord."""
    monkeypatch.setattr(dossiergen.cli.vragen, "kan_vragen", lambda: True)
    map_ = op_moment("2026-0007", "2026-02-10")
    uitkomst = new(map_, "probleemanalyse", "2026-02-10", antwoorden="misschien\nnee_tijdelijk\n")

    assert uitkomst.exit_code == 0
    assert "Deze keuze bestaat niet" in uitkomst.stderr
    assert "benutbaar: nee_tijdelijk" in (map_ / "stukken/probleemanalyse.yaml").read_text("utf-8")


def test_de_datum_kan_worden_gekozen(op_moment: Op) -> None:
    """Anders is het de laatste dag die op tijd is, of vandaag als die voorbij is."""
    map_ = op_moment("2025-0402", "2026-01-25")
    new(map_, "plan", "2026-01-25", "--datum", "2026-01-30")
    new(map_, "uitnodiging", "2026-01-25")

    datums = {s.naam: str(s.gegevens.datum) for s in zaak_van(map_).stukken}
    assert (datums["plan-van-aanpak"], datums["brief-uitnodiging-01"]) == ("2026-01-30", "2026-01-25")


def test_wat_volgens_de_termijnen_niet_hoeft_wordt_gezegd(op_moment: Op) -> None:
    """Zonder mogelijkheden hoort er geen plan; wie het toch wil, krijgt het."""
    uitkomst = new(op_moment("2025-0377", "2026-06-01"), "plan", "2026-06-01")

    assert uitkomst.exit_code == 0
    assert "hoeft dit stuk er niet te komen" in uitkomst.stderr


def test_opties_van_een_nieuwe_zaak_horen_niet_bij_een_stuk(op_moment: Op) -> None:
    """Wie ze toch geeft, denkt dat er iets mee gebeurt."""
    uitkomst = new(op_moment("2026-0007", "2026-02-10"), "plan", "2026-02-10", "--functie", "bakker")

    assert uitkomst.exit_code == 2
    assert "--functie" in uitkomst.stderr


def test_ook_waar_koppelingen_niet_kunnen_komt_het_stuk_er(
    op_moment: Op, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Een stick of netwerkschijf kent ze soms niet; wat er al ligt blijft ook daar zoals het is."""

    def geen_koppeling(*_paden: object) -> None:
        raise PermissionError

    monkeypatch.setattr("os.link", geen_koppeling)
    map_ = op_moment("2025-0402", "2026-01-25")
    eerste = new(map_, "plan", "2026-01-25")
    tekst = (map_ / "stukken/plan-van-aanpak.yaml").read_text("utf-8")
    tweede = new(map_, "plan", "2026-01-25")

    assert (eerste.exit_code, tweede.exit_code) == (0, 2)
    assert (map_ / "stukken/plan-van-aanpak.yaml").read_text("utf-8") == tekst
    assert not list((map_ / "stukken").glob(".nieuw-*"))
