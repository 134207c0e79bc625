"""What a Word file that came back would change in a case, and what stands in the way."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import BaseModel

from dossiergen.finding import Finding, Plaats, met_fout
from dossiergen.zaak.yaml import Pad

__all__ = ["Buiten", "Voorstel", "Wijziging"]


@dataclass(frozen=True, slots=True)
class Wijziging:
    """One field, as the case has it and as it would be; None where there is nothing. Holds values: for the screen."""

    bestand: str
    """As the case calls it: `stukken/plan-van-aanpak.yaml`."""
    pad: Pad
    plaats: Plaats
    omschrijving: str
    oud: str | None
    nieuw: str | None


@dataclass(frozen=True, slots=True)
class Buiten:
    """What somebody changed where no field is. Holds text of the file: for the screen."""

    finding: Finding
    oud: tuple[str, ...] = ()
    nieuw: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Voorstel:
    """All of it for one file. `map`: of the case that it belongs to, None where none was found."""

    map: Path | None = None
    kenmerk: str = ""
    stuk: str = ""
    wijzigingen: tuple[Wijziging, ...] = ()
    buiten: tuple[Buiten, ...] = ()
    findings: tuple[Finding, ...] = ()
    teksten: Mapping[str, str] = field(default_factory=dict, repr=False)
    """The files that would change, as they were read."""
    modellen: Mapping[str, type[BaseModel]] = field(default_factory=dict, repr=False)

    @property
    def bestanden(self) -> tuple[str, ...]:
        """The files that would change, each once, in the order of the document."""
        return tuple(dict.fromkeys(een.bestand for een in self.wijzigingen))

    @property
    def kan(self) -> bool:
        """Whether the fields can be taken over, whatever happened around them."""
        return not met_fout(self.findings)

    @property
    def schoon(self) -> bool:
        """Whether nothing would be lost by taking over the fields."""
        return self.kan and not self.buiten
