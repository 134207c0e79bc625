"""What a style sheet and a page may ask for by an `asset:` address: the fonts of the style, and its logo."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from dossiergen.huisstijl import Huisstijl, Letterfamilie, Logo
from dossiergen.render.merken import lettertype

__all__ = ["LOGO", "SCHEMA", "Middel", "letterregels", "middelen"]

SCHEMA = "asset:"
LOGO = "logo"
MERKEN = "merken"

Middel = Path | bytes | Logo
"""A font as a file or as what would be in it, a logo as a value."""

_SNEDEN: Mapping[str, tuple[int, str]] = {
    "recht": (400, "normal"),
    "vet": (600, "normal"),
    "cursief": (400, "italic"),
    "vetcursief": (600, "italic"),
}


def middelen(stijl: Huisstijl) -> Mapping[str, Middel]:
    """Everything by its address without `asset:`."""
    letters = {
        f"letter-{nummer}-{snede}": familie.sneden[snede]
        for nummer, familie in enumerate(_families(stijl))
        for snede in _SNEDEN
    }
    return {**letters, MERKEN: lettertype(), **({LOGO: stijl.logo} if stijl.logo else {})}


def letterregels(stijl: Huisstijl) -> Iterator[str]:
    """The fonts of the style as the style sheet names them."""
    for nummer, familie in enumerate(_families(stijl)):
        for snede, (gewicht, stand) in _SNEDEN.items():
            adres = f"{SCHEMA}letter-{nummer}-{snede}"
            yield (
                f'@font-face {{ font-family: "{familie.naam}"; src: url({adres}); '
                f"font-weight: {gewicht}; font-style: {stand} }}"
            )


def _families(stijl: Huisstijl) -> tuple[Letterfamilie, ...]:
    letters = stijl.letters
    return tuple(dict.fromkeys((letters.tekst, letters.koppen, letters.merken)))
