"""Opens a PDF to sign it or to look it over. What cannot be read is refused, whatever the library stumbles on."""

import logging
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader

from dossiergen.errors import OndertekenFout

__all__ = ["KAPOT", "geopend", "ontleding", "paginas", "waarde"]

_DIEPST = 64
# They tell of the persons in a certificate, and of every oddity of a file; what matters is told by us.
for _naam in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_naam).addHandler(logging.NullHandler())
    logging.getLogger(_naam).propagate = False

# Everything that pyHanko, asn1crypto and cryptography were seen to raise on files that were made to break them.
KAPOT = (
    PdfError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    MemoryError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)


@contextmanager
def ontleding() -> Iterator[None]:
    """What goes wrong in here is a fault of the file."""
    try:
        yield
    except KAPOT:
        raise OndertekenFout(
            "Deze PDF is beschadigd of wijkt zo af dat de handtekeningen niet te beoordelen zijn.",
            "Vraag de afzender om het oorspronkelijke bestand.",
        ) from None


@contextmanager
def geopend(pdf: bytes) -> Iterator[PdfFileReader]:
    """A reader for as long as it is looked at. Refuses what is encrypted: nothing in it can be judged."""
    with ontleding():
        lezer = PdfFileReader(BytesIO(pdf))
        versleuteld = lezer.encrypted
    if versleuteld:
        raise OndertekenFout(
            "Deze PDF is beveiligd met een wachtwoord.", "Gebruik het bestand zoals dossiergen het maakte."
        )
    with ontleding():
        yield lezer


def paginas(lezer: PdfFileReader) -> Iterator[generic.DictionaryObject]:
    """All pages, in order. Raises ValueError where the tree has no end."""
    yield from _onder(lezer.root["/Pages"], 0)


def _onder(knoop: generic.DictionaryObject, diepte: int) -> Iterator[generic.DictionaryObject]:
    if diepte > _DIEPST:
        raise ValueError("page tree")
    if "/Kids" not in knoop:
        yield knoop
        return
    for kind in knoop["/Kids"]:
        yield from _onder(kind.get_object(), diepte + 1)


def waarde(drager: generic.DictionaryObject, sleutel: str, anders: Any = None) -> Any:
    """What stands under a key, also where it is an object elsewhere in the file: pyHanko's own `get` does not go there."""
    return drager[sleutel] if sleutel in drager else anders  # noqa: SIM401  that is what it is for
