"""SO-18 to SO-21: consent for each kind of data, and what was handed over."""

from pathlib import Path
from typing import Any

import pytest
from sohulp import VOLLEDIG, Anders, Rij, alles, met, met_elders

from dossiergen.zaak.second_opinion import Gegevenssoort
from dossiergen.zaak.second_opinion_stukken import Toestemming

SOORTEN = list(Toestemming.model_fields)
CODES = ("SO-18", "SO-19", "SO-20", "SO-21")


def test_elk_soort_gegevens_heeft_een_eigen_vraag() -> None:
    """Alleen naar de werkplek wordt niet gevraagd."""
    assert {soort.value for soort in Gegevenssoort} == {*SOORTEN, "werkplek"}


@pytest.mark.parametrize(("status", "ernst"), [("ondertekend", "fout"), ("concept", "waarschuwing")])
def test_elk_soort_gegevens_heeft_een_eigen_antwoord(tmp_path: Path, status: str, ernst: str) -> None:
    """Een bevinding voor elk soort zonder ja of nee."""
    anders: Anders = {"machtiging_overdracht.toestemming": {"belastbaarheid": "nee"}}
    verzoek = met({**anders, "machtiging_overdracht.status": status, "overdracht": None})
    open_ = sorted(set(SOORTEN) - {"belastbaarheid"})

    assert alles(tmp_path, verzoek, ["SO-18"]) == [
        ("SO-18", ernst, f"machtiging_overdracht.toestemming.{soort}") for soort in open_
    ]


@pytest.mark.parametrize("soort", [soort.value for soort in Gegevenssoort])
@pytest.mark.parametrize("antwoord", ["ja", "nee", None])
def test_alleen_met_een_ja_wordt_overgedragen(tmp_path: Path, soort: str, antwoord: str | None) -> None:
    """Informatie over de werkplek mag altijd; wat niet is beantwoord, is nee."""
    anders: dict[str, Any] = {"overdracht.gegevens": [soort]}
    if soort != "werkplek":
        anders[f"machtiging_overdracht.toestemming.{soort}"] = antwoord
    mag = soort == "werkplek" or antwoord == "ja"
    plek = f"machtiging_overdracht.toestemming.{soort}"

    assert met_elders(tmp_path, met(anders), ["SO-19"]) == (
        [] if mag else [("SO-19", "overdracht.gegevens.0", (("bedrijfsarts.yaml", plek),))]
    )


def test_zonder_machtiging_mag_alleen_de_werkplek(tmp_path: Path) -> None:
    """Eén bevinding zegt het, hoeveel er ook is overgedragen."""
    verzoek = met({"machtiging_overdracht": None})

    assert alles(tmp_path, verzoek, CODES) == [
        ("SO-20", "fout", "overdracht.op"),
    ]
    alleen = met({"machtiging_overdracht": None, "overdracht.gegevens": ["werkplek"]})
    assert alles(tmp_path / "b", alleen, CODES) == []


GETEKEND = "machtiging_overdracht.ondertekening.werknemer"
GELDIG = "machtiging_overdracht.geldig_tot_en_met"
WEIGERING = {"geweigerd": {"op": "2026-02-23", "reden": "Ik wil er nog over denken."}}
MACHTIGINGEN: dict[str, tuple[Anders, str | None]] = {
    "een dag tevoren getekend": ({}, None),
    "op de dag zelf getekend": ({f"{GETEKEND}.getekend_op": "2026-02-24"}, None),
    "een dag later getekend": ({f"{GETEKEND}.getekend_op": "2026-02-25"}, f"{GETEKEND}.getekend_op"),
    "niet getekend": ({GETEKEND: None}, f"{GETEKEND}.getekend_op"),
    "geweigerd": ({GETEKEND: WEIGERING}, f"{GETEKEND}.getekend_op"),
    "geldig tot en met de dag zelf": ({GELDIG: "2026-02-24"}, None),
    "geldig tot en met de dag ervoor": ({GELDIG: "2026-02-23"}, GELDIG),
    "zonder einde": ({GELDIG: None}, None),
    "nog niets overgedragen": ({GETEKEND: None, "overdracht": None}, None),
    "alleen de werkplek overgedragen": ({GETEKEND: None, "overdracht.gegevens": ["werkplek"]}, None),
}


@pytest.mark.parametrize("naam", MACHTIGINGEN)
def test_de_machtiging_gold_op_de_dag_van_de_overdracht(tmp_path: Path, naam: str) -> None:
    """Getekend door de werknemer, niet later, en nog geldig."""
    anders, plek = MACHTIGINGEN[naam]

    assert met_elders(tmp_path, met(anders), ["SO-20"]) == (
        [("SO-20", "overdracht.op", (("bedrijfsarts.yaml", plek),))] if plek else []
    )


def _vraag(status: str) -> Anders:
    return {f"{stuk}.status": status for stuk in ("aanvraag", "machtiging_overdracht")}


VRAGEN: dict[str, tuple[Anders, list[Rij]]] = {
    "vraag en arts": ({}, []),
    "geen vraag": (
        {"vraagstelling": None},
        [("SO-21", "fout", "aanvraag"), ("SO-21", "fout", "machtiging_overdracht")],
    ),
    "geen arts": (
        {"keuze": None},
        [("SO-21", "fout", "aanvraag"), ("SO-21", "fout", "machtiging_overdracht")],
    ),
    "geen van beide": (
        {"keuze": None, "vraagstelling": None},
        [("SO-21", "fout", "aanvraag"), ("SO-21", "fout", "machtiging_overdracht")],
    ),
    "geen arts in een concept": (
        {"keuze": None, **_vraag("concept")},
        [("SO-21", "waarschuwing", "aanvraag"), ("SO-21", "waarschuwing", "machtiging_overdracht")],
    ),
    "geen arts en alleen een toekenning": (
        {"keuze": None, "aanvraag": None, "machtiging_overdracht": None, "overdracht": None},
        [],
    ),
}


@pytest.mark.parametrize("naam", VRAGEN)
def test_de_werknemer_tekent_voor_een_vraag_en_een_arts(tmp_path: Path, naam: str) -> None:
    """Alleen de aanvraag en de machtiging vragen erom."""
    anders, verwacht = VRAGEN[naam]

    assert alles(tmp_path, met(anders), ["SO-21"]) == verwacht


def test_een_goede_machtiging_geeft_niets(tmp_path: Path) -> None:
    """Van geen van deze codes."""
    assert alles(tmp_path, VOLLEDIG, CODES) == []
