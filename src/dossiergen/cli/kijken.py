"""The loop of `dossiergen render --watch`: wait until a file is saved, make again what it changes, say so.

What the system tells of changes only wakes it up, as does every second that nothing is told, so that a folder on
a network works as well. Whether there is something to do is seen from the files themselves.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from watchfiles import watch

from dossiergen.cli.tonen import praat
from dossiergen.dossier.bronnen import Bronnen, Stand
from dossiergen.dossier.resultaat import Zaakresultaat
from dossiergen.errors import DossiergenFout, ExitCode, OntbrekendHulpmiddel, UitvoerBezet
from dossiergen.sjablonen import Sjablonen

__all__ = ["Kijker", "Ronde", "bezonken", "gewekt", "kijk"]

_STIL = 0.03
"""Seconds in which a file may not change before it counts as saved."""
_WEG = 0.3
"""The same where a file is gone: some editors take it away before they write it anew."""
_MEEST = 20
"""How often is waited for one save: who never stops writing sees what is there by then."""
_MILLISECONDEN = 1000
"""After how long without news the files are looked at all the same."""

Maak = Callable[[Sjablonen], Zaakresultaat]
Wekker = Callable[[tuple[Path, ...]], Iterator[object]]


def _van_het_systeem(mappen: tuple[Path, ...]) -> Iterator[object]:
    """Where the system cannot tell of so many folders, or one just went away, the clock alone wakes."""
    try:
        yield from watch(
            *mappen,
            watch_filter=None,
            step=10,
            debounce=50,
            rust_timeout=_MILLISECONDEN,
            yield_on_timeout=True,
            recursive=False,
        )
    except OSError:
        time.sleep(_MILLISECONDEN / 1000)
        yield None


@dataclass(frozen=True, slots=True)
class Ronde:
    """What came of one save. Without a result `storing` says in a sentence why there is none."""

    resultaat: Zaakresultaat | None
    storing: str
    tijd: str
    seconden: float


def kijk(bronnen: Bronnen, maak: Maak, toon: Callable[[Ronde], None]) -> ExitCode:
    """Make, then again at every save, until Ctrl-C. Raises BestandFout where a folder that is needed goes away."""
    kijker = Kijker(bronnen, maak, toon)
    try:
        for _ in gewekt(bronnen):
            if kijker.kijk() and kijker.rondes == 1:
                praat(f"Ik maak opnieuw wat u in {bronnen.zaak} bewaart. Stop met Ctrl-C.")
    except KeyboardInterrupt:
        if kijker.bezig:
            raise
        praat("\nGestopt.")
    return ExitCode.GOED


def gewekt(bronnen: Bronnen, wekker: Wekker = _van_het_systeem) -> Iterator[None]:
    """Come back as soon as there may be something new; a folder that appears is looked at from then on."""
    while True:
        mappen = _met_kenmerk(bronnen)
        yield
        for _ in wekker(tuple(mappen)):
            nu = _met_kenmerk(bronnen)
            yield
            # The system goes on looking at a folder of which only the name is left.
            if nu != mappen:
                break


def bezonken(eerder: Stand, stand: Callable[[], Stand], wacht: Callable[[float], None] = time.sleep) -> Stand:
    """How the files lie once they hold still; at once where nothing changed. Editors write in several strokes."""
    nu = stand()
    for _ in range(_MEEST):
        if nu == eerder:
            break
        wacht(_WEG if eerder.keys() - nu.keys() else _STIL)
        vorige, nu = nu, stand()
        if nu == vorige:
            break
    return nu


class Kijker:
    """Knows how the files lay when they were last read."""

    def __init__(self, bronnen: Bronnen, maak: Maak, toon: Callable[[Ronde], None]) -> None:
        self._bronnen, self._maak, self._toon = bronnen, maak, toon
        self._gezien: Stand = {}
        self._sjablonen = bronnen.sjablonen
        self._bezet = False
        self.rondes = 0
        self.bezig = False

    def kijk(self) -> bool:
        """A round where something was saved, or where the output folder was in use the last time."""
        nu = bezonken(self._gezien, self._bronnen.stand) if self.rondes else self._bronnen.stand()
        if self.rondes and nu == self._gezien and not self._bezet:
            return False
        if self.rondes and self._bronnen.andere_sjablonen(self._gezien, nu):
            self._sjablonen = replace(self._sjablonen, uitgave=self._sjablonen.uitgave + 1)
        self._gezien = nu
        self.rondes += 1
        self.bezig = True
        self._doe()
        self.bezig = False
        return True

    def _doe(self) -> None:
        """What is wrong with a case, a template or the disk is said; after the next save it may be right."""
        begin, tijd = time.perf_counter(), time.strftime("%H:%M:%S")
        resultaat, storing, bezet = None, "", False
        try:
            resultaat = self._maak(self._sjablonen)
        except OntbrekendHulpmiddel:
            raise
        except DossiergenFout as fout:
            storing, bezet = f"{fout.melding} {fout.hint}".strip(), isinstance(fout, UitvoerBezet)
        # That another run holds the output folder is said once, however long it takes.
        if not (bezet and self._bezet):
            self._toon(Ronde(resultaat, storing, tijd, time.perf_counter() - begin))
        self._bezet = bezet


def _met_kenmerk(bronnen: Bronnen) -> dict[Path, tuple[int, int]]:
    """The folders to look at, each with what tells it from another one of the same name."""
    gevonden = {}
    for map_ in bronnen.mappen():
        with suppress(OSError):
            wat = map_.stat()
            gevonden[map_] = (wat.st_dev, wat.st_ino)
    return gevonden
