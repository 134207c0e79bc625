"""What one word says: exact, inflected, compound, one letter off, a code, an abbreviation, a name; and what only looks like it."""

import json
import os
import re
import subprocess
import sys
from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossiergen.medisch import Achtergrond, aandachtswoorden, noemt_een_van, vind
from dossiergen.medisch.lexicon import INDEX, lexicon
from dossiergen.medisch.lezen import blokken, effen
from dossiergen.medisch.opbouw import inhoudsopgave
from dossiergen.medisch.spelling import een_letter_verschil
from dossiergen.medisch.vinden import _eisen
from dossiergen.medisch.woord import betekenis

_TOON_INDEX = "import json; from dossiergen.medisch.opbouw import inhoudsopgave as i; print(json.dumps(i()))"


def gevonden(zin: str, omgeving: Achtergrond | None = None) -> list[str]:
    return [zin[treffer.begin : treffer.einde] for treffer in vind(zin, omgeving or Achtergrond())]


def test_de_index_is_bij() -> None:
    """`tools/lexicon` schrijft hem; wie een woord toevoegt, draait dat."""
    assert json.loads(INDEX.read_text("utf-8")) == json.loads(json.dumps(inhoudsopgave()))


def test_de_index_hangt_niet_van_het_toeval_af() -> None:
    """Python schudt verzamelingen per keer; de index is elke keer letter voor letter dezelfde."""
    opgaven = {
        subprocess.run(
            [sys.executable, "-c", _TOON_INDEX],
            env={**os.environ, "PYTHONHASHSEED": toeval},
            check=True,
            capture_output=True,
        ).stdout
        for toeval in ("1", "2")
    }

    assert len(opgaven) == 1


def test_geen_woord_staat_met_twee_sterktes_in_de_bron() -> None:
    """Anders hangt van de volgorde van de regels af of het altijd medisch is, of alleen bij wie het heeft."""
    sterktes = defaultdict(set)
    for naam in ("ziekten", "klachten", "middelen", "behandeling"):
        for kop, termen in blokken(naam):
            for term in termen:
                sterktes[re.sub(r"[-' ]", "", term)].add(" ".join(kop[2:]))

    assert {term: sterkte for term, sterkte in sterktes.items() if len(sterkte) > 1} == {}


def test_het_lexicon_is_breed() -> None:
    """Ziekten, klachten, middelen, behandelingen en behandelaars, elk met hun eigen woorden."""
    index = json.loads(INDEX.read_text("utf-8"))
    los = sum(len(reeks.split("\n")) for reeks in index["woorden"].values())
    samen = len({regel for regels in index["uitdrukkingen"].values() for regel in regels.split("\n")})

    assert (los > 2500, samen > 800) == (True, True), (los, samen)


@pytest.mark.parametrize(
    "woord",
    [
        "depressie", "depressies", "hernia", "hernia's", "tumoren", "fracturen", "pillen", "fysiotherapeuten", "burn-out", "burnouts",
        "rugklachten", "kniepijntje", "schouderoperatie", "longontstekingen", "hernia-operatie", "migraineaanval", "kankerpatiënt",
        "chemokuur", "hartfalen", "knieprothese", "eierstokkanker", "galblaasontsteking", "zenuwontsteking", "tandvleesontsteking",
        "sertraline", "Lyrica", "oxycodon", "amoxicilline", "lisinopril", "candesartan", "risankizumab", "zofenopril",
        "PTSS", "adhd", "COPD", "fysiotherapeutisch", "gastroscopie", "mastectomie",
    ],
)  # fmt: skip
def test_een_vorm_of_samenstelling_wordt_gekend(woord: str) -> None:
    """Meervoud, verkleinwoord, samenstelling en achtervoegsel van een middel."""
    term = betekenis(effen(woord))

    assert (term is not None and term.sterkte) in {"", "zorg"}, woord


@pytest.mark.parametrize(
    "woord",
    [
        "depresie", "deperssie", "depressieg", "fysiotherpie", "psychiatr", "hyperventilatei", "migrane", "migranieaanval", "rugklahcten",
        "oxycodonn", "sertralin", "longontsteeking", "zwangerscap", "cardiolog", "epilespie", "chemotherapei",
        "astam", "griepp", "gripe", "reuam", "jciht",
    ],
)  # fmt: skip
def test_een_fout_van_een_letter_maakt_geen_verschil(woord: str) -> None:
    """Een letter te veel, te weinig, een andere, of twee verwisseld; ook in een samenstelling."""
    assert betekenis(woord) is not None, woord


@pytest.mark.parametrize(
    "woord",
    [
        "worden", "boven", "gezond", "factuur", "facturen", "trillingen", "meditatie", "hoofdlijnen", "verband", "asperges",
        "kinderziektes", "pijnpunt", "hoofdpijndossier", "rugleuning", "ruggensteun", "hartelijk", "arbeidstherapeutisch", "bedrijfsarts",
        "verzekeringsarts", "zwangerschapsverlof", "ziekteverzuim", "ziekmelding", "belastbaarheid", "handleiding", "oorzaak", "oogmerk",
        "koopkoorts", "virusscanner", "operationeel", "coöperatie", "economie", "academie", "premie", "microscopie", "klachtenprocedure",
        "apotheekstraat", "pijnackerlaan", "knieschijf", "schouderhoogte", "stressbestendig", "kankerverwekkend",
    ],
)  # fmt: skip
def test_een_gewoon_woord_blijft_gewoon(woord: str) -> None:
    """Wat op een medisch woord lijkt, of er een in zich heeft."""
    term = betekenis(effen(woord))

    assert term is None or term.sterkte == "deel"


@given(st.text(alphabet="abcdeo", min_size=1, max_size=8), st.integers(0, 7), st.sampled_from("abcdeo"))
def test_een_letter_is_een_letter(woord: str, plek: int, letter: str) -> None:
    """Weglaten, toevoegen, vervangen en verwisselen zijn elk één fout, welke kant je ook op kijkt."""
    plek %= len(woord)
    varianten = {
        woord[:plek] + woord[plek + 1 :],
        woord[:plek] + letter + woord[plek:],
        woord[:plek] + letter + woord[plek + 1 :],
        woord[:plek] + woord[plek : plek + 2][::-1] + woord[plek + 2 :],
    }

    assert all(
        een_letter_verschil(woord, anders) and een_letter_verschil(anders, woord) for anders in varianten
    )


@given(st.text(max_size=200))
def test_elke_tekst_wordt_gelezen_en_plaatsen_liggen_erin(tekst: str) -> None:
    """Geen tekst laat het lezen stoppen; treffers staan op volgorde en overlappen niet."""
    treffers = vind(tekst)
    grenzen = [grens for treffer in treffers for grens in (treffer.begin, treffer.einde)]

    assert grenzen == sorted(grenzen)
    assert all(0 <= grens <= len(tekst) for grens in grenzen)
    assert len(effen(tekst)) == len(tekst)


CODES = {
    "F32.1 staat op de brief.": True,
    "ICD-10 M54.5": True,
    "Diagnosecode G43": True,
    "Werkdiagnose L200 vastgelegd.": True,
    "DSM-5: 296.22": True,
    "Het verslag is op A4 geprint.": False,
    "Kamer B12 is vrij.": False,
    "Schaal 8, trede A10": False,
    "De A2 en de N65 waren dicht.": False,
    "Formulier P60 is verzonden.": False,
    "Versie V2.10 van het systeem": False,
}


@pytest.mark.parametrize("zin", CODES)
def test_een_code_van_een_ziekte_is_geen_kamer_of_weg(zin: str) -> None:
    """Een letter met twee cijfers is alleen een ziekte met een punt erin, of met een woord dat het zegt."""
    assert bool(gevonden(zin)) is CODES[zin]


AFKORTINGEN = {
    "Zij heeft MS.": True,
    "Hij werkt met MS Office.": False,
    "Er is ALS vastgesteld.": True,
    "ALS de bedrijfsarts akkoord is, begint zij.": False,
    "Als zij kan, begint zij.": False,
    "De kans is groot.": False,
    "MS-patiënt sinds vorig jaar.": True,
}


@pytest.mark.parametrize("zin", AFKORTINGEN)
def test_een_afkorting_telt_alleen_in_hoofdletters(zin: str) -> None:
    """En dan nog niet als wat erachter staat er iets anders van maakt."""
    assert bool(gevonden(zin)) is AFKORTINGEN[zin]


NAMEN = {
    "Mevrouw De Griep belt.": (),
    "De heer Koorts is casemanager.": (),
    "P. Koorts tekent.": (),
    "Jobcoach Els de Zwelling belt.": (),
    "Met Koorts is gebeld.": ("Koorts",),
    "Hij heeft koorts.": (),
}


@pytest.mark.parametrize("zin", NAMEN)
def test_een_naam_is_geen_ziekte(zin: str) -> None:
    """Aan de aanspreekvorm, de voorletter of het tussenvoegsel te zien, of omdat de zaak de naam kent."""
    namen = NAMEN[zin]

    assert bool(gevonden(zin, Achtergrond(namen=namen))) is (zin == "Hij heeft koorts.")


ZORG = Achtergrond("verpleegkundige", "Ziekenhuis Maasland")
KANTOOR = Achtergrond("boekhouder", "Bouwbedrijf Vos")
WERK_OF_ZORG = [
    ("Zij werkt op de afdeling oncologie.", ZORG, False),
    ("Ligt op de afdeling oncologie.", KANTOOR, True),
    ("Deelt medicatie uit aan de bewoners.", ZORG, False),
    ("Krijgt nieuwe medicatie.", KANTOOR, True),
    ("Zij heeft een hernia.", ZORG, True),
    ("Zij begeleidt cliënten met een depressie.", KANTOOR, False),
    ("Gaat morgen naar de huisarts.", ZORG, True),
    ("Krijgt medicatie.", Achtergrond("verpleegkundige", "Ziekenhuis Maasland"), True),
    ("De verpleegkundige neemt tijdelijk geen nachtdienst.", ZORG, False),
    ("Haar blindengeleidehond mag mee naar kantoor.", ZORG, True),
    ("De training vervalt omdat hij naar de cardioloog moet.", KANTOOR, True),
    ("Hij staat onder controle bij het Antoni van Leeuwenhoek.", KANTOOR, True),
    ("Een bypass in de waterleiding lost de storing op.", KANTOOR, False),
    ("Hij heeft een bypass gekregen.", KANTOOR, True),
    ("Medicatie klaarzetten en wondverzorging.", Achtergrond(over_werk=True), False),
]


@pytest.mark.parametrize(("zin", "omgeving", "medisch"), WERK_OF_ZORG)
def test_werk_in_de_zorg_is_geen_eigen_ziekte(zin: str, omgeving: Achtergrond, medisch: bool) -> None:
    """De functie, de werkgever en de woorden ernaast zeggen om wie het gaat."""
    assert bool(gevonden(zin, omgeving)) is medisch


def test_een_treffer_zegt_soort_en_advies() -> None:
    """In woorden van een lezer, en het advies hoort bij het lichaamsdeel."""
    (treffer,) = vind("Zij heeft knieklachten.")

    assert (treffer.soort, treffer.advies) == (
        "een klacht",
        "beperkt in lopen, staan, traplopen of knielen",
    )


def test_functionele_woorden_trekken_geen_aandacht() -> None:
    """Wat de wet vraagt, wordt niet eens van dichtbij bekeken."""
    assert aandachtswoorden("beperkt in tillen en dragen tot 5 kg, vier uur per dag, geen avonddienst") == ()


def test_een_woord_vraagt_aandacht_door_wat_ernaast_staat() -> None:
    """Een lichaamsdeel pas met een klacht erbij; en dan wordt alleen gelezen waar het staat."""
    woorden = aandachtswoorden("Een gezwollen kuit. Hij werkt vier uur.")

    assert aandachtswoorden("De kuit is zwaar belast.") == ()
    assert "kuit" in woorden
    assert (noemt_een_van("Een gezwollen kuit.", woorden), noemt_een_van("Vier uur.", woorden)) == (
        True,
        False,
    )


def test_een_rustig_woord_zegt_niets() -> None:
    """Anders leest niemand het: wie een woord toevoegt dat in rustig.txt staat, haalt het daar weg."""
    assert sorted(woord for woord in lexicon().rustig if _eisen(woord)) == []
