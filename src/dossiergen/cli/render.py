"""`dossiergen render`: make the documents of one case."""

import datetime as dt
import json
from pathlib import Path

import click

from dossiergen.cli import opties
from dossiergen.cli.tonen import als_json, geef, praat, toon
from dossiergen.cli.zaken import laad, zaakmappen
from dossiergen.dossier.bestandsnaam import naam_van
from dossiergen.dossier.index import schrijf_index
from dossiergen.dossier.maken import Keuze, maak_zaak
from dossiergen.dossier.resultaat import Zaakresultaat
from dossiergen.dossier.uitvoer import Uitvoer
from dossiergen.dossier.werkplaats import Werkplaats
from dossiergen.errors import ExitCode
from dossiergen.sjablonen import Sjablonen
from dossiergen.zaak import GeladenZaak, laad_bedrijfsartsdeel


@click.command("render", help="Maak de stukken van één zaak, als PDF en Word. ZAAK is de map van de zaak.")
@click.argument("zaak", type=click.Path(path_type=Path))
@opties.stuk
@opties.van_maken
@click.option("--definitief", is_flag=True, help="Mislukt als een gekozen stuk nog een concept is.")
def commando(
    zaak: Path,
    stukken: tuple[str, ...],
    output: Path,
    peildatum: dt.date,
    huisstijl: str | None,
    templates: Path | None,
    definitief: bool,
    formaat: str,
    regels_tonen: bool | None,
) -> int:
    """Exit 1 where a fout is found; documents without fout are made all the same."""
    opties.controleer_output(output)
    mappen = zaakmappen([zaak])
    if len(mappen) != 1:
        raise click.UsageError(
            "Dit is een map met meer zaken. Gebruik `dossiergen batch` om ze alle te maken."
        )
    geladen, _ = next(laad(mappen))
    sjablonen = Sjablonen.standaard(templates)
    opties.controleer_huisstijl(huisstijl, sjablonen)
    werkplaats = Werkplaats(sjablonen, huisstijl)
    _controleer_namen(geladen, stukken, werkplaats)
    with Uitvoer(output).open() as uitvoer:
        keuze = Keuze(frozenset(stukken), definitief)
        resultaat = maak_zaak(geladen, keuze, werkplaats, uitvoer, peildatum)
        schrijf_index(uitvoer, sjablonen)
    _toon(resultaat, formaat, regels=regels_tonen)
    return ExitCode.GOED if resultaat.gelukt else ExitCode.FOUTEN


def _controleer_namen(geladen: GeladenZaak, gevraagd: tuple[str, ...], werkplaats: Werkplaats) -> None:
    """A usage error where a name matches none of the documents of this case."""
    zaak = geladen.zaak
    if zaak is None:
        return
    deel = laad_bedrijfsartsdeel(geladen.map, geladen.gedeeld).deel
    stukken = (*zaak.stukken, *(deel.stukken if deel else ()))
    namen = {naam_van(vorm, stuk) for stuk in stukken for vorm in werkplaats.vormen_van(zaak, stuk)}
    for naam in gevraagd:
        keuze = Keuze(frozenset({naam}))
        if not any(keuze.kiest(stuk, vorm) for stuk in stukken for vorm in werkplaats.vormen_van(zaak, stuk)):
            raise click.BadParameter(
                f"Deze zaak heeft geen stuk met die naam. Wel: {', '.join(sorted(namen)) or 'geen'}.",
                param_hint="--stuk",
            )


def _toon(resultaat: Zaakresultaat, formaat: str, *, regels: bool | None) -> None:
    if formaat == "json":
        stukken = [
            {
                "stuk": stuk.stuk,
                "uitkomst": stuk.uitkomst.value,
                "bestanden": [str(pad) for pad in stuk.paden],
            }
            for stuk in resultaat.stukken
        ]
        findings = [als_json(finding) for finding in resultaat.findings]
        geef(
            json.dumps(
                {"zaak": resultaat.zaak, "stukken": stukken, "findings": findings},
                ensure_ascii=False,
                indent=2,
            )
        )
        return
    toon(resultaat.findings, formaat, regels=regels)
    for stuk in resultaat.stukken:
        for pad in stuk.paden or (stuk.stuk,):
            geef(f"{stuk.uitkomst.value:<12} {pad}")
    if not resultaat.stukken and resultaat.gelukt:
        praat("Deze zaak heeft nog geen stukken om te maken.")
