"""The bijstelling of the probleemanalyse: what changed, and what it shares with the analysis itself."""

from collections.abc import Callable
from typing import Any

import pytest

from dossiergen.dossier.werkplaats import Ontwerp, Werkplaats
from dossiergen.zaak import Stuk, Zaak
from stukkenhulp import koppen, na, onderdeel, stuk_van

ZaakVan = Callable[[str], Zaak]
RegelsVan = Callable[[Zaak, Stuk], list[str]]
OntwerpVan = Callable[[Zaak, Stuk], Ontwerp]
Met = Callable[..., Any]
Tekst = Callable[[Stuk], list[str]]

ANALYSE = {
    "datum": "2026-09-10", "opsteller": "a-de-boer", "spreekuur_op": "2026-09-08", "belastbaarheid": {},
    "mogelijkheden": {"benutbaar": "ja"}, "einddoel": "eigen_werk_aangepast",
}  # fmt: skip


def bijstelling(**velden: Any) -> Stuk:
    anders = {
        "aanleiding": "De belastbaarheid nam toe.",
        "verschil": "Zes uur in plaats van vier.\n\nGeen nacht.",
    }
    return stuk_van("bijstelling-probleemanalyse", 1, **{**ANALYSE, **anders, **velden})


def analyse(**velden: Any) -> Stuk:
    return stuk_van("probleemanalyse", **{**ANALYSE, **velden})


@pytest.fixture(name="tekst")
def _tekst(zaak: ZaakVan, regels_van: RegelsVan) -> Tekst:
    """The lines of a document in the sample case, whose analysis of 12 February is signed."""
    return lambda stuk: regels_van(zaak("2026-0012"), stuk)


def test_wat_er_is_veranderd_staat_voorop(tekst: Tekst) -> None:
    """De aanleiding en het verschil, met de datum van het vorige oordeel."""
    regels = tekst(bijstelling())

    assert regels[0] == "Bijstelling probleemanalyse 1"
    assert na(regels, "Vorig oordeel van") == "12 februari 2026"
    assert onderdeel(regels, "Wat er is veranderd") == [
        "Aanleiding voor deze bijstelling", "De belastbaarheid nam toe.",
        "Verschil met het vorige oordeel", "Zes uur in plaats van vier.", "Geen nacht.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("doel", "zin"),
    [
        ("eigen_werk_aangepast", "Dit einddoel is bevestigd: het is hetzelfde als op 12 februari 2026."),
        (
            "ander_werk_andere_werkgever",
            "Dit einddoel is nieuw. Op 12 februari 2026 was het: aangepast eigen werk bij de eigen werkgever.",
        ),
    ],
)
def test_het_einddoel_is_bevestigd_of_nieuw(tekst: Tekst, doel: str, zin: str) -> None:
    """Het staat er met zoveel woorden."""
    assert onderdeel(tekst(bijstelling(einddoel=doel)), "Einddoel")[-1] == zin


def test_zonder_vorig_oordeel_is_er_niets_om_mee_te_vergelijken(
    zaak: ZaakVan, met: Met, regels_van: RegelsVan
) -> None:
    """Een concept is geen oordeel."""
    een = zaak("2026-0012")
    regels = regels_van(met(een, stukken=(analyse(datum="2026-02-12"),)), bijstelling())

    assert "Vorig oordeel van" not in regels
    assert onderdeel(regels, "Einddoel")[-1] == "Geen mogelijkheden tot re-integratie"


def test_de_rest_is_die_van_een_probleemanalyse(tekst: Tekst) -> None:
    """Dezelfde onderdelen met dezelfde tekst; alleen wat er veranderde, komt erbij."""
    velden: dict[str, Any] = {
        "factoren": {"werk": "ja", "arbeidsverhouding": "nee"},
        "advies": [{"soort": "scholing", "omschrijving": "Een cursus."}],
        "opbouwschema": [{"vanaf": "2026-10-05", "uren_per_week": "20", "loonwaarde": "ja"}],
        "prognose": {"herstel": "volledig"},
        "spoor": "spoor_1",
        "vervolg": {"volgend_consult": "2026-11-10"},
    }
    nieuw, oud = tekst(bijstelling(**velden)), tekst(analyse(**velden))

    assert koppen(nieuw) == ["Wat er is veranderd", *koppen(oud)]
    for kop in set(koppen(oud)) - {"Einddoel"}:
        assert onderdeel(nieuw, kop) == onderdeel(oud, kop)
    assert onderdeel(nieuw, "Einddoel")[:-1] == onderdeel(oud, "Einddoel")


def test_bij_een_kale_bijstelling_blijft_geen_lege_kop(tekst: Tekst) -> None:
    """Factoren, spoor, reden zonder plan en vervolg komen alleen als zij er zijn."""
    assert koppen(tekst(bijstelling())) == [
        "Wat er is veranderd",
        "Partijen",
        "Functie en bekwaamheden",
        "Verzuim",
        "Belastbaarheid",
        "Benutbare mogelijkheden",
        "Prognose",
        "Advies",
        "Einddoel",
        "Ondertekening",
    ]


def test_de_bedrijfsarts_tekent_ook_als_een_ander_opstelde(tekst: Tekst) -> None:
    """Wie onder supervisie schrijft, staat erbij; de verantwoordelijke arts staat onder de tekst."""
    regels = tekst(bijstelling(opsteller="l-van-dam", verantwoordelijke_bedrijfsarts="a-de-boer"))

    assert na(regels, "Opgesteld door") == "mevrouw L. van Dam, arts, onder supervisie van de bedrijfsarts"
    assert onderdeel(regels, "Ondertekening") == [
        "Bedrijfsarts", "Mevrouw dr. A. de Boer, bedrijfsarts", "BIG-nummer 19012345601",
        "Plaats en datum:", "Handtekening:",
    ]  # fmt: skip


def test_de_bijstelling_gaat_naar_dezelfde_lezers(werkplaats: Werkplaats) -> None:
    """Werknemer en werkgever lezen dezelfde tekst, UWV ook."""
    vorm, eerste = werkplaats.vormen["bijstelling-probleemanalyse"], werkplaats.vormen["probleemanalyse"]

    assert (vorm.voor, vorm.voor_uwv, vorm.afzender, vorm.ondertekenaars, vorm.grond) == (
        eerste.voor, eerste.voor_uwv, eerste.afzender, eerste.ondertekenaars, eerste.grond,
    )  # fmt: skip
