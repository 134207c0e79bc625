"""The logo of a style in Word: on the sheet of a letter, and in the head of the first page of a form."""

from docx.document import Document  # noqa: TID251  this is the package that the rule points to
from docx.opc.constants import RELATIONSHIP_TYPE  # noqa: TID251  as above
from docx.opc.packuri import PackURI  # noqa: TID251  as above
from docx.opc.part import Part  # noqa: TID251  as above

from dossiergen.huisstijl import Huisstijl, Logo
from dossiergen.render.docx.afbeelding import afbeelding
from dossiergen.render.docx.wml import Knoop, alinea, twips, w
from dossiergen.render.maten import KOPLOGO, VENSTER

__all__ = ["KOPLOGOWIT", "briefhoofd", "koplogo", "voeg_logo_toe"]

KOPLOGOWIT = 6.0
"""Millimetres between the logo in a head and the text of the page."""
_BRIEFHOOFD, _KOP = 9001, 9002


def voeg_logo_toe(document: Document, png: bytes) -> tuple[str, str]:
    """Put the picture in the package; what the body and the head of a first page call it."""
    deel = Part(PackURI("/word/media/logo.png"), "image/png", png, document.part.package)
    kop = document.sections[0].first_page_header.part
    return (
        document.part.relate_to(deel, RELATIONSHIP_TYPE.IMAGE),
        kop.relate_to(deel, RELATIONSHIP_TYPE.IMAGE),
    )


def briefhoofd(logo: Logo, relatie: str, stijl: Huisstijl) -> Knoop:
    """The letterhead, in letters so small that the line is as high as the picture and no higher."""
    wit = VENSTER.boven - stijl.marges.boven - logo.hoogte
    regel = w("spacing", before=0, after=twips(wit), line=twips(logo.hoogte), lineRule="atLeast")
    beeld = afbeelding(relatie, logo.breedte, logo.hoogte, logo.alt, _BRIEFHOOFD)
    klein = w("rPr", w("sz", val=2), w("szCs", val=2))
    beeld.insert(0, klein)
    return alinea("Afzender", [beeld], regel, w("rPr", w("sz", val=2), w("szCs", val=2)))


def koplogo(logo: Logo, relatie: str) -> Knoop:
    """The same picture, small."""
    klein = logo.van(KOPLOGO)
    return afbeelding(relatie, klein.breedte, klein.hoogte, klein.alt, _KOP)
