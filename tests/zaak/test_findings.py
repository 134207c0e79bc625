"""What every finding has: a place, a Dutch sentence, a way out, and never a value of the case."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dossiergen.cli.hoofd import groep
from dossiergen.finding import CATALOGUS, Finding
from gebreken import GEBREKKIG, KENMERK, Gebrek, bevindingen

ZIN = re.compile(r"[A-ZÀ-Ý\\`].*[.?]$", re.DOTALL)
JARGON = re.compile(
    r"\b(string|mapping|scalar|boolean|integer|null|node|parser|input|field|value|key|list|dict|extra|expected)\b"
)
gebrekkig = pytest.mark.parametrize("gebrek", GEBREKKIG, ids=lambda gebrek: gebrek.naam)


def check(map_: Path, *opties: str) -> Result:
    argumenten = ["check", str(map_ / KENMERK), "--peildatum", "2026-03-01", *opties]
    return CliRunner().invoke(groep, argumenten, standalone_mode=False)


def cases(bestand: Path) -> Path:
    return next(map_ for map_ in bestand.parents if map_.name == "cases")


def zinnen(finding: Finding) -> tuple[str, str]:
    return finding.melding, finding.oplossing


def test_elke_soort_in_de_catalogus_is_af() -> None:
    """Title and way out are sentences, and every kind stands on something."""
    for code, soort in CATALOGUS.items():
        assert re.fullmatch(r"[A-Z]{2,3}-\d\d", code)
        assert soort.code == code
        assert ZIN.fullmatch(soort.titel), code
        assert ZIN.fullmatch(soort.oplossing), code
        assert soort.grond, code
        assert not JARGON.search(f"{soort.titel} {soort.oplossing}".lower()), code


def test_een_lang_voorstel_wordt_niet_getoond() -> None:
    """A line of a megabyte would fill the screen."""
    plaats = bevindingen(Path("bestaat-niet"))[0].plaats
    assert CATALOGUS["YML-01"].finding(plaats, voorstel="x" * 201).voorstel == ""
    assert CATALOGUS["YML-01"].finding(plaats, voorstel="x" * 200).voorstel


@gebrekkig
def test_elke_finding_heeft_plaats_zin_en_uitweg(gebrek: Gebrek, tmp_path: Path) -> None:
    """A clerk can act on it without asking anybody."""
    bestand = gebrek.leg_in(tmp_path)
    for finding in bevindingen(cases(bestand)):
        assert finding.code in CATALOGUS
        assert finding.plaats.bestand == str(bestand)
        assert 1 <= finding.plaats.regel <= len(gebrek.regels)
        assert 1 <= finding.plaats.kolom <= len(gebrek.regels[finding.plaats.regel - 1]) + 1
        assert finding.grond
        for zin in zinnen(finding):
            assert ZIN.fullmatch(zin), zin
            assert not JARGON.search(zin.lower()), zin
            assert len(zin) <= 320, zin


@gebrekkig
def test_geen_zin_herhaalt_een_waarde(gebrek: Gebrek, tmp_path: Path) -> None:
    """Sentences end up in logs and mails, where names and numbers do not belong."""
    waarden = gebrek.waarden()
    for finding in bevindingen(cases(gebrek.leg_in(tmp_path))):
        tekst = " ".join((*zinnen(finding), finding.grond, finding.pad))
        assert not [waarde for waarde in waarden if waarde in tekst]


@gebrekkig
def test_json_en_gewone_uitvoer_bevatten_geen_waarde(gebrek: Gebrek, tmp_path: Path) -> None:
    """What is not a terminal may be a log."""
    map_ = cases(gebrek.leg_in(tmp_path))
    als_json, als_tekst = check(map_, "--format", "json"), check(map_)
    assert (als_json.exception, als_json.return_value) == (None, 1)
    assert (als_tekst.exception, als_tekst.return_value) == (None, 1)
    inhoud = json.loads(als_json.stdout)
    assert {finding["code"] for finding in inhoud} >= {code for _, _, code in gebrek.verwacht}
    uitvoer = (als_json.stdout + als_tekst.stdout).replace(str(map_), "")
    # The folder has the kenmerk for its name, and that is no secret.
    assert not [waarde for waarde in gebrek.waarden() - {KENMERK} if waarde in uitvoer]


@gebrekkig
def test_het_dakje_staat_onder_de_plaats(gebrek: Gebrek, tmp_path: Path) -> None:
    """With --show-lines a person sees what to change, and what to write instead."""
    map_ = cases(gebrek.leg_in(tmp_path))
    uitkomst = check(map_, "--show-lines")
    assert (uitkomst.exception, uitkomst.return_value) == (None, 1)
    regels = uitkomst.stdout.split("\n")
    dakjes = [nr for nr, regel in enumerate(regels) if regel.strip() == "^"]
    findings = [finding for finding in bevindingen(map_) if finding.plaats.regel]
    assert len(dakjes) == len(findings)
    for nr, finding in zip(dakjes, findings, strict=True):
        bron = gebrek.regels[finding.plaats.regel - 1]
        assert f"{finding.plaats.regel} | " in regels[nr - 1]
        teken = bron[finding.plaats.kolom - 1 : finding.plaats.kolom]
        gewezen = regels[nr - 1][regels[nr].index("^") :][:1]
        assert gewezen == (teken if teken.isprintable() else "\N{REPLACEMENT CHARACTER}")
        if finding.voorstel:
            assert any(finding.voorstel in regel for regel in regels)


def met_voorstel(regel: str, kolom: int, voorstel: str) -> set[str]:
    """The line with the replacement in each place where a person could put it."""
    voor, na = regel[: kolom - 1], regel[kolom - 1 :]
    inspringing = regel[: len(regel) - len(regel.lstrip())]
    zonder_merk = re.sub(r"  # [A-Z]{2,3}-\d\d kolom.*$", "", na)
    waarde = re.match(r"\"[^\"]*\"|'[^']*'|\[[^]]*\]|\{[^}]*\}|[^,{}\[\]]*", zonder_merk)
    sleutel = re.match(r"[^:]*:", na)
    return {
        voor + voorstel + zonder_merk[waarde.end() if waarde else 0 :],
        voor + voorstel,
        voor + voorstel + na[sleutel.end() if sleutel else 0 :],
        inspringing + voorstel.lstrip(),
        voorstel,
    }


@gebrekkig
def test_het_voorstel_neemt_de_fout_weg(gebrek: Gebrek, tmp_path: Path) -> None:
    """A replacement that is offered can be taken over as it stands."""
    bestand = gebrek.leg_in(tmp_path)
    for finding in bevindingen(cases(bestand)):
        # The name of a field that is missing is only half of the answer.
        if not finding.voorstel or finding.code == "SCH-01":
            continue
        bron = gebrek.regels[finding.plaats.regel - 1]
        assert any(
            _weg(gebrek, bestand, finding, regel)
            for regel in met_voorstel(bron, finding.plaats.kolom, finding.voorstel)
        ), finding


def _weg(gebrek: Gebrek, bestand: Path, finding: Finding, regel: str) -> bool:
    regels = list(gebrek.regels)
    regels[finding.plaats.regel - 1] = regel
    bestand.write_text("\n".join(regels), encoding="utf-8")
    return all(ander.plaats.regel != finding.plaats.regel for ander in bevindingen(cases(bestand)))


ZEGT = {
    "zaak-sleutel-typefout": "Bedoelt u `achternaam`?",
    "zaak-sleutel-te-hoog": "hoort onder `dienstverband`",
    "zaak-sleutel-te-laag": "helemaal vooraan",
    "zaak-sleutel-van-organisaties": "hoort in organisaties.yaml",
    "zaak-sleutel-onbekend": "Mogelijk zijn hier: soort, in_dienst",
    "plan-van-aanpak-kenmerk-in-stuk": "hoort in zaak.yaml",
    "plan-van-aanpak-sleutel-uit-zaak": "zaak.yaml, onder `verzuim`",
    "zaak-keuze-onbekend": "Kies uit: mevrouw, heer, neutraal.",
    "zaak-keuze-spatie": "Bedoelt u `onbepaalde_tijd`?",
    "zaak-getal-te-groot": "hooguit 80",
    "zaak-veld-leeg": "`achternaam` is nog leeg",
    "zaak-veld-ontbreekt": "Voeg onder `werknemer` de regel `achternaam:` toe.",
    "zaak-dubbele-groep": "ook al op regel 12",
}


@pytest.mark.parametrize("naam", ZEGT)
def test_de_zin_zegt_wat_bekend_is(naam: str, tmp_path: Path) -> None:
    """The models know where a field belongs and which choices there are."""
    gebrek = next(gebrek for gebrek in GEBREKKIG if gebrek.naam == naam)
    findings = bevindingen(cases(gebrek.leg_in(tmp_path)))
    assert any(ZEGT[naam] in " ".join(zinnen(finding)) for finding in findings)
