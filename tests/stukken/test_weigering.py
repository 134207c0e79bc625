"""Wie niet wil tekenen: elk stuk met werkgever of werknemer zegt het, en wacht niet langer."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from pydantic import BaseModel

from dossiergen.dossier.werkplaats import Werkplaats
from dossiergen.overzicht.dragers import drager_van
from dossiergen.regels import controleer_stuk, onderzoek
from dossiergen.render.boom import tekst as boomtekst
from dossiergen.stukken import Partij
from dossiergen.zaak import Status, Stuk, Zaak, laad_bedrijfsartsdeel, laad_organisaties, laad_zaak
from dossiergen.zaak.stukgegevens import HandtekeningPartij
from dossierhulp import CASES

WEIGERING = HandtekeningPartij.model_validate(
    {"geweigerd": {"op": "2026-03-02", "reden": "Ik wil liever vaste dagen."}}
)
GEVALLEN = [
    (vorm, partij)
    for vorm in ("plan-van-aanpak", "bijstelling-plan-van-aanpak", "eerstejaarsevaluatie", "eindevaluatie")
    for partij in ("werkgever", "werknemer")
] + [
    (f"second-opinion-{vorm}", "werknemer")
    for vorm in ("aanvraag", "machtiging-overdracht", "machtiging-aanvullend", "vrijgave")
]


def test_dit_zijn_alle_stukken_die_iemand_kan_weigeren(werkplaats: Werkplaats) -> None:
    """Een bedrijfsarts weigert zijn eigen stuk niet."""
    alle = {
        (vorm.naam, partij.value)
        for vorm in werkplaats.vormen.values()
        for partij in vorm.ondertekenaars
        if partij is not Partij.BEDRIJFSARTS
    }

    assert set(GEVALLEN) == alle


@cache
def voorbeelden() -> dict[str, tuple[Zaak, Stuk]]:
    """Van elke soort een stuk uit de voorbeelden, met zijn zaak."""
    gedeeld = laad_organisaties(CASES / "organisaties.yaml")
    gevonden: dict[str, tuple[Zaak, Stuk]] = {}
    for map_ in sorted(pad for pad in CASES.iterdir() if pad.is_dir()):
        zaak, deel = laad_zaak(map_, gedeeld).zaak, laad_bedrijfsartsdeel(map_, gedeeld).deel
        assert zaak is not None
        for stuk in (*zaak.stukken, *(deel.stukken if deel else ())):
            gevonden.setdefault(stuk.soort, (zaak, stuk))
    return gevonden


def geweigerd(stuk: Stuk, partij: str, status: Status) -> Stuk:
    """Het stuk met alleen deze weigering."""
    leeg: BaseModel = getattr(stuk.gegevens, "ondertekening", WEIGERING)
    ondertekening = type(leeg)(**{partij: WEIGERING})
    return replace(
        stuk, gegevens=stuk.gegevens.model_copy(update={"ondertekening": ondertekening, "status": status})
    )


@pytest.mark.parametrize("status", [Status.DEFINITIEF, Status.ONDERTEKEND])
@pytest.mark.parametrize(("vorm", "partij"), GEVALLEN)
def test_een_weigering_staat_in_het_stuk_en_telt_als_afgehandeld(
    vorm: str, partij: str, status: Status, ontwerp_van: Callable[[Zaak, Stuk], Any], werkplaats: Werkplaats
) -> None:
    """Met de reden en de dag; alleen de ander heeft nog een regel om op te tekenen, en alleen die ontbreekt."""
    zaak, voorbeeld = voorbeelden()[vorm]
    stuk = geweigerd(voorbeeld, partij, status)
    regels = boomtekst(werkplaats.tekst(ontwerp_van(zaak, stuk)).boom).splitlines()
    anderen = [een.value for een in werkplaats.vormen[vorm].ondertekenaars if een.value != partij]
    wat = onderzoek(zaak, stuk.gegevens.datum)
    ontbreekt = [een.pad for een in controleer_stuk(wat, stuk) if een.code == "SIG-01"]

    weigering = regels.index(f"De {partij} heeft dit document niet ondertekend.")
    assert regels[weigering + 1 : weigering + 3] == [
        f"Reden volgens de {partij}: Ik wil liever vaste dagen.",
        "Besproken op 2 maart 2026.",
    ]
    assert regels.count("Handtekening:") == len(anderen)
    assert ontbreekt == [("ondertekening", ander) for ander in anderen]
    tekenaars = drager_van(stuk, dt.date(2026, 3, 2)).tekenaars
    assert [een.partij for een in tekenaars if een.is_open] == anderen
