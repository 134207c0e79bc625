"""One page in itself about a caseload: the cases, a calendar of deadlines, each case's timeline. No name of an employee."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from dateutil.relativedelta import relativedelta

from dossiergen.dossier.caseload import Caseload, Caseloadregel
from dossiergen.dossier.caseloadzinnen import RISICO, over, te_laat_zin, wie
from dossiergen.dossier.tijdlijn import Lijn, Punt, lijn, stand_van
from dossiergen.dossier.zaaknaam import zaaknaam
from dossiergen.sjablonen import Sjablonen
from dossiergen.stukken import Omgeving
from dossiergen.stukken.opmaak import datum, hoofdletter, weekdag
from dossiergen.termijnen import Mijlpaal, Stand
from dossiergen.zaak.tekst import MAANDEN

__all__ = ["MERK", "pagina"]

MERK = b'<meta name="generator" content="dossiergen status">'
_DAG = dt.timedelta(days=1)
# How far the calendar looks, where no other time was asked for: three months fill a sheet or two.
_VOORUIT = relativedelta(months=3, days=-1)
# What has to be done within two weeks stands out.
_BINNENKORT = 14


@dataclass(frozen=True, slots=True)
class _Eerst:
    dag: str
    over: str
    titel: str
    wie: str


@dataclass(frozen=True, slots=True)
class _Rij:
    """One case in the table."""

    naam: str
    anker: str | None
    klasse: str
    oordeel: str
    week: str
    te_laat: tuple[str, ...]
    eerst: _Eerst | None
    geen: str
    werkgever: str
    casemanager: str


@dataclass(frozen=True, slots=True)
class _Afspraak:
    naam: str
    anker: str
    titel: str
    wie: str


@dataclass(frozen=True, slots=True)
class _Dag:
    kort: str
    voluit: str
    weekdag: int
    klasse: str
    punten: tuple[_Afspraak, ...]


@dataclass(frozen=True, slots=True)
class _Maand:
    naam: str
    aantal: int
    dagen: tuple[_Dag, ...]


@dataclass(frozen=True, slots=True)
class _Zaak:
    """One case with its timeline."""

    naam: str
    anker: str
    klasse: str
    oordeel: str
    kop: str
    zinnen: tuple[str, ...]
    lijn: Lijn
    mijlpalen: tuple[Punt, ...]


def pagina(caseload: Caseload, sjablonen: Sjablonen) -> bytes:
    """The page as UTF-8; nothing in it refers to another file or place."""
    tot_en_met = caseload.binnen or caseload.peildatum + _VOORUIT
    rijen = tuple(_rij(regel) for regel in caseload.regels)
    html = Omgeving(sjablonen).render(
        "overzicht/caseload.html",
        {
            "peildatum": datum(caseload.peildatum),
            "tot_en_met": datum(tot_en_met),
            "samenvatting": _samenvatting(caseload),
            "regels": rijen,
            "maanden": tuple(_maanden(caseload, tot_en_met)),
            "zaken": tuple(_zaak(regel) for regel in caseload.regels if regel.leesbaar),
        },
    )
    return html.encode()


def _samenvatting(caseload: Caseload) -> str:
    te_laat = sum(bool(regel.te_laat) for regel in caseload.regels)
    onleesbaar = sum(not regel.leesbaar for regel in caseload.regels)
    aantal = len(caseload.regels)
    zinnen = (
        f"{'1 zaak' if aantal == 1 else f'{aantal} zaken'}, {te_laat} met iets te laat.",
        f"{onleesbaar} niet te lezen." if onleesbaar else "",
        f"{caseload.weggelaten} weggelaten, want niet gevraagd." if caseload.weggelaten else "",
    )
    return " ".join(filter(None, zinnen))


def _rij(regel: Caseloadregel) -> _Rij:
    eerst, stand = regel.eerstvolgende, regel.status.stand
    klasse, oordeel = _oordeel(regel)
    return _Rij(
        naam=_naam(regel),
        anker=_anker(regel) if regel.leesbaar else None,
        klasse=klasse,
        oordeel=oordeel,
        week=f"ziekteweek {stand.ziekteweek}" if stand and stand.ziekteweek else "",
        te_laat=tuple(te_laat_zin(taak) for taak in regel.te_laat),
        eerst=_Eerst(datum(eerst.uiterlijk), over(eerst), eerst.mijlpaal.titel, wie(eerst.mijlpaal))
        if eerst
        else None,
        geen=_geen(regel),
        werkgever=regel.status.werkgever,
        casemanager=regel.status.casemanager,
    )


def _oordeel(regel: Caseloadregel) -> tuple[str, str]:
    """The colour and the words that say the same."""
    if not regel.leesbaar:
        return "onleesbaar", "niet te lezen: dossiergen check"
    if regel.te_laat:
        aantal = f"{len(regel.te_laat)} te laat"
        risico = ", ".join(RISICO[risico] for risico in regel.risicos)
        return ("zwaar", f"{aantal}: {risico}") if risico else ("laat", f"{aantal}, geen risico bekend")
    eerst = regel.eerstvolgende
    if eerst and eerst.dagen <= _BINNENKORT:
        return "binnenkort", "binnenkort"
    return "rustig", "op tijd" if eerst else "klaar"


def _geen(regel: Caseloadregel) -> str:
    if not regel.leesbaar:
        return "onbekend"
    return "alleen wat te laat is" if regel.te_laat else "niets meer te doen"


def _naam(regel: Caseloadregel) -> str:
    return zaaknaam(regel.status.kenmerk, regel.status.naam)


def _anker(regel: Caseloadregel) -> str:
    return f"zaak-{regel.status.kenmerk}"


def _maanden(caseload: Caseload, tot_en_met: dt.date) -> Iterator[_Maand]:
    afspraken = _afspraken(caseload, tot_en_met)
    dag = caseload.peildatum
    while dag <= tot_en_met:
        volgende = dag.replace(day=1) + relativedelta(months=1)
        aantal = min((volgende - dag).days, (tot_en_met - dag).days + 1)
        dagen = [dag + nummer * _DAG for nummer in range(aantal)]
        yield _Maand(
            naam=f"{hoofdletter(MAANDEN[dag.month - 1])} {dag.year}",
            aantal=sum(len(afspraken.get(een, ())) for een in dagen),
            dagen=tuple(_dag(een, caseload.peildatum, tuple(afspraken.get(een, ()))) for een in dagen),
        )
        dag = volgende


def _afspraken(caseload: Caseload, tot_en_met: dt.date) -> dict[dt.date, list[_Afspraak]]:
    per_dag: dict[dt.date, list[_Afspraak]] = {}
    for regel in caseload.regels:
        for mijlpaal in _mijlpalen(regel):
            dag = mijlpaal.uiterlijk
            if mijlpaal.stand is Stand.OPEN and dag and dag <= tot_en_met:
                een = _Afspraak(_naam(regel), _anker(regel), mijlpaal.titel, wie(mijlpaal))
                per_dag.setdefault(dag, []).append(een)
    return per_dag


def _dag(dag: dt.date, peildatum: dt.date, punten: tuple[_Afspraak, ...]) -> _Dag:
    klassen = (
        "" if punten or dag == peildatum else "leeg",
        "nu" if dag == peildatum else "",
        "weekend" if dag.isoweekday() > 5 else "",
    )
    voluit = f"{weekdag(dag)} {dag.day} {MAANDEN[dag.month - 1]}" + (
        " (peildatum)" if dag == peildatum else ""
    )
    return _Dag(
        f"{weekdag(dag)[:2]} {dag.day}", voluit, dag.isoweekday(), " ".join(filter(None, klassen)), punten
    )


def _zaak(regel: Caseloadregel) -> _Zaak:
    klasse, oordeel = _oordeel(regel)
    stand, kalender = regel.status.stand, regel.status.kalender
    eerste_dag = f"Eerste ziektedag {datum(kalender.eerste_ziektedag)}" if kalender else ""
    delen = (
        eerste_dag,
        f"ziekteweek {stand.ziekteweek}" if stand and stand.ziekteweek else "",
        f"werkgever {regel.status.werkgever}",
        f"casemanager {regel.status.casemanager}",
    )
    mijlpalen = [m for m in _mijlpalen(regel) if m.stand is not Stand.NIET_VAN_TOEPASSING]
    return _Zaak(
        naam=_naam(regel),
        anker=_anker(regel),
        klasse=klasse,
        oordeel=oordeel,
        kop=", ".join(filter(None, delen)) + ".",
        zinnen=tuple(te_laat_zin(taak) for taak in regel.te_laat),
        lijn=lijn(regel.status, mijlpalen),
        mijlpalen=tuple(stand_van(mijlpaal) for mijlpaal in mijlpalen),
    )


def _mijlpalen(regel: Caseloadregel) -> tuple[Mijlpaal, ...]:
    return regel.status.kalender.mijlpalen if regel.status.kalender else ()
