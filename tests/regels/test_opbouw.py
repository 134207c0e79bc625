"""PVA-08 to PVA-10: each with a case that breaks it, and one just beside it that does not."""

import datetime as dt
from pathlib import Path

import pytest

from regelproef import ANALYSE, PLAN, ZAAK, Bevinding, Wijziging, proef, stuk

CODES = ("PVA-08", "PVA-09", "PVA-10")
EVALUATIE, VOLGENDE = (stuk(f"bijstelling-plan-van-aanpak-0{nr}") for nr in (1, 2))
EINDEVALUATIE = stuk("eindevaluatie")

CONCEPT = "status: ondertekend", "status: concept"
SCHEMA = (
    "  - {vanaf: 2026-03-02, uren_per_week: 12, taken: licht werk in de bakkerij, loonwaarde: ja}\n"
    "  - {vanaf: 2026-04-13, uren_per_week: 24, taken: licht werk en de oven, loonwaarde: ja}\n"
    "  - {vanaf: 2026-05-11, uren_per_week: 36, taken: eigen werk, loonwaarde: ja}\n"
)


def _stap(vanaf: str, uren: str, loonwaarde: str = "ja", taken: str = "werk") -> str:
    return f"  - {{vanaf: 2026-{vanaf}, uren_per_week: {uren}, taken: {taken}, loonwaarde: {loonwaarde}}}\n"


def _schema(*stappen: str, bestand: str = PLAN) -> Wijziging:
    return (bestand, SCHEMA, "".join(stappen))


def _gesprek(dag: str, meer: str) -> str:
    return f"datum: {dag}\nopsteller: b-smit\ngesprek_op: {dag}\neinddoel: eigen_werk\n{meer}"


def _hervattingen(*regels: str) -> Wijziging:
    return (ZAAK, "", "  hervattingen:\n" + "".join(f"    - {{{regel}}}\n" for regel in regels))


def _gevonden(*waar: str, code: str = "PVA-08", ernst: str = "fout", bestand: str = PLAN) -> list[Bevinding]:
    return [(code, ernst, bestand, pad) for pad in waar]


SCHEMAS: dict[str, tuple[tuple[Wijziging, ...], list[Bevinding]]] = {
    "uren tot en met het contract": ((), []),
    "een kwartier meer dan het contract": (
        (_schema(_stap("03-02", "36.25")),),
        _gevonden("opbouwschema.0.uren_per_week"),
    ),
    "een concept mag nog te veel uren hebben": (
        (_schema(_stap("03-02", "37")), (PLAN, *CONCEPT)),
        _gevonden("opbouwschema.0.uren_per_week", ernst="waarschuwing"),
    ),
    "twee stappen op één dag": (
        (_schema(_stap("03-02", "12"), _stap("03-02", "24")),),
        _gevonden("opbouwschema.1.vanaf"),
    ),
    "een stap die eerder begint": (
        (_schema(_stap("03-02", "12"), _stap("03-01", "8")),),
        _gevonden("opbouwschema.1.vanaf"),
    ),
    "een stap die een dag later begint": ((_schema(_stap("03-02", "12"), _stap("03-03", "24")),), []),
    "een stap terug": (
        (_schema(_stap("03-02", "12"), _stap("04-13", "11.5"), _stap("05-11", "36")),),
        _gevonden("opbouwschema.1.uren_per_week", ernst="waarschuwing"),
    ),
    "een stap die niets verandert": (
        (_schema(_stap("03-02", "12"), _stap("04-13", "12")),),
        _gevonden("opbouwschema.1.uren_per_week", ernst="waarschuwing"),
    ),
    "evenveel uren in ander werk": (
        (_schema(_stap("03-02", "12"), _stap("04-13", "12", taken="de oven")),),
        [],
    ),
    "evenveel uren, nu met loonwaarde": ((_schema(_stap("03-02", "12", "nee"), _stap("04-13", "12")),), []),
    "ook in de analyse": (
        (_schema(_stap("03-02", "40"), _stap("03-02", "36"), bestand=ANALYSE),),
        _gevonden("opbouwschema.0.uren_per_week", "opbouwschema.1.vanaf", bestand=ANALYSE),
    ),
    "ook in een evaluatie": (
        ((EVALUATIE, "", _gesprek("2026-03-20", f"opbouwschema:\n{_stap('03-23', '40')}")),),
        _gevonden("opbouwschema.0.uren_per_week", ernst="waarschuwing", bestand=EVALUATIE),
    ),
}


@pytest.mark.parametrize("naam", SCHEMAS)
def test_een_opbouwschema_loopt_op_binnen_het_contract(tmp_path: Path, naam: str) -> None:
    wijzigingen, verwacht = SCHEMAS[naam]

    assert proef(tmp_path, CODES, wijzigingen, dt.date(2026, 3, 20)) == verwacht


def _lang(bestand: str = PLAN, pad: str = "opbouwschema.0.loonwaarde") -> list[Bevinding]:
    return _gevonden(pad, code="PVA-09", ernst="waarschuwing", bestand=bestand)


HERVAT = _lang(ZAAK, "verzuim.hervattingen.0.loonwaarde_procent")
THERAPEUTISCH = (
    "vanaf: 2026-03-02, uren_per_week: 12, werk: ander_werk_eigen_werkgever, loonwaarde_procent: 0"
)
HERSTELD = (ZAAK, "    - van: 2026-01-05\n", "    - {van: 2026-01-05, tot_en_met: 2026-04-12}\n")

ZONDER_LOONWAARDE: dict[str, tuple[tuple[Wijziging, ...], str, list[Bevinding]]] = {
    "zes weken": (
        (_schema(_stap("03-02", "12", "nee"), _stap("04-13", "24")),),
        "2026-03-01",
        [],
    ),
    "zes weken en een dag": (
        (_schema(_stap("03-02", "12", "nee"), _stap("04-14", "24")),),
        "2026-03-01",
        _lang(),
    ),
    "twee stappen samen": (
        (_schema(_stap("03-02", "8", "nee"), _stap("03-23", "12", "nee"), _stap("04-14", "24")),),
        "2026-03-01",
        _lang(),
    ),
    "twee keer, met loonwaarde ertussen": (
        (
            _schema(
                _stap("03-02", "8", "nee"),
                _stap("03-23", "12"),
                _stap("04-06", "16", "nee"),
                _stap("05-18", "24"),
            ),
        ),
        "2026-03-01",
        [],
    ),
    "nul uren is geen werk": (
        (_schema(_stap("03-02", "0", "nee"), _stap("04-14", "24")),),
        "2026-03-01",
        [],
    ),
    "zonder einde, na zes weken": ((_schema(_stap("03-02", "12", "nee")),), "2026-04-13", []),
    "zonder einde, een dag later": ((_schema(_stap("03-02", "12", "nee")),), "2026-04-14", _lang()),
    "een evaluatie maakt er een einde aan": (
        (
            _schema(_stap("03-02", "12", "nee")),
            (EVALUATIE, "", _gesprek("2026-03-20", f"opbouwschema:\n{_stap('04-13', '24')}")),
        ),
        "2026-06-01",
        [],
    ),
    "een evaluatie maakt er te laat een einde aan": (
        (
            _schema(_stap("03-02", "12", "nee")),
            (EVALUATIE, "", _gesprek("2026-03-20", f"opbouwschema:\n{_stap('04-14', '24')}")),
        ),
        "2026-04-01",
        _lang(),
    ),
    "een hervatting maakt er een einde aan": (
        (
            _schema(_stap("03-02", "12", "nee")),
            _hervattingen("vanaf: 2026-04-13, uren_per_week: 24, werk: eigen_werk, loonwaarde_procent: 60"),
        ),
        "2026-06-01",
        [],
    ),
    "herstel maakt er een einde aan": (
        (_schema(_stap("03-02", "12", "nee")), HERSTELD),
        "2026-06-01",
        [],
    ),
    "in een evaluatie": (
        (
            (
                EVALUATIE,
                "",
                _gesprek("2026-03-20", f"opbouwschema:\n{_stap('03-23', '12', 'nee')}{_stap('05-05', '24')}"),
            ),
        ),
        "2026-04-01",
        _lang(EVALUATIE),
    ),
    "hervat zonder loonwaarde, na zes weken": ((_hervattingen(THERAPEUTISCH),), "2026-04-13", []),
    "hervat zonder loonwaarde, een dag later": ((_hervattingen(THERAPEUTISCH),), "2026-04-14", HERVAT),
    "daarna met loonwaarde": (
        (
            _hervattingen(
                THERAPEUTISCH, "vanaf: 2026-04-13, uren_per_week: 24, werk: eigen_werk, loonwaarde_procent: 1"
            ),
        ),
        "2026-06-01",
        [],
    ),
    "daarna te laat met loonwaarde": (
        (
            _hervattingen(
                THERAPEUTISCH, "vanaf: 2026-04-14, uren_per_week: 24, werk: eigen_werk, loonwaarde_procent: 1"
            ),
        ),
        "2026-06-01",
        HERVAT,
    ),
    "daarna weer geen werk": (
        (
            _hervattingen(
                THERAPEUTISCH, "vanaf: 2026-04-13, uren_per_week: 0, werk: geen_werk, loonwaarde_procent: 0"
            ),
        ),
        "2026-06-01",
        [],
    ),
    "een loonwaarde die niemand noemde": (
        (_hervattingen(THERAPEUTISCH.replace(", loonwaarde_procent: 0", "")),),
        "2026-06-01",
        [],
    ),
}


@pytest.mark.parametrize("naam", ZONDER_LOONWAARDE)
def test_arbeidstherapeutisch_werk_duurt_ten_hoogste_zes_weken(tmp_path: Path, naam: str) -> None:
    """De weken tellen van de eerste stap zonder loonwaarde tot de volgende met, of tot de peildatum."""
    wijzigingen, peildatum, verwacht = ZONDER_LOONWAARDE[naam]

    assert proef(tmp_path, CODES, wijzigingen, dt.date.fromisoformat(peildatum)) == verwacht


def _stand(uren: str, meer: str = "", werk: str = "eigen_werk") -> Wijziging:
    hervatting = f"hervatting: {{werk: {werk}, uren_per_week: {uren}}}\n"
    return (EVALUATIE, "", _gesprek("2026-03-20", hervatting + meer))


WEINIG = _stand("17.75")
TE_LANG = _gevonden("volgende_evaluatie", code="PVA-10", ernst="waarschuwing", bestand=EVALUATIE)

KLEINE_PLAATSING: dict[str, tuple[tuple[Wijziging, ...], str, list[Bevinding]]] = {
    "drie maanden": ((WEINIG,), "2026-06-20", []),
    "drie maanden en een dag": ((WEINIG,), "2026-06-21", TE_LANG),
    "de helft van de uren": ((_stand("18"),), "2026-06-21", []),
    "nul uren is geen plaatsing": ((_stand("0"),), "2026-06-21", []),
    "aangepast werk in het eigen bedrijf": (
        (_stand("12", werk="eigen_werk_aangepast"),),
        "2026-06-21",
        TE_LANG,
    ),
    "ander werk in het eigen bedrijf": (
        (_stand("12", werk="ander_werk_eigen_werkgever"),),
        "2026-06-21",
        TE_LANG,
    ),
    "werk in een ander bedrijf": (
        (_stand("12", werk="ander_werk_andere_werkgever"),),
        "2026-06-21",
        [],
    ),
    "de volgende evaluatie was op tijd": (
        (WEINIG, (VOLGENDE, "", _gesprek("2026-06-20", ""))),
        "2026-07-01",
        [],
    ),
    "de volgende evaluatie was een dag te laat": (
        (WEINIG, (VOLGENDE, "", _gesprek("2026-06-21", ""))),
        "2026-07-01",
        TE_LANG,
    ),
    "de eindevaluatie is ook een evaluatie": (
        (
            WEINIG,
            (EINDEVALUATIE, "", "datum: 2026-06-20\nopsteller: b-smit\neinddoel: eigen_werk\n"),
        ),
        "2026-07-01",
        [],
    ),
    "de volgende evaluatie is op tijd gepland": (
        (_stand("12", "volgende_evaluatie: 2026-06-20\n"),),
        "2026-04-01",
        [],
    ),
    "de volgende evaluatie is te laat gepland": (
        (_stand("12", "volgende_evaluatie: 2026-06-21\n"),),
        "2026-04-01",
        TE_LANG,
    ),
    "na herstel komt er geen evaluatie meer": ((WEINIG, HERSTELD), "2026-07-01", []),
}


@pytest.mark.parametrize("naam", KLEINE_PLAATSING)
def test_bij_weinig_uren_volgt_binnen_drie_maanden_een_evaluatie(tmp_path: Path, naam: str) -> None:
    """Weinig is minder dan de helft van de contracturen."""
    wijzigingen, peildatum, verwacht = KLEINE_PLAATSING[naam]

    assert proef(tmp_path, CODES, wijzigingen, dt.date.fromisoformat(peildatum)) == verwacht
