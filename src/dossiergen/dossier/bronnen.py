"""The files that the documents of one case are made of, as they lie on the disk now. Reads no contents."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISDIR

from dossiergen.errors import BestandFout
from dossiergen.sjablonen import Sjablonen
from dossiergen.zaak.mappen import ZAAKMAPPEN, inhoud_van, is_map

__all__ = ["Bronnen", "Stand"]

Stand = Mapping[Path, tuple[int, ...]]
"""What changes when a file is saved, by file: also where it is replaced by another one of the same size."""

_ORGANISATIES = "organisaties.yaml"


@dataclass(frozen=True, slots=True)
class Bronnen:
    """A case's own folders, each without what lies deeper, the organisations beside it, and all templates."""

    zaak: Path
    sjablonen: Sjablonen

    def mappen(self) -> tuple[Path, ...]:
        """Every folder in which something can happen. Raises BestandFout where one that is needed is gone."""
        for map_ in (self.zaak, *self.sjablonen.mappen):
            if not is_map(map_):
                raise BestandFout(
                    f"De map {map_} is er niet meer; er is niets meer om naar te kijken.",
                    "Staat de map ergens anders? Geef de opdracht dan opnieuw, met de nieuwe plaats.",
                )
        eigen = (self.zaak / naam for naam in ZAAKMAPPEN)
        sjabloonmappen = (map_ for wortel in self.sjablonen.mappen for map_, _ in _doorlopen(wortel))
        return (self.zaak.parent, self.zaak, *filter(is_map, eigen), *sjabloonmappen)

    def stand(self) -> Stand:
        """How the files lie now: those of the case, the organisations beside it, and every template."""
        mappen = (self.zaak, *(self.zaak / naam for naam in ZAAKMAPPEN))
        van_de_zaak = [pad for map_ in mappen for pad in inhoud_van(map_)[0]]
        sjablonen = [
            pad for wortel in self.sjablonen.mappen for _, paden in _doorlopen(wortel) for pad in paden
        ]
        return _stand((self.zaak.parent / _ORGANISATIES, *van_de_zaak, *sjablonen))

    def andere_sjablonen(self, eerder: Stand, nu: Stand) -> bool:
        """Whether a template is among what changed; which document uses it is not known here."""
        veranderd = {pad for pad, _ in set(eerder.items()) ^ set(nu.items())}
        return any(pad.is_relative_to(wortel) for pad in veranderd for wortel in self.sjablonen.mappen)


def _doorlopen(wortel: Path) -> Iterator[tuple[Path, list[Path]]]:
    """Folders with their files. A link to a folder is not followed: it may lead back."""
    for map_, onder, namen in os.walk(wortel):
        onder[:] = sorted(naam for naam in onder if not naam.startswith("."))
        yield Path(map_), [Path(map_, naam) for naam in sorted(namen) if not naam.startswith(".")]


def _stand(paden: Iterable[Path]) -> Stand:
    gevonden = {}
    for pad in paden:
        try:
            wat = pad.stat()
        except OSError:  # gone between two looks, or a link that leads back to itself
            continue
        # Of a folder it counts that it is there; what lies in it has a line of its own, or does not matter.
        inhoud = () if S_ISDIR(wat.st_mode) else (wat.st_size, wat.st_mtime_ns, wat.st_ctime_ns)
        gevonden[pad] = (wat.st_ino, wat.st_mode, *inhoud)
    return gevonden
