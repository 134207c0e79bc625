"""PA-01 to PA-09: each with a case that breaks it, and one just beside it that does not."""

import datetime as dt
from pathlib import Path

import pytest

from regelproef import (
    ANALYSE,
    ORGANISATIES,
    PLAN,
    ZAAK,
    Bevinding,
    Wijziging,
    bevindingen,
    proef,
    stuk,
    zonder,
)

CODES = tuple(f"PA-{nr:02}" for nr in range(1, 10))
PEILDATUM = dt.date(2026, 3, 1)
BIJSTELLING, OORDEEL = stuk("bijstelling-probleemanalyse-01"), stuk("actueel-oordeel")

# Somebody who writes a probleemanalyse without being a bedrijfsarts.
ARTS = (
    "  e-bos: {aanhef: heer, voorletters: E., achternaam: Bos, functie: arts, rol: arts_onder_supervisie}\n"
)
ADVIES = (
    "advies:\n  - {soort: werkaanpassing, "
    "omschrijving: Bied werk aan waarin staan en zitten worden afgewisseld.}\n"
)
PROGNOSE = "prognose:\n  herstel: volledig\n  termijn: binnen vier maanden\n  hervatting_vanaf: 2026-03-02\n"
BENUTBAAR = "  benutbaar: ja\n"
REDEN = "geen_plan_van_aanpak: Er is nog geen werk dat past.\n"
RUBRIEKEN = (
    "persoonlijk_functioneren: {oordeel: normaal}\n  sociaal_functioneren: {oordeel: normaal}\n  "
    "fysieke_omgeving: {oordeel: normaal}\n  dynamische_handelingen: {oordeel: normaal}\n  "
    "statische_houdingen: {oordeel: normaal}\n  werktijden: {oordeel: normaal}\n"
)
KALE_BIJSTELLING = (
    "datum: 2026-02-24\nstatus: definitief\nopsteller: c-vermaat\nspreekuur_op: 2026-02-24\n"
    f"belastbaarheid:\n  {RUBRIEKEN}einddoel: eigen_werk\naanleiding: Een nieuw consult.\nverschil: De uren.\n"
    f"prognose: {{herstel: volledig}}\n{ADVIES}"
)
KAAL_OORDEEL = (
    "datum: 2026-02-24\nopsteller: c-vermaat\nspreekuur_op: 2026-02-24\nbelastbaarheid:\n  werktijden: "
    "{oordeel: normaal}\nmogelijkheden: {benutbaar: nee_tijdelijk}\neinddoel: eigen_werk\nverloop: Wisselend.\n"
)
BEKWAAMHEDEN = (
    "bekwaamheden:\n  opleiding: mbo niveau 3, brood en banket\n  diplomas: [vakbekwaam bakker]\n"
    "  werkervaring: Sinds 2008 bakker in drie bakkerijen.\n"
    "  vaardigheden: [recepten berekenen, collega's inwerken]\n"
)


def _benutbaar(waarde: str, meer: str = "") -> Wijziging:
    return (ANALYSE, BENUTBAAR, f"  benutbaar: {waarde}\n{meer}")


GEEN_PLAN = zonder(PLAN)
CONCEPT = "status: ondertekend", "status: concept"
HERBEOORDELING = "  herbeoordeling_op: 2026-04-01\n"

GEVALLEN: dict[str, tuple[tuple[Wijziging, ...], list[Bevinding]]] = {
    "de volledige zaak": ((), []),
    # PA-01
    "de casemanager stelde op": (
        ((ANALYSE, "opsteller: c-vermaat", "opsteller: b-smit"),),
        [("PA-01", "fout", ANALYSE, "opsteller")],
    ),
    "een arts schreef zonder bedrijfsarts": (
        ((ORGANISATIES, "", ARTS), (ANALYSE, "opsteller: c-vermaat", "opsteller: e-bos")),
        [("PA-01", "fout", ANALYSE, "opsteller")],
    ),
    "een arts schreef onder supervisie": (
        (
            (ORGANISATIES, "", ARTS),
            (ANALYSE, "opsteller: c-vermaat", "opsteller: e-bos\nverantwoordelijke_bedrijfsarts: c-vermaat"),
        ),
        [],
    ),
    "een casemanager heet verantwoordelijk": (
        ((ANALYSE, "", "verantwoordelijke_bedrijfsarts: b-smit\n"),),
        [("PA-01", "fout", ANALYSE, "verantwoordelijke_bedrijfsarts")],
    ),
    "een casemanager schreef onder supervisie": (
        ((ANALYSE, "opsteller: c-vermaat", "opsteller: b-smit\nverantwoordelijke_bedrijfsarts: c-vermaat"),),
        [("PA-01", "fout", ANALYSE, "opsteller")],
    ),
    "ook in concept stelt een bedrijfsarts op": (
        ((ANALYSE, "opsteller: c-vermaat", "opsteller: b-smit"), (ANALYSE, *CONCEPT)),
        [("PA-01", "fout", ANALYSE, "opsteller")],
    ),
    # PA-02
    "er is geen advies": (((ANALYSE, ADVIES, ""),), [("PA-02", "fout", ANALYSE, "advies")]),
    "er is nog geen advies": (
        ((ANALYSE, ADVIES, ""), (ANALYSE, *CONCEPT)),
        [("PA-02", "waarschuwing", ANALYSE, "advies")],
    ),
    "zonder duurzame mogelijkheden is er niets te adviseren": (
        ((ANALYSE, ADVIES, ""), _benutbaar("nee_duurzaam")),
        [],
    ),
    "wie tijdelijk niet kan werken, krijgt wel advies": (
        ((ANALYSE, ADVIES, "advies: []\n"), _benutbaar("nee_tijdelijk", HERBEOORDELING)),
        [("PA-02", "fout", ANALYSE, "advies")],
    ),
    "een bijstelling zonder advies": (
        (
            (BIJSTELLING, "", KALE_BIJSTELLING.replace(ADVIES, "")),
            (BIJSTELLING, "", "mogelijkheden: {benutbaar: ja}\n"),
        ),
        [("PA-02", "fout", BIJSTELLING, "advies")],
    ),
    # PA-03
    "een rubriek ontbreekt": (
        ((ANALYSE, "  sociaal_functioneren: {oordeel: normaal}\n", ""),),
        [("PA-03", "waarschuwing", ANALYSE, "belastbaarheid")],
    ),
    "elke rubriek is normaal": (
        (
            (
                ANALYSE,
                "  werktijden: {oordeel: beperkt, toelichting: Voorlopig vier uur per dag.}\n",
                "  werktijden: {oordeel: normaal}\n",
            ),
        ),
        [],
    ),
    # PA-04
    "er is geen prognose": (((ANALYSE, PROGNOSE, ""),), [("PA-04", "waarschuwing", ANALYSE, "prognose")]),
    "een prognose die nog open is": (
        ((ANALYSE, PROGNOSE, "prognose: {herstel: nog_niet_te_zeggen}\n"),),
        [],
    ),
    # PA-05
    "er komt geen nieuwe beoordeling": (
        (_benutbaar("nee_tijdelijk"),),
        [("PA-05", "fout", ANALYSE, "mogelijkheden.benutbaar")],
    ),
    "de nieuwe beoordeling is gepland": ((_benutbaar("nee_tijdelijk", HERBEOORDELING),), []),
    "wie duurzaam niet kan werken, hoeft niet terug": ((_benutbaar("nee_duurzaam"),), []),
    "een actueel oordeel mist drie dingen": (
        ((OORDEEL, "", KAAL_OORDEEL),),
        [
            ("PA-03", "waarschuwing", OORDEEL, "belastbaarheid"),
            ("PA-04", "waarschuwing", OORDEEL, "prognose"),
            ("PA-05", "fout", OORDEEL, "mogelijkheden.benutbaar"),
        ],
    ),
    # PA-06
    "geen plan, en geen reden": (
        (GEEN_PLAN, _benutbaar("nee_duurzaam")),
        [("PA-06", "fout", ANALYSE, "geen_plan_van_aanpak")],
    ),
    "tijdelijk geen mogelijkheden, geen plan, en nog geen reden": (
        (GEEN_PLAN, _benutbaar("nee_tijdelijk", HERBEOORDELING), (ANALYSE, *CONCEPT)),
        [("PA-06", "waarschuwing", ANALYSE, "geen_plan_van_aanpak")],
    ),
    "geen plan, met de reden": ((GEEN_PLAN, _benutbaar("nee_duurzaam"), (ANALYSE, "", REDEN)), []),
    "geen mogelijkheden, en toch een plan": ((_benutbaar("nee_duurzaam"),), []),
    "geen mogelijkheden, en een plan in concept": ((_benutbaar("nee_duurzaam"), (PLAN, *CONCEPT)), []),
    "elke analyse heeft haar eigen reden": (
        (
            GEEN_PLAN,
            _benutbaar("nee_duurzaam"),
            (ANALYSE, "", REDEN),
            (BIJSTELLING, "", KALE_BIJSTELLING),
            (BIJSTELLING, "", "mogelijkheden: {benutbaar: nee_duurzaam}\n"),
        ),
        [("PA-06", "fout", BIJSTELLING, "geen_plan_van_aanpak")],
    ),
    # PA-09
    "de bekwaamheden ontbreken": (
        ((ZAAK, BEKWAAMHEDEN, ""),),
        [("PA-09", "waarschuwing", ZAAK, "bekwaamheden")],
    ),
    "de bekwaamheden zijn leeg": (
        ((ZAAK, BEKWAAMHEDEN, "bekwaamheden: {vaardigheden: []}\n"),),
        [("PA-09", "waarschuwing", ZAAK, "bekwaamheden")],
    ),
    "één bekwaamheid is genoeg": (((ZAAK, BEKWAAMHEDEN, "bekwaamheden: {vaardigheden: [bakken]}\n"),), []),
    "de bekwaamheden ontbreken bij een verslag": (
        (
            (ZAAK, BEKWAAMHEDEN, ""),
            (stuk("re-integratieverslag"), "", "datum: 2026-02-27\nopsteller: b-smit\n"),
        ),
        [("PA-09", "fout", ZAAK, "bekwaamheden")],
    ),
    "er is nog geen stuk dat de bekwaamheden noemt": (
        (GEEN_PLAN, zonder(ANALYSE), (ZAAK, BEKWAAMHEDEN, "")),
        [],
    ),
}


@pytest.mark.parametrize("naam", GEVALLEN)
def test_elke_regel_vindt_wat_zij_zoekt_en_niets_anders(tmp_path: Path, naam: str) -> None:
    wijzigingen, verwacht = GEVALLEN[naam]

    assert proef(tmp_path, CODES, wijzigingen, PEILDATUM) == verwacht


TE_LAAT = [("PA-07", "fout", ANALYSE, "mogelijkheden.benutbaar")]
CONCEPT_TE_LAAT = [("PA-07", "waarschuwing", ANALYSE, "mogelijkheden.benutbaar")]
AFWIJKING = "afwijking: {grond: overeengekomen, motivering: In overleg is gewacht.}\n"
VERLOF = "  verlof:\n    - {van: 2026-02-20, tot_en_met: 2026-03-05}\n"

TERMIJNEN: dict[str, tuple[tuple[Wijziging, ...], str, list[Bevinding]]] = {
    "op de laatste dag": ((GEEN_PLAN,), "2026-02-26", []),
    "een dag later": ((GEEN_PLAN,), "2026-02-27", TE_LAAT),
    "bij weinig mogelijkheden ook": ((GEEN_PLAN, _benutbaar("marginaal")), "2026-02-27", TE_LAAT),
    "zonder mogelijkheden niet": (
        (GEEN_PLAN, _benutbaar("nee_duurzaam"), (ANALYSE, "", REDEN)),
        "2026-06-01",
        [],
    ),
    "een concept is nog geen plan": (((PLAN, *CONCEPT),), "2026-02-27", CONCEPT_TE_LAAT),
    "ook met een reden in het concept": (
        ((PLAN, *CONCEPT), (PLAN, "", AFWIJKING)),
        "2026-02-27",
        CONCEPT_TE_LAAT,
    ),
    "een laat plan is er": (((PLAN, "datum: 2026-02-26", "datum: 2026-03-20"),), "2026-03-20", []),
    "een plan van morgen is er niet": (
        ((PLAN, "datum: 2026-02-26", "datum: 2026-03-20"),),
        "2026-03-19",
        TE_LAAT,
    ),
    "een analyse in concept begint geen termijn": ((GEEN_PLAN, (ANALYSE, *CONCEPT)), "2026-06-01", []),
    "verlof schuift de laatste dag op": ((GEEN_PLAN, (ZAAK, "", VERLOF)), "2026-03-06", []),
    "en de dag erna is na het verlof": ((GEEN_PLAN, (ZAAK, "", VERLOF)), "2026-03-07", TE_LAAT),
    "wie hersteld is, heeft geen plan meer nodig": (
        (GEEN_PLAN, (ZAAK, "    - van: 2026-01-05\n", "    - {van: 2026-01-05, tot_en_met: 2026-02-20}\n")),
        "2026-06-01",
        [],
    ),
    "de termijn begint bij de eerste analyse met mogelijkheden": (
        (
            GEEN_PLAN,
            _benutbaar("nee_tijdelijk", HERBEOORDELING),
            (ANALYSE, "", REDEN),
            (BIJSTELLING, "", KALE_BIJSTELLING),
            (BIJSTELLING, "", "mogelijkheden: {benutbaar: ja}\n"),
        ),
        "2026-03-11",
        [("PA-07", "fout", BIJSTELLING, "mogelijkheden.benutbaar")],
    ),
    "en twee weken later is zij nog niet voorbij": (
        (
            GEEN_PLAN,
            _benutbaar("nee_tijdelijk", HERBEOORDELING),
            (ANALYSE, "", REDEN),
            (BIJSTELLING, "", KALE_BIJSTELLING),
            (BIJSTELLING, "", "mogelijkheden: {benutbaar: ja}\n"),
        ),
        "2026-03-10",
        [],
    ),
}


@pytest.mark.parametrize("naam", TERMIJNEN)
def test_na_de_termijn_is_er_een_plan(tmp_path: Path, naam: str) -> None:
    """De kalender telt de termijn: zij begint bij de analyse, en verlof en onderbrekingen tellen niet mee."""
    wijzigingen, peildatum, verwacht = TERMIJNEN[naam]

    assert proef(tmp_path, CODES, wijzigingen, dt.date.fromisoformat(peildatum)) == verwacht


def test_een_plan_dat_uitblijft_houdt_het_maken_van_stukken_niet_tegen(tmp_path: Path) -> None:
    """Anders kwam het plan alleen maar later. Een bevinding over een advies houdt het wel tegen."""
    wijzigingen = (GEEN_PLAN, (ANALYSE, ADVIES, ""), (ZAAK, BEKWAAMHEDEN, ""))
    gevonden = bevindingen(tmp_path, CODES, wijzigingen, dt.date(2026, 2, 27))

    assert [(f.code, f.stopt) for f in gevonden] == [("PA-02", True), ("PA-07", False), ("PA-09", False)]


@pytest.mark.parametrize(
    ("wijziging", "peildatum", "meldingen"),
    [
        (GEEN_PLAN, "2026-02-27", ["Het plan van aanpak is 1 dag te laat: het is er nog niet."]),
        (GEEN_PLAN, "2026-02-28", ["Het plan van aanpak is 2 dagen te laat: het is er nog niet."]),
        (
            (ANALYSE, "  fysieke_omgeving: {oordeel: normaal}\n", ""),
            "2026-03-01",
            ["Niet beoordeeld: `fysieke_omgeving`."],
        ),
    ],
)
def test_een_melding_noemt_velden_en_aantallen(
    tmp_path: Path, wijziging: Wijziging, peildatum: str, meldingen: list[str]
) -> None:
    """Geen datum of tekst uit de zaak."""
    gevonden = bevindingen(tmp_path, CODES, (wijziging,), dt.date.fromisoformat(peildatum))

    assert [f.melding for f in gevonden] == meldingen
