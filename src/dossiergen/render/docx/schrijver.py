"""The Word writer: built once for each house style, then used for any number of documents."""

from lxml import etree

from dossiergen.huisstijl import Huisstijl
from dossiergen.render.boom import Boom, inhoud
from dossiergen.render.docx.basis import maak_basis
from dossiergen.render.docx.kop import koptekst, voettekst
from dossiergen.render.docx.lijf import Lijf
from dossiergen.render.docx.pakket import kerneigenschappen, pak
from dossiergen.render.docx.wml import NS, Knoop, als_bestand, w
from dossiergen.render.eigenschappen import Eigenschappen

__all__ = ["DocxSchrijver"]


class DocxSchrijver:
    def __init__(self, huisstijl: Huisstijl) -> None:
        self._huisstijl = huisstijl
        self._bases = {False: maak_basis(huisstijl)}

    def schrijf(self, boom: Boom, eigenschappen: Eigenschappen) -> bytes:
        """A Word document; the same bytes for the same document."""
        stijl = self._huisstijl.voor(dicht=boom.is_dicht)
        if stijl.dicht not in self._bases:
            self._bases[stijl.dicht] = maak_basis(stijl)
        basis = self._bases[stijl.dicht]
        lijf = Lijf(stijl, boom)
        blokken = lijf.blokken()
        sectie = etree.fromstring(basis.sectie)
        if boom.is_brief:
            _andere_eerste_pagina(sectie)
        document = w("document", w("body", *blokken, sectie))
        artikel, kleur = boom.artikel, stijl.kleuren.status
        eerste_afzender = "" if boom.is_brief else artikel.attr("data-afzender")
        voet = voettekst(artikel.attr("data-voet"))
        eigen = {
            "word/document.xml": als_bestand(document),
            "word/header1.xml": koptekst(artikel.attr("data-afzender"), artikel.attr("data-status"), kleur),
            "word/header2.xml": koptekst(eerste_afzender, artikel.attr("data-status"), kleur),
            "word/footer1.xml": voet,
            "word/footer2.xml": voet,
            "customXml/item1.xml": lijf.velden.kaart(inhoud(boom), eigenschappen.herkomst),
            "docProps/core.xml": kerneigenschappen(eigenschappen),
        }
        return pak({**basis.delen, **eigen})


def _andere_eerste_pagina(sectie: Knoop) -> None:
    """The letterhead takes the place of the sender in the head; titlePg stands before docGrid in the schema."""
    raster = sectie.find("w:docGrid", NS)
    titel = w("titlePg")
    if raster is None:
        sectie.append(titel)
    else:
        raster.addprevious(titel)
