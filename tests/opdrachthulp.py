"""Runs a command in the process of the test: a process of its own takes a second to begin."""

from collections.abc import Mapping
from dataclasses import dataclass

import click
from click.testing import CliRunner

from dossiergen.errors import DossiergenFout

__all__ = ["Uitkomst", "draai"]


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """What a run said, and its exit code."""

    exit_code: int
    stdout: str
    stderr: str


def draai(
    opdracht: click.Command, *woorden: str, antwoorden: str = "", omgeving: Mapping[str, str] | None = None
) -> Uitkomst:
    """`antwoorden`: what somebody types, who has no screen."""
    klaar = CliRunner().invoke(opdracht, list(woorden), input=antwoorden, env=omgeving, standalone_mode=False)
    fout = klaar.exception
    match fout:
        case None:
            return Uitkomst(int(klaar.return_value), klaar.stdout, klaar.stderr)
        case click.ClickException():
            return Uitkomst(fout.exit_code, klaar.stdout, klaar.stderr + fout.format_message())
        case click.Abort():
            return Uitkomst(130, klaar.stdout, klaar.stderr)
        case DossiergenFout():
            return Uitkomst(fout.exit_code, klaar.stdout, f"{klaar.stderr}{fout.melding}\n{fout.hint}\n")
    raise fout
