"""From paths on the command line to cases."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from dossiergen.dossier.mappen import laad
from dossiergen.zaak.mappen import bestaat, echt_pad, inhoud_van, is_map

__all__ = ["laad", "zaakmappen"]

_VAN_EEN_ZAAK = frozenset({"zaak.yaml", "stukken", "bijlagen", "bedrijfsarts.yaml"})


def zaakmappen(paden: Iterable[Path]) -> list[Path]:
    """Case folders, each once as it was first written: a path is a case, its zaak.yaml, or a folder full of cases."""
    mappen: dict[Path, Path] = {}
    for pad in paden:
        for map_ in _zaakmappen(_met_naam(pad)):
            mappen.setdefault(echt_pad(map_), map_)
    return list(mappen.values())


def _met_naam(pad: Path) -> Path:
    """A path whose parent is the folder above it: not so for `.` and `..`."""
    return pad if pad.name not in {"", ".."} else pad.resolve()


def _zaakmappen(pad: Path) -> Iterator[Path]:
    if pad.name == "zaak.yaml" and not is_map(pad):
        yield _met_naam(pad.parent)
        return
    inhoud, _ = inhoud_van(pad) if is_map(pad) else ([], [])
    if any(deel.name in _VAN_EEN_ZAAK for deel in inhoud):
        yield pad
    else:
        yield from [deel for deel in inhoud if _is_zaakmap(deel)] or [pad]


def _is_zaakmap(pad: Path) -> bool:
    """A link whose folder is gone as well: nobody should think that this case was looked at."""
    if is_map(pad):
        return not _is_uitvoer(pad)
    return pad.is_symlink() and not pad.suffix and not bestaat(pad)


def _is_uitvoer(map_: Path) -> bool:
    """Whether documents were made here; it may lie among the cases."""
    return is_map(map_ / ".dossiergen")
