"""YAML as plain data: mappings, lists and text, each with its place. Gives findings, never an exception.

Reads the parser's events rather than composed nodes: in one pass, without recursion, it sees what
composing hides (anchors, tags, a second document) and stops at the limits before memory grows.
"""

import codecs
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml
from yaml import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from yaml import CSafeLoader as Parser

from dossiergen.finding import CATALOGUS, Finding, Plaats
from dossiergen.yamltekst import LEEG, MAX_DIEPTE, MAX_KNOPEN, STUURTEKEN, Pad, lees_vlot
from dossiergen.zaak.syntaxis import uitleg_van

__all__ = ["Document", "Pad", "lees", "lees_tekst", "lees_zorgvuldig", "pad_tekst"]

MAX_BYTES = 1_000_000
_REGELEINDE = re.compile("\r\n|\r|\n")
# A key without a letter may be a number of a person, so it is never shown.
_TOONBARE_SLEUTEL = re.compile(r"[0-9]{0,3}[a-z][a-z0-9_-]{0,39}")


@dataclass(slots=True)
class Document:
    """One YAML file as data. Where everything stands is worked out when somebody asks: most files are in order."""

    bestand: str
    tekst: str
    data: dict[str, object]
    leeg: tuple[Pad, ...] = ()
    """Keys without a value: not in `data`, but they stand there."""
    _bouwer: "_Bouwer | None" = field(default=None, repr=False, compare=False)

    @property
    def regels(self) -> list[str]:
        return _REGELEINDE.split(self.tekst)

    @property
    def plaatsen(self) -> dict[Pad, tuple[int, int]]:
        """Line and column of every value."""
        return self._gelezen().plaatsen

    @property
    def sleutels(self) -> dict[Pad, tuple[int, int]]:
        """Line and column of every key."""
        return self._gelezen().sleutels

    def _gelezen(self) -> "_Bouwer":
        if self._bouwer is None:
            self._bouwer = _Bouwer(self.bestand)
            self._bouwer.bouw(yaml.parse(self.tekst, Loader=Parser))
        return self._bouwer

    def plaats(self, pad: Pad, *, sleutel: bool = False) -> Plaats:
        """Where `pad` stands, or the nearest thing above it that the file has."""
        eerst, dan = (self.sleutels, self.plaatsen) if sleutel else (self.plaatsen, self.sleutels)
        for lengte in range(len(pad), -1, -1):
            deel = pad[:lengte]
            gevonden = eerst.get(deel) or dan.get(deel)
            if gevonden:
                return Plaats(self.bestand, *gevonden)
        return Plaats(self.bestand, 1, 1)


def pad_tekst(pad: Pad) -> str:
    """A path as one word; a key that does not look like a key is not repeated, it may be a value."""
    return ".".join(
        str(deel) if isinstance(deel, int) or _TOONBARE_SLEUTEL.fullmatch(deel) else "?" for deel in pad
    )


def lees(pad: Path, bestand: str) -> tuple[Document | None, list[Finding]]:
    """Read a file; `bestand` is its name in findings. Without a document there is a finding that says why."""
    try:
        if not stat.S_ISREG(pad.stat().st_mode):
            return None, [CATALOGUS["BST-04"].finding(Plaats(bestand), "Dit is geen gewoon bestand.")]
        with pad.open("rb") as stroom:
            ruw = stroom.read(MAX_BYTES + 1)
    except FileNotFoundError:
        return None, [CATALOGUS["BST-01"].finding(Plaats(bestand), "Dit bestand bestaat niet.")]
    except (OSError, ValueError):
        return None, [CATALOGUS["BST-04"].finding(Plaats(bestand))]
    if len(ruw) > MAX_BYTES:
        return None, [CATALOGUS["YML-07"].finding(Plaats(bestand))]
    return lees_tekst(ruw, bestand)


def lees_tekst(ruw: bytes, bestand: str) -> tuple[Document | None, list[Finding]]:
    """Read the bytes of a file. With findings, the document is what could be read beside them."""
    ruw = ruw.removeprefix(codecs.BOM_UTF8)
    tekst, fout = _gedecodeerd(ruw, bestand)
    if fout:
        return None, [fout]
    vlot = lees_vlot(tekst)
    return (Document(bestand, tekst, *vlot), []) if vlot else lees_zorgvuldig(tekst, bestand)


def lees_zorgvuldig(tekst: str, bestand: str) -> tuple[Document | None, list[Finding]]:
    """The data, and everything that is wrong with the writing, each at its place."""
    bouwer = _Bouwer(bestand)
    try:
        bouwer.bouw(yaml.parse(tekst, Loader=Parser))
    except yaml.MarkedYAMLError as mis:
        return None, [*bouwer.findings, _syntaxisfout(mis, _REGELEINDE.split(tekst), bestand)]
    except yaml.YAMLError:
        return None, [*bouwer.findings, CATALOGUS["YML-01"].finding(Plaats(bestand))]
    return bouwer.document(tekst), bouwer.findings


def _gedecodeerd(ruw: bytes, bestand: str) -> tuple[str, Finding | None]:
    if b"\x00" in ruw[:2] and len(ruw) > 1:
        return "", CATALOGUS["YML-09"].finding(Plaats(bestand, 1, 1))
    try:
        tekst = ruw.decode("utf-8")
    except UnicodeDecodeError as fout:
        return "", CATALOGUS["YML-09"].finding(_na(ruw[: fout.start].decode("utf-8"), bestand))
    stuurteken = STUURTEKEN.search(tekst)
    if stuurteken:
        return "", CATALOGUS["YML-06"].finding(_na(tekst[: stuurteken.start()], bestand))
    return tekst, None


def _na(voorafgaand: str, bestand: str) -> Plaats:
    regels = _REGELEINDE.split(voorafgaand)
    return Plaats(bestand, len(regels), len(regels[-1]) + 1)


def _syntaxisfout(fout: yaml.MarkedYAMLError, regels: list[str], bestand: str) -> Finding:
    uitleg = uitleg_van(fout, regels)
    # The parser's mark may lie behind the last character, where no editor can go.
    regel = min(uitleg.regel, len(regels) - 1)
    kolom = min(uitleg.kolom, len(regels[regel]))
    return CATALOGUS[uitleg.code].finding(
        Plaats(bestand, regel + 1, kolom + 1),
        uitleg.melding,
        oplossing=uitleg.oplossing,
        voorstel=uitleg.voorstel,
    )


class _Genoeg(Exception):
    """A limit is reached; reading on would only cost memory."""


@dataclass(slots=True)
class _Bouwer:
    """Builds data from events with a stack of its own."""

    bestand: str
    plaatsen: dict[Pad, tuple[int, int]] = field(default_factory=dict)
    sleutels: dict[Pad, tuple[int, int]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    wortel: object = None
    _leeg: list[Pad] = field(default_factory=list)
    _stapel: list["_Houder"] = field(default_factory=list)
    _knopen: int = 0
    _documenten: int = 0

    def document(self, tekst: str) -> Document | None:
        """What was read; nothing where a limit stopped the reading half-way."""
        if self._stapel:
            return None
        if isinstance(self.wortel, dict):
            return Document(self.bestand, tekst, self.wortel, tuple(self._leeg), self)
        if self.wortel is None or self.wortel == "":
            self.findings.append(CATALOGUS["YML-10"].finding(Plaats(self.bestand)))
        else:
            self.findings.append(
                CATALOGUS["SCH-02"].finding(
                    Plaats(self.bestand, *self.plaatsen[()]),
                    "Het bestand begint niet met `sleutel: waarde`.",
                    oplossing="Begin elke regel met een sleutel en een dubbele punt.",
                )
            )
        return None

    def bouw(self, events: Iterator[Event]) -> None:
        try:
            for event in events:
                self._verwerk(event)
        except _Genoeg:
            return

    def _verwerk(self, event: Event) -> None:
        if isinstance(event, ScalarEvent):
            self._keur(event)
            self._plaats_waarde(event, self._tekst(event))
        elif isinstance(event, MappingStartEvent | SequenceStartEvent):
            self._keur(event)
            self._open(event)
        elif isinstance(event, MappingEndEvent | SequenceEndEvent):
            self._stapel.pop()
        elif isinstance(event, AliasEvent):
            self._meld("YML-03", event)
            self._plaats_waarde(event, "")
        elif isinstance(event, DocumentStartEvent):
            self._documenten += 1
            if self._documenten > 1:
                self._meld("YML-05", event)
                raise _Genoeg

    def _keur(self, event: ScalarEvent | MappingStartEvent | SequenceStartEvent) -> None:
        self._knopen += 1
        if len(self._stapel) > MAX_DIEPTE:
            self._meld("YML-08", event, f"Het bestand springt meer dan {MAX_DIEPTE} keer in.")
            raise _Genoeg
        if self._knopen > MAX_KNOPEN:
            self._meld("YML-08", event, "Het bestand heeft te veel onderdelen.")
            raise _Genoeg
        if event.anchor is not None:
            self._meld("YML-03", event)
        if event.tag is not None:
            self._meld("YML-04", event)

    def _tekst(self, event: ScalarEvent) -> str | None:
        waarde: str = event.value
        if event.style == '"' and STUURTEKEN.search(waarde):
            self.findings.append(
                CATALOGUS["YML-06"].finding(
                    Plaats(self.bestand, *_plek(event)),
                    "Tussen dubbele aanhalingstekens staat hier een \\ die een onzichtbaar teken maakt.",
                    oplossing="Gebruik enkele aanhalingstekens als u een gewone \\ bedoelt.",
                )
            )
        return None if self._is_leeg(event) else waarde

    @staticmethod
    def _is_leeg(event: ScalarEvent) -> bool:
        """Whether the field was not filled in; a tag or anchor without text is an error of its own."""
        if event.tag is not None or event.anchor is not None or event.style in {'"', "'"}:
            return False
        return not event.value if event.style in {"|", ">"} else event.value in LEEG

    def _open(self, event: Event) -> None:
        inhoud: dict[str, object] | list[object] = {} if isinstance(event, MappingStartEvent) else []
        pad = self._plaats_waarde(event, inhoud)
        self._stapel.append(_Houder(inhoud, pad))

    def _plaats_waarde(self, event: Event, waarde: object) -> Pad:
        """Hang a value under the open mapping or list; returns its path."""
        plek = _plek(event)
        if not self._stapel:
            self.wortel = waarde
            self.plaatsen[()] = plek
            return ()
        houder = self._stapel[-1]
        if isinstance(houder.inhoud, list):
            pad: Pad = (*houder.pad, len(houder.inhoud))
            houder.inhoud.append("" if waarde is None else waarde)
        elif houder.sleutel is None:
            return self._begin_sleutel(houder, event, waarde, plek)
        else:
            pad = (*houder.pad, houder.sleutel)
            if not houder.telt:
                # What hangs under a key that does not count must not look like the real thing.
                pad = (*pad, "", self._knopen)
            # An empty value is a field not filled in: absent, but its place is known.
            if houder.telt and waarde is None:
                self._leeg.append(pad)
            elif houder.telt:
                houder.inhoud[houder.sleutel] = waarde
            houder.sleutel = None
        self.plaatsen.setdefault(pad, plek)
        return pad

    def _begin_sleutel(self, houder: "_Houder", event: Event, waarde: object, plek: tuple[int, int]) -> Pad:
        houder.telt = True
        if not isinstance(waarde, str):
            self._meld("YML-12", event)
            houder.sleutel, houder.telt = "", False
            return (*houder.pad, "", self._knopen)
        if waarde == "<<":
            self._meld("YML-03", event)
        pad = (*houder.pad, waarde)
        if pad in self.sleutels:
            eerder = self.sleutels[pad][0]
            self._meld("YML-02", event, f"Deze sleutel staat ook al op regel {eerder}.", pad)
            houder.telt = False
        self.sleutels.setdefault(pad, plek)
        houder.sleutel = waarde
        return pad

    def _meld(self, code: str, event: Event, melding: str = "", pad: Pad = ()) -> None:
        self.findings.append(
            CATALOGUS[code].finding(Plaats(self.bestand, *_plek(event)), melding, pad=pad_tekst(pad))
        )


@dataclass(slots=True)
class _Houder:
    """An open mapping or list."""

    inhoud: dict[str, object] | list[object]
    pad: Pad
    sleutel: str | None = None
    telt: bool = True


def _plek(event: Event) -> tuple[int, int]:
    """Line and column from 1; libyaml gives every event a mark, though its types allow none."""
    merk = event.start_mark
    return (merk.line + 1, merk.column + 1) if merk else (1, 1)
