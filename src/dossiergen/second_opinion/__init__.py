"""What law and practice say about a second opinion: its steps, its grounds and routes, which doctor may give it.

Knows the request and dated law; knows no file, no template and no finding.
"""

from dossiergen.second_opinion.dienst import Verwantschap, verwantschap
from dossiergen.second_opinion.uitleg import Uitleg, maak_uitleg
from dossiergen.second_opinion.verloop import mogelijk_na
from dossiergen.second_opinion.werkwijze import Werkwijze, contract_van, werkwijze_van

__all__ = [
    "Uitleg",
    "Verwantschap",
    "Werkwijze",
    "contract_van",
    "maak_uitleg",
    "mogelijk_na",
    "verwantschap",
    "werkwijze_van",
]
