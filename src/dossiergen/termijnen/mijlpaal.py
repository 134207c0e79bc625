"""A date that a case has to meet, and how it stands on the day one looks."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from dossiergen.recht import Aard

__all__ = ["Mijlpaal", "Protocoldatum", "Stand", "Wie"]


class Stand(StrEnum):
    """How a milestone stands at the peildatum."""

    OP_TIJD = "voldaan_op_tijd"
    TE_LAAT_VOLDAAN = "voldaan_te_laat"
    OPEN = "open"
    TE_LAAT = "te_laat"
    NIET_VAN_TOEPASSING = "niet_van_toepassing"
    VERSTREKEN = "verstreken"
    """A moment that nobody in the case can meet or miss, such as the end of the waiting period, is past."""


class Wie(StrEnum):
    """Who must act."""

    WERKNEMER = "werknemer"
    WERKGEVER = "werkgever"
    BEDRIJFSARTS = "bedrijfsarts"
    UWV = "uwv"


@dataclass(frozen=True, slots=True)
class Protocoldatum:
    """What the employer's or provider's own protocol asks, beside the date of law."""

    protocol: str
    uiterlijk: dt.date | None
    afwijking: str


@dataclass(frozen=True, slots=True)
class Mijlpaal:
    """One milestone. `uiterlijk` is the last day on which it is met in time.

    `kalenderdatum` is the date without interruption and leave, where that differs. `hangt_af_van` names the
    milestones that move it, and `gerekend_vanaf` the day it was really counted from.
    """

    sleutel: str
    titel: str
    uiterlijk: dt.date | None
    wie: tuple[Wie, ...]
    aard: Aard
    grond: str
    stand: Stand
    vanaf: dt.date | None = None
    streef: dt.date | None = None
    kalenderdatum: dt.date | None = None
    week: int | None = None
    """In which week of illness it falls, the week of the first day being 1."""
    volgnummer: int | None = None
    voldaan_op: dt.date | None = None
    bestand: str = ""
    hangt_af_van: tuple[str, ...] = ()
    gerekend_vanaf: dt.date | None = None
    toelichting: str = ""
    oordeel: bool = False
    """The date rests on something that the law leaves to a human, or that no source confirms."""
    protocol: tuple[Protocoldatum, ...] = ()
