"""The four faces of a family, found by the names that the font files give themselves.

A family comes from a package that announces its fonts, or from the style's own folder. Never from this machine.
"""

import hashlib
import logging
import struct
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path

from fontTools.ttLib import TTFont, TTLibError  # type: ignore[import-untyped]

from dossiergen.errors import SjabloonFout
from dossiergen.tekens import GEWONE_TEKENS, noem

__all__ = [
    "MERKEN",
    "MERKENFAMILIE",
    "Letterfamilie",
    "heeft_merken",
    "letterbestanden",
    "meegeleverde_families",
    "zoek_familie",
]

MERKEN = frozenset("•☐☑")
"""What stands before the items of a list."""

MERKENFAMILIE = "Source Sans Pro"
"""Lends its list marks to a family that has none."""

# What fontTools thinks of a damaged file is no talk for a casemanager; we say what to do.
logging.getLogger("fontTools").addHandler(logging.NullHandler())

_GROEP = "fonts_ttf"
_EIGEN_MAP = "letters"
_UITGANGEN = frozenset({".ttf", ".otf"})
_MEESTE_BYTES = 8_000_000
_ONLEESBAAR = (TTLibError, struct.error, OSError, ValueError, LookupError, AssertionError, OverflowError)
# OpenType's fsType: restricted (and nothing milder beside it), never in part, only as bitmaps.
_WIJZE, _BEPERKT, _NIET_DEELS_OF_BEELD = 0x000E, 0x0002, 0x0300
_GEEN_OMTREK = frozenset({"fvar", "COLR", "SVG ", "CBDT", "sbix"})
_NORMALE_BREEDTE = 5
_MEESTE_TEKENS = 200_000
_MEESTE_TABELLEN = 100
_VIER = (
    "Nodig zijn vier bestanden van één familie: gewoon, vet of halfvet, cursief, en vet of halfvet cursief."
)


@dataclass(frozen=True, slots=True)
class Letterfamilie:
    """Its name and its files; both bold faces are the semibold ones where there are any."""

    naam: str
    recht: Path
    vet: Path
    cursief: Path
    vetcursief: Path
    afdruk: str
    """sha256 over the four files."""

    @property
    def sneden(self) -> Mapping[str, Path]:
        """The files by the name of their face."""
        return {snede: getattr(self, snede) for snede in _SNEDEN}


_SNEDEN: Mapping[str, tuple[bool, int, str]] = {
    "recht": (False, 400, "gewone letter"),
    "vet": (False, 600, "vette of halfvette letter"),
    "cursief": (True, 400, "cursieve letter"),
    "vetcursief": (True, 600, "vette of halfvette cursieve letter"),
}
"""Whether it slants, the weight that is wanted, and what a message calls it."""
_NAAST = {400: (350, 450), 600: (550, 750)}


@dataclass(frozen=True, slots=True)
class _Bestand:
    """What a font file says of itself."""

    pad: Path
    familie: str
    gewicht: int
    cursief: bool
    mag_erin: bool
    alleen_omtrek: bool


def zoek_familie(naam: str, sleutel: str, bron: str, map_: Path) -> Letterfamilie:
    """The family that the key of a style names, from a package or else from the folder of that style."""
    bestanden = [bestand for bestand in _meegeleverd() if bestand.familie == naam]
    bestanden = bestanden or [b for b in _eigen(bron, map_ / _EIGEN_MAP) if b.familie == naam]
    if not bestanden:
        keuze = ", ".join(meegeleverde_families())
        raise SjabloonFout(
            f"{bron}: {sleutel} noemt een letter die er niet is.",
            f"Kies uit: {keuze}. Of zet de bestanden van uw eigen letter in de map {_EIGEN_MAP} naast {Path(bron).name}.",
        )
    gekozen = {snede: _kies(snede, bestanden, sleutel, bron) for snede in _SNEDEN}
    for bestand in gekozen.values():
        _keur(bestand, sleutel, bron)
    paden = {snede: bestand.pad for snede, bestand in gekozen.items()}
    return Letterfamilie(naam, **paden, afdruk=_afdruk(paden.values()))


def heeft_merken(familie: Letterfamilie) -> bool:
    """Upright and bold, as the marks of lists are."""
    return _tekens(familie.recht) & _tekens(familie.vet) >= MERKEN


@cache
def meegeleverde_families() -> tuple[str, ...]:
    """The families of the installed packages, sorted."""
    return tuple(sorted({bestand.familie for bestand in _meegeleverd()}))


def letterbestanden() -> tuple[Path, ...]:
    """The font files of all packages that say that they have some, sorted."""
    return tuple(sorted({Path(pad) for punt in entry_points(group=_GROEP) for pad in punt.load().values()}))


@cache
def _meegeleverd() -> tuple[_Bestand, ...]:
    """What the fonts of the packages are; a file that cannot be read is none."""
    return tuple(bestand for pad in letterbestanden() if (bestand := _gelezen(pad)))


def _eigen(bron: str, map_: Path) -> Iterator[_Bestand]:
    """Fonts of the style's own; one that cannot be read stops the style."""
    for pad in sorted(map_.iterdir()) if map_.is_dir() else ():
        if pad.suffix.lower() not in _UITGANGEN:
            continue
        waar = f"{Path(bron).parent.as_posix()}/{_EIGEN_MAP}/{pad.name}"
        if not pad.is_file() or pad.stat().st_size > _MEESTE_BYTES:
            raise SjabloonFout(f"{waar} is geen gewoon bestand of is groter dan 8 MB.", _VIER)
        if (bestand := _gelezen(pad)) is None:
            raise SjabloonFout(
                f"{waar} is geen leesbaar lettertype.", "Vraag de leverancier om een TTF- of OTF-bestand."
            )
        yield bestand


def _gelezen(pad: Path) -> _Bestand | None:
    try:
        with pad.open("rb") as stroom, TTFont(stroom, lazy=True) as font:
            tabellen = font.reader.tables
            if len(tabellen) > _MEESTE_TABELLEN or _beweerde_tekens(font.reader["cmap"]) > _MEESTE_TEKENS:
                return None
            namen, maten = font["name"], font["OS/2"]
            omtrek = ("glyf" in tabellen or "CFF " in tabellen) and not _GEEN_OMTREK & set(tabellen)
            beperkt = maten.fsType & _WIJZE == _BEPERKT or maten.fsType & _NIET_DEELS_OF_BEELD
            return _Bestand(
                pad=pad,
                familie=str(namen.getDebugName(16) or namen.getDebugName(1) or ""),
                gewicht=int(maten.usWeightClass),
                cursief=bool(maten.fsSelection & 1),
                mag_erin=not beperkt,
                alleen_omtrek=omtrek and maten.usWidthClass == _NORMALE_BREEDTE,
            )
    except _ONLEESBAAR:
        return None


def _beweerde_tekens(cmap: bytes) -> int:
    """How many characters the table says to map, before anybody writes them all out: a few bytes can say millions."""
    aantal = 0
    for nummer in range(struct.unpack_from(">H", cmap, 2)[0]):
        begin = struct.unpack_from(">L", cmap, 8 + 8 * nummer)[0]
        soort = struct.unpack_from(">H", cmap, begin)[0]
        if soort == 4:
            helft = struct.unpack_from(">H", cmap, begin + 6)[0] // 2
            einden = struct.unpack_from(f">{helft}H", cmap, begin + 14)
            begins = struct.unpack_from(f">{helft}H", cmap, begin + 16 + 2 * helft)
            aantal += sum(max(0, einde - eerste) for eerste, einde in zip(begins, einden, strict=True))
        elif soort in {8, 10, 12, 13}:
            groepen = struct.unpack_from(">L", cmap, begin + 12)[0]
            reeksen = struct.iter_unpack(">LLL", cmap[begin + 16 : begin + 16 + 12 * groepen])
            aantal += sum(max(0, einde - eerste) for eerste, einde, _ in reeksen)
    return aantal


def _kies(snede: str, bestanden: list[_Bestand], sleutel: str, bron: str) -> _Bestand:
    """The file whose weight comes nearest."""
    cursief, gewicht, woorden = _SNEDEN[snede]
    laagst, hoogst = _NAAST[gewicht]
    passend = [b for b in bestanden if b.cursief is cursief and laagst <= b.gewicht <= hoogst]
    if not passend:
        raise SjabloonFout(f"{bron}: van de letter bij {sleutel} ontbreekt de {woorden}.", _VIER)
    dichtst = min(abs(b.gewicht - gewicht) for b in passend)
    beste = [b for b in passend if abs(b.gewicht - gewicht) == dichtst]
    if len(beste) > 1:
        namen = " en ".join(b.pad.name for b in beste)
        raise SjabloonFout(
            f"{bron}: de letter bij {sleutel} heeft twee keer een {woorden}: {namen}.", "Laat er één staan."
        )
    return beste[0]


def _keur(bestand: _Bestand, sleutel: str, bron: str) -> None:
    waar = f"{bron}: {bestand.pad.name}, bij {sleutel},"
    if not bestand.mag_erin:
        raise SjabloonFout(
            f"{waar} mag volgens zijn maker niet in een document worden ingesloten.",
            "Vraag de maker om een licentie waarmee dat mag, of kies een andere letter.",
        )
    if not bestand.alleen_omtrek:
        raise SjabloonFout(
            f"{waar} is variabel, smal, breed of gekleurd; dat kan hier niet.",
            "Gebruik een gewoon TTF- of OTF-bestand voor elk van de vier letters.",
        )
    if mist := GEWONE_TEKENS - _tekens(bestand.pad):
        eerste = sorted(mist)[:5]
        rest = f" en nog {len(mist) - 5}" if len(mist) > 5 else ""
        raise SjabloonFout(
            f"{waar} mist tekens die in elk stuk kunnen staan: {noem(eerste)}{rest}.",
            "Kies een letter die ten minste alle Nederlandse tekens heeft.",
        )


def _tekens(pad: Path) -> frozenset[str]:
    try:
        with TTFont(pad, lazy=True) as font:
            return frozenset(map(chr, font.getBestCmap() or ()))
    except _ONLEESBAAR:
        return frozenset()


def _afdruk(paden: Iterable[Path]) -> str:
    som = hashlib.sha256()
    for pad in paden:
        som.update(hashlib.sha256(pad.read_bytes()).digest())
    return som.hexdigest()
