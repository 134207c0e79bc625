"""The output folder: locked while in use, written whole or not at all, closed to others."""

import fcntl
import hashlib
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex

from dossiergen.dossier.schijf import lezen_of_schrijven, schrijf_heel
from dossiergen.errors import BestandFout, SchijfWeigert, UitvoerBezet

__all__ = ["Uitvoer", "afdruk"]

_MAP = 0o700
# Seconds that a worker of a killed run may need to notice; it takes some hundredths.
_GEDULD = 5.0
_TUSSENTIJD = 0.02
_SEIN = "sein-"


@dataclass(frozen=True, slots=True)
class Uitvoer:
    """An output folder. Files are 0600, folders 0700."""

    wortel: Path

    @property
    def eigen(self) -> Path:
        """Where dossiergen keeps what it needs itself; never handed over."""
        return self.wortel / ".dossiergen"

    @property
    def _slot(self) -> Path:
        return self.eigen / "slot"

    @property
    def _slot_werkers(self) -> Path:
        return self.eigen / "slot-werkers"

    @contextmanager
    def open(self) -> Iterator["Uitvoer"]:
        """Hold the folder for one run. Raises UitvoerBezet where another run has it.

        A run that was killed may leave a worker that has not noticed yet: it is waited for.
        """
        self.map(self.eigen)
        with self._vast(self._slot, fcntl.LOCK_EX):
            for sein in self.eigen.glob(f"{_SEIN}*"):
                self.verwijder(sein)
            if self._slot_werkers.exists():
                with self._vast(self._slot_werkers, fcntl.LOCK_EX, _GEDULD):
                    pass
            for rest in self.resten:
                self.verwijder(rest)
            yield self

    @contextmanager
    def doe_mee(self) -> Iterator[None]:
        """Work in the folder for the run that holds it; nobody else gets it as long as this process lives."""
        with self._vast(self._slot_werkers, fcntl.LOCK_SH, _GEDULD):
            yield

    @contextmanager
    def sein(self) -> Iterator[Path]:
        """A file that is there as long as the run that holds the folder; a next run takes away what a killed one left.

        Who works on another machine does so as long as it sees this file.
        """
        pad = self.eigen / f"{_SEIN}{token_hex(8)}"
        self.schrijf(pad, b"")
        try:
            yield pad
        finally:
            self.verwijder(pad)

    @contextmanager
    def _vast(self, pad: Path, hoe: int, geduld: float = 0.0) -> Iterator[None]:
        """Hold a lock; the system lets go of it when the process ends, however it ends."""
        with self._schrijvend(self.eigen, "worden gebruikt"):
            slot = os.open(pad, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            self._pak(slot, hoe, geduld)
            yield
        finally:
            os.close(slot)

    def _pak(self, slot: int, hoe: int, geduld: float) -> None:
        tot = time.monotonic() + geduld
        while True:
            try:
                fcntl.flock(slot, hoe | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() >= tot:
                    raise UitvoerBezet(
                        f"De map {self.wortel} is in gebruik door een andere opdracht.",
                        "Wacht tot die klaar is.",
                    ) from None
                time.sleep(_TUSSENTIJD)
            else:
                return

    @property
    def exemplaar(self) -> tuple[int, int] | None:
        """Which folder this is on the disk, not only by name; None where there is none that a run holds."""
        try:
            wat = self._slot.stat()
        except OSError:
            return None
        return wat.st_dev, wat.st_ino

    @property
    def resten(self) -> tuple[Path, ...]:
        """What an interrupted run left: it never had a final name."""
        return tuple(self.eigen.glob("tijdelijk-*"))

    @property
    def bezet(self) -> bool:
        """Whether a run that is alive holds the folder; the system lets go where one died."""
        try:
            slot = os.open(self._slot, os.O_RDWR | os.O_CLOEXEC)
        except OSError:
            return False
        try:
            fcntl.flock(slot, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        finally:
            os.close(slot)
        return False

    def map(self, pad: Path) -> None:
        """Make a folder and what is missing above it."""
        with self._schrijvend(pad, "worden gemaakt"):
            for deel in (*reversed(pad.parents), pad):
                if not deel.is_dir():
                    deel.mkdir(mode=_MAP)

    def schrijf(self, pad: Path, inhoud: bytes) -> bool:
        """Write a file under a temporary name and give it its own at the end; False where it was so already."""
        if self.afdruk(pad) == afdruk(inhoud):
            return False
        self.map(pad.parent)
        with self._schrijvend(pad, "worden geschreven"):
            schrijf_heel(pad, inhoud, self.eigen)
        return True

    def verwijder(self, pad: Path) -> None:
        with self._schrijvend(pad, "worden verwijderd"):
            pad.unlink(missing_ok=True)

    @contextmanager
    def _schrijvend(self, pad: Path, wat: str) -> Iterator[None]:
        """Raises SchijfWeigert where nothing can be laid in this folder any more, BestandFout where it is this path alone."""
        try:
            with lezen_of_schrijven(pad, wat):
                yield
        except BestandFout as fout:
            if isinstance(fout.__cause__, PermissionError) and not self._mag_erin:
                raise SchijfWeigert(
                    f"In de map {self.wortel} mag u niet schrijven.",
                    "Vraag om die rechten of kies met --output een andere map, en geef de opdracht opnieuw. "
                    "Wat af is, blijft staan.",
                ) from fout
            raise

    @property
    def _mag_erin(self) -> bool:
        return all(os.access(map_, os.W_OK | os.X_OK) for map_ in (self.wortel, self.eigen))

    @staticmethod
    def lees(pad: Path) -> bytes | None:
        """The bytes of a file, None where there is none."""
        with lezen_of_schrijven(pad, "worden gelezen"):
            try:
                return pad.read_bytes()
            except FileNotFoundError:
                return None

    @classmethod
    def afdruk(cls, pad: Path) -> str | None:
        """The sha256 of a file, None where there is none."""
        inhoud = cls.lees(pad)
        return None if inhoud is None else afdruk(inhoud)


def afdruk(inhoud: bytes) -> str:
    return hashlib.sha256(inhoud).hexdigest()
