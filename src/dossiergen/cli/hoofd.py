"""The entry: finds the command, speaks Dutch, turns every ending into an exit code."""

import gc
import gettext
import importlib
import os
import sys
import traceback
from pathlib import Path
from typing import Any, NoReturn

import click
from click.exceptions import NoSuchCommand

from dossiergen.cli.tonen import praat, zonder_luisteraar
from dossiergen.errors import DossiergenFout, ExitCode

__all__ = ["main"]

# Command -> what it does; its module in this package has the same name.
COMMANDOS = {
    "new": "Begin een nieuwe zaak, of het volgende stuk van een zaak.",
    "check": "Controleer zaken en toon wat er niet klopt.",
    "explain": "Leg een bevinding uit: wat, waarom en hoe het wel moet.",
    "status": "Toon de termijnen van zaken, en hoe het ermee staat.",
    "render": "Maak de stukken van één zaak, als PDF en Word.",
    "batch": "Maak de stukken van alle zaken in een map.",
    "riv": "Maak het re-integratieverslag: mappen voor UWV en de werknemer.",
    "inlezen": "Neem over wat in een Word-bestand van een stuk is veranderd.",
    "sign": "Onderteken definitieve stukken met uw eigen sleutel.",
    "verify": "Kijk de handtekeningen in een PDF na.",
    "purge": "Verwijder uitvoer waarvan de bewaartermijn voorbij is.",
    "schema": "Schrijf het JSON Schema waarmee een editor aanvult en uitlegt.",
    "doctor": "Kijk na of alles er is wat dossiergen nodig heeft, en zeg wat te doen.",
    "completion": "Toon het script voor aanvullen met Tab in uw shell.",
}


class Hoofdgroep(click.Group):
    """Lists the commands from the table and imports only the one that is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDOS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDOS:
            return None
        commando = _geladen(cmd_name)
        if not isinstance(commando, click.Command):
            raise TypeError(cmd_name)
        commando.options_metavar = "[OPTIES]"
        return commando

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in COMMANDOS and not args[0].startswith("-"):
            raise NoSuchCommand(args[0], possibilities=COMMANDOS, ctx=ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Opdrachten"):
            formatter.write_dl(list(COMMANDOS.items()))


@click.group(
    cls=Hoofdgroep,
    name="dossiergen",
    options_metavar="[OPTIES]",
    subcommand_metavar="OPDRACHT [ARGUMENTEN]",
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Van een re-integratiezaak naar de stukken die de wet vraagt.",
    epilog="Exitcodes: 0 goed, 1 fouten in een zaak, 2 verkeerd gebruik, 3 hulpmiddel ontbreekt, "
    "4 uitvoer ongeldig, 5 lezen of schrijven, 6 ondertekening, 7 deel van een batch mislukt, "
    "8 uitvoermap in gebruik, 15 interne fout, 130 onderbroken.",
)
@click.version_option(package_name="dossiergen", message="dossiergen %(version)s", help="Toon de versie.")
def groep() -> None:
    """Holds the commands."""


def _geladen(naam: str) -> Any:
    """The command of a module. What an import makes stays for good: looking for garbage in it costs a tenth of the start."""
    gc.disable()
    try:
        return importlib.import_module(f"dossiergen.cli.{naam}").commando
    finally:
        gc.freeze()
        # The writers are loaded later, when there is something to write.
        gc.set_threshold(20_000)
        gc.enable()


def main() -> NoReturn:
    """Run the command line and exit."""
    # No plugin that happens to be installed looks on while a case is read.
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    open_gesloten_stromen()
    spreek_nederlands()
    sys.exit(int(_uitgevoerd()))


def open_gesloten_stromen() -> None:
    """A stream that the shell closed (`>&-`) goes nowhere, instead of into the first file that is opened."""
    for naam in ("stdin", "stdout", "stderr"):
        if getattr(sys, naam) is None:
            wijze = "r" if naam == "stdin" else "w"
            nergens = Path(os.devnull).open(wijze, encoding="utf-8")  # noqa: SIM115  as long as the process
            setattr(sys, naam, nergens)


def spreek_nederlands() -> None:
    """Click asks gettext's default domain for its texts; ours has them in Dutch."""
    os.environ["LANGUAGE"] = "nl"
    gettext.bindtextdomain("messages", str(Path(__file__).parent / "locale"))


def _uitgevoerd() -> int:
    try:
        kleur = False if os.environ.get("NO_COLOR") else None
        uitkomst = groep.main(prog_name="dossiergen", standalone_mode=False, color=kleur)
    except click.ClickException as fout:
        with zonder_luisteraar(sys.stderr):
            fout.show()
        return fout.exit_code
    except DossiergenFout as fout:
        praat(f"Fout: {fout.melding}")
        if fout.hint:
            praat(fout.hint)
        return fout.exit_code
    except (click.Abort, KeyboardInterrupt):
        praat("Onderbroken.")
        return ExitCode.ONDERBROKEN
    except Exception as fout:  # noqa: BLE001  the last net: no traceback, which could show a value, reaches the user
        praat(_onverwacht(fout))
        return ExitCode.INTERN
    return uitkomst if isinstance(uitkomst, int) else ExitCode.GOED


def _onverwacht(fout: Exception) -> str:
    """Kind and place of an error of our own, never its text."""
    stap = traceback.extract_tb(fout.__traceback__)[-1]
    return (
        f"Interne fout: {type(fout).__name__} in {Path(stap.filename).name}, regel {stap.lineno}. "
        "Dit ligt niet aan uw zaak. Meld het met deze regel erbij."
    )
