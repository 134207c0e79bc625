"""Who may see a field. A field without a label does not exist for anybody (privacy is structure)."""

from enum import StrEnum
from typing import Any

from pydantic import Field
from pydantic.fields import FieldInfo

__all__ = ["IEDEREEN", "MEDISCH", "OPEN_DEEL", "Doelgroep", "alleen_voor_uwv", "veld", "zichtbaar_voor"]


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
MEDISCH = frozenset({Doelgroep.WERKNEMER, Doelgroep.BEDRIJFSARTS})

_ZICHTBAAR = "x-zichtbaar-voor"
_ALLEEN_UWV = "x-alleen-op-stukken-voor-uwv"


def veld(
    omschrijving: str,
    voor: frozenset[Doelgroep],
    *,
    alleen_uwv: bool = False,
    **beperkingen: Any,
) -> Any:
    """A model field with its Dutch description and its readers.

    `alleen_uwv`: only on documents bound for UWV (the BSN; Wet SUWI and Beleidsregels vorm).
    """
    extra: dict[str, Any] = {_ZICHTBAAR: sorted(voor)}
    if alleen_uwv:
        extra[_ALLEEN_UWV] = True
    return Field(description=omschrijving, json_schema_extra=extra, **beperkingen)


def zichtbaar_voor(field: FieldInfo) -> frozenset[Doelgroep]:
    """The readers of a field; nobody where it has no label."""
    extra = field.json_schema_extra
    lezers = extra.get(_ZICHTBAAR, []) if isinstance(extra, dict) else []
    return frozenset(Doelgroep(str(lezer)) for lezer in lezers) if isinstance(lezers, list) else frozenset()


def alleen_voor_uwv(field: FieldInfo) -> bool:
    return isinstance(field.json_schema_extra, dict) and _ALLEEN_UWV in field.json_schema_extra
