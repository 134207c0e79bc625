"""Wat er na een handtekening met een bestand is gedaan, komt aan het licht; wat niet te beoordelen is, ook."""

# mypy: allow-untyped-calls
# pyHanko tells few of its types.

import os
import time
from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import PageObject

from dossiergen.errors import OndertekenFout
from dossiergen.ondertekening import (
    Handtekeningoordeel,
    Later,
    Niveau,
    Sleutel,
    Vertrouwen,
    kijk_na,
    onderteken,
)
from ondertekening.papier import document, geschreven, stempel
from ondertekening.pki import MOMENT

LANG = os.environ.get("DOSSIERGEN_LANG") == "1"
Ingreep = Callable[[IncrementalPdfFileWriter], None]


def _blad(schrijver: IncrementalPdfFileWriter) -> generic.DictionaryObject:
    blad: generic.DictionaryObject = schrijver.root["/Pages"]["/Kids"][0].get_object()
    return blad


class _Bewerker(IncrementalPdfFileWriter):
    """Leaves the dates of the document alone."""

    def _update_meta(self) -> None:
        """Called before it writes."""


def _bijgewerkt(pdf: bytes, ingreep: Ingreep) -> bytes:
    """An update after the last byte, as an editor makes it."""
    schrijver = _Bewerker(BytesIO(pdf))
    ingreep(schrijver)
    uit = BytesIO()
    schrijver.write(uit)
    return uit.getvalue()


def _bladzijde(schrijver: IncrementalPdfFileWriter) -> None:
    inhoud = schrijver.add_object(generic.StreamObject(stream_data=b"q Q"))
    schrijver.insert_page(PageObject(contents=inhoud, media_box=(0, 0, 200, 200)))


def _tekst(schrijver: IncrementalPdfFileWriter) -> None:
    blad = _blad(schrijver)
    blad[pdf_name("/Contents")] = schrijver.add_object(generic.StreamObject(stream_data=b"q 0 0 9 9 re f Q"))
    schrijver.update_container(blad)


def _aantekening(schrijver: IncrementalPdfFileWriter) -> None:
    blad = _blad(schrijver)
    notitie = generic.DictionaryObject(
        {
            pdf_name("/Type"): pdf_name("/Annot"),
            pdf_name("/Subtype"): pdf_name("/FreeText"),
            pdf_name("/Rect"): generic.ArrayObject(map(generic.NumberObject, (0, 0, 9, 9))),
            pdf_name("/Contents"): generic.pdf_string("Erbij"),
        }
    )
    blad["/Annots"].append(schrijver.add_object(notitie))
    schrijver.update_container(blad["/Annots"])


def _metagegevens(schrijver: IncrementalPdfFileWriter) -> None:
    schrijver.root[pdf_name("/Metadata")] = schrijver.add_object(generic.StreamObject(stream_data=b"<x/>"))
    schrijver.update_root()


def _gedrag(schrijver: IncrementalPdfFileWriter) -> None:
    schrijver.root[pdf_name("/OpenAction")] = generic.DictionaryObject(
        {pdf_name("/S"): pdf_name("/JavaScript"), pdf_name("/JS"): generic.pdf_string("app.alert(1)")}
    )
    schrijver.update_root()


def _uiterlijk(schrijver: IncrementalPdfFileWriter) -> None:
    veld = schrijver.root["/AcroForm"]["/Fields"][0].get_object()
    veld[pdf_name("/AP")] = generic.DictionaryObject(
        {pdf_name("/N"): schrijver.import_page_as_xobject(_lezer(stempel(0.5)))}
    )
    schrijver.update_container(veld)


def _lezer(pdf: bytes) -> PdfFileReader:
    return PdfFileReader(BytesIO(pdf))


def _leeg(schrijver: IncrementalPdfFileWriter) -> None:
    veld = schrijver.root["/AcroForm"]["/Fields"][1].get_object()
    veld[pdf_name("/TU")] = generic.pdf_string("Iets anders")
    schrijver.update_container(veld)


def _oordeel(pdf: bytes, vertrouwen: Vertrouwen) -> Handtekeningoordeel:
    return kijk_na(pdf, vertrouwen, MOMENT)[0]


def test_een_en_twee_handtekeningen(eenmaal: bytes, tweemaal: bytes, vertrouwen: Vertrouwen) -> None:
    """De tweede handtekening maakt de eerste niet ongeldig; alleen de laatste dekt het hele bestand."""
    assert kijk_na(document(), vertrouwen, MOMENT) == kijk_na(geschreven("brief"), vertrouwen, MOMENT) == ()
    (enige,) = kijk_na(eenmaal, vertrouwen, MOMENT)
    eerste, tweede = kijk_na(tweemaal, vertrouwen, MOMENT)
    assert [(een.partij, een.houder, een.later, een.dekt_alles) for een in (enige, eerste, tweede)] == [
        ("werkgever", "B. de Bruin", Later.NIETS, True),
        ("werkgever", "B. de Bruin", Later.HANDTEKENING, False),
        ("werknemer", "J. Jansen", Later.NIETS, True),
    ]
    assert all(
        een.in_orde and een.niveau is Niveau.B_B and een.veranderd == () for een in (enige, eerste, tweede)
    )


@pytest.mark.parametrize(
    ("ingreep", "woorden"),
    [
        (_bladzijde, ("bladzijde toegevoegd",)),
        (_tekst, ("tekst of opmaak veranderd",)),
        (_aantekening, ("aantekening toegevoegd",)),
        (_metagegevens, ("metagegevens veranderd",)),
        (_gedrag, ("gedrag bij het openen veranderd",)),
        (_uiterlijk, ("uiterlijk van een veld veranderd",)),
        (_leeg, ("iets toegevoegd achter wat is ondertekend",)),
    ],
)
def test_na_het_ondertekenen_veranderd(
    ingreep: Ingreep, woorden: tuple[str, ...], eenmaal: bytes, tweemaal: bytes, vertrouwen: Vertrouwen
) -> None:
    """Wat is ondertekend is nog heel, en het oordeel zegt wat erna is veranderd."""
    for pdf, aantal in ((eenmaal, 1), (tweemaal, 2)):
        oordelen = kijk_na(_bijgewerkt(pdf, ingreep), vertrouwen, MOMENT)
        assert [(een.heel, een.later, een.in_orde, een.dekt_alles) for een in oordelen] == [
            (True, Later.VERBODEN, False, False)
        ] * aantal
        assert {een.veranderd for een in oordelen[-1:]} == {woorden}


def test_een_veld_wordt_ingevuld(sleutel: Sleutel, vertrouwen: Vertrouwen) -> None:
    """Een formulierveld invullen na het ondertekenen is geen handtekening."""
    with pikepdf.open(BytesIO(document())) as pdf:
        veld = pikepdf.Dictionary(
            FT=pikepdf.Name.Tx,
            T="akkoord",
            Subtype=pikepdf.Name.Widget,
            Type=pikepdf.Name.Annot,
            Rect=[0, 0, 9, 9],
            F=4,
        )
        ref = pdf.make_indirect(veld)
        pdf.Root.AcroForm.Fields.append(ref)
        pdf.pages[0].Annots.append(ref)
        uit = BytesIO()
        pdf.save(uit)
    getekend = onderteken(uit.getvalue(), "handtekening-werkgever", sleutel, stempel(), MOMENT)

    def vul(schrijver: IncrementalPdfFileWriter) -> None:
        tekstveld = schrijver.root["/AcroForm"]["/Fields"][2].get_object()
        tekstveld[pdf_name("/V")] = generic.pdf_string("ja")
        schrijver.update_container(tekstveld)

    oordeel = _oordeel(_bijgewerkt(getekend, vul), vertrouwen)
    assert (oordeel.heel, oordeel.later, oordeel.veranderd) == (
        True,
        Later.VERBODEN,
        ("formulierveld ingevuld",),
    )


def _nagekeken(pdf: bytes, vertrouwen: Vertrouwen) -> tuple[Handtekeningoordeel, ...]:
    """Empty where the file is refused: then nothing in it counts either."""
    try:
        return kijk_na(pdf, vertrouwen, MOMENT)
    except OndertekenFout:
        return ()


@pytest.mark.parametrize("achter", [b"\n", b"x", b"%%EOF\n", bytes(1000)])
def test_iets_achter_het_einde(achter: bytes, eenmaal: bytes, vertrouwen: Vertrouwen) -> None:
    """Ook een enkele byte achter het einde hoort er niet."""
    oordelen = _nagekeken(eenmaal + achter, vertrouwen)
    assert not any(een.in_orde or een.dekt_alles for een in oordelen)


def test_een_veranderde_byte(eenmaal: bytes, vertrouwen: Vertrouwen) -> None:
    """Geen byte van wat is ondertekend kan veranderen zonder dat het blijkt."""
    _, begin, einde, _ = _bereik(eenmaal)
    plaatsen = range(20, len(eenmaal), len(eenmaal) // (2000 if LANG else 60))
    for plaats in (*plaatsen, begin, einde - 1):
        if begin < plaats < einde - 1:
            continue
        anders = bytearray(eenmaal)
        anders[plaats] ^= 1
        assert not any(een.in_orde for een in _nagekeken(bytes(anders), vertrouwen)), plaats


def test_een_veranderde_byte_in_de_handtekening_zelf(eenmaal: bytes, vertrouwen: Vertrouwen) -> None:
    """Wat daar verandert en toch klopt, hoort niet bij de handtekening: een certificaat dat niemand nodig heeft."""
    _, begin, einde, _ = _bereik(eenmaal)
    (goed,) = kijk_na(eenmaal, vertrouwen, MOMENT)
    for plaats in range(begin + 1, einde - 1, 1 if LANG else 97):
        anders = bytearray(eenmaal)
        anders[plaats] = ord("7") if anders[plaats] != ord("7") else ord("8")
        for een in _nagekeken(bytes(anders), vertrouwen):
            assert not een.in_orde or (een.certificaat, een.ondertekend_op) == (
                goed.certificaat,
                goed.ondertekend_op,
            ), plaats


def _bereik(pdf: bytes) -> tuple[int, int, int, int]:
    begin = pdf.rindex(b"/ByteRange")
    a, b, c, d = (int(getal) for getal in pdf[begin + 10 : pdf.index(b"]", begin)].strip(b" [").split())
    return a, b, c, d


def _met_bereik(pdf: bytes, *getallen: int) -> bytes:
    """The same file, claiming another range."""
    begin = pdf.rindex(b"/ByteRange") + 10
    einde = pdf.index(b"]", begin) + 1
    nieuw = b" [%s]" % b" ".join(b"%d" % getal for getal in getallen)
    return pdf[:begin] + nieuw.ljust(einde - begin) + pdf[einde:]


def test_een_bereik_dat_liegt(eenmaal: bytes, vertrouwen: Vertrouwen) -> None:
    """Een bereik met een gat, een overlap of een ander begin dekt het bestand niet."""
    a, b, c, d = _bereik(eenmaal)
    for bereik in [
        (a, b, c, d - 10),
        (a, b - 9, c, d),
        (a, b, c + 2, d),
        (9, b, c, d),
        (a, b, b, d),
        (a, b, c),
        (a, c, b, d),
        (-1, b, c, d),
        (a, b, c, 10**9),
        (0, 0, 0, 0),
        (),
    ]:
        assert not any(een.heel for een in _nagekeken(_met_bereik(eenmaal, *bereik), vertrouwen)), bereik


def test_bytes_in_het_gat(eenmaal: bytes, vertrouwen: Vertrouwen) -> None:
    """In de ruimte die de handtekening zelf inneemt, is niets te verstoppen."""
    _, b, c, _ = _bereik(eenmaal)
    verstopt = eenmaal[: c - 60] + b">/Verstopt(hier staat iets)".ljust(59) + eenmaal[c - 1 :]
    oordelen = _nagekeken(verstopt, vertrouwen)
    assert not any(een.heel for een in oordelen)
    assert b < c


def test_een_handtekening_in_twee_velden(eenmaal: bytes, vertrouwen: Vertrouwen) -> None:
    """Wie zijn handtekening in het veld van een ander laat tellen, telt in geen van beide."""

    def deel(schrijver: IncrementalPdfFileWriter) -> None:
        een, ander = (veld.get_object() for veld in schrijver.root["/AcroForm"]["/Fields"])
        ander[pdf_name("/V")] = een.raw_get("/V")
        schrijver.update_container(ander)

    oordelen = kijk_na(_bijgewerkt(eenmaal, deel), vertrouwen, MOMENT)
    assert [(een.heel, een.veranderd) for een in oordelen] == [
        (False, ("twee velden delen deze handtekening",))
    ] * 2


def test_een_handtekening_uit_een_ander_stuk(eenmaal: bytes, vertrouwen: Vertrouwen) -> None:
    """Een handtekening die ergens anders over gaat, zegt hier niets."""
    with pikepdf.open(BytesIO(eenmaal)) as pdf:
        pdf.pages[0].Contents = pdf.make_stream(b"q Q")
        uit = BytesIO()
        pdf.save(uit)
    oordelen = _nagekeken(uit.getvalue(), vertrouwen)
    assert not any(een.heel for een in oordelen)


def test_rommel_in_de_handtekening(eenmaal: bytes, vertrouwen: Vertrouwen) -> None:
    """Een handtekening die niet te lezen is, of honderd keer zo groot, is een oordeel en geen fout van het programma."""
    _, b, c, _ = _bereik(eenmaal)
    for inhoud in (
        b"<" + b"30" * ((c - b) // 2 - 1) + b">",
        b"<" + b"0" * (c - b - 2) + b">",
        b"(" + b"A" * (c - b - 2) + b")",
    ):
        (oordeel,) = kijk_na(eenmaal[:b] + inhoud + eenmaal[c:], vertrouwen, MOMENT)
        assert (oordeel.heel, oordeel.certificaat, oordeel.vertrouwd.value) == (False, None, "nee")


def _rondlopend(pdf: pikepdf.Pdf) -> None:
    lus = pdf.make_indirect(pikepdf.Dictionary(T="lus", FT=pikepdf.Name.Sig))
    lus.Kids = pikepdf.Array([lus])
    pdf.Root.AcroForm.Fields.append(lus)


def _bladen_zonder_einde(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Pages.Kids.append(pdf.Root.Pages)


def _diep(pdf: pikepdf.Pdf) -> None:
    veld = pdf.make_indirect(pikepdf.Dictionary(T="onder", FT=pikepdf.Name.Sig))
    for nummer in range(3000 if LANG else 1200):
        veld = pdf.make_indirect(pikepdf.Dictionary(T=f"v{nummer}", Kids=pikepdf.Array([veld])))
    pdf.Root.AcroForm.Fields.append(veld)


def _vreemde_waarden(pdf: pikepdf.Pdf) -> None:
    velden = pdf.Root.AcroForm.Fields
    for waarde in (
        1,
        "tekst",
        pikepdf.Name.X,
        pikepdf.Array(),
        pikepdf.Dictionary(),
        pikepdf.Dictionary(ByteRange=[0, 1, 2, 3], Contents="x"),
        pikepdf.Dictionary(ByteRange="x", Contents=3),
    ):
        velden.append(pdf.make_indirect(pikepdf.Dictionary(T="raar", FT=pikepdf.Name.Sig, V=waarde)))


def _veel(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Veel = pikepdf.Array(
        [pdf.make_indirect(pikepdf.Dictionary(N=nummer)) for nummer in range(100_000 if LANG else 5_000)]
    )


@pytest.mark.parametrize("ingreep", [_rondlopend, _bladen_zonder_einde, _diep, _vreemde_waarden, _veel])
def test_een_bestand_dat_is_gemaakt_om_te_breken(
    ingreep: Callable[[pikepdf.Pdf], None], eenmaal: bytes, vertrouwen: Vertrouwen
) -> None:
    """Lussen, diepten en onzin: een oordeel of een weigering, binnen enkele seconden, en de handtekening is nooit heel."""
    with pikepdf.open(BytesIO(eenmaal)) as pdf:
        ingreep(pdf)
        uit = BytesIO()
        pdf.save(uit)
    begin = time.process_time()
    oordelen = _nagekeken(uit.getvalue(), vertrouwen)
    assert not any(een.heel for een in oordelen)
    assert time.process_time() - begin < (60 if LANG else 20)


def test_veel_objecten_na_de_handtekening(eenmaal: bytes, vertrouwen: Vertrouwen) -> None:
    """Een grote stapel losse objecten achter een handtekening houdt het nakijken niet op."""

    def stapel(schrijver: IncrementalPdfFileWriter) -> None:
        lijst = [
            schrijver.add_object(generic.DictionaryObject({pdf_name("/N"): generic.NumberObject(n)}))
            for n in range(100_000 if LANG else 2_000)
        ]
        schrijver.root[pdf_name("/Veel")] = generic.ArrayObject(lijst)
        schrijver.update_root()

    oordeel = _oordeel(_bijgewerkt(eenmaal, stapel), vertrouwen)
    assert (oordeel.heel, oordeel.later) == (True, Later.VERBODEN)


def test_versleuteld_en_geen_pdf(vertrouwen: Vertrouwen) -> None:
    """Een beveiligd bestand en wat geen PDF is, worden geweigerd."""
    uit = BytesIO()
    with pikepdf.open(BytesIO(document())) as pdf:
        pdf.save(uit, encryption=pikepdf.Encryption(owner="x", user="y"))
    for inhoud, reden in [
        (uit.getvalue(), "beveiligd met een wachtwoord"),
        (b"", "beschadigd"),
        (b"%PDF-1.7\n", "beschadigd"),
        (bytes(500), "beschadigd"),
    ]:
        with pytest.raises(OndertekenFout, match=reden):
            kijk_na(inhoud, vertrouwen, MOMENT)
