"""What is drawn up at the end: actueel oordeel, eindevaluatie, medische informatie."""

from collections.abc import Callable
from typing import Any

import pytest

from dossiergen.dossier.werkplaats import Ontwerp, Werkplaats
from dossiergen.errors import VerborgenVeld
from dossiergen.inzage import projecteer
from dossiergen.zaak import Doelgroep, Stuk, Zaak
from lezers import docx_tekst, poppler, zonder_wit
from stukkenhulp import koppen, medisch, na, onderdeel, stuk_van

ZaakVan = Callable[[str], Zaak]
RegelsVan = Callable[[Zaak, Stuk], list[str]]
OntwerpVan = Callable[[Zaak, Stuk], Ontwerp]
Met = Callable[..., Any]
Tekst = Callable[[Stuk], list[str]]


def oordeel(**velden: Any) -> Stuk:
    kaal = {
        "datum": "2027-09-13", "opsteller": "a-de-boer", "spreekuur_op": "2027-09-09", "belastbaarheid": {},
        "mogelijkheden": {"benutbaar": "ja"}, "einddoel": "eigen_werk", "verloop": "De uren zijn opgebouwd.",
    }  # fmt: skip
    return stuk_van("actueel-oordeel", **{**kaal, **velden})


def eind(**velden: Any) -> Stuk:
    kaal = {"datum": "2027-09-27", "opsteller": "s-de-wit", "einddoel": "eigen_werk"}
    return stuk_van("eindevaluatie", **{**kaal, **velden})


@pytest.fixture(name="tekst")
def _tekst(zaak: ZaakVan, regels_van: RegelsVan) -> Tekst:
    return lambda stuk: regels_van(zaak("2026-0012"), stuk)


def test_het_actueel_oordeel_heeft_de_onderdelen_van_de_wet(tekst: Tekst) -> None:
    """Ook als de bedrijfsarts nog niet overal over oordeelt."""
    regels = tekst(oordeel())

    assert koppen(regels) == [
        "Partijen",
        "Functie en bekwaamheden",
        "Verzuim",
        "Verloop van de ongeschiktheid",
        "Belastbaarheid",
        "Benutbare mogelijkheden",
        "Prognose",
        "Einddoel",
        "Oordeel van de bedrijfsarts",
        "Ondertekening",
    ]
    assert onderdeel(regels, "Verzuim") == [
        "Periode 1", "vanaf 5 januari 2026",
        "Werkt nu", "20 uur per week, eigen werk, aangepast (vanaf 13 april 2026)",
    ]  # fmt: skip
    assert onderdeel(regels, "Verloop van de ongeschiktheid") == ["De uren zijn opgebouwd."]
    assert onderdeel(regels, "Oordeel van de bedrijfsarts") == [
        "De arbeidsrelatie", "De bedrijfsarts heeft hierover geen oordeel gegeven.",
        "Passende arbeid bij de werkgever", "De bedrijfsarts heeft hierover geen oordeel gegeven.",
    ]  # fmt: skip


OORDELEN = {
    "arbeidsrelatie": {"oordeel": "voldoende", "toelichting": "Men spreekt elkaar."},
    "passende_arbeid": {"aanwezig": "nee", "toelichting": "Al het werk is te zwaar."},
}
OORDEELREGELS = [
    "De arbeidsrelatie", "☐", "Goed", "☑", "Voldoende", "☐", "Verstoord", "Men spreekt elkaar.",
    "Passende arbeid bij de werkgever",
    "☐", "Er is passende arbeid bij de werkgever", "☑", "Er is geen passende arbeid bij de werkgever",
    "Al het werk is te zwaar.",
]  # fmt: skip


@pytest.mark.parametrize(("maak", "wie"), [(oordeel, "bedrijfsarts"), (eind, "werkgever")])
def test_ieder_oordeelt_zelf_over_arbeidsrelatie_en_passende_arbeid(
    tekst: Tekst, maak: Callable[..., Stuk], wie: str
) -> None:
    """De bedrijfsarts in het actueel oordeel, de werkgever in de eindevaluatie: beide met alle keuzes."""
    assert onderdeel(tekst(maak(**OORDELEN)), f"Oordeel van de {wie}") == OORDEELREGELS


def test_het_actueel_oordeel_zegt_hoe_ver_het_einddoel_is(tekst: Tekst) -> None:
    """Bevestigd of nieuw, en de stand in woorden."""
    regels = onderdeel(tekst(oordeel(stand_einddoel="Nog acht uur te gaan.")), "Einddoel")

    assert regels[-3:] == [
        "Dit einddoel is nieuw. Op 12 februari 2026 was het: aangepast eigen werk bij de eigen werkgever.",
        "Hoe ver het einddoel is",
        "Nog acht uur te gaan.",
    ]
    assert "Hoe ver het einddoel is" not in tekst(oordeel())


def test_een_kale_eindevaluatie_zegt_wat_er_niet_is(tekst: Tekst) -> None:
    """Geen kop zonder tekst, en niets wat lijkt op een oordeel."""
    regels = tekst(eind())

    assert "Vermeld in dit formulier geen medische gegevens" in regels[regels.index("1 Partijen") - 1]
    assert regels[regels.index("2 Stand van de re-integratie") : regels.index("4 Einddoel")] == [
        "2 Stand van de re-integratie",
        "Werkt nu", "20 uur per week, eigen werk, aangepast (vanaf 13 april 2026)",
        "3 Resultaat per spoor",
        "Over het resultaat is nog niets opgenomen.",
    ]  # fmt: skip
    assert regels[regels.index("Is het einddoel gehaald?") : regels.index("7 Ondertekening")] == [
        "Is het einddoel gehaald?", "Niet ingevuld.",
        "5 Oordeel van de werkgever",
        "De arbeidsrelatie", "De werkgever heeft hierover geen oordeel gegeven.",
        "Passende arbeid bij de werkgever", "De werkgever heeft hierover geen oordeel gegeven.",
        "6 Hoe partijen de re-integratie zien",
        "Visie van de werkgever", "De visie van de werkgever is nog niet opgenomen.",
        "Visie van de werknemer", "De visie van de werknemer is nog niet opgenomen.",
    ]  # fmt: skip


def test_het_resultaat_staat_per_spoor(tekst: Tekst) -> None:
    """Met de naam van het spoor, en of het einddoel is gehaald."""
    regels = tekst(
        eind(
            sporen=[
                {"spoor": "1", "resultaat": "Uren opgebouwd."},
                {"spoor": "2", "resultaat": "Een\n\ntwee."},
            ],
            einddoel_gehaald="ja",
            einddoel_gehaald_toelichting="De plek is vast.",
        )
    )

    assert onderdeel(regels, "Resultaat per spoor") == [
        "Spoor 1, bij de eigen werkgever", "Uren opgebouwd.",
        "Spoor 2, bij een andere werkgever", "Een", "twee.",
    ]  # fmt: skip
    assert onderdeel(regels, "Einddoel")[-6:] == [
        "Is het einddoel gehaald?", "☑", "Ja", "☐", "Nee", "De plek is vast.",
    ]  # fmt: skip


def test_de_aard_van_het_bedrijf_is_die_van_het_stuk_of_van_de_werkgever(
    zaak: ZaakVan, met: Met, tekst: Tekst, regels_van: RegelsVan
) -> None:
    """Staat zij nergens, dan staat er geen regel."""
    een = zaak("2026-0012")
    org = een.organisaties
    werkgever = met(org.werkgevers["limburg-flex"], aard_bedrijf=None)
    zonder = met(een, organisaties=met(org, werkgevers={"limburg-flex": werkgever}))

    assert na(tekst(eind()), "Aard van het bedrijf") == "uitzenden en detacheren van logistiek personeel"
    assert na(tekst(eind(aard_bedrijf="Opslag\nen vervoer.")), "Aard van het bedrijf") == "Opslag en vervoer."
    assert "Aard van het bedrijf" not in regels_van(zonder, eind())


@pytest.mark.parametrize(
    ("naam", "lezers", "tekenaars"),
    [
        ("actueel-oordeel", ["werknemer", "werkgever", "uwv"], ["bedrijfsarts"]),
        ("eindevaluatie", ["werknemer", "werkgever", "bedrijfsarts", "uwv"], ["werkgever", "werknemer"]),
        ("medische-informatie", ["werknemer"], ["bedrijfsarts"]),
    ],
)
def test_wie_een_slotstuk_leest_en_tekent(
    werkplaats: Werkplaats, naam: str, lezers: list[str], tekenaars: list[str]
) -> None:
    """Alle drie gaan naar UWV; de medische informatie alleen in handen van de werknemer."""
    vorm = werkplaats.vormen[naam]

    assert ([lezer.value for lezer in vorm.voor], vorm.voor_uwv) == (lezers, True)
    assert [partij.value for partij in vorm.ondertekenaars] == tekenaars


def test_medische_informatie_zegt_eerst_voor_wie_zij_is(tekst: Tekst) -> None:
    """De waarschuwing staat boven alles wat over de werknemer gaat."""
    regels = tekst(medisch())

    assert regels[2:6] == [
        "Dit document is alleen voor u en voor de verzekeringsarts van UWV.",
        "U stuurt het zelf naar UWV als u een WIA-uitkering aanvraagt, of eerder als UWV erom vraagt. Doe het in een gesloten envelop en schrijf daarop ‘Medisch geheim’. In de brief van UWV staat het adres, of hoe u het anders kunt inleveren. Bewaar zelf een kopie.",
        "Geef het niet aan uw werkgever. Uw werkgever mag dit document niet hebben en niet lezen.",
        "Werknemer",
    ]
    assert na(regels, "BSN") == "999990019"


def test_medische_informatie_heeft_alleen_de_onderdelen_die_er_zijn(tekst: Tekst) -> None:
    """Zes mogelijke onderdelen; is er geen, dan staat dat er."""
    delen = {
        "diagnose": "D.", "behandeling": "Een.\n\nTwee.", "beloop": "V.",
        "beperkingen": "B.", "prognose": "P.", "onderliggende_gegevens": "O.",
    }  # fmt: skip
    namen = [
        "Diagnose",
        "Behandeling",
        "Beloop",
        "Beperkingen en mogelijkheden",
        "Prognose",
        "Onderliggende gegevens",
    ]

    assert koppen(tekst(medisch(**delen))) == ["Over u en uw bedrijfsarts", *namen, "Ondertekening"]
    assert onderdeel(tekst(medisch(**delen)), "Behandeling") == ["Een.", "Twee."]
    for naam, kop in zip(delen, namen, strict=True):
        enige = koppen(tekst(medisch(**{naam: "Tekst."})))
        assert enige == ["Over u en uw bedrijfsarts", kop, "Ondertekening"]
    assert onderdeel(tekst(medisch()), "Medische gegevens") == [
        "Er is nog geen medische informatie opgenomen."
    ]


def test_medisch_geheim_staat_boven_elke_bladzijde(
    zaak: ZaakVan, ontwerp_van: OntwerpVan, werkplaats: Werkplaats
) -> None:
    """In de PDF op elk blad, in Word in de kop die op elk blad staat; een concept zegt dat erbij."""
    lang = medisch(beloop="De uren zijn opgebouwd, in kleine stappen. " * 150, status="definitief")
    ontwerp = ontwerp_van(zaak("2026-0012"), lang)
    bestanden = werkplaats.schrijf(ontwerp, werkplaats.tekst(ontwerp))
    bladen = [zonder_wit(blad) for blad in poppler("pdftotext", bestanden[".pdf"]).split("\f")[:-1]]
    concept = werkplaats.tekst(ontwerp_van(zaak("2026-0012"), medisch()))

    assert len(bladen) > 1
    assert all("MEDISCHGEHEIM" in blad and "CONCEPT" not in blad for blad in bladen)
    assert "MEDISCH GEHEIM" in docx_tekst(bestanden[".docx"], "word/header1.xml")
    assert concept.boom.artikel.attr("data-status") == "CONCEPT · MEDISCH GEHEIM"


def test_de_bedrijfsarts_die_haar_opstelde_tekent_de_medische_informatie(tekst: Tekst) -> None:
    """Medische informatie wordt niet gedelegeerd."""
    getekend = {"bedrijfsarts": {"getekend_op": "2027-09-13", "plaats": "Maastricht"}}
    open_, gegeven = tekst(medisch()), tekst(medisch(status="ondertekend", ondertekening=getekend))
    naam = ["Bedrijfsarts", "Mevrouw dr. A. de Boer, bedrijfsarts", "BIG-nummer 19012345601"]

    assert onderdeel(open_, "Ondertekening") == [*naam, "Plaats en datum:", "Handtekening:"]
    assert onderdeel(gegeven, "Ondertekening") == [
        *naam, "Ondertekend op 13 september 2027 te Maastricht.", "De handtekening staat op het origineel.",
    ]  # fmt: skip


@pytest.mark.parametrize("lezer", [Doelgroep.WERKGEVER, Doelgroep.UWV])
def test_voor_een_ander_bestaat_de_medische_informatie_niet(zaak: ZaakVan, lezer: Doelgroep) -> None:
    """Zou het stuk ook voor de werkgever zijn, dan kan het niet worden gemaakt."""
    inzage = projecteer(
        zaak("2026-0012"), medisch(diagnose="D."), [Doelgroep.WERKNEMER, lezer], voor_uwv=True
    )

    with pytest.raises(VerborgenVeld):
        assert inzage.stuk.diagnose
