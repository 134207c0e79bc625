"""Walks through the data of a file along its model, by what some readers see of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from doelgroepen.velden import Blik, veldsoort
from doelgroepen.verzinsel import Verzinner
from dossiergen.zaak.stukgegevens import HandtekeningPartij, Stukgegevens

__all__ = ["Data", "Plek", "anders_waar_verborgen", "verwijzingen", "zichtbare_plekken"]

Data = dict[str, Any]

_STAAT_VAST = frozenset({"datum", "status"})
"""What the program reads of a document before anybody sees it: who had a role that day, what came before it."""


def anders_waar_verborgen(model: type[BaseModel], data: Data, blik: Blik, verzinner: Verzinner) -> Data:
    """The same data with something else in every field that these readers may not see."""
    uit: Data = {}
    for naam, field in model.model_fields.items():
        nieuw = oud = data.get(naam)
        if not blik.ziet(field):
            if not (issubclass(model, Stukgegevens) and naam in _STAAT_VAST):
                nieuw = verzinner.ander(model, naam, oud)
        elif onder := veldsoort(model, naam).model:
            nieuw = _in_elk(
                oud, lambda deel, onder=onder: anders_waar_verborgen(onder, deel, blik, verzinner)
            )
        if nieuw is not None:
            uit[naam] = nieuw
    return uit


def _in_elk(waarde: Any, doe: Any) -> Any:
    """A part, every part of a list, or every entry of what is by key."""
    if isinstance(waarde, list):
        return [doe(deel) for deel in waarde]
    return doe(waarde) if waarde is not None else None


def _delen(
    model: type[BaseModel], data: Data, blik: Blik
) -> Iterator[tuple[str, tuple[str | int, ...], type[BaseModel], Any]]:
    """The parts of a model that hold fields of their own and that these readers see."""
    for naam, field in model.model_fields.items():
        onder = veldsoort(model, naam).model
        waarde = data.get(naam)
        if onder is None or waarde is None or not blik.ziet(field):
            continue
        if isinstance(waarde, list):
            yield from ((naam, (naam, nummer), onder, deel) for nummer, deel in enumerate(waarde))
        else:
            yield naam, (naam,), onder, waarde


def verwijzingen(model: type[BaseModel], data: Data, blik: Blik) -> Iterator[tuple[str, str]]:
    """The keys in it that these readers see the entries of, with their kind."""
    for naam, field in model.model_fields.items():
        verwijst = veldsoort(model, naam).verwijst
        if verwijst and blik.ziet(field) and naam in data:
            waarden = data[naam] if isinstance(data[naam], list) else [data[naam]]
            yield from ((verwijst, sleutel) for sleutel in waarden)
    for _, _, onder, deel in _delen(model, data, blik):
        yield from verwijzingen(onder, deel, blik)


@dataclass(frozen=True, slots=True)
class Plek:
    """A field of a file that holds a value, not a group."""

    pad: tuple[str | int, ...]
    model: type[BaseModel]
    naam: str


def zichtbare_plekken(
    model: type[BaseModel], data: Data, blik: Blik, boven: tuple[str | int, ...] = ()
) -> Iterator[Plek]:
    """The fields that these readers see, filled or empty."""
    for naam, field in model.model_fields.items():
        tekent = issubclass(model, HandtekeningPartij) and naam in {"getekend_op", "geweigerd"}
        # Signed and refused go together with each other only in one way.
        if blik.ziet(field) and veldsoort(model, naam).model is None and not tekent:
            yield Plek((*boven, naam), model, naam)
    for _, pad, onder, deel in _delen(model, data, blik):
        yield from zichtbare_plekken(onder, deel, blik, (*boven, *pad))
