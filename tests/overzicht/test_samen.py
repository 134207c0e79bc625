"""The inventory as a whole: the rules read the same one, and whatever is gone or a draft is named once."""

import datetime as dt
from dataclasses import replace
from functools import cache

from calhulp import GEEN_GESPREKKEN, TIJDELIJK, Anders, D, dag
from compleethulp import INGEDIEND, VERSLAGSTUKKEN, compleet, zonder_stukken
from hypothesis import given
from hypothesis import strategies as st

from dossiergen.overzicht import Aanwezigheid, Overzicht, maak_overzicht, onderdelen_en_gebreken
from dossiergen.termijnen import kalender
from dossiergen.zaak import Status, Stuk, Zaak

PA, PVA, EJE, AO, EIND = (
    "probleemanalyse", "plan-van-aanpak", "eerstejaarsevaluatie", "actueel-oordeel", "eindevaluatie",
)  # fmt: skip
GESPREKKEN = tuple(GEEN_GESPREKKEN)
VERSLAGDAG = D + dt.timedelta(days=INGEDIEND)
_ZONDER_PLAN: Anders = {PVA: None, **GEEN_GESPREKKEN, EJE: None, EIND: None}


def _op(zaak: Zaak, peildag: int = INGEDIEND) -> Overzicht:
    return maak_overzicht(zaak, D + dt.timedelta(days=peildag))


def test_de_regels_en_het_overzicht_lezen_dezelfde_inventaris() -> None:
    """Die van de dag van het verslag, wanneer iemand ook kijkt."""
    zaak = compleet({PA: TIJDELIJK, **_ZONDER_PLAN, AO: None})
    eigen = _op(zaak, 637)

    for peildatum in (D + dt.timedelta(days=637), VERSLAGDAG):
        gelezen = onderdelen_en_gebreken(zaak, kalender(zaak, peildatum)[0], peildatum)
        assert gelezen == (eigen.onderdelen, eigen.gebreken)
    assert [gebrek.code for gebrek in eigen.gebreken] == ["RIV-04"]


def test_zonder_kalender_is_niets_weggelaten() -> None:
    """Kloppen de perioden niet, dan is niet te zeggen wat er niet hoort."""
    perioden = [(dag(0), dag(30)), (dag(20), None)]
    zaak = compleet({PA: TIJDELIJK, **_ZONDER_PLAN}, periodes=perioden)
    onderdelen, gebreken = onderdelen_en_gebreken(zaak, kalender(zaak, VERSLAGDAG)[0], VERSLAGDAG)

    assert [gebrek.code for gebrek in gebreken] == ["RIV-02", "RIV-03", "RIV-05"]
    assert [onderdeel.stand.value for onderdeel in onderdelen if onderdeel.letter in "bgh"] == [
        "ontbreekt"
    ] * 3


@cache
def _vol() -> Zaak:
    return compleet()


def _als_concept(stuk: Stuk) -> Stuk:
    return replace(stuk, gegevens=stuk.gegevens.model_copy(update={"status": Status.CONCEPT}))


NODIG = {PA: "RIV-01", PVA: "RIV-02", EJE: "RIV-03", AO: "RIV-04", EIND: "RIV-05"}
# Where all of these are gone, no document carries the element any more.
_EEN_VAN = {
    **dict.fromkeys("acde", (PA, AO)), "b": (EIND,), "f": (PA,), "g": (PVA,), "h": (EJE, EIND),
    "i": (AO, EIND), "j": (AO,), "k": (AO, EIND),
}  # fmt: skip
_NAMEN = st.sets(st.sampled_from(VERSLAGSTUKKEN))


@given(weg=_NAMEN, concept=_NAMEN)
def test_elk_ontbrekend_stuk_wordt_een_keer_genoemd(weg: set[str], concept: set[str]) -> None:
    """Compleet is precies als er niets ontbreekt of onaf is, en ieder gebrek heeft iemand die het aanlevert."""
    over = zonder_stukken(_vol(), *weg)
    stukken = tuple(_als_concept(stuk) if stuk.naam in concept else stuk for stuk in over.stukken)
    overzicht = _op(replace(over, stukken=stukken))
    codes = sorted(gebrek.code for gebrek in overzicht.gebreken)
    # A plan that is a draft has to be finished first; until then no evaluation of it is due.
    nooit_besproken = PVA not in weg | concept and weg.issuperset({*GESPREKKEN, EJE, EIND})
    verwacht = [
        *(code for naam, code in NODIG.items() if naam in weg),
        *["RIV-06"] * nooit_besproken,
        *["RIV-11"] * len(concept - weg),
    ]

    assert codes == sorted(verwacht)
    assert (
        overzicht.volledig == (not any(gebrek.houdt_tegen for gebrek in overzicht.gebreken)) == (not verwacht)
    )
    assert all(gebrek.wie for gebrek in overzicht.gebreken)
    assert {
        onderdeel.letter for onderdeel in overzicht.onderdelen if onderdeel.stand is Aanwezigheid.ONTBREEKT
    } == {letter for letter in "abcdefghijk" if not any(naam not in weg for naam in _EEN_VAN[letter])}
