"""`riv`: whether the re-integratieverslag of a case is complete, and if so the folders that carry it."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from dossiergen.dossier.bijlagen import Bijlage, lees_bijlagen, lees_eigen_originelen
from dossiergen.dossier.controle import controleer_zaak
from dossiergen.dossier.keuring.qpdf import is_heel
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
_GEEN_ELEMENT = ("brief-", "melding-42e-week")
_EIGEN_DEEL = frozenset({"bedrijfsarts.yaml", "bijlagen-bedrijfsarts", ONDER})


@dataclass(frozen=True, slots=True)
class Verslagresultaat:
    """What became of a verslag. `niet_nodig`: why there is none; `gebreken`: what is missing, and who has it."""

    zaak: str
    findings: tuple[Finding, ...] = ()
    gebreken: tuple[Gebrek, ...] = ()
    paden: Mapping[Path, bool] = field(default_factory=dict)
    """The files of its folders, and whether they had to be written."""
    niet_nodig: str = ""
    is_concept: bool = False
    kan_als_concept: bool = False
    """Whether `toch` would make a draft of what was refused."""
    storing: str = ""

    @property
    def gelukt(self) -> bool:
        gemaakt = bool(self.paden) and (self.is_concept or not _stopt(self.findings))
        return not self.storing and bool(self.niet_nodig or gemaakt)


def maak_verslag(
    geladen: GeladenZaak, werkplaats: Werkplaats, uitvoer: Uitvoer, peildatum: dt.date, *, toch: bool
) -> Verslagresultaat:
    """Make the folders, or say what is missing and who has it.

    `toch`: make them although something is missing, as a draft in a folder of its own. Never with anything
    medical among the employer's papers.
    """
    findings = controleer_zaak(
        geladen, peildatum, sjablonen=werkplaats.sjablonen, huisstijl=werkplaats.huisstijl
    )
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
    erbij = tuple(_over_bevindingen(_van_het_open_deel(findings), gebreken))
    gebreken = (*gebreken, *erbij)
    compleet = not any(g.houdt_tegen for g in gebreken) and not _stopt(_van_het_open_deel(findings))
    compleet = compleet and overzicht.volledig
    if _schendt_privacy(findings) or not (compleet or toch):
        kan = not _schendt_privacy(findings)
        return Verslagresultaat(zaak.kenmerk, findings, gebreken, kan_als_concept=kan)
    gemaakt = maak_zaak(geladen, Keuze(), werkplaats, uitvoer, peildatum)
    niet_op_het_blad = tuple(gebrek for gebrek in gebreken if gebrek not in overzicht.gebreken)
    verzameling = Verzameling(
        zaak, werkplaats, uitvoer, peildatum, not compleet, deel, eigen, niet_op_het_blad
    )
    over_het_verslag = (
        *_zonder_getekend_bestand(verzameling, bijlagen),
        *_ouder_voorblad(gemaakt.findings),
        *_ander_einde(verzameling.voorblad, overzicht.einde_wachttijd),
    )
    findings = op_plaats((*findings, *gemaakt.findings, *over_het_verslag))
    if _in_de_weg(_van_het_open_deel(gemaakt.findings)) or _schendt_privacy(findings):
        return Verslagresultaat(zaak.kenmerk, findings, gebreken)
    if compleet and _stopt(_van_het_open_deel(findings)):
        erbij = tuple(_over_bevindingen(_van_het_open_deel(findings), gebreken))
        gebreken = (*gebreken, *erbij)
        if not toch:
            return Verslagresultaat(zaak.kenmerk, findings, gebreken, kan_als_concept=True)
        compleet = False
        verzameling = Verzameling(zaak, werkplaats, uitvoer, peildatum, not compleet, deel, eigen, erbij)
    van_de_zaak = {naam: document.data for naam, document in geladen.documenten.items()}
    geheim = geheim_van(deel, van_de_zaak, werkplaats.sjablonen.teksten())
    paden, bezwaren = _leg_neer(verzameling, bijlagen, geheim)
    findings = op_plaats((*findings, *bezwaren))
    return Verslagresultaat(zaak.kenmerk, findings, gebreken, paden, is_concept=not compleet)


def _leg_neer(
    verzameling: Verzameling, bijlagen: Bijlagen, geheim: Geheim
) -> tuple[Mapping[Path, bool], tuple[Finding, ...]]:
    """The files of all folders, or why there are none; the employee's own stands apart from the open ones."""
    uitvoer = verzameling.uitvoer
    mappen = verzameling.mappen(bijlagen)
    openbaar = {b.plaats: b for m in mappen if not m.is_vertrouwelijk for b in m.nagezien}
    nagezien = (*zie_na(openbaar.values(), geheim), *_leesexemplaren(mappen))
    vreemd = {m.pad: tuple(vreemde_bestanden(uitvoer, m.pad, m.bestanden)) for m in mappen}
    bezwaren = (*nagezien, *(finding for een in vreemd.values() for finding in een))
    dicht = [m for m in mappen if met_fout(vreemd[m.pad])]
    if met_fout(nagezien) or any(not m.is_vertrouwelijk for m in dicht):
        return {}, bezwaren
    paden: dict[Path, bool] = {}
    for rivmap in mappen:
        if rivmap not in dicht:
            paden |= leg_neer(
                uitvoer, rivmap.pad, rivmap.bestanden, rivmap.manifest(verzameling.werkplaats.versies)
            )
            if not verzameling.is_concept:
                haal_weg(uitvoer, map_naam(rivmap.pad, is_concept=True))
    return paden, bezwaren


def _leesexemplaren(mappen: tuple[Rivmap, ...]) -> Iterator[Finding]:
    """KEU-02 for a reading copy: it is written here, of documents that were judged before and of originals."""
    for rivmap in mappen:
        if rivmap.leesexemplaar is not None and not is_heel(rivmap.leesexemplaar):
            yield CATALOGUS["KEU-02"].finding(Plaats("leesexemplaar.pdf"))


def _zonder_getekend_bestand(verzameling: Verzameling, bijlagen: Bijlagen) -> tuple[Finding, ...]:
    """RIV-16 for what was signed digitally elsewhere: our own text takes its place, and has no signature in it."""
    namen = verzameling.zonder_getekend_bestand(bijlagen)
    melding = f"Van digitaal getekende stukken ligt het ondertekende bestand niet in de uitvoer: {', '.join(namen)}."
    oplossing = "Zet de ondertekende PDF in `bijlagen`, met de naam van het stuk."
    plaats = Plaats(verzameling.voorblad.plaats)
    return (CATALOGUS["RIV-16"].finding(plaats, melding, oplossing=oplossing),) if namen else ()


def _ouder_voorblad(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """RIV-20: the cover was fixed before the case became what it is (VER-03), and UWV lays it beside the papers."""
    return tuple(
        CATALOGUS["RIV-20"].finding(finding.plaats)
        for finding in findings
        if finding.code == "VER-03" and Path(finding.plaats.bestand).name == f"{VERSLAG}.yaml"
    )


def _ander_einde(voorblad: Bestand, einde: dt.date | None) -> tuple[Finding, ...]:
    """CAL-35: what the cover says of the end, against what the calendar gives now."""
    if einde_klopt(voorblad.pdf, einde):
        return ()
    melding = "Het einde van de wachttijd op dit blad is anders dan de kalender nu berekent."
    oplossing = "Verhoog `versie` van het re-integratieverslag en noem de wijziging."
    return (
        replace(soort_van("CAL-35"), stopt=True).finding(
            Plaats(voorblad.plaats), melding, oplossing=oplossing
        ),
    )


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


def _over_bevindingen(findings: tuple[Finding, ...], gebreken: tuple[Gebrek, ...]) -> Iterator[Gebrek]:
    """What keeps a verslag waiting that misses nothing: a fout has to be solved or accepted first (besluit 0015)."""
    codes = sorted({finding.code for finding in findings if _stopt((finding,))})
    if codes and not any(gebrek.houdt_tegen for gebrek in gebreken):
        wat = f"Bij de controle zijn fouten gevonden: {', '.join(codes)}."
        doen = "Los ze op, of aanvaard ze met een reden in zaak.yaml waar dat kan."
        yield Gebrek.model_construct(code=codes[0], wat=wat, wie=(Wie.WERKGEVER,), doen=doen)


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


def _stopt(findings: tuple[Finding, ...]) -> bool:
    """Whether something is wrong; a letter, or the sheet for the report in week 42, is no paper of the verslag."""
    return any(
        finding.is_fout and not Path(finding.plaats.bestand).name.startswith(_GEEN_ELEMENT)
        for finding in findings
    )


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
