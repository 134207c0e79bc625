"""Runs `new` as the command line does, in this process."""

from dataclasses import dataclass

import click
from click.testing import CliRunner

from dossiergen.cli.new import commando

__all__ = ["Uitkomst", "draai_new"]


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """What a run said, and its exit code."""

    exit_code: int
    stdout: str
    stderr: str


def draai_new(woorden: tuple[str, ...], antwoorden: str = "") -> Uitkomst:
    klaar = CliRunner().invoke(commando, list(woorden), input=antwoorden, standalone_mode=False)
    if isinstance(klaar.exception, click.ClickException):
        melding = klaar.exception.format_message()
        return Uitkomst(klaar.exception.exit_code, klaar.stdout, klaar.stderr + melding)
    if isinstance(klaar.exception, click.Abort):
        return Uitkomst(130, klaar.stdout, klaar.stderr)
    if klaar.exception is not None:
        raise klaar.exception
    return Uitkomst(int(klaar.return_value), klaar.stdout, klaar.stderr)
