"""The tree, the PDF and the Word document say the same."""

from collections.abc import Callable

from dossiergen.huisstijl import Huisstijl
from dossiergen.render.boom import Boom, lees, tekst
from dossiergen.render.letters import ontbrekende_tekens
from lezers import docx_tekst, poppler, structuurtekst, zonder_afbreking, zonder_wit

Schrijf = Callable[[Boom], bytes]


def test_pdf_zegt_wat_de_boom_zegt(voorbeeld_voor_poppler: Boom, pdf: Schrijf) -> None:
    """The text of the structure tree is the text of the tree, in the same order."""
    bedoeld = tekst(voorbeeld_voor_poppler)
    assert zonder_afbreking(structuurtekst(pdf(voorbeeld_voor_poppler)), bedoeld) == zonder_wit(bedoeld)


def test_docx_zegt_wat_de_boom_zegt(voorbeeld: Boom, docx: Schrijf) -> None:
    """All w:t of the body, content controls included, is the text of the tree."""
    assert zonder_wit(docx_tekst(docx(voorbeeld))) == zonder_wit(tekst(voorbeeld))


def test_kop_en_voet_zijn_gelijk(boom: Callable[[str], Boom], pdf: Schrijf, docx: Schrijf) -> None:
    """Sender, status and foot stand on each page of the PDF and in the heads and feet of the Word document."""
    plan = boom("plan-lang")
    artikel = plan.artikel
    koppen = [artikel.attr(naam) for naam in ("data-afzender", "data-status", "data-voet")]
    for bladzijde in poppler("pdftotext", pdf(plan), "-layout").split("\f")[:-1]:
        assert all(kop in bladzijde for kop in koppen)
    word = docx(plan)
    assert docx_tekst(word, "word/header1.xml") == "".join(koppen[:2])
    assert docx_tekst(word, "word/footer1.xml") == f"{koppen[2]}pagina 1 van 1"


def test_tekens_die_het_lettertype_mist_worden_gemeld(
    boom: Callable[[str], Boom], stijl: Callable[[str], Huisstijl]
) -> None:
    """The samples have none; Chinese and the non-breaking hyphen are missed, a letter with a loose accent is not."""
    letters = stijl("standaard").letters
    assert ontbrekende_tekens(boom("plan-lang"), letters) == ()
    html = '<article lang="nl" data-soort="formulier" data-afzender="中" data-voet="V"><h1>Ő‑şe\u0301</h1></article>'
    assert ontbrekende_tekens(lees(html, "x"), letters) == ("\u2011", "中")
