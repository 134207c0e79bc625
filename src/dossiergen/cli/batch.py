"""`dossiergen batch`: make the documents of every case in a folder."""

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from dossiergen.cli import opties
from dossiergen.cli.batchtonen import geef_regel, tabel
from dossiergen.cli.keuren import exitcode
from dossiergen.cli.tonen import praat
from dossiergen.cli.voortgang import op_scherm
from dossiergen.cli.zaken import zaakmappen
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
    with opdracht.uitvoer.open() as uitvoer:
        uitslagen = list(_uitslagen(mappen, opdracht, jobs, Grens(tijd, geheugen), formaat))
        is_onaf = onaf(uitvoer).exists()
        if is_onaf:
            schrijf_index(uitvoer, sjablonen)
        schrijf_rapport(uitslagen, opdracht, mappen, noem)
        if is_onaf:
            uitvoer.verwijder(onaf(uitvoer))
    if formaat == "text":
        tabel(uitslagen, regels=regels_tonen)
    return _slot(uitslagen, output)


def _uitslagen(
    mappen: Sequence[Path], opdracht: Batchopdracht, jobs: int, grens: Grens, formaat: str
) -> Iterator[Zaakuitslag]:
    """As each is done, told at once where nobody looks at a terminal."""
    aantal = min(jobs, max(1, len(mappen)))
    ploeg = maak_ploeg(opdracht, aantal, grens)
    try:
        with op_scherm(len(mappen)) as voortgang:
            for uitslag in voer_uit(mappen, opdracht, ploeg, _VOORUIT * aantal):
                if voortgang:
                    voortgang.tel(overgeslagen=uitslag.overgeslagen, gelukt=not uitslag.is_mislukt)
                if formaat == "json":
                    geef_regel(uitslag)
                yield uitslag
        ploeg.shutdown()
    finally:
        ploeg.breek_af()


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
