"""The output folder: locked while in use, written whole or not at all, closed to others."""

import fcntl
import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from dossiergen.errors import BestandFout, UitvoerBezet

__all__ = ["Uitvoer"]

_MAP = 0o700


@dataclass(frozen=True, slots=True)
class Uitvoer:
    """An output folder. Files are 0600, folders 0700."""

    wortel: Path

    @property
    def eigen(self) -> Path:
        """Where dossiergen keeps what it needs itself; never handed over."""
        return self.wortel / ".dossiergen"

    @contextmanager
    def open(self) -> Iterator["Uitvoer"]:
        """Hold the folder for one run. Raises UitvoerBezet where another run has it."""
        self.map(self.eigen)
        slot = os.open(self.eigen / "slot", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(slot, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(slot)
            raise UitvoerBezet(
                f"De map {self.wortel} is in gebruik door een andere opdracht.", "Wacht tot die klaar is."
            ) from None
        try:
            self._ruim_op()
            yield self
        finally:
            os.close(slot)

    def _ruim_op(self) -> None:
        """Remove what an interrupted run left; none of it ever had a final name."""
        for rest in self.eigen.glob("tijdelijk-*"):
            rest.unlink()

    def map(self, pad: Path) -> None:
        """Make a folder and what is missing above it."""
        try:
            for deel in (*reversed(pad.parents), pad):
                if not deel.exists():
                    deel.mkdir(mode=_MAP)
        except OSError as fout:
            raise BestandFout(f"De map {pad} kan niet worden gemaakt.", "Controleer uw rechten.") from fout

    def schrijf(self, pad: Path, inhoud: bytes) -> None:
        """Write a file under a temporary name and give it its own at the end."""
        self.map(pad.parent)
        try:
            nummer, tijdelijk = tempfile.mkstemp(prefix="tijdelijk-", dir=self.eigen)
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
        except OSError as fout:
            raise BestandFout(
                f"{pad} kan niet worden geschreven.", "Controleer uw rechten en de ruimte op de schijf."
            ) from fout

    def schrijf_als_anders(self, pad: Path, inhoud: bytes) -> None:
        """Leave a file alone that is already so."""
        if self.afdruk(pad) != hashlib.sha256(inhoud).hexdigest():
            self.schrijf(pad, inhoud)

    @staticmethod
    def afdruk(pad: Path) -> str | None:
        """The sha256 of a file, None where there is none."""
        try:
            return hashlib.sha256(pad.read_bytes()).hexdigest()
        except FileNotFoundError:
            return None
        except OSError as fout:
            raise BestandFout(f"{pad} kan niet worden gelezen.", "Controleer uw rechten.") from fout
