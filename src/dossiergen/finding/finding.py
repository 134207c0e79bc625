"""The one value type for a problem in a case."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Ernst(StrEnum):
    """How bad it is; only `fout` makes a command fail, `oordeel` asks a human to judge."""

    FOUT = "fout"
    WAARSCHUWING = "waarschuwing"
    OORDEEL = "oordeel"
    INFO = "info"


@dataclass(frozen=True, slots=True, order=True)
class Plaats:
    """A place in a file; line and column count from 1, 0 means the file as a whole."""

    bestand: str
    regel: int = 0
    kolom: int = 0

    def __str__(self) -> str:
        if not self.regel:
            return self.bestand
        return f"{self.bestand}:{self.regel}:{self.kolom}"


@dataclass(frozen=True, slots=True, order=True)
class Elders:
    """Another place that has to do with a finding, such as the one that contradicts it, with its path there."""

    plaats: Plaats
    pad: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem in a case.

    `melding`, `grond` and `oplossing` never hold a value of the case. `voorstel` may: it is the
    ready-to-use replacement, shown to the person at the terminal and never written anywhere.
    """

    code: str
    ernst: Ernst
    plaats: Plaats
    pad: str
    melding: str
    grond: str = ""
    oplossing: str = ""
    voorstel: str = ""
    stopt: bool = True
    """Whether a fout keeps a document from being made; being late is no defect of the paper (besluit 0015)."""
    aanvaard: bool = False
    """The case accepts it, with a reason, under `uitzonderingen`."""
    elders: tuple[Elders, ...] = ()

    @property
    def is_fout(self) -> bool:
        return self.ernst is Ernst.FOUT and not self.aanvaard


@dataclass(frozen=True, slots=True)
class Overtreding:
    """What breaks a rule: a code and a path in one of the case's own files. The edge adds line and column.

    `ernst`, `oplossing` and `stopt` where they are not those of the code; `voorstel` may hold a value, as in a Finding.
    `elders`: files and paths of other places that have to do with it.
    """

    code: str
    bestand: str
    pad: tuple[str | int, ...]
    melding: str = ""
    ernst: Ernst | None = None
    oplossing: str = ""
    voorstel: str = ""
    elders: tuple[tuple[str, tuple[str | int, ...]], ...] = ()
    stopt: bool | None = None


def op_plaats(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings once each, sorted by file, line, column and code."""
    return tuple(sorted(set(findings), key=lambda f: (f.plaats, f.code, f.pad, f.melding, f.elders)))


def met_fout(findings: Iterable[Finding]) -> bool:
    return any(finding.is_fout for finding in findings)
