"""What each filter asks of its input and what it gives: ours by their own annotations, those of Jinja by a table."""

import inspect
import typing
from collections.abc import Callable, Mapping
from enum import Enum
from functools import cache
from typing import Any

from pydantic import BaseModel

from doelgroepen.soorten import (
    LEEG,
    ONBEKEND,
    Beeldsoort,
    Enkel,
    Groep,
    Lijst,
    Reeks,
    Soort,
    Soorten,
    Vast,
    Verborgen,
    attribuut,
    enkel,
    proefbeeld,
    vast,
)
from doelgroepen.uitdrukkingen import Argumenten
from doelgroepen.velden import Blik
from dossiergen.errors import VerborgenVeld
from dossiergen.inzage import Beeld
from dossiergen.stukken.opmaak import FILTERS

__all__ = ["filter_uitkomst"]

_AANTAL_VARIANTEN = 8
"""No choice that a filter looks at has more members."""


def filter_uitkomst(naam: str, invoer: Soorten, argumenten: Argumenten, blik: Blik) -> Soorten:
    """Raises Verborgen where the input is not what the filter needs, or the filter is not known here."""
    if naam in FILTERS:
        return _eigen(naam, invoer, blik)
    if naam in {"woord", "woorden", "opties"}:
        return _keuze(naam, invoer)
    if naam not in _VAN_JINJA:
        raise Verborgen(f"gebruikt het filter `{naam}`, dat hier niet wordt gevolgd")
    return _VAN_JINJA[naam](invoer, argumenten, blik)


@cache
def _handtekening(naam: str) -> tuple[Any, Any]:
    """What a filter of ours takes, and what it gives."""
    functie = FILTERS[naam]
    hints = typing.get_type_hints(functie)
    return hints[next(iter(inspect.signature(functie).parameters))], hints["return"]


def _eigen(naam: str, invoer: Soorten, blik: Blik) -> Soorten:
    neemt, geeft = _handtekening(naam)
    for soort in invoer - {LEEG} - ONBEKEND:
        if neemt is Beeld and isinstance(soort, Beeldsoort):
            _probeer(naam, soort.model, blik)
        elif not _past(soort, neemt):
            raise Verborgen(f"past niet bij het filter `{naam}`")
    if typing.get_origin(geeft) is tuple:
        return frozenset({Lijst(enkel(typing.get_args(geeft)[0]), mag_leeg=False)})
    return enkel(geeft)


@cache
def _probeer(naam: str, model: type[BaseModel], blik: Blik) -> None:
    """The filter itself says which fields it reads: each way through it gets a Beeld of these readers."""
    for variant in range(_AANTAL_VARIANTEN):
        for leeg in (False, True):
            try:
                FILTERS[naam](proefbeeld(model, blik, leeg=leeg, variant=variant))
            except VerborgenVeld as fout:
                raise Verborgen(f"vraagt met het filter `{naam}` te veel: {fout.melding}") from None


def _past(soort: Soort, neemt: type) -> bool:
    if isinstance(soort, Enkel):
        return issubclass(soort.soort, neemt)
    return isinstance(soort, Vast) and isinstance(soort.waarde, neemt)


def _keuze(naam: str, invoer: Soorten) -> Soorten:
    for soort in invoer - {LEEG} - ONBEKEND:
        if not _past(soort, Enum):
            raise Verborgen(f"is geen keuze, zoals het filter `{naam}` wil")
    optie = Groep((("tekst", enkel(str)), ("gekozen", enkel(bool))))
    return enkel(str) if naam != "opties" else frozenset({Lijst(frozenset({optie}), mag_leeg=False)})


def _tekst(invoer: Soorten, argumenten: Argumenten, blik: Blik) -> Soorten:
    _met_attribuut(invoer, argumenten, blik)
    return enkel(str)


def _zelfde(invoer: Soorten, argumenten: Argumenten, blik: Blik) -> Soorten:
    _met_attribuut(invoer, argumenten, blik)
    return invoer


def _deel(invoer: Soorten, argumenten: Argumenten, blik: Blik) -> Soorten:
    _met_attribuut(invoer, argumenten, blik)
    return frozenset().union(*map(_delen, invoer - {LEEG}))


def _getal(invoer: Soorten, argumenten: Argumenten, blik: Blik) -> Soorten:
    _met_attribuut(invoer, argumenten, blik)
    return enkel(int)


def _lengte(invoer: Soorten, argumenten: Argumenten, blik: Blik) -> Soorten:
    if all(isinstance(soort, Reeks) for soort in invoer):
        return vast(*{len(soort.delen) for soort in invoer if isinstance(soort, Reeks)})
    return _getal(invoer, argumenten, blik)


def _met_attribuut(invoer: Soorten, argumenten: Argumenten, blik: Blik) -> None:
    """A filter that reads a field by its name reads one that must exist for the readers."""
    for naam in argumenten.op_naam.get("attribute", frozenset()):
        if not isinstance(naam, Vast) or not isinstance(naam.waarde, str):
            raise Verborgen("leest een veld met een berekende naam, en die is niet te volgen")
        for soort in invoer - {LEEG}:
            waarde = _delen(soort)
            for stap in naam.waarde.split("."):
                waarde = attribuut(waarde, stap, blik)


def _delen(soort: Soort) -> Soorten:
    if isinstance(soort, Lijst):
        return soort.deel
    if isinstance(soort, Reeks):
        return frozenset().union(*soort.delen)
    if soort in ONBEKEND:
        return ONBEKEND
    raise Verborgen("is geen lijst")


_VAN_JINJA: Mapping[str, Callable[[Soorten, Argumenten, Blik], Soorten]] = {
    **dict.fromkeys(("join", "upper", "lower", "capitalize", "title", "trim", "replace", "string"), _tekst),
    **dict.fromkeys(("sort", "unique", "reverse", "list"), _zelfde),
    **dict.fromkeys(("first", "last", "min", "max"), _deel),
    **dict.fromkeys(("length", "count"), _lengte),
    **dict.fromkeys(("int", "abs", "sum"), _getal),
}
