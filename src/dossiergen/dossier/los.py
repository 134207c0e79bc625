"""A single file that the user names, outside the output folder: only an older one of ours is ever replaced."""

from pathlib import Path

from dossiergen.dossier.schijf import lezen_of_schrijven, schrijf_heel
from dossiergen.errors import BestandFout

__all__ = ["schrijf_los", "vorige_uitgave"]


def vorige_uitgave(pad: Path, merk: bytes) -> bytes | None:
    """What an earlier run wrote here, None where there is no file. Raises BestandFout where somebody else wrote it."""
    with lezen_of_schrijven(pad, "worden gelezen"):
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
    with lezen_of_schrijven(pad, "worden geschreven"):
        doel = pad.resolve()
        schrijf_heel(doel, inhoud, doel.parent)
