"""Which outside programs judge a finished file here, and how they are called.

They are installed when DOSSIERGEN_KEURMEESTERS names the folder that `tools/keurmeesters` made.
"""

import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dossiergen.errors import OntbrekendHulpmiddel

__all__ = ["OMGEVING", "Keurmeester", "Keurmeesters", "keurmeesters_in", "uit_omgeving"]

OMGEVING = "DOSSIERGEN_KEURMEESTERS"
_LIJST = "keurmeesters.json"
_DOEN = f"Voer `make keurmeesters` uit, en laat {OMGEVING} naar de map .keurmeesters wijzen of laat hem weg."


@dataclass(frozen=True, slots=True)
class Keurmeester:
    """One program: what it calls itself, and the words to call it with."""

    naam: str
    versie: str
    opdracht: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Keurmeesters:
    verapdf: Keurmeester
    ooxml: Keurmeester
    libreoffice: Keurmeester
    """Judges in `make conformance` only: it shows a Word file, which takes long."""


def uit_omgeving(omgeving: Mapping[str, str]) -> Keurmeesters | None:
    """The judges that the environment names, None where it names none. Raises OntbrekendHulpmiddel as below."""
    map_ = omgeving.get(OMGEVING, "")
    return keurmeesters_in(Path(map_)) if map_ else None


def keurmeesters_in(map_: Path) -> Keurmeesters:
    """The judges of a folder. Raises OntbrekendHulpmiddel where one of them cannot be used."""
    try:
        lijst = json.loads((map_ / _LIJST).read_bytes())
        meesters = [_keurmeester(naam, lijst[naam]) for naam in Keurmeesters.__slots__]
    except (OSError, ValueError, KeyError, TypeError):
        raise OntbrekendHulpmiddel(f"In {map_} staan geen bruikbare keurmeesters.", _DOEN) from None
    return Keurmeesters(*meesters)


def _keurmeester(naam: str, regel: Mapping[str, object]) -> Keurmeester:
    versie, opdracht = regel["versie"], regel["opdracht"]
    if not (isinstance(versie, str) and versie and isinstance(opdracht, list) and opdracht):
        raise ValueError(naam)
    woorden = tuple(map(str, opdracht))
    if shutil.which(woorden[0]) is None:
        raise OntbrekendHulpmiddel(f"De keurmeester {naam} kan niet worden gestart.", _DOEN)
    return Keurmeester(naam, versie, woorden)
