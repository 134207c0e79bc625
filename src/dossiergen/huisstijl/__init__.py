"""The look of a sender as data: colours, letter, margins, logo. Knows neither PDF nor Word."""

from dossiergen.huisstijl.contrast import verhouding
from dossiergen.huisstijl.laden import laad
from dossiergen.huisstijl.letterfamilie import MERKEN, Letterfamilie, letterbestanden, meegeleverde_families
from dossiergen.huisstijl.logo import Logo
from dossiergen.huisstijl.stijl import Huisstijl, Kleuren, Letter, Letters, Marges

__all__ = [
    "MERKEN",
    "Huisstijl",
    "Kleuren",
    "Letter",
    "Letterfamilie",
    "Letters",
    "Logo",
    "Marges",
    "laad",
    "letterbestanden",
    "meegeleverde_families",
    "verhouding",
]
