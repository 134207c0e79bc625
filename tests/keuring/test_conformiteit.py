"""The run over all documents: that it counts, compares, and can be red in every row. Real judges only in `make conformance`."""

import datetime as dt
import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType

import pikepdf
import pytest

from dossiergen.dossier.keuring.bezwaar import Bezwaar
from dossiergen.dossier.keuring.conformiteit.draaien import Opdracht, keur_alles
from dossiergen.dossier.keuring.conformiteit.kantoor import als_pdf
from dossiergen.dossier.keuring.conformiteit.ondertekend import (
    Getekend,
    Tekenrijen,
    pdfsig,
    pdfsig_versie,
    teken,
)
from dossiergen.dossier.keuring.conformiteit.proefstuk import Proefstuk
from dossiergen.dossier.keuring.conformiteit.uitslag import Rij, Uitslag
from dossiergen.dossier.keuring.conformiteit.vergelijken import Opbouw, opbouw, verschillen
from dossiergen.dossier.keuring.keurmeesters import Keurmeester, Keurmeesters
from dossiergen.dossier.keuring.qpdf import is_heel, keur_heelheid
from dossiergen.errors import OntbrekendHulpmiddel
from dossiergen.huisstijl import laad
from dossiergen.render.boom import lees
from dossiergen.render.eigenschappen import Eigenschappen
from dossiergen.render.pdf import PdfSchrijver
from dossiergen.sjablonen import Sjablonen
from dossierhulp import CASES
from keurhulp import FOUT, maak_keurmeesters
from keuringhulp import met_lijnen, pdf_van
from lezers import poppler

WORTEL = Path(__file__).parents[2]
RIJEN = "".join(f"<tr><td>Rij {nummer}</td><td>Waarde</td></tr>" for nummer in range(60))
HTML = (
    '<article lang="nl" data-soort="formulier" data-afzender="A" data-voet="V"><h1>Titel</h1><p>Zin.</p>'
    '<section><h2>Deel een</h2><table><thead><tr><th scope="col">Wat</th><th scope="col">Hoe</th></tr></thead>'
    f"<tbody>{RIJEN}</tbody></table></section><section><h2>Deel twee</h2><p>Zin.</p></section></article>"
)
# Puts down the PDF that lies beside it, as LibreOffice does; for the first Word file it makes nothing.
KANTOOR = """
import sys
from pathlib import Path
export = Path(__file__).with_name("export.pdf").read_bytes()
uit = Path(sys.argv[sys.argv.index("--outdir") + 1])
for stuk in sys.argv[sys.argv.index("--outdir") + 3:]:
    (uit / (Path(stuk).stem + ".pdf")).write_bytes(export)
"""


@cache
def lange_pdf() -> bytes:
    """Two headings below the title, and a table of three pages."""
    schrijver = PdfSchrijver(laad("standaard", Sjablonen.standaard()))
    return schrijver.schrijf(lees(HTML, "proef"), Eigenschappen("Titel", "A", dt.date(2026, 1, 1)))


def proefsleutel(pad: Path) -> Path:
    """A key to throw away, made as the run makes it for itself."""
    lader = SourceFileLoader("conformance", str(WORTEL / "tools" / "conformance"))
    module = ModuleType("conformance")
    module.__file__ = str(WORTEL / "tools" / "conformance")
    lader.exec_module(module)
    gemaakt: Path = module.wegwerpsleutel(pad)
    return gemaakt


def meesters_in(map_: Path, **antwoorden: str) -> Keurmeesters:
    """Stand-ins, LibreOffice too."""
    meesters = maak_keurmeesters(map_, **antwoorden)
    (map_ / "kantoor.py").write_text(KANTOOR)
    (map_ / "export.pdf").write_bytes(lange_pdf())
    kantoor = Keurmeester("libreoffice", "7.8.9", (sys.executable, str(map_ / "kantoor.py")))
    return replace(meesters, libreoffice=kantoor)


def test_koppen_en_tabellen_van_een_pdf() -> None:
    """Een tabel over drie bladzijden is één tabel, met haar kop één keer."""
    gelezen = opbouw(lange_pdf())

    assert gelezen.koppen == ("Titel", "Deeleen", "Deeltwee")
    assert gelezen.tabellen == (("Wat|Hoe", *(f"Rij{nummer}|Waarde" for nummer in range(60))),)


def test_een_pdf_zonder_tags_heeft_geen_opbouw() -> None:
    with pikepdf.open(io.BytesIO(lange_pdf())) as pdf:
        del pdf.Root.StructTreeRoot
        uit = io.BytesIO()
        pdf.save(uit)

    assert opbouw(uit.getvalue()) == Opbouw((), ())


@pytest.mark.parametrize(
    ("ander", "anders"),
    [
        (Opbouw(("a", "b"), (("x", "y"), ("z",))), []),
        (Opbouw(("b", "a"), (("x", "y"), ("z",))), ["koppen"]),
        (Opbouw(("a",), (("x", "y"),)), ["koppen", "aantal-tabellen"]),
        (Opbouw(("a", "b"), (("x",), ("z",))), ["aantal-rijen"]),
        (Opbouw(("a", "b"), (("x", "w"), ("z",))), ["rijen"]),
    ],
)
def test_elk_verschil_wordt_genoemd(ander: Opbouw, anders: list[str]) -> None:
    """Met zijn soort, en zonder tekst."""
    assert list(verschillen(Opbouw(("a", "b"), (("x", "y"), ("z",))), ander)) == anders


@pytest.mark.parametrize(
    ("verknoei", "regels"),
    [
        (lambda pdf: pdf, []),
        (lambda pdf: pdf[: len(pdf) // 2], ["onleesbaar"]),
        (lambda pdf: pdf[:-200], ["onleesbaar"]),
        (lambda _: b"%PDF-1.7\n", ["onleesbaar"]),
        (lambda _: b"", ["onleesbaar"]),
    ],
)
def test_een_afgebroken_pdf_is_niet_heel(verknoei: Callable[[bytes], bytes], regels: list[str]) -> None:
    """Ook niet als hij te herstellen zou zijn."""
    pdf = verknoei(lange_pdf())

    assert [bezwaar.regel for bezwaar in keur_heelheid(pdf)] == regels
    assert is_heel(pdf) is (not regels)


def test_wat_libreoffice_niet_opent(tmp_path: Path) -> None:
    """Een Word-bestand waar niets van komt, is niet geopend; een LibreOffice die niet start is geen oordeel."""
    kantoor = meesters_in(tmp_path).libreoffice
    dicht, open_ = tmp_path / "dicht.docx", tmp_path / "open.docx"
    plekken = tmp_path / "uit", tmp_path / "profiel"

    assert als_pdf(kantoor, [dicht, open_], *plekken) == {dicht: None, open_: tmp_path / "uit/open.pdf"}
    with pytest.raises(OntbrekendHulpmiddel):
        als_pdf(replace(kantoor, opdracht=("/nergens",)), [open_], *plekken)


def test_elke_rij_kan_rood_zijn(tmp_path: Path) -> None:
    """Elke keurmeester van buiten noemt elk bestand dat hij afkeurt, met huisstijl en zaak en zonder waarde van de zaak.

    Wat LibreOffice niet opent, wordt niet vergeleken.
    """
    word = '{"ok": false, "errors": [{"id": "Sch_X", "path": "/word/document.xml"}]}'
    meesters = meesters_in(tmp_path / "k", pdf=FOUT, word=word)
    opdracht = Opdracht(
        (CASES / "2026-0012",),
        ("standaard",),
        tmp_path / "uit",
        dt.date(2026, 6, 1),
        meesters,
        1,
        proefsleutel(tmp_path / "sleutel.p12"),
    )
    uitslag = keur_alles(opdracht, lambda _: None)
    eigen, pdfa, pdfua, ooxml, opent, export, gelijk = (
        (rij.bestanden, len(rij.fouten))
        for rij in uitslag.rijen
        if rij.naam not in {"structuur van de PDF", "qpdf"} and "onderteken" not in rij.naam
    )
    zetten, *van_ons, getekend_a, getekend_ua, poppler = (
        (rij.bestanden, len(rij.fouten)) for rij in uitslag.rijen if "onderteken" in rij.naam
    )
    woorden = ooxml[0]

    assert not uitslag.is_groen
    assert eigen[1] == 0 < eigen[0]
    assert pdfa == pdfua == (pdfa[0], pdfa[0]) > (0, 0)
    assert (ooxml, opent) == ((woorden, woorden), (woorden, 1))
    assert export == gelijk == (woorden - 1, woorden - 1) > (0, 0)
    assert zetten == poppler == (zetten[0], 0) > (0, 0)
    assert van_ons == [zetten] * 3
    assert getekend_a == getekend_ua == (zetten[0], zetten[0])
    fouten = [regel for regel in uitslag.regels() if regel.startswith("OOXML-validator: ")]
    assert len(fouten) == woorden
    assert all(regel.startswith("OOXML-validator: standaard, zaak 2026-0012, ") for regel in fouten)


@pytest.fixture(scope="module", name="getekend")
def _getekend(tmp_path_factory: pytest.TempPathFactory) -> Getekend:
    """A document with two fields, signed twice."""
    map_ = tmp_path_factory.mktemp("getekend")
    klaar = teken(
        [proefstuk(map_, pdf_van(met_lijnen("werkgever", "werknemer")))], proefsleutel(map_ / "s.p12"), map_
    )
    assert len(klaar) == 1
    return klaar[0]


def proefstuk(map_: Path, pdf: bytes) -> Proefstuk:
    pad = map_ / "stuk.pdf"
    pad.write_bytes(pdf)
    return Proefstuk("standaard", "2026-0012", "stuk.pdf", "afdruk", pad)


def getekende_pdf(getekend: Getekend) -> bytes:
    assert getekend.stuk is not None
    return getekend.stuk.pad.read_bytes()


def test_een_stuk_wordt_in_elk_veld_ondertekend(getekend: Getekend) -> None:
    """Het begint met het stuk zelf, en onze eigen keuring en die van Poppler hebben er niets op tegen."""
    pdf = getekende_pdf(getekend)

    assert (getekend.velden, getekend.fout, getekend.qpdf, getekend.structuur, getekend.verraadt) == (
        2,
        "",
        (),
        (),
        False,
    )
    assert pdf.startswith(pdf_van(met_lijnen("werkgever", "werknemer")))
    assert getekend.stuk is not None
    assert pdfsig(getekend.stuk.pad, 2) == ()
    assert poppler("pdftotext", pdf).count("Digitaal ondertekend") == 2


def test_zonder_velden_valt_er_niets_te_ondertekenen(tmp_path: Path) -> None:
    """Een concept, of een stuk dat iedereen al met de pen heeft ondertekend."""
    assert teken([proefstuk(tmp_path, lange_pdf())], proefsleutel(tmp_path / "s.p12"), tmp_path) == []


def test_wat_niet_te_ondertekenen_is_staat_in_de_tabel(tmp_path: Path) -> None:
    """Met de reden, en zonder getekend bestand."""
    stuk = proefstuk(tmp_path, pdf_van(met_lijnen("werknemer")))
    (klaar,) = teken([stuk], tmp_path / "weg.p12", tmp_path / "uit")
    rijen = Tekenrijen("1", "2")
    rijen.neem(klaar)

    assert klaar.stuk is None
    assert klaar.fout
    assert rijen.zetten.fouten == {stuk.wie: [klaar.fout]}
    assert not any(rij.bestanden for rij in rijen.rijen[1:])
    assert not (tmp_path / "uit").exists()


@pytest.mark.parametrize(
    ("verander", "redenen"),
    [
        (lambda pdf: pdf.replace(b"\xf0\x9f\x96\xa4", b"\xf0\x9f\x96\xa5", 1), ("niet alle handtekeningen geldig",)),
        (lambda pdf: pdf + b"\n% nog iets\n", ("niet het hele bestand ondertekend",)),
        (lambda _: pdf_van(met_lijnen("werkgever", "werknemer")), ("niet alle handtekeningen geldig", "niet het hele bestand ondertekend")),
        (lambda _: b"", ("niet alle handtekeningen geldig", "niet het hele bestand ondertekend")),
    ],
)  # fmt: skip
def test_poppler_ziet_wat_er_na_het_ondertekenen_is_veranderd(
    getekend: Getekend, tmp_path: Path, verander: Callable[[bytes], bytes], redenen: tuple[str, ...]
) -> None:
    pad = tmp_path / "anders.pdf"
    pdf = getekende_pdf(getekend)
    pad.write_bytes(verander(pdf))

    assert pad.read_bytes() != pdf
    assert pdfsig(pad, 2) == redenen


def test_zonder_poppler_is_er_geen_oordeel(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert pdfsig_versie()
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(OntbrekendHulpmiddel, match="pdfsig"):
        pdfsig_versie()


def test_elke_rij_van_ondertekende_stukken_kan_rood_zijn(getekend: Getekend) -> None:
    """Wat onze eigen keuring of veraPDF op een getekend bestand tegen heeft, staat bij dat stuk."""
    rijen = Tekenrijen("1", "2")
    bezwaar = Bezwaar("proef", "Zin.")
    rijen.neem(replace(getekend, qpdf=(bezwaar,), structuur=(bezwaar,), verraadt=True))
    rijen.norm(getekend.wie, [Bezwaar("3a-6.1", "Zin.", 1), Bezwaar("ua1-7.1", "Zin.", 2)], 1)

    assert [rij.fouten for rij in rijen.rijen] == [
        {},
        {getekend.wie: ["proef"]},
        {getekend.wie: ["proef"]},
        {getekend.wie: ["PRV-07"]},
        {getekend.wie: ["3a-6.1, bladzijde 1"]},
        {getekend.wie: ["ua1-7.1, bladzijde 2"]},
        {},
    ]


def test_de_tabel() -> None:
    """Eén regel per keurmeester; daaronder elke fout met wat er mis is, één keer."""
    goed, fout, niets = Rij("qpdf", "12.4"), Rij("OOXML", "0.4"), Rij("leeg", "")
    goed.keur("a", (), 1.25)
    fout.keur("a", ["r1", "r1", "r2"], 0.5)
    fout.keur("b", (), 0.5)
    uitslag = Uitslag((goed, fout, niets), ("Gemaakt: 2.",), 3.4)

    assert list(uitslag.regels()) == [
        "Keurmeester  Bestanden  Goed  Fout  Seconden",
        "qpdf (12.4)          1     1     0       1.2",
        "OOXML (0.4)          2     1     1       1.0",
        "leeg                 0     0     0       0.0",
        "",
        "Gemaakt: 2.",
        "OOXML: a: r1; r2",
        "leeg: er was niets om te keuren.",
        "Niet alles is goed. 3 seconden.",
    ]
    assert json.loads(uitslag.als_json())["keurmeesters"][1]["fouten"] == {"a": ["r1", "r2"]}
    assert Uitslag((goed,), (), 1).is_groen
    assert not Uitslag((goed, niets), (), 1).is_groen


def test_zonder_keurmeesters_is_conformance_exitcode_3(tmp_path: Path) -> None:
    klaar = subprocess.run(
        [sys.executable, WORTEL / "tools/conformance"],
        env={**os.environ, "DOSSIERGEN_KEURMEESTERS": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (klaar.returncode, klaar.stdout) == (3, "")
    assert "geen bruikbare keurmeesters" in klaar.stderr


def test_zonder_beheerdersrecht_zegt_het_script_wat_er_moet_komen(tmp_path: Path) -> None:
    """Op een machine waar niets is en voor een gewone gebruiker: exitcode 3, en er is niets veranderd."""
    for programma in ("sh", "dirname"):
        (tmp_path / programma).symlink_to(shutil.which(programma) or "")
    (tmp_path / "id").write_text("#!/bin/sh\necho 1000\n")
    (tmp_path / "id").chmod(0o755)
    klaar = subprocess.run(
        ["sh", WORTEL / "tools/keurmeesters", tmp_path / "meesters", "python3"],
        env={"PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (klaar.returncode, klaar.stdout) == (3, "")
    assert "sudo apt-get install default-jdk-headless npm libreoffice-writer-nogui unzip" in klaar.stderr
    assert not (tmp_path / "meesters").exists()
