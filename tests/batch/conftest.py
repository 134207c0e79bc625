"""A folder of small cases, and a batch over it as the command does it."""

import json
from pathlib import Path

import pytest

from batchhulp import PEILDATUM, Batch, Gedraaid
from dossiergen.cli.batch import commando
from dossierhulp import kopieer_kleine_zaken
from opdrachthulp import draai
from verslaghulp import LANG

# Machines of Dask, which take a minute.
collect_ignore = [] if LANG else ["test_cluster_echt.py"]


@pytest.fixture(name="cases")
def _cases(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return kopieer_kleine_zaken(tmp_path / "cases")


@pytest.fixture(name="batch")
def _batch(cases: Path) -> Batch:
    def batch(*woorden: str) -> Gedraaid:
        klaar = draai(commando, cases.name, "--peildatum", str(PEILDATUM), *woorden)
        regels = (json.loads(regel) for regel in klaar.stdout.splitlines())
        return Gedraaid(klaar.exit_code, {regel["zaak"]: regel for regel in regels}, klaar.stderr)

    return batch
