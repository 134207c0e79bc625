"""Certificates: who they are of, and whether they may sign a document. Knows no key."""

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from asn1crypto import pem, x509  # type: ignore[import-untyped]

from dossiergen.errors import OndertekenFout

__all__ = [
    "ASN1_FOUTEN",
    "Certificaat",
    "bezwaar",
    "geldig_op",
    "lees_certificaten",
    "leesbaar",
    "ontleed",
    "van_der",
    "zwakte",
]

_GROOTST = 4_000_000
_RSA_KLEINST = 2048
_KROMMEN = {"secp256r1", "secp384r1", "secp521r1"}
_ZWAKKE_HASH = {"md2", "md5", "sha1"}
_TEKENGEBRUIK = {"digital_signature", "non_repudiation"}
# What an extended key usage may say of a certificate that signs documents; one for servers or dates says none of these.
_UITGEBREID = {
    "any_extended_key_usage",
    "email_protection",
    "microsoft_document_signing",
    "adobe_authentic_documents_trust",
    "1.3.6.1.5.5.7.3.36",  # document signing, RFC 9336
    "1.3.6.1.4.1.311.10.3.12",  # document signing, Microsoft
    "1.2.840.113583.1.1.5",  # authentic documents, Adobe
}
ASN1_FOUTEN = (ValueError, TypeError, LookupError, AttributeError, OverflowError, RecursionError)


@dataclass(frozen=True)
class Certificaat:
    """Who holds it, who gave it, and its fingerprint: sha256 of its DER, in small letters."""

    houder: str
    uitgever: str
    serienummer: str
    sha256: str
    geldig_van: dt.datetime
    geldig_tot: dt.datetime


def lees_certificaten(inhoud: bytes) -> tuple[Certificaat, ...]:
    """The certificates in a PEM or DER file. Raises OndertekenFout where there is none."""
    return tuple(van_der(certificaat) for certificaat in ontleed(inhoud))


def ontleed(inhoud: bytes) -> tuple[x509.Certificate, ...]:
    """As asn1crypto knows them. Raises OndertekenFout where it is no certificate."""
    if len(inhoud) > _GROOTST:
        raise _geen_certificaat()
    try:
        stukken = (
            [der for soort, _, der in pem.unarmor(inhoud, multiple=True) if soort == "CERTIFICATE"]
            if pem.detect(inhoud)
            else [inhoud]
        )
        gelezen = tuple(x509.Certificate.load(der, strict=True) for der in stukken)
        for certificaat in gelezen:
            van_der(certificaat)
    except ASN1_FOUTEN:
        raise _geen_certificaat() from None
    if not gelezen:
        raise _geen_certificaat()
    return gelezen


def van_der(certificaat: x509.Certificate) -> Certificaat:
    """What readers may know of it. Raises one of ASN1_FOUTEN where its fields cannot be read."""
    geldig = certificaat["tbs_certificate"]["validity"]
    return Certificaat(
        houder=_naam(certificaat.subject),
        uitgever=_naam(certificaat.issuer),
        serienummer=f"{certificaat.serial_number:x}",
        sha256=hashlib.sha256(certificaat.dump()).hexdigest(),
        geldig_van=geldig["not_before"].native,
        geldig_tot=geldig["not_after"].native,
    )


def bezwaar(certificaat: x509.Certificate) -> str | None:
    """Why it may not sign a document, as the end of a Dutch sentence; None where it may."""
    if certificaat.ca:
        return "is van een uitgever van certificaten, niet van een persoon"
    gebruik = certificaat.key_usage_value
    if gebruik is not None and not gebruik.native & _TEKENGEBRUIK:
        return "is niet bedoeld om mee te ondertekenen"
    uitgebreid = certificaat.extended_key_usage_value
    if uitgebreid is not None and not set(uitgebreid.native) & _UITGEBREID:
        return "is bedoeld voor iets anders dan documenten ondertekenen"
    return zwakte(certificaat)


def zwakte(certificaat: x509.Certificate) -> str | None:
    """Why its key or its own signature no longer proves anything."""
    if certificaat.signature_algo in {"rsassa_pkcs1v15", "rsassa_pss", "ecdsa", "dsa"} and (
        certificaat.hash_algo in _ZWAKKE_HASH
    ):
        return f"leunt op {certificaat.hash_algo}, en dat is te zwak"
    sleutel = certificaat.public_key
    match sleutel.algorithm:
        case "rsa" | "rsassa_pss":
            zwak = sleutel.bit_size < _RSA_KLEINST
        case "ec":
            zwak = sleutel.curve[1] not in _KROMMEN
        case _:  # Ed25519 is strong, but Poppler and most other readers cannot check it in a PDF
            zwak = True
    return "heeft een sleutel die te zwak is of die niet wordt ondersteund" if zwak else None


def geldig_op(certificaat: Certificaat, moment: dt.datetime) -> str | None:
    """Why it does not hold at a moment, as the end of a Dutch sentence."""
    if moment < certificaat.geldig_van:
        return "is nog niet geldig"
    if moment > certificaat.geldig_tot:
        return "is verlopen"
    return None


def _naam(naam: x509.Name) -> str:
    """The common name; without one, all that the name says."""
    velden = naam.native
    for sleutel in ("common_name", "organizational_unit_name", "organization_name"):
        waarde = velden.get(sleutel)
        if isinstance(waarde, str):
            return leesbaar(waarde)
        if isinstance(waarde, Sequence) and waarde:
            return leesbaar(str(waarde[-1]))
    return leesbaar(naam.human_friendly)


def leesbaar(tekst: str) -> str:
    """One line without signs that move a cursor: a certificate may say anything."""
    return "".join(teken if teken.isprintable() else " " for teken in tekst).strip()[:200]


def _geen_certificaat() -> OndertekenFout:
    return OndertekenFout(
        "Dit bestand is geen leesbaar certificaat.",
        "Geef een certificaat als PEM (`.pem`, `.crt`) of DER (`.cer`).",
    )
