"""`dossiergen check`: say what is wrong with cases, and nothing else."""

import datetime as dt
from pathlib import Path

import click

from dossiergen.cli import opties
from dossiergen.cli.tonen import praat, toon
from dossiergen.cli.zaken import laad, zaakmappen
from dossiergen.dossier.controle import controleer_zaak
from dossiergen.errors import ExitCode
from dossiergen.finding import met_fout, op_plaats
from dossiergen.sjablonen import Sjablonen
from dossiergen.zaak import laad_bedrijfsartsdeel


@click.command(
    "check",
    help="Controleer zaken: de vorm van elk bestand en de regels. ZAAK is de map van een zaak, of een map vol zaken.",
)
@opties.zaken
@opties.peildatum
@opties.templates
@opties.formaat
@opties.regels_tonen
def commando(
    zaken: tuple[Path, ...],
    peildatum: dt.date,
    templates: Path | None,
    formaat: str,
    regels_tonen: bool | None,
) -> int:
    """Exit 1 where a fout is found."""
    sjablonen = Sjablonen.standaard(templates)
    alle = []
    mappen = zaakmappen(zaken)
    for geladen, organisaties in laad(mappen):
        _, van_bedrijfsarts = laad_bedrijfsartsdeel(geladen.map, organisaties)
        alle += [*controleer_zaak(geladen, peildatum, sjablonen=sjablonen), *van_bedrijfsarts]
    findings = op_plaats(alle)
    toon(findings, formaat, regels=regels_tonen)
    fouten = sum(finding.is_fout for finding in findings)
    zaak = "1 zaak" if len(mappen) == 1 else f"{len(mappen)} zaken"
    fout = {0: "geen fouten", 1: "1 fout"}.get(fouten, f"{fouten} fouten")
    praat(f"{zaak} gecontroleerd op peildatum {peildatum}: {fout}.")
    return ExitCode.FOUTEN if met_fout(findings) else ExitCode.GOED
