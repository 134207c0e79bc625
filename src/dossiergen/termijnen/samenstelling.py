"""From periods of illness and leave to the days that count, or to what is wrong with them.

The first day of illness is written down in the case (besluit 0009). Where the law decides whether periods
join, it must agree; where the law leaves it open, it says what was decided, and the reason must be there.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dossiergen.finding import Ernst, Overtreding
from dossiergen.recht import Recht
from dossiergen.termijnen.teldagen import DAG, Reeks, Teldagen, zonder
from dossiergen.zaak.gegevens import Verlof, Verzuim, Verzuimperiode

__all__ = ["Samenstelling", "samenstelling"]

_BESTAND = "zaak.yaml"


@dataclass(frozen=True, slots=True)
class Samenstelling:
    """The counted days of one absence. `open_sinds`: from which day on they rest on a join that nobody decided."""

    teldagen: Teldagen
    verlof: tuple[tuple[dt.date, dt.date], ...]
    open_sinds: dt.date | None


@dataclass(frozen=True, slots=True)
class _Overgang:
    """Between two periods of illness: how many days, and how many of them are leave."""

    nummer: int
    later: Verzuimperiode
    dagen: int
    verlofdagen: int

    def beslist(self, grens: int) -> bool | None:
        """Whether the law joins the periods; None where it leaves that open.

        Without leave the number of days decides. With leave in between, law and practice disagree on whether
        leave is part of the interruption; only where the other days alone are too many all agree.
        """
        if self.dagen - self.verlofdagen >= grens:
            return False
        return None if self.verlofdagen else True


def samenstelling(
    verzuim: Verzuim, recht: Recht, peildatum: dt.date
) -> tuple[Samenstelling | None, tuple[Overtreding, ...]]:
    """The counted days; None, with the reasons, where the periods contradict the law or each other.

    A join that is open is asked about once the peildatum has passed it.
    """
    vorm = tuple(_vorm(verzuim))
    if vorm:
        return None, vorm
    verlof = tuple((deel.van, deel.tot_en_met) for deel in verzuim.verlof)
    grens = recht.dagen("samentelling", verzuim.eerste_ziektedag)
    overgangen = tuple(_overgangen(verzuim.periodes, verlof))
    eerste = _eerste_van_dit_verzuim(verzuim, verlof)
    if eerste is None:
        return None, (_eerste_dag_klopt_niet(verzuim, verlof),)
    tegen = tuple(_tegen_de_wet(overgangen, eerste, grens))
    if tegen:
        return None, tegen
    periodes = verzuim.periodes[eerste:]
    reeksen = _aaneen(
        reeks for periode in periodes for reeks in zonder((periode.van, periode.tot_en_met), verlof)
    )
    onbeslist = tuple(_onbeslist(verzuim, verlof, overgangen, eerste, grens))
    open_sinds = min((dag for dag, _ in onbeslist), default=None)
    bezwaren = (*(bezwaar for dag, bezwaar in onbeslist if dag <= peildatum), *_los_verlof(verzuim))
    return Samenstelling(Teldagen(reeksen), verlof, open_sinds), bezwaren


def _vorm(verzuim: Verzuim) -> Iterator[Overtreding]:
    """CAL-04: every period runs forward, and they follow each other."""
    soorten: tuple[tuple[str, Sequence[Verzuimperiode | Verlof]], ...] = (
        ("periodes", verzuim.periodes),
        ("verlof", verzuim.verlof),
    )
    for naam, delen in soorten:
        for nummer, deel in enumerate(delen):
            if deel.tot_en_met is not None and deel.tot_en_met < deel.van:
                yield _bezwaar("CAL-04", (naam, nummer, "tot_en_met"), "Het einde ligt vóór het begin.")
        for nummer, (eerder, later) in enumerate(pairwise(delen), 1):
            pad = (naam, nummer, "van")
            if later.van < eerder.van:
                yield _bezwaar(
                    "CAL-04", pad, "Deze periode begint eerder dan de vorige. Zet de oudste eerst."
                )
            elif eerder.tot_en_met is None:
                melding = "De vorige periode heeft geen einde, en er volgt nog een periode."
                yield _bezwaar("CAL-04", (naam, nummer - 1), melding)
            elif later.van <= eerder.tot_en_met:
                yield _bezwaar("CAL-04", pad, "Deze periode begint voordat de vorige is afgelopen.")


def _overgangen(
    periodes: Sequence[Verzuimperiode], verlof: Sequence[tuple[dt.date, dt.date]]
) -> Iterator[_Overgang]:
    """Where two periods do not follow each other without a day between them."""
    for nummer, (eerder, later) in enumerate(pairwise(periodes), 1):
        if eerder.tot_en_met is not None and (dagen := (later.van - eerder.tot_en_met).days - 1):
            tussen = (eerder.tot_en_met + DAG, later.van - DAG)
            vrij = sum(_dagen(reeks) for reeks in zonder(tussen, verlof))
            yield _Overgang(nummer, later, dagen, dagen - vrij)


def _dagen(reeks: Reeks) -> int:
    begin, eind = reeks
    return 0 if eind is None else (eind - begin).days + 1


def _eerste_van_dit_verzuim(verzuim: Verzuim, verlof: Sequence[tuple[dt.date, dt.date]]) -> int | None:
    """Which period begins with the first day of illness as it is written down."""
    for nummer, periode in enumerate(verzuim.periodes):
        reeksen = zonder((periode.van, periode.tot_en_met), verlof)
        if next(iter(reeksen), (None,))[0] == verzuim.eerste_ziektedag:
            return nummer
    return None


def _eerste_dag_klopt_niet(verzuim: Verzuim, verlof: Sequence[tuple[dt.date, dt.date]]) -> Overtreding:
    dag = verzuim.eerste_ziektedag
    pad = ("eerste_ziektedag",)
    if any(van <= dag <= tot_en_met for van, tot_en_met in verlof):
        return _bezwaar("CAL-08", pad)
    return _bezwaar("CAL-36", pad)


def _tegen_de_wet(overgangen: Sequence[_Overgang], eerste: int, grens: int) -> Iterator[Overtreding]:
    """CAL-05 and CAL-06: the first day of illness joins what the law parts, or parts what it joins."""
    for overgang in overgangen:
        beslist = overgang.beslist(grens)
        pad = ("periodes", overgang.nummer, "van")
        if overgang.nummer <= eerste:
            if overgang.nummer == eerste and beslist is True:
                yield _bezwaar("CAL-05", pad)
        elif beslist is False:
            yield _bezwaar("CAL-06", pad)
    aansluitend = eerste > 0 and all(overgang.nummer != eerste for overgang in overgangen)
    if aansluitend:
        yield _bezwaar("CAL-05", ("periodes", eerste, "van"))


def _onbeslist(
    verzuim: Verzuim,
    verlof: Sequence[tuple[dt.date, dt.date]],
    overgangen: Sequence[_Overgang],
    eerste: int,
    grens: int,
) -> Iterator[tuple[dt.date, Overtreding]]:
    """CAL-07: the law leaves a join open, and the case does not say who decided what."""
    for overgang in overgangen:
        zonder_besluit = overgang.later.samentelling_besluit is None
        if overgang.nummer >= eerste and overgang.beslist(grens) is None and zonder_besluit:
            yield overgang.later.van, _bezwaar("CAL-07", ("periodes", overgang.nummer))
    for nummer, periode in enumerate(verzuim.periodes[eerste:], eerste):
        if periode.samentelling_besluit is not None:
            continue
        for van, tot_en_met in verlof:
            erna = periode.tot_en_met is None or periode.tot_en_met > tot_en_met
            if periode.van < van and erna:
                melding = "Deze periode loopt door over het verlof heen. Of ziekte voor en na het verlof samentelt, hangt ervan af."
                yield tot_en_met + DAG, _bezwaar("CAL-07", ("periodes", nummer), melding)
                break


def _los_verlof(verzuim: Verzuim) -> Iterator[Overtreding]:
    """CAL-07: leave that touches no illness has no meaning for the waiting period."""
    periodes = verzuim.periodes
    for nummer, verlof in enumerate(verzuim.verlof):
        raakt = any(
            periode.van <= verlof.tot_en_met + DAG
            and (periode.tot_en_met is None or periode.tot_en_met >= verlof.van - DAG)
            for periode in periodes
        )
        tussen = periodes[0].van < verlof.van and verlof.tot_en_met < periodes[-1].van
        if not raakt and not tussen:
            melding = "Dit verlof valt buiten het verzuim en telt nergens mee."
            yield _bezwaar("CAL-07", ("verlof", nummer), melding, Ernst.WAARSCHUWING)


def _aaneen(reeksen: Iterator[Reeks]) -> tuple[Reeks, ...]:
    """Runs that follow each other without a day between them are one."""
    uit: list[Reeks] = []
    for begin, eind in reeksen:
        vorige = uit[-1] if uit else None
        if vorige and vorige[1] is not None and vorige[1] + DAG == begin:
            uit[-1] = (vorige[0], eind)
        else:
            uit.append((begin, eind))
    return tuple(uit)


def _bezwaar(
    code: str, pad: tuple[str | int, ...], melding: str = "", ernst: Ernst | None = None
) -> Overtreding:
    return Overtreding(code, _BESTAND, ("verzuim", *pad), melding, ernst)
