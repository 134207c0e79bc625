"""Rules that the counting of days applies itself: it could not count otherwise."""

from collections.abc import Iterator

from dossiergen.finding import Overtreding, Soort
from dossiergen.regels.onderzoek import Onderzoek
from dossiergen.regels.regel import Zaakregel

__all__ = ["van_de_telling"]


def van_de_telling(soort: Soort) -> Zaakregel:
    """The rule whose violations the calendar reports."""

    def toets(wat: Onderzoek) -> Iterator[Overtreding]:
        return (bezwaar for bezwaar in wat.bezwaren if bezwaar.code == soort.code)

    return Zaakregel(soort, (), toets)
