"""From paths on the command line to cases."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from dossiergen.zaak import GeladenOrganisaties, GeladenZaak, laad_organisaties, laad_zaak

__all__ = ["laad", "zaakmappen"]

_VAN_EEN_ZAAK = ("zaak.yaml", "stukken", "bijlagen", "bedrijfsarts.yaml")


def zaakmappen(paden: Iterable[Path]) -> list[Path]:
    """Case folders, each once: a path is a case, its zaak.yaml, or a folder full of cases."""
    return list(dict.fromkeys(map_ for pad in paden for map_ in _zaakmappen(pad)))


def _zaakmappen(pad: Path) -> Iterator[Path]:
    if pad.name == "zaak.yaml" and pad.is_file():
        yield pad.parent
    elif not pad.is_dir() or any((pad / naam).exists() for naam in _VAN_EEN_ZAAK):
        yield pad
    else:
        mappen = sorted(deel for deel in pad.iterdir() if deel.is_dir() and not deel.name.startswith("."))
        yield from mappen or [pad]


def laad(mappen: Iterable[Path]) -> Iterator[tuple[GeladenZaak, GeladenOrganisaties]]:
    """Each case with the organisations beside it, which are read once."""
    organisaties: dict[Path, GeladenOrganisaties] = {}
    for map_ in mappen:
        if map_.parent not in organisaties:
            organisaties[map_.parent] = laad_organisaties(map_.parent / "organisaties.yaml")
        gelezen = organisaties[map_.parent]
        yield laad_zaak(map_, gelezen), gelezen
