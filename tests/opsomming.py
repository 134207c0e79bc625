"""Small facts about hundreds of things, told in one test each.

A test of its own for every one of them costs more than what it looks at.
"""

from collections.abc import Callable, Iterable

import pytest

__all__ = ["voor_elke"]

Toets = Callable[..., None]


def voor_elke(gevallen: Iterable[tuple[object, ...]]) -> Callable[[Toets], Callable[[], None]]:
    """Make a test that goes through all cases; the first that fails is named below the failure."""
    alle = tuple(gevallen)
    assert alle

    def maak(toets: Toets) -> Callable[[], None]:
        def test() -> None:
            for geval in alle:
                try:
                    toets(*geval)
                except (AssertionError, pytest.fail.Exception) as fout:
                    fout.add_note(f"bij {geval}")
                    raise

        test.__name__, test.__qualname__ = toets.__name__, toets.__qualname__
        test.__doc__, test.__module__ = toets.__doc__, toets.__module__
        return test

    return maak
