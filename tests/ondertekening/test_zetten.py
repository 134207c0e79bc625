"""Ondertekenen voegt een handtekening toe, en verandert niets van wat er al stond."""

import asyncio
import datetime as dt
import gc
import socket
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers
from pyhanko.sign.fields import MDPPerm

from dossiergen.errors import OndertekenFout
from dossiergen.ondertekening import Handtekeningveld, Sleutel, Vertrouwen, kijk_na, onderteken, velden
from ondertekening.papier import document, geschreven, stempel
from ondertekening.pki import MOMENT, Eigenaar, Gezag, Opties

WERKGEVER, WERKNEMER = "handtekening-werkgever", "handtekening-werknemer"


def test_de_velden_van_een_stuk(eenmaal: bytes) -> None:
    """Elk veld heeft een naam, een plaats en een blad, en zegt of het is ondertekend."""
    open_ = (
        Handtekeningveld(WERKGEVER, getekend=False, vak=(60, 60, 260, 110), blad=1),
        Handtekeningveld(WERKNEMER, getekend=False, vak=(320, 60, 520, 110), blad=1),
    )
    assert velden(document()) == open_
    assert [veld.getekend for veld in velden(eenmaal)] == [True, False]
    assert [veld.partij for veld in open_] == ["werkgever", "werknemer"]
    assert velden(geschreven("brief")) == ()


def test_velden_die_elders_in_het_bestand_staan(sleutel: Sleutel, vertrouwen: Vertrouwen) -> None:
    """Lijsten van velden en aantekeningen mogen een eigen object zijn, zoals andere programma's ze schrijven."""
    with pikepdf.open(BytesIO(document())) as pdf:
        formulier = pdf.make_indirect(pdf.Root.AcroForm)
        formulier.Fields = pdf.make_indirect(formulier.Fields)
        pdf.Root.AcroForm = formulier
        pdf.pages[0].Annots = pdf.make_indirect(pdf.pages[0].Annots)
        uit = BytesIO()
        pdf.save(uit)
    assert velden(uit.getvalue()) == velden(document())
    getekend = onderteken(uit.getvalue(), WERKGEVER, sleutel, stempel(), MOMENT)
    (oordeel,) = kijk_na(getekend, vertrouwen, MOMENT)
    assert (oordeel.in_orde, oordeel.dekt_alles) == (True, True)


def test_wat_er_stond_blijft_staan(eenmaal: bytes, tweemaal: bytes) -> None:
    """Elke ondertekende versie begint met de bytes van de vorige, en is een gave PDF."""
    assert eenmaal.startswith(document())
    assert tweemaal.startswith(eenmaal)
    for pdf in (eenmaal, tweemaal):
        with pikepdf.open(BytesIO(pdf)) as gelezen:
            assert gelezen.check_pdf_syntax() == []


def test_het_veld_houdt_zijn_plaats_in_de_opbouw(eenmaal: bytes) -> None:
    """Zichtbaar, afdrukbaar en voor te lezen: alleen het beeld en de waarde zijn nieuw."""
    with pikepdf.open(BytesIO(document())) as voor, pikepdf.open(BytesIO(eenmaal)) as na:
        oud, nieuw = voor.Root.AcroForm.Fields[0], na.Root.AcroForm.Fields[0]
        blijft = ("/F", "/StructParent", "/TU", "/Contents", "/T", "/Rect")
        assert [str(nieuw[sleutel]) for sleutel in blijft] == [str(oud[sleutel]) for sleutel in blijft]
        assert set(nieuw.keys()) - set(oud.keys()) == {"/V"}
        beeld = nieuw.AP.N
        assert (str(beeld.Subtype), "/Group" in beeld, "/ExtGState" in beeld.Resources) == (
            "/Form",
            False,
            False,
        )
        assert str(na.docinfo) == str(voor.docinfo)
        assert na.Root.Metadata.read_raw_bytes() == voor.Root.Metadata.read_raw_bytes()


def test_wat_de_handtekening_over_zichzelf_zegt(eenmaal: bytes, tweemaal: bytes) -> None:
    """PAdES, met het moment dat is gegeven; de eerste laat alleen nog handtekeningen toe, de tweede zegt daar niets over."""
    with pikepdf.open(BytesIO(tweemaal)) as pdf:
        eerste, tweede = (veld.V for veld in pdf.Root.AcroForm.Fields)
        assert str(eerste.SubFilter) == "/ETSI.CAdES.detached"
        assert str(eerste.M) == "D:20260601120000Z"
        assert {"/Reason", "/Location", "/Name", "/ContactInfo"}.isdisjoint(eerste.keys())
        assert int(eerste.Reference[0].TransformParams.P) == MDPPerm.FILL_FORMS.value
        assert "/Reference" not in tweede
        assert pdf.Root.Perms.DocMDP.objgen == eerste.objgen
    assert b"/DocMDP" in eenmaal


def test_een_lange_keten_past(
    uitgever: Gezag, sleutel_van: Callable[[Eigenaar], Sleutel], vertrouwen: Vertrouwen
) -> None:
    """Hoeveel certificaten er ook meegaan, er is plaats voor."""
    gezag = uitgever
    for nummer in range(10):
        gezag = gezag.tussen(f"Uitgever met een lange naam, nummer {nummer}", 30 + nummer)
    sleutel = sleutel_van(gezag.geef("Onderaan", Opties(), 31))
    (oordeel,) = kijk_na(onderteken(document(), WERKGEVER, sleutel, stempel(), MOMENT), vertrouwen, MOMENT)
    assert oordeel.in_orde


@pytest.mark.parametrize(
    ("moment", "reden"),
    [
        (dt.datetime(2019, 12, 31, tzinfo=dt.UTC), "nog niet geldig"),
        (dt.datetime(2049, 1, 2, tzinfo=dt.UTC), "verlopen"),
    ],
)
def test_een_certificaat_geldt_niet_altijd(moment: dt.datetime, reden: str, sleutel: Sleutel) -> None:
    """Vóór en na de geldigheid van het certificaat wordt niet getekend."""
    with pytest.raises(OndertekenFout, match=reden):
        onderteken(document(), WERKGEVER, sleutel, stempel(), moment)


def test_een_moment_heeft_een_tijdzone(sleutel: Sleutel) -> None:
    """Een tijd zonder zone is een fout van het programma."""
    with pytest.raises(ValueError, match="time zone"):
        onderteken(document(), WERKGEVER, sleutel, stempel(), MOMENT.replace(tzinfo=None))


def _versleuteld() -> bytes:
    uit = BytesIO()
    with pikepdf.open(BytesIO(document())) as pdf:
        pdf.save(uit, encryption=pikepdf.Encryption(owner="x", user="y"))
    return uit.getvalue()


def _gewaarmerkt(perm: MDPPerm, sleutel: Sleutel, slot: fields.FieldMDPSpec | None = None) -> bytes:
    """Signed by another program, which allows what it likes."""
    schrijver = IncrementalPdfFileWriter(BytesIO(document()))
    veld = fields.SigFieldSpec("elders", field_mdp_spec=slot, doc_mdp_update_value=perm if slot else None)
    meta = signers.PdfSignatureMetadata(
        field_name="elders", certify=slot is None, docmdp_permissions=perm, md_algorithm="sha256"
    )
    uit = signers.sign_pdf(schrijver, meta, sleutel.ondertekenaar, new_field_spec=veld)
    return bytes(uit.getvalue())


def test_wat_niet_ondertekend_kan_worden(sleutel: Sleutel, eenmaal: bytes) -> None:
    """Een veld dat er niet is of al is gebruikt, een beveiligd of beschadigd bestand: geweigerd, zonder bytes."""
    gevallen = [
        (document(), "handtekening-bedrijfsarts", "geen handtekeningveld"),
        (geschreven("brief"), WERKGEVER, "geen handtekeningveld"),
        (eenmaal, WERKGEVER, "al ondertekend"),
        (_versleuteld(), WERKGEVER, "beveiligd met een wachtwoord"),
        (b"", WERKGEVER, "beschadigd"),
        (b"%PDF-1.7 rommel", WERKGEVER, "beschadigd"),
        (document()[:-200], WERKGEVER, "beschadigd"),
        (eenmaal.replace(b"/Lang", b"/Leng", 1), WERKNEMER, "na een eerdere handtekening veranderd"),
        (eenmaal + b"\nen nog iets\n", WERKNEMER, "na een eerdere handtekening veranderd"),
    ]
    for pdf, veld, reden in gevallen:
        with pytest.raises(OndertekenFout, match=reden):
            onderteken(pdf, veld, sleutel, stempel(), MOMENT)


def test_een_beeld_dat_niet_te_lezen_is(sleutel: Sleutel) -> None:
    """Zonder leesbaar beeld komt er geen handtekening."""
    for beeld in (b"", b"geen pdf", stempel()[:200]):
        with pytest.raises(OndertekenFout, match="beeld van de handtekening"):
            onderteken(document(), WERKGEVER, sleutel, beeld, MOMENT)


def test_een_waarmerk_dat_niets_meer_toestaat(sleutel: Sleutel) -> None:
    """Wie niets meer toestaat, staat ook geen handtekening toe."""
    with pytest.raises(OndertekenFout, match="geen andere meer toe"):
        onderteken(_gewaarmerkt(MDPPerm.NO_CHANGES, sleutel), WERKGEVER, sleutel, stempel(), MOMENT)


def test_een_vergrendeld_veld(sleutel: Sleutel) -> None:
    """Een eerdere handtekening kan dit veld hebben vergrendeld; een ander veld blijft vrij."""
    slot = fields.FieldMDPSpec(fields.FieldMDPAction.INCLUDE, fields=[WERKGEVER])
    pdf = _gewaarmerkt(MDPPerm.FILL_FORMS, sleutel, slot)
    with pytest.raises(OndertekenFout, match="vergrendeld"):
        onderteken(pdf, WERKGEVER, sleutel, stempel(), MOMENT)
    assert onderteken(pdf, WERKNEMER, sleutel, stempel(), MOMENT).startswith(pdf)


def test_een_veld_met_eigen_wensen(sleutel: Sleutel) -> None:
    """Een veld dat een ander maakte en dat iets eist, is niet van ons."""
    with pikepdf.open(BytesIO(document())) as pdf:
        pdf.Root.AcroForm.Fields[0].Lock = pikepdf.Dictionary(Action=pikepdf.Name.All)
        uit = BytesIO()
        pdf.save(uit)
    with pytest.raises(OndertekenFout, match="niet zoals dossiergen het maakt"):
        onderteken(uit.getvalue(), WERKGEVER, sleutel, stempel(), MOMENT)


def test_twee_inhoudsopgaven_naast_elkaar(sleutel: Sleutel) -> None:
    """Een hybride bestand toont de ene lezer iets anders dan de andere."""
    uit = BytesIO()
    with pikepdf.open(BytesIO(document())) as pdf:
        wortel, aantal = pdf.Root.objgen[0], len(pdf.objects) + 5
        pdf.save(uit, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    basis = uit.getvalue()
    vorige = int(basis.rsplit(b"startxref", 1)[1].split()[0])
    stroom = f"{aantal} 0 obj\n<< /Type /XRef /Size {aantal + 1} /W [1 4 2] /Index [{aantal} 1] /Length 7 /Root {wortel} 0 R >>\nstream\n"
    plaats = len(basis)
    inhoud = stroom.encode() + b"\x01" + plaats.to_bytes(4) + b"\x00\x00" + b"\nendstream\nendobj\n"
    slot = (
        f"xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size {aantal + 1} /Root {wortel} 0 R /Prev {vorige} /XRefStm {plaats} >>\n"
        f"startxref\n{plaats + len(inhoud)}\n%%EOF\n"
    )
    with pytest.raises(OndertekenFout, match="twee inhoudsopgaven"):
        onderteken(basis + inhoud + slot.encode(), WERKGEVER, sleutel, stempel(), MOMENT)


def test_er_gaat_geen_verbinding_open(
    sleutel: Sleutel, vertrouwen: Vertrouwen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Zonder tijdstempeldienst, en zonder dat erom is gevraagd, gaat er niets naar buiten."""

    def weiger(*_: Any) -> None:
        raise AssertionError("a connection was opened")

    for naam in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, naam, weiger)
    monkeypatch.setattr(socket, "getaddrinfo", weiger)
    getekend = onderteken(document(), WERKGEVER, sleutel, stempel(), MOMENT)
    assert kijk_na(getekend, vertrouwen, MOMENT)[0].in_orde


def test_twintig_stukken_laten_niets_achter(sleutel: Sleutel) -> None:
    """Ook een grote stapel laat geen geopende bestanden of lussen achter."""
    onderteken(document(), WERKGEVER, sleutel, stempel(), MOMENT)
    gc.collect()
    voor = sum(isinstance(een, (PdfFileReader, asyncio.AbstractEventLoop)) for een in gc.get_objects())
    for _ in range(20):
        onderteken(document(), WERKGEVER, sleutel, stempel(), MOMENT)
    gc.collect()
    assert (
        sum(isinstance(een, (PdfFileReader, asyncio.AbstractEventLoop)) for een in gc.get_objects()) <= voor
    )
