"""Opens a PDF to sign it or to look it over. What cannot be read is refused, whatever the library stumbles on."""

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader

from dossiergen.errors import OndertekenFout

__all__ = ["KAPOT", "geopend", "ontleding"]

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
