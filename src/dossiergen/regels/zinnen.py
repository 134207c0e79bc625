"""The sentences of a free text, and its bare words and letters. Knows no rules."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from dossiergen.regels.teksten import teksten_van
from dossiergen.zaak.basis import Model
from dossiergen.zaak.tekst import zonder_accenten
from dossiergen.zaak.yaml import Pad

__all__ = ["Patroon", "letters", "met_zin", "ontkend", "patroon", "woorden", "zinnen"]

_EINDE = re.compile(r"(?<=[.!?])\s+|\n\s*\n")
_ONTKENNING = re.compile(r"\b(?:geen|niet|niets|noch|nooit|zonder)\b", re.IGNORECASE)
_WOORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Patroon:
    """Compiled when it is first sought: nearly no case has a text that comes so far."""

    vormen: tuple[str, ...]

    def in_zin(self, zin: str) -> bool:
        return self._uitdrukking.search(zin) is not None

    @cached_property
    def _uitdrukking(self) -> re.Pattern[str]:
        een_van = "|".join(f"(?:{vorm})" for vorm in self.vormen)
        return re.compile(een_van, re.IGNORECASE | re.VERBOSE)


def patroon(*vormen: str) -> Patroon:
    """Any of these; spaces and line ends in them say nothing, and neither does case."""
    return Patroon(vormen)


def zinnen(tekst: str) -> Iterator[str]:
    """Each on one line, however it was wrapped."""
    return (" ".join(zin.split()) for zin in _EINDE.split(tekst))


def met_zin(
    model: Model, toets: Callable[[str], bool], behalve: frozenset[str] = frozenset()
) -> Iterator[Pad]:
    """Where a sentence meets a test, but for fields of these names."""
    for pad, tekst in teksten_van(model).elk():
        if behalve.isdisjoint(str(deel) for deel in pad) and any(toets(zin) for zin in zinnen(tekst)):
            yield pad


def ontkend(zin: str) -> bool:
    """Whether it says that something is not so."""
    return _ONTKENNING.search(zin) is not None


def woorden(tekst: str) -> tuple[str, ...]:
    """Without case, accents and punctuation."""
    return tuple(_WOORD.findall(zonder_accenten(tekst.casefold())))


def letters(tekst: str) -> str:
    """Letters and digits alone, so that spaces make no difference either."""
    return "".join(woorden(tekst))
