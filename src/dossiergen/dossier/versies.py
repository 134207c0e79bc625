"""Which versions the bytes of a document depend on; same versions, same bytes."""

import platform
from collections.abc import Mapping
from ctypes import CDLL, byref, c_uint
from importlib.metadata import version

__all__ = ["versies"]

_PAKKETTEN = (
    "dossiergen",
    "weasyprint",
    "pydyf",
    "fonttools",
    "python-docx",
    "lxml",
    "jinja2",
    "font-source-sans-pro",
    "font-source-serif-pro",
    "pillow",
    "pypdfium2",
)


def versies() -> Mapping[str, str]:
    """Name and version, sorted by name."""
    python = {"python": ".".join(platform.python_version_tuple()[:2])}
    pakketten = {naam: version(naam) for naam in _PAKKETTEN}
    return dict(sorted({**python, **pakketten, **_systeem()}.items()))


def _systeem() -> Mapping[str, str]:
    """Asked of the libraries themselves where they have their usual names; by way of WeasyPrint it takes a second."""
    try:
        pango, harfbuzz = CDLL("libpango-1.0.so.0"), CDLL("libharfbuzz.so.0")
    except OSError:
        from dossiergen.render.pdf import systeemversies  # noqa: PLC0415  a second that only a maker needs

        return systeemversies()
    delen = (c_uint(), c_uint(), c_uint())
    harfbuzz.hb_version(*map(byref, delen))
    nummer = pango.pango_version()
    return {
        "pango": f"{nummer // 10000}.{nummer // 100 % 100}.{nummer % 100}",
        "harfbuzz": ".".join(str(deel.value) for deel in delen),
    }
