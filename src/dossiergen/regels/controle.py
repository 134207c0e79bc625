"""Runs all rules over a case."""

import datetime as dt
from collections.abc import Iterator

from dossiergen.regels.overtreding import Overtreding
from dossiergen.regels.stukken import REGELS
from dossiergen.regels.zaken import ZAAKREGELS
from dossiergen.zaak import Zaak

__all__ = ["Overtreding", "controleer"]


def controleer(zaak: Zaak, peildatum: dt.date) -> Iterator[Overtreding]:
    """Every problem of every rule: of the case, then in the order of the documents."""
    for zaakregel in ZAAKREGELS:
        yield from zaakregel(zaak)
    for stuk in zaak.stukken:
        for regel in REGELS:
            yield from regel(zaak, stuk, peildatum)
