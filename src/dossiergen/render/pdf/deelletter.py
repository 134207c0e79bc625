"""A face of a family with a few of its letters only, as an embedded font of a PDF."""

import hashlib
import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import pikepdf
from fontTools.fontBuilder import FontBuilder  # type: ignore[import-untyped]
from fontTools.pens.cu2quPen import Cu2QuPen  # type: ignore[import-untyped]
from fontTools.pens.recordingPen import DecomposingRecordingPen  # type: ignore[import-untyped]
from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from pikepdf import Array, Dictionary, Name, String

from dossiergen.huisstijl import Letterfamilie

__all__ = ["Deelletter", "deelletter"]

_DAG = 3_849_984_000
"""Seconds since 1904: a font tells when it was made, and two have to be equal."""
_NAUWKEURIG = 0.0005
"""How far a curve may be off where it has to become one that TrueType knows, as a part of an em."""
_SYMBOLISCH = 4
_TABELLEN = frozenset({"glyf", "head", "hhea", "hmtx", "loca", "maxp"})
"""What a PDF needs of a font; how its letters are called, the PDF says itself."""
_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{}
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


@dataclass(frozen=True, slots=True)
class Deelletter:
    """`nummers`: by character, its glyph; `breedtes`: by glyph, in thousandths of an em."""

    naam: str
    bestand: bytes
    nummers: Mapping[str, int]
    breedtes: tuple[int, ...]
    vak: tuple[int, int, int, int]

    def codes(self, tekst: str) -> str:
        """A line as a string of the PDF, in hexadecimal digits."""
        return "".join(f"{self.nummers[teken]:04X}" for teken in tekst)

    def in_pdf(self, pdf: pikepdf.Pdf) -> pikepdf.Object:
        """The font as an object of a file."""
        bestand = pdf.make_stream(self.bestand)
        bestand.Length1 = len(self.bestand)
        beschrijving = Dictionary(
            Type=Name.FontDescriptor,
            FontName=Name(f"/{self.naam}"),
            Flags=_SYMBOLISCH,
            FontBBox=Array(self.vak),
            ItalicAngle=0,
            Ascent=self.vak[3],
            Descent=self.vak[1],
            CapHeight=self.vak[3],
            StemV=80,
            FontFile2=bestand,
        )
        letter = Dictionary(
            Type=Name.Font,
            Subtype=Name.CIDFontType2,
            BaseFont=Name(f"/{self.naam}"),
            CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
            FontDescriptor=pdf.make_indirect(beschrijving),
            CIDToGIDMap=Name.Identity,
            DW=0,
            W=Array([0, Array(self.breedtes)]),
        )
        return pdf.make_indirect(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.Type0,
                BaseFont=Name(f"/{self.naam}"),
                Encoding=Name("/Identity-H"),
                DescendantFonts=Array([pdf.make_indirect(letter)]),
                ToUnicode=pdf.make_stream(self._cmap().encode()),
            )
        )

    def _cmap(self) -> str:
        """Which character each glyph is; in hundreds, which is the most that a table may have at once."""
        regels = [f"<{n:04X}> <{t.encode('utf-16-be').hex().upper()}>" for t, n in self.nummers.items()]
        delen = [regels[begin : begin + 100] for begin in range(0, len(regels), 100)]
        return _CMAP.format(
            "\n".join(f"{len(deel)} beginbfchar\n" + "\n".join(deel) + "\nendbfchar" for deel in delen)
        )


@cache
def _font(familie: Letterfamilie, snede: str) -> TTFont:
    return TTFont(familie.sneden[snede])


@lru_cache(maxsize=64)
def deelletter(familie: Letterfamilie, snede: str, tekens: frozenset[str]) -> Deelletter:
    """The face with these characters; raises KeyError for one that it lacks."""
    font = _font(familie, snede)
    em, bron, namen = font["head"].unitsPerEm, font.getGlyphSet(), font.getBestCmap()
    nummers = {teken: nummer for nummer, teken in enumerate(sorted(tekens), 1)}
    volgorde = [".notdef", *(f"t{nummer}" for nummer in nummers.values())]
    bronnen = {".notdef": ".notdef", **{f"t{n}": namen[ord(teken)] for teken, n in nummers.items()}}
    glyphs = {naam: _omtrek(bron, bronnen[naam], em) for naam in volgorde}
    bouwer = FontBuilder(em, isTTF=True)
    bouwer.setupGlyphOrder(volgorde)
    bouwer.setupGlyf(glyphs)
    glyf = bouwer.font["glyf"]
    maten = {naam: (bron[bronnen[naam]].width, getattr(glyf[naam], "xMin", 0)) for naam in volgorde}
    bouwer.setupHorizontalMetrics(maten)
    bouwer.setupHorizontalHeader(ascent=font["hhea"].ascent, descent=font["hhea"].descent)
    bouwer.setupMaxp()
    bouwer.updateHead(created=_DAG, modified=_DAG)
    bouwer.font.recalcTimestamp = False
    for tabel in set(bouwer.font.keys()) - _TABELLEN - {"GlyphOrder"}:
        del bouwer.font[tabel]
    uit = io.BytesIO()
    bouwer.save(uit)
    hoofd = bouwer.font["head"]
    vak = (hoofd.xMin, hoofd.yMin, hoofd.xMax, hoofd.yMax)
    return Deelletter(
        _naam(familie, snede, uit.getvalue()),
        uit.getvalue(),
        nummers,
        tuple(round(maten[naam][0] * 1000 / em) for naam in volgorde),
        (
            _duizendsten(vak[0], em),
            _duizendsten(vak[1], em),
            _duizendsten(vak[2], em),
            _duizendsten(vak[3], em),
        ),
    )


def _omtrek(bron: Any, naam: str, em: int) -> Any:
    """A glyph of its own, without parts that stand elsewhere in the font."""
    opname = DecomposingRecordingPen(bron)
    bron[naam].draw(opname)
    pen = TTGlyphPen(None)
    kubisch = any(soort == "curveTo" for soort, _ in opname.value)
    opname.replay(Cu2QuPen(pen, em * _NAUWKEURIG, reverse_direction=True) if kubisch else pen)
    return pen.glyph()


def _naam(familie: Letterfamilie, snede: str, bestand: bytes) -> str:
    """As fonts of which a file has a part are called: six letters that tell the parts apart, and its name."""
    afdruk = hashlib.sha256(bestand).digest()
    voor = "".join(chr(ord("A") + byte % 26) for byte in afdruk[:6])
    return f"{voor}+{familie.naam.replace(' ', '')}-{snede.capitalize()}"


def _duizendsten(maat: int, em: int) -> int:
    return round(maat * 1000 / em)
