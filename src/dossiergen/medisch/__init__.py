"""Finds medical words in Dutch text, and says what to write instead. Knows no case and no rules."""

from dossiergen.medisch.treffer import Achtergrond, Treffer
from dossiergen.medisch.vinden import aandachtswoorden, noemt_afkorting, noemt_een_van, vind

__all__ = ["Achtergrond", "Treffer", "aandachtswoorden", "noemt_afkorting", "noemt_een_van", "vind"]
