"""How far a long job is: how many, how fast, how long still, how many failed. On a terminal only."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import click

__all__ = ["Voortgang", "op_scherm"]

_BREEDTE = 20
# Seconds between two looks of the line; a terminal far away is slow.
_TUSSENTIJD = 0.2


@dataclass(slots=True)
class Voortgang:
    """One line that is written over again. What was skipped says nothing of how fast the work goes."""

    totaal: int
    klok: Callable[[], float] = time.monotonic
    gedaan: int = 0
    gewerkt: int = 0
    mislukt: int = 0
    _begin: float = field(init=False)
    _getoond: float = field(init=False)

    def __post_init__(self) -> None:
        self._begin = self.klok()
        self._getoond = self._begin - _TUSSENTIJD

    def tel(self, *, overgeslagen: bool, gelukt: bool) -> None:
        self.gedaan += 1
        self.gewerkt += not overgeslagen
        self.mislukt += not gelukt
        if self.klok() - self._getoond >= _TUSSENTIJD or self.gedaan == self.totaal:
            self._getoond = self.klok()
            self._schrijf(self.regel())

    def regel(self) -> str:
        """What the line says now."""
        vol = _BREEDTE * self.gedaan // max(1, self.totaal)
        balk = "#" * vol + "-" * (_BREEDTE - vol)
        mislukt = f", {self.mislukt} mislukt" if self.mislukt else ""
        return f"[{balk}] {self.gedaan} van {self.totaal} zaken{self._tempo()}{mislukt}"

    def _tempo(self) -> str:
        duur = self.klok() - self._begin
        if not self.gewerkt or duur <= 0:
            return ""
        per_minuut = 60 * self.gewerkt / duur
        rest = (self.totaal - self.gedaan) * duur / self.gewerkt
        return f", {per_minuut:.0f} per minuut, nog {_tijd(rest)}"

    def wis(self) -> None:
        self._schrijf("")

    @staticmethod
    def _schrijf(regel: str) -> None:
        click.echo(f"\r\x1b[K{regel}", err=True, nl=False)


@contextmanager
def op_scherm(totaal: int) -> Iterator[Voortgang | None]:
    """Nothing where nobody looks at a terminal."""
    voortgang = Voortgang(totaal) if sys.stderr.isatty() else None
    try:
        yield voortgang
    finally:
        if voortgang:
            voortgang.wis()


def _tijd(seconden: float) -> str:
    heel = round(seconden)
    if heel < 60:
        return f"{heel} s"
    uren, minuten = divmod(round(heel / 60), 60)
    return f"{uren} u {minuten} min" if uren else f"{minuten} min"
