"""Room to write: lines on paper, a box with a control in Word, and no text of our own in either."""

import subprocess
from collections.abc import Callable
from itertools import pairwise

import pytest
from lxml import etree

from dossiergen.errors import SjabloonFout
from dossiergen.render.boom import Boom, lees, tekst
from lezers import W, docx_deel, docx_tekst, poppler, structuurtekst, zonder_wit

Schrijf = Callable[[Boom], bytes]

KOP = '<article lang="nl" data-soort="formulier" data-afzender="A" data-voet="V"><h1>Titel</h1>'
VRAAG = "Wat wilt u UWV nog meer laten weten over de tijd waarin u niet of minder kon werken?"
DPI = 100
REGELHOOGTE = 7.5
"""Millimetres from one line to the next, on paper and in Word."""


def document(*delen: str) -> Boom:
    return lees(f"{KOP}{''.join(delen)}</article>", "x")


def veld(vraag: str, regels: int) -> str:
    return f'<p data-blok="invulveld" data-regels="{regels}">{vraag}</p>'


TWEE = document(
    '<p data-veld="zaak.yaml#werknemer.achternaam">Naam</p>',
    veld(VRAAG, 3),
    '<ul data-blok="keuze"><li data-gekozen="nee">Ja</li></ul>',
    veld("Leg uit:", 1),
    "<p>Slot</p>",
)


def _lijnen(pdf: bytes, blad: int = 1) -> list[float]:
    """How far from the top of a page, in millimetres, a line runs over the width of the text."""
    opdracht = ["pdftoppm", "-gray", "-r", str(DPI), "-f", str(blad), "-l", str(blad), "-"]
    pgm = subprocess.run(opdracht, input=pdf, capture_output=True, check=True).stdout
    _, maten, _, punten = pgm.split(b"\n", 3)
    breed, hoog = map(int, maten.split())
    links, rechts = round(30 / 25.4 * DPI), round(180 / 25.4 * DPI)
    donker = [nr for nr in range(hoog) if max(punten[nr * breed + links : nr * breed + rechts]) < 235]
    return [nr / DPI * 25.4 for nr in donker if nr - 1 not in donker]


def test_op_papier_staan_zoveel_lijnen_als_gevraagd(pdf: Schrijf) -> None:
    """Even ver uit elkaar, onder de vraag; de tweede vraag heeft er één."""
    lijnen = _lijnen(pdf(TWEE))
    tussen = [later - eerder for eerder, later in pairwise(lijnen)]

    assert len(lijnen) == 4
    assert tussen[:2] == pytest.approx([REGELHOOGTE] * 2, abs=0.3)
    assert tussen[2] > 2 * REGELHOOGTE


def test_lijnen_zijn_geen_tekst(pdf: Schrijf) -> None:
    """Een schermlezer hoort de vragen en wat erna komt, en niets van de lijnen."""
    assert zonder_wit(structuurtekst(pdf(TWEE))) == zonder_wit(tekst(TWEE))
    assert "Figure" not in poppler("pdfinfo", pdf(TWEE), "-struct")


@pytest.mark.parametrize("aantal", [21, 22, 26])
def test_een_vraag_staat_bij_haar_lijnen(aantal: int, pdf: Schrijf) -> None:
    """Waar de bladzijde ook eindigt: kop, vraag en alle lijnen staan op één blad."""
    vulling = "".join(f"<p>Regel {nummer}</p>" for nummer in range(aantal))
    bestand = pdf(document(vulling, f"<section><h2>Kop</h2><p>Uitleg</p>{veld('Vraag', 4)}</section>"))
    bladen = poppler("pdftotext", bestand).split("\f")[:-1]
    (blad,) = [nr for nr, woorden in enumerate(bladen, 1) if "Kop" in woorden]

    assert "Vraag" in bladen[blad - 1]
    assert len(_lijnen(bestand, blad)) == 4


def _vakken(word: bytes) -> list[etree._Element]:
    """The controls to write in."""
    lijf = etree.fromstring(docx_deel(word, "word/document.xml"))
    return [sdt for sdt in lijf.iter(f"{W}sdt") if sdt.find(f"{W}sdtPr/{W}showingPlcHdr") is not None]


def _eigenschappen(vak: etree._Element) -> dict[str, str]:
    eigen = vak.find(f"{W}sdtPr")
    assert eigen is not None
    return {
        etree.QName(deel).localname: str(deel.get(f"{W}val", deel.get(f"{W}multiLine", ""))) for deel in eigen
    }


def test_in_word_is_elk_veld_een_vak_met_de_naam_van_zijn_vraag(docx: Schrijf) -> None:
    """Van meer regels, en leeg tot iemand schrijft; een lange vraag is afgekapt, want Word kapt namen ook af."""
    assert [_eigenschappen(vak) for vak in _vakken(docx(TWEE))] == [
        {
            "alias": VRAAG[:64],
            "tag": "invul1",
            "id": "200001",
            "lock": "sdtLocked",
            "showingPlcHdr": "",
            "text": "1",
        },
        {
            "alias": "Leg uit:",
            "tag": "invul2",
            "id": "200002",
            "lock": "sdtLocked",
            "showingPlcHdr": "",
            "text": "1",
        },
    ]


def test_een_vak_in_word_is_zo_hoog_als_de_lijnen_en_groeit_mee(docx: Schrijf) -> None:
    """Een tabel van één cel over de volle breedte, met een rand, op de bladzijde van haar vraag."""
    hoogtes = []
    for vak in _vakken(docx(TWEE)):
        rij = next(vak.iterancestors(f"{W}tr"))
        hoogte = rij.find(f"{W}trPr/{W}trHeight")
        assert hoogte is not None
        assert rij.find(f"{W}trPr/{W}cantSplit") is not None
        hoogtes.append((hoogte.get(f"{W}hRule"), int(hoogte.get(f"{W}val", ""))))
        tabel = next(rij.iterancestors(f"{W}tbl"))
        vraag = tabel.getprevious()
        assert len(tabel.findall(f"{W}tr/{W}tc")) == 1
        assert tabel.find(f"{W}tblPr/{W}tblBorders") is not None
        assert vraag is not None
        assert vraag.find(f"{W}pPr/{W}keepNext") is not None

    assert hoogtes == [("atLeast", round(regels * REGELHOOGTE / 25.4 * 1440)) for regels in (3, 1)]


def test_een_leeg_vak_zegt_niets_en_is_geen_veld_van_de_zaak(docx: Schrijf) -> None:
    """In het vak staan alleen spaties; de kaart van velden kent alleen de naam."""
    word = docx(TWEE)
    inhoud = ["".join(t.text or "" for t in vak.iter(f"{W}t")) for vak in _vakken(word)]

    assert [zonder_wit(woorden) for woorden in inhoud] == ["", ""]
    assert all(inhoud)
    assert zonder_wit(docx_tekst(word)) == zonder_wit(tekst(TWEE))
    assert docx_deel(word, "customXml/item1.xml").count(b"<veld ") == 1


def test_elk_nummer_van_een_vak_is_van_dat_vak(docx: Schrijf) -> None:
    """Ook naast velden en keuzevakjes: Word herstelt een bestand waarin twee vakken één nummer hebben."""
    lijf = etree.fromstring(docx_deel(docx(TWEE), "word/document.xml"))
    nummers = [element.get(f"{W}val") for element in lijf.iterfind(f".//{W}sdtPr/{W}id")]

    assert len(nummers) == len(set(nummers)) == 4


WEIGERINGEN = {
    "invulveld zonder regels": '<p data-blok="invulveld">Vraag</p>',
    "regels zonder invulveld": '<p data-regels="3">Vraag</p>',
    "regels bij een ander blok": '<p data-blok="ondertitel" data-regels="3">Vraag</p>',
    "invulveld op een ander element": '<ul data-blok="invulveld"><li>Vraag</li></ul>',
    "regels op een ander element": '<section data-regels="3"><h2>Kop</h2></section>',
    "geen enkele regel": veld("Vraag", 0),
    "te veel regels": veld("Vraag", 100),
    "regels in woorden": veld("Vraag", 3).replace('"3"', '"drie"'),
    "invulveld zonder vraag": veld(" ", 3),
}


@pytest.mark.parametrize("geval", WEIGERINGEN)
def test_een_invulveld_heeft_een_vraag_en_regels(geval: str) -> None:
    """Het een niet zonder het ander, en nergens anders."""
    with pytest.raises(SjabloonFout):
        document(WEIGERINGEN[geval])
