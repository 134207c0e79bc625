"""What UWV or the parties decided about the waiting period, and whether the law allows it.

A decision that cannot be moves no date: CAL-27, CAL-29 and CAL-30 say why.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from dossiergen.finding import Ernst, Overtreding
from dossiergen.recht import Recht
from dossiergen.termijnen.samenstelling import Samenstelling
from dossiergen.termijnen.teldagen import DAG, Teldagen
from dossiergen.zaak.gegevens import Loonsanctie, VerkorteWachttijd, Verlenging, Verzuim
from dossiergen.zaak.yaml import Pad

__all__ = ["Toetser"]


@dataclass(frozen=True, slots=True)
class Toetser:
    """Holds decisions against the law of the first day of illness."""

    verzuim: Verzuim
    samenstelling: Samenstelling
    recht: Recht

    @property
    def teldagen(self) -> Teldagen:
        return self.samenstelling.teldagen

    def duur(self, sleutel: str) -> dt.timedelta:
        return self.recht.dagen(sleutel, self.verzuim.eerste_ziektedag) * DAG

    def getal(self, sleutel: str) -> int:
        return self.recht.getal(sleutel, self.verzuim.eerste_ziektedag)

    def op(self, sleutel: str) -> dt.date | None:
        """The counted day on which the term has passed."""
        return self.teldagen.dag(self.recht.dagen(sleutel, self.verzuim.eerste_ziektedag))

    def verkorting(self, nummer: int, aanvraag: VerkorteWachttijd) -> Iterator[Overtreding]:
        """CAL-27: a second time, too early, too late, or granted for a day that the law does not allow."""
        pad: Pad = ("verkorte_wachttijd", nummer)
        if nummer >= self.getal("verkorte_wachttijd_keren"):
            yield _bezwaar("CAL-27", pad, "Een tweede aanvraag kan niet.")
        vanaf, uiterlijk = self.op("verkorte_wachttijd_vanaf"), self.op("verkorte_wachttijd_uiterlijk")
        if vanaf is None or aanvraag.aangevraagd_op < vanaf:
            yield _bezwaar("CAL-27", (*pad, "aangevraagd_op"), "Deze aanvraag is te vroeg.")
        elif uiterlijk and aanvraag.aangevraagd_op > uiterlijk:
            yield _bezwaar("CAL-27", (*pad, "aangevraagd_op"), "Deze aanvraag is te laat.")
        per = aanvraag.toegekend_per
        if per is None:
            return
        minst, meest = self.op("verkorte_wachttijd_minimaal"), self.op("verkorte_wachttijd_maximaal")
        na_aanvraag = aanvraag.aangevraagd_op + self.duur("verkorte_wachttijd_na_aanvraag")
        if minst is None or per < max(minst, na_aanvraag) or (meest and per > meest):
            melding = "De verkorte wachttijd eindigt op een dag die de wet niet toelaat."
            yield _bezwaar("CAL-27", (*pad, "toegekend_per"), melding)

    def verlenging(self, verlenging: Verlenging, einde: dt.date) -> Iterator[Overtreding]:
        """CAL-30: not asked together or in time, or too short."""
        pad: Pad = ("verlenging",)
        if not verlenging.gezamenlijk:
            yield _bezwaar(
                "CAL-30", (*pad, "gezamenlijk"), "Een verlenging vragen werkgever en werknemer samen."
            )
        if verlenging.aangevraagd_op >= einde:
            melding = "Een verlenging wordt gevraagd voordat de wachttijd voorbij is."
            yield _bezwaar("CAL-30", (*pad, "aangevraagd_op"), melding)
        if verlenging.tot_en_met + DAG < einde + self.duur("verlenging_minimaal"):
            melding = f"Een verlenging duurt minstens {self.getal('verlenging_minimaal')} weken."
            yield _bezwaar("CAL-30", (*pad, "tot_en_met"), melding)

    def verkorte_verlenging(self, verlenging: Verlenging) -> Iterator[Overtreding]:
        """CAL-30: an extension that is shortened in a way that is none."""
        verkort, gevraagd = verlenging.verkort_tot_en_met, verlenging.verkorting_gevraagd_op
        if verkort is None:
            return
        pad: Pad = ("verlenging", "verkort_tot_en_met")
        if verkort > verlenging.tot_en_met:
            yield _bezwaar("CAL-30", pad, "Een verkorting eindigt niet later dan de verlenging zelf.")
        if gevraagd is None:
            yield _bezwaar("CAL-30", pad, "Wanneer de verkorting is gevraagd, ontbreekt.")
        elif verkort + DAG < gevraagd + self.duur("verlenging_verkorting"):
            weken = self.getal("verlenging_verkorting")
            yield _bezwaar(
                "CAL-30", pad, f"Een verkorting gaat op zijn vroegst {weken} weken na het verzoek in."
            )

    def loonsanctie(self, sanctie: Loonsanctie, einde: dt.date) -> Iterator[Overtreding]:
        """CAL-29: too long, decided before there was an application or after the end, or repaired before it began."""
        pad: Pad = ("loonsanctie",)
        hoogste = self.getal("loonsanctie_hoogste_duur")
        if sanctie.weken > hoogste:
            yield _bezwaar("CAL-29", (*pad, "weken"), f"Een loonsanctie duurt hooguit {hoogste} weken.")
        brief = self.op("brief_uwv")
        if brief and sanctie.besluit_op < brief:
            melding = "UWV beslist pas over een loonsanctie na de WIA-aanvraag."
            yield _bezwaar("CAL-29", (*pad, "besluit_op"), melding)
        elif sanctie.besluit_op >= einde:
            melding = "UWV besliste toen de wachttijd al voorbij was; dat kan niet meer."
            yield _bezwaar("CAL-29", (*pad, "besluit_op"), melding)
        elif sanctie.besluit_op > einde - self.duur("besluit_loonsanctie_voor_einde"):
            melding = "UWV besliste later dan de wet voorschrijft. Laat nagaan wat dat betekent."
            yield _bezwaar("CAL-29", (*pad, "besluit_op"), melding, Ernst.OORDEEL)
        gemeld, bekort = sanctie.herstel_gemeld_op, sanctie.besluit_bekorting_op
        if gemeld and gemeld < sanctie.besluit_op:
            melding = "Herstel wordt gemeld na het besluit van UWV."
            yield _bezwaar("CAL-29", (*pad, "herstel_gemeld_op"), melding)
        if bekort and (gemeld is None or bekort < gemeld):
            melding = "UWV kan pas beslissen over herstel nadat het is gemeld."
            yield _bezwaar("CAL-29", (*pad, "besluit_bekorting_op"), melding)


def _bezwaar(code: str, pad: Pad, melding: str, ernst: Ernst = Ernst.FOUT) -> Overtreding:
    return Overtreding(code, "zaak.yaml", ("verzuim", *pad), melding, ernst)
