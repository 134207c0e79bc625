"""Programs that dossiergen can do without: they judge or show what was made."""

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from dossiergen.dossier.gereedheid.punt import Gereed, Keuringspunt
from dossiergen.dossier.keuring.keurmeesters import OMGEVING, uit_omgeving
from dossiergen.errors import OntbrekendHulpmiddel

__all__ = ["keurmeesters"]

_GROEP = "Niet nodig, wel handig"
_WACHT = 5
_VERSIE = re.compile(r"\d+(?:\.\d+)+")

Zoek = Callable[[str], str | None]


class _Programma(NamedTuple):
    """`vraag`: how to ask for its version; empty where that takes long."""

    naam: str
    namen: tuple[str, ...]
    waarvoor: str
    doen: str
    vraag: str = ""


_PROGRAMMAS = (
    _Programma(
        "poppler-utils", ("pdfinfo",), "leest de tekst van een PDF terug, voor de eigen tests",
        "sudo apt-get install poppler-utils", "-v",
    ),
    _Programma(
        "qpdf", ("qpdf",), "kijkt of een PDF heel is", "sudo apt-get install qpdf", "--version"
    ),
    _Programma(
        "LibreOffice", ("soffice", "libreoffice"), "toont hoe een Word-stuk eruitziet",
        "sudo apt-get install libreoffice-writer",
    ),
    _Programma(
        "Chromium", ("chromium", "chromium-browser", "google-chrome"),
        "toont het overzicht van de uitvoer als plaatje, voor de documentatie", "sudo apt-get install chromium",
    ),
)  # fmt: skip
_KEUREN = "keuren elk definitief stuk als PDF/A-3a, PDF/UA-1 en Word-bestand"
_KEUREN_DOEN = f"`make keurmeesters`, en laat {OMGEVING} naar de map .keurmeesters wijzen"


def keurmeesters(
    zoek: Zoek = shutil.which, omgeving: Mapping[str, str] = os.environ
) -> Iterator[Keuringspunt]:
    """Each program, with what it is for."""
    for programma in _PROGRAMMAS:
        pad = next(filter(None, map(zoek, programma.namen)), None)
        if pad is None:
            yield _mist(programma.naam, programma.waarvoor, programma.doen)
        else:
            versie = _versie(pad, programma.vraag) if programma.vraag else pad
            yield Keuringspunt(_GROEP, programma.naam, Gereed.GOED, versie, nodig=False)
    yield from _van_stukken(omgeving)


def _van_stukken(omgeving: Mapping[str, str]) -> Iterator[Keuringspunt]:
    """The judges of finished documents: who names them, cannot do without them."""
    try:
        meesters = uit_omgeving(omgeving)
    except OntbrekendHulpmiddel as fout:
        yield Keuringspunt(_GROEP, "keurmeesters", Gereed.ONTBREEKT, fout.melding, fout.hint)
        return
    if meesters is None:
        yield _mist("keurmeesters", _KEUREN, _KEUREN_DOEN)
        return
    for naam, meester in (("veraPDF", meesters.verapdf), ("OOXML-validator", meesters.ooxml)):
        yield Keuringspunt(_GROEP, naam, Gereed.GOED, meester.versie, nodig=False)


def _mist(naam: str, waarvoor: str, doen: str) -> Keuringspunt:
    return Keuringspunt(_GROEP, naam, Gereed.ONTBREEKT, f"niet gevonden; {waarvoor}", doen, nodig=False)


def _versie(pad: str, vraag: str) -> str:
    """What a program says of itself; where it says nothing, where it lies."""
    try:
        gezegd = subprocess.run(  # noqa: S603  a program from PATH, without anything of a case
            [pad, vraag], capture_output=True, text=True, errors="replace", check=False, timeout=_WACHT
        )
    except (OSError, subprocess.TimeoutExpired):
        return f"{pad}, maar het start niet"
    gevonden = _VERSIE.search(gezegd.stdout + gezegd.stderr)
    return gevonden[0] if gevonden else pad
