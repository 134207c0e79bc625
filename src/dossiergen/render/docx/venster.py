"""A letter's address in the window of the envelope.

No frame and no table: lines of an exact height put it at its place in every word processor, and a reader
meets plain paragraphs.
"""

from dossiergen.huisstijl import Huisstijl
from dossiergen.render.adres import adres_van
from dossiergen.render.boom import Element
from dossiergen.render.docx.regels import veldregel
from dossiergen.render.docx.stijlen import halve_punten
from dossiergen.render.docx.velden import Velden
from dossiergen.render.docx.wit import wit_na
from dossiergen.render.docx.wml import NS, Knoop, alinea, twips, w
from dossiergen.render.maten import VENSTER

__all__ = ["venster"]


def venster(sectie: Element, huisstijl: Huisstijl, velden: Velden) -> list[Knoop]:
    """The lines of the address, with as much white below them as brings the letter under the window."""
    adres = adres_van(sectie, huisstijl)
    alineas: list[Knoop] = []
    for regel in sectie.elementen:
        runs = veldregel(regel, velden)
        if regel.blok == "retour":
            _letter(runs, halve_punten(huisstijl, adres.retourletter / huisstijl.letter.grootte))
            wit = _wit(adres.onder_retour, adres.retourregel)
            alineas.append(alinea("Retouradres", runs, wit))
        else:
            if adres.letter < huisstijl.letter.grootte:
                _letter(runs, halve_punten(huisstijl, adres.letter / huisstijl.letter.grootte))
            alineas.append(alinea("Adres", runs, _wit(0, adres.regel)))
    wit_na(alineas[-1], max(VENSTER.vervolg - VENSTER.boven - adres.hoogte, 5))
    return alineas


def _wit(na: float, precies: float) -> Knoop:
    return w("spacing", before=0, after=twips(na), line=twips(precies), lineRule="exact")


def _letter(runs: list[Knoop], maat: int) -> None:
    """A size of its own for the runs of one line."""
    for run in runs:
        for deel in run.iter(f"{{{NS['w']}}}r"):
            if deel.find("w:rPr", NS) is None:
                deel.insert(0, w("rPr", w("sz", val=maat), w("szCs", val=maat)))
