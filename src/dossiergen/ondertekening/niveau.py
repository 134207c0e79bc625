"""How much a signature carries to stay verifiable, by what is in the file: says nothing about trust."""

# mypy: allow-untyped-calls
# pyHanko and asn1crypto tell few of their types.

from pyhanko.sign.general import (
    MultivaluedAttributeError,
    NonexistentAttributeError,
    find_unique_cms_attribute,
)
from pyhanko.sign.validation.generic_cms import extract_certs_for_validation
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from dossiergen.ondertekening.bewijs import Bewijs
from dossiergen.ondertekening.lezen import waarde
from dossiergen.ondertekening.oordeel import Niveau
from dossiergen.ondertekening.tijdstempel import past, tokens_van

__all__ = ["bewaart_bewijs", "niveau_van"]


def niveau_van(handtekening: EmbeddedPdfSignature, bewijs: Bewijs, *, gestempeld: bool) -> Niveau:
    """`gestempeld`: whether a timestamp over the file, with its evidence, came after it."""
    if waarde(handtekening.sig_object, "/SubFilter") != "/ETSI.CAdES.detached" or not _noemt_certificaat(
        handtekening
    ):
        return Niveau.GEEN
    tokens = [token for token in tokens_van(handtekening) if past(token, handtekening)]
    if not tokens:
        return Niveau.B_B
    diensten = [extract_certs_for_validation(token) for token in tokens]
    if not bewijs.dekt(handtekening.signer_cert, handtekening.other_embedded_certs) or not any(
        bewijs.dekt(dienst.signer_cert, dienst.other_certs) for dienst in diensten
    ):
        return Niveau.B_T
    return Niveau.B_LTA if gestempeld else Niveau.B_LT


def bewaart_bewijs(stempel: EmbeddedPdfSignature) -> bool:
    """Whether there was evidence in the file when it got this timestamp."""
    return "/DSS" in stempel.reader.get_historical_root(stempel.signed_revision)


def _noemt_certificaat(handtekening: EmbeddedPdfSignature) -> bool:
    """PAdES asks that the certificate is among what is signed."""
    try:
        find_unique_cms_attribute(handtekening.signer_info["signed_attrs"], "signing_certificate_v2")
    except (NonexistentAttributeError, MultivaluedAttributeError):
        return False
    return True
