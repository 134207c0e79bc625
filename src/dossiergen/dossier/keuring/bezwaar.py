"""What is wrong with a finished file, as each check tells it."""

from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["AFGEKEURD", "Bezwaar", "per_soort"]

AFGEKEURD = frozenset({"KEU-01", "KEU-02", "KEU-03", "KEU-04", "PRV-07", "RIV-15"})
"""Codes that say that a file of ours is wrong, and not the case."""


@dataclass(frozen=True, slots=True)
class Bezwaar:
    """One objection. `regel`: stable name of the check; `zin`: Dutch, never with a value of the case."""

    regel: str
    zin: str
    bladzijde: int | None = None
    """Counted from 1; None for what concerns the file as a whole."""


def per_soort(bezwaren: Iterable[Bezwaar]) -> tuple[tuple[str, str], ...]:
    """Each kind of objection once: its sentence, and its rule with all pages."""
    bladen: dict[tuple[str, str], set[int]] = {}
    for bezwaar in bezwaren:
        op = bladen.setdefault((bezwaar.zin, bezwaar.regel), set())
        if bezwaar.bladzijde:
            op.add(bezwaar.bladzijde)
    return tuple((zin, f"{regel}{_op(bladzijden)}") for (zin, regel), bladzijden in bladen.items())


def _op(bladzijden: set[int]) -> str:
    return f", bladzijde {', '.join(map(str, sorted(bladzijden)))}" if bladzijden else ""
