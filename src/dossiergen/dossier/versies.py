"""Which versions the bytes of a document depend on; same versions, same bytes."""

import platform
from collections.abc import Mapping
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
    from dossiergen.render.pdf import systeemversies  # noqa: PLC0415  half a second that only a maker needs

    python = {"python": ".".join(platform.python_version_tuple()[:2])}
    pakketten = {naam: version(naam) for naam in _PAKKETTEN}
    return dict(sorted({**python, **pakketten, **systeemversies()}.items()))
