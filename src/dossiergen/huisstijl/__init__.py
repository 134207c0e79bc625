"""The look of a sender as data: colours, letter, margins. Knows neither PDF nor Word."""

from dossiergen.huisstijl.laden import laad
from dossiergen.huisstijl.stijl import Huisstijl, Kleuren, Letter, Marges

__all__ = ["Huisstijl", "Kleuren", "Letter", "Marges", "laad"]
