"""A value as it should have been written, where that can be known. For the screen only: it holds the value."""

import datetime as dt
import difflib
import re
from collections.abc import Callable, Iterable

from dossiergen.zaak.tekst import MAANDEN
from dossiergen.zaak.typen import elfproef

__all__ = ["als_sleutel", "herschreven", "lijkt_op"]

_LANGSTE = 60
_JA = frozenset({"ja", "j", "true", "yes", "y", "on", "waar", "1", "x"})
_NEE = frozenset({"nee", "neen", "n", "false", "no", "off", "onwaar", "0"})


def lijkt_op(woord: str, woorden: Iterable[str], grens: float = 0.6) -> str:
    """The nearest word; empty where none is near."""
    if not woord or len(woord) > _LANGSTE:
        return ""
    gevonden = difflib.get_close_matches(_kaal(woord), sorted(woorden), 1, grens)
    return gevonden[0] if gevonden else ""


def als_sleutel(tekst: str) -> str:
    """A name as a key; empty where nothing of a key is left."""
    nieuw = re.sub(r"[^a-z0-9]+", "-", tekst[:_LANGSTE].strip().lower()).strip("-")
    return nieuw if re.match(r"[0-9]{0,3}[a-z]", nieuw) and len(nieuw) <= 40 else ""


def _kaal(woord: str) -> str:
    """Capitals, spaces and punctuation are not what a clerk gets wrong about a word."""
    return re.sub(r"[^\w]+", "-" if "_" not in woord else "_", woord.strip().lower()).strip("-_")


def herschreven(vorm: str, waarde: str) -> str:
    """The value in the form that was expected; empty where it cannot be known."""
    functie = _BIJ_VORM.get(vorm)
    return functie(waarde.strip()) if functie and len(waarde) <= _LANGSTE else ""


def _datum(waarde: str) -> str:
    if delen := re.fullmatch(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})", waarde, re.ASCII):
        return _als_datum(delen[3], delen[2], delen[1])
    if delen := re.match(r"(\d{4})[-/. ]?(\d{1,2})[-/. ]?(\d{1,2})(?!\d)", waarde, re.ASCII):
        return _als_datum(delen[1], delen[2], delen[3]) or _als_datum(delen[1], delen[3], delen[2])
    delen = re.fullmatch(r"(\d{1,2}) ([a-z]{3,9})\.? (\d{4})", waarde.lower(), re.ASCII)
    maand = delen and next((nr for nr, naam in enumerate(MAANDEN, 1) if naam[:3] == delen[2][:3]), 0)
    return _als_datum(delen[3], str(maand), delen[1]) if delen and maand else ""


def _als_datum(jaar: str, maand: str, dag: str) -> str:
    try:
        return dt.date(int(jaar), int(maand), int(dag)).isoformat()
    except ValueError:
        return ""


def _ja_nee(waarde: str) -> str:
    woord = waarde.lower()
    return "ja" if woord in _JA else "nee" if woord in _NEE else ""


def _zonder_eenheid(waarde: str) -> str:
    return re.sub(r"^€\s*|\s*(%|€|euro|uur|uren|weken|procent)$|,-+$", "", waarde.lower()).strip()


def _geheel(waarde: str) -> str:
    delen = re.fullmatch(r"(\d{1,6})(?:[.,]0+)?", _zonder_eenheid(waarde), re.ASCII)
    return delen[1] if delen else ""


def _getal(waarde: str) -> str:
    kaal = _zonder_eenheid(waarde)
    return kaal if re.fullmatch(r"\d{1,6}(?:[.,]\d{1,2})?", kaal, re.ASCII) else ""


def _bedrag(waarde: str) -> str:
    kaal = _zonder_eenheid(waarde)
    delen = re.fullmatch(r"(\d{1,3}(?:\.\d{3})*|\d{1,9})(?:[.,](\d{1,2}))?", kaal, re.ASCII)
    if not delen:
        return ""
    return f"{delen[1]},{delen[2]:0<2}" if delen[2] else delen[1]


def _bsn(waarde: str) -> str:
    cijfers = re.sub(r"[ .\-]", "", waarde)
    if not re.fullmatch(r"\d{8,9}", cijfers, re.ASCII):
        return ""
    voluit = cijfers.zfill(9)
    return f'"{voluit}"' if elfproef(voluit) else ""


def _kenmerk(waarde: str) -> str:
    nieuw = re.sub(r"[ _/.]+", "-", waarde).upper()
    negen = re.search(r"(?<!\d)\d{9}(?!\d)", nieuw)
    return nieuw if re.fullmatch(r"[A-Z0-9-]{4,24}", nieuw) and not negen else ""


_BIJ_VORM: dict[str, Callable[[str], str]] = {
    "datum": _datum,
    "ja_nee": _ja_nee,
    "getal": _getal,
    "geheel": _geheel,
    "bedrag": _bedrag,
    "bsn": _bsn,
    "kenmerk": _kenmerk,
}
