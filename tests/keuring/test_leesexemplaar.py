"""Het leesexemplaar: de labels van elk deel blijven heel, en namen van kopcellen botsen niet."""

from collections import Counter

from dossiergen.dossier.keuring.structuur import bezwaren
from dossiergen.dossier.pdfbestand import Boekdeel, samengevoegd
from keuringhulp import GOED, geopend, lange_tabel, pdf_van, tags

DELEN = tuple(
    Boekdeel(f"Deel {nummer}", pdf_van(html), eigen=True)
    for nummer, html in enumerate((GOED, lange_tabel(60), GOED), 1)
)


def test_delen_blijven_heel() -> None:
    """Bezwaar is er alleen van wat één document heeft en een bundel niet: norm, metagegevens, één hoofdkop, alle bladwijzers."""
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
