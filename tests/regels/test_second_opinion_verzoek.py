"""SO-03, SO-08, SO-14 and SO-16: who asks, who answers, when, and where a complaint goes."""

from pathlib import Path

import pytest
from sohulp import (
    AFGEWEZEN_VERZOEK,
    VOLLEDIG,
    Anders,
    Rij,
    alles,
    bevindingen_deel,
    met,
    met_elders,
    stap,
)

from regelproef import ORGANISATIES, Wijziging

STUKKEN = (
    "aanvraag",
    "machtiging_overdracht",
    "machtigingen_aanvullend.0",
    "reactie",
    "toekenning",
    "vrijgave",
)


def test_wat_de_werkgever_vraagt_is_geen_second_opinion(tmp_path: Path) -> None:
    """Bij het verzoek een fout die niets tegenhoudt; bij elk stuk, behalve de keuzehulp, een die dat wel doet."""
    gevonden = [
        (f.ernst.value, f.stopt, f.pad.removeprefix("second_opinions.0."))
        for f in bevindingen_deel(tmp_path, met({"verzoek.door": "werkgever"}))
        if f.code == "SO-03"
    ]

    assert sorted(gevonden, key=lambda rij: rij[2]) == [
        *(("fout", True, pad) for pad in STUKKEN[:-1]),
        ("fout", False, "verzoek.door"),
        ("fout", True, "vrijgave"),
    ]
    assert alles(tmp_path / "b", met({"verzoek.door": "werknemer"}), ["SO-03"]) == []


def test_een_concept_voor_de_werkgever_is_een_waarschuwing(tmp_path: Path) -> None:
    """De keuzehulp mag zelfs definitief zijn."""
    rest = dict.fromkeys(
        naam for naam in VOLLEDIG if naam not in {"verzoek", "verloop", "keuzehulp", "aanvraag"}
    )
    anders = {
        **rest,
        "verzoek.door": "werkgever",
        "aanvraag.status": "concept",
        "aanvraag.ondertekening": None,
    }

    assert alles(tmp_path, met(anders), ["SO-03"]) == [
        ("SO-03", "fout", "verzoek.door"),
        ("SO-03", "waarschuwing", "aanvraag"),
    ]


REGELING = "    klachtenregeling: {email: klachten@arbonoord.example}\n"


def _klachten(regeling: str) -> list[Wijziging]:
    return [(ORGANISATIES, REGELING, f"    klachtenregeling: {{{regeling}}}\n" if regeling else "")]


WERKGEVER_EMAIL = (ORGANISATIES, "email: info@zonneveld.example", "email: bakker@gmail.com")
KLACHTEN: dict[str, tuple[list[Wijziging], str]] = {
    "een e-mailadres van de arbodienst": ([], ""),
    "geen regeling": (_klachten(""), "fout"),
    "een telefoonnummer": (_klachten("telefoon: 050-555 02 99"), ""),
    "een postadres": (_klachten("adres: {straat: Postbus 10, postcode: 9700 AA, plaats: Groningen}"), ""),
    "het adres van de werkgever": (_klachten("email: info@zonneveld.example"), "waarschuwing"),
    "hetzelfde met hoofdletters": (_klachten("email: Info@Zonneveld.example"), "waarschuwing"),
    "een ander adres van de werkgever": (_klachten("email: bureau@zonneveld.example"), "waarschuwing"),
    "onder het domein van de werkgever": (_klachten("email: k@arbo.zonneveld.example"), "waarschuwing"),
    "een domein dat er alleen op eindigt": (_klachten("email: k@nieuwzonneveld.example"), ""),
    "ook met een telefoonnummer erbij": (
        _klachten("email: info@zonneveld.example, telefoon: 050-555 02 99"),
        "waarschuwing",
    ),
    "een aanbieder die iedereen heeft": ([*_klachten("email: klachten@gmail.com"), WERKGEVER_EMAIL], ""),
    "hetzelfde adres bij die aanbieder": (
        [*_klachten("email: bakker@gmail.com"), WERKGEVER_EMAIL],
        "waarschuwing",
    ),
    "een adres van de contactpersoon": (
        [
            *_klachten("email: d.kok@kok.example"),
            (ORGANISATIES, "    telefoon: 045-555 01 11\n", "    email: post@kok.example\n"),
        ],
        "waarschuwing",
    ),
    "de werkgever heeft geen e-mailadres": (
        [*_klachten("email: k@zonneveld.example"), (ORGANISATIES, "    email: info@zonneveld.example\n", "")],
        "",
    ),
}


@pytest.mark.parametrize("naam", KLACHTEN)
def test_een_klacht_over_de_bedrijfsarts_gaat_niet_langs_de_werkgever(tmp_path: Path, naam: str) -> None:
    """In de toekenning en in de afwijzing, en in geen ander stuk."""
    elders, ernst = KLACHTEN[naam]
    for verzoek, stuk in ((VOLLEDIG, "toekenning"), (AFGEWEZEN_VERZOEK, "afwijzing")):
        verwacht = [("SO-08", ernst, stuk)] if ernst else []
        assert alles(tmp_path / stuk, verzoek, elders=elders) == verwacht


def test_in_een_concept_is_geen_klachtenregeling_een_waarschuwing(tmp_path: Path) -> None:
    """De brief kan nog wachten."""
    anders = {"toekenning.status": "concept", "toekenning.ondertekening": None}

    assert alles(tmp_path, met(anders), ["SO-08"], elders=_klachten("")) == [
        ("SO-08", "waarschuwing", "toekenning")
    ]


BEIDE_ROLLEN: Wijziging = (
    ORGANISATIES,
    "    functie: casemanager\n    rol: casemanager\n",
    "    functie: bedrijfsarts\n    rol: bedrijfsarts\n",
)
_TEKENT: Anders = {"toekenning.ondertekening.bedrijfsarts.persoon": "b-smit"}
OPSTELLERS: dict[str, tuple[Anders, list[Wijziging], list[Rij]]] = {
    "de eigen bedrijfsarts": ({}, [], []),
    "de casemanager": ({"toekenning.opsteller": "b-smit"}, [], [("SO-14", "fout", "toekenning.opsteller")]),
    "de casemanager tekent": (
        _TEKENT,
        [],
        [("SO-14", "fout", "toekenning.ondertekening.bedrijfsarts.persoon")],
    ),
    "een casemanager die bedrijfsarts is": (
        {"toekenning.opsteller": "b-smit"},
        [BEIDE_ROLLEN],
        [("SO-14", "fout", "toekenning.opsteller")],
    ),
    "een casemanager die bedrijfsarts is, tekent": (
        _TEKENT,
        [BEIDE_ROLLEN],
        [("SO-14", "fout", "toekenning.ondertekening.bedrijfsarts.persoon")],
    ),
    "een casemanager is verantwoordelijk": (
        {"reactie.verantwoordelijke_bedrijfsarts": "b-smit"},
        [],
        [("SO-14", "fout", "reactie.verantwoordelijke_bedrijfsarts")],
    ),
    "een bedrijfsarts die niet de eigen is": (
        {"reactie.opsteller": "h-jansma"},
        [],
        [("SO-14", "waarschuwing", "reactie.opsteller")],
    ),
    "een vervanger tekent": ({"reactie.ondertekening.bedrijfsarts.persoon": "h-jansma"}, [], []),
    "de contactpersoon stelt de aanvraag op": (
        {"aanvraag.opsteller": "d-kok"},
        [],
        [("SO-14", "fout", "aanvraag.opsteller")],
    ),
    "een ander dan de gekozen arts": (
        {"vrijgave.opsteller": "h-jansma", "machtigingen_aanvullend.0.opsteller": "c-vermaat"},
        [],
        [
            ("SO-14", "waarschuwing", "machtigingen_aanvullend.0.opsteller"),
            ("SO-14", "waarschuwing", "vrijgave.opsteller"),
        ],
    ),
    "de tweede keus": ({"vrijgave.opsteller": "g-terpstra"}, [], []),
    "nog niemand gekozen": ({"vrijgave.opsteller": "h-jansma", "keuze": None}, [], []),
}


@pytest.mark.parametrize("naam", OPSTELLERS)
def test_wie_een_stuk_van_een_second_opinion_opstelt(tmp_path: Path, naam: str) -> None:
    """Een bedrijfsarts, en niemand die in deze zaak voor de werkgever optreedt."""
    anders, elders, verwacht = OPSTELLERS[naam]

    assert alles(tmp_path, met(anders), ["SO-14"], elders=elders) == verwacht


@pytest.mark.parametrize("opsteller", ["b-smit", "d-kok"])
def test_de_afwijzing_is_van_de_bedrijfsarts(tmp_path: Path, opsteller: str) -> None:
    """Ook een concept."""
    anders = {"afwijzing.opsteller": opsteller, "afwijzing.status": "concept"}

    assert alles(tmp_path, met(anders, AFGEWEZEN_VERZOEK), ["SO-14"]) == [
        ("SO-14", "fout", "afwijzing.opsteller")
    ]


def _besluit(brief: str | None, gezet: str | None, status: str = "definitief") -> Anders:
    verloop = [*VOLLEDIG["verloop"][:3], *([stap("toegekend", gezet)] if gezet else [])]
    toekenning = {"datum": brief, "status": status, "opsteller": "c-vermaat"} if brief else None
    return {"verloop": verloop, "toekenning": toekenning}


NOG_NIETS: Rij = ("SO-16", "waarschuwing", "verzoek.ontvangen_op")
BESLUITEN: dict[str, tuple[Anders, list[Rij]]] = {
    "op de dag van het verzoek": (_besluit("2026-02-16", "2026-02-16"), []),
    "na veertien dagen": (_besluit("2026-03-02", "2026-03-02"), []),
    "na vijftien dagen": (
        _besluit("2026-03-03", "2026-03-03"),
        [("SO-16", "waarschuwing", "toekenning.datum")],
    ),
    "de stap na veertien dagen, de brief later": (_besluit("2026-03-09", "2026-03-02"), []),
    "alleen de stap, na vijftien dagen": (
        _besluit(None, "2026-03-03"),
        [("SO-16", "waarschuwing", "verloop.3.op")],
    ),
    "een concept dat later is": (_besluit("2026-03-09", None, "concept"), [NOG_NIETS]),
    "een dag voor het verzoek": (
        _besluit("2026-02-15", "2026-02-15"),
        [("SO-16", "fout", "toekenning.datum"), ("SO-16", "fout", "verloop.3.op")],
    ),
    "een concept van voor het verzoek": (
        _besluit("2026-02-15", None, "concept"),
        [("SO-16", "waarschuwing", "toekenning.datum"), NOG_NIETS],
    ),
    "nog geen besluit": (_besluit(None, None), [NOG_NIETS]),
}


@pytest.mark.parametrize("naam", BESLUITEN)
def test_een_besluit_komt_na_het_verzoek_en_zo_spoedig_mogelijk(tmp_path: Path, naam: str) -> None:
    """De wet noemt geen dagen; veertien is een eigen grens van dossiergen."""
    anders, verwacht = BESLUITEN[naam]

    assert alles(tmp_path, met(anders), ["SO-16"]) == verwacht


def test_een_nieuw_verzoek_na_een_afwijzing_telt_opnieuw(tmp_path: Path) -> None:
    """Van de dag waarop opnieuw is gevraagd."""
    opnieuw = [stap("verzoek_ontvangen", "2026-03-02"), stap("toegekend", "2026-03-16")]
    anders = _besluit("2026-03-16", None)

    for verloop, verwacht in (
        ([*VOLLEDIG["verloop"][:3], *opnieuw], []),
        ([*VOLLEDIG["verloop"][:3], opnieuw[1]], [("SO-16", "waarschuwing", "toekenning.datum")]),
    ):
        verzoek = met({**anders, "verloop": verloop})
        assert alles(tmp_path / str(len(verloop)), verzoek, ["SO-16"]) == verwacht


def test_een_brief_met_een_onmogelijke_dag_wordt_niet_gemaakt(tmp_path: Path) -> None:
    """De brief noemt beide dagen. Een stap staat op geen enkel papier."""
    verzoek = met(_besluit("2026-02-15", "2026-02-15"))
    stopt = {f.pad: f.stopt for f in bevindingen_deel(tmp_path, verzoek) if f.code == "SO-16"}

    assert stopt == {
        "second_opinions.0.toekenning.datum": True,
        "second_opinions.0.verloop.3.op": False,
    }
    assert met_elders(tmp_path / "b", verzoek, ["SO-16"])[0] == (
        "SO-16",
        "toekenning.datum",
        (("bedrijfsarts.yaml", "verzoek.ontvangen_op"),),
    )
