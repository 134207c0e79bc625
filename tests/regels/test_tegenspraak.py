"""TEG-05 to TEG-07: each with two documents that contradict each other, and two that nearly do."""

import datetime as dt
from pathlib import Path

import pytest
from eldershulp import (
    BIJGESTELD,
    EERSTE,
    EERSTEJAARS,
    EIND,
    OORDEEL,
    TWEEDE,
    Gevallen,
    Tegenspraak,
    bijgesteld,
    eind,
    gesprek,
    met_elders,
    oordeel,
)

from regelproef import ANALYSE, PLAN, Wijziging, bevindingen, zonder

CODES = ("TEG-05", "TEG-06", "TEG-07")
PEILDATUM = dt.date(2027, 6, 1)
AANGEPAST, ELDERS = "eigen_werk_aangepast", "ander_werk_andere_werkgever"
TOELICHTING = "einddoel_toelichting: Zonder zwaar tillen.\n"


def _ander_einddoel(bestand: str, dan: str) -> list[Tegenspraak]:
    return [("TEG-05", "waarschuwing", bestand, "einddoel", ((dan, "einddoel"),))]


EINDDOELEN: Gevallen = {
    "hetzelfde einddoel": ((gesprek(),), []),
    "een ander einddoel": ((gesprek(einddoel=AANGEPAST),), _ander_einddoel(EERSTE, PLAN)),
    "een ander einddoel in een concept": (
        (gesprek(einddoel=AANGEPAST, status="concept"),),
        _ander_einddoel(EERSTE, PLAN),
    ),
    "een ander einddoel met een toelichting": ((gesprek(einddoel=AANGEPAST, meer=TOELICHTING),), []),
    "een ander einddoel als aanleiding": (
        (gesprek(einddoel=AANGEPAST, meer="aanleiding: wijziging_einddoel\n"),),
        [],
    ),
    "een ander einddoel met een andere aanleiding": (
        (gesprek(einddoel=AANGEPAST, meer="aanleiding: stagnatie\n"),),
        _ander_einddoel(EERSTE, PLAN),
    ),
    "het einddoel was nog niet te bepalen": (
        (gesprek(einddoel=AANGEPAST), (PLAN, "einddoel: eigen_werk\n", "einddoel: nog_niet_te_bepalen\n")),
        [],
    ),
    "het einddoel is niet meer te bepalen": (
        (gesprek(einddoel="nog_niet_te_bepalen"),),
        _ander_einddoel(EERSTE, PLAN),
    ),
    "het nieuwe einddoel van de bedrijfsarts": (
        (bijgesteld("2026-04-01", AANGEPAST), gesprek(einddoel=AANGEPAST)),
        [],
    ),
    "het oude einddoel na een nieuw van de bedrijfsarts": (
        (bijgesteld("2026-04-01", AANGEPAST), gesprek()),
        _ander_einddoel(EERSTE, BIJGESTELD),
    ),
    "de bedrijfsarts stelt bij op de dag van het gesprek": (
        (bijgesteld("2026-04-09", AANGEPAST), gesprek()),
        _ander_einddoel(EERSTE, BIJGESTELD),
    ),
    "de bedrijfsarts stelt een dag later bij": ((bijgesteld("2026-04-10", AANGEPAST), gesprek()), []),
    "een bijstelling in concept telt niet": (
        (bijgesteld("2026-04-01", AANGEPAST, "concept"), gesprek()),
        [],
    ),
    "op de dag van het plan telt elk van beide": (
        (bijgesteld("2026-02-26", AANGEPAST), gesprek(einddoel=AANGEPAST)),
        [],
    ),
    "een bijstelling met hetzelfde einddoel verandert niets aan een afwijkend plan": (
        (
            (PLAN, "einddoel: eigen_werk\n", f"einddoel: {AANGEPAST}\n{TOELICHTING}"),
            bijgesteld("2026-04-01"),
            gesprek(einddoel=AANGEPAST),
        ),
        [],
    ),
    "één verandering is één bevinding": (
        (
            gesprek(einddoel=AANGEPAST),
            gesprek(TWEEDE, "2026-05-21", AANGEPAST),
            gesprek(EERSTEJAARS, "2026-12-14", AANGEPAST),
        ),
        _ander_einddoel(EERSTE, PLAN),
    ),
    "na een concept telt het stuk daarvoor": (
        (
            gesprek(einddoel=AANGEPAST, meer=TOELICHTING, status="concept"),
            gesprek(TWEEDE, "2026-05-21", AANGEPAST),
        ),
        _ander_einddoel(TWEEDE, PLAN),
    ),
    "zonder plan en analyse valt er niets te vergelijken": (
        (gesprek(einddoel=AANGEPAST), zonder(PLAN), zonder(ANALYSE)),
        [],
    ),
    "zonder plan telt de analyse": (
        (gesprek(einddoel=AANGEPAST), zonder(PLAN)),
        _ander_einddoel(EERSTE, ANALYSE),
    ),
    "het plan zelf is er een voor PVA-07": (
        ((PLAN, "einddoel: eigen_werk\n", f"einddoel: {AANGEPAST}\n"),),
        [],
    ),
    # the closing evaluation
    "de eindevaluatie noemt het einddoel van het plan": ((eind(),), []),
    "de eindevaluatie noemt een ander einddoel": (
        (gesprek(), eind(einddoel=AANGEPAST)),
        _ander_einddoel(EIND, EERSTE),
    ),
    "de eindevaluatie noemt dat van de bedrijfsarts": (
        (oordeel(einddoel=AANGEPAST), eind(einddoel=AANGEPAST)),
        [],
    ),
    "de eindevaluatie noemt dat van voor het oordeel": ((oordeel(einddoel=AANGEPAST), eind()), []),
}


@pytest.mark.parametrize("naam", EINDDOELEN)
def test_het_einddoel_verandert_niet_ongemerkt(tmp_path: Path, naam: str) -> None:
    """Tegenover wat bedrijfsarts en partijen het laatst vastlegden."""
    wijzigingen, verwacht = EINDDOELEN[naam]

    assert met_elders(tmp_path, CODES, wijzigingen, PEILDATUM) == verwacht


def _advies(dag: str, op: str = "2026-04-09", bestand: str = EERSTE) -> Wijziging:
    return gesprek(bestand, op, meer=f"advies_van: {dag}\n")


def _ouder_advies(dan: str, bestand: str = EERSTE) -> list[Tegenspraak]:
    return [("TEG-06", "waarschuwing", bestand, "advies_van", ((dan, "datum"),))]


ADVIEZEN: Gevallen = {
    "het advies van de analyse": ((_advies("2026-02-12"),), []),
    "het advies van het spreekuur voor de analyse": ((_advies("2026-02-10"),), []),
    "een advies van voor dat spreekuur": ((_advies("2026-02-09"),), _ouder_advies(ANALYSE)),
    "een advies zonder stuk": ((_advies("2026-04-07"),), []),
    "een advies van de dag van de evaluatie": ((_advies("2026-04-09"),), []),
    "een advies van een dag later": ((_advies("2026-04-10"),), _ouder_advies(EERSTE)),
    "het advies van voor de bijstelling": (
        (bijgesteld("2026-04-01"), _advies("2026-03-31")),
        _ouder_advies(BIJGESTELD),
    ),
    "de bijstelling kwam op de dag van het gesprek": (
        (bijgesteld("2026-04-09"), _advies("2026-02-12")),
        [],
    ),
    "de bijstelling kwam een dag eerder": (
        (bijgesteld("2026-04-08"), _advies("2026-02-12")),
        _ouder_advies(BIJGESTELD),
    ),
    "het spreekuur van de bijstelling": (
        (bijgesteld("2026-04-08", spreekuur="2026-04-01"), _advies("2026-04-01")),
        [],
    ),
    "de bijstelling is een concept": (
        (bijgesteld("2026-04-01", status="concept"), _advies("2026-02-12")),
        [],
    ),
    "ook in de eerstejaarsevaluatie": (
        (bijgesteld("2026-11-02"), _advies("2026-02-12", "2026-12-14", EERSTEJAARS)),
        _ouder_advies(BIJGESTELD, EERSTEJAARS),
    ),
    "geen analyse": ((_advies("2026-02-01"), zonder(ANALYSE)), []),
}


@pytest.mark.parametrize("naam", ADVIEZEN)
def test_een_evaluatie_rust_op_het_laatste_advies(tmp_path: Path, naam: str) -> None:
    """Niet op een advies van later, en niet op een dat door een stuk is ingehaald."""
    wijzigingen, verwacht = ADVIEZEN[naam]

    assert met_elders(tmp_path, CODES, wijzigingen, PEILDATUM) == verwacht


def _relatie(oordeel: str) -> str:
    return f"arbeidsrelatie: {{oordeel: {oordeel}}}\n"


def _passend(aanwezig: str) -> str:
    return f"passende_arbeid: {{aanwezig: {aanwezig}}}\n"


def _verschil(pad: str) -> Tegenspraak:
    return ("TEG-07", "oordeel", EIND, pad, ((OORDEEL, pad),))


OORDELEN: Gevallen = {
    "gelijk": ((oordeel(_relatie("goed") + _passend("ja")), eind(_relatie("goed") + _passend("ja"))), []),
    "goed en voldoende": ((oordeel(_relatie("goed")), eind(_relatie("voldoende"))), []),
    "verstoord en goed": (
        (oordeel(_relatie("verstoord")), eind(_relatie("goed"))),
        [_verschil("arbeidsrelatie.oordeel")],
    ),
    "voldoende en verstoord": (
        (oordeel(_relatie("voldoende")), eind(_relatie("verstoord"))),
        [_verschil("arbeidsrelatie.oordeel")],
    ),
    "beide verstoord": ((oordeel(_relatie("verstoord")), eind(_relatie("verstoord"))), []),
    "wel en geen passende arbeid": (
        (oordeel(_passend("ja")), eind(_passend("nee"))),
        [_verschil("passende_arbeid.aanwezig")],
    ),
    "allebei anders": (
        (
            oordeel(_relatie("verstoord") + _passend("nee")),
            eind(_relatie("goed") + _passend("ja")),
        ),
        [_verschil("arbeidsrelatie.oordeel"), _verschil("passende_arbeid.aanwezig")],
    ),
    "een van beide oordeelt niet": (
        (oordeel(_relatie("verstoord")), eind(_passend("ja"))),
        [],
    ),
    "er is geen actueel oordeel": ((eind(_relatie("verstoord")),), []),
}


@pytest.mark.parametrize("naam", OORDELEN)
def test_werkgever_en_bedrijfsarts_oordelen_naast_elkaar(tmp_path: Path, naam: str) -> None:
    """Verschillen mag; een mens kijkt ernaar."""
    wijzigingen, verwacht = OORDELEN[naam]

    assert met_elders(tmp_path, CODES, wijzigingen, PEILDATUM) == verwacht


def test_een_melding_noemt_wie_en_geen_waarde(tmp_path: Path) -> None:
    """Wie het einddoel het laatst noemde, en nooit welk einddoel dat is."""
    wijzigingen = (
        gesprek(einddoel=AANGEPAST),
        bijgesteld("2026-05-01"),
        gesprek(TWEEDE, "2026-05-21", ELDERS),
    )

    assert [f.melding for f in bevindingen(tmp_path, CODES, wijzigingen, PEILDATUM)] == [
        "Het einddoel is een ander dan het plan het laatst noemde.",
        "Het einddoel is een ander dan het plan het laatst noemde.",
    ]
