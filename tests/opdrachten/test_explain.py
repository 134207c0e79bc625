"""`dossiergen explain` as a user meets it."""

import datetime as dt
import json
import subprocess
from collections.abc import Callable

import pytest

from dossiergen.cli.bladen import blad, rechtsblad
from dossiergen.dossier.uitzonderingen import aanvaardingen
from dossiergen.finding import Ernst, Overtreding
from dossiergen.regels.pagina import families, per_familie
from dossiergen.zaak.gegevens import Uitzondering

Draai = Callable[..., subprocess.CompletedProcess[str]]

BST_02 = """\
BST-02 fout
De map heet anders dan het kenmerk in zaak.yaml.

Doe dit      Geef de map dezelfde naam als het kenmerk.
Grond        vorm van een zaakbestand
Gevolg       Een fout geeft exitcode 1. Wat erdoor wordt geraakt, wordt niet
             gemaakt.
Aanvaarden   Kan niet; dit moet worden opgelost.
Sinds        dossiergen 0.1.0

Wat
  De naam van de map is een andere dan het kenmerk dat in het bestand staat.

Waarom
  Het kenmerk komt op elk stuk en in de naam van de uitvoermap. Verschillen ze,
  dan is dit misschien een kopie van een andere zaak, en gaat een stuk naar de
  verkeerde werknemer.

Fout
    # zaak.yaml
    kenmerk: 2026-0002

Goed
    # zaak.yaml
    kenmerk: 2026-0001
"""

REINTEGRATIEVISIE = """\
reintegratievisie
Of plan van aanpak, bijstelling en eerstejaarsevaluatie de visie van werkgever
en van werknemer bevatten.

Beslist      datum waarop het stuk is opgesteld of bijgesteld
Aard         wet
Gelezen door PVA-05

Vanaf 1 mei 2017 tot 1 juli 2023
  nee
  Bron       Regeling procesgang eerste en tweede ziektejaar, art. 4 lid 2 onder
             a en b
  Nagekeken  2017-05-31

Vanaf 1 juli 2023
  ja
  Bron       Regeling procesgang eerste en tweede ziektejaar, art. 4 lid 2 onder
             a en b (Stcrt. 2023, 13931)
  Nagekeken  2023-05-09
  Opmerking  Overgangsrecht in art. 7b.
"""


@pytest.mark.parametrize("code", ["BST-02", "bst-02", "bst-2"])
def test_een_code_wordt_uitgelegd(draai: Draai, code: str) -> None:
    """De hele bladzijde op stdout; hoofdletters en een nul vooraan maken niet uit."""
    klaar = draai("explain", code)

    assert (klaar.returncode, klaar.stdout, klaar.stderr) == (0, BST_02, "")


def test_een_sleutel_van_het_recht_toont_alle_waarden(draai: Draai) -> None:
    """Elke waarde met haar dagen, haar bron en wanneer een mens haar nakeek."""
    klaar = draai("explain", "REINTEGRATIEVISIE")

    assert (klaar.returncode, klaar.stdout, klaar.stderr) == (0, REINTEGRATIEVISIE, "")


def test_een_regel_met_een_datum_noemt_de_wet_die_zij_leest(draai: Draai) -> None:
    """Sinds wanneer zij geldt, en de waarden met hun bron."""
    regels = draai("explain", "PVA-05").stdout.splitlines()

    assert "Geldt        voor stukken vanaf 1 juli 2023" in regels
    assert "    ja, vanaf 1 juli 2023. Regeling procesgang eerste en tweede ziektejaar, art." in regels


def test_meer_codes_komen_onder_elkaar(draai: Draai) -> None:
    """In de gevraagde volgorde, elk één keer."""
    alles = draai("explain", "YML-02", "BST-02", "yml-2").stdout

    assert alles.count("YML-02 fout") == 1
    assert alles.endswith(f"\n\n{'─' * 80}\n\n{BST_02}")


def test_zonder_code_komt_de_lijst(draai: Draai) -> None:
    """Elke code één keer, met ernst en titel, onder de naam van haar familie."""
    regels = draai("explain").stdout.splitlines()
    codes = [regel.split()[:2] for regel in regels if regel[:2] == "  " and regel[2:3] != " "]

    assert codes == [[s.code, s.ernst.value] for leden in per_familie().values() for s in leden]
    assert [regel for regel in regels if regel and regel[0] != " "] == list(families().values())
    assert max(map(len, regels)) <= 80


@pytest.mark.parametrize(
    ("woord", "uitweg"),
    [
        ("PVA-99", "Bedoelt u PVA-"),
        ("reintegratie-visie", "Bedoelt u reintegratievisie?"),
        ("taart", "`dossiergen explain` toont alle codes."),
    ],
)
def test_een_onbekende_code_is_verkeerd_gebruik(draai: Draai, woord: str, uitweg: str) -> None:
    """Exitcode 2, met wat erop lijkt."""
    klaar = draai("explain", woord)

    assert (klaar.returncode, klaar.stdout) == (2, "")
    assert f"'{woord}' is geen code van een bevinding en geen sleutel van het recht." in klaar.stderr
    assert uitweg in klaar.stderr


def test_json_is_voor_programmas(draai: Draai) -> None:
    """Dezelfde gegevens, zonder opmaak."""
    visie, sleutel = json.loads(draai("explain", "pva-05", "reintegratievisie", "--format", "json").stdout)
    lijst = json.loads(draai("explain", "--format", "json").stdout)

    assert list(visie) == [
        "code", "ernst", "titel", "oplossing", "grond", "geldt", "stopt", "aanvaardbaar", "recht",
        "wat", "waarom", "fout", "goed", "sinds",
    ]  # fmt: skip
    assert visie["recht"][0] == sleutel
    assert sleutel["waarden"][1] == {
        "waarde": "ja",
        "vanaf": "2023-07-01",
        "tot": "",
        "bron": "Regeling procesgang eerste en tweede ziektejaar, art. 4 lid 2 onder a en b (Stcrt. 2023, 13931)",
        "nagekeken_op": "2023-05-09",
        "bevestigd": True,
        "opmerking": "Overgangsrecht in art. 7b.",
    }
    assert lijst[0] == {
        "code": "YML-01",
        "ernst": "fout",
        "titel": "Dit is geen geldige YAML.",
        "familie": "YML",
    }


def test_codes_worden_aangevuld(draai: Draai) -> None:
    """Met Tab, in hoofdletters of kleine letters; ook de sleutels van het recht."""

    def aanvulling(begin: str) -> list[str]:
        woorden = f"dossiergen explain {begin}"
        return draai(_DOSSIERGEN_COMPLETE="bash_complete", COMP_WORDS=woorden, COMP_CWORD="2").stdout.split()

    assert aanvulling("bst-0") == [f"plain,BST-0{nummer}" for nummer in range(1, 5)]
    assert aanvulling("reintegratiev") == ["plain,reintegratievisie"]


CODES = [soort.code for leden in per_familie().values() for soort in leden]


@pytest.mark.parametrize("code", CODES)
def test_wat_nooit_kan_worden_aanvaard_staat_zo_op_zijn_bladzijde(code: str) -> None:
    """Wat de bladzijde zegt en wat `uitzonderingen` doet, is hetzelfde."""
    dag = dt.date(2026, 3, 1)
    uitzondering = Uitzondering.model_construct(
        code=code, bestand=None, pad="verzuim", reden="Een reden.", door="b-smit", datum=dag
    )
    bestand = "bedrijfsarts.yaml" if code.startswith("SO-") else "zaak.yaml"
    gevonden = (Overtreding(code, bestand, ("verzuim",)),)
    _, bezwaren = aanvaardingen((uitzondering,), gevonden, dag, eigen_bestand=bestand)

    kan = blad(code).aanvaarden
    assert kan.startswith(("Kan nooit", "Kan niet")) == ([b.code for b in bezwaren] == ["UZ-02"])
    assert kan.startswith("Kan n") or kan.endswith(f"in {bestand}.")


@pytest.mark.parametrize("code", CODES)
def test_alleen_een_fout_kan_een_stuk_tegenhouden(code: str) -> None:
    """Ernst en gevolg spreken elkaar niet tegen."""
    een = blad(code)
    stopt = een.als_json()["stopt"]

    assert stopt == (een.soort.ernst is Ernst.FOUT and een.soort.stopt)
    assert ("houdt geen stuk tegen" in een.gevolg.lower()) != stopt


def test_geld_en_tijd_staan_er_met_hun_eenheid() -> None:
    """Zoals een lezer het zegt."""
    waarden = {
        sleutel: rechtsblad(sleutel).tijdvakken[0].waarde
        for sleutel in (
            "melding_arbodienst",
            "ziekmelding_uwv_vangnet",
            "ziekmelding_uwv_na_zes_weken",
            "aow_leeftijd",
        )
    }

    assert list(waarden.values()) == ["1 week", "dag 4", "6 weken", "789 maanden"]
