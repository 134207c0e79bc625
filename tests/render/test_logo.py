"""A logo is let in when it is nothing but a picture; everything else is refused with a sentence."""

import io
import shutil
import struct
import time
import zlib
from pathlib import Path

import pytest
from PIL import Image

from dossiergen.errors import SjabloonFout
from dossiergen.huisstijl import Logo, laad
from dossiergen.sjablonen import Sjablonen, meegeleverd

MAP = "huisstijl/klant"
RUIMTE = "http://www.w3.org/2000/svg"
VIERKANT = '<rect width="40" height="40" fill="#0b5563"/>'
BOM = "".join(f'<g id="n{n}">' + f'<use href="#n{n + 1}"/>' * 10 + "</g>" for n in range(9))
LACH = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' if n else '<!ENTITY l0 "lach">' for n in range(10))


def svg(inhoud: str = VIERKANT, kop: str = 'viewBox="0 0 100 40"', vooraf: str = "") -> bytes:
    return f'{vooraf}<svg xmlns="{RUIMTE}" {kop}>{inhoud}</svg>'.encode()


def png(beeld: Image.Image | None = None, **opties: object) -> bytes:
    uit = io.BytesIO()
    (beeld or Image.new("RGB", (300, 120), "#0b5563")).save(uit, "PNG", **opties)
    return uit.getvalue()


def bom(breed: int, hoog: int) -> bytes:
    """A few bytes that say to be a picture of so many points."""

    def stuk(naam: bytes, inhoud: bytes) -> bytes:
        som = struct.pack(">I", zlib.crc32(naam + inhoud))
        return struct.pack(">I", len(inhoud)) + naam + inhoud + som

    kop = struct.pack(">IIBBBBB", breed, hoog, 8, 0, 0, 0, 0)
    leeg = zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + stuk(b"IHDR", kop) + stuk(b"IDAT", leeg) + stuk(b"IEND", b"")


class Klant:
    """A client's template folder with one style, whose logo differs."""

    def __init__(self, wortel: Path) -> None:
        self.wortel = wortel
        self.map = wortel / MAP
        shutil.copytree(meegeleverd() / "huisstijl" / "standaard", self.map)

    def met(self, naam: str, inhoud: bytes | None, hoogte: str = "10", alt: str = "Klant") -> Logo:
        """The logo as it is loaded from these bytes."""
        kaal = (meegeleverd() / "huisstijl" / "standaard" / "huisstijl.yaml").read_text("utf-8")
        blok = f'logo:\n  bestand: "{naam}"\n  alt: "{alt}"\n  hoogte: {hoogte}\n'
        (self.map / "huisstijl.yaml").write_text(kaal + blok, "utf-8")
        if inhoud is not None:
            (self.map / naam).write_bytes(inhoud)
        logo = laad("klant", Sjablonen.standaard(self.wortel)).logo
        assert logo is not None
        return logo

    def zin(self, naam: str, inhoud: bytes | None, **meer: str) -> str:
        """What is said of a logo that is refused."""
        with pytest.raises(SjabloonFout) as fout:
            self.met(naam, inhoud, **meer)
        assert fout.value.hint
        return fout.value.melding


@pytest.fixture
def klant(tmp_path: Path) -> Klant:
    return Klant(tmp_path)


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        (svg("<script>x</script>"), ":1 bevat `script`; dat mag niet in een logo."),
        (svg("<style>@import url(http://x);</style>"), ":1 bevat `style`; dat mag niet in een logo."),
        (svg('<image href="file:///etc/passwd"/>'), ":1 bevat `image`; dat mag niet in een logo."),
        (svg("<foreignObject/>"), ":1 bevat `foreignObject`; dat mag niet in een logo."),
        (svg("<text>Klant</text>"), ":1 bevat `text`; dat mag niet in een logo."),
        (svg("<animate/>"), ":1 bevat `animate`; dat mag niet in een logo."),
        (svg("<filter/>"), ":1 bevat `filter`; dat mag niet in een logo."),
        (svg(BOM), ":1 bevat `use`; dat mag niet in een logo."),
        (svg("<svg/>"), ":1 bevat een SVG in een SVG; dat mag niet in een logo."),
        (svg("<g>Klant</g>"), ":1 bevat losse tekst; dat mag niet in een logo."),
        (svg('<x xmlns=""/>'), ":1 bevat een vreemd onderdeel; dat mag niet in een logo."),
        (svg('\n\n<rect onload="x()"/>'), ":3 bevat `onload`; dat mag niet in een logo."),
        (svg('<rect filter="url(#a)"/>'), ":1 bevat `filter`; dat mag niet in een logo."),
        (
            svg('<rect stroke-dasharray="0.000001"/>'),
            ":1 bevat `stroke-dasharray`; dat mag niet in een logo.",
        ),
        (svg('<rect style="behavior:url(x)"/>'), ":1 bevat `behavior`; dat mag niet in een logo."),
        (
            svg('<g href="http://x">' + VIERKANT + "</g>"),
            ":1 bevat een verwijzing; dat mag niet in een logo.",
        ),
        (
            svg('<linearGradient id="a" href="http://x"/>'),
            ":1 bevat een waarde die niet kan bij `href`; dat mag niet in een logo.",
        ),
        (
            svg('<rect style="fill:url(http://x)"/>'),
            ":1 bevat een waarde die niet kan bij `fill`; dat mag niet in een logo.",
        ),
        (
            svg('<rect fill="device-cmyk(1,0,0,0)"/>'),
            ":1 bevat een waarde die niet kan bij `fill`; dat mag niet in een logo.",
        ),
        (
            svg(f'<path d="M0 0L{"1" * 49_990}!"/>'),
            ":1 bevat een waarde die niet kan bij `d`; dat mag niet in een logo.",
        ),
        (
            svg(f'<path d="{"M0 0L1 1" * 6_500}"/>'),
            ":1 bevat een waarde die niet kan bij `d`; dat mag niet in een logo.",
        ),
        (
            svg('<rect width="1e9" height="1"/>'),
            ":1 bevat een waarde die niet kan bij `width`; dat mag niet in een logo.",
        ),
        (svg('<rect fill="url(#weg)"/>'), " verwijst naar een onderdeel dat er niet is of in een kring."),
        (
            svg('<linearGradient id="a" href="#b"/><linearGradient id="b" href="#a"/><rect fill="url(#a)"/>'),
            " verwijst naar een onderdeel dat er niet is of in een kring.",
        ),
        (
            svg('<clipPath id="c"><rect clip-path="url(#c)" width="1"/></clipPath><g clip-path="url(#c)"/>'),
            " verwijst naar een onderdeel dat er niet is of in een kring.",
        ),
        (
            svg("<g>" * 25 + VIERKANT + "</g>" * 25),
            " heeft meer dan 2000 onderdelen, of ze liggen te diep in elkaar.",
        ),
        (svg("<g/>" * 2001), " heeft meer dan 2000 onderdelen, of ze liggen te diep in elkaar."),
        (svg("<g>" * 9000), " is geen leesbare SVG."),
        (svg("<g/>"), " heeft geen vormen."),
        (svg(kop=""), " heeft geen viewBox van vier getallen."),
        (svg(kop='viewBox="0 0 1"'), " heeft geen viewBox van vier getallen."),
        (svg(kop='viewBox="0 0 100000 10"'), " heeft een viewBox met een onmogelijke maat."),
        (svg(kop='viewBox="0 0 0 0"'), " heeft een viewBox met een onmogelijke maat."),
        (svg(kop='viewBox="0 0 10 1000"'), " heeft een viewBox met een onmogelijke maat."),
        (svg(vooraf=f"<!DOCTYPE svg [{LACH}]>"), " heeft een DOCTYPE, of is geen UTF-8."),
        (
            svg(vooraf='<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
            " heeft een DOCTYPE, of is geen UTF-8.",
        ),
        (svg().decode().encode("utf-16"), " heeft een DOCTYPE, of is geen UTF-8."),
        (b"<html/>", " is geen SVG."),
        (b"", " is geen leesbare SVG."),
        (png(), " heeft een DOCTYPE, of is geen UTF-8."),
        (svg("<!--" + "x" * 200_000 + "-->"), " is groter dan 200 kB."),
    ],
)
def test_een_svg_die_meer_is_dan_vormen(klant: Klant, inhoud: bytes, zin: str) -> None:
    """Closed lists: whatever is not known to be a shape is named by its line, at once."""
    begin = time.monotonic()

    assert klant.zin("logo.svg", inhoud) == f"{MAP}/logo.svg{zin}"
    assert time.monotonic() - begin < 5


def test_van_een_tekenprogramma_blijven_alleen_de_vormen(klant: Klant) -> None:
    """What it keeps there for itself is left out, and a style attribute becomes plain attributes."""
    logo = klant.met(
        "logo.svg",
        svg(
            '<title>Klant</title><metadata>x</metadata><i:namedview xmlns:i="urn:i"><i:deel/></i:namedview>'
            '<rect xmlns:i="urn:i" i:label="vak" class="a" width="9" height="9" '
            'style="fill:#1e9999;fill-opacity:.5;stroke:none;stroke-dasharray:none;-inkscape-stroke:none;font-size:12px"/>',
            vooraf='<?xml version="1.0" encoding="UTF-8"?><!-- Gemaakt met een tekenprogramma -->',
        ),
    )

    assert logo.inhoud.decode() == (
        f'<svg xmlns="{RUIMTE}" viewBox="0 0 100 40" width="100" height="40">'
        '<rect width="9" height="9" fill="#1e9999" fill-opacity=".5" stroke="none"/></svg>'
    )
    assert (logo.alt, logo.breedte, logo.hoogte) == ("Klant", 25.0, 10.0)


@pytest.mark.parametrize(
    "inhoud",
    [
        '<linearGradient id="a"><stop/></linearGradient><linearGradient id="b" href="#a"/><rect fill="url(#b)"/>',
        '<clipPath id="c"><circle r="9"/></clipPath><path clip-path="url(#c)" d="M0 0h9v9H0z"/>',
        '<g opacity=".4" transform="translate(1 2) scale(2)"><ellipse rx="4" ry="2"/></g>',
    ],
)
def test_verlopen_uitsneden_en_doorzicht_mogen(klant: Klant, inhoud: str) -> None:
    """A calm drawing has them as well."""
    assert klant.met("logo.svg", svg(inhoud)).soort == "svg"


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        (png(Image.new("L", (3000, 2001))), " heeft meer dan 6 miljoen beeldpunten."),
        (bom(60_000, 60_000), " heeft meer dan 6 miljoen beeldpunten."),
        (bom(300, 300), " is beschadigd of niet compleet."),
        (png()[:-200], " is beschadigd of niet compleet."),
        (png()[:60], " is beschadigd of niet compleet."),
        (b"\x89PNG\r\n\x1a\n", " is geen PNG."),
        (b"GIF89a", " is geen PNG."),
        (svg(), " is geen PNG."),
        (b"", " is geen PNG."),
        (png(Image.new("RGB", (100, 40))), " is te grof: 40 beeldpunten hoog."),
        (png() + b"\0" * 1_000_000, " is groter dan 1000 kB."),
    ],
)
def test_een_png_die_te_groot_te_grof_of_stuk_is(klant: Klant, inhoud: bytes, zin: str) -> None:
    """Bytes and points are counted before anything is unpacked."""
    assert klant.zin("logo.png", inhoud) == f"{MAP}/logo.png{zin}"


@pytest.mark.parametrize("soort", ["RGBA", "LA", "L", "P", "1", "I;16", "RGB"])
def test_elke_png_wordt_gewoon_kleur_op_wit(klant: Klant, soort: str) -> None:
    """Transparency, palettes, sixteen bits and profiles are where PDF/A and Word go wrong."""
    beeld = Image.new("RGBA", (300, 120), (255, 0, 0, 0)) if "A" in soort else Image.new("RGB", (300, 120))
    logo = klant.met("logo.png", png(beeld.convert(soort), icc_profile=b"nep"))
    with Image.open(io.BytesIO(logo.inhoud)) as gelezen:
        hoek = gelezen.getpixel((0, 0))
        assert (gelezen.mode, gelezen.size, gelezen.info) == ("RGB", (300, 120), {})

    assert hoek == ((255, 255, 255) if "A" in soort else (0, 0, 0))


def test_een_grote_png_wordt_niet_fijner_dan_papier(klant: Klant) -> None:
    """Six hundred points an inch: what is finer only makes each document larger."""
    logo = klant.met("logo.png", png(Image.new("RGB", (3000, 1200))))
    with Image.open(io.BytesIO(logo.inhoud)) as gelezen:
        assert gelezen.size == (590, 236)

    assert logo.breedte == pytest.approx(25, abs=0.1)


def test_een_logo_dat_er_niet_is(klant: Klant) -> None:
    """The file and who asks for it; the way out as well."""
    assert klant.zin("logo.svg", None) == f"{MAP}/logo.svg bestaat niet; {MAP}/huisstijl.yaml noemt dit logo."


@pytest.mark.parametrize(
    ("meer", "zin"),
    [
        (
            {"hoogte": "10.5"},
            f"{MAP}/huisstijl.yaml: logo.hoogte is te groot; het logo past op een brief niet boven het venster.",
        ),
        ({"hoogte": "3"}, f"{MAP}/huisstijl.yaml: logo.hoogte is te klein."),
        *(
            (
                {"alt": alt},
                f"{MAP}/huisstijl.yaml: logo.alt moet de naam op het logo zijn, in ten hoogste 100 gewone tekens.",
            )
            for alt in ("", "<b>", "K" * 101, "Klant\\n")
        ),
    ],
)
def test_maten_en_alternatieve_tekst(klant: Klant, meer: dict[str, str], zin: str) -> None:
    """Between margin and address; and something to read aloud."""
    assert klant.zin("logo.svg", svg(), **meer) == zin


@pytest.mark.parametrize(
    "naam", ["../../geheim.svg", "/etc/passwd", "logo.gif", "LOGO.svg", "logo.svg.exe", "logo.svg\\n"]
)
def test_een_logo_staat_naast_zijn_stijl(klant: Klant, naam: str) -> None:
    """A name, not a path."""
    assert klant.zin(naam, None) == (
        f"{MAP}/huisstijl.yaml: logo.bestand moet een bestandsnaam zijn van kleine letters, cijfers en streepjes die "
        "op .svg of .png eindigt."
    )


def test_een_breed_logo(klant: Klant) -> None:
    """The hint says which height would do."""
    assert (
        klant.zin("logo.svg", svg(kop='viewBox="0 0 400 40"'))
        == f"{MAP}/logo.svg wordt 100 mm breed; dat is te breed."
    )


def test_een_ander_logo_is_een_andere_stijl(klant: Klant) -> None:
    """Documents are made again when the logo changed."""

    def afdruk() -> str:
        return laad("klant", Sjablonen.standaard(klant.wortel)).vingerafdruk

    klant.met("logo.svg", svg())
    eerst = afdruk()
    klant.met("logo.svg", svg('<circle r="9"/>'))

    assert afdruk() != eerst
