"""How a file comes to lie on the disk: whole or not at all, for the user alone, and with an error of ours where it cannot."""

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from dossiergen.errors import BestandFout, SchijfWeigert

__all__ = ["lezen_of_schrijven", "schrijf_heel", "tijdelijk_bestand"]

# Of the disk or of what this user may fill of it.
_VOL = frozenset({errno.ENOSPC, errno.EDQUOT})
_BLIJFT = "Wat af is, blijft staan."


def schrijf_heel(pad: Path, inhoud: bytes, tussen: Path) -> None:
    """Under a temporary name in `tussen`, on the same disk, and then in place of what was there; 0600."""
    nummer, tijdelijk = tempfile.mkstemp(prefix="tijdelijk-", dir=tussen)
    try:
        with os.fdopen(nummer, "wb") as bestand:
            bestand.write(inhoud)
            bestand.flush()
            os.fsync(bestand.fileno())
        Path(tijdelijk).replace(pad)
    except BaseException:
        with suppress(FileNotFoundError):
            Path(tijdelijk).unlink()
        raise


@contextmanager
def tijdelijk_bestand(inhoud: bytes, einde: str, tussen: Path) -> Iterator[Path]:
    """A file in `tussen` as long as somebody looks at it; a next run takes it away where this one is killed."""
    with lezen_of_schrijven(tussen, "worden gebruikt"):
        nummer, naam = tempfile.mkstemp(prefix="tijdelijk-", suffix=einde, dir=tussen)
    pad = Path(naam)
    try:
        with lezen_of_schrijven(pad, "worden geschreven"), os.fdopen(nummer, "wb") as bestand:
            bestand.write(inhoud)
        yield pad
    finally:
        pad.unlink(missing_ok=True)


@contextmanager
def lezen_of_schrijven(pad: Path, wat: str) -> Iterator[None]:
    """Turns what the disk says into an error of ours, with the path and what to look at."""
    try:
        yield
    except (OSError, RuntimeError) as fout:  # RuntimeError: a link that leads back to itself
        raise _in_woorden(pad, wat, getattr(fout, "errno", None)) from fout


def _in_woorden(pad: Path, wat: str, nummer: int | None) -> BestandFout:
    if nummer in _VOL:
        return SchijfWeigert(
            f"{pad} kan niet {wat}: de schijf is vol.", f"Maak ruimte en geef de opdracht opnieuw. {_BLIJFT}"
        )
    if nummer == errno.EROFS:
        return SchijfWeigert(
            f"{pad} kan niet {wat}: van deze schijf kan alleen worden gelezen.",
            f"Maak de schijf beschrijfbaar of kies een andere map, en geef de opdracht opnieuw. {_BLIJFT}",
        )
    return BestandFout(
        f"{pad} kan niet {wat}.",
        "Controleer of de map bestaat, uw rechten, de ruimte op de schijf en of er geen map in de weg staat.",
    )
