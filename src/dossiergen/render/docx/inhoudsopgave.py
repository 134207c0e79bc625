"""A table of contents in a long document, as the field that Word knows, with its entries filled in.

They get page numbers and become links when somebody updates the field. Only Word knows on which page a heading
falls; a field that is marked for updating makes it ask about other files when it opens; and LibreOffice's
PDF/UA fails on every link.
"""

from dossiergen.render.boom import Boom, Element
from dossiergen.render.docx.wml import SPATIE, Knoop, alinea, run, w

__all__ = ["Inhoudsopgave"]

_LANG = 5000
"""Letters in a document of four pages or more."""
_MINSTE = 4
_NUMMER = 300_000
_OPDRACHT = ' TOC \\o "2-2" \\h \\z '


class Inhoudsopgave:
    """Knows the headings of one document, and whether their list is written yet."""

    def __init__(self, boom: Boom) -> None:
        koppen = tuple(element.platte_tekst for element in boom.artikel.alle() if element.naam == "h2")
        lang = not boom.is_brief and len(boom.artikel.platte_tekst) >= _LANG
        self._koppen = koppen if lang and len(koppen) >= _MINSTE else ()

    def hoort_voor(self, element: Element) -> bool:
        """Whether it stands here: once, before the first part with a heading."""
        return bool(self._koppen) and element.naam == "section" and element.elementen[0].naam == "h2"

    def blok(self) -> Knoop:
        """The field with its heading, in the control that Word puts around it."""
        regels = [alinea("Inhopg2", [run(kop)]) for kop in self._koppen]
        # The paragraphs of the entries are also those that the field begins and ends in.
        regels[0][1:1] = [_veld("begin"), _opdracht(), _veld("separate")]
        regels[-1].append(_veld("end"))
        self._koppen = ()
        soort = w("docPartObj", w("docPartGallery", val="Table of Contents"), w("docPartUnique"))
        kop = alinea("Kopvaninhoudsopgave", [run("Inhoud")])
        return w("sdt", w("sdtPr", w("id", val=_NUMMER), soort), w("sdtContent", kop, *regels))


def _veld(deel: str) -> Knoop:
    return w("r", w("fldChar", fldCharType=deel))


def _opdracht() -> Knoop:
    tekst = w("instrText")
    tekst.text = _OPDRACHT
    tekst.set(SPATIE, "preserve")
    return w("r", tekst)
