"""Dated law: which value holds on a day, and where it stands. Knows no Zaak and does no counting."""

from dossiergen.recht.laden import Recht, laad_protocol, protocolnamen, recht
from dossiergen.recht.waarde import Aard, Eenheid, Protocol, Protocolwaarde, Rechtswaarde, Regeling, Waarde

__all__ = [
    "Aard",
    "Eenheid",
    "Protocol",
    "Protocolwaarde",
    "Recht",
    "Rechtswaarde",
    "Regeling",
    "Waarde",
    "laad_protocol",
    "protocolnamen",
    "recht",
]
