"""What a file carries to judge its own certificates by: the Document Security Store (DSS) of PAdES B-LT."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from asn1crypto import crl, ocsp, x509  # type: ignore[import-untyped]
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import PdfFileReader

from dossiergen.ondertekening.lezen import KAPOT, waarde

__all__ = ["Bewijs", "bewijs_in", "nummers_in"]

_MEEST = 200
_DIEPST = 20


@dataclass(frozen=True)
class Bewijs:
    certificaten: tuple[x509.Certificate, ...] = ()
    crls: tuple[crl.CertificateList, ...] = ()
    ocsps: tuple[ocsp.OCSPResponse, ...] = ()

    def dekt(self, certificaat: x509.Certificate, andere: Iterable[x509.Certificate]) -> bool:
        """Whether there is an answer about it and all above it, but for the last: whether that is good is for who validates."""
        bekend = {een.subject.dump(): een for een in (*self.certificaten, *andere)}
        lijsten = {lijst.issuer.dump() for lijst in self.crls}
        nummers = {nummer for antwoord in self.ocsps for nummer in nummers_in(antwoord)}
        for _ in range(_DIEPST):
            if certificaat.self_issued:
                return True
            if certificaat.issuer.dump() not in lijsten and certificaat.serial_number not in nummers:
                return False
            uitgever = bekend.get(certificaat.issuer.dump())
            if uitgever is None:
                return True
            certificaat = uitgever
        return False


def nummers_in(antwoord: ocsp.OCSPResponse) -> tuple[int, ...]:
    """The serial numbers of the certificates that an OCSP answer is about."""
    if antwoord["response_status"].native != "successful":
        return ()
    return tuple(een["cert_id"]["serial_number"].native for een in antwoord.response_data["responses"])


def bewijs_in(lezer: PdfFileReader) -> Bewijs:
    """Nothing where there is no store, or where it is broken: it only ever helps."""
    try:
        voorraad = waarde(lezer.root, "/DSS", {})
        bewijs = Bewijs(
            tuple(x509.Certificate.load(der, strict=True) for der in _stromen(voorraad, "/Certs")),
            tuple(crl.CertificateList.load(der, strict=True) for der in _stromen(voorraad, "/CRLs")),
            tuple(ocsp.OCSPResponse.load(der, strict=True) for der in _stromen(voorraad, "/OCSPs")),
        )
        _lees(bewijs)  # reads all of it, here or not at all
    except KAPOT:
        return Bewijs()
    return bewijs


def _lees(bewijs: Bewijs) -> None:
    """asn1crypto opens a structure when it is asked for; then it is too late to do without."""
    for certificaat in bewijs.certificaten:
        certificaat.native  # noqa: B018
    for lijst in bewijs.crls:
        lijst.issuer.dump()
        lijst["tbs_cert_list"]["this_update"].native  # noqa: B018
    for antwoord in bewijs.ocsps:
        nummers_in(antwoord)


def _stromen(voorraad: generic.DictionaryObject, sleutel: str) -> Iterator[bytes]:
    for verwijzing in list(waarde(voorraad, sleutel, ()))[:_MEEST]:
        yield verwijzing.get_object().data
