"""One case: make, keep or refuse each of its documents, then carry the plan out as a whole."""

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from dossiergen.dossier.bestandsnaam import naam_van
from dossiergen.dossier.controle import controleer_zaak
from dossiergen.dossier.maker import Maker
from dossiergen.dossier.manifest import manifest
from dossiergen.dossier.resultaat import Stukresultaat, Zaakresultaat
from dossiergen.dossier.staat import Staat, lees_staat
from dossiergen.dossier.uitvoer import Uitvoer
from dossiergen.dossier.werkplaats import Werkplaats
from dossiergen.finding import CATALOGUS, Finding, op_plaats
from dossiergen.stukken import Stukvorm
from dossiergen.zaak import Doelgroep, GeladenZaak, Stuk, Zaak

__all__ = ["Keuze", "maak_zaak"]


@dataclass(frozen=True, slots=True)
class Keuze:
    """What to make: all that the case is ready for, or the named documents only; definitive or refused."""

    stukken: frozenset[str] = frozenset()
    definitief: bool = False

    def kiest(self, stuk: Stuk, vorm: Stukvorm) -> bool:
        namen = {stuk.soort, stuk.naam, vorm.naam, naam_van(vorm, stuk)}
        return not self.stukken or not namen.isdisjoint(self.stukken)


def maak_zaak(
    geladen: GeladenZaak, keuze: Keuze, werkplaats: Werkplaats, uitvoer: Uitvoer, peildatum: dt.date
) -> Zaakresultaat:
    """All chosen documents of a case.

    A file that cannot be read stops the case; a rule that is broken stops the document it is about.
    """
    findings = controleer_zaak(geladen, peildatum, sjablonen=werkplaats.sjablonen)
    zaak = geladen.zaak
    zonder_stijl = werkplaats.huisstijl is None and any(finding.code == "REF-04" for finding in findings)
    if zaak is None or zonder_stijl:
        return Zaakresultaat(geladen.naam, findings=findings)
    eerder = lees_staat(_staatpad(uitvoer, zaak), zaak.kenmerk)
    if eerder.persoon not in {"", _persoon(zaak)}:
        plaats = geladen.plaats("zaak.yaml", ("werknemer", "geboortedatum"))
        vreemd = CATALOGUS["UIT-03"].finding(plaats, pad="werknemer.geboortedatum")
        return Zaakresultaat(zaak.kenmerk, findings=op_plaats((*findings, vreemd)))
    maker = Maker(geladen, zaak, werkplaats, uitvoer, eerder, list(findings))
    resultaten = _resultaten(maker, keuze)
    maker.ruim_op(alles=not keuze.stukken)
    findings = op_plaats(maker.findings)
    _voer_uit(maker, findings)
    return Zaakresultaat(zaak.kenmerk, resultaten, findings)


def _resultaten(maker: Maker, keuze: Keuze) -> tuple[Stukresultaat, ...]:
    resultaten = []
    for stuk in maker.zaak.stukken:
        vormen = maker.werkplaats.vormen_van(stuk)
        if not vormen and not keuze.stukken:
            maker.zonder_vorm(stuk)
        resultaten += [
            maker.maak(stuk, vorm, definitief=keuze.definitief) for vorm in vormen if keuze.kiest(stuk, vorm)
        ]
    return tuple(resultaten)


def _voer_uit(maker: Maker, findings: tuple[Finding, ...]) -> None:
    """Write what was planned.

    The state goes first, with what is being replaced, so that a run that is cut off anywhere is finished by
    the next one and nothing of ours is taken for somebody else's.
    """
    uitvoer, zaak = maker.uitvoer, maker.zaak
    staat = Staat(
        zaak.kenmerk, _persoon(zaak), maker.gemaakt, findings=tuple(_kaal(finding) for finding in findings)
    )
    geraakt = (*maker.schrijven, *maker.verwijderen)
    vorige = {*maker.staat.vorige, *filter(None, map(uitvoer.afdruk, geraakt))}
    if geraakt:
        onderweg = replace(staat, stukken=(*staat.stukken, *maker.vervallen), vorige=tuple(sorted(vorige)))
        uitvoer.schrijf(_staatpad(uitvoer, zaak), onderweg.als_json())
    for pad, inhoud in maker.schrijven.items():
        uitvoer.schrijf(pad, inhoud)
    for pad in maker.verwijderen:
        uitvoer.verwijder(pad)
    _schrijf_manifesten(staat, maker.werkplaats, uitvoer)
    if vorige:
        # Of what an earlier run was replacing, some may still lie there: this run made other documents.
        staat = replace(staat, vorige=tuple(sorted(vorige & maker.ligt_nog())))
    uitvoer.schrijf(_staatpad(uitvoer, zaak), staat.als_json())


def _staatpad(uitvoer: Uitvoer, zaak: Zaak) -> Path:
    return uitvoer.eigen / f"{zaak.kenmerk}.json"


def _persoon(zaak: Zaak) -> str:
    """Whose case it is: two people never share a folder, whatever the kenmerk says."""
    return hashlib.sha256(f"{zaak.kenmerk} {zaak.gegevens.werknemer.geboortedatum}".encode()).hexdigest()


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
            uitvoer.schrijf(pad, manifest(staat, doelgroep.value, stukken, werkplaats.versies))
