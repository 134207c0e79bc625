"""What was made before, per case: `output/.dossiergen/<kenmerk>.json`. Never handed over."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

from dossiergen.errors import BestandFout

__all__ = ["Gemaakt", "Plek", "Staat", "lees_staat"]

SCHEMA = 1


class Plek(NamedTuple):
    """What one set of files stands for."""

    stuk: str
    volgnr: int | None
    versie: int
    concept: bool


@dataclass(frozen=True, slots=True)
class Gemaakt:
    """One document as it was made.

    `inhoud`: fingerprint of its text; `gegevens`: of what the case gave for it; `sleutel`: of all that its
    bytes depend on. `bestanden`: name to sha256, the same in every reader's folder.
    """

    stuk: str
    volgnr: int | None
    titel: str
    versie: int
    status: str
    inhoud: str
    gegevens: str
    sleutel: str
    doelgroepen: tuple[str, ...]
    bestanden: Mapping[str, str]
    versies: Mapping[str, str]

    @property
    def is_concept(self) -> bool:
        return self.status == "concept"

    @property
    def naam(self) -> str:
        return self.stuk if self.volgnr is None else f"{self.stuk}-{self.volgnr:02}"

    @property
    def plek(self) -> Plek:
        return Plek(self.stuk, self.volgnr, self.versie, self.is_concept)


@dataclass(frozen=True, slots=True)
class Staat:
    """Everything that lies in the output of one case, by the order of its file names."""

    kenmerk: str
    stukken: tuple[Gemaakt, ...] = ()
    findings: tuple[Mapping[str, Any], ...] = field(default=())

    def met(self, stukken: Iterable[Gemaakt], findings: Iterable[Mapping[str, Any]]) -> "Staat":
        op_naam = sorted(stukken, key=lambda gemaakt: sorted(gemaakt.bestanden))
        return replace(self, stukken=tuple(op_naam), findings=tuple(findings))

    def als_json(self) -> str:
        data = {"schema": SCHEMA, **asdict(self)}
        return json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def lees_staat(pad: Path, kenmerk: str) -> Staat:
    """What was written before; nothing where there is no file. Raises BestandFout for a broken one."""
    try:
        data = json.loads(pad.read_text(encoding="utf-8"))
        if data["schema"] != SCHEMA:
            raise BestandFout(
                f"{pad} is gemaakt door een andere versie.", "Kies een nieuwe map voor de uitvoer."
            )
        stukken = tuple(
            Gemaakt(**{**stuk, "doelgroepen": tuple(stuk["doelgroepen"])}) for stuk in data["stukken"]
        )
        return Staat(data["kenmerk"], stukken, tuple(data["findings"]))
    except FileNotFoundError:
        return Staat(kenmerk)
    except (ValueError, KeyError, TypeError) as fout:
        raise BestandFout(
            f"{pad} is beschadigd.", "Verwijder dat bestand; bestaande stukken blijven staan."
        ) from fout
