"""The words for every choice of the model, from templates/delen/keuzes.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from dossiergen.errors import SjabloonFout
from dossiergen.sjablonen import Sjablonen
from dossiergen.sjablonen.lezen import lees_groep

__all__ = ["Keuzes", "Optie"]

_BESTAND = "delen/keuzes.yaml"


@dataclass(frozen=True, slots=True)
class Optie:
    """One option of a choice as it is shown."""

    tekst: str
    gekozen: bool


@dataclass(frozen=True, slots=True)
class Keuzes:
    """Words by name of the choice and value."""

    woorden: Mapping[str, Mapping[str, str]]

    @classmethod
    def laad(cls, sjablonen: Sjablonen) -> "Keuzes":
        """All words. Raises SjabloonFout where the file is not a group of words for each choice."""
        keuzes = lees_groep(_BESTAND, sjablonen)
        for naam, woorden in keuzes.items():
            if not isinstance(woorden, dict) or not all(isinstance(woord, str) for woord in woorden.values()):
                raise SjabloonFout(
                    f"{_BESTAND}: {naam} moet een groep zijn met achter elke waarde één woord of zin."
                )
        return cls(keuzes)

    def woord(self, waarde: StrEnum) -> str:
        """What stands for this value. Raises SjabloonFout where keuzes.yaml lacks a word for the choice."""
        soort = type(waarde)
        woorden = self.woorden.get(soort.__name__, {})
        if waarde not in woorden:
            # All that are missing: the one that was asked for is what the case says.
            ontbreekt = ", ".join(
                lid for lid in getattr(soort, "__members__", {}).values() if lid not in woorden
            )
            raise SjabloonFout(
                f"{_BESTAND} heeft niet voor elke waarde van {soort.__name__} een woord.",
                f"Nog zonder woord: {ontbreekt}." if ontbreekt else "Gebruik dit filter alleen op een keuze.",
            )
        return woorden[waarde]

    def woorden_van(self, waarde: StrEnum, *, hoofdletter: bool = False) -> str:
        """The words of all values in the order of the model, as `data-opties` wants them."""
        woorden = [self.woord(lid) for lid in type(waarde)]
        return "|".join(woord[:1].upper() + woord[1:] if hoofdletter else woord for woord in woorden)

    def woorden_bij(self, naam: str) -> str:
        """As woorden_van, of a choice by its name: where a case says nothing yet."""
        if naam not in self.woorden:
            raise SjabloonFout(f"{_BESTAND} kent geen keuze die zo heet.", "Controleer de naam.")
        return "|".join(self.woorden[naam].values())

    def opties(self, waarde: StrEnum) -> tuple[Optie, ...]:
        """All options in the order of the model, with the chosen one marked."""
        return tuple(Optie(self.woord(lid), lid is waarde) for lid in type(waarde))
