"""The address of a letter shows in the window of its envelope, however the sheet has slid; nothing else does."""

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import pytest
from lxml import etree

from dossiergen.huisstijl import Huisstijl, laad
from dossiergen.render.boom import Boom, lees
from dossiergen.render.docx import DocxSchrijver
from dossiergen.render.eigenschappen import Eigenschappen
from dossiergen.render.maten import VENSTER
from dossiergen.render.pdf import PdfSchrijver
from dossiergen.sjablonen import Sjablonen
from lezers import W, docx_deel, poppler

PUNT, TWIP = 25.4 / 72, 25.4 / 1440
NAMEN = ("A.M.C. van den Kowalski-Őzdemir", "2804 AP 'S-GRAVENPOLDER AAN DEN IJSSEL")
VEL, VOUW = 210.0, 297.0 / 3
STIJLEN = ("standaard", "arbozuid", "limburgflex")
LETTERS = (9.0, 10.5, 13.0)
RETOUR = "Stichting Zorggroep Heuvelrand, Heuvelallee 40, 5751 KL Deurne"
ADRESSEN = {
    "kort": ("Mevrouw A. Voorbeeld", "Dorpsstraat 1", "6411 AB HEERLEN"),
    "lang": (
        "Vertrouwelijk",
        "Stichting Samenwerkende Zorggroepen Heuvelrand en Omstreken",
        "T.a.v. mevrouw dr. A.M.C. van den Kowalski-Őzdemir",
        "Burgemeester van Grunsvenplein 112",
        "2804 AP 'S-GRAVENPOLDER AAN DEN IJSSEL",
    ),
    "buitenland": ("Vertrouwelijk", "De heer Ş. Őz", "Afdeling Verzuim", "Hauptstraße 12", "52062 AACHEN", "DUITSLAND"),
}
BRIEF = """<article lang="nl" data-soort="brief" data-afzender="{naam}" data-status="CONCEPT" data-voet="Voorbeeld">
<p data-blok="logo">{naam}</p>
<section data-blok="venster"><p data-blok="retour">{retour}</p>{adres}</section>
<table data-blok="kenmerken"><thead><tr><th scope="col" data-kolom="datum">Datum</th><th scope="col">Contact</th></tr></thead>
<tbody><tr><td>13 mei 2026</td><td>A. Voorbeeld</td></tr></tbody></table>
<h1 data-blok="betreft">Een brief</h1><p>Een zin.</p></article>"""


@dataclass(frozen=True, slots=True)
class Envelop:
    """Outer size, and the window from the left and the lower edge, in millimetres."""

    breed: float
    hoog: float
    links: float
    onder: float
    venster_breed: float
    venster_hoog: float

    def gezien(self) -> Iterator[tuple[float, float, float, float]]:
        """What shows of the sheet in its outermost places: left, top, right, bottom."""
        for naar_rechts in (0, self.breed - VEL):
            for omhoog in (0, self.hoog - VOUW):
                links, onder = self.links - naar_rechts, VOUW - self.onder + omhoog
                yield links, onder - self.venster_hoog, links + self.venster_breed, onder


C56 = Envelop(229, 114, 20, 20, 90, 45)
ENVELOPPEN = (C56, Envelop(229, 114, 20, 20, 110, 40), Envelop(220, 110, 20, 20, 90, 45), Envelop(220, 110, 20, 20, 110, 40))


def altijd_gezien(*enveloppen: Envelop) -> tuple[float, ...]:
    vlakken = [vlak for envelop in enveloppen for vlak in envelop.gezien()]
    return tuple(kies(kant) for kies, kant in zip((max, max, min, min), zip(*vlakken, strict=True), strict=True))


@dataclass(frozen=True, slots=True)
class Woord:
    tekst: str
    links: float
    boven: float
    rechts: float
    onder: float


def woorden(pdf: bytes) -> list[Woord]:
    """The words of the first page with the box of each, in millimetres."""
    bladzijde = poppler("pdftotext", pdf, "-bbox").split("</page>")[0]
    vorm = r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<'
    return [Woord(html.unescape(w), *(float(n) * PUNT for n in (a, b, c, d))) for a, b, c, d, w in re.findall(vorm, bladzijde)]


def brief(naam: str) -> Boom:
    regels = "".join(f"<p>{regel}</p>" for regel in ADRESSEN[naam])
    return lees(BRIEF.format(naam="Arbo Zuid", retour=RETOUR, adres=regels), "brief.html")


def met_letter(stijl: Huisstijl, grootte: float) -> Huisstijl:
    return replace(stijl, letter=replace(stijl.letter, grootte=grootte))


def test_het_venster_volgt_uit_de_enveloppen() -> None:
    """Wat altijd te zien is van het adres, en van de regel van de afzender in een venster van 45 mm."""
    links, boven, rechts, onder = altijd_gezien(*ENVELOPPEN)
    assert (links, boven, rechts, onder) == (20, VENSTER.adres, VENSTER.rechts, VENSTER.onder)
    assert altijd_gezien(C56)[1] == VENSTER.boven
    # Also in envelopes whose window stands fifteen millimetres from the lower edge, as elsewhere in Europe.
    laag = [replace(envelop, onder=15) for envelop in ENVELOPPEN]
    ooit_gezien = max(vlak[3] for envelop in (*ENVELOPPEN, *laag) for vlak in envelop.gezien())
    assert ooit_gezien == VOUW < VENSTER.vervolg


@pytest.mark.parametrize("grootte", LETTERS)
@pytest.mark.parametrize("adres", ADRESSEN)
@pytest.mark.parametrize("naam", STIJLEN)
def test_het_adres_staat_in_het_venster(naam: str, adres: str, grootte: float, eigenschappen: Eigenschappen) -> None:
    """Elk woord van het adres, hoe de brief ook ligt; en verder niets, ook geen logo of kenmerk."""
    stijl = met_letter(laad(naam, Sjablonen.standaard()), grootte)
    gezet = woorden(PdfSchrijver(stijl).schrijf(brief(adres), replace(eigenschappen, namen=NAMEN)))
    bedoeld = [woord for regel in (RETOUR, *ADRESSEN[adres]) for woord in regel.split()]
    begin = next(n for n, woord in enumerate(gezet) if [w.tekst for w in gezet[n:][: len(bedoeld)]] == bedoeld)
    afzender = len(RETOUR.split())
    retour, adreswoorden = gezet[begin:][:afzender], gezet[begin:][afzender : len(bedoeld)]
    rest = [*gezet[:begin], *gezet[begin + len(bedoeld) :]]
    laagste = min(vlak[1] for envelop in ENVELOPPEN for vlak in envelop.gezien())
    speling = 0.3

    assert min(w.boven for w in retour) >= VENSTER.boven - speling
    assert min(w.boven for w in adreswoorden) >= VENSTER.adres - 2 * speling
    assert max(w.onder for w in adreswoorden) <= VENSTER.onder + speling
    assert max(w.rechts for w in (*retour, *adreswoorden)) <= VENSTER.rechts
    assert min(w.links for w in (*retour, *adreswoorden)) >= 20
    assert not [w for w in rest if w.onder > laagste + speling and w.boven < VOUW]


@pytest.mark.parametrize("adres", ADRESSEN)
def test_de_vouw_loopt_door_wit(adres: str, stijl: Callable[[str], Huisstijl], eigenschappen: Eigenschappen) -> None:
    """Het vel wordt op een derde gevouwen; daar staat geen tekst."""
    for woord in woorden(PdfSchrijver(stijl("standaard")).schrijf(brief(adres), eigenschappen)):
        assert not woord.boven < VOUW < woord.onder


@pytest.mark.parametrize("naam", STIJLEN)
def test_in_word_staat_het_adres_op_dezelfde_plaats(naam: str, eigenschappen: Eigenschappen) -> None:
    """Marge, briefhoofd en regels van een vaste hoogte brengen het adres in het venster, en de brief eronder."""
    stijl = laad(naam, Sjablonen.standaard())
    for adres in ADRESSEN:
        word = DocxSchrijver(stijl).schrijf(brief(adres), eigenschappen)
        hoogtes = [(naam_, *maten) for naam_, *maten in _regels(word)]
        y = stijl.marges.boven
        toppen: dict[str, float] = {}
        for soort, regel, wit in hoogtes:
            toppen.setdefault(soort, y)
            y += regel + wit
        assert toppen["Retouradres"] == pytest.approx(VENSTER.boven, abs=0.1)
        assert toppen["Adres"] == pytest.approx(VENSTER.adres, abs=0.7)
        if adres == "kort":
            assert y == pytest.approx(VENSTER.vervolg, abs=0.2)


def _regels(word: bytes) -> Iterator[tuple[str, float, float]]:
    """The paragraphs above the reference line: style, exact height and white below, in millimetres."""
    stijlen = etree.fromstring(docx_deel(word, "word/styles.xml"))
    van_stijl = {s.get(f"{W}styleId"): s.find(f".//{W}spacing") for s in stijlen.iter(f"{W}style")}
    for alinea in etree.fromstring(docx_deel(word, "word/document.xml")).iter(f"{W}p"):
        soort = alinea.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
        if soort not in {"Afzender", "Retouradres", "Adres"}:
            return
        eigen = alinea.find(f"{W}pPr/{W}spacing")
        wit = van_stijl[soort] if eigen is None else eigen
        yield soort, float(wit.get(f"{W}line")) * TWIP, float(wit.get(f"{W}after")) * TWIP


def test_postcode_en_plaats_blijven_op_een_regel(stijl: Callable[[str], Huisstijl], eigenschappen: Eigenschappen) -> None:
    """Ook van een plaats van vier woorden, die de zaak kent."""
    plaats = NAMEN[1]
    met_namen = replace(eigenschappen, namen=NAMEN)
    gezet = woorden(PdfSchrijver(stijl("standaard")).schrijf(brief("lang"), met_namen))
    regel = {round(w.boven, 1) for w in gezet if w.tekst in plaats.split()}
    assert len(regel) == 1
