"""The drawing above a course of events: there where there are dates, for the eye only, and within its margins."""

import io
from collections.abc import Callable, Iterator
from xml.etree import ElementTree as ET

import pikepdf
import pytest
from fontTools.pens.boundsPen import BoundsPen  # type: ignore[import-untyped]
from fontTools.svgLib.path import parse_path  # type: ignore[import-untyped]

from dossiergen.errors import SjabloonFout
from dossiergen.huisstijl import Huisstijl
from dossiergen.render.boom import Boom, lees, tekst
from dossiergen.render.eigenschappen import Eigenschappen
from dossiergen.render.pdf import PdfSchrijver
from dossiergen.render.pdf.tijdlijn import tekening
from lezers import docx_deel, docx_tekst, poppler, structuurtekst, zonder_afbreking, zonder_wit

Schrijf = Callable[[Boom], bytes]
Stijl = Callable[[str], Huisstijl]
Vak = tuple[float, float, float, float]

KOP = '<article lang="nl" data-soort="formulier" data-afzender="A" data-voet="V"><h1>Titel</h1>'
THEAD = '<thead><tr><th scope="col" data-kolom="datum">Datum</th><th scope="col">Wat</th></tr></thead>'
SVG = "{http://www.w3.org/2000/svg}"


def lijn(*rijen: str, blok: str = ' data-blok="tijdlijn"', thead: str = THEAD) -> str:
    """A table with rows that have these attributes."""
    tbody = "".join(
        f"<tr {attrs}><td>dag {nummer}</td><td>Wat er was</td></tr>" for nummer, attrs in enumerate(rijen)
    )
    return f"{KOP}<table{blok}>{thead}<tbody>{tbody}</tbody></table></article>"


def rij(soort: str, van: str, **meer: str) -> str:
    attrs = {"soort": soort, "van": van, **meer}
    return " ".join(f'data-{naam}="{waarde}"' for naam, waarde in attrs.items())


VERLOOP = (
    rij("verzuim", "2024-03-11", tot="2024-06-30"),
    rij("verzuim", "2024-07-15"),
    rij("verlof", "2024-09-02", tot="2024-10-01"),
    rij("hervatting", "2024-05-13", uren="8"),
    rij("hervatting", "2024-11-04", uren="12,5"),
    rij("hervatting", "2025-02-03", uren="0"),
    *(
        rij("stuk", f"2025-{maand:02}-15", stand=stand)
        for maand, stand in enumerate(
            ("voldaan_op_tijd", "voldaan_te_laat", "te_laat", "open", "verstreken"), 1
        )
    ),
    rij("stuk", "2025-08-01"),
    rij("termijn", "2025-12-01", stand="te_laat"),
    rij("termijn", "2026-03-09", stand="open"),
)


def boom(*rijen: str) -> Boom:
    return lees(lijn(*rijen), "x")


GETEKEND, KAAL = boom(*VERLOOP), boom(*[""] * len(VERLOOP))


def getekend(bron: Boom, stijl: Huisstijl) -> ET.Element | None:
    return tekening(bron.artikel.elementen[-1], stijl)


@pytest.mark.parametrize(
    ("rijen", "verwacht"),
    [
        ((), False),
        ((rij("stuk", "2026-01-01"),), False),
        ((rij("stuk", "2026-01-01"), rij("termijn", "2026-01-28")), False),
        ((rij("stuk", "2026-01-01"), rij("termijn", "2026-01-29")), True),
        ((rij("verzuim", "2026-01-01", tot="2026-01-28"),), False),
        ((rij("verzuim", "2026-01-01", tot="2026-01-29"),), True),
    ],
)
def test_vier_weken_is_genoeg_om_te_tekenen(rijen: tuple[str, ...], verwacht: bool, stijl: Stijl) -> None:
    """Van de eerste tot de laatste dag die ergens staat; een rij zonder datum telt niet."""
    bron = boom(*rijen, "")

    assert (getekend(bron, stijl("standaard")) is not None) == verwacht


def test_de_tekening_is_er_alleen_voor_het_oog(pdf: Schrijf) -> None:
    """Wie luistert, hoort de tabel, die hetzelfde zegt, en niet ook nog dat er een tekening is."""
    getekend_, kaal = (poppler("pdfinfo", pdf(bron), "-struct") for bron in (GETEKEND, KAAL))

    assert "Figure" not in getekend_
    assert getekend_ == kaal


def test_de_tekening_voegt_geen_tekst_toe(pdf: Schrijf, docx: Schrijf) -> None:
    """Met en zonder tekening zeggen boom, PDF en Word hetzelfde; Word heeft alleen de tabel."""
    bedoeld = zonder_wit(tekst(GETEKEND))

    assert bedoeld == zonder_wit(tekst(KAAL))
    for bron in (GETEKEND, KAAL):
        assert zonder_afbreking(structuurtekst(pdf(bron)), bedoeld) == bedoeld
    assert zonder_wit(docx_tekst(docx(GETEKEND))) == bedoeld
    assert b"<w:drawing" not in docx_deel(docx(GETEKEND), "word/document.xml")


def _is_versiering(eigenschappen: object) -> bool:
    return isinstance(eigenschappen, pikepdf.Dictionary) and eigenschappen.get("/Type") == "/Layout"


def _in_de_tekening(pdf: bytes) -> Iterator[str]:
    """The operators between the beginning and the end of what is painted as decoration of the layout."""
    with pikepdf.open(io.BytesIO(pdf)) as bestand:
        diepte = 0
        for stap in pikepdf.parse_content_stream(bestand.pages[0]):
            naam = str(stap.operator)
            if naam in {"BDC", "BMC"}:
                diepte += bool(diepte) or _is_versiering(stap.operands[-1])
            elif naam == "EMC" and diepte:
                diepte -= 1
            elif diepte:
                yield naam


def test_woorden_in_de_tekening_zijn_omtrekken(pdf: Schrijf) -> None:
    """Wie tekst zoekt of kopieert, vindt de tabel; in de tekening staan alleen lijnen en vlakken."""
    operators = set(_in_de_tekening(pdf(GETEKEND)))

    assert {"m", "l", "c", "re"} <= operators
    assert operators & {"BT", "ET", "Tj", "TJ", "'", '"'} == set()


def _vak(vorm: ET.Element) -> Vak:
    """The rectangle around a shape, its line included: left, top, right, bottom."""
    half = 0.0 if vorm.get("stroke", "none") == "none" else float(vorm.get("stroke-width", "0")) / 2
    if vorm.tag == f"{SVG}rect":
        x, y, breed, hoog = (float(vorm.get(naam, "")) for naam in ("x", "y", "width", "height"))
        return x - half, y - half, x + breed + half, y + hoog + half
    if vorm.tag == f"{SVG}circle":
        x, y, r = (float(vorm.get(naam, "")) for naam in ("cx", "cy", "r"))
        return x - r - half, y - r - half, x + r + half, y + r + half
    pen = BoundsPen(None)
    parse_path(vorm.get("d", ""), pen)
    links, onder, rechts, boven = pen.bounds
    if "transform" not in vorm.attrib:
        return links - half, onder - half, rechts + half, boven + half
    plek, schaal = vorm.get("transform", "").removeprefix("translate(").removesuffix(")").split(") scale(")
    (x, y), (em, _) = (map(float, deel.split()) for deel in (plek, schaal))
    return x + links * em, y - boven * em, x + rechts * em, y - onder * em


@pytest.mark.parametrize("naam", ["standaard", "limburgflex", "arbozuid"])
def test_niets_valt_buiten_de_tekening(naam: str, stijl: Stijl) -> None:
    """Elke vorm ligt binnen de tekstbreedte van de huisstijl en binnen de hoogte."""
    svg = getekend(GETEKEND, stijl(naam))
    assert svg is not None
    vakken = [_vak(vorm) for vorm in svg if vorm.tag != f"{SVG}title"]
    breed, hoog = (float(maat) for maat in svg.get("viewBox", "").split()[2:])

    assert breed == stijl(naam).tekstbreedte
    assert len(vakken) > 40
    assert [
        vak for vak in vakken if vak[0] < -0.1 or vak[1] < 0 or vak[2] > breed + 0.1 or vak[3] > hoog
    ] == []


def _vormen(svg: ET.Element | None, tag: str, **attrs: str) -> list[ET.Element]:
    assert svg is not None
    return [
        vorm
        for vorm in svg.iter(f"{SVG}{tag}")
        if all(vorm.get(naam) == waarde for naam, waarde in attrs.items())
    ]


def test_elke_stand_heeft_een_eigen_vorm(stijl: Stijl) -> None:
    """Een rondje of een ruit, open of dicht: ook zonder kleur te zien. De legenda toont ze alle vier."""
    kleuren = stijl("standaard").kleuren
    standen = ("voldaan_op_tijd", "voldaan_te_laat", "te_laat", "open")
    verloop = [rij("verzuim", "2026-01-01", tot="2026-03-01")]

    def geteld(*rijen: str) -> list[int]:
        svg = getekend(boom(*verloop, *rijen), stijl("standaard"))
        return [
            len(_vormen(svg, "circle", fill=kleuren.accent)),
            len(_vormen(svg, "path", fill=kleuren.status)),
            len(_vormen(svg, "path", fill="#ffffff", stroke=kleuren.status)),
            len(_vormen(svg, "circle", fill="#ffffff")),
        ]

    assert geteld() == [1, 1, 1, 1]
    for plaats, stand in enumerate(standen):
        meer = [1, 1, 1, 1]
        meer[plaats] = 2
        assert geteld(rij("stuk", "2026-02-01", stand=stand)) == meer
    assert geteld(rij("termijn", "2026-02-01", stand="verstreken")) == [1, 1, 1, 2]
    assert geteld(rij("stuk", "2026-02-01")) == [2, 1, 1, 1]


def test_een_balk_is_zo_lang_als_de_tijd(stijl: Stijl) -> None:
    """Verzuim van de helft van de dagen is de helft van de breedte; wat nog duurt loopt door tot het einde."""
    accent = stijl("standaard").kleuren.accent
    half = getekend(
        boom(rij("verzuim", "2026-01-01", tot="2026-02-09"), rij("stuk", "2026-03-21")), stijl("standaard")
    )
    heel = getekend(boom(rij("verzuim", "2026-01-01"), rij("stuk", "2026-03-21")), stijl("standaard"))
    (kort,), (lang,) = (_vormen(svg, "rect", fill=accent) for svg in (half, heel))

    assert float(kort.get("width", "")) * 2 == pytest.approx(float(lang.get("width", "")), abs=0.02)
    assert kort.get("x") == lang.get("x") == "25.00"


def test_dezelfde_tekening_zijn_dezelfde_bytes(
    pdf: Schrijf, stijl: Stijl, eigenschappen: Eigenschappen
) -> None:
    """Als eerste van een proces, na een ander document, en van een andere schrijver."""
    eerste, tweede = (PdfSchrijver(stijl("standaard")) for _ in range(2))
    bedoeld = pdf(GETEKEND)
    eerste.schrijf(KAAL, eigenschappen)

    assert eerste.schrijf(GETEKEND, eigenschappen) == bedoeld
    assert tweede.schrijf(GETEKEND, eigenschappen) == bedoeld


WEIGERINGEN = {
    "gebeurtenis buiten een tijdlijn": lijn(rij("stuk", "2026-01-01"), blok=""),
    "gebeurtenis zonder dag": lijn('data-soort="stuk"'),
    "dag zonder gebeurtenis": lijn('data-van="2026-01-01"'),
    "uren zonder gebeurtenis": lijn('data-uren="8"'),
    "teken in een tijdlijn": lijn('data-soort="teken"'),
    "een soort die niet bestaat": lijn(rij("vakantie", "2026-01-01")),
    "een dag die niet bestaat": lijn(rij("stuk", "2026-02-30")),
    "een laatste dag in woorden": lijn(rij("verzuim", "2026-01-01", tot="gisteren")),
    "uren met een punt": lijn(rij("hervatting", "2026-01-01", uren="8.5")),
    "uren in woorden": lijn(rij("hervatting", "2026-01-01", uren="veel")),
    "een stand die niet bestaat": lijn(rij("stuk", "2026-01-01", stand="goed")),
    "een gebeurtenis in de kop van een gewone tabel": lijn(
        blok="", thead=THEAD.replace("<tr>", f"<tr {rij('stuk', '2026-01-01')}>")
    ),
}


@pytest.mark.parametrize("geval", WEIGERINGEN)
def test_een_gebeurtenis_staat_in_een_tijdlijn_en_heeft_een_dag(geval: str) -> None:
    """De woordenschat is gesloten: een sjabloon dat zich vergist, maakt geen document."""
    with pytest.raises(SjabloonFout):
        lees(WEIGERINGEN[geval], "stuk/sjabloon.html")
