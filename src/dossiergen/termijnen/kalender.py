"""The calendar of one absence: counted days, the end, and every milestone."""

import datetime as dt
from dataclasses import dataclass

from dossiergen.errors import RechtOnbekend
from dossiergen.finding import Overtreding
from dossiergen.recht import Protocol, Recht, recht
from dossiergen.termijnen.aow import aow_datum
from dossiergen.termijnen.begin import meldingen, opvolging, probleemanalyse_en_plan
from dossiergen.termijnen.halverwege import eerste_jaar, verkorte_wachttijd
from dossiergen.termijnen.mijlpaal import Mijlpaal
from dossiergen.termijnen.samenstelling import samenstelling
from dossiergen.termijnen.slot import aanloop, einde_van_de_wachttijd, slotstukken, verslag_en_aanvraag
from dossiergen.termijnen.teldagen import Teldagen
from dossiergen.termijnen.verloop import Verloop
from dossiergen.termijnen.wachttijd import Einde, einde
from dossiergen.zaak import Zaak
from dossiergen.zaak.gegevens import Verslagsoort

__all__ = ["Kalender", "kalender"]

_DELEN = (
    meldingen,
    probleemanalyse_en_plan,
    opvolging,
    verkorte_wachttijd,
    eerste_jaar,
    aanloop,
    slotstukken,
    verslag_en_aanvraag,
    einde_van_de_wachttijd,
)


@dataclass(frozen=True, slots=True)
class Kalender:
    """What follows from an absence on a day. `open_sinds`: from then on dates rest on a join that nobody decided."""

    eerste_ziektedag: dt.date
    teldagen: Teldagen
    einde: Einde
    aow: dt.date | None
    uit_dienst: dt.date | None
    """Last day of an employment that ends during the illness and before the waiting period does."""
    verslagsoort: Verslagsoort
    na_dienstverband: bool
    """The employment had ended before the illness began."""
    open_sinds: dt.date | None
    mijlpalen: tuple[Mijlpaal, ...]

    @property
    def aow_in_verzuim(self) -> bool:
        """Whether the AOW age is reached while the waiting period, or the illness, still runs."""
        if self.aow is None:
            return False
        einde, laatste = self.einde.uiteindelijk, self.teldagen.laatste
        return self.aow < einde if einde else laatste is not None and self.aow <= laatste

    def mijlpaal(self, sleutel: str, volgnummer: int | None = None) -> Mijlpaal:
        """The milestone with this key. Raises KeyError where the case has none."""
        for mijlpaal in self.mijlpalen:
            if mijlpaal.sleutel == sleutel and volgnummer in {None, mijlpaal.volgnummer}:
                return mijlpaal
        raise KeyError(sleutel)

    def alle(self, sleutel: str) -> tuple[Mijlpaal, ...]:
        """The milestones with this key, such as every evaluation."""
        return tuple(mijlpaal for mijlpaal in self.mijlpalen if mijlpaal.sleutel == sleutel)


def kalender(
    zaak: Zaak, peildatum: dt.date, protocollen: tuple[Protocol, ...] = ()
) -> tuple[Kalender | None, tuple[Overtreding, ...]]:
    """The calendar, and what is wrong or undecided about the absence. Without a calendar no date would be right."""
    wet = recht()
    try:
        return _kalender(zaak, peildatum, protocollen, wet)
    except RechtOnbekend:
        return None, (Overtreding("CAL-37", "zaak.yaml", ("verzuim", "eerste_ziektedag")),)


def _kalender(
    zaak: Zaak, peildatum: dt.date, protocollen: tuple[Protocol, ...], wet: Recht
) -> tuple[Kalender | None, tuple[Overtreding, ...]]:
    verzuim = zaak.gegevens.verzuim
    samen, bezwaren = samenstelling(verzuim, wet, peildatum)
    if samen is None:
        return None, bezwaren
    eind, over_besluiten = einde(verzuim, samen, wet)
    aow = aow_datum(zaak.gegevens.werknemer.geboortedatum, wet)
    verloop = Verloop(zaak, peildatum, wet, samen, eind, aow, protocollen)
    mijlpalen = [mijlpaal for deel in _DELEN for mijlpaal in deel(verloop)]
    uitkomst = Kalender(
        eerste_ziektedag=verzuim.eerste_ziektedag,
        teldagen=samen.teldagen,
        einde=eind,
        aow=aow,
        uit_dienst=verloop.uit_dienst,
        verslagsoort=verloop.verslagsoort,
        na_dienstverband=verloop.na_dienstverband,
        open_sinds=samen.open_sinds,
        mijlpalen=tuple(sorted(mijlpalen, key=lambda m: m.uiterlijk or dt.date.max)),
    )
    return uitkomst, (*bezwaren, *over_besluiten)
