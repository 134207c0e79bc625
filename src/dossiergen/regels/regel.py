"""What a rule is: a kind of finding, the law it rests on, and a test that yields violations."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from dossiergen.finding import Overtreding, Soort
from dossiergen.recht import recht
from dossiergen.regels.onderzoek import Onderzoek, Verzoekonderzoek
from dossiergen.zaak import Stuk
from dossiergen.zaak.stukgegevens import Stukgegevens

__all__ = ["Regel", "Stukregel", "Verzoekregel", "Zaakregel", "stukregel", "verzoekregel", "zaakregel"]

G = TypeVar("G", bound=Stukgegevens)
Zaaktoets = Callable[[Onderzoek], Iterator[Overtreding]]
Verzoektoets = Callable[[Verzoekonderzoek], Iterator[Overtreding]]


@dataclass(frozen=True)
class Regel:
    """One rule. `rechtswaarden` are the keys of dated law that it reads."""

    soort: Soort
    rechtswaarden: tuple[str, ...]

    @cached_property
    def geldig(self) -> tuple[dt.date | None, dt.date | None]:
        """From which day, and until before which, the law behind it is in force; None: no limit known."""
        if not self.rechtswaarden:
            return None, None
        waarden = [w for w in recht().waarden[self.rechtswaarden[0]].waarden if w.waarde != "nee"]
        return waarden[0].vanaf, waarden[-1].tot

    def geldt_op(self, dag: dt.date) -> bool:
        vanaf, tot = self.geldig
        return (vanaf is None or vanaf <= dag) and (tot is None or dag < tot)


@dataclass(frozen=True)
class Zaakregel(Regel):
    """A rule about the case as a whole; its law is that of the first day of illness."""

    toets: Zaaktoets


@dataclass(frozen=True)
class Stukregel(Regel):
    """A rule about each document of a model; its law is that of the document's date.

    With `concept_mag`, a fout is a waarschuwing as long as the document is a draft.
    """

    model: type[Stukgegevens]
    concept_mag: bool
    toets: Callable[[Onderzoek, Stuk, Any], Iterator[Overtreding]]


@dataclass(frozen=True)
class Verzoekregel(Regel):
    """A rule about a request for a second opinion as a whole; its law is that of the day of the request."""

    toets: Verzoektoets


def verzoekregel(soort: Soort, *rechtswaarden: str) -> Callable[[Verzoektoets], Verzoekregel]:
    """Make a rule of a generator over a request. The first of `rechtswaarden` says when the rule is in force."""

    def maak(toets: Verzoektoets) -> Verzoekregel:
        return Verzoekregel(soort, rechtswaarden, toets)

    return maak


def zaakregel(soort: Soort, *rechtswaarden: str) -> Callable[[Zaaktoets], Zaakregel]:
    """Make a rule of a generator over a case. The first of `rechtswaarden` says when the rule is in force."""

    def maak(toets: Zaaktoets) -> Zaakregel:
        return Zaakregel(soort, rechtswaarden, toets)

    return maak


def stukregel(
    soort: Soort, model: type[G], *rechtswaarden: str, concept_mag: bool = False
) -> Callable[[Callable[[Onderzoek, Stuk, G], Iterator[Overtreding]]], Stukregel]:
    """Make a rule of a generator over every document of `model`; the third argument is its data."""

    def maak(toets: Callable[[Onderzoek, Stuk, G], Iterator[Overtreding]]) -> Stukregel:
        return Stukregel(soort, rechtswaarden, model, concept_mag, toets)

    return maak
