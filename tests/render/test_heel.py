"""What no line may break: names that the case knows, and figures with their word."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from dossiergen.huisstijl import laad
from dossiergen.render.boom import lees
from dossiergen.render.docx import DocxSchrijver
from dossiergen.render.eigenschappen import Eigenschappen
from dossiergen.render.heel import VAST_WIT, Heel
from dossiergen.render.pdf import PdfSchrijver
from dossiergen.sjablonen import Sjablonen
from lezers import W, docx_deel, gebroken_woorden, zonder_wit

NAMEN = (
    "J.C. de Bruijn-Claessens",
    "de Bruijn-Claessens",
    "Bruijn-Claessens",
    "Heuvelrand",
    "Kalverstraat 1",
    "Mr. Kerkhof laan 3",
    "Kerkhof",
)
HELE = {
    "naam": ("Ik sprak mevrouw J.C. de Bruijn-Claessens gisteren.", ["J.C. de Bruijn-Claessens"]),
    "titel": ("Aan dr. J.C. de Bruijn-Claessens.", ["dr. J.C. de Bruijn-Claessens"]),
    "onbekende naam": ("Van prof. dr. A. Voorbeeld.", ["prof. dr. A. Voorbeeld"]),
    "woord van een naam": ("Stichting Heuvelrand betaalt.", ["Heuvelrand"]),
    "naam in een woord": ("Heuvelrandbeleid is geen naam.", []),
    "datum": ("Op 3 maart 2026 om 9 uur.", ["3 maart", "9 uur"]),
    "bedrag": ("Kosten: € 1.250,00 per jaar.", ["€ 1.250,00"]),
    "artikel": ("Zie artikel 7:660a en lid 2.", ["artikel 7:660a", "lid 2"]),
    "adres": ("Kalverstraat 1, 6411 AB Heerlen", ["Kalverstraat 1", "6411 AB Heerlen"]),
    "straat met een titel": ("Het adres is Mr. Kerkhof laan 3.", ["Mr. Kerkhof laan 3"]),
    "e-mail": ("Via casemanagement@limburgflex.example.", ["casemanagement@limburgflex.example"]),
    "telefoon": ("Bel 043-555 02 11.", ["043-555 02 11"]),
    "ter attentie van": ("t.a.v. M. Hendriks", ["t.a.v. M. Hendriks"]),
}
LANGE_ZIN = (
    "De arbeidsdeskundige verzuimbegeleiding van Samenwerkingsverband Verantwoordelijkheidszorg "
    "bespreekt re-integratiemogelijkheden met mevrouw Vertrouwensarbeid-Werkgelegenheid en collega's. "
)


@pytest.mark.parametrize("soort", HELE)
def test_dit_blijft_heel(soort: str) -> None:
    zin, bedoeld = HELE[soort]
    assert [deel for deel, heel in Heel(NAMEN).delen(zin) if heel] == bedoeld


@given(st.text(max_size=200), st.lists(st.text(min_size=1, max_size=30), max_size=5))
def test_de_tekst_zelf_verandert_niet(tekst: str, namen: list[str]) -> None:
    """De delen samen zijn de tekst; met vast wit verschilt alleen het soort spatie."""
    heel = Heel(namen)
    assert "".join(deel for deel, _ in heel.delen(tekst)) == tekst
    assert heel.met_vast_wit(tekst).replace(VAST_WIT, " ") == tekst.replace(VAST_WIT, " ")


@given(st.sampled_from(range(1, 40)))
def test_een_naam_wordt_nergens_afgebroken(aanloop: int) -> None:
    """Waar de naam ook in de regel valt: geen regel eindigt midden in een naam."""
    namen = ("Verantwoordelijkheidszorg", "Samenwerkingsverband", "Vertrouwensarbeid-Werkgelegenheid")
    html = '<article lang="nl" data-soort="formulier" data-afzender="A" data-voet="V"><h1>K</h1><p>{}</p></article>'
    boom = lees(html.format("x" * aanloop + " " + LANGE_ZIN * 3), "x.html")
    met, zonder = (
        gebroken_woorden(_SCHRIJVER.schrijf(boom, replace(_EIGENSCHAPPEN, namen=zo))) for zo in (namen, ())
    )

    assert not set(namen) & met
    assert zonder


def test_in_word_staat_afbreken_uit_waar_een_naam_staat() -> None:
    """En wat bij elkaar hoort krijgt vast wit, behalve in een veld: wat daar staat, gaat terug naar de zaak."""
    html = (
        '<article lang="nl" data-soort="formulier" data-afzender="A" data-voet="V"><h1>K</h1>'
        "<p>Mevrouw J.C. de Bruijn-Claessens werkt 12 uur.</p><p>Gewone tekst van 3 maart.</p>"
        '<p data-veld="zaak.yaml#x">Over J.C. de Bruijn-Claessens.</p></article>'
    )
    word = DocxSchrijver(_STIJL).schrijf(lees(html, "x.html"), replace(_EIGENSCHAPPEN, namen=NAMEN))
    alineas = list(etree.fromstring(docx_deel(word, "word/document.xml")).iter(f"{W}p"))[1:]
    gevonden = [
        ("".join(t.text or "" for t in p.iter(f"{W}t")), p.find(f"{W}pPr/{W}suppressAutoHyphens") is not None)
        for p in alineas
    ]

    assert gevonden == [
        ("Mevrouw J.C.~de~Bruijn-Claessens werkt 12~uur.".replace("~", VAST_WIT), True),
        (f"Gewone tekst van 3{VAST_WIT}maart.", False),
        ("Over J.C. de Bruijn-Claessens.", True),
    ]
    assert zonder_wit(gevonden[0][0]) == "MevrouwJ.C.deBruijn-Claessenswerkt12uur."


_EIGENSCHAPPEN = Eigenschappen("Titel", "A", date(2026, 2, 26))
_STIJL = laad("standaard", Sjablonen.standaard())
_SCHRIJVER = PdfSchrijver(_STIJL)
