"""The closed vocabulary as tables: which element may hold what, which attribute may say what."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

__all__ = [
    "BLOKKEN",
    "ELEMENTEN",
    "GEBEURTENISSEN",
    "INLINE",
    "LABELTABELLEN",
    "PARTIJEN",
    "WAARDEN",
    "Soort",
]

INLINE = frozenset({"strong", "em", "time"})
LABELTABELLEN = frozenset({"kerngegevens", "gegevens"})
GEBEURTENISSEN = frozenset({"verzuim", "verlof", "hervatting", "stuk", "termijn"})
"""What a row of a tijdlijn can be."""
PARTIJEN = ("werkgever", "werknemer", "bedrijfsarts")
"""Whose signature a line can be for."""

_VLOEI = frozenset({"p", "ol", "ul"})
_BLOK = _VLOEI | {"section", "h2", "h3", "table"}
_VELD = frozenset({"data-veld", "data-label", "data-leeg"})
_KEUZEVELD = _VELD | {"data-opties"}


@dataclass(frozen=True, slots=True)
class Soort:
    """What one element allows."""

    kinderen: frozenset[str]
    attrs: frozenset[str] = frozenset()
    verplicht: frozenset[str] = frozenset()
    tekst: bool = False
    leeg: bool = False


def _alinea(*attrs: str, leeg: bool = False, ook: frozenset[str] = frozenset()) -> Soort:
    return Soort(INLINE | ook, frozenset(attrs), tekst=True, leeg=leeg)


ELEMENTEN: Mapping[str, Soort] = MappingProxyType(
    {
        "article": Soort(
            _BLOK | {"h1"},
            frozenset({"lang", "data-soort", "data-zetting", "data-afzender", "data-status", "data-voet"}),
            frozenset({"lang", "data-soort", "data-afzender", "data-voet"}),
        ),
        "section": Soort(_BLOK, _VELD | {"data-blok"}),
        "h1": _alinea("data-blok"),
        "h2": _alinea(),
        "h3": _alinea(),
        "p": _alinea("data-blok", "data-regels", *_KEUZEVELD),
        "ol": Soort(frozenset({"li"}), _VELD),
        "ul": Soort(frozenset({"li"}), _VELD | {"data-blok"}),
        "li": _alinea("data-gekozen", *_VELD, ook=_VLOEI),
        "table": Soort(frozenset({"caption", "thead", "tbody"}), frozenset({"data-blok"})),
        "caption": _alinea(),
        "thead": Soort(frozenset({"tr"})),
        "tbody": Soort(frozenset({"tr"})),
        "tr": Soort(
            frozenset({"th", "td"}),
            frozenset({"data-soort", "data-van", "data-tot", "data-uren", "data-stand"}),
        ),
        "th": Soort(INLINE, frozenset({"scope", "data-kolom"}), frozenset({"scope"}), tekst=True),
        "td": _alinea("data-soort", "data-partij", *_KEUZEVELD, leeg=True, ook=_VLOEI),
        "strong": Soort(frozenset({"em", "time"}), _KEUZEVELD, tekst=True),
        "em": Soort(frozenset({"strong", "time"}), _KEUZEVELD, tekst=True),
        "time": Soort(frozenset(), _VELD | {"datetime"}, frozenset({"datetime"}), tekst=True),
    }
)

BLOKKEN: Mapping[str, str] = MappingProxyType(
    {
        "kerngegevens": "table",
        "gegevens": "table",
        "kenmerken": "table",
        "ondertekening": "table",
        "tijdlijn": "table",
        "keuze": "ul",
        "visie": "section",
        "let-op": "section",
        "venster": "section",
        "logo": "p",
        "retour": "p",
        "ondertitel": "p",
        "invulveld": "p",
        "betreft": "h1",
    }
)


def _een_van(*waarden: str) -> Callable[[str], bool]:
    return frozenset(waarden).__contains__


def _datum(waarde: str) -> bool:
    try:
        return date.fromisoformat(waarde).isoformat() == waarde
    except ValueError:
        return False


def _opties(waarde: str) -> bool:
    """Two words or more, none of them twice."""
    woorden = waarde.split("|")
    return len(woorden) > 1 and all(woorden) and len(set(woorden)) == len(woorden)


_GETAL = re.compile(r"\d{1,3}(,\d{1,2})?").fullmatch
_AANTAL = re.compile(r"[1-9]|1\d|20").fullmatch
_VERWIJZING = re.compile(r"[\w./-]+#[\w.-]+").fullmatch

WAARDEN: Mapping[tuple[str, str], Callable[[str], object]] = MappingProxyType(
    {
        ("article", "lang"): _een_van("nl"),
        ("article", "data-soort"): _een_van("formulier", "brief"),
        ("article", "data-zetting"): _een_van("dicht"),
        ("article", "data-status"): bool,
        ("tr", "data-soort"): _een_van("teken", *GEBEURTENISSEN),
        ("tr", "data-van"): _datum,
        ("tr", "data-tot"): _datum,
        ("tr", "data-uren"): _GETAL,
        ("tr", "data-stand"): _een_van(
            "voldaan_op_tijd", "voldaan_te_laat", "te_laat", "open", "verstreken", "niet_van_toepassing"
        ),
        ("p", "data-regels"): _AANTAL,
        ("td", "data-soort"): _een_van("lijn"),
        ("td", "data-partij"): _een_van(*PARTIJEN),
        ("li", "data-gekozen"): _een_van("ja", "nee"),
        ("th", "scope"): _een_van("row", "col"),
        ("th", "data-kolom"): _een_van("nr", "wie", "datum", "tekst"),
        ("time", "datetime"): _datum,
        **{
            (naam, attr): goed
            for naam, soort in ELEMENTEN.items()
            for attr, goed in (
                ("data-veld", _VERWIJZING),
                ("data-label", bool),
                ("data-leeg", _een_van("ja")),
                ("data-opties", _opties),
            )
            if attr in soort.attrs
        },
    }
)
