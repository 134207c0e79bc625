"""Where the lines of an address stand in the window of an envelope: one answer for both formats.

Besluit 0037 works out which part of the sheet is seen however far the letter has slid in its envelope.
"""

import math
from dataclasses import dataclass

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
_RETOURREGEL = 1.2
_ONDER_RETOUR = 1.2


@dataclass(frozen=True, slots=True)
class Adres:
    """Sizes of type in points, the rest in millimetres."""

    letter: float
    regel: float
    retourletter: float
    retourregel: float
    hoogte: float
    """Of all lines together, the white below the sender's own included."""
    onder_retour: float = _ONDER_RETOUR


def adres_van(venster: Element, letter: float, linkermarge: float) -> Adres:
    """The lines of one window; more of them stand closer, and where need be in a smaller letter."""
    ruimte = VENSTER.rechts - linkermarge
    regels = [kind for kind in venster.elementen if kind.blok != "retour"]
    retour = next((kind.platte_tekst for kind in venster.elementen if kind.blok == "retour"), "")
    retourletter = _retourletter(retour, letter * LETTERS["fijn"], ruimte)
    retourregel = retourletter * _RETOURREGEL * _PUNT
    hoog = _regels(retour, retourletter, ruimte) * retourregel + _ONDER_RETOUR if retour else 0.0
    aantal = sum(_regels(regel.platte_tekst, letter, ruimte) for regel in regels)
    over = VENSTER.onder - VENSTER.boven - hoog
    mm = min(letter * _REGEL * _PUNT, over / max(aantal, 1))
    passend = min(letter, mm / _DICHTSTE_REGEL / _PUNT)
    return Adres(round(passend, 2), round(mm, 2), round(retourletter, 2), round(retourregel, 2), hoog + aantal * mm)


def _retourletter(tekst: str, letter: float, ruimte: float) -> float:
    """On one line, as long as that can be read."""
    nodig = breedte(tekst) * _PUNT * _SPELING
    return max(min(letter, ruimte / nodig if nodig else letter), min(_KLEINSTE, letter))


def _regels(tekst: str, letter: float, ruimte: float) -> int:
    """Lines that a text takes: a word goes on on the next line."""
    over, aantal = ruimte, 1
    spatie = breedte(" ") * letter * _PUNT * _SPELING
    for woord in tekst.split(" "):
        nodig = breedte(woord) * letter * _PUNT * _SPELING
        if nodig > over and over < ruimte:
            aantal, over = aantal + 1, ruimte
        if nodig > ruimte:
            aantal += math.ceil(nodig / ruimte) - 1
        over -= nodig + spatie
    return aantal
