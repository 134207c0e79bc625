"""Letters of the employer to the employee, and how they address people."""

import datetime as dt
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from dossiergen.dossier.werkplaats import Ontwerp, Werkplaats
from dossiergen.render.boom import Boom
from dossiergen.stukken import Partij
from dossiergen.stukken.opmaak import FILTERS
from dossiergen.zaak import STUKSOORTEN, Stuk, Zaak
from stukkenhulp import na, stuk_van

ZaakVan = Callable[[str], Zaak]
RegelsVan = Callable[[Zaak, Stuk], list[str]]
OntwerpVan = Callable[[Zaak, Stuk], Ontwerp]
Met = Callable[..., Any]
Tekst = Callable[[Stuk], list[str]]

AFSPRAAK = {"op": "2026-04-07", "tijd": "10.30 uur", "waar": "telefonisch", "met": "a-de-boer"}


def uitnodiging(waarvoor: str = "consult", **velden: Any) -> Stuk:
    kaal = {"datum": "2026-03-27", "opsteller": "s-de-wit", "waarvoor": waarvoor, "afspraak": AFSPRAAK}
    return stuk_van("brief-uitnodiging", 1, **{**kaal, **velden})


def ter_ondertekening(stuk: str = "bijstelling-plan-van-aanpak-02", **velden: Any) -> Stuk:
    kaal = {"datum": "2026-03-27", "opsteller": "s-de-wit", "stuk": stuk, "terug_voor": "2026-04-10"}
    return stuk_van("brief-plan-ter-ondertekening", 2, **{**kaal, **velden})


@pytest.fixture(name="tekst")
def _tekst(zaak: ZaakVan, regels_van: RegelsVan) -> Tekst:
    return lambda stuk: regels_van(zaak("2026-0012"), stuk)


@pytest.fixture(name="boom")
def _boom(zaak: ZaakVan, ontwerp_van: OntwerpVan, werkplaats: Werkplaats) -> Callable[[Stuk], Boom]:
    return lambda stuk: werkplaats.tekst(ontwerp_van(zaak("2026-0012"), stuk)).boom


@pytest.mark.parametrize(
    ("aanhef", "tussenvoegsel", "achternaam", "tekst"),
    [
        ("mevrouw", "van den", "Kowalski-Őz", "Geachte mevrouw Van den Kowalski-Őz"),
        ("mevrouw", None, "Yıldız", "Geachte mevrouw Yıldız"),
        ("heer", "de", "Boer", "Geachte heer De Boer"),
        ("heer", "'t", "Hoog", "Geachte heer 't Hoog"),
        ("heer", "van 't", "Hoog", "Geachte heer Van 't Hoog"),
        ("neutraal", "'t", "Hoog", "Geachte N. 't Hoog"),
        ("neutraal", "van der", "Meer", "Geachte N. van der Meer"),
        ("neutraal", None, "El Idrissi", "Geachte N. El Idrissi"),
    ],
)
def test_de_aanhef_volgt_de_spelling_van_namen(
    aanhef: str, tussenvoegsel: str | None, achternaam: str, tekst: str
) -> None:
    """Na mevrouw of heer krijgt een tussenvoegsel een hoofdletter, na voorletters niet; een titel hoort er niet bij."""
    persoon = SimpleNamespace(
        aanhef=aanhef, titel="dr.", voorletters="N.", tussenvoegsel=tussenvoegsel, achternaam=achternaam
    )

    assert FILTERS["geachte"](persoon) == tekst


@pytest.mark.parametrize(
    ("filter_", "waarde", "tekst"),
    [
        ("weekdag", dt.date(2026, 4, 6), "maandag"),
        ("weekdag", dt.date(2026, 4, 12), "zondag"),
        ("kleine_letter", "Ander werk", "ander werk"),
        ("kleine_letter", "UWV beslist", "UWV beslist"),
        ("kleine_letter", "A", "a"),
        ("kleine_letter", "", ""),
        ("stuktitel", "plan-van-aanpak", "plan van aanpak"),
        ("stuktitel", "bijstelling-plan-van-aanpak-02", "bijstelling plan van aanpak\N{NO-BREAK SPACE}2"),
        ("stuktitel", "bijstelling-plan-van-aanpak-12", "bijstelling plan van aanpak\N{NO-BREAK SPACE}12"),
        ("stuktitel", "re-integratieverslag", "re-integratieverslag"),
    ],
)
def test_woorden_in_een_lopende_zin(filter_: str, waarde: object, tekst: str) -> None:
    """Een dag die iemand moet onthouden, en de naam van een stuk."""
    assert FILTERS[filter_](waarde) == tekst


def test_een_stuk_dat_de_werknemer_tekent_heet_in_een_brief_zoals_het_zelf_heet(
    werkplaats: Werkplaats,
) -> None:
    """De naam van het bestand geeft dezelfde woorden als de titel op het papier."""
    titels = {
        vorm.bron: vorm.titel
        for vorm in werkplaats.vormen.values()
        if Partij.WERKNEMER in vorm.ondertekenaars and vorm.bron in STUKSOORTEN
    }

    assert len(titels) == 4
    assert {FILTERS["hoofdletter"](FILTERS["stuktitel"](bron)) for bron in titels} == set(titels.values())


def test_een_uitnodiging_voor_een_consult(tekst: Tekst) -> None:
    """De hele brief: wanneer, waar, met wie, wat te doen, en wat de werkgever niet hoeft te weten."""
    brief = uitnodiging(afzeggen_voor="2026-04-02", bespreken=["de opbouw van uren", "uw werkplek"])

    assert tekst(brief) == [
        "Limburg Flex B.V.",
        "Limburg Flex B.V., Stationsplein 12, 6221 BT Maastricht",
        "Mevrouw A.M. van den Kowalski-Őz",
        "Dorpsstraat 8",
        "6411 AB HEERLEN",
        "Datum", "Ons kenmerk", "Contact", "Telefoon",
        "27 maart 2026", "2026-0012", "Mevrouw S. de Wit", "043-555 01 22",
        "Uitnodiging voor een gesprek met de bedrijfsarts",
        "Geachte mevrouw Van den Kowalski-Őz,",
        "Wij nodigen u uit voor een gesprek met de bedrijfsarts. Daar bespreekt u wat u op dit moment wel en niet kunt in uw werk, en wat u nodig heeft om weer te kunnen werken. Daarna krijgen u en wij hetzelfde advies.",
        "Wanneer", "dinsdag 7 april 2026, 10.30 uur",
        "Waar", "telefonisch",
        "U spreekt met", "mevrouw dr. A. de Boer, bedrijfsarts",
        "Onderwerpen", "de opbouw van uren; uw werkplek",
        "Wat moet u doen?",
        "Houd dit tijdstip vrij. Kunt u dan niet? Maak uiterlijk op donderdag 2 april 2026 een nieuwe afspraak met ons.",
        "U bereikt mevrouw S. de Wit op 043-555 01 22 of via casemanagement@limburgflex.example.",
        "Wat u ons niet hoeft te vertellen",
        "Wat u de bedrijfsarts over uw gezondheid vertelt, blijft tussen u en de bedrijfsarts. Ons hoeft u niets te vertellen over uw ziekte, klachten of behandeling. Wij horen alleen wat u wel en niet kunt in uw werk, hoe lang dat naar verwachting duurt en wat de bedrijfsarts adviseert.",
        "Met vriendelijke groet,",
        "Mevrouw S. de Wit, casemanager",
        "namens Limburg Flex B.V.",
        "Handtekening:",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("waarvoor", "betreft"),
    [
        ("evaluatie", "Uitnodiging voor de evaluatie van uw plan van aanpak"),
        ("eerstejaarsevaluatie", "Uitnodiging voor de evaluatie van het eerste ziektejaar"),
        ("eindevaluatie", "Uitnodiging voor de eindevaluatie van uw re-integratie"),
    ],
)
def test_een_uitnodiging_voor_een_evaluatie_gaat_over_werk(tekst: Tekst, waarvoor: str, betreft: str) -> None:
    """Zonder de bedrijfsarts, en zonder vragen over de ziekte."""
    regels = tekst(uitnodiging(waarvoor, afspraak={**AFSPRAAK, "met": "m-hendriks"}))

    assert betreft in regels
    assert na(regels, "U spreekt met") == "de heer M. Hendriks, vestigingsmanager"
    assert na(regels, "Wat u ons niet hoeft te vertellen") == (
        "Het gesprek gaat over werk. Over uw ziekte, klachten of behandeling hoeft u niets te vertellen. Vertelt u er toch iets over? Dan schrijven wij dat niet op."
    )
    assert not [regel for regel in regels if "bedrijfsarts" in regel]


def test_zonder_laatste_dag_wil_de_werkgever_het_snel_weten(tekst: Tekst) -> None:
    """Wat niet is opgegeven, laat geen gat in een zin."""
    regels = tekst(uitnodiging())

    assert na(regels, "Wat moet u doen?") == (
        "Houd dit tijdstip vrij. Kunt u dan niet? Maak zo snel mogelijk een nieuwe afspraak met ons."
    )
    assert "Onderwerpen" not in regels


def test_een_brief_bij_een_stuk_ter_ondertekening(tekst: Tekst) -> None:
    """Welk stuk, wat te doen en wanneer, en wat iemand kan die het er niet mee eens is."""
    regels = tekst(ter_ondertekening())

    assert regels[regels.index("Geachte mevrouw Van den Kowalski-Őz,") - 1 :] == [
        "Lezen, aanvullen en ondertekenen: bijstelling plan van aanpak\N{NO-BREAK SPACE}2",
        "Geachte mevrouw Van den Kowalski-Őz,",
        "Bij deze brief zit het document ‘Bijstelling plan van aanpak\N{NO-BREAK SPACE}2’. Daarin staat wat u en wij over uw re-integratie hebben besproken en afgesproken.",
        "Wat moet u doen?",
        "1.", "Lees het document. Klopt er iets niet, of heeft u vragen? Laat het ons weten.",
        "2.", "Schrijf bij ‘Visie van de werknemer’ hoe u het zelf ziet. Schrijf niets over uw ziekte of behandeling.",
        "3.", "Zet uw handtekening, met de plaats en de datum.",
        "4.", "Stuur het document terug, zodat wij het uiterlijk op vrijdag 10 april 2026 hebben. U krijgt daarna een kopie met alle handtekeningen.",
        "Bent u het er niet mee eens?",
        "U hoeft het niet met alles eens te zijn: in uw visie schrijft u wat u anders ziet. Wilt u niet ondertekenen? Vertel ons dan uiterlijk op 10 april 2026 waarom niet, zonder iets te vertellen over uw ziekte of behandeling. Wij schrijven uw reden in het document.",
        "Komen wij er samen niet uit? Dan kunt u UWV om een deskundigenoordeel vragen. Een deskundige van UWV kijkt dan bijvoorbeeld of er genoeg wordt gedaan aan uw re-integratie. Op uwv.nl leest u hoe dat gaat.",
        "Met vriendelijke groet,",
        "Mevrouw S. de Wit, casemanager",
        "namens Limburg Flex B.V.",
        "Handtekening:",
    ]  # fmt: skip


def test_wie_geen_eigen_nummer_heeft_is_via_de_werkgever_te_bereiken(
    zaak: ZaakVan, met: Met, tekst: Tekst, regels_van: RegelsVan
) -> None:
    """Eerst de opsteller, dan de werkgever, en anders het postadres."""
    zonder_mail = tekst(uitnodiging(opsteller="m-hendriks"))
    een = zaak("2026-0012")
    org = een.organisaties
    onbereikbaar = met(org.werkgevers["limburg-flex"], telefoon=None, email=None)
    zwijgend = met(een, organisaties=met(org, werkgevers={"limburg-flex": onbereikbaar}))
    zonder_alles = regels_van(zwijgend, uitnodiging(opsteller="l-van-dam"))
    alleen_mail = met(
        een,
        organisaties=met(
            org, werkgevers={"limburg-flex": met(onbereikbaar, email="info@limburgflex.example")}
        ),
    )

    assert "U bereikt de heer M. Hendriks op 043-555 01 00 of via info@limburgflex.example." in zonder_mail
    assert "U bereikt mevrouw L. van Dam op ons adres: Stationsplein 12, 6221 BT Maastricht." in zonder_alles
    assert zonder_alles[5:11] == [
        "Datum", "Ons kenmerk", "Contact", "27 maart 2026", "2026-0012", "Mevrouw L. van Dam",
    ]  # fmt: skip
    assert regels_van(alleen_mail, uitnodiging(opsteller="l-van-dam"))[8:13] == [
        "E-mail", "27 maart 2026", "2026-0012", "Mevrouw L. van Dam", "info@limburgflex.example",
    ]  # fmt: skip


def test_een_brief_naar_het_buitenland_noemt_het_land(zaak: ZaakVan, met: Met, regels_van: RegelsVan) -> None:
    """Op een eigen regel, in hoofdletters; wie neutraal wordt aangesproken, ook op de envelop."""
    een = zaak("2026-0012")
    werknemer = een.gegevens.werknemer
    adres = met(werknemer.adres, straat="Kerkstraße 1", postcode="52062", plaats="Aken", land="Duitsland")
    ander = met(werknemer, aanhef="neutraal", tussenvoegsel="'t", achternaam="Hoog", adres=adres)
    regels = regels_van(met(een, gegevens=met(een.gegevens, werknemer=ander)), uitnodiging())

    assert regels[2:6] == ["A.M. 't Hoog", "Kerkstraße 1", "52062 AKEN", "DUITSLAND"]
    assert "Geachte A.M. 't Hoog," in regels


@pytest.mark.parametrize("brief", [uitnodiging(), ter_ondertekening()], ids=lambda stuk: str(stuk.soort))
def test_een_brief_past_in_de_woordenschat_van_brieven(boom: Callable[[Stuk], Boom], brief: Stuk) -> None:
    """Een venster, een betreft, een waarschuwing en één kolom met een open lijn."""
    artikel = boom(brief).artikel
    blokken = [element.blok for element in artikel.alle() if element.blok]
    lijnen = [element for element in artikel.alle() if element.attr("data-soort") == "lijn"]

    assert artikel.attr("data-soort") == "brief"
    assert artikel.attr("data-status") == "CONCEPT"
    assert [blok for blok in blokken if blok != "gegevens"] == [
        "logo", "venster", "retour", "kenmerken", "betreft", "let-op", "ondertekening",
    ]  # fmt: skip
    assert [lijn.platte_tekst for lijn in lijnen] == ["Handtekening:"]


@pytest.mark.parametrize("naam", ["brief-uitnodiging", "brief-plan-ter-ondertekening"])
def test_een_brief_is_van_de_werkgever_aan_de_werknemer(werkplaats: Werkplaats, naam: str) -> None:
    """UWV krijgt hem niet, en er staat geen BSN in."""
    vorm = werkplaats.vormen[naam]

    assert [lezer.value for lezer in vorm.voor] == ["werknemer", "werkgever"]
    assert (vorm.voor_uwv, vorm.afzender.value, vorm.ondertekenaars) == (False, "werkgever", ())
    assert STUKSOORTEN[naam].genummerd


@pytest.mark.parametrize(
    ("maak", "titel"), [(uitnodiging, "Uitnodiging 1"), (ter_ondertekening, "Brief ter ondertekening 2")]
)
def test_een_brief_heeft_zijn_nummer_in_de_voet(
    boom: Callable[[Stuk], Boom], maak: Callable[..., Stuk], titel: str
) -> None:
    """Niet in wat de werknemer als onderwerp leest."""
    artikel = boom(maak(status="definitief")).artikel

    assert artikel.attr("data-voet") == f"{titel} · zaak 2026-0012 · versie 1"
    assert artikel.attr("data-status") == ""
