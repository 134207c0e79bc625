"""The libraries of the system that shape a PDF: which are there, and in which version."""

import ctypes
from collections.abc import Callable, Iterator
from importlib import import_module

from dossiergen.dossier.gereedheid.pakketten import past
from dossiergen.dossier.gereedheid.punt import Gereed, Keuringspunt
from dossiergen.errors import OntbrekendHulpmiddel

__all__ = ["bibliotheken"]

_GROEP = "Bibliotheken"
_INSTALLEER = "sudo apt-get install"
# As the installation page of WeasyPrint says.
_PANGO = ">=1.44"
_SONAMEN = (
    ("pango", "libpango-1.0.so.0", "libpango-1.0-0"),
    ("pangoft2", "libpangoft2-1.0.so.0", "libpangoft2-1.0-0"),
    ("harfbuzz", "libharfbuzz.so.0", "libharfbuzz0b"),
    ("harfbuzz-subset", "libharfbuzz-subset.so.0", "libharfbuzz-subset0"),
    ("fontconfig", "libfontconfig.so.1", "libfontconfig1"),
    ("gobject", "libgobject-2.0.so.0", "libglib2.0-0"),
)

Laad = Callable[[str], object]


def bibliotheken(laad: Laad = ctypes.CDLL) -> Iterator[Keuringspunt]:
    """What the PDF writer found; where it cannot even start, each library apart."""
    try:
        motor = import_module("dossiergen.render.pdf.motor")
    except OntbrekendHulpmiddel as fout:
        yield from _elk(fout, laad)
        return
    versies = motor.systeemversies()
    pango = versies["pango"]
    if past(pango, _PANGO):
        yield Keuringspunt(_GROEP, "pango", Gereed.GOED, pango)
    else:
        yield Keuringspunt(
            _GROEP, "pango", Gereed.ONTBREEKT, f"{pango}, nodig is {_PANGO}", f"{_INSTALLEER} libpango-1.0-0"
        )
    yield Keuringspunt(_GROEP, "harfbuzz", Gereed.GOED, versies["harfbuzz"])
    try:
        motor.controleer_bibliotheken()
    except OntbrekendHulpmiddel as fout:
        yield Keuringspunt(_GROEP, "harfbuzz-subset", Gereed.ONTBREEKT, fout.melding, fout.hint)
    else:
        yield Keuringspunt(_GROEP, "harfbuzz-subset", Gereed.GOED, "maakt een PDF herhaalbaar")
    yield Keuringspunt(_GROEP, "fontconfig", Gereed.GOED, "geladen")


def _elk(fout: OntbrekendHulpmiddel, laad: Laad) -> Iterator[Keuringspunt]:
    gemist = False
    for naam, soname, pakket in _SONAMEN:
        if _laadt(soname, laad):
            yield Keuringspunt(_GROEP, naam, Gereed.GOED, "geladen")
        else:
            gemist = True
            yield Keuringspunt(_GROEP, naam, Gereed.ONTBREEKT, "niet gevonden", f"{_INSTALLEER} {pakket}")
    if not gemist:
        # Another system, where these have other names.
        yield Keuringspunt(_GROEP, "pango", Gereed.ONTBREEKT, fout.melding, fout.hint)


def _laadt(soname: str, laad: Laad) -> bool:
    try:
        laad(soname)
    except OSError:
        return False
    return True
