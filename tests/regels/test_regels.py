"""Each rule with a case that breaks it and one that just does not."""

import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from dossiergen.dossier.controle import controleer_zaak
from dossiergen.sjablonen import Sjablonen
from dossiergen.zaak import laad_organisaties, laad_zaak
from gebreken import GOED, KENMERK

PEILDATUM = dt.date(2026, 6, 1)
ZAAK, ORGANISATIES = f"{KENMERK}/zaak.yaml", "organisaties.yaml"
PLAN, ANALYSE = (f"{KENMERK}/stukken/{stuk}.yaml" for stuk in ("plan-van-aanpak", "probleemanalyse"))
# Somebody who writes a probleemanalyse without being a bedrijfsarts.
ARTS = (
    "  e-bos: {aanhef: heer, voorletters: E., achternaam: Bos, functie: arts, rol: arts_onder_supervisie}\n"
)
TEKENEN = "{getekend_op: 2026-02-12, wijze: met_de_hand}"
VISIE = "visie_werknemer: De werknemer geeft geen visie.\n"

Wijziging = tuple[str, str, str]
"""A file, what it holds, and what it holds instead; where there is nothing to replace, it comes at the end."""
Bevinding = tuple[str, str, str, str]
"""Code, severity, file and path."""
Controleer = Callable[..., list[Bevinding]]


@pytest.fixture(name="controleer")
def _controleer(tmp_path: Path) -> Controleer:
    """What the rules find in the case that is in order, after some changes to it."""
    cases = Path(shutil.copytree(GOED, tmp_path / "cases"))

    def controleer(*wijzigingen: Wijziging, peildatum: dt.date = PEILDATUM) -> list[Bevinding]:
        for bestand, oud, nieuw in wijzigingen:
            pad = cases / bestand
            tekst = pad.read_text("utf-8")
            assert oud in tekst
            pad.write_text(tekst.replace(oud, nieuw) if oud else tekst + nieuw, "utf-8")
        geladen = laad_zaak(cases / KENMERK, laad_organisaties(cases / ORGANISATIES))
        assert geladen.zaak is not None, geladen.findings
        return [
            (f.code, f.ernst.value, str(Path(f.plaats.bestand).relative_to(cases)), f.pad)
            for f in controleer_zaak(geladen, peildatum)
        ]

    return controleer


DEFINITIEF_PLAN = (PLAN, "status: concept", "status: definitief")
MET_ALLES = ((PLAN, "", VISIE), DEFINITIEF_PLAN)
OPEN_PLAN = [
    ("SIG-01", "waarschuwing", PLAN, f"ondertekening.{partij}") for partij in ("werkgever", "werknemer")
]
GETEKEND = "ondertekening:\n  werkgever: {getekend_op: 2026-02-27}\n"
GEWEIGERD = f"{GETEKEND}  werknemer: {{geweigerd: {{op: 2026-03-02, reden: Liever vaste dagen.}}}}\n"

SLECHT: dict[str, tuple[tuple[Wijziging, ...], list[Bevinding]]] = {
    "het bsn ontbreekt": (
        ((ZAAK, "  bsn: 999990019\n", ""),),
        [("ID-03", "fout", ZAAK, "werknemer.bsn")],
    ),
    "een huisstijl bestaat niet": (
        ((ORGANISATIES, "    contactpersoon: d-kok", "    contactpersoon: d-kok\n    huisstijl: standard"),),
        [("REF-04", "fout", ORGANISATIES, "werkgevers.bakkerij-zonneveld.huisstijl")],
    ),
    "een definitief plan is nog niet getekend": (MET_ALLES, OPEN_PLAN),
    "een ondertekend plan is niet door allen getekend": (
        ((PLAN, "", VISIE + GETEKEND), (PLAN, "status: concept", "status: ondertekend")),
        [("SIG-01", "fout", PLAN, "ondertekening.werknemer")],
    ),
    "een definitieve analyse is nog niet getekend": (
        ((ANALYSE, TEKENEN, "{}"),),
        [("SIG-01", "waarschuwing", ANALYSE, "ondertekening.bedrijfsarts")],
    ),
    "de casemanager stelde de analyse op": (
        ((ANALYSE, "opsteller: c-vermaat", "opsteller: b-smit"),),
        [("PA-01", "fout", ANALYSE, "opsteller")],
    ),
    "een arts schreef zonder bedrijfsarts": (
        ((ORGANISATIES, "", ARTS), (ANALYSE, "opsteller: c-vermaat", "opsteller: e-bos")),
        [("PA-01", "fout", ANALYSE, "opsteller")],
    ),
    "een casemanager heet verantwoordelijk": (
        ((ANALYSE, "", "verantwoordelijke_bedrijfsarts: b-smit\n"),),
        [("PA-01", "fout", ANALYSE, "verantwoordelijke_bedrijfsarts")],
    ),
    "een ander tekende de analyse": (
        ((ANALYSE, TEKENEN, "{persoon: b-smit, getekend_op: 2026-02-12}"),),
        [("SIG-04", "fout", ANALYSE, "ondertekening.bedrijfsarts.persoon")],
    ),
    "er komt geen nieuwe beoordeling": (
        ((ANALYSE, "benutbaar: ja", "benutbaar: nee_tijdelijk"),),
        [("PA-05", "fout", ANALYSE, "mogelijkheden.benutbaar")],
    ),
    "een definitief plan mist de visies en de evaluatie": (
        (
            DEFINITIEF_PLAN,
            (PLAN, "visie_werkgever: |\n  Wij vinden dit plan haalbaar.\n", ""),
            (PLAN, "evaluatie: {elke_weken: 6, eerste_op: 2026-04-09}\n", ""),
        ),
        [
            *(("ID-15", "fout", PLAN, veld) for veld in ("evaluatie", "visie_werkgever", "visie_werknemer")),
            *OPEN_PLAN,
        ],
    ),
    "het plan is ouder dan zijn analyse": (
        ((PLAN, "  datum: 2026-02-12", "  datum: 2026-02-27"),),
        [("CAL-14", "fout", PLAN, "datum")],
    ),
    "een tweede versie noemt geen wijziging": (
        ((ANALYSE, "", "versie: 2\n"),),
        [("VER-02", "fout", ANALYSE, "versie")],
    ),
    "een definitief stuk en zijn handtekening komen nog": (
        ((ANALYSE, "2026-02-12", "2026-06-02"),),
        [
            ("CAL-03", "fout", ANALYSE, "datum"),
            ("CAL-03", "fout", ANALYSE, "ondertekening.bedrijfsarts.getekend_op"),
        ],
    ),
}


@pytest.mark.parametrize("naam", SLECHT)
def test_elke_regel_vindt_wat_zij_zoekt_en_niets_anders(controleer: Controleer, naam: str) -> None:
    """Eén overtreding, met haar ernst en haar plaats."""
    wijzigingen, verwacht = SLECHT[naam]

    assert sorted(controleer(*wijzigingen)) == sorted(verwacht)


GOEDE: dict[str, tuple[Wijziging, ...]] = {
    "concepten mogen zonder bsn": (
        (ZAAK, "  bsn: 999990019\n", ""),
        (ANALYSE, "status: definitief", "status: concept"),
    ),
    "een huisstijl van een werkgever buiten de zaak": (
        (
            ORGANISATIES,
            "arbodiensten:",
            "  ander: {naam: A, adres: {straat: B, postcode: C, plaats: D}, huisstijl: paars}\narbodiensten:",
        ),
    ),
    "een concept mag open staan": (
        (ANALYSE, "status: definitief", "status: concept"),
        (ANALYSE, TEKENEN, "{}"),
    ),
    "een geweigerde handtekening is er een": (
        (PLAN, "", VISIE + GEWEIGERD),
        (PLAN, "status: concept", "status: ondertekend"),
    ),
    "een arts schreef onder supervisie": (
        (ORGANISATIES, "", ARTS),
        (ANALYSE, "opsteller: c-vermaat", "opsteller: e-bos\nverantwoordelijke_bedrijfsarts: c-vermaat"),
    ),
    "de bedrijfsarts tekent met naam": ((ANALYSE, TEKENEN, "{persoon: c-vermaat, getekend_op: 2026-02-12}"),),
    "de nieuwe beoordeling is gepland": (
        (ANALYSE, "benutbaar: ja", "benutbaar: nee_tijdelijk\n  herbeoordeling_op: 2026-04-01"),
    ),
    "een concept mag onaf zijn": ((PLAN, "evaluatie: {elke_weken: 6, eerste_op: 2026-04-09}\n", ""),),
    "een plan van de dag van zijn analyse": ((PLAN, "datum: 2026-02-26", "datum: 2026-02-12"),),
    "een tweede versie noemt haar wijziging": (
        (ANALYSE, "", "versie: 2\nwijziging: De datum van het spreekuur.\n"),
    ),
    "een stuk van de peildatum": ((ANALYSE, "2026-02-12", "2026-06-01"),),
}


@pytest.mark.parametrize("naam", GOEDE)
def test_wat_mag_wordt_niet_gemeld(controleer: Controleer, naam: str) -> None:
    """Vlak naast elke overtreding ligt iets wat gewoon mag."""
    assert controleer(*GOEDE[naam]) == []


@pytest.mark.parametrize(
    ("kenmerk", "codes"),
    [("99999-0019", ["ID-05"]), ("Z-9999-90019-A", ["ID-05"]), ("9999-9001", []), ("99999-0020", [])],
)
def test_een_bsn_met_streepjes_is_nog_een_bsn(tmp_path: Path, kenmerk: str, codes: list[str]) -> None:
    """Het kenmerk komt in namen van mappen en bestanden; het BSN van de werknemer niet."""
    cases = Path(shutil.copytree(GOED, tmp_path / "cases"))
    (cases / KENMERK).rename(cases / kenmerk)
    for bestand in (cases / kenmerk).glob("*.yaml"):
        bestand.write_text(bestand.read_text("utf-8").replace(KENMERK, kenmerk), "utf-8")
    geladen = laad_zaak(cases / kenmerk, laad_organisaties(cases / ORGANISATIES))

    assert [f.code for f in controleer_zaak(geladen, PEILDATUM)] == codes


def test_een_tikfout_in_een_huisstijl_krijgt_een_voorstel_op_haar_plaats(tmp_path: Path) -> None:
    """Regel en kolom van de waarde in organisaties.yaml, en de huisstijl die erop lijkt; een eigen map telt mee."""
    cases = Path(shutil.copytree(GOED, tmp_path / "cases"))
    eigen = tmp_path / "eigen" / "huisstijl" / "standard"
    eigen.mkdir(parents=True)
    (eigen / "huisstijl.yaml").touch()
    pad = cases / ORGANISATIES
    pad.write_text(pad.read_text("utf-8").replace("d-kok\n", "d-kok\n    huisstijl: standard\n", 1), "utf-8")
    geladen = laad_zaak(cases / KENMERK, laad_organisaties(pad))
    (finding,) = controleer_zaak(geladen, PEILDATUM)

    assert (finding.plaats.regel, finding.plaats.kolom) == (7, 16)
    assert (finding.oplossing, finding.voorstel) == ("Bedoelt u `standaard`?", "standaard")
    assert controleer_zaak(geladen, PEILDATUM, sjablonen=Sjablonen.standaard(tmp_path / "eigen")) == ()
