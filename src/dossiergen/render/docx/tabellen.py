"""Tables: labels with values, rows under a heading, and signatures."""

from collections.abc import Callable, Sequence

from dossiergen.huisstijl import Huisstijl
from dossiergen.render.boom import Element
from dossiergen.render.docx.regels import veldregel
from dossiergen.render.docx.velden import Velden
from dossiergen.render.docx.wml import Knoop, alinea, rand, twips, w
from dossiergen.render.kolommen import GOOT, kolombreedtes
from dossiergen.render.maten import CELRUIMTE, SCHRIJFREGEL, VLAKRAND
from dossiergen.render.samenhang import is_korte_tabel

__all__ = ["Tabellen"]

_HAARLIJN = 4
_KOPLIJN = 8
_CELWIT = 1.45
_KERNWIT = 0.85
_VLAKWIT = 3.0
_LIJNWIT = 4.0
_KOPSTIJL = {"kenmerken": "Kenmerkkop", "ondertekening": "Ondertekenaar"}
_CELSTIJL = {"kerngegevens": "Kerngegeven", "ondertekening": "Ondertekening"}
_ZONDER_LIJNEN = frozenset({"kerngegevens", "kenmerken", "ondertekening", "tijdlijn"})
_BIJEEN = frozenset({"kerngegevens", "kenmerken", "ondertekening"})

Stroom = Callable[[Element, str], list[Knoop]]


class Tabellen:
    """Writes the tables of one document."""

    def __init__(self, huisstijl: Huisstijl, velden: Velden, stroom: Stroom, label: float) -> None:
        self._huisstijl = huisstijl
        self._velden = velden
        self._stroom = stroom
        self._label = label

    def tabel(self, tabel: Element, *, bij_volgende: bool) -> list[Knoop]:
        """A caption, if there is one, and the table."""
        uit: list[Knoop] = []
        stijl = self._huisstijl
        breedtes = [
            twips(mm) for mm in kolombreedtes(tabel, stijl.tekstbreedte, stijl.letter.grootte, self._label)
        ]
        knoop = w(
            "tbl",
            self._eigenschappen(tabel, breedtes),
            w("tblGrid", *(w("gridCol", w=mm) for mm in breedtes)),
        )
        bijeen = tabel.blok in _BIJEEN or is_korte_tabel(tabel)
        for deel in tabel.elementen:
            if deel.naam == "caption":
                uit.append(alinea("Bijschrifttabel", veldregel(deel, self._velden), bij_volgende=True))
                continue
            rijen = deel.elementen
            for nummer, rij in enumerate(rijen):
                laatste = deel.naam == "tbody" and nummer == len(rijen) - 1
                # The last row is not left alone on a page.
                voorlaatste = deel.naam == "tbody" and nummer == len(rijen) - 2
                samen = bij_volgende or voorlaatste or (bijeen and not laatste)
                knoop.append(self._rij(tabel, rij, breedtes, kop=deel.naam == "thead", samen=samen))
        return [*uit, knoop]

    def invulvak(self, veld: Element) -> Knoop:
        """A box to write in that is as high as the lines on paper, and grows."""
        breed, hoog = twips(self._huisstijl.tekstbreedte), twips(int(veld.attr("data-regels")) * SCHRIJFREGEL)
        kleur = self._huisstijl.kleuren.zacht
        randen = (rand(kant, kleur, _HAARLIJN) for kant in ("top", "left", "bottom", "right"))
        return w(
            "tbl",
            w(
                "tblPr",
                w("tblW", w=breed, type="dxa"),
                w("tblBorders", *randen),
                w("tblLayout", type="fixed"),
                w(
                    "tblLook",
                    val="0000",
                    firstRow=0,
                    lastRow=0,
                    firstColumn=0,
                    lastColumn=0,
                    noHBand=1,
                    noVBand=1,
                ),
            ),
            w("tblGrid", w("gridCol", w=breed)),
            w(
                "tr",
                w("trPr", w("cantSplit"), w("trHeight", val=hoog, hRule="atLeast")),
                w(
                    "tc",
                    w("tcPr", w("tcW", w=breed, type="dxa")),
                    alinea("Tabeltekst", [self._velden.invulveld(veld.platte_tekst)]),
                ),
            ),
        )

    def _eigenschappen(self, tabel: Element, breedtes: Sequence[int]) -> Knoop:
        blok = tabel.blok
        wit = {"kerngegevens": _KERNWIT, "kenmerken": 0, "ondertekening": 0}.get(blok, _CELWIT)
        marges = {"top": wit, "left": 0, "bottom": wit, "right": CELRUIMTE}
        return w(
            "tblPr",
            w("tblW", w=sum(breedtes), type="dxa"),
            w("tblInd", w=0, type="dxa"),
            *([] if blok in _ZONDER_LIJNEN else [self._lijnen(blok)]),
            w("tblLayout", type="fixed"),
            w("tblCellMar", *(w(kant, w=twips(mm), type="dxa") for kant, mm in marges.items())),
            w(
                "tblLook",
                val="0000",
                firstRow=int(tabel.elementen[0].naam != "tbody"),
                lastRow=0,
                firstColumn=int(blok in {"kerngegevens", "gegevens"}),
                lastColumn=0,
                noHBand=1,
                noVBand=1,
            ),
        )

    def _lijnen(self, blok: str) -> Knoop:
        kleur = self._huisstijl.kleuren.lijn
        kanten = ("top", "bottom", "insideH") if blok == "gegevens" else ("bottom", "insideH")
        return w("tblBorders", *(rand(kant, kleur, _HAARLIJN) for kant in kanten))

    def _rij(self, tabel: Element, rij: Element, breedtes: Sequence[int], *, kop: bool, samen: bool) -> Knoop:
        eigenschappen = w("trPr", w("cantSplit"), *([w("tblHeader")] if kop else []))
        cellen = [
            self._cel(tabel, rij, plaats, breedtes, samen=samen) for plaats in range(len(rij.elementen))
        ]
        return w("tr", eigenschappen, *cellen)

    def _cel(
        self, tabel: Element, rij: Element, plaats: int, breedtes: Sequence[int], *, samen: bool
    ) -> Knoop:
        cel = rij.elementen[plaats]
        stijl = _celstijl(tabel, cel, plaats)
        vorm = w("tcPr", w("tcW", w=breedtes[plaats], type="dxa"), *self._vorm(tabel, rij, plaats))
        if cel.loopt_door:
            return w("tc", vorm, alinea(stijl, veldregel(cel, self._velden), bij_volgende=samen))
        # A control around paragraphs in a cell goes around the cell: Word wants a paragraph last in it.
        return self._velden.om_blok(cel, [w("tc", vorm, *self._stroom(cel, stijl))])[0]

    def _vorm(self, tabel: Element, rij: Element, plaats: int) -> list[Knoop]:
        """Borders, wash, margins and alignment of one cell, in the order of the schema."""
        kleuren = self._huisstijl.kleuren
        cel = rij.elementen[plaats]
        if tabel.blok == "kerngegevens":
            return [
                w("shd", val="clear", color="auto", fill=kleuren.vlak.lstrip("#")),
                *_kernmarges(tabel, rij, plaats),
            ]
        if tabel.blok == "ondertekening":
            laatste = plaats == len(rij.elementen) - 1
            return [w("tcMar", w("right", w=0 if laatste else twips(GOOT), type="dxa"))]
        marge = [w("tcMar", w("left", w=twips(_LIJNWIT), type="dxa"))] if _naast_lijn(tabel, plaats) else []
        if cel.attr("scope") == "col" and tabel.blok != "kenmerken":
            return [
                w("tcBorders", rand("bottom", kleuren.accent, _KOPLIJN)),
                *marge,
                w("vAlign", val="bottom"),
            ]
        return [*([w("tcBorders", rand("left", kleuren.accent, _KOPLIJN))] if marge else []), *marge]


def _naast_lijn(tabel: Element, plaats: int) -> bool:
    """Whether the cell stands right of the line along which a course of events runs."""
    return tabel.blok == "tijdlijn" and plaats == 1


def _celstijl(tabel: Element, cel: Element, plaats: int) -> str:
    if cel.attr("scope") == "col":
        return _KOPSTIJL.get(tabel.blok, "Tabelkop")
    if cel.naam == "th":
        return "Tabellabel"
    if cel.attr("data-soort") == "lijn":
        return "Handtekening"
    if tabel.blok == "tijdlijn" and plaats == 0:
        return "Tijdstip"
    return _CELSTIJL.get(tabel.blok, "Tabeltekst")


def _kernmarges(tabel: Element, rij: Element, plaats: int) -> list[Knoop]:
    """White at the edges of the wash."""
    rijen = tabel.elementen[-1].elementen
    marges = {
        "top": _VLAKWIT if rij is rijen[0] else 0,
        "left": VLAKRAND if plaats == 0 else 0,
        "bottom": _VLAKWIT if rij is rijen[-1] else 0,
    }
    delen = [w(kant, w=twips(mm), type="dxa") for kant, mm in marges.items() if mm]
    return [w("tcMar", *delen)] if delen else []
