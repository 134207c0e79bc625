"""Text from YAML becomes a typed value here, and nowhere else. Error codes are those of the catalogue.

The schema decides the type: a BSN keeps its leading zero, `ja` is Dutch, a date is ISO.
"""

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

__all__ = [
    "Arbodienstsleutel",
    "Artssleutel",
    "Bedrag",
    "Bestandsnaam",
    "Bsn",
    "Certificaatafdruk",
    "Cijfers",
    "Datum",
    "JaNee",
    "Kenmerk",
    "KorteTekst",
    "Loonheffingennummer",
    "Nummer",
    "Persoonssleutel",
    "Procent",
    "Sleutel",
    "Tekst",
    "Uren",
    "Verwijzing",
    "Werkgeversleutel",
    "Zin",
    "elfproef",
    "is_kenmerk",
]

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_GETAL = re.compile(r"\d{1,6}(?:[.,]\d{1,2})?", re.ASCII)
_BEDRAG = re.compile(r"(?:\d{1,3}(?:\.\d{3})+|\d{1,9})(?:,\d{2})?", re.ASCII)
_KENMERK = re.compile(r"[A-Z0-9-]{4,24}")
_AFDRUK = re.compile(r"[0-9a-f]{64}")
# What openssl writes before it.
_VOOR_DE_AFDRUK = re.compile(r"sha-?256 fingerprint=", re.IGNORECASE)
# At least one letter: a key of digits alone could be somebody's number.
_SLEUTEL = r"^[0-9]{0,3}[a-z][a-z0-9-]{0,39}$"
_NEGEN_CIJFERS = re.compile(r"(?<!\d)\d{9}(?!\d)")
# A space that keeps words together makes one word of them.
_LANG_WOORD = re.compile(r"(?:\S|[\u00a0\u2007\u202f]){121}")
# Space, control, format and combining characters; what is left when they are gone can be seen.
_ONZICHTBAAR = ("Z", "Cc", "Cf", "M")
# Letters and signs by name, white on paper.
_LEGE_TEKENS = frozenset("\u115f\u1160\u3164\uffa0\u2800")
# Nobody in a case was born before, and terms are counted years ahead.
_JAREN = range(1900, 2200)


def _fout(code: str, melding: str, oplossing: str = "", vorm: str = "") -> PydanticCustomError:
    """`vorm` names the form that was expected, for whoever proposes a replacement."""
    return PydanticCustomError(code, melding, {"oplossing": oplossing, "vorm": vorm})


def _is_tekst(waarde: Any) -> str:
    if not isinstance(waarde, str):
        raise PydanticCustomError("SCH-02", "Hier hoort één waarde, geen lijst of groep.")
    return waarde.strip()


def _datum(waarde: Any) -> dt.date:
    tekst = _is_tekst(waarde)
    if not _ISO.fullmatch(tekst):
        raise _fout("ID-16", "Hier hoort een datum als jjjj-mm-dd.", vorm="datum")
    try:
        datum = dt.date.fromisoformat(tekst)
    except ValueError:
        raise _fout(
            "ID-16", "Deze datum bestaat niet in de kalender.", "Kijk de dag en de maand na.", "datum"
        ) from None
    if datum.year not in _JAREN:
        raise _fout("ID-16", "Het jaartal van deze datum kan niet kloppen.", "Kijk het jaartal na.", "datum")
    return datum


def _ja_nee(waarde: Any) -> bool:
    tekst = _is_tekst(waarde)
    if tekst not in ("ja", "nee"):
        raise _fout("SCH-06", "Hier hoort ja of nee.", vorm="ja_nee")
    return tekst == "ja"


def _niet_negatief(tekst: str) -> None:
    if tekst.startswith("-") and tekst[1:2].isdigit():
        raise _fout(
            "SCH-04",
            "Een getal kan hier niet kleiner zijn dan 0.",
            "Haal het streepje weg, of pas het getal aan.",
        )


def _getal(waarde: Any) -> Decimal:
    tekst = _is_tekst(waarde)
    _niet_negatief(tekst)
    if not _GETAL.fullmatch(tekst):
        raise _fout(
            "SCH-04",
            "Hier hoort een getal, bijvoorbeeld 24 of 24,5.",
            "Schrijf alleen het getal, met hooguit twee cijfers achter de komma.",
            "getal",
        )
    return Decimal(tekst.replace(",", "."))


def _geheel(waarde: Any) -> int:
    tekst = _is_tekst(waarde)
    _niet_negatief(tekst)
    if not (tekst.isascii() and tekst.isdigit() and len(tekst) <= 6):
        raise _fout(
            "SCH-04",
            "Hier hoort een heel getal, zonder punt of komma.",
            "Schrijf alleen het getal.",
            "geheel",
        )
    return int(tekst)


def _bedrag(waarde: Any) -> int:
    tekst = _is_tekst(waarde)
    _niet_negatief(tekst)
    if not _BEDRAG.fullmatch(tekst):
        raise _fout(
            "SCH-04",
            "Hier hoort een bedrag in euro, bijvoorbeeld 250 of 1.250,50.",
            "Schrijf alleen het bedrag, met een komma voor de centen.",
            "bedrag",
        )
    euro, _, cent = tekst.replace(".", "").partition(",")
    return int(euro) * 100 + int(cent or 0)


def elfproef(cijfers: str) -> bool:
    """Nine digits weighted 9, 8, … 2 and -1 add up to a multiple of eleven, and are not all zero."""
    gewichten = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    som = sum(gewicht * int(cijfer) for gewicht, cijfer in zip(gewichten, cijfers, strict=True))
    return som % 11 == 0 and int(cijfers) != 0


def _bsn(waarde: Any) -> str:
    tekst = _is_tekst(waarde)
    if not (len(tekst) == 9 and tekst.isascii() and tekst.isdigit()):
        raise _fout("ID-01", "Een BSN heeft negen cijfers, zonder punten of spaties.", vorm="bsn")
    if not elfproef(tekst):
        raise _fout("ID-02", "Dit BSN voldoet niet aan de elfproef.", vorm="bsn")
    return tekst


def _loonheffingennummer(waarde: Any) -> str:
    tekst = _is_tekst(waarde).replace(" ", "").upper()
    if re.fullmatch(r"(NL)?\d{9}B\d{2}", tekst, re.ASCII):
        raise PydanticCustomError("ID-07", "Dit is een btw-nummer; een loonheffingennummer heeft een L.")
    if not re.fullmatch(r"\d{9}L\d{2}", tekst, re.ASCII):
        raise PydanticCustomError(
            "ID-07", "Een loonheffingennummer heeft negen cijfers, een L en twee cijfers."
        )
    if tekst.endswith("L00"):
        raise PydanticCustomError("ID-08", "Een loonheffingennummer eindigt op L01 of hoger, niet op L00.")
    return tekst


def _bestandsnaam(waarde: Any) -> str:
    """What the name may tell is judged with the other names of the folder; that it is a name, here."""
    tekst = _is_tekst(waarde)
    if not re.fullmatch(r"[^/\\\x00-\x1f]{1,120}", tekst) or tekst in {".", ".."}:
        raise _fout(
            "SCH-05",
            "Hier hoort de naam van een bestand, zonder map ervoor.",
            "Noem alleen het bestand, bijvoorbeeld plan-van-aanpak.pdf.",
        )
    return tekst


def _certificaatafdruk(waarde: Any) -> str:
    """Small letters without signs between them, however a program printed it."""
    tekst = re.sub(r"[\s:]", "", _VOOR_DE_AFDRUK.sub("", _is_tekst(waarde), count=1)).lower()
    if not _AFDRUK.fullmatch(tekst):
        raise _fout(
            "SCH-05",
            "De afdruk van een certificaat is een SHA-256: 64 tekens, de cijfers en de letters a tot en met f.",
            "Neem over wat `openssl x509 -in certificaat.pem -noout -fingerprint -sha256` toont.",
        )
    return tekst


def _kenmerk(waarde: Any) -> str:
    tekst = _is_tekst(waarde)
    if _NEGEN_CIJFERS.search(tekst):
        raise _fout("ID-05", "In een kenmerk staan geen negen cijfers achter elkaar.", vorm="kenmerk")
    if not _KENMERK.fullmatch(tekst):
        raise _fout(
            "SCH-05",
            "Een kenmerk heeft 4 tot 24 tekens: hoofdletters, cijfers en streepjes.",
            "Gebruik geen kleine letters, spaties of andere tekens.",
            "kenmerk",
        )
    return tekst


def is_kenmerk(tekst: str) -> bool:
    """Whether a text, such as the name of a folder, could be one."""
    return _KENMERK.fullmatch(tekst) is not None and not _NEGEN_CIJFERS.search(tekst)


def _zichtbaar(waarde: Any) -> str:
    """Text as it is; the empty string where nothing of it would be seen."""
    tekst = _is_tekst(waarde)
    # Nearly every text begins with something that can be seen.
    if tekst[:1].isascii() and tekst[:1].isalnum():
        return tekst
    gezien = any(
        teken not in _LEGE_TEKENS and not unicodedata.category(teken).startswith(_ONZICHTBAAR)
        for teken in tekst
    )
    return tekst if gezien else ""


def _korte_woorden(waarde: str) -> str:
    if _LANG_WOORD.search(waarde):
        raise _fout(
            "SCH-05",
            "Een woord van meer dan 120 tekens past niet op een regel.",
            "Zet er een gewone spatie tussen, of kort het in.",
        )
    return waarde


def _een_regel(waarde: str) -> str:
    if "\n" in waarde:
        raise _fout("SCH-05", "Deze tekst hoort op één regel.", "Maak er één regel van.")
    return waarde


@dataclass(frozen=True, slots=True)
class Verwijzing:
    """Marks a key that names an entry under `soort` in organisaties.yaml.

    `volgen`: whether a reader of the key sees the entry, too.
    """

    soort: str
    volgen: bool = True


def _bekend(soort: str, code: str, melding: str) -> Any:
    """A key must stand in organisaties.yaml; unchecked where that file could not be read."""

    def controleer(waarde: str, info: ValidationInfo) -> str:
        sleutels = (info.context or {}).get(soort)
        if sleutels is not None and waarde not in sleutels:
            raise PydanticCustomError(code, melding)
        return waarde

    return AfterValidator(controleer)


# The editor's YAML 1.2 sees bare digits as a number; the loader sees text.
_CIJFERS_SCHEMA = {"type": ["string", "integer"]}
_DATUM_SCHEMA = {
    "type": "string",
    "pattern": r"^\d{4}-\d{2}-\d{2}$",
    "examples": ["2026-03-12"],
}

Datum = Annotated[dt.date, BeforeValidator(_datum), WithJsonSchema(_DATUM_SCHEMA)]
JaNee = Annotated[bool, BeforeValidator(_ja_nee), WithJsonSchema({"enum": ["ja", "nee"]})]
_GETAL_SCHEMA = {"type": ["number", "string"], "pattern": r"^\d{1,6}([.,]\d{1,2})?$"}
Uren = Annotated[Decimal, BeforeValidator(_getal), Field(le=80), WithJsonSchema(_GETAL_SCHEMA)]
Procent = Annotated[Decimal, BeforeValidator(_getal), Field(le=100), WithJsonSchema(_GETAL_SCHEMA)]
Nummer = Annotated[int, BeforeValidator(_geheel), WithJsonSchema({"type": "integer"})]
Bedrag = Annotated[int, BeforeValidator(_bedrag), WithJsonSchema({"type": ["number", "string"]})]
"""An amount in eurocent."""

# A limit stands before the validator that trims, or pydantic measures the text untrimmed.
Zin = Annotated[
    str,
    StringConstraints(min_length=1, max_length=300),
    BeforeValidator(_zichtbaar),
    AfterValidator(_een_regel),
    AfterValidator(_korte_woorden),
]
Tekst = Annotated[
    str,
    StringConstraints(min_length=1, max_length=20_000),
    BeforeValidator(_zichtbaar),
    AfterValidator(_korte_woorden),
]
"""Running text; an empty line begins a new paragraph."""
KorteTekst = Annotated[
    str,
    StringConstraints(min_length=1, max_length=1000),
    BeforeValidator(_zichtbaar),
    AfterValidator(_korte_woorden),
]
"""Running text that has to stay together on a page."""
Cijfers = Annotated[Zin, WithJsonSchema(_CIJFERS_SCHEMA)]
"""A number that is a name: telephone, KvK, BIG. Leading zeros stay."""
Bsn = Annotated[str, BeforeValidator(_bsn), WithJsonSchema({**_CIJFERS_SCHEMA, "pattern": r"^\d{9}$"})]
Loonheffingennummer = Annotated[
    str,
    BeforeValidator(_loonheffingennummer),
    WithJsonSchema({"type": "string", "pattern": r"^\d{9}L\d{2}$"}),
]
Bestandsnaam = Annotated[
    str, BeforeValidator(_bestandsnaam), WithJsonSchema({"type": "string", "pattern": r"\.pdf$"})
]
"""A file in the folder with annexes."""
Certificaatafdruk = Annotated[
    str,
    BeforeValidator(_certificaatafdruk),
    WithJsonSchema(
        {"type": "string", "pattern": r"^([Ss][Hh][Aa]-?256 [Ff]ingerprint=)?([0-9A-Fa-f]{2}[: ]?){32}$"}
    ),
]
"""The SHA-256 of a certificate: it says which key is somebody's own."""
Kenmerk = Annotated[
    str, BeforeValidator(_kenmerk), WithJsonSchema({"type": "string", "pattern": f"^{_KENMERK.pattern}$"})
]
Sleutel = Annotated[str, StringConstraints(pattern=_SLEUTEL), BeforeValidator(_is_tekst)]

# The key of an entry: that it exists says more than that its form is right.
_SLEUTEL_SCHEMA = WithJsonSchema({"type": "string", "pattern": _SLEUTEL})
Persoonssleutel = Annotated[
    str,
    BeforeValidator(_is_tekst),
    Verwijzing("personen"),
    _bekend("personen", "REF-01", "Deze persoon staat niet in organisaties.yaml."),
    _SLEUTEL_SCHEMA,
]
Artssleutel = Annotated[
    str,
    BeforeValidator(_is_tekst),
    Verwijzing("personen", volgen=False),
    _bekend("personen", "REF-01", "Deze persoon staat niet in organisaties.yaml."),
    _SLEUTEL_SCHEMA,
]
"""A person by key alone: what leads from one organisation to the people of another shows nothing of them."""
Werkgeversleutel = Annotated[
    str,
    BeforeValidator(_is_tekst),
    Verwijzing("werkgevers"),
    _bekend("werkgevers", "REF-02", "Deze werkgever staat niet in organisaties.yaml."),
    _SLEUTEL_SCHEMA,
]
Arbodienstsleutel = Annotated[
    str,
    BeforeValidator(_is_tekst),
    Verwijzing("arbodiensten"),
    _bekend("arbodiensten", "REF-03", "Deze arbodienst staat niet in organisaties.yaml."),
    _SLEUTEL_SCHEMA,
]
