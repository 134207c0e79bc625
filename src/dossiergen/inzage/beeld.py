"""One model as its readers may see it."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from dossiergen.errors import SjabloonFout, VerborgenVeld

__all__ = ["Beeld", "als_data", "pad_van"]


class Beeld:
    """The visible fields of one model, read-only.

    A field left empty is None. A field that the readers may not see does not exist: asking for it
    raises VerborgenVeld, also where a template would only test whether it is there.
    """

    __slots__ = ("_bestand", "_pad", "_velden")

    def __init__(self, velden: Mapping[str, Any], bestand: str, pad: str) -> None:
        object.__setattr__(self, "_velden", velden)
        object.__setattr__(self, "_bestand", bestand)
        object.__setattr__(self, "_pad", pad)

    def __getattr__(self, naam: str) -> Any:
        if naam.startswith("__"):
            raise AttributeError(naam)
        try:
            return self._velden[naam]
        except KeyError:
            raise VerborgenVeld(f"Het veld `{naam}` bestaat niet voor de lezers van dit stuk.") from None

    def __setattr__(self, naam: str, waarde: object) -> None:
        raise SjabloonFout("Een zaak verandert niet terwijl er een stuk van wordt gemaakt.")

    def __repr__(self) -> str:
        return f"<Beeld {', '.join(sorted(self._velden))}>"


def pad_van(beeld: Beeld, naam: str) -> str:
    """Where a visible field stands: `stukken/plan-van-aanpak.yaml#activiteiten.0.wat`."""
    if naam not in beeld._velden:  # noqa: SLF001  a Beeld keeps its fields from templates
        raise VerborgenVeld(
            "Het veld waarvan de plaats is gevraagd, bestaat niet voor de lezers van dit stuk."
        )
    voor = f"{beeld._pad}." if beeld._pad else ""  # noqa: SLF001  a Beeld keeps its place from templates
    return f"{beeld._bestand}#{voor}{naam}"  # noqa: SLF001


def als_data(waarde: Any, *, buiten: str = "") -> Any:
    """The same in plain lists, mappings and text, with a fixed order: what a fingerprint is taken of.

    What stands in the file `buiten` is named by its path there, not by what it says.
    """
    if isinstance(waarde, Beeld):
        if buiten and waarde._bestand == buiten:  # noqa: SLF001
            return waarde._pad  # noqa: SLF001
        return {naam: als_data(deel, buiten=buiten) for naam, deel in sorted(waarde._velden.items())}  # noqa: SLF001
    if isinstance(waarde, tuple):
        return [als_data(deel, buiten=buiten) for deel in waarde]
    if isinstance(waarde, Decimal | dt.date):
        return str(waarde)
    return waarde
