"""The body of a Word document: paragraphs, lists and blocks in the order of the tree."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from dossiergen.huisstijl import Huisstijl
from dossiergen.render.boom import Boom, Element, merk
from dossiergen.render.docx.regels import veldregel
from dossiergen.render.docx.stijlen import letop_opmaak, visie_opmaak
from dossiergen.render.docx.tabellen import Tabellen
from dossiergen.render.docx.velden import Velden, aankruisvak
from dossiergen.render.docx.venster import venster
from dossiergen.render.docx.wit import bijeen, met_volgende, wit_na, wit_voor
from dossiergen.render.docx.wml import Knoop, alinea, run, tab, twips, w
from dossiergen.render.kolommen import labelbreedte
from dossiergen.render.maten import INSPRINGING, witfactor
from dossiergen.render.samenhang import hoort_bij_volgende, is_open_keuze, tekst_voor_ondertekening

__all__ = ["Lijf"]

_NA_TABEL = 3.0
_IN_CEL = 1.0
_LETOP, _LETOP_NA_KOP = 5.0, 2.6
_EERSTE_VAK = 100_000
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


class Lijf:
    """Writes one document."""

    def __init__(self, huisstijl: Huisstijl, boom: Boom) -> None:
        self._huisstijl = huisstijl
        self._boom = boom
        self.velden = Velden()
        label = labelbreedte(boom.artikel, huisstijl.letter.grootte)
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
        blokken = self._reeks(houder, _Plaats(stijl=stijl))
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

    def _alinea(self, element: Element, plaats: _Plaats) -> Knoop:
        stijl = _STIJLEN.get(element.blok) or _STIJLEN.get(element.naam) or plaats.stijl
        if self._boom.is_brief and element.naam == "h2":
            stijl = "Briefkop"
        opmaak: list[Knoop] = []
        if plaats.kader and element.naam == "h3":
            opmaak = self._kaders[plaats.kader](self._huisstijl, 0)
        return alinea(stijl, veldregel(element, self.velden), *opmaak, bij_volgende=plaats.bij_volgende)

    def _lijst(self, lijst: Element, plaats: _Plaats) -> list[Knoop]:
        keuze = lijst.blok == "keuze"
        punt = self._optie if keuze else self._punt
        uit = []
        for nummer, kind in enumerate(lijst.elementen, 1):
            # Of options the last is not tied to what follows: LibreOffice then drops the heading.
            hier = replace(plaats, bij_volgende=hoort_bij_volgende(lijst, nummer - 1)) if keuze else plaats
            if keuze and is_open_keuze(lijst):
                hier = replace(hier, stijl="Keuzeopen")
            uit.extend(punt(kind, merk(lijst, nummer), hier))
        if not plaats.diepte:
            wit_na(uit[-1], 2.8 * witfactor(dicht=self._huisstijl.dicht))
        return self.velden.om_blok(lijst, uit)

    def _optie(self, optie: Element, teken: str, plaats: _Plaats) -> list[Knoop]:
        self._vakken += 1
        stijl = "Keuzeopen" if plaats.stijl == "Keuzeopen" else "Keuze"
        stijl = "Keuzegekozen" if optie.attr("data-gekozen") == "ja" else stijl
        regel = [aankruisvak(teken, self._vakken), tab(), *veldregel(optie, self.velden)]
        return [alinea(stijl, regel, bij_volgende=plaats.bij_volgende)]

    def _punt(self, punt: Element, teken: str, plaats: _Plaats) -> list[Knoop]:
        """Mark and text are literal, so that a number with legal meaning stays what it was."""
        alineas = [kind for kind in punt.elementen if kind.naam == "p"] or [punt]
        uit: list[Knoop] = []
        for nummer, tekst in enumerate(alineas):
            regel = [*([] if nummer else [run(teken)]), tab(), *veldregel(tekst, self.velden)]
            stijl = "Lijst" if plaats.stijl == "Standaard" else plaats.stijl
            uit.append(alinea(stijl, regel, *self._inspringing(plaats), bij_volgende=plaats.bij_volgende))
        dieper = replace(plaats, diepte=plaats.diepte + 1)
        for lijst in punt.elementen:
            if lijst.naam in {"ul", "ol"}:
                uit.extend(self._lijst(lijst, dieper))
        return uit

    def _inspringing(self, plaats: _Plaats) -> list[Knoop]:
        links = INSPRINGING * (plaats.diepte + 1)
        if plaats.kader:
            return self._kaders[plaats.kader](self._huisstijl, links)
        if plaats.stijl == "Standaard" and not plaats.diepte:
            return []
        tabs = w("tabs", w("tab", val="left", pos=twips(links)))
        return [tabs, w("ind", left=twips(links), hanging=twips(INSPRINGING))]
