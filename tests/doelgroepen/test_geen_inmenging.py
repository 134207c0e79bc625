"""Two cases that are equal in all that somebody may see are one and the same case for that somebody."""

import os
from collections.abc import Iterator
from itertools import chain, combinations
from random import Random

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from doelgroepen.context import blik_van
from doelgroepen.gevallen import Geval
from doelgroepen.velden import Blik
from doelgroepen.voorbeelden import KENMERKEN, PEILDATUM, stukken, vormen, werkplaats, zaak_van
from dossiergen.inzage import Inzage, als_data, projecteer
from dossiergen.zaak import Bedrijfsartsdeel, Doelgroep, Stuk, Zaak
from dossiergen.zaak.labels import IEDEREEN

LANG = os.environ.get("DOSSIERGEN_LANG") == "1"
ALLEEN = tuple(Blik(frozenset({lezer}), voor_uwv) for lezer in Doelgroep for voor_uwv in (False, True))
SAMEN = tuple(sorted({blik_van(vorm) for vorm in vormen()} - set(ALLEEN), key=str))
voor_elke_blik = pytest.mark.parametrize("blik", [*ALLEEN, *SAMEN], ids=str)
# What is invented from a seed does not become simpler by trying smaller seeds.
veel = settings(max_examples=500 if LANG else 4, phases=[Phase.explicit, Phase.reuse, Phase.generate])

kansen = st.randoms(use_true_random=True)
gevallen = st.one_of(
    st.sampled_from([k for k in KENMERKEN if zaak_van(k).stukken]).map(Geval.voorbeeld),
    kansen.map(Geval.verzonnen),
)


def gezien(zaak: Zaak, stuk: Stuk, blik: Blik) -> dict[str, object]:
    """All that a template for these readers would get, as plain data."""
    inzage = projecteer(zaak, stuk, blik.lezers, voor_uwv=blik.voor_uwv)
    return {naam: als_data(getattr(inzage, naam)) for naam in Inzage.__slots__}


def te_zien(zaak: Zaak, deel: Bedrijfsartsdeel | None, blik: Blik) -> tuple[Stuk, ...]:
    """The documents of the case, and those of the bedrijfsarts' own side that these readers know of."""
    eigen = deel.stukken if deel else ()
    return (*zaak.stukken, *(s for s in eigen if blik.ziet(type(s.gegevens).model_fields["datum"])))


def documenten(geval: Geval, blik: Blik) -> list[object]:
    """Of each document that these readers get: its text, its properties, and what else its files depend on."""
    zaak, deel = geval.gebouwd()
    uit: list[object] = []
    for stuk in stukken(zaak, deel):
        for vorm in werkplaats().vormen_van(zaak, stuk):
            eigen = blik_van(vorm)
            if not (blik.lezers <= eigen.lezers and eigen.voor_uwv <= blik.voor_uwv):
                continue
            ontwerp = werkplaats().ontwerp(zaak, stuk, vorm, PEILDATUM)
            tekst = werkplaats().tekst(ontwerp)
            uit.append((vorm.naam, tekst.boom, tekst.eigenschappen, ontwerp.huisstijl.naam, ontwerp.herkomst, ontwerp.sleutel, ontwerp.rechtswaarden))  # fmt: skip
    return uit


@voor_elke_blik
@veel
@given(geval=gevallen, kies=kansen)
def test_wat_een_lezer_niet_mag_zien_verandert_niets_voor_hem(blik: Blik, geval: Geval, kies: Random) -> None:
    """De inzage is gelijk, en elk stuk dat deze lezers krijgen heeft dezelfde tekst en eigenschappen."""
    ander = geval.anders_voor_de_rest(blik, kies)
    een, twee = geval.gebouwd(), ander.gebouwd()

    assert een != twee
    for stuk, zelfde in zip(te_zien(*een, blik), te_zien(*twee, blik), strict=True):
        assert gezien(een[0], stuk, blik) == gezien(twee[0], zelfde, blik)
    assert documenten(geval, blik) == documenten(ander, blik)


@voor_elke_blik
@veel
@given(geval=gevallen, kies=kansen)
def test_wat_een_lezer_wel_mag_zien_verandert_zijn_inzage(blik: Blik, geval: Geval, kies: Random) -> None:
    """Zou een wijziging nooit iets doen, dan bewees de vorige toets niets."""
    bestand = kies.choice(["zaak.yaml", *geval.stukken])
    ander, plek = geval.anders_op_een_plek(blik, bestand, kies)
    een, twee = geval.gebouwd()[0], ander.gebouwd()[0]
    paren = zip(een.stukken, twee.stukken, strict=True)

    assert [s for s, z in paren if gezien(een, s, blik) != gezien(twee, z, blik)], plek


@pytest.mark.parametrize("voor_uwv", [False, True])
@veel
@given(kies=kansen)
def test_van_het_deel_van_de_bedrijfsarts_bestaat_niets_voor_de_werkgever(
    voor_uwv: bool, kies: Random
) -> None:
    """Ook niet samen met anderen: van zijn stukken is er voor wie de werkgever meeleest geen enkel veld."""
    zaak, deel = Geval.verzonnen(kies).gebouwd()
    assert deel is not None
    for stuk in deel.stukken:
        for lezers in met_de_werkgever():
            inzage = gezien(zaak, stuk, Blik(lezers, voor_uwv))
            assert (inzage["stuk"], inzage["raadpleging"] or {}) == ({}, {})


def met_de_werkgever() -> Iterator[frozenset[Doelgroep]]:
    anderen = sorted(IEDEREEN - {Doelgroep.WERKGEVER})
    for samen in chain.from_iterable(combinations(anderen, aantal) for aantal in range(len(anderen) + 1)):
        yield frozenset({Doelgroep.WERKGEVER, *samen})
