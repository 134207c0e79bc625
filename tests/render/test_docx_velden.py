"""Fields in Word: what each control is called, how it is edited, and that nobody loses one by accident."""

import io
import zipfile
from collections.abc import Callable, Iterator

import pytest
from lxml import etree

from dossiergen.errors import SjabloonFout
from dossiergen.render.boom import Boom, inhoud, lees, tekst
from lezers import W, docx_deel, docx_tekst, zonder_wit

Schrijf = Callable[[Boom], bytes]
KAART = "{urn:dossiergen:velden:1}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
OPTIES = "goed|matig|slecht"


def stuk(lijf: str) -> Boom:
    kop = '<article lang="nl" data-soort="formulier" data-afzender="A" data-voet="V"><h1>Blad</h1>'
    return lees(f"{kop}<section><h2>3 Einddoel</h2>{lijf}</section></article>", "proef")


def cel(attrs: str, inhoud_: str, soort: str = "tekst") -> Boom:
    """A row in a table with two columns, the second of which is the cell."""
    koppen = f'<th scope="col" data-kolom="nr">Nr</th><th scope="col" data-kolom="{soort}">Verwacht op</th>'
    rij = f'<tr><td>1</td><td data-veld="stukken/x.yaml#a.0.b"{attrs}>{inhoud_}</td></tr>'
    return stuk(f"<table><thead><tr>{koppen}</tr></thead><tbody>{rij}</tbody></table>")


def vakken(word: bytes) -> Iterator[etree._Element]:
    """The controls that show a field of the case."""
    for vak in etree.fromstring(docx_deel(word, "word/document.xml")).iter(f"{W}sdt"):
        if vak.find(f"{W}sdtPr/{W}tag") is not None:
            yield vak


def eigenschap(vak: etree._Element, naam: str) -> str | None:
    gevonden = vak.find(f"{W}sdtPr/{W}{naam}")
    return None if gevonden is None else gevonden.get(f"{W}val", "")


def soorten(word: bytes) -> list[str | None]:
    kaart = etree.fromstring(docx_deel(word, "customXml/item1.xml"))
    return [veld.get("soort") for veld in kaart.iter(f"{KAART}veld")]


TEKST = stuk(
    '<table data-blok="gegevens"><tbody><tr><th scope="row">Waar</th>'
    '<td data-veld="zaak.yaml#a">kamer 2</td></tr></tbody></table>'
)
ALINEAS = stuk('<section data-veld="zaak.yaml#a"><p>Eerst.</p><p>Dan.</p></section>')
EEN_ALINEA = stuk('<p data-veld="zaak.yaml#a">Eerst.</p>')
LIJST = stuk('<ul data-veld="zaak.yaml#a"><li>een</li><li>twee</li></ul>')
DATUM = cel("", '<time datetime="2026-03-02">2 maart 2026</time>')
KEUZE = cel(f' data-opties="{OPTIES}"', "matig")
VINKEN = stuk(
    '<ul data-blok="keuze" data-veld="zaak.yaml#a"><li data-gekozen="nee">Ja</li><li data-gekozen="ja">Nee</li></ul>'
)


@pytest.mark.parametrize(
    ("boom_", "soort", "titel"),
    [
        (TEKST, "tekst", "Waar"),
        (ALINEAS, "alineas", "Einddoel"),
        (EEN_ALINEA, "alineas", "Einddoel"),
        (LIJST, "alineas", "Einddoel"),
        (DATUM, "datum", "Verwacht op, rij 1"),
        (KEUZE, "keuze", "Verwacht op, rij 1"),
        (VINKEN, "vinken", "Einddoel"),
    ],
)
def test_soort_en_naam_van_een_veld(boom_: Boom, soort: str, titel: str, docx: Schrijf) -> None:
    """The map says how a field is edited; its title is what a reader sees above or beside it."""
    word = docx(boom_)
    (vak,) = vakken(word)
    assert soorten(word) == [soort]
    assert [eigenschap(vak, naam) for naam in ("alias", "tag", "lock")] == [titel, "v1", "sdtLocked"]


def test_elke_soort_is_een_van_de_vijf(voorbeeld: Boom, docx: Schrijf) -> None:
    """Whoever reads an edited file back knows no other."""
    assert set(soorten(docx(voorbeeld))) <= {"tekst", "alineas", "datum", "keuze", "vinken"}


def test_een_keuze_is_een_lijst_om_uit_te_kiezen(docx: Schrijf) -> None:
    """All words in the order of the model; the one that was chosen is what it shows."""
    (vak,) = vakken(docx(KEUZE))
    opties = [
        (optie.get(f"{W}displayText"), optie.get(f"{W}value"))
        for optie in vak.iterfind(f"{W}sdtPr/{W}dropDownList/{W}listItem")
    ]
    assert opties == [(woord, woord) for woord in OPTIES.split("|")]
    assert [t.text for t in vak.iter(f"{W}t")] == ["matig"]


@pytest.mark.parametrize(
    ("leeg", "soort"),
    [
        (cel("", "", "tekst"), "text"),
        (cel("", "", "datum"), "date"),
        (cel(f' data-opties="{OPTIES}"', ""), "dropDownList"),
    ],
)
def test_een_lege_cel_kan_worden_ingevuld(leeg: Boom, soort: str, docx: Schrijf) -> None:
    """It shows white that gives way to what is typed, and says no word more than the tree."""
    word = docx(leeg)
    (vak,) = vakken(word)
    assert vak.find(f"{W}sdtPr/{W}{soort}") is not None
    assert eigenschap(vak, "showingPlcHdr") is not None
    datum = vak.find(f"{W}sdtPr/{W}date")
    assert datum is None or datum.get(f"{W}fullDate") is None
    assert zonder_wit(docx_tekst(word)) == zonder_wit(tekst(leeg))


def test_wat_er_nog_niet_is_wijkt_voor_wat_iemand_typt(docx: Schrijf) -> None:
    """A sentence in place of a view that nobody gave yet is no view."""
    vak_van = '<section data-blok="visie" data-veld="zaak.yaml#a"{}><p>{}</p></section>'
    (nog_niet,) = vakken(docx(stuk(vak_van.format(' data-leeg="ja"', "Nog niet opgenomen."))))
    (gegeven,) = vakken(docx(stuk(vak_van.format("", "Het gaat goed."))))
    assert eigenschap(nog_niet, "showingPlcHdr") is not None
    assert all(
        run.find(f"{W}rPr/{W}rStyle") is not None for run in nog_niet.iterfind(f"{W}sdtContent/{W}p/{W}r")
    )
    assert eigenschap(gegeven, "showingPlcHdr") is None


def test_elk_vakje_heet_naar_zijn_optie(docx: Schrijf) -> None:
    """A screen reader that meets the box says what it stands for; the field is the list around it."""
    (lijst,) = vakken(docx(VINKEN))
    vakjes = [vak for vak in lijst.iter(f"{W}sdt") if vak.find(f"{W}sdtPr/{W14}checkbox") is not None]
    assert [eigenschap(vakje, "alias") for vakje in vakjes] == ["Ja", "Nee"]
    staan = [vakje.find(f"{W}sdtPr/{W14}checkbox/{W14}checked") for vakje in vakjes]
    assert [staat.get(f"{W14}val") for staat in staan if staat is not None] == ["0", "1"]


def test_een_veld_dat_een_cel_vult_staat_om_de_cel(docx: Schrijf) -> None:
    """Word wants a paragraph, and no control, last in a cell."""
    rij = '<tr><td>Brieven</td><td><ul data-blok="keuze" data-veld="zaak.yaml#a">{}</ul></td></tr>'
    opties = '<li data-gekozen="ja">ja</li><li data-gekozen="nee">nee</li>'
    koppen = '<th scope="col">Wat</th><th scope="col">Mag het?</th>'
    word = docx(stuk(f"<table><thead><tr>{koppen}</tr></thead><tbody>{rij.format(opties)}</tbody></table>"))
    (vak,) = vakken(word)
    assert [kind.tag for kind in vak.iterfind(f"{W}sdtContent/*")] == [f"{W}tc"]
    assert eigenschap(vak, "alias") == "Mag het?, Brieven"
    for cel_ in etree.fromstring(docx_deel(word, "word/document.xml")).iter(f"{W}tc"):
        assert cel_[-1].tag == f"{W}p"


def test_een_veld_in_een_zin_heet_naar_wat_ervoor_staat(docx: Schrijf) -> None:
    """Words before a colon say what follows; else a template can say it; a name is used once."""
    zin = stuk(
        '<p>Doel: <em data-veld="zaak.yaml#a">beter</em></p>'
        '<p>Op <time datetime="2026-03-02" data-veld="zaak.yaml#b" data-label="Begin">2 maart 2026</time>.</p>'
        '<p data-veld="zaak.yaml#c">Zo.</p><p data-veld="zaak.yaml#d">En zo.</p>'
    )
    titels = [eigenschap(vak, "alias") for vak in vakken(docx(zin))]
    assert titels == ["Doel", "Begin", "Einddoel", "Einddoel (2)"]


def test_cursief_blijft_cursief_onder_het_typen(docx: Schrijf) -> None:
    """What somebody types in a control looks like what stood there."""
    (vak,) = vakken(docx(stuk('<p>Doel: <em data-veld="zaak.yaml#a">beter</em></p>')))
    assert vak.find(f"{W}sdtPr/{W}rPr/{W}i") is not None
    assert vak.find(f"{W}sdtPr/{W}text") is not None


def test_opties_en_namen_veranderen_niet_wat_een_stuk_zegt() -> None:
    """The fingerprint is that of the text."""
    assert inhoud(cel(f' data-opties="{OPTIES}" data-label="Stand"', "matig")) == inhoud(cel("", "matig"))


@pytest.mark.parametrize(
    "html",
    [
        '<p data-opties="ja|nee">ja</p>',
        '<p data-label="Doel">ja</p>',
        '<p data-veld="zaak.yaml#a" data-opties="ja">ja</p>',
        '<p data-veld="zaak.yaml#a" data-opties="ja|ja">ja</p>',
        '<p data-veld="zaak.yaml#a" data-opties="ja|">ja</p>',
        '<p data-veld="zaak.yaml#a" data-opties="ja|nee">misschien</p>',
        '<p data-veld="zaak.yaml#a" data-leeg="nee">ja</p>',
        '<p data-veld="zaak.yaml#a" data-label="">ja</p>',
    ],
)
def test_wat_van_een_veld_niet_kan_wordt_geweigerd(html: str) -> None:
    """Options without a field, one option, the same one twice, a text that is none of them."""
    with pytest.raises(SjabloonFout):
        stuk(html)


def test_geen_veld_in_kop_of_voet(boom: Callable[[str], Boom], docx: Schrijf) -> None:
    """What is edited stands in the text itself."""
    with zipfile.ZipFile(io.BytesIO(docx(boom("plan-vier")))) as pakket:
        lopend = [naam for naam in pakket.namelist() if naam.startswith(("word/header", "word/footer"))]
        assert len(lopend) == 4
        assert not any(b"<w:sdt" in pakket.read(naam) for naam in lopend)
