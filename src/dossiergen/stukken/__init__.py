"""The documents: which there are, for whom, and their text composed from an Inzage. Knows no PDF or DOCX."""

from dossiergen.stukken.namen import namen_in
from dossiergen.stukken.omgeving import Omgeving
from dossiergen.stukken.samensteller import Compositie, Samensteller, afzender_van
from dossiergen.stukken.vorm import Afzender, Partij, Stukvorm, laad_vormen

__all__ = [
    "Afzender",
    "Compositie",
    "Omgeving",
    "Partij",
    "Samensteller",
    "Stukvorm",
    "afzender_van",
    "laad_vormen",
    "namen_in",
]
