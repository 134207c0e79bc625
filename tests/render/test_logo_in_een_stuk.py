"""Where the logo stands in a letter and in a form, in both formats."""

import io
from collections.abc import Callable

import pikepdf
import pytest
from lxml import etree
from PIL import Image

from dossiergen.dossier.bestandstekst import delen_van
from dossiergen.huisstijl import Huisstijl
from dossiergen.render.boom import Boom
from dossiergen.render.docx import DocxSchrijver
from dossiergen.render.eigenschappen import Eigenschappen
from dossiergen.render.pdf import PdfSchrijver, logo_als_png
from lezers import poppler

Stijl = Callable[[str], Huisstijl]
Bomen = Callable[[str], Boom]
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def plaatjes(deel: bytes) -> list[tuple[str, str, str]]:
    """What is read aloud for each picture in a part, and its size in millimetres."""
    gevonden = []
    for inline in etree.fromstring(deel).iter(f"{WP}inline"):
        maat, over = inline.find(f"{WP}extent"), inline.find(f"{WP}docPr")
        assert maat is not None
        assert over is not None
        breed, hoog = (f"{int(str(maat.get(kant))) / 36_000:.1f}" for kant in ("cx", "cy"))
        gevonden.append((str(over.get("descr")), breed, hoog))
    return gevonden


@pytest.mark.parametrize(("naam", "alt"), [("arbozuid", "Arbo Zuid"), ("limburgflex", "Limburg Flex")])
def test_het_briefhoofd_is_een_plaatje_met_een_naam(
    naam: str, alt: str, boom: Bomen, stijl: Stijl, eigenschappen: Eigenschappen
) -> None:
    """A figure with alternative text, drawn as shapes; in Word the same size."""
    huisstijl = stijl(naam)
    logo = huisstijl.logo
    assert logo is not None
    pdf = PdfSchrijver(huisstijl).schrijf(boom("brief"), eigenschappen)
    word = DocxSchrijver(huisstijl, logo_als_png(huisstijl)).schrijf(boom("brief"), eigenschappen)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        figuren = [str(knoop.get("/Alt")) for knoop in _knopen(document) if knoop.get("/S") == "/Figure"]
        beelden = [naam for blad in document.pages for naam in blad.get_images()]

    assert (figuren, beelden) == ([alt], [])
    assert plaatjes(delen_van(word)["word/document.xml"]) == [
        (alt, f"{logo.breedte:.1f}", f"{logo.hoogte:.1f}")
    ]
    assert plaatjes(delen_van(word)["word/header2.xml"]) == []


def _knopen(document: pikepdf.Pdf) -> list[pikepdf.Dictionary]:
    return [
        knoop
        for knoop in document.objects
        if isinstance(knoop, pikepdf.Dictionary) and knoop.get("/Type") == "/StructElem"
    ]


def test_op_een_formulier_staat_het_klein_boven_het_eerste_blad(
    boom: Bomen, stijl: Stijl, eigenschappen: Eigenschappen
) -> None:
    """Where the sender's name stands on all the others; in Word as well."""
    huisstijl = stijl("arbozuid")
    plan = boom("plan-lang")
    afzender = plan.artikel.attr("data-afzender")
    pdf = PdfSchrijver(huisstijl).schrijf(plan, eigenschappen)
    koppen = [blad.strip().splitlines()[0] for blad in poppler("pdftotext", pdf, "-layout").split("\f")[:-1]]
    delen = delen_van(DocxSchrijver(huisstijl, logo_als_png(huisstijl)).schrijf(plan, eigenschappen))

    assert [afzender in kop for kop in koppen] == [False, *[True] * (len(koppen) - 1)]
    assert plaatjes(delen["word/header2.xml"]) == [("Arbo Zuid", "41.9", "9.0")]
    assert plaatjes(delen["word/header1.xml"]) == plaatjes(delen["word/document.xml"]) == []
    assert afzender in delen["word/header1.xml"].decode()
    assert b"titlePg" in delen["word/document.xml"]


def test_een_stijl_zonder_logo_heeft_de_naam(boom: Bomen, stijl: Stijl, eigenschappen: Eigenschappen) -> None:
    """No picture, no part for it, and on a form no other first page."""
    word = DocxSchrijver(stijl("standaard"), logo_als_png(stijl("standaard")))
    delen = delen_van(word.schrijf(boom("plan-kort"), eigenschappen))

    assert logo_als_png(stijl("standaard")) is None
    assert not [naam for naam in delen if "media" in naam]
    assert b"titlePg" not in delen["word/document.xml"]


def test_voor_word_wordt_het_getekend_op_driehonderd_punten(stijl: Stijl) -> None:
    """The same bytes each time, on white, and not empty."""
    huisstijl = stijl("limburgflex")
    logo, inhoud = huisstijl.logo, logo_als_png(huisstijl)
    assert logo is not None
    assert inhoud is not None
    with Image.open(io.BytesIO(inhoud)) as beeld:
        breed, hoog = (mm / 25.4 * 300 for mm in (logo.breedte, logo.hoogte))
        assert beeld.width == pytest.approx(breed, abs=2)
        assert beeld.height == pytest.approx(hoog, abs=2)
        # The gutter between the leaves is paper.
        assert beeld.getpixel((beeld.height // 2, beeld.height // 2)) == (255, 255, 255)
        assert beeld.getpixel((beeld.height // 4, beeld.height // 4)) == (0x1F, 0x4D, 0x36)

    assert inhoud == logo_als_png(huisstijl)
