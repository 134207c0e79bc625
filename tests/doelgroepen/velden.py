"""The fields of the models with their readers: whose eyes look, what a field holds, which paths a file has."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from dossiergen.overzicht import Overzicht
from dossiergen.zaak import Doelgroep
from dossiergen.zaak.bedrijfsartsdeel import Bedrijfsartsdeel
from dossiergen.zaak.labels import IEDEREEN, alleen_voor_uwv, zichtbaar_voor
from dossiergen.zaak.organisaties import Arbodienst, Persoon, Werkgever
from dossiergen.zaak.schema import SCHEMAS
from dossiergen.zaak.stukgegevens import Stukgegevens
from dossiergen.zaak.typen import Verwijzing
from dossiergen.zaak.zaak import STUKSOORTEN

__all__ = ["BESTANDEN", "STUKMODELLEN", "VERWEZEN", "Blik", "Veld", "Veldsoort", "velden", "veldsoort"]

VERWEZEN: Mapping[str, type[BaseModel]] = {
    "werkgevers": Werkgever,
    "arbodiensten": Arbodienst,
    "personen": Persoon,
}
"""What a key refers to."""


@dataclass(frozen=True, slots=True)
class Blik:
    """Whose eyes look, and whether at a document bound for UWV."""

    lezers: frozenset[Doelgroep]
    voor_uwv: bool = False

    def ziet(self, field: FieldInfo) -> bool:
        return self.lezers <= zichtbaar_voor(field) and (self.voor_uwv or not alleen_voor_uwv(field))

    def __str__(self) -> str:
        lezers = "+".join(lezer.value for lezer in Doelgroep if lezer in self.lezers)
        return f"{lezers}{' (voor uwv)' if self.voor_uwv else ''}"


@dataclass(frozen=True, slots=True)
class Veldsoort:
    """A field's type taken apart."""

    kern: Any
    """A model, a choice or a plain type."""
    metadata: tuple[Any, ...]
    """Limits and validators of the value itself, the innermost last."""
    verwijst: str | None
    """Under which key of organisaties.yaml its value stands, if it is a reference."""
    lijst: bool
    kaart: bool
    """By key, as in organisaties.yaml."""
    mag_leeg: bool
    minstens: int
    """How many a list has."""

    @property
    def model(self) -> type[BaseModel] | None:
        """The model that the field holds, alone, in a list or by key; not the one that it refers to."""
        return self.kern if isinstance(self.kern, type) and issubclass(self.kern, BaseModel) else None


@cache
def veldsoort(model: type[BaseModel], naam: str) -> Veldsoort:
    field = model.model_fields[naam]
    annotatie: Any = field.annotation
    metadata = list(field.metadata)
    lijst = kaart = mag_leeg = False
    minstens = 0
    while True:
        if hasattr(annotatie, "__metadata__"):
            metadata += annotatie.__metadata__
            annotatie = get_args(annotatie)[0]
        elif get_origin(annotatie) in {Union, UnionType}:
            mag_leeg = True
            (annotatie,) = (deel for deel in get_args(annotatie) if deel is not type(None))
        elif get_origin(annotatie) in {tuple, dict}:
            lijst, kaart = get_origin(annotatie) is tuple, get_origin(annotatie) is dict
            minstens = max((getattr(grens, "min_length", None) or 0 for grens in metadata), default=0)
            annotatie, metadata = next(d for d in reversed(get_args(annotatie)) if d is not Ellipsis), []
        else:
            break
    verwijst = next((merk.soort for merk in metadata if isinstance(merk, Verwijzing)), None)
    return Veldsoort(annotatie, tuple(metadata), verwijst, lijst, kaart, mag_leeg, minstens)


@dataclass(frozen=True, slots=True)
class Veld:
    """One field at its path below a file; `lezers` may see it and everything above it."""

    pad: tuple[str, ...]
    lezers: frozenset[Doelgroep]
    alleen_uwv: bool


def velden(model: type[BaseModel], boven: Veld = Veld((), IEDEREEN, alleen_uwv=False)) -> Iterator[Veld]:
    """Every field below a model. A field is seen by those who see all that it stands in."""
    for naam, field in model.model_fields.items():
        veld = Veld(
            (*boven.pad, naam),
            boven.lezers & zichtbaar_voor(field),
            alleen_uwv=boven.alleen_uwv or alleen_voor_uwv(field),
        )
        yield veld
        if onder := veldsoort(model, naam).model:
            yield from velden(onder, veld)


BESTANDEN: Mapping[str, type[BaseModel]] = {
    **{naam: model for naam, (model, _) in SCHEMAS.items()},
    "overzicht": Overzicht,
}
"""The model of every kind of file, and of what is derived from them."""


def _vertrouwelijk() -> Iterator[tuple[str, type[Stukgegevens]]]:
    for naam in Bedrijfsartsdeel.model_fields:
        model = veldsoort(Bedrijfsartsdeel, naam).model
        if model and issubclass(model, Stukgegevens):
            yield naam.replace("_", "-"), model


STUKMODELLEN: Mapping[str, type[Stukgegevens]] = {
    **{soort.naam: soort.model for soort in STUKSOORTEN.values()},
    **dict(_vertrouwelijk()),
}
"""The model of every kind of document, those of the bedrijfsarts' own side included."""
