"""What a file says about itself, apart from its text."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

__all__ = ["Eigenschappen"]


@dataclass(frozen=True, slots=True)
class Eigenschappen:
    titel: str
    afzender: str
    datum: date
    taal: str = "nl-NL"
    namen: tuple[str, ...] = ()
    """Names in the text, which are never broken; they stand in no file on their own account."""
    dicht: bool = False
    """Set closely, so that it stays on one page."""
    herkomst: Mapping[str, str] = field(default_factory=dict)
    """Which document of which case it is, for whoever reads an edited file back; nothing that its pages do not say."""
    identiteit: Mapping[str, str] = field(default_factory=dict)
    """The same with the fingerprint of its text, for whoever signs or verifies the PDF; nothing for a draft."""
    gekeurd: tuple[tuple[str, str], ...] = ()
    """What the file says was looked at, each with a version; who makes it sees to it that this becomes true."""
