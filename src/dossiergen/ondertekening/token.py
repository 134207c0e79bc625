"""Keys on a card or in a safe (PKCS#11). A PIN is tried once, and never where that could lock the card by accident."""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from asn1crypto import algos, x509  # type: ignore[import-untyped]
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

from dossiergen.errors import OndertekenFout, OntbrekendHulpmiddel
from dossiergen.ondertekening.certificaat import bezwaar, ontleed
from dossiergen.ondertekening.sleutel import Sleutel, Zetfunctie

try:
    import pkcs11
except ImportError:
    _AANWEZIG = False
else:
    _AANWEZIG = True

__all__ = ["open_token"]


@contextmanager
def open_token(
    module: Path,
    pin: str,
    *,
    token: str | None = None,
    label: str | None = None,
    laatste_poging: bool = False,
) -> Iterator[Sleutel]:
    """A key, for as long as the session lasts: one login for any number of signatures.

    `token` names the card and `label` the key, where there are more. A card that would lock itself after one more wrong
    PIN is only tried with `laatste_poging`.
    """
    if not _AANWEZIG:
        raise OntbrekendHulpmiddel(
            "Voor een sleutel op een kaart of token ontbreekt een onderdeel (python-pkcs11).",
            "Voer dit uit: pip install python-pkcs11",
        )
    kaart = _kaart(_bibliotheek(module), token)
    _controleer_pogingen(kaart, laatste_poging=laatste_poging)
    sessie = _aangemeld(kaart, pin)
    try:
        yield _sleutel(sessie, label, pin)
    finally:
        sessie.close()


def _bibliotheek(module: Path) -> Any:
    try:
        return pkcs11.lib(str(module))
    except (RuntimeError, OSError, TypeError, ValueError):
        raise OndertekenFout(
            f"De PKCS#11-module {module} kan niet worden geladen.",
            "Geef het volledige pad van de module die bij de kaart hoort (bijvoorbeeld een bestand op `.so`).",
        ) from None


def _kaart(bibliotheek: Any, label: str | None) -> Any:
    try:
        kaarten = [plaats.get_token() for plaats in bibliotheek.get_slots(token_present=True)]
        kaarten = [kaart for kaart in kaarten if kaart.flags & pkcs11.TokenFlag.TOKEN_INITIALIZED]
    except pkcs11.PKCS11Error:
        raise _stoort() from None
    namen = ", ".join(sorted(f"`{kaart.label.strip()}`" for kaart in kaarten))
    gekozen = [kaart for kaart in kaarten if label is None or kaart.label.strip() == label.strip()]
    match gekozen:
        case [kaart]:
            return kaart
        case []:
            hint = f"Er is wel: {namen}." if kaarten else "Steek de kaart in de lezer en probeer het opnieuw."
            raise OndertekenFout(
                "Er is geen kaart of token gevonden" + (" met die naam." if kaarten else "."), hint
            )
    raise OndertekenFout(
        "Er is meer dan één kaart of token die zo heet." if label else "Er is meer dan één kaart of token.",
        f"Kies er een met --token: {namen}.",
    )


def _controleer_pogingen(kaart: Any, *, laatste_poging: bool) -> None:
    """Refuses before anything is tried."""
    vlaggen = kaart.flags
    if vlaggen & pkcs11.TokenFlag.USER_PIN_LOCKED:
        raise OndertekenFout(
            "De pincode van deze kaart is geblokkeerd.", "Deblokkeer de kaart met de pukcode van de uitgever."
        )
    if vlaggen & pkcs11.TokenFlag.USER_PIN_FINAL_TRY and not laatste_poging:
        raise OndertekenFout(
            "Nog één foute pincode en deze kaart blokkeert zichzelf. Er is niets geprobeerd.",
            "Weet u de pincode zeker? Zet er dan --laatste-poging bij.",
        )


def _aangemeld(kaart: Any, pin: str) -> Any:
    """One attempt. What fails is never tried again."""
    try:
        return kaart.open(user_pin=pin)
    except (pkcs11.PinIncorrect, pkcs11.PinLenRange, pkcs11.PinInvalid):
        raise OndertekenFout(
            "De pincode klopt niet. Er is één poging gedaan.",
            "Kijk hoeveel pogingen de kaart nog geeft voordat u het opnieuw probeert.",
        ) from None
    except pkcs11.PinLocked:
        raise OndertekenFout(
            "De pincode van deze kaart is geblokkeerd.", "Deblokkeer de kaart met de pukcode van de uitgever."
        ) from None
    except (pkcs11.PinExpired, pkcs11.UserPinNotInitialized):
        raise OndertekenFout(
            "De pincode van deze kaart moet eerst worden ingesteld of gewijzigd.",
            "Doe dat met het programma van de uitgever.",
        ) from None
    except pkcs11.PKCS11Error:
        raise _stoort() from None


@dataclass(frozen=True)
class _Paar:
    """A key on the card with its certificate, and the names that either has there."""

    geheim: Any
    certificaat: x509.Certificate
    namen: frozenset[str]


def _sleutel(sessie: Any, label: str | None, pin: str) -> Sleutel:
    try:
        geheim = list(sessie.get_objects({pkcs11.Attribute.CLASS: pkcs11.ObjectClass.PRIVATE_KEY}))
        dragers = list(sessie.get_objects({pkcs11.Attribute.CLASS: pkcs11.ObjectClass.CERTIFICATE}))
        if not geheim:
            raise OndertekenFout(
                "Op deze kaart staat geen geheime sleutel.",
                "Is het de goede kaart? Kies een andere met --token.",
            )
        paar = _gekozen(_paren(geheim, dragers), label)
        keten = [ontleed(drager[pkcs11.Attribute.VALUE])[0] for drager in dragers]
        tekenaar = _tekenaar(paar, pin)
    except pkcs11.PKCS11Error:
        raise _stoort() from None
    return Sleutel(paar.certificaat, keten, tekenaar)


def _paren(geheim: Sequence[Any], dragers: Sequence[Any]) -> list[_Paar]:
    """By the number that both carry; one key and one certificate are a pair without."""
    alleen = len(geheim) == len(dragers) == 1
    return [
        _Paar(sleutel, ontleed(drager[pkcs11.Attribute.VALUE])[0], frozenset({_naam(sleutel), _naam(drager)}))
        for sleutel in geheim
        for drager in dragers
        if alleen or _nummer(sleutel) == _nummer(drager)
    ]


def _gekozen(paren: Sequence[_Paar], label: str | None) -> _Paar:
    if not paren:
        raise OndertekenFout(
            "Bij de sleutel op deze kaart staat geen certificaat.",
            "Zet het certificaat bij de sleutel op de kaart.",
        )
    genoemd = [paar for paar in paren if label is None or label in paar.namen]
    bruikbaar = [paar for paar in genoemd if not bezwaar(paar.certificaat)] or genoemd
    namen = ", ".join(sorted({f"`{naam}`" for paar in paren for naam in paar.namen if naam}))
    match bruikbaar:
        case [paar]:
            return paar
        case []:
            raise OndertekenFout("Op deze kaart staat geen sleutel met die naam.", f"Er is wel: {namen}.")
    raise OndertekenFout(
        "Op deze kaart staat meer dan één sleutel om mee te ondertekenen.",
        f"Kies er een met --label: {namen}.",
    )


def _tekenaar(paar: _Paar, pin: str) -> Zetfunctie:
    """Hashes here and signs there: cards know the plain mechanisms best, and a file need not go through a reader."""
    # A card may ask for the PIN again with each signature (a key for legal signatures): the one that it just took.
    extra = {"pin": pin} if _kenmerk(paar.geheim, pkcs11.Attribute.ALWAYS_AUTHENTICATE) else {}
    soort = paar.certificaat.public_key.algorithm

    def teken(data: bytes) -> bytes:
        try:
            if soort == "rsa":
                return bytes(
                    paar.geheim.sign(_digestinfo(data), mechanism=pkcs11.Mechanism.RSA_PKCS, **extra)
                )
            hash_ = hashlib.sha256(data).digest()
            return _als_der(paar.geheim.sign(hash_, mechanism=pkcs11.Mechanism.ECDSA, **extra))
        except pkcs11.PKCS11Error:
            raise _stoort() from None

    return teken


def _digestinfo(data: bytes) -> bytes:
    info = algos.DigestInfo(
        {"digest_algorithm": {"algorithm": "sha256"}, "digest": hashlib.sha256(data).digest()}
    )
    return bytes(info.dump())


def _als_der(rs: bytes) -> bytes:
    half = len(rs) // 2
    return encode_dss_signature(int.from_bytes(rs[:half]), int.from_bytes(rs[half:]))


def _naam(drager: Any) -> str:
    return str(_kenmerk(drager, pkcs11.Attribute.LABEL) or "").strip()


def _nummer(drager: Any) -> object:
    return _kenmerk(drager, pkcs11.Attribute.ID)


def _kenmerk(drager: Any, kenmerk: "pkcs11.Attribute") -> object:
    """None where the card does not know it."""
    try:
        return drager[kenmerk]
    except (pkcs11.AttributeTypeInvalid, pkcs11.AttributeSensitive, pkcs11.AttributeValueInvalid):
        return None


def _stoort() -> OndertekenFout:
    return OndertekenFout(
        "De kaart of het token geeft een fout en er is niet getekend.",
        "Neem de kaart uit de lezer, steek hem er weer in en probeer het opnieuw.",
    )
