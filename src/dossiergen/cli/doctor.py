"""`dossiergen doctor`: whether all is there, and what to do. The first command to run on a new machine."""

import datetime as dt
import gc
import json
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import groupby
from pathlib import Path

import click

from dossiergen.dossier.gereedheid.pakketten import pakketten
from dossiergen.dossier.gereedheid.punt import Gereed, Keuringspunt
from dossiergen.errors import ExitCode

_MAP = click.Path(path_type=Path)
_KLEUR = {Gereed.GOED: "green", Gereed.LET_OP: "yellow", Gereed.ONTBREEKT: "red"}


# The options of the other commands need packages that may be missing here.
@click.command(
    "doctor",
    help="Kijk na of alles er is wat dossiergen nodig heeft, en zeg wat te doen. Verandert niets.",
    epilog="Exitcode 3 als iets ontbreekt wat nodig is. Wat niet nodig is, verandert de exitcode niet.",
)
@click.option("--output", type=_MAP, default=Path("output"), show_default=True, help="Map voor de stukken.")
@click.option("--cases", type=_MAP, default=Path("cases"), show_default=True, help="Map met zaken.")
@click.option(
    "--format", "formaat", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help="Leesbare tekst, of JSON voor een programma.",
)  # fmt: skip
def commando(output: Path, cases: Path, formaat: str) -> int:
    """Exit 3 where something is missing that documents cannot be made without."""
    # One pass and done: looking for garbage costs a tenth of the time.
    gc.disable()
    punten = list(pakketten())
    if not any(punt.houdt_tegen for punt in punten):
        punten += _de_rest(output, cases)
    if formaat == "json":
        _geef(_als_json(punten))
    else:
        _toon(punten)
    return ExitCode.HULPMIDDEL_ONTBREEKT if any(punt.houdt_tegen for punt in punten) else ExitCode.GOED


def _de_rest(output: Path, cases: Path) -> Iterator[Keuringspunt]:
    """What can only be looked at with all packages."""
    # ruff: noqa: PLC0415  these import what `pakketten` just found to be there
    from dossiergen.dossier.gereedheid import bibliotheken, buiten, gegevens, plekken, proef
    from dossiergen.sjablonen import Sjablonen

    sjablonen = Sjablonen.standaard()
    yield from bibliotheken.bibliotheken()
    letters = list(proef.letters())
    yield from letters
    met_letters = not any(punt.houdt_tegen for punt in letters)
    if met_letters:
        yield from proef.proefstukken(sjablonen)
    yield from gegevens.sjabloongegevens(sjablonen, met_letters=met_letters)
    yield from gegevens.wet(dt.date.today())  # noqa: DTZ011, TID251  the edge where the clock enters
    yield from plekken.zakenmap(cases)
    yield plekken.masker(_umask())
    yield from plekken.uitvoermap(output)
    yield from gegevens.schemas(cases.parent / "schemas")
    yield _scherm(sys.stdout.encoding or "")
    yield from buiten.keurmeesters()


def _umask() -> int:
    """It can only be asked by setting it."""
    waarde = os.umask(0o077)
    os.umask(waarde)
    return waarde


def _scherm(codering: str) -> Keuringspunt:
    if codering.lower().replace("-", "") == "utf8":
        return Keuringspunt("Scherm", "tekens", Gereed.GOED, "UTF-8", nodig=False)
    gevonden = f"{codering or 'onbekend'}: letters als é komen niet goed over"
    return Keuringspunt("Scherm", "tekens", Gereed.LET_OP, gevonden, "export LANG=C.UTF-8", nodig=False)


def _als_json(punten: Sequence[Keuringspunt]) -> str:
    inhoud = {
        "gereed": not any(punt.houdt_tegen for punt in punten),
        "punten": [asdict(punt) for punt in punten],
    }
    return json.dumps(inhoud, ensure_ascii=False, indent=2)


def _toon(punten: Sequence[Keuringspunt]) -> None:
    for groep, erin in groupby(punten, key=lambda punt: punt.groep):
        _geef(click.style(groep, bold=True))
        for punt in erin:
            stand = click.style(f"{punt.gereed.value:<9}", fg=_KLEUR[punt.gereed])
            _geef(f"  {stand}  {punt.naam:<20}  {punt.gevonden}")
            if punt.doen:
                _geef(f"{'':35}{punt.doen}")
    mist = [punt.naam for punt in punten if punt.houdt_tegen]
    let_op = sum(punt.gereed is Gereed.LET_OP for punt in punten)
    _geef("")
    if mist:
        rest = "" if len({punt.groep for punt in punten}) > 1 else " Daarna is de rest na te kijken."
        _geef(f"Er ontbreekt iets wat nodig is: {', '.join(mist)}.{rest}")
    else:
        aandacht = {0: "", 1: " Let op: 1 punt."}.get(let_op, f" Let op: {let_op} punten.")
        _geef(f"Alles wat nodig is, is er.{aandacht}")


def _geef(tekst: str) -> None:
    """Also where the terminal lacks a letter: that is what this command is to find out."""
    codering = sys.stdout.encoding or "utf-8"
    click.echo(tekst.encode(codering, "replace").decode(codering))
