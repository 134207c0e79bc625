"""Draws the course of events above its table: illness, hours worked, what was done when.

The drawing adds nothing that the table does not say, and its words are outlines of the style's font: a
screen reader hears one sentence and then the table.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from xml.etree import ElementTree as ET

from fontTools.pens.svgPathPen import SVGPathPen  # type: ignore[import-untyped]
from fontTools.pens.transformPen import TransformPen  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from dossiergen.huisstijl import Huisstijl, Letterfamilie
from dossiergen.render.boom import Element
from dossiergen.render.letters import breedte

__all__ = ["tekening"]

_SVG = "{http://www.w3.org/2000/svg}"
_ALT = "Tekening van de tijdlijn. De tabel hieronder noemt dezelfde gegevens."
_MAANDEN = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_PUNT = 25.4 / 72
# Millimetres from the top of the drawing.
_AS = 6.0
_VERZUIM, _VERZUIM_HOOG = 9.5, 4.5
_UREN, _UREN_HOOG = 18.5, 14.0
_STUKKEN = 39.0
_TERMIJNEN = 46.0
_LEGENDA = 54.5
_HOOG = 58.0
_LABELS = 25.0
_STRAAL = 1.15
_MEESTE_TIKKEN = 10
_MINSTE_DAGEN = 28
_LETTER = 7.5


_Punt = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Rij:
    """One line of the table, as far as it can be drawn."""

    soort: str
    van: dt.date
    tot: dt.date | None
    uren: float
    stand: str


def tekening(tabel: Element, stijl: Huisstijl) -> ET.Element | None:
    """The drawing of a table of events; None where too little of it has a date."""
    rijen = tuple(_rijen(tabel))
    dagen = [dag for rij in rijen for dag in (rij.van, rij.tot) if dag]
    if not dagen or (max(dagen) - min(dagen)).days < _MINSTE_DAGEN:
        return None
    return _Tekenaar(stijl, min(dagen), max(dagen)).teken(rijen)


def _rijen(tabel: Element) -> Iterator[_Rij]:
    for rij in tabel.elementen[-1].elementen:
        if van := rij.attr("data-van"):
            tot = rij.attr("data-tot")
            yield _Rij(
                rij.attr("data-soort"),
                dt.date.fromisoformat(van),
                dt.date.fromisoformat(tot) if tot else None,
                float(rij.attr("data-uren").replace(",", ".") or 0),
                rij.attr("data-stand"),
            )


class _Tekenaar:
    """Puts shapes at dates; all measures in millimetres."""

    def __init__(self, stijl: Huisstijl, eerste: dt.date, laatste: dt.date) -> None:
        self._kleuren = stijl.kleuren
        self._familie = stijl.letters.tekst
        self._breed = stijl.tekstbreedte
        self._eerste = eerste
        self._laatste = laatste
        self._svg = ET.Element(
            f"{_SVG}svg",
            {
                "width": f"{self._breed:g}mm",
                "height": f"{_HOOG:g}mm",
                "viewBox": f"0 0 {self._breed:g} {_HOOG:g}",
                "data-blok": "tijdlijn",
                "aria-hidden": "true",
            },
        )
        ET.SubElement(self._svg, f"{_SVG}title").text = _ALT

    def teken(self, rijen: Sequence[_Rij]) -> ET.Element:
        self._kalender()
        self._verzuim(rijen)
        self._gewerkt(rijen)
        self._punten(rijen, "stuk", _STUKKEN, "Stukken")
        self._punten(rijen, "termijn", _TERMIJNEN, "Overige termijnen")
        self._legenda()
        return self._svg

    def _x(self, dag: dt.date) -> float:
        """Where a day begins."""
        deel = (dag - self._eerste).days / ((self._laatste - self._eerste).days + 1)
        return _LABELS + deel * (self._breed - _LABELS - 2 * _STRAAL)

    def _kalender(self) -> None:
        """The first days of months, or of as many as have room for their name."""
        begin = dt.date(self._eerste.year, self._eerste.month, 1)
        maanden = [dag for dag in _maanden(begin, self._laatste) if dag >= self._eerste]
        stap = next(s for s in (1, 2, 3, 6, 12, 24, 240) if len(maanden) / s <= _MEESTE_TIKKEN)
        for dag in maanden:
            if (dag.month - 1) % min(stap, 12) == 0:
                x = self._x(dag)
                naam = f"{_MAANDEN[dag.month - 1]} {dag.year}"
                self._lijn((x, _AS), (x, _LEGENDA - 4), self._kleuren.lijn)
                if x + 0.6 + breedte(naam, self._familie) * _LETTER * _PUNT <= self._breed:
                    self._tekst(x + 0.6, _AS - 1.4, naam, self._kleuren.zacht)
        self._lijn((_LABELS, _AS), (self._breed, _AS), self._kleuren.zacht)

    def _verzuim(self, rijen: Sequence[_Rij]) -> None:
        self._label("Verzuim", _VERZUIM + _VERZUIM_HOOG - 1.2)
        for rij in rijen:
            if rij.soort in {"verzuim", "verlof"}:
                van, tot = self._x(rij.van), self._x((rij.tot or self._laatste) + dt.timedelta(days=1))
                vol = rij.soort == "verzuim"
                self._vlak(van, _VERZUIM, tot - van, _VERZUIM_HOOG, self._kleuren.accent if vol else "")

    def _gewerkt(self, rijen: Sequence[_Rij]) -> None:
        """Hours a week as steps; each lasts until the next, or the end of its period of illness."""
        stappen = sorted((rij for rij in rijen if rij.soort == "hervatting"), key=lambda rij: rij.van)
        onder = _UREN + _UREN_HOOG
        meest = max((stap.uren for stap in stappen), default=0)
        self._label("Uren per week", onder - 1.2)
        self._lijn((_LABELS, onder), (self._breed, onder), self._kleuren.zacht)
        if not meest:
            return
        einden = [(rij.van, rij.tot or self._laatste) for rij in rijen if rij.soort == "verzuim"]
        for nummer, stap in enumerate(stappen):
            tot = min([t for v, t in einden if v <= stap.van <= t] or [self._laatste])
            if nummer + 1 < len(stappen):
                tot = min(tot, stappen[nummer + 1].van)
            hoog = (_UREN_HOOG - 3) * stap.uren / meest
            van = self._x(stap.van)
            self._vlak(van, onder - hoog, max(self._x(tot) - van, 0.3), hoog, self._kleuren.vlak)
            self._lijn(
                (van, onder - hoog), (max(self._x(tot), van + 0.3), onder - hoog), self._kleuren.accent, 0.5
            )
            vorige = stappen[nummer - 1].uren if nummer else None
            if stap.uren != vorige:
                self._tekst(
                    van + 0.5, onder - hoog - 0.8, f"{stap.uren:g}".replace(".", ","), self._kleuren.inkt
                )

    def _punten(self, rijen: Sequence[_Rij], soort: str, y: float, label: str) -> None:
        self._label(label, y + 0.9)
        self._lijn((_LABELS, y), (self._breed, y), self._kleuren.lijn)
        for rij in rijen:
            if rij.soort == soort:
                self._teken(self._x(rij.van), y, rij.stand)

    def _teken(self, x: float, y: float, stand: str) -> None:
        """A shape for each state, so that colour is not all that tells them apart."""
        kleuren = self._kleuren
        if stand in {"te_laat", "voldaan_te_laat"}:
            r = _STRAAL * 1.25
            ruit = f"M{x:.2f} {y - r:.2f}L{x + r:.2f} {y:.2f}L{x:.2f} {y + r:.2f}L{x - r:.2f} {y:.2f}Z"
            vulling = kleuren.status if stand == "voldaan_te_laat" else "#ffffff"
            self._vorm("path", d=ruit, fill=vulling, stroke=kleuren.status)
        else:
            vulling = "#ffffff" if stand in {"open", "verstreken"} else kleuren.accent
            self._vorm(
                "circle", cx=f"{x:.2f}", cy=f"{y:.2f}", r=f"{_STRAAL}", fill=vulling, stroke=kleuren.accent
            )

    def _legenda(self) -> None:
        x = _LABELS
        for stand, woorden in (
            ("voldaan_op_tijd", "op tijd, of zonder termijn"),
            ("voldaan_te_laat", "te laat"),
            ("te_laat", "niet gedaan"),
            ("open", "nog open"),
        ):
            self._teken(x + _STRAAL, _LEGENDA, stand)
            x = self._tekst(x + 3.6, _LEGENDA + 0.9, woorden, self._kleuren.zacht) + 4

    def _label(self, woorden: str, y: float) -> None:
        self._tekst(0, y, woorden, self._kleuren.zacht)

    def _tekst(self, x: float, y: float, regel: str, kleur: str) -> float:
        """A line of words; where it ends."""
        em = _LETTER * _PUNT
        # A label near the last day stays within the drawing.
        x = min(x, self._breed - breedte(regel, self._familie) * em)
        stuk = _omtrek(regel, self._familie)
        plaats = f"translate({x:.2f} {y:.2f}) scale({em:.4f} {-em:.4f})"
        ET.SubElement(self._svg, f"{_SVG}path", {"d": stuk, "fill": kleur, "transform": plaats})
        return x + breedte(regel, self._familie) * em

    def _lijn(self, van: _Punt, tot: _Punt, kleur: str, dik: float = 0.2) -> None:
        d = f"M{van[0]:.2f} {van[1]:.2f}L{tot[0]:.2f} {tot[1]:.2f}"
        self._vorm("path", d=d, fill="none", stroke=kleur, **{"stroke-width": f"{dik:g}"})

    def _vlak(self, x: float, y: float, breed: float, hoog: float, kleur: str) -> None:
        """A filled bar; hatched where it has no colour, for what does not count."""
        maten = {"x": f"{x:.2f}", "y": f"{y:.2f}", "width": f"{breed:.2f}", "height": f"{hoog:.2f}"}
        self._vorm("rect", fill=kleur or "#ffffff", stroke="none" if kleur else self._kleuren.zacht, **maten)
        schuin = x
        while not kleur and schuin < x + breed - 1:
            self._lijn((schuin, y + hoog), (min(schuin + 2.5, x + breed), y), self._kleuren.zacht, 0.15)
            schuin += 2.0

    def _vorm(self, naam: str, **attrs: str) -> None:
        ET.SubElement(self._svg, f"{_SVG}{naam}", {"stroke-width": "0.3", **attrs})


def _maanden(begin: dt.date, laatste: dt.date) -> Iterator[dt.date]:
    dag = begin
    while dag <= laatste:
        yield dag
        dag = dt.date(dag.year + dag.month // 12, dag.month % 12 + 1, 1)


@cache
def _letters(familie: Letterfamilie) -> TTFont:
    return TTFont(familie.recht)


@cache
def _omtrek(regel: str, familie: Letterfamilie) -> str:
    """The outlines of a line of words, in em with the base line at 0, upward positive."""
    font = _letters(familie)
    glyphs, namen, em = font.getGlyphSet(), font.getBestCmap(), font["head"].unitsPerEm
    pen = SVGPathPen(glyphs, ntos=lambda waarde: f"{waarde:.4f}".rstrip("0").rstrip("."))
    x = 0.0
    for teken in regel:
        glyph = glyphs[namen[ord(teken)]]
        glyph.draw(TransformPen(pen, (1 / em, 0, 0, 1 / em, x / em, 0)))
        x += glyph.width
    return str(pen.getCommands())
