"""A family is data: from a package or from the style's own folder, never from this machine."""

import io
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from dossiergen.errors import SjabloonFout
from dossiergen.huisstijl import Huisstijl, laad
from dossiergen.render.boom import lees
from dossiergen.render.eigenschappen import Eigenschappen
from dossiergen.render.letters import breedte, zonder_letter
from dossiergen.render.pdf import PdfSchrijver
from dossiergen.sjablonen import Sjablonen, meegeleverd
from letterhulp import NAAM, SNEDEN, maak_familie, maak_letter, pakketletter
from lezers import poppler

BESTAND = "huisstijl/klant/huisstijl.yaml"
HTML = """<article lang="nl" data-soort="formulier" data-afzender="A" data-voet="V"><h1>Kop</h1>
<p>Gewoon, <strong>vet</strong>, <em>schuin</em></p><ul><li>Punt</li></ul>
<ul data-blok="keuze"><li data-gekozen="ja">Wel</li><li data-gekozen="nee">Niet</li></ul></article>"""


@pytest.fixture
def klant(tmp_path: Path) -> Path:
    """A client's template folder with a style in a font of its own, whose files are still to come."""
    map_ = tmp_path / "huisstijl" / "klant"
    shutil.copytree(meegeleverd() / "huisstijl" / "standaard", map_)
    bestand = map_ / "huisstijl.yaml"
    bestand.write_text(bestand.read_text("utf-8").replace("pdf: Source Sans Pro", f"pdf: {NAAM}"), "utf-8")
    return tmp_path


@pytest.fixture
def letters(klant: Path) -> Path:
    """Where the style keeps its fonts."""
    return klant / "huisstijl" / "klant" / "letters"


def klantstijl(klant: Path) -> Huisstijl:
    return laad("klant", Sjablonen.standaard(klant))


def pdf(huisstijl: Huisstijl, eigenschappen: Eigenschappen) -> bytes:
    return PdfSchrijver(huisstijl).schrijf(lees(HTML, "x"), eigenschappen)


def namen(inhoud: bytes) -> set[str]:
    """The fonts in a PDF; all of them have to be inside."""
    regels = [regel.split() for regel in poppler("pdffonts", inhoud).splitlines()[2:]]
    assert all(regel[-5] == "yes" for regel in regels)
    return {regel[0].partition("+")[2] for regel in regels}


def test_de_familie_van_een_pakket_wordt_op_haar_naam_gevonden() -> None:
    """What a font says of itself counts; both bold faces are the semibold ones."""
    huisstijl = laad("arbozuid", Sjablonen.standaard())
    koppen = huisstijl.letters.koppen
    gevonden = {snede: TTFont(pad)["name"].getDebugName(4) for snede, pad in koppen.sneden.items()}

    assert gevonden == {
        "recht": "Source Serif Pro",
        "vet": "Source Serif Pro Semibold",
        "cursief": "Source Serif Pro Italic",
        "vetcursief": "Source Serif Pro Semibold Italic",
    }
    assert huisstijl.letters.tekst == huisstijl.letters.merken != koppen


def test_een_eigen_letter_komt_in_de_pdf_en_geen_andere(
    klant: Path, letters: Path, eigenschappen: Eigenschappen
) -> None:
    """Of the names of the files nothing is used. The same style gives the same bytes."""
    maak_familie(letters)
    inhoud = pdf(klantstijl(klant), eigenschappen)

    assert namen(inhoud) == {"Klant-Letter", "Klant-Letter-Semi-Bold", "Klant-Letter-Italic"}
    assert inhoud == pdf(klantstijl(klant), eigenschappen)


def test_tekens_voor_een_lijst_komen_zo_nodig_van_een_andere_letter(
    klant: Path, letters: Path, eigenschappen: Eigenschappen
) -> None:
    """Of the packaged font nothing but the marks is taken."""
    maak_familie(letters, zonder="☐☑•")
    inhoud = pdf(klantstijl(klant), eigenschappen)

    assert namen(inhoud) == {
        "Klant-Letter",
        "Klant-Letter-Semi-Bold",
        "Klant-Letter-Italic",
        "Source-Sans-Pro",
        "Source-Sans-Pro-Semi-Bold",
    }
    geleend: set[str] = set()
    with pikepdf.open(io.BytesIO(inhoud)) as document:
        for font in document.pages[0].Resources.Font.values():
            if "Source" in str(font.BaseFont):
                geleend |= set(font.ToUnicode.read_bytes().decode().replace("\n", " ").split())
    assert {"<2022>", "<2610>", "<2611>"} <= geleend
    assert not {f"<{ord(teken):04x}>" for teken in "GgewonvtsKPNi"} & {teken.lower() for teken in geleend}


def test_een_teken_dat_ontbreekt_wordt_niet_van_een_andere_stijl_geleend(
    klant: Path, letters: Path, eigenschappen: Eigenschappen
) -> None:
    """Also not where another style was used first in this process."""
    maak_familie(letters, zonder="Ł")
    html = HTML.replace("Gewoon", "Łódź")
    eerst = PdfSchrijver(klantstijl(klant)).schrijf(lees(html, "x"), eigenschappen)
    PdfSchrijver(laad("arbozuid", Sjablonen.standaard())).schrijf(lees(html, "x"), eigenschappen)
    daarna = PdfSchrijver(klantstijl(klant)).schrijf(lees(html, "x"), eigenschappen)

    assert eerst == daarna
    assert namen(eerst) == {"Klant-Letter", "Klant-Letter-Semi-Bold", "Klant-Letter-Italic"}


def test_elke_familie_meet_met_haar_eigen_breedtes(
    klant: Path, letters: Path, stijl: Callable[[str], Huisstijl]
) -> None:
    """A serif is wider than a sans; what a family lacks is told apart for each."""
    maak_familie(letters, zonder="Ł")
    eigen, arbozuid = klantstijl(klant).letters.tekst, stijl("arbozuid").letters

    assert breedte("Loonheffingennummer", eigen) == breedte("Loonheffingennummer", arbozuid.tekst)
    assert breedte("Loonheffingennummer", arbozuid.koppen) > breedte("Loonheffingennummer", arbozuid.tekst)
    assert breedte("e\u0301", eigen) == breedte("é", eigen)
    assert zonder_letter("Łukasz Żółć", eigen) == {"Ł"}
    assert zonder_letter("Łukasz Żółć, İpek, Đỗ, Ωμέγα, Привет", arbozuid.tekst) == frozenset()
    assert zonder_letter("مرحبا 中 \U0001f600 e\u0301\n", arbozuid.tekst) == set("مرحبا中\U0001f600")


@pytest.mark.parametrize("snede", SNEDEN)
def test_elk_van_de_vier_bestanden_is_nodig(klant: Path, letters: Path, snede: str) -> None:
    """The sentence says which one is missing."""
    maak_familie(letters)
    (letters / f"bestand-{SNEDEN.index(snede)}.ttf").unlink()
    woord = {
        "recht": "gewone letter",
        "vet": "vette of halfvette letter",
        "cursief": "cursieve letter",
        "vetcursief": "vette of halfvette cursieve letter",
    }[snede]
    with pytest.raises(SjabloonFout) as fout:
        klantstijl(klant)

    assert fout.value.melding == f"{BESTAND}: van de letter bij letter.pdf ontbreekt de {woord}."
    assert "vier bestanden" in fout.value.hint


@pytest.mark.parametrize(
    ("fs_type", "mag"), [(0, True), (4, True), (8, True), (2, False), (0x100, False), (0x200, False)]
)
def test_een_letter_die_niet_in_een_document_mag(klant: Path, letters: Path, fs_type: int, mag: bool) -> None:
    """The maker says in fsType what may be done: printing and editing will do, restricted and not-in-part will not."""
    maak_familie(letters)
    maak_letter(letters / "bestand-2.ttf", "cursief", fs_type=fs_type)
    if mag:
        assert klantstijl(klant).letters.tekst.naam == NAAM
        return
    with pytest.raises(SjabloonFout) as fout:
        klantstijl(klant)

    assert fout.value.melding == (
        f"{BESTAND}: bestand-2.ttf, bij letter.pdf, mag volgens zijn maker niet in een document worden ingesloten."
    )


def test_een_letter_zonder_nederlandse_tekens(klant: Path, letters: Path) -> None:
    """Each missing character by number and name."""
    maak_familie(letters, zonder="ë€")
    with pytest.raises(SjabloonFout) as fout:
        klantstijl(klant)

    assert fout.value.melding == (
        f"{BESTAND}: bestand-0.ttf, bij letter.pdf, mist tekens die in elk stuk kunnen staan: "
        "U+00EB (latin small letter e with diaeresis), U+20AC (euro sign)."
    )


def test_twee_bestanden_voor_dezelfde_letter(klant: Path, letters: Path) -> None:
    """Which one is meant, nobody knows."""
    maak_familie(letters)
    maak_letter(letters / "nog-een.ttf", "recht")
    with pytest.raises(SjabloonFout, match=r"twee keer een gewone letter: bestand-0\.ttf en nog-een\.ttf"):
        klantstijl(klant)


def test_een_kapot_of_te_groot_bestand_wordt_genoemd(klant: Path, letters: Path) -> None:
    """Also where it is not the one that is used."""
    maak_familie(letters)
    (letters / "kapot.otf").write_bytes(b"geen letter")
    with pytest.raises(SjabloonFout, match=r"huisstijl/klant/letters/kapot\.otf is geen leesbaar lettertype"):
        klantstijl(klant)
    (letters / "kapot.otf").write_bytes(b"\0" * 8_000_001)
    with pytest.raises(SjabloonFout, match="is groter dan 8 MB"):
        klantstijl(klant)


def test_willekeurig_beschadigde_letters_zijn_een_zin(klant: Path, letters: Path) -> None:
    """Whatever is wrong with a file: a style that can be used, or a sentence."""
    maak_familie(letters)
    heel = pakketletter("recht").read_bytes()
    kans = random.Random(7)  # noqa: S311  the same damage each time
    for _ in range(40):
        kapot = bytearray(heel[: kans.choice((len(heel), kans.randrange(len(heel))))])
        for _ in range(kans.randrange(1, 40)):
            kapot[kans.randrange(min(len(kapot), 3000))] = kans.randrange(256)
        (letters / "bestand-0.ttf").write_bytes(kapot)
        try:
            klantstijl(klant)
        except SjabloonFout as fout:
            assert fout.melding.startswith("huisstijl/klant/")  # noqa: PT017  either is right


def test_een_andere_letter_is_een_andere_stijl(klant: Path, letters: Path) -> None:
    """Documents are made again when a font file changed."""
    maak_familie(letters)
    eerst = klantstijl(klant).vingerafdruk
    maak_letter(letters / "bestand-3.ttf", "vetcursief", gewicht=700)

    assert klantstijl(klant).vingerafdruk != eerst
