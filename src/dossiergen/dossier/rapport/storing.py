"""What the report tells of a case whose work was cut off. Needs nothing of what makes documents."""

import re

from dossiergen.dossier.rapport.regel import Rapportregel
from dossiergen.dossier.zaaknaam import ZONDER_KENMERK, zaaknaam

__all__ = ["regel_van_storing", "zonder_map"]


def regel_van_storing(map_naam: str, zin: str) -> Rapportregel:
    """Of a case whose work was cut off."""
    naam = zaaknaam("", map_naam)
    kenmerk = "" if naam == ZONDER_KENMERK else naam
    return Rapportregel("", map_naam, storing=zonder_map(zin, kenmerk, map_naam))


def zonder_map(zin: str, kenmerk: str, map_naam: str) -> str:
    """A folder may be named after somebody; a sentence about a file tells its path."""
    if kenmerk == map_naam or not map_naam:
        return zin
    return re.sub(rf"(?<!\w){re.escape(map_naam)}(?!\w)", "…", zin)
