"""A folder becomes a Zaak, or findings that say why not. Reads files; decides nothing about law."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from dossiergen.finding import CATALOGUS, Finding, Plaats, met_fout, op_plaats
from dossiergen.zaak.bedrijfsartsdeel import BESTAND, Bedrijfsartsdeel
from dossiergen.zaak.bijlagen import is_van_bedrijfsarts
from dossiergen.zaak.gegevens import Zaakgegevens
from dossiergen.zaak.mappen import (
    inhoud_van,
    is_map,
    map_ontbreekt,
    mapnaam,
    met_buur,
    soort_van,
    toonbaar,
    verdwaald,
)
from dossiergen.zaak.meldingen import lege_onbekende_sleutels, vertaal
from dossiergen.zaak.organisaties import Organisaties
from dossiergen.zaak.yaml import Document, Pad, lees
from dossiergen.zaak.zaak import Stuk, Zaak

__all__ = [
    "GeladenBedrijfsartsdeel",
    "GeladenOrganisaties",
    "GeladenZaak",
    "laad_bedrijfsartsdeel",
    "laad_organisaties",
    "laad_zaak",
]

Sleutels = Mapping[str, frozenset[str]]
_ZAAK = "zaak.yaml"
M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class GeladenOrganisaties:
    """organisaties.yaml as read; `organisaties` is None where it has fouten."""

    organisaties: Organisaties | None
    findings: tuple[Finding, ...]
    sleutels: Sleutels = field(default_factory=dict)
    document: Document | None = None


@dataclass(frozen=True, slots=True)
class GeladenZaak:
    """A case as read; `zaak` is None where it has fouten. `gedeeld`: the organisations that it was read with."""

    map: Path
    zaak: Zaak | None
    findings: tuple[Finding, ...]
    documenten: Mapping[str, Document] = field(default_factory=dict)
    gedeeld: GeladenOrganisaties = field(default=GeladenOrganisaties(None, ()))

    @property
    def naam(self) -> str:
        """The name of the folder, which is the kenmerk of a case in order."""
        return mapnaam(self.map)

    def plaats(self, bestand: str, pad: Pad) -> Plaats:
        """Where a path of one of the case's own files, or of organisaties.yaml, stands."""
        document = self.documenten.get(bestand)
        return document.plaats(pad) if document else Plaats(bestand)


@dataclass(frozen=True, slots=True)
class GeladenBedrijfsartsdeel:
    """bedrijfsarts.yaml as read; `deel` is None where there is none, or it has fouten."""

    deel: Bedrijfsartsdeel | None
    findings: tuple[Finding, ...]
    document: Document | None = None

    def plaats(self, bestand: str, pad: Pad) -> Plaats:
        """Where a path of the file stands."""
        return self.document.plaats(pad) if self.document else Plaats(bestand)


def laad_organisaties(pad: Path) -> GeladenOrganisaties:
    """Read organisaties.yaml once for all cases beside it."""
    document, findings = lees(pad, toonbaar(pad))
    if document is None:
        return GeladenOrganisaties(None, op_plaats(met_buur(findings, pad)))
    # A kind that could not be read is not checked; every key in it would seem unknown.
    sleutels = {
        soort: frozenset(inhoud)
        for soort in ("werkgevers", "arbodiensten", "personen")
        if isinstance(inhoud := document.data.get(soort), dict)
    }
    organisaties, fouten = _valideer(document, Organisaties, sleutels, findings)
    return GeladenOrganisaties(None if fouten else organisaties, op_plaats(fouten), sleutels, document)


def laad_zaak(map_: Path, organisaties: GeladenOrganisaties) -> GeladenZaak:
    """Read a case folder. Everything that is wrong comes back at once, sorted by place."""
    if not is_map(map_):
        return GeladenZaak(map_, None, op_plaats((*organisaties.findings, map_ontbreekt(map_))))
    lezer = _Lezer(map_, organisaties.sleutels)
    gegevens = lezer.lees(_ZAAK, Zaakgegevens)
    stukken = [stuk for pad in lezer.in_map("stukken") if (stuk := lezer.stuk(pad))]
    bijlagen = tuple(pad.name for pad in lezer.in_map("bijlagen"))
    lezer.controleer_kenmerk(_ZAAK, gegevens.kenmerk if gegevens else None)
    lezer.findings += verdwaald(map_)
    findings = op_plaats((*organisaties.findings, *lezer.findings))
    zaak = None
    if gegevens and organisaties.organisaties and not met_fout(findings):
        zaak = Zaak(gegevens, organisaties.organisaties, tuple(stukken), bijlagen)
    gedeeld = {"organisaties.yaml": organisaties.document} if organisaties.document else {}
    return GeladenZaak(map_, zaak, findings, {**lezer.documenten, **gedeeld}, organisaties)


def laad_bedrijfsartsdeel(map_: Path, organisaties: GeladenOrganisaties) -> GeladenBedrijfsartsdeel:
    """Read bedrijfsarts.yaml beside a zaak.yaml; nothing of it enters the Zaak."""
    lezer = _Lezer(map_, organisaties.sleutels)
    if not any(pad.name == BESTAND for pad in lezer.in_map("")):
        return GeladenBedrijfsartsdeel(None, ())
    deel = lezer.lees(BESTAND, Bedrijfsartsdeel)
    lezer.controleer_kenmerk(BESTAND, deel.kenmerk if deel else None)
    geldig = None if met_fout(lezer.findings) else deel
    return GeladenBedrijfsartsdeel(geldig, op_plaats(lezer.findings), lezer.documenten.get(BESTAND))


@dataclass(slots=True)
class _Lezer:
    """Reads the files of one case and keeps what it found, with the place of every value."""

    map: Path
    sleutels: Sleutels
    documenten: dict[str, Document] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def lees(self, bestand: str, model: type[M]) -> M | None:
        pad = self.map / bestand
        document, fouten = lees(pad, toonbaar(pad))
        if document is None:
            self.findings += met_buur(fouten, pad)
            return None
        self.documenten[bestand] = document
        waarde, fouten = _valideer(document, model, self.sleutels, fouten)
        self.findings += fouten
        return waarde

    def stuk(self, pad: Path) -> Stuk | None:
        soort, nummer, oplossing = soort_van(pad.name)
        if soort is None and is_van_bedrijfsarts(pad.name):
            self.findings.append(CATALOGUS["PRV-10"].finding(Plaats(toonbaar(pad))))
            return None
        if soort is None:
            self.findings.append(CATALOGUS["BST-03"].finding(Plaats(toonbaar(pad)), oplossing=oplossing))
            return None
        bestand = f"stukken/{pad.name}"
        gegevens = self.lees(bestand, soort.model)
        return Stuk(soort.naam, nummer, bestand, gegevens) if gegevens else None

    def in_map(self, naam: str) -> list[Path]:
        """The files of one of the case's folders, sorted; one that is not there is empty."""
        inhoud, fouten = inhoud_van(self.map / naam)
        self.findings += fouten
        return inhoud

    def controleer_kenmerk(self, bestand: str, kenmerk: str | None) -> None:
        if kenmerk is not None and kenmerk != mapnaam(self.map):
            plaats = self.documenten[bestand].plaats(("kenmerk",))
            melding = f"De map heet anders dan het kenmerk in {bestand}."
            # The case names the folder; what lies beside it follows.
            oplossing = "" if bestand == _ZAAK else "Neem het kenmerk over uit zaak.yaml."
            finding = CATALOGUS["BST-02"].finding(plaats, melding, pad="kenmerk", oplossing=oplossing)
            self.findings.append(finding)


def _valideer(
    document: Document, model: type[M], sleutels: Sleutels, gelezen: list[Finding]
) -> tuple[M | None, list[Finding]]:
    """The value, and what was found on reading with what is found now; one line is blamed once."""
    gelezen = [*gelezen, *lege_onbekende_sleutels(document, model, sleutels)]
    try:
        return model.model_validate(document.data, context=dict(sleutels)), gelezen
    except ValidationError as fouten:
        al_gemeld = {finding.plaats.regel for finding in gelezen}
        nieuw = [
            finding
            for finding in vertaal(fouten, document, model, sleutels)
            # What is missing altogether has the place of the group that it is missing from.
            if finding.code == "SCH-01" or finding.plaats.regel not in al_gemeld
        ]
        return None, [*gelezen, *nieuw]
