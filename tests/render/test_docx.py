"""The Word document: real styles, repeated heads, fields that lead back to the case."""

import io
import zipfile
from collections.abc import Callable, Iterator

import docx as python_docx  # noqa: TID251  the reader that others will use
import pytest
from docx.shared import Length  # noqa: TID251  as above
from lxml import etree

from dossiergen.huisstijl import Huisstijl
from dossiergen.render.boom import Boom, inhoud
from dossiergen.render.docx import DocxSchrijver
from dossiergen.render.eigenschappen import Eigenschappen
from lezers import W, docx_deel

Schrijf = Callable[[Boom], bytes]
Stijl = Callable[[str], Huisstijl]
KAART = "{urn:dossiergen:velden:1}"


def lijf(word: bytes) -> etree._Element:
    return etree.fromstring(docx_deel(word, "word/document.xml"))


def attr(element: etree._Element | None, naam: str = "val") -> str:
    assert element is not None
    return element.get(f"{W}{naam}", "")


def onder(element: etree._Element, naam: str) -> Iterator[etree._Element]:
    return element.iter(f"{W}{naam}")


def test_papier_en_taal(voorbeeld: Boom, docx: Schrijf) -> None:
    """A4 with the margins of the style, Dutch all through."""
    document = python_docx.Document(io.BytesIO(docx(voorbeeld)))
    sectie = document.sections[0]
    maten = (sectie.page_width, sectie.page_height, sectie.left_margin, sectie.right_margin)
    assert [round(Length(maat or 0).mm) for maat in maten] == [210, 297, 25, 22]
    stijlen = etree.fromstring(docx_deel(docx(voorbeeld), "word/styles.xml"))
    assert {attr(taal) for taal in onder(stijlen, "lang")} == {"nl-NL"}


def test_elke_stijl_in_de_tekst_bestaat(voorbeeld: Boom, docx: Schrijf) -> None:
    """A style that is not defined would silently become the default one."""
    word = docx(voorbeeld)
    stijlen = {
        attr(stijl, "styleId")
        for stijl in onder(etree.fromstring(docx_deel(word, "word/styles.xml")), "style")
    }
    assert {attr(stijl) for stijl in onder(lijf(word), "pStyle")} <= stijlen


def test_koppen_zijn_echte_koppen(boom: Callable[[str], Boom], docx: Schrijf) -> None:
    """Word's navigation and a screen reader find them."""
    document = python_docx.Document(io.BytesIO(docx(boom("plan-vier"))))
    koppen = [
        alinea
        for alinea in document.paragraphs
        if str(alinea.style.name if alinea.style else "").startswith("Heading")
    ]
    assert [kop.text for kop in koppen][:3] == [
        "Plan van Aanpak",
        "1 Partijen",
        "2 Advies van de bedrijfsarts",
    ]


def test_bladzijden_worden_door_word_geteld(boom: Callable[[str], Boom], docx: Schrijf) -> None:
    """The foot holds fields."""
    voet = etree.fromstring(docx_deel(docx(boom("plan-kort")), "word/footer1.xml"))
    assert [attr(veld, "instr").strip() for veld in onder(voet, "fldSimple")] == ["PAGE", "NUMPAGES"]


def test_tabelkoppen_worden_herhaald_en_rijen_niet_gebroken(voorbeeld: Boom, docx: Schrijf) -> None:
    """Each thead is a repeated row; no row breaks over pages; the grid is as wide as the table."""
    koppen = sum(element.naam == "thead" for element in voorbeeld.artikel.alle())
    document = lijf(docx(voorbeeld))
    assert len(list(onder(document, "tblHeader"))) == koppen
    assert len(list(onder(document, "cantSplit"))) == len(list(onder(document, "tr")))
    for tabel in onder(document, "tbl"):
        breedte = sum(int(attr(kolom, "w")) for kolom in onder(tabel, "gridCol"))
        assert attr(tabel.find(f"{W}tblPr/{W}tblW"), "w") == str(breedte)
        assert breedte <= round((210 - 25 - 22) / 25.4 * 1440) + 2


def test_geen_lege_alineas(voorbeeld: Boom, docx: Schrijf) -> None:
    """White space is a property of paragraphs; a screen reader would announce each empty one."""
    assert all(
        "".join(t.text or "" for t in onder(alinea, "t")) for alinea in onder(lijf(docx(voorbeeld)), "p")
    )


def test_de_kaart_kent_elk_veld(voorbeeld: Boom, docx: Schrijf) -> None:
    """Every tag leads to file and path of the field, in the order of the document, with its fingerprint."""
    word = docx(voorbeeld)
    kaart = etree.fromstring(docx_deel(word, "customXml/item1.xml"))
    verwijzingen = {
        veld.get("sleutel", ""): f"{veld.get('bestand')}#{veld.get('pad')}"
        for veld in kaart.iter(f"{KAART}veld")
    }
    tags = [attr(tag) for tag in onder(lijf(word), "tag")]
    velden = [element.attr("data-veld") for element in voorbeeld.artikel.alle() if element.attr("data-veld")]
    assert sorted(tags) == sorted(verwijzingen)
    assert len(set(tags)) == len(tags)
    assert sorted(verwijzingen.values()) == sorted(velden)
    assert kaart.get("inhoud") == inhoud(voorbeeld)


def test_een_datum_is_een_datumveld(boom: Callable[[str], Boom], docx: Schrijf) -> None:
    """Whoever corrects it gets a calendar, and the date can be read back without reading Dutch."""
    datums = {attr(datum, "fullDate") for datum in onder(lijf(docx(boom("plan-kort"))), "date")}
    assert {"1984-07-04T00:00:00Z", "2026-04-09T00:00:00Z"} <= datums


def test_unieke_nummers_van_velden(voorbeeld: Boom, docx: Schrijf) -> None:
    """Word repairs a file in which two content controls have one number."""
    nummers = [attr(eigen.find(f"{W}id")) for eigen in onder(lijf(docx(voorbeeld)), "sdtPr")]
    assert len(set(nummers)) == len(nummers)


def test_ondertekening_houdt_haar_kop_vast(boom: Callable[[str], Boom], docx: Schrijf) -> None:
    """From the heading down to the last row but one, each paragraph is kept with the next."""
    document = lijf(docx(boom("plan-kort")))
    blokken = list(document[0])
    plaats = max(nummer for nummer, blok in enumerate(blokken) if blok.tag == f"{W}tbl")
    rijen = list(onder(blokken[plaats], "tr"))
    stijlen = etree.fromstring(docx_deel(docx(boom("plan-kort")), "word/styles.xml"))
    vast = {
        attr(stijl, "styleId")
        for stijl in onder(stijlen, "style")
        if stijl.find(f"{W}pPr/{W}keepNext") is not None
    }
    for blok in [*blokken[plaats - 2 : plaats], *rijen[:-1]]:
        for alinea in onder(blok, "p"):
            direct = alinea.find(f"{W}pPr/{W}keepNext") is not None
            assert direct or attr(alinea.find(f"{W}pPr/{W}pStyle")) in vast


def test_het_bestand_zegt_van_wie_en_wanneer(
    boom: Callable[[str], Boom], docx: Schrijf, eigenschappen: Eigenschappen
) -> None:
    """Title, sender, language and the date of the document; no trace of the tool's own template."""
    word = docx(boom("plan-kort"))
    eigen = python_docx.Document(io.BytesIO(word)).core_properties
    assert (eigen.title, eigen.author, eigen.language) == (
        eigenschappen.titel,
        eigenschappen.afzender,
        "nl-NL",
    )
    assert eigen.created is not None
    assert eigen.created.date() == eigenschappen.datum
    with zipfile.ZipFile(io.BytesIO(word)) as pakket:
        assert not any(b"python-docx" in pakket.read(naam) for naam in pakket.namelist())


def test_het_pakket_heeft_geen_klok(
    boom: Callable[[str], Boom], stijl: Stijl, docx: Schrijf, eigenschappen: Eigenschappen
) -> None:
    """Fixed dates and order, and a second writer gives the same bytes."""
    word = docx(boom("plan-vier"))
    with zipfile.ZipFile(io.BytesIO(word)) as pakket:
        assert {lid.date_time for lid in pakket.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert pakket.namelist()[0] == "[Content_Types].xml"
    assert DocxSchrijver(stijl("standaard")).schrijf(boom("plan-vier"), eigenschappen) == word


@pytest.mark.parametrize("naam", ["standaard", "limburgflex", "arbozuid"])
def test_elke_huisstijl_schrijft(
    naam: str, stijl: Stijl, boom: Callable[[str], Boom], eigenschappen: Eigenschappen
) -> None:
    """The accent colour of the style is in the styles of the document."""
    word = DocxSchrijver(stijl(naam)).schrijf(boom("brief"), eigenschappen)
    assert stijl(naam).kleuren.accent.lstrip("#").upper().encode() in docx_deel(word, "word/styles.xml")
