"""TEG-08: advice, decision and result of spoor 2, where two documents contradict each other and where they do not."""

import datetime as dt
from pathlib import Path

import pytest
from eldershulp import (
    EERSTE,
    EERSTEJAARS,
    EIND,
    Gevallen,
    Tegenspraak,
    bijgesteld,
    eind,
    gesprek,
    met_elders,
)

from regelproef import ANALYSE, ZAAK, Wijziging

CODES = ("TEG-08",)
PEILDATUM = dt.date(2027, 6, 1)
ELDERS = "ander_werk_andere_werkgever"
TOELICHTING = "einddoel_toelichting: Zonder zwaar tillen.\n"


def _besluit(regel: str, status: str = "definitief") -> Wijziging:
    return gesprek(EERSTEJAARS, "2026-12-14", meer=f"spoor2: {{{regel}}}\n", status=status)


NIET_NODIG = "besluit: niet_nodig, grond: structureel_hervat, reden: Het gaat goed."
ADVIES = (ANALYSE, "spoor: spoor_1\n", "spoor: spoor_1_en_2\n")
RESULTAAT = (
    "sporen:\n  - {spoor: 1, resultaat: Halve dagen.}\n  - {spoor: 2, resultaat: Een proefplaatsing.}\n"
)
GEEN_RESULTAAT = "sporen:\n  - {spoor: 1, resultaat: Halve dagen.}\n"
BESLUIT = ((EERSTEJAARS, "spoor2.besluit"),)
TEGEN_HET_ADVIES: list[Tegenspraak] = [
    ("TEG-08", "waarschuwing", EERSTEJAARS, "spoor2.besluit", ((ANALYSE, "spoor"),))
]
ZONDER_RESULTAAT: list[Tegenspraak] = [("TEG-08", "waarschuwing", EIND, "sporen", BESLUIT)]
NOOIT_BEGONNEN: list[Tegenspraak] = [("TEG-08", "oordeel", EIND, "sporen.1", BESLUIT)]

SPOOR_2: Gevallen = {
    # against the advice
    "spoor 2 geadviseerd en niet nodig, met een reden": ((ADVIES, _besluit(NIET_NODIG)), []),
    "spoor 2 geadviseerd en niet nodig, zonder reden": (
        (ADVIES, _besluit("besluit: niet_nodig, grond: structureel_hervat")),
        TEGEN_HET_ADVIES,
    ),
    "alleen spoor 2 geadviseerd": (
        (
            (ANALYSE, "spoor: spoor_1\n", "spoor: spoor_2\n"),
            _besluit("besluit: niet_nodig", "concept"),
        ),
        TEGEN_HET_ADVIES,
    ),
    "spoor 1 geadviseerd en spoor 2 niet nodig": ((_besluit("besluit: niet_nodig"),), []),
    "spoor 2 geadviseerd en gestart": ((ADVIES, _besluit("besluit: starten, vanaf: 2027-01-11")), []),
    "het advies is van later": (
        (bijgesteld("2026-12-15", meer="spoor: spoor_1_en_2\n"), _besluit("besluit: niet_nodig")),
        [],
    ),
    # started, and no result
    "gestart, met een resultaat": ((_besluit("besluit: starten"), eind(RESULTAAT)), []),
    "gestart, zonder resultaat": ((_besluit("besluit: starten"), eind(GEEN_RESULTAAT)), ZONDER_RESULTAAT),
    "het liep, en er staat niets over sporen": ((_besluit("besluit: loopt"), eind()), ZONDER_RESULTAAT),
    "in een concept gestart": ((_besluit("besluit: starten", "concept"), eind()), []),
    "niet besloten": ((gesprek(EERSTEJAARS, "2026-12-14"), eind(RESULTAAT)), []),
    # a result, and never started
    "niet nodig, zonder resultaat": ((_besluit(NIET_NODIG), eind(GEEN_RESULTAAT)), []),
    "niet nodig, en toch een resultaat": ((_besluit(NIET_NODIG), eind(RESULTAAT)), NOOIT_BEGONNEN),
    "het resultaat is dat het niet nodig was": (
        (
            _besluit(NIET_NODIG),
            eind(RESULTAAT.replace("Een proefplaatsing.", "Dat was hier niet nodig.")),
        ),
        [],
    ),
    "de bedrijfsarts adviseerde het later": (
        (
            _besluit(NIET_NODIG),
            bijgesteld("2027-01-11", meer="spoor: spoor_1_en_2\n"),
            eind(RESULTAAT),
        ),
        [],
    ),
    "de bedrijfsarts adviseerde het eerder": (
        (
            _besluit(NIET_NODIG),
            bijgesteld("2026-12-14", meer="spoor: spoor_1_en_2\n"),
            eind(RESULTAAT),
        ),
        NOOIT_BEGONNEN,
    ),
    "een latere bijstelling heeft een einddoel elders": (
        (
            _besluit(NIET_NODIG),
            gesprek(EERSTE, "2027-01-25", ELDERS, TOELICHTING),
            eind(RESULTAAT, ELDERS),
        ),
        [],
    ),
    "een latere bijstelling noemt spoor 2": (
        (
            _besluit(NIET_NODIG),
            gesprek(EERSTE, "2027-01-25", meer="visie_werkgever: Wij starten het tweede spoor.\n"),
            eind(RESULTAAT),
        ),
        [],
    ),
    "een latere bijstelling noemt het niet": (
        (
            _besluit(NIET_NODIG),
            gesprek(EERSTE, "2027-01-25", meer="visie_werkgever: Wij gaan door.\n"),
            eind(RESULTAAT),
        ),
        NOOIT_BEGONNEN,
    ),
    "er werd bij een ander gewerkt": (
        (
            _besluit(NIET_NODIG),
            (
                ZAAK,
                "",
                "  hervattingen:\n    - {vanaf: 2027-02-01, uren_per_week: 8, werk: ander_werk_andere_werkgever}\n",
            ),
            eind(RESULTAAT),
        ),
        [],
    ),
}


@pytest.mark.parametrize("naam", SPOOR_2)
def test_over_spoor_2_zeggen_de_stukken_hetzelfde(tmp_path: Path, naam: str) -> None:
    """Advies, besluit en resultaat."""
    wijzigingen, verwacht = SPOOR_2[naam]

    assert met_elders(tmp_path, CODES, wijzigingen, PEILDATUM) == verwacht
