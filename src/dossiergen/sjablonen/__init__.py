"""Finds the template files: a client's own folder first, then the folder that ships with the package.

Knows files and folders, not what stands in them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dossiergen.errors import SjabloonFout

__all__ = ["Sjablonen", "meegeleverd"]


def meegeleverd() -> Path:
    """The shipped folder: inside the wheel, or beside `src/` in a checkout."""
    pakket = Path(__file__).parents[1]
    in_wheel = pakket / "templates"
    return in_wheel if in_wheel.is_dir() else pakket.parents[1] / "templates"


@dataclass(frozen=True, slots=True)
class Sjablonen:
    """The template folders in the order in which they are searched.

    `uitgave`: another number for the same folders after a file in them changed, so that nothing that was kept
    of what stood there before is used again.
    """

    mappen: tuple[Path, ...]
    uitgave: int = 0

    @classmethod
    def standaard(cls, eigen: Path | None = None) -> "Sjablonen":
        """The shipped folder, after a client's own one if there is any."""
        return cls((eigen, meegeleverd()) if eigen else (meegeleverd(),))

    def bestand(self, pad: str) -> Path:
        """The first file at `pad`. Raises SjabloonFout where no folder has it."""
        for kandidaat in self._kandidaten(pad):
            if kandidaat.is_file():
                return kandidaat
        raise SjabloonFout(
            f"Het sjabloonbestand {pad} bestaat niet.",
            "Controleer de naam, of de map bij --templates.",
        )

    def namen(self, onder: str, kenbestand: str) -> tuple[str, ...]:
        """The folders below `onder` (the empty string: at the top) that hold `kenbestand`, sorted."""
        gevonden = {pad.parent.name for map_ in self.mappen for pad in (map_ / onder).glob(f"*/{kenbestand}")}
        return tuple(sorted(gevonden))

    def huisstijlen(self) -> tuple[str, ...]:
        """The names of all house styles."""
        return self.namen("huisstijl", "huisstijl.yaml")

    def bestandsnamen(self, onder: str, einde: str) -> tuple[str, ...]:
        """The files below `onder` whose name ends so, without that end, sorted."""
        gevonden = {
            pad.name.removesuffix(einde) for map_ in self.mappen for pad in (map_ / onder).glob(f"*{einde}")
        }
        return tuple(sorted(gevonden))

    def teksten(self) -> Iterator[str]:
        """The text of every template and word list."""
        for map_ in self.mappen:
            for pad in sorted(map_.rglob("*")):
                if pad.suffix in {".html", ".yaml"}:
                    yield pad.read_text("utf-8", errors="replace")

    def _kandidaten(self, pad: str) -> Iterator[Path]:
        for map_ in self.mappen:
            yield map_ / pad
