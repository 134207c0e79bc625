"""Where a case stands on a day: its calendar beside its own protocols, what was found, what was accepted."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dossiergen.dossier.controle import met_aanvaardingen
from dossiergen.dossier.mappen import laad
from dossiergen.dossier.uitzonderingen import Aanvaarding
from dossiergen.dossier.vertrouwelijk import controleer_deel
from dossiergen.finding import Finding, op_plaats
from dossiergen.recht import Protocol, laad_protocol, protocolnamen, recht
from dossiergen.sjablonen import Sjablonen
from dossiergen.termijnen import Kalender, kalender
from dossiergen.zaak import GeladenOrganisaties, GeladenZaak, Zaak, laad_bedrijfsartsdeel
from dossiergen.zaak.zaak import in_functie

__all__ = ["Verzuimstand", "Zaakstatus", "status_van", "status_zonder_bevindingen", "statussen"]

_DAG = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Verzuimstand:
    """The absence on the peildatum. `geteld` includes the peildatum where that day counts."""

    geteld: int
    telt: bool
    """Whether the peildatum itself is a day of illness that counts."""
    ziekteweek: int | None
    """None before the first day and after the last."""
    hersteld_na: dt.date | None
    """The last day of illness, where that is past."""
    telt_mee_tot: dt.date | None
    """The last day on which a new illness would still be counted with this one, where that is yet to come."""
    volle_wachttijd: dt.date
    """The day after the waiting period if nothing interrupts it."""


@dataclass(frozen=True, slots=True)
class Zaakstatus:
    """A case on the peildatum; `kalender` and `stand` are None where it cannot be read or its absence is wrong.

    `kenmerk` and the keys of its employer and casemanager are empty where zaak.yaml cannot be read.
    """

    map: Path
    naam: str
    peildatum: dt.date
    findings: tuple[Finding, ...]
    aanvaardingen: tuple[Aanvaarding, ...]
    kenmerk: str = ""
    werkgever: str = ""
    casemanager: str = ""
    """Who it is on the peildatum."""
    kalender: Kalender | None = None
    stand: Verzuimstand | None = None


def statussen(
    mappen: Iterable[Path],
    gelezen: dict[Path, GeladenOrganisaties] | None = None,
    *,
    peildatum: dt.date,
    sjablonen: Sjablonen,
    met_bevindingen: bool,
) -> Iterator[Zaakstatus]:
    """Of each case; `gelezen` keeps the organisations by folder, also between calls."""
    for geladen, organisaties in laad(mappen, gelezen):
        if met_bevindingen:
            yield status_van(geladen, organisaties, peildatum, sjablonen)
        else:
            yield status_zonder_bevindingen(geladen, peildatum, sjablonen)


def status_van(
    geladen: GeladenZaak, organisaties: GeladenOrganisaties, peildatum: dt.date, sjablonen: Sjablonen
) -> Zaakstatus:
    """A protocol that does not exist is a finding; the calendar goes on without it."""
    van_de_zaak, aanvaardingen = met_aanvaardingen(geladen, peildatum, sjablonen=sjablonen)
    deel = laad_bedrijfsartsdeel(geladen.map, organisaties)
    findings = op_plaats((*van_de_zaak, *controleer_deel(deel, geladen, peildatum, sjablonen)))
    return _status(geladen, peildatum, sjablonen, findings, aanvaardingen)


def status_zonder_bevindingen(geladen: GeladenZaak, peildatum: dt.date, sjablonen: Sjablonen) -> Zaakstatus:
    """The calendar alone, which takes a third of the time."""
    return _status(geladen, peildatum, sjablonen, (), ())


def _status(
    geladen: GeladenZaak,
    peildatum: dt.date,
    sjablonen: Sjablonen,
    findings: tuple[Finding, ...],
    aanvaardingen: tuple[Aanvaarding, ...],
) -> Zaakstatus:
    zaak = geladen.zaak
    if zaak is None:
        return Zaakstatus(geladen.map, geladen.naam, peildatum, findings, aanvaardingen)
    uitkomst = kalender(zaak, peildatum, _protocollen(zaak, sjablonen))[0]
    return Zaakstatus(
        map=geladen.map,
        naam=geladen.naam,
        peildatum=peildatum,
        findings=findings,
        aanvaardingen=aanvaardingen,
        kenmerk=zaak.kenmerk,
        werkgever=zaak.gegevens.werkgever,
        casemanager=in_functie(zaak.gegevens.casemanager, peildatum).persoon,
        kalender=uitkomst,
        stand=_verzuimstand(uitkomst, peildatum) if uitkomst else None,
    )


def _protocollen(zaak: Zaak, sjablonen: Sjablonen) -> tuple[Protocol, ...]:
    gegevens = zaak.gegevens
    gevraagd = (
        zaak.organisaties.werkgevers[gegevens.werkgever].protocol,
        zaak.organisaties.arbodiensten[gegevens.arbodienst].protocol,
    )
    bekend = protocolnamen(sjablonen)
    return tuple(_protocol(naam, sjablonen) for naam in dict.fromkeys(gevraagd) if naam in bekend)


@cache
def _protocol(naam: str, sjablonen: Sjablonen) -> Protocol:
    return laad_protocol(naam, sjablonen)


def _verzuimstand(kalender_: Kalender, peildatum: dt.date) -> Verzuimstand:
    teldagen, begin = kalender_.teldagen, kalender_.eerste_ziektedag
    ervoor, erna = teldagen.geteld_voor(peildatum), teldagen.geteld_voor(peildatum + _DAG)
    laatste = teldagen.laatste
    hersteld = laatste if laatste and laatste < peildatum else None
    telt_mee_tot = None
    # After the full waiting period there is nothing left that a new illness could be counted with.
    if hersteld and kalender_.einde.wachttijd is None:
        tot = hersteld + recht().dagen("samentelling", begin) * _DAG
        telt_mee_tot = tot if peildatum <= tot else None
    return Verzuimstand(
        geteld=erna,
        telt=erna > ervoor,
        ziekteweek=None if hersteld or peildatum < begin else ervoor // 7 + 1,
        hersteld_na=hersteld,
        telt_mee_tot=telt_mee_tot,
        volle_wachttijd=begin + recht().dagen("wachttijd", begin) * _DAG,
    )
