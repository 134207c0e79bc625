"""Whether a certificate leads to a root that somebody trusts. Opens a connection only where that was asked."""

import datetime as dt
from collections.abc import AsyncGenerator, Iterable
from dataclasses import dataclass, replace

from asn1crypto import crl, pem, x509  # type: ignore[import-untyped]
from pyhanko_certvalidator import CertificateValidator, ValidationContext
from pyhanko_certvalidator.errors import (
    ExpiredError,
    InsufficientRevinfoError,
    InvalidCertificateError,
    NotYetValidError,
    PathBuildingError,
    PathValidationError,
    RevokedError,
)
from pyhanko_certvalidator.fetchers import CertificateFetcher
from pyhanko_certvalidator.fetchers.aiohttp_fetchers import AIOHttpFetcherBackend
from pyhanko_certvalidator.policy_decl import (
    CertRevTrustPolicy,
    RevocationCheckingPolicy,
    RevocationCheckingRule,
)

from dossiergen.errors import OndertekenFout
from dossiergen.ondertekening.bewijs import Bewijs
from dossiergen.ondertekening.certificaat import ASN1_FOUTEN, ontleed
from dossiergen.ondertekening.oordeel import Vertrouwd

__all__ = ["Beoordelaar", "Padoordeel", "Vertrouwen"]

_EIST, _LAAT = RevocationCheckingRule.CRL_OR_OCSP_REQUIRED, RevocationCheckingRule.NO_CHECK
# From strict to mild: of everyone in the chain, of the signatory alone, of nobody.
_ALLEN = RevocationCheckingPolicy(_EIST, _EIST)
_ONDERTEKENAAR = RevocationCheckingPolicy(_EIST, _LAAT)
_NIEMAND = RevocationCheckingPolicy(_LAAT, _LAAT)
_NIET_NAGEGAAN = "herroeping niet nagegaan"
_SECONDEN = 10


@dataclass(frozen=True)
class Vertrouwen:
    """Roots and intermediates as PEM or DER, revocation lists, and whether addresses in a certificate may be asked."""

    wortels: tuple[bytes, ...] = ()
    tussen: tuple[bytes, ...] = ()
    crls: tuple[bytes, ...] = ()
    online: bool = False


@dataclass(frozen=True)
class Padoordeel:
    vertrouwd: Vertrouwd
    reden: str = ""
    opmerkingen: tuple[str, ...] = ()


class Beoordelaar:
    """Answers for all certificates of one file, with what the file itself brings along.

    `streng`: everybody in a chain has to be known as not revoked. `gebruikt` tells by what they are.
    """

    def __init__(self, vertrouwen: Vertrouwen, bewijs: Bewijs, *, streng: bool = False) -> None:
        self.gebruikt: list[Bewijs] = []
        self._wortels = [een for inhoud in vertrouwen.wortels for een in ontleed(inhoud)]
        self._tussen = [een for inhoud in vertrouwen.tussen for een in ontleed(inhoud)] + list(
            bewijs.certificaten
        )
        gegeven = [een for inhoud in vertrouwen.crls for een in _lijsten(inhoud)]
        self._crls, self._ocsps = gegeven + list(bewijs.crls), list(bewijs.ocsps)
        self._online = vertrouwen.online
        self._beleid: tuple[RevocationCheckingPolicy, ...]
        if streng:
            self._beleid = (_ALLEN,)
        elif gegeven or self._online:
            self._beleid = (_ALLEN, _ONDERTEKENAAR)
        elif self._crls or self._ocsps:
            self._beleid = (_ALLEN, _ONDERTEKENAAR, _NIEMAND)
        else:
            self._beleid = (_NIEMAND,)

    async def oordeel(
        self, certificaat: x509.Certificate, andere: Iterable[x509.Certificate], moment: dt.datetime
    ) -> Padoordeel:
        """Of a certificate at a moment; `andere` are those that came with it."""
        if not self._wortels:
            return Padoordeel(Vertrouwd.NIET_NAGEGAAN, "er zijn geen wortelcertificaten gegeven")
        for beleid in self._beleid:
            try:
                await self._pad(certificaat, tuple(andere), moment, beleid)
            except InsufficientRevinfoError:
                continue
            except (PathBuildingError, PathValidationError, InvalidCertificateError) as fout:
                return Padoordeel(Vertrouwd.NEE, _reden(fout))
            return Padoordeel(Vertrouwd.JA, opmerkingen=_OPMERKINGEN[beleid])
        return Padoordeel(Vertrouwd.NEE, "herroeping niet na te gaan")

    async def _pad(
        self,
        certificaat: x509.Certificate,
        andere: tuple[x509.Certificate, ...],
        moment: dt.datetime,
        beleid: RevocationCheckingPolicy,
    ) -> None:
        async with AIOHttpFetcherBackend(per_request_timeout=_SECONDEN) as ophalers:
            omgeving = ValidationContext(
                trust_roots=self._wortels,
                other_certs=[*self._tussen, *andere],
                crls=self._crls,
                ocsps=self._ocsps,
                moment=moment,
                allow_fetching=self._online,
                fetchers=replace(ophalers, cert_fetcher=_GeenUitgevers()) if self._online else None,
                revinfo_policy=CertRevTrustPolicy(beleid, retroactive_revinfo=True),
            )
            pad = await CertificateValidator(certificaat, validation_context=omgeving).async_validate_path()
            if beleid is _ALLEN:
                keten = tuple(pad.iter_certs(include_root=True))
                self.gebruikt.append(Bewijs(keten, tuple(omgeving.crls), tuple(omgeving.ocsps)))


class _GeenUitgevers(CertificateFetcher):
    """A certificate of an unknown sender does not get to say which address is asked for its issuer."""

    async def fetch_cert_issuers(self, cert: object) -> AsyncGenerator[x509.Certificate, None]:
        del cert
        for geen in tuple[x509.Certificate, ...]():
            yield geen

    async def fetch_crl_issuers(self, certificate_list: object) -> AsyncGenerator[x509.Certificate, None]:
        del certificate_list
        for geen in tuple[x509.Certificate, ...]():
            yield geen

    def fetched_certs(self) -> tuple[x509.Certificate, ...]:
        return ()


_OPMERKINGEN = {
    _ALLEN: (),
    _ONDERTEKENAAR: ("herroeping van de uitgever niet nagegaan",),
    _NIEMAND: (_NIET_NAGEGAAN,),
}


def _reden(fout: Exception) -> str:
    wie = "" if getattr(fout, "is_ee_cert", True) else "van de uitgever: "
    match fout:
        case RevokedError():
            return f"{wie}ingetrokken op {fout.revocation_dt:%d-%m-%Y}"
        case ExpiredError():
            return f"{wie}verlopen"
        case NotYetValidError():
            return f"{wie}nog niet geldig"
        case PathBuildingError():
            return "onbekende wortel"
    return f"{wie}het certificaat klopt niet met dat van de uitgever"


def _lijsten(inhoud: bytes) -> list[crl.CertificateList]:
    try:
        stukken = (
            [der for _, _, der in pem.unarmor(inhoud, multiple=True)] if pem.detect(inhoud) else [inhoud]
        )
        gelezen = [crl.CertificateList.load(der, strict=True) for der in stukken]
        for lijst in gelezen:
            lijst["tbs_cert_list"]["this_update"].native  # noqa: B018  is read here, or not at all
    except ASN1_FOUTEN:
        raise OndertekenFout(
            "De lijst met ingetrokken certificaten is niet leesbaar.", "Geef een CRL als PEM of DER."
        ) from None
    return gelezen
