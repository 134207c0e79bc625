"""The options that several commands share."""

import datetime as dt
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from dossiergen.dossier.batch.grens import Grens
from dossiergen.sjablonen import Sjablonen
from dossiergen.zaak import STUKSOORTEN

__all__ = [
    "Dag",
    "controleer_huisstijl",
    "controleer_output",
    "formaat",
    "formaat_van_batch",
    "formaat_van_check",
    "geheugen",
    "huisstijl",
    "jobs",
    "noem",
    "nu",
    "output",
    "peildatum",
    "regels_tonen",
    "scheduler",
    "stuk",
    "templates",
    "tijd",
    "van_maken",
    "van_uitvoer",
    "zaken",
]


# As the dates of a case.
_JAREN = range(1900, 2200)


class Dag(click.ParamType[dt.date]):
    """An ISO date."""

    name = "datum"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        if isinstance(value, dt.date):
            return value
        try:
            datum = dt.date.fromisoformat(value)
        except ValueError:
            datum = None
        # Python also reads 20260312 and 2026-W11-4.
        if datum is None or datum.isoformat() != value:
            self.fail("Schrijf de datum als jjjj-mm-dd, bijvoorbeeld 2026-03-12.", param, ctx)
        if datum.year not in _JAREN:
            self.fail("Kies een datum van 1900 tot en met 2199.", param, ctx)
        return datum


class Stuknaam(click.ParamType[str]):
    """A kind of document, or one of several by its number."""

    name = "stuk"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        return [CompletionItem(naam) for naam in STUKSOORTEN if naam.startswith(incomplete)]


class Huisstijlnaam(click.ParamType[str]):
    """The name of a house style's folder."""

    name = "naam"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        namen = Sjablonen.standaard().huisstijlen()
        return [CompletionItem(naam) for naam in namen if naam.startswith(incomplete)]


def controleer_huisstijl(naam: str | None, sjablonen: Sjablonen) -> None:
    """A usage error where no template folder has this style."""
    namen = sjablonen.huisstijlen()
    if naam is not None and naam not in namen:
        raise click.BadParameter(
            f"Deze huisstijl bestaat niet. Wel: {', '.join(namen)}.", param_hint="--huisstijl"
        )


def controleer_output(output: Path) -> None:
    """A usage error where documents would come to lie among the files of a case."""
    echt = output.resolve()
    eigen = any((map_ / "zaak.yaml").exists() for map_ in (echt, *echt.parents))
    if eigen or any(echt.glob("*/zaak.yaml")):
        raise click.BadParameter(
            "In deze map liggen zaken, of zij is van een zaak. Kies een map daarbuiten.",
            param_hint="--output",
        )


def _bruikbare_kernen() -> int:
    """The cores that this process may use, which can be fewer than the machine has."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def nu() -> dt.datetime:
    """Now, in the time zone of whoever is at the keyboard."""
    return dt.datetime.now().astimezone()  # noqa: TID251  the edge where the clock enters


# As Dask writes it; tls where the machines have certificates for each other.
_ADRES = re.compile(r"(tcp|tls)://([\w.-]+|\[[0-9a-fA-F:]+\]):(?P<poort>[0-9]{1,5})")
_POORTEN = range(1, 65536)

MAP = click.Path(path_type=Path, file_okay=False)

zaken = click.argument("zaken", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="ZAAK...")
peildatum = click.option(
    "--peildatum",
    type=Dag(),
    default=dt.date.today,  # noqa: TID251  the edge where the clock enters
    help="De dag waarnaar wordt gekeken (jjjj-mm-dd).  [standaard: vandaag]",
)
output = click.option(
    "--output", type=MAP, default=Path("output"), show_default=True, help="Map waarin de stukken komen."
)
formaat = click.option(
    "--format",
    "formaat",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Leesbare tekst, of JSON voor een programma.",
)
formaat_van_check = click.option(
    "--format",
    "formaat",
    type=click.Choice(["text", "json", "sarif"]),
    default="text",
    show_default=True,
    help="Leesbare tekst, JSON voor een programma, of SARIF voor een editor of CI.",
)


def _minstens_een(_ctx: click.Context, _param: click.Parameter, waarde: float) -> float:
    if waarde < 1:
        raise click.BadParameter("Kies een aantal vanaf 1.")
    return waarde


jobs = click.option(
    "--jobs",
    type=int,
    callback=_minstens_een,
    metavar="AANTAL",
    default=_bruikbare_kernen,
    help="Met hoeveel processen tegelijk aan zaken wordt gewerkt. [standaard: elke kern]",
)
formaat_van_batch = click.option(
    "--format",
    "formaat",
    type=click.Choice(["text", "json"]),
    default=lambda: "text" if sys.stdout.isatty() else "json",
    help="Een tabel aan het eind, of een regel JSON per zaak zodra die klaar is. "
    "[standaard: een tabel op een scherm, anders JSON]",
)
tijd = click.option(
    "--tijd",
    type=float,
    callback=_minstens_een,
    metavar="SECONDEN",
    default=Grens().seconden,
    show_default=True,
    help="Hoe lang één zaak mag duren; daarna mislukt zij.",
)
geheugen = click.option(
    "--geheugen",
    type=int,
    callback=_minstens_een,
    metavar="MB",
    default=Grens().megabytes,
    show_default=True,
    help="Hoeveel geheugen een proces mag gebruiken; daarboven mislukt de zaak.",
)


def _adres(_ctx: click.Context, _param: click.Parameter, waarde: str | None) -> str | None:
    """A usage error for what is no address; whether somebody answers there is seen later."""
    if waarde is not None and not (
        (gelezen := _ADRES.fullmatch(waarde)) and int(gelezen["poort"]) in _POORTEN
    ):
        raise click.BadParameter("Schrijf het adres als tcp://machine:8786.")
    return waarde


scheduler = click.option(
    "--scheduler",
    callback=_adres,
    metavar="ADRES",
    help="Laat de werkers van deze Dask-scheduler het werk doen, ook op andere machines (tcp://machine:8786). "
    "Zij zien de mappen op dezelfde plaats.",
)
noem = click.option(
    "--noem",
    type=click.Choice(["naam", "bsn"]),
    multiple=True,
    help="Zet ook de naam of het BSN van de werknemer in het rapport; mag vaker. [standaard: geen van beide]",
)
huisstijl = click.option(
    "--huisstijl", type=Huisstijlnaam(), help="Andere huisstijl dan die van de afzender."
)
templates = click.option(
    "--templates",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="Eigen map met sjablonen; gaat vóór de meegeleverde.",
)
stuk = click.option(
    "--stuk", "stukken", type=Stuknaam(), multiple=True, help="Alleen dit stuk; mag vaker. [standaard: alle]"
)
regels_tonen = click.option(
    "--show-lines/--hide-lines",
    "regels_tonen",
    default=None,
    help="Toon de regel uit het bestand. [standaard: alleen op een scherm]",
)


def van_uitvoer(functie: Callable[..., int]) -> Callable[..., int]:
    """What every command that makes documents has to know."""
    for optie in (regels_tonen, templates, huisstijl, peildatum, output):
        functie = optie(functie)
    return functie


def van_maken(functie: Callable[..., int]) -> Callable[..., int]:
    """The options of a command that makes documents, and tells of it as it was asked to."""
    return van_uitvoer(formaat(functie))
