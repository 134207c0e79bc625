"""Lays a finished folder down as a whole: nothing of somebody else's is overwritten, removed or handed over unseen."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from dossiergen.dossier.archief import laat_vallen
from dossiergen.dossier.manifest import MANIFEST
from dossiergen.dossier.uitvoer import Uitvoer, afdruk
from dossiergen.errors import BestandFout
from dossiergen.finding import CATALOGUS, Finding, Plaats
from dossiergen.zaak.mappen import inhoud_van

__all__ = ["haal_weg", "leg_neer", "neergelegd", "vreemde_bestanden"]

_NIET_VAN_ONS = "Dit bestand is niet van dossiergen en hoort niet bij het verslag."
_ZET_ELDERS = "Haal het uit deze map voordat u haar overhandigt."


def vreemde_bestanden(uitvoer: Uitvoer, map_: Path, bestanden: Mapping[str, bytes]) -> Iterator[Finding]:
    """UIT-01 for what somebody changed or put in the way; UIT-04 for what lies there besides."""
    eerder = neergelegd(uitvoer, map_)
    for pad in inhoud_van(map_)[0]:
        ligt = None if pad.name == MANIFEST else _afdruk(uitvoer, pad)
        nieuw = afdruk(bestanden[pad.name]) if pad.name in bestanden else ""
        if ligt is None or ligt == nieuw or ligt in eerder.get(pad.name, ()):
            continue
        if pad.name in bestanden or pad.name in eerder:
            yield CATALOGUS["UIT-01"].finding(Plaats(str(pad)))
        else:
            yield CATALOGUS["UIT-04"].finding(Plaats(str(pad)), _NIET_VAN_ONS, oplossing=_ZET_ELDERS)


def _afdruk(uitvoer: Uitvoer, pad: Path) -> str | None:
    """The sha256 of a file; of a folder there is none, and it is nobody's document."""
    return uitvoer.afdruk(pad) if pad.is_file() else ""


def leg_neer(
    uitvoer: Uitvoer, map_: Path, bestanden: Mapping[str, bytes], manifest: Mapping[str, Any]
) -> Mapping[Path, bool]:
    """Write all files and the manifest that names them, and take away what an earlier run of ours left there.

    Returns every file, with whether it had to be written.

    The manifest goes first, with what is being replaced, so that a run that is cut off anywhere is finished by
    the next one and nothing of ours is taken for somebody else's.
    """
    eerder = neergelegd(uitvoer, map_)
    vorige = [
        {"bestand": naam, "sha256": een} for naam, alle in sorted(eerder.items()) for een in sorted(alle)
    ]
    anders = any(uitvoer.afdruk(map_ / naam) != afdruk(inhoud) for naam, inhoud in bestanden.items())
    if anders or uitvoer.lees(map_ / MANIFEST) != _als_tekst(manifest):
        laat_vallen(uitvoer, map_)
    if anders:
        _schrijf_manifest(uitvoer, map_, {**manifest, "vorige": vorige})
    geschreven = {map_ / naam: uitvoer.schrijf(map_ / naam, inhoud) for naam, inhoud in bestanden.items()}
    for naam in eerder.keys() - bestanden.keys():
        if uitvoer.afdruk(map_ / naam) in eerder[naam]:
            uitvoer.verwijder(map_ / naam)
    _schrijf_manifest(uitvoer, map_, manifest)
    return geschreven


def haal_weg(uitvoer: Uitvoer, map_: Path) -> None:
    """Take away what we laid down in a folder, as far as nobody changed it since."""
    laat_vallen(uitvoer, map_)
    for naam, bekend in neergelegd(uitvoer, map_).items():
        if uitvoer.afdruk(map_ / naam) in bekend:
            uitvoer.verwijder(map_ / naam)
    uitvoer.verwijder(map_ / MANIFEST)


def _schrijf_manifest(uitvoer: Uitvoer, map_: Path, manifest: Mapping[str, Any]) -> None:
    uitvoer.schrijf(map_ / MANIFEST, _als_tekst(manifest))


def _als_tekst(manifest: Mapping[str, Any]) -> bytes:
    return (json.dumps(manifest, ensure_ascii=False, indent=2) + "\n").encode()


def neergelegd(uitvoer: Uitvoer, map_: Path) -> Mapping[str, frozenset[str]]:
    """By name, the fingerprints of what we laid down before. Raises BestandFout for a manifest that is broken."""
    inhoud = uitvoer.lees(map_ / MANIFEST)
    if inhoud is None:
        return {}
    eerder: dict[str, frozenset[str]] = {}
    try:
        data = json.loads(inhoud)
        for regel in (*data["bestanden"], *data.get("vorige", ())):
            naam = str(regel["bestand"])
            eerder[naam] = eerder.get(naam, frozenset()) | {str(regel["sha256"])}
    except (ValueError, KeyError, TypeError, AttributeError) as fout:
        raise BestandFout(
            f"{map_ / MANIFEST} is beschadigd.", "Verwijder deze map en maak het verslag opnieuw."
        ) from fout
    return eerder
