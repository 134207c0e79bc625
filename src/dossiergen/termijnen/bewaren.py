"""How long a file is kept: the open part by the employer, the medical part by the bedrijfsarts (besluit 0028)."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from dateutil.relativedelta import relativedelta

from dossiergen.recht import Recht, Waarde
from dossiergen.termijnen.kalender import Kalender
from dossiergen.termijnen.teldagen import DAG
from dossiergen.zaak import Zaak

__all__ = ["Bewaartermijn", "bewaartermijn", "bewaartermijn_medisch"]

_OPEN = "bewaren_reintegratiedossier"
_MEDISCH = "bewaren_medisch_dossier"


@dataclass(frozen=True, slots=True)
class Bewaartermijn:
    """A term that runs from `sinds`, a day that is not counted, up to and including the day `tot_en_met`.

    `aanknoping`: what happened on that first day, in the words of the law data.
    """

    sleutel: str
    sinds: dt.date
    tot_en_met: dt.date
    jaren: int
    aanknoping: str
    grond: str
    bevestigd: bool

    def is_voorbij(self, peildatum: dt.date) -> bool:
        """From the day after the last one."""
        return peildatum > self.tot_en_met


def bewaartermijn(zaak: Zaak, kalender: Kalender | None, recht: Recht) -> Bewaartermijn | None:
    """The longest term that holds for the open part; None where one of them has not begun, or nobody knows when."""
    if kalender is None:
        return None
    dienstverband = zaak.gegevens.dienstverband
    begin = {_OPEN: _einde_reintegratie(zaak, kalender)}
    if dienstverband.eigenrisicodrager_zw:
        begin["bewaren_eigenrisico_ziektewet"] = dienstverband.uit_dienst
    if dienstverband.eigenrisicodrager_wga:
        begin["bewaren_eigenrisico_wga"] = dienstverband.uit_dienst
    termijnen = [_termijn(sleutel, dag, recht) for sleutel, dag in begin.items() if dag is not None]
    if len(termijnen) < len(begin):
        return None
    return max(termijnen, key=lambda termijn: termijn.tot_en_met)


def bewaartermijn_medisch(datums: Iterable[dt.date], recht: Recht) -> Bewaartermijn | None:
    """That of the paper that has to be kept longest; None where there is no paper.

    A longer term that the law gave later holds for what was kept then as well: this term is a shortest one.
    """
    regel = recht.waarden[_MEDISCH]
    termijnen = [
        _met_waarde(_MEDISCH, dag, waarde, recht)
        for dag in set(datums)
        for waarde in regel.waarden
        if waarde.vanaf > dag or waarde == _op(_MEDISCH, dag, recht)
    ]
    return max(termijnen, key=lambda termijn: termijn.tot_en_met, default=None)


def _einde_reintegratie(zaak: Zaak, kalender: Kalender) -> dt.date | None:
    """Recovery; without it the end of the employment; without that the last day of the duty to pay wages.

    As long as documents are added, it has not ended.
    """
    eindes = [periode.tot_en_met for periode in zaak.gegevens.verzuim.periodes]
    hersteld = [dag for dag in eindes if dag is not None]
    uiteindelijk = kalender.einde.uiteindelijk
    if len(hersteld) == len(eindes):
        einde: dt.date | None = max(hersteld)
    else:
        uit_dienst = None if kalender.na_dienstverband else zaak.gegevens.dienstverband.uit_dienst
        einde = uit_dienst or (uiteindelijk and uiteindelijk - DAG)
    return einde and max([einde, *(stuk.gegevens.datum for stuk in zaak.stukken)])


def _termijn(sleutel: str, dag: dt.date, recht: Recht) -> Bewaartermijn:
    return _met_waarde(sleutel, dag, _op(sleutel, dag, recht), recht)


def _op(sleutel: str, dag: dt.date, recht: Recht) -> Waarde:
    """A day before the first value that is known has that value."""
    return recht.op(sleutel, max(dag, recht.waarden[sleutel].waarden[0].vanaf))


def _met_waarde(sleutel: str, dag: dt.date, waarde: Waarde, recht: Recht) -> Bewaartermijn:
    """Counted by the calendar: from 29 February to 28 February, where that year has no other."""
    jaren = int(waarde.waarde)
    return Bewaartermijn(
        sleutel=sleutel,
        sinds=dag,
        tot_en_met=dag + relativedelta(years=jaren),
        jaren=jaren,
        aanknoping=recht.waarden[sleutel].aanknoping,
        grond=recht.vindplaats(waarde),
        bevestigd=waarde.bevestigd,
    )
