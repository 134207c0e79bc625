"""Who may see a field. A field without a label does not exist for anybody (privacy is structure)."""

from enum import StrEnum
from typing import Any

from pydantic import Field
from pydantic.fields import FieldInfo

__all__ = [
    "AAN_WERKNEMER",
    "BEIDE_ARTSEN",
    "DOSSIERHOUDER",
    "IEDEREEN",
    "MEDISCH",
    "OPEN_DEEL",
    "Doelgroep",
    "alleen_voor_uwv",
    "code_van",
    "veld",
    "zichtbaar_voor",
]


class Doelgroep(StrEnum):
    """Who reads a document. The casemanager reads as the werkgever."""

    WERKNEMER = "werknemer"
    WERKGEVER = "werkgever"
    BEDRIJFSARTS = "bedrijfsarts"
    SECOND_OPINION_ARTS = "second-opinion-arts"
    UWV = "uwv"


IEDEREEN = frozenset(Doelgroep)
# What the parties to the absence file share; the second-opinion doctor gets it only by consent.
OPEN_DEEL = IEDEREEN - {Doelgroep.SECOND_OPINION_ARTS}
# Letters of the employer to the employee; nobody else gets them.
AAN_WERKNEMER = frozenset({Doelgroep.WERKNEMER, Doelgroep.WERKGEVER})
# Who keeps the file; what the keeping itself leaves behind is no news for anybody else.
DOSSIERHOUDER = frozenset({Doelgroep.WERKGEVER})
MEDISCH = frozenset({Doelgroep.WERKNEMER, Doelgroep.BEDRIJFSARTS})
# What a second opinion needs on both sides; the employer has no part in it (Arbobesluit art. 2.14d lid 4).
BEIDE_ARTSEN = MEDISCH | {Doelgroep.SECOND_OPINION_ARTS}

_ZICHTBAAR = "x-zichtbaar-voor"
_ALLEEN_UWV = "x-alleen-op-stukken-voor-uwv"
_CODE = "x-code"


def veld(
    omschrijving: str,
    voor: frozenset[Doelgroep],
    *,
    alleen_uwv: bool = False,
    code: str = "",
    **beperkingen: Any,
) -> Any:
    """A model field with its Dutch description and its readers.

    `alleen_uwv`: only on documents bound for UWV (the BSN; Wet SUWI and Beleidsregels vorm).
    `code`: of the finding where the field is missing or none of its choices, if the law has one of its own.
    """
    extra: dict[str, Any] = {_ZICHTBAAR: sorted(voor)}
    if alleen_uwv:
        extra[_ALLEEN_UWV] = True
    if code:
        extra[_CODE] = code
    return Field(description=omschrijving, json_schema_extra=extra, **beperkingen)


def zichtbaar_voor(field: FieldInfo) -> frozenset[Doelgroep]:
    """The readers of a field; nobody where it has no label."""
    extra = field.json_schema_extra
    lezers = extra.get(_ZICHTBAAR, []) if isinstance(extra, dict) else []
    return frozenset(Doelgroep(str(lezer)) for lezer in lezers) if isinstance(lezers, list) else frozenset()


def alleen_voor_uwv(field: FieldInfo) -> bool:
    return isinstance(field.json_schema_extra, dict) and _ALLEEN_UWV in field.json_schema_extra


def code_van(field: FieldInfo) -> str:
    """The code of a field that is missing or none of its choices; empty where it has none of its own."""
    extra = field.json_schema_extra
    return str(extra.get(_CODE, "")) if isinstance(extra, dict) else ""
