"""What a file says about itself, apart from its text."""

from dataclasses import dataclass
from datetime import date

__all__ = ["Eigenschappen"]


@dataclass(frozen=True, slots=True)
class Eigenschappen:
    titel: str
    afzender: str
    datum: date
    taal: str = "nl-NL"
    gekeurd: tuple[tuple[str, str], ...] = ()
    """What the file says was looked at, each with a version; who makes it sees to it that this becomes true."""
