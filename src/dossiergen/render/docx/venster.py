"""A letter's address in the window of the envelope.

No frame and no table: lines of an exact height put it at its place in every word processor, and a reader
meets plain paragraphs.
"""

import math

from dossiergen.huisstijl import Huisstijl
from dossiergen.render.boom import Element
from dossiergen.render.docx.regels import veldregel
from dossiergen.render.docx.stijlen import ADRESREGEL, RETOURREGEL
from dossiergen.render.docx.velden import Velden
from dossiergen.render.docx.wit import wit_na
from dossiergen.render.docx.wml import Knoop, alinea
from dossiergen.render.letters import breedte
from dossiergen.render.maten import VENSTER

__all__ = ["venster"]

_PUNT = 25.4 / 72


def venster(sectie: Element, huisstijl: Huisstijl, velden: Velden) -> list[Knoop]:
    """The lines of the address, with as much white below them as brings the letter under the window."""
    alineas: list[Knoop] = []
    hoogte = 0.0
    for regel in sectie.elementen:
        is_retour = regel.blok == "retour"
        alineas.append(alinea("Retouradres" if is_retour else "Adres", veldregel(regel, velden)))
        hoogte += RETOURREGEL if is_retour else ADRESREGEL * _aantal_regels(regel, huisstijl)
    wit_na(alineas[-1], max(VENSTER.vervolg - VENSTER.boven - hoogte, 5))
    return alineas


def _aantal_regels(regel: Element, huisstijl: Huisstijl) -> int:
    em = huisstijl.letter.grootte * _PUNT
    return max(1, math.ceil(breedte(regel.platte_tekst, huisstijl.letters.tekst) * em / VENSTER.breedte))
