"""Where a new case goes, and where the schemas are that an editor reads beside it."""

import os
import re
from pathlib import Path

from dossiergen.zaak.mappen import inhoud_van

__all__ = ["ZAKENMAP", "met_schema", "schemamap", "vrij_kenmerk"]

ZAKENMAP = "cases"
_SCHEMAS = "schemas"
_HOOG = 3
_JAARNUMMER = re.compile(r"(\d{4})-(\d{4})", re.ASCII)


def schemamap(zaken: Path) -> Path:
    """The folder with schemas beside the cases or a few folders above them; where there is none, the one beside them.

    Never among the cases, where it would be taken for a case.
    """
    echt = zaken.resolve()
    boven = [echt, *echt.parents][: _HOOG + 1]
    gevonden = (map_ / _SCHEMAS for map_ in boven if (map_ / _SCHEMAS / "zaak.json").is_file())
    return next(gevonden, echt.parent / _SCHEMAS)


def met_schema(vanuit: Path, schemas: Path, soort: str) -> str:
    """The path of a schema as a file names it."""
    return Path(os.path.relpath(schemas / f"{soort}.json", vanuit.resolve())).as_posix()


def vrij_kenmerk(zaken: Path, jaar: int) -> str:
    """The first number of the year after all that are there."""
    nummers = [
        int(delen[2])
        for pad in inhoud_van(zaken)[0]
        if (delen := _JAARNUMMER.fullmatch(pad.name)) and int(delen[1]) == jaar
    ]
    return f"{jaar}-{max(nummers, default=0) + 1:04}"
