"""What has to be known for a case on its first day, and for the organisations that it names. Nothing more is asked."""

from dataclasses import dataclass

from pydantic import BaseModel

from dossiergen.dossier.aanleg.antwoord import Lezer, adres, enkel, naam
from dossiergen.zaak.gegevens import Dienstverband, Verzuim, Werknemer, Zaakgegevens
from dossiergen.zaak.organisaties import Arbodienst, Werkgever

__all__ = [
    "ARBODIENST",
    "BEDRIJFSARTS",
    "CASEMANAGER",
    "KENMERK",
    "VAN_DE_ZAAK",
    "WERKGEVER",
    "Instantie",
    "Vraag",
]


@dataclass(frozen=True, slots=True)
class Vraag:
    """One question, which is also an option. An empty answer takes `standaard`; without one it must be answered."""

    naam: str
    groep: str
    uitleg: str
    lees: Lezer
    standaard: str = ""
    verplicht: bool = True


@dataclass(frozen=True, slots=True)
class Instantie:
    """Somebody in organisaties.yaml: named by key or by name; a new one takes `nieuw` as well.

    `bij_nieuw`: what is so of everybody who is added for this.
    """

    vraag: Vraag
    soort: str
    nieuw: tuple[Vraag, ...] = ()
    bij_nieuw: tuple[tuple[str, str], ...] = ()


def _van(
    model: type[BaseModel], veld: str, optie: str, standaard: str = "", *, verplicht: bool = True
) -> Vraag:
    """A question in the words of the field itself."""
    uitleg = model.model_fields[veld].description or veld
    return Vraag(optie, model.__name__.lower(), uitleg, enkel(model, veld), standaard, verplicht)


_ADRES = "zoals: Dorpsstraat 1, 1234 AB Zandbeek"
_NAAM = "zoals: A.M. van den Berg"

KENMERK = _van(Zaakgegevens, "kenmerk", "kenmerk")
WERKGEVER = Instantie(
    _van(Werkgever, "naam", "werkgever"),
    "werkgevers",
    (Vraag("werkgever-adres", "werkgevers", f"Postadres van de werkgever, {_ADRES}", adres),),
)
ARBODIENST = Instantie(
    _van(Arbodienst, "naam", "arbodienst"),
    "arbodiensten",
    (Vraag("arbodienst-adres", "arbodiensten", f"Postadres van de arbodienst, {_ADRES}", adres),),
)
CASEMANAGER = Instantie(
    Vraag("casemanager", "personen", f"Naam van de casemanager, {_NAAM}", naam),
    "personen",
    bij_nieuw=(("aanhef", "neutraal"), ("functie", "casemanager"), ("rol", "casemanager")),
)
BEDRIJFSARTS = Instantie(
    Vraag("bedrijfsarts", "personen", f"Naam van de bedrijfsarts, {_NAAM}", naam),
    "personen",
    bij_nieuw=(("aanhef", "neutraal"), ("functie", "bedrijfsarts"), ("rol", "bedrijfsarts")),
)
VAN_DE_ZAAK: tuple[Vraag, ...] = (
    Vraag("naam", "werknemer", f"Naam van de werknemer, {_NAAM}", naam),
    _van(Werknemer, "aanhef", "aanhef", "neutraal"),
    _van(Werknemer, "geboortedatum", "geboortedatum"),
    Vraag("adres", "werknemer", f"Woonadres van de werknemer, {_ADRES}", adres),
    _van(Werknemer, "bsn", "bsn", verplicht=False),
    _van(Dienstverband, "functie", "functie"),
    _van(Dienstverband, "uren_per_week", "uren"),
    _van(Dienstverband, "soort", "dienstverband", "onbepaalde_tijd"),
    _van(Dienstverband, "in_dienst", "in-dienst"),
    _van(Verzuim, "eerste_ziektedag", "eerste-ziektedag"),
)
