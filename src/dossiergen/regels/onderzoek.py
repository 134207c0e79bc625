"""What the rules look at: a case on a day, with its calendar counted once."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypedDict, TypeVar, Unpack

from dossiergen.finding import Ernst, Overtreding
from dossiergen.overzicht import Gebrek, Onderdeel, onderdelen_en_gebreken
from dossiergen.recht import Recht
from dossiergen.second_opinion import Werkwijze
from dossiergen.termijnen import Kalender
from dossiergen.zaak import Status, Stuk, Zaak
from dossiergen.zaak.gegevens import Verzuim
from dossiergen.zaak.second_opinion import SecondOpinion
from dossiergen.zaak.stukgegevens import Stukgegevens

__all__ = ["Onderzoek", "Verzoekonderzoek"]

G = TypeVar("G", bound=Stukgegevens)


@dataclass(frozen=True)
class Onderzoek:
    """A case on the peildatum. `kalender` is None where the absence itself is wrong; `bezwaren` says why."""

    zaak: Zaak
    peildatum: dt.date
    recht: Recht
    kalender: Kalender | None
    bezwaren: tuple[Overtreding, ...]

    @property
    def verzuim(self) -> Verzuim:
        return self.zaak.gegevens.verzuim

    @property
    def eerste_ziektedag(self) -> dt.date:
        return self.verzuim.eerste_ziektedag

    @cached_property
    def _op_soort(self) -> Mapping[type, tuple[Stuk, ...]]:
        soorten: dict[type, list[Stuk]] = {}
        for stuk in self.zaak.stukken:
            soorten.setdefault(type(stuk.gegevens), []).append(stuk)
        return {
            soort: tuple(sorted(stukken, key=lambda s: (s.gegevens.datum, s.volgnummer or 0)))
            for soort, stukken in soorten.items()
        }

    def stukken(self, model: type[Stukgegevens]) -> tuple[Stuk, ...]:
        """The documents of exactly this model, by date."""
        return self._op_soort.get(model, ())

    def gegevens(self, model: type[G]) -> tuple[G, ...]:
        """Their data."""
        return tuple(stuk.gegevens for stuk in self.stukken(model) if isinstance(stuk.gegevens, model))

    def eerste(self, model: type[G]) -> G | None:
        """The data of the first of them; None where there is none."""
        return next(iter(self.gegevens(model)), None)

    def eerste_stuk(self, model: type[Stukgegevens]) -> Stuk | None:
        """The first of them that is no draft, or else the first draft."""
        stukken = self.stukken(model)
        vast = (stuk for stuk in stukken if stuk.gegevens.status is not Status.CONCEPT)
        return next(vast, next(iter(stukken), None))

    def vastgesteld(self, model: type[G]) -> tuple[G, ...]:
        """Those that are no draft."""
        return tuple(g for g in self.gegevens(model) if g.status is not Status.CONCEPT)

    @cached_property
    def inventaris(self) -> tuple[tuple[Onderdeel, ...], tuple[Gebrek, ...]]:
        """The elements of the verslag and what is missing, on the day that the verslag tells of."""
        return onderdelen_en_gebreken(self.zaak, self.kalender, self.peildatum)


class Bijzonderheden(TypedDict, total=False):
    """What an Overtreding may have besides its place."""

    melding: str
    ernst: Ernst | None
    oplossing: str
    voorstel: str
    elders: tuple[tuple[str, tuple[str | int, ...]], ...]
    stopt: bool | None


@dataclass(frozen=True)
class Verzoekonderzoek:
    """A request for a second opinion, with the case that it belongs to. `werkwijze`: the provider's practice."""

    wat: Onderzoek
    verzoek: SecondOpinion
    bestand: str
    pad: tuple[str | int, ...]
    werkwijze: Werkwijze | None

    def overtreding(self, code: str, *pad: str | int, **rest: Unpack[Bijzonderheden]) -> Overtreding:
        """At a path below the request."""
        return Overtreding(code, self.bestand, (*self.pad, *pad), **rest)

    def hier(self, *pad: str | int) -> tuple[tuple[str, tuple[str | int, ...]], ...]:
        """Another place of the same request, as `elders`."""
        return ((self.bestand, (*self.pad, *pad)),)
