"""Which files below a case's output are ours, with our bytes, and what lies between them. Follows no symbolic link."""

import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from dossiergen.dossier.archief import archief_van, is_ons, lezersmappen
from dossiergen.dossier.manifest import MANIFEST, manifest, versies_in
from dossiergen.dossier.neerleggen import neergelegd
from dossiergen.dossier.staat import Gemaakt, Staat
from dossiergen.dossier.uitvoer import Uitvoer
from dossiergen.dossier.vertrouwelijk import ONDER
from dossiergen.errors import BestandFout
from dossiergen.zaak import Doelgroep

__all__ = ["Blijver", "Vondst", "bekijk", "is_ons_manifest", "ruim_lege_mappen"]

_RIV = ("riv", "riv-concept")
_LEZERS = frozenset(lezer.value for lezer in Doelgroep)
_GEWIJZIGD = "gewijzigd nadat dossiergen het maakte"
_VREEMD = "niet van dossiergen"
_KOPPELING = "een koppeling naar elders"


@dataclass(frozen=True, slots=True)
class Blijver:
    """What is not removed, and why."""

    pad: Path
    reden: str


@dataclass(frozen=True, slots=True)
class Vondst:
    """What lies in one part of a case's output. `eigen`: our files with their sizes, those that name others last."""

    eigen: Mapping[Path, int]
    blijft: tuple[Blijver, ...]
    over: tuple[Gemaakt, ...]
    """The documents of which somebody changed a file, so that we keep knowing it."""


def bekijk(uitvoer: Uitvoer, staat: Staat, onder: str) -> Vondst:
    """Raises BestandFout where a folder or a manifest cannot be read."""
    map_ = uitvoer.wortel / staat.kenmerk / onder
    koppelingen = [pad for pad in dict.fromkeys((uitvoer.wortel / staat.kenmerk, map_)) if pad.is_symlink()]
    if koppelingen:
        return Vondst({}, (Blijver(koppelingen[0], _KOPPELING),), staat.stukken)
    bekend = _bekend(uitvoer, staat, map_)
    stukken: dict[Path, int] = {}
    manifesten: dict[Path, int] = {}
    blijft: list[Blijver] = []
    for pad in _loop(map_, overslaan=None if onder else ONDER):
        reden = _bezwaar(uitvoer, staat, pad, bekend)
        if reden:
            blijft.append(Blijver(pad, reden))
        else:
            (manifesten if pad.name == MANIFEST else stukken)[pad] = pad.lstat().st_size
    liggen = {blijver.pad for blijver in blijft}
    over = tuple(g for g in staat.stukken if not liggen.isdisjoint(_paden(g, map_)))
    return Vondst({**stukken, **manifesten}, tuple(blijft), over)


def ruim_lege_mappen(map_: Path) -> None:
    """Take away what is empty, from below; a folder with anything in it stays."""
    if map_.is_symlink() or not map_.is_dir():
        return
    for onder in sorted(map_.iterdir()):
        ruim_lege_mappen(onder)
    if not any(map_.iterdir()):
        map_.rmdir()


def _bezwaar(uitvoer: Uitvoer, staat: Staat, pad: Path, bekend: Mapping[Path, frozenset[str]]) -> str:
    """Why a file stays; empty where it is ours."""
    soort = pad.lstat().st_mode
    if stat.S_ISLNK(soort):
        return _KOPPELING
    if not stat.S_ISREG(soort):
        return _VREEMD
    if pad in bekend:
        return "" if uitvoer.afdruk(pad) in bekend[pad] else _GEWIJZIGD
    if pad.name == MANIFEST and pad.parent.parent.name in _RIV:
        return "" if pad.parent.name in _LEZERS else _VREEMD
    if pad.name == MANIFEST and pad.parent.name in _LEZERS:
        return "" if is_ons_manifest(uitvoer, staat, pad) else _GEWIJZIGD
    return _VREEMD


def is_ons_manifest(uitvoer: Uitvoer, staat: Staat, pad: Path) -> bool:
    """Whether it says, to the byte, what the state says of this reader."""
    inhoud = uitvoer.lees(pad) or b""
    doelgroep = pad.parent.name
    stukken = [stuk for stuk in staat.stukken if doelgroep in stuk.doelgroepen]
    versies = versies_in(inhoud)
    return versies is not None and inhoud == manifest(staat, doelgroep, stukken, versies)


def _bekend(uitvoer: Uitvoer, staat: Staat, map_: Path) -> Mapping[Path, frozenset[str]]:
    """Every file that an earlier run may have written, with the bytes that it may have had."""
    archieven = (archief_van(uitvoer, lezersmap) for lezersmap in lezersmappen(map_))
    bekend = {pad: _van_een_archief(uitvoer, pad) for pad in archieven}
    for gemaakt in staat.stukken:
        for pad in _paden(gemaakt, map_):
            bekend[pad] = frozenset({gemaakt.bestanden[pad.name], *staat.vorige})
    for soort in _RIV:
        for lezer in sorted(_LEZERS):
            in_riv = map_ / soort / lezer
            if in_riv.is_dir() and not any(pad.is_symlink() for pad in (in_riv, in_riv.parent)):
                bekend |= {
                    in_riv / naam: afdrukken for naam, afdrukken in neergelegd(uitvoer, in_riv).items()
                }
    return bekend


def _van_een_archief(uitvoer: Uitvoer, pad: Path) -> frozenset[str]:
    """An archive says itself whether it is ours."""
    return frozenset(filter(None, (uitvoer.afdruk(pad),))) if is_ons(pad) else frozenset()


def _paden(gemaakt: Gemaakt, map_: Path) -> set[Path]:
    """Names and readers come from a file on disk: what is no plain name is none of ours."""
    return {
        map_ / doelgroep / naam
        for doelgroep in gemaakt.doelgroepen
        if doelgroep in _LEZERS
        for naam in gemaakt.bestanden
        if naam == Path(naam).name
    }


def _loop(map_: Path, overslaan: str | None) -> Iterator[Path]:
    """Everything but folders, sorted; a link to a folder is no folder. `overslaan`: a folder directly below."""
    if not map_.is_dir():
        return
    for waar, mappen, namen in os.walk(map_, onerror=_onleesbaar):
        hier = Path(waar)
        if hier == map_ and overslaan in mappen and not (hier / str(overslaan)).is_symlink():
            mappen.remove(str(overslaan))
        mappen.sort()
        yield from (
            pad for naam in sorted([*namen, *mappen]) if (pad := hier / naam).is_symlink() or naam in namen
        )


def _onleesbaar(fout: OSError) -> None:
    raise BestandFout(f"{fout.filename} kan niet worden gelezen.", "Controleer uw rechten.") from fout
