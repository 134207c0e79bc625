"""Runs all rules over a case."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from dossiergen.finding import Ernst, Overtreding
from dossiergen.recht import recht
from dossiergen.regels.onderzoek import Onderzoek, Verzoekonderzoek
from dossiergen.regels.regel import Stukregel
from dossiergen.regels.register import register
from dossiergen.termijnen import kalender
from dossiergen.zaak import Status, Stuk, Zaak
from dossiergen.zaak.stukgegevens import Stukgegevens

__all__ = ["controleer", "controleer_stuk", "controleer_verzoek", "onderzoek"]


def onderzoek(zaak: Zaak, peildatum: dt.date) -> Onderzoek:
    """A case on a day, with its calendar."""
    uitkomst, bezwaren = kalender(zaak, peildatum)
    return Onderzoek(zaak, peildatum, recht(), uitkomst, bezwaren)


def controleer(wat: Onderzoek) -> Iterator[Overtreding]:
    """Every violation of every rule: of the case, then document by document."""
    for zaakregel in register().zaakregels:
        if zaakregel.geldt_op(wat.eerste_ziektedag):
            yield from zaakregel.toets(wat)
    for stuk in wat.zaak.stukken:
        yield from controleer_stuk(wat, stuk)


def controleer_stuk(wat: Onderzoek, stuk: Stuk) -> Iterator[Overtreding]:
    """Every violation of the rules about one document, which need not be of the open part."""
    gegevens = stuk.gegevens
    for regel in _regels_voor(type(gegevens)):
        if regel.geldt_op(gegevens.datum):
            for overtreding in regel.toets(wat, stuk, gegevens):
                yield _mild(regel, overtreding) if gegevens.status is Status.CONCEPT else overtreding


def controleer_verzoek(over: Verzoekonderzoek) -> Iterator[Overtreding]:
    """Every violation of the rules about a request for a second opinion as a whole."""
    for regel in register().verzoekregels:
        if regel.geldt_op(over.verzoek.verzoek.ontvangen_op):
            yield from regel.toets(over)


@cache
def _regels_voor(model: type[Stukgegevens]) -> tuple[Stukregel, ...]:
    return tuple(regel for regel in register().stukregels if issubclass(model, regel.model))


def _mild(regel: Stukregel, overtreding: Overtreding) -> Overtreding:
    """A draft may still miss what a fixed document must have."""
    ernst = overtreding.ernst or regel.soort.ernst
    if regel.concept_mag and ernst is Ernst.FOUT:
        return replace(overtreding, ernst=Ernst.WAARSCHUWING)
    return overtreding
