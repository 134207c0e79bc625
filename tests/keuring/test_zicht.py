"""Wat in de labels staat, is ook te zien: op het blad, groot genoeg, in een kleur die opvalt, en niet bedekt."""

import pikepdf
import pytest

from keuringhulp import LETTERS_VAN_LOS, VAN_HET_OOG, beschadigd, los, regels_van

VERSTOPT = (
    ("p { color: #fff }", "kleur"),
    ("p { color: #999 }", "kleur"),
    ("p { color: rgba(0, 0, 0, .02) }", "kleur"),
    ("td { background: #000 }", "kleur"),
    ("tr { background: #fff; color: #fff } td { background: rgba(0, 0, 0, .1) }", "kleur"),
    ("p { font-size: .1pt }", "te-klein"),
    ("p { transform: scale(.1) }", "te-klein"),
    ("p { margin-left: -400mm }", "buiten-beeld"),
    ("p { text-indent: -9999px }", "buiten-beeld"),
    ("p { white-space: nowrap; margin-left: 170mm }", "buiten-beeld"),
    ("p { height: 1mm; overflow: hidden }", "buiten-beeld"),
    ("div { height: 60mm; overflow: hidden } .b { margin-top: 70mm }", "buiten-beeld"),
    ("table { margin-top: -15mm; padding-top: 15mm; background: #fff; position: relative }", "bedekt"),
    ("p { line-height: 0; margin: 0 }", "over-elkaar"),
)


@pytest.mark.parametrize(("css", "regel"), VERSTOPT)
def test_wat_wordt_voorgelezen_is_ook_te_zien(css: str, regel: str) -> None:
    """Een stijlblad kan tekst in de labels laten staan, en toch van het blad halen."""
    html = (
        "<h1>Een brief</h1><div><p>Eerst dit.</p><p class=b>Dan dat.</p></div><table><thead><tr><th>Wie</th><th>Wat</th>"
        "</tr></thead><tbody><tr><td>een</td><td>twee</td></tr></tbody></table>"
    )
    assert VAN_HET_OOG.isdisjoint(regels_van(los(html), LETTERS_VAN_LOS))
    assert VAN_HET_OOG & regels_van(los(html, css), LETTERS_VAN_LOS) == {regel}


@pytest.mark.parametrize("wijze", [1, 3, 5, 7])
def test_letters_die_niet_worden_gevuld_zijn_er_voor_het_oog_niet(wijze: int) -> None:
    """Zij staan in de labels en op hun plek, en niemand ziet ze."""

    def verberg(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].Contents.write(b"%d Tr\n" % wijze + pdf.pages[0].Contents.read_bytes())

    pdf = los("<h1>Een brief</h1><p>Eerst dit.</p>")
    assert VAN_HET_OOG.isdisjoint(regels_van(pdf, LETTERS_VAN_LOS))
    assert "kleur" in regels_van(beschadigd(pdf, verberg), LETTERS_VAN_LOS)


@pytest.mark.parametrize(
    "css",
    [
        "table { background: #fff } td { color: #333; background: #f3f6f9 }",
        "h1 { color: #fff; background: #154273 }",
        "div { overflow: hidden }",
        "p { line-height: 1 }",
    ],
)
def test_wat_anders_staat_en_te_lezen_is_mag(css: str) -> None:
    html = "<h1>Een brief</h1><div><p>Eerst dit, dat jq heeft.</p><p>ÉÄ dat.</p></div>"
    html += "<table><thead><tr><th>Wie</th></tr></thead><tbody><tr><td>een</td></tr></tbody></table>"
    assert VAN_HET_OOG.isdisjoint(regels_van(los(html, css), LETTERS_VAN_LOS))
