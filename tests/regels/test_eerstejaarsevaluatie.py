"""EJE-02 to EJE-07: each with a case that breaks it, and one just beside it that does not."""

import datetime as dt
from pathlib import Path

import pytest
from eldershulp import Gevallen, Tegenspraak, met_elders

from regelproef import ANALYSE, ZAAK, Wijziging, stuk, zonder

CODES = tuple(f"EJE-0{nummer}" for nummer in range(2, 8))
PEILDATUM = dt.date(2027, 1, 4)
EERSTEJAARS, EIND = stuk("eerstejaarsevaluatie"), stuk("eindevaluatie")
GROND = "spoor2.grond"
STARTEN = "spoor2: {besluit: starten, vanaf: 2027-01-11}\n"
ONDERZOEK = "arbeidsdeskundig_onderzoek: {stand: gepland}\n"
STRUCTUREEL = "{besluit: niet_nodig, grond: structureel_hervat}\n"
STARTEN_ZONDER_SPOOR_1 = (
    "spoor2: {besluit: starten, vanaf: 2027-01-11, spoor1_gaat_door: nee, spoor1_gestopt_omdat: Klaar.}\n"
)


def _evaluatie(meer: str, status: str = "definitief") -> Wijziging:
    """Of Monday 14 December 2026, in the fiftieth week."""
    dag = "2026-12-14"
    tekst = f"datum: {dag}\nstatus: {status}\nopsteller: b-smit\ngesprek_op: {dag}\n{meer}"
    return (EERSTEJAARS, "", tekst if "einddoel:" in tekst else f"{tekst}einddoel: eigen_werk\n")


def _niet_nodig(grond: str, meer: str = "") -> Wijziging:
    return _evaluatie(f"spoor2: {{besluit: niet_nodig, grond: {grond}}}\n{meer}")


def _perspectief(uiterlijk: str, grond: str = "concreet_perspectief") -> Wijziging:
    return _niet_nodig(grond, f"concreet_perspectief: {{aanwezig: ja, uiterlijk: {uiterlijk}}}\n")


def _hervat(hervatting: str) -> Wijziging:
    return _niet_nodig("structureel_hervat", f"hervatting: {{{hervatting}}}\n")


def _analyse(benutbaar: str) -> Wijziging:
    return (ANALYSE, "  benutbaar: ja\n", f"  benutbaar: {benutbaar}\n")


def _geboren(dag: str) -> Wijziging:
    return (ZAAK, "geboortedatum: 1985-05-17", f"geboortedatum: {dag}")


def _bevinding(code: str, pad: str, *elders: tuple[str, str], ernst: str = "fout") -> Tegenspraak:
    return (code, ernst, EERSTEJAARS, pad, elders)


def _tegen(pad: str, ander: str = GROND) -> Tegenspraak:
    """What the evaluation itself says against its decision."""
    return _bevinding("EJE-03", pad, (EERSTEJAARS, ander))


ZEGT_IETS_ANDERS = _bevinding("EJE-03", GROND, (ANALYSE, "mogelijkheden.benutbaar"))
ZONDER_BESLUIT = ("EJE-02", "fout", EERSTEJAARS, "spoor2", ())
AOW_TE_LAAT = _bevinding("EJE-03", GROND, (ZAAK, "werknemer.geboortedatum"))

BESLUITEN: Gevallen = {
    "geen eerstejaarsevaluatie": ((), []),
    # EJE-02
    "geen besluit over spoor 2": ((_evaluatie(""),), [ZONDER_BESLUIT]),
    "geen besluit in een concept": (
        (_evaluatie("", "concept"),),
        [("EJE-02", "waarschuwing", EERSTEJAARS, "spoor2", ())],
    ),
    # EJE-03: no ground
    "niet nodig, zonder grond": (
        (_evaluatie("spoor2: {besluit: niet_nodig, reden: Het gaat goed.}\n"),),
        [_bevinding("EJE-03", GROND)],
    ),
    "niet nodig zonder grond, in een concept": (
        (_evaluatie("spoor2: {besluit: niet_nodig}\n", "concept"),),
        [_bevinding("EJE-03", GROND, ernst="waarschuwing")],
    ),
    "zonder grond, en er is geen perspectief": (
        (_evaluatie("spoor2: {besluit: niet_nodig}\nconcreet_perspectief: {aanwezig: nee}\n"),),
        [_bevinding("EJE-03", GROND)],
    ),
    "zonder grond is een perspectief op tijd genoeg": ((_perspectief("2027-03-14", grond=""),), []),
    "zonder grond met een perspectief dat te ver weg is": (
        (_perspectief("2027-03-15", grond=""),),
        [_tegen("concreet_perspectief.uiterlijk", "spoor2.besluit")],
    ),
    # EJE-03: prospects in the own firm
    "perspectief op de laatste dag van drie maanden": ((_perspectief("2027-03-14"),), []),
    "perspectief een dag later": (
        (_perspectief("2027-03-15"),),
        [_tegen("concreet_perspectief.uiterlijk")],
    ),
    "perspectief op de dag van de evaluatie": ((_perspectief("2026-12-14"),), []),
    "perspectief dat al voorbij was": (
        (_perspectief("2026-12-13"),),
        [_tegen("concreet_perspectief.uiterlijk")],
    ),
    "perspectief zonder dag": (
        (_niet_nodig("concreet_perspectief", "concreet_perspectief: {aanwezig: ja}\n"),),
        [_tegen("concreet_perspectief.uiterlijk")],
    ),
    "perspectief dat er niet is": (
        (_niet_nodig("concreet_perspectief", "concreet_perspectief: {aanwezig: nee}\n"),),
        [_tegen("concreet_perspectief.aanwezig")],
    ),
    "perspectief dat niet is ingevuld": (
        (_niet_nodig("concreet_perspectief"),),
        [_tegen("concreet_perspectief")],
    ),
    # EJE-03: lasting work
    "blijvend hervat": ((_hervat("werk: eigen_werk, structureel: ja"),), []),
    "niet blijvend hervat": (
        (_hervat("werk: eigen_werk, structureel: nee"),),
        [_tegen("hervatting.structureel")],
    ),
    "hervat, en niet bekend of het blijft": (
        (_hervat("werk: eigen_werk"),),
        [_tegen("hervatting.structureel")],
    ),
    "niets hervat": ((_hervat("werk: geen_werk, structureel: ja"),), [_tegen("hervatting.werk")]),
    "hervatting niet ingevuld": ((_niet_nodig("structureel_hervat"),), [_tegen("hervatting")]),
    # EJE-03: what the bedrijfsarts set down
    "geen mogelijkheden, en de analyse ziet ze wel": (
        (_niet_nodig("geen_mogelijkheden"),),
        [ZEGT_IETS_ANDERS],
    ),
    "geen mogelijkheden, voorlopig": ((_niet_nodig("geen_mogelijkheden"), _analyse("nee_tijdelijk")), []),
    "geen mogelijkheden, duurzaam": ((_niet_nodig("geen_mogelijkheden"), _analyse("nee_duurzaam")), []),
    "marginale mogelijkheden": ((_niet_nodig("marginale_mogelijkheden"), _analyse("marginaal")), []),
    "marginale mogelijkheden, en de analyse ziet er geen": (
        (_niet_nodig("marginale_mogelijkheden"), _analyse("nee_tijdelijk")),
        [ZEGT_IETS_ANDERS],
    ),
    "zonder analyse valt er niets te vergelijken": (
        (_niet_nodig("geen_mogelijkheden"), zonder(ANALYSE)),
        [],
    ),
    "een analyse in concept telt niet": (
        (_niet_nodig("geen_mogelijkheden"), (ANALYSE, "status: ondertekend", "status: concept")),
        [],
    ),
    "een analyse van de dag van de evaluatie telt": (
        (_niet_nodig("geen_mogelijkheden"), (ANALYSE, "datum: 2026-02-12", "datum: 2026-12-14")),
        [ZEGT_IETS_ANDERS],
    ),
    "een analyse van na de evaluatie telt niet": (
        (_niet_nodig("geen_mogelijkheden"), (ANALYSE, "datum: 2026-02-12", "datum: 2026-12-15")),
        [],
    ),
    # EJE-03: the AOW; the last day of the waiting period is 2 January 2028
    "de AOW gaat in op de laatste dag": (
        (_niet_nodig("aow_binnen_een_jaar"), _geboren("1961-10-02")),
        [],
    ),
    "de AOW gaat een dag later in": (
        (_niet_nodig("aow_binnen_een_jaar"), _geboren("1961-10-03")),
        [AOW_TE_LAAT],
    ),
    "de AOW is nog ver weg": ((_niet_nodig("aow_binnen_een_jaar"),), [AOW_TE_LAAT]),
    "de werknemer stemt misschien niet in": (
        (
            _niet_nodig(
                "aow_binnen_een_jaar",
                "ondertekening:\n  werknemer: {geweigerd: {op: 2026-12-14, reden: Ik wil zoeken.}}\n",
            ),
            _geboren("1961-10-02"),
        ),
        [_bevinding("EJE-03", "ondertekening.werknemer.geweigerd", (EERSTEJAARS, GROND), ernst="oordeel")],
    ),
    "hersteld voor het einde van de wachttijd": (
        (
            _niet_nodig("aow_binnen_een_jaar"),
            (ZAAK, "    - van: 2026-01-05\n", "    - {van: 2026-01-05, tot_en_met: 2026-12-20}\n"),
        ),
        [],
    ),
}


@pytest.mark.parametrize("naam", BESLUITEN)
def test_het_besluit_over_spoor_2_rust_op_een_grond(tmp_path: Path, naam: str) -> None:
    """Wat er niet klopt, met de plaats die het tegenspreekt."""
    wijzigingen, verwacht = BESLUITEN[naam]

    assert met_elders(tmp_path, CODES, wijzigingen, PEILDATUM) == verwacht


def _begin(spoor2: str, status: str = "definitief") -> Wijziging:
    return _evaluatie(f"spoor2: {{{spoor2}}}\n{ONDERZOEK}", status)


BEGINT_LATER = _bevinding("EJE-04", "spoor2.vanaf", (EERSTEJAARS, "datum"))
ZONDER_BEGIN = _bevinding("EJE-04", "spoor2.vanaf")
VERLOF = "  verlof:\n    - {van: 2027-01-20, tot_en_met: 2027-02-10}\n"

BEGIN: Gevallen = {
    "op de laatste dag van zes weken": ((_begin("besluit: starten, vanaf: 2027-01-25"),), []),
    "een dag later": ((_begin("besluit: starten, vanaf: 2027-01-26"),), [BEGINT_LATER]),
    "een dag later in een concept": (
        (_begin("besluit: starten, vanaf: 2027-01-26", "concept"),),
        [_bevinding("EJE-04", "spoor2.vanaf", (EERSTEJAARS, "datum"), ernst="waarschuwing")],
    ),
    "het loopt al": ((_begin("besluit: loopt, vanaf: 2026-11-02"),), []),
    "starten zonder dag": ((_begin("besluit: starten"),), [ZONDER_BEGIN]),
    "loopt zonder dag": ((_begin("besluit: loopt"),), [ZONDER_BEGIN]),
    "in verlof schuift de laatste dag op": (
        (_begin("besluit: starten, vanaf: 2027-02-11"), (ZAAK, "", VERLOF)),
        [],
    ),
    "een dag na het verlof is te laat": (
        (_begin("besluit: starten, vanaf: 2027-02-12"), (ZAAK, "", VERLOF)),
        [BEGINT_LATER],
    ),
    "na het dienstverband is het niet meer van deze werkgever": (
        (
            _begin("besluit: starten, vanaf: 2027-01-26"),
            (ZAAK, "  in_dienst: 2019-03-01\n", "  in_dienst: 2019-03-01\n  uit_dienst: 2026-12-31\n"),
        ),
        [],
    ),
}


@pytest.mark.parametrize("naam", BEGIN)
def test_spoor_2_begint_binnen_zes_weken(tmp_path: Path, naam: str) -> None:
    """Geteld vanaf de evaluatie zoals die was."""
    wijzigingen, verwacht = BEGIN[naam]

    assert met_elders(tmp_path, CODES, wijzigingen, PEILDATUM) == verwacht


GEMIST: list[Tegenspraak] = [("EJE-04", "fout", ZAAK, "verzuim.eerste_ziektedag", ())]


def _hervatting(regel: str, vanaf: str = "2026-11-02") -> Wijziging:
    return (ZAAK, "", f"  hervattingen:\n    - {{vanaf: {vanaf}, uren_per_week: 24, {regel}}}\n")


WEEK_58: dict[str, tuple[tuple[Wijziging, ...], str, list[Tegenspraak]]] = {
    "de dag waarop 58 weken voorbij zijn": ((), "2027-02-15", []),
    "een dag later": ((), "2027-02-16", GEMIST),
    "een evaluatie in concept is er een voor CAL-18": (
        (_evaluatie(STARTEN + ONDERZOEK, "concept"),),
        "2027-02-16",
        [],
    ),
    "een evaluatie die spoor 2 niet nodig vindt": (
        (_hervat("werk: eigen_werk, structureel: ja"),),
        "2027-02-16",
        [],
    ),
    "blijvend hervat": ((_hervatting("werk: eigen_werk, structureel: ja"),), "2027-02-16", []),
    "niet blijvend hervat": ((_hervatting("werk: eigen_werk, structureel: nee"),), "2027-02-16", GEMIST),
    "een hervatting die nog moet komen": (
        (_hervatting("werk: eigen_werk, structureel: ja", "2027-02-17"),),
        "2027-02-16",
        GEMIST,
    ),
    "een analyse die nog moet komen": (
        (_analyse("marginaal"), (ANALYSE, "datum: 2026-02-12", "datum: 2027-02-17")),
        "2027-02-16",
        GEMIST,
    ),
    "het dienstverband was al afgelopen": (
        ((ZAAK, "  in_dienst: 2019-03-01\n", "  in_dienst: 2019-03-01\n  uit_dienst: 2026-12-31\n"),),
        "2027-02-16",
        [],
    ),
    "hervat bij een ander": ((_hervatting("werk: ander_werk_andere_werkgever"),), "2027-02-16", []),
    "marginale mogelijkheden": ((_analyse("marginaal"),), "2027-02-16", []),
    "voorlopig geen mogelijkheden": ((_analyse("nee_tijdelijk"),), "2027-02-16", []),
    "een eindevaluatie met een resultaat": (
        (
            (
                EIND,
                "",
                (
                    "datum: 2027-02-01\nopsteller: b-smit\neinddoel: eigen_werk\n"
                    "sporen:\n  - {spoor: 2, resultaat: Twee proefplaatsingen.}\n"
                ),
            ),
        ),
        "2027-02-16",
        [],
    ),
    "hersteld": (
        ((ZAAK, "    - van: 2026-01-05\n", "    - {van: 2026-01-05, tot_en_met: 2026-12-20}\n"),),
        "2027-02-16",
        [],
    ),
    "verlof telt niet mee": ((((ZAAK, "", VERLOF)),), "2027-03-09", []),
    "een dag later, met verlof": ((((ZAAK, "", VERLOF)),), "2027-03-10", GEMIST),
}


@pytest.mark.parametrize("naam", WEEK_58)
def test_na_58_weken_is_er_een_besluit(tmp_path: Path, naam: str) -> None:
    """Zonder eerstejaarsevaluatie, en zonder iets waaruit blijkt dat spoor 2 loopt of niet aan de orde is."""
    wijzigingen, peildatum, verwacht = WEEK_58[naam]

    assert met_elders(tmp_path, CODES, wijzigingen, dt.date.fromisoformat(peildatum)) == verwacht


def _ernst_w(code: str, pad: str, *elders: tuple[str, str]) -> list[Tegenspraak]:
    return [_bevinding(code, pad, *elders, ernst="waarschuwing")]


NIET_ONDERZOCHT = "spoor1:\n  - {mogelijkheid: De winkel, onderzocht: nee}\n"
ONDERZOCHT = (
    "spoor1:\n  - {mogelijkheid: De winkel, onderzocht: nee}\n  - {mogelijkheid: De oven, onderzocht: ja}\n"
)

SPOREN: Gevallen = {
    # EJE-05
    "spoor 2 zonder onderzoek": (
        (_evaluatie(STARTEN),),
        _ernst_w("EJE-05", "arbeidsdeskundig_onderzoek"),
    ),
    "het onderzoek komt er niet": (
        (_evaluatie(f"{STARTEN}arbeidsdeskundig_onderzoek: {{stand: niet}}\n"),),
        _ernst_w("EJE-05", "arbeidsdeskundig_onderzoek.reden"),
    ),
    "het onderzoek komt er niet, met een reden": (
        (
            _evaluatie(
                f"{STARTEN}arbeidsdeskundig_onderzoek: {{stand: niet, reden: Het bedrijf is klein.}}\n"
            ),
        ),
        [],
    ),
    "het onderzoek is gepland": ((_evaluatie(STARTEN + ONDERZOEK),), []),
    "zonder spoor 2 is er geen onderzoek nodig": (
        (_hervat("werk: eigen_werk, structureel: ja"),),
        [],
    ),
    # EJE-06
    "spoor 1 stopt zonder onderzoek": (
        (_evaluatie(STARTEN_ZONDER_SPOOR_1 + ONDERZOEK),),
        _ernst_w("EJE-06", "spoor1", (EERSTEJAARS, "spoor2.spoor1_gaat_door")),
    ),
    "spoor 1 stopt en niets is onderzocht": (
        (_evaluatie(STARTEN_ZONDER_SPOOR_1 + ONDERZOEK + NIET_ONDERZOCHT),),
        _ernst_w("EJE-06", "spoor1", (EERSTEJAARS, "spoor2.spoor1_gaat_door")),
    ),
    "spoor 1 stopt na onderzoek": (
        (_evaluatie(STARTEN_ZONDER_SPOOR_1 + ONDERZOEK + ONDERZOCHT),),
        [],
    ),
    "het einddoel is elders": (
        (_evaluatie(f"{STARTEN}{ONDERZOEK}einddoel: ander_werk_andere_werkgever\n"),),
        _ernst_w("EJE-06", "spoor1", (EERSTEJAARS, "einddoel")),
    ),
    "het einddoel is elders, na onderzoek": (
        (_evaluatie(f"{STARTEN}{ONDERZOEK}{ONDERZOCHT}einddoel: ander_werk_andere_werkgever\n"),),
        [],
    ),
    "spoor 1 gaat door": (
        (_evaluatie("spoor2: {besluit: starten, vanaf: 2027-01-11, spoor1_gaat_door: ja}\n" + ONDERZOEK),),
        [],
    ),
    # EJE-07
    "spoor 1 stopt zonder reden": (
        (
            _evaluatie(
                "spoor2: {besluit: starten, vanaf: 2027-01-11, spoor1_gaat_door: nee}\n"
                + ONDERZOEK
                + ONDERZOCHT
            ),
        ),
        _ernst_w("EJE-07", "spoor2.spoor1_gestopt_omdat", (EERSTEJAARS, "spoor2.spoor1_gaat_door")),
    ),
    "spoor 1 stopt, en spoor 2 is niet nodig": (
        (
            _evaluatie(
                "spoor2: {besluit: niet_nodig, grond: structureel_hervat, spoor1_gaat_door: nee}\n"
                "hervatting: {werk: eigen_werk, structureel: ja}\n"
            ),
        ),
        [],
    ),
}


@pytest.mark.parametrize("naam", SPOREN)
def test_spoor_1_komt_voor_spoor_2(tmp_path: Path, naam: str) -> None:
    """Onderzoek, en een reden waar iets ophoudt."""
    wijzigingen, verwacht = SPOREN[naam]

    assert met_elders(tmp_path, CODES, wijzigingen, PEILDATUM) == verwacht
