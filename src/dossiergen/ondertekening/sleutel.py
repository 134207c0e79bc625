"""Private keys, loaded once and used for any number of signatures. Never shows a passphrase or a key."""

# mypy: allow-untyped-calls
# pyHanko and asn1crypto tell few of their types.

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any

from asn1crypto import cms, x509  # type: ignore[import-untyped]
from asn1crypto import pkcs12 as asn1_pkcs12
from cryptography import x509 as c_x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes, Signer
from pyhanko.sign.timestamps import TimeStamper
from pyhanko_certvalidator.registry import SimpleCertificateStore

from dossiergen.errors import BestandFout, OndertekenFout
from dossiergen.ondertekening.certificaat import ASN1_FOUTEN, Certificaat, bezwaar, ontleed, van_der

__all__ = ["HASH", "Ondertekenaar", "Sleutel", "Zetfunctie", "open_p12"]

HASH = "sha256"
_KENMERKEN = PdfCMSSignedAttributes()

# Takes what is to be signed, gives the signature as CMS has it.
Zetfunctie = Callable[[bytes], bytes]
Priveesleutel = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey
_GROOTST = 4_000_000


class Sleutel:
    """A private key with its certificate. Refuses one that may not sign documents, or that is too weak."""

    def __init__(
        self, certificaat: x509.Certificate, keten: Iterable[x509.Certificate], tekenaar: Zetfunctie
    ) -> None:
        if reden := bezwaar(certificaat):
            raise OndertekenFout(
                f"Het certificaat van deze sleutel {reden}.",
                "Gebruik een certificaat om documenten mee te ondertekenen.",
            )
        self.certificaat: Certificaat = van_der(certificaat)
        self.ondertekenaar = Ondertekenaar(certificaat, keten, tekenaar)

    def __repr__(self) -> str:
        return f"Sleutel({self.certificaat.sha256[:16]})"


class Ondertekenaar(Signer):
    """Makes the CMS of a signature, and never hands one over that its own certificate does not confirm."""

    def __init__(
        self, certificaat: x509.Certificate, keten: Iterable[x509.Certificate], tekenaar: Zetfunctie
    ) -> None:
        register = SimpleCertificateStore()
        register.register_multiple(keten)
        super().__init__(signing_cert=certificaat, cert_registry=register)
        self._tekenaar = tekenaar
        self._openbaar = serialization.load_der_public_key(certificaat.public_key.dump())
        self._gemeten = 0

    async def inhoud(self, hash_: bytes, stempelaar: TimeStamper | None = None) -> bytes:
        """The signature over a hash, with all that PAdES asks."""
        gemaakt = await self.async_sign(
            hash_, HASH, use_pades=True, timestamper=stempelaar, signed_attr_settings=_KENMERKEN
        )
        return bytes(gemaakt.dump())

    async def lengte(self) -> int:
        """The longest that `inhoud` gets without a timestamp: the same for every document, so measured once."""
        if not self._gemeten:
            proef = await self.async_sign(
                bytes(32), HASH, dry_run=True, use_pades=True, signed_attr_settings=_KENMERKEN
            )
            self._gemeten = len(proef.dump())
        return self._gemeten

    async def signed_attrs(self, *woorden: Any, **namen: Any) -> cms.CMSAttributes:
        """Encoded once: asn1crypto would do so again for each structure that they come to stand in (a fifth of the time)."""
        kenmerken = await super().signed_attrs(*woorden, **namen)
        return cms.CMSAttributes.load(kenmerken.dump())

    async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:
        """Called by pyHanko, once to measure and once to sign."""
        del digest_algorithm  # always HASH
        if dry_run:
            return bytes(self._ruw())
        handtekening = self._tekenaar(data)
        try:
            self._controleer(handtekening, data)
        except InvalidSignature:
            raise OndertekenFout(
                "De sleutel en het certificaat horen niet bij elkaar.",
                "Kies de sleutel die bij het certificaat hoort.",
            ) from None
        return handtekening

    def _ruw(self) -> int:
        """The longest that a signature of this key gets."""
        match self._openbaar:
            case rsa.RSAPublicKey() as sleutel:
                return (sleutel.key_size + 7) // 8
            case ec.EllipticCurvePublicKey() as sleutel:
                return 2 * ((sleutel.curve.key_size + 7) // 8) + 12
        raise TypeError(self._openbaar)

    def _controleer(self, handtekening: bytes, data: bytes) -> None:
        match self._openbaar:
            case rsa.RSAPublicKey() as sleutel:
                sleutel.verify(handtekening, data, padding.PKCS1v15(), hashes.SHA256())
            case ec.EllipticCurvePublicKey() as sleutel:
                sleutel.verify(handtekening, data, ec.ECDSA(hashes.SHA256()))
            case _:
                raise InvalidSignature


def open_p12(pad: Path, wachtwoord: str | None) -> Sleutel:
    """The key in a PKCS#12 file, with the certificates beside it. Raises BestandFout or OndertekenFout."""
    sleutel, eigen, andere = _geopend(_gelezen(pad), wachtwoord)
    if sleutel is None:
        raise OndertekenFout(
            "In dit sleutelbestand staat geen geheime sleutel.",
            "Exporteer het certificaat opnieuw, met de sleutel erbij.",
        )
    if not isinstance(sleutel, Priveesleutel):
        raise OndertekenFout(
            "De sleutel in dit bestand is van een soort die niet wordt ondersteund.",
            "Gebruik RSA (2048 bits of meer), P-256, P-384 of P-521.",
        )
    openbaar = _spki(sleutel)
    passend = [der for der in (eigen, *andere) if der and ontleed(der)[0].public_key.dump() == openbaar]
    if not passend:
        raise OndertekenFout(
            "In dit sleutelbestand staat geen certificaat dat bij de sleutel hoort.",
            "Exporteer de sleutel opnieuw, samen met het certificaat.",
        )
    keten = [ontleed(der)[0] for der in (eigen, *andere) if der and der != passend[0]]
    return Sleutel(ontleed(passend[0])[0], keten, _tekenaar(sleutel))


def _gelezen(pad: Path) -> bytes:
    try:
        with pad.open("rb") as bestand:
            inhoud = bestand.read(_GROOTST + 1)
    except OSError:
        raise BestandFout(
            f"Het sleutelbestand {pad} kan niet worden gelezen.",
            "Controleer de naam en de rechten van het bestand.",
        ) from None
    if len(inhoud) > _GROOTST:
        raise _geen_p12()
    return inhoud


def _geopend(inhoud: bytes, wachtwoord: str | None) -> tuple[object, bytes | None, list[bytes]]:
    """The key, its certificate and the others, as DER. Files without a passphrase come in two kinds: none, and empty."""
    if not _lijkt_p12(inhoud):
        raise _geen_p12()
    for poging in (None, b"") if not wachtwoord else (wachtwoord.encode(),):
        try:
            bewaard = pkcs12.load_pkcs12(inhoud, poging)
        except UnsupportedAlgorithm:
            raise OndertekenFout(
                "Dit sleutelbestand is versleuteld op een manier die niet wordt ondersteund.",
                "Exporteer het opnieuw met AES-256 (bijvoorbeeld met `openssl pkcs12 -export`).",
            ) from None
        except (ValueError, TypeError, OverflowError):
            continue
        eigen = bewaard.cert.certificate if bewaard.cert else None
        return (
            bewaard.key,
            _der(eigen) if eigen else None,
            [_der(ander.certificate) for ander in bewaard.additional_certs],
        )
    raise OndertekenFout(
        "Het wachtwoord van dit sleutelbestand klopt niet, of het bestand is beschadigd.",
        "Probeer het opnieuw. Let op hoofdletters, en op een regeleinde dat er niet bij hoort.",
    ) from None


def _lijkt_p12(inhoud: bytes) -> bool:
    """Whether it is a whole PKCS#12 file on the outside; then what fails is the passphrase."""
    try:
        doos = asn1_pkcs12.Pfx.load(inhoud, strict=True)
        return doos["version"].native == "v3" and bool(doos["auth_safe"]["content_type"].native)
    except ASN1_FOUTEN:
        return False


def _der(certificaat: c_x509.Certificate) -> bytes:
    return certificaat.public_bytes(serialization.Encoding.DER)


def _spki(sleutel: Priveesleutel) -> bytes:
    """The public half, as it stands in a certificate."""
    return sleutel.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )


def _tekenaar(sleutel: Priveesleutel) -> Zetfunctie:
    match sleutel:
        case rsa.RSAPrivateKey():
            return partial(sleutel.sign, padding=padding.PKCS1v15(), algorithm=hashes.SHA256())
        case ec.EllipticCurvePrivateKey():
            return partial(sleutel.sign, signature_algorithm=ec.ECDSA(hashes.SHA256()))
    raise TypeError(sleutel)


def _geen_p12() -> OndertekenFout:
    return OndertekenFout(
        "Dit is geen leesbaar sleutelbestand (PKCS#12).",
        "Geef een bestand dat eindigt op `.p12` of `.pfx`. Is het beschadigd, exporteer het dan opnieuw.",
    )
