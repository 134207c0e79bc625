"""The report of a batch: per case ready, or what is missing and who must act; as a page, as JSON and as CSV.

A row is computed where its case was made, and kept; the report is made of rows alone, by a process that needs
nothing of what makes documents (those who make them import `vanzaak`). No name, no BSN and no key of a
person is in a row: what somebody asks for comes in beside it.
"""

from dossiergen.dossier.rapport.bestanden import als_csv, als_json
from dossiergen.dossier.rapport.blad import pagina
from dossiergen.dossier.rapport.rapport import Personen, Persoonsgegevens, Rapport, Weekstand, maak_rapport
from dossiergen.dossier.rapport.regel import Actie, Mijlpaalstand, Rapportregel, Verslagstand
from dossiergen.dossier.rapport.storing import regel_van_storing

__all__ = [
    "Actie",
    "Mijlpaalstand",
    "Personen",
    "Persoonsgegevens",
    "Rapport",
    "Rapportregel",
    "Verslagstand",
    "Weekstand",
    "als_csv",
    "als_json",
    "maak_rapport",
    "pagina",
    "regel_van_storing",
]
