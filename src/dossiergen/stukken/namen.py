"""The names that a document's readers meet in it: of people, organisations, streets and towns."""

from collections.abc import Iterator, Mapping
from typing import Any

from dossiergen.inzage import Inzage, als_data

__all__ = ["namen_in"]

_HEEL = ("straat", "plaats")
_MINSTE = 2


def namen_in(inzage: Inzage) -> tuple[str, ...]:
    """Sorted, each once; only what the Inzage holds, so that a hidden name stays hidden here as well."""
    alle = {naam for deel in inzage.__slots__ for naam in _namen(als_data(getattr(inzage, deel)))}
    return tuple(sorted(naam for naam in alle if len(naam) >= _MINSTE))


def _namen(data: Any) -> Iterator[str]:
    if isinstance(data, list):
        for deel in data:
            yield from _namen(deel)
    elif isinstance(data, Mapping):
        if data.get("achternaam"):
            yield from _van_persoon(data)
        if data.get("postcode") and data.get("plaats"):
            yield from _vormen(f"{data['postcode']} {data['plaats']}")
        # An organisation's name may go on on the next line; its words are not broken.
        for naam in (*(data.get(veld) for veld in _HEEL), *str(data.get("naam") or "").split()):
            if isinstance(naam, str):
                yield from _vormen(naam)
        for deel in data.values():
            yield from _namen(deel)


def _vormen(naam: str) -> tuple[str, str]:
    """As it is, and as the window of an envelope shows it."""
    return naam, naam.upper()


def _van_persoon(data: Mapping[str, Any]) -> Iterator[str]:
    """With initials and without, with a prefix in small letters and with a capital."""
    achternaam, voor = data["achternaam"], data.get("tussenvoegsel") or ""
    met = f"{voor} {achternaam}" if voor else achternaam
    yield from (achternaam, met, met[:1].upper() + met[1:])
    for begin in ((data.get("voorletters"),), (data.get("titel"), data.get("voorletters"))):
        if all(begin):
            yield " ".join((*begin, met))
