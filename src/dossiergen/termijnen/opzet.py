"""What a milestone is, before it is known how it stands."""

import datetime as dt
from dataclasses import dataclass

from dossiergen.termijnen.mijlpaal import Wie
from dossiergen.zaak import Stuk

__all__ = ["Opzet"]


@dataclass(frozen=True, slots=True)
class Opzet:
    """The plan of one milestone: when, by whom, by which law, and what in the case meets it."""

    sleutel: str
    titel: str
    uiterlijk: dt.date | None
    wie: tuple[Wie, ...]
    rechtswaarde: str
    vanaf: dt.date | None = None
    streef: dt.date | None = None
    kalenderdatum: dt.date | None = None
    volgnummer: int | None = None
    voldaan_op: dt.date | None = None
    stuk: Stuk | None = None
    """The document that meets it: by its date, where `voldaan_op` is not given and it is no draft."""
    hangt_af_van: tuple[str, ...] = ()
    gerekend_vanaf: dt.date | None = None
    toelichting: str = ""
    niet_nodig: str = ""
    """Why it does not apply; empty where it does."""
    moment: bool = False
    """Nobody in the case can meet or miss it."""
    oordeel: bool = False
