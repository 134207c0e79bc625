"""The status of a case: which dates, how they stand, what they rest on, and what is never shown."""

import dataclasses
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dossiergen.cli.check import commando as check
from dossiergen.cli.status import commando as status
from dossiergen.termijnen import Mijlpaal
from gebreken import KAAL, KENMERK

Verander = Callable[[str, str], None]

ZAAK = f"{KENMERK}/zaak.yaml"
PERIODE = "    - van: 2026-01-05\n"


@pytest.fixture(name="cases")
def _cases(tmp_path: Path) -> Path:
    return Path(shutil.copytree(KAAL, tmp_path / "cases"))


@pytest.fixture(name="verander")
def _verander(cases: Path) -> Verander:
    """Replace something in zaak.yaml; without something to replace, it comes at the end."""

    def verander(oud: str, nieuw: str) -> None:
        pad = cases / ZAAK
        tekst = pad.read_text("utf-8")
        assert oud in tekst
        pad.write_text(tekst.replace(oud, nieuw) if oud else tekst + nieuw, "utf-8")

    return verander


def draai(map_: Path, peildatum: str, *opties: str, color: bool = False) -> Result:
    return CliRunner().invoke(
        status, [str(map_), "--peildatum", peildatum, *opties], standalone_mode=False, color=color
    )


def kop(map_: Path, peildatum: str) -> list[str]:
    """The lines about the absence as a whole."""
    return draai(map_, peildatum).stdout.split("\n\n")[0].splitlines()[1:]


HERSTELD = """\
Zaak 2026-0001 op peildatum 2026-02-20
  Eerste ziektedag  2026-01-05
  Ziekteweek        geen; 19 dagen geteld
  Hersteld          laatste ziektedag 2026-01-23
  Samentelling      nieuwe ziekte uiterlijk op 2026-02-20 telt bij dit verzuim; daarna begint een
                    nieuw verzuim
  Einde wachttijd   geen: het verzuim eindigt eerder

  uiterlijk     na      stand            mijlpaal
  2026-01-05     0 wk   voldaan op tijd  Ziekmelding bij de werkgever (werknemer), op 2026-01-05
"""


def test_kort_na_herstel_staat_er_tot_wanneer_ziekte_meetelt(cases: Path, verander: Verander) -> None:
    """Op de laatste dag nog wel, de dag erna niet meer."""
    verander(PERIODE, f"{PERIODE}      tot_en_met: 2026-01-23\n  ziekgemeld_op: 2026-01-05\n")
    laatste, erna = draai(cases, "2026-02-20"), draai(cases, "2026-02-21")

    assert laatste.stdout.startswith(HERSTELD)
    assert "Samentelling" not in erna.stdout
    assert (laatste.return_value, erna.return_value) == (0, 0)


def mijlpalen(tekst: str) -> list[tuple[str, ...]]:
    """Day, weeks before it, state and title."""
    return re.findall(r"^  (\S+) +(\d+) wk +(\S.*?) {2,}(\S.*)$", tekst, re.MULTILINE)


def test_elke_mijlpaal_staat_op_datum_met_haar_stand(cases: Path, verander: Verander) -> None:
    """Voldaan, te laat en open, in woorden; wat niet van toepassing is staat apart met de reden."""
    verander("", "  gemeld_aan_arbodienst: 2026-01-20\n")
    tekst = draai(cases, "2026-03-10").stdout

    assert [m for m in mijlpalen(tekst) if not m[3].startswith("Casemanager")][:4] == [
        ("2026-01-12", "1", "voldaan te laat", "Melding aan de arbodienst (werkgever), op 2026-01-20"),
        ("2026-02-16", "6", "voldaan op tijd", "Probleemanalyse (bedrijfsarts), op 2026-02-12"),
        ("2026-02-26", "7", "te laat", "Plan van aanpak (werkgever en werknemer)"),
        ("2026-10-26", "42", "open", "42e-weeksmelding aan UWV (werkgever)"),
    ]
    assert "  Er is nog geen plan van aanpak: Evaluatie van het plan (1)\n" in tekst
    dagen = [mijlpaal[0] for mijlpaal in mijlpalen(tekst)]
    assert dagen == sorted(dagen)


def test_een_termijn_loopt_vanaf_de_werkelijke_datum(cases: Path) -> None:
    """Het plan telt vanaf de analyse zoals die was; wat nog komt telt vanaf zijn uiterste datum."""
    tekst = " ".join(draai(cases, "2026-03-10").stdout.split())

    assert "Hangt af van: Probleemanalyse. Gerekend vanaf 2026-02-12 (werkelijke datum)." in tekst
    assert "Hangt af van: Eerstejaarsevaluatie. Gerekend vanaf 2027-01-04 (uiterste datum)." in tekst


def test_status_oordeelt_niet(cases: Path) -> None:
    """Een termijn die voorbij is, is een fout voor check en een beeld voor status."""
    tekst = draai(cases, "2026-03-10")

    assert "te laat" in tekst.stdout
    assert tekst.return_value == 0


def test_geen_regel_is_langer_dan_een_scherm(cases: Path) -> None:
    """Honderd kolommen buiten een scherm; alleen de opdracht onderaan kan langer zijn."""
    tekst = draai(cases, "2027-11-01").stdout

    assert [
        regel for regel in tekst.splitlines() if len(regel) > 100 and "dossiergen check" not in regel
    ] == []


def test_de_stand_heeft_een_kleur(cases: Path) -> None:
    """Te laat is rood, voldaan is groen, open is gewoon."""
    tekst = draai(cases, "2026-03-10", color=True).stdout

    assert "\x1b[31mte laat" in tekst
    assert "\x1b[32mvoldaan op tijd" in tekst
    assert "  open             42e-weeksmelding" in re.sub(r"\x1b\[0m", "", tekst)


@pytest.mark.parametrize(
    ("oud", "nieuw", "regels"),
    [
        (
            "",
            "  verlof:\n    - {van: 2026-03-02, tot_en_met: 2026-03-08}\n",
            [
                "  Ziekteweek        9 (56 dagen geteld; de peildatum zelf telt niet mee)",
                "  Einde wachttijd   2028-01-10 (eerste dag erna); zonder onderbreking of verlof 2028-01-03",
                "  Voorbehoud        nog niet is besloten of perioden rond verlof samentellen; datums vanaf",
            ],
        ),
        (
            "",
            "  loonsanctie: {besluit_op: 2027-11-01, weken: 52}\n",
            ["  Verschoven naar   2029-01-01: UWV legde een loonsanctie op"],
        ),
        (
            "",
            "  verlenging: {aangevraagd_op: 2027-09-01, gezamenlijk: ja, tot_en_met: 2028-04-30}\n",
            ["  Verschoven naar   2028-05-01: de loondoorbetaling is op gezamenlijk verzoek verlengd"],
        ),
        (
            "",
            "  verkorte_wachttijd:\n    - {aangevraagd_op: 2026-02-02, toegekend_per: 2026-06-01}\n",
            ["  Verschoven naar   2026-06-01: UWV verkortte de wachttijd"],
        ),
        ("1985-05-17", "1959-05-17", ["  AOW               AOW-leeftijd op 2026-05-17; daarna gelden andere regels"]),
        (
            "in_dienst: 2019-03-01\n",
            "in_dienst: 2019-03-01\n  uit_dienst: 2026-08-31\n",
            ["  Uit dienst        laatste dag 2026-08-31; re-integratieverslag: volledig"],
        ),
    ],
    ids=["verlof", "loonsanctie", "verlenging", "verkort", "aow", "uit dienst"],
)  # fmt: skip
def test_wat_het_einde_verschuift_staat_bovenaan(
    cases: Path, verander: Verander, oud: str, nieuw: str, regels: list[str]
) -> None:
    """Verlof, besluiten van UWV, de AOW en het einde van het dienstverband."""
    verander(oud, nieuw)
    gezien = kop(cases, "2026-03-02")

    assert [regel for regel in regels if regel not in gezien] == []


def test_zonder_iets_bijzonders_is_de_kop_drie_regels(cases: Path) -> None:
    """De eerste dag is week 1, dag 1."""
    assert kop(cases, "2026-01-05") == [
        "  Eerste ziektedag  2026-01-05",
        "  Ziekteweek        1 (1 dag geteld)",
        "  Einde wachttijd   2028-01-03 (eerste dag erna)",
    ]
    assert kop(cases, "2026-01-04")[1] == "  Ziekteweek        nog niet begonnen"
    assert kop(cases, "2026-01-12")[1] == "  Ziekteweek        2 (8 dagen geteld)"


def met_protocol(cases: Path, naam: str) -> None:
    pad = cases / "organisaties.yaml"
    pad.write_text(pad.read_text("utf-8").replace("d-kok\n", f"d-kok\n    protocol: {naam}\n", 1), "utf-8")


def test_een_eigen_protocol_staat_naast_de_wet(cases: Path) -> None:
    """Met zijn eigen datum en waarin het afwijkt; de datum van de wet blijft vooraan."""
    met_protocol(cases, "uitzendwerkgever")
    (zaak,) = json.loads(draai(cases, "2026-03-10", "--format", "json").stdout)["zaken"]
    melding = next(m for m in zaak["mijlpalen"] if m["sleutel"] == "melding_arbodienst")
    (eigen,) = melding["protocol"]

    assert (melding["uiterlijk"], eigen["uiterlijk"]) == ("2026-01-12", "2026-01-12")
    tekst = " ".join(draai(cases, "2026-03-10").stdout.split())
    assert f"{eigen['protocol']}: {eigen['uiterlijk']}. {eigen['afwijking']}" in tekst


def test_zonder_het_protocol_gaat_de_kalender_door(cases: Path) -> None:
    """Een protocol dat niet bestaat is een bevinding, en houdt geen datum tegen."""
    zonder = draai(cases, "2026-03-10").stdout
    met_protocol(cases, "geen")
    met = draai(cases, "2026-03-10")

    assert met.return_value == 0
    assert met.stdout.splitlines()[:-1] == zonder.splitlines()[:-1]
    assert "REF-05" in CliRunner().invoke(check, [str(cases)], standalone_mode=False).stdout


MIS = f"{PERIODE}      tot_en_met: 2026-01-02\n"


def test_klopt_het_verzuim_niet_dan_zijn_er_geen_datums(cases: Path, verander: Verander) -> None:
    """Dan staat er wat check meldt, met exitcode 1."""
    verander(PERIODE, MIS)
    uitkomst = draai(cases, "2026-03-10")
    gemeld = CliRunner().invoke(check, [str(cases), "--peildatum", "2026-03-10"], standalone_mode=False)

    assert uitkomst.return_value == 1
    assert "CAL-04" in uitkomst.stdout
    assert uitkomst.stdout == gemeld.stdout


def test_een_zaak_die_niet_te_lezen_is_houdt_de_andere_niet_tegen(cases: Path) -> None:
    """Van de ene staat er wat er mis is, van de andere de kalender; samen exitcode 1."""
    shutil.copytree(cases / KENMERK, cases / "2026-0000")
    uitkomst = draai(cases, "2026-03-10", "--alles")
    eerste, *rest = uitkomst.stdout.split("\n\n")

    assert uitkomst.return_value == 1
    assert "BST-02" in eerste
    assert rest[0].startswith("Zaak 2026-0001 op peildatum 2026-03-10\n")


UITZONDERING = """\
uitzonderingen:
  - code: PVA-03
    bestand: stukken/plan-van-aanpak.yaml
    pad: evaluatie.elke_weken
    reden: De termijn is zo besproken.
    door: b-smit
    datum: 2026-03-01
"""
REGEL = "  PVA-03  stukken/plan-van-aanpak.yaml: evaluatie.elke_weken, door b-smit op 2026-03-01\n"


def test_wat_is_aanvaard_staat_erbij_met_de_reden_op_verzoek(cases: Path, verander: Verander) -> None:
    """De reden is vrije tekst van de zaak en komt niet vanzelf in een log."""
    plan = cases / KENMERK / "stukken" / "plan-van-aanpak.yaml"
    plan.write_text(plan.read_text("utf-8").replace("elke_weken: 6", "elke_weken: 8"), "utf-8")
    verander("", UITZONDERING)
    zonder, met = (draai(cases, "2026-03-10", optie).stdout for optie in ("--hide-lines", "--show-lines"))
    als_json = draai(cases, "2026-03-10", "--format", "json", "--show-lines").stdout

    assert f"Aanvaarde bevindingen\n{REGEL}" in zonder
    assert f"{REGEL}          De termijn is zo besproken.\n" in met
    assert "zo besproken" not in zonder + als_json
    assert json.loads(als_json)["zaken"][0]["uitzonderingen"] == [
        {
            "code": "PVA-03",
            "bestand": "stukken/plan-van-aanpak.yaml",
            "pad": "evaluatie.elke_weken",
            "door": "b-smit",
            "datum": "2026-03-01",
        }
    ]
    assert re.search(r"bevindingen?, waarvan (\d+ fout(en)? en )?1 aanvaard: dossiergen check ", zonder)
    assert "Aanvaarde" not in draai(cases, "2026-02-28").stdout


def test_json_heeft_altijd_dezelfde_velden(cases: Path, verander: Verander) -> None:
    """Ook waar er geen kalender is; elke mijlpaal heeft al haar velden."""
    goed = json.loads(draai(cases, "2026-03-10", "--format", "json").stdout)
    verander(PERIODE, MIS)
    fout = draai(cases, "2026-03-10", "--format", "json")
    (een,), (ander,) = goed["zaken"], json.loads(fout.stdout)["zaken"]

    assert (goed["peildatum"], fout.return_value) == ("2026-03-10", 1)
    assert list(een) == list(ander)
    assert {tuple(m) for m in een.pop("mijlpalen")} == {tuple(f.name for f in dataclasses.fields(Mijlpaal))}
    assert [taak["sleutel"] for taak in een.pop("te_laat")] == ["melding_arbodienst", "plan_van_aanpak"]
    assert een.pop("eerstvolgende")["sleutel"] == "melding_42e_week"
    assert list(een.pop("findings")) == ["fout", "waarschuwing", "oordeel", "info", "aanvaard"]
    assert een == {
        "kenmerk": KENMERK,
        "eerste_ziektedag": "2026-01-05",
        "ziekteweek": 10,
        "teldagen": 65,
        "peildatum_telt": True,
        "hersteld_na": None,
        "telt_mee_tot": None,
        "einde": {
            "wachttijd": "2028-01-03",
            "verslag": "2028-01-03",
            "uiteindelijk": "2028-01-03",
            "grond": "wachttijd",
        },
        "aow": None,
        "uit_dienst": None,
        "verslagsoort": "volledig",
        "open_sinds": None,
        "risico": ["loonsanctie"],
        "te_laat_gedaan": [],
        "uitzonderingen": [],
    }
    assert (ander["mijlpalen"], ander["einde"], ander["findings"]["fout"] > 0) == ([], None, True)


@pytest.mark.parametrize("formaat", ["text", "json"])
def test_er_staat_geen_naam_en_geen_bsn_in(cases: Path, formaat: str) -> None:
    """Wie de status ziet, ziet datums en rollen."""
    tekst = draai(cases, "2026-03-10", "--format", formaat, "--show-lines").stdout

    assert [
        w for w in ("Hofstra", "999990019", "Vermaat", "Zonneveld B", "Lindelaan", "1985") if w in tekst
    ] == []


WAT_NU = """
Wat nu
  Melding aan de arbodienst 57 dagen te laat; geen risico bekend.
  Plan van aanpak 12 dagen te laat: kan een loonsanctie geven.
  Eerstvolgende: 2026-10-26, over 230 dagen: 42e-weeksmelding aan UWV (werkgever).

"""


def test_onderaan_staat_wat_er_nu_moet(cases: Path) -> None:
    """Wat te laat is met het risico, en wat het eerst komt."""
    assert WAT_NU in draai(cases, "2026-03-10").stdout


def test_te_laat_gedaan_blijft_een_risico(cases: Path, verander: Verander) -> None:
    """Er is niets meer aan te doen, en UWV kan er nog naar vragen."""
    verander("", "  uwv_melding_42e_week: 2026-10-27\n")
    tekst = " ".join(draai(cases, "2026-11-10").stdout.split())

    assert (
        "Te laat gedaan: 42e-weeksmelding aan UWV 1 dag te laat: kan een boete geven "
        "(ten hoogste € 455,00; bedrag niet bevestigd)."
    ) in tekst


def test_wie_hersteld_is_hoeft_niets_meer(cases: Path, verander: Verander) -> None:
    """Lang na het herstel is niets meer te laat."""
    verander(PERIODE, f"{PERIODE}      tot_en_met: 2026-01-23\n")

    assert "Wat nu\n  Er hoeft niets meer.\n" in draai(cases, "2026-09-01").stdout
