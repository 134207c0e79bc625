"""Measures a signature with a loaded key, beside an invisible one of bare pyHanko in the same run.

Usage: .venv/bin/python bench/ondertekenen.py [ROUNDS]
Absolute times depend on the machine; the ratios are what counts.
"""

# mypy: allow-untyped-calls
# pyHanko tells few of its types.

import asyncio
import datetime as dt
import sys
import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID
from meten import om_en_om
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers

from dossiergen.ondertekening import Vertrouwen, kijk_na, onderteken, open_p12

WORTEL = Path(__file__).parents[1]
sys.path.insert(0, str(WORTEL / "tests"))

from ondertekening.papier import document, stempel  # noqa: E402  the document of the tests, with its fields

MOMENT = dt.datetime(2026, 6, 1, 12, tzinfo=dt.UTC)
WERKGEVER, WERKNEMER = "handtekening-werkgever", "handtekening-werknemer"


def sleutelbestand(map_: Path, soort: str) -> Path:
    """A key that signs for itself, as a file."""
    sleutel = (
        rsa.generate_private_key(65537, 2048)
        if soort == "RSA-2048"
        else ec.generate_private_key(ec.SECP256R1())
    )
    naam = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Meting")])
    certificaat = (
        x509.CertificateBuilder()
        .subject_name(naam)
        .issuer_name(naam)
        .public_key(sleutel.public_key())
        .serial_number(1)
        .not_valid_before(MOMENT - dt.timedelta(days=1))
        .not_valid_after(MOMENT + dt.timedelta(days=1))
        .sign(sleutel, hashes.SHA256())
    )
    pad = map_ / f"{soort}.p12"
    pad.write_bytes(
        pkcs12.serialize_key_and_certificates(b"m", sleutel, certificaat, None, serialization.NoEncryption())
    )
    return pad


def ondertekening(soort: str, rondes: int) -> Iterator[str]:
    """The first and the second signature of a document, and looking both over."""
    with tempfile.TemporaryDirectory() as map_:
        pad = sleutelbestand(Path(map_), soort)
        sleutel = open_p12(pad, None)
        kaal_sleutel = signers.SimpleSigner.load_pkcs12(str(pad))
    beeld, leeg = stempel(), document()

    def kaal() -> None:
        """What a user of pyHanko gets: no field, no stamp, nothing looked over beforehand."""
        meta = signers.PdfSignatureMetadata(
            field_name="kaal", subfilter=fields.SigSeedSubFilter.PADES, md_algorithm="sha256"
        )
        schrijver = IncrementalPdfFileWriter(BytesIO(leeg))
        asyncio.run(signers.PdfSigner(meta, kaal_sleutel).async_sign_pdf(schrijver))

    eenmaal = onderteken(leeg, WERKGEVER, sleutel, beeld, MOMENT)
    tweemaal = onderteken(eenmaal, WERKNEMER, sleutel, beeld, MOMENT)
    for wat, doen in (
        ("eerste handtekening", lambda: onderteken(leeg, WERKGEVER, sleutel, beeld, MOMENT)),
        ("tweede handtekening", lambda: onderteken(eenmaal, WERKNEMER, sleutel, beeld, MOMENT)),
        ("nakijken van twee", lambda: kijk_na(tweemaal, Vertrouwen(), MOMENT)),
    ):
        ons, hun, verhouding = om_en_om(doen, kaal, rondes)
        budget = "" if wat.startswith("nakijken") else " (budget 30 ms)"
        yield f"{soort} {wat}: {ons:.1f} ms{budget}, bare invisible pyHanko {hun:.1f} ms, ratio {verhouding:.2f}"


def main() -> None:
    rondes = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    for soort in ("RSA-2048", "P-256"):
        for regel in ondertekening(soort, rondes):
            print(regel)


if __name__ == "__main__":
    main()
