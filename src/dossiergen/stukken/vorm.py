"""templates/<stuk>/stuk.yaml: what a document is, apart from its text."""

import re
from collections.abc import Callable, Mapping
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails

from dossiergen.errors import SjabloonFout
from dossiergen.sjablonen import Sjablonen
from dossiergen.sjablonen.lezen import lees_groep
from dossiergen.zaak import Doelgroep, Stuk, Zaak

__all__ = ["Afzender", "Partij", "Stukvorm", "laad_vormen"]

_ZINNEN = {
    "missing": "ontbreekt",
    "extra_forbidden": "bestaat niet",
    "string_type": "moet tekst zijn",
    "tuple_type": "moet een lijst zijn",
    "too_short": "is leeg",
    "int_parsing": "moet een heel getal zijn",
    "greater_than_equal": "is te klein",
    "less_than_equal": "is te groot",
    "bool_type": "moet true of false zijn",
    "bool_parsing": "moet true of false zijn",
}


class Afzender(StrEnum):
    """Whose letterhead and house style a document has."""

    WERKGEVER = "werkgever"
    ARBODIENST = "arbodienst"
    DIENST_VAN_OPSTELLER = "dienst_van_opsteller"
    """Of the other bedrijfsarts, who works elsewhere."""


class Partij(StrEnum):
    """Who signs."""

    WERKGEVER = "werkgever"
    WERKNEMER = "werknemer"
    BEDRIJFSARTS = "bedrijfsarts"


class Voorwaarde(StrEnum):
    """Of what must be so in a case before a document exists."""

    ADVIES_GEWIJZIGD = "advies_gewijzigd"


_VOLDAAN: Mapping[Voorwaarde, Callable[[Zaak, Stuk], bool]] = {
    Voorwaarde.ADVIES_GEWIJZIGD: lambda zaak, stuk: zaak.advies_gewijzigd(stuk),
}


class Stukvorm(BaseModel):
    """A kind of document as its folder describes it."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)

    naam: str
    titel: str
    bron: str
    volgorde: int = Field(ge=0, le=99)
    """The number before its file names; 0 for the index of the verslag."""
    voor: tuple[Doelgroep, ...] = Field(min_length=1)
    afzender: Afzender
    ondertekenaars: tuple[Partij, ...] = ()
    grond: str
    voor_uwv: bool = False
    overzicht: bool = False
    """Whether the template uses what follows from the case as a whole."""
    uitleg: bool = False
    """Whether the template uses what law and practice say about the second opinion that it belongs to."""
    voorwaarde: Voorwaarde | None = None
    """Without it every document of its `bron` gives one."""

    def bestaat(self, zaak: Zaak, stuk: Stuk) -> bool:
        """Whether this kind is made of this file of the case."""
        return self.bron == stuk.soort and (self.voorwaarde is None or _VOLDAAN[self.voorwaarde](zaak, stuk))

    @property
    def lezers(self) -> frozenset[Doelgroep]:
        """All who will read it; a copy for UWV adds UWV."""
        return frozenset(self.voor)


def laad_vormen(sjablonen: Sjablonen) -> Mapping[str, Stukvorm]:
    """All kinds of document by name. Raises SjabloonFout where a description is wrong."""
    return {naam: _laad(naam, sjablonen) for naam in sjablonen.namen("", "stuk.yaml")}


def _laad(naam: str, sjablonen: Sjablonen) -> Stukvorm:
    pad = f"{naam}/stuk.yaml"
    try:
        return Stukvorm.model_validate({**lees_groep(pad, sjablonen), "naam": naam})
    except ValidationError as fout:
        zinnen = (_zin(detail) for detail in fout.errors(include_input=False, include_url=False))
        raise SjabloonFout(f"{pad}: {'; '.join(zinnen)}.") from None


def _zin(detail: ErrorDetails) -> str:
    """Which key is wrong, and how; a list is named by its key."""
    keuzes = re.findall(r"'([^']*)'", str(detail.get("ctx", {}).get("expected", "")))
    wat = f"is geen van {', '.join(keuzes)}" if keuzes else _ZINNEN.get(detail["type"], "klopt niet")
    return f"{detail['loc'][0]} {wat}"
