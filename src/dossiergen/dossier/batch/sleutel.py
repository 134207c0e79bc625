"""When a case has to be made again: fingerprints of all that its papers depend on, and of how these lie now.

Equal, never newer or older: a clock that was set back hides nothing.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path

from dossiergen.dossier.batch.opdracht import Batchopdracht
from dossiergen.dossier.versies import versies
from dossiergen.dossier.vertrouwelijk import ONDER
from dossiergen.zaak.mappen import ZAAKMAPPEN, inhoud_van

__all__ = ["afdruk_van", "algemeen", "sleutel", "uitvoerstand"]

_ORGANISATIES = "organisaties.yaml"
_PAKKET = Path(__file__).parents[2]
_LEESBAAR = {".yaml", ".yml"}


def algemeen(opdracht: Batchopdracht) -> str:
    """Of what is the same for each case: what is asked, our own code and law, all templates, versions, judges.

    Not of where dossiergen is installed: machines that make the same papers agree on it.
    """
    gevraagd = {naam: waarde for naam, waarde in asdict(opdracht).items() if naam != "output"}
    wortels = (_PAKKET, *opdracht.sjablonen.mappen)
    bestanden = (
        f"{pad.relative_to(wortel)}\n{afdruk_van(pad)}"
        for wortel in wortels
        for pad in _alle_bestanden(wortel)
    )
    return _som([repr(gevraagd), repr(versies()), repr(opdracht.keurder().gekeurd), *bestanden])


def sleutel(map_: Path, vast: str) -> str:
    """Of one case: `vast` (see `algemeen`), its files and the organisations beside it, and how its folder was named.

    What is read is held by its contents; of the other files, which can be large, it counts that nobody touched them.
    """
    mappen = (map_, *(map_ / naam for naam in ZAAKMAPPEN))
    bestanden = [pad for een in mappen for pad in inhoud_van(een)[0]]
    return _som([vast, str(map_), *map(_bestand, (map_.parent / _ORGANISATIES, *bestanden))])


def uitvoerstand(wortel: Path, eigen: Path, kenmerk: str) -> str:
    """How all that was made of a case lies now. Reads no contents."""
    staten = [eigen / f"{kenmerk}.json", eigen / ONDER / f"{kenmerk}.json"]
    return _som(map(_plek, (*staten, *_alle_bestanden(wortel / kenmerk))))


def _bestand(pad: Path) -> str:
    return f"{pad}\n{afdruk_van(pad)}" if pad.suffix.lower() in _LEESBAAR else _plek(pad)


def afdruk_van(pad: Path) -> str:
    """Of the contents of a file, or of why there are none."""
    try:
        return hashlib.sha256(pad.read_bytes()).hexdigest()
    except OSError as fout:  # whoever reads it says what is wrong; here it counts that it is so
        return f"errno {fout.errno}"


def _plek(pad: Path) -> str:
    try:
        wat = pad.stat()
    except OSError as fout:
        return f"{pad}\nerrno {fout.errno}"
    return f"{pad}\n{wat.st_ino} {wat.st_mode} {wat.st_size} {wat.st_mtime_ns} {wat.st_ctime_ns}"


def _alle_bestanden(map_: Path) -> Iterator[Path]:
    """Sorted; what Python keeps for itself left out, links to folders not followed."""
    for hier, onder, namen in os.walk(map_):
        onder[:] = sorted(naam for naam in onder if naam != "__pycache__")
        yield from (Path(hier, naam) for naam in sorted(namen))


def _som(delen: Iterable[str]) -> str:
    som = hashlib.sha256()
    for deel in delen:
        som.update(os.fsencode(deel))
        som.update(b"\0")
    return som.hexdigest()
