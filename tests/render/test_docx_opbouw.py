"""How a Word document is built: lists that Word counts, tables with heads, contents of what is long."""

from collections.abc import Callable

import pytest
from lxml import etree

from dossiergen.dossier.bestandstekst import woordtekst
from dossiergen.render.boom import Boom, Element, lees, tekst
from lezers import W, docx_deel, docx_tekst, inhoudsopgaven, zonder_wit

Schrijf = Callable[[Boom], bytes]


def stuk(lijf: str, soort: str = "formulier") -> Boom:
    kop = f'<article lang="nl" data-soort="{soort}" data-afzender="A" data-voet="V"><h1>Blad</h1>'
    return lees(f"{kop}{lijf}</article>", "proef")


def document(word: bytes) -> etree._Element:
    return etree.fromstring(docx_deel(word, "word/document.xml"))


def alle_tekst(element: etree._Element) -> str:
    return "".join(t.text or "" for t in element.iter(f"{W}t"))


def waarde(element: etree._Element | None) -> str:
    assert element is not None
    return element.get(f"{W}val", "")


LIJSTEN = stuk(
    "<ol><li>een</li><li>twee<ul><li>dieper</li><li>nog eens</li></ul></li></ol><p>Dan:</p>"
    "<ol><li><p>weer een</p><p>en verder</p></li></ol><ul><li>los</li></ul>"
)


def test_een_lijst_is_een_lijst(docx: Schrijf) -> None:
    """No mark stands in the text; every item says at which depth of which list it is."""
    punten = [
        (
            alle_tekst(alinea),
            waarde(alinea.find(f"{W}pPr/{W}numPr/{W}ilvl")),
            waarde(alinea.find(f"{W}pPr/{W}numPr/{W}numId")),
        )
        for alinea in document(docx(LIJSTEN)).iter(f"{W}p")
        if alinea.find(f"{W}pPr/{W}numPr") is not None
    ]
    assert punten == [
        ("een", "0", "2"),
        ("twee", "0", "2"),
        ("dieper", "1", "1"),
        ("nog eens", "1", "1"),
        ("weer een", "0", "3"),
        ("los", "0", "1"),
    ]


def test_elke_genummerde_lijst_begint_bij_een(docx: Schrijf) -> None:
    """As in the PDF; what Word counts is what the tree says."""
    word = docx(LIJSTEN)
    assert zonder_wit(docx_tekst(word)) == zonder_wit(tekst(LIJSTEN))
    assert docx_tekst(word).count("1.") == 2


def test_de_tweede_alinea_van_een_punt_heeft_geen_merk(docx: Schrijf) -> None:
    """It stands below the text of the first."""
    alineas = {alle_tekst(p): p for p in document(docx(LIJSTEN)).iter(f"{W}p")}
    verder = alineas["en verder"]
    assert verder.find(f"{W}pPr/{W}numPr") is None
    inspringing = verder.find(f"{W}pPr/{W}ind")
    assert inspringing is not None
    assert (inspringing.get(f"{W}left"), inspringing.get(f"{W}firstLine")) == ("261", "0")


def test_tabellen_zeggen_wat_hun_koppen_zijn(voorbeeld: Boom, docx: Schrijf) -> None:
    """A row of heads, a column of labels, and a name: the same in attributes and in the mask of older readers."""
    bedoeld = [
        (int(bool(_kop(tabel))), int(_heeft_labels(tabel)))
        for tabel in voorbeeld.artikel.alle()
        if tabel.naam == "table"
    ]
    gevonden = []
    for eigen in document(docx(voorbeeld)).iter(f"{W}tblPr"):
        wijzer = eigen.find(f"{W}tblLook")
        assert wijzer is not None
        rij, kolom = (int(wijzer.get(f"{W}{naam}", "")) for naam in ("firstRow", "firstColumn"))
        assert waarde(wijzer) == f"{0x600 + 0x20 * rij + 0x80 * kolom:04X}"
        assert waarde(eigen.find(f"{W}tblCaption"))
        gevonden.append((rij, kolom))
    assert gevonden == bedoeld


def _kop(tabel: Element) -> list[Element]:
    return [deel for deel in tabel.elementen if deel.naam == "thead"]


def _heeft_labels(tabel: Element) -> bool:
    return all(rij.elementen[0].naam == "th" for rij in tabel.elementen[-1].elementen)


def test_geen_alinea_heeft_een_rand(voorbeeld: Boom, docx: Schrijf) -> None:
    """LibreOffice draws it outside the tags: its PDF/UA would fail."""
    word = docx(voorbeeld)
    for deel in ("word/document.xml", "word/styles.xml"):
        assert next(etree.fromstring(docx_deel(word, deel)).iter(f"{W}pBdr"), None) is None


def test_een_handtekening_krijgt_een_lijn(boom: Callable[[str], Boom], docx: Schrijf) -> None:
    """The leader of a tab up to the end of the column, as long as the cell without its gutter."""
    lijnen = [
        (tab.get(f"{W}leader"), int(tab.get(f"{W}pos", "")))
        for tab in document(docx(boom("plan-kort"))).iter(f"{W}tab")
        if tab.get(f"{W}leader")
    ]
    assert lijnen
    assert {leader for leader, _ in lijnen} == {"underscore"}
    plaatsen = [plaats for _, plaats in lijnen]
    assert max(plaatsen) - min(plaatsen) <= 1


LANG = "Een zin die zegt wat er is gebeurd en wat daarna moet gebeuren. " * 20
DELEN = "".join(f"<section><h2>{nummer} Deel</h2><p>{LANG}</p></section>" for nummer in range(1, 6))


def test_een_lang_stuk_heeft_een_inhoudsopgave(docx: Schrijf) -> None:
    """A field with its entries filled in, before the first numbered part; it asks nothing when the file opens."""
    word = docx(stuk(f"<p>Vooraf.</p>{DELEN}"))
    wortel = document(word)
    (opgave,) = inhoudsopgaven(wortel)
    regels = [alle_tekst(p) for p in opgave.iter(f"{W}p")]
    assert regels == ["Inhoud", *(f"{nummer} Deel" for nummer in range(1, 6))]
    delen = [deel.get(f"{W}fldCharType") for deel in opgave.iter(f"{W}fldChar")]
    assert delen == ["begin", "separate", "end"]
    assert not any(deel.get(f"{W}dirty") for deel in opgave.iter(f"{W}fldChar"))
    assert b"updateFields" not in docx_deel(word, "word/settings.xml")
    kinderen = list(wortel[0])
    assert alle_tekst(kinderen[kinderen.index(opgave) + 1]) == "1 Deel"


@pytest.mark.parametrize(
    "kort",
    [
        pytest.param(stuk(DELEN, "brief"), id="een brief"),
        pytest.param(stuk("<section><h2>1 Deel</h2><p>Kort.</p></section>" * 6), id="een kort stuk"),
        pytest.param(stuk(f"<section><h2>1 Deel</h2><p>{LANG * 5}</p></section>"), id="een enkel deel"),
    ],
)
def test_geen_inhoudsopgave(kort: Boom, docx: Schrijf) -> None:
    """Of what a reader has before him at one glance."""
    assert inhoudsopgaven(document(docx(kort))) == []


def test_de_inhoudsopgave_hoort_niet_bij_de_tekst(docx: Schrijf) -> None:
    """A PDF has bookmarks instead: both files say the same without it."""
    lang = stuk(DELEN)
    word = docx(lang)
    assert zonder_wit(docx_tekst(word)) == zonder_wit(tekst(lang))
    assert not woordtekst(word).startswith("BladInhoud")


def test_het_vlak_van_een_waarschuwing_loopt_van_marge_tot_marge(docx: Schrijf) -> None:
    """As that of the key data does: each line hangs from the margin, behind a tab or the mark of its list."""
    blok = '<h2>Kop</h2><section data-blok="let-op"><h3>Let op</h3><p>Lees dit.</p><ul><li>en dit</li></ul></section>'
    word = docx(stuk(blok))
    xml, stijlen = document(word), etree.fromstring(docx_deel(word, "word/styles.xml"))
    (van_de_stijl,) = (
        stijl.find(f"{W}pPr/{W}ind") for stijl in stijlen if stijl.get(f"{W}styleId") == "Letop"
    )
    gezien = []
    for alinea in xml.iter(f"{W}p"):
        if alle_tekst(alinea) in {"Let op", "Lees dit.", "en dit"}:
            inspringing = alinea.find(f"{W}pPr/{W}ind")
            hangt = van_de_stijl if inspringing is None else inspringing
            assert hangt is not None
            begin = int(hangt.get(f"{W}left", "0")) - int(hangt.get(f"{W}hanging", "0"))
            merk = alinea.find(f"{W}r/{W}tab"), alinea.find(f"{W}pPr/{W}numPr")
            gezien.append((alle_tekst(alinea), begin, [soort is not None for soort in merk]))

    assert gezien == [
        ("Let op", 0, [True, False]),
        ("Lees dit.", 0, [True, False]),
        ("en dit", 0, [False, True]),
    ]
