"""RIV-01 to RIV-12: a complete verslag, each thing that can be missing, and the day on which a gap becomes too long."""

import datetime as dt
from typing import Any

import pytest
from calhulp import (
    DUURZAAM,
    EERSTEJAARS,
    EIND,
    GEEN_GESPREKKEN,
    OORDEEL,
    PLAN,
    TIJDELIJK,
    VERSLAG,
    Anders,
    D,
    dag,
    gesprek,
)
from compleethulp import INGEDIEND, Rij, bevonden, compleet, fout, let_op, met_stukken, overtredingen

from dossiergen.regels import controleer, is_aanvaardbaar, onderzoek, register, soort_van
from stukkenhulp import stuk_van

Geval = tuple[Anders, dict[str, Any], list[Rij]]
"""What of the complete case differs in documents and in the rest, and what is found."""

CONCEPT = {"status": "concept"}


def gat(later: str, eerder: str) -> Rij:
    return let_op("RIV-12", "datum", later, eerder)


GEEN_MEDISCHE = let_op("RIV-07", "medische_informatie_meegegeven")
GEEN_OORDEEL = let_op("RIV-08", "oordeel_werknemer_ontvangen")
_NIETS_GEMELD = {"medische_informatie_meegegeven": None, "oordeel_werknemer_ontvangen": None}
GEEN_EVALUATIE: Anders = {**GEEN_GESPREKKEN, "eerstejaarsevaluatie": None, "eindevaluatie": None}
_ALLEEN_WERKGEVER = {"ondertekening": {"werkgever": {"getekend_op": dag(52)}}}
_GEWEIGERD = {
    "ondertekening": {
        "werkgever": {"getekend_op": dag(52)},
        "werknemer": {"geweigerd": {"op": dag(55), "reden": "Ik wil vaste dagen."}},
    }
}

ONTBREEKT: dict[str, Geval] = {
    "alles is er": ({}, {}, []),
    "geen probleemanalyse": ({"probleemanalyse": None}, {}, [fout("RIV-01"), fout("RIV-10")]),
    "geen plan van aanpak": ({"plan-van-aanpak": None}, {}, [fout("RIV-02"), fout("RIV-10")]),
    "geen eerstejaarsevaluatie": ({"eerstejaarsevaluatie": None}, {}, [fout("RIV-03")]),
    "geen actueel oordeel": ({"actueel-oordeel": None}, {}, [fout("RIV-04"), fout("RIV-10")]),
    "geen eindevaluatie": ({"eindevaluatie": None}, {}, [fout("RIV-05"), fout("RIV-10")]),
    "nooit geëvalueerd": (
        GEEN_EVALUATIE, {},
        [fout("RIV-03"), fout("RIV-05"), fout("RIV-06"), fout("RIV-10"), gat(OORDEEL, PLAN)],
    ),
    "alleen in de eerstejaarsevaluatie geëvalueerd": (
        {**GEEN_GESPREKKEN, "eindevaluatie": None}, {},
        [fout("RIV-05"), fout("RIV-10"), gat(OORDEEL, EERSTEJAARS), gat(EERSTEJAARS, PLAN)],
    ),
    "medische informatie niet gemeld": (
        {"re-integratieverslag": {"medische_informatie_meegegeven": None}}, {}, [GEEN_MEDISCHE],
    ),
    "geen oordeel van de werknemer": (
        {"re-integratieverslag": {"oordeel_werknemer_ontvangen": None}}, {}, [GEEN_OORDEEL],
    ),
    "nog geen oordeel van de werknemer": (
        {"re-integratieverslag": {"oordeel_werknemer_ontvangen": "nee"}}, {}, [GEEN_OORDEEL],
    ),
    "geen oordelen van werkgever en bedrijfsarts": (
        {"actueel-oordeel": {"arbeidsrelatie": None}, "eindevaluatie": {"passende_arbeid": None}}, {},
        [("ACT-01", "fout", OORDEEL, "arbeidsrelatie", ()), ("EIND-02", "fout", EIND, "passende_arbeid", ()),
         fout("RIV-10")],
    ),
}  # fmt: skip

ONAF: dict[str, Geval] = {
    "plan niet getekend door de werknemer": ({"plan-van-aanpak": _ALLEEN_WERKGEVER}, {}, [fout("RIV-09", PLAN)]),
    "een weigering telt als getekend": ({"plan-van-aanpak": _GEWEIGERD}, {}, []),
    "twee stukken door niemand getekend": (
        {"eindevaluatie": {"ondertekening": {}}, "actueel-oordeel": {"ondertekening": {}}}, {},
        [fout("RIV-09", OORDEEL), fout("RIV-09", EIND)],
    ),
    "plan nog een concept": ({"plan-van-aanpak": CONCEPT}, {}, [fout("RIV-11", PLAN)]),
    "een concept dat al is getekend, is een concept": (
        {"plan-van-aanpak": {**CONCEPT, **_GEWEIGERD}}, {}, [fout("RIV-11", PLAN)],
    ),
    "een concept in het verslag, dat zelf een concept is": (
        {"plan-van-aanpak": CONCEPT, "re-integratieverslag": CONCEPT}, {},
        [let_op("RIV-11", "status", VERSLAG, PLAN)],
    ),
    "een concept van na het verslag hoort er niet bij": (
        {"bijstelling-plan-van-aanpak-90": {"op": 655, **CONCEPT}}, {}, [],
    ),
    "een concept van later hoort bij een verslag dat nog niet vaststaat": (
        {"bijstelling-plan-van-aanpak-90": {"op": 655, **CONCEPT}, "re-integratieverslag": CONCEPT}, {},
        [let_op("RIV-11", "status", VERSLAG, gesprek(90))],
    ),
    "een concept van een verslag waarin alles ontbreekt": (
        {
            **GEEN_EVALUATIE, "probleemanalyse": None, "plan-van-aanpak": CONCEPT, "actueel-oordeel": None,
            "re-integratieverslag": {**CONCEPT, **_NIETS_GEMELD},
        },
        {},
        [
            *(let_op(f"RIV-{nummer}", "status") for nummer in ("01", "03", "04", "05", "10")),
            GEEN_MEDISCHE, GEEN_OORDEEL, let_op("RIV-11", "status", VERSLAG, PLAN),
        ],
    ),
}  # fmt: skip

# Of whom no plan was made, nothing follows that rests on it.
_ZONDER_PLAN: Anders = {"plan-van-aanpak": None, **GEEN_EVALUATIE}
_ZONDER_EINDE: Anders = {"actueel-oordeel": None, "eindevaluatie": None}


def _na(peildag: int, **anders: Any) -> Anders:
    """What lies there after an employment that ended on a day; the last documents only where `anders` has them."""
    later = {f"bijstelling-plan-van-aanpak-{nr:02}": None for nr in range(1, 13) if 52 + 42 * nr > peildag}
    op_die_dag = {"op": peildag, "kopie_aan_werknemer": dag(peildag), "wia_aanvraag": None}
    laatste = {"ingediend_bij_uwv": None, **op_die_dag, **_NIETS_GEMELD}
    return {**later, "eerstejaarsevaluatie": None, **_ZONDER_EINDE, "re-integratieverslag": laatste, **anders}


def _uit_dienst(peildag: int, **blok: Any) -> dict[str, Any]:
    return {"dienstverband": {"uit_dienst": dag(peildag)}, "ziek_uit_dienst": blok}


_AAN_HET_EINDE: Anders = {"actueel-oordeel": {"op": 286}, "eindevaluatie": {"op": 293}}
_VERVROEGD = {
    "verkorte_wachttijd": [
        {"aangevraagd_op": dag(200), "verklaring_bedrijfsarts_op": dag(199), "toegekend_per": dag(280)}
    ]
}

KORTER: dict[str, Geval] = {
    "tijdelijk geen mogelijkheden, dus geen plan": (
        {"probleemanalyse": TIJDELIJK, **_ZONDER_PLAN}, {}, [gat(OORDEEL, "stukken/probleemanalyse.yaml")],
    ),
    "blijvend geen mogelijkheden, dus geen plan en geen gat": (
        {"probleemanalyse": DUURZAAM, **_ZONDER_PLAN}, {}, [],
    ),
    "een concept van de analyse laat het plan niet weg": (
        {"probleemanalyse": {**CONCEPT, **TIJDELIJK}, **_ZONDER_PLAN}, {},
        [*(fout(f"RIV-0{nummer}") for nummer in (2, 3, 5)), fout("RIV-10"),
         fout("RIV-11", "stukken/probleemanalyse.yaml")],
    ),
    "blijvend geen mogelijkheden meer: het jaar niet meer, het plan nog wel te evalueren": (
        {"bijstelling-probleemanalyse-01": {"op": 330, **DUURZAAM}, "eerstejaarsevaluatie": None, "eindevaluatie": None},
        {}, [fout("RIV-05"), fout("RIV-10")],
    ),
    "uit dienst voor de eerstejaarsevaluatie": (
        {**_na(300), **_AAN_HET_EINDE}, _uit_dienst(300), [GEEN_MEDISCHE, GEEN_OORDEEL],
    ),
    "uit dienst voor de eerstejaarsevaluatie, zonder laatste stukken": (
        _na(300), _uit_dienst(300),
        [fout("RIV-04"), fout("RIV-05"), fout("RIV-10"), GEEN_MEDISCHE, GEEN_OORDEEL],
    ),
    "uit dienst en herstel verwacht: een verkort verslag": (_na(300), _uit_dienst(300, herstel_verwacht="ja"), []),
    "uit dienst de dag voor het plan er moet zijn": (
        _na(51, **{"plan-van-aanpak": None}), _uit_dienst(51), [],
    ),
    "uit dienst op de dag waarop het plan er moet zijn": (
        _na(52, **{"plan-van-aanpak": None}), _uit_dienst(52), [fout("RIV-02"), fout("RIV-10")],
    ),
    "uit dienst na zeventig dagen: een volledig verslag": (
        _na(69), _uit_dienst(69),
        [fout("RIV-04"), fout("RIV-05"), fout("RIV-10"), GEEN_MEDISCHE, GEEN_OORDEEL],
    ),
    "uit dienst na negenenzestig dagen: een verkort verslag": (_na(68), _uit_dienst(68), []),
    "een verkorte wachttijd": (_na(280), _VERVROEGD, []),
}  # fmt: skip

_TUSSEN = {f"bijstelling-plan-van-aanpak-0{nummer}": None for nummer in (2, 3)}
_VIERDE = "bijstelling-plan-van-aanpak-04"
_GAT = [gat(gesprek(4), gesprek(1))]
_ALLEEN_AAN_HET_EINDE: Anders = {**GEEN_GESPREKKEN, "eerstejaarsevaluatie": None}


def _vierde(op: int) -> Anders:
    """The first evaluation on day 94, and the next one on this day."""
    return {**_TUSSEN, _VIERDE: op}


GATEN: dict[str, Geval] = {
    "dertien weken": (_vierde(94 + 91), {}, []),
    "dertien weken en een dag": (_vierde(94 + 92), {}, _GAT),
    "vijf weken verlof ertussen": (
        _vierde(94 + 91 + 35), {"verlof": [(dag(110), dag(144))], "besluit": "Besloten."}, [],
    ),
    "vijf weken verlof ertussen, en een dag te veel": (
        _vierde(94 + 92 + 35), {"verlof": [(dag(110), dag(144))], "besluit": "Besloten."}, _GAT,
    ),
    "tien dagen hersteld ertussen": (
        _vierde(94 + 91 + 10), {"periodes": [(dag(0), dag(109)), (dag(120), None)]}, [],
    ),
    "tien dagen hersteld ertussen, en een dag te veel": (
        _vierde(94 + 92 + 10), {"periodes": [(dag(0), dag(109)), (dag(120), None)]}, _GAT,
    ),
    "een concept ertussen is nog geen stuk": (
        {**_vierde(94 + 92), "bijstelling-plan-van-aanpak-02": CONCEPT}, {},
        [*_GAT, fout("RIV-11", gesprek(2))],
    ),
    "blijvend geen mogelijkheden, en het gat ligt daarna": (
        {**_ALLEEN_AAN_HET_EINDE, "bijstelling-probleemanalyse-01": {"op": 52 + 91, **DUURZAAM}}, {}, [],
    ),
    "blijvend geen mogelijkheden en later weer wel, en het gat ligt daarna": (
        {**_ALLEEN_AAN_HET_EINDE, "bijstelling-probleemanalyse-01": {"op": 52 + 91, **DUURZAAM},
         "bijstelling-probleemanalyse-02": {"op": 300}, "eerstejaarsevaluatie": {}},
        {}, [gat(OORDEEL, EERSTEJAARS)],
    ),
    "blijvend geen mogelijkheden, maar het gat ligt ervoor": (
        {**_ALLEEN_AAN_HET_EINDE, "bijstelling-probleemanalyse-01": {"op": 52 + 92, **DUURZAAM}}, {},
        [gat("stukken/bijstelling-probleemanalyse-01.yaml", PLAN)],
    ),
    "tussen het laatste stuk en het verslag": (
        {"actueel-oordeel": {"op": 540}, "eindevaluatie": {"op": 545}, "bijstelling-plan-van-aanpak-11": None,
         "bijstelling-plan-van-aanpak-12": None, "re-integratieverslag": {"op": 637}},
        {}, [gat(VERSLAG, EIND)],
    ),
    "een stuk van na het verslag maakt geen gat": (
        {"actueel-oordeel": {"op": 540}, "eindevaluatie": {"op": 545}, "bijstelling-plan-van-aanpak-11": None,
         "bijstelling-plan-van-aanpak-12": None, "bijstelling-plan-van-aanpak-90": 655,
         "re-integratieverslag": {"op": 636}},
        {}, [],
    ),
}  # fmt: skip


@pytest.mark.parametrize("naam", [*ONTBREEKT, *ONAF, *KORTER, *GATEN])
def test_wat_het_verslag_mist(naam: str) -> None:
    """Een bevinding voor elk gebrek, en geen voor wat bij dit verslag niet hoort."""
    anders, rest, verwacht = {**ONTBREEKT, **ONAF, **KORTER, **GATEN}[naam]

    assert bevonden(compleet(anders, **rest)) == sorted(verwacht)


def test_nooit_geevalueerd_geldt_pas_na_de_eerste_afspraak() -> None:
    """Op de laatste dag van de eerste evaluatie kan zij nog; een dag later is er iets gemist."""
    concept = compleet({**GEEN_EVALUATIE, "re-integratieverslag": CONCEPT})
    op_tijd, te_laat = (set(bevonden(concept, peildag)) for peildag in (94, 95))

    assert (te_laat - op_tijd, op_tijd - te_laat) == ({let_op("RIV-06", "status")}, set())


def test_een_vastgesteld_verslag_heeft_de_gebreken_van_zijn_eigen_dag() -> None:
    """Van een dag verschil in de datum van het verslag hangt het af, en niet van de dag waarop iemand kijkt."""
    op_tijd, te_laat = (compleet({**GEEN_EVALUATIE, "re-integratieverslag": {"op": op}}) for op in (94, 95))

    for peildag in (95, INGEDIEND):
        codes = [{o.code for o in overtredingen(zaak, peildag)} for zaak in (op_tijd, te_laat)]
        assert codes[1] - codes[0] == {"RIV-06"}


def test_zonder_verslag_wordt_niets_gevraagd() -> None:
    """De regels gaan over het verslag, en wie er nog geen maakt, hoort niets."""
    assert (
        bevonden(compleet({"re-integratieverslag": None, "eindevaluatie": None, "plan-van-aanpak": CONCEPT}))
        == []
    )


def test_zonder_kalender_kan_niets_worden_weggelaten() -> None:
    """Kloppen de perioden niet, dan wordt ook gevraagd wat bij geen mogelijkheden weg mag; gaten zijn niet te tellen."""
    perioden = [(dag(0), dag(30)), (dag(20), None)]
    zonder_plan = compleet({"probleemanalyse": TIJDELIJK, **_ZONDER_PLAN}, periodes=perioden)

    assert bevonden(compleet(periodes=perioden)) == []
    assert bevonden(zonder_plan) == [fout("RIV-02"), fout("RIV-03"), fout("RIV-05"), fout("RIV-10")]


def test_een_stuk_zonder_handtekening_houdt_alleen_het_verslag_tegen() -> None:
    """Het stuk zelf moet er zijn om te kunnen worden getekend."""
    wat = onderzoek(compleet({"plan-van-aanpak": _ALLEEN_WERKGEVER}), D + dt.timedelta(days=INGEDIEND))
    over_tekenen = {
        (o.code, o.bestand): (o.ernst or soort_van(o.code).ernst).value
        for o in controleer(wat)
        if o.code in {"SIG-01", "RIV-09"}
    }

    assert over_tekenen == {("SIG-01", PLAN): "waarschuwing", ("RIV-09", VERSLAG): "fout"}


def test_een_gebrek_zegt_wie_het_aanlevert() -> None:
    """In de oplossing, met wat er moet gebeuren."""
    zaak = compleet(
        {
            "probleemanalyse": None,
            "eindevaluatie": None,
            "plan-van-aanpak": _ALLEEN_WERKGEVER,
            "actueel-oordeel": CONCEPT,
            "re-integratieverslag": {
                "medische_informatie_meegegeven": None,
                "oordeel_werknemer_ontvangen": None,
            },
        }
    )
    wie = {o.code: o.oplossing.split(" aan. ")[0] for o in overtredingen(zaak) if o.oplossing}

    assert wie == {
        "RIV-01": "Dit levert de bedrijfsarts",
        "RIV-05": "Dit leveren de werkgever en de werknemer",
        "RIV-07": "Dit levert de bedrijfsarts",
        "RIV-08": "Dit levert de werknemer",
        "RIV-09": "Dit levert de werknemer",
        "RIV-11": "Dit levert de bedrijfsarts",
    }


def test_een_brief_vult_geen_gat() -> None:
    """Een uitnodiging zegt niet dat er is gesproken; de melding aan UWV is wel iets wat is gedaan."""
    brief = stuk_van(
        "brief-uitnodiging", 1, datum=dag(130), status="definitief", opsteller="b-smit", waarvoor="evaluatie",
        afspraak={"op": dag(136), "tijd": "10.30 uur", "waar": "telefonisch", "met": "b-smit"},
    )  # fmt: skip
    melding = stuk_van("melding-42e-week", datum=dag(130), status="definitief", opsteller="b-smit")
    zaak = compleet(_vierde(94 + 92))

    assert bevonden(met_stukken(zaak, brief)) == _GAT
    assert bevonden(met_stukken(zaak, melding)) == []


def test_alleen_wat_het_verslag_niet_tegenhoudt_kan_worden_aanvaard() -> None:
    """Een verslag dat niet compleet is, wordt het niet doordat iemand dat goed vindt."""
    van_de_regels = {
        regel.soort.code for regel in register().stukregels if regel.soort.code.startswith("RIV-")
    }

    assert {code for code in van_de_regels if is_aanvaardbaar(code)} == {"RIV-07", "RIV-08", "RIV-12"}
    assert len(van_de_regels) == 12
