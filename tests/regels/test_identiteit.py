"""ID-03, ID-05, ID-06, ID-08 to ID-11 and ID-13: each with a case that breaks it, and one just beside it."""

import datetime as dt
import shutil
from pathlib import Path

import pytest

from dossiergen.dossier.controle import controleer_zaak
from dossiergen.zaak import laad_organisaties, laad_zaak
from regelproef import ANALYSE, BASIS, KENMERK, ORGANISATIES, PLAN, ZAAK, Bevinding, Wijziging, proef

CODES = ("ID-03", "ID-05", "ID-06", "ID-08", "ID-09", "ID-10", "ID-11", "ID-13")
PEILDATUM = dt.date(2026, 6, 1)

BSN = "  bsn: 999990019\n"
ZONDER_BSN: Wijziging = (ZAAK, BSN, "")
CONCEPT = "status: ondertekend", "status: concept"
ECHT: Wijziging = (ORGANISATIES, "voorbeeldgegevens: ja\n", "")
BIG = '    big_nummer: "09012345601"\n'
# A second bedrijfsarts, who has nothing to do with the case unless a document says so.
TWEEDE = (
    "  f-berg: {aanhef: heer, voorletters: F., achternaam: Berg, functie: bedrijfsarts, rol: bedrijfsarts}\n"
)
ANDERE_WERKGEVER = (
    "  ander:\n    naam: Ander\n    adres: {straat: Brink 1, postcode: 12, plaats: Ergens}\n"
    '    loonheffingennummer: 123456789L01\n    kvk_nummer: "12"\narbodiensten:\n'
)
WERKGEVER, ARBODIENST = "werkgevers.bakkerij-zonneveld", "arbodiensten.arbo-noord"
GEBOREN = "geboortedatum: 1985-05-17"


def _bsn(nummer: str) -> Wijziging:
    return (ZAAK, "bsn: 999990019", f'bsn: "{nummer}"')


def _geboren(dag: str) -> Wijziging:
    return (ZAAK, GEBOREN, f"geboortedatum: {dag}")


def _postcode(waarde: str) -> Wijziging:
    return (ZAAK, "postcode: 6411 AB", f"postcode: {waarde}")


def _kvk(waarde: str) -> Wijziging:
    return (ORGANISATIES, 'kvk_nummer: "01234567"', f'kvk_nummer: "{waarde}"')


def _loonheffing(waarde: str) -> Wijziging:
    return (ORGANISATIES, "123456782L01", waarde)


def _big(sleutel: str) -> Bevinding:
    return ("ID-10", "waarschuwing", ORGANISATIES, f"personen.{sleutel}.big_nummer")


ID_03 = [("ID-03", "fout", ZAAK, "werknemer.bsn")]
ID_06 = [("ID-06", "waarschuwing", ZAAK, "werknemer.bsn")]
ID_08 = [("ID-08", "waarschuwing", ORGANISATIES, f"{WERKGEVER}.loonheffingennummer")]
ID_09 = [("ID-09", "waarschuwing", ORGANISATIES, f"{WERKGEVER}.kvk_nummer")]
ID_11 = [("ID-11", "waarschuwing", ZAAK, "werknemer.adres.postcode")]
ID_13 = [("ID-13", "waarschuwing", ZAAK, "werknemer.geboortedatum")]

GEVALLEN: dict[str, tuple[tuple[Wijziging, ...], list[Bevinding]]] = {
    "de volledige zaak": ((), []),
    # ID-03
    "het bsn ontbreekt": ((ZONDER_BSN,), ID_03),
    "een enkel stuk dat geen concept is, is genoeg": ((ZONDER_BSN, (PLAN, *CONCEPT)), ID_03),
    "een definitief stuk ook": (
        (ZONDER_BSN, (PLAN, *CONCEPT), (ANALYSE, "status: ondertekend", "status: definitief")),
        ID_03,
    ),
    "concepten mogen zonder bsn": ((ZONDER_BSN, (PLAN, *CONCEPT), (ANALYSE, *CONCEPT)), []),
    # ID-06
    "een voorbeeld met een bsn van net voor de testreeks": ((_bsn("999989996"),), ID_06),
    "het eerste bsn van de testreeks": ((_bsn("999990007"),), []),
    "het laatste bsn van de testreeks": ((_bsn("999999990"),), []),
    "een bekend voorbeeld": ((_bsn("111222333"),), []),
    "het andere bekende voorbeeld": ((_bsn("123456782"),), []),
    "een bsn met een nul vooraan": ((_bsn("012345672"),), ID_06),
    "echte gegevens met een echt bsn": ((ECHT, _bsn("999989996")), []),
    "een voorbeeld zonder bsn": ((ZONDER_BSN, (PLAN, *CONCEPT), (ANALYSE, *CONCEPT)), []),
    # ID-08
    "het loonheffingennummer faalt de elfproef": ((_loonheffing("123456789L01"),), ID_08),
    "ook met kleine letter en spaties": ((_loonheffing("1234 56789 l01"),), ID_08),
    "een ander nummer dat de elfproef haalt": ((_loonheffing("111222333L99"),), []),
    "een werkgever zonder loonheffingennummer": (
        ((ORGANISATIES, "    loonheffingennummer: 123456782L01\n", ""),),
        [],
    ),
    "een werkgever buiten de zaak": (((ORGANISATIES, "arbodiensten:\n", ANDERE_WERKGEVER),), []),
    # ID-09
    "een kvk-nummer van zeven cijfers": ((_kvk("1234567"),), ID_09),
    "een kvk-nummer van negen cijfers": ((_kvk("012345678"),), ID_09),
    "een kvk-nummer met letters": ((_kvk("KVK12345"),), ID_09),
    "een kvk-nummer in andere cijfers": ((_kvk("٠١٢٣٤٥٦٧"),), ID_09),
    "een kvk-nummer van de arbodienst": (
        ((ORGANISATIES, '"07654321"', '"07 65 43 21"'),),
        [("ID-09", "waarschuwing", ORGANISATIES, f"{ARBODIENST}.kvk_nummer")],
    ),
    "zonder kvk-nummer": (((ORGANISATIES, '    kvk_nummer: "01234567"\n', ""),), []),
    # ID-10
    "het big-nummer ontbreekt": (((ORGANISATIES, BIG, ""),), [_big("c-vermaat")]),
    "een big-nummer van tien cijfers": (
        ((ORGANISATIES, "09012345601", "0901234560"),),
        [_big("c-vermaat")],
    ),
    "een big-nummer van twaalf cijfers": (
        ((ORGANISATIES, "09012345601", "090123456011"),),
        [_big("c-vermaat")],
    ),
    "een bedrijfsarts die niets met de zaak heeft": (((ORGANISATIES, "", TWEEDE),), []),
    "een latere bedrijfsarts van de zaak": (
        (
            (ORGANISATIES, "", TWEEDE),
            (
                ZAAK,
                "  - {persoon: c-vermaat",
                "  - {persoon: f-berg, vanaf: 2026-03-01}\n  - {persoon: c-vermaat",
            ),
        ),
        [_big("f-berg")],
    ),
    "wie een stuk opstelde, eenmaal": (
        ((ORGANISATIES, "", TWEEDE), (ANALYSE, "c-vermaat", "f-berg"), (PLAN, "b-smit", "f-berg")),
        [_big("f-berg")],
    ),
    "wie een stuk tekende": (
        ((ORGANISATIES, "", TWEEDE), (ANALYSE, "persoon: c-vermaat", "persoon: f-berg")),
        [_big("f-berg")],
    ),
    "wie verantwoordelijk is": (
        ((ORGANISATIES, "", TWEEDE), (ANALYSE, "", "verantwoordelijke_bedrijfsarts: f-berg\n")),
        [_big("f-berg")],
    ),
    "een casemanager heeft geen big-nummer": (((ANALYSE, "opsteller: c-vermaat", "opsteller: b-smit"),), []),
    # ID-11
    "een postcode in kleine letters": ((_postcode("6411 ab"),), ID_11),
    "een postcode met een nul vooraan": ((_postcode("0411 AB"),), ID_11),
    "een postcode zonder letters": ((_postcode('"6411"'),), ID_11),
    "een postcode met twee spaties": ((_postcode("6411  AB"),), ID_11),
    "een postcode zonder spatie": ((_postcode("6411AB"),), []),
    "een postcode in België": ((_postcode("3620, land: België"),), []),
    "een postcode in Nederland met het land erbij": ((_postcode("3620, land: nederland"),), ID_11),
    "het verpleegadres": (
        ((ZAAK, "  telefoon: 045-555 03 00\n", "  verpleegadres: {straat: A 1, postcode: B, plaats: C}\n"),),
        [("ID-11", "waarschuwing", ZAAK, "werknemer.verpleegadres.postcode")],
    ),
    "de adressen van de organisaties": (
        (
            (ORGANISATIES, "6411 AA", "64110 AA"),
            (ORGANISATIES, "9700 AA", "9700"),
            (
                ORGANISATIES,
                "klachtenregeling: {",
                "klachtenregeling: {adres: {straat: A 1, postcode: B, plaats: C}, ",
            ),
        ),
        [
            ("ID-11", "waarschuwing", ORGANISATIES, f"{ARBODIENST}.adres.postcode"),
            ("ID-11", "waarschuwing", ORGANISATIES, f"{ARBODIENST}.klachtenregeling.adres.postcode"),
            ("ID-11", "waarschuwing", ORGANISATIES, f"{WERKGEVER}.adres.postcode"),
        ],
    ),
    # ID-13
    "geboren na de peildatum": ((_geboren("2026-06-02"),), ID_13),
    "geboren op de peildatum is te jong": ((_geboren("2026-06-01"),), ID_13),
    "dertien op de eerste ziektedag": ((_geboren("2013-01-05"),), []),
    "een dag later dertien": ((_geboren("2013-01-06"),), ID_13),
    "de aow-leeftijd op de eerste ziektedag": ((_geboren("1959-01-05"),), ID_13),
    "de aow-leeftijd een dag later": ((_geboren("1959-01-06"),), []),
    "al lang met pensioen": ((_geboren("1921-05-17"),), ID_13),
    "een verzuim dat niet te tellen is, zegt niets over de leeftijd": (
        (
            _geboren("2013-01-06"),
            (ZAAK, "    - van: 2026-01-05", "    - {van: 2026-01-05, tot_en_met: 2026-01-01}"),
        ),
        [],
    ),
    "maar wel over wie nog niet is geboren": (
        (
            _geboren("2026-06-02"),
            (ZAAK, "    - van: 2026-01-05", "    - {van: 2026-01-05, tot_en_met: 2026-01-01}"),
        ),
        ID_13,
    ),
}


@pytest.mark.parametrize("naam", GEVALLEN)
def test_elke_regel_vindt_wat_zij_zoekt_en_niets_ernaast(tmp_path: Path, naam: str) -> None:
    """De hele lijst van bevindingen met deze codes, met ernst en plaats."""
    wijzigingen, verwacht = GEVALLEN[naam]

    assert proef(tmp_path, CODES, wijzigingen, PEILDATUM) == verwacht


@pytest.mark.parametrize(
    ("kenmerk", "codes"),
    [("99999-0019", ["ID-05"]), ("Z-9999-90019-A", ["ID-05"]), ("9999-9001", []), ("99999-0020", [])],
)
def test_een_bsn_met_streepjes_is_nog_een_bsn(tmp_path: Path, kenmerk: str, codes: list[str]) -> None:
    """Het kenmerk komt in namen van mappen en bestanden; het BSN van de werknemer niet."""
    cases = Path(shutil.copytree(BASIS, tmp_path / "cases"))
    (cases / KENMERK).rename(cases / kenmerk)
    zaak = cases / kenmerk / "zaak.yaml"
    zaak.write_text(zaak.read_text("utf-8").replace(KENMERK, kenmerk), "utf-8")
    geladen = laad_zaak(cases / kenmerk, laad_organisaties(cases / ORGANISATIES))

    assert [f.code for f in controleer_zaak(geladen, PEILDATUM) if f.code in CODES] == codes


@pytest.mark.parametrize(
    ("namen", "gevonden"),
    [
        (["999990019.pdf"], True),
        (["brief-9999.90.019.pdf"], True),
        (["brief_999-990 019_x.pdf", "999990019.pdf"], True),
        (["111222333.pdf"], True),
        (["123456789.pdf"], False),
        (["1112223334.pdf"], False),
        (["111-222-333.pdf"], False),
        (["20260312-brief.pdf"], False),
        ([], False),
    ],
)
def test_de_naam_van_een_bijlage_is_geen_bsn_en_wordt_niet_herhaald(
    tmp_path: Path, namen: list[str], gevonden: bool
) -> None:
    """Het BSN van de werknemer in elke schrijfwijze, en elk nummer dat een BSN kan zijn; één bevinding zonder naam."""
    cases = Path(shutil.copytree(BASIS, tmp_path / "cases"))
    bijlagen = cases / KENMERK / "bijlagen"
    bijlagen.mkdir()
    for naam in namen:
        (bijlagen / naam).touch()
    geladen = laad_zaak(cases / KENMERK, laad_organisaties(cases / ORGANISATIES))
    findings = [f for f in controleer_zaak(geladen, PEILDATUM) if f.code in CODES]

    assert [(f.code, f.ernst.value, str(f.plaats), f.pad) for f in findings] == (
        [("ID-05", "fout", "bijlagen", "")] if gevonden else []
    )
    assert not any(deel in str(f) for f in findings for deel in ("999", "111222333", ".pdf"))
