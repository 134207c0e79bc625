"""TEG-09, TEG-10 and BIJ-03: days that cannot be, a judgment against itself, numbers that do not run on."""

import datetime as dt
from pathlib import Path

import pytest
from eldershulp import (
    BIJGESTELD,
    EERSTE,
    OORDEEL,
    TWEEDE,
    Gevallen,
    Tegenspraak,
    bijgesteld,
    gesprek,
    met_elders,
    oordeel,
)

from regelproef import ANALYSE, PLAN, ZAAK, stuk

CODES = ("BIJ-03", "TEG-09", "TEG-10")
PEILDATUM = dt.date(2027, 6, 1)
DERDE = stuk("bijstelling-plan-van-aanpak-03")
UITNODIGING, TEKENEN, KOPIE, VERSLAG = (
    stuk(naam)
    for naam in (
        "brief-uitnodiging-01", "brief-plan-ter-ondertekening-01", "brief-kopie-verslag", "re-integratieverslag",
    )
)  # fmt: skip
_VAST = "status: definitief\nopsteller: b-smit\n"


def _dag(bestand: str, pad: str) -> Tegenspraak:
    return ("TEG-09", "waarschuwing", bestand, pad, ((bestand, "datum"),))


def _tegen(bestand: str, anders: str) -> Tegenspraak:
    return ("TEG-10", "waarschuwing", bestand, "einddoel", ((bestand, anders),))


def _uitnodiging(op: str) -> str:
    return (
        f"datum: 2026-04-01\n{_VAST}waarvoor: evaluatie\n"
        f'afspraak: {{op: {op}, tijd: "10.00 uur", waar: in de winkel, met: b-smit}}\n'
    )


GEVALLEN: Gevallen = {
    "zoals het hoort": ((), []),
    # TEG-09
    "een spreekuur na het stuk": (
        ((ANALYSE, "spreekuur_op: 2026-02-10", "spreekuur_op: 2026-02-13"),), [_dag(ANALYSE, "spreekuur_op")],
    ),
    "een spreekuur op de dag zelf": (((ANALYSE, "spreekuur_op: 2026-02-10", "spreekuur_op: 2026-02-12"),), []),
    "een consult dat al voorbij is": (
        ((ANALYSE, "volgend_consult: 2026-04-07", "volgend_consult: 2026-02-11"),),
        [_dag(ANALYSE, "vervolg.volgend_consult")],
    ),
    "een gesprek na het stuk": (
        ((EERSTE, "", gesprek()[2].replace("gesprek_op: 2026-04-09", "gesprek_op: 2026-04-10")),),
        [_dag(EERSTE, "gesprek_op")],
    ),
    "een concept kan op een gesprek wachten": (
        ((EERSTE, "", gesprek(status="concept")[2].replace("gesprek_op: 2026-04-09", "gesprek_op: 2026-04-10")),), [],
    ),
    "een volgende evaluatie die al voorbij is": (
        (gesprek(meer="volgende_evaluatie: 2026-04-08\n"),), [_dag(EERSTE, "volgende_evaluatie")],
    ),
    "een eerste evaluatie voor het plan": (
        ((PLAN, "eerste_op: 2026-04-09", "eerste_op: 2026-02-25"),), [_dag(PLAN, "evaluatie.eerste_op")],
    ),
    "een afschrift voor het stuk": (
        ((PLAN, "afschriften: {werknemer: 2026-02-26", "afschriften: {werknemer: 2026-02-25"),),
        [_dag(PLAN, "afschriften.werknemer")],
    ),
    "een afschrift van de eerste versie": (
        (
            (PLAN, "afschriften: {werknemer: 2026-02-26", "afschriften: {werknemer: 2026-02-25"),
            (PLAN, "opsteller: b-smit", "opsteller: b-smit\nversie: 2\nwijziging: De uren."),
        ),
        [],
    ),
    "een afspraak die eindigt voor zij begint": (
        ((PLAN, "gereed: 2026-03-02", "gereed: 2026-02-25"),),
        [("TEG-09", "waarschuwing", PLAN, "activiteiten.0.gereed", ())],
    ),
    "een uitnodiging voor gisteren": (
        ((UITNODIGING, "", _uitnodiging("2026-03-31")),), [_dag(UITNODIGING, "afspraak.op")],
    ),
    "een uitnodiging voor vandaag": (((UITNODIGING, "", _uitnodiging("2026-04-01")),), []),
    "terug voor de brief er is": (
        ((TEKENEN, "", f"datum: 2026-03-02\n{_VAST}stuk: plan-van-aanpak\nterug_voor: 2026-03-01\n"),),
        [_dag(TEKENEN, "terug_voor")],
    ),
    "een kopie voor het verslag": (
        (
            (KOPIE, "", f"datum: 2027-05-20\n{_VAST}reageren_voor: 2027-05-19\n"),
            (VERSLAG, "", f"datum: 2027-05-20\n{_VAST}kopie_aan_werknemer: 2027-05-19\n"),
        ),
        [_dag(KOPIE, "reageren_voor"), _dag(VERSLAG, "kopie_aan_werknemer")],
    ),
    # TEG-10
    "blijvend geen mogelijkheden met een einddoel": (
        ((ANALYSE, "benutbaar: ja", "benutbaar: nee_duurzaam"),), [_tegen(ANALYSE, "mogelijkheden.benutbaar")],
    ),
    "geen mogelijkheden terwijl iemand werkt": (
        (
            (ANALYSE, "benutbaar: ja", "benutbaar: nee_tijdelijk\n  herbeoordeling_op: 2026-05-12"),
            (ZAAK, "", "  hervattingen:\n    - {vanaf: 2026-02-02, uren_per_week: 4, werk: eigen_werk}\n"),
        ),
        [
            (
                "TEG-10", "waarschuwing", ANALYSE, "mogelijkheden.benutbaar",
                ((ZAAK, "verzuim.hervattingen.0.uren_per_week"),),
            )
        ],
    ),
    "mogelijkheden zonder einddoel": (
        (oordeel(einddoel="geen_mogelijkheden"),), [_tegen(OORDEEL, "mogelijkheden.benutbaar")],
    ),
    "een einddoel elders in spoor 1": (
        (bijgesteld("2026-05-04", einddoel="ander_werk_andere_werkgever", meer="spoor: spoor_1\n"),),
        [_tegen(BIJGESTELD, "spoor")],
    ),
    "een einddoel elders in beide sporen": (
        (bijgesteld("2026-05-04", einddoel="ander_werk_andere_werkgever", meer="spoor: spoor_1_en_2\n"),), [],
    ),
    # BIJ-03
    "een hoger nummer dat eerder was": (
        (gesprek(EERSTE, "2026-05-21"), gesprek(TWEEDE, "2026-04-09")),
        [("BIJ-03", "waarschuwing", TWEEDE, "datum", ((EERSTE, "datum"),))],
    ),
    "een nummer dat ontbreekt": (
        (gesprek(EERSTE, "2026-04-09"), gesprek(DERDE, "2026-05-21")), [("BIJ-03", "waarschuwing", DERDE, "", ())],
    ),
    "een eerste die er niet is": ((gesprek(TWEEDE, "2026-04-09"),), [("BIJ-03", "waarschuwing", TWEEDE, "", ())]),
    "drie op een rij": (
        (gesprek(EERSTE, "2026-04-09"), gesprek(TWEEDE, "2026-05-21"), gesprek(DERDE, "2026-05-21")), [],
    ),
}  # fmt: skip


@pytest.mark.parametrize("naam", GEVALLEN)
def test_wat_niet_kan(tmp_path: Path, naam: str) -> None:
    """Elke bevinding met beide plaatsen, en geen andere."""
    wijzigingen, verwacht = GEVALLEN[naam]

    assert met_elders(tmp_path, CODES, wijzigingen, PEILDATUM) == verwacht
