"""A Word file as it is read: its controls by key, the text around them paragraph by paragraph, and what is neither.

One reader for the file that came back and for the one made anew: only so do they differ in nothing but what somebody did.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lxml import etree

from dossiergen.dossier.inlezen.pakket import Knoop, Pakket
from dossiergen.dossier.inlezen.regels import VINKEN, Opvang, W, is_veld, sleutel_van, tekst_van

__all__ = ["OPSOMMING", "Alinea", "Lezing", "Veldvak", "effen", "lees_pakket", "zonder_sloten"]

_HOOFDTEKST = "word/document.xml"
_KOPPEN = re.compile(r"(?:Kop|Heading|Titel|Title|Betreft|Briefkop)", re.IGNORECASE)
_WIT = re.compile(r"[\s\u00a0\u2007\u202f]+")
_ONZICHTBAAR = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
_BEGIN, _EINDE = "\ue000", "\ue001"
_SLOT = re.compile(f"{_BEGIN}(v[0-9]+){_EINDE}")
_RAND: Mapping[str, str] = {"header": "koptekst", "footer": "voettekst"}
_LANGSTE_KOP = 60
OPSOMMING = "een opsomming waarvan Word de nummers of puntjes zet"
# The look of what Word says in an empty control, in an English and a Dutch Word.
_AANDUIDING = re.compile(r"placeholder|tijdelijke", re.IGNORECASE)
# What our writer sets before an item of a list, and nobody types before a tab.
_MERK = re.compile(r"\s*(?:[•–‣◦▪·-]|\d{1,3}[.)])?\t")


def effen(tekst: str) -> str:
    """Text as far as a reader sees it: any white space is one space, and what only breaks words is nothing."""
    return _WIT.sub(" ", tekst.translate(_ONZICHTBAAR).replace("\u2011", "-")).strip()


def zonder_sloten(tekst: str) -> str:
    """A paragraph as a person reads it; a field in it is told in its own place."""
    return _SLOT.sub("[…]", tekst)


@dataclass(slots=True)
class Veldvak:
    """What stands in one control."""

    alineas: list[str] = field(default_factory=list)
    leeg: bool = False
    """Word shows its own text in it, because nothing was filled in."""
    vreemd: set[str] = field(default_factory=set)
    """What stands in it that is no text, so that its text is not all that a person sees."""

    @property
    def tekst(self) -> str:
        return "" if self.leeg else effen("\n".join(self.alineas))

    @property
    def vorm(self) -> tuple[tuple[str, ...], ...]:
        """Its paragraphs, each as lines: what has to differ before anything was changed."""
        if self.leeg:
            return ()
        delen = (
            tuple(schoon for regel in deel.split("\n") if (schoon := effen(regel))) for deel in self.alineas
        )
        return tuple(deel for deel in delen if deel)

    @property
    def punten(self) -> tuple["Veldvak", ...]:
        """Its items, without the mark or the number before them."""
        kaal = (_MERK.sub("", deel, count=1) for deel in self.alineas)
        return tuple(Veldvak([deel]) for deel in kaal if effen(deel))

    @property
    def opties(self) -> tuple[tuple[bool, str], ...]:
        """The options with a box before them, each with whether it is ticked."""
        kaal = [effen(regel) for regel in self.alineas]
        return tuple((VINKEN[regel[0]], regel[1:].strip()) for regel in kaal if regel[:1] in VINKEN)


@dataclass(frozen=True, slots=True)
class Alinea:
    """A paragraph with the controls in it as marks. `waar`: near which heading, or in which part."""

    tekst: str
    waar: str


@dataclass(slots=True)
class Lezing:
    """All that a reader of the file meets."""

    vakken: dict[str, Veldvak] = field(default_factory=dict)
    dubbel: list[str] = field(default_factory=list)
    """Keys of controls that stand in it more than once."""
    alineas: list[Alinea] = field(default_factory=list)
    koppen: set[str] = field(default_factory=set)
    randen: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Running heads and feet: which, and what it says."""
    bijzonder: Counter[tuple[str, str]] = field(default_factory=Counter)
    """What is no text, with where it stands."""
    van_buiten: frozenset[str] = frozenset()
    """Kinds of files elsewhere that it refers to."""


def lees_pakket(pakket: Pakket, koppen: frozenset[str] | None = None) -> Lezing:
    """Read the text, and the heads and feet that it uses.

    `koppen`: the headings by which a place may be told; what somebody else made of one may be a value of a case.
    """
    lezer = _Lezer(koppen=koppen)
    romp = pakket.boom(_HOOFDTEKST).find(f"{W}body")
    if romp is not None:
        lezer.blokken(romp)
    lezing = lezer.lezing
    buiten = set()
    # Each part once, however often a file refers to it.
    for soort, doel, ligt_buiten in dict.fromkeys(pakket.verwijzingen(_HOOFDTEKST)):
        if ligt_buiten and soort != "hyperlink":
            buiten.add(soort)
        if soort in _RAND and doel in pakket.delen:
            rand = _Lezer(_RAND[soort])
            rand.blokken(pakket.boom(doel))
            tekst = " / ".join(een.tekst for een in rand.lezing.alineas)
            lezing.randen[_RAND[soort], tekst] = 1
            lezing.bijzonder += rand.lezing.bijzonder
    buiten |= {soort for soort, _, ligt_buiten in pakket.verwijzingen("word/settings.xml") if ligt_buiten}
    lezing.van_buiten = frozenset(buiten)
    return lezing


class _Lezer:
    def __init__(self, deel: str = "", koppen: frozenset[str] | None = None) -> None:
        self.lezing = Lezing()
        self._deel = deel
        self._koppen = koppen
        self._kop = ""
        self._rij = 0
        self._vak: Veldvak | None = None
        self._opvang = Opvang(self._bijzonder, self._veld, self._berekend)

    def blokken(self, houder: Knoop) -> None:
        for kind in houder.iterchildren(etree.Element):
            if kind.tag == f"{W}p":
                self._alinea(kind)
            elif kind.tag == f"{W}sdt":
                self._blok(kind)
            elif kind.tag in {f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo"}:
                self._bijzonder("een bijgehouden wijziging", kind)
            elif kind.tag == f"{W}altChunk":
                self._bijzonder("een ingevoegd bestand", kind)
            elif kind.tag == f"{W}tbl":
                if self._vak is not None:
                    self._bijzonder("een tabel", kind)
                eerder, self._rij = self._rij, 0
                self.blokken(kind)
                self._rij = eerder
            else:
                self._rij_of_cel(kind)

    def _rij_of_cel(self, knoop: Knoop) -> None:
        if knoop.tag == f"{W}tr":
            self._rij += 1
            gewijzigd = knoop.find(f"{W}trPr")
            if gewijzigd is not None and any(
                gewijzigd.find(f"{W}{naam}") is not None for naam in ("ins", "del")
            ):
                self._bijzonder("een bijgehouden wijziging", knoop)
        if knoop.tag in {f"{W}tr", f"{W}tc", f"{W}customXml", f"{W}smartTag"}:
            self.blokken(knoop)

    def _blok(self, sdt: Knoop) -> None:
        """A control around paragraphs, rows or cells."""
        deel = sdt.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
        if deel is not None and deel.get(f"{W}val") == "Table of Contents":
            return
        teken = self._veld(sdt, sleutel_van(sdt))
        if teken is None:
            inhoud = sdt.find(f"{W}sdtContent")
            if inhoud is not None:
                self.blokken(inhoud)
        elif self._vak is None:
            self._noteer(teken)

    def _alinea(self, alinea: Knoop) -> None:
        opmaak = alinea.find(f"{W}pPr")
        if opmaak is not None and any(
            opmaak.find(f"{W}rPr/{W}{naam}") is not None for naam in ("ins", "del")
        ):
            self._bijzonder("een bijgehouden wijziging", alinea)
        tekst = tekst_van(alinea, self._opvang)
        if self._vak is not None:
            self._vak.alineas.append(tekst)
            if effen(tekst) and _genummerd(opmaak):
                self._vak.vreemd.add(OPSOMMING)
            return
        stijl = None if opmaak is None else opmaak.find(f"{W}pStyle")
        if stijl is not None and _KOPPEN.match(str(stijl.get(f"{W}val", ""))):
            self._begin_kop(effen(tekst))
        self._noteer(tekst)

    def _begin_kop(self, kop: str) -> None:
        if kop and (self._koppen is None or kop in self._koppen):
            self._kop = _SLOT.sub("…", kop)[:_LANGSTE_KOP]
            self.lezing.koppen.add(kop)

    def _noteer(self, tekst: str) -> None:
        if schoon := effen(tekst):
            self.lezing.alineas.append(Alinea(schoon, self._waar()))

    def _waar(self) -> str:
        onder = f"onder ‘{self._kop}’" if self._kop else "bovenaan"
        return self._deel or (f"{onder}, rij {self._rij} van de tabel" if self._rij else onder)

    def _bijzonder(self, wat: str, _knoop: Knoop) -> None:
        if self._vak is not None:
            self._vak.vreemd.add(wat)
        self.lezing.bijzonder[wat, self._waar()] += 1

    def _berekend(self, naam: str, knoop: Knoop) -> str:
        """In a control a link is the text that it shows; of anything else that Word fills in, the text is not ours."""
        if self._vak is None:
            return f"{{{naam}}}"
        if naam != "HYPERLINK":
            self._bijzonder("een veld dat Word zelf invult", knoop)
        return ""

    def _veld(self, sdt: Knoop, sleutel: str) -> str | None:
        """Read a control of ours apart; None for any other one."""
        if not is_veld(sleutel):
            return None
        if sleutel in self.lezing.vakken:
            self.lezing.dubbel.append(sleutel)
            return f"{_BEGIN}{sleutel}{_EINDE}"
        eerder, vak = self._vak, Veldvak(leeg=_is_leeg(sdt))
        self.lezing.vakken[sleutel] = vak
        self._vak = vak
        inhoud = sdt.find(f"{W}sdtContent")
        if inhoud is not None:
            self._inhoud_van_vak(inhoud)
        self._vak = eerder
        return f"{_BEGIN}{sleutel}{_EINDE}"

    def _inhoud_van_vak(self, inhoud: Knoop) -> None:
        blok = {f"{W}p", f"{W}tbl", f"{W}tr", f"{W}tc"}
        if any(kind.tag in blok for kind in _onder(inhoud)):
            self.blokken(inhoud)
        elif self._vak is not None:
            self._vak.alineas.append(tekst_van(inhoud, self._opvang))


def _genummerd(opmaak: Knoop | None) -> bool:
    """Whether Word sets a mark or a number before the paragraph, which is not in its text."""
    nummer = None if opmaak is None else opmaak.find(f"{W}numPr/{W}numId")
    return nummer is not None and nummer.get(f"{W}val") != "0"


def _is_leeg(sdt: Knoop) -> bool:
    """Whether it shows what Word says in an empty control; some programs let that mark stand when somebody types."""
    if sdt.find(f"{W}sdtPr/{W}showingPlcHdr") is None:
        return False
    runs = [run for run in sdt.iter(f"{W}r") if "".join(t.text or "" for t in run.iter(f"{W}t")).strip()]
    stijlen = (run.find(f"{W}rPr/{W}rStyle") for run in runs)
    return all(stijl is not None and _AANDUIDING.search(str(stijl.get(f"{W}val"))) for stijl in stijlen)


def _onder(inhoud: Knoop) -> Iterable[Knoop]:
    """What a control holds, through controls around it."""
    for kind in inhoud.iterchildren(etree.Element):
        if kind.tag == f"{W}sdt":
            dieper = kind.find(f"{W}sdtContent")
            if dieper is not None:
                yield from _onder(dieper)
        else:
            yield kind
