"""Words without end, long tables, long paragraphs: nothing runs out of its cell or off the page, nothing is lost."""

import os
import re
from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from lxml import etree

from dossiergen.dossier.bestandstekst import delen_van
from dossiergen.huisstijl import Huisstijl
from dossiergen.render.boom import Boom, lees, tekst
from dossiergen.render.docx import DocxSchrijver
from dossiergen.render.eigenschappen import Eigenschappen
from dossiergen.render.pdf import PdfSchrijver, logo_als_png
from lezers import docx_tekst, poppler, zonder_wit

RIJEN = 500 if os.environ.get("DOSSIERGEN_LANG") == "1" else 70
PUNT = 25.4 / 72
EINDELOOS = "Wm" * 100
POST = "een.heel.lange.naam.van.iemand@een-afdeling.een-heel-lang-domein.voorbeeld.example"
ADRES = "https://www.voorbeeld.example/" + "pad/" * 40
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WOORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')
Stijl = Callable[[str], Huisstijl]


def boom(inhoud: str, soort: str = "formulier") -> Boom:
    kop = f'<article lang="nl" data-soort="{soort}" data-afzender="Afzender" data-voet="Voet">'
    return lees(f"{kop}{inhoud}</article>", "x")


def tabel(*rijen: tuple[str, ...]) -> str:
    kolommen = ' data-kolom="nr"', "", ' data-kolom="wie"', ' data-kolom="datum"'
    koppen = "".join(
        f'<th scope="col"{k}>{n}</th>' for k, n in zip(kolommen, ("Nr", "Wat", "Wie", "Dag"), strict=True)
    )
    lijf = "".join(f"<tr>{''.join(f'<td>{cel}</td>' for cel in rij)}</tr>" for rij in rijen)
    return f"<table><thead><tr>{koppen}</tr></thead><tbody>{lijf}</tbody></table>"


EINDELOZE_WOORDEN = boom(
    f"<h1>{EINDELOOS}</h1><h2>{ADRES}</h2><p>{EINDELOOS}</p><ul><li>{EINDELOOS}</li></ul>"
    f"{tabel(('1', EINDELOOS, POST, '3 maart 2026'), ('999999', 'kort', EINDELOOS, EINDELOOS))}"
    f'<p>a</p><table data-blok="gegevens"><tbody><tr><th scope="row">{EINDELOOS}</th><td>{POST} {ADRES}</td></tr></tbody></table>'
    f'<p>a</p><table data-blok="kerngegevens"><tbody><tr><th scope="row">Naam</th><td>{EINDELOOS}</td></tr></tbody></table>'
    f'<section data-blok="let-op"><h3>{EINDELOOS}</h3><p>{ADRES}</p></section>'
    f'<section data-blok="visie"><p>{EINDELOOS}</p></section>'
    f'<ul data-blok="keuze"><li data-gekozen="ja">{EINDELOOS}</li></ul>'
)
BRIEF = boom(
    f'<p data-blok="logo">{EINDELOOS}</p><section data-blok="venster"><p data-blok="retour">{EINDELOOS}, {ADRES}</p>'
    f"<p>{EINDELOOS}</p><p>{POST}</p></section>"
    f'<table data-blok="kenmerken"><thead><tr><th scope="col">Datum</th><th scope="col">Kenmerk</th></tr></thead>'
    f"<tbody><tr><td>{EINDELOOS}</td><td>{POST}</td></tr></tbody></table>"
    f'<h1 data-blok="betreft">{EINDELOOS}</h1><p>{POST}</p>',
    "brief",
)
ZIN = "Dit is een gewone zin over het werk. "
LANGE_ALINEA = boom(
    f"<h1>T</h1><p>{(ZIN * 541).strip()}</p>{tabel(('1', (ZIN * 541).strip(), 'w', '3 maart 2026'))}"
)
LANGE_TABEL = boom(
    "<h1>Afspraken</h1>"
    + tabel(*((str(n), f"Afspraak{n} over werk", "wie", "3 maart 2026") for n in range(1, RIJEN + 1)))
)


def woorden(pdf: bytes) -> Iterator[tuple[float, float, float, float, str]]:
    """Left, top, right, bottom in millimetres."""
    for x1, y1, x2, y2, woord in WOORD.findall(poppler("pdftotext", pdf, "-bbox")):
        yield (*(float(maat) * PUNT for maat in (x1, y1, x2, y2)), woord)


@pytest.mark.parametrize("naam", ["standaard", "arbozuid", "limburgflex"])
@pytest.mark.parametrize("bron", [EINDELOZE_WOORDEN, BRIEF, LANGE_ALINEA], ids=["woorden", "brief", "alinea"])
def test_niets_loopt_over_de_rand_en_niets_gaat_verloren(
    naam: str, bron: Boom, stijl: Stijl, eigenschappen: Eigenschappen
) -> None:
    """In the PDF every word within the margins; in Word every table as wide as the text; in both all of the text."""
    huisstijl = stijl(naam)
    pdf = PdfSchrijver(huisstijl).schrijf(bron, eigenschappen)
    word = DocxSchrijver(huisstijl, logo_als_png(huisstijl)).schrijf(bron, eigenschappen)
    maten = list(woorden(pdf))
    links, rechts = huisstijl.marges.links, 210 - huisstijl.marges.rechts
    bedoeld = tekst(bron)
    if huisstijl.logo and bron.is_brief:
        bedoeld = bedoeld.partition("\n")[2]
    gevonden = re.sub(r"[^A-Za-z0-9]", "", poppler("pdftotext", pdf, "-raw"))

    # A letter may reach a hair's breadth over its own edge.
    assert min(x for x, *_ in maten) >= links - 0.4
    assert max(x for _, _, x, *_ in maten) <= rechts + 0.4
    assert max(y for *_, y, _ in maten) < 297
    assert gevonden.count("Wm") == re.sub(r"\s", "", bedoeld).count("Wm")
    # The foot of a page may stand in the midst of a sentence.
    assert gevonden.count("gewonezin") >= bedoeld.count("gewone zin") - gevonden.count("Voetpagina")
    assert zonder_wit(docx_tekst(word)) == zonder_wit(bedoeld)
    for raster in etree.fromstring(delen_van(word)["word/document.xml"]).iter(f"{W}tblGrid"):
        assert (
            sum(int(kolom.get(f"{W}w", "0")) for kolom in raster) <= huisstijl.tekstbreedte / 25.4 * 1440 + 4
        )


def test_een_woord_zonder_eind_blijft_in_zijn_kolom(stijl: Stijl, eigenschappen: Eigenschappen) -> None:
    """Each word of the table lies between the edges of one column: no two touch."""
    inhoud = boom("<h1>T</h1>" + tabel(("1", EINDELOOS, POST, EINDELOOS), ("2", POST, EINDELOOS, ADRES)))
    pdf = PdfSchrijver(stijl("arbozuid")).schrijf(inhoud, eigenschappen)
    koppen = sorted(x for x, _, _, _, woord in woorden(pdf) if woord in {"Nr", "Wat", "Wie", "Dag"})
    randen = [*koppen, 210 - stijl("arbozuid").marges.rechts + 0.2]
    onder = max(y for *_, y, woord in woorden(pdf) if woord == "Nr")
    in_tabel = [
        (x1, x2) for x1, y, x2, _, woord in woorden(pdf) if y > onder and woord not in {"Voet", "pagina"}
    ]
    buiten = [
        (x1, x2)
        for x1, x2 in in_tabel
        if not any(links - 0.2 <= x1 and x2 <= rechts for links, rechts in pairwise(randen))
    ]

    assert len(in_tabel) > 20
    assert [maat for maat in buiten if maat[0] < 180] == []


def test_een_lange_tabel_herhaalt_haar_kop_en_breekt_geen_rij(
    stijl: Stijl, eigenschappen: Eigenschappen
) -> None:
    """Every row once, in order, on a page with its heading."""
    pdf = PdfSchrijver(stijl("standaard")).schrijf(LANGE_TABEL, eigenschappen)
    bladen = poppler("pdftotext", pdf, "-layout").split("\f")[:-1]
    rijen = [int(nummer) for blad in bladen for nummer in re.findall(r"Afspraak(\d+) over werk", blad)]

    assert rijen == list(range(1, RIJEN + 1))
    assert [len(re.findall(r"^\s*Nr\s+Wat\s+Wie\s+Dag", blad, re.MULTILINE)) for blad in bladen] == [1] * len(
        bladen
    )
    assert len(bladen) >= RIJEN / 40
