"""Where the lines of an address stand in the window of an envelope: one answer for both formats.

Besluit 0037 works out which part of the sheet is seen however far the letter has slid in its envelope.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from dossiergen.huisstijl import Huisstijl, Letterfamilie
from dossiergen.render.boom import Element
from dossiergen.render.letters import breedte
from dossiergen.render.maten import LETTERS, VENSTER

__all__ = ["Adres", "adres_van"]

_PUNT = 25.4 / 72
_SPELING = 1.04
_REGEL = 1.32
_DICHTSTE_REGEL = 1.12
"""Closer than this the lines touch."""
_KLEINSTE = 6.5
_STAP = 0.25
_NIETS = 0.01
_RETOURREGEL = 1.2
_RETOUR = VENSTER.adres - VENSTER.boven
_ONDER_RETOUR = 1.2


@dataclass(frozen=True, slots=True)
class Adres:
    """Sizes of type in points, the rest in millimetres."""

    letter: float
    regel: float
    retourletter: float
    retourregel: float
    onder_retour: float
    hoogte: float
    """Of all lines together, the white below the sender's own included."""


def adres_van(venster: Element, stijl: Huisstijl) -> Adres:
    """The lines of one window; more of them stand closer, and where need be in a smaller letter."""
    letter, familie = stijl.letter.grootte, stijl.letters.tekst
    ruimte = VENSTER.rechts - stijl.marges.links
    regels = [kind for kind in venster.elementen if kind.blok != "retour"]
    retour = next((kind.platte_tekst for kind in venster.elementen if kind.blok == "retour"), "")
    retourletter = _retourletter(retour, letter * LETTERS["fijn"], ruimte, familie)
    retourregel = retourletter * _RETOURREGEL * _PUNT
    retourhoogte = _regels(retour, retourletter, ruimte, familie) * retourregel if retour else 0.0
    hoog = max(_RETOUR, retourhoogte + _ONDER_RETOUR)
    over = VENSTER.onder - VENSTER.boven - hoog
    passend, aantal = _passend([regel.platte_tekst for regel in regels], letter, ruimte, over, familie)
    mm = min(passend * _REGEL * _PUNT, over / aantal)
    maten = (passend, mm, retourletter, retourregel, hoog - retourhoogte, hoog + aantal * mm)
    return Adres(*(math.floor(maat * 100) / 100 for maat in maten))


def _passend(
    regels: Sequence[str], letter: float, ruimte: float, hoogte: float, familie: Letterfamilie
) -> tuple[float, int]:
    """The largest letter in which all lines fit, and how many lines they then take."""
    while True:
        aantal = sum(_regels(regel, letter, ruimte, familie) for regel in regels)
        if aantal * letter * _DICHTSTE_REGEL * _PUNT <= hoogte or letter <= _KLEINSTE:
            return letter, max(aantal, 1)
        letter = max(letter - _STAP, _KLEINSTE)


def _retourletter(tekst: str, letter: float, ruimte: float, familie: Letterfamilie) -> float:
    """On one line, as long as that can be read."""
    nodig = breedte(tekst, familie) * _PUNT * _SPELING
    return max(min(letter, ruimte / nodig if nodig else letter), min(_KLEINSTE, letter))


def _regels(tekst: str, letter: float, ruimte: float, familie: Letterfamilie) -> int:
    """Lines that a text takes: a word goes on on the next line."""
    if breedte(tekst, familie) * letter * _PUNT * _SPELING <= ruimte + _NIETS:
        return 1
    over, aantal = ruimte, 1
    spatie = breedte(" ", familie) * letter * _PUNT * _SPELING
    for woord in tekst.split(" "):
        nodig = breedte(woord, familie) * letter * _PUNT * _SPELING
        if nodig > over and over < ruimte:
            aantal, over = aantal + 1, ruimte
        if nodig > ruimte:
            aantal += math.ceil(nodig / ruimte) - 1
        over -= nodig + spatie
    return aantal
