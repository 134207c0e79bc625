"""BIJ-01 and BIJ-02: each with a case that breaks it, and one just beside it that does not."""

import datetime as dt
from pathlib import Path

import pytest
from eldershulp import Tegenspraak, met_elders

from regelproef import Wijziging, stuk

CODES = ("BIJ-01", "BIJ-02")
PEILDATUM = dt.date(2027, 1, 4)
EERSTE, TWEEDE, DERDE = (stuk(f"bijstelling-plan-van-aanpak-0{nummer}") for nummer in (1, 2, 3))
EERSTEJAARS, EIND, VERSLAG = (
    stuk(naam) for naam in ("eerstejaarsevaluatie", "eindevaluatie", "re-integratieverslag")
)
AANLEIDING = "aanleiding: periodieke_evaluatie\n"
TERUGBLIK = "terugblik:\n  - {afspraak: De werkplek is aangepast, resultaat: nagekomen}\n"
SPOOR_2 = "spoor2: {besluit: starten, vanaf: 2027-01-11}\n"


def _gesprek(dag: str, status: str = "concept", meer: str = AANLEIDING + TERUGBLIK) -> str:
    return (
        f"datum: {dag}\nstatus: {status}\nopsteller: b-smit\ngesprek_op: {dag}\neinddoel: eigen_werk\n{meer}"
    )


def _onvolledig(bestand: str, pad: str) -> Tegenspraak:
    return ("BIJ-01", "waarschuwing", bestand, pad, ())


def _blijft_liggen(bestand: str, later: str) -> Tegenspraak:
    return ("BIJ-02", "fout", bestand, "status", ((later, "datum"),))


GEVALLEN: dict[str, tuple[tuple[Wijziging, ...], list[Tegenspraak]]] = {
    "zonder evaluaties": ((), []),
    # BIJ-01
    "een bijstelling met aanleiding en terugblik": (((EERSTE, "", _gesprek("2026-04-09")),), []),
    "een bijstelling zonder aanleiding": (
        ((EERSTE, "", _gesprek("2026-04-09", meer=TERUGBLIK)),),
        [_onvolledig(EERSTE, "aanleiding")],
    ),
    "een bijstelling zonder terugblik": (
        ((EERSTE, "", _gesprek("2026-04-09", "definitief", AANLEIDING)),),
        [_onvolledig(EERSTE, "terugblik")],
    ),
    "een bijstelling zonder allebei": (
        ((EERSTE, "", _gesprek("2026-04-09", meer="")),),
        [_onvolledig(EERSTE, "aanleiding"), _onvolledig(EERSTE, "terugblik")],
    ),
    "een eerstejaarsevaluatie heeft geen aanleiding nodig": (
        ((EERSTEJAARS, "", _gesprek("2026-12-14", meer=TERUGBLIK + SPOOR_2)),),
        [],
    ),
    "een eerstejaarsevaluatie blikt wel terug": (
        ((EERSTEJAARS, "", _gesprek("2026-12-14", meer=SPOOR_2)),),
        [_onvolledig(EERSTEJAARS, "terugblik")],
    ),
    # BIJ-02
    "een concept is het laatste": (
        ((EERSTE, "", _gesprek("2026-04-09", "definitief")), (TWEEDE, "", _gesprek("2026-05-21"))),
        [],
    ),
    "een concept is overgeslagen": (
        ((EERSTE, "", _gesprek("2026-04-09")), (TWEEDE, "", _gesprek("2026-05-21", "definitief"))),
        [_blijft_liggen(EERSTE, TWEEDE)],
    ),
    "de latere is ook een concept": (
        ((EERSTE, "", _gesprek("2026-04-09")), (TWEEDE, "", _gesprek("2026-05-21"))),
        [],
    ),
    "de latere is van dezelfde dag": (
        ((EERSTE, "", _gesprek("2026-05-21")), (TWEEDE, "", _gesprek("2026-05-21", "definitief"))),
        [],
    ),
    "de latere is van een dag later": (
        ((EERSTE, "", _gesprek("2026-05-20")), (TWEEDE, "", _gesprek("2026-05-21", "definitief"))),
        [_blijft_liggen(EERSTE, TWEEDE)],
    ),
    "getoond wordt de eerste die later is": (
        (
            (EERSTE, "", _gesprek("2026-04-09")),
            (TWEEDE, "", _gesprek("2026-07-02", "definitief")),
            (DERDE, "", _gesprek("2026-05-21", "definitief")),
        ),
        [_blijft_liggen(EERSTE, DERDE)],
    ),
    "de latere is de eerstejaarsevaluatie": (
        (
            (EERSTE, "", _gesprek("2026-04-09")),
            (EERSTEJAARS, "", _gesprek("2026-12-14", "definitief", TERUGBLIK + SPOOR_2)),
        ),
        [_blijft_liggen(EERSTE, EERSTEJAARS)],
    ),
    "de latere is de eindevaluatie": (
        (
            (EERSTE, "", _gesprek("2026-04-09")),
            (EIND, "", "datum: 2026-12-14\nstatus: definitief\nopsteller: b-smit\neinddoel: eigen_werk\n"),
        ),
        [_blijft_liggen(EERSTE, EIND)],
    ),
    "een eerstejaarsevaluatie in concept is er een voor CAL-18": (
        (
            (EERSTEJAARS, "", _gesprek("2026-12-14", meer=TERUGBLIK + SPOOR_2)),
            (EERSTE, "", _gesprek("2026-12-28", "definitief")),
        ),
        [],
    ),
    "zonder handtekening maar vastgesteld is er een voor SIG-01": (
        (
            (EERSTE, "", _gesprek("2026-04-09", "definitief")),
            (TWEEDE, "", _gesprek("2026-05-21", "definitief")),
        ),
        [],
    ),
    "met een verslag is een concept er een voor RIV-11": (
        (
            (EERSTE, "", _gesprek("2026-04-09")),
            (TWEEDE, "", _gesprek("2026-05-21", "definitief")),
            (VERSLAG, "", "datum: 2026-12-21\nopsteller: b-smit\n"),
        ),
        [],
    ),
}


@pytest.mark.parametrize("naam", GEVALLEN)
def test_een_bijstelling(tmp_path: Path, naam: str) -> None:
    """Elke bevinding met beide plaatsen, en geen andere."""
    wijzigingen, verwacht = GEVALLEN[naam]

    assert met_elders(tmp_path, CODES, wijzigingen, PEILDATUM) == verwacht
