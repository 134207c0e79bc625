"""The values that make up a house style; each style has the same ones.

Colours are `#rrggbb`, the letter's size is in points, margins are in millimetres.
"""

from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from pydantic import ConfigDict, Field, StringConstraints

from dossiergen.huisstijl.letterfamilie import Letterfamilie
from dossiergen.huisstijl.logo import Logo

__all__ = ["Huisstijl", "Kleuren", "Letter", "Letters", "Marges"]

_STRENG = ConfigDict(extra="forbid", hide_input_in_errors=True)

_DICHT = 9.5
"""The largest letter of what is set closely, in points."""

Kleur = Annotated[str, StringConstraints(pattern=r"^#[0-9a-f]{6}$")]
Marge = Annotated[float, Field(ge=15, le=40)]
# These end up in a style sheet and in a Word file, so nothing but a name can stand there.
Familie = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9 -]{0,30}$")]


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
    """Families by format: a PDF embeds its font, a Word machine brings its own. Heads may have another one."""

    __pydantic_config__: ClassVar[ConfigDict] = _STRENG

    pdf: Familie
    docx: Familie
    grootte: Annotated[float, Field(ge=9, le=13)]
    pdf_koppen: Familie | None = None
    docx_koppen: Familie | None = None


@dataclass(frozen=True, slots=True)
class Letters:
    """The fonts of a style as files: for text, for heads, and for the marks of lists."""

    tekst: Letterfamilie
    koppen: Letterfamilie
    merken: Letterfamilie


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
    letters: Letters
    marges: Marges
    css: str
    """The shared rules, and after them the style's own."""
    vingerafdruk: str
    """sha256 over every file that the style consists of."""
    logo: Logo | None = None
    dicht: bool = False
    """Whether it is set closely, for what has to stay on one page."""

    @property
    def tekstbreedte(self) -> float:
        """Millimetres between the margins of an A4 sheet."""
        return 210 - self.marges.links - self.marges.rechts

    @property
    def families(self) -> frozenset[str]:
        """The names of its fonts, as a PDF has them."""
        letters = self.letters
        return frozenset(familie.naam for familie in (letters.tekst, letters.koppen, letters.merken))

    def voor(self, *, dicht: bool) -> "Huisstijl":
        """The same look, set closely where that is asked."""
        if not dicht:
            return self
        return replace(
            self, letter=replace(self.letter, grootte=min(self.letter.grootte, _DICHT)), dicht=True
        )
