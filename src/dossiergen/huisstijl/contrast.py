"""Contrast between two colours as WCAG 2.2 measures it (success criterion 1.4.3)."""

__all__ = ["MINIMUM", "verhouding"]

MINIMUM = 4.5


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
