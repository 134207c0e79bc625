"""Asks a timestamp server for the time of a signature (RFC 3161). Takes nothing on trust that can be checked here."""

# mypy: allow-untyped-calls
# pyHanko and asn1crypto tell few of their types.

import hashlib
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPException
from urllib.parse import urlsplit

from asn1crypto import cms, tsp  # type: ignore[import-untyped]
from pyhanko.sign.general import extract_signer_info
from pyhanko.sign.timestamps import TimeStamper
from pyhanko.sign.validation.generic_cms import (
    extract_certs_for_validation,
    extract_tst_data_iter,
    validate_sig_integrity,
)
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from dossiergen.errors import OndertekenFout
from dossiergen.ondertekening.lezen import KAPOT

__all__ = ["STERK", "Tijdstempel", "Tijdstempelaar", "past", "token_klopt", "tokens_van"]

# Under their names in hashlib and in asn1crypto alike.
STERK = {"sha256", "sha384", "sha512", "sha3_256", "sha3_384", "sha3_512"}
_GROOTST = 1_000_000
_HAP = 65_536


@dataclass(frozen=True)
class Tijdstempel:
    """A timestamp server, and how many seconds it gets to answer."""

    url: str
    wachttijd: float = 10.0


class Tijdstempelaar(TimeStamper):
    """One request a signature. Raises OndertekenFout for whatever keeps it from a good token."""

    def __init__(self, server: Tijdstempel) -> None:
        super().__init__()
        if urlsplit(server.url).scheme not in {"http", "https"}:
            raise OndertekenFout(
                "Het adres van de tijdstempeldienst is geen webadres.",
                "Geef een adres dat begint met https:// of http://.",
            )
        self._server = server

    async def async_timestamp(self, message_digest: bytes, md_algorithm: str) -> cms.ContentInfo:
        """The token for a hash, checked."""
        nonce, vraag = self.request_cms(message_digest, md_algorithm)
        try:
            antwoord = self._vraag(vraag.dump())
        except (OSError, HTTPException, ValueError):
            raise OndertekenFout(
                "De tijdstempeldienst is niet te bereiken of antwoordt niet op tijd. Er is niet getekend.",
                "Controleer het adres en de verbinding, of onderteken zonder tijdstempel.",
            ) from None
        try:
            token = tsp.TimeStampResp.load(antwoord, strict=True)["time_stamp_token"]
            goed = token_klopt(
                token["content"],
                lambda algoritme: message_digest if algoritme == md_algorithm else b"",
                nonce,
            )
        except KAPOT:
            goed = False
        if not goed:
            raise OndertekenFout(
                "De tijdstempeldienst weigert, of geeft een tijdstempel dat niet bij deze handtekening past. "
                "Er is niet getekend.",
                "Kies een andere tijdstempeldienst, of onderteken zonder tijdstempel.",
            )
        return token

    def _vraag(self, vraag: bytes) -> bytes:
        """Raises OSError where the answer is not there in time, however slowly it drips in."""
        einde = time.monotonic() + self._server.wachttijd
        verzoek = urllib.request.Request(  # noqa: S310  the scheme was looked at above
            self._server.url,
            vraag,
            {"Content-Type": "application/timestamp-query", "Accept": "application/timestamp-reply"},
        )
        antwoord = bytearray()
        try:
            stroom = urllib.request.urlopen(verzoek, timeout=self._server.wachttijd)  # noqa: S310  as above
        except urllib.error.HTTPError as fout:
            fout.close()
            raise
        with stroom:
            while hap := stroom.read1(_HAP):
                antwoord += hap
                if len(antwoord) > _GROOTST or time.monotonic() > einde:
                    raise TimeoutError
        return bytes(antwoord)


def token_klopt(token: cms.SignedData, hash_van: Callable[[str], bytes], nonce: int | None = None) -> bool:
    """Whether a token is of this hash and this question, and signed by a certificate for timestamps that it carries."""
    verpakt = token["encap_content_info"]["content"]
    info = verpakt.parsed
    certificaat = extract_certs_for_validation(token).signer_cert
    ondertekenaar = extract_signer_info(token)
    algoritme = ondertekenaar["digest_algorithm"]["algorithm"].native
    afdruk = info["message_imprint"]
    geldigheid = certificaat["tbs_certificate"]["validity"]
    gebruik = certificaat.extended_key_usage_value
    return (
        {algoritme, afdruk["hash_algorithm"]["algorithm"].native} <= STERK
        and all(
            validate_sig_integrity(
                ondertekenaar,
                certificaat,
                expected_content_type="tst_info",
                actual_digest=hashlib.new(algoritme, bytes(verpakt)).digest(),
            )
        )
        and afdruk["hashed_message"].native == hash_van(afdruk["hash_algorithm"]["algorithm"].native)
        and (nonce is None or info["nonce"].native == nonce)
        and geldigheid["not_before"].native <= info["gen_time"].native <= geldigheid["not_after"].native
        and gebruik is not None
        and "time_stamping" in gebruik.native
    )


def tokens_van(handtekening: EmbeddedPdfSignature) -> list[cms.SignedData]:
    """The timestamps that a signature carries, good or not."""
    return list(extract_tst_data_iter(handtekening.signer_info, signed=False))


def past(token: cms.SignedData, handtekening: EmbeddedPdfSignature) -> bool:
    """Whether a timestamp is of this signature."""
    getekend = handtekening.signer_info["signature"].native
    try:
        return token_klopt(token, lambda algoritme: hashlib.new(algoritme, getekend).digest())
    except KAPOT:
        return False
