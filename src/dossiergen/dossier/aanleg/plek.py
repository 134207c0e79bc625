"""Where a new case goes, and where the schemas are that an editor reads beside it."""

import os
import re
from pathlib import Path

from dossiergen.zaak.mappen import inhoud_van

__all__ = ["ZAKENMAP", "eigen_schemamap", "met_schema", "schemamap", "vrij_kenmerk"]

ZAKENMAP = "cases"
_SCHEMAS = "schemas"
_HOOG = 3
_JAARNUMMER = re.compile(r"(\d{4})-(\d{4})", re.ASCII)


def schemamap(zaken: Path) -> Path | None:
    """The folder with schemas beside the cases, or a few folders above them."""
    echt = zaken.resolve()
    boven = [echt, *echt.parents][: _HOOG + 1]
    return next((map_ / _SCHEMAS for map_ in boven if (map_ / _SCHEMAS / "zaak.json").is_file()), None)


def eigen_schemamap(zaken: Path, hier: Path) -> Path | None:
    """Where schemas may be written: beside the cases, as long as that is not above the folder one stands in.

    A folder among the cases would be taken for a case.
    """
    naast = zaken.resolve().parent
    return naast / _SCHEMAS if naast.is_relative_to(hier.resolve()) else None


def met_schema(vanuit: Path, schemas: Path | None, soort: str) -> str:
    """The path of a schema as a file names it; empty where there is none."""
    if schemas is None:
        return ""
    return Path(os.path.relpath(schemas / f"{soort}.json", vanuit.resolve())).as_posix()


def vrij_kenmerk(zaken: Path, jaar: int) -> str:
    """The first number of the year after all that are there."""
    nummers = [
        int(delen[2])
        for pad in inhoud_van(zaken)[0]
        if (delen := _JAARNUMMER.fullmatch(pad.name)) and int(delen[1]) == jaar
    ]
    return f"{jaar}-{max(nummers, default=0) + 1:04}"
