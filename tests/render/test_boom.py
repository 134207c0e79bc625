"""The vocabulary is closed, and a document is compared by what it says."""

import re
from collections.abc import Callable

import pytest

from dossiergen.errors import SjabloonFout
from dossiergen.render.boom import Boom, inhoud, lees, tekst

KOP = '<article lang="nl" data-soort="formulier" data-afzender="A" data-voet="V"><h1>Titel</h1>'
GEHEIM = "Kowalska"


def document(inhoud_: str) -> str:
    return f"{KOP}{inhoud_}</article>"


def tabel(rijen: str, blok: str = "", kop: str = '<th scope="col">A</th>') -> str:
    attr = f' data-blok="{blok}"' if blok else ""
    return document(f"<table{attr}><thead><tr>{kop}</tr></thead><tbody>{rijen}</tbody></table>")


WEIGERINGEN = {
    "ander element": document(f"<div>{GEHEIM}</div>"),
    "ander attribuut": document(f'<p class="x">{GEHEIM}</p>'),
    "stijl": document(f'<p style="color: red">{GEHEIM}</p>'),
    "link": document(f'<p><a href="x">{GEHEIM}</a></p>'),
    "onbekend blok": document(f'<p data-blok="nieuw">{GEHEIM}</p>'),
    "blok op ander element": document(f'<p data-blok="visie">{GEHEIM}</p>'),
    "colspan": tabel(f'<tr><td colspan="2">{GEHEIM}</td></tr>'),
    "losse tekst in article": document(GEHEIM),
    "losse tekst in section": document(f"<section><h2>K</h2>{GEHEIM}</section>"),
    "losse tekst in ul": document(f"<ul>{GEHEIM}<li>x</li></ul>"),
    "losse tekst in tr": tabel(f"<tr>{GEHEIM}<td>x</td></tr>"),
    "kop overgeslagen": document(f"<section><h3>{GEHEIM}</h3></section>"),
    "twee titels": document(f"<h1>{GEHEIM}</h1>"),
    "geen titel": KOP.replace("<h1>Titel</h1>", "") + f"<p>{GEHEIM}</p></article>",
    "andere wortel": f"<p>{GEHEIM}</p>",
    "lege alinea": document("<p> </p>"),
    "lege kop": document("<section><h2> </h2></section>"),
    "leeg punt": document("<ul><li> </li></ul>"),
    "lege kopcel": tabel("<tr><td>x</td></tr>", kop='<th scope="col"> </th>'),
    "lege lijst": document("<ul></ul>"),
    "lege nadruk": document(f"<p>{GEHEIM} <strong> </strong></p>"),
    "section zonder kop": document(f"<section><p>{GEHEIM}</p></section>"),
    "tabel op tabel": document(
        '<table data-blok="gegevens"><tbody><tr><th scope="row">a</th><td>b</td></tr></tbody></table>' * 2
    ),
    "ongelijke rijen": tabel(f"<tr><td>{GEHEIM}</td><td>y</td></tr>"),
    "th zonder scope": tabel(f"<tr><td>{GEHEIM}</td></tr>", kop="<th>A</th>"),
    "gegevens met thead": tabel(f"<tr><td>{GEHEIM}</td></tr>", blok="gegevens"),
    "gegevens met vier kolommen": document(
        '<table data-blok="gegevens"><tbody><tr><th scope="row">a</th><td>b</td><th scope="row">c</th><td>d</td></tr></tbody></table>'
    ),
    "tabel zonder thead": document(f"<table><tbody><tr><td>{GEHEIM}</td></tr></tbody></table>"),
    "vier handtekeningen": tabel(
        "<tr>" + "<td>x</td>" * 4 + "</tr>", blok="ondertekening", kop='<th scope="col">A</th>' * 4
    ),
    "teken buiten ondertekening": tabel(f'<tr data-soort="teken"><td>{GEHEIM}</td></tr>'),
    "lijn buiten ondertekening": tabel(f'<tr><td data-soort="lijn">{GEHEIM}</td></tr>'),
    "keuze zonder gekozen": document(f'<ul data-blok="keuze"><li>{GEHEIM}</li></ul>'),
    "gekozen buiten keuze": document(f'<ul><li data-gekozen="ja">{GEHEIM}</li></ul>'),
    "gekozen misschien": document(f'<ul data-blok="keuze"><li data-gekozen="misschien">{GEHEIM}</li></ul>'),
    "datum die niet bestaat": document('<p><time datetime="2026-02-30">30 februari</time></p>'),
    "veld zonder pad": document(f'<p data-veld="zaak.yaml">{GEHEIM}</p>'),
    "lege status": document("<p>x</p>").replace("data-soort", 'data-status="" data-soort', 1),
    "geen afzender": document("<p>x</p>").replace('data-afzender="A" ', ""),
    "retour buiten venster": document(f'<p data-blok="retour">{GEHEIM}</p>'),
    "tekst en alinea in een cel": tabel(f"<tr><td>{GEHEIM}<p>x</p></td></tr>"),
    "entiteit": document("<p>&nbsp;</p>"),
    "doctype": f'<!DOCTYPE article [<!ENTITY e "{GEHEIM}">]>' + document("<p>&e;</p>"),
    "instructie": document(f"<?php {GEHEIM} ?>"),
    "naamruimte": document(f'<p xmlns="http://www.w3.org/1999/xhtml">{GEHEIM}</p>'),
    "kapotte xml": document(f"<p>{GEHEIM}"),
}


@pytest.mark.parametrize("geval", WEIGERINGEN)
def test_wat_niet_in_de_woordenschat_staat_wordt_geweigerd(geval: str) -> None:
    """The refusal names the file, and never quotes the document."""
    with pytest.raises(SjabloonFout) as fout:
        lees(WEIGERINGEN[geval], "stuk/sjabloon.html")
    assert fout.value.melding.startswith("stuk/sjabloon.html:")
    assert GEHEIM not in fout.value.melding


def test_een_weigering_noemt_de_regel() -> None:
    """Lines are counted from 1, as editors do."""
    with pytest.raises(SjabloonFout, match=r"^bron:3: "):
        lees(document("\n\n<div>x</div>"), "bron")


def test_wit_tussen_en_in_elementen_telt_niet() -> None:
    """Indentation in a template is no content, and a space on either side of a tag is one space."""
    ruim = document(
        "\n  <p>\n  Een <strong> twee </strong>\n drie. </p>\n <ul>\n <li> vier \n <ul><li>vijf</li></ul></li> </ul>"
    )
    krap = document("<p>Een <strong>twee </strong>drie.</p><ul><li>vier<ul><li>vijf</li></ul></li></ul>")
    assert lees(ruim, "a") == lees(krap, "b")
    assert tekst(lees(ruim, "a")) == "Titel\nEen twee drie.\n•\nvier\n•\nvijf"


def test_merktekens_zijn_tekst() -> None:
    """Numbers, bullets and boxes stand in the text, since that is what a reader hears."""
    html = document(
        '<ol><li>een</li><li>twee</li></ol><ul data-blok="keuze"><li data-gekozen="ja">wel</li><li data-gekozen="nee">niet</li></ul>'
    )
    assert tekst(lees(html, "x")).split("\n") == ["Titel", "1.", "een", "2.", "twee", "☑", "wel", "☐", "niet"]


def _plan(bron: str) -> Boom:
    return lees(bron, "plan")


def test_inhoud_blijft_gelijk_bij_ondertekening_en_status(boom: Callable[[str], Boom]) -> None:
    """Status, field references and the state of a signature are no part of what a document says."""
    bron = document(
        '<p data-veld="zaak.yaml#a">Tekst</p><table data-blok="ondertekening"><thead><tr><th scope="col">Werknemer</th></tr></thead>'
        '<tbody><tr><td>Naam</td></tr><tr data-soort="teken"><td data-soort="lijn">Handtekening:</td></tr></tbody></table>'
    )
    anders = (
        bron.replace('<td data-soort="lijn">Handtekening:</td>', "<td>Ondertekend op 5 maart 2026</td>"),
        bron.replace("data-soort", 'data-status="CONCEPT" data-soort', 1),
        bron.replace(' data-veld="zaak.yaml#a"', ""),
    )
    assert {inhoud(_plan(html)) for html in anders} == {inhoud(_plan(bron))}
    assert inhoud(boom("plan-kort")) != inhoud(boom("plan-vier"))


def test_inhoud_verandert_bij_elke_andere_tekst(boom: Callable[[str], Boom]) -> None:
    """Every text outside the signatures counts, and so do the marks of a choice and the head of the document."""
    bron = document(
        '<p>Alinea</p><ul data-blok="keuze"><li data-gekozen="ja">Optie</li></ul><section><h2>Kop</h2></section>'
        '<table data-blok="ondertekening"><thead><tr><th scope="col">Werknemer</th></tr></thead><tbody><tr><td>Naam</td></tr></tbody></table>'
    )
    woorden = re.findall(r"(?<=>)\w+(?=<)|(?<=data-gekozen=\")ja|(?<=data-voet=\")V", bron)
    anders = [bron.replace(woord, "nee" if woord == "ja" else f"{woord}x", 1) for woord in woorden]
    assert len({inhoud(_plan(html)) for html in [bron, *anders]}) == len(woorden) + 1
    assert len(woorden) == 8
    assert inhoud(boom("brief"))
