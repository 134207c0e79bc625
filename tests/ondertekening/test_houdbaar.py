"""Een handtekening die een ander programma houdbaar maakte (B-LT, B-LTA), wordt als zodanig herkend."""

# mypy: allow-untyped-calls
# pyHanko tells few of its types.

import asyncio
from io import BytesIO

import pytest
from asn1crypto import x509 as asn1_x509  # type: ignore[import-untyped]
from asn1crypto.keys import PrivateKeyInfo  # type: ignore[import-untyped]
from cryptography.hazmat.primitives import serialization
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore

from dossiergen.ondertekening import Later, Niveau, Sleutel, Tijdbron, Vertrouwen, kijk_na
from ondertekening.papier import document
from ondertekening.pki import MOMENT, Gezag, tijdstempel_opties


def _asn1(gezag: Gezag) -> asn1_x509.Certificate:
    return asn1_x509.Certificate.load(gezag.eigenaar.der)


def _houdbaar(sleutel: Sleutel, uitgever: Gezag, wortel: Gezag, *, gestempeld: bool) -> bytes:
    """Signed by pyHanko's own signer, with lists of revocations inside and, where asked, a timestamp over the whole file."""
    dienst = uitgever.geef("Proeftijd", tijdstempel_opties(), 5)
    prive = dienst.sleutel.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    register = SimpleCertificateStore()
    register.register(_asn1(uitgever))
    tijd = DummyTimeStamper(
        asn1_x509.Certificate.load(dienst.der), PrivateKeyInfo.load(prive), register, fixed_dt=MOMENT
    )
    meta = signers.PdfSignatureMetadata(
        field_name="handtekening-werkgever",
        md_algorithm="sha256",
        certify=True,
        subfilter=fields.SigSeedSubFilter.PADES,
        embed_validation_info=True,
        use_pades_lta=gestempeld,
        signer_key_usage={"digital_signature"},
        validation_context=ValidationContext(
            trust_roots=[_asn1(wortel)],
            other_certs=[_asn1(uitgever)],
            crls=[uitgever.crl(), wortel.crl()],
            moment=MOMENT,
            revocation_mode="require",
        ),
    )
    schrijver = IncrementalPdfFileWriter(BytesIO(document()))
    maker = signers.PdfSigner(meta, sleutel.ondertekenaar, timestamper=tijd)
    uit = asyncio.run(maker.async_sign_pdf(schrijver, existing_fields_only=True))
    return bytes(uit.getvalue())


@pytest.mark.parametrize(("gestempeld", "niveau"), [(False, Niveau.B_LT), (True, Niveau.B_LTA)])
def test_de_lijsten_zitten_in_het_bestand(
    gestempeld: bool, niveau: Niveau, sleutel: Sleutel, uitgever: Gezag, wortel: Gezag
) -> None:
    """Dan is herroeping nagegaan zonder dat de lezer iets geeft; wat erbij kwam, is geen verandering."""
    pdf = _houdbaar(sleutel, uitgever, wortel, gestempeld=gestempeld)
    oordelen = kijk_na(pdf, Vertrouwen((wortel.eigenaar.pem,)), MOMENT)
    eerste = oordelen[0]
    assert (eerste.niveau, eerste.tijdbron, eerste.later, eerste.in_orde, eerste.opmerkingen) == (
        niveau,
        Tijdbron.TIJDSTEMPEL,
        Later.HANDTEKENING,
        True,
        (),
    )
    assert [(een.tijdstempel, een.houder, een.heel) for een in oordelen[1:]] == (
        [(True, "Proeftijd", True)] if gestempeld else []
    )
