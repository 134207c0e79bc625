"""`dossiergen riv`: the folders of the re-integratieverslag, or the list of what is missing."""

import datetime as dt
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from dossiergen.cli import opties
from dossiergen.cli.keuren import exitcode
from dossiergen.cli.keuren import werkplaats as maak_werkplaats
from dossiergen.cli.tonen import als_json, geef, praat, toon
from dossiergen.cli.zaken import laad, zaakmappen
from dossiergen.dossier.index import schrijf_index
from dossiergen.dossier.resultaat import Uitkomst
from dossiergen.dossier.riv import VERSLAG, Verslagresultaat, maak_verslag
from dossiergen.dossier.uitvoer import Uitvoer
from dossiergen.dossier.werkplaats import Werkplaats
from dossiergen.errors import DossiergenFout, ExitCode, SchijfWeigert
from dossiergen.overzicht import Gebrek
from dossiergen.sjablonen import Sjablonen
from dossiergen.zaak import GeladenZaak


@click.command(
    "riv",
    help="Maak het re-integratieverslag van een of meer zaken: een map om bij UWV te uploaden, en een map voor de "
    "werknemer. Uit een map met zaken komen alleen die met een re-integratieverslag.yaml aan de beurt.",
)
@opties.zaken
@click.option(
    "--toch", is_flag=True, help="Maak ook een verslag dat niet compleet is, als concept in een eigen map."
)
@opties.van_maken
def commando(
    zaken: tuple[Path, ...],
    toch: bool,
    output: Path,
    peildatum: dt.date,
    huisstijl: str | None,
    templates: Path | None,
    formaat: str,
    regels_tonen: bool | None,
) -> int:
    """Exit 1 where a verslag is incomplete, 7 where that is so for some of several cases, 4 where a file of ours was refused."""
    opties.controleer_output(output)
    mappen = zaakmappen(zaken)
    sjablonen = Sjablonen.standaard(templates)
    opties.controleer_huisstijl(huisstijl, sjablonen)
    werkplaats = maak_werkplaats(sjablonen, huisstijl)
    gekozen = [geladen for geladen, _ in laad(mappen) if len(mappen) == 1 or _heeft_verslag(geladen)]
    if not gekozen:
        praat(f"In geen van deze zaken staat stukken/{VERSLAG}.yaml.")
    with Uitvoer(output).open() as uitvoer:
        maak = maak_verslag if len(gekozen) == 1 else _resultaat
        resultaten = [maak(geladen, werkplaats, uitvoer, peildatum, toch=toch) for geladen in gekozen]
        schrijf_index(uitvoer, sjablonen)
    for resultaat in resultaten:
        _toon(resultaat, formaat, regels=regels_tonen)
    return _exitcode(resultaten)


def _heeft_verslag(geladen: GeladenZaak) -> bool:
    """Whether somebody began on it; what cannot be read is not passed over."""
    return geladen.zaak is None or any(stuk.soort == VERSLAG for stuk in geladen.zaak.stukken)


def _resultaat(
    geladen: GeladenZaak, werkplaats: Werkplaats, uitvoer: Uitvoer, peildatum: dt.date, *, toch: bool
) -> Verslagresultaat:
    """One of several cases never stops the others."""
    try:
        return maak_verslag(geladen, werkplaats, uitvoer, peildatum, toch=toch)
    except SchijfWeigert:
        raise
    except DossiergenFout as fout:
        return Verslagresultaat(geladen.naam, storing=f"{fout.melding} {fout.hint}".strip())
    except Exception as fout:  # noqa: BLE001  one case never stops the others; only the kind is named
        return Verslagresultaat(geladen.naam, storing=f"Interne fout: {type(fout).__name__}.")


def _exitcode(resultaten: Sequence[Verslagresultaat]) -> ExitCode:
    mislukt = [resultaat for resultaat in resultaten if not resultaat.gelukt]
    if not mislukt:
        return ExitCode.GOED
    anders = ExitCode.FOUTEN if len(resultaten) == 1 else ExitCode.DEEL_MISLUKT
    return exitcode((finding for resultaat in resultaten for finding in resultaat.findings), anders)


def _toon(resultaat: Verslagresultaat, formaat: str, *, regels: bool | None) -> None:
    if formaat == "json":
        geef(json.dumps(_als_json(resultaat), ensure_ascii=False))
        return
    toon(resultaat.findings, formaat, regels=regels)
    for pad, is_nieuw in resultaat.paden.items():
        geef(f"{(Uitkomst.GEMAAKT if is_nieuw else Uitkomst.ONGEWIJZIGD).value:<12} {pad}")
    praat(_uitkomst(resultaat))
    ontbreekt = [gebrek for gebrek in resultaat.gebreken if gebrek.houdt_tegen]
    rest = [gebrek for gebrek in resultaat.gebreken if not gebrek.houdt_tegen]
    for kop, gebreken in (("Wat ontbreekt, en wie zorgt ervoor:", ontbreekt), ("Let nog op:", rest)):
        if gebreken:
            praat(kop)
        for gebrek in gebreken:
            praat(f"  {_wie(gebrek)}: {gebrek.wat} {gebrek.doen}")


def _uitkomst(resultaat: Verslagresultaat) -> str:
    zaak = f"Zaak {resultaat.zaak}"
    if resultaat.storing:
        return f"{zaak}: {resultaat.storing}"
    if resultaat.niet_nodig:
        return f"{zaak}: volgens de kalender hoort er geen re-integratieverslag. {resultaat.niet_nodig}"
    if not resultaat.paden:
        zin = f"{zaak}: het re-integratieverslag is niet gemaakt, want het is niet in orde."
        return f"{zin} {'Met --toch maakt u een concept.' if resultaat.kan_als_concept else 'Ook een concept kan nu niet.'}"
    if resultaat.is_concept:
        return f"{zaak}: het re-integratieverslag is gemaakt als concept. Stuur het niet naar UWV."
    return f"{zaak}: het re-integratieverslag is compleet."


def _wie(gebrek: Gebrek) -> str:
    return " en ".join(wie.value for wie in gebrek.wie)


def _als_json(resultaat: Verslagresultaat) -> dict[str, Any]:
    return {
        "zaak": resultaat.zaak,
        "gelukt": resultaat.gelukt,
        "concept": resultaat.is_concept,
        "niet_nodig": resultaat.niet_nodig,
        "storing": resultaat.storing,
        "ontbreekt": [
            {
                "code": gebrek.code,
                "wat": gebrek.wat,
                "wie": [wie.value for wie in gebrek.wie],
                "doen": gebrek.doen,
                "houdt_tegen": gebrek.houdt_tegen,
                "bestand": gebrek.bestand,
            }
            for gebrek in resultaat.gebreken
        ],
        "bestanden": [str(pad) for pad in resultaat.paden],
        "findings": [als_json(finding) for finding in resultaat.findings],
    }
