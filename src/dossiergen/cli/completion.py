"""`dossiergen completion`: the script that completes commands, documents and house styles."""

import click
from click.shell_completion import get_completion_class

from dossiergen.cli.tonen import geef
from dossiergen.errors import ExitCode


@click.command(
    "completion",
    help='Toon het script voor aanvullen met Tab. Voor bash: eval "$(dossiergen completion bash)" in ~/.bashrc.',
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]), default="bash")
@click.pass_context
def commando(ctx: click.Context, shell: str) -> int:
    """Print the script of one shell."""
    soort = get_completion_class(shell)
    if soort is None:
        raise click.UsageError("Voor deze shell is er geen script.")
    geef(soort(ctx.find_root().command, {}, "dossiergen", "_DOSSIERGEN_COMPLETE").source())
    return ExitCode.GOED
