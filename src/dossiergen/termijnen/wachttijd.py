"""When the waiting period ends, and what moved that day (Wet WIA art. 23 to 25)."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from dossiergen.recht import Recht
from dossiergen.termijnen.samenstelling import Samenstelling
from dossiergen.termijnen.teldagen import DAG, Teldagen, zonder
from dossiergen.zaak.gegevens import Loonsanctie, VerkorteWachttijd, Verlenging, Verzuim

__all__ = ["Einde", "Eindgrond", "einde", "zonder_verlof_verder"]


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


def einde(verzuim: Verzuim, samenstelling: Samenstelling, recht: Recht) -> Einde:
    """The end of the waiting period with everything that UWV or the parties decided about it."""
    dag = verzuim.eerste_ziektedag
    vol = samenstelling.teldagen.na(recht.dagen("wachttijd", dag))
    verkort = _toegekend(verzuim.verkorte_wachttijd)
    if verkort and (vol is None or verkort < vol):
        return Einde(vol, verkort, verkort, Eindgrond.VERKORT)
    if vol is None:
        return Einde(None, None, None, Eindgrond.WACHTTIJD)
    verlengd = _verlengd(verzuim.verlenging, vol)
    tot = verlengd or vol
    if verzuim.loonsanctie:
        return Einde(
            vol, tot, _na_sanctie(verzuim.loonsanctie, tot, samenstelling, recht), Eindgrond.LOONSANCTIE
        )
    return Einde(vol, tot, tot, Eindgrond.VERLENGD if verlengd else Eindgrond.WACHTTIJD)


def _toegekend(aanvragen: Sequence[VerkorteWachttijd]) -> dt.date | None:
    return next((aanvraag.toegekend_per for aanvraag in aanvragen if aanvraag.toegekend_per), None)


def _verlengd(verlenging: Verlenging | None, vol: dt.date) -> dt.date | None:
    """Only together can they extend it, and only to a later day."""
    if verlenging is None or not verlenging.gezamenlijk:
        return None
    tot = min(verlenging.verkort_tot_en_met or verlenging.tot_en_met, verlenging.tot_en_met) + DAG
    return tot if tot > vol else None


def _na_sanctie(sanctie: Loonsanctie, tot: dt.date, samenstelling: Samenstelling, recht: Recht) -> dt.date:
    """A sanction runs on through calendar days, leave interrupts it, and repair ends it (art. 25 lid 9, 12-14).

    UWV has some weeks to decide on a reported repair and the sanction ends some weeks after that decision;
    the days that UWV is late come off these weeks, but it never ends before the decision.
    """
    dag = samenstelling.teldagen.eerste
    hoogste = recht.dagen("loonsanctie_hoogste_duur", dag)
    vol = zonder_verlof_verder(tot, min(7 * sanctie.weken, hoogste), samenstelling.verlof)
    gemeld = sanctie.herstel_gemeld_op
    if gemeld is None:
        return vol
    uiterlijk = gemeld + recht.dagen("bekorting_besluit", dag) * DAG
    besluit = sanctie.besluit_bekorting_op or uiterlijk
    bekort = max(besluit, min(besluit, uiterlijk) + recht.dagen("bekorting_einde", dag) * DAG)
    return max(tot, min(vol, bekort))


def zonder_verlof_verder(vanaf: dt.date, dagen: int, verlof: Sequence[tuple[dt.date, dt.date]]) -> dt.date:
    """The day after so many days from `vanaf` on, days of leave not counted."""
    return Teldagen(tuple(zonder((vanaf, None), verlof))).na(dagen) or vanaf
