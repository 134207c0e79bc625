"""`python -m dossiergen` is the command `dossiergen`."""

from dossiergen.cli import main

if __name__ == "__main__":  # a worker of a batch imports the module that was run
    main()
