"""Elke controle van de structuur vindt wat zij zoekt, en zwijgt over een goed document."""

import os
import random
import re
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from dossiergen.dossier.keuring.letters import eigen_families
from dossiergen.dossier.keuring.structuur import bezwaren
from dossiergen.dossier.keuring.zinnen import ZINNEN
from keuringhulp import (
    GOED,
    LETTERS_VAN_LOS,
    VAN_HET_OOG,
    beschadigd,
    inhoud,
    los,
    onverpakt,
    pdf_van,
    png,
    regels_van,
    tags,
)
from lezers import poppler

Breek = Callable[[pikepdf.Pdf], object]

LANG = os.environ.get("DOSSIERGEN_LANG") == "1"
GOEDE_PDF = pdf_van(GOED)
RUW = onverpakt(GOEDE_PDF)
PLEKKEN = tuple(
    vondst.span() for vondst in re.finditer(rb"/[A-Za-z]+|\d+ 0 R|\d+|\([^)]*\)|<<|>>|\[|\]", RUW)
)
FIGUUR = f'<h1>Een brief</h1><p><img src="{png()}" alt="Beeldmerk van Arbo Zuid"></p><p>Tekst.</p>'
FIGUURPDF = los(FIGUUR)


def _eerste(soort: str, doe: Callable[[Any], object]) -> Breek:
    return lambda pdf: doe(tags(pdf, soort)[0])


def _alle(soort: str, doe: Callable[[Any], object]) -> Breek:
    return lambda pdf: [doe(tag) for tag in tags(pdf, soort)]


def _zet(naam: str, waarde: object) -> Callable[[Any], object]:
    return lambda tag: tag.__setitem__(naam, waarde)


def _weg(naam: str) -> Callable[[Any], object]:
    return lambda tag: tag.__delitem__(naam)


def _wissel(een: int, ander: int) -> Callable[[Any], object]:
    def doe(tag: Any) -> None:
        kinderen = list(tag.K)
        kinderen[een], kinderen[ander] = kinderen[ander], kinderen[een]
        tag.K = Array(kinderen)

    return doe


def _zonder(plaats: int) -> Callable[[Any], object]:
    def doe(tag: Any) -> None:
        kinderen = list(tag.K)
        del kinderen[plaats]
        tag.K = Array(kinderen)

    return doe


def _ook(soort: str, *kinderen: int) -> Breek:
    """Zet een label met deze inhoud achter in het eerste P, LBody of Document."""

    def breek(pdf: pikepdf.Pdf) -> None:
        houder = tags(pdf, "LBody" if kinderen else "Document")[0]
        nieuw = pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name(f"/{soort}"), P=houder, K=Array(kinderen))
        )
        houder.K.append(nieuw)

    return breek


def _kop_in_een_punt(pdf: pikepdf.Pdf) -> None:
    lijf = tags(pdf, "LBody")[0]
    kop = Dictionary(Type=Name.StructElem, S=Name.H3, P=lijf, Pg=lijf.Pg, K=lijf.K)
    lijf.K = Array([pdf.make_indirect(kop)])


def _kring(pdf: pikepdf.Pdf) -> None:
    tags(pdf, "Sect")[0].K.append(tags(pdf, "Sect")[0])


def _dubbele_naam(pdf: pikepdf.Pdf) -> None:
    een, ander, *_ = tags(pdf, "TH")
    ander.ID = een.ID


def _zonder_koppen(pdf: pikepdf.Pdf) -> None:
    for cel in tags(pdf, "TH"):
        cel.S = Name.TD


def _cel_zonder_kop(pdf: pikepdf.Pdf) -> None:
    for cel in tags(pdf, "TH"):
        del cel.A["/Scope"]
    del tags(pdf, "TD")[0].A["/Headers"]


def _andere_kolom(pdf: pikepdf.Pdf) -> None:
    een, ander = tags(pdf, "TD")[2:4]
    een.A.Headers, ander.A.Headers = ander.A.Headers, een.A.Headers


def _verberg(pdf: pikepdf.Pdf) -> None:
    """De tweede alinea wordt versiering."""
    alinea = tags(pdf, "P")[1]
    for nummer in list(alinea.K):
        inhoud(pdf, b"/Span\n<</MCID %d>>\nBDC" % nummer, b"/Artifact\n<</Type /Pagination>>\nBDC")
    alinea.K = Array()


def _noot(pdf: pikepdf.Pdf) -> None:
    noot = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]))
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(noot)])


def _noot_zonder_tabs(pdf: pikepdf.Pdf) -> None:
    _noot(pdf)
    del pdf.pages[0].obj["/Tabs"]


def _letters(doe: Callable[[Any], object]) -> Breek:
    return lambda pdf: [doe(font) for _, font in pdf.pages[0].Resources.Font.items()]


def _bladwijzer(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Outlines.First.First.Title = String("3 Iets anders")


def _xmp(pdf: pikepdf.Pdf) -> None:
    xmp = pdf.Root.Metadata.read_bytes()
    pdf.Root.Metadata = pdf.make_stream(xmp.replace(b"<pdfuaid:part>1", b"<pdfuaid:part>2"))


def _wortel(naam: str, waarde: object) -> Breek:
    return lambda pdf: pdf.Root.__setitem__(naam, waarde)


GEBREKEN: dict[str, tuple[tuple[str, Breek], ...]] = {
    "norm": (("UA-2", _xmp), ("geen", lambda pdf: pdf.Root.__delitem__("/Metadata"))),
    "taal": (
        ("Engels", _wortel("/Lang", String("en-US"))),
        ("geen", lambda pdf: pdf.Root.__delitem__("/Lang")),
    ),
    "titel": (
        ("bestandsnaam", lambda pdf: pdf.docinfo.__setitem__("/Title", "plan-van-aanpak.pdf")),
        ("een andere", lambda pdf: pdf.docinfo.__setitem__("/Title", "Een ander plan")),
    ),
    "titel-in-venster": (("geen voorkeur", lambda pdf: pdf.Root.__delitem__("/ViewerPreferences")),),
    "gemarkeerd": (
        ("onzeker", lambda pdf: pdf.Root.MarkInfo.__setitem__("/Suspects", True)),
        ("niet", lambda pdf: pdf.Root.__delitem__("/MarkInfo")),
    ),
    "tabvolgorde": (("zonder Tabs", _noot_zonder_tabs),),
    "aantekening": (("link zonder woorden", _noot),),
    "lettertype": (("van een ander", _letters(_zet("/BaseFont", Name("/ABCDEF+Arial")))),),
    "letters-ingesloten": (
        ("geen deelverzameling", _letters(_zet("/BaseFont", Name("/Source-Sans-Pro")))),
        ("zonder tekens", _letters(_weg("/ToUnicode"))),
    ),
    "labels": (
        ("geen", lambda pdf: pdf.Root.__delitem__("/StructTreeRoot")),
        ("twee", lambda pdf: pdf.Root.StructTreeRoot.__setitem__("/K", pdf.Root.StructTreeRoot.K.K)),
    ),
    "boom-heel": (("in zichzelf", _kring),),
    "alles-gelabeld": (
        ("nummer buiten de boom", _eerste("P", _zet("/K", Array()))),
        (
            "vlak buiten de merken",
            lambda pdf: inhoud(pdf, b"/Span\n<</MCID 0>>", b"0 0 9 9 re f\n/Span\n<</MCID 0>>"),
        ),
    ),
    "nummer-eenmalig": (
        ("twee keer in de boom", _eerste("P", lambda tag: tag.K.append(tag.K[0]))),
        ("niet op het blad", _eerste("P", lambda tag: tag.K.append(999))),
        ("twee keer op het blad", lambda pdf: inhoud(pdf, b"<</MCID 1>>", b"<</MCID 0>>")),
    ),
    "oudertabel": (("leeg", lambda pdf: pdf.Root.StructTreeRoot.ParentTree.__setitem__("/Nums", Array())),),
    "nesting": (
        (
            "inhoud in versiering",
            lambda pdf: inhoud(
                pdf, b"/Span\n<</MCID 0>>\nBDC", b"/Artifact BMC\n/Span\n<</MCID 0>>\nBDC\nEMC\n"
            ),
        ),
    ),
    "verborgen-tekst": (("alinea als versiering", _verberg),),
    "lopende-regel": (
        ("voet als versiering", lambda pdf: inhoud(pdf, b"/Type /Pagination", b"/Type /Layout")),
    ),
    "onbekend-label": (("NonStruct", _eerste("Sect", _zet("/S", Name.NonStruct))),),
    "plaats": (("rij buiten een lijf", _eerste("TBody", _zet("/S", Name.P))),),
    "tekst-zonder-alinea": (
        ("in Div", _eerste("P", _zet("/S", Name.Div))),
        ("in Art", _eerste("P", _zet("/S", Name.Art))),
        ("in Sect", _eerste("P", _zet("/S", Name.Sect))),
    ),
    "tekst-naast-blok": (("alinea naast tekst", _ook("P", 0)),),
    "leeg": (
        ("alinea", _ook("P")),
        ("kop", _ook("H3")),
        ("lijst", _ook("L")),
        (
            "cel met lege alinea",
            lambda pdf: tags(pdf, "TD")[1].__setitem__("/K", Array([Dictionary(S=Name.P)])),
        ),
    ),
    "vervangen": (("alt bij een alinea", _eerste("P", _zet("/Alt", String("iets anders")))),),
    "sectie": (("zonder kop", _eerste("Sect", _zonder(0))),),
    "lijst": (
        ("zonder teken", _eerste("LI", _zonder(0))),
        ("zonder lijf", _eerste("LBody", _zet("/S", Name.P))),
    ),
    "lijst-nummering": (("geen", _eerste("L", _weg("/A"))),),
    "vinkje": (
        (
            "zonder woorden",
            _alle("Lbl", lambda tag: tag.__delitem__("/ActualText") if "/ActualText" in tag else None),
        ),
        ("verkeerde woorden", _alle("Lbl", _zet("/ActualText", String("aangekruist")))),
        ("in het Engels", _alle("Lbl", _zet("/ActualText", String("checked")))),
    ),
    "tabel": (
        ("twee lijven", _eerste("THead", _zet("/S", Name.TBody))),
        ("cel in de kop", _eerste("THead", lambda kop: kop.K[0].K[0].__setitem__("/S", Name.TD))),
    ),
    "tabel-zonder-kop": (("alleen cellen", _zonder_koppen),),
    "tabel-rijen": (("cel minder", lambda pdf: _zonder(1)(tags(pdf, "TR")[0])),),
    "kopcel-bereik": (
        ("geen", _eerste("TH", lambda tag: tag.A.__delitem__("/Scope"))),
        ("van de kolom", _eerste("TH", lambda tag: tag.A.__setitem__("/Scope", Name.Column))),
    ),
    "kopcel-naam": (
        ("onbekend", _eerste("TD", lambda tag: tag.A.__setitem__("/Headers", Array([String("x")])))),
        ("dubbel", _dubbele_naam),
        ("niet te vinden", lambda pdf: pdf.Root.StructTreeRoot.__delitem__("/IDTree")),
    ),
    "cel-zonder-kop": (("geen verwijzing", _cel_zonder_kop),),
    "cel-elders": (("van een andere kolom", _andere_kolom),),
    "kop-eerste": (
        ("geen H1", _eerste("H1", _zet("/S", Name.H2))),
        ("twee H1", _eerste("H2", _zet("/S", Name.H1))),
    ),
    "kop-sprong": (
        ("van 1 naar 3", _eerste("H2", _zet("/S", Name.H3))),
        ("zonder niveau", _eerste("H2", _zet("/S", Name.H))),
    ),
    "kop-plaats": (("in een lijst", _kop_in_een_punt),),
    "bladwijzers": (
        ("geen", lambda pdf: pdf.Root.__delitem__("/Outlines")),
        ("een andere titel", _bladwijzer),
    ),
    "leesvolgorde": (
        ("alinea's verwisseld", _eerste("Document", _wissel(1, 2))),
        ("secties verwisseld", _eerste("Document", _wissel(4, 5))),
        ("punten verwisseld", _eerste("L", _wissel(0, 1))),
        ("rijen verwisseld", lambda pdf: _wissel(0, 1)(tags(pdf, "TBody")[1])),
    ),
    "leesvolgorde-rij": (("cellen verwisseld", lambda pdf: _wissel(0, 1)(tags(pdf, "TR")[2])),),
}

FIGUURGEBREKEN: dict[str, tuple[tuple[str, Breek], ...]] = {
    "figuur-tekst": (
        ("geen", _eerste("Figure", _weg("/Alt"))),
        ("bestandsnaam", _eerste("Figure", _zet("/Alt", String("logo_arbozuid.png")))),
        ("zegt niets", _eerste("Figure", _zet("/Alt", String("Logo")))),
    ),
    "figuur-vak": (
        ("geen", _eerste("Figure", lambda tag: tag.A.__delitem__("/BBox"))),
        ("elders", _eerste("Figure", lambda tag: tag.A.__setitem__("/BBox", Array([400, 40, 440, 60])))),
    ),
    "figuur-label": (("in een alinea", _eerste("Figure", _zet("/S", Name.P))),),
}
VAN_EEN_VELD = {"formulier", "veld-soort", "veld-label", "veld-woorden", "veld-beeld", "veld-plaats"}
ELDERS = {"leesbaar", "tabel-gebroken"} | VAN_HET_OOG | VAN_EEN_VELD


def test_een_goed_document_heeft_geen_bezwaren() -> None:
    """Met een lege cel, een lijst in een lijst, een keuze en een bijschrift."""
    assert bezwaren(GOEDE_PDF) == ()


@pytest.mark.parametrize(
    ("regel", "breek"),
    [
        pytest.param(regel, breek, id=f"{regel}: {wat}")
        for regel, gevallen in GEBREKEN.items()
        for wat, breek in gevallen
    ],
)
def test_elke_controle_vindt_haar_gebrek(regel: str, breek: Breek) -> None:
    """Een goed document waar één ding aan is veranderd."""
    assert regel in regels_van(beschadigd(GOEDE_PDF, breek))


@pytest.mark.parametrize(
    ("regel", "breek"),
    [
        pytest.param(regel, breek, id=f"{regel}: {wat}")
        for regel, gevallen in FIGUURGEBREKEN.items()
        for wat, breek in gevallen
    ],
)
def test_een_afbeelding_zegt_wat_en_waar_zij_is(regel: str, breek: Breek) -> None:
    """De goede heeft van de afbeelding geen bezwaar."""
    assert regel in regels_van(beschadigd(FIGUURPDF, breek), LETTERS_VAN_LOS)
    assert regels_van(FIGUURPDF, LETTERS_VAN_LOS) == {"norm"}


def test_elke_controle_heeft_een_proef() -> None:
    """Wie een controle toevoegt, laat zien wat zij vindt."""
    assert set(GEBREKEN) | set(FIGUURGEBREKEN) | ELDERS == set(ZINNEN)


def test_een_kop_die_op_een_streepje_afbreekt_is_haar_bladwijzer() -> None:
    """Het streepje is van het woord, ook aan het eind van de regel."""
    koppen = (f"1 {'n' * lengte} " + "re-integratie " * 12 for lengte in range(1, 25, 2))
    pdfs = [pdf_van(GOED.replace("1 Afspraken", kop.strip())) for kop in koppen]
    regels = [regel for pdf in pdfs for regel in poppler("pdftotext", pdf, "-layout").splitlines()]

    assert any(regel.endswith(" re-") for regel in regels)
    assert {bezwaren(pdf) for pdf in pdfs} == {()}


@pytest.mark.parametrize("pdf", [b"", b"geen pdf", GOEDE_PDF[:2000]], ids=["leeg", "tekst", "afgebroken"])
def test_wat_geen_pdf_is_wordt_niet_gelezen(pdf: bytes) -> None:
    """Eén bezwaar, en geen fout van het programma."""
    assert regels_van(pdf) == {"leesbaar"}


def test_weasyprint_alleen_is_niet_genoeg() -> None:
    """Wat veraPDF goed vindt: een tabel die als twee wordt voorgelezen, vakjes zonder woorden, kopcellen zonder bereik."""
    rijen = "".join(f"<tr><td>{nummer}</td><td>regel</td></tr>" for nummer in range(90))
    html = (
        f"<h1>Een brief</h1><table><thead><tr><th>Nr</th><th>Wat</th></tr></thead><tbody>{rijen}</tbody></table>"
        "<ul><li>een punt met <em>nadruk</em></li></ul>"
    )
    css = 'ul { list-style-type: "☐ " }'
    assert regels_van(los(html, css, gelabeld=False), LETTERS_VAN_LOS) == {
        "norm",
        "kopcel-bereik",
        "kopcel-naam",
        "lijst-nummering",
        "onbekend-label",
        "tabel-gebroken",
        "vinkje",
    }


@pytest.mark.parametrize(
    ("css", "regel"),
    [
        ("p.b { position: relative; top: -4cm }", "leesvolgorde"),
        ("h1 { position: absolute; top: 9cm }", "leesvolgorde"),
        ("tr { direction: rtl } table { direction: rtl }", "leesvolgorde-rij"),
    ],
)
def test_wat_er_anders_staat_dan_het_wordt_gelezen(css: str, regel: str) -> None:
    """Ook een stijlblad kan de volgorde omdraaien."""
    html = (
        "<h1>Een brief</h1><div><p>Eerst dit.</p><p class=b>Dan dat.</p></div><table><thead><tr><th>Wie</th><th>Wat</th>"
        "</tr></thead><tbody><tr><td>een</td><td>twee</td></tr></tbody></table>"
    )
    assert regel not in regels_van(los(html), LETTERS_VAN_LOS)
    assert regel in regels_van(los(html, css), LETTERS_VAN_LOS)


def test_een_blad_zonder_maat_is_geen_blad() -> None:
    kapot = beschadigd(GOEDE_PDF, lambda pdf: pdf.pages[0].obj.__setitem__("/MediaBox", Array([0, 0, 1])))
    assert "buiten-beeld" in regels_van(kapot)


def test_een_andere_familie_mag_als_de_huisstijl_haar_noemt() -> None:
    """Wie de families niet noemt, krijgt de meegeleverde."""
    assert regels_van(GOEDE_PDF, frozenset({"Een Andere"})) == {"lettertype"}
    assert regels_van(GOEDE_PDF, frozenset({"Een Andere", *eigen_families()})) == set()


def test_een_bezwaar_noemt_bladzijde_en_geen_waarde() -> None:
    """De zin is van tevoren geschreven; de bladzijde telt vanaf 1."""
    (bezwaar,) = bezwaren(beschadigd(GOEDE_PDF, _eerste("P", _zet("/Alt", String("Mevrouw A. de Vries")))))

    assert (bezwaar.regel, bezwaar.zin, bezwaar.bladzijde) == ("vervangen", ZINNEN["vervangen"], 1)


@pytest.mark.parametrize("zaad", range(2000 if LANG else 60))
def test_een_willekeurige_beschadiging_is_nooit_een_fout_van_het_programma(zaad: int) -> None:
    """Namen, getallen en verwijzingen door elkaar: er komt een antwoord, en geen uitzondering."""
    toeval = random.Random(zaad)  # noqa: S311  no secret, and the same each time
    stuk = bytearray(RUW)
    for _ in range(3):
        begin, einde = toeval.choice(PLEKKEN)
        van, tot = toeval.choice(PLEKKEN)
        stuk[begin:einde] = RUW[van:tot].ljust(einde - begin)[: einde - begin]

    assert {bezwaar.regel for bezwaar in bezwaren(bytes(stuk))} <= set(ZINNEN)
