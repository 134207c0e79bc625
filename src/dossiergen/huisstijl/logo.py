"""A logo as a value: checked, measured and cleaned, so that a writer only has to place it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field, StringConstraints

from dossiergen.errors import SjabloonFout
from dossiergen.huisstijl.beeldpunten import lees_png
from dossiergen.huisstijl.vectoren import lees_svg

__all__ = ["BRIEFHOOFD", "Logo", "Logogegevens", "laad_logo"]

BRIEFHOOFD = 34.0
"""Where the letterhead ends, in millimetres from the edge: above the window of a sheet that lies low in its envelope.
Besluit 0037 tells how it follows from the envelopes; `render.maten` has the rest of the window."""
_MEESTE_BREED = 80.0
"""Millimetres; wider comes too near to the fold and to the reference lines."""


@dataclass(frozen=True, slots=True)
class Logogegevens:
    """What `huisstijl.yaml` says of it; the height is in millimetres."""

    # A hundred times any letter of Unicode is ten megabytes in pydantic's own engine, for every process.
    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(
        extra="forbid", hide_input_in_errors=True, regex_engine="python-re"
    )

    bestand: Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,40}\.(svg|png)\Z")]
    alt: Annotated[str, StringConstraints(pattern=r"^[^\W_][\w .,&'’()+/-]{0,99}\Z")]
    hoogte: Annotated[float, Field(ge=6, le=24)]


@dataclass(frozen=True, slots=True)
class Logo:
    """The picture, what is read aloud for it, and its size in millimetres."""

    soort: Literal["svg", "png"]
    inhoud: bytes
    alt: str
    breedte: float
    hoogte: float

    def van(self, hoogte: float) -> "Logo":
        """The same picture at another height, or as it is where that is lower."""
        deel = min(1.0, hoogte / self.hoogte)
        return Logo(self.soort, self.inhoud, self.alt, self.breedte * deel, self.hoogte * deel)


def laad_logo(gegevens: Logogegevens, bron: str, map_: Path, ruimte: float) -> Logo:
    """The logo beside a style's file. `ruimte`: how high it may be above the window, in millimetres."""
    waar = f"{Path(bron).parent.as_posix()}/{gegevens.bestand}"
    if gegevens.hoogte > ruimte:
        raise SjabloonFout(
            f"{bron}: logo.hoogte is te groot; het logo past op een brief niet boven het venster.",
            f"Kies ten hoogste {ruimte:g} mm, of een kleinere marges.boven.",
        )
    pad = map_ / gegevens.bestand
    if not pad.is_file():
        raise SjabloonFout(
            f"{waar} bestaat niet; {bron} noemt dit logo.", "Zet het bestand daar, of haal het blok logo weg."
        )
    soort: Literal["svg", "png"] = "svg" if pad.suffix == ".svg" else "png"
    lees = lees_svg if soort == "svg" else lees_png
    inhoud, verhouding = lees(_bytes(pad, waar), waar, gegevens.hoogte)
    breedte = gegevens.hoogte * verhouding
    if breedte > _MEESTE_BREED:
        raise SjabloonFout(
            f"{waar} wordt {breedte:.0f} mm breed; dat is te breed.",
            f"Kies een logo.hoogte van ten hoogste {_MEESTE_BREED / verhouding:.0f} mm, of een minder breed logo.",
        )
    return Logo(soort, inhoud, gegevens.alt, round(breedte, 2), gegevens.hoogte)


_MEESTE_BYTES = {".svg": 200_000, ".png": 1_000_000}


def _bytes(pad: Path, waar: str) -> bytes:
    """The file, read no further than it may be long."""
    meest = _MEESTE_BYTES[pad.suffix]
    try:
        with pad.open("rb") as stroom:
            inhoud = stroom.read(meest + 1)
    except OSError:
        raise SjabloonFout(f"{waar} kan niet worden gelezen.", "Controleer uw rechten.") from None
    if len(inhoud) > meest:
        raise SjabloonFout(
            f"{waar} is groter dan {meest // 1000} kB.",
            "Laat de ontwerper het eenvoudiger of kleiner opslaan.",
        )
    return inhoud
