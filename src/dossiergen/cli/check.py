"""`dossiergen check`: say what is wrong with cases, and nothing else."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import click

from dossiergen.cli import opties
from dossiergen.cli.sarif import als_sarif
from dossiergen.cli.tonen import geef, praat, toon
from dossiergen.cli.zaken import zaakmappen
from dossiergen.dossier.mappen import controleer_mappen
from dossiergen.errors import ExitCode
from dossiergen.finding import Finding, met_fout, op_plaats
from dossiergen.sjablonen import Sjablonen

# Below this, starting processes costs more than they save.
_VEEL = 64


@click.command(
    "check",
    help="Controleer zaken: de vorm van elk bestand en de regels. ZAAK is de map van een zaak, of een map vol zaken.",
)
@opties.zaken
@opties.peildatum
@opties.templates
@opties.formaat_van_check
@opties.regels_tonen
@opties.jobs
def commando(
    zaken: tuple[Path, ...],
    peildatum: dt.date,
    templates: Path | None,
    formaat: str,
    regels_tonen: bool | None,
    jobs: int,
) -> int:
    """Exit 1 where a fout is found."""
    mappen = zaakmappen(zaken)
    per_zaak = _gecontroleerd(mappen, peildatum, Sjablonen.standaard(templates), jobs)
    findings = op_plaats(_eens(finding for van_een in per_zaak for finding in van_een))
    if formaat == "sarif":
        geef(als_sarif(findings, Path.cwd()))
    else:
        toon(findings, formaat, regels=regels_tonen)
    fouten = sum(finding.is_fout for finding in findings)
    zaak = "1 zaak" if len(mappen) == 1 else f"{len(mappen)} zaken"
    fout = {0: "geen fouten", 1: "1 fout"}.get(fouten, f"{fouten} fouten")
    praat(f"{zaak} gecontroleerd op peildatum {peildatum}: {fout}.")
    return ExitCode.FOUTEN if met_fout(findings) else ExitCode.GOED


def _gecontroleerd(
    mappen: Sequence[Path], peildatum: dt.date, sjablonen: Sjablonen, jobs: int
) -> Iterator[tuple[Finding, ...]]:
    if jobs == 1 or len(mappen) < _VEEL:
        return controleer_mappen(mappen, peildatum, sjablonen)
    from dossiergen.dossier.parallel import controleer_met  # noqa: PLC0415  10 ms that a single case can do without

    return controleer_met(jobs, mappen, peildatum, sjablonen)


def _eens(findings: Iterable[Finding]) -> set[Finding]:
    """What one case accepts in organisaties.yaml still stands for a case beside it that does not."""
    alle = set(findings)
    return {f for f in alle if not f.aanvaard or replace(f, aanvaard=False) not in alle}
