"""SO-26 and SO-31: which step may follow which and when, and the documents that belong to a step."""

import datetime as dt
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from sohulp import (
    AFGEWEZEN_VERZOEK,
    MET_WERKWIJZE,
    VOLLEDIG,
    Anders,
    Rij,
    alles,
    bevindingen_deel,
    met,
    met_elders,
    stap,
)

from dossiergen.second_opinion import mogelijk_na
from dossiergen.zaak.second_opinion import Processtap
from regelproef import ORGANISATIES, Wijziging

_S = Processtap
OVERGANGEN = [(eerst, daarna) for eerst in _S for daarna in mogelijk_na(eerst)]
EINDE = {_S.KLACHT, _S.ANDER_INSTRUMENT, _S.INGETROKKEN, _S.AFGEROND}
DAG = "2026-02-16"
# Every step with a road to it from the beginning.
WEGEN: dict[Processtap, list[Processtap]] = {_S.VERZOEK_ONTVANGEN: [_S.VERZOEK_ONTVANGEN]}
for _ in _S:
    for eerst, daarna in OVERGANGEN:
        if eerst in WEGEN:
            WEGEN.setdefault(daarna, [*WEGEN[eerst], daarna])


def _verloop(stappen: list[Processtap]) -> dict[str, Any]:
    """Only what was received, and its steps, all of one day."""
    verzoek = {"ontvangen_op": DAG, "onderwerp": "verzuimbegeleiding"}
    return {"verzoek": verzoek, "verloop": [stap(een.value, DAG) for een in stappen]}


def _plekken(map_: Path, stappen: list[Processtap]) -> list[str]:
    """Where a step cannot be."""
    return [pad for _, ernst, pad in alles(map_, _verloop(stappen), ["SO-31"]) if ernst == "fout"]


def test_elke_stap_is_te_bereiken_en_alleen_een_einde_heeft_geen_vervolg() -> None:
    """De tabel laat niets los hangen."""
    assert set(WEGEN) == set(_S)
    assert {een for een in _S if not mogelijk_na(een)} == EINDE


@pytest.mark.parametrize(("eerst", "daarna"), OVERGANGEN)
def test_elke_overgang_van_de_tabel_kan(tmp_path: Path, eerst: Processtap, daarna: Processtap) -> None:
    """Vanaf het begin, langs stappen die kunnen."""
    assert _plekken(tmp_path, [*WEGEN[eerst], daarna]) == []


@pytest.mark.parametrize("eerst", list(_S))
def test_elke_andere_overgang_kan_niet(tmp_path: Path, eerst: Processtap) -> None:
    """Ook niet twee keer dezelfde stap; de bevinding staat bij de tweede."""
    weg = WEGEN[eerst]
    anders = [daarna for daarna in _S if daarna not in mogelijk_na(eerst) and daarna is not _S.INGETROKKEN]
    # A sample: all of them are four hundred.
    for daarna in anders[:: max(1, len(anders) // 4)]:
        assert _plekken(tmp_path / daarna, [*weg, daarna]) == [f"verloop.{len(weg)}.stap"]


@pytest.mark.parametrize("eerst", list(_S))
def test_intrekken_kan_altijd_en_na_het_besluit_oordeelt_een_mens(tmp_path: Path, eerst: Processtap) -> None:
    """De bronnen noemen het alleen voor het besluit; wat is afgelopen, is niet meer in te trekken."""
    verloop = _verloop([*WEGEN[eerst], _S.INGETROKKEN])
    ernst = [
        ernst
        for _, ernst, pad in alles(tmp_path, verloop, ["SO-31"])
        if pad == f"verloop.{len(WEGEN[eerst])}.stap"
    ]

    if _S.INGETROKKEN in mogelijk_na(eerst):
        assert ernst == []
    else:
        assert ernst == (["oordeel"] if mogelijk_na(eerst) else ["fout"])


@pytest.mark.parametrize("eerste", [een for een in _S if een is not _S.VERZOEK_ONTVANGEN])
def test_een_verzoek_begint_als_het_binnenkomt(tmp_path: Path, eerste: Processtap) -> None:
    """Geen andere stap is de eerste."""
    assert _plekken(tmp_path, [eerste]) == ["verloop.0.stap"]


def test_welke_stap_wel_kan_staat_alleen_in_het_voorstel(tmp_path: Path) -> None:
    """Een melding zegt niet hoe ver iemand is; op het eigen scherm mag het."""
    gevallen = {
        (_S.AFGEROND,): ("Een verzoek begint met de stap `verzoek_ontvangen`.", "verzoek_ontvangen"),
        (_S.VERZOEK_ONTVANGEN, _S.CONSULT): ("Deze stap kan niet volgen op de vorige.", "gesprek_gepland"),
        (*WEGEN[_S.INGETROKKEN], _S.KLACHT): ("Na de vorige stap is het verzoek ten einde.", ""),
        (*WEGEN[_S.IN_BEHANDELING], _S.CONSULT): (
            "Deze stap kan niet volgen op de vorige.",
            "afgewezen, toegekend, ingetrokken",
        ),
    }
    for nummer, (stappen, verwacht) in enumerate(gevallen.items()):
        gevonden = bevindingen_deel(tmp_path / str(nummer), _verloop(list(stappen)))
        (een,) = (f for f in gevonden if f.code == "SO-31" and f.ernst.value == "fout")
        assert (een.melding, een.voorstel) == verwacht
        assert een.stopt is False


LAATSTE = len(VOLLEDIG["verloop"]) - 1
DAGEN: dict[str, tuple[Anders, dt.date, list[Rij]]] = {
    "alles op volgorde": ({}, dt.date(2026, 3, 30), []),
    "een dag voor de laatste stap": (
        {},
        dt.date(2026, 3, 29),
        [("SO-31", "fout", f"verloop.{LAATSTE - 1}.op"), ("SO-31", "fout", f"verloop.{LAATSTE}.op")],
    ),
    "een stap een dag voor de vorige": (
        {"verloop.2": stap("in_behandeling", "2026-02-16")},
        dt.date(2026, 4, 1),
        [("SO-31", "fout", "verloop.2.op")],
    ),
    "een stap op de dag van de vorige": (
        {"verloop.2": stap("in_behandeling", "2026-02-17")},
        dt.date(2026, 4, 1),
        [],
    ),
    "de eerste stap een dag na het verzoek": (
        {"verloop.0": stap("verzoek_ontvangen", "2026-02-17")},
        dt.date(2026, 4, 1),
        [("SO-31", "waarschuwing", "verloop.0.op")],
    ),
    "de eerste stap een dag voor het verzoek": (
        {"verloop.0": stap("verzoek_ontvangen", "2026-02-15")},
        dt.date(2026, 4, 1),
        [("SO-31", "waarschuwing", "verloop.0.op")],
    ),
}


@pytest.mark.parametrize("naam", DAGEN)
def test_de_dagen_van_de_stappen_lopen_op(tmp_path: Path, naam: str) -> None:
    """Tot en met de peildatum, te beginnen op de dag van het verzoek."""
    anders, peildatum, verwacht = DAGEN[naam]

    assert alles(tmp_path, met(anders), ["SO-31"], peildatum=peildatum) == verwacht


CONCEPT = {"status": "concept", "ondertekening": None}


def _als_concept(stuk: str) -> Anders:
    return {f"{stuk}.{veld}": waarde for veld, waarde in CONCEPT.items()}


def _zonder_stap(*namen: str) -> Anders:
    return {"verloop": [een for een in VOLLEDIG["verloop"] if een["stap"] not in namen]}


def _waarschuwing(pad: str) -> list[Rij]:
    return [("SO-31", "waarschuwing", pad)]


BIJ_ELKAAR: dict[str, tuple[dict[str, Any], list[Rij]]] = {
    "stap zonder toekenning": (met({"toekenning": None}), _waarschuwing("verloop.3.stap")),
    "stap met een concept": (met(_als_concept("toekenning")), _waarschuwing("verloop.3.stap")),
    "stap zonder vrijgave": (met({"vrijgave": None}), _waarschuwing("verloop.10.stap")),
    "stap zonder reactie": (met({"reactie": None}), _waarschuwing("verloop.11.stap")),
    "reactie zonder stap": (met(_zonder_stap("reactie")), _waarschuwing("reactie.status")),
    "toekenning zonder stap": (met(_zonder_stap("toegekend")), _waarschuwing("toekenning.status")),
    "vrijgave zonder stap": (met(_zonder_stap("vrijgegeven")), _waarschuwing("vrijgave.status")),
    "concept zonder stap": (met({**_zonder_stap("reactie"), **_als_concept("reactie")}), []),
    "afwijzing zonder stap": (
        met({"verloop.3": stap("toegekend", "2026-02-20")}, AFGEWEZEN_VERZOEK),
        [*_waarschuwing("afwijzing.status"), *_waarschuwing("verloop.3.stap")],
    ),
    "stap zonder afwijzing": (met({"afwijzing": None}, AFGEWEZEN_VERZOEK), _waarschuwing("verloop.3.stap")),
}


def _zonder_volgorde(rijen: list[Rij]) -> list[Rij]:
    """Without the steps that cannot follow because one before them was taken out."""
    return [rij for rij in rijen if rij[1] != "fout" or not rij[2].endswith(".stap")]


@pytest.mark.parametrize("naam", BIJ_ELKAAR)
def test_een_stuk_en_zijn_stap_horen_bij_elkaar(tmp_path: Path, naam: str) -> None:
    """Een waarschuwing: alleen een mens weet welk van de twee ontbreekt."""
    verzoek, verwacht = BIJ_ELKAAR[naam]

    assert _zonder_volgorde(alles(tmp_path, verzoek, ["SO-31"])) == verwacht


AFSLUITBERICHT = {"datum": "2026-03-25", "status": "definitief", "opsteller": "f-osinga"}
AFWIJZING = {"datum": "2026-02-20", "status": "definitief", "opsteller": "c-vermaat"}
TEGENSPRAAK: dict[str, tuple[Anders, list[Rij]]] = {
    "afgewezen en toegekend": (
        {"afwijzing": AFWIJZING},
        [("SO-31", "fout", "toekenning.status"), ("SO-31", "waarschuwing", "afwijzing.status")],
    ),
    "toegekend, met een concept van een afwijzing": ({"afwijzing": {**AFWIJZING, "status": "concept"}}, []),
    "vrijgegeven, en de vrijgave zegt nee": (
        {"vrijgave.aan_bedrijfsarts": "nee"},
        [("SO-31", "fout", "verloop.10.stap")],
    ),
    "vrijgegeven, en de vrijgave zegt niets": (
        {"vrijgave.aan_bedrijfsarts": None},
        [("SO-31", "fout", "verloop.10.stap")],
    ),
    "vrijgegeven, en de vrijgave is een concept": (
        {"vrijgave.aan_bedrijfsarts": None, **_als_concept("vrijgave")},
        [("SO-31", "waarschuwing", "verloop.10.stap")],
    ),
    "een afsluitbericht en vrijgegeven": (
        {"afsluitbericht": AFSLUITBERICHT},
        [("SO-31", "fout", "afsluitbericht")],
    ),
    "een concept van een afsluitbericht en vrijgegeven": (
        {"afsluitbericht": {**AFSLUITBERICHT, "status": "concept"}},
        [("SO-31", "waarschuwing", "afsluitbericht")],
    ),
}


@pytest.mark.parametrize("naam", TEGENSPRAAK)
def test_stukken_en_stappen_spreken_elkaar_niet_tegen(tmp_path: Path, naam: str) -> None:
    """Een verzoek is afgewezen of toegekend, vrijgegeven of tegengehouden."""
    anders, verwacht = TEGENSPRAAK[naam]

    assert alles(tmp_path, met(anders), ["SO-31"]) == verwacht


def test_tegengehouden_en_toch_vrijgegeven(tmp_path: Path) -> None:
    """De stap zegt iets anders dan de werknemer."""
    verloop = [*VOLLEDIG["verloop"][:10], stap("geblokkeerd", "2026-03-24")]
    verzoek = met({"verloop": verloop, "reactie": None})

    assert met_elders(tmp_path, verzoek, ["SO-31"]) == [
        ("SO-31", "verloop.10.stap", (("bedrijfsarts.yaml", "vrijgave.aan_bedrijfsarts"),))
    ]


POOL: Wijziging = (ORGANISATIES, MET_WERKWIJZE[1], MET_WERKWIJZE[2].replace("verzuimdesk", "artsenpool"))
TERMIJNEN: dict[str, tuple[Anders, Wijziging | None, list[str]]] = {
    "alles op de laatste dag": ({}, MET_WERKWIJZE, []),
    "de keuze een dag later": (
        {"verloop.5": stap("keuze_gemaakt", "2026-02-23")},
        MET_WERKWIJZE,
        ["verloop.5.op"],
    ),
    "een keuze buiten het contract een dag later": (
        {"verloop.5": stap("keuze_buiten_contract", "2026-02-23")},
        MET_WERKWIJZE,
        ["verloop.5.op"],
    ),
    "de keuze later, zonder werkwijze": ({"verloop.5": stap("keuze_gemaakt", "2026-02-23")}, None, []),
    "het consult een werkdag later": (
        {"verloop.8": stap("consult", "2026-03-18")},
        MET_WERKWIJZE,
        ["verloop.8.op"],
    ),
    "een aanbieder zonder termijn voor de keuze": (
        {"verloop.5": stap("keuze_gemaakt", "2026-02-23"), "verloop.8": stap("consult", "2026-03-10")},
        POOL,
        [],
    ),
    "het consult op de laatste dag van twee weken": ({"verloop.8": stap("consult", "2026-03-10")}, POOL, []),
    "het consult een dag na twee weken": (
        {"verloop.8": stap("consult", "2026-03-11")},
        POOL,
        ["verloop.8.op"],
    ),
    "het antwoord na een week": (
        {"verloop.7": stap("aanvraag_compleet", "2026-03-02"), "verloop.8": stap("consult", "2026-03-16")},
        POOL,
        [],
    ),
    "het antwoord een dag na een week": (
        {"verloop.7": stap("aanvraag_compleet", "2026-03-03"), "verloop.8": stap("consult", "2026-03-17")},
        POOL,
        ["verloop.7.op"],
    ),
    "een tweede keuze telt niet vanaf het voorstel": (
        {"verloop.8": stap("keuze_gemaakt", "2026-03-09")},
        MET_WERKWIJZE,
        [],
    ),
}


@pytest.mark.parametrize("naam", TERMIJNEN)
def test_een_stap_komt_in_de_tijd_van_de_aanbieder(tmp_path: Path, naam: str) -> None:
    """Een waarschuwing die zegt dat het geen wet is; op de laatste dag is het op tijd."""
    anders, werkwijze, plekken = TERMIJNEN[naam]
    gevonden = bevindingen_deel(tmp_path, met(anders), elders=[werkwijze] if werkwijze else [])
    te_laat = [f for f in gevonden if f.code == "SO-26"]

    assert [(f.ernst.value, f.pad.removeprefix("second_opinions.0.")) for f in te_laat] == [
        ("waarschuwing", plek) for plek in plekken
    ]
    assert all("geen wet" in f.melding for f in te_laat)


def test_de_volledige_zaak_volgt_de_tabel() -> None:
    """Anders zeggen de andere tests weinig."""
    stappen = [Processtap(een["stap"]) for een in VOLLEDIG["verloop"]]

    assert all(daarna in mogelijk_na(eerst) for eerst, daarna in pairwise(stappen))
