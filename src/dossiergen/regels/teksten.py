"""Every free text of a model with the path to it, walked once however many rules read it. Knows no rules."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import StringConstraints

from dossiergen.zaak.basis import Model
from dossiergen.zaak.yaml import Pad

__all__ = ["Teksten", "teksten_van"]

_ALLES_BEHALVE_CIJFERS = bytes(
    teken for teken in range(256) if not chr(teken).isascii() or not chr(teken).isdigit()
)


@dataclass(frozen=True, slots=True)
class Teksten:
    """The texts of one model. What all of them lack together, need not be sought in each.

    `samen` is all of it in small letters, `cijfers` the digits of it and nothing else.
    """

    model: Model = field(repr=False)
    samen: str = field(repr=False)
    cijfers: str = field(repr=False)

    def elk(self) -> Iterator[tuple[Pad, str]]:
        """Each text with its path."""
        return _met_pad(self.model, _velden(type(self.model)), ())


def teksten_van(model: Model) -> Teksten:
    """What was written freely: no keys, numbers that have a form of their own, dates or choices."""
    return _doorlopen(_Zelf(model))


class _Zelf:
    """A model as a key by what it is, not by what it says: hashing all of it costs more than the walk."""

    __slots__ = ("model",)

    def __init__(self, model: Model) -> None:
        self.model = model

    def __eq__(self, ander: object) -> bool:
        return isinstance(ander, _Zelf) and ander.model is self.model

    def __hash__(self) -> int:
        return id(self.model)


# The rules of one document come after each other, so the last one is enough.
@lru_cache(maxsize=1)
def _doorlopen(zelf: _Zelf) -> Teksten:
    gevonden: list[str | None] = []
    _loop(zelf.model, _velden(type(zelf.model)), gevonden)
    samen = "\n".join(filter(None, gevonden))
    cijfers = samen.encode().translate(None, _ALLES_BEHALVE_CIJFERS).decode()
    return Teksten(zelf.model, samen.lower(), cijfers)


@dataclass(frozen=True, slots=True)
class _Velden:
    """Which fields of a model hold text, alone or in a list, and which a model that may hold it, with its fields."""

    tekst: tuple[str, ...]
    teksten: tuple[str, ...]
    model: tuple[tuple[str, "_Velden"], ...]
    modellen: tuple[tuple[str, "_Velden"], ...]


def _loop(model: Model, velden: _Velden, gevonden: list[str | None]) -> None:
    """Without paths, which make it take twice as long; nearly always nothing is found."""
    inhoud = model.__dict__
    gevonden.extend([inhoud[naam] for naam in velden.tekst])
    for naam in velden.teksten:
        gevonden.extend(inhoud[naam])
    for naam, daarin in velden.model:
        if (onder := inhoud[naam]) is not None:
            _loop(onder, daarin, gevonden)
    for naam, daarin in velden.modellen:
        for onder in inhoud[naam]:
            _loop(onder, daarin, gevonden)


def _met_pad(model: Model, velden: _Velden, pad: Pad) -> Iterator[tuple[Pad, str]]:
    inhoud = model.__dict__
    for naam in velden.tekst:
        if (tekst := inhoud[naam]) is not None:
            yield (*pad, naam), tekst
    for naam in velden.teksten:
        for nummer, tekst in enumerate(inhoud[naam]):
            yield (*pad, naam, nummer), tekst
    for naam, daarin in velden.model:
        if (onder := inhoud[naam]) is not None:
            yield from _met_pad(onder, daarin, (*pad, naam))
    for naam, daarin in velden.modellen:
        for nummer, onder in enumerate(inhoud[naam]):
            yield from _met_pad(onder, daarin, (*pad, naam, nummer))


@cache
def _velden(model: type[Model]) -> _Velden:
    tekst: list[str] = []
    teksten: list[str] = []
    modellen: list[tuple[str, _Velden]] = []
    reeksen: list[tuple[str, _Velden]] = []
    annotaties = get_type_hints(model, include_extras=True)
    for naam in model.model_fields:
        kern = _zonder_none(annotaties[naam])
        in_lijst = get_origin(kern) is tuple
        if in_lijst:
            kern = _zonder_none(get_args(kern)[0])
        if _is_tekst(kern):
            (teksten if in_lijst else tekst).append(naam)
        elif isinstance(kern, type) and issubclass(kern, Model) and _velden(kern) != _NIETS:
            (reeksen if in_lijst else modellen).append((naam, _velden(kern)))
    return _Velden(tuple(tekst), tuple(teksten), tuple(modellen), tuple(reeksen))


_NIETS = _Velden((), (), (), ())


def _zonder_none(annotatie: Any) -> Any:
    if get_origin(annotatie) in {Union, UnionType}:
        return next(deel for deel in get_args(annotatie) if deel is not type(None))
    return annotatie


def _is_tekst(annotatie: Any) -> bool:
    """A text has a greatest length; a key or a number that names somebody has a form instead."""
    return get_origin(annotatie) is Annotated and any(
        isinstance(eis, StringConstraints) and eis.max_length is not None for eis in annotatie.__metadata__
    )
