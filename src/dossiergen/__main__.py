"""`python -m dossiergen` is the command `dossiergen`."""

from dossiergen.cli import main

main()
