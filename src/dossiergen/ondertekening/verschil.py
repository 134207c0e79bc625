"""Says in words what two states of a PDF differ in. Is no judge: it explains a change that was already found."""

# mypy: allow-untyped-calls
# pyHanko and asn1crypto tell few of their types.

import hashlib
from collections.abc import Iterator
from io import BytesIO

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.xref import TrailerDictionary

from dossiergen.ondertekening.lezen import KAPOT, paginas, waarde

__all__ = ["verschillen"]

_TOEGEVOEGD = "iets toegevoegd achter wat is ondertekend"
_MEEST = 50_000
# What only leads back, or numbers what it stands in.
_TERUG = {"/Parent", "/P", "/Pg", "/StructParent", "/StructParents", "/Prev", "/Last"}
_APART = {"/Page", "/Pages", "/Annot", "/Catalog"}
_CATALOGUS = {
    "/Metadata": "metagegevens veranderd",
    "/StructTreeRoot": "opbouw voor voorleessoftware veranderd",
    "/Names": "bijlagen of namen veranderd",
    "/AF": "bijlagen veranderd",
    "/OpenAction": "gedrag bij het openen veranderd",
    "/AA": "gedrag bij het openen veranderd",
    "/Outlines": "bladwijzers veranderd",
    "/OCProperties": "zichtbaarheid van lagen veranderd",
}


def verschillen(oud: bytes, nieuw: bytes) -> tuple[str, ...]:
    """In the order of what matters to a reader; never empty."""
    try:
        eerder, nu = PdfFileReader(BytesIO(oud)), PdfFileReader(BytesIO(nieuw))
        gevonden = tuple(dict.fromkeys((*_bladen(eerder, nu), *_velden(eerder, nu), *_catalogus(eerder, nu))))
    except KAPOT:
        return (_TOEGEVOEGD,)
    return gevonden or (_TOEGEVOEGD,)


def _bladen(eerder: PdfFileReader, nu: PdfFileReader) -> Iterator[str]:
    oude, nieuwe = list(paginas(eerder)), list(paginas(nu))
    if len(nieuwe) != len(oude):
        yield "bladzijde toegevoegd" if len(nieuwe) > len(oude) else "bladzijde verwijderd"
    for oud, nieuw in zip(oude, nieuwe, strict=False):
        if any(_afdruk(oud, sleutel) != _afdruk(nieuw, sleutel) for sleutel in ("/Contents", "/Resources")):
            yield "tekst of opmaak veranderd"
        if any(
            _afdruk(oud, sleutel) != _afdruk(nieuw, sleutel)
            for sleutel in ("/MediaBox", "/CropBox", "/Rotate")
        ):
            yield "formaat van een bladzijde veranderd"
        yield from _aantekeningen(oud, nieuw)


def _aantekeningen(oud: generic.DictionaryObject, nieuw: generic.DictionaryObject) -> Iterator[str]:
    voor, na = (
        {
            _hash(een)
            for een in waarde(blad, "/Annots", ())
            if waarde(een.get_object(), "/Subtype") != "/Widget"
        }
        for blad in (oud, nieuw)
    )
    if na - voor:
        yield "aantekening toegevoegd"
    if voor - na:
        yield "aantekening verwijderd"


def _velden(eerder: PdfFileReader, nu: PdfFileReader) -> Iterator[str]:
    oude, nieuwe = _veldwaarden(eerder), _veldwaarden(nu)
    if nieuwe.keys() - oude.keys():
        yield "formulierveld toegevoegd"
    if oude.keys() - nieuwe.keys():
        yield "formulierveld verwijderd"
    for naam in oude.keys() & nieuwe.keys():
        soort, *oud = oude[naam]
        _, *nieuw = nieuwe[naam]
        if oud[0] != nieuw[0] and (soort != "/Sig" or oud[0]):
            yield "formulierveld ingevuld" if soort != "/Sig" else "handtekening vervangen of verwijderd"
        elif oud[1] != nieuw[1] and (soort != "/Sig" or oud[0]):
            yield "uiterlijk van een veld veranderd"


def _veldwaarden(lezer: PdfFileReader) -> dict[str, tuple[str, bytes, bytes]]:
    """Of each field its kind, a hash of what it holds and one of how it looks and where."""
    gevonden: dict[str, tuple[str, bytes, bytes]] = {}
    werk = [("", "", veld) for veld in waarde(waarde(lezer.root, "/AcroForm", {}), "/Fields", ())]
    while werk and len(gevonden) < _MEEST:
        boven, soort, verwijzing = werk.pop()
        veld = verwijzing.get_object()
        naam = f"{boven}.{veld['/T']}" if "/T" in veld else boven
        soort = str(waarde(veld, "/FT", soort))
        uiterlijk = b"".join(_afdruk(veld, sleutel) for sleutel in ("/AP", "/Rect", "/F", "/MK"))
        gevonden[f"{naam} {len(gevonden)}" if naam in gevonden else naam] = (
            soort,
            _afdruk(veld, "/V"),
            uiterlijk,
        )
        werk += [(naam, soort, kind) for kind in waarde(veld, "/Kids", ())]
    return gevonden


def _catalogus(eerder: PdfFileReader, nu: PdfFileReader) -> Iterator[str]:
    for sleutel, woorden in _CATALOGUS.items():
        if _afdruk(eerder.root, sleutel) != _afdruk(nu.root, sleutel):
            yield woorden
    if _afdruk(eerder.trailer, "/Info") != _afdruk(nu.trailer, "/Info"):
        yield "metagegevens veranderd"


def _afdruk(drager: generic.DictionaryObject | TrailerDictionary, sleutel: str) -> bytes:
    """A hash of all that hangs from a key; empty where there is none."""
    return _hash(drager.raw_get(sleutel)) if sleutel in drager else b""


def _hash(begin: object) -> bytes:
    afdruk = hashlib.sha256()
    gezien: dict[object, int] = {}
    werk = [begin]
    stappen = 0
    while werk:
        een = werk.pop()
        stappen += 1
        if stappen > _MEEST:
            raise ValueError("objects")
        if isinstance(een, generic.IndirectObject):
            if een.reference in gezien:
                afdruk.update(b"@%d" % gezien[een.reference])
                continue
            gezien[een.reference] = len(gezien)
            een = een.get_object()
            stappen -= stappen == 1  # the first object is the one that was asked for
        merk, delen = _delen(een) if stappen == 1 or not _elders(een) else (b"elders", [])
        afdruk.update(merk)
        werk += delen
    return afdruk.digest()


def _elders(een: object) -> bool:
    """What is looked at by itself: a page, an annotation, the catalogue."""
    return isinstance(een, generic.DictionaryObject) and (
        waarde(een, "/Type") in _APART or waarde(een, "/Subtype") == "/Widget"
    )


def _delen(een: object) -> tuple[bytes, list[object]]:
    """What an object is itself, and what it is made of."""
    if isinstance(een, generic.DictionaryObject):
        sleutels = sorted(str(sleutel) for sleutel in een if sleutel not in _TERUG)
        stroom = een.encoded_data if isinstance(een, generic.StreamObject) else b""
        return f"<{sleutels}".encode() + stroom, [een.raw_get(sleutel) for sleutel in sleutels]
    if isinstance(een, generic.ArrayObject):
        return b"[%d" % len(een), [een.raw_get(plaats) for plaats in range(len(een))]
    return f"{type(een).__name__}{een!r}".encode(), []
