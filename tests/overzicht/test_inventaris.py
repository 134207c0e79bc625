"""The inventory: for each of the elements a to l whether it is there, in which documents, and who supplies it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest
from calhulp import DUURZAAM, GEEN_GESPREKKEN, TIJDELIJK, Anders, D, dag
from compleethulp import INGEDIEND, compleet

from dossiergen.overzicht import Drager, Overzicht, maak_overzicht
from dossiergen.zaak import Zaak

Regel = tuple[str, str, tuple[str, ...], tuple[str, ...], str]
"""Letter, how it stands, the documents that carry it, who supplies it, and what is said about it."""
Gebrekregel = tuple[str, str, tuple[str, ...], bool, str]
"""Code, what is missing, who has it, whether the verslag waits for it, and the file."""

VERSLAGDAG = D + dt.timedelta(days=INGEDIEND)
CONCEPT = {"status": "concept"}
GESPREKKEN = tuple(GEEN_GESPREKKEN)
PA, PVA, EJE, AO, EIND = (
    "probleemanalyse", "plan-van-aanpak", "eerstejaarsevaluatie", "actueel-oordeel", "eindevaluatie",
)  # fmt: skip
ARTS, WG, WN = "bedrijfsarts", "werkgever", "werknemer"
WEG = {
    "f": "De probleemanalyse is er niet.",
    "g": "Het plan van aanpak is er niet.",
    "j": "Het actueel oordeel is er niet.",
    "b": "De eindevaluatie is er niet.",
}
EJE_WEG, EIND_WEG = "De eerstejaarsevaluatie is er niet.", WEG["b"]
NIET_NODIG = "Voor dit verslag is het niet nodig."
GEEN_MOGELIJKHEDEN = "Volgens de probleemanalyse zijn er geen mogelijkheden."
ZONDER_PLAN = "Zonder mogelijkheden is er geen plan om te evalueren."
UIT_DIENST = "Het dienstverband eindigt eerder."
CONCEPT_ZIN = "Nog een concept."
OPEN_ZIN = "Nog niet door iedereen getekend."


def _op(zaak: Zaak, peildag: int = INGEDIEND) -> Overzicht:
    return maak_overzicht(zaak, D + dt.timedelta(days=peildag))


def _onderdelen(overzicht: Overzicht) -> list[Regel]:
    return [
        (
            onderdeel.letter,
            onderdeel.stand.value,
            tuple(drager.stuk for drager in onderdeel.dragers),
            tuple(wie.value for wie in onderdeel.wie),
            onderdeel.toelichting,
        )
        for onderdeel in overzicht.onderdelen
    ]


def _gebreken(overzicht: Overzicht) -> list[Gebrekregel]:
    return [
        (g.code, g.wat, tuple(wie.value for wie in g.wie), g.houdt_tegen, g.bestand)
        for g in overzicht.gebreken
    ]


WIE: Mapping[str, tuple[str, ...]] = {
    "a": (WG, ARTS), "b": (WG,), "c": (WG,), "d": (WG, WN), "e": (WG,), "f": (ARTS,), "g": (WG, WN),
    "h": (WG, WN), "i": (WG, ARTS), "j": (ARTS,), "k": (ARTS, WG), "l": (WN,),
}  # fmt: skip
IN: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys("acde", (PA, AO)), "b": (EIND,), "f": (PA,), "g": (PVA, *GESPREKKEN), "h": (EJE, EIND),
    "i": (AO, EIND), "j": (AO,), "k": (AO, EIND), "l": (),
}  # fmt: skip


def tabel(zonder: Sequence[str] = (), **anders: tuple[str, str]) -> list[Regel]:
    """The table of a complete verslag without some documents; by letter how it stands and what is said."""
    return [
        (
            letter,
            anders.get(letter, ("aanwezig", ""))[0],
            tuple(stuk for stuk in IN[letter] if stuk not in zonder),
            wie,
            anders.get(letter, ("aanwezig", ""))[1],
        )
        for letter, wie in WIE.items()
    ]


def _alle(letters: str, stand: str, zin: str) -> dict[str, tuple[str, str]]:
    return dict.fromkeys(letters, (stand, zin))


def _weg(letters: str) -> dict[str, tuple[str, str]]:
    return {letter: ("ontbreekt", WEG[letter]) for letter in letters}


_GEEN_EVALUATIE: Anders = {**GEEN_GESPREKKEN, EJE: None, EIND: None}
_ZONDER_PLAN: Anders = {PVA: None, **_GEEN_EVALUATIE}
_GEEN_PLAN_NODIG = (
    (PVA, *GESPREKKEN, EJE, EIND),
    {
        "g": ("niet_nodig", GEEN_MOGELIJKHEDEN), "h": ("niet_nodig", ZONDER_PLAN),
        "b": ("aanwezig", "Staat op dit voorblad, bij Partijen."),
        **_alle("ik", "aanwezig", f"Zonder eindevaluatie is er geen oordeel van de werkgever. {ZONDER_PLAN}"),
    },
)  # fmt: skip

TABELLEN: dict[str, tuple[Anders, dict[str, Any], tuple[Sequence[str], dict[str, tuple[str, str]]]]] = {
    "volledig": ({}, {}, ((), {})),
    "geen analyse": ({PA: None}, {}, ((PA,), _weg("f"))),
    "geen analyse en geen actueel oordeel": (
        {PA: None, AO: None}, {},
        ((PA, AO), {
            **_alle("acde", "ontbreekt", "Er is geen probleemanalyse en geen actueel oordeel."),
            **_weg("fj"),
            **_alle("ik", "onvolledig", "Het oordeel van de bedrijfsarts ontbreekt."),
        }),
    ),
    "geen plan": ({PVA: None}, {}, ((PVA,), _weg("g"))),
    "geen eerstejaarsevaluatie": ({EJE: None}, {}, ((EJE,), {"h": ("onvolledig", EJE_WEG)})),
    "geen eindevaluatie": (
        {EIND: None}, {},
        ((EIND,), {
            **_weg("b"), "h": ("onvolledig", EIND_WEG),
            **_alle("ik", "onvolledig", "Het oordeel van de werkgever ontbreekt."),
        }),
    ),
    "geen van de evaluaties": (
        _GEEN_EVALUATIE, {},
        ((*GESPREKKEN, EJE, EIND), {
            **_weg("b"), "h": ("ontbreekt", f"{EJE_WEG} {EIND_WEG}"),
            **_alle("ik", "onvolledig", "Het oordeel van de werkgever ontbreekt."),
        }),
    ),
    "een oordeel van ieder niet gegeven": (
        {AO: {"arbeidsrelatie": None}, EIND: {"passende_arbeid": None}}, {},
        ((), {
            "i": ("onvolledig", "Het oordeel van de bedrijfsarts ontbreekt."),
            "k": ("onvolledig", "Het oordeel van de werkgever ontbreekt."),
        }),
    ),
    "een open handtekening draagt nog niet alles": (
        {PA: {"ondertekening": {}}, "bijstelling-plan-van-aanpak-03": {"ondertekening": {}}}, {},
        ((), _alle("fg", "onvolledig", OPEN_ZIN)),
    ),
    "een concept draagt nog niet alles": (
        {"bijstelling-plan-van-aanpak-03": CONCEPT, EIND: CONCEPT}, {},
        ((), _alle("bghik", "onvolledig", CONCEPT_ZIN)),
    ),
    "tijdelijk geen mogelijkheden": ({PA: TIJDELIJK, **_ZONDER_PLAN}, {}, _GEEN_PLAN_NODIG),
    "blijvend geen mogelijkheden": ({PA: DUURZAAM, **_ZONDER_PLAN}, {}, _GEEN_PLAN_NODIG),
    "verkort verslag": (
        {PVA: None, **_GEEN_EVALUATIE, AO: None, "re-integratieverslag": {"oordeel_werknemer_ontvangen": None}},
        {"dienstverband": {"uit_dienst": dag(50)}},
        ((PVA, *GESPREKKEN, EJE, EIND, AO), {
            **_alle("bijkl", "niet_nodig", NIET_NODIG), **_alle("gh", "niet_nodig", UIT_DIENST),
        }),
    ),
    "verkort verslag na meer dan een jaar": (
        {EJE: None, EIND: None, AO: None},
        {"dienstverband": {"uit_dienst": dag(400)}, "ziek_uit_dienst": {"herstel_verwacht": "ja"}},
        ((EJE, EIND, AO), {
            **_alle("bijkl", "niet_nodig", NIET_NODIG), "h": ("ontbreekt", EJE_WEG),
        }),
    ),
    "uit dienst voor de eerstejaarsevaluatie": (
        {EJE: None, AO: {"op": 286}, EIND: {"op": 293}}, {"dienstverband": {"uit_dienst": dag(300)}}, ((EJE,), {}),
    ),
    "uit dienst de dag voor zesenveertig weken": (
        {EJE: None, AO: {"op": 286}, EIND: {"op": 293}}, {"dienstverband": {"uit_dienst": dag(320)}}, ((EJE,), {}),
    ),
    "uit dienst na zesenveertig weken": (
        {EJE: None, AO: {"op": 286}, EIND: {"op": 293}}, {"dienstverband": {"uit_dienst": dag(321)}},
        ((EJE,), {"h": ("onvolledig", EJE_WEG)}),
    ),
    "een van beide een concept draagt wat de ander al draagt": (
        {PA: CONCEPT}, {}, ((), _alle("f", "onvolledig", CONCEPT_ZIN)),
    ),
    "analyse en oordeel beide een concept": (
        {PA: CONCEPT, AO: CONCEPT}, {}, ((), _alle("acdefijk", "onvolledig", CONCEPT_ZIN)),
    ),
    "het oordeel van de werknemer is er niet": (
        {"re-integratieverslag": {"oordeel_werknemer_ontvangen": "nee"}}, {},
        ((), {"l": ("ontbreekt", "De werknemer levert het zelf aan.")}),
    ),
}  # fmt: skip


@pytest.mark.parametrize("naam", TABELLEN)
def test_de_onderdelen(naam: str) -> None:
    """Van a tot en met l: stand, stukken, wie het aanlevert en waarom."""
    anders, rest, (zonder, standen) = TABELLEN[naam]

    assert _onderdelen(_op(compleet(anders, **rest))) == tabel(zonder, **standen)


def test_de_inhoud_van_een_onderdeel_is_de_wettekst() -> None:
    """Twaalf verschillende omschrijvingen; de eerste vijf horen bij de administratie."""
    inhoud = [onderdeel.inhoud for onderdeel in _op(compleet()).onderdelen]

    assert (len(inhoud), len(set(inhoud))) == (12, 12)
    assert inhoud[1:3] == ["aard van het bedrijf", "functie van de werknemer"]


def test_bijstellingen_van_de_analyse_dragen_het_oordeel_mee() -> None:
    """Op volgorde van nummer, en niet bij de gegevens die de eerste analyse al heeft."""
    zaak = compleet({f"bijstelling-probleemanalyse-0{nr}": {"op": 400 + nr} for nr in (2, 1)})
    dragers = {regel[0]: regel[2] for regel in _onderdelen(_op(zaak))}

    assert dragers["f"] == (PA, "bijstelling-probleemanalyse-01", "bijstelling-probleemanalyse-02")
    assert dragers["a"] == (PA, AO)


LEEG: Anders = {
    PA: None, PVA: None, **_GEEN_EVALUATIE, AO: None,
    "re-integratieverslag": {"medische_informatie_meegegeven": None, "oordeel_werknemer_ontvangen": None},
}  # fmt: skip
_MEDISCH = (
    "RIV-07", "Er is niet vastgelegd wanneer de bedrijfsarts de medische informatie aan de werknemer gaf.", (ARTS,), False, "",
)  # fmt: skip
_L = ("RIV-08", "Het oordeel van de werknemer is er nog niet (onderdeel l).", (WN,), False, "")

GEBREKEN: dict[str, tuple[Anders, list[Gebrekregel]]] = {
    "niets": ({}, []),
    "alles": (
        LEEG,
        [
            ("RIV-01", "De probleemanalyse ontbreekt.", (ARTS,), True, ""),
            ("RIV-02", "Het plan van aanpak ontbreekt.", (WG, WN), True, ""),
            ("RIV-03", "De eerstejaarsevaluatie ontbreekt.", (WG, WN), True, ""),
            ("RIV-04", "Het actueel oordeel ontbreekt.", (ARTS,), True, ""),
            ("RIV-05", "De eindevaluatie ontbreekt.", (WG, WN), True, ""),
            _MEDISCH,
            _L,
        ],
    ),
    "alleen een plan": (
        {**LEEG, PVA: 52},
        [
            ("RIV-01", "De probleemanalyse ontbreekt.", (ARTS,), True, ""),
            ("RIV-03", "De eerstejaarsevaluatie ontbreekt.", (WG, WN), True, ""),
            ("RIV-04", "Het actueel oordeel ontbreekt.", (ARTS,), True, ""),
            ("RIV-05", "De eindevaluatie ontbreekt.", (WG, WN), True, ""),
            ("RIV-06", "Er is geen enkele evaluatie van het plan van aanpak.", (WG, WN), True, ""),
            _MEDISCH,
            _L,
        ],
    ),
    "onaf": (
        {
            PA: CONCEPT,
            PVA: {"ondertekening": {"werknemer": {"getekend_op": dag(52)}}},
            "bijstelling-plan-van-aanpak-02": CONCEPT,
            EJE: {"ondertekening": {}},
            AO: {"arbeidsrelatie": None, "passende_arbeid": None, "ondertekening": {}},
            EIND: {**CONCEPT, "passende_arbeid": None},
        },
        [
            ("RIV-11", "De probleemanalyse is nog een concept.", (ARTS,), True, f"stukken/{PA}.yaml"),
            ("RIV-09", "Het plan van aanpak is nog niet getekend door de werkgever.", (WG,), True,
             f"stukken/{PVA}.yaml"),
            ("RIV-11", "De bijstelling plan van aanpak 2 is nog een concept.", (WG, WN), True,
             "stukken/bijstelling-plan-van-aanpak-02.yaml"),
            ("RIV-09", "De eerstejaarsevaluatie is nog niet getekend door de werkgever en de werknemer.", (WG, WN), True,
             f"stukken/{EJE}.yaml"),
            ("RIV-09", "Het actueel oordeel is nog niet getekend door de bedrijfsarts.", (ARTS,), True,
             f"stukken/{AO}.yaml"),
            ("RIV-11", "De eindevaluatie is nog een concept.", (WG, WN), True, f"stukken/{EIND}.yaml"),
            ("ACT-01", "Het oordeel van de bedrijfsarts over de arbeidsrelatie ontbreekt.", (ARTS,), True,
             f"stukken/{AO}.yaml"),
            ("ACT-01", "Het oordeel van de bedrijfsarts over passende arbeid ontbreekt.", (ARTS,), True,
             f"stukken/{AO}.yaml"),
            ("EIND-02", "Het oordeel van de werkgever over passende arbeid ontbreekt.", (WG,), True,
             f"stukken/{EIND}.yaml"),
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize("naam", GEBREKEN)
def test_wat_ontbreekt_en_wie_het_heeft(naam: str) -> None:
    """Eerst de stukken, dan wat eraan mist, dan wat de werknemer zelf stuurt."""
    anders, verwacht = GEBREKEN[naam]
    overzicht = _op(compleet(anders))

    assert _gebreken(overzicht) == verwacht
    assert overzicht.volledig == (not verwacht)
    assert all(gebrek.doen for gebrek in overzicht.gebreken)


def test_bekwaamheden_en_aard_van_het_bedrijf_staan_niet_in_een_stuk() -> None:
    """Zij komen uit de zaak en van de werkgever, en zonder is het verslag niet compleet."""
    vol = compleet()
    kaal = vol.gegevens.model_copy(update={"bekwaamheden": None})
    werkgevers = {
        naam: werkgever.model_copy(update={"aard_bedrijf": None})
        for naam, werkgever in vol.organisaties.werkgevers.items()
    }
    zaak = replace(
        vol, gegevens=kaal, organisaties=vol.organisaties.model_copy(update={"werkgevers": werkgevers})
    )
    overzicht = _op(zaak)

    assert _gebreken(overzicht) == [
        ("PA-09", "De bekwaamheden van de werknemer zijn niet opgegeven (onderdeel d).", (WG, WN), True, ""),
        ("EIND-01", "De aard van het bedrijf ontbreekt.", (WG,), True, f"stukken/{EIND}.yaml"),
    ]
    assert "PA-09" not in {gebrek.code for gebrek in _op(replace(zaak, stukken=())).gebreken}
    assert _onderdelen(overzicht) == tabel(
        b=("onvolledig", "De eindevaluatie noemt de aard van het bedrijf niet."),
        d=("onvolledig", "De bekwaamheden zijn niet opgegeven."),
    )


def _drager(zaak: Zaak, naam: str) -> Drager:
    return next(drager for drager in _op(zaak).stukken if drager.stuk == naam)


def test_wie_tekent_en_wat_ervan_kwam() -> None:
    """Getekend, geweigerd of open; op een concept heeft niemand getekend."""
    ondertekening = {
        "werkgever": {"persoon": "d-kok", "getekend_op": dag(53)},
        "werknemer": {"geweigerd": {"op": dag(55), "reden": "Ik wil vaste dagen."}},
    }
    geweigerd = _drager(compleet({PVA: {"ondertekening": ondertekening}}), PVA)
    concept = _drager(compleet({PVA: {"ondertekening": ondertekening, **CONCEPT}}), PVA)
    op = {nr: D + dt.timedelta(days=nr) for nr in (53, 55)}

    assert [tuple(t.model_dump().values()) for t in geweigerd.tekenaars] == [
        (WG, "d-kok", op[53], None),
        (WN, None, None, op[55]),
    ]
    assert [tuple(t.model_dump().values()) for t in concept.tekenaars] == [
        (WG, "d-kok", None, None),
        (WN, None, None, None),
    ]
    assert [(t.is_open, u.is_open) for t, u in zip(geweigerd.tekenaars, concept.tekenaars, strict=True)] == [
        (False, True),
        (False, True),
    ]


def test_de_stukken_staan_op_volgorde_van_het_verslag() -> None:
    """Niet op datum en niet op naam; het verslag zelf en de brieven staan er niet tussen."""
    zaak = compleet({"bijstelling-probleemanalyse-01": {"op": 400}})
    andersom = replace(zaak, stukken=tuple(reversed(zaak.stukken)))
    verwacht = (PA, "bijstelling-probleemanalyse-01", PVA, *GESPREKKEN, EJE, AO, EIND)

    assert tuple(drager.stuk for drager in _op(zaak).stukken) == verwacht
    assert _op(andersom) == _op(zaak)


def test_wat_na_de_dag_komt_hoort_er_niet_bij() -> None:
    """Behalve een concept, zolang het verslag zelf nog wordt geschreven."""
    later: Anders = {
        "bijstelling-plan-van-aanpak-91": 641,
        "bijstelling-plan-van-aanpak-92": {"op": 641, **CONCEPT},
    }
    vast = compleet(later)
    in_wording = compleet({**later, "re-integratieverslag": CONCEPT})

    def erbij(zaak: Zaak, peildag: int) -> list[str]:
        return [drager.stuk[-2:] for drager in _op(zaak, peildag).stukken if drager.stuk in later]

    assert (erbij(vast, 640), erbij(vast, 641)) == ([], ["91", "92"])
    assert (erbij(in_wording, 640), erbij(in_wording, 641)) == (["92"], ["91", "92"])


def test_een_bedrijfsarts_heeft_altijd_een_naam() -> None:
    """Wie het stuk opstelde, of wie ervoor instaat, als de handtekening niemand noemt."""
    tekenaar = [
        _drager(compleet({AO: velden}), AO).tekenaars[0].persoon
        for velden in (
            {},
            {"verantwoordelijke_bedrijfsarts": "d-kok"},
            {"ondertekening": {"bedrijfsarts": {"persoon": "b-smit"}}},
        )
    ]

    assert tekenaar == ["c-vermaat", "d-kok", "b-smit"]
    assert [t.persoon for t in _drager(compleet(), EIND).tekenaars] == [None, None]
