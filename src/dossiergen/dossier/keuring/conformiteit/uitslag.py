"""What the judges said of all files: one row a judge, and each failure by document, style and case."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

__all__ = ["Rij", "Uitslag"]


@dataclass(slots=True)
class Rij:
    """One judge. `seconden`: its own time, of all processes together."""

    naam: str
    versie: str
    bestanden: int = 0
    seconden: float = 0.0
    fouten: dict[str, list[str]] = field(default_factory=dict)
    """By who failed: why."""

    def keur(self, wie: str, waarom: Iterable[str], seconden: float = 0.0) -> None:
        """Count one file, with what is wrong with it."""
        self.bestanden += 1
        self.seconden += seconden
        redenen = list(dict.fromkeys(waarom))
        if redenen:
            self.fouten.setdefault(wie, []).extend(redenen)

    @property
    def is_groen(self) -> bool:
        """A judge that saw nothing, judged nothing."""
        return self.bestanden > 0 and not self.fouten


@dataclass(frozen=True, slots=True)
class Uitslag:
    """The table. `over`: sentences on what was made, and what was left out."""

    rijen: Sequence[Rij]
    over: Sequence[str]
    seconden: float

    @property
    def is_groen(self) -> bool:
        return all(rij.is_groen for rij in self.rijen)

    def regels(self) -> Iterator[str]:
        """As a person reads it."""
        breedte = max(len(_naam(rij)) for rij in self.rijen)
        yield f"{'Keurmeester':<{breedte}}  Bestanden  Goed  Fout  Seconden"
        for rij in self.rijen:
            goed, fout = rij.bestanden - len(rij.fouten), len(rij.fouten)
            yield f"{_naam(rij):<{breedte}}  {rij.bestanden:>9}  {goed:>4}  {fout:>4}  {rij.seconden:>8.1f}"
        yield ""
        yield from self.over
        for rij in self.rijen:
            if not rij.bestanden:
                yield f"{rij.naam}: er was niets om te keuren."
            for wie, redenen in sorted(rij.fouten.items()):
                yield f"{rij.naam}: {wie}: {'; '.join(redenen)}"
        yield f"{'Alles is goed.' if self.is_groen else 'Niet alles is goed.'} {self.seconden:.0f} seconden."

    def als_json(self) -> str:
        """The same for a program."""
        inhoud = {
            "goed": self.is_groen,
            "seconden": round(self.seconden, 1),
            "over": list(self.over),
            "keurmeesters": [_als_data(rij) for rij in self.rijen],
        }
        return json.dumps(inhoud, ensure_ascii=False, indent=2) + "\n"


def _naam(rij: Rij) -> str:
    return f"{rij.naam} ({rij.versie})" if rij.versie else rij.naam


def _als_data(rij: Rij) -> Mapping[str, Any]:
    return {
        "naam": rij.naam,
        "versie": rij.versie,
        "bestanden": rij.bestanden,
        "fout": len(rij.fouten),
        "seconden": round(rij.seconden, 1),
        "fouten": rij.fouten,
    }
