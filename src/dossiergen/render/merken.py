"""The boxes before options, as a letter of our own.

Those of the packaged fonts throw a shadow, or are thin. As glyphs they stay text: the mark that the tree says.
"""

import io
from collections.abc import Sequence
from functools import cache

from fontTools.fontBuilder import FontBuilder  # type: ignore[import-untyped]
from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]

__all__ = ["NAAM", "lettertype"]

NAAM = "Dossiergen Merken"
_EM = 1000
_BREED = 780
# The box stands on the baseline and is as high as a capital of the running text.
_LINKS, _RECHTS, _ONDER, _BOVEN = 20, 740, -40, 680
_LIJN = 62
_VINK = ((170, 318), (236, 384), (322, 298), (528, 508), (594, 442), (322, 166))
_DAG = 3_849_984_000
"""Seconds since 1904: a font tells when it was made, and two have to be equal."""

_Punten = Sequence[tuple[int, int]]


@cache
def lettertype() -> bytes:
    """A TrueType font with ☐, ☑ and the space between a box and its text."""
    bouwer = FontBuilder(_EM, isTTF=True)
    letters = {
        ".notdef": (),
        "leeg": (_rand(), _rand(_LIJN)[::-1]),
        "vink": (_rand(), _VINK[::-1]),
        "wit": (),
    }
    bouwer.setupGlyphOrder(list(letters))
    bouwer.setupCharacterMap({0x2610: "leeg", 0x2611: "vink", 0xA0: "wit", 0x20: "wit"})
    bouwer.setupGlyf({naam: _letter(lijnen) for naam, lijnen in letters.items()})
    breed = {naam: (_BREED, _LINKS if letters[naam] else 0) for naam in letters}
    bouwer.setupHorizontalMetrics({**breed, "wit": (200, 0)})
    bouwer.setupHorizontalHeader(ascent=750, descent=-250)
    namen = {"familyName": NAAM, "styleName": "Regular", "psName": NAAM.replace(" ", ""), "fullName": NAAM}
    bouwer.setupNameTable(namen)
    bouwer.setupOS2(sTypoAscender=750, sTypoDescender=-250, usWinAscent=750, usWinDescent=250)
    bouwer.setupPost()
    bouwer.updateHead(created=_DAG, modified=_DAG)
    bouwer.font.recalcTimestamp = False
    uit = io.BytesIO()
    bouwer.save(uit)
    return uit.getvalue()


def _rand(binnen: int = 0) -> _Punten:
    """A square, clockwise: what is drawn the other way round is cut out of it."""
    links, rechts, onder, boven = _LINKS + binnen, _RECHTS - binnen, _ONDER + binnen, _BOVEN - binnen
    return ((links, onder), (links, boven), (rechts, boven), (rechts, onder))


def _letter(lijnen: Sequence[_Punten]) -> object:
    pen = TTGlyphPen(None)
    for eerste, *volgende in lijnen:
        pen.moveTo(eerste)
        for punt in volgende:
            pen.lineTo(punt)
        pen.closePath()
    return pen.glyph()
