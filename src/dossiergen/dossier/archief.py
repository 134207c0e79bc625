"""One reader's folder as one archive: where it lies, its bytes, and whether what lies there is ours.

An archive proves itself: it is, to the byte, what we make of the files in it, and the manifest in it names exactly
these. So there is no state beside it that could be lost or say something else.
"""

import io
import json
import re
import stat
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from dossiergen.dossier.manifest import MANIFEST
from dossiergen.dossier.schijf import lezen_of_schrijven
from dossiergen.dossier.uitvoer import Uitvoer, afdruk
from dossiergen.dossier.vertrouwelijk import ONDER
from dossiergen.zaak import Doelgroep

__all__ = [
    "OVERDRACHT",
    "VERSLAGMAP",
    "archief_van",
    "genoemd",
    "inpakken",
    "is_ons",
    "laat_vallen",
    "lezersmappen",
]

OVERDRACHT = "overdracht"
VERSLAGMAP = "riv"
_NAAM = re.compile(r"[0-9a-z][0-9a-z.-]*")
"""What any system can unpack, and no path."""
_ALLEEN_EIGENAAR = (stat.S_IFREG | 0o600) << 16
_GEEN_ARCHIEF = (zipfile.BadZipFile, EOFError, KeyError, NotImplementedError, RuntimeError, ValueError)
"""How zipfile says of bytes of somebody else that they are none, or none that it reads."""


def lezersmappen(deel: Path) -> Iterator[Path]:
    """Where folders may lie that are handed over, in one part of a case. A draft of the verslag is not."""
    for map_ in (deel, deel / VERSLAGMAP):
        yield from (map_ / lezer.value for lezer in Doelgroep)


def archief_van(uitvoer: Uitvoer, map_: Path) -> Path:
    """The archive of one folder; of what is confidential it lies there too."""
    kenmerk, *delen = map_.relative_to(uitvoer.wortel).parts
    onder = ONDER if delen[0] == ONDER else ""
    woorden = (*delen[1:], ONDER) if onder else delen
    return uitvoer.wortel / kenmerk / onder / OVERDRACHT / f"{'-'.join((kenmerk, *woorden))}.zip"


def inpakken(naam: str, bestanden: Mapping[str, bytes]) -> bytes:
    """The archive as bytes that depend on nothing else.

    All lies in one folder in it: two archives that are unpacked in one place never mix.
    """
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_STORED) as archief:
        for bestand, inhoud in sorted(bestanden.items()):
            lid = zipfile.ZipInfo(f"{naam}/{bestand}", (1980, 1, 1, 0, 0, 0))
            lid.create_system = 3
            lid.external_attr = _ALLEEN_EIGENAAR
            archief.writestr(lid, inhoud)
    return uit.getvalue()


def genoemd(manifest: bytes) -> Mapping[str, str]:
    """By name, the sha256 of each file that a manifest names.

    Raises ValueError for what is no manifest of a folder that is finished.
    """
    try:
        data: dict[str, Any] = json.loads(manifest)
        regels = data["bestanden"] if "bestanden" in data else data["stukken"]
        afdrukken = {str(regel["bestand"]): str(regel["sha256"]) for regel in regels}
        is_af = data.get("volledig", True) is True and not data.get("vorige")
    except (KeyError, TypeError, AttributeError, RecursionError) as fout:
        raise ValueError("manifest") from fout
    if not is_af or MANIFEST in afdrukken or not all(map(_NAAM.fullmatch, afdrukken)):
        raise ValueError("manifest")
    return afdrukken


def is_ons(pad: Path) -> bool:
    """Whether an archive is one that we made for its place, and nobody changed since. Follows no symbolic link."""
    with lezen_of_schrijven(pad, "worden gelezen"):
        if pad.is_symlink() or pad.parent.is_symlink() or not pad.is_file():
            return False
    inhoud = Uitvoer.lees(pad) or b""
    try:
        bestanden = _uitpakken(pad.stem, inhoud)
        verwacht = genoemd(bestanden.pop(MANIFEST))
    except _GEEN_ARCHIEF:
        return False
    return verwacht == {naam: afdruk(een) for naam, een in bestanden.items()}


def laat_vallen(uitvoer: Uitvoer, map_: Path) -> None:
    """Take the archive of a folder away, if it is ours: what lies in the folder is about to be something else."""
    pad = archief_van(uitvoer, map_)
    if is_ons(pad):
        uitvoer.verwijder(pad)


def _uitpakken(naam: str, inhoud: bytes) -> dict[str, bytes]:
    """What is in an archive of that name. Raises one of _GEEN_ARCHIEF for bytes that `inpakken` does not make."""
    with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
        leden = archief.infolist()
        # Before anything is read: stored files are not larger than what holds them.
        if sum(lid.file_size for lid in leden) > len(inhoud):
            raise ValueError("archive")
        bestanden = {lid.filename.removeprefix(f"{naam}/"): archief.read(lid) for lid in leden}
    if inpakken(naam, bestanden) != inhoud:
        raise ValueError("archive")
    return bestanden
