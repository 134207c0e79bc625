"""A letter that is set closely: smaller, and otherwise the same."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from lxml import etree

from dossiergen.huisstijl import Huisstijl
from dossiergen.render.boom import Boom, lees, tekst
from dossiergen.render.docx import DocxSchrijver
from dossiergen.render.eigenschappen import Eigenschappen
from dossiergen.render.pdf import PdfSchrijver
from lezers import W, docx_deel, docx_tekst, poppler, structuurtekst, zonder_afbreking, zonder_wit

Stijl = Callable[[str], Huisstijl]
ZINNEN = 20
BRIEF = """<article lang="nl" data-soort="brief"{zetting} data-afzender="Arbo Zuid" data-voet="Voorbeeld">
<p data-blok="logo">Arbo Zuid</p>
<section data-blok="venster"><p>Mevrouw A. Voorbeeld</p><p>Dorpsstraat 1</p><p>6411 AB HEERLEN</p></section>
<h1 data-blok="betreft">Een brief van een blad en een paar regels</h1>
{zinnen}
<p>Met vriendelijke groet,</p>
<table data-blok="ondertekening"><thead><tr><th scope="col">Dr. A. de Boer</th></tr></thead><tbody>
<tr data-soort="teken"><td data-soort="lijn">Handtekening:</td></tr></tbody></table>
</article>"""


@pytest.fixture
def brieven() -> dict[str, Boom]:
    """The same letter, as it is and set closely."""
    zinnen = "<p>Een gewone zin op een eigen regel.</p>" * ZINNEN
    soorten = {"gewoon": "", "dicht": ' data-zetting="dicht"'}
    return {
        naam: lees(BRIEF.format(zetting=zetting, zinnen=zinnen), "brief.html")
        for naam, zetting in soorten.items()
    }


def bladen(pdf: bytes) -> int:
    regels = poppler("pdfinfo", pdf).splitlines()
    return next(int(regel.split()[1]) for regel in regels if regel.startswith("Pages:"))


def letter(word: bytes) -> int:
    """The size of running text, in half points."""
    stijlen = etree.fromstring(docx_deel(word, "word/styles.xml"))
    return int(next(stijlen.iter(f"{W}sz")).attrib[f"{W}val"])


def test_een_brief_die_net_te_lang_is_past_dicht_gezet_op_een_blad(
    brieven: dict[str, Boom], stijl: Stijl, eigenschappen: Eigenschappen
) -> None:
    schrijver = PdfSchrijver(stijl("arbozuid"))

    assert {naam: bladen(schrijver.schrijf(boom, eigenschappen)) for naam, boom in brieven.items()} == {
        "gewoon": 2,
        "dicht": 1,
    }


def test_dicht_gezet_staat_er_hetzelfde(
    brieven: dict[str, Boom], stijl: Stijl, eigenschappen: Eigenschappen
) -> None:
    """In the tree, the PDF and Word."""
    dicht = brieven["dicht"]
    bedoeld = tekst(dicht)
    pdf = PdfSchrijver(stijl("standaard")).schrijf(dicht, eigenschappen)
    word = DocxSchrijver(stijl("standaard")).schrijf(dicht, eigenschappen)

    assert bedoeld == tekst(brieven["gewoon"])
    assert (
        zonder_afbreking(structuurtekst(pdf), bedoeld) == zonder_wit(bedoeld) == zonder_wit(docx_tekst(word))
    )


def test_word_heeft_dicht_gezet_een_kleinere_letter(
    brieven: dict[str, Boom], stijl: Stijl, eigenschappen: Eigenschappen
) -> None:
    """And the next document of the same writer has its own size again."""
    schrijver = DocxSchrijver(stijl("arbozuid"))
    maten = [
        letter(schrijver.schrijf(brieven[naam], eigenschappen)) for naam in ("gewoon", "dicht", "gewoon")
    ]

    assert maten == [22, 20, 22]


def test_een_kleine_letter_wordt_er_niet_groter_van(stijl: Stijl) -> None:
    gewoon = stijl("standaard")
    klein = replace(gewoon, letter=replace(gewoon.letter, grootte=9.0))

    assert klein.voor(dicht=True).letter.grootte == 9.0
    assert klein.voor(dicht=False) is klein
