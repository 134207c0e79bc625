"""What is asked of a whole batch: the same for each case, and for each process that works on it."""

import datetime as dt
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dossiergen.dossier.keuring.keurmeesters import Keurmeesters, uit_omgeving
from dossiergen.dossier.uitvoer import Uitvoer
from dossiergen.sjablonen import Sjablonen

if TYPE_CHECKING:
    from dossiergen.dossier.keuring.keuren import Keurder

__all__ = ["Batchopdracht"]


@dataclass(frozen=True, slots=True)
class Batchopdracht:
    """`riv`: make the verslag as well. `due`: only cases whose WIA application is due on that day or before.

    `definitief`: a draft makes a case fail. `archieven`: one for each reader. A path that is not absolute means the same
    only to processes of this machine.
    """

    output: Path
    peildatum: dt.date
    huisstijl: str | None = None
    templates: Path | None = None
    definitief: bool = False
    riv: bool = False
    due: dt.date | None = None
    archieven: bool = False

    @property
    def uitvoer(self) -> Uitvoer:
        return Uitvoer(self.output)

    @property
    def sjablonen(self) -> Sjablonen:
        return Sjablonen.standaard(self.templates)

    @property
    def keurmeesters(self) -> Keurmeesters | None:
        """The judges that the environment of this process names. Raises OntbrekendHulpmiddel as they do."""
        return uit_omgeving(os.environ)

    def keurder(self) -> "Keurder":
        """With these judges, and our own checks."""
        from dossiergen.dossier.keuring.keuren import Keurder  # noqa: PLC0415  reads PDF: for who makes one

        return Keurder(self.keurmeesters)
