"""A Word file from outside as parts and trees, within limits. Whatever else it is gives a NietIngelezen, never more memory.

Trusts nothing that the file says about itself: sizes are counted while reading, and no part may ask for another file.
"""

import io
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from dossiergen.dossier.inlezen.niet_ingelezen import NietIngelezen

__all__ = ["Knoop", "Pakket", "lees_bestand", "open_pakket"]

Knoop = etree._Element  # noqa: SLF001  lxml has no public name for it

MAX_BESTAND = 30_000_000
MAX_DELEN = 2_000
MAX_DEEL = 30_000_000
MAX_TEKST = 80_000_000
# A part of repeated table rows comes to some sixty; nothing that a word processor writes comes near this.
MAX_VERHOUDING = 300
_KLEIN = 1_000_000
# A table in a table in a control, and then some.
MAX_DIEPTE = 120
_HAP = 1 << 16
_HOOFDTEKST = "word/document.xml"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CODERING = re.compile(rb"""<\?xml[^>]*encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_CODERINGEN = frozenset({b"utf-8", b"utf-16", b"us-ascii", b"ascii"})
_GOED = re.compile(r"(?:[^/\\\x00-\x1f:]+/)*[^/\\\x00-\x1f:]+/?")
_ANDERS: tuple[tuple[bytes, str, str], ...] = (
    (
        _OLE,
        "Dit bestand is met een wachtwoord beveiligd, of het is een .doc van een oude Word.",
        "Haal in Word het wachtwoord eraf, of bewaar het als Word-document (.docx), en lees dat in.",
    ),
    (b"%PDF", "Dit is een PDF.", "Bewerk het Word-bestand (.docx) dat ernaast ligt, en lees dat in."),
    (b"{\\rtf", "Dit is een RTF-bestand.", "Bewaar het in Word als Word-document (.docx)."),
)


@dataclass(frozen=True, slots=True)
class Pakket:
    """The parts of a Word file by name, all of them read."""

    naam: str
    """As findings call the file."""
    delen: Mapping[str, bytes]

    def boom(self, deel: str) -> Knoop:
        """The tree of a part."""
        return _geparseerd(self.delen[deel], self.naam)

    def verwijzingen(self, deel: str) -> tuple[tuple[str, str, bool], ...]:
        """What a part refers to: kind, target as a part's name or an address, and whether it lies outside."""
        map_, _, naam = deel.rpartition("/")
        rels = f"{map_}/_rels/{naam}.rels" if map_ else f"_rels/{naam}.rels"
        if rels not in self.delen:
            return ()
        return tuple(
            (
                str(een.get("Type", "")).rpartition("/")[2],
                _doel(map_, str(een.get("Target", ""))),
                een.get("TargetMode") == "External",
            )
            for een in self.boom(rels).iter("{*}Relationship")
        )


def lees_bestand(pad: Path) -> bytes:
    """The bytes of the file. Raises NietIngelezen where it is no ordinary file or too big, OSError where it cannot be read."""
    naam = pad.name
    if not stat.S_ISREG(pad.stat().st_mode):
        raise NietIngelezen("INL-01", naam, "Dit is geen gewoon bestand.")
    with pad.open("rb") as stroom:
        ruw = stroom.read(MAX_BESTAND + 1)
    if len(ruw) > MAX_BESTAND:
        raise NietIngelezen("INL-02", naam, "Dit bestand is te groot voor een stuk van een zaak.")
    return ruw


def open_pakket(ruw: bytes, naam: str) -> Pakket:
    """All parts of a Word file. Raises NietIngelezen for anything else, and for a file made to do harm."""
    for begin, melding, oplossing in _ANDERS:
        if ruw.startswith(begin):
            raise NietIngelezen("INL-01", naam, melding, oplossing)
    try:
        with zipfile.ZipFile(io.BytesIO(ruw)) as archief:
            delen = _delen(archief, naam)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, NotImplementedError, RuntimeError) as fout:
        raise NietIngelezen("INL-01", naam, "Dit is geen Word-bestand, of het is beschadigd.") from fout
    except (ValueError, UnicodeDecodeError, zlib.error, struct.error, OSError) as fout:
        raise NietIngelezen("INL-01", naam, "Dit Word-bestand is beschadigd.") from fout
    if "mimetype" in delen and _HOOFDTEKST not in delen:
        raise NietIngelezen(
            "INL-01", naam, "Dit is een bestand van LibreOffice.", "Bewaar het als Word-document (.docx)."
        )
    if _HOOFDTEKST not in delen or "[Content_Types].xml" not in delen:
        raise NietIngelezen("INL-01", naam, "Dit is geen Word-bestand.")
    if any(deel.lower().endswith("vbaproject.bin") for deel in delen):
        raise NietIngelezen(
            "INL-02",
            naam,
            "In dit bestand zitten macro's.",
            "Bewaar het als Word-document zonder macro's (.docx).",
        )
    return Pakket(naam, delen)


def _delen(archief: zipfile.ZipFile, naam: str) -> dict[str, bytes]:
    leden = archief.infolist()
    if len(leden) > MAX_DELEN:
        raise NietIngelezen("INL-02", naam, "Dit bestand heeft te veel onderdelen.")
    delen: dict[str, bytes] = {}
    over = MAX_TEKST
    for lid in leden:
        if not _GOED.fullmatch(lid.filename) or ".." in lid.filename.split("/"):
            raise NietIngelezen("INL-02", naam, "Een onderdeel van dit bestand heeft een naam die niet mag.")
        if lid.flag_bits & 1:
            raise NietIngelezen("INL-01", naam, "Dit bestand is met een wachtwoord beveiligd.")
        if lid.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise NietIngelezen(
                "INL-02", naam, "Dit bestand is ingepakt op een manier die Word niet gebruikt."
            )
        if lid.is_dir():
            continue
        if lid.filename in delen:
            raise NietIngelezen("INL-02", naam, "Een onderdeel van dit bestand staat er twee keer in.")
        delen[lid.filename] = _inhoud(archief, lid, min(MAX_DEEL, over), naam)
        over -= len(delen[lid.filename])
    return delen


def _inhoud(archief: zipfile.ZipFile, lid: zipfile.ZipInfo, hooguit: int, naam: str) -> bytes:
    """Read in pieces: the size in the head of a zip file is only what its maker says."""
    stukken, lengte = [], 0
    with archief.open(lid) as stroom:
        while hap := stroom.read(_HAP):
            lengte += len(hap)
            blaast_op = lengte > _KLEIN and lengte > MAX_VERHOUDING * max(lid.compress_size, 1)
            if lengte > hooguit or blaast_op:
                raise NietIngelezen("INL-02", naam, "Dit bestand wordt bij het uitpakken veel te groot.")
            stukken.append(hap)
    return b"".join(stukken)


def _geparseerd(ruw: bytes, naam: str) -> Knoop:
    kaal = ruw.replace(b"\x00", b"")
    codering = _CODERING.match(kaal.lstrip(b"\xef\xbb\xbf\xff\xfe"))
    if b"<!DOCTYPE" in kaal or b"<!ENTITY" in kaal:
        raise NietIngelezen("INL-02", naam, "Dit bestand wil iets van buiten inlezen (een DOCTYPE).")
    if codering and codering[1].lower() not in _CODERINGEN:
        raise NietIngelezen(
            "INL-02", naam, "Dit bestand is in een tekenset geschreven die Word niet gebruikt."
        )
    lezer = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        wortel = etree.fromstring(ruw, lezer)
    except (etree.XMLSyntaxError, ValueError) as fout:
        raise NietIngelezen("INL-01", naam, "Dit Word-bestand is vanbinnen beschadigd.") from fout
    if _te_diep(wortel):
        raise NietIngelezen("INL-02", naam, "Dit bestand is dieper genest dan Word ooit schrijft.")
    return wortel


def _te_diep(wortel: Knoop) -> bool:
    diepte = 0
    for gebeurtenis, _ in etree.iterwalk(wortel, events=("start", "end")):
        diepte += 1 if gebeurtenis == "start" else -1
        if diepte > MAX_DIEPTE:
            return True
    return False


def _doel(map_: str, doel: str) -> str:
    """A target as the name of a part; an address outside stays what it is."""
    if doel.startswith("/"):
        return doel[1:]
    delen = map_.split("/") if map_ else []
    for deel in doel.split("/"):
        if deel == "..":
            delen = delen[:-1]
        elif deel != ".":
            delen.append(deel)
    return "/".join(delen)
