"""Samples and writers that the tests of `render` share."""

import os
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from dossiergen.huisstijl import Huisstijl, laad
from dossiergen.render.boom import Boom, lees
from dossiergen.render.docx import DocxSchrijver
from dossiergen.render.eigenschappen import Eigenschappen
from dossiergen.render.pdf import PdfSchrijver
from dossiergen.sjablonen import Sjablonen

VOORBEELDEN = Path(__file__).parent / "voorbeelden"
NAMEN = tuple(sorted(pad.stem for pad in VOORBEELDEN.glob("*.html")))
EIGENSCHAPPEN = Eigenschappen("Plan van Aanpak", "Limburg Flex B.V.", date(2026, 2, 26))

Schrijf = Callable[[Boom], bytes]


@cache
def _boom(naam: str) -> Boom:
    return lees((VOORBEELDEN / f"{naam}.html").read_text("utf-8"), f"{naam}.html")


@cache
def _stijl(naam: str) -> Huisstijl:
    return laad(naam, Sjablonen.standaard())


@cache
def _pdf(boom: Boom, stijl: str) -> bytes:
    return _pdfschrijver(stijl).schrijf(boom, EIGENSCHAPPEN)


@cache
def _pdfschrijver(stijl: str) -> PdfSchrijver:
    return PdfSchrijver(_stijl(stijl))


@cache
def _docx(boom: Boom, stijl: str) -> bytes:
    return DocxSchrijver(_stijl(stijl)).schrijf(boom, EIGENSCHAPPEN)


@pytest.fixture(params=NAMEN)
def voorbeeld(request: pytest.FixtureRequest) -> Boom:
    """Each sample in turn."""
    return _boom(request.param)


# Of three pages Poppler takes twenty seconds to tell the structure; what only they have stands in the long profile.
SNEL = NAMEN if os.environ.get("DOSSIERGEN_LANG") == "1" else tuple(n for n in NAMEN if n != "plan-lang")


@pytest.fixture(params=SNEL)
def voorbeeld_voor_poppler(request: pytest.FixtureRequest) -> Boom:
    """Each sample in turn; quickly, without the longest."""
    return _boom(request.param)


@pytest.fixture
def boom() -> Callable[[str], Boom]:
    """A sample by name."""
    return _boom


@pytest.fixture
def eigenschappen() -> Eigenschappen:
    """Those that every sample is written with."""
    return EIGENSCHAPPEN


@pytest.fixture
def voorbeelden() -> Path:
    """The folder of the samples."""
    return VOORBEELDEN


@pytest.fixture
def stijl() -> Callable[[str], Huisstijl]:
    return _stijl


@pytest.fixture
def pdf() -> Schrijf:
    """Writes in the default style; the same tree is written once for all tests."""
    return lambda boom: _pdf(boom, "standaard")


@pytest.fixture
def docx() -> Schrijf:
    """As `pdf`, in Word's format."""
    return lambda boom: _docx(boom, "standaard")
