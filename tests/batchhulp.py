"""What the tests of a batch share."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

__all__ = ["PEILDATUM", "Batch", "Gedraaid"]

PEILDATUM = dt.date(2026, 6, 1)


@dataclass(frozen=True, slots=True)
class Gedraaid:
    """`zaken`: the line of each case, by its name."""

    exit_code: int
    zaken: dict[str, dict[str, Any]]
    stderr: str

    @property
    def mislukt(self) -> dict[str, str]:
        """Why, by case; nothing where findings say it."""
        return {naam: zaak["storing"] for naam, zaak in self.zaken.items() if not zaak["gelukt"]}

    @property
    def overgeslagen(self) -> list[str]:
        return sorted(naam for naam, zaak in self.zaken.items() if zaak["overgeslagen"])


Batch = Callable[..., Gedraaid]
