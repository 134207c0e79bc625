"""Finds medical words in Dutch text, and says what to write instead. Knows no case and no rules."""

from dossiergen.medisch.treffer import Achtergrond, Treffer
from dossiergen.medisch.vinden import kan_medisch_zijn, noemt_afkorting, vind

__all__ = ["Achtergrond", "Treffer", "kan_medisch_zijn", "noemt_afkorting", "vind"]
