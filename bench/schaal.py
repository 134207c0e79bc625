"""How a batch grows: with workers, with cases, and when nothing changed; through the real command.

Usage, on a machine where nothing else runs; FOLDER keeps caseloads and outputs (2 MB a case):
  .venv/bin/python bench/schaal.py FOLDER werkers [--aantal 70] [--rondes 2]
  .venv/bin/python bench/schaal.py FOLDER prijs [--aantallen 10 100 1000] [--rondes 1]
  .venv/bin/python bench/schaal.py FOLDER venster [--aantal 10000] [--seconden 600]
  .venv/bin/python bench/schaal.py FOLDER licht [--aantallen 10 100 1000 10000] [--rondes 2]
  .venv/bin/python bench/schaal.py FOLDER ongewijzigd [--aantal 1000] [--rondes 5]
Each prints a table. CPU is of all processes, orphans too. What is compared is taken in turn in one run.
"""

import argparse
import os
import platform
import sys
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path

import schaaldelen as delen
from batchproef import Proef
from tabel import markdown

Deel = Callable[[Proef, argparse.Namespace], tuple[Sequence[str], list[Sequence[str]]]]

DELEN: dict[str, Deel] = {
    "werkers": lambda proef, keuze: delen.werkers(proef, keuze.aantal or 70, keuze.rondes or 2),
    "prijs": lambda proef, keuze: delen.prijs(
        proef, keuze.aantallen or (10, 100, 1000), keuze.rondes or 1, keuze.jobs
    ),
    "venster": lambda proef, keuze: delen.venster(proef, keuze.aantal or 10_000, keuze.seconden, keuze.jobs),
    "licht": lambda proef, keuze: delen.licht(
        proef, keuze.aantallen or (10, 100, 1000, 10_000), keuze.rondes or 2, keuze.jobs
    ),
    "ongewijzigd": lambda proef, keuze: delen.ongewijzigd(
        proef, keuze.aantal or 1000, keuze.rondes or 5, keuze.jobs
    ),
}


def machine() -> str:
    """Where it was measured, and how much else ran just before."""
    druk = os.getloadavg()[0]
    wat = f"{os.cpu_count()} cores {platform.machine()}, Python {platform.python_version()}"
    return f"{wat}, WeasyPrint {version('weasyprint')}, load {druk:.1f} before it began"


def main() -> None:
    vragen = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    vragen.add_argument("map", type=Path, help="map voor zaken en uitvoer; blijft staan")
    vragen.add_argument("deel", choices=DELEN)
    vragen.add_argument("--aantal", type=int)
    vragen.add_argument("--aantallen", type=int, nargs="+")
    vragen.add_argument("--rondes", type=int)
    vragen.add_argument("--seconden", type=float, default=600)
    vragen.add_argument("--jobs", type=int, default=2)
    keuze = vragen.parse_args()
    waar = machine()
    proef = Proef(keuze.map.absolute())
    proef.maak_warm()
    kop, rijen = DELEN[keuze.deel](proef, keuze)
    print(f"`bench/schaal.py FOLDER {' '.join(sys.argv[2:])}`; {waar}\n")
    print(markdown(kop, rijen))


if __name__ == "__main__":
    main()
