"""General holidays, from dated law."""

import datetime as dt

from dateutil.easter import easter

from dossiergen.recht import Recht
from dossiergen.termijnen.teldagen import DAG

__all__ = ["is_feestdag"]

_SOORT = "feestdag_"
_ZONDAG = 7


def is_feestdag(dag: dt.date, recht: Recht) -> bool:
    """Whether the day is a general holiday by the law of that day."""
    waarden = [
        w for sleutel, regel in recht.waarden.items() if sleutel.startswith(_SOORT) and (w := regel.op(dag))
    ]
    return any(_valt_op(waarde.waarde, dag) for waarde in waarden)


def _valt_op(wanneer: str, dag: dt.date) -> bool:
    """`mm-dd`, `pasen+n`, or `mm-dd, niet op zondag`, which moves to the Saturday before."""
    wanneer, _, schuift = wanneer.partition(",")
    soort, _, dagen = wanneer.partition("+")
    if soort == "pasen":
        return dag == easter(dag.year) + int(dagen) * DAG
    feest = dt.date.fromisoformat(f"{dag.year:04}-{wanneer}")
    return dag == (feest - DAG if schuift and feest.isoweekday() == _ZONDAG else feest)
