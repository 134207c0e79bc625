"""Reads a YAML file in which nothing is out of the ordinary: its data as text, without places and without findings.

Gives up at the first thing that a finding could be about; reading with care then says what it is (besluit 0002).
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

import yaml
from yaml import (
    AliasEvent,
    CSafeLoader,
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

__all__ = ["LEEG", "MAX_DIEPTE", "MAX_KNOPEN", "STUURTEKEN", "Pad", "lees_vlot"]

MAX_DIEPTE = 32
MAX_KNOPEN = 20_000

Pad = tuple[str | int, ...]
"""Keys and list indexes from the top of a file."""

# C0 and C1 controls, surrogates, non-characters, and the marks that reorder text for the reader.
STUURTEKEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
LEEG = frozenset({"", "~", "null"})
_AANGEHAALD = frozenset({'"', "'"})
_BLOK = frozenset({"|", ">"})

Houder = dict[str, object] | list[object]


def lees_vlot(tekst: str) -> tuple[dict[str, object], tuple[Pad, ...]] | None:
    """The data, and the paths of keys without a value; None where the file has to be read with care."""
    lezer = _Lezer()
    try:
        lezer.lees(CSafeLoader(tekst).get_event)
    except (_Bijzonder, yaml.YAMLError):
        return None
    return (lezer.wortel, tuple(lezer.leeg)) if isinstance(lezer.wortel, dict) else None


class _Bijzonder(Exception):
    """Something that only careful reading can say anything about."""


class _Lezer:
    """Builds data from events. A state of its own instead of arguments: this runs for every word of a case."""

    __slots__ = ("documenten", "houder", "knopen", "leeg", "sleutel", "stapel", "wortel")

    def __init__(self) -> None:
        self.wortel: Houder | None = None
        self.leeg: list[Pad] = []
        self.houder: Houder | None = None
        self.sleutel: str | None = None
        # The open mappings and lists around the innermost one, each with the key that waits for a value.
        self.stapel: list[tuple[Houder | None, str | None]] = []
        self.knopen = self.documenten = 0

    def lees(self, volgende: Callable[[], Event | None]) -> None:
        doe = _DOE
        while (event := volgende()) is not None:
            doe[type(event)](self, event)
            if self.knopen > MAX_KNOPEN:
                raise _Bijzonder

    def scalar(self, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            raise _Bijzonder
        self.knopen += 1
        waarde, stijl = event.value, event.style
        if stijl in _AANGEHAALD:
            if stijl == '"' and STUURTEKEN.search(waarde):
                raise _Bijzonder
            self._zet(waarde)
        elif waarde in LEEG and (stijl not in _BLOK or not waarde):
            self._zet(None)
        else:
            self._zet(waarde)

    def _zet(self, waarde: str | None) -> None:
        houder, sleutel = self.houder, self.sleutel
        if type(houder) is dict:
            if sleutel is not None:
                self.sleutel = None
                if waarde is None:
                    self.leeg.append((*self._pad(), sleutel))
                    # Stands here until the end, so that the same key is not taken a second time.
                houder[sleutel] = waarde
            elif waarde is None or waarde == "<<" or waarde in houder:
                raise _Bijzonder
            else:
                self.sleutel = waarde
        elif type(houder) is list:
            houder.append(waarde or "")
        else:
            raise _Bijzonder

    def open(self, event: Any) -> None:
        if event.anchor is not None or event.tag is not None or len(self.stapel) > MAX_DIEPTE:
            raise _Bijzonder
        self.knopen += 1
        nieuw: Houder = {} if type(event) is MappingStartEvent else []
        houder, sleutel = self.houder, self.sleutel
        if houder is None:
            self.wortel = nieuw
        elif isinstance(houder, list):
            houder.append(nieuw)
        elif sleutel is None:
            raise _Bijzonder
        else:
            houder[sleutel] = nieuw
        self.stapel.append((houder, sleutel))
        self.houder, self.sleutel = nieuw, None

    def sluit(self, _event: Any) -> None:
        houder = self.houder
        if type(houder) is dict and self.leeg:
            for sleutel in [sleutel for sleutel, waarde in houder.items() if waarde is None]:
                del houder[sleutel]
        self.houder, _ = self.stapel.pop()
        self.sleutel = None

    def document(self, _event: Any) -> None:
        self.documenten += 1
        if self.documenten > 1:
            raise _Bijzonder

    def alias(self, _event: Any) -> None:
        raise _Bijzonder

    def niets(self, _event: Any) -> None:
        """The borders of a file say nothing."""

    def _pad(self) -> Pad:
        """The path of the innermost mapping or list."""
        return tuple(
            len(houder) - 1 if isinstance(houder, list) else sleutel or ""
            for houder, sleutel in self.stapel
            if houder is not None
        )


_DOE: Mapping[type, Callable[[_Lezer, Any], None]] = {
    ScalarEvent: _Lezer.scalar,
    MappingStartEvent: _Lezer.open,
    SequenceStartEvent: _Lezer.open,
    MappingEndEvent: _Lezer.sluit,
    SequenceEndEvent: _Lezer.sluit,
    DocumentStartEvent: _Lezer.document,
    AliasEvent: _Lezer.alias,
    StreamStartEvent: _Lezer.niets,
    StreamEndEvent: _Lezer.niets,
    DocumentEndEvent: _Lezer.niets,
}
