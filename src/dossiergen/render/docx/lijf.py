"""The body of a Word document: paragraphs, lists and blocks in the order of the tree."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from lxml import etree

from dossiergen.huisstijl import Huisstijl
from dossiergen.render.boom import Boom, Element, merk
from dossiergen.render.docx.besturing import aankruisvak
from dossiergen.render.docx.inhoudsopgave import Inhoudsopgave
from dossiergen.render.docx.lijsten import Lijsten, punt
from dossiergen.render.docx.logo import briefhoofd
from dossiergen.render.docx.regels import runs, veldregel
from dossiergen.render.docx.stijlen import letop_opmaak, visie_opmaak
from dossiergen.render.docx.tabellen import Tabellen
from dossiergen.render.docx.velden import Velden
from dossiergen.render.docx.venster import venster
from dossiergen.render.docx.wit import bijeen, met_volgende, wit_na, wit_voor
from dossiergen.render.docx.wml import Knoop, alinea, tab, twips, w
from dossiergen.render.kolommen import labelbreedte
from dossiergen.render.maten import INSPRINGING, witfactor
from dossiergen.render.samenhang import hoort_bij_volgende, is_open_keuze, tekst_voor_ondertekening

__all__ = ["Lijf"]

_NA_TABEL = 3.0
_IN_CEL = 1.0
_LETOP, _LETOP_NA_KOP = 5.0, 2.6
_EERSTE_VAK = 100_000
_KOPPEN = frozenset({"h1", "h2", "h3"})
_STIJLEN: Mapping[str, str] = {
    "logo": "Afzender",
    "ondertitel": "Ondertiteldossier",
    "betreft": "Betreft",
    "h1": "Kop1",
    "h2": "Kop2",
    "h3": "Kop3",
    "caption": "Bijschrifttabel",
}


@dataclass(frozen=True, slots=True)
class _Plaats:
    """Where a piece of text stands, as far as that changes how it looks."""

    stijl: str = "Standaard"
    kader: str = ""
    diepte: int = 0
    bij_volgende: bool = False
    na_kop: bool = False
    in_cel: bool = False


class Lijf:
    """Writes one document."""

    def __init__(self, huisstijl: Huisstijl, boom: Boom, logo: str = "") -> None:
        self._huisstijl = huisstijl
        self._boom = boom
        self._logo = logo
        self.velden = Velden()
        self.lijsten = Lijsten()
        self._inhoudsopgave = Inhoudsopgave(boom)
        label = labelbreedte(boom.artikel, huisstijl)
        self._tabellen = Tabellen(huisstijl, self.velden, self.stroom, label)
        self._vakken = _EERSTE_VAK
        self._kaders: Mapping[str, Callable[[Huisstijl, float], list[Knoop]]] = {
            "visie": visie_opmaak,
            "let-op": letop_opmaak,
        }

    def blokken(self) -> list[Knoop]:
        """Everything between the body tags, except the section properties."""
        return self._reeks(self._boom.artikel, _Plaats())

    def stroom(self, houder: Element, stijl: str) -> list[Knoop]:
        """Paragraphs and lists in a cell."""
        blokken = self._reeks(houder, _Plaats(stijl=stijl, in_cel=True))
        for blok in blokken[:-1]:
            wit_na(blok, _IN_CEL)
        wit_na(blokken[-1], 0)
        return blokken

    def _reeks(self, houder: Element, plaats: _Plaats) -> list[Knoop]:
        uit: list[Knoop] = []
        na_tabel = na_kop = False
        for nummer, kind in enumerate(houder.kinderen):
            if isinstance(kind, str):
                continue
            samen = plaats.bij_volgende or hoort_bij_volgende(houder, nummer)
            hier = replace(plaats, bij_volgende=samen, na_kop=na_kop)
            if self._inhoudsopgave.hoort_voor(kind):
                uit.append(self._inhoudsopgave.blok())
            nieuw = self._blok(kind, hier)
            if na_tabel:
                wit_voor(nieuw[0], _NA_TABEL)
            if tekst_voor_ondertekening(houder, nummer):
                met_volgende(nieuw[-1])
            uit.extend(nieuw)
            na_tabel, na_kop = kind.naam == "table" or kind.blok == "invulveld", kind.naam == "h2"
        return uit

    def _blok(self, element: Element, plaats: _Plaats) -> list[Knoop]:
        if element.naam == "table":
            return self._tabellen.tabel(element, bij_volgende=plaats.bij_volgende)
        if element.naam in {"ul", "ol"}:
            return self._lijst(element, plaats)
        if element.naam == "section":
            return self._sectie(element, plaats)
        if element.blok == "invulveld":
            vraag = self._alinea(element, replace(plaats, bij_volgende=True))
            return [vraag, self._tabellen.invulvak(element)]
        if _is_lopende_tekst(element) and not plaats.in_cel:
            return self.velden.om_blok(element, [self._alinea(element, plaats, als_veld=False)])
        return [self._alinea(element, plaats)]

    def _sectie(self, sectie: Element, plaats: _Plaats) -> list[Knoop]:
        if sectie.blok == "venster":
            return venster(sectie, self._huisstijl, self.velden)
        if sectie.blok not in self._kaders:
            return self.velden.om_blok(sectie, self._reeks(sectie, plaats))
        stijl = "Visie" if sectie.blok == "visie" else "Letop"
        binnen = self._reeks(sectie, replace(plaats, stijl=stijl, kader=sectie.blok))
        wit_na(binnen[-1], 4)
        if sectie.blok == "let-op":
            wit_voor(binnen[0], _LETOP_NA_KOP if plaats.na_kop else _LETOP, ook_kop=True)
            bijeen(binnen)
        return self.velden.om_blok(sectie, binnen)

    def _alinea(self, element: Element, plaats: _Plaats, *, als_veld: bool = True) -> Knoop:
        if element.blok == "logo" and self._huisstijl.logo and self._logo:
            return briefhoofd(self._huisstijl.logo, self._logo, self._huisstijl)
        stijl = _STIJLEN.get(element.blok) or _STIJLEN.get(element.naam) or plaats.stijl
        if self._boom.is_brief and element.naam == "h2":
            stijl = "Briefkop"
        opmaak: list[Knoop] = []
        if plaats.kader and element.naam == "h3":
            opmaak = self._kaders[plaats.kader](self._huisstijl, 0)
        if element.naam in _KOPPEN:
            self.velden.onder_kop(element.platte_tekst)
        inhoud = (veldregel if als_veld else runs)(element, self.velden)
        if plaats.kader == "let-op":
            inhoud = [tab(), *inhoud]
        return alinea(stijl, inhoud, *opmaak, bij_volgende=plaats.bij_volgende)

    def _lijst(self, lijst: Element, plaats: _Plaats) -> list[Knoop]:
        uit = self._opties(lijst) if lijst.blok == "keuze" else self._punten(lijst, plaats)
        if not plaats.diepte:
            wit_na(uit[-1], 2.8 * witfactor(dicht=self._huisstijl.dicht))
        return self.velden.om_blok(lijst, uit)

    def _opties(self, lijst: Element) -> list[Knoop]:
        """A box before each; they stay together."""
        gewoon = "Keuzeopen" if is_open_keuze(lijst) else "Keuze"
        uit = []
        for nummer, optie in enumerate(lijst.elementen):
            self._vakken += 1
            stijl = "Keuzegekozen" if optie.attr("data-gekozen") == "ja" else gewoon
            vak = aankruisvak(merk(lijst, nummer + 1), optie.platte_tekst, self._vakken)
            # The last is not tied to what follows: LibreOffice then drops the heading.
            samen = hoort_bij_volgende(lijst, nummer)
            uit.append(alinea(stijl, [vak, tab(), *veldregel(optie, self.velden)], bij_volgende=samen))
        return uit

    def _punten(self, lijst: Element, plaats: _Plaats) -> list[Knoop]:
        telling = self.lijsten.nieuw(plaats.diepte, genummerd=lijst.naam == "ol")
        return [knoop for kind in lijst.elementen for knoop in self._punt(kind, telling, plaats)]

    def _punt(self, item: Element, telling: int, plaats: _Plaats) -> list[Knoop]:
        """Its first paragraph has the mark; what else is in it stands below that."""
        alineas = [kind for kind in item.elementen if kind.naam == "p"] or [item]
        stijl = "Lijst" if plaats.stijl == "Standaard" else plaats.stijl
        uit: list[Knoop] = []
        for nummer, tekst in enumerate(alineas):
            opmaak = self._inspringing(plaats)
            opmaak = (
                _zonder_merk(opmaak, plaats.diepte) if nummer else [punt(telling, plaats.diepte), *opmaak]
            )
            regel = veldregel(tekst, self.velden)
            uit.append(alinea(stijl, regel, *opmaak, bij_volgende=plaats.bij_volgende))
        dieper = replace(plaats, diepte=plaats.diepte + 1)
        for lijst in item.elementen:
            if lijst.naam in {"ul", "ol"}:
                uit.extend(self._lijst(lijst, dieper))
        return uit

    def _inspringing(self, plaats: _Plaats) -> list[Knoop]:
        links = INSPRINGING * (plaats.diepte + 1)
        if plaats.kader:
            return self._kaders[plaats.kader](self._huisstijl, links)
        if plaats.stijl == "Standaard" and not plaats.diepte:
            return []
        return [w("ind", left=twips(links), hanging=twips(INSPRINGING))]


def _zonder_merk(opmaak: list[Knoop], diepte: int) -> list[Knoop]:
    """A paragraph of an item that begins where the text of the first one does."""
    rest = [knoop for knoop in opmaak if etree.QName(knoop).localname not in {"tabs", "ind"}]
    return [*rest, w("ind", left=twips(INSPRINGING * (diepte + 1)), firstLine=0)]


def _is_lopende_tekst(element: Element) -> bool:
    """A field of running text that happens to have one paragraph now."""
    return bool(element.naam == "p" and element.attr("data-veld") and not element.attr("data-opties"))
