"""Many cases beside each other: what is late, what is next, what that risks, and which case comes first."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from dossiergen.dossier.status import Zaakstatus
from dossiergen.termijnen import Gevolg, Mijlpaal, Risico, Stand, Wie, gevolgen

__all__ = ["Caseload", "Caseloadregel", "Selectie", "Taak", "caseload", "regel_van"]

_ZWAARTE = {risico: nummer for nummer, risico in enumerate(Risico, 1)}
_ZONDER_RISICO = len(Risico) + 1


@dataclass(frozen=True, slots=True)
class Taak:
    """A milestone that somebody in the case has to meet, on the peildatum.

    `dagen` is how many days there are left: 0 today, less than that when it is late. Of one that was met
    late, how many days it was late then, as a negative number too.
    """

    mijlpaal: Mijlpaal
    uiterlijk: dt.date
    dagen: int
    gevolgen: tuple[Gevolg, ...]

    @property
    def te_laat(self) -> int:
        """How many days late."""
        return -self.dagen


@dataclass(frozen=True, slots=True)
class Caseloadregel:
    """One case. `leesbaar` is nee where there is no calendar, and so no answer to what is late."""

    status: Zaakstatus
    leesbaar: bool
    te_laat: tuple[Taak, ...]
    te_laat_gedaan: tuple[Taak, ...]
    """Met after its day: nothing can be done, but UWV may still hold it against the employer."""
    komend: tuple[Taak, ...]

    @property
    def eerstvolgende(self) -> Taak | None:
        return self.komend[0] if self.komend else None

    @property
    def risicos(self) -> tuple[Risico, ...]:
        """Of all that is late and still to be done, the heaviest first."""
        lopen = {gevolg.risico for taak in self.te_laat for gevolg in taak.gevolgen}
        return tuple(risico for risico in Risico if risico in lopen)

    @property
    def zwaarste(self) -> Taak | None:
        """Of what is late the oldest with the heaviest risk."""
        return min(self.te_laat, key=_zwaarte, default=None)

    @property
    def urgentie(self) -> tuple[int, dt.date, str]:
        """What to sort by.

        First what cannot be read, which may hide anything; then late by the heaviest risk and the oldest day;
        then the rest by the nearest day to come, at the end what is late without a known risk and nothing more.
        """
        taak = self.zwaarste if self.risicos else self.eerstvolgende
        return self._rang, taak.uiterlijk if taak else dt.date.max, self.status.naam

    @property
    def _rang(self) -> int:
        if not self.leesbaar:
            return 0
        if self.risicos and self.zwaarste:
            return _zwaarte(self.zwaarste)
        return _ZONDER_RISICO + (0 if self.komend else 1 if self.te_laat else 2)


@dataclass(frozen=True, slots=True)
class Selectie:
    """Which cases are shown. What cannot be read is left out only where it is known to be another's."""

    binnen: dt.date | None = None
    """Something is late, or due on this day or before."""
    werkgevers: frozenset[str] = frozenset()
    casemanagers: frozenset[str] = frozenset()

    def past(self, regel: Caseloadregel) -> bool:
        status = regel.status
        hoort = _hoort(status.werkgever, self.werkgevers) and _hoort(status.casemanager, self.casemanagers)
        return hoort and (self.binnen is None or not regel.leesbaar or self._speelt(regel, self.binnen))

    @staticmethod
    def _speelt(regel: Caseloadregel, tot_en_met: dt.date) -> bool:
        eerst = regel.eerstvolgende
        return bool(regel.te_laat) or (eerst is not None and eerst.uiterlijk <= tot_en_met)


@dataclass(frozen=True, slots=True)
class Caseload:
    """The cases that were asked for, the most urgent first."""

    peildatum: dt.date
    regels: tuple[Caseloadregel, ...]
    weggelaten: int
    binnen: dt.date | None
    volledig: bool
    """Whether these are all cases of a folder: one that is not among them is no more."""


def caseload(statussen: Iterable[Zaakstatus], peildatum: dt.date, selectie: Selectie) -> Caseload:
    """Sorted, and without what was not asked for."""
    alle = [regel_van(status) for status in statussen]
    gekozen = sorted((regel for regel in alle if selectie.past(regel)), key=lambda regel: regel.urgentie)
    volledig = selectie == Selectie() and len(alle) > 1
    return Caseload(peildatum, tuple(gekozen), len(alle) - len(gekozen), selectie.binnen, volledig)


def regel_van(status: Zaakstatus) -> Caseloadregel:
    """One case by itself."""
    mijlpalen = status.kalender.mijlpalen if status.kalender else ()
    van_de_zaak = [mijlpaal for mijlpaal in mijlpalen if set(mijlpaal.wie) - {Wie.UWV}]

    def taken(stand: Stand) -> tuple[Taak, ...]:
        gevonden = (_taak(m, status) for m in van_de_zaak if m.stand is stand)
        return tuple(taak for taak in gevonden if taak)

    return Caseloadregel(
        status=status,
        leesbaar=status.kalender is not None,
        te_laat=taken(Stand.TE_LAAT),
        te_laat_gedaan=taken(Stand.TE_LAAT_VOLDAAN),
        komend=taken(Stand.OPEN),
    )


def _taak(mijlpaal: Mijlpaal, status: Zaakstatus) -> Taak | None:
    if mijlpaal.uiterlijk is None:
        return None
    dagen = (mijlpaal.uiterlijk - (mijlpaal.voldaan_op or status.peildatum)).days
    einde = status.kalender.einde.uiteindelijk if status.kalender else None
    # UWV decides on it before wages stop (Wet WIA art. 25 lid 10); after that day nothing is left to prolong.
    voorbij = einde is not None and einde <= status.peildatum
    lopen = (g for g in gevolgen(mijlpaal) if not (voorbij and g.risico is Risico.LOONSANCTIE))
    return Taak(mijlpaal, mijlpaal.uiterlijk, dagen, tuple(lopen))


def _zwaarte(taak: Taak) -> int:
    return min((_ZWAARTE[gevolg.risico] for gevolg in taak.gevolgen), default=_ZONDER_RISICO)


def _hoort(sleutel: str, gevraagd: frozenset[str]) -> bool:
    return not gevraagd or not sleutel or sleutel in gevraagd
