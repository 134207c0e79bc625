"""A value of law as data: what it is, from which day, on which ground, and when a human last looked."""

import datetime as dt
import re
from enum import StrEnum
from itertools import pairwise
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

__all__ = ["Aard", "Eenheid", "Protocol", "Protocolwaarde", "Rechtswaarde", "Regeling", "Waarde"]

_JA_NEE = {"ja": True, "nee": False}
_GETAL = re.compile(r"\d{1,9}", re.ASCII)


def _ja_nee(waarde: object) -> object:
    return _JA_NEE.get(waarde, waarde) if isinstance(waarde, str) else waarde


JaNee = Annotated[bool, BeforeValidator(_ja_nee)]


class Eenheid(StrEnum):
    """What a value counts. Money is in eurocent."""

    DAGEN = "dagen"
    WERKDAGEN = "werkdagen"
    DAGNUMMER = "dagnummer"
    """Which day of a row: 4 is the fourth day, the first day included."""
    WEKEN = "weken"
    MAANDEN = "maanden"
    JAREN = "jaren"
    UREN = "uren"
    AANTAL = "aantal"
    EUROCENT = "eurocent"
    PROCENT = "procent"
    JA_NEE = "ja_nee"
    TEKST = "tekst"


class Aard(StrEnum):
    """What carries a value."""

    WET = "wet"
    PRAKTIJK = "praktijk"
    KEUZE = "keuze"
    """This program's own limit, where neither law nor practice names one."""


class _Gegeven(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Regeling(_Gegeven):
    """A law, a policy rule or a publication that values come from."""

    naam: str = Field(min_length=1)
    vindplaats: str = Field(min_length=1)


class Waarde(_Gegeven):
    """What holds from `vanaf` until the day before `tot`, or until the next value."""

    vanaf: dt.date
    tot: dt.date | None = None
    waarde: str
    regeling: str
    plaats: str = ""
    nagekeken_op: dt.date
    """On which day, or to which text of which day, a human last compared this value with its source."""
    bevestigd: JaNee = True
    """`nee`: common knowledge of the field, which no source confirmed yet."""
    opmerking: str = ""


class Rechtswaarde(_Gegeven):
    """One term, amount, percentage or text with all values that it had."""

    sleutel: str
    omschrijving: str = Field(min_length=1)
    eenheid: Eenheid
    aard: Aard
    aanknoping: str = Field(min_length=1)
    """Which day decides what holds; for transitional law makes "the" day a fiction."""
    waarden: tuple[Waarde, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _klopt(self) -> "Rechtswaarde":
        for eerder, later in pairwise(self.waarden):
            if later.vanaf <= eerder.vanaf or (eerder.tot and eerder.tot > later.vanaf):
                raise ValueError("waarden overlappen of staan niet op volgorde")
        for waarde in self.waarden:
            if waarde.tot and waarde.tot <= waarde.vanaf:
                raise ValueError("een waarde eindigt voor zij begint")
            self.gelezen(waarde)
        return self

    def op(self, dag: dt.date) -> Waarde | None:
        """The value that holds on a day; None before the first and after a last one that ended."""
        gekozen = None
        for waarde in self.waarden:
            if waarde.vanaf <= dag:
                gekozen = waarde
        return None if gekozen is None or (gekozen.tot and gekozen.tot <= dag) else gekozen

    def gelezen(self, waarde: Waarde) -> int | bool | str:
        """The value in its unit. Raises ValueError where it does not fit."""
        if self.eenheid is Eenheid.TEKST:
            return waarde.waarde
        if self.eenheid is Eenheid.JA_NEE:
            if waarde.waarde not in _JA_NEE:
                raise ValueError("waarde is geen ja of nee")
            return _JA_NEE[waarde.waarde]
        if not _GETAL.fullmatch(waarde.waarde):
            raise ValueError("waarde is geen heel getal")
        return int(waarde.waarde)


class Protocolwaarde(Rechtswaarde):
    """An own rule of an employer or provider, beside the value of law that it touches."""

    naast: str = ""
    """Key of the value of law; empty where the law says nothing."""
    afwijking: str = Field(min_length=1)
    """What differs from the law, in a sentence for the user."""


class Protocol(_Gegeven):
    """An employer's absence protocol or a provider's working method. Never in the place of the law."""

    naam: str
    titel: str = Field(min_length=1)
    omschrijving: str = Field(min_length=1)
    waarden: tuple[Protocolwaarde, ...]

    def naast(self, sleutel: str) -> tuple[Protocolwaarde, ...]:
        """The own rules beside one value of law."""
        return tuple(waarde for waarde in self.waarden if waarde.naast == sleutel)
