"""What law and practice say about a second opinion: its steps, its grounds and routes, which doctor may give it.

Knows the request and dated law; knows no file, no template and no finding. What a template gets (`uitleg`) has a door of its
own: who only checks a case does not need it.
"""

from dossiergen.second_opinion.dienst import Verwantschap, verwantschap
from dossiergen.second_opinion.verloop import mogelijk_na
from dossiergen.second_opinion.werkwijze import Werkwijze, contract_van, werkwijze_van

__all__ = [
    "Verwantschap",
    "Werkwijze",
    "contract_van",
    "mogelijk_na",
    "verwantschap",
    "werkwijze_van",
]
