"""Turns the tree into the elements that WeasyPrint lays out, and the house style into its tokens."""

from collections.abc import Mapping
from xml.etree import ElementTree as ET

from dossiergen.huisstijl import Huisstijl, Logo
from dossiergen.render.adres import Adresmaten, adres_van
from dossiergen.render.boom import Boom, Element
from dossiergen.render.eigenschappen import Eigenschappen
from dossiergen.render.heel import Heel
from dossiergen.render.kolommen import GOOT, kolombreedtes, labelbreedte
from dossiergen.render.letters import breedte
from dossiergen.render.maten import (
    CELRUIMTE,
    INSPRINGING,
    KEUZE_INSPRINGING,
    KOPLOGO,
    LETTERS,
    SCHRIJFREGEL,
    TEKENRUIMTE,
    VENSTER,
    regelhoogte,
)
from dossiergen.render.pdf.middelen import LOGO, SCHEMA, letterregels
from dossiergen.render.pdf.tijdlijn import tekening
from dossiergen.render.samenhang import (
    hoort_bij_volgende,
    is_korte_tabel,
    is_lang,
    is_ondertekend_deel,
    is_open_keuze,
    is_vraag,
    tekst_voor_ondertekening,
)

__all__ = ["pagina", "stijlblad"]

# WeasyPrint tags a span as Span; strong, em and time would become NonStruct, which auditors reject.
_SPANNEN = frozenset({"strong", "em"})
_WEG = frozenset({"data-veld", "data-label", "data-leeg", "data-opties", "lang"})
# What stays on one line is not more than this part of a line of running text.
_LOPEND = 0.6
_PUNT = 25.4 / 72


def stijlblad(stijl: Huisstijl) -> str:
    """The style sheet: fonts, tokens and page margins first, then the rules."""
    tokens = "; ".join(f"--{naam}: {waarde}" for naam, waarde in _tokens(stijl).items())
    marges = stijl.marges
    blad = f"@page {{ margin: {marges.boven}mm {marges.rechts}mm {marges.onder}mm {marges.links}mm }}"
    logo = _koplogo(stijl.logo.van(KOPLOGO)) if stijl.logo else ""
    return "\n".join((*letterregels(stijl), f":root {{ {tokens} }}", blad, stijl.css, logo))


def _koplogo(logo: Logo) -> str:
    """On the first page of a form, where the sender's name stands on the others. A letter has it on the sheet."""
    plaats = f"left bottom 6mm / {logo.breedte:.2f}mm {logo.hoogte:.2f}mm"
    return (
        f'@page :first {{ @top-left {{ content: ""; width: {logo.breedte:.2f}mm; '
        f"background: url({SCHEMA}{LOGO}) no-repeat {plaats}; image-rendering: crisp-edges }} }}"
    )


def _tokens(stijl: Huisstijl) -> Mapping[str, str]:
    kleuren = stijl.kleuren
    return {
        **{naam: getattr(kleuren, naam) for naam in ("accent", "inkt", "zacht", "lijn", "vlak", "status")},
        **{naam: f"{stijl.letter.grootte * factor:g}pt" for naam, factor in LETTERS.items()},
        "letterfamilie": f'"{stijl.letters.tekst.naam}"',
        "koppenfamilie": f'"{stijl.letters.koppen.naam}"',
        "merkenfamilie": f'"{stijl.letters.merken.naam}"',
        "letter": f"{stijl.letter.grootte:g}pt",
        "regel": f"{regelhoogte(dicht=stijl.dicht)}",
        "celruimte": f"{CELRUIMTE}mm",
        "inspringing": f"{INSPRINGING}mm",
        "keuze": f"{KEUZE_INSPRINGING}mm",
        "goot": f"{GOOT}mm",
        "tekenruimte": f"{TEKENRUIMTE}mm",
        "logohoogte": f"{VENSTER.boven - stijl.marges.boven}mm",
        "vensterbreedte": f"{VENSTER.rechts - stijl.marges.links}mm",
        "vensterhoogte": f"{VENSTER.vervolg - VENSTER.boven}mm",
    }


def pagina(boom: Boom, eigenschappen: Eigenschappen, stijl: Huisstijl) -> ET.Element:
    """The whole document as WeasyPrint expects it."""
    html = ET.Element("html", lang=eigenschappen.taal)
    hoofd = ET.SubElement(html, "head")
    ET.SubElement(hoofd, "title").text = eigenschappen.titel
    datum = eigenschappen.datum.isoformat()
    for naam, inhoud in (
        ("author", eigenschappen.afzender),
        ("dcterms.created", datum),
        ("dcterms.modified", datum),
    ):
        ET.SubElement(hoofd, "meta", name=naam, content=inhoud)
    lijf = ET.SubElement(html, "body")
    _Zetter(stijl, boom.artikel, Heel(eigenschappen.namen)).zet(lijf, boom.artikel)
    return html


class _Zetter:
    def __init__(self, stijl: Huisstijl, artikel: Element, heel: Heel) -> None:
        self._stijl = stijl
        self._label = labelbreedte(artikel, stijl)
        self._heel = heel
        self._breedte = stijl.tekstbreedte
        self._letter = stijl.letter.grootte

    def zet(self, houder: ET.Element, element: Element, klasse: str = "", ruimte: float = 0) -> None:
        """Add one element, with everything below it; `ruimte` is how wide its lines are, if not the page's."""
        if element.blok == "tijdlijn" and (getekend := tekening(element, self._stijl)) is not None:
            houder.append(getekend)
        attrs = {naam: waarde for naam, waarde in element.attrs if naam not in _WEG}
        if regels := element.attr("data-regels"):
            attrs["style"] = _schrijfregels(int(regels))
        if element.blok == "venster":
            attrs["style"] = _adresregels(adres_van(element, self._stijl))
        bijeen = is_ondertekend_deel(element) or is_korte_tabel(element) or is_vraag(element)
        klassen = [klasse, "samen" if bijeen else "", "open" if is_open_keuze(element) else ""]
        if any(klassen):
            attrs["class"] = " ".join(filter(None, klassen))
        if element.naam == "article" and self._stijl.dicht:
            attrs["data-zetting"] = "dicht"
        knoop = ET.SubElement(houder, element.naam, attrs)
        if element.naam == "table":
            self._tabel(knoop, element)
        elif element.blok == "logo" and self._stijl.logo:
            knoop.append(_beeld(self._stijl.logo))
        else:
            self._inhoud(knoop, element, ruimte or self._breedte * _LOPEND)

    def _inhoud(self, knoop: ET.Element, element: Element, ruimte: float) -> None:
        for plaats, kind in enumerate(element.kinderen):
            if isinstance(kind, str):
                self._tekst(knoop, kind, ruimte)
            elif kind.naam in _SPANNEN:
                self._inhoud(ET.SubElement(knoop, "span", {"class": kind.naam}), kind, ruimte)
            elif kind.naam == "time":
                self._tekst(knoop, kind.platte_tekst, ruimte)
            else:
                mee = hoort_bij_volgende(element, plaats) or tekst_voor_ondertekening(element, plaats)
                self.zet(knoop, kind, "bij-volgende" if mee else "", ruimte)

    def _tekst(self, knoop: ET.Element, tekst: str, ruimte: float) -> None:
        """Text, with what no line may break in spans: on one line where there is room, else only without hyphens."""
        for deel, heel in self._heel.delen(tekst):
            if not heel:
                _voeg_tekst(knoop, deel)
                continue
            past = breedte(deel, self._stijl.letters.tekst, vet=True) * self._letter * _PUNT < ruimte
            ET.SubElement(knoop, "span", {"class": "heel" if past else "woord"}).text = deel

    def _tabel(self, knoop: ET.Element, tabel: Element) -> None:
        breedtes = self._kolommen(knoop, tabel)
        for deel in tabel.elementen:
            if deel.naam == "caption":
                self.zet(knoop, deel)
                continue
            groep = ET.SubElement(knoop, deel.naam)
            for rij in deel.elementen:
                attrs = {naam: waarde for naam, waarde in rij.attrs if naam not in _WEG}
                if is_lang(rij):
                    attrs["class"] = "lang"
                regel = ET.SubElement(groep, "tr", attrs)
                for cel, mm in zip(rij.elementen, breedtes, strict=True):
                    self.zet(regel, cel, ruimte=max(mm - CELRUIMTE, 1))

    def _kolommen(self, knoop: ET.Element, tabel: Element) -> tuple[float, ...]:
        breedtes = kolombreedtes(tabel, self._stijl, self._label)
        if tabel.blok == "ondertekening":
            # The gutters are border-spacing here, and stand on both outer sides as well.
            knoop.set("style", f"width: {sum(breedtes) + 2 * GOOT:.2f}mm")
            breedtes = (*(mm - GOOT for mm in breedtes[:-1]), breedtes[-1])
        groep = ET.SubElement(knoop, "colgroup")
        for mm in breedtes:
            ET.SubElement(groep, "col", style=f"width: {mm:.2f}mm")
        return breedtes


def _beeld(logo: Logo) -> ET.Element:
    """The logo in the place of the sender's name. Smoothing it would break PDF/A."""
    maten = f"width: {logo.breedte:.2f}mm; height: {logo.hoogte:.2f}mm; image-rendering: crisp-edges"
    return ET.Element("img", src=f"{SCHEMA}{LOGO}", alt=logo.alt, style=maten)


def _schrijfregels(aantal: int) -> str:
    """Lines to write on as backgrounds, which no reading order knows."""
    lijnen = ", ".join(["linear-gradient(var(--zacht))"] * aantal)
    plaatsen = ", ".join(f"left bottom {nummer * SCHRIJFREGEL:g}mm" for nummer in range(aantal))
    return (
        f"padding-bottom: {aantal * SCHRIJFREGEL:g}mm; background-image: {lijnen}; "
        f"background-position: {plaatsen}; background-size: 100% .2mm; background-repeat: no-repeat"
    )


def _adresregels(adres: Adresmaten) -> str:
    return (
        f"--adresletter: {adres.letter}pt; --adresregel: {adres.regel}mm; --retourletter: {adres.retourletter}pt; "
        f"--retourregel: {adres.retourregel}mm; --onder-retour: {adres.onder_retour}mm"
    )


def _voeg_tekst(knoop: ET.Element, tekst: str) -> None:
    if len(knoop):
        knoop[-1].tail = (knoop[-1].tail or "") + tekst
    else:
        knoop.text = (knoop.text or "") + tekst
