"""The broken files of tests/gebrekkig, each laid in a case that is in order for the rest.

The first word of a file's name says which file it stands for; the comment on a line says which finding
belongs there: `bsn: 123456789  # ID-02 kolom 8`.
"""

import re
import shutil
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dossiergen.finding import Finding, op_plaats
from dossiergen.zaak import laad_bedrijfsartsdeel, laad_organisaties, laad_zaak
from dossiergen.zaak.schema import schema_tekst

__all__ = [
    "GEBREKKIG",
    "GOED",
    "KAAL",
    "KENMERK",
    "TOCH_GOED",
    "Gebrek",
    "bevindingen",
    "goede_map",
    "woorden_van_schema",
]

KENMERK = "2026-0001"
_MAP = Path(__file__).parent / "gebrekkig"
GOED = Path(__file__).parent / "regels" / "basis"
"""A complete case, without findings on 2026-03-01."""
KAAL = _MAP / "kaal"
"""The same case with no more than its form asks."""
_PADEN = {
    "organisaties": "organisaties.yaml",
    "zaak": f"{KENMERK}/zaak.yaml",
    "bedrijfsarts": f"{KENMERK}/bedrijfsarts.yaml",
    "plan-van-aanpak": f"{KENMERK}/stukken/plan-van-aanpak.yaml",
    "probleemanalyse": f"{KENMERK}/stukken/probleemanalyse.yaml",
}
_VERWACHT = re.compile(r"  # ((?:[A-Z]{2,3}-\d\d kolom \d+(?:, )?)+)$")
_EEN = re.compile(r"([A-Z]{2,3}-\d\d) kolom (\d+)")


@dataclass(frozen=True, slots=True)
class Gebrek:
    """One broken file."""

    naam: str
    ruw: bytes

    @property
    def pad(self) -> str:
        """Which file of a case it stands for."""
        return next(pad for soort, pad in _PADEN.items() if self.naam.startswith(f"{soort}-"))

    @property
    def regels(self) -> list[str]:
        return self.ruw.decode("utf-8-sig", "replace").replace("\r\n", "\n").split("\n")

    @property
    def verwacht(self) -> list[tuple[int, int, str]]:
        """Line, column and code of every finding that the comments name."""
        return sorted(
            (nr, int(kolom), code)
            for nr, regel in enumerate(self.regels, 1)
            for merk in _VERWACHT.findall(regel)
            for code, kolom in _EEN.findall(merk)
        )

    def leg_in(self, map_: Path) -> Path:
        """Make a case in `map_` with this file in it; returns where the file lies."""
        bestand = goede_map(map_) / self.pad
        bestand.write_bytes(self.ruw)
        return bestand

    def waarden(self) -> set[str]:
        """The values in the file that no message may repeat."""
        stukjes = {
            waarde.strip(" \"'")
            for regel in self.regels
            for deel in re.split(r"[,{}\[\]]|- ", re.sub(r"(^|\s)#.*", "", regel))
            for waarde in deel.split(":", 1)[1:]
        }
        return {stuk for stuk in stukjes if len(stuk) > 3} - woorden_van_schema() - _sleutels()


@cache
def _sleutels() -> frozenset[str]:
    return frozenset(
        re.findall(r"^ *([a-z0-9-]+):", (GOED / "organisaties.yaml").read_text("utf-8"), re.MULTILINE)
    )


@cache
def woorden_van_schema() -> frozenset[str]:
    """Keys, choices and examples that we wrote ourselves."""
    namen = ("zaak", "organisaties", "bedrijfsarts", "plan-van-aanpak", "probleemanalyse")
    return frozenset(woord for naam in namen for woord in re.findall(r'"([^"]+)"', schema_tekst(naam)))


def goede_map(map_: Path) -> Path:
    """A folder of cases, fresh, with one case without findings."""
    doel = map_ / "cases"
    if doel.exists():
        shutil.rmtree(doel)
    shutil.copytree(GOED, doel)
    return doel


def bevindingen(map_: Path, zaak: str = KENMERK) -> tuple[Finding, ...]:
    """Everything that reading a case finds, the bedrijfsarts' own side included."""
    organisaties = laad_organisaties(map_ / "organisaties.yaml")
    geladen = laad_zaak(map_ / zaak, organisaties)
    van_bedrijfsarts = laad_bedrijfsartsdeel(map_ / zaak, organisaties).findings
    return op_plaats((*geladen.findings, *van_bedrijfsarts))


def _lees(map_: Path) -> list[Gebrek]:
    return [Gebrek(pad.stem, pad.read_bytes()) for pad in sorted(map_.glob("*.yaml"))]


GEBREKKIG = _lees(_MAP)
TOCH_GOED = _lees(_MAP / "toch-goed")
