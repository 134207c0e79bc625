"""The fields of the models with their readers: whose eyes look, what a field holds, which paths a file has."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from dossiergen.overzicht import Overzicht
from dossiergen.second_opinion.uitleg import Uitleg
from dossiergen.zaak import Doelgroep
from dossiergen.zaak.bedrijfsartsdeel import EIGEN_STUKSOORTEN
from dossiergen.zaak.labels import IEDEREEN, alleen_voor_uwv, zichtbaar_voor
from dossiergen.zaak.organisaties import Arbodienst, Persoon, Werkgever
from dossiergen.zaak.schema import SCHEMAS
from dossiergen.zaak.stukgegevens import Stukgegevens
from dossiergen.zaak.typen import Verwijzing
from dossiergen.zaak.zaak import STUKSOORTEN, Stuksoort

__all__ = [
    "BESTANDEN",
    "SOORTEN",
    "STUKMODELLEN",
    "VERWEZEN",
    "Blik",
    "Veld",
    "Veldsoort",
    "velden",
    "veldsoort",
]

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
    """Under which key of organisaties.yaml the entry stands that its readers see, if it is a reference."""
    kiest_uit: str | None
    """Under which key its value stands, whether or not its readers see the entry."""
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
    merk = next((merk for merk in metadata if isinstance(merk, Verwijzing)), None)
    verwijst, kiest_uit = (merk.soort if merk.volgen else None, merk.soort) if merk else (None, None)
    return Veldsoort(annotatie, tuple(metadata), verwijst, kiest_uit, lijst, kaart, mag_leeg, minstens)


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
    "uitleg": Uitleg,
}
"""The model of every kind of file, and of what is derived from them."""


SOORTEN: Mapping[str, Stuksoort] = {**STUKSOORTEN, **EIGEN_STUKSOORTEN}
"""Every kind of document, those of the bedrijfsarts' own side included."""
STUKMODELLEN: Mapping[str, type[Stukgegevens]] = {soort.naam: soort.model for soort in SOORTEN.values()}
"""The model of each."""
