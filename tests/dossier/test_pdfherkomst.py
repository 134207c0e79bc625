"""Een PDF zegt welk stuk van welke zaak hij is; wat hij zegt wordt gelezen, en nooit vertrouwd."""

import io
import zlib
from dataclasses import replace

import pikepdf
import pytest
from pikepdf import Name

from dossiergen.dossier.metagegevens import pdf_verraadt
from dossiergen.dossier.pdfherkomst import PdfHerkomst, lees_herkomst
from dossiergen.render.boom import lees
from dossiergen.render.pdf.metagegevens import STUK
from keuringhulp import EIGENSCHAPPEN, GOED, geopend, schrijver

AFDRUK = "0123456789abcdef" * 4
IDENTITEIT = {
    "kenmerk": "2026-0012",
    "stuk": "plan-van-aanpak",
    "volgnr": "2",
    "versie": "3",
    "huisstijl": "standaard",
    "inhoud": AFDRUK,
}
PDF = schrijver().schrijf(lees(GOED, "x"), replace(EIGENSCHAPPEN, identiteit=IDENTITEIT))
HERKOMST = PdfHerkomst("2026-0012", "plan-van-aanpak", 2, 3, "standaard", AFDRUK)


def xmp() -> bytes:
    with geopend(PDF) as pdf:
        return bytes(pdf.Root.Metadata.read_bytes())


def met_xmp(xml: bytes) -> bytes:
    uit = io.BytesIO()
    with geopend(PDF) as pdf:
        pdf.Root.Metadata = pdf.make_stream(xml)
        pdf.save(uit, fix_metadata_version=False)
    return uit.getvalue()


def _opgeblazen(bytes_: int) -> bytes:
    """Hetzelfde, met zoveel wit erin."""
    return xmp().replace(b"<rdf:RDF", b" " * bytes_ + b"<rdf:RDF", 1)


def verraadt(inhoud: bytes) -> bool:
    with geopend(inhoud) as pdf:
        return pdf_verraadt(pdf)


def test_een_pdf_zegt_welk_stuk_hij_is() -> None:
    """En dat is geen geheim voor PRV-07."""
    assert lees_herkomst(PDF) == HERKOMST
    assert not verraadt(PDF)


def test_een_stuk_waarvan_een_zaak_er_een_heeft_zegt_geen_nummer() -> None:
    zonder = {naam: waarde for naam, waarde in IDENTITEIT.items() if naam != "volgnr"}
    pdf = schrijver().schrijf(lees(GOED, "x"), replace(EIGENSCHAPPEN, identiteit=zonder))

    assert lees_herkomst(pdf) == replace(HERKOMST, volgnr=None)


def test_een_concept_zegt_niets() -> None:
    pdf = schrijver().schrijf(lees(GOED, "x"), EIGENSCHAPPEN)

    assert lees_herkomst(pdf) is None
    with geopend(pdf) as bestand:
        assert STUK.encode() not in bestand.Root.Metadata.read_bytes()


VREEMD = {
    "naam in plaats van kenmerk": (b"2026-0012<", b"Mevrouw De Vries<"),
    "BSN in plaats van kenmerk": (b"2026-0012<", b"999990019<"),
    "BSN in de naam van een stuk": (b">plan-van-aanpak<", b">stuk-999990019<"),
    "zin in plaats van stuk": (b">plan-van-aanpak<", b">plan: van aanpak!<"),
    "geen nummer": (b"<stuk:versie>3<", b"<stuk:versie>drie<"),
    "nul": (b"<stuk:versie>3<", b"<stuk:versie>0<"),
    "andere cijfers": (b"<stuk:versie>3<", "<stuk:versie>٣<".encode()),
    "korte afdruk": (AFDRUK.encode(), AFDRUK[1:].encode()),
    "hoofdletters": (AFDRUK.encode(), AFDRUK.upper().encode()),
    "een regel erbij": (b"2026-0012<", b"2026-0012\n<"),
    "twee keer": (
        b"<stuk:versie>3</stuk:versie>",
        b"<stuk:versie>3</stuk:versie><stuk:versie>3</stuk:versie>",
    ),
    "iets erin": (b"<stuk:versie>3<", b"<stuk:versie>3<stuk:stuk/><"),
    "onbekend": (b"<stuk:versie>", b"<stuk:reden>ziek</stuk:reden><stuk:versie>"),
}


@pytest.mark.parametrize("geval", VREEMD)
def test_wat_er_niet_uitziet_als_een_herkomst_is_er_geen(geval: str) -> None:
    """Dan is er geen, ook niet half; en onze eigen PDF's mogen het niet hebben."""
    van, naar = VREEMD[geval]
    anders = met_xmp(xmp().replace(van, naar))

    assert van in xmp()
    assert lees_herkomst(anders) is None
    assert verraadt(anders)


@pytest.mark.parametrize(
    ("van", "naar"),
    [
        (b"<stuk:versie>3<", b'<stuk:versie x="y">3<'),
        (b"</stuk:versie>", b"</stuk:versie>over de zaak"),
        (b'xmlns:stuk="urn:dossiergen:stuk:1"', b'xmlns:stuk="urn:dossiergen:stuk:1" stuk:reden="ziek"'),
    ],
)
def test_er_staat_niets_naast(van: bytes, naar: bytes) -> None:
    """PRV-07 kijkt ook naar kenmerken en naar tekst tussen de velden."""
    assert van in xmp()
    assert verraadt(met_xmp(xmp().replace(van, naar, 1)))


def test_wie_de_metagegevens_anders_schrijft_zegt_hetzelfde() -> None:
    """Een ander programma maakt van een veld een attribuut."""
    kort = xmp().replace(b"<stuk:versie>3</stuk:versie>\n", b"")
    kort = kort.replace(
        b'xmlns:stuk="urn:dossiergen:stuk:1"', b'xmlns:stuk="urn:dossiergen:stuk:1" stuk:versie="3"', 1
    )

    assert lees_herkomst(met_xmp(kort)) == HERKOMST


def test_een_bestand_van_een_ander_heeft_geen_herkomst() -> None:
    """Wat er ook in staat."""
    leeg = io.BytesIO()
    pikepdf.new().save(leeg)
    for inhoud in (b"", b"%PDF-1.7\n", b"PK\x03\x04", PDF[: len(PDF) // 2], leeg.getvalue()):
        assert lees_herkomst(inhoud) is None
    assert lees_herkomst(met_xmp(b"")) is None
    assert lees_herkomst(met_xmp(b"<x")) is None


def test_een_bom_gaat_niet_af() -> None:
    """Entiteiten, een reus van een stroom, en een die zich uitpakt tot een reus."""
    bom = b'<!DOCTYPE x [<!ENTITY a "2026-0012">]>' + xmp().split(b"?>", 1)[-1].replace(
        b"2026-0012<", b"&a;<"
    )
    assert lees_herkomst(met_xmp(bom)) is None
    assert lees_herkomst(met_xmp(_opgeblazen(300_000))) is None

    uit = io.BytesIO()
    with geopend(PDF) as pdf:
        gepakt = zlib.compress(_opgeblazen(30_000_000))
        pdf.Root.Metadata = pikepdf.Stream(pdf, gepakt, Filter=Name.FlateDecode)
        pdf.save(
            uit,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
            fix_metadata_version=False,
        )
    assert len(uit.getvalue()) < 200_000
    assert lees_herkomst(uit.getvalue()) is None
