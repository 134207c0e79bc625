"""Een document waar alles in staat wat de keuring bekijkt, en wie een klaar bestand opent om het te beschadigen."""

import base64
import io
import struct
import warnings
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import weasyprint  # noqa: TID251  what it writes by itself is our example of what is wrong

from dossiergen.dossier.keuring.structuur import bezwaren
from dossiergen.huisstijl import laad
from dossiergen.render.boom import lees
from dossiergen.render.eigenschappen import Eigenschappen
from dossiergen.render.pdf import PdfSchrijver
from dossiergen.render.pdf.labelboom import Labelboom
from dossiergen.sjablonen import Sjablonen

_HUISSTIJLEN = Path(__file__).parents[1] / "templates" / "huisstijl"
STIJLEN = tuple(sorted(pad.parent.name for pad in _HUISSTIJLEN.glob("*/huisstijl.yaml")))
"""Every house style that there is."""

LETTERS_VAN_LOS = frozenset({"DejaVu"})
VAN_HET_OOG = {"buiten-beeld", "te-klein", "kleur", "bedekt", "over-elkaar"}
"""What the lint says of text that cannot be seen."""

EIGENSCHAPPEN = Eigenschappen("Plan van aanpak", "Limburg Flex B.V.", date(2026, 2, 26))

KOP = (
    '<article lang="nl" data-soort="formulier" data-afzender="Limburg Flex B.V." data-voet="Plan van aanpak">'
    "<h1>Plan van aanpak</h1>"
)
GOED = (
    f"{KOP}<p>Een eerste alinea.</p><p>Een tweede alinea met <strong>nadruk</strong>.</p>"
    '<table data-blok="gegevens"><tbody>'
    '<tr><th scope="row">Werknemer</th><td>mevrouw A. de Vries</td></tr>'
    '<tr><th scope="row">Functie</th><td></td></tr></tbody></table>'
    "<section><h2>1 Afspraken</h2><p>Wat er is afgesproken:</p>"
    "<ul><li>elke week bellen</li><li>opbouwen<ol><li>eerst uren</li><li>dan taken</li></ol></li></ul>"
    '<ul data-blok="keuze"><li data-gekozen="ja">geheel hervat</li><li data-gekozen="nee">gedeeltelijk hervat</li></ul>'
    "<h3>Wie doet wat</h3>"
    '<table><caption>Taken</caption><thead><tr><th scope="col">Wie</th><th scope="col">Wat</th></tr></thead>'
    "<tbody><tr><td>Werkgever</td><td>belt</td></tr><tr><td>Werknemer</td><td>neemt op</td></tr></tbody></table>"
    "</section><section><h2>2 Slot</h2><p>Het plan gaat in.</p></section></article>"
)

PARTIJEN = ("werkgever", "werknemer", "bedrijfsarts")


def met_lijnen(*partijen: str) -> str:
    """Een document dat deze partijen ondertekenen."""
    koppen = "".join(f'<th scope="col">{partij.capitalize()}</th>' for partij in partijen)
    namen = "<td>mevrouw A. de Vries</td>" * len(partijen)
    lijnen = "".join(
        f'<td data-soort="lijn" data-partij="{partij}">Handtekening:</td>' for partij in partijen
    )
    return (
        f'{KOP}<p>Een alinea.</p><section><h2>1 Ondertekening</h2><table data-blok="ondertekening"><thead><tr>{koppen}</tr></thead>'
        f'<tbody><tr>{namen}</tr><tr data-soort="teken">{lijnen}</tr></tbody></table></section></article>'
    )


@cache
def schrijver(stijl: str = "standaard") -> PdfSchrijver:
    return PdfSchrijver(laad(stijl, Sjablonen.standaard()))


@cache
def pdf_van(html: str, stijl: str = "standaard") -> bytes:
    return schrijver(stijl).schrijf(lees(html, "x"), EIGENSCHAPPEN)


def lange_tabel(rijen: int) -> str:
    """Een document met één tabel van zoveel rijen."""
    regels = "".join(
        f"<tr><td>{nummer}</td><td>Regel {nummer} zegt wat er op die dag is gebeurd, en door wie dat is gedaan</td></tr>"
        for nummer in range(rijen)
    )
    return (
        f'{KOP}<section><h2>Verloop</h2><table><thead><tr><th scope="col" data-kolom="nr">Nummer</th>'
        f'<th scope="col">Gebeurtenis</th></tr></thead><tbody>{regels}</tbody></table></section></article>'
    )


def png() -> str:
    """Een effen plaatje, als adres."""
    rij = b"\0" + b"\x10\x60\x70" * 40

    def deel(naam: bytes, inhoud: bytes) -> bytes:
        return struct.pack(">I", len(inhoud)) + naam + inhoud + struct.pack(">I", zlib.crc32(naam + inhoud))

    beeld = deel(b"IHDR", struct.pack(">IIBBBBB", 40, 20, 8, 2, 0, 0, 0))
    beeld += deel(b"IDAT", zlib.compress(rij * 20)) + deel(b"IEND", b"")
    return "data:image/png;base64," + base64.b64encode(b"\x89PNG\r\n\x1a\n" + beeld).decode()


def los(inhoud: str, css: str = "", *, gelabeld: bool = True) -> bytes:
    """HTML buiten onze woordenschat om, door WeasyPrint gezet; met onze labels of die van haarzelf."""
    html = f'<html lang="nl"><head><title>Een brief</title></head><body><article>{inhoud}</article></body></html>'
    stijl = weasyprint.CSS(string=f"img {{ image-rendering: crisp-edges }} {css}")
    document = weasyprint.HTML(string=html).render(stylesheets=[stijl], pdf_variant="pdf/ua-1")
    finisher = Labelboom(document) if gelabeld else None
    return bytes(document.write_pdf(finisher=finisher, pdf_variant="pdf/ua-1"))


def beschadigd(pdf: bytes, breek: Callable[[pikepdf.Pdf], object]) -> bytes:
    """Het bestand zoals het is nadat iemand er iets aan veranderde."""
    uit = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as bestand:
        breek(bestand)
        with warnings.catch_warnings():
            # pikepdf sees by itself that a field lies in no form; that is what is broken.
            warnings.simplefilter("ignore", pikepdf.PageCopyWarning)
            bestand.save(uit)
    return uit.getvalue()


def onverpakt(pdf: bytes) -> bytes:
    """Hetzelfde bestand zonder compressie."""
    uit = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as bestand:
        bestand.save(
            uit,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            compress_streams=False,
        )
    return uit.getvalue()


@contextmanager
def geopend(pdf: bytes) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(pdf)) as bestand:
        yield bestand


def tags(pdf: pikepdf.Pdf, soort: str) -> list[Any]:
    """De labels van een soort, in leesvolgorde."""
    gevonden, open_ = [], [pdf.Root.StructTreeRoot.K]
    while open_:
        tag = open_.pop()
        if str(tag.get("/S")) == f"/{soort}":
            gevonden.append(tag)
        open_.extend(
            reversed([k for k in tag.get("/K", []) if isinstance(k, pikepdf.Dictionary) and "/S" in k])
        )
    return gevonden


def inhoud(pdf: pikepdf.Pdf, van: bytes, naar: bytes) -> None:
    """Verander de inhoud van de eerste bladzijde; wat er niet staat, is een fout in de test."""
    oud = pdf.pages[0].Contents.read_bytes()
    assert van in oud
    pdf.pages[0].Contents.write(oud.replace(van, naar))


def regels_van(pdf: bytes, families: frozenset[str] | None = None) -> set[str]:
    return {bezwaar.regel for bezwaar in bezwaren(pdf, families)}
