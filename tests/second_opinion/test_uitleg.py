"""What a document of a second opinion says of law and practice, for its own day."""

import datetime as dt
from typing import Any

import pytest
from bouw import zaak

from dossiergen.recht import recht
from dossiergen.second_opinion.gronden import grondtekst, hoofdgrond, mist_onderdeel, routes_van
from dossiergen.second_opinion.uitleg import Uitleg, maak_uitleg
from dossiergen.zaak.second_opinion import Onderwerp, Raadpleging, Verzoeker
from dossiergen.zaak.second_opinion_stukken import Afwijzing, Grondcode, Keuzehulp, Route, Toekenning
from dossiergen.zaak.stukgegevens import Stukgegevens

DAG = dt.date(2026, 5, 12)


def tekst(sleutel: str) -> str:
    return recht().tekst(sleutel, DAG)


def verzoek(onderwerp: str = "verzuimbegeleiding", door: str = "werknemer") -> Raadpleging:
    return Raadpleging.model_validate(
        {
            "verzoek": {"ontvangen_op": "2026-05-04", "onderwerp": onderwerp, "door": door},
            "verloop": [{"stap": "verzoek_ontvangen", "op": "2026-05-04"}],
        }
    )


def stuk(model: type[Stukgegevens], **velden: Any) -> Stukgegevens:
    return model.model_validate({"datum": "2026-05-12", "opsteller": "c-vermaat", **velden})


def uitleg(gegevens: Stukgegevens, over: Raadpleging | None = None) -> Uitleg:
    return maak_uitleg(over or verzoek(), gegevens, zaak(), None)


@pytest.mark.parametrize("code", list(Grondcode))
def test_elke_grond_heeft_een_tekst_en_een_route(code: Grondcode) -> None:
    """En de hoofdgrond van een grond met een nummer is er zelf een."""
    assert grondtekst(code, tekst)
    assert routes_van(code, tekst)
    assert hoofdgrond(code).value == code.value[0]
    assert mist_onderdeel(code) == (code in {Grondcode.B, Grondcode.C})


@pytest.mark.parametrize(
    ("code", "route"),
    [
        ("A", "behandelaar"), ("B1", "uitleg_bedrijfsarts"), ("B4", "uitleg_bedrijfsarts"),
        ("C1", "deskundigenoordeel_geschiktheid"), ("C2", "deskundigenoordeel_passende_arbeid"),
        ("C3", "deskundigenoordeel_werkgever"), ("C4", "deskundigenoordeel_werknemer"), ("D", "mediation"),
        ("E", "personeelszaken"), ("F", "klachtenprocedure"), ("G", "klacht_aanstellingskeuring"),
    ],
)  # fmt: skip
def test_de_route_die_het_best_bij_een_grond_past(code: str, route: str) -> None:
    """Zonder eigen keuze noemt de brief die ene, met hoe de werknemer haar neemt."""
    gemaakt = uitleg(stuk(Afwijzing, gronden=[{"code": code, "motivering": "m"}]))

    assert [(een.route.value, een.bij) for een in gemaakt.routes] == [(route, "")]
    assert gemaakt.routes[0].hoe == tekst(f"second_opinion_route_{route}")


def test_de_bedrijfsarts_kiest_zelf_routes_en_elke_route_staat_er_een_keer() -> None:
    """Bij meer gronden zegt elke route bij welke zij hoort."""
    gronden = [
        {"code": "D", "routes": ["mediation", "deskundigenoordeel_passende_arbeid"]},
        {"code": "C2"},
        {"code": "F"},
    ]
    gemaakt = uitleg(stuk(Afwijzing, gronden=gronden))

    assert [(een.route, een.bij) for een in gemaakt.routes] == [
        (Route.MEDIATION, "D"),
        (Route.DESKUNDIGENOORDEEL_PASSENDE_ARBEID, "D en C2"),
        (Route.KLACHTENPROCEDURE, "F"),
    ]
    assert [(een.nummer, bool(een.hoofd)) for een in gemaakt.gronden] == [(1, False), (2, True), (3, False)]


@pytest.mark.parametrize("onderwerp", list(Onderwerp))
@pytest.mark.parametrize("door", list(Verzoeker))
def test_de_keuzehulp_vergelijkt_vier_wegen_bij_elke_vraag(onderwerp: Onderwerp, door: Verzoeker) -> None:
    """Wat de werkgever wil is een tweede mening, waar het ook over gaat; alles staat er gevuld."""
    gemaakt = uitleg(stuk(Keuzehulp), verzoek(onderwerp, door))
    past = [een.naam for een in gemaakt.instrumenten if een.past]

    assert len(gemaakt.instrumenten) == 4
    assert all(str(waarde) for een in gemaakt.instrumenten for _, waarde in een)
    assert gemaakt.advies
    if door is Verzoeker.WERKGEVER:
        assert past == [tekst("keuzehulp_tweede_mening_naam")]


@pytest.mark.parametrize(
    ("onderwerp", "past"),
    [
        ("verzuimbegeleiding", {"second_opinion"}),
        ("bejegening", {"klacht"}),
        ("arbeidsvoorwaarden", set()),
        ("arbeidsconflict", set()),
        ("aanstellingskeuring", set()),
    ],
)
def test_wat_bij_een_vraag_past(onderwerp: str, past: set[str]) -> None:
    """Past geen van de vier, dan zegt het advies waar iemand wel terechtkan."""
    gemaakt = uitleg(stuk(Keuzehulp), verzoek(onderwerp))

    assert {een.naam for een in gemaakt.instrumenten if een.past} == {
        tekst(f"keuzehulp_{naam}_naam") for naam in past
    }


@pytest.mark.parametrize(
    "onderwerp",
    ["geschiktheid_eigen_werk", "passende_arbeid", "inspanningen_werkgever", "inspanningen_werknemer"],
)
def test_een_geschil_is_voor_uwv_en_een_second_opinion_mag_ernaast(onderwerp: str) -> None:
    """De NVAB: de werknemer mag beide gebruiken."""
    gemaakt = uitleg(stuk(Keuzehulp), verzoek(onderwerp))
    past = {een.naam for een in gemaakt.instrumenten if een.past}

    assert tekst("keuzehulp_deskundigenoordeel_naam") in past
    assert tekst("keuzehulp_klacht_naam") not in past


def test_een_stuk_krijgt_alleen_wat_het_nodig_heeft_en_noemt_waar_het_op_rust() -> None:
    """De rechtswaarden gaan naar het manifest."""
    toekenning = uitleg(stuk(Toekenning))
    afwijzing = uitleg(stuk(Afwijzing, gronden=[{"code": "C2"}]))

    assert (toekenning.gronden, toekenning.routes, toekenning.instrumenten, toekenning.advies) == (
        (),
        (),
        (),
        "",
    )
    assert [regel.sleutel for regel in toekenning.rechtswaarden] == ["second_opinion_opschortend_zin"]
    assert [regel.sleutel for regel in afwijzing.rechtswaarden] == [
        "second_opinion_grond_c",
        "second_opinion_grond_c2",
        "second_opinion_opschortend_zin",
        "second_opinion_route_deskundigenoordeel_passende_arbeid",
        "second_opinion_routes_c2",
    ]


def test_een_stuk_van_voor_de_eerste_tekst_heeft_die_tekst() -> None:
    """Een verkeerde datum is een bevinding, geen reden om te vallen."""
    oud = Toekenning.model_validate({"datum": "2001-05-12", "opsteller": "c-vermaat"})

    assert uitleg(oud).geen_opschorting == tekst("second_opinion_opschortend_zin")
