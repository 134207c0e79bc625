"""TEG-03 and TEG-04: who wrote and signed, against who has which role in the case."""

import datetime as dt
from pathlib import Path

import pytest
from eldershulp import EERSTE, Gevallen, Tegenspraak, met_elders

from regelproef import ANALYSE, ORGANISATIES, PLAN, ZAAK, Wijziging, zonder

CODES = ("TEG-03", "TEG-04")
PEILDATUM = dt.date(2026, 6, 1)


def _iemand(sleutel: str, rol: str) -> Wijziging:
    return (
        ORGANISATIES,
        "",
        (
            f"  {sleutel}:\n    aanhef: neutraal\n    voorletters: F.\n    achternaam: Brand\n"
            f"    functie: {rol}\n    rol: {rol}\n"
        ),
    )


def _rollen(rol: str, *vervullingen: str) -> Wijziging:
    persoon = {"bedrijfsarts": "c-vermaat", "casemanager": "b-smit"}[rol]
    oud = f"{rol}:\n  - {{persoon: {persoon}, vanaf: 2026-01-05}}\n"
    return (ZAAK, oud, f"{rol}:\n" + "".join(f"  - {{{regel}}}\n" for regel in vervullingen))


def _een_ander(bestand: str, pad: str, rol: str, nummer: int = 0) -> Tegenspraak:
    return ("TEG-03", "waarschuwing", bestand, pad, ((ZAAK, f"{rol}.{nummer}.persoon"),))


ARTS, CASEMANAGER = _iemand("f-brand", "bedrijfsarts"), _iemand("f-brand", "casemanager")
BRAND, VERMAAT, SMIT = (f"persoon: {naam}, vanaf: 2026-01-05" for naam in ("f-brand", "c-vermaat", "b-smit"))
TEKENT = "werkgever: {persoon: d-kok, getekend_op: 2026-02-26"
BRAND_TEKENT = TEKENT.replace("d-kok", "f-brand")
GETEKEND = "bedrijfsarts: {persoon: c-vermaat, getekend_op: 2026-02-12"
DOOR_BRAND = "bedrijfsarts: {persoon: f-brand, getekend_op: 2026-02-12"

EVALUATIE = "datum: 2026-04-09\nopsteller: b-smit\ngesprek_op: 2026-04-09\neinddoel: eigen_werk\n"

MENSEN: Gevallen = {
    "een andere bedrijfsarts schreef en tekende": (
        (ARTS, _rollen("bedrijfsarts", BRAND)),
        [_een_ander(ANALYSE, "opsteller", "bedrijfsarts")],
    ),
    "een andere bedrijfsarts tekende": (
        (ARTS, (ANALYSE, GETEKEND, DOOR_BRAND)),
        [_een_ander(ANALYSE, "ondertekening.bedrijfsarts.persoon", "bedrijfsarts")],
    ),
    "een ander tekende, een derde schreef": (
        (
            ARTS,
            _iemand("g-vos", "bedrijfsarts"),
            (ANALYSE, GETEKEND, DOOR_BRAND),
            _rollen("bedrijfsarts", "persoon: g-vos, vanaf: 2026-01-05"),
        ),
        [
            _een_ander(ANALYSE, "ondertekening.bedrijfsarts.persoon", "bedrijfsarts"),
            _een_ander(ANALYSE, "opsteller", "bedrijfsarts"),
        ],
    ),
    "een arts onder supervisie van de bedrijfsarts": (
        (
            _iemand("f-brand", "arts_onder_supervisie"),
            (ANALYSE, "opsteller: c-vermaat", "opsteller: f-brand"),
            (ANALYSE, "", "verantwoordelijke_bedrijfsarts: c-vermaat\n"),
        ),
        [],
    ),
    "onder supervisie van een andere bedrijfsarts": (
        (
            ARTS,
            (ANALYSE, "", "verantwoordelijke_bedrijfsarts: f-brand\n"),
        ),
        [_een_ander(ANALYSE, "verantwoordelijke_bedrijfsarts", "bedrijfsarts")],
    ),
    "wie geen bedrijfsarts is, is er een voor PA-01": (
        ((ANALYSE, "opsteller: c-vermaat", "opsteller: d-kok"),),
        [],
    ),
    # the consult was on 10 February, the paper of 12 February
    "de rol wisselde op de dag na het spreekuur": (
        (ARTS, _rollen("bedrijfsarts", VERMAAT, "persoon: f-brand, vanaf: 2026-02-11")),
        [],
    ),
    "de rol wisselde op de dag van het spreekuur": (
        (ARTS, _rollen("bedrijfsarts", VERMAAT, "persoon: f-brand, vanaf: 2026-02-10")),
        [_een_ander(ANALYSE, "opsteller", "bedrijfsarts", 1)],
    ),
    "de rol wisselde naar de schrijver op de dag van tekenen": (
        (
            ARTS,
            _rollen("bedrijfsarts", BRAND, "persoon: c-vermaat, vanaf: 2026-02-12"),
        ),
        [],
    ),
    # casemanager
    "een andere casemanager stelde het plan op": (
        (CASEMANAGER, _rollen("casemanager", BRAND)),
        [_een_ander(PLAN, "opsteller", "casemanager")],
    ),
    "een andere casemanager tekende": (
        (CASEMANAGER, (PLAN, TEKENT, BRAND_TEKENT)),
        [_een_ander(PLAN, "ondertekening.werkgever.persoon", "casemanager")],
    ),
    "een leidinggevende mag opstellen en tekenen": (
        (
            _iemand("f-brand", "leidinggevende"),
            (PLAN, TEKENT, BRAND_TEKENT),
            (PLAN, "opsteller: b-smit", "opsteller: f-brand"),
        ),
        [],
    ),
    "de contactpersoon mag altijd tekenen": (
        (
            CASEMANAGER,
            (PLAN, TEKENT, BRAND_TEKENT),
            (ORGANISATIES, "contactpersoon: d-kok", "contactpersoon: f-brand"),
        ),
        [],
    ),
    "de casemanager van de dag van het gesprek": (
        (
            CASEMANAGER,
            _rollen("casemanager", SMIT, "persoon: f-brand, vanaf: 2026-04-06"),
            (EERSTE, "", EVALUATIE.replace("gesprek_op: 2026-04-09", "gesprek_op: 2026-04-05")),
        ),
        [],
    ),
    "de casemanager van daarvoor": (
        (
            CASEMANAGER,
            _rollen("casemanager", SMIT, "persoon: f-brand, vanaf: 2026-04-06"),
            (EERSTE, "", EVALUATIE),
        ),
        [_een_ander(EERSTE, "opsteller", "casemanager", 1)],
    ),
    # TEG-04
    "een arts tekent voor de werkgever": (
        (ARTS, (PLAN, TEKENT, BRAND_TEKENT)),
        [
            (
                "TEG-04",
                "waarschuwing",
                PLAN,
                "ondertekening.werkgever.persoon",
                ((ORGANISATIES, "personen.f-brand.rol"),),
            )
        ],
    ),
    "een arts die ook de analyse schreef, is er een voor SIG-05": (
        ((PLAN, TEKENT, TEKENT.replace("d-kok", "c-vermaat")),),
        [],
    ),
    "zonder stuk van die arts is het TEG-04": (
        ((PLAN, TEKENT, TEKENT.replace("d-kok", "c-vermaat")), zonder(ANALYSE)),
        [
            (
                "TEG-04",
                "waarschuwing",
                PLAN,
                "ondertekening.werkgever.persoon",
                ((ORGANISATIES, "personen.c-vermaat.rol"),),
            )
        ],
    ),
}


@pytest.mark.parametrize("naam", MENSEN)
def test_een_stuk_noemt_de_mensen_van_de_zaak(tmp_path: Path, naam: str) -> None:
    """Bedrijfsarts en casemanager zoals zaak.yaml hen op die dag noemt."""
    wijzigingen, verwacht = MENSEN[naam]

    assert met_elders(tmp_path, CODES, wijzigingen, PEILDATUM) == verwacht
