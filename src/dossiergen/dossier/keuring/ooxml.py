"""The OOXML validator: whether a Word file keeps to the schema that Word itself reads by."""

import json
import os
import re
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from dossiergen.dossier.keuring.bezwaar import Bezwaar
from dossiergen.dossier.keuring.keurmeesters import Keurmeester
from dossiergen.errors import OntbrekendHulpmiddel

__all__ = ["keur_word"]

_WACHT = 120.0
_ZIN = "De OOXML-validator keurt het Word-bestand af."
# Names of rules, parts and elements, with a place in brackets.
_ANDERS = re.compile(r"[^A-Za-z0-9_./:\[\] -]")


def keur_word(meester: Keurmeester, pad: Path, wacht: float = _WACHT) -> tuple[Bezwaar, ...]:
    """What is wrong with a file, by rule and part: its own sentences may hold text of the case.

    Raises OntbrekendHulpmiddel where the validator gives no verdict. Its exit code is none: that is 0 for a broken file too.
    """
    # It needs no names of countries, and so no library for them.
    omgeving = {**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1", "DOTNET_TieredPGO": "0"}
    try:
        gezegd = subprocess.run(  # noqa: S603  the judge that the user installed
            [*meester.opdracht, str(pad)], capture_output=True, check=False, timeout=wacht, env=omgeving
        )
        oordeel = json.loads(gezegd.stdout)
        return tuple(_bezwaren(oordeel["ok"], oordeel["errors"]))
    except (OSError, subprocess.TimeoutExpired, ValueError, KeyError, TypeError, AttributeError):
        raise OntbrekendHulpmiddel(
            "De OOXML-validator stopte, of gaf geen bruikbaar antwoord. Het stuk is niet gekeurd en niet gemaakt.",
            "Is er genoeg geheugen? Probeer het opnieuw, of voer `make keurmeesters` uit.",
        ) from None


def _bezwaren(in_orde: object, fouten: Iterable[Mapping[str, Any]]) -> Iterable[Bezwaar]:
    """Each rule once for each part of the file, with the first place where it is broken."""
    regels: dict[tuple[str, str], str] = {}
    for fout in fouten:
        soort = str(fout.get("id") or fout.get("errorType")), str(fout.get("path") or "")
        regels.setdefault(soort, str(fout.get("xPath") or ""))
    if in_orde is not True and not regels:
        regels["onbekend", ""] = ""
    for (regel, deel), plek in sorted(regels.items()):
        yield Bezwaar(_ANDERS.sub("_", " ".join(filter(None, (regel, deel, plek)))), _ZIN)
