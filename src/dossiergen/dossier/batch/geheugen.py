"""What a batch remembers of a case: `output/.dossiergen/batch/`. Losing it costs time, nothing else."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from dossiergen.dossier.batch.plaatsen import geheugenmap
from dossiergen.dossier.batch.sleutel import sleutel, uitvoerstand
from dossiergen.dossier.batch.uitslag import Zaakuitslag
from dossiergen.dossier.uitvoer import Uitvoer
from dossiergen.zaak.mappen import echt_pad

__all__ = ["Geheugen"]


@dataclass(frozen=True, slots=True)
class Geheugen:
    """`vast`: fingerprint of what is the same for each case."""

    uitvoer: Uitvoer
    vast: str

    def sleutel(self, map_: Path) -> str:
        return sleutel(map_, self.vast)

    def weet(self, map_: Path) -> Zaakuitslag | None:
        """What became of the case, where it and its output lie as they did then; None where it has to be made."""
        try:
            data = json.loads(self._pad(map_).read_bytes())
            if data["sleutel"] != self.sleutel(map_):
                return None
            uitslag = Zaakuitslag.uit_data(data["uitslag"])
            return uitslag.onveranderd() if data["stand"] == self._stand(uitslag) else None
        except (OSError, ValueError, KeyError, TypeError):  # nothing known, or not in our words
            return None

    def onthoud(self, map_: Path, sleutel_: str, uitslag: Zaakuitslag) -> None:
        """What did not go well is tried again by the next run."""
        if uitslag.gelukt:
            data = {"sleutel": sleutel_, "stand": self._stand(uitslag), "uitslag": uitslag.als_data()}
            self.uitvoer.schrijf(self._pad(map_), json.dumps(data, ensure_ascii=False).encode())
        else:
            self.uitvoer.verwijder(self._pad(map_))

    def _stand(self, uitslag: Zaakuitslag) -> str:
        return uitvoerstand(self.uitvoer.wortel, self.uitvoer.eigen, uitslag.zaak)

    def _pad(self, map_: Path) -> Path:
        """By where the case lies: before it is read nothing else is known of it. Not a name that somebody gave."""
        naam = hashlib.sha256(str(echt_pad(map_)).encode("utf-8", "surrogateescape")).hexdigest()[:32]
        return geheugenmap(self.uitvoer) / f"{naam}.json"
