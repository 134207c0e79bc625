"""PDF files as files: what is inside an attachment, and a reading copy of several with bookmarks."""

import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Name

from dossiergen.dossier.bestandstekst import pdftekst

__all__ = ["Boekdeel", "bezwaar", "paginas", "samengevoegd", "zelfde_beeld"]

_SCHAAL = 1.5
"""Dots for each point: enough to tell one small letter from another."""

_VAN_EEN_STEMPEL = frozenset(
    {"/Type", "/Subtype", "/Rect", "/P", "/F", "/AP", "/AS", "/Contents", "/StructParent"}
)
"""What a mark on the page has that was a field."""


@dataclass(frozen=True, slots=True)
class Boekdeel:
    """One file of a reading copy, with the name of its bookmark; `eigen`: written by us."""

    titel: str
    inhoud: bytes
    eigen: bool


def bezwaar(inhoud: bytes) -> str:
    """Why a file cannot be handed in, in a sentence; empty where it can.

    A file that has to be repaired to be read is not taken: what was cut off would go missing unseen.
    """
    try:
        with pikepdf.open(io.BytesIO(inhoud), attempt_recovery=False) as pdf:
            if pdf.is_encrypted:
                return "Deze PDF is versleuteld."
            if _draagt_iets_mee(pdf):
                return "Deze PDF bevat een ander bestand of een programma."
            if not len(pdf.pages):
                return "Deze PDF heeft geen bladzijden."
        pdftekst(inhoud)
    except pikepdf.PasswordError:
        return "Deze PDF heeft een wachtwoord."
    except (pikepdf.PikepdfError, pypdfium2.PdfiumError):
        return "Deze PDF is beschadigd."
    return ""


def _draagt_iets_mee(pdf: pikepdf.Pdf) -> bool:
    """Whether opening the file could bring in what nobody sees on its pages."""
    namen = pdf.Root.get("/Names")
    return bool(len(pdf.attachments)) or (isinstance(namen, Dictionary) and "/JavaScript" in namen)


def paginas(inhoud: bytes) -> int:
    """How many pages. Raises pikepdf.PikepdfError for what `bezwaar` objects to."""
    with pikepdf.open(io.BytesIO(inhoud)) as pdf:
        return len(pdf.pages)


def zelfde_beeld(een: bytes, ander: bytes) -> bool:
    """Whether two files look the same, dot by dot, page by page; fields and notes left out."""
    with closing(pypdfium2.PdfDocument(een)) as links, closing(pypdfium2.PdfDocument(ander)) as rechts:
        return len(links) == len(rechts) and all(
            _beeld(links, nummer) == _beeld(rechts, nummer) for nummer in range(len(links))
        )


def _beeld(pdf: pypdfium2.PdfDocument, nummer: int) -> tuple[tuple[float, float], bytes]:
    with closing(pdf[nummer]) as blad:
        beeld = blad.render(scale=_SCHAAL, draw_annots=False, may_draw_forms=False)
        return blad.get_size(), bytes(beeld.buffer)


def samengevoegd(bladen: Sequence[Boekdeel], titel: str) -> bytes:
    """One file, a bookmark for each part, the same bytes for the same parts.

    Tags go along where a part has them. The whole claims no standard: an original may be a scan.
    """
    doel = pikepdf.new()
    boom = _Structuur(doel)
    beginnen: list[int] = []
    for blad in bladen:
        with pikepdf.open(io.BytesIO(blad.inhoud)) as bron:
            beginnen.append(len(doel.pages))
            for bladzijde in bron.pages:
                _zonder_velden(bladzijde)
            doel.pages.extend(bron.pages)
            boom.neem_over(bron, doel.pages[beginnen[-1] :], eigen=blad.eigen)
    boom.sluit()
    with doel.open_outline() as inhoudsopgave:
        inhoudsopgave.root.extend(
            pikepdf.OutlineItem(blad.titel, begin) for blad, begin in zip(bladen, beginnen, strict=True)
        )
    doel.Root.Lang = pikepdf.String("nl")
    doel.Root.PageMode = Name.UseOutlines
    doel.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    doel.docinfo["/Title"] = titel
    uit = io.BytesIO()
    doel.save(uit, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return uit.getvalue()


def _is_open_veld(noot: Any) -> bool:
    """Whether this is a field that nobody signed or filled in."""
    return (
        noot.get("/Subtype") == Name.Widget
        and "/AP" in noot
        and noot.get("/FT") == Name.Sig
        and "/V" not in noot
    )


def _zonder_velden(bladzijde: pikepdf.Page) -> None:
    """A copy has no form: what was signed or filled in stays to be seen, and an empty field for a signature goes."""
    if not isinstance(noten := bladzijde.obj.get("/Annots"), Array):
        return
    over = [noot for noot in noten if not _is_open_veld(noot)]
    for noot in over:
        if noot.get("/Subtype") == Name.Widget:
            noot.Subtype = Name.Stamp
            for sleutel in set(noot.keys()) - _VAN_EEN_STEMPEL:
                del noot[sleutel]
    bladzijde.obj.Annots = Array(over)


def _wijst_naar_open_veld(label: Any) -> bool:
    """Whether a tag is that of such a field."""
    if not isinstance(label, Dictionary) or label.get("/S") != Name.Form:
        return False
    return all("/Obj" in kind and _is_open_veld(kind.Obj) for kind in _kinderen(label))


def _kinderen(tag: Any) -> Iterator[Any]:
    kinderen = tag.get("/K", ())
    alle = kinderen if isinstance(kinderen, Array) else (kinderen,)
    return (kind for kind in alle if isinstance(kind, Dictionary))


class _Structuur:
    """Joins the structure trees of the parts, so that the reading copy can be read aloud."""

    def __init__(self, doel: pikepdf.Pdf) -> None:
        self._doel = doel
        self._delen: list[Any] = []
        self._nummers: list[Any] = []
        self._namen: list[Any] = []
        self._volgend = 0

    def neem_over(self, bron: pikepdf.Pdf, bladzijden: Sequence[pikepdf.Page], *, eigen: bool) -> None:
        """The tree of one part, after its pages were copied: what it says of a page then points to the copy.

        The tree of a file that we did not write may have any shape, and is left behind.
        """
        wortel = bron.Root.get("/StructTreeRoot") if eigen else None
        if wortel is None:
            for bladzijde in bladzijden:
                if "/StructParents" in bladzijde.obj:
                    del bladzijde.obj["/StructParents"]
            return
        kopie = self._doel.copy_foreign(wortel)
        delen: Any = kopie.K if isinstance(kopie.K, Array) else [kopie.K]
        self._hernoem(delen, f"d{len(self._delen) + 1}-")
        self._delen.extend(delen)
        self._schuif_op(bladzijden)
        hoogste = -1
        for sleutel, waarde in pikepdf.NumberTree(kopie.ParentTree).items():
            hoogste = max(hoogste, sleutel)
            if not _wijst_naar_open_veld(waarde):
                self._nummers.extend([self._volgend + sleutel, waarde])
        self._volgend += hoogste + 1

    def _schuif_op(self, bladzijden: Iterable[pikepdf.Page]) -> None:
        """The numbers by which pages and annotations find their tags."""
        for bladzijde in bladzijden:
            if "/StructParents" in bladzijde.obj:
                bladzijde.obj.StructParents = self._volgend + int(bladzijde.obj.StructParents)
            for noot in bladzijde.obj.get("/Annots", ()):
                if "/StructParent" in noot:
                    noot.StructParent = self._volgend + int(noot.StructParent)

    def _hernoem(self, delen: Iterable[Any], voor: str) -> None:
        """Names of cells are unique in their own file only; and one document has one Document."""
        for deel in delen:
            deel.S = Name.Part
        open_ = list(delen)
        while open_:
            tag = open_.pop()
            if any(_wijst_naar_open_veld(kind) for kind in _kinderen(tag)):
                tag.K = Array(kind for kind in tag.K if not _wijst_naar_open_veld(kind))
            if tag.get("/S") == Name.Form:
                tag.S = Name.Annot
            open_.extend(kind for kind in _kinderen(tag) if "/S" in kind)
            if "/ID" in tag:
                tag.ID = pikepdf.String(voor + str(tag.ID))
                self._namen.append((str(tag.ID), tag))
            kenmerken = tag.get("/A")
            if isinstance(kenmerken, Dictionary) and "/Headers" in kenmerken:
                kenmerken.Headers = Array(pikepdf.String(voor + str(naam)) for naam in kenmerken.Headers)

    def sluit(self) -> None:
        """One tree over all parts; none where no part had one."""
        if not self._delen:
            return
        geheel = self._doel.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name.Document, K=Array(self._delen))
        )
        for deel in self._delen:
            deel.P = geheel
        wortel = self._doel.make_indirect(
            Dictionary(
                Type=Name.StructTreeRoot,
                K=geheel,
                ParentTree=self._doel.make_indirect(Dictionary(Nums=Array(self._nummers))),
                ParentTreeNextKey=self._volgend,
            )
        )
        if self._namen:
            namen = sorted(self._namen, key=itemgetter(0))
            wortel.IDTree = Dictionary(Names=Array([deel for naam in namen for deel in naam]))
        geheel.P = wortel
        self._doel.Root.StructTreeRoot = wortel
        self._doel.Root.MarkInfo = Dictionary(Marked=True)
