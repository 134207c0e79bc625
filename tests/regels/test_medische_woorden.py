"""PRV-01: which texts are read, what a finding says, and what it never says."""

import datetime as dt
from pathlib import Path

import pytest

from dossiergen.regels.onderwerpen.medische_woorden import _veld
from dossiergen.zaak.gegevens import Zaakgegevens
from dossiergen.zaak.plan_van_aanpak import PlanVanAanpak
from dossiergen.zaak.second_opinion_stukken import Afsluitbericht
from regelproef import PLAN, ZAAK, Wijziging, bevindingen, proef

CODES = ("PRV-01",)
PEILDATUM = dt.date(2026, 3, 1)
KERN = "Hervatten kan in stappen, met licht werk en vier uur per dag om te beginnen."
MEDISCH = "Door de rugklachten gaat tillen niet, en er komt een fysiotherapeut."
IN_PLAN = ("PRV-01", "fout", PLAN, "probleemanalyse.kern")


def _kern(tekst: str) -> Wijziging:
    """Put a text in the plan; as a block, so that any character may be in it."""
    regels = tekst.replace("\n", "\n    ")
    return (PLAN, f"kern: {KERN}", f"kern: |-\n    {regels}")


def test_een_medisch_woord_in_een_stuk_is_een_fout(tmp_path: Path) -> None:
    """Eén bevinding voor een veld, hoeveel woorden er ook staan."""
    assert proef(tmp_path, CODES, [_kern(MEDISCH)], PEILDATUM) == [IN_PLAN]


def test_de_bevinding_zegt_soort_plaats_en_wat_er_wel_mag_staan(tmp_path: Path) -> None:
    """Het hoeveelste woord, en nooit het woord zelf: dat is een gegeven van de zaak."""
    (bevinding,) = bevindingen(tmp_path, CODES, [_kern(MEDISCH)], PEILDATUM)

    melding = (
        "De werkgever leest deze tekst, en er staat een medisch gegeven in: een klacht (het 3e woord) en "
        "een behandelaar (het 11e woord)."
    )
    oplossing = (
        "Haal dit weg. Schrijf alleen wat de werknemer kan en niet kan, zoals: beperkt in tillen, dragen, bukken of lang zitten; "
        "of: is op dinsdagmiddag niet beschikbaar."
    )
    assert (bevinding.melding, bevinding.oplossing, bevinding.voorstel) == (melding, oplossing, "")
    assert not any(woord in repr(bevinding).lower() for woord in ("rugklachten", "fysiotherapeut"))


def test_van_veel_woorden_worden_er_vijf_genoemd(tmp_path: Path) -> None:
    """Een melding blijft te lezen, ook van een veld vol klachten."""
    (bevinding,) = bevindingen(tmp_path, CODES, [_kern("Hij heeft koorts. " * 9)], PEILDATUM)

    assert bevinding.melding.count("woord)") == 5
    assert bevinding.melding.endswith(" en nog meer verderop.")


def test_functionele_woorden_mogen(tmp_path: Path) -> None:
    """Wat de wet van het stuk vraagt, is geen medisch gegeven."""
    tekst = "Beperkt in tillen boven 5 kg en in concentreren.\nDe bedrijfsarts verwacht herstel; volgend spreekuur 4 juni."

    assert proef(tmp_path, CODES, [_kern(tekst)], PEILDATUM) == []


def test_een_concept_wordt_ook_gelezen(tmp_path: Path) -> None:
    """De werkgever bewaart ook het concept."""
    concept = (PLAN, "status: ondertekend", "status: concept")

    assert proef(tmp_path, CODES, [_kern(MEDISCH), concept], PEILDATUM) == [IN_PLAN]


UITZONDERING = """uitzonderingen:
  - code: PRV-01
    bestand: stukken/plan-van-aanpak.yaml
    pad: probleemanalyse.kern
    reden: {reden}
    door: {door}
    datum: 2026-02-01
"""


def _uitzondering(reden: str) -> Wijziging:
    return (ZAAK, "", UITZONDERING.format(reden=reden, door="d-kok"))


def test_de_zaak_kan_een_bevinding_met_reden_aanvaarden(tmp_path: Path) -> None:
    """Wie het beslist heeft, staat erbij; zonder dat blijft het een fout."""
    wijzigingen = [_kern(MEDISCH), _uitzondering("Het woord is de naam van een afdeling.")]
    (bevinding,) = bevindingen(tmp_path, CODES, wijzigingen, PEILDATUM)

    assert (bevinding.aanvaard, bevinding.is_fout) == (True, False)


def test_de_reden_van_een_uitzondering_wordt_ook_gelezen(tmp_path: Path) -> None:
    """Anders staat het medische gegeven daar."""
    wijzigingen = [_kern(MEDISCH), _uitzondering("Hij heeft een hernia en vertelde dat zelf.")]

    assert proef(tmp_path, CODES, wijzigingen, PEILDATUM) == [
        IN_PLAN,
        ("PRV-01", "fout", ZAAK, "uitzonderingen.0.reden"),
    ]


def test_een_functie_in_de_zorg_verklaart_de_woorden_van_het_werk(tmp_path: Path) -> None:
    """Dezelfde zin is bij een ander beroep wel een bevinding."""
    functie = (ZAAK, "functie: bakker", "functie: verpleegkundige")
    werk = _kern("De medicatie en het infuus controleert voorlopig een ander.")
    eigen = _kern("Zij is zelf onder behandeling bij de cardioloog.")

    assert proef(tmp_path / "zorg", CODES, [functie, werk], PEILDATUM) == []
    assert proef(tmp_path / "bakker", CODES, [werk], PEILDATUM) == [IN_PLAN]
    assert proef(tmp_path / "eigen", CODES, [functie, eigen], PEILDATUM) == [IN_PLAN]


VELDEN = [
    (Zaakgegevens, ("dienstverband", "taken"), True),
    (Zaakgegevens, ("dienstverband", "functie"), False),
    (Zaakgegevens, ("werknemer", "achternaam"), False),
    (Zaakgegevens, ("werknemer", "adres", "straat"), False),
    (Zaakgegevens, ("uitzonderingen", "reden"), True),
    (Zaakgegevens, ("uitzonderingen", "pad"), False),
    (PlanVanAanpak, ("probleemanalyse", "kern"), True),
    (PlanVanAanpak, ("ondertekening", "werknemer", "plaats"), False),
    (PlanVanAanpak, ("ondertekening", "werknemer", "geweigerd", "reden"), True),
    (Afsluitbericht, ("wijziging",), False),
]


@pytest.mark.parametrize(("model", "namen", "gelezen"), VELDEN)
def test_wat_de_werkgever_ziet_zeggen_de_labels(
    model: type[Zaakgegevens], namen: tuple[str, ...], gelezen: bool
) -> None:
    """Namen, adressen en wat alleen werknemer en bedrijfsarts zien, worden niet beoordeeld."""
    assert (_veld(model, namen) is not None) is gelezen
