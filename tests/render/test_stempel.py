"""Het stempel van een handtekening: een paar regels in de letter van de huisstijl, altijd heel."""

import io
import re
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from fontTools.fontBuilder import FontBuilder  # type: ignore[import-untyped]
from fontTools.pens.t2CharStringPen import T2CharStringPen  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from PIL import ImageChops

from dossiergen.errors import SjabloonFout
from dossiergen.render.pdf.stempel import Stempelmaker
from keuringhulp import STIJLEN
from letterhulp import pakketletter
from lezers import poppler

Stijl = Callable[[str], Any]
REGELS = ("Digitaal ondertekend", "dr. A.M. de Boer", "26 februari 2026 om 14.05 uur")
LANG = "prof. dr. ir. Maximiliaan-Frederik van Bönninghausen tot Herinckhave-Szczęśniak"
BREED, HOOG = 136.0, 39.5


def woorden(pdf: bytes) -> str:
    return " ".join(poppler("pdftotext", pdf, "-raw").split())


@pytest.mark.parametrize("naam", STIJLEN)
def test_een_stempel_zegt_zijn_regels_in_de_letter_van_de_huisstijl(naam: str, stijl: Stijl) -> None:
    """Als tekst die te lezen en te zoeken is, met ingesloten letters, op een blad van de gevraagde maat."""
    huisstijl = stijl(naam)
    pdf = Stempelmaker(huisstijl).maak(REGELS, BREED, HOOG)
    lettertypen = [regel.split() for regel in poppler("pdffonts", pdf).splitlines()[2:]]

    assert woorden(pdf) == " ".join(REGELS)
    familie = huisstijl.letters.tekst.naam.replace(" ", "")
    assert [bool(re.fullmatch(rf"[A-Z]{{6}}\+{familie}-(Vet|Recht)", regel[0])) for regel in lettertypen] == [
        True,
        True,
    ]
    assert [regel[-5:-2] for regel in lettertypen] == [["yes", "yes", "yes"]] * 2
    with pikepdf.open(io.BytesIO(pdf)) as bestand:
        assert [float(maat) for maat in bestand.pages[0].mediabox] == [0, 0, BREED, HOOG]
        assert set(bestand.Root.keys()) <= {"/Type", "/Pages"}
        assert not set(bestand.docinfo.keys())


@pytest.mark.parametrize(("breed", "hoog"), [(BREED, HOOG), (226.8, 40.2), (219.7, 53.0), (107.0, 35.4)])
@pytest.mark.parametrize("naam", ["dr. A.M. de Boer", LANG, "Őz", "N.O. Naam-" + "Zonder" * 4])
def test_een_naam_wordt_nooit_afgesneden(naam: str, breed: float, hoog: float, stijl: Stijl) -> None:
    """De letters worden kleiner of de naam loopt door op de volgende regel; alles staat binnen het blad."""
    pdf = Stempelmaker(stijl("standaard")).maak(
        ("Digitaal ondertekend", naam, "3 mei 2026 om 9.05 uur"), breed, hoog
    )
    with closing(pypdfium2.PdfDocument(pdf)) as bestand:
        vakken = [ding.get_bounds() for ding in bestand[0].get_objects()]

    assert woorden(pdf).replace(" ", "") == f"Digitaalondertekend{naam}3mei2026om9.05uur".replace(" ", "")
    for links, onder, rechts, boven in vakken:
        assert min(links, onder) >= 0
        assert rechts <= breed
        assert boven <= hoog


def test_wat_niet_past_wordt_geweigerd(stijl: Stijl) -> None:
    """Kleiner dan vijf punten leest niemand."""
    maker = Stempelmaker(stijl("standaard"))
    with pytest.raises(SjabloonFout, match="past niet in het vak") as fout:
        maker.maak(("Digitaal ondertekend", "Geheimschrijver" * 6, "nu"), 85.0, 28.4)
    assert "Geheim" not in f"{fout.value.melding}{fout.value.hint}"
    with pytest.raises(SjabloonFout, match="past niet in het vak"):
        maker.maak(REGELS, 40.0, 10.0)


def test_een_letter_die_er_niet_is_wordt_niet_overgeslagen(stijl: Stijl) -> None:
    """En de melding noemt de naam niet."""
    with pytest.raises(SjabloonFout, match="heeft niet alle letters") as fout:
        Stempelmaker(stijl("standaard")).maak(("Digitaal ondertekend", "山田", "nu"), BREED, HOOG)
    assert "山" not in f"{fout.value.melding}{fout.value.hint}"


def _opentype(pad: Path, snede: str) -> Path:
    """Dezelfde letters met kubische krommen, zoals een .otf ze heeft."""
    with TTFont(pakketletter(snede)) as font:
        bron, cmap = font.getGlyphSet(), font.getBestCmap()
        gekozen = {code: naam for code, naam in cmap.items() if code < 0x180}
        namen = [".notdef", *dict.fromkeys(gekozen.values())]
        letters = {}
        for naam in namen:
            pen = T2CharStringPen(bron[naam].width, bron)
            bron[naam].draw(pen)
            letters[naam] = pen.getCharString()
        bouwer = FontBuilder(font["head"].unitsPerEm, isTTF=False)
        bouwer.setupGlyphOrder(namen)
        bouwer.setupCharacterMap(gekozen)
        bouwer.setupCFF("Klant", {"FullName": "Klant"}, letters, {})
        bouwer.setupHorizontalMetrics({naam: (bron[naam].width, 0) for naam in namen})
        bouwer.setupHorizontalHeader(ascent=font["hhea"].ascent, descent=font["hhea"].descent)
    bouwer.save(pad)
    return pad


def test_een_letter_met_kubische_krommen_staat_er_even_goed(stijl: Stijl, tmp_path: Path) -> None:
    """Een eigen letter van een klant mag een .otf zijn; de omtrek blijft die van de letter."""
    gewoon = stijl("standaard")
    familie = replace(
        gewoon.letters.tekst,
        naam="Klant Letter",
        recht=_opentype(tmp_path / "recht.otf", "recht"),
        vet=_opentype(tmp_path / "vet.otf", "vet"),
    )
    klant = replace(gewoon, letters=replace(gewoon.letters, tekst=familie))
    pdfs = [Stempelmaker(huisstijl).maak(REGELS, BREED, HOOG) for huisstijl in (klant, gewoon)]
    beelden = []
    for pdf in pdfs:
        with closing(pypdfium2.PdfDocument(pdf)) as bestand:
            beelden.append(bestand[0].render(scale=4).to_pil().convert("L"))

    assert woorden(pdfs[0]) == " ".join(REGELS)
    assert "KlantLetter-Recht" in poppler("pdffonts", pdfs[0])
    verschil = ImageChops.difference(*beelden).point(lambda punt: 255 if punt > 64 else 0)
    anders = verschil.histogram()[255]
    assert anders < 0.002 * verschil.width * verschil.height


def test_dezelfde_regels_geven_dezelfde_bytes(stijl: Stijl) -> None:
    """Ook van een andere maker, en na een ander stempel; een samengesteld teken is dat teken."""
    een, ander = Stempelmaker(stijl("standaard")), Stempelmaker(stijl("standaard"))
    eerst = een.maak(REGELS, BREED, HOOG)
    anders = een.maak(("Digitaal ondertekend", "R. Ho\u0308pfner", "nu"), BREED, HOOG)

    assert een.maak(REGELS, BREED, HOOG) == eerst == ander.maak(REGELS, BREED, HOOG)
    assert eerst != anders
    assert "R. Höpfner" in woorden(anders)
