"""Checks on the fields for signatures: they are all that a form of ours has, and each is tagged, named and in its place."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from dossiergen.dossier.keuring.bezwaar import Bezwaar
from dossiergen.dossier.keuring.gelezen import Gelezen
from dossiergen.dossier.keuring.verf import Rechthoek
from dossiergen.dossier.keuring.zinnen import maak
from dossiergen.render.boom.woordenschat import PARTIJEN

__all__ = ["is_tijdstempel", "velden"]

_VAN_EEN_FORMULIER = frozenset({"/Fields", "/SigFlags"})
_NAAM = re.compile(f"handtekening-(?:{'|'.join(PARTIJEN)})")
_VERBORGEN = 0b100011
"""Invisible, hidden, and not to be shown."""
_AFGEDRUKT = 0b100
_MINST = (84.5, 27.5)
"""Points: three short lines of a stamp have to fit."""
_SPELING = 0.5


@dataclass(frozen=True, slots=True)
class _Veld:
    """A field with its widget, which are one object, on a page counted from 1."""

    blad: int
    ding: Any
    object: str

    @property
    def naam(self) -> str:
        return str(self.ding.get("/T", ""))

    @property
    def vak(self) -> Rechthoek:
        return _vak(self.ding)


def velden(gelezen: Gelezen) -> Iterator[Bezwaar]:
    """At most one objection a page and check."""
    gevonden = tuple(_op_de_bladen(gelezen.pdf))
    if not _is_ons_formulier(gelezen.pdf, gevonden):
        yield maak("formulier")
    gewoon = [veld for veld in gevonden if not is_tijdstempel(veld.ding)]
    labels = Counter(ding for tag in gelezen.tags if tag.soort == "Form" for ding in tag.noten or [""])
    if set(labels) - {veld.object for veld in gewoon}:
        yield maak("veld-label")
    geteld = Counter(veld.naam for veld in gewoon)
    gezegd: set[tuple[str, int]] = set()
    for veld in gewoon:
        regels = list(_gebreken(gelezen, veld, labels[veld.object]))
        if geteld[veld.naam] > 1:
            regels.append("veld-soort")
        gezegd.update((regel, veld.blad) for regel in regels)
    gezegd.update(("veld-plaats", een.blad) for een, ander in combinations(gewoon, 2) if _raken(een, ander))
    yield from (maak(regel, blad) for regel, blad in sorted(gezegd))


def is_tijdstempel(noot: Any) -> bool:
    """Whether an annotation is the field of a timestamp over the whole file, which shows nothing."""
    waarde = noot.get("/V") if isinstance(noot, Dictionary) else None
    is_stempel = isinstance(waarde, Dictionary) and waarde.get("/Type") == Name.DocTimeStamp
    vak = _vak(noot) if is_stempel else Rechthoek(0, 0, 1, 1)
    return vak.links == vak.rechts and vak.onder == vak.boven


def _op_de_bladen(pdf: pikepdf.Pdf) -> Iterator[_Veld]:
    for nummer, blad in enumerate(pdf.pages, 1):
        noten = blad.obj.get("/Annots")
        for noot in noten if isinstance(noten, Array) else ():
            if isinstance(noot, Dictionary) and noot.get("/Subtype") == Name.Widget:
                yield _Veld(nummer, noot, _verwijzing(noot))


def _verwijzing(ding: Any) -> str:
    nummer, generatie = ding.objgen
    return f"{nummer} {generatie} R"


def _vak(noot: Any) -> Rechthoek:
    """Where a widget stands; nowhere when it does not say so."""
    try:
        links, onder, rechts, boven = map(float, noot.Rect)
    except (TypeError, ValueError, AttributeError):
        return Rechthoek(0, 0, 0, 0)
    return Rechthoek(links, onder, rechts, boven)


def _is_ons_formulier(pdf: pikepdf.Pdf, gevonden: Sequence[_Veld]) -> bool:
    """Whether the form has nothing but the fields on the pages; there is none where there are no fields."""
    formulier = pdf.Root.get("/AcroForm")
    if formulier is None:
        return not gevonden
    if not isinstance(formulier, Dictionary) or set(formulier.keys()) - _VAN_EEN_FORMULIER:
        return False
    genoemd = formulier.get("/Fields")
    if not isinstance(genoemd, Array) or not all(isinstance(veld, Dictionary) for veld in genoemd):
        return False
    return sorted(map(_verwijzing, genoemd)) == sorted(veld.object for veld in gevonden) and bool(gevonden)


def _gebreken(gelezen: Gelezen, veld: _Veld, labels: int) -> Iterator[str]:
    ding = veld.ding
    is_los = not {"/Kids", "/Parent", "/AA", "/A", "/DA", "/Ff"} & set(ding.keys())
    if ding.get("/FT") != Name.Sig or not _NAAM.fullmatch(veld.naam) or not is_los:
        yield "veld-soort"
    if labels != 1 or not _weet_zijn_label(gelezen.pdf, ding):
        yield "veld-label"
    if not all(str(ding.get(naam, "")).strip() for naam in ("/TU", "/Contents")):
        yield "veld-woorden"
    if not _heeft_beeld(ding):
        yield "veld-beeld"
    if not _staat_goed(gelezen, veld):
        yield "veld-plaats"


def _weet_zijn_label(pdf: pikepdf.Pdf, ding: Any) -> bool:
    """Whether the table of parents leads from a field to the Form that holds it."""
    wortel, nummer = pdf.Root.get("/StructTreeRoot"), ding.get("/StructParent")
    ouders = wortel.get("/ParentTree") if isinstance(wortel, Dictionary) else None
    if not isinstance(ouders, Dictionary) or not isinstance(nummer, int):
        return False
    ouder: Any = dict(pikepdf.NumberTree(ouders).items()).get(nummer)
    if not isinstance(ouder, Dictionary) or ouder.get("/S") != Name.Form:
        return False
    kinderen = ouder.get("/K")
    alle = list(kinderen) if isinstance(kinderen, Array) else [kinderen]
    return any(isinstance(kind, Dictionary) and kind.get("/Obj") == ding for kind in alle)


def _heeft_beeld(ding: Any) -> bool:
    """Whether it has one appearance, and can be seen on screen and on paper."""
    beelden, vlaggen = ding.get("/AP"), ding.get("/F")
    if not isinstance(vlaggen, int) or vlaggen & _VERBORGEN or not vlaggen & _AFGEDRUKT:
        return False
    if not isinstance(beelden, Dictionary) or set(beelden.keys()) != {"/N"}:
        return False
    beeld = beelden.N
    return isinstance(beeld, pikepdf.Stream) and beeld.get("/Subtype") == Name.Form and "/BBox" in beeld


def _staat_goed(gelezen: Gelezen, veld: _Veld) -> bool:
    """On its page, large enough, and over no text."""
    pagina, vak = gelezen.pdf.pages[veld.blad - 1], veld.vak
    vel = Rechthoek(*map(float, pagina.mediabox))
    groot = vak.rechts - vak.links >= _MINST[0] and vak.boven - vak.onder >= _MINST[1]
    if not groot or vak.binnen(vel) != vak or veld.ding.get("/P") != pagina.obj:
        return False
    teksten = (stuk for stuk in gelezen.bladen[veld.blad - 1] if stuk.tekst and stuk.tekst.strip())
    return not any(_overlapt(vak, stuk.vak) for stuk in teksten)


def _raken(een: _Veld, ander: _Veld) -> bool:
    return een.blad == ander.blad and _overlapt(een.vak, ander.vak)


def _overlapt(een: Rechthoek, ander: Rechthoek) -> bool:
    samen = een.binnen(ander)
    return samen.rechts - samen.links > _SPELING and samen.boven - samen.onder > _SPELING
