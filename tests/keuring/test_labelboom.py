"""De labels van onze PDF's: één label voor elk onderdeel, ook waar het over bladzijden loopt."""

import os
import random
from collections import Counter

import pytest

from dossiergen.dossier.keuring.structuur import bezwaren
from dossiergen.errors import SjabloonFout
from dossiergen.render.boom import lees
from keuringhulp import EIGENSCHAPPEN, KOP, STIJLEN, geopend, lange_tabel, los, pdf_van, png, schrijver, tags
from lezers import poppler, zonder_wit
from stuktoeval import verzin

LANG = os.environ.get("DOSSIERGEN_LANG") == "1"


def _soorten(pdf: bytes) -> Counter[str]:
    with geopend(pdf) as bestand:
        alle = (
            "Document",
            "P",
            "L",
            "LI",
            "Table",
            "THead",
            "TBody",
            "TR",
            "TH",
            "TD",
            "Figure",
            "Span",
            "Div",
            "Sect",
        )
        return Counter({soort: aantal for soort in alle if (aantal := len(tags(bestand, soort)))})


@pytest.mark.parametrize("stijl", STIJLEN)
def test_een_tabel_over_bladzijden_is_een_tabel(stijl: str) -> None:
    """Op elk blad staat de kop er voor het oog; een schermlezer hoort hem één keer."""
    pdf = pdf_van(lange_tabel(60), stijl)
    bladzijden = poppler("pdftotext", pdf, "-layout").split("\f")[:-1]

    assert len(bladzijden) > 1
    assert all("Gebeurtenis" in blad for blad in bladzijden)
    assert _soorten(pdf) == {
        "Document": 1,
        "Sect": 1,
        "Table": 1,
        "THead": 1,
        "TBody": 1,
        "TR": 61,
        "TH": 2,
        "TD": 120,
    }
    assert bezwaren(pdf) == ()


def test_vijfhonderd_rijen() -> None:
    """Eén tabel, alle rijen op volgorde, de kop op elk blad."""
    html = lange_tabel(500)
    pdf = pdf_van(html)
    with geopend(pdf) as bestand:
        aantal = len(bestand.pages)

    assert _soorten(pdf)["Table"] == 1
    assert _soorten(pdf)["TR"] == 501
    assert bezwaren(pdf) == ()
    assert poppler("pdftotext", pdf, "-layout").count("Gebeurtenis") == aantal > 10


def test_een_alinea_over_bladzijden_is_een_alinea() -> None:
    """Ook een lijst, en een sectie; tekst van een volgend blad wijst naar dat blad."""
    zinnen = " ".join(
        f"Dit is zin {nummer} van een alinea die niet op een bladzijde past." for nummer in range(150)
    )
    punten = "".join(f"<li>punt {nummer}</li>" for nummer in range(80))
    pdf = pdf_van(f"{KOP}<section><h2>Lang</h2><p>{zinnen}</p><ul>{punten}</ul></section></article>")

    assert _soorten(pdf) == {"Document": 1, "Sect": 1, "P": 1, "L": 1, "LI": 80}
    assert bezwaren(pdf) == ()


def test_aankruisvakjes_worden_gezegd() -> None:
    """De stand staat in woorden bij het teken."""
    keuze = '<ul data-blok="keuze"><li data-gekozen="nee">wel</li><li data-gekozen="ja">niet</li></ul>'
    with geopend(pdf_van(f"{KOP}{keuze}</article>")) as bestand:
        assert [str(teken.ActualText) for teken in tags(bestand, "Lbl")] == [
            "niet aangekruist",
            "aangekruist",
        ]


def test_labeltabel_heeft_rijkoppen() -> None:
    """Een kop in het lijf is van de rij, een kop in de kop van de kolom; cellen noemen hun koppen."""
    label = '<table data-blok="gegevens"><tbody><tr><th scope="row">Naam</th><td>A</td></tr></tbody></table>'
    tabel = (
        '<p>en</p><table><thead><tr><th scope="col">Wie</th><th scope="col">Wat</th></tr></thead>'
        '<tbody><tr><th scope="row">B</th><td>C</td></tr></tbody></table>'
    )
    with geopend(pdf_van(f"{KOP}{label}{tabel}</article>")) as bestand:
        bereik = [str(kop.A.Scope) for kop in tags(bestand, "TH")]
        koppen = [[str(naam) for naam in cel.A.Headers] for cel in tags(bestand, "TD")]

    assert bereik == ["/Row", "/Column", "/Column", "/Row"]
    assert koppen == [["t1-0-0"], ["t2-1-0", "t2-0-1"]]


def test_een_lijst_in_een_lijst_staat_in_haar_punt() -> None:
    """De tekst van het punt wordt dan een alinea; elke lijst zegt hoe zij telt."""
    with geopend(
        pdf_van(f"{KOP}<ul><li>een<ol><li>a</li><li>b</li></ol></li><li>twee</li></ul></article>")
    ) as bestand:
        buiten, binnen = tags(bestand, "L")
        assert [str(kind.S) for kind in tags(bestand, "LBody")[0].K] == ["/P", "/L"]
        assert tags(bestand, "LBody")[0] == binnen.P
        assert [str(lijst.A.ListNumbering) for lijst in (buiten, binnen)] == ["/Disc", "/Decimal"]


def test_een_woord_dat_wordt_afgebroken_blijft_heel_voor_wie_luistert() -> None:
    """Een streepje dat er alleen voor de regel staat, is zacht; een streepje van het woord zelf niet."""
    woorden = "arbeidsongeschiktheidsverzekering re-integratie " * 30
    tekst_ = poppler("pdftotext", pdf_van(f"{KOP}<p>{woorden.strip()}</p></article>"))

    assert "\u00ad" in tekst_
    assert zonder_wit(tekst_).count("arbeidsongeschiktheidsverzekering") == 30
    assert zonder_wit(tekst_).count("re-integratie") == 30


def test_een_afbeelding_staat_op_zichzelf_en_weet_waar() -> None:
    """Alleen in een alinea is zij een blok; tussen woorden staat zij in de regel. Maten in punten, van linksonder."""
    html = (
        f'<h1>Een brief</h1><p><img src="{png()}" alt="Beeldmerk van Arbo Zuid"></p>'
        f'<p>Voor <img src="{png()}" alt="een effen vlak"> na.</p>'
    )
    css = "@page { size: A4; margin: 20mm } h1 { height: 30mm; margin: 0; line-height: 1 } body, p { margin: 0 } img { width: 40mm; height: 20mm; vertical-align: top }"
    with geopend(los(html, css)) as bestand:
        blok, regel = tags(bestand, "Figure")
        vak = [round(float(maat) / 72 * 25.4, 1) for maat in blok.A.BBox]
        ouders = [str(figuur.P.S) for figuur in (blok, regel)]
        alt = [str(figuur.Alt) for figuur in (blok, regel)]
        plaatsing = [str(figuur.A.Placement) for figuur in (blok, regel)]

    assert vak == [20.0, 297 - 20 - 30 - 20, 60.0, 297 - 20 - 30]
    assert ouders == ["/Document", "/P"]
    assert alt == ["Beeldmerk van Arbo Zuid", "een effen vlak"]
    assert plaatsing == ["/Block", "/Inline"]


def test_een_afbeelding_voor_de_sier_is_er_niet_voor_wie_luistert() -> None:
    """`aria-hidden` maakt haar versiering; de lege alinea eromheen verdwijnt."""
    html = (
        f'<h1>Een brief</h1><p><img src="{png()}" alt="een effen vlak" aria-hidden="true"></p><p>Tekst.</p>'
    )

    assert _soorten(los(html)) == {"Document": 1, "P": 1}
    assert [bezwaar.regel for bezwaar in bezwaren(los(html), frozenset({"DejaVu"}))] == ["norm"]


def test_wat_geen_label_heeft_wordt_geweigerd() -> None:
    """De woordenschat is gesloten, ook hier."""
    with pytest.raises(ValueError, match="geen label"):
        los("<h1>Een brief</h1><blockquote>citaat</blockquote>")


def test_lopende_koppen_zijn_versiering_van_het_blad() -> None:
    """Afzender, voet en nummer staan niet in de boom; een kop van een tabel die terugkomt evenmin."""
    pdf = pdf_van(lange_tabel(60))
    gezegd = poppler("pdfinfo", pdf, "-struct-text")

    assert "pagina 1 van" in poppler("pdftotext", pdf)
    assert "pagina 1 van" not in gezegd
    assert gezegd.count('"Gebeurtenis"') == 1


def test_een_rij_die_hoger_is_dan_een_blad_kost_haar_tabel_de_kop_niet() -> None:
    """WeasyPrint laat de kop weg van wat het niet mag afbreken; in de PDF is zij er dan op geen enkel blad."""
    lang = "Een zin die zo lang doorgaat dat er geen bladzijde groot genoeg voor is. " * 60
    kop = '<thead><tr><th scope="col">Gebeurtenis</th><th scope="col">Wat</th></tr></thead>'
    tabel = f"<table>{kop}<tbody><tr><td>een</td><td>{lang}</td></tr></tbody></table>"
    pdf = pdf_van(
        f'<article lang="nl" data-soort="formulier" data-afzender="A" data-voet="V"><h1>T</h1>{tabel}</article>'
    )

    assert "Gebeurtenis" in poppler("pdftotext", pdf)
    assert bezwaren(pdf) == ()


@pytest.mark.parametrize("zaad", range(300 if LANG else 12))
def test_welk_document_ook(zaad: int) -> None:
    """Verzonnen documenten van allerlei lengte: geen bezwaren, en de tekst van de boom in de volgorde van de labels."""
    html = verzin(random.Random(zaad))  # noqa: S311  no secret, and the same each time
    pdf = schrijver(STIJLEN[zaad % len(STIJLEN)]).schrijf(lees(html, "x"), EIGENSCHAPPEN)

    assert bezwaren(pdf) == ()


def test_doorzichtige_tekst_wordt_geweigerd() -> None:
    """WeasyPrint zet haar apart, waar een label haar niet bereikt."""
    with pytest.raises(SjabloonFout, match="doorzichtig"):
        los("<h1>Een brief</h1><p>Tekst.</p>", "p { opacity: .5 }")


@pytest.mark.parametrize(
    ("css", "woord"),
    [
        ('@page { @left-middle { content: "hallo" } }', "naast het blad"),
        ("p { float: footnote }", "voetnoot"),
    ],
)
def test_wat_geen_plaats_in_de_labels_heeft_ligt_aan_de_huisstijl(css: str, woord: str) -> None:
    with pytest.raises(SjabloonFout, match=woord):
        los("<h1>Een brief</h1><p>Tekst.</p>", css)
