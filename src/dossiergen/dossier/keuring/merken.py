"""How the content of a page marks what it paints: as content with a number, or as an artifact. Judges nothing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf

__all__ = ["Merk", "lees_merken"]

# Texts may hold anything, and say nothing about marks.
_TEKST = re.compile(rb"\((?:\\.|[^\\()])*\)|<[0-9A-Fa-f\s]*>")
_STAP = re.compile(
    rb"/([^\s/<>\[\]()]+)\s*(?:<<((?:[^<>]|<<[^<>]*>>)*)>>|/[^\s/<>\[\]()]+)?\s*\b(?:BMC|BDC)\b"
    rb"|(?<![^\s\]>])(EMC|Tj|TJ|'|\"|Do|BI|S|s|f|F|f\*|B|B\*|b|b\*|sh)(?=[\s/\[(<]|$)"
)
_NUMMER = re.compile(rb"/MCID\s+(\d+)")
_SOORT = re.compile(rb"/Type\s*/(\w+)")
_SIER = "Artifact"


@dataclass(slots=True)
class Merk:
    """One marked sequence; what stands outside of all has no name. `schildert` and `schrijft`: itself, not one inside it."""

    naam: str
    nummer: int | None
    soort: str
    om: "Merk | None"
    schildert: bool = False
    schrijft: bool = False

    @property
    def is_sier(self) -> bool:
        return self.naam == _SIER

    def rondom(self) -> Iterator["Merk"]:
        merk = self.om
        while merk is not None:
            yield merk
            merk = merk.om


def lees_merken(blad: pikepdf.Page) -> tuple[Merk, ...]:
    """All sequences of a page; the first is the page outside of them."""
    merk = Merk("", None, "", None)
    alle = [merk]
    for stap in _STAP.finditer(_TEKST.sub(b" ", _inhoud(blad))):
        naam, eigenschappen, doen = stap.groups()
        if naam is not None:
            merk = _begin(naam, eigenschappen or b"", merk)
            alle.append(merk)
        elif doen == b"EMC":
            merk = merk.om or merk
        else:
            merk.schildert = True
            merk.schrijft |= doen in {b"Tj", b"TJ", b"'", b'"'}
    return tuple(alle)


def _inhoud(blad: pikepdf.Page) -> bytes:
    inhoud = blad.obj.get("/Contents")
    delen = inhoud if isinstance(inhoud, pikepdf.Array) else [inhoud]
    return b"\n".join(deel.read_bytes() for deel in delen if isinstance(deel, pikepdf.Stream))


def _begin(naam: bytes, eigenschappen: bytes, om: Merk) -> Merk:
    nummer, soort = _NUMMER.search(eigenschappen), _SOORT.search(eigenschappen)
    return Merk(
        naam.decode("latin-1"),
        int(nummer[1]) if nummer else None,
        soort[1].decode("latin-1") if soort else "",
        om,
    )
