"""Real lists: Word counts and marks the items, and a screen reader says how many there are.

Each numbered list has a count of its own; all lists with bullets share theirs.
"""

from functools import cache

from dossiergen.render.docx.wml import Knoop, als_bestand, twips, w
from dossiergen.render.maten import INSPRINGING

__all__ = ["Lijsten", "punt"]

_OPSOMMING, _NUMMERING = 1, 2
_NIVEAUS = 9
"""As many as Word has."""


class Lijsten:
    """Hands out counts while one document is written."""

    def __init__(self) -> None:
        self._genummerd: list[int] = []

    def nieuw(self, diepte: int, *, genummerd: bool) -> int:
        """The count of a list that begins here, at `diepte` counted from 0."""
        if not genummerd:
            return _OPSOMMING
        self._genummerd.append(_niveau(diepte))
        return _OPSOMMING + len(self._genummerd)

    def deel(self) -> bytes:
        """The part that says what each count looks like."""
        begin, einde = _vormen()
        telling = "".join(
            f'<w:num w:numId="{_OPSOMMING + nummer}"><w:abstractNumId w:val="{_NUMMERING}"/>'
            f'<w:lvlOverride w:ilvl="{niveau}"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
            for nummer, niveau in enumerate(self._genummerd, 1)
        )
        return begin + telling.encode() + einde


def punt(telling: int, diepte: int) -> Knoop:
    """What makes a paragraph an item, at `diepte` counted from 0."""
    return w("numPr", w("ilvl", val=_niveau(diepte)), w("numId", val=telling))


def _niveau(diepte: int) -> int:
    return min(diepte, _NIVEAUS - 1)


@cache
def _vormen() -> tuple[bytes, bytes]:
    """The part as it is before the counts of numbered lists, and what closes it."""
    wortel = w(
        "numbering",
        _vorm(_OPSOMMING, "bullet"),
        _vorm(_NUMMERING, "decimal"),
        w("num", w("abstractNumId", val=_OPSOMMING), numId=_OPSOMMING),
    )
    begin, sluit, rest = als_bestand(wortel).rpartition(b"</w:numbering>")
    return begin, sluit + rest


def _vorm(nummer: int, soort: str) -> Knoop:
    niveaus = (
        w(
            "lvl",
            w("start", val=1),
            w("numFmt", val=soort),
            w("lvlText", val="•" if soort == "bullet" else f"%{diepte + 1}."),
            w("lvlJc", val="left"),
            w("pPr", w("ind", left=twips(INSPRINGING * (diepte + 1)), hanging=twips(INSPRINGING))),
            ilvl=diepte,
        )
        for diepte in range(_NIVEAUS)
    )
    return w(
        "abstractNum",
        w("nsid", val=f"6F0C3A5{nummer}"),
        w("multiLevelType", val="hybridMultilevel"),
        *niveaus,
        abstractNumId=nummer,
    )
