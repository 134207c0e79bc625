"""PVA-01 to PVA-07, PVA-11 and PVA-12: each with a case that breaks it, and one just beside it that does not."""

import datetime as dt
from pathlib import Path

import pytest

from regelproef import ANALYSE, PLAN, ZAAK, Bevinding, Wijziging, bevindingen, proef, stuk, zonder

CODES = ("PVA-01", "PVA-02", "PVA-03", "PVA-04", "PVA-05", "PVA-06", "PVA-07", "PVA-11", "PVA-12")
PEILDATUM = dt.date(2026, 3, 1)
BIJSTELLING, EERSTEJAARS, EIND = (
    stuk(naam) for naam in ("bijstelling-plan-van-aanpak-01", "eerstejaarsevaluatie", "eindevaluatie")
)
ANALYSE_1, ANALYSE_2 = (stuk(f"bijstelling-probleemanalyse-0{nr}") for nr in (1, 2))

CONCEPT = "status: ondertekend", "status: concept"
VISIE_WERKGEVER = "visie_werkgever: Wij vinden dit plan haalbaar en houden het rooster vrij.\n"
VISIE_WERKNEMER = (
    "visie_werknemer: Ik wil graag terug naar mijn eigen werk en vind de stappen goed te doen.\n"
)
VISIES = VISIE_WERKGEVER + VISIE_WERKNEMER
EVALUATIE = (
    "evaluatie:\n  elke_weken: 6\n  eerste_op: 2026-04-09\n"
    "  met: de werknemer, de leidinggevende en de casemanager\n"
)
AFSCHRIFTEN = (
    "afschriften: {werknemer: 2026-02-26, werkgever: 2026-02-26, "
    "casemanager: 2026-02-26, bedrijfsarts: 2026-02-26}\n"
)
TERMIJN_2 = "    start: 2026-03-02\n    gereed: 2026-05-11\n"
DOEL_1, DOEL_2 = "    doel: Licht werk is mogelijk\n", "    doel: De uren nemen toe zonder terugval\n"
GESPREK = "datum: 2026-02-27\nopsteller: b-smit\ngesprek_op: 2026-02-27\neinddoel: eigen_werk\n"
AF = "status: definitief\nafschriften: {werknemer: 2026-02-27, casemanager: 2026-02-27, bedrijfsarts: 2026-02-27}\n"
KAAL = "datum: 2026-02-27\nopsteller: b-smit\neinddoel: eigen_werk\n"
NIEUWE_AFSPRAAK = "activiteiten:\n  - {wat: Overleggen, wie: beiden}\n"


def _analyse(datum: str, einddoel: str, status: str = "definitief") -> str:
    return (
        f"datum: {datum}\nstatus: {status}\nopsteller: c-vermaat\nspreekuur_op: {datum}\n"
        f"belastbaarheid: {{werktijden: {{oordeel: normaal}}}}\nmogelijkheden: {{benutbaar: ja}}\n"
        f"einddoel: {einddoel}\naanleiding: Een nieuw consult.\nverschil: Het einddoel.\n"
    )


def _wie(eerste: str, tweede: str) -> tuple[Wijziging, ...]:
    return (
        (PLAN, "    wie: werknemer\n", f"    wie: {tweede}\n"),
        (PLAN, "    wie: werkgever\n", f"    wie: {eerste}\n"),
    )


def _visies_weg(bestand: str, ernst: str) -> list[Bevinding]:
    return [("PVA-05", ernst, bestand, f"visie_{partij}") for partij in ("werkgever", "werknemer")]


ZONDER_ACTIVITEIT = ("PVA-01", "waarschuwing", PLAN, "activiteiten")
EINDDOEL = "einddoel: eigen_werk\n"
AANGEPAST = (PLAN, EINDDOEL, "einddoel: eigen_werk_aangepast\n")
ANDER_EINDDOEL = [("PVA-07", "waarschuwing", PLAN, "einddoel")]

GEVALLEN: dict[str, tuple[tuple[Wijziging, ...], list[Bevinding]]] = {
    "de volledige zaak": ((), []),
    # PVA-01
    "alleen de werknemer doet iets": (_wie("werknemer", "werknemer"), [ZONDER_ACTIVITEIT]),
    "alleen de werkgever en een derde doen iets": (_wie("werkgever", "derde"), [ZONDER_ACTIVITEIT]),
    "alleen derden doen iets": (_wie("derde", "derde"), [ZONDER_ACTIVITEIT, ZONDER_ACTIVITEIT]),
    "een activiteit van beiden telt voor ieder": (_wie("beiden", "derde"), []),
    # PVA-02
    "een activiteit zonder doel": (((PLAN, DOEL_1, ""),), [("PVA-02", "fout", PLAN, "activiteiten.0")]),
    "een activiteit zonder termijn": (
        ((PLAN, TERMIJN_2, ""),),
        [("PVA-02", "fout", PLAN, "activiteiten.1")],
    ),
    "een activiteit zonder doel en termijn is één bevinding": (
        ((PLAN, TERMIJN_2, ""), (PLAN, DOEL_2, "")),
        [("PVA-02", "fout", PLAN, "activiteiten.1")],
    ),
    "elke activiteit heeft haar bevinding": (
        ((PLAN, TERMIJN_2, ""), (PLAN, DOEL_1, ""), (PLAN, *CONCEPT)),
        [("PVA-02", "waarschuwing", PLAN, f"activiteiten.{nr}") for nr in (0, 1)],
    ),
    "alleen een begin is een termijn": (((PLAN, TERMIJN_2, "    start: 2026-03-02\n"),), []),
    "alleen een einde is een termijn": (((PLAN, TERMIJN_2, "    gereed: 2026-05-11\n"),), []),
    "ook een nieuwe afspraak heeft doel en termijn": (
        ((BIJSTELLING, "", GESPREK + AF + VISIES + NIEUWE_AFSPRAAK),),
        [("PVA-02", "fout", BIJSTELLING, "activiteiten.0")],
    ),
    "een evaluatie hoeft geen nieuwe afspraken te hebben": (((BIJSTELLING, "", GESPREK + AF + VISIES),), []),
    # PVA-03
    "geen afspraak over de evaluatie": (
        ((PLAN, EVALUATIE, ""),),
        [("PVA-03", "waarschuwing", PLAN, "evaluatie")],
    ),
    "een evaluatie om de zeven weken": (
        ((PLAN, "elke_weken: 6", "elke_weken: 7"),),
        [("PVA-03", "waarschuwing", PLAN, "evaluatie.elke_weken")],
    ),
    "een evaluatie om de vijf weken": (((PLAN, "elke_weken: 6", "elke_weken: 5"),), []),
    # PVA-04
    "de casemanager begon na het plan": (
        ((ZAAK, "{persoon: b-smit, vanaf: 2026-01-05}", "{persoon: b-smit, vanaf: 2026-02-27}"),),
        [("PVA-04", "waarschuwing", ZAAK, "casemanager.0.vanaf")],
    ),
    "de casemanager begon op de dag van het plan": (
        ((ZAAK, "{persoon: b-smit, vanaf: 2026-01-05}", "{persoon: b-smit, vanaf: 2026-02-26}"),),
        [],
    ),
    "twee casemanagers na het plan": (
        (
            (
                ZAAK,
                "  - {persoon: b-smit, vanaf: 2026-01-05}\n",
                "  - {persoon: b-smit, vanaf: 2026-03-09}\n  - {persoon: d-kok, vanaf: 2026-03-02}\n",
            ),
        ),
        [("PVA-04", "waarschuwing", ZAAK, "casemanager.1.vanaf")],
    ),
    "een tweede casemanager na het plan": (
        (
            (
                ZAAK,
                "  - {persoon: b-smit, vanaf: 2026-01-05}\n",
                "  - {persoon: b-smit, vanaf: 2026-01-05}\n  - {persoon: d-kok, vanaf: 2026-03-02}\n",
            ),
        ),
        [],
    ),
    # PVA-05
    "een plan zonder visie van de werkgever": (
        ((PLAN, VISIE_WERKGEVER, ""),),
        [("PVA-05", "fout", PLAN, "visie_werkgever")],
    ),
    "een plan zonder visies": (((PLAN, VISIES, ""),), _visies_weg(PLAN, "fout")),
    "een concept zonder visies": (((PLAN, VISIES, ""), (PLAN, *CONCEPT)), _visies_weg(PLAN, "waarschuwing")),
    "een bijstelling zonder visies": (
        ((BIJSTELLING, "", GESPREK + AF),),
        _visies_weg(BIJSTELLING, "fout"),
    ),
    "een eerstejaarsevaluatie zonder visie van de werknemer": (
        ((EERSTEJAARS, "", f"{GESPREK}status: definitief\n{VISIE_WERKGEVER}"),),
        [("PVA-05", "fout", EERSTEJAARS, "visie_werknemer")],
    ),
    "een eerstejaarsevaluatie met beide visies": (
        ((EERSTEJAARS, "", f"{GESPREK}status: definitief\n{VISIES}"),),
        [],
    ),
    "bij een eindevaluatie is het geen fout": (
        ((EIND, "", f"{KAAL}status: definitief\n"),),
        _visies_weg(EIND, "waarschuwing"),
    ),
    "een eindevaluatie met beide visies": (((EIND, "", f"{KAAL}status: definitief\n{VISIES}"),), []),
    # PVA-06
    "dezelfde visie met andere hoofdletters en regels": (
        (
            (PLAN, VISIE_WERKGEVER, "visie_werkgever: Het plan is goed.\n"),
            (PLAN, VISIE_WERKNEMER, "visie_werknemer: |\n  HET plan\n   is  goed.\n"),
        ),
        [("PVA-06", "waarschuwing", PLAN, "visie_werknemer")],
    ),
    "een visie met één woord verschil": (
        (
            (PLAN, VISIE_WERKGEVER, "visie_werkgever: Het plan is goed.\n"),
            (PLAN, VISIE_WERKNEMER, "visie_werknemer: Het plan is heel goed.\n"),
        ),
        [],
    ),
    "dezelfde visie in een evaluatie": (
        ((BIJSTELLING, "", f"{GESPREK}{AF}visie_werkgever: Goed.\nvisie_werknemer: Goed.\n"),),
        [("PVA-06", "waarschuwing", BIJSTELLING, "visie_werknemer")],
    ),
    # PVA-07
    "een ander einddoel zonder uitleg": ((AANGEPAST,), ANDER_EINDDOEL),
    "een ander einddoel met een toelichting": (
        (AANGEPAST, (PLAN, "", "einddoel_toelichting: Het tillen vervalt.\n")),
        [],
    ),
    "een ander einddoel als afwijking van het advies": (
        (
            AANGEPAST,
            (PLAN, "  datum: 2026-02-12\n", "  datum: 2026-02-12\n  afwijking: Het tillen vervalt.\n"),
        ),
        [],
    ),
    "het einddoel van een bijstelling van dezelfde dag": (
        (AANGEPAST, (ANALYSE_1, "", _analyse("2026-02-26", "eigen_werk_aangepast"))),
        [],
    ),
    "van twee analyses van één dag telt de laatste": (
        (
            AANGEPAST,
            (ANALYSE_1, "", _analyse("2026-02-26", "eigen_werk_aangepast")),
            (ANALYSE_2, "", _analyse("2026-02-26", "eigen_werk")),
        ),
        ANDER_EINDDOEL,
    ),
    "het einddoel van een bijstelling van een dag later": (
        (AANGEPAST, (ANALYSE_1, "", _analyse("2026-02-27", "eigen_werk_aangepast"))),
        ANDER_EINDDOEL,
    ),
    "het einddoel van een bijstelling in concept": (
        (AANGEPAST, (ANALYSE_1, "", _analyse("2026-02-26", "eigen_werk_aangepast", "concept"))),
        ANDER_EINDDOEL,
    ),
    "er is niets om het einddoel mee te vergelijken": ((AANGEPAST, zonder(ANALYSE)), []),
    # PVA-11
    "niemand kreeg een afschrift": (
        ((PLAN, AFSCHRIFTEN, ""),),
        [("PVA-11", "waarschuwing", PLAN, "afschriften")],
    ),
    "alleen de werkgever kreeg een afschrift": (
        ((PLAN, AFSCHRIFTEN, "afschriften: {werkgever: 2026-02-26}\n"),),
        [("PVA-11", "waarschuwing", PLAN, "afschriften")],
    ),
    "de bedrijfsarts kreeg geen afschrift": (
        ((PLAN, ", bedrijfsarts: 2026-02-26}", "}"),),
        [("PVA-11", "waarschuwing", PLAN, "afschriften")],
    ),
    "de werkgever heeft het plan zelf": (((PLAN, "werkgever: 2026-02-26, ", ""),), []),
    "van een concept krijgt niemand een afschrift": (((PLAN, AFSCHRIFTEN, ""), (PLAN, *CONCEPT)), []),
    "ook van een bijstelling": (
        ((BIJSTELLING, "", f"{GESPREK}status: definitief\n{VISIES}"),),
        [("PVA-11", "waarschuwing", BIJSTELLING, "afschriften")],
    ),
    # PVA-12
    "het plan noemt een dag zonder analyse": (
        ((PLAN, "  datum: 2026-02-12\n", "  datum: 2026-02-11\n"),),
        [("PVA-12", "waarschuwing", PLAN, "probleemanalyse.datum")],
    ),
    "het plan noemt de dag van een bijstelling in concept": (
        (
            (PLAN, "  datum: 2026-02-12\n", "  datum: 2026-02-24\n"),
            (ANALYSE_1, "", _analyse("2026-02-24", "eigen_werk", "concept")),
        ),
        [],
    ),
    "er is nog geen analyse om te noemen": (
        ((PLAN, "  datum: 2026-02-12\n", "  datum: 2026-02-11\n"), zonder(ANALYSE)),
        [],
    ),
}


@pytest.mark.parametrize("naam", GEVALLEN)
def test_elke_regel_vindt_wat_zij_zoekt_en_niets_anders(tmp_path: Path, naam: str) -> None:
    wijzigingen, verwacht = GEVALLEN[naam]

    assert proef(tmp_path, CODES, wijzigingen, PEILDATUM) == verwacht


@pytest.mark.parametrize(("datum", "gevonden"), [("2023-06-30", False), ("2023-07-01", True)])
def test_de_visie_hoort_erbij_sinds_juli_2023(tmp_path: Path, datum: str, gevonden: bool) -> None:
    """De dag van het stuk beslist, niet die van het verzuim."""
    drie_jaar_eerder = [
        (ZAAK, "2026-01-0", "2023-01-0"),
        (ANALYSE, "2026-0", "2023-0"),
        (PLAN, VISIES, ""),
        (PLAN, "2026-02-12", "2023-02-12"),
        (PLAN, "datum: 2026-02-26", f"datum: {datum}"),
        (PLAN, AFSCHRIFTEN, AFSCHRIFTEN.replace("2026", "2023")),
    ]

    verwacht = _visies_weg(PLAN, "fout") if gevonden else []
    assert proef(tmp_path, CODES, drie_jaar_eerder, PEILDATUM) == verwacht


MELDINGEN: dict[str, tuple[tuple[Wijziging, ...], list[str]]] = {
    "twee partijen zonder activiteit": (
        _wie("derde", "derde"),
        [
            "Het plan noemt geen activiteit van de werkgever.",
            "Het plan noemt geen activiteit van de werknemer.",
        ],
    ),
    "wat een activiteit mist": (
        ((PLAN, TERMIJN_2, ""), (PLAN, DOEL_1, ""), (PLAN, DOEL_2, "")),
        ["Deze activiteit heeft geen doel.", "Deze activiteit heeft geen doel en termijn."],
    ),
    "geen evaluatie": (((PLAN, EVALUATIE, ""),), ["Een afspraak over de evaluatie ontbreekt."]),
    "te weinig evaluaties": (
        ((PLAN, "elke_weken: 6", "elke_weken: 7"),),
        ["Het plan wordt minder vaak besproken dan eens in de 6 weken."],
    ),
    "wie geen visie gaf": (((PLAN, VISIE_WERKNEMER, ""),), ["De visie van de werknemer ontbreekt."]),
    "wie geen afschrift kreeg": (
        ((PLAN, AFSCHRIFTEN, "afschriften: {casemanager: 2026-02-26}\n"),),
        ["Geen datum van een afschrift bij: `werknemer`, `bedrijfsarts`."],
    ),
}


@pytest.mark.parametrize("naam", MELDINGEN)
def test_een_melding_noemt_wat_er_ontbreekt(tmp_path: Path, naam: str) -> None:
    """Velden, partijen en termijnen van de wet, en niets uit de zaak."""
    wijzigingen, meldingen = MELDINGEN[naam]

    assert [f.melding for f in bevindingen(tmp_path, CODES, wijzigingen, PEILDATUM)] == meldingen
