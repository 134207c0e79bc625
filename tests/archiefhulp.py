"""What the tests of archives share."""

import datetime as dt
import zipfile
from pathlib import Path

from dossiergen.dossier.overdracht import Archiefresultaat, maak_archieven
from dossiergen.dossier.uitvoer import Uitvoer
from verslaghulp import KENMERK, afdrukken

ZAAK = Path(KENMERK)
OPEN_OVER = dt.date(2028, 3, 30)
ALLES_OVER = dt.date(2046, 3, 25)
MAPPEN = {
    f"overdracht/{KENMERK}-bedrijfsarts.zip": "bedrijfsarts",
    f"overdracht/{KENMERK}-riv-uwv.zip": "riv/uwv",
    f"overdracht/{KENMERK}-riv-werknemer.zip": "riv/werknemer",
    f"overdracht/{KENMERK}-uwv.zip": "uwv",
    f"overdracht/{KENMERK}-werkgever.zip": "werkgever",
    f"overdracht/{KENMERK}-werknemer.zip": "werknemer",
    f"vertrouwelijk/overdracht/{KENMERK}-riv-werknemer-vertrouwelijk.zip": "vertrouwelijk/riv/werknemer",
    f"vertrouwelijk/overdracht/{KENMERK}-werknemer-vertrouwelijk.zip": "vertrouwelijk/werknemer",
}
WERKGEVER = f"overdracht/{KENMERK}-werkgever.zip"
AFDRUK = "4d4bc8c3ef1b41cae8555517e80c2240a467d8be441c8b3d896717c7dcfb8483"
PLAN_PDF = "werkgever/03-plan-van-aanpak-ondertekend.pdf"


def pak_in(uit: Path, kenmerk: str = KENMERK) -> Archiefresultaat:
    with Uitvoer(uit).open() as uitvoer:
        return maak_archieven(uitvoer, kenmerk)


def archieven(uit: Path) -> dict[str, str]:
    """Each archive below the case with its fingerprint."""
    return {naam: afdruk for naam, afdruk in afdrukken(uit / KENMERK).items() if naam.endswith(".zip")}


def inhoud(pad: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(pad) as archief:
        return {naam: archief.read(naam) for naam in archief.namelist()}


def in_map(map_: Path, naam: str) -> dict[str, bytes]:
    return {f"{naam}/{pad.name}": pad.read_bytes() for pad in map_.iterdir()}


def gemeld(resultaat: Archiefresultaat, uit: Path) -> list[tuple[str, str]]:
    return [
        (f.code, Path(f.plaats.bestand).relative_to(uit / KENMERK).as_posix()) for f in resultaat.findings
    ]


def wijzig(pad: Path) -> None:
    pad.write_bytes(pad.read_bytes() + b"x")
