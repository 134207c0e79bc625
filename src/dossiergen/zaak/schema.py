"""JSON Schema (draft 07) of every file of a case, for editors that complete and explain.

Editors read YAML 1.2, where bare digits are numbers; the types of `typen` allow for that.
"""

import json
from collections.abc import Mapping
from enum import Enum
from typing import Any

from pydantic import BaseModel

from dossiergen.zaak.bedrijfsartsdeel import Bedrijfsartsdeel
from dossiergen.zaak.gegevens import Zaakgegevens
from dossiergen.zaak.organisaties import Organisaties
from dossiergen.zaak.zaak import STUKSOORTEN

__all__ = ["SCHEMAS", "schema", "schema_tekst"]

SCHEMAS: Mapping[str, tuple[type[BaseModel], str]] = {
    "zaak": (Zaakgegevens, "Een zaak: zaak.yaml"),
    "organisaties": (Organisaties, "Werkgevers, arbodiensten en personen: organisaties.yaml"),
    "bedrijfsarts": (Bedrijfsartsdeel, "Het eigen deel van de bedrijfsarts: bedrijfsarts.yaml"),
    **{
        naam: (soort.model, f"Een stuk: stukken/{naam}{'-NN' if soort.genummerd else ''}.yaml")
        for naam, soort in STUKSOORTEN.items()
    },
}


def schema(naam: str) -> dict[str, Any]:
    """The schema of one kind of file. Raises KeyError for an unknown name."""
    model, titel = SCHEMAS[naam]
    ruw = model.model_json_schema(mode="validation")
    gedeeld = {sleutel: _netjes(deel) for sleutel, deel in ruw.pop("$defs", {}).items()}
    for deel in gedeeld.values():
        # A docstring speaks to programmers; the field that refers here speaks to the user.
        deel.pop("description", None)
    inhoud = _netjes(ruw)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        **inhoud,
        "title": titel,
        "description": titel,
        "definitions": gedeeld,
    }


def schema_tekst(naam: str) -> str:
    return json.dumps(schema(naam), ensure_ascii=False, indent=2) + "\n"


def _netjes(deel: Any) -> Any:
    """Draft 07, without null (an empty field is left out), with a sentence that editors show."""
    if isinstance(deel, list):
        return [_netjes(element) for element in deel]
    if not isinstance(deel, dict):
        return deel
    # The names below `properties` are fields, not keywords.
    velden = deel.get("properties", {})
    nieuw = {s: _netjes(w) for s, w in deel.items() if s not in {"title", "properties", "default"}}
    if velden:
        nieuw["properties"] = {naam: _netjes(veld) for naam, veld in velden.items()}
    if "$ref" in nieuw:
        verwijzing = {"$ref": str(nieuw.pop("$ref")).replace("#/$defs/", "#/definitions/")}
        nieuw = {"allOf": [verwijzing], **nieuw} if nieuw else verwijzing
    nieuw = _zonder_null(nieuw)
    if (standaard := _standaard(deel.get("default"))) is not None:
        nieuw["default"] = standaard
    if "description" in nieuw and "x-zichtbaar-voor" in nieuw:
        lezers = ", ".join(nieuw["x-zichtbaar-voor"])
        nieuw["markdownDescription"] = f"{nieuw['description']}\n\n*Zichtbaar voor: {lezers}.*"
    return nieuw


def _zonder_null(deel: dict[str, Any]) -> dict[str, Any]:
    keuzes = [keuze for keuze in deel.pop("anyOf", []) if keuze != {"type": "null"}]
    if len(keuzes) == 1:
        return {**keuzes[0], **deel}
    return {**deel, "anyOf": keuzes} if keuzes else deel


def _standaard(waarde: Any) -> Any:
    """The default as a user writes it; nothing where it only means 'empty'."""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, Enum):
        return waarde.value
    return waarde if isinstance(waarde, str | int) else None
