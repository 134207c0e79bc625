"""EIND-01 to EIND-03, ACT-01 and ACT-02: each with a case that breaks it, and one just beside it that does not."""

import datetime as dt
from pathlib import Path

import pytest
from eldershulp import Tegenspraak, met_elders

from regelproef import ORGANISATIES, Wijziging, stuk

CODES = ("EIND-01", "EIND-02", "ACT-01", "ACT-02")
PEILDATUM = dt.date(2026, 6, 1)
OORDEEL, EIND = stuk("actueel-oordeel"), stuk("eindevaluatie")
BEIDE = "arbeidsrelatie: {oordeel: goed}\npassende_arbeid: {aanwezig: ja}\n"
ZONDER_AARD = (ORGANISATIES, "    aard_bedrijf: ambachtelijke bakkerij met winkel\n", "")


def _eind(meer: str, status: str = "definitief") -> Wijziging:
    return (
        EIND,
        "",
        f"datum: 2026-05-29\nstatus: {status}\nopsteller: b-smit\neinddoel: eigen_werk\n{meer}",
    )


def _oordeel(meer: str, status: str = "definitief") -> Wijziging:
    return (
        OORDEEL,
        "",
        (
            f"datum: 2026-05-28\nstatus: {status}\nopsteller: c-vermaat\nspreekuur_op: 2026-05-28\n"
            "belastbaarheid: {werktijden: {oordeel: normaal}}\nmogelijkheden: {benutbaar: ja}\n"
            f"einddoel: eigen_werk\nverloop: De belastbaarheid is stabiel.\n{meer}"
        ),
    )


def _resultaat(loonwaarde: str, structureel: str = "ja", gehaald: str = "nee") -> Wijziging:
    hervatting = f"{{werk: eigen_werk, loonwaarde_procent: {loonwaarde}, structureel: {structureel}}}"
    return _eind(f"{BEIDE}hervatting: {hervatting}\neinddoel_gehaald: {gehaald}\n")


BEVREDIGEND: list[Tegenspraak] = [
    ("ACT-02", "info", EIND, "einddoel_gehaald", ((EIND, "hervatting.loonwaarde_procent"),))
]

GEVALLEN: dict[str, tuple[tuple[Wijziging, ...], list[Tegenspraak]]] = {
    "geen stukken van het einde": ((), []),
    # EIND-01
    "de aard van het bedrijf staat bij de werkgever": ((_eind(BEIDE),), []),
    "de aard van het bedrijf staat in het stuk": (
        (_eind(f"{BEIDE}aard_bedrijf: bakkerij\n"), ZONDER_AARD),
        [],
    ),
    "de aard van het bedrijf staat nergens": (
        (_eind(BEIDE), ZONDER_AARD),
        [("EIND-01", "fout", EIND, "aard_bedrijf", ())],
    ),
    "in een concept mag zij nog ontbreken": (
        (_eind(BEIDE, "concept"), ZONDER_AARD),
        [("EIND-01", "waarschuwing", EIND, "aard_bedrijf", ())],
    ),
    # EIND-02
    "geen oordelen van de werkgever": (
        (_eind(""),),
        [("EIND-02", "fout", EIND, veld, ()) for veld in ("arbeidsrelatie", "passende_arbeid")],
    ),
    "geen oordeel van de werkgever over passende arbeid": (
        (_eind("arbeidsrelatie: {oordeel: goed}\n", "concept"),),
        [("EIND-02", "waarschuwing", EIND, "passende_arbeid", ())],
    ),
    # ACT-01
    "beide oordelen van de bedrijfsarts": ((_oordeel(BEIDE),), []),
    "geen oordelen van de bedrijfsarts": (
        (_oordeel(""),),
        [("ACT-01", "fout", OORDEEL, veld, ()) for veld in ("arbeidsrelatie", "passende_arbeid")],
    ),
    "geen oordeel van de bedrijfsarts over de arbeidsrelatie": (
        (_oordeel("passende_arbeid: {aanwezig: nee}\n", "concept"),),
        [("ACT-01", "waarschuwing", OORDEEL, "arbeidsrelatie", ())],
    ),
    "het oordeel van de een is niet dat van de ander": (
        (_oordeel(BEIDE), _eind("")),
        [("EIND-02", "fout", EIND, veld, ()) for veld in ("arbeidsrelatie", "passende_arbeid")],
    ),
    # ACT-02
    "een loonwaarde van precies het bevredigende deel": ((_resultaat("65"),), BEVREDIGEND),
    "een loonwaarde die er net onder ligt": ((_resultaat("64.99"),), []),
    "een loonwaarde die niet blijvend is": ((_resultaat("80", structureel="nee"),), []),
    "een einddoel dat is gehaald": ((_resultaat("80", gehaald="ja"),), []),
    "niet gezegd of het einddoel is gehaald": (
        (_eind(f"{BEIDE}hervatting: {{werk: eigen_werk, loonwaarde_procent: 80, structureel: ja}}\n"),),
        [],
    ),
    "niet gehaald, en geen loonwaarde bekend": (
        (_eind(f"{BEIDE}hervatting: {{werk: eigen_werk, structureel: ja}}\neinddoel_gehaald: nee\n"),),
        [],
    ),
    "niet gehaald, en geen hervatting bekend": ((_eind(f"{BEIDE}einddoel_gehaald: nee\n"),), []),
}


@pytest.mark.parametrize("naam", GEVALLEN)
def test_de_oordelen_aan_het_einde(tmp_path: Path, naam: str) -> None:
    """Van werkgever en bedrijfsarts elk beide, en nooit een in de plaats van de ander."""
    wijzigingen, verwacht = GEVALLEN[naam]

    assert met_elders(tmp_path, CODES, wijzigingen, PEILDATUM) == verwacht


_GEHAALD, _SPOREN = "einddoel_gehaald: nee\n", "sporen:\n  - {spoor: 1, resultaat: Twintig uur per week.}\n"


@pytest.mark.parametrize(
    ("meer", "paden"),
    [
        (_GEHAALD + _SPOREN, []),
        (_GEHAALD, ["sporen"]),
        (_SPOREN, ["einddoel_gehaald"]),
        ("", ["einddoel_gehaald", "sporen"]),
    ],
)
def test_wat_de_re_integratie_opleverde(tmp_path: Path, meer: str, paden: list[str]) -> None:
    """Het resultaat per spoor, en of het einddoel is gehaald."""
    verwacht = [("EIND-03", "waarschuwing", EIND, pad, ()) for pad in paden]

    assert met_elders(tmp_path, ("EIND-03",), (_eind(BEIDE + meer),), PEILDATUM) == verwacht


def test_zonder_mogelijkheden_is_er_geen_einddoel_te_halen(tmp_path: Path) -> None:
    """Dan wordt alleen naar het resultaat per spoor gevraagd."""
    eind = (EIND, "", _eind(BEIDE)[2].replace("eigen_werk", "geen_mogelijkheden"))

    assert met_elders(tmp_path, ("EIND-03",), (eind,), PEILDATUM) == [
        ("EIND-03", "waarschuwing", EIND, "sporen", ())
    ]
