"""Contrast between two colours as WCAG 2.2 measures it, and what a style's colours need of it (1.4.3 and 1.4.11)."""

from collections.abc import Iterator

from dossiergen.huisstijl.stijl import Kleuren

__all__ = ["MINIMUM", "bezwaren", "verhouding"]

MINIMUM = 4.5
"""For text. Large heads and lines that mean something may do with 3, but stand in the same four colours:
the boxes of a choice, the line for a signature, the marks of a tijdlijn. `lijn` and `vlak` only adorn."""

_LEESBAAR = ("accent", "inkt", "zacht", "status")
_WIT = "#ffffff"


def bezwaren(kleuren: Kleuren) -> Iterator[str]:
    """A sentence for each colour of text that cannot be read well on a ground that it may stand on."""
    for naam in _LEESBAAR:
        for grond, vlak in (("wit", _WIT), ("kleuren.vlak", kleuren.vlak)):
            gemeten = verhouding(getattr(kleuren, naam), vlak)
            if gemeten < MINIMUM:
                yield f"kleuren.{naam} is op {grond} niet goed leesbaar: contrast {_met_komma(gemeten)}, nodig is 4,5"


def _met_komma(getal: float) -> str:
    """Rounded down, so that what falls short never looks like enough."""
    return f"{int(getal * 100) / 100:.2f}".replace(".", ",")


def _kanaal(waarde: int) -> float:
    deel = waarde / 255
    return deel / 12.92 if deel <= 0.04045 else float(((deel + 0.055) / 1.055) ** 2.4)


def _helderheid(kleur: str) -> float:
    rood, groen, blauw = (_kanaal(int(kleur[i : i + 2], 16)) for i in (1, 3, 5))
    return 0.2126 * rood + 0.7152 * groen + 0.0722 * blauw


def verhouding(een: str, ander: str) -> float:
    """Between 1 (the same) and 21 (black on white)."""
    donker, licht = sorted((_helderheid(een), _helderheid(ander)))
    return (licht + 0.05) / (donker + 0.05)
