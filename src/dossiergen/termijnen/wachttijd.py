"""When the waiting period ends, and what moved that day (Wet WIA art. 23 to 25)."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from dossiergen.finding import Ernst, Overtreding
from dossiergen.recht import Recht
from dossiergen.termijnen.besluiten import Toetser
from dossiergen.termijnen.samenstelling import Samenstelling
from dossiergen.termijnen.teldagen import DAG, Teldagen, zonder
from dossiergen.zaak.gegevens import Loonsanctie, Verlenging, Verzuim

__all__ = ["Einde", "Eindgrond", "einde"]


class Eindgrond(StrEnum):
    """Why the waiting period, or the duty to pay wages, ends when it does."""

    WACHTTIJD = "wachttijd"
    VERKORT = "verkorte_wachttijd"
    VERLENGD = "verlenging"
    LOONSANCTIE = "loonsanctie"


@dataclass(frozen=True, slots=True)
class Einde:
    """Each day is the first one after: the first day of a benefit. None: the illness ends before.

    `wachttijd` is after the full waiting period, `verslag` the day that application and verslag are counted
    back from (after an extension, which moves them), `uiteindelijk` when wages stop, a sanction included.
    """

    wachttijd: dt.date | None
    verslag: dt.date | None
    uiteindelijk: dt.date | None
    grond: Eindgrond

    @property
    def is_verlengd(self) -> bool:
        return self.grond is not Eindgrond.VERKORT and self.verslag != self.wachttijd


def einde(
    verzuim: Verzuim, samenstelling: Samenstelling, recht: Recht
) -> tuple[Einde, tuple[Overtreding, ...]]:
    """The end with everything that UWV or the parties decided about it, and what is wrong with those decisions.

    A decision that the law does not allow moves nothing.
    """
    toetser = Toetser(verzuim, samenstelling, recht)
    vol = samenstelling.teldagen.na(recht.dagen("wachttijd", verzuim.eerste_ziektedag))
    bezwaren: list[Overtreding] = []
    verkort = _verkort(toetser, bezwaren)
    if verkort and (vol is None or verkort < vol):
        return Einde(vol, verkort, verkort, Eindgrond.VERKORT), tuple(bezwaren)
    if vol is None:
        return Einde(None, None, None, Eindgrond.WACHTTIJD), tuple(bezwaren)
    verlengd = _verlengd(toetser, verzuim.verlenging, vol, bezwaren)
    tot = verlengd or vol
    sanctie = _sanctie(toetser, verzuim.loonsanctie, tot, bezwaren)
    if sanctie:
        return Einde(vol, tot, sanctie, Eindgrond.LOONSANCTIE), tuple(bezwaren)
    return Einde(vol, tot, tot, Eindgrond.VERLENGD if verlengd else Eindgrond.WACHTTIJD), tuple(bezwaren)


def _kan(nieuw: list[Overtreding], bezwaren: list[Overtreding]) -> bool:
    bezwaren += nieuw
    return not any(bezwaar.ernst is Ernst.FOUT for bezwaar in nieuw)


def _verkort(toetser: Toetser, bezwaren: list[Overtreding]) -> dt.date | None:
    per = None
    for nummer, aanvraag in enumerate(toetser.verzuim.verkorte_wachttijd):
        if _kan([*toetser.verkorting(nummer, aanvraag)], bezwaren):
            per = per or aanvraag.toegekend_per
    return per


def _verlengd(
    toetser: Toetser, verlenging: Verlenging | None, vol: dt.date, bezwaren: list[Overtreding]
) -> dt.date | None:
    if verlenging is None or not _kan([*toetser.verlenging(verlenging, vol)], bezwaren):
        return None
    kan = _kan([*toetser.verkorte_verlenging(verlenging)], bezwaren)
    verkort = verlenging.verkort_tot_en_met if kan else None
    return (verkort or verlenging.tot_en_met) + DAG


def _sanctie(
    toetser: Toetser, sanctie: Loonsanctie | None, tot: dt.date, bezwaren: list[Overtreding]
) -> dt.date | None:
    """A sanction runs on through calendar days, leave interrupts it, and repair ends it (art. 25 lid 9, 12-14).

    UWV has some weeks to decide on a reported repair and the sanction ends some weeks after that decision;
    the days that UWV is late come off these weeks, but it never ends before the decision.
    """
    if sanctie is None or not _kan([*toetser.loonsanctie(sanctie, tot)], bezwaren):
        return None
    vol = _zonder_verlof_verder(tot, 7 * sanctie.weken, toetser.samenstelling.verlof)
    gemeld = sanctie.herstel_gemeld_op
    if gemeld is None:
        return vol
    uiterlijk = gemeld + toetser.duur("bekorting_besluit")
    besluit = sanctie.besluit_bekorting_op or uiterlijk
    bekort = max(besluit, min(besluit, uiterlijk) + toetser.duur("bekorting_einde"))
    return max(tot, min(vol, bekort))


def _zonder_verlof_verder(vanaf: dt.date, dagen: int, verlof: Sequence[tuple[dt.date, dt.date]]) -> dt.date:
    """The day after so many days from `vanaf` on, days of leave not counted."""
    return Teldagen(tuple(zonder((vanaf, None), verlof))).na(dagen) or vanaf
