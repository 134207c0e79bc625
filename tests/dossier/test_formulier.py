"""Wat er in het formulier van een klare PDF mag staan, en wat er naast een handtekening niet mag staan (PRV-07)."""

from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from dossiergen.dossier.metagegevens import pdf_verraadt
from keuringhulp import beschadigd, geopend, met_lijnen, pdf_van

Breek = Callable[[pikepdf.Pdf], object]
PDF = pdf_van(met_lijnen("werknemer", "bedrijfsarts"))
ANDERS = String("iets over de zaak")


def _handtekening(**erbij: Any) -> Dictionary:
    return Dictionary(
        Type=Name.Sig,
        Filter=Name("/Adobe.PPKLite"),
        SubFilter=Name("/ETSI.CAdES.detached"),
        ByteRange=Array([0, 10, 20, 30]),
        Contents=String(b"\x30\x00"),
        M=String("D:20260304101500+01'00'"),
        **erbij,
    )


def _getekend(pdf: pikepdf.Pdf) -> None:
    """Zoals wie ondertekent het achterlaat: een stempel, een eerste handtekening die alleen handtekeningen toelaat, een tijdstempel."""
    bronnen = Dictionary(XObject=Dictionary(X=_stempel(pdf)))
    for veld in pdf.Root.AcroForm.Fields:
        veld.V = pdf.make_indirect(_handtekening())
        veld.AP = Dictionary(N=_stempel(pdf, b"/X Do", Resources=bronnen))
    eerste = pdf.Root.AcroForm.Fields[0].V
    mag = Dictionary(Type=Name.TransformParams, P=2, V=Name("/1.2"))
    eerste.Reference = Array([Dictionary(Type=Name.SigRef, TransformMethod=Name.DocMDP, TransformParams=mag)])
    pdf.Root.AcroForm.SigFlags = 3
    pdf.Root.Perms = Dictionary(DocMDP=eerste)
    pdf.Root.DSS = Dictionary(Type=Name.DSS, Certs=Array(), CRLs=Array(), OCSPs=Array(), VRI=Dictionary())
    pdf.Root.Extensions = Dictionary(ESIC=Dictionary(BaseVersion=Name("/1.7"), ExtensionLevel=1))
    waarde = Dictionary(
        Type=Name.DocTimeStamp,
        Filter=Name("/Adobe.PPKLite"),
        SubFilter=Name("/ETSI.RFC3161"),
        ByteRange=Array([0, 10, 20, 30]),
        Contents=String(b"\x30\x00"),
    )
    veld = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Sig,
            T=String("Timestamp-3f2a-11"),
            F=132,
            Rect=Array([0, 0, 0, 0]),
            P=pdf.pages[0].obj,
            V=pdf.make_indirect(waarde),
        )
    )
    pdf.Root.AcroForm.Fields.append(veld)
    pdf.pages[0].obj.Annots.append(veld)


def _stempel(pdf: pikepdf.Pdf, inhoud: bytes = b"0 0 1 1 re f", **erbij: Any) -> pikepdf.Stream:
    return pikepdf.Stream(
        pdf, inhoud, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]), **erbij
    )


def _veld(pdf: pikepdf.Pdf, nummer: int = 0) -> Any:
    return pdf.Root.AcroForm.Fields[nummer]


def _met(naam: str) -> Breek:
    """De eerste handtekening zegt er iets bij."""
    return lambda pdf: _veld(pdf).V.__setitem__(f"/{naam}", ANDERS)


def verraadt(inhoud: bytes) -> bool:
    with geopend(inhoud) as pdf:
        return pdf_verraadt(pdf)


GETEKEND = beschadigd(PDF, _getekend)

OPEN: dict[str, Breek] = {
    "een waarde voor alle velden": lambda pdf: pdf.Root.AcroForm.__setitem__("/DA", ANDERS),
    "XFA": lambda pdf: pdf.Root.AcroForm.__setitem__("/XFA", ANDERS),
    "andere woorden": lambda pdf: _veld(pdf).__setitem__("/TU", ANDERS),
    "woorden van een ander": lambda pdf: _veld(pdf).__setitem__(
        "/Contents", String("Handtekening van de werkgever")
    ),
    "andere naam": lambda pdf: _veld(pdf).__setitem__("/T", ANDERS),
    "ander soort veld": lambda pdf: _veld(pdf).__setitem__("/FT", Name.Tx),
    "iets erbij": lambda pdf: _veld(pdf).__setitem__("/TM", ANDERS),
    "een waarde die geen handtekening is": lambda pdf: _veld(pdf).__setitem__("/V", ANDERS),
    "een beeld zonder handtekening": lambda pdf: _veld(pdf).AP.__setitem__("/N", _stempel(pdf)),
    "een tweede beeld": lambda pdf: _veld(pdf).AP.__setitem__("/D", _stempel(pdf, b"")),
    "geen beeld": lambda pdf: _veld(pdf).__delitem__("/AP"),
    "een veld dat in geen formulier staat": lambda pdf: pdf.Root.AcroForm.__setitem__("/Fields", Array()),
    "een veld dat op geen bladzijde staat": lambda pdf: pdf.pages[0].obj.__setitem__("/Annots", Array()),
    "een opmerking": lambda pdf: pdf.pages[0].obj.Annots.append(
        Dictionary(Subtype=Name.Text, Contents=ANDERS)
    ),
    "een programma": lambda pdf: pdf.Root.__setitem__("/OpenAction", Dictionary(S=Name.JavaScript)),
    "een onbekend deel": lambda pdf: pdf.Root.__setitem__("/PieceInfo", Dictionary()),
    "een aantekening die geen aantekening is": lambda pdf: pdf.pages[0].obj.Annots.append(3),
    "lagen": lambda pdf: pdf.Root.__setitem__("/OCProperties", Dictionary()),
    "een onbekend deel van een bladzijde": lambda pdf: pdf.pages[0].obj.__setitem__("/Metadata", ANDERS),
}
VAN_EEN_HANDTEKENING: dict[str, Breek] = {
    **{naam: _met(naam) for naam in ("Reason", "Location", "ContactInfo", "Name", "Prop_Build", "Cert")},
    "een tijd die geen tijd is": lambda pdf: _veld(pdf).V.__setitem__("/M", ANDERS),
    "een ander soort handtekening": lambda pdf: _veld(pdf).V.__setitem__(
        "/SubFilter", Name("/adbe.pkcs7.detached")
    ),
    "een ander programma": lambda pdf: _veld(pdf).V.__setitem__("/Filter", Name("/Anders")),
    "meer dan wat er nog mag": lambda pdf: _veld(pdf).V.Reference[0].__setitem__("/Data", ANDERS),
    "velden op slot": lambda pdf: _veld(pdf).V.Reference[0].__setitem__("/TransformMethod", Name.FieldMDP),
    "iets bij wat er nog mag": lambda pdf: (
        _veld(pdf).V.Reference[0].TransformParams.__setitem__("/Msg", ANDERS)
    ),
    "een recht van een ander": lambda pdf: pdf.Root.Perms.__setitem__("/UR3", Dictionary()),
    "een recht zonder handtekening": lambda pdf: pdf.Root.Perms.__setitem__("/DocMDP", Dictionary()),
    "iets bij het bewijs": lambda pdf: pdf.Root.DSS.__setitem__("/Note", ANDERS),
    "een andere uitbreiding": lambda pdf: pdf.Root.Extensions.__setitem__("/ANDR", Dictionary()),
    "woorden bij een uitbreiding": lambda pdf: pdf.Root.Extensions.ESIC.__setitem__("/URL", ANDERS),
    "een tijdstempel met woorden": lambda pdf: _veld(pdf, 2).__setitem__("/TU", ANDERS),
    "een tijdstempel met een naam": lambda pdf: _veld(pdf, 2).__setitem__("/T", ANDERS),
    "een tijdstempel met een beeld": lambda pdf: _veld(pdf, 2).__setitem__(
        "/AP", Dictionary(N=_stempel(pdf))
    ),
    "een tijdstempel zonder waarde": lambda pdf: _veld(pdf, 2).__delitem__("/V"),
    "een stempel met metagegevens": lambda pdf: _veld(pdf).AP.N.__setitem__(
        "/Metadata", pdf.make_stream(b"x")
    ),
    "een stempel met een laag erin": lambda pdf: _veld(pdf).AP.N.Resources.XObject.X.__setitem__(
        "/OC", Dictionary()
    ),
}


def test_velden_en_handtekeningen_mogen_er_staan() -> None:
    """Leeg, en zoals ze zijn ondertekend."""
    assert not verraadt(PDF)
    assert not verraadt(GETEKEND)


def test_metagegevens_die_niet_te_lezen_zijn_mogen_er_niet_staan() -> None:
    """Wat er dan staat, kan van alles zijn."""
    with geopend(PDF) as pdf:
        pdf.Root.Metadata = ANDERS
        assert pdf_verraadt(pdf)


@pytest.mark.parametrize("geval", OPEN)
def test_een_formulier_heeft_alleen_velden_voor_handtekeningen(geval: str) -> None:
    """Eén ding erbij of anders, en PRV-07 vindt het."""
    assert verraadt(beschadigd(PDF, OPEN[geval]))


@pytest.mark.parametrize("geval", VAN_EEN_HANDTEKENING)
def test_een_handtekening_zegt_alleen_wie_en_wanneer(geval: str) -> None:
    """Geen reden, geen plaats, geen adres: wat te lezen is, staat op het blad."""
    assert verraadt(beschadigd(GETEKEND, VAN_EEN_HANDTEKENING[geval]))
