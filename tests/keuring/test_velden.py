"""De keuring van velden voor een handtekening vindt elk gebrek."""

from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from dossiergen.dossier.keuring.structuur import bezwaren
from keuringhulp import PARTIJEN, beschadigd, met_lijnen, pdf_van, tags

Breek = Callable[[pikepdf.Pdf], object]
PDF = pdf_van(met_lijnen(*PARTIJEN))


def _veld(**waarden: object) -> Breek:
    """Verander het eerste veld."""

    def breek(pdf: pikepdf.Pdf) -> None:
        for naam, waarde in waarden.items():
            pdf.Root.AcroForm.Fields[0][f"/{naam}"] = waarde

    return breek


def _zonder(naam: str) -> Breek:
    return lambda pdf: pdf.Root.AcroForm.Fields[0].__delitem__(f"/{naam}")


def _formulier(**waarden: object) -> Breek:
    def breek(pdf: pikepdf.Pdf) -> None:
        for naam, waarde in waarden.items():
            pdf.Root.AcroForm[f"/{naam}"] = waarde

    return breek


def _los_veld(pdf: pikepdf.Pdf) -> None:
    """Een veld op het blad dat in geen formulier staat."""
    pdf.Root.AcroForm.Fields = Array(list(pdf.Root.AcroForm.Fields)[1:])


def _veld_zonder_blad(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Annots = Array(list(pdf.pages[0].obj.Annots)[1:])


def _label_naar_een_ander(pdf: pikepdf.Pdf) -> None:
    een, ander, _ = tags(pdf, "Form")
    een.K.Obj = ander.K.Obj


def _label_weg(pdf: pikepdf.Pdf) -> None:
    cel = tags(pdf, "Form")[0].P
    cel.K = Array(list(cel.K)[:-1])


def _lege_form(pdf: pikepdf.Pdf) -> None:
    tags(pdf, "Form")[0].K = Array()


def _ouder_weg(pdf: pikepdf.Pdf) -> None:
    nummers = pdf.Root.StructTreeRoot.ParentTree.Nums
    pdf.Root.StructTreeRoot.ParentTree.Nums = Array(list(nummers)[:2])


def _andere_plaats(links: float, onder: float, rechts: float, boven: float) -> Breek:
    return _veld(Rect=Array([links, onder, rechts, boven]))


def _ander_beeld(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AcroForm.Fields[0].AP = Dictionary(N=Dictionary(Ja=pdf.make_stream(b"")))


def _tweede_beeld(pdf: pikepdf.Pdf) -> None:
    beelden = pdf.Root.AcroForm.Fields[0].AP
    beelden.R = beelden.N


GEBREKEN: dict[str, tuple[tuple[str, Breek], ...]] = {
    "formulier": (
        ("zonder beelden", _formulier(NeedAppearances=True)),
        ("XFA", _formulier(XFA=Array())),
        ("volgorde van berekenen", _formulier(CO=Array())),
        ("lettertype voor alle velden", _formulier(DA=String("/Helv 0 Tf"))),
        ("bronnen voor alle velden", _formulier(DR=Dictionary())),
        ("veld buiten het formulier", _los_veld),
        ("veld buiten de bladzijden", _veld_zonder_blad),
        ("geen formulier", lambda pdf: pdf.Root.__delitem__("/AcroForm")),
        ("een leeg formulier", lambda pdf: pdf.Root.AcroForm.__setitem__("/Fields", Array())),
        ("velden zonder lijst", _formulier(Fields=Dictionary())),
        ("geen veld maar een getal", lambda pdf: pdf.Root.AcroForm.Fields.append(3)),
    ),
    "veld-soort": (
        ("tekst", _veld(FT=Name.Tx)),
        ("geen soort", _zonder("FT")),
        ("knop", _veld(FT=Name.Btn)),
        ("naam van een ander", _veld(T=String("handtekening"))),
        ("naam van een onbekende", _veld(T=String("handtekening-uwv"))),
        ("dezelfde naam", _veld(T=String("handtekening-werknemer"))),
        ("programma", _veld(AA=Dictionary())),
        ("deel van een ander veld", _veld(Parent=Dictionary(FT=Name.Sig))),
    ),
    "veld-label": (
        ("label naar een ander veld", _label_naar_een_ander),
        ("geen label", _label_weg),
        ("label zonder veld", _lege_form),
        ("geen nummer", _zonder("StructParent")),
        ("nummer van een ander", _veld(StructParent=2)),
        ("niet in de tabel van ouders", _ouder_weg),
        ("geen Form", lambda pdf: tags(pdf, "Form")[0].__setitem__("/S", Name.Span)),
    ),
    "veld-woorden": (
        ("geen TU", _zonder("TU")),
        ("geen Contents", _zonder("Contents")),
        ("leeg", _veld(TU=String(" "))),
    ),
    "veld-beeld": (
        ("geen", _zonder("AP")),
        ("per stand", _ander_beeld),
        ("een tweede", _tweede_beeld),
        ("verborgen", _veld(F=134)),
        ("niet te zien", _veld(F=132 | 32)),
        ("niet op papier", _veld(F=128)),
        ("zonder vlaggen", _zonder("F")),
    ),
    "veld-plaats": (
        ("buiten het blad", _andere_plaats(-200, 600, -20, 640)),
        ("over tekst", _andere_plaats(70, 640, 210, 700)),
        ("over een ander veld", _andere_plaats(100, 606.7, 300, 646.8)),
        ("te klein", _andere_plaats(0, 0, 0, 0)),
        ("geen plaats", _zonder("Rect")),
        ("geen blad", _zonder("P")),
    ),
}


@pytest.mark.parametrize("ding", [3, None, String("x"), Array()], ids=["getal", "niets", "tekst", "lijst"])
def test_een_aantekening_die_er_geen_is_heeft_geen_label(ding: object) -> None:
    """Wat er ook in de lijst van een bladzijde staat: een bezwaar, en geen fout."""

    def breek(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Annots.append(ding)

    assert "aantekening" in _namen(beschadigd(PDF, breek))


def _namen(pdf: bytes) -> set[str]:
    return {bezwaar.regel for bezwaar in bezwaren(pdf)}


def test_goede_velden_hebben_geen_bezwaren() -> None:
    assert _namen(PDF) == set()
    assert _namen(beschadigd(PDF, lambda _: None)) == set()


@pytest.mark.parametrize(
    ("regel", "breek"),
    [
        pytest.param(regel, breek, id=f"{regel}: {wat}")
        for regel, gevallen in GEBREKEN.items()
        for wat, breek in gevallen
    ],
)
def test_elke_controle_vindt_haar_gebrek(regel: str, breek: Breek) -> None:
    """Een goed formulier waar één ding aan is veranderd."""
    assert regel in _namen(beschadigd(PDF, breek))
