"""The Word writer: built once for each house style, then used for any number of documents."""

from lxml import etree

from dossiergen.huisstijl import Huisstijl
from dossiergen.render.boom import Boom, inhoud
from dossiergen.render.docx.basis import KOPWIT, maak_basis
from dossiergen.render.docx.heel import houd_heel
from dossiergen.render.docx.kop import koptekst, voettekst
from dossiergen.render.docx.lijf import Lijf
from dossiergen.render.docx.logo import KOPLOGOWIT, koplogo
from dossiergen.render.docx.pakket import kerneigenschappen, pak
from dossiergen.render.docx.wml import NS, Knoop, als_bestand, run, w
from dossiergen.render.eigenschappen import Eigenschappen
from dossiergen.render.heel import Heel
from dossiergen.render.maten import KOPLOGO

__all__ = ["DocxSchrijver"]


class DocxSchrijver:
    """`logo`: the style's logo as PNG; without it the sender's name stands there."""

    def __init__(self, huisstijl: Huisstijl, logo: bytes | None = None) -> None:
        self._huisstijl = huisstijl
        self._logo = logo
        self._bases = {False: maak_basis(huisstijl, logo)}

    def schrijf(self, boom: Boom, eigenschappen: Eigenschappen) -> bytes:
        """A Word document; the same bytes for the same document."""
        stijl = self._huisstijl.voor(dicht=boom.is_dicht or eigenschappen.dicht)
        if stijl.dicht not in self._bases:
            self._bases[stijl.dicht] = maak_basis(stijl, self._logo)
        basis = self._bases[stijl.dicht]
        lijf = Lijf(stijl, boom, basis.logo)
        blokken = lijf.blokken()
        sectie = etree.fromstring(basis.sectie)
        if boom.is_brief or basis.koplogo:
            _andere_eerste_pagina(sectie)
        document = w("document", w("body", *blokken, sectie))
        houd_heel(document, Heel(eigenschappen.namen))
        artikel, kleur = boom.artikel, stijl.kleuren.status
        wit, eerste_wit = _wit_boven_koppen(boom, stijl, basis.koplogo)
        voet = voettekst(artikel.attr("data-voet"))
        eigen = {
            "word/document.xml": als_bestand(document),
            "word/header1.xml": koptekst(
                [run(artikel.attr("data-afzender"))], artikel.attr("data-status"), kleur, wit
            ),
            "word/header2.xml": koptekst(
                _eerste_kop(boom, stijl, basis.koplogo), artikel.attr("data-status"), kleur, eerste_wit
            ),
            "word/footer1.xml": voet,
            "word/footer2.xml": voet,
            "word/numbering.xml": lijf.lijsten.deel(),
            "customXml/item1.xml": lijf.velden.kaart(inhoud(boom), eigenschappen.herkomst),
            "docProps/core.xml": kerneigenschappen(eigenschappen),
        }
        return pak({**basis.delen, **eigen})


def _eerste_kop(boom: Boom, stijl: Huisstijl, relatie: str) -> list[Knoop]:
    """Nothing in a letter, which has its sender on the sheet; the logo or the name in a form."""
    if boom.is_brief:
        return []
    return (
        [koplogo(stijl.logo, relatie)]
        if stijl.logo and relatie
        else [run(boom.artikel.attr("data-afzender"))]
    )


def _wit_boven_koppen(boom: Boom, stijl: Huisstijl, relatie: str) -> tuple[float, float]:
    """What brings a line of text down to where it stands in a style without a logo, which needs more room."""
    if not stijl.logo or not relatie:
        return 0, 0
    wit = max(0.0, KOPLOGOWIT + stijl.logo.van(KOPLOGO).hoogte - KOPWIT)
    return wit, wit if boom.is_brief else 0


def _andere_eerste_pagina(sectie: Knoop) -> None:
    """The letterhead takes the place of the sender in the head; titlePg stands before docGrid in the schema."""
    raster = sectie.find("w:docGrid", NS)
    titel = w("titlePg")
    if raster is None:
        sectie.append(titel)
    else:
        raster.addprevious(titel)
