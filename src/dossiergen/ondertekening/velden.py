"""The signature fields of a PDF: which there are, where they stand, whether they are signed."""

# mypy: allow-untyped-calls
# pyHanko and asn1crypto tell few of their types.

from dataclasses import dataclass

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import enumerate_sig_fields

from dossiergen.ondertekening.lezen import geopend, paginas, waarde

__all__ = ["VOORVOEGSEL", "Handtekeningveld", "partij_van", "velden"]

# The name of a field of ours: this, and whose signature it takes.
VOORVOEGSEL = "handtekening-"
Vak = tuple[float, float, float, float]


@dataclass(frozen=True)
class Handtekeningveld:
    """`vak` is left, bottom, right, top in points; `blad` counts from 1, and is 0 where the field is on no page."""

    naam: str
    getekend: bool
    vak: Vak
    blad: int

    @property
    def partij(self) -> str:
        """Whose signature it takes; empty for a field that is not ours."""
        return partij_van(self.naam)


def partij_van(naam: str) -> str:
    """Whose signature a field takes, by its name."""
    return naam.removeprefix(VOORVOEGSEL) if naam.startswith(VOORVOEGSEL) else ""


def velden(pdf: bytes) -> tuple[Handtekeningveld, ...]:
    """In the order of the form. Raises OndertekenFout where the file cannot be read."""
    with geopend(pdf) as lezer:
        bladen = _bladen(lezer)
        return tuple(
            Handtekeningveld(
                naam, gevuld is not None, _vak(verwijzing.get_object()), _blad(verwijzing, bladen)
            )
            for naam, gevuld, verwijzing in enumerate_sig_fields(lezer)
        )


def _vak(veld: generic.DictionaryObject) -> Vak:
    for drager in (veld, *(kind.get_object() for kind in waarde(veld, "/Kids", ()))):
        if "/Rect" in drager:
            x1, y1, x2, y2 = (float(punt) for punt in drager["/Rect"])
            return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)
    return 0.0, 0.0, 0.0, 0.0


def _blad(verwijzing: generic.IndirectObject, bladen: dict[int, int]) -> int:
    kinderen = waarde(verwijzing.get_object(), "/Kids", ())
    nummers = (
        verwijzing.idnum,
        *(kind.idnum for kind in kinderen if isinstance(kind, generic.IndirectObject)),
    )
    return next((bladen[nummer] for nummer in nummers if nummer in bladen), 0)


def _bladen(lezer: PdfFileReader) -> dict[int, int]:
    """On which page each annotation stands, by its object number."""
    return {
        aantekening.idnum: nummer
        for nummer, blad in enumerate(paginas(lezer), 1)
        for aantekening in waarde(blad, "/Annots", ())
        if isinstance(aantekening, generic.IndirectObject)
    }
