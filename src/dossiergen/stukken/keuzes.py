"""The words for every choice of the model, from templates/delen/keuzes.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import yaml

from dossiergen.errors import SjabloonFout
from dossiergen.sjablonen import Sjablonen

__all__ = ["Keuzes", "Optie"]


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
        tekst = sjablonen.bestand("delen/keuzes.yaml").read_text(encoding="utf-8")
        return cls(yaml.load(tekst, Loader=yaml.BaseLoader))  # noqa: S506, TID251  our own file, all scalars text

    def woord(self, waarde: StrEnum) -> str:
        """What stands for this value. Raises SjabloonFout where keuzes.yaml has no word for it."""
        try:
            return self.woorden[type(waarde).__name__][waarde.value]
        except (KeyError, TypeError):
            raise SjabloonFout(
                f"delen/keuzes.yaml heeft geen woord voor {type(waarde).__name__}.{waarde.name}."
            ) from None

    def opties(self, waarde: StrEnum) -> tuple[Optie, ...]:
        """All options in the order of the model, with the chosen one marked."""
        return tuple(Optie(self.woord(lid), lid is waarde) for lid in type(waarde))
