"""When a case has to be made again: fingerprints of all that its papers depend on, and of how these lie now.

Equal, never newer or older: a clock that was set back hides nothing. An unchanged batch of a thousand cases looks
at tens of thousands of files: hence `scandir`, which is half as dear as paths.
"""

import hashlib
import os
from collections.abc import Iterable
from dataclasses import asdict
from importlib.metadata import version
from operator import attrgetter
from pathlib import Path

from dossiergen.dossier.batch.opdracht import Batchopdracht
from dossiergen.dossier.versies import versies
from dossiergen.dossier.vertrouwelijk import ONDER
from dossiergen.zaak.mappen import ZAAKMAPPEN

__all__ = ["afdruk_van", "algemeen", "sleutel", "uitvoerstand"]

_ORGANISATIES = "organisaties.yaml"
_PAKKET = Path(__file__).parents[2]
_LEESBAAR = (".yaml", ".yml")


def algemeen(opdracht: Batchopdracht) -> str:
    """Of what is the same for each case: what is asked, our own code and law, all templates, versions, judges.

    Not of where dossiergen is installed: machines that make the same papers agree on it.
    """
    gevraagd = {naam: waarde for naam, waarde in asdict(opdracht).items() if naam != "output"}
    wortels = (_PAKKET, *opdracht.sjablonen.mappen)
    bestanden = (
        f"{Path(een.path).relative_to(wortel)}\n{afdruk_van(een.path)}"
        for wortel in wortels
        for een in _alle_bestanden(wortel)
    )
    meesters = opdracht.keurmeesters
    oordelen = [(een, getattr(meesters, een).versie) for een in meesters.__slots__] if meesters else []
    return _som([repr(gevraagd), repr(versies()), version("pikepdf"), repr(oordelen), *bestanden])


def sleutel(map_: Path, vast: str) -> str:
    """Of one case: `vast` (see `algemeen`), its files and the organisations beside it, and how its folder was named.

    What is read is held by its contents; of the other files, which can be large, it counts that nobody touched them.
    """
    mappen = (map_, *(map_ / naam for naam in ZAAKMAPPEN))
    bestanden = (een for hier in mappen for een in _inhoud_van(hier) if not een.name.startswith("."))
    return _som([vast, str(map_), afdruk_van(map_.parent / _ORGANISATIES), *map(_bestand, bestanden)])


def uitvoerstand(wortel: Path, eigen: Path, kenmerk: str) -> str:
    """How all that was made of a case lies now. Reads no contents."""
    staten = [eigen / f"{kenmerk}.json", eigen / ONDER / f"{kenmerk}.json"]
    delen = (f"{een.path}\n{_plek(een)}" for een in _alle_bestanden(wortel / kenmerk))
    return _som([*(f"{pad}\n{_plek(pad)}" for pad in staten), *delen])


def afdruk_van(pad: Path | str) -> str:
    """Of the contents of a file, or of why there are none."""
    try:
        with open(pad, "rb", buffering=0) as bestand:  # noqa: PTH123  a path of its own for each file is dear
            return hashlib.sha256(bestand.read()).hexdigest()
    except OSError as fout:  # whoever reads it says what is wrong; here it counts that it is so
        return f"errno {fout.errno}"


def _bestand(een: "os.DirEntry[str]") -> str:
    leesbaar = een.name.lower().endswith(_LEESBAAR)
    return f"{een.path}\n{afdruk_van(een.path) if leesbaar else _plek(een)}"


def _plek(een: "Path | os.DirEntry[str]") -> str:
    try:
        wat = een.stat()
    except OSError as fout:
        return f"errno {fout.errno}"
    return f"{wat.st_ino} {wat.st_mode} {wat.st_size} {wat.st_mtime_ns} {wat.st_ctime_ns}"


def _alle_bestanden(map_: "Path | os.DirEntry[str]") -> "list[os.DirEntry[str]]":
    """Sorted; what Python keeps for itself left out, links to folders not followed."""
    gevonden = []
    for een in _inhoud_van(map_):
        if not een.is_dir(follow_symlinks=False):
            gevonden.append(een)
        elif een.name != "__pycache__":
            gevonden += _alle_bestanden(een)
    return gevonden


def _inhoud_van(map_: "Path | os.DirEntry[str]") -> "list[os.DirEntry[str]]":
    """Sorted by name; nothing where no folder can be read: whoever reads it says what is wrong."""
    try:
        with os.scandir(map_) as inhoud:
            return sorted(inhoud, key=attrgetter("name"))
    except OSError:
        return []


def _som(delen: Iterable[str]) -> str:
    return hashlib.sha256(os.fsencode("\0".join(delen))).hexdigest()
