"""Een lijn van een partij krijgt in de PDF een veld om in te tekenen; in Word blijft zij een lijn."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from dossiergen.dossier.keuring.structuur import bezwaren
from dossiergen.errors import SjabloonFout
from dossiergen.render.boom import inhoud, lees
from dossiergen.render.docx import DocxSchrijver
from dossiergen.render.pdf import PdfSchrijver
from keuringhulp import EIGENSCHAPPEN, KOP, PARTIJEN, STIJLEN, geopend, met_lijnen, pdf_van, schrijver, tags
from lezers import poppler

Stijl = Callable[[str], Any]
BRIEF = (
    f'{KOP}<p>Tekst.</p><table data-blok="ondertekening"><thead><tr><th scope="col">A. de Boer</th>'
    '<th scope="col">Handtekening</th></tr></thead><tbody><tr data-soort="teken"><td><p>Bedrijfsarts</p></td>'
    '<td data-soort="lijn" data-partij="bedrijfsarts"></td></tr></tbody></table></article>'
)
MM = 72 / 25.4


def velden(pdf: bytes) -> list[dict[str, Any]]:
    """Wat elk veld zegt, in de volgorde van het formulier."""
    with geopend(pdf) as bestand:
        return [
            {
                "naam": str(veld.T),
                "woorden": (str(veld.TU), str(veld.Contents)),
                "soort": (str(veld.FT), str(veld.Subtype), int(veld.F)),
                "vak": tuple(float(maat) for maat in veld.Rect),
                "beeld": (veld.AP.N.read_bytes(), [float(maat) for maat in veld.AP.N.BBox]),
            }
            for veld in bestand.Root.AcroForm.Fields
        ]


@pytest.mark.parametrize("stijl", STIJLEN)
@pytest.mark.parametrize("partijen", [PARTIJEN[2:], PARTIJEN[:2], PARTIJEN])
def test_elke_lijn_van_een_partij_is_een_veld(partijen: tuple[str, ...], stijl: str) -> None:
    """Ruim genoeg voor een stempel, naast elkaar, met een leeg beeld; en het document blijft zoals het moet zijn."""
    pdf = pdf_van(met_lijnen(*partijen), stijl)
    gevonden = velden(pdf)

    assert [veld["naam"] for veld in gevonden] == [f"handtekening-{partij}" for partij in partijen]
    assert [veld["woorden"] for veld in gevonden] == [
        (f"Handtekening van de {partij}",) * 2 for partij in partijen
    ]
    assert {veld["soort"] for veld in gevonden} == {("/Sig", "/Widget", 132)}
    for veld in gevonden:
        links, onder, rechts, boven = veld["vak"]
        assert rechts - links >= 40 * MM
        assert boven - onder >= 13 * MM
        assert veld["beeld"] == (b"", [0, 0, round(rechts - links, 3), round(boven - onder, 3)])
    assert bezwaren(pdf) == ()


@pytest.mark.parametrize("stijl", STIJLEN)
def test_een_brief_heeft_een_veld_naast_de_naam(stijl: str) -> None:
    """In een lege cel, die dan niet meer leeg is."""
    pdf = pdf_van(BRIEF, stijl)

    assert [veld["naam"] for veld in velden(pdf)] == ["handtekening-bedrijfsarts"]
    assert bezwaren(pdf) == ()


def test_een_veld_staat_in_de_labels_achter_zijn_woorden() -> None:
    """TD > Form > OBJR, en de tabel van ouders leidt van het veld terug naar dat label."""
    with geopend(pdf_van(met_lijnen(*PARTIJEN))) as pdf:
        ouders = pdf.Root.StructTreeRoot.ParentTree.Nums
        per_sleutel = {int(ouders[plaats]): ouders[plaats + 1] for plaats in range(0, len(ouders), 2)}
        for label, veld in zip(tags(pdf, "Form"), pdf.Root.AcroForm.Fields, strict=True):
            assert label.P.S == "/TD"
            assert label.P.K[-1] == label
            assert (label.K.Type, label.K.Obj, label.K.Pg) == ("/OBJR", veld, pdf.pages[0].obj)
            assert per_sleutel[int(veld.StructParent)] == label
            assert pdf.pages[0].obj == veld.P
        assert int(pdf.Root.StructTreeRoot.ParentTreeNextKey) == len(per_sleutel) == 4
        assert set(pdf.Root.AcroForm.keys()) == {"/Fields"}


def test_wie_luistert_hoort_hetzelfde() -> None:
    """Het veld voegt geen tekst toe aan wat wordt voorgelezen."""
    met = poppler("pdfinfo", pdf_van(met_lijnen("werknemer")), "-struct-text")
    zonder = poppler(
        "pdfinfo", pdf_van(met_lijnen("werknemer").replace(' data-partij="werknemer"', "")), "-struct-text"
    )

    assert [regel for regel in met.splitlines() if '"' in regel] == [
        regel for regel in zonder.splitlines() if '"' in regel
    ]
    assert "Form" in met
    assert "Form" not in zonder


def test_een_lijn_zonder_partij_is_geen_veld() -> None:
    """Een concept, en een brief die alleen op papier wordt getekend."""
    html = met_lijnen("werknemer").replace(' data-partij="werknemer"', "")
    with geopend(pdf_van(html)) as pdf:
        assert "/AcroForm" not in pdf.Root
        assert "/Annots" not in pdf.pages[0].obj


def test_dezelfde_bytes_voor_dezelfde_boom() -> None:
    """Ook met velden."""
    boom = lees(met_lijnen(*PARTIJEN), "x")

    assert schrijver().schrijf(boom, EIGENSCHAPPEN) == schrijver().schrijf(boom, EIGENSCHAPPEN)


def test_word_en_de_inhoud_weten_van_geen_veld(stijl: Stijl) -> None:
    """Wie er tekent is geen deel van wat er staat."""
    met = lees(met_lijnen(*PARTIJEN), "x")
    html = met_lijnen(*PARTIJEN)
    for partij in PARTIJEN:
        html = html.replace(f' data-partij="{partij}"', "")
    zonder = lees(html, "x")

    assert met != zonder
    assert inhoud(met) == inhoud(zonder)
    word = [DocxSchrijver(stijl("standaard")).schrijf(boom, EIGENSCHAPPEN) for boom in (met, zonder)]
    assert word[0] == word[1]


def test_een_huisstijl_zonder_ruimte_wordt_geweigerd(stijl: Stijl) -> None:
    """Een veld waar geen stempel in past is geen plaats voor een handtekening."""
    laag = stijl("standaard")
    laag = replace(
        laag,
        css=f'{laag.css}\n[data-blok="ondertekening"] td[data-soort="lijn"] {{ height: 9mm }}',
    )
    with pytest.raises(SjabloonFout, match="te weinig ruimte voor een handtekening"):
        PdfSchrijver(laag).schrijf(lees(met_lijnen("werknemer"), "x"), EIGENSCHAPPEN)


@pytest.mark.parametrize(
    ("van", "naar", "zin"),
    [
        ('data-partij="werkgever"', 'data-partij="werknemer"', "een partij heeft één lijn"),
        ('data-partij="werkgever"', 'data-partij="casemanager"', "data-partij"),
        (
            'data-soort="lijn" data-partij="werkgever"',
            'data-partij="werkgever"',
            "data-partij hoort bij een lijn",
        ),
        ('<tr data-soort="teken">', "<tr>", "data-partij hoort in een rij met data-soort=teken"),
    ],
)
def test_een_partij_staat_bij_haar_eigen_lijn(van: str, naar: str, zin: str) -> None:
    """En nergens anders."""
    with pytest.raises(SjabloonFout, match=zin):
        lees(met_lijnen("werkgever", "werknemer").replace(van, naar, 1), "x")
