"""What a case accepts: which findings, in which file, from which day, and what can never be accepted."""

import datetime as dt
import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from dossiergen.cli.check import commando
from dossiergen.dossier.controle import controleer_zaak
from dossiergen.dossier.uitzonderingen import aanvaardingen
from dossiergen.finding import Ernst, Finding, Overtreding
from dossiergen.zaak import laad_organisaties, laad_zaak
from dossiergen.zaak.gegevens import Uitzondering
from gebreken import GOED, KENMERK

PEILDATUM = dt.date(2026, 6, 1)
PLAN, ANALYSE = "stukken/plan-van-aanpak.yaml", "stukken/probleemanalyse.yaml"


def uitzondering(code: str, pad: str, bestand: str | None = None, datum: str = "2026-06-01") -> Uitzondering:
    """With the keys of people that validation would look up."""
    return Uitzondering.model_validate(
        {
            "code": code,
            "bestand": bestand,
            "pad": pad,
            "reden": "Zo besproken.",
            "door": "b-smit",
            "datum": datum,
        },
        context={"personen": frozenset({"b-smit"})},
    )


GEVONDEN = (
    Overtreding("ID-09", "organisaties.yaml", ("werkgevers", "bakkerij", "kvk_nummer")),
    Overtreding("SIG-01", PLAN, ("ondertekening", "werkgever")),
    Overtreding("SIG-01", PLAN, ("ondertekening", "werknemer")),
    Overtreding("PVA-02", PLAN, ("activiteiten", 0, "wat")),
    Overtreding("CAL-03", PLAN, ("datum",)),
    Overtreding("CAL-03", ANALYSE, ("datum",)),
    Overtreding("CAL-11", "zaak.yaml", ("datum",)),
    Overtreding("CAL-11", ANALYSE, ("datum",)),
)
Uitkomst = tuple[list[str], list[tuple[str, tuple[str | int, ...], str]]]


def uitkomst(een: Uitzondering, peildatum: dt.date = PEILDATUM) -> Uitkomst:
    """In which file something is accepted; code, path and solution of what is wrong with the exception."""
    geldend, bezwaren = aanvaardingen((een,), GEVONDEN, peildatum)
    return [g.bestand for g in geldend], [(b.code, b.pad, b.oplossing) for b in bezwaren]


@pytest.mark.parametrize(
    ("code", "pad", "bestand", "waar"),
    [
        ("ID-09", "werkgevers.bakkerij.kvk_nummer", None, "organisaties.yaml"),
        ("SIG-01", "ondertekening.werknemer", None, PLAN),
        ("PVA-02", "activiteiten.0.wat", PLAN, PLAN),
        ("CAL-03", "datum", ANALYSE, ANALYSE),
        ("CAL-11", "datum", None, "zaak.yaml"),
        ("CAL-11", "datum", ANALYSE, ANALYSE),
    ],
)
def test_een_uitzondering_vindt_haar_bestand(code: str, pad: str, bestand: str | None, waar: str) -> None:
    """Genoemd, of anders zaak.yaml, of anders het enige bestand met die bevinding."""
    assert uitkomst(uitzondering(code, pad, bestand)) == ([waar], [])


ELDERS = "Deze bevinding is er nu bij: `ondertekening.werkgever`, `ondertekening.werknemer`. Bedoelt u die, verbeter dan het pad."


@pytest.mark.parametrize(
    ("een", "bezwaar"),
    [
        (uitzondering("PVA-02", "activiteiten.1.wat"), ("UZ-01", "pad", "Deze bevinding is er nu bij: `activiteiten.0.wat`. Bedoelt u die, verbeter dan het pad.")),
        (uitzondering("SIG-01", "ondertekening"), ("UZ-01", "pad", ELDERS)),
        (uitzondering("VER-02", "versie"), ("UZ-01", "code", "")),
        (uitzondering("PVA02", "wat"), ("UZ-01", "code", "Bedoelt u `PVA-02`?")),
        (uitzondering("dat ene", "huisstijl"), ("UZ-01", "code", "Neem de code over uit `dossiergen check`.")),
        (uitzondering("PVA-02", "activiteiten.0.wat", ANALYSE), ("UZ-01", "bestand", f"Noem bij `bestand`: {PLAN}.")),
        (uitzondering("PRV-02", "werknemer.diagnose"), ("UZ-02", "code", "")),
        (uitzondering("PRV-11", "datum", datum="2026-06-02"), ("UZ-02", "code", "")),
        (uitzondering("CAL-36", "verzuim.eerste_ziektedag"), ("UZ-02", "code", "")),
        (uitzondering("REF-04", "huisstijl"), ("UZ-02", "code", "")),
        (uitzondering("ID-14", "werknemer.naam"), ("UZ-02", "code", "")),
        (uitzondering("CAL-03", "datum"), ("UZ-03", None, f"Noem bij `bestand`: {PLAN} of {ANALYSE}.")),
        (uitzondering("CAL-11", "datum", datum="2026-06-02"), ("UZ-04", "datum", "")),
    ],
)  # fmt: skip
def test_een_uitzondering_die_niets_aanvaardt_zegt_waarom(
    een: Uitzondering, bezwaar: tuple[str, str | None, str]
) -> None:
    """Bij het veld dat niet klopt, met wat er dan wel kan."""
    code, veld, oplossing = bezwaar
    pad = ("uitzonderingen", 0, veld) if veld else ("uitzonderingen", 0)

    assert uitkomst(een) == ([], [(code, pad, oplossing)])


def test_een_uitzondering_geldt_op_haar_eigen_dag() -> None:
    """De dag ervoor nog niet."""
    een = uitzondering("CAL-11", "datum")

    assert uitkomst(een, PEILDATUM) == (["zaak.yaml"], [])
    assert uitkomst(een, PEILDATUM - dt.timedelta(days=1))[1] == [
        ("UZ-04", ("uitzonderingen", 0, "datum"), "")
    ]


@pytest.mark.parametrize(("code", "mag"), [("PRV-01", True), ("PRV-02", False), ("PRV-11", False)])
def test_alleen_een_mogelijk_medisch_woord_mag_blijven_staan(code: str, mag: bool) -> None:
    """Een woord dat niet medisch bedoeld is, beoordeelt een mens; een verboden gegeven gaat eruit."""
    bezwaren = aanvaardingen(
        (uitzondering(code, "taken"),), (Overtreding(code, "zaak.yaml", ("taken",)),), PEILDATUM
    )[1]

    assert [bezwaar.code for bezwaar in bezwaren if bezwaar.code == "UZ-02"] == ([] if mag else ["UZ-02"])


@pytest.fixture(name="cases")
def _cases(tmp_path: Path) -> Path:
    """A case whose employer has a wrong number, and whose analysis somebody else wrote."""
    cases = Path(shutil.copytree(GOED, tmp_path / "cases"))
    organisaties = cases / "organisaties.yaml"
    organisaties.write_text(organisaties.read_text("utf-8").replace('"01234567"', '"0123"', 1), "utf-8")
    analyse = cases / KENMERK / ANALYSE
    analyse.write_text(
        analyse.read_text("utf-8").replace("opsteller: c-vermaat", "opsteller: d-kok", 1), "utf-8"
    )
    return cases


def aanvaard(cases: Path, code: str, pad: str) -> None:
    """Write an exception in the case."""
    with (cases / KENMERK / "zaak.yaml").open("a", encoding="utf-8") as zaak:
        zaak.write(
            f"uitzonderingen:\n  - code: {code}\n    pad: {pad}\n"
            "    reden: Dit is zo besproken.\n    door: b-smit\n    datum: 2026-05-20\n"
        )


def bevindingen(cases: Path) -> list[Finding]:
    """Those two, and what is said about exceptions."""
    geladen = laad_zaak(cases / KENMERK, laad_organisaties(cases / "organisaties.yaml"))
    return [
        f for f in controleer_zaak(geladen, PEILDATUM) if f.code in {"ID-09", "PA-01"} or f.code[:2] == "UZ"
    ]


def test_een_aanvaarde_fout_blijft_staan_en_is_geen_fout_meer(cases: Path) -> None:
    """Precies één bevinding: de andere blijft wat zij was."""
    aanvaard(cases, "PA-01", "opsteller")

    assert [(f.code, f.ernst, f.aanvaard, f.is_fout) for f in bevindingen(cases)] == [
        ("PA-01", Ernst.FOUT, True, False),
        ("ID-09", Ernst.WAARSCHUWING, False, False),
    ]


def test_een_bezwaar_staat_op_zijn_plaats_en_een_hint_is_geen_waarde(cases: Path) -> None:
    """Op de regel van het veld in zaak.yaml; de tekst van de uitzondering komt in geen melding terug."""
    aanvaard(cases, "PA-01", "opstel")
    bezwaar = next(f for f in bevindingen(cases) if f.code == "UZ-01")

    regels = (cases / KENMERK / "zaak.yaml").read_text("utf-8").splitlines()
    assert regels[bezwaar.plaats.regel - 1] == "    pad: opstel"
    assert (bezwaar.pad, bezwaar.ernst) == ("uitzonderingen.0.pad", Ernst.WAARSCHUWING)
    assert bezwaar.voorstel == "opsteller"


def test_een_zaak_ernaast_aanvaardt_niet_mee(cases: Path) -> None:
    """Organisaties.yaml is van beide zaken; wie niets aanvaardde, houdt de bevinding."""
    shutil.copytree(cases / KENMERK, cases / "2026-0002")
    for bestand in (cases / "2026-0002").glob("*.yaml"):
        bestand.write_text(bestand.read_text("utf-8").replace(KENMERK, "2026-0002"), "utf-8")
    aanvaard(cases, "ID-09", "werkgevers.bakkerij-zonneveld.kvk_nummer")

    assert gecheckt(cases / KENMERK) == [("ID-09", True)]
    assert gecheckt(cases) == [("ID-09", False)]


def gecheckt(map_: Path) -> list[tuple[str, bool]]:
    """What `check` says of the number, and whether it is accepted."""
    klaar = CliRunner().invoke(
        commando, [str(map_), "--format", "json", "--peildatum", str(PEILDATUM)], standalone_mode=False
    )
    return [(f["code"], f["aanvaard"]) for f in json.loads(klaar.stdout) if f["code"] == "ID-09"]


def test_als_tekst_staat_het_erbij(cases: Path) -> None:
    """De ernst blijft te zien, met het woord aanvaard."""
    aanvaard(cases, "PA-01", "opsteller")
    tekst = (
        CliRunner()
        .invoke(commando, [str(cases), "--peildatum", str(PEILDATUM)], standalone_mode=False)
        .stdout
    )

    assert ": fout (aanvaard) PA-01 " in tekst
    assert ": waarschuwing ID-09 " in tekst
    assert "Dit is zo besproken." not in tekst
