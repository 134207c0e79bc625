"""From periods of illness and leave to the days that count, or to what is wrong with them.

The first day of illness is written down in the case (besluit 0009). Where the law decides whether illness
joins, it must agree; where the law leaves it open, it says what was decided, and the reason must be there.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dossiergen.finding import Ernst, Overtreding
from dossiergen.recht import Recht
from dossiergen.termijnen.teldagen import DAG, Reeks, Teldagen, zonder
from dossiergen.zaak.gegevens import Verlof, Verzuim, Verzuimperiode
from dossiergen.zaak.yaml import Pad

__all__ = ["Samenstelling", "samenstelling"]

Verlofdagen = tuple[tuple[dt.date, dt.date], ...]

_BESTAND = "zaak.yaml"
_LOOPT_DOOR = (
    "Het verzuim loopt door over het verlof heen. Of ziekte ervoor en erna samentelt, is nog niet besloten."
)


@dataclass(frozen=True, slots=True)
class Samenstelling:
    """The counted days of one absence. `open_sinds`: from which day on they rest on a join that nobody decided."""

    teldagen: Teldagen
    verlof: Verlofdagen
    open_sinds: dt.date | None


@dataclass(frozen=True, slots=True)
class _Overgang:
    """Between two runs of illness, and which period the later one is in.

    `hersteld` counts the days of the longest time between two periods that are no leave.
    """

    periode: int
    begin: dt.date
    hersteld: int
    met_verlof: bool
    besloten: bool

    def beslist(self, grens: int) -> bool | None:
        """Whether the law joins the runs; None where it leaves that open.

        Without leave the number of days decides. With leave in between, law and practice disagree on whether
        leave is part of the interruption; only where the other days alone are too many all agree.
        """
        if self.hersteld >= grens:
            return False
        return None if self.met_verlof else True


def samenstelling(
    verzuim: Verzuim, recht: Recht, peildatum: dt.date
) -> tuple[Samenstelling | None, tuple[Overtreding, ...]]:
    """The counted days; None, with the reasons, where the periods contradict the law or each other.

    A join that is open is asked about once the peildatum has passed it.
    """
    vorm = (*_vorm(verzuim), *_te_lang_verlof(verzuim, recht))
    if vorm:
        return None, vorm
    verlof = tuple((deel.van, deel.tot_en_met) for deel in verzuim.verlof)
    grens = recht.dagen("samentelling", verzuim.eerste_ziektedag)
    reeksen = _reeksen(verzuim.periodes, verlof)
    eerste = next((nr for nr, (begin, _) in enumerate(reeksen) if begin == verzuim.eerste_ziektedag), None)
    if eerste is None:
        return None, (_eerste_dag_klopt_niet(verzuim, verlof),)
    overgangen = tuple(_overgangen(reeksen, verlof, verzuim.periodes))
    tegen = tuple(_tegen_de_wet(overgangen, eerste, grens))
    if tegen:
        return None, tegen
    # The one before the first run counts as well: that they were not joined is a decision too.
    nodig = overgangen[max(0, eerste - 1) :]
    open_ = [een for een in nodig if een.beslist(grens) is None and not een.besloten]
    bezwaren = (*_onbeslist(open_, verzuim.periodes, peildatum), *_los_verlof(verzuim))
    open_sinds = min((een.begin for een in open_), default=None)
    return Samenstelling(Teldagen(reeksen[eerste:]), verlof, open_sinds), bezwaren


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


def _te_lang_verlof(verzuim: Verzuim, recht: Recht) -> Iterator[Overtreding]:
    """CAL-39: leave as long as this is a slip of the pen, and would move every date with it."""
    hoogste = recht.dagen("verlof_hoogste_duur", verzuim.eerste_ziektedag)
    for nummer, verlof in enumerate(verzuim.verlof):
        if (verlof.tot_en_met - verlof.van).days >= hoogste:
            yield _bezwaar("CAL-39", ("verlof", nummer, "tot_en_met"))


def _reeksen(periodes: Sequence[Verzuimperiode], verlof: Verlofdagen) -> tuple[Reeks, ...]:
    """The runs of illness without leave; what follows without a day between is one run."""
    uit: list[Reeks] = []
    for periode in periodes:
        for begin, eind in zonder((periode.van, periode.tot_en_met), verlof):
            vorige = uit[-1] if uit else None
            if vorige and vorige[1] is not None and vorige[1] + DAG == begin:
                uit[-1] = (vorige[0], eind)
            else:
                uit.append((begin, eind))
    return tuple(uit)


def _overgangen(
    reeksen: Sequence[Reeks], verlof: Verlofdagen, periodes: Sequence[Verzuimperiode]
) -> Iterator[_Overgang]:
    """What lies between each run and the next."""
    nummer = 0
    for (_, eind), (begin, _) in pairwise(reeksen):
        if eind is None:
            return
        eerste = nummer
        while (tot_en_met := periodes[nummer].tot_en_met) is not None and tot_en_met < begin:
            nummer += 1
        hersteld = [
            _dagen(eerder, later, verlof) for eerder, later in pairwise(periodes[eerste : nummer + 1])
        ]
        met_verlof = any(van < begin and tot_en_met > eind for van, tot_en_met in verlof)
        besloten = periodes[nummer].samentelling_besluit is not None
        yield _Overgang(nummer, begin, max(hersteld, default=0), met_verlof, besloten)


def _dagen(eerder: Verzuimperiode, later: Verzuimperiode, verlof: Verlofdagen) -> int:
    """How many days between two periods are no leave."""
    if eerder.tot_en_met is None or eerder.tot_en_met + DAG == later.van:
        return 0
    tussen = (eerder.tot_en_met + DAG, later.van - DAG)
    return sum((tot - van).days + 1 for van, tot in zonder(tussen, verlof) if tot)


def _eerste_dag_klopt_niet(verzuim: Verzuim, verlof: Verlofdagen) -> Overtreding:
    dag = verzuim.eerste_ziektedag
    for nummer, periode in enumerate(verzuim.periodes):
        if periode.van == dag and not any(van <= dag <= tot_en_met for van, tot_en_met in verlof):
            # It begins on the day after the one before.
            return _bezwaar("CAL-05", ("periodes", nummer, "van"))
    in_verlof = any(van <= dag <= tot_en_met for van, tot_en_met in verlof)
    return _bezwaar("CAL-08" if in_verlof else "CAL-36", ("eerste_ziektedag",))


def _tegen_de_wet(overgangen: Sequence[_Overgang], eerste: int, grens: int) -> Iterator[Overtreding]:
    """CAL-05 and CAL-06: the first day of illness parts what the law joins, or joins what it parts."""
    for nummer, overgang in enumerate(overgangen, 1):
        beslist, pad = overgang.beslist(grens), ("periodes", overgang.periode, "van")
        if nummer == eerste and beslist is True:
            yield _bezwaar("CAL-05", pad)
        elif nummer > eerste and beslist is False:
            yield _bezwaar("CAL-06", pad)


def _onbeslist(
    overgangen: Sequence[_Overgang], periodes: Sequence[Verzuimperiode], peildatum: dt.date
) -> Iterator[Overtreding]:
    """CAL-07: the law leaves a join open, and the case does not say who decided what; once for each period."""
    gevraagd: set[int] = set()
    for overgang in overgangen:
        if overgang.begin <= peildatum and overgang.periode not in gevraagd:
            gevraagd.add(overgang.periode)
            melding = _LOOPT_DOOR if overgang.begin > periodes[overgang.periode].van else ""
            yield _bezwaar("CAL-07", ("periodes", overgang.periode), melding)


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


def _bezwaar(code: str, pad: Pad, melding: str = "", ernst: Ernst | None = None) -> Overtreding:
    return Overtreding(code, _BESTAND, ("verzuim", *pad), melding, ernst)
