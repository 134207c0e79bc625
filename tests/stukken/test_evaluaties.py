"""The evaluations of the plan: periodic and at the end of the first year."""

from collections.abc import Callable
from typing import Any

import pytest

from dossiergen.dossier.werkplaats import Ontwerp, Werkplaats
from dossiergen.zaak import Doelgroep, Status, Stuk, Zaak
from stukkenhulp import koppen, na, onderdeel, stuk_van

ZaakVan = Callable[[str], Zaak]
RegelsVan = Callable[[Zaak, Stuk], list[str]]
OntwerpVan = Callable[[Zaak, Stuk], Ontwerp]
Met = Callable[..., Any]

KAAL = {
    "datum": "2026-09-17",
    "opsteller": "s-de-wit",
    "gesprek_op": "2026-09-15",
    "einddoel": "eigen_werk_aangepast",
}
VISIES = {"visie_werkgever": "Het gaat goed.", "visie_werknemer": "Ik ben tevreden."}


def bijstelling(nummer: int = 1, **velden: Any) -> Stuk:
    return stuk_van("bijstelling-plan-van-aanpak", nummer, **{**KAAL, **velden})


def jaar(**velden: Any) -> Stuk:
    return stuk_van("eerstejaarsevaluatie", **{**KAAL, "datum": "2026-12-10", **velden})


@pytest.fixture(name="tekst")
def _tekst(zaak: ZaakVan, regels_van: RegelsVan) -> Callable[[Stuk], list[str]]:
    """The lines of a document in the sample case, whose plan of 26 February is fixed."""
    return lambda stuk: regels_van(zaak("2026-0012"), stuk)


Tekst = Callable[[Stuk], list[str]]


@pytest.mark.parametrize("nummer", [1, 2, 12])
def test_een_bijstelling_heeft_haar_nummer(
    zaak: ZaakVan, ontwerp_van: OntwerpVan, werkplaats: Werkplaats, nummer: int
) -> None:
    """In de kop, in de voet en in de titel van het bestand; wie er twee op tafel heeft, houdt ze uit elkaar."""
    tekst = werkplaats.tekst(ontwerp_van(zaak("2026-0012"), bijstelling(nummer)))
    artikel = tekst.boom.artikel

    assert artikel.elementen[0].platte_tekst == f"Bijstelling plan van aanpak {nummer}"
    assert artikel.attr("data-voet") == f"Bijstelling plan van aanpak {nummer} · zaak 2026-0012 · versie 1"
    assert tekst.eigenschappen.titel == f"Bijstelling plan van aanpak {nummer}, zaak 2026-0012"


def test_een_stuk_waarvan_er_een_is_heeft_geen_nummer(
    zaak: ZaakVan, ontwerp_van: OntwerpVan, werkplaats: Werkplaats
) -> None:
    """De eerstejaarsevaluatie is er één keer."""
    tekst = werkplaats.tekst(ontwerp_van(zaak("2026-0012"), jaar()))

    assert tekst.boom.artikel.elementen[0].platte_tekst == "Eerstejaarsevaluatie"
    assert tekst.eigenschappen.titel == "Eerstejaarsevaluatie, zaak 2026-0012"


def test_een_kale_bijstelling_zegt_wat_er_niet_is(tekst: Tekst) -> None:
    """Van een evaluatie waarin nog niets is ingevuld, blijft geen kop zonder tekst over."""
    regels = tekst(bijstelling())

    assert regels[2:16] == [
        "Werknemer", "Mevrouw A.M. van den Kowalski-Őz",
        "Geboortedatum", "4 juli 1984",
        "BSN", "999990019",
        "Eerste ziektedag", "5 januari 2026",
        "Gesprek op", "15 september 2026",
        "Vorige afspraken van", "26 februari 2026",
        "Vermeld in dit formulier geen medische gegevens, zoals de aard of oorzaak van de ziekte, klachten, een diagnose, een behandeling of medicijnen.",
        "1 Partijen",
    ]  # fmt: skip
    assert regels[regels.index("2 Terugblik op de afspraken") :] == [
        "2 Terugblik op de afspraken",
        "Over eerdere afspraken is niets opgenomen.",
        "3 Stand van de hervatting",
        "Werkt nu", "20 uur per week, eigen werk, aangepast (vanaf 13 april 2026)",
        "4 Einddoel",
        "☐", "Eigen werk bij de eigen werkgever",
        "☑", "Aangepast eigen werk bij de eigen werkgever",
        "☐", "Ander werk bij de eigen werkgever",
        "☐", "Ander werk bij een andere werkgever",
        "☐", "Nog niet te bepalen",
        "☐", "Geen mogelijkheden tot re-integratie",
        "Dit einddoel is bevestigd: het is hetzelfde als op 26 februari 2026.",
        "5 Nieuwe afspraken",
        "Er zijn geen nieuwe afspraken gemaakt.",
        "6 Hoe partijen dit zien",
        "Visie van de werkgever", "De visie van de werkgever is nog niet opgenomen.",
        "Visie van de werknemer", "De visie van de werknemer is nog niet opgenomen.",
        "7 Volgende evaluatie",
        "Over de volgende evaluatie is niets afgesproken. De werknemer, de casemanager en de bedrijfsarts krijgen meteen een kopie van deze evaluatie.",
        "8 Ondertekening",
        "Werkgever", "Werknemer",
        "De heer M. Hendriks, vestigingsmanager", "Mevrouw A.M. van den Kowalski-Őz",
        "Plaats en datum:", "Plaats en datum:",
        "Handtekening:", "Handtekening:",
    ]  # fmt: skip


def test_de_terugblik_zegt_per_afspraak_wat_ervan_kwam(tekst: Tekst) -> None:
    """Ja, deels of nee, met de reden; een afspraak die is nagekomen, heeft er geen."""
    terugblik = [
        {"afspraak": "Werkplek inrichten", "resultaat": "nagekomen"},
        {"afspraak": "Uren opbouwen", "resultaat": "deels", "reden": "De dienst\nwisselde."},
        {"afspraak": "Wekelijks bespreken", "resultaat": "niet", "reden": "Vrije week."},
    ]

    assert onderdeel(tekst(bijstelling(terugblik=terugblik)), "Terugblik op de afspraken") == [
        "Nr", "Afspraak", "Nagekomen", "Waarom deels of niet",
        "1", "Werkplek inrichten", "ja",
        "2", "Uren opbouwen", "deels", "De dienst wisselde.",
        "3", "Wekelijks bespreken", "nee", "Vrije week.",
    ]  # fmt: skip


def test_de_belastbaarheid_noemt_het_advies_waarop_zij_rust(tekst: Tekst) -> None:
    """Met de datum; zonder tekst en zonder datum is er geen onderdeel."""
    kop = "Belastbaarheid volgens de bedrijfsarts"
    beide = tekst(bijstelling(belastbaarheid="Zes uur per dag.", advies_van="2026-09-10"))

    assert onderdeel(beide, kop) == ["Advies van 10 september 2026.", "Zes uur per dag."]
    assert onderdeel(tekst(bijstelling(advies_van="2026-09-10")), kop) == ["Advies van 10 september 2026."]
    assert onderdeel(tekst(bijstelling(belastbaarheid="Zes uur.")), kop) == ["Zes uur."]
    assert kop not in koppen(tekst(bijstelling()))


def test_de_hervatting_is_die_van_het_stuk(tekst: Tekst) -> None:
    """Werk, functie, uren, loonwaarde en of het blijvend is: elk op een regel, alleen wat is ingevuld."""
    stand = {
        "werk": "ander_werk_eigen_werkgever", "functie": "medewerker retouren", "uren_per_week": "24,5",
        "loonwaarde_procent": "72,5", "structureel": "nee", "toelichting": "Vier dagen.",
    }  # fmt: skip

    assert onderdeel(tekst(bijstelling(hervatting=stand)), "Stand van de hervatting") == [
        "Werkt nu", "ander werk bij de eigen werkgever",
        "Functie nu", "medewerker retouren",
        "Uren per week", "24,5",
        "Loonwaarde", "72,5 procent van het oude loon",
        "Blijvend werk", "nee",
        "Vier dagen.",
    ]  # fmt: skip
    assert onderdeel(tekst(bijstelling(hervatting={"werk": "geen_werk"})), "Stand van de hervatting") == [
        "Werkt nu",
        "geen werk",
    ]


def test_werk_zonder_loonwaarde_is_arbeidstherapeutisch(tekst: Tekst) -> None:
    """Nul procent zegt een lezer minder dan wat het is."""
    regels = tekst(bijstelling(hervatting={"werk": "eigen_werk", "loonwaarde_procent": "0"}))

    assert na(regels, "Loonwaarde") == "geen: het werk is arbeidstherapeutisch"


@pytest.mark.parametrize(
    ("doel", "zin"),
    [
        ("eigen_werk_aangepast", "Dit einddoel is bevestigd: het is hetzelfde als op 26 februari 2026."),
        (
            "ander_werk_eigen_werkgever",
            "Dit einddoel is nieuw. Op 26 februari 2026 was het: aangepast eigen werk bij de eigen werkgever.",
        ),
    ],
)
@pytest.mark.parametrize("maak", [bijstelling, jaar])
def test_het_einddoel_is_bevestigd_of_nieuw(
    tekst: Tekst, maak: Callable[..., Stuk], doel: str, zin: str
) -> None:
    """Het staat er met zoveel woorden, met de datum van het vorige stuk en wat het toen was."""
    regels = onderdeel(tekst(maak(einddoel=doel, einddoel_toelichting="Zo is het.")), "Einddoel")

    assert regels[-2:] == [zin, "Zo is het."]


def test_de_vorige_afspraken_zijn_de_laatste_die_vaststaan(
    zaak: ZaakVan, met: Met, regels_van: RegelsVan
) -> None:
    """Een vastgestelde bijstelling gaat voor het plan, een concept telt niet mee."""
    een = zaak("2026-0012")
    vast = bijstelling(1, datum="2026-04-09", einddoel="eigen_werk", status="definitief")
    los = bijstelling(2, datum="2026-05-21", einddoel="nog_niet_te_bepalen")
    regels = regels_van(met(een, stukken=(*een.stukken, vast, los)), bijstelling(3))

    assert na(regels, "Vorige afspraken van") == "9 april 2026"
    assert "Dit einddoel is nieuw. Op 9 april 2026 was het: eigen werk bij de eigen werkgever." in regels


def test_zonder_vastgesteld_plan_is_er_niets_om_mee_te_vergelijken(
    zaak: ZaakVan, met: Met, regels_van: RegelsVan
) -> None:
    """Dan staat er alleen het einddoel."""
    regels = regels_van(met(zaak("2026-0012"), stukken=()), bijstelling())

    assert "Vorige afspraken van" not in regels
    assert onderdeel(regels, "Einddoel")[-1] == "Geen mogelijkheden tot re-integratie"


def test_nieuwe_afspraken_en_opbouw_staan_zoals_in_het_plan(tekst: Tekst) -> None:
    """Wat, waartoe, wie, wanneer; en de uren per stap."""
    werk = {
        "wat": "Onderzoek",
        "doel": "Weten wat past",
        "wie": "derde",
        "start": "2026-09-21",
        "kosten": "950",
    }
    stap = {"vanaf": "2026-09-21", "uren_per_week": "24", "taken": "retouren", "loonwaarde": "nee"}
    regels = tekst(bijstelling(activiteiten=[werk], opbouwschema=[stap]))

    assert onderdeel(regels, "Nieuwe afspraken") == [
        "Nr", "Activiteit en doel", "Wie", "Van", "Gereed",
        "1", "Onderzoek", "Doel: Weten wat past", "Kosten: € 950,00", "derde", "21 september 2026", "doorlopend",
    ]  # fmt: skip
    assert onderdeel(regels, "Opbouwschema") == [
        "Vanaf", "Uren per week", "Werkzaamheden", "Loonwaarde",
        "21 september 2026", "24", "retouren", "nee",
    ]  # fmt: skip


@pytest.mark.parametrize("maak", [bijstelling, jaar])
def test_beide_visies_en_de_volgende_evaluatie_staan_erin(tekst: Tekst, maak: Callable[..., Stuk]) -> None:
    """Van ieder in eigen woorden."""
    regels = tekst(maak(**VISIES, volgende_evaluatie="2026-10-29"))

    assert onderdeel(regels, "Hoe partijen dit zien") == [
        "Visie van de werkgever", "Het gaat goed.", "Visie van de werknemer", "Ik ben tevreden.",
    ]  # fmt: skip
    assert onderdeel(regels, "Volgende evaluatie") == [
        "Werkgever en werknemer bespreken dit opnieuw op 29 oktober 2026. De werknemer, de casemanager en de bedrijfsarts krijgen meteen een kopie van deze evaluatie.",
    ]


def test_de_aanleiding_staat_bij_de_kerngegevens(tekst: Tekst) -> None:
    """Alleen bij een bijstelling; een eerstejaarsevaluatie heeft de wet als aanleiding."""
    assert na(tekst(bijstelling(aanleiding="stagnatie")), "Aanleiding") == "Stagnatie"
    assert "Aanleiding" not in tekst(bijstelling())
    assert "Aanleiding" not in tekst(jaar())


TEKENING = {
    "werkgever": {"persoon": "m-hendriks", "getekend_op": "2026-09-18", "plaats": "Maastricht"},
    "werknemer": {"geweigerd": {"op": "2026-09-21", "reden": "Ik wil vaste dagen."}},
}


@pytest.mark.parametrize("maak", [bijstelling, jaar])
def test_wie_weigert_staat_er_met_de_reden(tekst: Tekst, maak: Callable[..., Stuk]) -> None:
    """De een tekende, de ander niet: van ieder staat er wat er is gebeurd."""
    regels = onderdeel(tekst(maak(status="ondertekend", ondertekening=TEKENING)), "Ondertekening")

    assert regels[4:] == [
        "Ondertekend op 18 september 2026 te Maastricht.",
        "De handtekening staat op het origineel.",
        "De werknemer heeft dit document niet ondertekend.",
        "Reden volgens de werknemer: Ik wil vaste dagen.",
        "Besproken op 21 september 2026.",
    ]


@pytest.mark.parametrize("maak", [bijstelling, jaar])
def test_een_concept_is_door_niemand_ondertekend(tekst: Tekst, maak: Callable[..., Stuk]) -> None:
    """Een tekst die nog kan veranderen, heeft niemand getekend."""
    regels = tekst(maak(status=Status.CONCEPT.value, ondertekening=TEKENING))

    assert regels[-4:] == ["Plaats en datum:", "Plaats en datum:", "Handtekening:", "Handtekening:"]


def test_een_kale_eerstejaarsevaluatie_zegt_dat_er_nog_geen_besluit_is(tekst: Tekst) -> None:
    """Wat de wet vraagt, staat er ook als het er niet is."""
    regels = tekst(jaar())

    assert koppen(regels) == [
        "Partijen",
        "Terugblik op de afspraken",
        "Resultaat van het eerste jaar",
        "Einddoel",
        "Mogelijkheden bij de eigen werkgever (spoor 1)",
        "Besluit over werk bij een andere werkgever (spoor 2)",
        "Onderzoek en deskundigenoordeel",
        "Nieuwe afspraken",
        "Hoe partijen dit zien",
        "Volgende evaluatie",
        "Ondertekening",
    ]
    assert onderdeel(regels, "Onderzoek en deskundigenoordeel") == [
        "Arbeidsdeskundig onderzoek",
        "niet ingevuld",
    ]
    assert onderdeel(regels, "Resultaat van het eerste jaar") == [
        "Werkt nu", "20 uur per week, eigen werk, aangepast (vanaf 13 april 2026)",
        "Is het einddoel gehaald?", "Niet ingevuld.",
    ]  # fmt: skip
    assert onderdeel(regels, "Mogelijkheden bij de eigen werkgever (spoor 1)") == [
        "Over mogelijkheden bij de eigen werkgever is niets opgenomen.",
        "Is er concreet perspectief op blijvend werk bij de eigen werkgever?",
        "Niet ingevuld.",
    ]
    assert onderdeel(regels, "Besluit over werk bij een andere werkgever (spoor 2)") == [
        "Over spoor 2 is geen besluit genomen."
    ]


def test_het_resultaat_van_het_eerste_jaar_zegt_of_het_einddoel_is_gehaald(tekst: Tekst) -> None:
    """Met waarom wel of niet."""
    regels = tekst(jaar(einddoel_gehaald="nee", einddoel_gehaald_toelichting="De opbouw stokte."))

    assert onderdeel(regels, "Resultaat van het eerste jaar")[2:] == [
        "Is het einddoel gehaald?", "☐", "Ja", "☑", "Nee", "De opbouw stokte.",
    ]  # fmt: skip


def test_spoor_1_is_per_mogelijkheid_bekeken(tekst: Tekst) -> None:
    """De tabel, en het perspectief met zijn datum."""
    regels = tekst(
        jaar(
            spoor1=[
                {"mogelijkheid": "Eigen werk", "onderzocht": "ja", "toelichting": "Te zwaar."},
                {"mogelijkheid": "Ander werk", "onderzocht": "nee"},
            ],
            concreet_perspectief={
                "aanwezig": "ja",
                "uiterlijk": "2027-03-01",
                "toelichting": "Er komt een plek vrij.",
            },
        )
    )

    assert onderdeel(regels, "Mogelijkheden bij de eigen werkgever (spoor 1)") == [
        "Nr", "Mogelijkheid", "Onderzocht", "Uitkomst",
        "1", "Eigen werk", "ja", "Te zwaar.",
        "2", "Ander werk", "nee",
        "Is er concreet perspectief op blijvend werk bij de eigen werkgever?", "☑", "Ja", "☐", "Nee",
        "Het gaat om hervatting uiterlijk op 1 maart 2027.", "Er komt een plek vrij.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("besluit", "regels"),
    [
        (
            {"besluit": "starten", "vanaf": "2027-01-11", "reden": "Intern is er niets.", "spoor1_gaat_door": "ja"},
            [
                "☐", "Spoor 2 is niet nodig", "☑", "Spoor 2 gaat starten", "☐", "Spoor 2 loopt al",
                "Vanaf", "11 januari 2027", "Spoor 1 gaat door", "ja", "Intern is er niets.",
            ],
        ),
        (
            {"besluit": "niet_nodig", "grond": "structureel_hervat"},
            [
                "☑", "Spoor 2 is niet nodig", "☐", "Spoor 2 gaat starten", "☐", "Spoor 2 loopt al",
                "Waarom niet nodig", "De werknemer heeft het werk blijvend hervat",
            ],
        ),
        (
            {"besluit": "loopt", "spoor1_gaat_door": "nee", "spoor1_gestopt_omdat": "Alles is onderzocht."},
            [
                "☐", "Spoor 2 is niet nodig", "☐", "Spoor 2 gaat starten", "☑", "Spoor 2 loopt al",
                "Spoor 1 gaat door", "nee", "Waarom spoor 1 stopt", "Alles is onderzocht.",
            ],
        ),
    ],
)  # fmt: skip
def test_het_besluit_over_spoor_2_staat_er_uitdrukkelijk(
    tekst: Tekst, besluit: dict[str, str], regels: list[str]
) -> None:
    """Alle keuzes, de gekozene aangekruist, en de grond of de reden erbij."""
    gemaakt = onderdeel(tekst(jaar(spoor2=besluit)), "Besluit over werk bij een andere werkgever (spoor 2)")

    assert gemaakt == regels


def test_onderzoek_en_deskundigenoordeel_staan_er_als_er_iets_over_is_te_zeggen(tekst: Tekst) -> None:
    """Gedaan op een dag, of niet met de reden."""
    kop = "Onderzoek en deskundigenoordeel"
    gedaan = jaar(arbeidsdeskundig_onderzoek={"stand": "gedaan", "datum": "2026-11-20"})
    niet = jaar(
        arbeidsdeskundig_onderzoek={"stand": "niet", "reden": "Niet nodig."},
        deskundigenoordeel_gevraagd="nee",
    )

    assert onderdeel(tekst(gedaan), kop) == [
        "Arbeidsdeskundig onderzoek", "Gedaan", "Datum onderzoek", "20 november 2026",
    ]  # fmt: skip
    assert onderdeel(tekst(niet), kop) == [
        "Arbeidsdeskundig onderzoek", "Niet gedaan", "Reden", "Niet nodig.",
        "Deskundigenoordeel gevraagd", "nee",
    ]  # fmt: skip


@pytest.mark.parametrize("naam", ["bijstelling-plan-van-aanpak", "eerstejaarsevaluatie"])
def test_een_evaluatie_is_voor_alle_partijen_en_voor_uwv(werkplaats: Werkplaats, naam: str) -> None:
    """Dezelfde lezers en ondertekenaars als het plan dat zij bijstelt."""
    vorm, plan = werkplaats.vormen[naam], werkplaats.vormen["plan-van-aanpak"]

    assert (vorm.voor, vorm.voor_uwv, vorm.afzender, vorm.ondertekenaars) == (
        plan.voor, plan.voor_uwv, plan.afzender, plan.ondertekenaars,
    )  # fmt: skip
    assert Doelgroep.UWV in vorm.lezers
