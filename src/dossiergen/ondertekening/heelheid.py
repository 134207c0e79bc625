"""Whether the bytes that a signature covers are still the ones that were signed. Says nothing about trust."""

from pyhanko.sign.validation.generic_cms import validate_sig_integrity
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from dossiergen.ondertekening.lezen import KAPOT

__all__ = ["heel", "later_toegestaan"]

_STERK = {"sha256", "sha384", "sha512", "sha3_256", "sha3_384", "sha3_512"}


def heel(handtekening: EmbeddedPdfSignature) -> bool:
    """The hash of what it covers is the one that was signed, and the signature is of the certificate that it carries."""
    if handtekening.md_algorithm not in _STERK or handtekening.external_md_algorithm not in _STERK:
        return False
    try:
        soort = handtekening.signed_data["encap_content_info"]["content_type"].native
        return all(
            validate_sig_integrity(
                handtekening.signer_info,
                handtekening.signer_cert,
                expected_content_type=soort,
                actual_digest=handtekening.compute_digest(),
            )
        )
    except KAPOT:
        return False


def later_toegestaan(handtekening: EmbeddedPdfSignature) -> bool:
    """It still holds, and nothing came after it but what it allows."""
    if not heel(handtekening):
        return False
    handtekening.compute_integrity_info()
    return bool(handtekening.summarise_integrity_info()["docmdp_ok"])
