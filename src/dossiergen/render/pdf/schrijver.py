"""The PDF writer: built once for each house style, then used for any number of documents."""

from dossiergen.huisstijl import Huisstijl
from dossiergen.render.boom import Boom
from dossiergen.render.eigenschappen import Eigenschappen
from dossiergen.render.pdf.middelen import middelen
from dossiergen.render.pdf.motor import Stijlblad, controleer_bibliotheken, maak_pdf
from dossiergen.render.pdf.opmaak import pagina, stijlblad

__all__ = ["PdfSchrijver"]


class PdfSchrijver:
    """Raises OntbrekendHulpmiddel at once where this machine lacks a library."""

    def __init__(self, huisstijl: Huisstijl) -> None:
        controleer_bibliotheken()
        self._huisstijl = huisstijl
        self._stijlbladen = {False: Stijlblad(stijlblad(huisstijl), middelen(huisstijl))}

    def schrijf(self, boom: Boom, eigenschappen: Eigenschappen) -> bytes:
        """PDF/A-3a and PDF/UA-1; the same bytes for the same document."""
        stijl = self._huisstijl.voor(dicht=boom.is_dicht or eigenschappen.dicht)
        if stijl.dicht not in self._stijlbladen:
            self._stijlbladen[stijl.dicht] = Stijlblad(stijlblad(stijl), middelen(stijl))
        blad = self._stijlbladen[stijl.dicht]
        wortel = pagina(boom, eigenschappen, stijl)
        return maak_pdf(wortel, blad, eigenschappen.gekeurd, eigenschappen.identiteit)
