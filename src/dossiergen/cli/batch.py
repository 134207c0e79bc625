"""`dossiergen batch`: make the documents of every case in a folder."""

import datetime as dt
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from dossiergen.cli import opties
from dossiergen.cli.keuren import exitcode, werkplaats
from dossiergen.cli.tonen import als_json, geef, praat, toon
from dossiergen.cli.zaken import laad, zaakmappen
from dossiergen.dossier.batch import maak_zaken
from dossiergen.dossier.index import schrijf_index
from dossiergen.dossier.maken import Keuze
from dossiergen.dossier.resultaat import Uitkomst, Zaakresultaat
from dossiergen.dossier.uitvoer import Uitvoer
from dossiergen.errors import ExitCode
from dossiergen.sjablonen import Sjablonen


@click.command(
    "batch", help="Maak de stukken van alle zaken. ZAAK is een map vol zaken, of de map van een zaak."
)
@opties.zaken
@opties.van_maken
@click.option("--definitief", is_flag=True, help="Een zaak mislukt als een stuk nog een concept is.")
def commando(
    zaken: tuple[Path, ...],
    output: Path,
    peildatum: dt.date,
    huisstijl: str | None,
    templates: Path | None,
    definitief: bool,
    formaat: str,
    regels_tonen: bool | None,
) -> int:
    """Exit 7 where a case failed, 4 where a file of ours was refused; the others are made."""
    opties.controleer_output(output)
    mappen = zaakmappen(zaken)
    sjablonen = Sjablonen.standaard(templates)
    opties.controleer_huisstijl(huisstijl, sjablonen)
    plek = werkplaats(sjablonen, huisstijl)
    with Uitvoer(output).open() as uitvoer:
        geladen = (zaak for zaak, _ in laad(mappen))
        keuze = Keuze(definitief=definitief)
        lopend = maak_zaken(geladen, keuze, plek, uitvoer, peildatum)
        resultaten = list(_met_voortgang(lopend, len(mappen), formaat))
        schrijf_index(uitvoer, sjablonen)
    if formaat == "text":
        _tabel(resultaten, regels=regels_tonen)
    mislukt = [resultaat.zaak for resultaat in resultaten if not resultaat.gelukt]
    if mislukt:
        rest = " De andere zaken zijn gemaakt." if len(mislukt) < len(resultaten) else ""
        praat(f"Mislukt: {', '.join(mislukt)}.{rest}")
    findings = (finding for resultaat in resultaten for finding in resultaat.findings)
    return exitcode(findings, ExitCode.DEEL_MISLUKT if mislukt else ExitCode.GOED)


def _met_voortgang(lopend: Iterator[Zaakresultaat], aantal: int, formaat: str) -> Iterator[Zaakresultaat]:
    """A progress line on a terminal, a JSON line per case where asked."""
    balk = click.progressbar(
        lopend,
        length=aantal,
        label="Zaken",
        file=sys.stderr,
        hidden=not sys.stderr.isatty(),
        show_pos=True,
    )
    with balk as zaken:
        for resultaat in zaken:
            if formaat == "json":
                geef(json.dumps(_als_json(resultaat), ensure_ascii=False))
            yield resultaat


def _als_json(resultaat: Zaakresultaat) -> dict[str, object]:
    return {
        "zaak": resultaat.zaak,
        "gelukt": resultaat.gelukt,
        "storing": resultaat.storing,
        "stukken": [{"stuk": stuk.stuk, "uitkomst": stuk.uitkomst.value} for stuk in resultaat.stukken],
        "findings": [als_json(finding) for finding in resultaat.findings],
    }


def _tabel(resultaten: Sequence[Zaakresultaat], *, regels: bool | None) -> None:
    for resultaat in resultaten:
        toon(resultaat.findings, "text", regels=regels)
        if resultaat.storing:
            geef(f"{resultaat.zaak}: {resultaat.storing}")
    breedte = max(len("Zaak"), *(len(resultaat.zaak) for resultaat in resultaten))
    geef(f"{'Zaak':<{breedte}}  Gemaakt  Ongewijzigd  Geweigerd  Uitkomst")
    for resultaat in resultaten:
        aantallen = (resultaat.aantal(uitkomst) for uitkomst in Uitkomst)
        gemaakt, ongewijzigd, geweigerd = aantallen
        uitkomst = "in orde" if resultaat.gelukt else "mislukt"
        geef(f"{resultaat.zaak:<{breedte}}  {gemaakt:>7}  {ongewijzigd:>11}  {geweigerd:>9}  {uitkomst}")
