"""Runs the real command `dossiergen batch` over a made caseload, and keeps what it took."""

import json
import os
import re
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from geheugenproef import Kijker
from maak_zaken import PEILDATUM, maak_zaken
from stamboom import draai

__all__ = ["Batchrun", "Proef", "Zaak", "verhuis"]

_ONDERBROKEN = 130
_HUISNUMMER = re.compile(r"(straat: [^,}]*?)(\d+)")


@dataclass(frozen=True, slots=True)
class Zaak:
    """One line of the batch: when it came, seconds of a worker, documents that were made."""

    naam: str
    moment: float
    seconden: float
    stukken: int
    gelukt: bool
    overgeslagen: bool


@dataclass(frozen=True, slots=True)
class Batchrun:
    """Seconds by the clock, of CPU of all its processes; each case as it came; what its processes held."""

    code: int
    wand: float
    cpu: float
    zaken: tuple[Zaak, ...]
    kijker: Kijker

    @property
    def stukken(self) -> int:
        return sum(zaak.stukken for zaak in self.zaken)

    @property
    def gedaan(self) -> list[str]:
        return [zaak.naam for zaak in self.zaken if not zaak.overgeslagen]


@dataclass(frozen=True, slots=True)
class Proef:
    """A folder in which caseloads are made, and outputs. What is called `uit-…` in it is ours to throw away.

    The program has its byte code, as it has where it was installed, whatever this process was told about that.
    """

    map_: Path

    def zaken(self, aantal: int) -> Path:
        """The same as long as they are there."""
        zaken = self.map_ / f"zaken-{aantal}"
        if not zaken.exists():
            maak_zaken(aantal, zaken)
        return zaken

    def uitvoer(self, naam: str) -> Path:
        return self.map_ / f"uit-{naam}"

    def leeg(self, naam: str) -> Path:
        """An output folder with nothing in it yet."""
        uit = self.uitvoer(naam)
        if uit.exists():
            shutil.rmtree(uit)
        return uit

    def maak_warm(self) -> None:
        """So that the first run does not pay for byte code and for what the system has to read from its disk."""
        uit = self.leeg("warm")
        self.batch(self.zaken(1), uit, jobs=2)
        shutil.rmtree(uit)

    def batch(
        self, zaken: Path, uit: Path, *woorden: str, jobs: int, stop_na: float | None = None
    ) -> Batchrun:
        """Raises RuntimeError where a case did not go well: then the figures say nothing."""
        kijker = Kijker()
        opdracht = [sys.executable, "-m", "dossiergen", "batch", str(zaken), "--output", str(uit)]
        opdracht += ["--peildatum", str(PEILDATUM), "--jobs", str(jobs), "--format", "json", *woorden]
        klaar = draai(opdracht, self._omgeving(), stop_na=stop_na, begonnen=kijker.begin)
        kijker.stop()
        regels = tuple(_zaak(moment, regel) for moment, regel in klaar.regels)
        goed = {0} if stop_na is None else {0, _ONDERBROKEN}
        if klaar.code not in goed or not all(zaak.gelukt for zaak in regels):
            raise RuntimeError(f"the batch over {zaken} ended with {klaar.code}")
        return Batchrun(klaar.code, klaar.wand, klaar.cpu, regels, kijker)

    def _omgeving(self) -> dict[str, str]:
        anders = {naam: waarde for naam, waarde in os.environ.items() if naam != "PYTHONDONTWRITEBYTECODE"}
        return {**anders, "PYTHONPYCACHEPREFIX": str(self.map_ / "bytecode")}


def _zaak(moment: float, regel: str) -> Zaak:
    data = json.loads(regel)
    gemaakt = sum(stuk["uitkomst"] == "gemaakt" for stuk in data["stukken"])
    return Zaak(data["zaak"], moment, data["seconden"], gemaakt, data["gelukt"], data["overgeslagen"])


def verhuis(zaken: Path, hoeveelste: int) -> str:
    """Someone of the caseload moves to the house next door; gives the name of the case.

    One with a paper that is not fixed, if there is one: what is fixed stays as it is, and costs hardly anything.
    """
    mappen = _mappen(zaken)
    los = [map_ for map_ in mappen if any(map(_is_los, map_.glob("stukken/*.yaml")))] or mappen
    map_ = los[hoeveelste % len(los)]
    pad = map_ / "zaak.yaml"
    oud = pad.read_text("utf-8")
    nieuw = _HUISNUMMER.sub(lambda g: f"{g[1]}{int(g[2]) + 1}", oud, count=1)
    if nieuw == oud:
        raise ValueError(map_.name)
    pad.write_text(nieuw, "utf-8")
    return map_.name


def _is_los(pad: Path) -> bool:
    return "\nstatus: " not in pad.read_text("utf-8")


def _mappen(zaken: Path) -> Sequence[Path]:
    return sorted(pad for pad in zaken.iterdir() if pad.is_dir())
