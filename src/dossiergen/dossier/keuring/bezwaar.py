"""What is wrong with a finished file, as each check tells it."""

from dataclasses import dataclass

__all__ = ["Bezwaar"]


@dataclass(frozen=True, slots=True)
class Bezwaar:
    """One objection. `regel`: stable name of the check; `zin`: Dutch, never with a value of the case."""

    regel: str
    zin: str
    bladzijde: int | None = None
    """Counted from 1; None for what concerns the file as a whole."""
