"""`riv`: whether the re-integratieverslag of a case is complete, and if so the folders that carry it."""

import datetime as dt
from dataclasses import dataclass, replace
from pathlib import Path

from dossiergen.dossier.bijlagen import Bijlage, lees_bijlagen, lees_eigen_originelen
from dossiergen.dossier.controle import controleer_zaak
from dossiergen.dossier.maken import Keuze, maak_zaak
from dossiergen.dossier.nazien import Bestand, Geheim, einde_klopt, geheim_van, zie_na
from dossiergen.dossier.neerleggen import haal_weg, leg_neer, vreemde_bestanden
from dossiergen.dossier.pdfbestand import bezwaar
from dossiergen.dossier.rivmappen import Bijlagen, Rivmap, Verzameling, map_naam
from dossiergen.dossier.uitvoer import Uitvoer
from dossiergen.dossier.vertrouwelijk import ONDER
from dossiergen.dossier.werkplaats import Werkplaats
from dossiergen.finding import CATALOGUS, Finding, Plaats, met_fout, op_plaats
from dossiergen.overzicht import Gebrek, maak_overzicht, stand_op
from dossiergen.regels import soort_van
from dossiergen.termijnen import Wie
from dossiergen.zaak import GeladenZaak, Status, Stuk, Zaak, laad_bedrijfsartsdeel
from dossiergen.zaak.plan_van_aanpak import Reintegratieverslag
from dossiergen.zaak.zaak import in_functie

__all__ = ["VERSLAG", "Verslagresultaat", "maak_verslag"]

VERSLAG = "re-integratieverslag"
_EIGEN_DEEL = frozenset({"bedrijfsarts.yaml", "bijlagen-bedrijfsarts", ONDER})


@dataclass(frozen=True, slots=True)
class Verslagresultaat:
    """What became of a verslag. `niet_nodig`: why there is none; `gebreken`: what is missing, and who has it."""

    zaak: str
    findings: tuple[Finding, ...] = ()
    gebreken: tuple[Gebrek, ...] = ()
    paden: tuple[Path, ...] = ()
    niet_nodig: str = ""
    is_concept: bool = False
    storing: str = ""

    @property
    def gelukt(self) -> bool:
        gemaakt = bool(self.paden) and (self.is_concept or not _houdt_tegen(self.findings))
        return not self.storing and bool(self.niet_nodig or gemaakt)


def maak_verslag(
    geladen: GeladenZaak, werkplaats: Werkplaats, uitvoer: Uitvoer, peildatum: dt.date, *, toch: bool
) -> Verslagresultaat:
    """Make the folders, or say what is missing and who has it.

    `toch`: make them although something is missing, as a draft in a folder of its own. Never with anything
    medical among the employer's papers.
    """
    findings = controleer_zaak(geladen, peildatum, sjablonen=werkplaats.sjablonen)
    if geladen.zaak is None:
        return Verslagresultaat(geladen.naam, findings)
    zaak, zonder_verslag = _met_verslag(geladen, geladen.zaak, peildatum)
    overzicht = maak_overzicht(zaak, stand_op(zaak, peildatum))
    if overzicht.niet_nodig:
        return Verslagresultaat(zaak.kenmerk, findings, niet_nodig=overzicht.niet_nodig)
    deel = laad_bedrijfsartsdeel(geladen.map, geladen.gedeeld).deel
    bijlagen, over_bijlagen = _inhoud_van(lees_bijlagen(geladen, geladen.zaak))
    eigen, over_eigen = _inhoud_van(lees_eigen_originelen(geladen, deel)) if deel else ((), ())
    findings = op_plaats((*findings, *zonder_verslag, *over_bijlagen, *over_eigen))
    gebreken = (*_over_het_verslag(geladen.zaak), *overzicht.gebreken)
    compleet = not any(g.houdt_tegen for g in gebreken) and not _houdt_tegen(_van_het_open_deel(findings))
    compleet = compleet and overzicht.volledig
    if _schendt_privacy(findings) or not (compleet or toch):
        return Verslagresultaat(zaak.kenmerk, findings, gebreken)
    gemaakt = maak_zaak(geladen, Keuze(), werkplaats, uitvoer, peildatum)
    findings = op_plaats((*findings, *gemaakt.findings))
    if _in_de_weg(_van_het_open_deel(gemaakt.findings)) or (
        compleet and _houdt_tegen(_van_het_open_deel(findings))
    ):
        return Verslagresultaat(zaak.kenmerk, findings, gebreken)
    verzameling = Verzameling(zaak, werkplaats, uitvoer, peildatum, not compleet, deel, eigen)
    mappen = verzameling.mappen(bijlagen)
    geheim = geheim_van(
        deel, (*(d.data for d in geladen.documenten.values()), *werkplaats.sjablonen.teksten())
    )
    nagezien = _nagezien(geheim, verzameling.voorblad, mappen, overzicht.einde_wachttijd)
    vreemd = {rivmap.pad: vreemde_bestanden(uitvoer, rivmap.pad, rivmap.bestanden) for rivmap in mappen}
    findings = op_plaats((*findings, *nagezien, *(finding for een in vreemd.values() for finding in een)))
    if met_fout(nagezien) or any(vreemd[rivmap.pad] for rivmap in mappen if not rivmap.is_vertrouwelijk):
        return Verslagresultaat(zaak.kenmerk, findings, gebreken)
    neer = [rivmap for rivmap in mappen if not vreemd[rivmap.pad]]
    paden = tuple(pad for rivmap in neer for pad in _neergelegd(uitvoer, rivmap, werkplaats))
    if compleet:
        for rivmap in neer:
            haal_weg(uitvoer, map_naam(rivmap.pad, is_concept=True))
    return Verslagresultaat(zaak.kenmerk, findings, gebreken, paden, is_concept=not compleet)


def _met_verslag(geladen: GeladenZaak, zaak: Zaak, peildatum: dt.date) -> tuple[Zaak, tuple[Finding, ...]]:
    """The case with the paper that says what the verslag holds: its own, or one for a draft."""
    if any(stuk.soort == VERSLAG for stuk in zaak.stukken):
        return zaak, ()
    gegevens = Reintegratieverslag.model_construct(
        datum=peildatum,
        status=Status.CONCEPT,
        opsteller=in_functie(zaak.gegevens.casemanager, peildatum).persoon,
    )
    stuk = Stuk(VERSLAG, None, f"stukken/{VERSLAG}.yaml", gegevens)
    finding = CATALOGUS["RIV-19"].finding(geladen.plaats("zaak.yaml", ()))
    return replace(zaak, stukken=(*zaak.stukken, stuk)), (finding,)


def _over_het_verslag(zaak: Zaak) -> tuple[Gebrek, ...]:
    """The verslag itself has to be fixed before it can be handed in."""
    stuk = next((stuk for stuk in zaak.stukken if stuk.soort == VERSLAG), None)
    if stuk is None:
        wat = "Het re-integratieverslag zelf is er nog niet."
        doen = f"Maak stukken/{VERSLAG}.yaml met `datum` en `opsteller`."
    elif stuk.gegevens.status is Status.CONCEPT:
        wat = "Het re-integratieverslag zelf is nog een concept."
        doen = f"Zet in {stuk.bestand} de status op definitief."
    else:
        return ()
    bestand = stuk.bestand if stuk else ""
    return (
        Gebrek.model_construct(
            code="RIV-11", wat=wat, wie=(Wie.WERKGEVER,), doen=doen, houdt_tegen=True, bestand=bestand
        ),
    )


def _inhoud_van(
    gelezen: tuple[tuple[Bijlage, ...], tuple[Finding, ...]],
) -> tuple[Bijlagen, tuple[Finding, ...]]:
    """Attachments with their bytes, and what is wrong with the others."""
    bijlagen, findings = gelezen
    goed: list[tuple[Bijlage, bytes]] = []
    slecht: list[Finding] = []
    for bijlage in bijlagen:
        inhoud = bijlage.pad.read_bytes()
        if zin := bezwaar(inhoud):
            slecht.append(CATALOGUS["RIV-17"].finding(Plaats(str(bijlage.pad)), zin))
        else:
            goed.append((bijlage, inhoud))
    return tuple(goed), (*findings, *slecht)


def _houdt_tegen(findings: tuple[Finding, ...]) -> bool:
    return any(finding.is_fout and finding.stopt for finding in findings)


def _van_het_open_deel(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """What UWV gets does not depend on whether the bedrijfsarts' own side is in order, or there at all."""
    return tuple(
        finding for finding in findings if _EIGEN_DEEL.isdisjoint(Path(finding.plaats.bestand).parts)
    )


def _in_de_weg(findings: tuple[Finding, ...]) -> bool:
    """What lies in the output is not this case's, or was changed: no reason to mix it with ours."""
    return any(finding.is_fout and finding.code.startswith("UIT-") for finding in findings)


def _schendt_privacy(findings: tuple[Finding, ...]) -> bool:
    """No draft either: what is made may be sent."""
    return any(finding.is_fout and finding.code.startswith("PRV-") for finding in findings)


def _nagezien(
    geheim: Geheim, voorblad: Bestand, mappen: tuple[Rivmap, ...], einde: dt.date | None
) -> tuple[Finding, ...]:
    """What the finished files themselves say."""
    openbaar = {b.plaats: b for rivmap in mappen if not rivmap.is_vertrouwelijk for b in rivmap.nagezien}
    findings = list(zie_na(openbaar.values(), geheim))
    if not einde_klopt(voorblad.pdf, einde):
        melding = "Het einde van de wachttijd op dit blad is anders dan de kalender nu berekent."
        oplossing = "Verhoog `versie` van het re-integratieverslag en noem de wijziging."
        plaats = Plaats(voorblad.plaats)
        findings.append(soort_van("CAL-35").finding(plaats, melding, oplossing=oplossing))
    return tuple(findings)


def _neergelegd(uitvoer: Uitvoer, rivmap: Rivmap, werkplaats: Werkplaats) -> tuple[Path, ...]:
    return leg_neer(uitvoer, rivmap.pad, rivmap.bestanden, rivmap.manifest(werkplaats.versies))
