"""What a rule yields: a code and a path. The edge adds the place in the file."""

from dataclasses import dataclass

from dossiergen.finding import Ernst

__all__ = ["Overtreding"]


@dataclass(frozen=True, slots=True)
class Overtreding:
    """A rule is broken at a path of one of the case's own files; `ernst` where it is not the catalogue's."""

    code: str
    bestand: str
    pad: tuple[str | int, ...]
    melding: str = ""
    ernst: Ernst | None = None
