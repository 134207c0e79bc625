"""What is found, and what has to be known of somebody to judge it."""

from dataclasses import dataclass

__all__ = ["NIEMAND", "Achtergrond", "Treffer"]


@dataclass(frozen=True, slots=True)
class Achtergrond:
    """Whose text it is. `over_werk`: it tells what the work is, not how somebody is doing."""

    functie: str = ""
    werkgever: str = ""
    namen: tuple[str, ...] = ()
    over_werk: bool = False


NIEMAND = Achtergrond()


@dataclass(frozen=True, slots=True, order=True)
class Treffer:
    """A medical word, or several that say one thing. `soort` as a reader would call it; `advies`: what to write."""

    begin: int
    einde: int
    soort: str
    advies: str
