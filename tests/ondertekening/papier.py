"""A document of ours with empty, tagged signature fields, and a stamp to fill them with."""

import datetime as dt
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf

from dossiergen.huisstijl import laad
from dossiergen.render.boom import lees
from dossiergen.render.eigenschappen import Eigenschappen
from dossiergen.render.pdf import PdfSchrijver
from dossiergen.sjablonen import Sjablonen

VOORBEELDEN = Path(__file__).parents[1] / "render" / "voorbeelden"
PARTIJEN = ("werkgever", "werknemer")
VAKKEN = {
    "werkgever": (60, 60, 260, 110),
    "werknemer": (320, 60, 520, 110),
    "bedrijfsarts": (60, 120, 260, 170),
}


def geschreven(naam: str) -> bytes:
    """A document as the program writes it."""
    schrijver = PdfSchrijver(laad("standaard", Sjablonen.standaard()))
    boom = lees((VOORBEELDEN / f"{naam}.html").read_text("utf-8"), naam)
    return schrijver.schrijf(boom, Eigenschappen("Voorbeeld", "Arbo Zuid", dt.date(2026, 6, 1)))


@cache
def document(*partijen: str) -> bytes:
    """With a field for each."""
    with pikepdf.open(BytesIO(geschreven("brief"))) as pdf:
        velden = pikepdf.Array([_veld(pdf, partij) for partij in partijen or PARTIJEN])
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=velden, SigFlags=1)
        uit = BytesIO()
        pdf.save(uit, deterministic_id=True)
    return uit.getvalue()


@cache
def stempel(grijs: float = 0.2) -> bytes:
    """One page, with its letters inside."""
    with pikepdf.open(BytesIO(geschreven("brief"))) as bron, pikepdf.new() as pdf:
        blad = bron.pages[0]
        eerste = next(iter(blad.Resources.Font.keys()))
        letter = pdf.copy_foreign(blad.Resources.Font[eerste])
        pdf.add_blank_page(page_size=(200, 50))
        pdf.pages[0].Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary({eerste: letter}))
        inhoud = f"q {grijs} {grijs} {grijs} RG 0.5 w 1 1 198 48 re S Q"
        pdf.pages[0].Contents = pdf.make_stream(inhoud.encode())
        uit = BytesIO()
        pdf.save(uit, deterministic_id=True)
    return uit.getvalue()


def _veld(pdf: pikepdf.Pdf, partij: str) -> pikepdf.Object:
    """A widget in a Form tag of its own, as PDF/UA asks, with an appearance that shows nothing."""
    blad = pdf.pages[0]
    wortel = pdf.Root.StructTreeRoot
    sleutel = _volgende_sleutel(pdf)
    x1, y1, x2, y2 = VAKKEN[partij]
    leeg = pdf.make_stream(
        b"", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, x2 - x1, y2 - y1]
    )
    veld = pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Widget,
            FT=pikepdf.Name.Sig,
            T=f"handtekening-{partij}",
            TU=f"Handtekening {partij}",
            Contents=f"Handtekening {partij}",
            F=132,
            Rect=pikepdf.Array([x1, y1, x2, y2]),
            P=blad.obj,
            StructParent=sleutel,
            AP=pikepdf.Dictionary(N=leeg),
        )
    )
    ouder = wortel.K if not isinstance(wortel.K, pikepdf.Array) else wortel.K[0]
    vorm = pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.StructElem,
            S=pikepdf.Name.Form,
            P=ouder,
            Pg=blad.obj,
            K=pikepdf.Dictionary(Type=pikepdf.Name.OBJR, Obj=veld, Pg=blad.obj),
        )
    )
    if not isinstance(ouder.K, pikepdf.Array):
        ouder.K = pikepdf.Array([ouder.K])
    ouder.K.append(vorm)
    wortel.ParentTree.Nums.append(sleutel)
    wortel.ParentTree.Nums.append(vorm)
    wortel.ParentTreeNextKey = sleutel + 1
    if "/Annots" not in blad:
        blad.Annots = pikepdf.Array()
    blad.Annots.append(veld)
    blad.Tabs = pikepdf.Name.S
    return veld


def _volgende_sleutel(pdf: pikepdf.Pdf) -> int:
    nummers = pdf.Root.StructTreeRoot.ParentTree.Nums
    return max([int(nummers[i]) for i in range(0, len(nummers), 2)], default=-1) + 1
