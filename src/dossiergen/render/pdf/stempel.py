"""What a signature shows on the page: a few lines in the style of the letter, as a PDF of its own.

WeasyPrint takes twenty milliseconds for them, which is most of what a signature may cost. So the lines are set here, in
the fonts of the style: a face is made once for the letters that it needs, and a text of other letters makes another one.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import normalize

import pikepdf
from pikepdf import Array, Dictionary, Name

from dossiergen.errors import SjabloonFout
from dossiergen.huisstijl import Huisstijl
from dossiergen.render.letters import breedte, zonder_letter
from dossiergen.render.pdf.deelletter import Deelletter, deelletter

__all__ = ["Stempelmaker"]

_GROOTST, _KLEINST, _STAP = 9.0, 5.0, 0.25
"""Points; between these the letter shrinks until all fits."""
_REGEL = 1.22
_KOP = 0.9
"""The first line is a little smaller than the others, and bold."""
_STOK = 0.74
"""How far letters stand above the line that they stand on, as a part of their size."""
_STREEP, _INSPRINGING, _RAND = 1.2, 5.5, 1.0
# What is in most names and in each day and time: so that the next signature of the same person needs no other face.
_ALTIJD = frozenset("abcdefghijklmnopqrstuvwxyz0123456789 .,:-")


@dataclass(frozen=True, slots=True)
class _Regel:
    """One line, as it is set."""

    tekst: str
    is_kop: bool


class Stempelmaker:
    """For one house style."""

    def __init__(self, huisstijl: Huisstijl) -> None:
        self._familie = huisstijl.letters.tekst
        self._kleuren = huisstijl.kleuren

    def maak(self, regels: tuple[str, ...], breedte: float, hoogte: float) -> bytes:
        """A page of these measures in points; the first line is its heading. The same bytes for the same lines.

        Raises SjabloonFout where the lines do not fit, or the font lacks a letter of them.
        """
        # A letter and its accent as the one character that a font has for them.
        return self._gemaakt(tuple(normalize("NFC", regel) for regel in regels), breedte, hoogte)

    def _gemaakt(self, regels: tuple[str, ...], breed: float, hoog: float) -> bytes:
        if zonder_letter("".join(regels), self._familie):
            raise SjabloonFout(
                "Het lettertype van de huisstijl heeft niet alle letters van de naam in het stempel.",
                "Kies een huisstijl waarvan het lettertype deze letters heeft.",
            )
        grootte, gezet = self._passend(regels, breed - _INSPRINGING - _RAND, hoog - 2 * _RAND)
        kop = deelletter(self._familie, "vet", frozenset("".join(r.tekst for r in gezet if r.is_kop)))
        tekst = deelletter(
            self._familie, "recht", _ALTIJD | frozenset("".join(r.tekst for r in gezet if not r.is_kop))
        )
        return _blad(self._inhoud(gezet, grootte, hoog, kop, tekst), kop, tekst, breed, hoog)

    def _passend(self, regels: Sequence[str], ruim: float, hoog: float) -> tuple[float, list[_Regel]]:
        """The largest letter in which all lines fit, broken between words."""
        grootte = _GROOTST
        while grootte >= _KLEINST:
            gezet = [
                _Regel(stuk, nummer == 0)
                for nummer, regel in enumerate(regels)
                for stuk in self._gebroken(regel, ruim / _van(grootte, is_kop=nummer == 0), vet=nummer == 0)
            ]
            past = all(self._breed(regel) * _van(grootte, is_kop=regel.is_kop) <= ruim for regel in gezet)
            if past and sum(_van(grootte, is_kop=regel.is_kop) * _REGEL for regel in gezet) <= hoog:
                return grootte, gezet
            grootte -= _STAP
        raise SjabloonFout(
            "Wat het stempel van een handtekening moet zeggen, past niet in het vak.",
            "Gebruik een huisstijl met meer ruimte voor handtekeningen.",
        )

    def _breed(self, regel: _Regel) -> float:
        return breedte(regel.tekst, self._familie, vet=regel.is_kop)

    def _gebroken(self, regel: str, ruim: float, *, vet: bool) -> list[str]:
        """Lines of at most `ruim` em, where words allow that."""
        stukken: list[str] = []
        for woord in regel.split():
            langer = f"{stukken[-1]} {woord}" if stukken else woord
            if stukken and breedte(langer, self._familie, vet=vet) <= ruim:
                stukken[-1] = langer
            else:
                stukken.append(woord)
        return stukken

    def _inhoud(
        self, gezet: Sequence[_Regel], grootte: float, hoog: float, kop: Deelletter, tekst: Deelletter
    ) -> bytes:
        """A bar in the colour of the style, and the lines beside it."""
        totaal = sum(_van(grootte, is_kop=regel.is_kop) * _REGEL for regel in gezet)
        y = (hoog + totaal) / 2
        delen = [f"{_rgb(self._kleuren.accent)} rg 0 {y - totaal:.2f} {_STREEP} {totaal:.2f} re f"]
        for regel in gezet:
            maat = _van(grootte, is_kop=regel.is_kop)
            kleur = self._kleuren.accent if regel.is_kop else self._kleuren.inkt
            letter = kop if regel.is_kop else tekst
            lijn = y - maat * (_REGEL + _STOK) / 2
            delen.append(
                f"BT {_rgb(kleur)} rg /{'K' if regel.is_kop else 'T'} {maat:.3f} Tf "
                f"{_INSPRINGING} {lijn:.2f} Td <{letter.codes(regel.tekst)}> Tj ET"
            )
            y -= maat * _REGEL
        return "\n".join(delen).encode()


def _van(grootte: float, *, is_kop: bool) -> float:
    return grootte * _KOP if is_kop else grootte


def _rgb(kleur: str) -> str:
    return " ".join(f"{int(kleur[plaats : plaats + 2], 16) / 255:.4f}" for plaats in (1, 3, 5))


def _blad(inhoud: bytes, kop: Deelletter, tekst: Deelletter, breed: float, hoog: float) -> bytes:
    pdf = pikepdf.new()
    bronnen = Dictionary(Font=Dictionary(K=kop.in_pdf(pdf), T=tekst.in_pdf(pdf)))
    blad = Dictionary(
        Type=Name.Page,
        MediaBox=Array([0, 0, round(breed, 3), round(hoog, 3)]),
        Resources=bronnen,
        Contents=pdf.make_stream(inhoud),
    )
    pdf.pages.append(pikepdf.Page(pdf.make_indirect(blad)))
    uit = io.BytesIO()
    pdf.save(uit, deterministic_id=True)
    return uit.getvalue()
