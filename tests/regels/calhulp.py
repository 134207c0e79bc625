"""Cases for the rules of the calendar: a dossier that is in time on every day, and what the rules find in it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from bouw import stuk, zaak

from dossiergen.regels import controleer, onderzoek, soort_van
from dossiergen.zaak import Stuk, Zaak

__all__ = [
    "AFGEWEKEN",
    "ANALYSE",
    "DUURZAAM",
    "EERSTEJAARS",
    "EERSTE_DAG",
    "EIND",
    "GEEN_GESPREKKEN",
    "OORDEEL",
    "PLAN",
    "TIJDELIJK",
    "VERSLAG",
    "ZAAK",
    "Anders",
    "D",
    "Geval",
    "Rij",
    "bevonden",
    "dag",
    "fout",
    "gesprek",
    "info",
    "oordeel",
    "tijdig",
    "uitkomst",
    "waarschuwing",
]

D = dt.date(2026, 1, 5)
"""The first day of illness, a Monday."""

ZAAK = "zaak.yaml"
ANALYSE, PLAN, EERSTEJAARS, OORDEEL, EIND, VERSLAG = (
    f"stukken/{naam}.yaml"
    for naam in (
        "probleemanalyse",
        "plan-van-aanpak",
        "eerstejaarsevaluatie",
        "actueel-oordeel",
        "eindevaluatie",
        "re-integratieverslag",
    )
)
EERSTE_DAG = "verzuim.eerste_ziektedag"

Rij = tuple[str, str, str, str]
"""Code, severity, file and path."""
Anders = Mapping[str, Mapping[str, Any] | int | None]
"""What differs from the dossier in time: by name of the document its day, its fields, or None for no document."""
Geval = tuple[int, Anders, Mapping[str, Any], list[Rij]]
"""How many days after the first one looks, the documents and the rest that differ, and what is found."""

_GESPREKKEN = (94, 136, 178, 220, 262, 304, 388, 430, 472, 514, 556, 598)
_OP = {
    "probleemanalyse": 38,
    "plan-van-aanpak": 52,
    "eerstejaarsevaluatie": 346,
    "actueel-oordeel": 623,
    "eindevaluatie": 630,
    "re-integratieverslag": 637,
    **{f"bijstelling-plan-van-aanpak-{nr:02}": op for nr, op in enumerate(_GESPREKKEN, 1)},
}
_BIJ_HET_VERSLAG = {"kopie_aan_werknemer": 637, "wia_aanvraag": 651, "ingediend_bij_uwv": 652}
_IN_DE_ZAAK = {"ziekgemeld_op": 0, "gemeld_aan_arbodienst": 1, "uwv_melding_42e_week": 294}

AFGEWEKEN = {"afwijking": {"grond": "overeengekomen", "motivering": "Zo afgesproken."}}
TIJDELIJK = {"mogelijkheden": {"benutbaar": "nee_tijdelijk"}}
DUURZAAM = {"mogelijkheden": {"benutbaar": "nee_duurzaam"}}
GEEN_GESPREKKEN: Anders = {naam: None for naam in _OP if naam.startswith("bijstelling")}


def dag(nummer: int) -> str:
    """So many days after the first day of illness."""
    return str(D + dt.timedelta(days=nummer))


def gesprek(nummer: int) -> str:
    """The file of an evaluation."""
    return f"stukken/bijstelling-plan-van-aanpak-{nummer:02}.yaml"


def tijdig(
    peildag: int,
    stukken: Anders | None = None,
    periodes: Sequence[tuple[str, str | None]] = ((dag(0), None),),
    **rest: Any,
) -> Zaak:
    """A dossier with everything that had to be there so many days after the first, each in time.

    `rest` goes to the case; None removes what would have stood there.
    """
    anders = stukken or {}
    analyse_op = _dagnummer("probleemanalyse", anders.get("probleemanalyse"))
    gemaakt = [
        _stuk(naam, anders.get(naam, {}), peildag, analyse_op)
        for naam in dict.fromkeys((*_OP, *anders))
        if naam in anders or _OP[naam] <= peildag
    ]
    velden = {veld: dag(op) for veld, op in _IN_DE_ZAAK.items() if op <= peildag}
    gegeven = {veld: waarde for veld, waarde in {**velden, **rest}.items() if waarde is not None}
    return zaak(periodes, stukken=[s for s in gemaakt if s], **gegeven)


def _dagnummer(naam: str, anders: Mapping[str, Any] | int | None) -> int:
    gegeven = anders if isinstance(anders, int) else (anders or {}).get("op", _OP[naam])
    return int(gegeven)


def _stuk(naam: str, anders: Mapping[str, Any] | int | None, peildag: int, analyse_op: int) -> Stuk | None:
    if anders is None:
        return None
    velden: dict[str, Any] = {"op": anders} if isinstance(anders, int) else dict(anders)
    op = velden.pop("op", _OP.get(naam, peildag))
    soort, _, nummer = naam.rpartition("-")
    if naam == "plan-van-aanpak":
        velden.setdefault("probleemanalyse", {"datum": dag(min(op, analyse_op)), "kern": "Hervatten."})
    if naam == "re-integratieverslag":
        gedaan = {veld: dag(wanneer) for veld, wanneer in _BIJ_HET_VERSLAG.items() if wanneer <= peildag}
        velden = {veld: waarde for veld, waarde in {**gedaan, **velden}.items() if waarde is not None}
    return stuk(soort, dag(op), int(nummer), **velden) if nummer.isdigit() else stuk(naam, dag(op), **velden)


def bevonden(wat: Zaak, peildag: int | dt.date) -> list[Rij]:
    """What the rules of the calendar find so many days after the first, sorted."""
    peildatum = peildag if isinstance(peildag, dt.date) else D + dt.timedelta(days=peildag)
    return sorted(
        (o.code, (o.ernst or soort_van(o.code).ernst).value, o.bestand, ".".join(map(str, o.pad)))
        for o in controleer(onderzoek(wat, peildatum))
        if o.code.startswith("CAL-")
    )


def uitkomst(geval: Geval) -> tuple[list[Rij], list[Rij]]:
    """What is found in a case of a table, and what the table says."""
    peildag, stukken, rest, verwacht = geval
    return bevonden(tijdig(peildag, stukken, **rest), peildag), sorted(verwacht)


def fout(code: str, bestand: str = ZAAK, pad: str = EERSTE_DAG) -> Rij:
    return code, "fout", bestand, pad


def waarschuwing(code: str, bestand: str = ZAAK, pad: str = EERSTE_DAG) -> Rij:
    return code, "waarschuwing", bestand, pad


def oordeel(code: str, bestand: str = ZAAK, pad: str = EERSTE_DAG) -> Rij:
    return code, "oordeel", bestand, pad


def info(code: str, bestand: str, pad: str = "datum") -> Rij:
    return code, "info", bestand, pad
