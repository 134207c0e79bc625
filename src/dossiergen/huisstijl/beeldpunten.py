"""A PNG as every reader and every standard takes it: opaque, eight bits, no profile, no finer than paper shows."""

import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image, ImageFile, UnidentifiedImageError

from dossiergen.errors import SjabloonFout

__all__ = ["lees_png"]

_MEESTE_PUNTEN = 6_000_000
_MINST_DPI, _MEEST_DPI = 150, 600
_INCH = 25.4
_ZESTIEN_BITS = frozenset({"I", "I;16", "I;16B", "I;16L", "I;16N"})
_KAPOT = (OSError, SyntaxError, ValueError, zlib.error, EOFError, LookupError)
_OPSLAAN = "Sla het logo opnieuw op als PNG, of gebruik een SVG."


def lees_png(inhoud: bytes, waar: str, hoogte: float) -> tuple[bytes, float]:
    """The picture made plain, and its width as a factor of its height. `hoogte`: in millimetres, on paper."""
    te_groot = SjabloonFout(
        f"{waar} heeft meer dan {_MEESTE_PUNTEN // 1_000_000} miljoen beeldpunten.",
        "Sla het logo kleiner op: 400 beeldpunten hoog is genoeg.",
    )
    try:
        with _helemaal(), Image.open(io.BytesIO(inhoud), formats=("PNG",)) as beeld:
            if beeld.width * beeld.height > _MEESTE_PUNTEN:
                raise te_groot
            beeld.load()
            effen = _op_wit(beeld)
    except Image.DecompressionBombError:
        raise te_groot from None
    except UnidentifiedImageError:
        raise SjabloonFout(f"{waar} is geen PNG.", _OPSLAAN) from None
    except _KAPOT:
        raise SjabloonFout(f"{waar} is beschadigd of niet compleet.", _OPSLAAN) from None
    minst = round(hoogte / _INCH * _MINST_DPI)
    if effen.height < minst:
        raise SjabloonFout(
            f"{waar} is te grof: {effen.height} beeldpunten hoog.",
            f"Op {hoogte:g} mm zijn ten minste {minst} beeldpunten nodig; een SVG is altijd scherp.",
        )
    meest = round(hoogte / _INCH * _MEEST_DPI)
    if effen.height > meest:
        effen = effen.resize(
            (max(1, round(effen.width * meest / effen.height)), meest), Image.Resampling.LANCZOS
        )
    uit = io.BytesIO()
    effen.save(uit, "PNG")
    return uit.getvalue(), effen.width / effen.height


@contextmanager
def _helemaal() -> Iterator[None]:
    """WeasyPrint has Pillow take half a picture for a whole one, in all of the process."""
    eerder, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = eerder


def _op_wit(beeld: Image.Image) -> Image.Image:
    """In three channels on white paper: transparency and palettes are where PDF/A and Word go wrong."""
    if beeld.mode in _ZESTIEN_BITS:
        beeld = beeld.convert("I").point(lambda waarde: waarde / 256).convert("L")
    doorzichtig = beeld.convert("RGBA")
    wit = Image.new("RGBA", beeld.size, "white")
    return Image.alpha_composite(wit, doorzichtig).convert("RGB")
