"""A case of 104 weeks that is in order, made from a sample case: what a check costs at its largest.

An analysis that is adjusted once, a plan, an evaluation every six weeks with the first-year one among them,
and the documents of the end; each in time, on the peildatum that belongs to it.
"""

import datetime as dt
import re
import shutil
from pathlib import Path

CASES = Path(__file__).parents[1] / "cases"
KENMERK = "2026-0012"
EERSTE_ZIEKTEDAG = dt.date(2025, 1, 6)
# In the 93rd week: the application is due, nothing is late yet.
PEILDATUM = EERSTE_ZIEKTEDAG + dt.timedelta(weeks=92, days=4)

_WEEK = dt.timedelta(weeks=1)
_DAG = dt.timedelta(days=1)
_ANALYSE = EERSTE_ZIEKTEDAG + 5 * _WEEK
_PLAN = _ANALYSE + 2 * _WEEK
_TUSSENTIJD = 38 * _DAG
_EVALUATIES = 15
_EERSTEJAARS = 8
_BIJSTELLING = _PLAN + 6 * _TUSSENTIJD - 3 * _DAG
_SLOT = EERSTE_ZIEKTEDAG + 90 * _WEEK


def maak(map_: Path, kenmerk: str = KENMERK) -> Path:
    """The case in a folder `kenmerk` of `map_`, with organisaties.yaml beside it."""
    map_.mkdir(parents=True, exist_ok=True)
    shutil.copy(CASES / "organisaties.yaml", map_)
    zaak = map_ / kenmerk
    (zaak / "stukken").mkdir(parents=True)
    (zaak / "zaak.yaml").write_text(_zaak(kenmerk), "utf-8")
    (zaak / "bijlagen").mkdir()
    for naam, tekst in _stukken().items():
        (zaak / "stukken" / f"{naam}.yaml").write_text(tekst, "utf-8")
        if "status: ondertekend" in tekst:
            # A check looks at names and first bytes of originals.
            (zaak / "bijlagen" / f"{naam}.pdf").write_bytes(b"%PDF-1.7\n")
    return zaak


def _zaak(kenmerk: str) -> str:
    """The sample's employee, with an absence that began earlier."""
    kop = _voorbeeld("zaak").split("casemanager:")[0].replace(f"kenmerk: {KENMERK}", f"kenmerk: {kenmerk}")
    begin = EERSTE_ZIEKTEDAG
    return f"""{kop}casemanager:
  - {{persoon: s-de-wit, vanaf: {begin}}}
bedrijfsarts:
  - {{persoon: a-de-boer, vanaf: {begin}}}
verzuim:
  eerste_ziektedag: {begin}
  ziekgemeld_op: {begin}
  periodes:
    - van: {begin}
  hervattingen:
    - {{vanaf: {begin + 10 * _WEEK}, uren_per_week: 12, werk: eigen_werk_aangepast, loonwaarde_procent: 100}}
    - {{vanaf: {begin + 12 * _WEEK}, uren_per_week: 20, werk: eigen_werk_aangepast, loonwaarde_procent: 60}}
  gemeld_aan_arbodienst: {begin + _DAG}
  uwv_melding_42e_week: {begin + 41 * _WEEK}
"""


def _stukken() -> dict[str, str]:
    analyse, plan = _verschoven("probleemanalyse", _ANALYSE), _verschoven("plan-van-aanpak", _PLAN)
    bijgesteld = _verschoven("probleemanalyse", _BIJSTELLING)
    stukken = {
        "probleemanalyse": analyse,
        "bijstelling-probleemanalyse-01": bijgesteld
        + "aanleiding: Nieuw consult.\nverschil: De opbouw gaat sneller.\n",
        "plan-van-aanpak": plan.split("ondertekening:")[0] + _getekend(_PLAN) + _afschriften(_PLAN),
    }
    nummer = 0
    for keer in range(1, _EVALUATIES + 1):
        dag = _PLAN + keer * _TUSSENTIJD
        if keer == _EERSTEJAARS:
            stukken["eerstejaarsevaluatie"] = _evaluatie(plan, dag) + _EERSTE_JAAR
            continue
        nummer += 1
        stukken[f"bijstelling-plan-van-aanpak-{nummer:02}"] = (
            _evaluatie(plan, dag) + "aanleiding: periodieke_evaluatie\n"
        )
    return {**stukken, **_slot(bijgesteld)}


def _evaluatie(plan: str, dag: dt.date) -> str:
    afspraken = plan[plan.index("activiteiten:") : plan.index("evaluatie:")]
    terugblik = "".join(
        f"  - {{afspraak: Afspraak {n} uit het plan, resultaat: nagekomen}}\n" for n in range(1, 6)
    )
    return (
        f"datum: {dag}\nstatus: definitief\nopsteller: s-de-wit\ngesprek_op: {dag}\n"
        f"terugblik:\n{terugblik}"
        "belastbaarheid: Tillen tot 10 kg, staan en zitten afwisselen, geen nachtdiensten.\n"
        f"advies_van: {_BIJSTELLING if dag >= _BIJSTELLING else _ANALYSE}\n"
        "hervatting: {werk: eigen_werk_aangepast, uren_per_week: 20, loonwaarde_procent: 60}\n"
        "einddoel: eigen_werk_aangepast\n"
        "einddoel_toelichting: Eigen werk als orderpicker, met tillen tot 10 kg en zonder nachtdiensten.\n"
        f"{verzet(afspraken, dag - _PLAN)}"
        f"volgende_evaluatie: {dag + _TUSSENTIJD}\n"
        f"{_getekend(dag)}{_afschriften(dag)}"
    )


_EERSTE_JAAR = """\
einddoel_gehaald: nee
einddoel_gehaald_toelichting: De uren worden nog opgebouwd.
spoor1:
  - {mogelijkheid: Eigen werk met aanpassingen, onderzocht: ja, toelichting: Dit lukt voor twintig uur.}
  - {mogelijkheid: Ander werk in het magazijn, onderzocht: ja, toelichting: Er is plaats bij de retouren.}
concreet_perspectief: {aanwezig: ja, uiterlijk: 2026-02-16, toelichting: De uren lopen volgens schema op.}
spoor2: {besluit: niet_nodig, reden: Er is concreet uitzicht op volledige hervatting in het eigen bedrijf.}
arbeidsdeskundig_onderzoek: {stand: gedaan, datum: 2025-10-06}
deskundigenoordeel_gevraagd: nee
"""


def _slot(analyse: str) -> dict[str, str]:
    """Judgment of the bedrijfsarts, last evaluation and verslag, in weeks 90 and 91."""
    oordeel = re.sub(
        r"^(factoren|advies|opbouwschema|spoor|vervolg):.*\n(  .*\n)*", "", analyse, flags=re.MULTILINE
    )
    oordeel = verzet(oordeel, _SLOT - _BIJSTELLING)
    dag = _SLOT + 4 * _DAG
    return {
        "actueel-oordeel": oordeel + _ACTUEEL,
        "eindevaluatie": f"datum: {dag}\nstatus: definitief\nopsteller: s-de-wit\n{_EINDE}{_getekend(dag)}{_afschriften(dag)}",
        "re-integratieverslag": (
            f"datum: {dag + _DAG}\nstatus: definitief\nopsteller: s-de-wit\nkopie_aan_werknemer: {dag + _DAG}\n"
            f"medische_informatie_meegegeven: {dag + _DAG}\noordeel_werknemer_ontvangen: ja\n"
        ),
    }


_ACTUEEL = """\
verloop: De belastbaarheid nam toe en is nu stabiel.
arbeidsrelatie: {oordeel: goed}
passende_arbeid: {aanwezig: ja, toelichting: Eigen werk met aanpassingen.}
stand_einddoel: Twintig van de tweeëndertig uur.
"""
_EINDE = """\
aard_bedrijf: Uitzenden en detacheren van logistiek personeel.
hervatting: {werk: eigen_werk_aangepast, uren_per_week: 20, loonwaarde_procent: 60, structureel: ja}
sporen:
  - {spoor: 1, resultaat: Aangepast werk bij de retouren voor twintig uur per week.}
einddoel: eigen_werk_aangepast
einddoel_gehaald: nee
einddoel_gehaald_toelichting: Twintig van de tweeëndertig uur zijn bereikt.
arbeidsrelatie: {oordeel: goed}
passende_arbeid: {aanwezig: ja, toelichting: Eigen werk met aanpassingen.}
visie_werkgever: Wij blijven het aangepaste werk aanbieden.
visie_werknemer: Ik ben tevreden met het aangepaste werk.
"""


def _getekend(dag: dt.date) -> str:
    handtekening = f"getekend_op: {dag + _DAG}, plaats: Maastricht, wijze: met_de_hand"
    return f"ondertekening:\n  werkgever: {{persoon: m-hendriks, {handtekening}}}\n  werknemer: {{{handtekening}}}\n"


def _afschriften(dag: dt.date) -> str:
    na = dag + 2 * _DAG
    return f"afschriften: {{werknemer: {na}, werkgever: {na}, casemanager: {na}, bedrijfsarts: {na}}}\n"


def _voorbeeld(bestand: str) -> str:
    return (CASES / KENMERK / f"{bestand}.yaml").read_text("utf-8")


def _verschoven(stuk: str, naar: dt.date) -> str:
    """A sample document with all its dates moved, so that its own date becomes `naar`."""
    tekst = _voorbeeld(f"stukken/{stuk}").split("\n", 1)[1]
    eigen = re.search(r"^datum: (\S+)", tekst, re.MULTILINE)
    if eigen is None:
        raise ValueError(stuk)
    return verzet(tekst, naar - dt.date.fromisoformat(eigen[1]))


def verzet(tekst: str, hoeveel: dt.timedelta) -> str:
    return re.sub(r"\b\d{4}-\d\d-\d\d\b", lambda datum: str(dt.date.fromisoformat(datum[0]) + hoeveel), tekst)
