"""How a table is read aloud: what its heads are, what it is called, and each field in it."""

from collections.abc import Mapping

from dossiergen.render.boom import Element
from dossiergen.render.docx.wml import Knoop, w

__all__ = ["celnaam", "is_datumkolom", "kijkwijzer", "kopcellen", "tabelnaam"]

_NAMEN: Mapping[str, str] = {
    "kerngegevens": "Kerngegevens",
    "kenmerken": "Kenmerken van deze brief",
    "ondertekening": "Ondertekening",
}
_GEEN_BANEN = 0x0600
_KOPRIJ = 0x0020
_KOPKOLOM = 0x0080


def celnaam(tabel: Element, rij: Element, nummer: int, plaats: int) -> str:
    """Of the cell at `plaats` (counted from 0) in the row that is the `nummer`th (from 1) below the heads."""
    koppen = kopcellen(tabel)
    eerste = rij.elementen[0]
    if not koppen:
        return eerste.platte_tekst
    vast = plaats and not any(kind.attr("data-veld") for kind in eerste.alle())
    # A row is named by the words that it begins with, if nobody can change them.
    naam = eerste.platte_tekst if vast and not eerste.platte_tekst.isdigit() else f"rij {nummer}"
    return f"{koppen[plaats].platte_tekst}, {naam}"


def kopcellen(tabel: Element) -> tuple[Element, ...]:
    """The heads of the columns, if it has any."""
    return next((deel.elementen[0].elementen for deel in tabel.elementen if deel.naam == "thead"), ())


def is_datumkolom(tabel: Element, plaats: int) -> bool:
    """Whether the cells of a column hold days."""
    koppen = kopcellen(tabel)
    return bool(koppen) and koppen[plaats].attr("data-kolom") == "datum"


def tabelnaam(tabel: Element, kop: str) -> str:
    """Its caption, or what such a table holds, or the heading above it."""
    bijschrift = next((deel.platte_tekst for deel in tabel.elementen if deel.naam == "caption"), "")
    return bijschrift or _NAMEN.get(tabel.blok, kop)


def kijkwijzer(*, koprij: bool, kopkolom: bool) -> Knoop:
    """Which row and column are heads: Word hands it on to a screen reader, and to a PDF that it makes."""
    merk = _GEEN_BANEN + _KOPRIJ * koprij + _KOPKOLOM * kopkolom
    return w(
        "tblLook",
        val=f"{merk:04X}",
        firstRow=int(koprij),
        lastRow=0,
        firstColumn=int(kopkolom),
        lastColumn=0,
        noHBand=1,
        noVBand=1,
    )
