"""The PDF: archival, accessible, closed off from the machine that makes it, and the same each time."""

import io
import logging
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from dossiergen.errors import OntbrekendHulpmiddel, SjabloonFout
from dossiergen.huisstijl import Huisstijl
from dossiergen.render.boom import Boom, lees
from dossiergen.render.eigenschappen import Eigenschappen
from dossiergen.render.pdf import PdfSchrijver
from lezers import poppler

Schrijf = Callable[[Boom], bytes]
Stijl = Callable[[str], Huisstijl]

LANG_PLAN = '<article lang="nl" data-soort="formulier" data-afzender="A" data-voet="V"><h1>T</h1>{}</article>'
ONDERTEKENING = (
    '<table data-blok="ondertekening"><thead><tr><th scope="col">Werkgever</th><th scope="col">Werknemer</th></tr></thead>'
    "<tbody><tr><td>Naam een</td><td>Naam twee</td></tr>"
    '<tr data-soort="teken"><td data-soort="lijn">Handtekening:</td><td data-soort="lijn">Handtekening:</td></tr></tbody></table>'
)
PROGRAMMA = """
import hashlib, sys
from datetime import date
from pathlib import Path
from dossiergen.huisstijl import laad
from dossiergen.render.boom import lees
from dossiergen.render.docx import DocxSchrijver
from dossiergen.render.eigenschappen import Eigenschappen
from dossiergen.render.pdf import PdfSchrijver
from dossiergen.sjablonen import Sjablonen
boom = lees(Path(sys.argv[1]).read_text("utf-8"), "x")
stijl = laad("standaard", Sjablonen.standaard())
eigenschappen = Eigenschappen("Plan van Aanpak", "Limburg Flex B.V.", date(2026, 2, 26))
for schrijver in (PdfSchrijver(stijl), DocxSchrijver(stijl)):
    print(hashlib.sha256(schrijver.schrijf(boom, eigenschappen)).hexdigest())
"""


def bladzijden(pdf: bytes) -> list[str]:
    return poppler("pdftotext", pdf, "-layout").split("\f")[:-1]


def test_alleen_meegeleverde_lettertypen(voorbeeld: Boom, pdf: Schrijf) -> None:
    """Nothing of this machine gets into a document, and all of it is embedded as a subset."""
    regels = poppler("pdffonts", pdf(voorbeeld)).splitlines()[2:]
    assert regels
    for regel in regels:
        assert "+Source-Sans-Pro" in regel or "+Dossiergen-Merken" in regel
        assert regel.split()[-5:-2] == ["yes", "yes", "yes"]


def test_ook_een_onbekend_teken_haalt_geen_letter_van_deze_machine(pdf: Schrijf) -> None:
    """The text stays what it was; only its look is missing."""
    bestand = pdf(lees(LANG_PLAN.format("<p>中文 en 😀 gewoon</p>"), "x"))
    assert {regel.split()[0].split("+")[1] for regel in poppler("pdffonts", bestand).splitlines()[2:]} <= {
        "Source-Sans-Pro",
        "Source-Sans-Pro-Semi-Bold",
    }
    assert "中文" in poppler("pdftotext", bestand)


def test_het_bestand_zegt_wat_het_is(
    boom: Callable[[str], Boom], pdf: Schrijf, eigenschappen: Eigenschappen
) -> None:
    """PDF/A-3a and PDF/UA-1 in one XMP packet with one rdf:RDF; title, author, language and date of the document."""
    with pikepdf.open(io.BytesIO(pdf(boom("brief")))) as bestand:
        xmp = bestand.Root.Metadata.read_bytes().decode()
        assert str(bestand.Root.Lang) == "nl-NL"
        assert bool(bestand.Root.MarkInfo.Marked)
        assert str(bestand.docinfo["/Title"]) == eigenschappen.titel
        assert str(bestand.docinfo["/Author"]) == eigenschappen.afzender
        assert str(bestand.docinfo["/CreationDate"]).startswith("D:20260226")
    assert xmp.count("<rdf:RDF") == 1
    for merk in ('pdfaid:part="3"', 'pdfaid:conformance="A"', "<pdfuaid:part>1</pdfuaid:part>"):
        assert merk in xmp


def test_nadruk_en_datum_zijn_geen_losse_structuur(voorbeeld: Boom, pdf: Schrijf) -> None:
    """Auditors reject NonStruct in running text."""
    assert "NonStruct" not in poppler("pdfinfo", pdf(voorbeeld), "-struct")


def test_concept_staat_op_elke_bladzijde(boom: Callable[[str], Boom], pdf: Schrijf) -> None:
    """The status is the first thing that a reader of any page sees."""
    paginas = bladzijden(pdf(boom("plan-lang")))
    assert len(paginas) > 5
    assert all("CONCEPT" in pagina.strip().splitlines()[0] for pagina in paginas)
    assert not any("CONCEPT" in pagina for pagina in bladzijden(pdf(boom("plan-vier"))))


@pytest.mark.parametrize("aantal", range(24, 44, 2))
def test_ondertekening_blijft_heel_en_bij_haar_kop(aantal: int, pdf: Schrijf) -> None:
    """Wherever the page ends: heading, names and lines stand on one page."""
    vulling = "".join(f"<p>Regel {nummer}</p>" for nummer in range(aantal))
    html = LANG_PLAN.format(f"{vulling}<section><h2>Akkoordkop</h2>{ONDERTEKENING}</section>")
    (pagina,) = [p for p in bladzijden(pdf(lees(html, "x"))) if "Akkoordkop" in p]
    assert "Werkgever" in pagina
    assert pagina.count("Handtekening:") == 2


@pytest.mark.parametrize("aantal", range(24, 44, 2))
def test_in_een_brief_staat_de_handtekening_nooit_alleen(aantal: int, pdf: Schrijf) -> None:
    """The greeting and the paragraph before it come along."""
    vulling = "".join(f"<p>Regel {nummer}</p>" for nummer in range(aantal))
    html = LANG_PLAN.format(f"{vulling}<p>Slotalinea</p><p>Groetregel</p>{ONDERTEKENING}").replace(
        "formulier", "brief"
    )
    (pagina,) = [p for p in bladzijden(pdf(lees(html, "x"))) if "Handtekening:" in p]
    assert "Slotalinea" in pagina
    assert "Groetregel" in pagina


def test_niets_loopt_over_de_rand(voorbeeld: Boom, pdf: Schrijf) -> None:
    """Each word ends before the right margin of 22 mm."""
    woorden = poppler("pdftotext", pdf(voorbeeld), "-bbox").split("<word ")[1:]
    rechts = max(float(woord.split('xMax="')[1].split('"')[0]) for woord in woorden)
    assert rechts <= (210 - 22) / 25.4 * 72 + 0.5


def test_zelfde_document_zelfde_bytes_in_elk_proces(
    boom: Callable[[str], Boom], pdf: Schrijf, stijl: Stijl, eigenschappen: Eigenschappen, voorbeelden: Path
) -> None:
    """Neither an earlier document, nor the hash seed, nor the time zone makes a difference; in both formats."""
    schrijver = PdfSchrijver(stijl("standaard"))
    schrijver.schrijf(boom("brief"), eigenschappen)
    assert schrijver.schrijf(boom("plan-kort"), eigenschappen) == pdf(boom("plan-kort"))
    uitkomsten = {
        subprocess.run(
            [sys.executable, "-c", PROGRAMMA, str(voorbeelden / "plan-kort.html")],
            env={**os.environ, "PYTHONHASHSEED": zaad, "TZ": zone},
            capture_output=True,
            check=True,
        ).stdout
        for zaad, zone in (("1", "Pacific/Auckland"), ("2", "America/Los_Angeles"))
    }
    assert len(uitkomsten) == 1


@pytest.mark.parametrize(
    "regel",
    [
        "body { background: url(http://example.org/x.png) }",
        "body { background: url(file:///etc/hostname) }",
        "@import url(file:///etc/hostname);",
        '@font-face { font-family: "Ander"; src: url(asset:../x) }',
        "body { colour: red }",
    ],
)
def test_een_huisstijl_komt_het_pakket_niet_uit(
    regel: str, stijl: Stijl, boom: Callable[[str], Boom], eigenschappen: Eigenschappen
) -> None:
    """Any address but a packaged font stops the document, and so does a rule that WeasyPrint ignores."""
    eigen = replace(stijl("standaard"), css=f"{regel}\n{stijl('standaard').css}")
    with pytest.raises(SjabloonFout):
        PdfSchrijver(eigen).schrijf(boom("verklaring"), eigenschappen)


def test_weasyprint_zwijgt(
    boom: Callable[[str], Boom], stijl: Stijl, caplog: pytest.LogCaptureFixture, eigenschappen: Eigenschappen
) -> None:
    """Nothing reaches the log of the program."""
    caplog.set_level(logging.WARNING)
    PdfSchrijver(stijl("arbozuid")).schrijf(boom("brief"), eigenschappen)
    assert caplog.records == []


def test_zonder_harfbuzz_subset_wordt_geen_pdf_gemaakt(stijl: Stijl, monkeypatch: pytest.MonkeyPatch) -> None:
    """The other subsetter gives other bytes, so its absence is said and not worked around."""
    monkeypatch.setattr("weasyprint.text.ffi.harfbuzz_subset", None)
    with pytest.raises(OntbrekendHulpmiddel) as fout:
        PdfSchrijver(stijl("standaard"))
    assert fout.value.hint == "sudo apt-get install libharfbuzz-subset0"
