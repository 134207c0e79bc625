"""What a name in a template can stand for, as far as the models and the readers of the document tell.

A template is followed without a case: every expression has a set of kinds instead of a value. A kind is exact
where the document itself decides (who signs it, what it is called) and wide where the case does.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from typing import Any

from jinja2 import nodes
from pydantic import BaseModel

from doelgroepen.velden import VERWEZEN, Blik, veldsoort
from dossiergen.inzage import Beeld

__all__ = [
    "LEEG",
    "ONBEKEND",
    "Beeldsoort",
    "Enkel",
    "Functie",
    "Groep",
    "Lijst",
    "Macro",
    "Module",
    "Reeks",
    "Soort",
    "Soorten",
    "Vast",
    "Verborgen",
    "attribuut",
    "enkel",
    "proefbeeld",
    "soorten_van",
    "vast",
    "waarheden",
]


class Verborgen(Exception):
    """A name that does not exist for all readers of the document, or is none at all."""


@dataclass(frozen=True, slots=True)
class Beeldsoort:
    """A model as the readers see it."""

    model: type[BaseModel]


@dataclass(frozen=True, slots=True)
class Lijst:
    """As many as the case has."""

    deel: "Soorten"
    mag_leeg: bool = True


@dataclass(frozen=True, slots=True)
class Reeks:
    """As many as the document has."""

    delen: tuple["Soorten", ...]


@dataclass(frozen=True, slots=True)
class Groep:
    """Named parts that are no model."""

    velden: tuple[tuple[str, "Soorten"], ...]


@dataclass(frozen=True, slots=True)
class Enkel:
    """Any value of a plain type, or of a choice."""

    soort: type


@dataclass(frozen=True)
class Vast:
    """One value; None where a field is left empty."""

    waarde: Any

    def __eq__(self, ander: object) -> bool:
        return (
            isinstance(ander, Vast)
            and type(ander.waarde) is type(self.waarde)
            and bool(ander.waarde == self.waarde)
        )

    def __hash__(self) -> int:
        return hash((type(self.waarde), repr(self.waarde)))


@dataclass(frozen=True, eq=False)
class Macro:
    """A macro with the names that it was written among."""

    sjabloon: str
    node: nodes.Macro | nodes.CallBlock
    namen: Any


@dataclass(frozen=True, eq=False)
class Module:
    """An imported template."""

    namen: dict[str, "Soorten"] = field(repr=False)


@dataclass(frozen=True, eq=False)
class Functie:
    """A function that the program hands to the templates."""

    uitkomst: Callable[[list["Soorten"]], "Soorten"]


@dataclass(frozen=True, slots=True)
class _Onbekend:
    """What stands for a mistake that was already told."""


Soort = Beeldsoort | Lijst | Reeks | Groep | Enkel | Vast | Macro | Module | Functie | _Onbekend
Soorten = frozenset[Soort]

ONBEKEND: Soorten = frozenset({_Onbekend()})
LEEG = Vast(None)


def vast(*waarden: Any) -> Soorten:
    return frozenset(Vast(waarde) for waarde in waarden)


def enkel(*soorten: type) -> Soorten:
    return frozenset(Enkel(soort) for soort in soorten)


def soorten_van(model: type[BaseModel], naam: str) -> Soorten:
    """What a field of a model can hold."""
    soort = veldsoort(model, naam)
    if soort.kaart:
        raise Verborgen("is een kaart op sleutel, waar een sjabloon niets in vindt")
    kern = VERWEZEN[soort.verwijst] if soort.verwijst else soort.kern
    if not isinstance(kern, type):
        raise Verborgen("heeft een type dat hier niet wordt gevolgd")
    een: Soort = Beeldsoort(kern) if issubclass(kern, BaseModel) else Enkel(kern)
    hele: Soort = Lijst(frozenset({een}), mag_leeg=soort.minstens == 0) if soort.lijst else een
    return frozenset({hele, LEEG}) if soort.mag_leeg else frozenset({hele})


def attribuut(soorten: Soorten, naam: str, blik: Blik) -> Soorten:
    """What `x.naam` can be. Whether x is empty is a condition's to ask, so None is passed over here.

    Raises Verborgen where it does not exist for all that x can be.
    """
    niet_leeg = soorten - {LEEG}
    if not niet_leeg:
        raise Verborgen("bestaat niet: wat ervóór staat, is altijd leeg")
    return frozenset().union(*(_van_een(soort, naam, blik) for soort in niet_leeg))


def _van_een(soort: Soort, naam: str, blik: Blik) -> Soorten:
    if isinstance(soort, _Onbekend):
        return ONBEKEND
    if isinstance(soort, Beeldsoort):
        field_ = soort.model.model_fields.get(naam)
        if field_ is None:
            raise Verborgen(f"bestaat niet in {soort.model.__name__}")
        if not blik.ziet(field_):
            raise Verborgen(f"is verborgen voor {blik}")
        return soorten_van(soort.model, naam)
    if isinstance(soort, Groep) and naam in dict(soort.velden):
        return dict(soort.velden)[naam]
    if isinstance(soort, Module) and naam in soort.namen:
        return soort.namen[naam]
    if isinstance(soort, Vast) and isinstance(soort.waarde, BaseModel):
        # A value of ours, such as the form: its own attributes, no methods.
        eigen = {*type(soort.waarde).model_fields, *_eigenschappen(type(soort.waarde))}
        if naam in eigen:
            return vast(getattr(soort.waarde, naam))
    raise Verborgen("bestaat niet")


def _eigenschappen(klasse: type[BaseModel]) -> Iterable[str]:
    return (naam for naam, lid in vars(klasse).items() if isinstance(lid, property))


def waarheden(soorten: Soorten) -> frozenset[bool]:
    """Which ways a condition can go."""
    return frozenset().union(*(_waarheid(soort) for soort in soorten))


def _waarheid(soort: Soort) -> frozenset[bool]:
    if isinstance(soort, Vast):
        return frozenset({bool(soort.waarde)})
    if isinstance(soort, Reeks):
        return frozenset({bool(soort.delen)})
    if isinstance(soort, Lijst):
        return frozenset({True, False}) if soort.mag_leeg else frozenset({True})
    if isinstance(soort, Enkel) and not issubclass(soort.soort, dt.date | Enum):
        return frozenset({True, False})
    return frozenset({True, False}) if isinstance(soort, _Onbekend) else frozenset({True})


_VOORBEELDEN: dict[type, Any] = {
    str: "tekst",
    int: 1,
    bool: True,
    Decimal: Decimal(1),
    dt.date: dt.date(2026, 1, 5),
}


def proefbeeld(model: type[BaseModel], blik: Blik, *, leeg: bool, variant: int = 0) -> Beeld:
    """A model as its readers see it, with some value in every field.

    `leeg`: what may be empty is. `variant`: which of the values of a choice.
    """
    velden = {
        naam: _voorbeeld(soorten_van(model, naam), blik, leeg=leeg, variant=variant)
        for naam, field_ in model.model_fields.items()
        if blik.ziet(field_)
    }
    return Beeld(velden, "", "")


def _voorbeeld(soorten: Soorten, blik: Blik, *, leeg: bool, variant: int) -> Any:
    if leeg and LEEG in soorten:
        return None
    (soort,) = soorten - {LEEG}
    if isinstance(soort, Beeldsoort):
        return proefbeeld(soort.model, blik, leeg=leeg, variant=variant)
    if isinstance(soort, Lijst):
        return (_voorbeeld(soort.deel, blik, leeg=leeg, variant=variant),)
    assert isinstance(soort, Enkel)
    if issubclass(soort.soort, Enum):
        leden = list(soort.soort)
        return leden[variant % len(leden)]
    return _VOORBEELDEN[soort.soort]
