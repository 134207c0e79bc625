"""The tags of a PDF as values, in reading order: what a screen reader is told. Judges nothing."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pikepdf

__all__ = ["Inhoud", "Noot", "Tag", "Tagboom", "lees_tags"]


class Inhoud(NamedTuple):
    """A piece of marked content: on which page, counted from 1, and its number there."""

    blad: int
    nummer: int


class Noot(NamedTuple):
    """What a tag holds that is painted on no page: an annotation, by the number of its object."""

    object: str


@dataclass(eq=False, slots=True)
class Tag:
    """One tag; `soort` is the standard name behind its own. Texts that stand in its place are None where absent."""

    soort: str
    ouder: "Tag | None"
    alt: str | None = None
    tekst: str | None = None
    naam: str | None = None
    kenmerken: Mapping[str, Any] = field(default_factory=dict)
    kinderen: list["Tag | Inhoud"] = field(default_factory=list)
    tags: list["Tag"] = field(default_factory=list)
    stukken: list[Inhoud] = field(default_factory=list)
    """The content that stands in this tag itself; both lists are in `kinderen` as well, in reading order."""
    noten: list[str] = field(default_factory=list)
    """Annotations in this tag itself, by the numbers of their objects."""

    def neem(self, kind: "Tag | Inhoud | Noot") -> None:
        if isinstance(kind, Noot):
            self.noten.append(kind.object)
            return
        self.kinderen.append(kind)
        if isinstance(kind, Tag):
            self.tags.append(kind)
        else:
            self.stukken.append(kind)

    def alle(self) -> Iterator["Tag"]:
        """The tag and what is below it, in reading order."""
        open_ = [self]
        while open_:
            tag = open_.pop()
            yield tag
            open_.extend(tag.tags[::-1])

    def inhoud(self) -> Iterator[Inhoud]:
        """All content below this tag, in reading order."""
        open_: list[Tag | Inhoud] = [self]
        while open_:
            kind = open_.pop()
            if isinstance(kind, Inhoud):
                yield kind
            else:
                open_.extend(reversed(kind.kinderen))

    def boven(self) -> Iterator["Tag"]:
        """The tag and those around it, from the inside out."""
        tag: Tag | None = self
        while tag is not None:
            yield tag
            tag = tag.ouder


@dataclass(frozen=True, slots=True)
class Tagboom:
    """The roots of the tree; who owns which content, as the tree and as the table beside it say; the known names."""

    wortels: tuple[Tag, ...]
    tabel: frozenset[Inhoud]
    namen: frozenset[str]
    kring: bool


def lees_tags(pdf: pikepdf.Pdf) -> Tagboom | None:
    """The tree of a file; None where it has none."""
    wortel = pdf.Root.get("/StructTreeRoot")
    if not isinstance(wortel, pikepdf.Dictionary):
        return None
    lezer = _Lezer(pdf, wortel)
    return Tagboom(
        tuple(lezer.lees()),
        frozenset(_tabel(pdf, wortel)),
        frozenset(_namen(wortel.get("/IDTree"))),
        lezer.kring,
    )


def _tabel(pdf: pikepdf.Pdf, wortel: pikepdf.Dictionary) -> Iterator[Inhoud]:
    """Content that the table of parents knows, by the number that a page says it has there."""
    ouders = wortel.get("/ParentTree")
    if not isinstance(ouders, pikepdf.Dictionary):
        return
    bladen: dict[Any, int] = {
        blad.obj.get("/StructParents"): nummer for nummer, blad in enumerate(pdf.pages, 1)
    }
    for sleutel, rij in pikepdf.NumberTree(ouders).items():
        if isinstance(rij, pikepdf.Array) and sleutel in bladen:
            blad = bladen[sleutel]
            yield from (Inhoud(blad, nummer) for nummer, ouder in enumerate(rij) if ouder is not None)


def _namen(boom: Any) -> Iterator[str]:
    if isinstance(boom, pikepdf.Dictionary):
        yield from (str(naam) for naam in pikepdf.NameTree(boom))


class _Lezer:
    """Reads each object once, as JSON: four times as fast as asking for its parts."""

    def __init__(self, pdf: pikepdf.Pdf, wortel: pikepdf.Dictionary) -> None:
        self._pdf = pdf
        self._bladen = {_verwijzing(blad.obj): nummer for nummer, blad in enumerate(pdf.pages, 1)}
        self._wortel = json.loads(wortel.to_json(dereference=True))
        self._rollen = self._haal(self._wortel.get("/RoleMap")) or {}
        self._gezien: set[str] = set()
        self.kring = False

    def lees(self) -> Iterator[Tag]:
        for kind in _lijst(self._haal(self._wortel.get("/K"))):
            tag = self._kind(kind, None, 0)
            if isinstance(tag, Tag):
                yield tag

    def _haal(self, waarde: Any) -> Any:
        """What a reference points to; anything else is itself."""
        if isinstance(waarde, str) and waarde.endswith(" R"):
            nummer, generatie, _ = waarde.split()
            ding: Any = self._pdf.get_object((int(nummer), int(generatie)))
            return json.loads(ding.to_json(dereference=True)) if isinstance(ding, pikepdf.Object) else ding
        return waarde

    def _kind(self, waarde: Any, ouder: Tag | None, blad: int) -> Tag | Inhoud | Noot | None:
        if isinstance(waarde, int):
            return Inhoud(blad, waarde)
        if isinstance(waarde, str):
            if waarde in self._gezien:
                self.kring = True
                return None
            self._gezien.add(waarde)
            waarde = self._haal(waarde)
        if not isinstance(waarde, dict):
            return None
        if waarde.get("/Type") == "/OBJR":
            return Noot(str(waarde.get("/Obj")))
        blad = self._bladen.get(str(waarde.get("/Pg", "")), blad)
        if "/MCID" in waarde:
            return Inhoud(blad, waarde["/MCID"])
        return self._tag(waarde, ouder, blad) if "/S" in waarde else None

    def _tag(self, waarde: Mapping[str, Any], ouder: Tag | None, blad: int) -> Tag:
        soort = str(waarde["/S"])
        tag = Tag(
            str(self._rollen.get(soort, soort)).removeprefix("/"),
            ouder,
            _tekst(waarde.get("/Alt")),
            _tekst(waarde.get("/ActualText")),
            _tekst(waarde.get("/ID")),
            self._kenmerken(waarde.get("/A")),
        )
        for kind in _lijst(self._haal(waarde.get("/K"))):
            gelezen = self._kind(kind, tag, blad)
            if gelezen is not None:
                tag.neem(gelezen)
        return tag

    def _kenmerken(self, waarde: Any) -> Mapping[str, Any]:
        """Attributes of all owners together: the names that we look at differ."""
        if waarde is None:
            return {}
        samen: dict[str, Any] = {}
        for deel in _lijst(self._haal(waarde)):
            delen = self._haal(deel)
            if isinstance(delen, dict):
                samen |= {naam: self._haal(wat) for naam, wat in delen.items()}
        return samen


def _verwijzing(ding: pikepdf.Object) -> str:
    nummer, generatie = ding.objgen
    return f"{nummer} {generatie} R"


def _lijst(waarde: Any) -> list[Any]:
    if waarde is None:
        return []
    return waarde if isinstance(waarde, list) else [waarde]


def _tekst(waarde: Any) -> str | None:
    """A text of JSON without the mark that says how it was written."""
    return waarde[2:] if isinstance(waarde, str) and waarde[1:2] == ":" else None
