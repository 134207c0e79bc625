"""The command line. Each command's module is loaded when it is called, so `check` never pays for a writer."""

from dossiergen.cli.hoofd import main

__all__ = ["main"]
