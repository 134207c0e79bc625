"""`dossiergen schema`: the JSON Schema of the files of a case."""

from pathlib import Path

import click

from dossiergen.cli import opties
from dossiergen.cli.tonen import geef
from dossiergen.errors import BestandFout, ExitCode
from dossiergen.zaak.schema import SCHEMAS, schema_tekst


@click.command(
    "schema",
    help="Toon het JSON Schema van één soort bestand, of schrijf ze met --output alle naar een map. "
    f"Zet boven een bestand: # yaml-language-server: $schema=PAD. NAAM is een van: {', '.join(SCHEMAS)}.",
)
@click.argument("naam", type=click.Choice(list(SCHEMAS)), default="zaak", metavar="[NAAM]")
@click.option("--output", type=opties.MAP, help="Map waarin alle schema's komen.")
def commando(naam: str, output: Path | None) -> int:
    """Print one schema, or write all."""
    if output is None:
        geef(schema_tekst(naam), nl=False)
        return ExitCode.GOED
    try:
        output.mkdir(parents=True, exist_ok=True)
        for soort in SCHEMAS:
            pad = output / f"{soort}.json"
            pad.write_text(schema_tekst(soort), encoding="utf-8")
            geef(str(pad))
    except OSError as fout:
        raise BestandFout(f"De map {output} kan niet worden geschreven.", "Controleer uw rechten.") from fout
    return ExitCode.GOED
