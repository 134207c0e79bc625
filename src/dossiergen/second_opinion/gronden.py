"""The grounds to reject, and the routes that fit each of them. Their texts are dated law."""

from collections.abc import Callable

from dossiergen.zaak.second_opinion_stukken import Grondcode, Route

__all__ = ["grondtekst", "hoofdgrond", "mist_onderdeel", "routes_van"]

Teksten = Callable[[str], str]
"""The text of a key of dated law on the day that matters."""


def hoofdgrond(code: Grondcode) -> Grondcode:
    """B of B3."""
    return Grondcode(code.value[0])


def mist_onderdeel(code: Grondcode) -> bool:
    """B and C say nothing without their number."""
    return code in {Grondcode.B, Grondcode.C}


def grondtekst(code: Grondcode, tekst: Teksten) -> str:
    return tekst(f"second_opinion_grond_{code.value.lower()}")


def routes_van(code: Grondcode, tekst: Teksten) -> tuple[Route, ...]:
    """The routes that fit, the best first."""
    return tuple(Route(naam) for naam in tekst(f"second_opinion_routes_{code.value.lower()}").split(", "))
