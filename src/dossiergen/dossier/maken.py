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
from dossiergen.dossier.vertrouwelijk import ONDER, controleer_deel
from dossiergen.dossier.werkplaats import Werkplaats
from dossiergen.finding import CATALOGUS, Finding, op_plaats
from dossiergen.stukken import Stukvorm
from dossiergen.zaak import Doelgroep, GeladenZaak, Stuk, Zaak, laad_bedrijfsartsdeel

__all__ = ["Keuze", "maak_zaak", "persoon_van"]


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
    """All chosen documents of a case, those of the bedrijfsarts' own side in a folder apart.

    A file that cannot be read stops the case; a rule that is broken stops the document it is about.
    """
    findings = controleer_zaak(
        geladen, peildatum, sjablonen=werkplaats.sjablonen, huisstijl=werkplaats.huisstijl
    )
    zaak = geladen.zaak
    zonder_stijl = werkplaats.huisstijl is None and any(finding.code == "REF-04" for finding in findings)
    if zaak is None or zonder_stijl:
        return Zaakresultaat(geladen.naam, findings=findings)
    plek = _Plek(uitvoer, zaak.kenmerk)
    eerder = lees_staat(plek.staat, zaak.kenmerk, plek.map)
    if eerder.persoon not in {"", persoon_van(zaak)}:
        plaats = geladen.plaats("zaak.yaml", ("werknemer", "geboortedatum"))
        vreemd = CATALOGUS["UIT-03"].finding(plaats, pad="werknemer.geboortedatum")
        return Zaakresultaat(zaak.kenmerk, findings=op_plaats((*findings, vreemd)))
    open_deel = Maker(
        geladen, zaak, zaak.stukken, werkplaats, uitvoer, eerder, list(findings), peildatum,
        geladen.plaats("zaak.yaml", ()).bestand,
    )  # fmt: skip
    resultaten = _maak(open_deel, keuze, plek)
    eigen_deel, van_bedrijfsarts = _eigen_deel(geladen, open_deel)
    if eigen_deel:
        resultaten += _maak(eigen_deel, keuze, _Plek(uitvoer, zaak.kenmerk, ONDER))
        van_bedrijfsarts = tuple(eigen_deel.findings)
    return Zaakresultaat(zaak.kenmerk, resultaten, op_plaats((*open_deel.findings, *van_bedrijfsarts)))


@dataclass(frozen=True, slots=True)
class _Plek:
    """Where a part of a case keeps what it made: the state, and the readers' folders."""

    uitvoer: Uitvoer
    kenmerk: str
    onder: str = ""

    @property
    def staat(self) -> Path:
        return self.uitvoer.eigen / self.onder / f"{self.kenmerk}.json"

    @property
    def map(self) -> Path:
        return self.uitvoer.wortel / self.kenmerk / self.onder


def _eigen_deel(geladen: GeladenZaak, open_deel: Maker) -> tuple[Maker | None, tuple[Finding, ...]]:
    """The maker for what bedrijfsarts.yaml gives, None where it gives nothing, and what is wrong with it."""
    deel = laad_bedrijfsartsdeel(geladen.map, geladen.gedeeld)
    findings = controleer_deel(deel, geladen, open_deel.peildatum, open_deel.werkplaats.sjablonen)
    if deel.deel is None:
        return None, findings
    plek = _Plek(open_deel.uitvoer, open_deel.zaak.kenmerk, ONDER)
    # A fout in zaak.yaml stops these documents as well.
    van_de_zaak = [f for f in open_deel.findings if f.plaats.bestand == open_deel.zaakbestand]
    maker = Maker(
        deel, open_deel.zaak, deel.deel.stukken, open_deel.werkplaats, open_deel.uitvoer,
        lees_staat(plek.staat, open_deel.zaak.kenmerk, plek.map), [*findings, *van_de_zaak],
        open_deel.peildatum, open_deel.zaakbestand, ONDER,
    )  # fmt: skip
    return maker, findings


def _maak(maker: Maker, keuze: Keuze, plek: _Plek) -> tuple[Stukresultaat, ...]:
    """Make, keep or refuse each chosen document, then carry the plan out as a whole."""
    resultaten: list[Stukresultaat] = []
    for stuk in maker.stukken:
        vormen = maker.werkplaats.vormen_van(maker.zaak, stuk)
        if not vormen and not keuze.stukken:
            maker.zonder_vorm(stuk)
        resultaten += [
            maker.maak(stuk, vorm, definitief=keuze.definitief) for vorm in vormen if keuze.kiest(stuk, vorm)
        ]
    maker.ruim_op(alles=not keuze.stukken)
    _voer_uit(maker, plek)
    return tuple(resultaten)


def _voer_uit(maker: Maker, plek: _Plek) -> None:
    """Write what was planned.

    The state goes first, with what is being replaced, so that a run that is cut off anywhere is finished by
    the next one and nothing of ours is taken for somebody else's.
    """
    uitvoer, zaak = maker.uitvoer, maker.zaak
    findings = tuple(_kaal(finding) for finding in op_plaats(maker.findings))
    staat = Staat(zaak.kenmerk, persoon_van(zaak), maker.gemaakt, findings=findings)
    geraakt = (*maker.schrijven, *maker.verwijderen)
    vorige = {*maker.staat.vorige, *filter(None, map(uitvoer.afdruk, geraakt))}
    if geraakt:
        onderweg = replace(staat, stukken=(*staat.stukken, *maker.vervallen), vorige=tuple(sorted(vorige)))
        uitvoer.schrijf(plek.staat, onderweg.als_json())
    for pad, inhoud in maker.schrijven.items():
        uitvoer.schrijf(pad, inhoud)
    for pad in maker.verwijderen:
        uitvoer.verwijder(pad)
    _schrijf_manifesten(staat, maker, plek)
    if vorige:
        # Of what an earlier run was replacing, some may still lie there: this run made other documents.
        staat = replace(staat, vorige=tuple(sorted(vorige & maker.ligt_nog())))
    uitvoer.schrijf(plek.staat, staat.als_json())


def persoon_van(zaak: Zaak) -> str:
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


def _schrijf_manifesten(staat: Staat, maker: Maker, plek: _Plek) -> None:
    for doelgroep in Doelgroep:
        pad = plek.map / doelgroep.value / "manifest.json"
        stukken = [stuk for stuk in staat.stukken if doelgroep.value in stuk.doelgroepen]
        if stukken or pad.exists():
            maker.uitvoer.schrijf(pad, manifest(staat, doelgroep.value, stukken, maker.werkplaats.versies))
