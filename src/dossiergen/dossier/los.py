"""A single file that the user names, outside the output folder: only an older one of ours is ever replaced."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from dossiergen.errors import BestandFout

__all__ = ["schrijf_los", "vorige_uitgave"]


def vorige_uitgave(pad: Path, merk: bytes) -> bytes | None:
    """What an earlier run wrote here, None where there is no file. Raises BestandFout where somebody else wrote it."""
    with _lezen_of_schrijven(pad, "worden gelezen"):
        if not pad.exists():
            return None
        if not pad.is_file():
            raise BestandFout(f"{pad} is geen bestand.", "Noem een bestand waarin geschreven mag worden.")
        inhoud = pad.read_bytes()
    if inhoud and merk not in inhoud:
        raise BestandFout(
            f"{pad} bestaat al en is niet zo'n bestand van dossiergen; het blijft zoals het is.",
            "Kies een andere naam, of verplaats dat bestand eerst.",
        )
    return inhoud or None


def schrijf_los(pad: Path, inhoud: bytes) -> None:
    """Whole or not at all, and for the user alone. A link stays a link to the file that is written."""
    with _lezen_of_schrijven(pad, "worden geschreven"):
        doel = pad.resolve()
        nummer, tijdelijk = tempfile.mkstemp(prefix=".dossiergen-", dir=doel.parent)
        try:
            with os.fdopen(nummer, "wb") as bestand:
                bestand.write(inhoud)
                bestand.flush()
                os.fsync(bestand.fileno())
            Path(tijdelijk).replace(doel)
        except BaseException:
            with suppress(FileNotFoundError):
                Path(tijdelijk).unlink()
            raise


@contextmanager
def _lezen_of_schrijven(pad: Path, wat: str) -> Iterator[None]:
    try:
        yield
    except (OSError, RuntimeError) as fout:  # RuntimeError: a link that leads back to itself
        raise BestandFout(
            f"{pad} kan niet {wat}.", "Controleer of de map bestaat, uw rechten en de ruimte op de schijf."
        ) from fout
