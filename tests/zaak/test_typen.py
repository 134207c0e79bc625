"""Text becomes a value, or an error with the right code."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from dossiergen.zaak import typen
from dossiergen.zaak.herschrijven import als_sleutel, herschreven, lijkt_op

SOORTEN: dict[str, TypeAdapter[Any]] = {
    naam: TypeAdapter(getattr(typen, naam))
    for naam in (
        "Bedrag", "Bestandsnaam", "Bsn", "Certificaatafdruk", "Cijfers", "Datum", "JaNee", "Kenmerk", "Loonheffingennummer", "Nummer",
        "Persoonssleutel", "Procent", "Sleutel", "Tekst", "Uren", "Zin",
    )
}  # fmt: skip

AFDRUK = "00112233445566778899aabbccddeeff" * 2
MET_DUBBELE_PUNTEN = ":".join(AFDRUK[plek : plek + 2] for plek in range(0, 64, 2)).upper()

GOED: list[tuple[str, object, object]] = [
    ("Datum", "2026-03-12", dt.date(2026, 3, 12)),
    ("Datum", " 2024-02-29 ", dt.date(2024, 2, 29)),
    ("Datum", "1900-01-01", dt.date(1900, 1, 1)),
    ("Datum", "2199-12-31", dt.date(2199, 12, 31)),
    ("JaNee", "ja", True),
    ("JaNee", "nee ", False),
    ("Uren", "36", Decimal(36)),
    ("Uren", "32,5", Decimal("32.5")),
    ("Uren", "32.25", Decimal("32.25")),
    ("Uren", "0", Decimal(0)),
    ("Uren", "80", Decimal(80)),
    ("Procent", "100", Decimal(100)),
    ("Nummer", "7", 7),
    ("Bedrag", "250", 25_000),
    ("Bedrag", "1.250,50", 125_050),
    ("Bedrag", "1250,05", 125_005),
    ("Bedrag", "0", 0),
    ("Zin", "  één regel ", "één regel"),
    ("Tekst", "twee\nregels\n", "twee\nregels"),
    ("Zin", "x" * 120 + " " + "y" * 120, "x" * 120 + " " + "y" * 120),
    ("Tekst", ("x" * 120 + "\n") * 100, (("x" * 120 + "\n") * 100).strip()),
    ("Tekst", "n\u00adn", "n\u00adn"),
    ("Zin", "é", "é"),
    ("Cijfers", "0031 43 555 01 00", "0031 43 555 01 00"),
    ("Bsn", "111222333", "111222333"),
    ("Bsn", "123456782", "123456782"),
    ("Bsn", "999999990", "999999990"),
    ("Bsn", "999990019", "999990019"),
    ("Loonheffingennummer", "123456782L01", "123456782L01"),
    ("Loonheffingennummer", "123456782 l 01", "123456782L01"),
    ("Loonheffingennummer", "123456789L01", "123456789L01"),
    ("Kenmerk", "2026-0012", "2026-0012"),
    ("Kenmerk", "ABCD", "ABCD"),
    ("Kenmerk", "1234567890", "1234567890"),
    ("Kenmerk", "Z-99999-0019", "Z-99999-0019"),
    ("Certificaatafdruk", AFDRUK, AFDRUK),
    ("Certificaatafdruk", f" {AFDRUK.upper()}\n", AFDRUK),
    ("Certificaatafdruk", MET_DUBBELE_PUNTEN, AFDRUK),
    ("Certificaatafdruk", MET_DUBBELE_PUNTEN.replace(":", " "), AFDRUK),
    ("Certificaatafdruk", f"sha256 Fingerprint={MET_DUBBELE_PUNTEN}", AFDRUK),
    ("Bestandsnaam", " plan-van-aanpak.pdf ", "plan-van-aanpak.pdf"),
    ("Sleutel", "s-de-wit", "s-de-wit"),
    ("Sleutel", "3m-nederland", "3m-nederland"),
    ("Persoonssleutel", "s-de-wit", "s-de-wit"),
]

FOUT: list[tuple[str, object, str]] = [
    ("Datum", "12-03-2026", "ID-16"),
    ("Datum", "2026-02-30", "ID-16"),
    ("Datum", "2023-02-29", "ID-16"),
    ("Datum", "2026-13-01", "ID-16"),
    ("Datum", "2026-3-12", "ID-16"),
    ("Datum", "20260312", "ID-16"),
    ("Datum", "2026-W11-4", "ID-16"),
    ("Datum", "0000-01-01", "ID-16"),
    ("Datum", "1899-12-31", "ID-16"),
    ("Datum", "2200-01-01", "ID-16"),
    ("Datum", "9999-12-31", "ID-16"),
    ("Datum", "٢٠٢٦-٠٣-١٢", "ID-16"),
    ("Datum", "", "ID-16"),
    ("Datum", ["2026-03-12"], "SCH-02"),
    ("JaNee", "true", "SCH-06"),
    ("JaNee", "Ja", "SCH-06"),
    ("JaNee", "", "SCH-06"),
    ("JaNee", {}, "SCH-02"),
    ("Uren", "-8", "SCH-04"),
    ("Uren", "80,01", "less_than_equal"),
    ("Uren", "1e3", "SCH-04"),
    ("Uren", "NaN", "SCH-04"),
    ("Uren", "٣٦", "SCH-04"),
    ("Uren", "36 uur", "SCH-04"),
    ("Procent", "100,5", "less_than_equal"),
    ("Nummer", "1.10", "SCH-04"),
    ("Nummer", "²", "SCH-04"),
    ("Nummer", "-1", "SCH-04"),
    ("Nummer", "9999999", "SCH-04"),
    ("Bedrag", "1250.50", "SCH-04"),
    ("Bedrag", "12.50", "SCH-04"),
    ("Bedrag", "-5", "SCH-04"),
    ("Bedrag", "€ 5", "SCH-04"),
    ("Zin", "", "string_too_short"),
    ("Zin", "   ", "string_too_short"),
    ("Zin", "x" * 301, "string_too_long"),
    ("Zin", "twee\nregels", "SCH-05"),
    ("Zin", ["x"], "SCH-02"),
    ("Zin", "\u00ad\u200b\u2060", "string_too_short"),
    ("Zin", "\u00a0\u3164\u2800", "string_too_short"),
    ("Zin", "\ufeff\ufe0f\u0301", "string_too_short"),
    ("Zin", "x" * 121, "SCH-05"),
    ("Tekst", " \n ", "string_too_short"),
    ("Tekst", "\u200b\n\n\u200b", "string_too_short"),
    ("Tekst", "kort " + "x" * 121, "SCH-05"),
    ("Tekst", "met\u00a0een\u202fvaste\u2007spatie" * 7, "SCH-05"),
    ("Tekst", "\u200b" * 200 + "x", "SCH-05"),
    ("Tekst", "x" * 20_001, "string_too_long"),
    ("Bsn", "12345678", "ID-01"),
    ("Bsn", "1234567890", "ID-01"),
    ("Bsn", "9999.90.019", "ID-01"),
    ("Bsn", "٩٩٩٩٩٠٠١٩", "ID-01"),
    ("Bsn", "123456789", "ID-02"),
    ("Bsn", "900000012", "ID-02"),
    ("Bsn", "000000000", "ID-02"),
    ("Loonheffingennummer", "123456782L00", "ID-08"),
    ("Loonheffingennummer", "123456782B01", "ID-07"),
    ("Loonheffingennummer", "NL123456782B01", "ID-07"),
    ("Loonheffingennummer", "12345678L01", "ID-07"),
    ("Kenmerk", "999990019", "ID-05"),
    ("Kenmerk", "Z-999990019", "ID-05"),
    ("Kenmerk", "999990019-2026", "ID-05"),
    ("Kenmerk", "abcd", "SCH-05"),
    ("Kenmerk", "A-1", "SCH-05"),
    ("Kenmerk", "A" * 25, "SCH-05"),
    ("Kenmerk", "../../ETC", "SCH-05"),
    ("Certificaatafdruk", AFDRUK[:40], "SCH-05"),
    ("Certificaatafdruk", f"{AFDRUK[:-1]}g", "SCH-05"),
    ("Certificaatafdruk", f"{AFDRUK}0", "SCH-05"),
    ("Certificaatafdruk", f"SHA1 Fingerprint={AFDRUK}", "SCH-05"),
    ("Certificaatafdruk", "", "SCH-05"),
    ("Certificaatafdruk", [AFDRUK], "SCH-02"),
    ("Bestandsnaam", "bijlagen/plan.pdf", "SCH-05"),
    ("Bestandsnaam", "..", "SCH-05"),
    ("Bestandsnaam", "", "SCH-05"),
    ("Sleutel", "S-de-Wit", "string_pattern_mismatch"),
    ("Sleutel", "999990019", "string_pattern_mismatch"),
    ("Sleutel", "-x", "string_pattern_mismatch"),
    ("Sleutel", "", "string_pattern_mismatch"),
]


@pytest.mark.parametrize(("soort", "tekst", "waarde"), GOED)
def test_tekst_wordt_de_waarde_van_haar_soort(soort: str, tekst: object, waarde: object) -> None:
    """The schema decides the type, never the look of the text."""
    gelezen = SOORTEN[soort].validate_python(tekst)
    assert gelezen == waarde
    assert type(gelezen) is type(waarde)


@pytest.mark.parametrize(("soort", "tekst", "code"), FOUT)
def test_wat_niet_kan_geeft_zijn_eigen_code(soort: str, tekst: object, code: str) -> None:
    """One text, one code."""
    with pytest.raises(ValidationError) as gevangen:
        SOORTEN[soort].validate_python(tekst)
    assert [fout["type"] for fout in gevangen.value.errors()] == [code]


def test_een_verwijzing_moet_bestaan() -> None:
    """A key is looked up among those of its own kind; unchecked where they could not be read."""
    soort = SOORTEN["Persoonssleutel"]
    assert soort.validate_python("b-smit", context={"personen": frozenset({"b-smit"})}) == "b-smit"
    assert soort.validate_python("b-smit", context={"werkgevers": frozenset()}) == "b-smit"
    with pytest.raises(ValidationError) as gevangen:
        soort.validate_python("b-smit", context={"personen": frozenset({"c-vermaat"})})
    assert gevangen.value.errors()[0]["type"] == "REF-01"


@pytest.mark.parametrize(
    ("vorm", "waarde", "nieuw"),
    [
        ("datum", "12-03-2026", "2026-03-12"),
        ("datum", "12/3/2026", "2026-03-12"),
        ("datum", "12 mrt 2026", ""),
        ("datum", "12 maart 2026", "2026-03-12"),
        ("datum", "1 mei 2026", "2026-05-01"),
        ("datum", "20260312", "2026-03-12"),
        ("datum", "2026-25-03", "2026-03-25"),
        ("datum", "31-02-2026", ""),
        ("datum", "gisteren", ""),
        ("ja_nee", "TRUE", "ja"),
        ("ja_nee", "n", "nee"),
        ("ja_nee", "misschien", ""),
        ("getal", "36 uur", "36"),
        ("getal", "50%", "50"),
        ("getal", "veel", ""),
        ("geheel", "2.0", "2"),
        ("geheel", "1.10", ""),
        ("bedrag", "€ 250,-", "250"),
        ("bedrag", "1450.5", "1450,50"),
        ("bsn", "9999.90.019", '"999990019"'),
        ("bsn", "123456789", ""),
        ("kenmerk", "zaak 0001", "ZAAK-0001"),
        ("kenmerk", "999990019", ""),
        ("kenmerk", "zaak 999990019", ""),
        ("onbekend", "x", ""),
        ("datum", "1" * 1000, ""),
    ],
)
def test_een_voorstel_is_zeker_of_er_is_geen(vorm: str, waarde: str, nieuw: str) -> None:
    """A wrong suggestion is worse than none."""
    assert herschreven(vorm, waarde) == nieuw


def test_namen_die_op_elkaar_lijken() -> None:
    """Capitals, spaces and punctuation do not count."""
    assert lijkt_op("Limburg Flex", ["limburg-flex", "gemeente-zandbeek"]) == "limburg-flex"
    assert lijkt_op("slagerij", ["limburg-flex"]) == ""
    assert lijkt_op("", ["x"]) == ""
    assert als_sleutel("Él Idrissi B.V.") == "l-idrissi-b-v"
    assert als_sleutel("123456789") == ""
