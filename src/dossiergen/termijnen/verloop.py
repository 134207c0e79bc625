"""The course of one absence: all that the milestones are worked out from, and how one is made."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from dossiergen.recht import Eenheid, Protocol, Recht
from dossiergen.termijnen.mijlpaal import Mijlpaal, Protocoldatum, Stand, Wie
from dossiergen.termijnen.opzet import Opzet
from dossiergen.termijnen.samenstelling import Samenstelling
from dossiergen.termijnen.teldagen import DAG, Teldagen
from dossiergen.termijnen.wachttijd import Einde, Eindgrond
from dossiergen.zaak import Status, Stuk, Zaak
from dossiergen.zaak.gegevens import Verslagsoort, Verzuim
from dossiergen.zaak.probleemanalyse import Probleemanalyse
from dossiergen.zaak.stukgegevens import Benutbaar, Stukgegevens

__all__ = ["MOGELIJKHEDEN", "ZONDER_PLAN", "Verloop"]

G = TypeVar("G", bound=Stukgegevens)

MOGELIJKHEDEN = frozenset({Benutbaar.JA, Benutbaar.MARGINAAL})
ZONDER_PLAN = "Zonder mogelijkheden is er geen plan om te evalueren."

_HERSTELD = "Het verzuim eindigt vóór deze mijlpaal."
_AL_HERSTELD = "De werknemer is hersteld; dit hoeft niet meer."
_AOW = "Na de AOW-leeftijd gelden andere regels. Beoordeel zelf wat er nog moet gebeuren."
_UIT_DIENST = "Het dienstverband eindigt eerder."
_EIGENRISICO = (
    "Het dienstverband eindigt eerder; een eigenrisicodrager begeleidt zelf verder. Beoordeel wat er moet."
)
_ONBESLIST = "Onder voorbehoud: of perioden rond verlof samentellen, is nog niet besloten."
_VERKORT = "De wachttijd is verkort."
_CONCEPT = "Er ligt een concept."
_AFGEWEKEN = "Van de termijn is gemotiveerd afgeweken."
# Whose work for this case ends with the employment.
_VAN_DE_WERKGEVER = frozenset({Wie.WERKGEVER, Wie.BEDRIJFSARTS})


@dataclass(frozen=True)
class Verloop:
    """One absence on the peildatum. Law is that of the first day of illness, unless a milestone says otherwise."""

    zaak: Zaak
    peildatum: dt.date
    recht: Recht
    samenstelling: Samenstelling
    einde: Einde
    aow: dt.date | None
    protocollen: tuple[Protocol, ...]

    @property
    def verzuim(self) -> Verzuim:
        return self.zaak.gegevens.verzuim

    @property
    def begin(self) -> dt.date:
        return self.verzuim.eerste_ziektedag

    @property
    def teldagen(self) -> Teldagen:
        return self.samenstelling.teldagen

    def dagen(self, sleutel: str) -> int:
        return self.recht.dagen(sleutel, self.begin)

    def na(self, sleutel: str) -> dt.date | None:
        """The counted day on which the term, counted from the first day of illness, has passed."""
        return self.teldagen.dag(self.dagen(sleutel))

    def tegen_het_einde(self, sleutel: str) -> dt.date | None:
        """A term in weeks of illness near the end."""
        return self._voor_het_einde(self.dagen("wachttijd") - self.dagen(sleutel))

    def voor_het_einde(self, sleutel: str) -> dt.date | None:
        """A term counted back from the end of the waiting period, or of its extension."""
        return self._voor_het_einde(self.dagen(sleutel))

    def _voor_het_einde(self, dagen: int) -> dt.date | None:
        """Before the end, as the law says; but what was past before an interruption keeps its date.

        After an extension, which is no illness to be counted, calendar days before its end. None where the
        illness ends before the waiting period does, or that is shortened.
        """
        einde = self.einde
        if einde.verslag is None or einde.grond is Eindgrond.VERKORT:
            return None
        dag = self.teldagen.dag(self.dagen("wachttijd") - dagen)
        if einde.is_verlengd or dag is None:
            return einde.verslag - dagen * DAG
        return dag + self._verlofdagen(dag, einde.verslag) * DAG

    def brief(self, sleutel: str) -> dt.date | None:
        """UWV writes once so many weeks of illness were counted; after an extension, as long before its end."""
        if self.einde.is_verlengd or self.einde.verslag is None:
            return self.tegen_het_einde(sleutel)
        return None if self.einde.grond is Eindgrond.VERKORT else self.na(sleutel)

    def uit_dienst_op(self, dag: dt.date | None) -> str:
        """Why a day is no longer the business of the employer; empty where it is."""
        weg = self.na_dienstverband or (dag and self.uit_dienst and dag > self.uit_dienst)
        return _UIT_DIENST if weg else ""

    def _verlofdagen(self, vanaf: dt.date, tot: dt.date) -> int:
        """How many days of leave lie from one day up to another."""
        delen = ((max(van, vanaf), min(laatste + DAG, tot)) for van, laatste in self.samenstelling.verlof)
        return sum((eind - begin).days for begin, eind in delen if eind > begin)

    def stuk(self, model: type[Stukgegevens]) -> Stuk | None:
        """The first document of exactly this model by date; one that is fixed goes before a draft."""
        stukken = [stuk for stuk in self.zaak.stukken if type(stuk.gegevens) is model]
        return min(
            stukken, key=lambda s: (s.gegevens.status is Status.CONCEPT, s.gegevens.datum), default=None
        )

    def gegevens(self, model: type[G]) -> G | None:
        """The data of that document."""
        stuk = self.stuk(model)
        return stuk.gegevens if stuk and isinstance(stuk.gegevens, model) else None

    def vastgesteld(self, model: type[G]) -> G | None:
        """Its data, where it is no draft."""
        gegevens = self.gegevens(model)
        return gegevens if gegevens and self._staat_vast(gegevens) else None

    @cached_property
    def analyses(self) -> tuple[Probleemanalyse, ...]:
        """The analyses and their adjustments that are no draft, by date."""
        gegevens = (stuk.gegevens for stuk in self.zaak.stukken)
        analyses = [g for g in gegevens if isinstance(g, Probleemanalyse) and self._staat_vast(g)]
        return tuple(sorted(analyses, key=lambda analyse: analyse.datum))

    def _staat_vast(self, gegevens: Stukgegevens) -> bool:
        """No draft, and not of a day that has yet to come."""
        return gegevens.status is not Status.CONCEPT and gegevens.datum <= self.peildatum

    @cached_property
    def grondslag(self) -> Probleemanalyse | None:
        """The first analysis, adjusted or not, that shows possibilities to work: a plan follows that one."""
        return next((a for a in self.analyses if a.mogelijkheden.benutbaar in MOGELIJKHEDEN), None)

    @property
    def plan_hoort_er(self) -> bool:
        """Whether a plan is due: not where every analysis so far saw no possibilities."""
        return self.grondslag is not None or not self.analyses

    @property
    def evaluatie_hoort_er(self) -> bool:
        """Whether the plan is still worked at: not where the last analysis sees no possibilities that will return."""
        laatste = self.analyses[-1] if self.analyses else None
        blijvend_geen = laatste is not None and laatste.mogelijkheden.benutbaar is Benutbaar.NEE_DUURZAAM
        return self.plan_hoort_er and not blijvend_geen

    @cached_property
    def hersteld(self) -> bool:
        """Whether the illness ended before its time, so long ago that a new one would not be joined to it."""
        laatste = self.teldagen.laatste
        if laatste is None or self.einde.wachttijd is not None:
            return False
        return self.peildatum > laatste + self.dagen("samentelling") * DAG

    @property
    def na_dienstverband(self) -> bool:
        """Whether the employment had ended before the illness began."""
        uit = self.zaak.gegevens.dienstverband.uit_dienst
        return uit is not None and uit < self.begin

    @cached_property
    def uit_dienst(self) -> dt.date | None:
        """The last day of the employment, where the illness is longer and the waiting period not over."""
        uit = self.zaak.gegevens.dienstverband.uit_dienst
        laatste, eind = self.teldagen.laatste, self.einde.uiteindelijk
        if uit is None or uit < self.begin or (laatste and laatste < uit) or (eind and eind <= uit + DAG):
            return None
        return uit

    @cached_property
    def verslagsoort(self) -> Verslagsoort:
        """Which verslag belongs to the end of the employment (Ziektewet art. 38 lid 2, Beleidsregels vorm art. 2a)."""
        if self.uit_dienst is None:
            return Verslagsoort.GEEN if self.na_dienstverband else Verslagsoort.VOLLEDIG
        ziek = self.teldagen.geteld_voor(self.uit_dienst + DAG)
        blok = self.verzuim.ziek_uit_dienst
        if ziek < self.dagen("verslag_ziek_uit_dienst_vanaf"):
            return Verslagsoort.GEEN
        kort = ziek < self.dagen("verslag_ziek_uit_dienst_volledig")
        return Verslagsoort.VERKORT if kort or (blok and blok.herstel_verwacht) else Verslagsoort.VOLLEDIG

    def mijlpaal(self, opzet: Opzet) -> Mijlpaal:
        """The milestone with its state, its law, and what own protocols ask beside it."""
        waarde = self.recht.op(opzet.rechtswaarde, self.begin)
        voldaan_op = self._voldaan_op(opzet)
        reden, menselijk = ("", False) if voldaan_op else self._niet_nodig(opzet)
        onbeslist = self._onbeslist(opzet.uiterlijk)
        uiterlijk, stuk = opzet.uiterlijk, opzet.stuk
        concept = stuk is not None and stuk.gegevens.status is Status.CONCEPT
        zinnen = (
            reden or opzet.toelichting,
            _AFGEWEKEN if stuk is not None and stuk.gegevens.afwijking and not reden else "",
            _CONCEPT if concept and not reden else "",
            _ONBESLIST if onbeslist else "",
        )
        return Mijlpaal(
            sleutel=opzet.sleutel,
            titel=opzet.titel,
            uiterlijk=uiterlijk,
            wie=opzet.wie,
            aard=self.recht.waarden[opzet.rechtswaarde].aard,
            grond=self.recht.vindplaats(waarde),
            stand=self._stand(opzet, voldaan_op, reden),
            vanaf=opzet.vanaf if uiterlijk and opzet.vanaf and opzet.vanaf <= uiterlijk else None,
            streef=opzet.streef if uiterlijk else None,
            kalenderdatum=opzet.kalenderdatum if uiterlijk and opzet.kalenderdatum != uiterlijk else None,
            week=self.teldagen.geteld_voor(uiterlijk) // 7 + 1 if uiterlijk else None,
            volgnummer=opzet.volgnummer,
            voldaan_op=voldaan_op,
            bestand=stuk.bestand if stuk else "",
            hangt_af_van=opzet.hangt_af_van,
            gerekend_vanaf=opzet.gerekend_vanaf,
            toelichting=" ".join(filter(None, zinnen)),
            oordeel=opzet.oordeel or onbeslist or menselijk or not waarde.bevestigd,
            protocol=() if reden else tuple(self._protocol(opzet)),
        )

    def _voldaan_op(self, opzet: Opzet) -> dt.date | None:
        """When it was met, as far as the peildatum can know; a draft meets nothing."""
        stuk = opzet.stuk
        dag = opzet.voldaan_op
        if dag is None and stuk is not None and stuk.gegevens.status is not Status.CONCEPT:
            dag = stuk.gegevens.datum
        return dag if dag and dag <= self.peildatum else None

    def _niet_nodig(self, opzet: Opzet) -> tuple[str, bool]:
        """Why a milestone does not apply, and whether a human has to judge that."""
        uiterlijk, einde = opzet.uiterlijk, self.einde
        if opzet.niet_nodig:
            return opzet.niet_nodig, False
        if uiterlijk is None:
            return _HERSTELD, False
        if self.aow and uiterlijk >= self.aow:
            return _AOW, True
        if einde.grond is Eindgrond.VERKORT and einde.verslag and uiterlijk > einde.verslag:
            return _VERKORT, False
        weg = self.uit_dienst_op(uiterlijk)
        if weg and not _VAN_DE_WERKGEVER.isdisjoint(opzet.wie):
            eigenrisico = self.zaak.gegevens.dienstverband.eigenrisicodrager_zw
            return (_EIGENRISICO, True) if eigenrisico else (weg, False)
        return (_AL_HERSTELD, False) if self.hersteld else ("", False)

    def _onbeslist(self, uiterlijk: dt.date | None) -> bool:
        open_sinds = self.samenstelling.open_sinds
        return open_sinds is not None and uiterlijk is not None and uiterlijk >= open_sinds

    def _stand(self, opzet: Opzet, voldaan_op: dt.date | None, reden: str) -> Stand:
        uiterlijk = opzet.uiterlijk
        if reden:
            return Stand.NIET_VAN_TOEPASSING
        if voldaan_op is not None:
            return Stand.OP_TIJD if uiterlijk is None or voldaan_op <= uiterlijk else Stand.TE_LAAT_VOLDAAN
        if uiterlijk is None or self.peildatum <= uiterlijk:
            return Stand.OPEN
        return Stand.VERSTREKEN if opzet.moment else Stand.TE_LAAT

    def _protocol(self, opzet: Opzet) -> Iterator[Protocoldatum]:
        """What own protocols ask beside this milestone; weeks of illness, or weeks since the one before."""
        for protocol in self.protocollen:
            for regel in protocol.waarden:
                if opzet.rechtswaarde != regel.naast and opzet.sleutel != regel.sleutel:
                    continue
                waarde = regel.op(self.begin)
                if waarde is None:
                    continue
                vanaf = opzet.gerekend_vanaf if regel.naast == "evaluatie_tussentijd" else None
                in_weken = regel.eenheid is Eenheid.WEKEN
                dag = self.teldagen.verder(vanaf or self.begin, 7 * int(waarde.waarde)) if in_weken else None
                yield Protocoldatum(protocol.titel, dag, regel.afwijking)
