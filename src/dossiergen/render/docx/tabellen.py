"""Tables: labels with values, rows under a heading, and signatures."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dossiergen.huisstijl import Huisstijl
from dossiergen.render.boom import Element
from dossiergen.render.docx.celnaam import celnaam, is_datumkolom, kijkwijzer, kopcellen
from dossiergen.render.docx.regels import veldregel
from dossiergen.render.docx.stijlen import TABELSTIJL
from dossiergen.render.docx.velden import Velden
from dossiergen.render.docx.wml import NS, Knoop, alinea, rand, run, tab, twips, w
from dossiergen.render.kolommen import GOOT, kolombreedtes
from dossiergen.render.maten import CELRUIMTE, SCHRIJFREGEL, VLAKRAND
from dossiergen.render.samenhang import is_korte_tabel, is_lang

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


@dataclass(frozen=True, slots=True)
class _Rij:
    """A row with its number, from 1, among those of its head or body, and whether the next one goes along."""

    tabel: Element
    rij: Element
    nummer: int
    samen: bool


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
        breedtes = [twips(mm) for mm in kolombreedtes(tabel, stijl, self._label)]
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
                # Only in short tables: tied rows make LibreOffice 7.4 lose what does not fit on the page of a long one.
                samen = bij_volgende or (bijeen and not laatste)
                knoop.append(
                    self._rij(_Rij(tabel, rij, nummer + 1, samen=samen), breedtes, kop=deel.naam == "thead")
                )
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
                w("tblStyle", val=TABELSTIJL),
                w("tblW", w=breed, type="dxa"),
                w("tblBorders", *randen),
                w("tblLayout", type="fixed"),
                kijkwijzer(koprij=False, kopkolom=False),
                w("tblCaption", val=f"Ruimte voor uw antwoord: {veld.platte_tekst}"),
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
            w("tblStyle", val=TABELSTIJL),
            w("tblW", w=sum(breedtes), type="dxa"),
            w("tblInd", w=0, type="dxa"),
            *([] if blok in _ZONDER_LIJNEN else [self._lijnen(blok)]),
            w("tblLayout", type="fixed"),
            w("tblCellMar", *(w(kant, w=twips(mm), type="dxa") for kant, mm in marges.items())),
            kijkwijzer(koprij=bool(kopcellen(tabel)), kopkolom=_heeft_labels(tabel)),
            w("tblCaption", val=self._velden.naam_van_tabel(tabel)),
        )

    def _lijnen(self, blok: str) -> Knoop:
        kleur = self._huisstijl.kleuren.lijn
        kanten = ("top", "bottom", "insideH") if blok == "gegevens" else ("bottom", "insideH")
        return w("tblBorders", *(rand(kant, kleur, _HAARLIJN) for kant in kanten))

    def _rij(self, hier: _Rij, breedtes: Sequence[int], *, kop: bool) -> Knoop:
        eigen = [*([] if is_lang(hier.rij) else [w("cantSplit")]), *([w("tblHeader")] if kop else [])]
        cellen = [self._cel(hier, plaats, breedte) for plaats, breedte in enumerate(breedtes)]
        return w("tr", *([w("trPr", *eigen)] if eigen else []), *cellen)

    def _cel(self, hier: _Rij, plaats: int, breedte: int) -> Knoop:
        tabel, rij = hier.tabel, hier.rij
        cel = rij.elementen[plaats]
        stijl = _celstijl(tabel, cel, plaats)
        vorm = w("tcPr", w("tcW", w=breedte, type="dxa"), *self._vorm(tabel, rij, plaats))
        if cel.attr("data-soort") == "lijn":
            einde = breedte - (0 if plaats == len(rij.elementen) - 1 else twips(GOOT))
            return w("tc", vorm, self._schrijflijn(cel, stijl, einde, samen=hier.samen))
        if not any(kind.attr("data-veld") for kind in cel.alle()):
            return self._gevulde_cel(cel, stijl, vorm, samen=hier.samen)
        naam = celnaam(tabel, rij, hier.nummer, plaats)
        with self._velden.in_cel(naam, datum=is_datumkolom(tabel, plaats)):
            return self._gevulde_cel(cel, stijl, vorm, samen=hier.samen)

    def _schrijflijn(self, cel: Element, stijl: str, einde: int, *, samen: bool) -> Knoop:
        """What has to be written, and a line to write it on: the leader of a tab, which nobody reads aloud."""
        streep = w("tabs", w("tab", val="right", leader="underscore", pos=einde))
        tekst = [*veldregel(cel, self._velden), run(" ")] if cel.kinderen else []
        return alinea(stijl, [*tekst, tab()], streep, bij_volgende=samen)

    def _gevulde_cel(self, cel: Element, stijl: str, vorm: Knoop, *, samen: bool) -> Knoop:
        if cel.loopt_door:
            return w("tc", vorm, alinea(stijl, veldregel(cel, self._velden), bij_volgende=samen))
        return _om_cel(w("tc", vorm), self._velden.om_blok(cel, self._stroom(cel, stijl)))

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


def _heeft_labels(tabel: Element) -> bool:
    """Whether its first column says what stands beside it."""
    return all(rij.elementen[0].naam == "th" for rij in tabel.elementen[-1].elementen)


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


def _om_cel(cel: Knoop, inhoud: Sequence[Knoop]) -> Knoop:
    """A control around all that is in a cell goes around the cell: Word wants a paragraph last in it."""
    houder = inhoud[0].find("w:sdtContent", NS) if len(inhoud) == 1 else None
    if houder is None:
        cel.extend(inhoud)
        return cel
    cel.extend(list(houder))
    houder.append(cel)
    return inhoud[0]
