"""What follows from a case as a whole: what happened when, what the verslag must hold, what is missing and who has it.

Every field carries a label, as the fields of a case do, so that a document for some readers can show it. Knows
dates and law; knows no rule, no template and no file.
"""

from dossiergen.overzicht.beeld import (
    Aanwezigheid,
    Drager,
    Gebeurtenis,
    Gebeurtenissoort,
    Gebrek,
    Onderdeel,
    Overzicht,
    Rechtsregel,
    Stapel,
    Tekenaar,
)
from dossiergen.overzicht.inventaris import MIJLPAAL_VAN_GEBREK
from dossiergen.overzicht.overzicht import maak_overzicht, onderdelen_en_gebreken, stand_op

__all__ = [
    "MIJLPAAL_VAN_GEBREK",
    "Aanwezigheid",
    "Drager",
    "Gebeurtenis",
    "Gebeurtenissoort",
    "Gebrek",
    "Onderdeel",
    "Overzicht",
    "Rechtsregel",
    "Stapel",
    "Tekenaar",
    "maak_overzicht",
    "onderdelen_en_gebreken",
    "stand_op",
]
