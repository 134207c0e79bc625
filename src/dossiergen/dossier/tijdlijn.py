"""The milestones of one case on a line: what lies where, in percents of its width."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dossiergen.dossier.caseloadzinnen import wie
from dossiergen.dossier.status import Zaakstatus
from dossiergen.stukken.opmaak import datum
from dossiergen.termijnen import Mijlpaal, Stand

__all__ = ["Lijn", "Merkteken", "Punt", "Weekstreep", "lijn", "stand_van"]

_KLASSE = {Stand.OPEN: "open", Stand.TE_LAAT: "laat"}
_STAND = {
    Stand.OP_TIJD: "gedaan",
    Stand.TE_LAAT_VOLDAAN: "te laat gedaan",
    Stand.OPEN: "moet nog",
    Stand.TE_LAAT: "te laat",
    Stand.VERSTREKEN: "voorbij",
}
# Room for half a mark at both ends.
_RAND = 2
_HALF_JAAR = 26
# Nearer to an end than this, a word would not fit on a phone.
_KANT = 10


@dataclass(frozen=True, slots=True)
class Punt:
    """A milestone in words."""

    dag: str
    klasse: str
    stand: str
    titel: str
    wie: str


@dataclass(frozen=True, slots=True)
class Merkteken:
    x: str
    klasse: str


@dataclass(frozen=True, slots=True)
class Weekstreep:
    x: str
    naam: str
    kant: str
    """On which side of the drawing its words would fall off; empty where they would not."""


@dataclass(frozen=True, slots=True)
class Lijn:
    """A drawing, and the sentence that says the same to who does not see it."""

    uitleg: str
    nu: str | None
    """None where the peildatum lies outside the line."""
    punten: tuple[Merkteken, ...]
    weken: tuple[Weekstreep, ...]


def stand_van(mijlpaal: Mijlpaal) -> Punt:
    """One line of the list below the drawing."""
    gedaan = f", op {datum(mijlpaal.voldaan_op)}" if mijlpaal.voldaan_op else ""
    return Punt(
        dag=datum(mijlpaal.uiterlijk) if mijlpaal.uiterlijk else "geen datum",
        klasse=_klasse(mijlpaal),
        stand=_STAND[mijlpaal.stand],
        titel=f"{mijlpaal.titel}{gedaan}",
        wie=wie(mijlpaal),
    )


def lijn(status: Zaakstatus, mijlpalen: Sequence[Mijlpaal]) -> Lijn:
    """From the first day of illness to the last milestone."""
    kalender = status.kalender
    dagen = [m.uiterlijk for m in mijlpalen if m.uiterlijk]
    begin = kalender.eerste_ziektedag if kalender else min(dagen, default=status.peildatum)
    eind = max(dagen, default=begin)

    def plaats(dag: dt.date) -> float:
        deel = (dag - begin).days / max(1, (eind - begin).days)
        return _RAND + (100 - 2 * _RAND) * min(1, max(0, deel))

    weken = range(0, (eind - begin).days // 7 + 1, _HALF_JAAR)
    return Lijn(
        uitleg=_uitleg(begin, eind, mijlpalen),
        nu=_procent(plaats(status.peildatum)) if begin <= status.peildatum <= eind else None,
        punten=tuple(Merkteken(_procent(plaats(m.uiterlijk)), _klasse(m)) for m in mijlpalen if m.uiterlijk),
        weken=tuple(
            _streep(plaats(begin + dt.timedelta(weeks=week)), f"week {week}" if week else "begin")
            for week in weken
        ),
    )


def _streep(x: float, naam: str) -> Weekstreep:
    kant = "links" if x < _KANT else "rechts" if x > 100 - _KANT else ""
    return Weekstreep(_procent(x), naam, kant)


def _procent(x: float) -> str:
    return f"{x:.2f}"


def _klasse(mijlpaal: Mijlpaal) -> str:
    return _KLASSE.get(mijlpaal.stand, "gedaan")


def _uitleg(begin: dt.date, eind: dt.date, mijlpalen: Sequence[Mijlpaal]) -> str:
    aantal = Counter(_klasse(mijlpaal) for mijlpaal in mijlpalen)
    return (
        f"Tijdlijn van {datum(begin)} tot {datum(eind)}: {aantal['gedaan']} gedaan of voorbij, "
        f"{aantal['laat']} te laat, {aantal['open']} nog te doen. Hieronder staan ze op datum."
    )
