"""When somebody reaches the AOW age."""

import datetime as dt

from dateutil.relativedelta import relativedelta

from dossiergen.recht import Recht

__all__ = ["aow_datum"]


def aow_datum(geboortedatum: dt.date, recht: Recht) -> dt.date | None:
    """The first day on which somebody has the age that holds on that day.

    For somebody who had it before the first known value, a day that is at or after the real one. None where
    no value that is known will ever be reached.
    """
    leeftijd = recht.waarden["aow_leeftijd"]
    eerste = leeftijd.waarden[0]
    for waarde in leeftijd.waarden:
        dag = geboortedatum + relativedelta(months=int(waarde.waarde))
        if leeftijd.op(dag) == waarde or (waarde is eerste and dag < eerste.vanaf):
            return dag
    return None
