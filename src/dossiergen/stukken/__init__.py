"""The documents: which there are, for whom, and their text composed from an Inzage. Knows no PDF or DOCX."""

from dossiergen.stukken.samensteller import Compositie, Samensteller
from dossiergen.stukken.vorm import Afzender, Partij, Stukvorm, laad_vormen

__all__ = ["Afzender", "Compositie", "Partij", "Samensteller", "Stukvorm", "laad_vormen"]
