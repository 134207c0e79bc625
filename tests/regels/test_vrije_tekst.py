"""ID-04, ID-12 and ID-15: what is found in free text, and what looks like it and is left alone."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from dossiergen.dossier.controle import controleer_zaak
from dossiergen.regels.teksten import _velden, teksten_van
from dossiergen.zaak import STUKSOORTEN, laad_organisaties, laad_zaak
from dossiergen.zaak.gegevens import Zaakgegevens
from regelproef import ANALYSE, BASIS, KENMERK, ORGANISATIES, PLAN, ZAAK, Bevinding, Wijziging, proef

CODES = ("ID-04", "ID-12", "ID-15")
PEILDATUM = dt.date(2026, 3, 1)
KERN = "Hervatten kan in stappen, met licht werk en vier uur per dag om te beginnen."
CONCEPT = "status: ondertekend", "status: concept"
DEFINITIEF = "status: ondertekend", "status: definitief"


def _kern(tekst: str) -> Wijziging:
    """Put a text in the plan; as a block, so that any character may be in it."""
    regels = tekst.replace("\n", "\n    ")
    return (PLAN, f"kern: {KERN}", f"kern: |-\n    {regels}")


def _in_plan(code: str, ernst: str) -> list[Bevinding]:
    return [(code, ernst, PLAN, "probleemanalyse.kern")]


BSN_TEKSTEN = {
    "aaneen": ("Zie 999990019.", True),
    "met punten": ("Zie 9999.90.019.", True),
    "met spaties": ("Zie 999 990 019.", True),
    "met streepjes": ("Zie 999-990-019", True),
    "met vaste spaties": ("Zie 999\u00a0990\u202f019", True),
    "met een punt en een spatie": ("Zie 999. 990. 019", True),
    "na een ander getal": ("In 12 weken 999990019", True),
    "na een ander getal met streepjes": ("1-23 999990019", True),
    "met haakjes eromheen": ("Hofstra (999990019)", True),
    "in een langer getal": ("Zie 1999990019.", False),
    "voor een langer getal": ("Zie 9999900190.", False),
    "een ander nummer": ("Zie 999990020.", False),
    "verspreid over de zin": ("999 uur, 990 euro en 019 dagen", False),
    "cijfers die samen het nummer geven": ("9 9 9 9 9 0 0 1 in 9 weken", False),
}


@pytest.mark.parametrize("naam", BSN_TEKSTEN)
def test_het_bsn_wordt_in_elke_schrijfwijze_gevonden(tmp_path: Path, naam: str) -> None:
    """Punten, spaties en streepjes tussen de cijfers maken er geen ander nummer van."""
    tekst, gevonden = BSN_TEKSTEN[naam]

    assert proef(tmp_path, CODES, [_kern(tekst)], PEILDATUM) == (
        _in_plan("ID-04", "fout") if gevonden else []
    )


REKENINGEN = {
    "aaneen": ("Betaal aan NL91ABNA0417164300.", True),
    "met spaties en kleine letters": ("nl91 abna 0417 1643 00", True),
    "een controlegetal dat niet klopt": ("NL92ABNA0417164300", False),
    "een cijfer te weinig": ("NL91ABNA041716430", False),
    "een cijfer te veel": ("NL91ABNA04171643001", False),
    "in een langer woord": ("XNL91ABNA0417164300", False),
    "alleen cijfers en letters": ("Op 12-03-2026 om 09.30 uur, onlangs 4 weken.", False),
}


@pytest.mark.parametrize("naam", REKENINGEN)
def test_een_geldig_rekeningnummer_wordt_gevonden(tmp_path: Path, naam: str) -> None:
    """Alleen wat volgens zijn controlegetal een Nederlandse rekening kan zijn."""
    tekst, gevonden = REKENINGEN[naam]
    verwacht = _in_plan("ID-12", "waarschuwing") if gevonden else []

    assert proef(tmp_path, CODES, [_kern(tekst)], PEILDATUM) == verwacht


INVULTEKSTEN = (
    "TODO",
    "Todo: de leidinggevende vragen.",
    "Vier uur per dag (todo).",
    "xxx",
    "Werken op XXX en vrijdag.",
    "Vanaf xx-xx-xxxx.",
    "[INVULLEN]",
    "De [naam] begint maandag.",
    "Vanaf [datum invoegen].",
    "[nog in te vullen door de leidinggevende]",
    "n.t.b.",
    "N.t.b.",
    "De datum is n.t.b",
    "ntb",
    "...",
    "…",
    "Eerste regel.\n...\nLaatste regel.",
    "Beginnen op ... uur.",
    "Datum: ...",
    "Kosten € ...",
    "Beginnen op ........",
    "Beginnen op ____ uur.",
    "Nader in te vullen.",
    "De uren zijn nader in te vullen na het consult.",
    "Lorem ipsum dolor sit amet.",
    "Nog in te vullen",
    "invullen",
)
GEWONE_TEKSTEN = (
    "Een todo-lijst helpt bij het plannen.",
    "De todo's van de week.",
    "Een tekst over mastodonten.",
    "Kleding in maat XXL of XX.",
    "De mixxxer is stuk.",
    "Zie [1] en [bijlage 2].",
    "De volgende stap [na het consult] volgt.",
    "De werknemer vindt het lastig...",
    "De werknemer weet het niet ...",
    "Hij kan wel zitten ... maar niet staan.",
    "Ik wil wel, maar…",
    "Aangehaald: de arts schrijft (...) dat het kan.",
    "Het advies [...] blijft staan.",
    "Vult de formulieren zelf in; invullen kost een uur.",
    "De nog in te vullen formulieren liggen klaar.",
    "Een onderdeel_naam met een streepje.",
    "De heer N.T. Bos en mevrouw Antberg.",
    "Hervatten per 1 mei. Stap 2. Stap 3.",
)


@pytest.mark.parametrize("tekst", INVULTEKSTEN)
def test_een_tekst_die_nog_moet_worden_ingevuld_wordt_gevonden(tmp_path: Path, tekst: str) -> None:
    """In een stuk dat geen concept is, een fout."""
    assert proef(tmp_path, CODES, [_kern(tekst)], PEILDATUM) == _in_plan("ID-15", "fout")


@pytest.mark.parametrize("tekst", GEWONE_TEKSTEN)
def test_gewone_tekst_blijft_met_rust(tmp_path: Path, tekst: str) -> None:
    """Woorden en leestekens die erop lijken."""
    assert proef(tmp_path, CODES, [_kern(tekst)], PEILDATUM) == []


GEVALLEN: dict[str, tuple[tuple[Wijziging, ...], list[Bevinding]]] = {
    "de volledige zaak": ((), []),
    "een definitief stuk met een gat": ((_kern("n.t.b."), (PLAN, *DEFINITIEF)), _in_plan("ID-15", "fout")),
    "een concept met een gat": ((_kern("n.t.b."), (PLAN, *CONCEPT)), _in_plan("ID-15", "waarschuwing")),
    "een concept met een bsn": ((_kern("999990019"), (PLAN, *CONCEPT)), _in_plan("ID-04", "fout")),
    "een zaak met alles": (
        (
            (ZAAK, "taken: Deeg maken", "taken: Deeg maken (TODO) voor 999990019 en NL91ABNA0417164300"),
            (ZAAK, "[vakbekwaam bakker]", "[vakbekwaam bakker, diploma 999990019]"),
        ),
        [
            ("ID-04", "fout", ZAAK, "bekwaamheden.diplomas.1"),
            ("ID-04", "fout", ZAAK, "dienstverband.taken"),
            ("ID-12", "waarschuwing", ZAAK, "dienstverband.taken"),
            ("ID-15", "waarschuwing", ZAAK, "dienstverband.taken"),
        ],
    ),
    "het bsn als telefoonnummer": (
        ((ZAAK, "045-555 03 00", '"999990019"'),),
        [("ID-04", "fout", ZAAK, "werknemer.telefoon")],
    ),
    "twee teksten van twee stukken": (
        (
            (PLAN, "doel: Licht werk is mogelijk", "doel: Licht werk voor 999990019"),
            (ANALYSE, "toelichting: Tillen en dragen tot 5 kg.", "toelichting: 999990019 tilt tot 5 kg."),
        ),
        [
            ("ID-04", "fout", PLAN, "activiteiten.0.doel"),
            ("ID-04", "fout", ANALYSE, "belastbaarheid.dynamische_handelingen.toelichting"),
        ],
    ),
    "zonder bsn is er niets te vinden": (((ZAAK, "  bsn: 999990019\n", ""), _kern("999990019")), []),
}


@pytest.mark.parametrize("naam", GEVALLEN)
def test_een_vondst_staat_op_haar_plaats_met_haar_ernst(tmp_path: Path, naam: str) -> None:
    """In zaak.yaml en in elk stuk; een concept mag onaf zijn, maar geen BSN bevatten."""
    wijzigingen, verwacht = GEVALLEN[naam]

    assert proef(tmp_path, CODES, wijzigingen, PEILDATUM) == verwacht


def test_een_bevinding_herhaalt_niets_uit_de_tekst(tmp_path: Path) -> None:
    """Wie de melding deelt, deelt het nummer niet mee."""
    cases = tmp_path / "cases"
    proef(tmp_path, CODES, [_kern("999990019, NL91ABNA0417164300, TODO bellen")], PEILDATUM)
    geladen = laad_zaak(cases / KENMERK, laad_organisaties(cases / ORGANISATIES))
    findings = [f for f in controleer_zaak(geladen, PEILDATUM) if f.code in CODES]

    assert [f.code for f in findings] == ["ID-04", "ID-12", "ID-15"]
    assert not any(deel in str(f) for f in findings for deel in ("999990019", "ABNA", "bellen"))


def test_elke_tekst_van_een_stuk_wordt_gelopen() -> None:
    """Alleen, in een lijst, in een onderdeel en in een lijst van onderdelen; sleutels en datums niet."""
    geladen = laad_zaak(BASIS / KENMERK, laad_organisaties(BASIS / ORGANISATIES))
    assert geladen.zaak is not None
    plan = next(s.gegevens for s in geladen.zaak.stukken if s.soort == "plan-van-aanpak")
    teksten = teksten_van(plan)

    assert [".".join(map(str, pad)) for pad, _ in teksten.elk()] == [
        "visie_werkgever",
        "visie_werknemer",
        "ondertekening.werkgever.plaats",
        "ondertekening.werknemer.plaats",
        "probleemanalyse.kern",
        "evaluatie.met",
        "contact_bedrijfsarts.afspraak",
        "tussendoelen.0.doel",
        "tussendoelen.1.doel",
        "activiteiten.0.wat",
        "activiteiten.0.doel",
        "activiteiten.1.wat",
        "activiteiten.1.doel",
        "opbouwschema.0.taken",
        "opbouwschema.1.taken",
        "opbouwschema.2.taken",
    ]
    assert teksten.samen == "\n".join(tekst for _, tekst in teksten.elk()).lower()
    assert teksten.cijfers == ""
    assert teksten_van(plan) is teksten
    assert teksten_van(plan.model_copy()) is not teksten


def _losse_teksten(schema: dict[str, Any], definities: dict[str, Any]) -> int:
    """How many fields of a schema, seen from its top, take running text: they have a greatest length."""
    if "$ref" in schema:
        return _losse_teksten(definities[schema["$ref"].rsplit("/", 1)[-1]], definities)
    eigen = int(
        "maxLength" in schema or (schema.get("type") == ["string", "integer"] and "pattern" not in schema)
    )
    onder = [*schema.get("anyOf", ()), *schema.get("properties", {}).values(), schema.get("items", {})]
    return eigen + sum(_losse_teksten(deel, definities) for deel in onder if deel)


def _gevulde_teksten(velden: Any) -> int:
    """The same number by the walk's own plan of a model."""
    return (
        len(velden.tekst)
        + len(velden.teksten)
        + sum(_gevulde_teksten(daarin) for _, daarin in (*velden.model, *velden.modellen))
    )


@pytest.mark.parametrize("model", [Zaakgegevens, *(soort.model for soort in STUKSOORTEN.values())])
def test_geen_tekstveld_van_een_model_wordt_overgeslagen(model: type[Zaakgegevens]) -> None:
    """Het schema van het model en de looproute tellen evenveel teksten."""
    schema = model.model_json_schema()

    assert _gevulde_teksten(_velden(model)) == _losse_teksten(schema, schema.get("$defs", {}))
