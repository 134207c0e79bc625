"""Het leesexemplaar: de labels van elk deel blijven heel, en namen van kopcellen botsen niet."""

from collections import Counter

import pikepdf
from pikepdf import Dictionary, Name, String

from dossiergen.dossier.keuring.structuur import bezwaren
from dossiergen.dossier.pdfbestand import Boekdeel, samengevoegd
from keuringhulp import GOED, beschadigd, geopend, lange_tabel, met_lijnen, pdf_van, tags

DELEN = tuple(
    Boekdeel(f"Deel {nummer}", pdf_van(html), eigen=True)
    for nummer, html in enumerate((GOED, lange_tabel(60), GOED), 1)
)


def test_delen_blijven_heel() -> None:
    """Bezwaar is er alleen van wat één document heeft en een geheel niet: norm, metagegevens, één hoofdkop, alle bladwijzers."""
    regels = {bezwaar.regel for bezwaar in bezwaren(samengevoegd(DELEN, "Leesexemplaar van het verslag"))}

    assert regels == {"norm", "titel", "kop-eerste", "bladwijzers"}


def test_namen_van_kopcellen_zijn_van_een_deel() -> None:
    """Een cel verwijst naar de kop in haar eigen deel."""
    with geopend(samengevoegd(DELEN, "Leesexemplaar")) as pdf:
        namen = Counter(str(kop.ID) for kop in tags(pdf, "TH"))
        verwezen = {str(naam) for cel in tags(pdf, "TD") for naam in cel.A.Headers}
        delen = [str(deel.S) for deel in pdf.Root.StructTreeRoot.K.K]

    assert set(namen.values()) == {1}
    assert verwezen <= set(namen)
    assert {naam.split("-")[0] for naam in verwezen} == {"d1", "d2", "d3"}
    assert delen == ["/Part"] * 3


def test_een_leesexemplaar_heeft_geen_velden() -> None:
    """Een lege plek voor een handtekening verdwijnt; een stempel dat er staat blijft te zien, en blijft gelabeld."""

    def teken(pdf: pikepdf.Pdf) -> None:
        veld = pdf.Root.AcroForm.Fields[0]
        veld.V = pdf.make_indirect(Dictionary(Type=Name.Sig, Contents=String("waarde")))

    delen = [
        pdf_van(met_lijnen("werkgever", "werknemer")),
        beschadigd(pdf_van(met_lijnen("werkgever", "werknemer")), teken),
    ]
    geheel = samengevoegd(
        [Boekdeel("Deel", pdf, eigen=True) for pdf in delen], "Leesexemplaar van het verslag"
    )
    with geopend(geheel) as pdf:
        noten = [[(str(noot.Subtype), str(noot.Contents)) for noot in blad.obj.Annots] for blad in pdf.pages]
        stempel = pdf.pages[1].obj.Annots[0]
        soorten = [len(tags(pdf, soort)) for soort in ("Form", "Annot")]
        ouders = dict(pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree).items())

        assert noten == [[], [("/Stamp", "Handtekening van de werkgever")]]
        assert soorten == [0, 1]
        assert ouders[int(stempel.StructParent)] == tags(pdf, "Annot")[0]
        assert tags(pdf, "Annot")[0].K.Obj == stempel
        assert not {"/V", "/FT", "/T", "/TU"} & set(stempel.keys())
        assert "/AcroForm" not in pdf.Root
    assert {bezwaar.regel for bezwaar in bezwaren(geheel)} == {"norm", "titel", "kop-eerste", "bladwijzers"}
