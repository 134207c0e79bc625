"""templates/<stuk>/stuk.yaml: what a document is, apart from its text."""

from collections.abc import Mapping
from enum import StrEnum

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from dossiergen.errors import SjabloonFout
from dossiergen.sjablonen import Sjablonen
from dossiergen.zaak import Doelgroep

__all__ = ["Afzender", "Partij", "Stukvorm", "laad_vormen"]


class Afzender(StrEnum):
    """Whose letterhead and house style a document has."""

    WERKGEVER = "werkgever"
    ARBODIENST = "arbodienst"


class Partij(StrEnum):
    """Who signs."""

    WERKGEVER = "werkgever"
    WERKNEMER = "werknemer"
    BEDRIJFSARTS = "bedrijfsarts"


class Stukvorm(BaseModel):
    """A kind of document as its folder describes it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    naam: str
    titel: str
    bron: str
    volgorde: int = Field(ge=1, le=99)
    voor: tuple[Doelgroep, ...] = Field(min_length=1)
    afzender: Afzender
    ondertekenaars: tuple[Partij, ...] = ()
    grond: str
    voor_uwv: bool = False
    vertrouwelijk: bool = False

    @property
    def lezers(self) -> frozenset[Doelgroep]:
        """All who will read it; a copy for UWV adds UWV."""
        return frozenset(self.voor)


def laad_vormen(sjablonen: Sjablonen) -> Mapping[str, Stukvorm]:
    """All kinds of document by name. Raises SjabloonFout where a description is wrong."""
    return {naam: _laad(naam, sjablonen) for naam in sjablonen.namen("", "stuk.yaml")}


def _laad(naam: str, sjablonen: Sjablonen) -> Stukvorm:
    pad = f"{naam}/stuk.yaml"
    tekst = sjablonen.bestand(pad).read_text(encoding="utf-8")
    try:
        data = yaml.load(tekst, Loader=yaml.BaseLoader)  # noqa: S506, TID251  our own file, all scalars text
        return Stukvorm.model_validate({**data, "naam": naam})
    except (yaml.YAMLError, TypeError, ValidationError) as fout:
        raise SjabloonFout(f"{pad} is geen geldige beschrijving van een stuk.", str(fout)) from fout
