"""Whether the bytes that a signature covers are still the ones that were signed. Says nothing about trust."""

# mypy: allow-untyped-calls
# pyHanko and asn1crypto tell few of their types.

import math
import re
from dataclasses import dataclass

from asn1crypto import parser  # type: ignore[import-untyped]
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import DiffResult, ModificationLevel
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation.generic_cms import validate_sig_integrity
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import SignatureCoverageLevel

from dossiergen.ondertekening.lezen import KAPOT
from dossiergen.ondertekening.metagegevens import zegt_hetzelfde
from dossiergen.ondertekening.oordeel import Later
from dossiergen.ondertekening.tijdstempel import STERK, token_klopt

__all__ = ["Ingebed", "einde", "heel", "ingebed", "later"]

_HEX = re.compile(rb"<[0-9A-Fa-f]*>\Z")


@dataclass(frozen=True)
class Ingebed:
    """A field that holds a signature, and the signature where it can be read."""

    veld: str
    handtekening: EmbeddedPdfSignature | None
    gedeeld: bool
    """Another field holds the same one: neither says who signed."""


def ingebed(lezer: PdfFileReader) -> tuple[Ingebed, ...]:
    """In the order of signing; what cannot be read comes last."""
    gevuld = [
        (naam, waarde, verwijzing)
        for naam, waarde, verwijzing in enumerate_sig_fields(lezer)
        if waarde is not None
    ]
    plaatsen = [_plaats(verwijzing) for _, _, verwijzing in gevuld]
    gevonden = [
        Ingebed(
            naam, _handtekening(lezer, verwijzing, naam), gedeeld=plaats is None or plaatsen.count(plaats) > 1
        )
        for (naam, _, verwijzing), plaats in zip(gevuld, plaatsen, strict=True)
    ]
    return tuple(
        sorted(gevonden, key=lambda een: een.handtekening.signed_revision if een.handtekening else math.inf)
    )


def _plaats(veld: generic.IndirectObject) -> object:
    """The object that holds the signature; None where it stands in the field itself, and shares its place with nothing."""
    waarde = veld.get_object().raw_get("/V")
    return waarde.reference if isinstance(waarde, generic.IndirectObject) else None


def _handtekening(
    lezer: PdfFileReader, veld: generic.IndirectObject, naam: str
) -> EmbeddedPdfSignature | None:
    try:
        return EmbeddedPdfSignature(lezer, veld.get_object(), naam)
    except KAPOT:
        return None


def heel(een: Ingebed, pdf: bytes) -> bool:
    """Its hash and its certificate hold, and all that it leaves out of the file is itself."""
    handtekening = een.handtekening
    if handtekening is None or een.gedeeld:
        return False
    try:
        return _dekt_goed(handtekening, pdf) and _klopt(handtekening)
    except KAPOT:
        return False


def _klopt(handtekening: EmbeddedPdfSignature) -> bool:
    if not {handtekening.md_algorithm, handtekening.external_md_algorithm} <= STERK:
        return False
    soort = handtekening.signed_data["encap_content_info"]["content_type"].native
    if soort == "tst_info":
        return token_klopt(handtekening.signed_data, handtekening.compute_digest)
    return (
        all(
            validate_sig_integrity(
                handtekening.signer_info,
                handtekening.signer_cert,
                expected_content_type=soort,
                actual_digest=handtekening.compute_digest(),
            )
        )
        and soort == "data"
    )


def _dekt_goed(handtekening: EmbeddedPdfSignature, pdf: bytes) -> bool:
    """From the first byte to the end of a revision, without a gap but for the signature itself."""
    bereik = list(handtekening.byte_range)
    if len(bereik) != 4 or not all(type(getal) is generic.NumberObject and getal >= 0 for getal in bereik):
        return False
    begin, een, twee, rest = bereik
    gat = pdf[een:twee]
    if begin != 0 or twee + rest > len(pdf) or not _HEX.match(gat):
        return False
    inhoud = bytes.fromhex(gat[1:-1].decode())
    if inhoud != handtekening.pkcs7_content or inhoud[_lengte(inhoud) :].strip(b"\0"):
        return False
    return bool(handtekening.evaluate_signature_coverage() >= SignatureCoverageLevel.ENTIRE_REVISION)


def _lengte(der: bytes) -> int:
    """Of the signature itself: what fills up the room behind it is signed by nobody, and may say nothing."""
    kop, inhoud, staart = parser.parse(der)[3:6]
    return len(kop) + len(inhoud) + len(staart)


def einde(een: Ingebed) -> int:
    """Where what it covers ends."""
    bereik = een.handtekening.byte_range if een.handtekening else (0, 0)
    return int(bereik[-2] + bereik[-1])


def later(een: Ingebed, pdf: bytes) -> Later:
    """What came after a signature that is whole."""
    if einde(een) == len(pdf) or een.handtekening is None:
        return Later.NIETS
    een.handtekening.compute_integrity_info()
    gevonden = een.handtekening.diff_result
    if not isinstance(gevonden, DiffResult) or not een.handtekening.summarise_integrity_info()["docmdp_ok"]:
        return Later.VERBODEN
    if not zegt_hetzelfde(pdf[: einde(een)], pdf):
        return Later.VERBODEN
    match gevonden.modification_level:
        case ModificationLevel.LTA_UPDATES:
            return Later.HANDTEKENING
        case ModificationLevel.FORM_FILLING:
            handtekeningen = {naam for naam, _, _ in enumerate_sig_fields(een.handtekening.reader)}
            return Later.HANDTEKENING if gevonden.changed_form_fields <= handtekeningen else Later.VERBODEN
    # An update that changes nothing, or bytes that are no update at all: nobody needs them.
    return Later.VERBODEN
