"""veraPDF: whether a PDF keeps to PDF/A-3a and PDF/UA-1. One Java machine for all files of a process.

It is started for the first file, and ends with this process: it reads until its input is closed.
"""

import atexit
import json
import os
import select
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn

from dossiergen.dossier.keuring.bezwaar import Bezwaar
from dossiergen.dossier.keuring.keurmeesters import Keurmeester
from dossiergen.errors import OntbrekendHulpmiddel

__all__ = ["PDFA", "PDFUA", "Verapdf"]

PDFA, PDFUA = "3a", "ua1"
_NORMEN = {PDFA: "PDF/A-3a", PDFUA: "PDF/UA-1"}
# The first file takes two seconds, another one hundredths; a verslag of a hundred pages a few.
_WACHT = 120.0


class Verapdf:
    """Answers one file at a time. Raises OntbrekendHulpmiddel where it stops or says nothing: that is no verdict."""

    def __init__(self, meester: Keurmeester, wacht: float = _WACHT) -> None:
        self._meester, self._wacht = meester, wacht
        self._proces: subprocess.Popen[bytes] | None = None
        self._over = b""

    def keur(self, pad: Path, smaken: Sequence[str] = (PDFA, PDFUA)) -> tuple[Bezwaar, ...]:
        """What is wrong with a file, by clause of the standard."""
        proces = self._gestart()
        einde = time.monotonic() + self._wacht
        bezwaren: list[Bezwaar] = []
        try:
            self._vraag(proces, f"{','.join(smaken)}\t{pad.absolute()}\n")
            for smaak in smaken:
                bezwaren += _bezwaren(smaak, json.loads(self._regel(proces, einde)))
        except (OSError, ValueError, KeyError, TypeError):
            self._opgegeven()
        return tuple(bezwaren)

    def sluit(self) -> None:
        """Let go of the Java machine; the next file starts another one."""
        proces, self._proces, self._over = self._proces, None, b""
        atexit.unregister(self.sluit)
        if proces is None:
            return
        proces.kill()
        proces.wait()
        for stroom in (proces.stdin, proces.stdout):
            if stroom:
                stroom.close()

    def _gestart(self) -> subprocess.Popen[bytes]:
        if self._proces is None or self._proces.poll() is not None:
            self.sluit()
            try:
                self._proces = subprocess.Popen(  # noqa: S603  the judge that the user installed
                    self._meester.opdracht,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    bufsize=0,
                )
            except OSError:
                self._opgegeven()
            atexit.register(self.sluit)
        return self._proces

    @staticmethod
    def _vraag(proces: subprocess.Popen[bytes], vraag: str) -> None:
        if proces.stdin:
            proces.stdin.write(vraag.encode())

    def _regel(self, proces: subprocess.Popen[bytes], einde: float) -> bytes:
        """One line of the answer. Raises TimeoutError, and EOFError-like OSError where no more comes."""
        uit = proces.stdout.fileno() if proces.stdout else -1
        while b"\n" not in self._over:
            if not select.select([uit], [], [], max(0.0, einde - time.monotonic()))[0]:
                raise TimeoutError
            stuk = os.read(uit, 65536)
            if not stuk:
                raise BrokenPipeError
            self._over += stuk
        regel, _, self._over = self._over.partition(b"\n")
        return regel

    def _opgegeven(self) -> NoReturn:
        self.sluit()
        raise OntbrekendHulpmiddel(
            "De keurmeester veraPDF stopte, of gaf geen bruikbaar antwoord. Het stuk is niet gekeurd en niet gemaakt.",
            "Is er genoeg geheugen? Probeer het opnieuw, of voer `make keurmeesters` uit.",
        ) from None


def _bezwaren(smaak: str, antwoord: Mapping[str, Any]) -> list[Bezwaar]:
    if antwoord["smaak"] != smaak:
        raise ValueError(smaak)
    if antwoord["in_orde"]:
        return []
    regels = antwoord["regels"] or [{"regel": "onbekend", "bladzijde": None}]
    zin = f"veraPDF keurt de PDF af als {_NORMEN[smaak]}"
    return [Bezwaar(f"{smaak}-{regel['regel']}", f"{zin}.", regel["bladzijde"]) for regel in regels]
