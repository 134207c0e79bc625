"""The case: its model, its files, its findings of form. Knows no law, no documents, no layout."""

from dossiergen.zaak.bedrijfsartsdeel import Bedrijfsartsdeel
from dossiergen.zaak.labels import Doelgroep
from dossiergen.zaak.laden import (
    GeladenBedrijfsartsdeel,
    GeladenOrganisaties,
    GeladenZaak,
    laad_bedrijfsartsdeel,
    laad_organisaties,
    laad_zaak,
)
from dossiergen.zaak.organisaties import Organisaties, Persoon, Rol
from dossiergen.zaak.stukgegevens import Status
from dossiergen.zaak.zaak import STUKSOORTEN, Stuk, Stuksoort, Zaak

__all__ = [
    "STUKSOORTEN",
    "Bedrijfsartsdeel",
    "Doelgroep",
    "GeladenBedrijfsartsdeel",
    "GeladenOrganisaties",
    "GeladenZaak",
    "Organisaties",
    "Persoon",
    "Rol",
    "Status",
    "Stuk",
    "Stuksoort",
    "Zaak",
    "laad_bedrijfsartsdeel",
    "laad_organisaties",
    "laad_zaak",
]
