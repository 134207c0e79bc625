"""Certificates, revocation lists and servers to throw away: who may sign in a test, and who may not."""

# mypy: allow-untyped-calls
# pyHanko and asn1crypto tell few of their types.

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

from asn1crypto import algos, cms, core, tsp  # type: ignore[import-untyped]
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509 import ocsp
from cryptography.x509.oid import AuthorityInformationAccessOID, ExtendedKeyUsageOID, NameOID
from pyhanko.sign.general import as_signing_certificate_v2, simple_cms_attribute

UTC = dt.UTC
VAN, TOT = dt.datetime(2020, 1, 1, tzinfo=UTC), dt.datetime(2049, 1, 1, tzinfo=UTC)
MOMENT = dt.datetime(2026, 6, 1, 12, tzinfo=UTC)
WACHTWOORD = "geheim-van-de-test"
Priveesleutel = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey | ed25519.Ed25519PrivateKey


@cache
def nieuwe_sleutel(soort: str, nummer: int = 0) -> Priveesleutel:
    """Made once for each number: an RSA key takes a tenth of a second."""
    del nummer
    match soort.split("-"):
        case ["rsa", bits]:
            return rsa.generate_private_key(65537, int(bits))
        case ["p256"]:
            return ec.generate_private_key(ec.SECP256R1())
        case ["p384"]:
            return ec.generate_private_key(ec.SECP384R1())
        case ["p224"]:
            return ec.generate_private_key(ec.SECP224R1())
    return ed25519.Ed25519PrivateKey.generate()


@dataclass(frozen=True)
class Eigenaar:
    """A certificate with its key."""

    sleutel: Priveesleutel
    certificaat: x509.Certificate
    keten: tuple[x509.Certificate, ...] = ()

    @property
    def der(self) -> bytes:
        return self.certificaat.public_bytes(serialization.Encoding.DER)

    @property
    def pem(self) -> bytes:
        return self.certificaat.public_bytes(serialization.Encoding.PEM)

    def p12(self, pad: Path, wachtwoord: str | None = WACHTWOORD) -> Path:
        """A key file with the chain beside the certificate."""
        slot = (
            serialization.BestAvailableEncryption(wachtwoord.encode())
            if wachtwoord
            else serialization.NoEncryption()
        )
        pad.write_bytes(
            pkcs12.serialize_key_and_certificates(b"proef", self.sleutel, self.certificaat, self.keten, slot)
        )
        return pad


@dataclass(frozen=True)
class Opties:
    """How a certificate differs from a good one."""

    van: dt.datetime = VAN
    tot: dt.datetime = TOT
    soort: str = "p256"
    ca: bool = False
    tekenen: bool = True
    onweerlegbaar: bool = True
    uitgebreid: tuple[x509.ObjectIdentifier, ...] = ()
    crl: str = ""
    ocsp: str = ""
    gebruik: bool = True


GOED = Opties()


@dataclass
class Gezag:
    """Gives certificates out, and takes them back."""

    eigenaar: Eigenaar
    ingetrokken: dict[int, dt.datetime] = field(default_factory=dict)

    @classmethod
    def wortel(cls, naam: str = "Proefwortel", nummer: int = 0) -> "Gezag":
        sleutel = nieuwe_sleutel("p256", 1000 + nummer)
        certificaat = _certificaat(naam, sleutel, naam, sleutel, Opties(ca=True, soort="p256"))
        return cls(Eigenaar(sleutel, certificaat))

    def tussen(self, naam: str = "Proefuitgever", nummer: int = 1) -> "Gezag":
        return Gezag(self.geef(naam, Opties(ca=True), 2000 + nummer))

    def geef(self, naam: str = "B. de Bruin", opties: Opties = GOED, nummer: int = 1) -> Eigenaar:
        sleutel = nieuwe_sleutel(opties.soort, nummer)
        certificaat = _certificaat(naam, sleutel, self.naam, self.eigenaar.sleutel, opties)
        return Eigenaar(sleutel, certificaat, (self.eigenaar.certificaat, *self.eigenaar.keten))

    @property
    def naam(self) -> str:
        return str(self.eigenaar.certificaat.subject.get_attributes_for_oid(NameOID.COMMON_NAME)[0].value)

    def trek_in(self, wie: Eigenaar, moment: dt.datetime) -> None:
        self.ingetrokken[wie.certificaat.serial_number] = moment

    def crl(self, moment: dt.datetime = MOMENT) -> bytes:
        """The list as of a moment, good for thirty days."""
        bouw = (
            x509.CertificateRevocationListBuilder()
            .issuer_name(self.eigenaar.certificaat.subject)
            .last_update(moment)
            .next_update(moment + dt.timedelta(days=30))
            .add_extension(x509.CRLNumber(1), critical=False)
            .add_extension(
                x509.AuthorityKeyIdentifier.from_issuer_public_key(self.eigenaar.sleutel.public_key()),
                critical=False,
            )
        )
        for nummer, toen in self.ingetrokken.items():
            bouw = bouw.add_revoked_certificate(
                x509.RevokedCertificateBuilder()
                .serial_number(nummer)
                .revocation_date(toen)
                .add_extension(x509.CRLReason(x509.ReasonFlags.key_compromise), critical=False)
                .build()
            )
        return bouw.sign(self.eigenaar.sleutel, hashes.SHA256()).public_bytes(serialization.Encoding.DER)

    def ocsp(self, vraag: bytes, wie: Iterable[Eigenaar], moment: dt.datetime = MOMENT) -> bytes:
        """The answer to a question about a certificate of this authority."""
        gevraagd = ocsp.load_der_ocsp_request(vraag)
        ander = next(
            eigenaar for eigenaar in wie if eigenaar.certificaat.serial_number == gevraagd.serial_number
        )
        toen = self.ingetrokken.get(gevraagd.serial_number)
        bouw = (
            ocsp.OCSPResponseBuilder()
            .add_response(
                cert=ander.certificaat,
                issuer=self.eigenaar.certificaat,
                algorithm=gevraagd.hash_algorithm,
                cert_status=ocsp.OCSPCertStatus.REVOKED if toen else ocsp.OCSPCertStatus.GOOD,
                this_update=moment,
                next_update=moment + dt.timedelta(days=1),
                revocation_time=toen,
                revocation_reason=x509.ReasonFlags.key_compromise if toen else None,
            )
            .responder_id(ocsp.OCSPResponderEncoding.HASH, self.eigenaar.certificaat)
            .certificates([self.eigenaar.certificaat])
        )
        try:
            nonce = gevraagd.extensions.get_extension_for_class(x509.OCSPNonce)
            bouw = bouw.add_extension(nonce.value, critical=False)
        except x509.ExtensionNotFound:
            pass
        return bouw.sign(self.eigenaar.sleutel, hashes.SHA256()).public_bytes(serialization.Encoding.DER)


def _certificaat(
    naam: str, sleutel: Priveesleutel, door: str, met: Priveesleutel, opties: Opties
) -> x509.Certificate:
    bouw = (
        x509.CertificateBuilder()
        .subject_name(_naam(naam))
        .issuer_name(_naam(door))
        .public_key(sleutel.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(opties.van)
        .not_valid_after(opties.tot)
        .add_extension(x509.BasicConstraints(ca=opties.ca, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(sleutel.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(met.public_key()), critical=False)
    )
    if opties.gebruik:
        bouw = bouw.add_extension(_gebruik(opties), critical=True)
    if opties.uitgebreid:
        bouw = bouw.add_extension(
            x509.ExtendedKeyUsage(opties.uitgebreid),
            critical=ExtendedKeyUsageOID.TIME_STAMPING in opties.uitgebreid,
        )
    if opties.crl:
        punt = x509.DistributionPoint([x509.UniformResourceIdentifier(opties.crl)], None, None, None)
        bouw = bouw.add_extension(x509.CRLDistributionPoints([punt]), critical=False)
    if opties.ocsp:
        toegang = x509.AccessDescription(
            AuthorityInformationAccessOID.OCSP, x509.UniformResourceIdentifier(opties.ocsp)
        )
        bouw = bouw.add_extension(x509.AuthorityInformationAccess([toegang]), critical=False)
    hash_ = None if isinstance(met, ed25519.Ed25519PrivateKey) else hashes.SHA256()
    return bouw.sign(met, hash_)


def _naam(naam: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Proef"),
            x509.NameAttribute(NameOID.COMMON_NAME, naam),
        ]
    )


def _gebruik(opties: Opties) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=opties.tekenen and not opties.ca,
        content_commitment=opties.onweerlegbaar and not opties.ca,
        key_encipherment=not opties.tekenen,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=opties.ca,
        crl_sign=opties.ca,
        encipher_only=False,
        decipher_only=False,
    )


def tijdstempel_opties(tot: dt.datetime = TOT) -> Opties:
    """A certificate for a timestamp server."""
    return Opties(
        soort="rsa-2048", uitgebreid=(ExtendedKeyUsageOID.TIME_STAMPING,), onweerlegbaar=False, tot=tot
    )


def tijdstempel(vraag: bytes, dienst: Eigenaar, moment: dt.datetime, fout: str = "") -> bytes:
    """The answer of a timestamp server (RFC 3161), with one thing wrong where asked."""
    verzoek = tsp.TimeStampReq.load(vraag)
    if fout == "weigert":
        return bytes.fromhex("3005 3003 020102")  # status rejection, and no token
    afdruk = verzoek["message_imprint"].copy()
    if fout == "andere hash":
        afdruk["hashed_message"] = bytes(32)
    info = tsp.TSTInfo(
        {
            "version": "v1",
            "policy": "1.3.6.1.4.1.99999.1",
            "message_imprint": afdruk,
            "serial_number": 7,
            "gen_time": moment,
            "nonce": 12345 if fout == "andere vraag" else verzoek["nonce"].native,
        }
    ).dump()
    certificaat = asn1_x509.Certificate.load(dienst.der)
    kenmerken = cms.CMSAttributes(
        [
            simple_cms_attribute("content_type", "tst_info"),
            simple_cms_attribute("signing_certificate_v2", as_signing_certificate_v2(certificaat)),
            simple_cms_attribute("message_digest", _sha256(info)),
        ]
    )
    teken = kenmerken.dump() if fout != "slechte handtekening" else b"iets anders"
    if not isinstance(dienst.sleutel, rsa.RSAPrivateKey):
        raise TypeError(dienst.sleutel)
    handtekening = dienst.sleutel.sign(teken, padding.PKCS1v15(), hashes.SHA256())
    sha256 = algos.DigestAlgorithm({"algorithm": "sha256"})
    ondertekenaar = {
        "version": "v1",
        "sid": {
            "issuer_and_serial_number": {
                "issuer": certificaat.issuer,
                "serial_number": certificaat.serial_number,
            }
        },
        "digest_algorithm": sha256,
        "signature_algorithm": {"algorithm": "sha256_rsa"},
        "signed_attrs": kenmerken,
        "signature": handtekening,
    }
    keten = [asn1_x509.Certificate.load(c.public_bytes(serialization.Encoding.DER)) for c in dienst.keten]
    inhoud = {
        "version": "v3",
        "digest_algorithms": [sha256],
        "encap_content_info": {"content_type": "tst_info", "content": core.ParsableOctetString(info)},
        "certificates": [certificaat, *keten],
        "signer_infos": [ondertekenaar],
    }
    token = cms.ContentInfo({"content_type": "signed_data", "content": cms.SignedData(inhoud)})
    antwoord = tsp.TimeStampResp({"status": {"status": "granted"}, "time_stamp_token": token})
    return bytes(antwoord.dump())


def _sha256(data: bytes) -> bytes:
    samen = hashes.Hash(hashes.SHA256())
    samen.update(data)
    return samen.finalize()


@contextmanager
def server(antwoorden: Mapping[str, object]) -> Iterator[tuple[str, list[str]]]:
    """Answers each path with bytes, or with what a function makes of the question; tells its address and what was asked."""
    gevraagd: list[str] = []

    class Beantwoorder(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._antwoord(b"")

        def do_POST(self) -> None:
            self._antwoord(self.rfile.read(int(self.headers.get("Content-Length", "0"))))

        def _antwoord(self, vraag: bytes) -> None:
            gevraagd.append(self.path)
            antwoord = antwoorden.get(self.path)
            inhoud = antwoord(vraag) if callable(antwoord) else antwoord
            self.send_response(200 if isinstance(inhoud, bytes) else 500)
            self.send_header("Content-Type", _SOORTEN.get(self.path, "application/octet-stream"))
            self.end_headers()
            if isinstance(inhoud, bytes):
                self.wfile.write(inhoud)

        def log_message(self, *_: object) -> None:
            """Says nothing: a test is silent."""

    class Dienst(HTTPServer):
        def handle_error(self, *_: object) -> None:
            """Says nothing: a client that has heard enough goes away."""

    dienst = Dienst(("127.0.0.1", 0), Beantwoorder)
    draad = Thread(target=dienst.serve_forever, kwargs={"poll_interval": 0.01})
    draad.start()
    try:
        yield f"http://127.0.0.1:{dienst.server_port}", gevraagd
    finally:
        dienst.shutdown()
        draad.join()
        dienst.server_close()


_SOORTEN = {
    "/tsa": "application/timestamp-reply",
    "/ocsp": "application/ocsp-response",
    "/crl": "application/pkix-crl",
}
