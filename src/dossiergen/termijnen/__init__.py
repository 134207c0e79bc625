"""Which dates a case has to meet: counted days, the waiting period, every milestone. Knows no rules and no documents' text."""

from dossiergen.termijnen.bewaren import Bewaartermijn, bewaartermijn, bewaartermijn_medisch
from dossiergen.termijnen.feestdagen import is_feestdag
from dossiergen.termijnen.kalender import Kalender, kalender
from dossiergen.termijnen.mijlpaal import Mijlpaal, Protocoldatum, Stand, Wie
from dossiergen.termijnen.risico import Gevolg, Risico, gevolgen
from dossiergen.termijnen.teldagen import Teldagen
from dossiergen.termijnen.wachttijd import Einde, Eindgrond

__all__ = [
    "Bewaartermijn",
    "Einde",
    "Eindgrond",
    "Gevolg",
    "Kalender",
    "Mijlpaal",
    "Protocoldatum",
    "Risico",
    "Stand",
    "Teldagen",
    "Wie",
    "bewaartermijn",
    "bewaartermijn_medisch",
    "gevolgen",
    "is_feestdag",
    "kalender",
]
