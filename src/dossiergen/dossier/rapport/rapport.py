"""The report of a batch: all rows in the order in which they need somebody, and what they add up to."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field

from dossiergen.dossier.rapport.regel import Rapportregel
from dossiergen.termijnen import Stand

__all__ = ["Gemist", "Personen", "Persoonsgegevens", "Rapport", "Telling", "Weekstand", "maak_rapport"]

# A quarter: what a team can plan.
_WEKEN = 13
_WEEK = dt.timedelta(weeks=1)
_WIA = "wia_aanvraag"


@dataclass(frozen=True, slots=True)
class Persoonsgegevens:
    """What somebody may ask to see of an employee; empty where the case does not have it."""

    naam: str = ""
    bsn: str = ""


@dataclass(frozen=True, slots=True)
class Personen:
    """What somebody asked to see of the employees: `noem` says which of it, `van` what there is, by kenmerk.

    What was asked stands in each row, also where no case has it.
    """

    noem: Collection[str] = ()
    van: Mapping[str, Persoonsgegevens] = field(default_factory=dict)

    def gegevens(self, kenmerk: str) -> Mapping[str, str]:
        """Of one case, always in the same order; empty values where it cannot be read."""
        alle = asdict(self.van.get(kenmerk, Persoonsgegevens()) if kenmerk else Persoonsgegevens())
        return {sleutel: waarde for sleutel, waarde in alle.items() if sleutel in self.noem}


@dataclass(frozen=True, slots=True)
class Telling:
    """How the cases of one employer stand, or of all. They add up."""

    werkgever: str
    zaken: int
    klaar: int
    niet_klaar: int
    mislukt: int


@dataclass(frozen=True, slots=True)
class Gemist:
    """A kind of milestone, and how often it is late or was met late."""

    sleutel: str
    titel: str
    te_laat: int
    te_laat_gedaan: int


@dataclass(frozen=True, slots=True)
class Weekstand:
    """How many milestones fall in a week, and how many of them are a WIA application."""

    maandag: dt.date
    termijnen: int
    wia: int


@dataclass(frozen=True, slots=True)
class Rapport:
    """The rows in order: what failed, then by the date of the WIA application, then by kenmerk."""

    peildatum: dt.date
    met_verslag: bool
    due: dt.date | None
    weggelaten: int
    regels: tuple[Rapportregel, ...]
    totaal: Telling
    werkgevers: tuple[Telling, ...]
    gemist: tuple[Gemist, ...]
    """The most often first."""
    te_laat: int
    """How many milestones are late now."""
    weken: tuple[Weekstand, ...]


def maak_rapport(
    regels: Iterable[Rapportregel],
    peildatum: dt.date,
    *,
    met_verslag: bool,
    weggelaten: int = 0,
    due: dt.date | None = None,
) -> Rapport:
    """The same whatever the order in which the rows come."""
    gesorteerd = tuple(sorted(regels, key=_volgorde))
    return Rapport(
        peildatum=peildatum,
        met_verslag=met_verslag,
        due=due,
        weggelaten=weggelaten,
        regels=gesorteerd,
        totaal=_telling("", gesorteerd),
        werkgevers=tuple(_per_werkgever(gesorteerd)),
        gemist=_gemist(gesorteerd),
        te_laat=sum(m.stand is Stand.TE_LAAT for regel in gesorteerd for m in regel.mijlpalen),
        weken=tuple(_weken(gesorteerd, peildatum)),
    )


def _volgorde(regel: Rapportregel) -> tuple[bool, dt.date, str, str]:
    return not regel.mislukt, regel.wia or dt.date.max, regel.kenmerk, regel.map


def _per_werkgever(regels: tuple[Rapportregel, ...]) -> Iterator[Telling]:
    """By key; what has none comes last."""
    groepen: dict[str, list[Rapportregel]] = defaultdict(list)
    for regel in regels:
        groepen[regel.werkgever].append(regel)
    for sleutel in sorted(groepen, key=lambda sleutel: (not sleutel, sleutel)):
        yield _telling(sleutel, groepen[sleutel])


def _telling(werkgever: str, regels: Iterable[Rapportregel]) -> Telling:
    standen = Counter("mislukt" if r.mislukt else "klaar" if r.klaar else "niet" for r in regels)
    return Telling(werkgever, standen.total(), standen["klaar"], standen["niet"], standen["mislukt"])


def _gemist(regels: tuple[Rapportregel, ...]) -> tuple[Gemist, ...]:
    titels: dict[str, Counter[str]] = defaultdict(Counter)
    standen: dict[str, Counter[Stand]] = defaultdict(Counter)
    for regel in regels:
        for mijlpaal in regel.mijlpalen:
            if mijlpaal.stand in {Stand.TE_LAAT, Stand.TE_LAAT_VOLDAAN}:
                titels[mijlpaal.sleutel][_zonder_nummer(mijlpaal.titel)] += 1
                standen[mijlpaal.sleutel][mijlpaal.stand] += 1
    alle = (
        # A kind may have more than one title; which one wins does not depend on the order of the rows.
        Gemist(sleutel, min(titels[sleutel], key=lambda t: (-titels[sleutel][t], t)),
               aantal[Stand.TE_LAAT], aantal[Stand.TE_LAAT_VOLDAAN])
        for sleutel, aantal in standen.items()
    )  # fmt: skip
    return tuple(sorted(alle, key=lambda g: (-g.te_laat - g.te_laat_gedaan, -g.te_laat, g.titel, g.sleutel)))


def _zonder_nummer(titel: str) -> str:
    """Evaluatie van het plan (3) is one of the evaluations."""
    kop, haakje, rest = titel.rpartition(" (")
    return kop if haakje and rest.removesuffix(")").isdigit() else titel


def _weken(regels: tuple[Rapportregel, ...], peildatum: dt.date) -> Iterator[Weekstand]:
    """From the week of the peildatum on; what is late already is not among them."""
    per_week: dict[dt.date, Counter[bool]] = defaultdict(Counter)
    for regel in regels:
        for mijlpaal in regel.mijlpalen:
            if mijlpaal.stand is Stand.OPEN:
                per_week[_maandag(mijlpaal.uiterlijk)][mijlpaal.sleutel == _WIA] += 1
    for nummer in range(_WEKEN):
        maandag = _maandag(peildatum) + nummer * _WEEK
        yield Weekstand(maandag, per_week[maandag].total(), per_week[maandag][True])


def _maandag(dag: dt.date) -> dt.date:
    return dag - dt.timedelta(days=dag.weekday())
