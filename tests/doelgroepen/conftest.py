"""What the tests that write whole documents share."""

import pytest

from dossiergen.render.pdf.motor import _kleurprofiel


@pytest.fixture(scope="session", autouse=True)
def _kleurprofiel_is_gelezen() -> None:
    """Once its name was asked, the colour profile is written in other bytes; the first PDF of a process asks it."""
    assert _kleurprofiel().name
