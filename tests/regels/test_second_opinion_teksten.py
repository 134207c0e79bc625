"""SO-15, SO-29, SO-30, SO-32 and PRV-11: sentences that may not stand where they stand, and others that may."""

import datetime as dt
import json
from pathlib import Path

import pytest
from eldershulp import bijgesteld
from sohulp import AFGEWEZEN_VERZOEK, MOTIVERING, VOLLEDIG, Anders, Rij, alles, met

from regelproef import ANALYSE, PLAN, ZAAK, Bevinding, Wijziging, proef, stuk

PEILDATUM = dt.date(2026, 4, 1)
TOELICHTING = "toekenning.toelichting"


def _in_de_toekenning(map_: Path, zin: str, code: str) -> list[Rij]:
    return alles(map_, met({TOELICHTING: f"Goed dat u het vraagt. {zin} Tot ziens."}), [code])


KOPIE = [
    "Cc: werkgever",
    "CC de casemanager.",
    "Een kopie van deze brief stuur ik aan uw werkgever.",
    "Een kopie gaat naar de casemanager.",
    "Afschrift aan: werkgever.",
    "Kopie voor uw leidinggevende.",
    "Uw werkgever krijgt een kopie.",
    "Uw werkgever ontvangt ook een afschrift hiervan.",
    "De casemanager krijgt van mij deze brief.",
    "Ik stuur deze brief ook naar uw werkgever.",
    "Ik mail dit besluit vandaag aan HR.",
]
GEEN_KOPIE = [
    "Uw werkgever krijgt geen afschrift van deze brief.",
    "Ik stuur deze brief niet naar uw werkgever.",
    "Zonder uw ja stuur ik uw werkgever niets.",
    "U krijgt zelf een kopie.",
    "De kopie van het plan kreeg ik van uw werkgever.",
    "Uw werkgever krijgt een kopie van mijn nieuwe advies.",
    "Bespreek dit gerust met uw werkgever.",
    "Een kopie gaat naar hr. De Vries, uw huisarts.",
]


@pytest.mark.parametrize("zin", KOPIE)
def test_een_brief_gaat_niet_in_kopie_naar_de_werkgever(tmp_path: Path, zin: str) -> None:
    """SO-15: in elke brief van een second opinion."""
    assert _in_de_toekenning(tmp_path / "a", zin, "SO-15") == [("SO-15", "fout", TOELICHTING)]
    anders = {"afwijzing.gronden.0.motivering": f"{MOTIVERING} {zin}"}
    assert alles(tmp_path / "b", met(anders, AFGEWEZEN_VERZOEK), ["SO-15"]) == [
        ("SO-15", "fout", "afwijzing.gronden.0.motivering")
    ]


@pytest.mark.parametrize("zin", GEEN_KOPIE)
def test_wie_geen_kopie_krijgt_mag_er_staan(tmp_path: Path, zin: str) -> None:
    """SO-15: en wat iets anders is dan deze brief."""
    assert _in_de_toekenning(tmp_path, zin, "SO-15") == []


LOON = [
    "Bij misbruik houden wij de kosten in op uw loon.",
    "De kosten worden verrekend met uw salaris.",
    "De factuur brengen wij in mindering op het loon.",
    "Dan trekken wij die kosten van uw vakantiegeld af.",
]
GEEN_LOON = [
    "De kosten worden niet ingehouden op uw loon.",
    "Wij houden rekening met uw loon en met de kosten.",
    "Dat houdt in dat uw werkgever de kosten draagt.",
    "U vroeg mij waarom er iets is ingehouden op uw loon.",
]


@pytest.mark.parametrize("zin", LOON)
def test_niets_gaat_van_het_loon_af(tmp_path: Path, zin: str) -> None:
    """SO-29: in geen enkel stuk."""
    assert _in_de_toekenning(tmp_path / "a", zin, "SO-29") == [("SO-29", "fout", TOELICHTING)]
    anders = {"reactie.redenen": f"{VOLLEDIG['reactie']['redenen']} {zin}"}
    assert alles(tmp_path / "b", met(anders), ["SO-29"]) == [("SO-29", "fout", "reactie.redenen")]


@pytest.mark.parametrize("zin", GEEN_LOON)
def test_over_loon_mag_wel_iets_staan(tmp_path: Path, zin: str) -> None:
    """SO-29: ook bij een afwijzing omdat het over loon gaat."""
    assert _in_de_toekenning(tmp_path, zin, "SO-29") == []


@pytest.mark.parametrize(
    ("zin", "gevonden"),
    [
        ("De kosten zijn voor uw rekening.", True),
        ("U betaalt de kosten zelf.", True),
        ("Wij brengen het bij u in rekening.", True),
        ("Kiest u een arts buiten het contract, dan zijn de kosten voor uw rekening.", False),
        ("De kosten zijn niet voor uw rekening.", False),
        ("Uw werkgever betaalt de kosten.", False),
    ],
)
def test_binnen_het_contract_betaalt_de_werknemer_niet_zelf(tmp_path: Path, zin: str, gevonden: bool) -> None:
    """SO-29: alleen over een arts buiten het contract mag een toekenning dat zeggen."""
    assert bool(_in_de_toekenning(tmp_path, zin, "SO-29")) is gevonden


def test_wie_buiten_het_contract_kiest_mag_dat_lezen(tmp_path: Path) -> None:
    """SO-29: betaalt de werknemer terecht zelf, dan mag de brief het zeggen."""
    anders = {
        "keuze": {"arts": "h-jansma", "instemming_werkgever": "nee"},
        "kosten": "werknemer",
        TOELICHTING: "De kosten zijn voor uw rekening.",
    }

    assert alles(tmp_path, met(anders), ["SO-29"]) == []


VERKEERD = [
    "De second opinion is voor ons bindend.",
    "Dit is een juridisch bindend advies.",
    "Ik ben verplicht het advies van de andere bedrijfsarts over te nemen.",
    "Bindend is wat de andere bedrijfsarts zegt.",
    "Vraag een second opinion aan bij UWV.",
    "De second opinion van het UWV duurt lang.",
    "U krijgt een deskundigenoordeel van een andere bedrijfsarts.",
    "Een second opinion (deskundigenoordeel) duurt drie weken.",
    "Een deskundigenoordeel is een second opinion.",
]
NIET_VERKEERD = [
    "De second opinion is niet bindend.",
    "Ik ben niet verplicht het advies van de andere bedrijfsarts over te nemen.",
    "Een second opinion is geen deskundigenoordeel.",
    "U kunt kiezen: een second opinion of een deskundigenoordeel van UWV.",
    "Een second opinion en een deskundigenoordeel van UWV kunnen naast elkaar.",
    "Ik vertel u of ik het advies van de andere bedrijfsarts overneem.",
    "Dit rooster is bindend.",
]


@pytest.mark.parametrize("zin", VERKEERD)
def test_een_second_opinion_bindt_niet_en_is_niet_van_uwv(tmp_path: Path, zin: str) -> None:
    """SO-30: in een brief, en in de vraag aan de andere bedrijfsarts."""
    assert _in_de_toekenning(tmp_path / "a", zin, "SO-30") == [("SO-30", "waarschuwing", TOELICHTING)]
    assert alles(tmp_path / "b", met({"vraagstelling": f"Wat vindt u? {zin}"}), ["SO-30"]) == [
        ("SO-30", "waarschuwing", "vraagstelling")
    ]


@pytest.mark.parametrize("zin", NIET_VERKEERD)
def test_wat_een_second_opinion_wel_is_mag_er_staan(tmp_path: Path, zin: str) -> None:
    """SO-30: ook de twee naast elkaar."""
    assert _in_de_toekenning(tmp_path, zin, "SO-30") == []


def test_de_werknemer_mag_het_noemen_zoals_hij_wil(tmp_path: Path) -> None:
    """SO-30 en SO-32 lezen de twijfel van de werknemer niet, en zijn visie ook niet."""
    zin = f"{VERKEERD[0]} Tot de second opinion er is, wachten we met de opbouw op de uitslag."

    assert alles(tmp_path / "a", met({"verzoek.twijfel": zin})) == []
    assert proef(tmp_path / "b", CODES, [_plan("visie_werknemer", zin)], PEILDATUM) == []


STILGELEGD = [
    "De afspraken zijn opgeschort tot de second opinion er is.",
    "Tot de second opinion ligt de opbouw van uren stil.",
    "Wij wachten met het werk op de second opinion.",
    "Tot de uitslag van de second opinion hoeft u niet te werken.",
    "U hoeft uw uren niet uit te breiden zolang de andere bedrijfsarts kijkt.",
    "De hervatting stellen we door de second opinion uit.",
    "We wachten de second opinion af voordat het werk begint.",
]
NIET_STILGELEGD = [
    "Door de second opinion worden de afspraken niet opgeschort.",
    "Een second opinion heeft geen opschortende werking voor het plan van aanpak.",
    "Het gesprek over de second opinion is uitgesteld.",
    "De werkgever wacht op bericht over de second opinion.",
    "Uw werk gaat door terwijl de andere bedrijfsarts kijkt.",
]


@pytest.mark.parametrize("zin", STILGELEGD)
def test_een_second_opinion_legt_niets_stil(tmp_path: Path, zin: str) -> None:
    """SO-32: in een brief en in een open stuk."""
    assert _in_de_toekenning(tmp_path / "a", zin, "SO-32") == [("SO-32", "waarschuwing", TOELICHTING)]
    assert proef(tmp_path / "b", ["SO-32"], [_plan("visie_werkgever", zin)], PEILDATUM) == [
        ("SO-32", "waarschuwing", PLAN, "visie_werkgever")
    ]


@pytest.mark.parametrize("zin", NIET_STILGELEGD)
def test_wat_doorgaat_of_niet_over_werk_gaat_mag_er_staan(tmp_path: Path, zin: str) -> None:
    """SO-32: in beide."""
    assert _in_de_toekenning(tmp_path / "a", zin, "SO-32") == []
    assert proef(tmp_path / "b", ["SO-32"], [_plan("visie_werkgever", zin)], PEILDATUM) == []


def test_een_open_stuk_over_iets_anders_mag_stilliggen(tmp_path: Path) -> None:
    """SO-32: zonder second opinion in dezelfde zin zegt het niets."""
    zin = "De opbouw ligt stil door de verbouwing. Er is een andere bedrijfsarts gekomen."

    assert proef(tmp_path, ["SO-32"], [_plan("visie_werkgever", zin)], PEILDATUM) == []


@pytest.mark.parametrize("veld", ["nieuw_advies", "overgenomen", "niet_overgenomen"])
def test_een_nieuw_advies_mag_het_werk_stilleggen(tmp_path: Path, veld: str) -> None:
    """SO-32: dan is het geen gevolg van het verzoek, maar van het advies."""
    anders: Anders = {f"reactie.{veld}": "De opbouw ligt twee weken stil."}

    assert alles(tmp_path, met(anders), ["SO-32"]) == []


CODES = ("PRV-11", "SO-30", "SO-32")


def _plan(veld: str, tekst: str) -> Wijziging:
    oud = {
        "visie_werkgever": "Wij vinden dit plan haalbaar en houden het rooster vrij.",
        "visie_werknemer": "Ik wil graag terug naar mijn eigen werk en vind de stappen goed te doen.",
    }[veld]
    return (PLAN, f"{veld}: {oud}", f"{veld}: {json.dumps(tekst)}")


def _brief_aan_de_werkgever(vraag: str) -> Wijziging:
    kop = "datum: 2026-03-02\nopsteller: c-vermaat\ngevraagd_op: 2026-02-27\n"
    return (stuk("brief-tweede-mening-01"), "", f"{kop}vraag: {vraag}\n")


def _uitzondering(reden: str) -> Wijziging:
    regels = "uitzonderingen:\n  - {code: CAL-15, pad: datum, door: b-smit, datum: 2026-03-01, reden: "
    return (ZAAK, "", f"{regels}{reden}}}\n")


TERMIJN = "termijn: binnen vier maanden"
BIJGESTELD = bijgesteld("2026-03-10")
OPEN: dict[str, tuple[Wijziging, list[Bevinding]]] = {
    "de bedrijfsarts in de analyse": (
        (ANALYSE, TERMIJN, "termijn: na de second opinion"),
        [("PRV-11", "fout", ANALYSE, "prognose.termijn")],
    ),
    "een second-opinion met een streepje": (
        (ANALYSE, TERMIJN, "termijn: na de Second-Opinion"),
        [("PRV-11", "fout", ANALYSE, "prognose.termijn")],
    ),
    "de bedrijfsarts in een bijstelling": (
        (
            BIJGESTELD[0],
            "",
            BIJGESTELD[2].replace("Een nieuw consult.", "Een tweede mening van een collega."),
        ),
        [("PRV-11", "fout", BIJGESTELD[0], "aanleiding")],
    ),
    "een andere bedrijfsarts geraadpleegd": (
        (ANALYSE, TERMIJN, "termijn: een andere bedrijfsarts is geraadpleegd"),
        [("PRV-11", "fout", ANALYSE, "prognose.termijn")],
    ),
    "een s.o.-arts": (
        (ANALYSE, TERMIJN, "termijn: de s.o.-arts zegt vier maanden"),
        [("PRV-11", "fout", ANALYSE, "prognose.termijn")],
    ),
    "een andere bedrijfsarts die opvolgt": (
        (ANALYSE, TERMIJN, "termijn: vanaf mei begeleidt een andere bedrijfsarts u"),
        [],
    ),
    "de werkgever in het plan": (
        _plan("visie_werkgever", "Wij horen graag wat de second opinion oplevert."),
        [("PRV-11", "waarschuwing", PLAN, "visie_werkgever")],
    ),
    "de werknemer in het plan": (_plan("visie_werknemer", "Ik vraag een second opinion."), []),
    "de casemanager bij een uitzondering": (
        _uitzondering("Er liep een second opinion."),
        [("PRV-11", "waarschuwing", ZAAK, "uitzonderingen.0.reden")],
    ),
    "het antwoord aan een werkgever die het vroeg": (
        _brief_aan_de_werkgever("Of een second opinion kan, een tweede mening van een ander."),
        [],
    ),
    "een tweede mening zonder van wie": (
        _plan("visie_werkgever", "Wij zijn een tweede mening toegedaan."),
        [],
    ),
}


@pytest.mark.parametrize("naam", OPEN)
def test_wat_de_werkgever_leest_noemt_geen_second_opinion(tmp_path: Path, naam: str) -> None:
    """PRV-11: van de bedrijfsarts een fout, van een ander een waarschuwing, van de werknemer niets."""
    wijziging, verwacht = OPEN[naam]

    assert proef(tmp_path, ["PRV-11"], [wijziging], PEILDATUM) == verwacht


def test_in_het_eigen_bestand_mag_het_gewoon(tmp_path: Path) -> None:
    """PRV-11: de brieven van een second opinion heten zo."""
    assert _in_de_toekenning(tmp_path, "Uw second opinion is bij een andere bedrijfsarts.", "PRV-11") == []
