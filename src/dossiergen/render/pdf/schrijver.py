"""The PDF writer: built once for each house style, then used for any number of documents."""

from dataclasses import replace

from dossiergen.huisstijl import Huisstijl
from dossiergen.render.boom import Boom
from dossiergen.render.eigenschappen import Eigenschappen
from dossiergen.render.maten import regelhoogte
from dossiergen.render.pdf.middelen import middelen
from dossiergen.render.pdf.motor import Stijlblad, Zetsel, controleer_bibliotheken
from dossiergen.render.pdf.opmaak import pagina, stijlblad

__all__ = ["PdfSchrijver"]

# What less white saves beside smaller letters and closer lines, and a block that then stays whole on the first page: more
# than any letter was seen to.
_WIT = 1.2


class PdfSchrijver:
    """Raises OntbrekendHulpmiddel at once where this machine lacks a library."""

    def __init__(self, huisstijl: Huisstijl) -> None:
        controleer_bibliotheken()
        self._huisstijl = huisstijl
        self._stijlbladen = {False: Stijlblad(stijlblad(huisstijl), middelen(huisstijl))}

    def schrijf(self, boom: Boom, eigenschappen: Eigenschappen) -> bytes:
        """PDF/A-3a and PDF/UA-1; the same bytes for the same document."""
        return self._zet(boom, eigenschappen).schrijf(eigenschappen.gekeurd, eigenschappen.identiteit)

    def schrijf_passend(self, boom: Boom, eigenschappen: Eigenschappen) -> tuple[bytes, Eigenschappen]:
        """As `schrijf`; a letter of a page and a few lines is set closely where that saves the second.

        With how it was set, so that Word does as well.
        """
        zetsel = self._zet(boom, eigenschappen)
        mag_dicht = boom.is_brief and not boom.is_dicht and zetsel.paginas > 1
        if mag_dicht and _een_blad_te_winnen(zetsel, self._huisstijl, self._huisstijl.voor(dicht=True)):
            dicht = replace(eigenschappen, dicht=True)
            anders = self._zet(boom, dicht)
            if anders.paginas < zetsel.paginas:
                zetsel, eigenschappen = anders, dicht
        return zetsel.schrijf(eigenschappen.gekeurd, eigenschappen.identiteit), eigenschappen

    def _zet(self, boom: Boom, eigenschappen: Eigenschappen) -> Zetsel:
        stijl = self._huisstijl.voor(dicht=boom.is_dicht or eigenschappen.dicht)
        if stijl.dicht not in self._stijlbladen:
            self._stijlbladen[stijl.dicht] = Stijlblad(stijlblad(stijl), middelen(stijl))
        return Zetsel(pagina(boom, eigenschappen, stijl), self._stijlbladen[stijl.dicht])


def _een_blad_te_winnen(zetsel: Zetsel, ruim: Huisstijl, dicht: Huisstijl) -> bool:
    """Whether the last page holds so little that setting it closely is worth the try."""
    eerdere = zetsel.paginas - 1
    letter = ruim.letter.grootte / dicht.letter.grootte
    winst = letter * letter * regelhoogte(dicht=False) / regelhoogte(dicht=True) * _WIT - 1
    return zetsel.laatste_vulling <= winst * eerdere
