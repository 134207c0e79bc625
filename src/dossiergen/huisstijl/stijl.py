"""The values that make up a house style; each style has the same ones.

Colours are `#rrggbb`, the letter's size is in points, margins are in millimetres.
"""

from dataclasses import dataclass, replace
from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field, StringConstraints

__all__ = ["Huisstijl", "Kleuren", "Letter", "Marges"]

_STRENG = ConfigDict(extra="forbid", hide_input_in_errors=True)

_DICHT = 9.5
"""The largest letter of what is set closely, in points."""

Kleur = Annotated[str, StringConstraints(pattern=r"^#[0-9a-f]{6}$")]
Marge = Annotated[float, Field(ge=15, le=40)]


@dataclass(frozen=True, slots=True)
class Kleuren:
    """`accent` heads and rules, `inkt` text, `zacht` labels, `lijn` hairlines, `vlak` washes, `status` CONCEPT."""

    __pydantic_config__: ClassVar[ConfigDict] = _STRENG

    accent: Kleur
    inkt: Kleur
    zacht: Kleur
    lijn: Kleur
    vlak: Kleur
    status: Kleur


@dataclass(frozen=True, slots=True)
class Letter:
    """Families by format: a PDF embeds the packaged font, a Word machine brings its own."""

    __pydantic_config__: ClassVar[ConfigDict] = _STRENG

    pdf: Literal["Source Sans Pro"]
    docx: Annotated[str, StringConstraints(min_length=1, max_length=31)]
    grootte: Annotated[float, Field(ge=9, le=13)]


@dataclass(frozen=True, slots=True)
class Marges:
    __pydantic_config__: ClassVar[ConfigDict] = _STRENG

    boven: Marge
    rechts: Marge
    onder: Marge
    links: Marge


@dataclass(frozen=True, slots=True)
class Huisstijl:
    """A house style, ready for both writers."""

    naam: str
    kleuren: Kleuren
    letter: Letter
    marges: Marges
    css: str
    """The shared rules, and after them the style's own."""
    vingerafdruk: str
    """sha256 over every file that the style consists of."""
    dicht: bool = False
    """Whether it is set closely, for what has to stay on one page."""

    @property
    def tekstbreedte(self) -> float:
        """Millimetres between the margins of an A4 sheet."""
        return 210 - self.marges.links - self.marges.rechts

    def voor(self, *, dicht: bool) -> "Huisstijl":
        """The same look, set closely where that is asked."""
        if not dicht:
            return self
        return replace(
            self, letter=replace(self.letter, grootte=min(self.letter.grootte, _DICHT)), dicht=True
        )
