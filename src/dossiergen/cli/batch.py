"""`dossiergen batch`: make the documents of every case in a folder."""

import datetime as dt
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from pathlib import Path

import click
from click.core import ParameterSource

from dossiergen.cli import opties
from dossiergen.cli.batchtonen import geef_regel, tabel
from dossiergen.cli.keuren import exitcode
from dossiergen.cli.tonen import praat
from dossiergen.cli.voortgang import op_scherm
from dossiergen.cli.zaken import zaakmappen
from dossiergen.dossier.batch.buitenploeg import met_buitenploeg
from dossiergen.dossier.batch.grens import Grens
from dossiergen.dossier.batch.opdracht import Batchopdracht
from dossiergen.dossier.batch.plaatsen import RAPPORTEN, onaf
from dossiergen.dossier.batch.uitslag import Zaakuitslag
from dossiergen.dossier.batch.verloop import maak_ploeg, voer_uit
from dossiergen.dossier.batch.verslaggeving import schrijf_rapport
from dossiergen.dossier.index import schrijf_index
from dossiergen.errors import ExitCode
from dossiergen.sjablonen import Sjablonen
from dossiergen.zaak.mappen import toonbaar

# Cases that wait for each worker, so that none is without work while the next one is looked up.
_VOORUIT = 3


@click.command(
    "batch", help="Maak de stukken van alle zaken. ZAAK is een map vol zaken, of de map van een zaak."
)
@opties.zaken
@click.option("--riv", is_flag=True, help="Maak de re-integratieverslagen in plaats van de losse stukken.")
@click.option(
    "--due",
    type=opties.Dag(),
    help="Alleen zaken waarvan de WIA-aanvraag uiterlijk op deze dag moet worden gedaan.",
)
@click.option("--zip", "archieven", is_flag=True, help="Maak per zaak en lezer ook één zip-bestand.")
@click.option("--definitief", is_flag=True, help="Een zaak mislukt als een stuk nog een concept is.")
@opties.noem
@opties.jobs
@opties.scheduler
@opties.tijd
@opties.geheugen
@opties.formaat_van_batch
@opties.van_uitvoer
def commando(
    zaken: tuple[Path, ...],
    riv: bool,
    due: dt.date | None,
    archieven: bool,
    definitief: bool,
    noem: tuple[str, ...],
    jobs: int,
    scheduler: str | None,
    tijd: float,
    geheugen: int,
    output: Path,
    peildatum: dt.date,
    huisstijl: str | None,
    templates: Path | None,
    formaat: str,
    regels_tonen: bool | None,
) -> int:
    """Exit 7 where a case failed, 4 where a file of ours was refused; the others are made."""
    _controleer_jobs(scheduler)
    opties.controleer_output(output)
    mappen = zaakmappen(zaken)
    sjablonen = Sjablonen.standaard(templates)
    opties.controleer_huisstijl(huisstijl, sjablonen)
    opdracht = Batchopdracht(
        output,
        peildatum,
        huisstijl,
        templates,
        definitief,
        riv,
        due,
        archieven,
    )
    grens = Grens(tijd, geheugen)
    with opdracht.uitvoer.open() as uitvoer:
        with _ploeg(scheduler, mappen, opdracht, jobs, grens) as (ploeg, aantal):
            uitslagen = list(_uitslagen(mappen, opdracht, ploeg, aantal, formaat))
        is_onaf = onaf(uitvoer).exists()
        if is_onaf:
            schrijf_index(uitvoer, sjablonen)
        schrijf_rapport(uitslagen, opdracht, mappen, noem)
        if is_onaf:
            uitvoer.verwijder(onaf(uitvoer))
    if formaat == "text":
        tabel(uitslagen, regels=regels_tonen)
    return _slot(uitslagen, output)


def _controleer_jobs(scheduler: str | None) -> None:
    """How much is done at once elsewhere is not for us to say; the limits of a case hold there as well."""
    gegeven = click.get_current_context().get_parameter_source("jobs") is not ParameterSource.DEFAULT
    if scheduler and gegeven:
        raise click.BadParameter(
            "Met --scheduler zeggen de werkers zelf hoeveel zij tegelijk doen (`dask worker --nthreads`).",
            param_hint="--jobs",
        )


@contextmanager
def _ploeg(
    scheduler: str | None, mappen: Sequence[Path], opdracht: Batchopdracht, jobs: int, grens: Grens
) -> Iterator[tuple[Executor, int]]:
    """Who makes the cases, and how many at once."""
    if scheduler:
        with met_buitenploeg(scheduler, opdracht, mappen, grens) as buiten:
            yield buiten, buiten.aantal
        return
    aantal = min(jobs, max(1, len(mappen)))
    ploeg = maak_ploeg(opdracht, aantal, grens)
    try:
        yield ploeg, aantal
        ploeg.shutdown()
    finally:
        ploeg.breek_af()


def _uitslagen(
    mappen: Sequence[Path], opdracht: Batchopdracht, ploeg: Executor, aantal: int, formaat: str
) -> Iterator[Zaakuitslag]:
    """As each is done, told at once where nobody looks at a terminal."""
    with op_scherm(len(mappen)) as voortgang:
        for uitslag in voer_uit(mappen, opdracht, ploeg, _VOORUIT * aantal):
            if voortgang:
                voortgang.tel(overgeslagen=uitslag.overgeslagen, gelukt=not uitslag.is_mislukt)
            if formaat == "json":
                geef_regel(uitslag)
            yield uitslag


def _slot(uitslagen: Sequence[Zaakuitslag], output: Path) -> ExitCode:
    mislukt = sorted(uitslag.zaak for uitslag in uitslagen if uitslag.is_mislukt)
    niet_klaar = sorted(
        uitslag.zaak for uitslag in uitslagen if not uitslag.gelukt and not uitslag.is_mislukt
    )
    if mislukt:
        rest = " De andere zaken zijn gemaakt." if len(mislukt) < len(uitslagen) else ""
        praat(f"Mislukt: {', '.join(mislukt)}.{rest}")
    if niet_klaar:
        praat(f"Niet klaar: {', '.join(niet_klaar)}.")
    if mislukt or niet_klaar:
        praat(f"Wat er ontbreekt en wie dat doet, staat in {toonbaar(output / RAPPORTEN[0])}.")
    findings = (finding for uitslag in uitslagen for finding in uitslag.findings)
    return exitcode(findings, ExitCode.DEEL_MISLUKT if mislukt or niet_klaar else ExitCode.GOED)
