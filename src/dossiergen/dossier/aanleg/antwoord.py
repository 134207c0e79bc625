"""What somebody answers, checked at once by the field that it is for. Messages never hold the answer."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from pydantic import BaseModel, ValidationError, create_model

from dossiergen.yamltekst import STUURTEKEN
from dossiergen.zaak.basis import Adres, Model
from dossiergen.zaak.gegevens import Werknemer
from dossiergen.zaak.meldingen import vertaal
from dossiergen.zaak.yaml import Document

__all__ = ["Antwoord", "Lezer", "Onbruikbaar", "adres", "enkel", "naam"]

Antwoord = Mapping[str, object]
"""Values by field, as they go into the group that the question is about."""
Lezer = Callable[[str], Antwoord]

_VOORLETTERS = re.compile(r"((?:[^\W\d_]{1,4}\.)+)\s*(\S.*)")
# Written with a point as initials are, and none.
_GEEN_VOORLETTERS = frozenset({"dhr", "hr", "mevr", "mw", "mr", "drs", "dr", "ir", "ing", "prof"})
_POSTCODE = re.compile(r"([1-9][0-9]{3})\s?([A-Za-z]{2})(?:\s+(\S.*))?", re.ASCII)


class Onbruikbaar(Exception):
    """An answer that its field refuses: why, what to do, and (for the screen only) how it may be meant."""

    def __init__(self, melding: str, voorstel: str = "") -> None:
        super().__init__(melding)
        self.melding = melding
        self.voorstel = voorstel


def enkel(model: type[BaseModel], veld: str) -> Lezer:
    """An answer that is one field."""
    return lambda tekst: {veld: _waarde(model, veld, tekst)}


def naam(tekst: str) -> Antwoord:
    """A.M. van den Berg: initials, prefix and surname, of anybody in a case."""
    delen = _VOORLETTERS.fullmatch(" ".join(tekst.split()))
    if not delen:
        raise Onbruikbaar("Begin met voorletters met punten en dan de achternaam, zoals: A.M. van den Berg.")
    if not _GEEN_VOORLETTERS.isdisjoint(delen[1].lower().split(".")):
        raise Onbruikbaar("Schrijf alleen voorletters en achternaam, zonder titel of aanspreekvorm.")
    woorden = delen[2].split(" ")
    aantal = 0
    # A surname is left, also of somebody who writes it without a capital.
    while aantal < len(woorden) - 1 and woorden[aantal].islower():
        aantal += 1
    gelezen = {"voorletters": delen[1], "achternaam": " ".join(woorden[aantal:])}
    if aantal:
        gelezen["tussenvoegsel"] = " ".join(woorden[:aantal])
    return {veld: _waarde(Werknemer, veld, waarde) for veld, waarde in gelezen.items()}


def adres(tekst: str) -> Antwoord:
    """Dorpsstraat 1, 1234 AB Zandbeek; abroad: street, postcode, town, country."""
    delen = [deel.strip() for deel in tekst.split(",") if deel.strip()]
    plek = next((n for n, deel in enumerate(delen) if n and _POSTCODE.fullmatch(deel)), 0)
    if plek and (kern := _POSTCODE.fullmatch(delen[plek])):
        # What stands before a Dutch postcode is the street, however many commas that has.
        rest = [deel for deel in (kern[3] or "", *delen[plek + 1 :]) if deel]
        delen = [", ".join(delen[:plek]), f"{kern[1]} {kern[2].upper()}", *rest]
    if len(delen) not in {3, 4}:
        raise Onbruikbaar(
            "Schrijf straat en huisnummer, een komma, en dan postcode en plaats: Dorpsstraat 1, 1234 AB Zandbeek."
        )
    velden = zip(("straat", "postcode", "plaats", "land"), delen, strict=False)
    return {"adres": {veld: _waarde(Adres, veld, waarde) for veld, waarde in velden}}


def _waarde(model: type[BaseModel], veld: str, tekst: str) -> object:
    """The value of a field. Raises Onbruikbaar with what reading the file would have said."""
    if STUURTEKEN.search(tekst):
        raise Onbruikbaar("Deze tekst heeft een teken dat niemand ziet. Typ hem opnieuw.")
    info = model.model_fields[veld]
    velden: dict[str, Any] = {veld: (info.annotation, info)}
    alleen = create_model("Antwoord", __base__=Model, **velden)
    try:
        return getattr(alleen.model_validate({veld: tekst}), veld)
    except ValidationError as fouten:
        document = Document("", "", {veld: tekst})
        finding = next(iter(vertaal(fouten, document, alleen, {})))
        raise Onbruikbaar(f"{finding.melding} {finding.oplossing}".strip(), finding.voorstel) from None
