"""What is found of a signature: whole or not, by whom, when, and how far that can be trusted."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from dossiergen.ondertekening.certificaat import Certificaat
from dossiergen.ondertekening.velden import partij_van

__all__ = ["Handtekeningoordeel", "Later", "Niveau", "Tijdbron", "Vertrouwd"]


class Later(StrEnum):
    """What was done to the file after a signature."""

    NIETS = "niets"
    HANDTEKENING = "alleen ondertekend"
    VERBODEN = "veranderd"


class Niveau(StrEnum):
    """How much a signature carries to stay verifiable (ETSI EN 319 142-1)."""

    GEEN = "geen PAdES"
    B_B = "B-B"
    B_T = "B-T"
    B_LT = "B-LT"
    B_LTA = "B-LTA"


class Tijdbron(StrEnum):
    """Who says when it was signed."""

    OPGAVE = "opgave"
    TIJDSTEMPEL = "tijdstempel"
    ONBEKEND = "onbekend"


class Vertrouwd(StrEnum):
    """Whether the certificate leads to a root that is trusted."""

    JA = "ja"
    NEE = "nee"
    NIET_NAGEGAAN = "niet nagegaan"


@dataclass(frozen=True)
class Handtekeningoordeel:
    """`veranderd` says what came after it, where that was more than a signature; `reden` why it is not trusted."""

    veld: str
    tijdstempel: bool
    """It is not of a person: a timestamp over the whole file."""
    certificaat: Certificaat | None
    ondertekend_op: dt.datetime | None
    tijdbron: Tijdbron
    niveau: Niveau
    heel: bool
    later: Later
    veranderd: tuple[str, ...]
    dekt_alles: bool
    vertrouwd: Vertrouwd
    reden: str
    opmerkingen: tuple[str, ...]

    @property
    def partij(self) -> str:
        """Whose signature the field takes; empty for a field that is not ours."""
        return partij_van(self.veld)

    @property
    def houder(self) -> str:
        """Who signed, as the certificate says; empty where it cannot be read."""
        return self.certificaat.houder if self.certificaat else ""

    @property
    def onaangetast(self) -> bool:
        """Whole, and nothing but signatures after it."""
        return self.heel and self.later is not Later.VERBODEN

    @property
    def in_orde(self) -> bool:
        """Untouched, and of somebody whom the roots vouch for."""
        return self.onaangetast and self.vertrouwd is Vertrouwd.JA
