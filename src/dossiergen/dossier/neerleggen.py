"""Lays a finished folder down as a whole: nothing of somebody else's is overwritten or removed."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dossiergen.dossier.uitvoer import Uitvoer, afdruk
from dossiergen.errors import BestandFout
from dossiergen.finding import CATALOGUS, Finding, Plaats

__all__ = ["MANIFEST", "haal_weg", "leg_neer", "vreemde_bestanden"]

MANIFEST = "manifest.json"


def vreemde_bestanden(uitvoer: Uitvoer, map_: Path, bestanden: Mapping[str, bytes]) -> tuple[Finding, ...]:
    """UIT-01 for every file in the way that we did not write, or that was changed since."""
    eerder = _eerder(uitvoer, map_)
    vreemd = (
        map_ / naam
        for naam, inhoud in bestanden.items()
        if uitvoer.afdruk(map_ / naam) not in {None, afdruk(inhoud), eerder.get(naam)}
    )
    return tuple(CATALOGUS["UIT-01"].finding(Plaats(str(pad))) for pad in vreemd)


def leg_neer(
    uitvoer: Uitvoer, map_: Path, bestanden: Mapping[str, bytes], manifest: Mapping[str, Any]
) -> tuple[Path, ...]:
    """Write all files and the manifest that names them, and take away what an earlier run of ours left there."""
    eerder = _eerder(uitvoer, map_)
    for naam, inhoud in bestanden.items():
        uitvoer.schrijf(map_ / naam, inhoud)
    for naam in eerder.keys() - bestanden.keys():
        if uitvoer.afdruk(map_ / naam) == eerder[naam]:
            uitvoer.verwijder(map_ / naam)
    tekst = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
    uitvoer.schrijf(map_ / MANIFEST, tekst.encode())
    return tuple(map_ / naam for naam in bestanden)


def haal_weg(uitvoer: Uitvoer, map_: Path) -> None:
    """Take away what we laid down in a folder, as far as nobody changed it since."""
    for naam, bekend in _eerder(uitvoer, map_).items():
        if uitvoer.afdruk(map_ / naam) == bekend:
            uitvoer.verwijder(map_ / naam)
    uitvoer.verwijder(map_ / MANIFEST)


def _eerder(uitvoer: Uitvoer, map_: Path) -> Mapping[str, str]:
    """Name and sha256 of what we laid down before. Raises BestandFout for a manifest that is broken."""
    inhoud = uitvoer.lees(map_ / MANIFEST)
    if inhoud is None:
        return {}
    try:
        return {str(regel["bestand"]): str(regel["sha256"]) for regel in json.loads(inhoud)["bestanden"]}
    except (ValueError, KeyError, TypeError) as fout:
        raise BestandFout(
            f"{map_ / MANIFEST} is beschadigd.", "Verwijder deze map en maak het verslag opnieuw."
        ) from fout
