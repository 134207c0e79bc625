"""PDF files as files: what is inside an attachment, and a reading copy of several with bookmarks."""

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Name

from dossiergen.dossier.bestandstekst import pdftekst

__all__ = ["Boekdeel", "bezwaar", "paginas", "samengevoegd"]


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


def _kinderen(tag: Any) -> Iterator[Any]:
    kinderen = tag.get("/K", ())
    return (
        (kind for kind in kinderen if isinstance(kind, Dictionary))
        if isinstance(kinderen, Array)
        else iter(())
    )


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
        hoogste = -1
        for sleutel, waarde in pikepdf.NumberTree(kopie.ParentTree).items():
            self._nummers.extend([self._volgend + sleutel, waarde])
            hoogste = max(hoogste, sleutel)
        for bladzijde in bladzijden:
            if "/StructParents" in bladzijde.obj:
                bladzijde.obj.StructParents = self._volgend + int(bladzijde.obj.StructParents)
        self._volgend += hoogste + 1

    def _hernoem(self, delen: Iterable[Any], voor: str) -> None:
        """Names of cells are unique in their own file only; and one document has one Document."""
        for deel in delen:
            deel.S = Name.Part
        open_ = list(delen)
        while open_:
            tag = open_.pop()
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
