"""Form and rules of a case together, every finding at its place."""

import datetime as dt
from collections.abc import Iterator

from dossiergen.finding import CATALOGUS, Finding, op_plaats
from dossiergen.regels import controleer
from dossiergen.zaak import GeladenZaak
from dossiergen.zaak.yaml import pad_tekst

__all__ = ["controleer_zaak"]


def controleer_zaak(geladen: GeladenZaak, peildatum: dt.date) -> tuple[Finding, ...]:
    """All findings of a case, sorted by place. Without a readable case only those of form."""
    return op_plaats((*geladen.findings, *_overtredingen(geladen, peildatum)))


def _overtredingen(geladen: GeladenZaak, peildatum: dt.date) -> Iterator[Finding]:
    if geladen.zaak is None:
        return
    for overtreding in controleer(geladen.zaak, peildatum):
        plaats = geladen.plaats(overtreding.bestand, overtreding.pad)
        pad = pad_tekst(overtreding.pad)
        yield CATALOGUS[overtreding.code].finding(plaats, overtreding.melding, pad=pad)
