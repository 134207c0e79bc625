"""Reading fast gives what reading with care gives, and leaves everything out of the ordinary to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_willekeur import PLAN, WIJZIGING, YAML_ACHTIG, ZAAK, Wijziging

from dossiergen.yamltekst import lees_vlot
from dossiergen.zaak.yaml import lees_tekst, lees_zorgvuldig
from gebreken import GEBREKKIG, TOCH_GOED, Gebrek


def gelijk(ruw: bytes) -> None:
    """The same data and the same empty keys, or nothing at all where there is something to say."""
    try:
        tekst = ruw.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError:
        return
    if not lees_tekst(ruw, "x.yaml")[0]:
        return
    vlot, (zorgvuldig, findings) = lees_vlot(tekst), lees_zorgvuldig(tekst, "x.yaml")
    if findings or zorgvuldig is None:
        assert vlot is None
    else:
        assert vlot == (zorgvuldig.data, zorgvuldig.leeg)


@pytest.mark.parametrize("gebrek", [*GEBREKKIG, *TOCH_GOED], ids=lambda gebrek: gebrek.naam)
def test_elk_voorbeeld_wordt_twee_keer_gelijk_gelezen(gebrek: Gebrek) -> None:
    """Over alle gebrekkige bestanden, en die welke toch goed zijn."""
    gelijk(gebrek.ruw)


@given(ruw=YAML_ACHTIG)
def test_tekst_die_op_yaml_lijkt(ruw: bytes) -> None:
    """Whatever the signs that mean something in YAML."""
    gelijk(ruw)


@given(bestand=st.sampled_from([ZAAK, PLAN]), wijzigingen=st.lists(WIJZIGING, min_size=1, max_size=4))
def test_een_beschadigd_bestand(bestand: bytes, wijzigingen: list[Wijziging]) -> None:
    """A file in order, damaged in a few places."""
    for wijziging in wijzigingen:
        bestand = wijziging(bestand)
    gelijk(bestand)


def test_een_lege_sleutel_die_later_een_waarde_krijgt_is_dubbel() -> None:
    """What is empty is not absent: the second time is a second time."""
    assert lees_vlot("a:\na: 1\n") is None
    assert lees_vlot("a: {b: , c: [~, x]}\nd: ~\n") == ({"a": {"c": ["", "x"]}}, (("a", "b"), ("d",)))
