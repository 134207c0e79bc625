"""Terms that lie one letter off: too many, too few, another one, or two changed places.

One mistake leaves one half of a word whole, so that only terms with the same half need a look.
"""

from dossiergen.medisch.lexicon import ZWAK, Lexicon

__all__ = ["bijna", "een_letter_verschil", "kort_verschreven"]

# In shorter words nobody mistakes the first letter, and other words do begin otherwise.
_EERSTE_LETTER_VAST = 8
_KORT = 5


def bijna(woord: str, boek: Lexicon) -> str | None:
    """The term that was meant, if there is one."""
    lengte = len(woord)
    for lang in (lengte, lengte + 1, lengte - 1):
        kop = lang // 2
        zelfde_kop = boek.koppen.get(f"{lang}{woord[:kop]}", "")
        zelfde_staart = boek.staarten.get(f"{lang}{woord[kop - lang :]}", "")
        for term in (*zelfde_kop.split(), *zelfde_staart.split()):
            if (lang >= _EERSTE_LETTER_VAST or woord[0] == term[0]) and een_letter_verschil(woord, term):
                return term
    return _omgewisseld(woord, boek)


def _omgewisseld(woord: str, boek: Lexicon) -> str | None:
    """Two changed places in the very middle leave neither half whole."""
    for plek in (len(woord) // 2, (len(woord) + 1) // 2):
        goed = woord[: plek - 1] + woord[plek] + woord[plek - 1] + woord[plek + 1 :]
        term = boek.woord(goed)
        if term is not None and term.sterkte != ZWAK:
            return goed
    return None


def kort_verschreven(woord: str, boek: Lexicon) -> str | None:
    """The short term that was meant: with a letter doubled, or two changed places. Other mistakes make other words."""
    for plek in range(1, len(woord)):
        zonder = woord[:plek] + woord[plek + 1 :] if woord[plek] == woord[plek - 1] else ""
        gewisseld = woord[: plek - 1] + woord[plek] + woord[plek - 1] + woord[plek + 1 :]
        for goed in (zonder, gewisseld):
            term = boek.woord(goed) if len(goed) == _KORT else None
            if term is not None and not term.sterkte:
                return goed
    return None


def een_letter_verschil(een: str, ander: str) -> bool:
    """Whether one mistake leads from the one to the other."""
    kop = 0
    kortste = min(len(een), len(ander))
    while kop < kortste and een[kop] == ander[kop]:
        kop += 1
    rest_een, rest_ander = een[kop:], ander[kop:]
    if len(een) == len(ander):
        omgedraaid = rest_een[:2] == rest_ander[:2][::-1] and rest_een[2:] == rest_ander[2:]
        return rest_een[1:] == rest_ander[1:] or omgedraaid
    if len(een) > len(ander):
        return rest_een[1:] == rest_ander
    return rest_een == rest_ander[1:]
