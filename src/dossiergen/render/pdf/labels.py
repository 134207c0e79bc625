"""One tag of a PDF as a value, and what has to be put right in a tree of them before it is written.

Knows nothing of WeasyPrint: `labelboom` makes the tree, `labelschrift` writes it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from types import MappingProxyType

__all__ = ["Label", "Plek", "Veld", "Waarde", "fatsoeneer"]

Waarde = str | float | tuple[float, ...] | tuple[str, ...]
"""A name begins with a slash; other strings are texts."""

_KOPPEN = frozenset({"H1", "H2", "H3"})
# What may stand there without anything in it: a cell that nobody filled in.
_MAG_LEEG = frozenset({"TD", "TH"})
_SCOPES: Mapping[str, str] = MappingProxyType({"THead": "/Column", "TBody": "/Row"})


@dataclass(frozen=True, slots=True)
class Plek:
    """A piece of painted content: on which page, counted from 0, and under which number."""

    blad: int
    nummer: int


@dataclass(frozen=True, slots=True)
class Veld:
    """A field for the signature of a party: on which page, counted from 0, and where, in points from its lower left."""

    partij: str
    blad: int
    vak: tuple[float, float, float, float]


@dataclass(eq=False, slots=True)
class Label:
    """A tag with what it holds; `eigen` goes into the tag itself, `kenmerken` are its attributes by owner."""

    soort: str
    kinderen: list["Label | Plek | Veld"] = field(default_factory=list)
    eigen: dict[str, Waarde] = field(default_factory=dict)
    kenmerken: dict[str, dict[str, Waarde]] = field(default_factory=dict)

    def labels(self) -> Iterator["Label"]:
        return (kind for kind in self.kinderen if isinstance(kind, Label))

    def kenmerk(self, eigenaar: str, **waarden: Waarde) -> None:
        self.kenmerken.setdefault(eigenaar, {}).update(waarden)


def fatsoeneer(wortel: Label) -> None:
    """Leave out what is empty, give each paragraph its P, and connect cells with their heads."""
    _snoei(wortel)
    tabellen = 0
    for label in tuple(_alle(wortel)):
        if label.soort == "Sect" and not _heeft_kop(label):
            label.soort = "Div"
        elif label.soort == "LBody":
            label.kinderen = list(_alineas(label))
        elif label.soort == "Table":
            tabellen += 1
            # A head that found no room above a very high row is painted on a later page only.
            label.kinderen.sort(key=lambda deel: isinstance(deel, Label) and deel.soort == "TBody")
            _verbind(label, tabellen)


def _alle(label: Label) -> Iterator[Label]:
    yield label
    for kind in label.labels():
        yield from _alle(kind)


def _snoei(label: Label) -> None:
    """Depth first, so that what held only empty things goes as well; a picture needs no paragraph around it."""
    over: list[Label | Plek | Veld] = []
    for kind in label.kinderen:
        if isinstance(kind, Label):
            _snoei(kind)
            if not kind.kinderen and kind.soort not in _MAG_LEEG:
                continue
            beeld = kind.kinderen[0] if len(kind.kinderen) == 1 else None
            if kind.soort == "P" and isinstance(beeld, Label) and beeld.soort == "Figure":
                beeld.kenmerk("Layout", Placement="/Block")
                over.append(beeld)
                continue
        over.append(kind)
    label.kinderen = over


def _heeft_kop(label: Label) -> bool:
    eerste = next(label.labels(), None)
    return eerste is not None and eerste.soort in _KOPPEN


def _alineas(houder: Label) -> Iterator[Label | Plek | Veld]:
    """Text beside a list or a paragraph becomes a paragraph; text alone stays as it is."""
    if not any(houder.labels()):
        yield from houder.kinderen
        return
    for los, stuk in groupby(houder.kinderen, lambda kind: isinstance(kind, Plek)):
        if los:
            yield Label("P", list(stuk))
        else:
            yield from stuk


def _verbind(tabel: Label, nummer: int) -> None:
    """Scope and name for each head, and in each cell the names of its heads: of its row, then of its column."""
    kolommen: dict[int, str] = {}
    rijnummer = 0
    for deel in tabel.labels():
        if (scope := _SCOPES.get(deel.soort)) is None:
            continue
        for rij in deel.labels():
            van_de_rij: list[str] = []
            for plaats, cel in enumerate(rij.labels()):
                if cel.soort == "TH":
                    naam = f"t{nummer}-{rijnummer}-{plaats}"
                    cel.eigen["ID"] = naam
                    cel.kenmerk("Table", Scope=scope)
                    if scope == "/Column":
                        kolommen[plaats] = naam
                    else:
                        van_de_rij.append(naam)
                else:
                    boven = (kolommen[plaats],) if plaats in kolommen else ()
                    cel.kenmerk("Table", Headers=(*van_de_rij, *boven))
            rijnummer += 1
