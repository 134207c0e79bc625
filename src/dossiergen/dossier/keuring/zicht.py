"""Checks that what is read aloud can be read by the eye: on the page, large enough, in a colour that stands out, and bare.

Tags and texts of a file are whole where its letters are white on white. Then it says to one reader what it hides from another.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

import pikepdf

from dossiergen.dossier.keuring.bezwaar import Bezwaar
from dossiergen.dossier.keuring.gelezen import Gelezen
from dossiergen.dossier.keuring.verf import Kleur, Rechthoek, Verfstuk
from dossiergen.dossier.keuring.zinnen import maak
from dossiergen.huisstijl import verhouding

__all__ = ["zicht"]

_KLEINSTE = 6.0
"""Points; the smallest of ours is 6.5, in the address of a letter."""
_SPELING = 3.0
"""Points: letters reach over the edge of their box."""
_CONTRAST = 4.4
"""A little below what a style must have (`huisstijl.contrast`): a PDF rounds its colours."""
_WIT: Kleur = (255, 255, 255, 255)
_ONDOORZICHTIG = 255
_GENOEG = 0.5
"""Part of a text that must be seen, or may lie below another: boxes of letters are larger than the letters."""


def zicht(gelezen: Gelezen) -> Iterator[Bezwaar]:
    """At most one objection a page and check."""
    for blad, (pagina, stukken) in enumerate(zip(gelezen.pdf.pages, gelezen.bladen, strict=False), 1):
        regels = dict.fromkeys(_gebreken(_vel(pagina), stukken))
        yield from (maak(regel, blad) for regel in regels)


def _vel(pagina: pikepdf.Page) -> Rechthoek:
    """The page; nothing of it where it does not say how large it is."""
    try:
        return Rechthoek(*map(float, pagina.mediabox))
    except (TypeError, ValueError, AttributeError):
        return Rechthoek(0, 0, 0, 0)


def _gebreken(vel: Rechthoek, stukken: Sequence[Verfstuk]) -> Iterator[str]:
    teksten = [(plaats, stuk) for plaats, stuk in enumerate(stukken) if stuk.tekst and stuk.tekst.strip()]
    vlakken = [
        (plaats, stuk, _te_zien(stuk)) for plaats, stuk in enumerate(stukken) if stuk.is_vlak or stuk.is_beeld
    ]
    for plaats, stuk in teksten:
        raakt = [(wanneer, vlak) for wanneer, vlak, vak in vlakken if _deel(stuk.vak, vak) > _GENOEG]
        if not _past(stuk.vak, vel) or (stuk.venster and _deel(stuk.vak, stuk.venster) < _GENOEG):
            yield "buiten-beeld"
        elif stuk.letter < _KLEINSTE:
            yield "te-klein"
        elif any(wanneer > plaats for wanneer, _ in raakt):
            yield "bedekt"
        elif not _valt_op(stuk.kleur, tuple(vlak.kleur for _, vlak in raakt)):
            yield "kleur"
    if _over_elkaar([stuk.vak for _, stuk in teksten]):
        yield "over-elkaar"


def _te_zien(stuk: Verfstuk) -> Rechthoek:
    return stuk.vak.binnen(stuk.venster) if stuk.venster else stuk.vak


def _past(vak: Rechthoek, vel: Rechthoek) -> bool:
    return (
        vak.links >= vel.links - _SPELING
        and vak.onder >= vel.onder - _SPELING
        and vak.rechts <= vel.rechts + _SPELING
        and vak.boven <= vel.boven + _SPELING
    )


def _deel(vak: Rechthoek, ander: Rechthoek) -> float:
    """Which part of the first lies in the second."""
    breed = min(vak.rechts, ander.rechts) - max(vak.links, ander.links)
    hoog = min(vak.boven, ander.boven) - max(vak.onder, ander.onder)
    if breed <= 0 or hoog <= 0:
        return 0.0
    return breed * hoog / ((vak.rechts - vak.links) * (vak.boven - vak.onder))


def _over_elkaar(vakken: Sequence[Rechthoek]) -> bool:
    """From the top down, so that each is held against its neighbours only."""
    open_: list[Rechthoek] = []
    for vak in sorted(vakken, key=lambda vak: -vak.boven):
        open_ = [eerder for eerder in open_ if eerder.onder < vak.boven]
        if any(max(_deel(vak, eerder), _deel(eerder, vak)) > _GENOEG for eerder in open_):
            return True
        open_.append(vak)
    return False


# A document has a handful of colours, and hundreds of texts.
@lru_cache(maxsize=256)
def _valt_op(kleur: Kleur, vlakken: tuple[Kleur, ...]) -> bool:
    """Against all that lies below it, from the paper up."""
    grond = _WIT
    for vlak in vlakken:
        grond = _over(vlak, grond)
    return verhouding(_hex(_over(kleur, grond)), _hex(grond)) >= _CONTRAST


def _over(kleur: Kleur, grond: Kleur) -> Kleur:
    """A colour as it looks on another."""
    dekt = kleur[3] / _ONDOORZICHTIG
    rood, groen, blauw = (round(k * dekt + g * (1 - dekt)) for k, g in zip(kleur[:3], grond[:3], strict=True))
    return rood, groen, blauw, _ONDOORZICHTIG


def _hex(kleur: Kleur) -> str:
    return "#" + bytes(kleur[:3]).hex()
