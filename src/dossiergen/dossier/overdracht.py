"""`--zip`: what is handed over, as one archive for each reader's folder of a case.

An archive holds one folder and nothing else: what its manifest names and the manifest itself, held against their
fingerprints on the way. What lies below `vertrouwelijk/` has its archives there.
"""

import json
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from dossiergen.dossier.archief import (
    OVERDRACHT,
    VERSLAGMAP,
    archief_van,
    genoemd,
    inpakken,
    is_ons,
    lezersmappen,
)
from dossiergen.dossier.eigenbestanden import is_ons_manifest
from dossiergen.dossier.manifest import MANIFEST
from dossiergen.dossier.schijf import lezen_of_schrijven
from dossiergen.dossier.staat import Staat, lees_staat
from dossiergen.dossier.uitvoer import Uitvoer, afdruk
from dossiergen.dossier.vertrouwelijk import ONDER
from dossiergen.finding import CATALOGUS, Finding, Plaats, met_fout, op_plaats

__all__ = ["Archiefresultaat", "maak_archieven"]

_IN_DE_WEG = "Op de plaats van een archief ligt iets dat niet van dossiergen is, of dat iemand wijzigde."
_ZET_ELDERS = "Verplaats of hernoem het, en geef de opdracht nog eens."
_KOPPELING = "Dit is een koppeling naar elders; van wat daar ligt is geen archief gemaakt."
_HAAL_WEG = "Haal de koppeling weg en geef de opdracht nog eens."


@dataclass(frozen=True, slots=True)
class Archiefresultaat:
    """What became of the archives of a case. `paden`: those that lie there now, and whether they had to be written."""

    paden: Mapping[Path, bool]
    findings: tuple[Finding, ...] = ()

    @property
    def gelukt(self) -> bool:
        return not met_fout(self.findings)


def maak_archieven(uitvoer: Uitvoer, kenmerk: str) -> Archiefresultaat:
    """Make the archives of a case as its folders lie there now, and take away ours that are so no more.

    To be called while the output folder is held, after what is made of the case. Raises BestandFout for a state that
    is broken, and where the disk does not let us.
    """
    paden: dict[Path, bool] = {}
    findings: list[Finding] = []
    for onder in ("", ONDER):
        deel = uitvoer.wortel / kenmerk / onder
        if koppeling := _koppeling(uitvoer, deel / OVERDRACHT):
            findings.append(_over_koppeling(koppeling))
            continue
        staat = lees_staat(uitvoer.eigen / onder / f"{kenmerk}.json", kenmerk, deel)
        for map_ in lezersmappen(deel):
            bestanden, bezwaren = _inhoud(uitvoer, staat, map_)
            erbij, geschreven = _leg_neer(uitvoer, archief_van(uitvoer, map_), bestanden)
            findings += (*bezwaren, *erbij)
            paden |= geschreven
    return Archiefresultaat(paden, op_plaats(findings))


def _leg_neer(
    uitvoer: Uitvoer, pad: Path, bestanden: Mapping[str, bytes]
) -> tuple[tuple[Finding, ...], Mapping[Path, bool]]:
    """The archive in its place; without files it goes. UIT-01 where the place is somebody else's."""
    if not bestanden:
        if is_ons(pad):
            uitvoer.verwijder(pad)
        return (), {}
    inhoud = inpakken(pad.stem, bestanden)
    if _is_bezet(uitvoer, pad, afdruk(inhoud)) and not is_ons(pad):
        return (CATALOGUS["UIT-01"].finding(Plaats(str(pad)), _IN_DE_WEG, oplossing=_ZET_ELDERS),), {}
    return (), {pad: uitvoer.schrijf(pad, inhoud)}


def _is_bezet(uitvoer: Uitvoer, pad: Path, bedoeld: str) -> bool:
    """Whether anything but these bytes lies there; what is no plain file is never opened."""
    soort = _soort(pad)
    return soort is not None and not (stat.S_ISREG(soort) and uitvoer.afdruk(pad) == bedoeld)


def _inhoud(uitvoer: Uitvoer, staat: Staat, map_: Path) -> tuple[Mapping[str, bytes], tuple[Finding, ...]]:
    """The files of a folder by name; none where there is nothing to hand over, or where it is not what we laid down."""
    if koppeling := _koppeling(uitvoer, map_):
        return {}, (_over_koppeling(koppeling),)
    manifest = _lees(uitvoer, map_ / MANIFEST)
    if manifest is None:
        # Without a manifest there is no folder of ours.
        return {}, (_anders(map_ / MANIFEST),) if _soort(map_ / MANIFEST) is not None else ()
    try:
        verwacht = genoemd(manifest)
    except ValueError:
        return {}, (_anders(map_ / MANIFEST),)
    if not _hoort_hier(uitvoer, staat, map_, manifest):
        return {}, (_anders(map_ / MANIFEST),)
    gelezen = {naam: _lees(uitvoer, map_ / naam) for naam in verwacht}
    goed = {naam: een for naam, een in gelezen.items() if een is not None and afdruk(een) == verwacht[naam]}
    bezwaren = tuple(_anders(map_ / naam) for naam in sorted(verwacht.keys() - goed.keys()))
    if bezwaren or not goed:
        return {}, bezwaren
    return {**goed, MANIFEST: manifest}, ()


def _hoort_hier(uitvoer: Uitvoer, staat: Staat, map_: Path, manifest: bytes) -> bool:
    """Whether a manifest is that of this folder, and not one that was put here with a folder of somebody else's."""
    if map_.parent.name != VERSLAGMAP:
        return is_ons_manifest(uitvoer, staat, map_ / MANIFEST)
    data = json.loads(manifest)
    kenmerk, *delen = map_.relative_to(uitvoer.wortel).parts
    zegt = data.get("kenmerk"), data.get("doelgroep"), data.get("vertrouwelijk", False)
    return bool(zegt == (kenmerk, map_.name, ONDER in delen))


def _lees(uitvoer: Uitvoer, pad: Path) -> bytes | None:
    """The bytes of a plain file; a link, a pipe or a folder is none."""
    soort = _soort(pad)
    return uitvoer.lees(pad) if soort is not None and stat.S_ISREG(soort) else None


def _soort(pad: Path) -> int | None:
    with lezen_of_schrijven(pad, "worden gelezen"):
        try:
            return pad.lstat().st_mode
        except (FileNotFoundError, NotADirectoryError):
            return None


def _koppeling(uitvoer: Uitvoer, map_: Path) -> Path | None:
    """The first link on the way to a folder: what lies behind it may be anybody's."""
    onderweg: Iterator[Path] = (
        pad for pad in (*reversed(map_.parents), map_) if uitvoer.wortel in pad.parents
    )
    return next((pad for pad in onderweg if pad.is_symlink()), None)


def _over_koppeling(pad: Path) -> Finding:
    return CATALOGUS["UIT-06"].finding(Plaats(str(pad)), _KOPPELING, oplossing=_HAAL_WEG)


def _anders(pad: Path) -> Finding:
    return CATALOGUS["UIT-06"].finding(Plaats(str(pad)))
