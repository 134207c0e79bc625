"""PRV-04: what is found about somebody's private life, and what looks like it and is work."""

import datetime as dt
import json
from pathlib import Path

import pytest

from regelproef import ANALYSE, PLAN, ZAAK, Wijziging, proef

CODES = ("PRV-04",)
PEILDATUM = dt.date(2026, 3, 1)
VISIE = "Wij vinden dit plan haalbaar en houden het rooster vrij."

PRIVE = (
    "Zij ligt in scheiding.",
    "Het gaat minder goed door de scheiding.",
    "Hij is onlangs gescheiden en woont nu alleen.",
    "Zij gaat binnenkort scheiden.",
    "Door de echtscheiding slaapt zij slecht.",
    "Haar ex-partner werkt ook in de bakkerij.",
    "Er zijn relatieproblemen.",
    "Naast het werk verleent zij mantelzorg.",
    "Zij is mantelzorger en heeft weinig tijd.",
    "Hij zorgt voor zijn demente moeder.",
    "Zij verzorgt haar zieke vader.",
    "Door schulden is er spanning.",
    "Hij zit in de schuldsanering.",
    "Er zijn financiële problemen.",
    "Er ligt loonbeslag.",
    "Er is sprake van schulden.",
    "Er spelen relationele problemen.",
    "De kinderen zijn vaak ziek.",
    "Zij heeft ruzie met haar broer.",
    "Thuis is het onrustig.",
    "Zij heeft een kind met een beperking.",
    "Privé speelt er veel.",
    "Na het overlijden van haar moeder lukt het werk niet.",
    "Haar vader is vorige maand overleden.",
    "Zij is in de rouw.",
    "De rouwverwerking kost tijd.",
    "Er was een sterfgeval in de familie.",
    "Er is huiselijk geweld geweest.",
    "Er zijn problemen thuis.",
    "Zij heeft een moeilijke thuissituatie.",
    "Er spelen privéproblemen.",
    "Er zijn spanningen in het gezin.",
    "De kinderen zijn uit huis geplaatst.",
    "Haar kind is ziek.",
    "Hij heeft een zieke dochter.",
    "Zijn partner is al lang verslaafd.",
    "De verslaving van haar zoon vraagt veel.",
    "Haar man is\nopgenomen in een kliniek.",
)
WERK = (
    "De scheiding van taken is besproken.",
    "Er komt een scheiding tussen magazijn en winkel.",
    "De gescheiden afvalstromen blijven bij een collega.",
    "Wij gaan het afval scheiden.",
    "Het is niet zijn schuld dat de planning uitliep.",
    "Het nog verschuldigde loon is betaald.",
    "De financiële problemen van het bedrijf zijn voorbij.",
    "De medewerker schuldhulpverlening leert haar in.",
    "De verhuizing van de afdeling is in mei.",
    "Onze partner in dit project levert de oven.",
    "Het contact met mantelzorgers van klanten doet een collega.",
    "Ons mantelzorgbeleid staat op intranet.",
    "De mantelzorgmakelaar denkt mee over de planning.",
    "Zij werkt twee dagen thuis.",
    "Bezorgen bij klanten thuis kan weer.",
    "De relatie met de leidinggevende is goed.",
    "De overleggen zijn op maandag.",
    "Hij blijft vertrouwen houden en is niet meer ziek.",
    "De rouwboeketten maakt een collega.",
    "Zij volgt de training meldcode huiselijk geweld.",
    "Bij ziekte van een collega neemt zij niets over.",
    "Er spelen omstandigheden buiten het werk; de bedrijfsarts weet ervan.",
    "Er zijn kinderen ziek in haar klas.",
    "De werkgever zorgt voor een man extra op de lijn.",
    "De man is opgenomen in de planning.",
    "De relatie met de klant is verbroken.",
    "Werk en privé gescheiden houden.",
    "Er zijn vier mensen ziek op de afdeling.",
    "De werknemer is ziek en kan nog niet tillen.",
)


def _visie(tekst: str) -> Wijziging:
    return (PLAN, f"visie_werkgever: {VISIE}", f"visie_werkgever: {json.dumps(tekst)}")


@pytest.mark.parametrize("tekst", PRIVE)
def test_wat_over_het_priveleven_gaat_wordt_genoemd(tmp_path: Path, tekst: str) -> None:
    """Een waarschuwing op het veld zelf."""
    assert proef(tmp_path, CODES, [_visie(tekst)], PEILDATUM) == [
        ("PRV-04", "waarschuwing", PLAN, "visie_werkgever")
    ]


@pytest.mark.parametrize("tekst", WERK)
def test_wat_over_werk_gaat_blijft_ongemoeid(tmp_path: Path, tekst: str) -> None:
    """Dezelfde woorden, een andere betekenis."""
    assert proef(tmp_path, CODES, [_visie(tekst)], PEILDATUM) == []


MANTELZORG = "Zij verleent mantelzorg."
PLEKKEN: dict[str, tuple[Wijziging, list[tuple[str, str]]]] = {
    "de bedrijfsarts": (
        (ANALYSE, "termijn: binnen vier maanden", f"termijn: {MANTELZORG}"),
        [(ANALYSE, "prognose.termijn")],
    ),
    "de werknemer zelf": (
        (
            PLAN,
            "visie_werknemer: Ik wil graag terug naar mijn eigen werk en vind de stappen goed te doen.",
            f"visie_werknemer: {MANTELZORG}",
        ),
        [],
    ),
    "de functie": ((ZAAK, "functie: bakker", "functie: medewerker mantelzorg"), []),
    "de taken": (
        (ZAAK, "taken: Deeg maken, brood bakken en de oven bedienen.", "taken: Mantelzorg regelen."),
        [],
    ),
    "de straat": ((ZAAK, "straat: Lindelaan 4", "straat: Mantelzorg 4"), []),
    "de achternaam": ((ZAAK, "achternaam: Hofstra", "achternaam: Mantelzorg"), []),
    "een uitzondering": (
        (
            ZAAK,
            "",
            f"uitzonderingen:\n  - {{code: CAL-15, pad: datum, door: b-smit, datum: 2026-03-01, reden: {MANTELZORG}}}\n",
        ),
        [(ZAAK, "uitzonderingen.0.reden")],
    ),
}


@pytest.mark.parametrize("naam", PLEKKEN)
def test_waar_het_staat_maakt_uit(tmp_path: Path, naam: str) -> None:
    """Namen, adressen en het werk zelf niet; wat de werknemer zelf schreef ook niet."""
    wijziging, verwacht = PLEKKEN[naam]

    assert proef(tmp_path, CODES, [wijziging], PEILDATUM) == [
        ("PRV-04", "waarschuwing", bestand, pad) for bestand, pad in verwacht
    ]
