"""The only import of WeasyPrint: closed off from the network, from this machine's fonts and from its log."""

import io
import logging
import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, redirect_stdout
from functools import cache
from importlib import resources
from pathlib import Path
from xml.etree import ElementTree as ET

from cssselect2 import ElementWrapper  # type: ignore[import-untyped]

from dossiergen.errors import OntbrekendHulpmiddel, SjabloonFout
from dossiergen.huisstijl import Logo
from dossiergen.render.pdf.labelboom import Labelboom
from dossiergen.render.pdf.metagegevens import met_ua
from dossiergen.render.pdf.middelen import SCHEMA, Middel

try:
    # What WeasyPrint misses it tells on stdout, where our data go; the error says it again.
    with redirect_stdout(io.StringIO()):
        import weasyprint  # noqa: TID251  this is the module that the rule points to
        from weasyprint.css import ColorProfile  # noqa: TID251  PDF/A wants one
        from weasyprint.text import ffi  # noqa: TID251  tells which libraries were found
        from weasyprint.text.fonts import FontConfiguration  # noqa: TID251  shared by all documents of a process
        from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse  # noqa: TID251  as above
except OSError as fout:
    raise OntbrekendHulpmiddel(
        "De bibliotheek pango ontbreekt; zonder pango kan er geen PDF worden gemaakt.",
        "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    ) from fout

__all__ = ["Stijlblad", "Zetsel", "controleer_bibliotheken", "systeemversies"]

_SOORTEN = {"svg": "image/svg+xml", "png": "image/png"}
# A character that the font lacks is a fault in the case: `letters.ontbrekende_tekens` tells which.
_GEEN_LETTER = ".notdef glyph"
# Any name but "srgb", for which WeasyPrint would open its own copy of the profile.
_EIGEN_PROFIEL = "meegegeven"
_GEEN_FONTS = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig/>'


class _Ophaler(URLFetcher):  # type: ignore[misc]
    """Knows the fonts and the logo of one style; any other address stops the document."""

    def __init__(self, middelen: Mapping[str, Middel]) -> None:
        super().__init__()
        self._middelen = middelen
        for middel in middelen.values():
            if isinstance(middel, Path):
                # WeasyPrint would only say that a font cannot be loaded.
                middel.stat()

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:  # noqa: ARG002  WeasyPrint's signature
        middel = self._middelen.get(url.removeprefix(SCHEMA)) if url.startswith(SCHEMA) else None
        if middel is None:
            raise FatalURLFetchingError(url)
        if isinstance(middel, Logo):
            return URLFetcherResponse(url, middel.inhoud, {"Content-Type": _SOORTEN[middel.soort]})
        inhoud = middel if isinstance(middel, bytes) else middel.read_bytes()
        return URLFetcherResponse(url, inhoud, {"Content-Type": "font/ttf"})


class _Document(weasyprint.HTML):  # type: ignore[misc]
    """A document whose elements are already there, so that nothing has to be written out and parsed again."""

    def __init__(self, wortel: ET.Element, ophaler: _Ophaler) -> None:
        self.base_url = None
        self.url_fetcher = ophaler
        self.media_type = "print"
        self.wrapper_element = ElementWrapper.from_html_root(wortel)
        self.etree_element = wortel


class _Oor(logging.Handler):
    """Hears what WeasyPrint says. Of a document it keeps the wording and not the values, which may be someone's data."""

    def __init__(self, *, met_waarden: bool) -> None:
        super().__init__(logging.WARNING)
        self._met_waarden = met_waarden
        self.gehoord: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        zin = record.getMessage() if self._met_waarden else str(record.msg)
        if not zin.startswith(_GEEN_LETTER):
            self.gehoord.append(zin)


@contextmanager
def _stil(*, met_waarden: bool = False) -> Iterator[None]:
    """WeasyPrint only logs what is wrong; here that is an error. `met_waarden`: nobody's data are at hand."""
    log = logging.getLogger("weasyprint")
    oor, eerder = _Oor(met_waarden=met_waarden), log.propagate
    log.addHandler(oor)
    log.propagate = False
    try:
        yield
    except FatalURLFetchingError as fout:
        raise SjabloonFout(
            "De huisstijl verwijst naar een bestand buiten het pakket.", "Gebruik in stijl.css geen adressen."
        ) from fout
    finally:
        log.removeHandler(oor)
        log.propagate = eerder
    if oor.gehoord:
        raise SjabloonFout(f"WeasyPrint meldt een fout in de huisstijl: {oor.gehoord[0]}")


def controleer_bibliotheken() -> None:
    """WeasyPrint falls back to another subsetter without a word, and then the bytes differ."""
    if ffi.harfbuzz_subset is None:
        raise OntbrekendHulpmiddel(
            "De bibliotheek harfbuzz-subset ontbreekt; zonder die bibliotheek is een PDF niet herhaalbaar.",
            "sudo apt-get install libharfbuzz-subset0",
        )


def systeemversies() -> Mapping[str, str]:
    """Versions of the system libraries that decide where letters stand."""
    pango = ffi.pango.pango_version()
    return {
        "pango": f"{pango // 10000}.{pango // 100 % 100}.{pango % 100}",
        "harfbuzz": ".".join(map(str, _harfbuzzversie())),
    }


def _harfbuzzversie() -> tuple[int, ...]:
    """Only a comparison is on offer, so count up from the left."""
    delen = [0, 0, 0]
    for plaats in range(3):
        while ffi.harfbuzz.hb_version_atleast(*delen[:plaats], delen[plaats] + 1, *[0] * (2 - plaats)):
            delen[plaats] += 1
    return tuple(delen)


def _lettervoorraad() -> FontConfiguration:
    """One for each style sheet: a new one for each document costs half the time, and leaks.

    Not one for all: where a letter is missing, the fonts of another style would stand in for it. Made while fontconfig sees no fonts of this machine, so that none of them can end up in a document.
    """
    eerder = os.environ.get("FONTCONFIG_FILE")
    with tempfile.TemporaryDirectory(prefix="dossiergen-") as map_:
        instelling = Path(map_, "fonts.conf")
        instelling.write_text(_GEEN_FONTS, "utf-8")
        os.environ["FONTCONFIG_FILE"] = str(instelling)
        try:
            return FontConfiguration()
        finally:
            if eerder is None:
                del os.environ["FONTCONFIG_FILE"]
            else:
                os.environ["FONTCONFIG_FILE"] = eerder


class _Kleurprofiel(ColorProfile):  # type: ignore[misc]
    """The profile as its file is: written out again, it differs once its name was asked for."""

    def __init__(self, inhoud: bytes) -> None:
        super().__init__(io.BytesIO(inhoud), "sRGB2014.icc", "relative-colorimetric", (["r"], ["g"], ["b"]))
        self._inhoud = inhoud

    @property
    def content(self) -> bytes:
        return self._inhoud


@cache
def _kleurprofiel() -> _Kleurprofiel:
    """sRGB, read once; left to itself WeasyPrint opens the file for each document and does not close it."""
    return _Kleurprofiel((resources.files("weasyprint.pdf") / "sRGB2014.icc").read_bytes())


class Stijlblad:
    """A style sheet with its fonts and its logo, parsed once."""

    def __init__(self, css: str, middelen: Mapping[str, Middel]) -> None:
        self.letters = _lettervoorraad()
        self.ophaler = _Ophaler(middelen)
        with _stil(met_waarden=True):
            self.css = weasyprint.CSS(string=css, font_config=self.letters, url_fetcher=self.ophaler)


class Zetsel:
    """A document laid out on its pages, and not written yet: writing takes more than a third of the work."""

    def __init__(self, wortel: ET.Element, stijlblad: Stijlblad) -> None:
        """Raises SjabloonFout for anything that WeasyPrint would only have logged; so does `schrijf`."""
        with _stil():
            self._document = _Document(wortel, stijlblad.ophaler).render(
                font_config=stijlblad.letters,
                color_profiles={"srgb": _kleurprofiel()},
                stylesheets=[stijlblad.css],
                pdf_variant="pdf/a-3a",
            )

    @property
    def paginas(self) -> int:
        return len(self._document.pages)

    @property
    def laatste_vulling(self) -> float:
        """The part of its room that the last page takes, from the top of its text to the foot of its last line."""
        blad = self._document.pages[-1]._page_box  # noqa: SLF001  nothing public
        lopend = (
            doos for kind in blad.children if not hasattr(kind, "at_keyword") for doos in kind.descendants()
        )
        onder = max((doos.position_y + doos.height for doos in lopend if hasattr(doos, "text")), default=0)
        return float((onder - blad.content_box_y()) / blad.height)

    def schrijf(
        self, gekeurd: Sequence[tuple[str, str]] = (), identiteit: Mapping[str, str] | None = None
    ) -> bytes:
        """The file; a second one of the same pages would have no tags."""
        document = self._document
        with _stil():
            rdf = document.metadata.generate_rdf_metadata
            document.metadata.generate_rdf_metadata = met_ua(rdf, gekeurd, identiteit)
            labels = Labelboom(document)
            return bytes(
                document.write_pdf(finisher=labels, pdf_variant="pdf/a-3a", output_intent=_EIGEN_PROFIEL)
            )
