"""One case: make, keep or refuse each of its documents, then bring manifests and state up to date."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dossiergen.dossier.controle import controleer_zaak
from dossiergen.dossier.maker import Maker
from dossiergen.dossier.manifest import manifest
from dossiergen.dossier.resultaat import Zaakresultaat
from dossiergen.dossier.staat import Staat, lees_staat
from dossiergen.dossier.uitvoer import Uitvoer
from dossiergen.dossier.werkplaats import Werkplaats
from dossiergen.finding import Finding, op_plaats
from dossiergen.zaak import Doelgroep, GeladenZaak, Stuk

__all__ = ["Keuze", "maak_zaak"]


@dataclass(frozen=True, slots=True)
class Keuze:
    """What to make: all that the case is ready for, or the named documents only; definitive or refused."""

    stukken: frozenset[str] = frozenset()
    definitief: bool = False

    def kiest(self, stuk: Stuk) -> bool:
        return not self.stukken or stuk.soort in self.stukken or stuk.naam in self.stukken


def maak_zaak(
    geladen: GeladenZaak, keuze: Keuze, werkplaats: Werkplaats, uitvoer: Uitvoer, peildatum: dt.date
) -> Zaakresultaat:
    """All chosen documents of a case. A fout in one document stops that document only."""
    findings = controleer_zaak(geladen, peildatum)
    if geladen.zaak is None:
        return Zaakresultaat(geladen.naam, findings=findings)
    zaak = geladen.zaak
    pad = uitvoer.eigen / f"{zaak.kenmerk}.json"
    maker = Maker(geladen, zaak, werkplaats, uitvoer, lees_staat(pad, zaak.kenmerk), list(findings))
    gekozen = [stuk for stuk in zaak.stukken if keuze.kiest(stuk)]
    resultaten = [maker.maak(stuk, definitief=keuze.definitief) for stuk in gekozen]
    maker.ruim_concepten_op(alles=not keuze.stukken)
    findings = op_plaats(maker.findings)
    staat = maker.staat.met(maker.gemaakt, (_kaal(finding) for finding in findings))
    _schrijf_manifesten(staat, werkplaats, uitvoer)
    uitvoer.schrijf_als_anders(pad, staat.als_json().encode())
    return Zaakresultaat(zaak.kenmerk, tuple(resultaat for resultaat in resultaten if resultaat), findings)


def _kaal(finding: Finding) -> Mapping[str, str | int]:
    """A finding without what only the terminal may show, and without the folder where the case lay."""
    return {
        "code": finding.code,
        "ernst": finding.ernst.value,
        "bestand": Path(finding.plaats.bestand).name,
        "regel": finding.plaats.regel,
        "pad": finding.pad,
        "melding": finding.melding,
    }


def _schrijf_manifesten(staat: Staat, werkplaats: Werkplaats, uitvoer: Uitvoer) -> None:
    for doelgroep in Doelgroep:
        pad = uitvoer.wortel / staat.kenmerk / doelgroep.value / "manifest.json"
        stukken = [stuk for stuk in staat.stukken if doelgroep.value in stuk.doelgroepen]
        if stukken or pad.exists():
            uitvoer.schrijf_als_anders(
                pad, manifest(staat.kenmerk, doelgroep.value, stukken, werkplaats.versies)
            )
