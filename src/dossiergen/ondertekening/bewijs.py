"""What a file carries to judge its own certificates by: the Document Security Store (DSS) of PAdES B-LT."""

from collections.abc import Iterator
from dataclasses import dataclass

from asn1crypto import crl, ocsp, x509  # type: ignore[import-untyped]
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import PdfFileReader

from dossiergen.ondertekening.lezen import KAPOT, waarde

__all__ = ["Bewijs", "bewijs_in"]

_MEEST = 200


@dataclass(frozen=True)
class Bewijs:
    certificaten: tuple[x509.Certificate, ...] = ()
    crls: tuple[crl.CertificateList, ...] = ()
    ocsps: tuple[ocsp.OCSPResponse, ...] = ()


def bewijs_in(lezer: PdfFileReader) -> Bewijs:
    """Nothing where there is no store, or where it is broken: it only ever helps."""
    try:
        voorraad = waarde(lezer.root, "/DSS", {})
        return Bewijs(
            tuple(x509.Certificate.load(der, strict=True) for der in _stromen(voorraad, "/Certs")),
            tuple(crl.CertificateList.load(der, strict=True) for der in _stromen(voorraad, "/CRLs")),
            tuple(ocsp.OCSPResponse.load(der, strict=True) for der in _stromen(voorraad, "/OCSPs")),
        )
    except KAPOT:
        return Bewijs()


def _stromen(voorraad: generic.DictionaryObject, sleutel: str) -> Iterator[bytes]:
    for verwijzing in list(waarde(voorraad, sleutel, ()))[:_MEEST]:
        yield verwijzing.get_object().data
