"""Columns fit what they hold: the same widths for both formats."""

from dataclasses import replace

import pytest

from dossiergen.huisstijl import laad
from dossiergen.render.boom import Element, lees
from dossiergen.render.kolommen import kolombreedtes, labelbreedte
from dossiergen.render.maten import LABELS
from dossiergen.sjablonen import Sjablonen

STIJL = laad("standaard", Sjablonen.standaard())
BREED, LETTER = STIJL.tekstbreedte, STIJL.letter.grootte
OPBOUW = (("datum", "Vanaf"), ("wie", "Uren per week"), ("tekst", "Werkzaamheden"), ("wie", "Loonwaarde"))


def tabel(koppen: tuple[tuple[str, str], ...], *rijen: tuple[str, ...], blok: str = "") -> Element:
    kop = "".join(f'<th scope="col" data-kolom="{soort}">{tekst}</th>' for soort, tekst in koppen)
    lijf = "".join("<tr>" + "".join(f"<td>{cel}</td>" for cel in rij) + "</tr>" for rij in rijen)
    naam = f' data-blok="{blok}"' if blok else ""
    html = f"<table{naam}><thead><tr>{kop}</tr></thead><tbody>{lijf}</tbody></table>"
    return _artikel(html).elementen[1]


def labels(*namen: str) -> Element:
    rijen = "".join(f'<tr><th scope="row">{naam}</th><td>ja</td></tr>' for naam in namen)
    return _artikel(f'<table data-blok="gegevens"><tbody>{rijen}</tbody></table>')


def _artikel(html: str) -> Element:
    begin = '<article lang="nl" data-soort="formulier" data-afzender="A" data-voet="V"><h1>K</h1>'
    return lees(f"{begin}{html}</article>", "x.html").artikel


def breedtes(tabel_: Element, letter: float = LETTER) -> tuple[float, ...]:
    return kolombreedtes(tabel_, replace(STIJL, letter=replace(STIJL.letter, grootte=letter)), LABELS.minst)


@pytest.mark.parametrize("letter", [9.0, 10.5, 13.0])
def test_de_kolommen_vullen_het_blad(letter: float) -> None:
    """Ook met een lang woord, of met meer dan er past."""
    for rijen in (("5 mei 2026", "6", "eigen werk", "ja"), ("", "", "Verantwoordelijkheidszorg" * 4, "nee")):
        assert sum(breedtes(tabel(OPBOUW, rijen), letter)) == pytest.approx(BREED)


def test_wat_over_is_gaat_naar_de_lopende_tekst() -> None:
    """Uren per week is een getal, en krijgt niet meer dan zijn kop nodig heeft."""
    vanaf, uren, werk, loon = breedtes(
        tabel(OPBOUW, ("16 september 2026", "12", "zorgplannen bijwerken", "ja"))
    )
    assert vanaf + uren + loon < BREED / 2 < werk + 10
    assert uren < 26


def test_alineas_in_een_cel_tellen_elk_apart() -> None:
    """Tien korte regels onder elkaar maken een kolom niet breed."""
    koppen = (("tekst", "Onderdeel"), ("tekst", "In welk stuk"))
    lang = "Oordeel van werkgever en bedrijfsarts over de arbeidsrelatie en over het verloop van het verzuim"
    kort = "".join(f"<p>Bijstelling {n}</p>" for n in range(10))
    onderdeel, stuk = breedtes(tabel(koppen, (lang, kort), (lang, "Actueel oordeel")))
    assert onderdeel > 2 * stuk


def test_de_breedtes_maken_de_tabel_laag() -> None:
    """Een kolom met weinig tekst staat geen ruimte af die een andere nodig heeft."""
    koppen = (("tekst", "Wat"), ("tekst", "Hoe"))
    wat, hoe = breedtes(tabel(koppen, ("een kort antwoord", "een veel langer antwoord " * 8)))
    assert wat < BREED / 4
    assert hoe > BREED / 2


def test_de_kenmerken_van_een_brief_zijn_even_breed() -> None:
    """Tenzij er een niet in past: dan is het wit ertussen gelijk."""
    koppen = (("datum", "Datum"), ("tekst", "Ons kenmerk"), ("tekst", "Contact"))
    assert len(set(breedtes(tabel(koppen, ("5 mei 2026", "2026-0012", "A. Bos"), blok="kenmerken")))) == 1
    lang = breedtes(
        tabel(koppen, ("5 mei 2026", "2026-0012", "Mevrouw " + "van Boven" * 5), blok="kenmerken")
    )
    assert lang[2] > lang[0]


def test_de_labels_van_een_document_zijn_even_breed() -> None:
    """Zo breed als het langste, binnen grenzen; een langer label krijgt twee regels."""
    kort, gewoon, lang = (
        labelbreedte(labels(naam), STIJL) for naam in ("Adres", "Medische informatie van", "Langer " * 20)
    )
    assert (kort, lang) == (LABELS.minst, LABELS.meest)
    assert kort <= gewoon < lang
