"""Een sleutelbestand geeft een sleutel om mee te ondertekenen, of een zin die zegt wat er mis is."""

import traceback
from collections.abc import Callable
from pathlib import Path

import pytest
from asn1crypto import x509 as asn1_x509  # type: ignore[import-untyped]
from cryptography import x509
from cryptography.hazmat.primitives.serialization import NoEncryption, pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID

from dossiergen.errors import BestandFout, OndertekenFout
from dossiergen.ondertekening import Sleutel, kijk_na, lees_certificaten, onderteken, open_p12
from dossiergen.ondertekening.certificaat import ontleed
from dossiergen.ondertekening.oordeel import Vertrouwd
from dossiergen.ondertekening.vertrouwen import Vertrouwen
from ondertekening.papier import document, stempel
from ondertekening.pki import MOMENT, WACHTWOORD, Eigenaar, Gezag, Opties


@pytest.mark.parametrize("soort", ["rsa-2048", "rsa-3072", "p256", "p384"])
def test_rsa_en_krommen_ondertekenen(soort: str, p12: Callable[..., Path], vertrouwen: Vertrouwen) -> None:
    """De keten uit het sleutelbestand gaat mee: wie alleen de wortel heeft, kan de handtekening vertrouwen."""
    sleutel = open_p12(p12(Opties(soort=soort)), WACHTWOORD)
    getekend = onderteken(document(), "handtekening-werkgever", sleutel, stempel(), MOMENT)
    (oordeel,) = kijk_na(getekend, vertrouwen, MOMENT)
    assert (oordeel.heel, oordeel.vertrouwd, oordeel.certificaat) == (True, Vertrouwd.JA, sleutel.certificaat)


def test_een_bestand_zonder_wachtwoord(p12: Callable[..., Path]) -> None:
    """Geen wachtwoord is ook een wachtwoord."""
    pad = p12(wachtwoord=None)
    assert {open_p12(pad, geen).certificaat.houder for geen in (None, "")} == {"A. Anders"}


def test_het_certificaat_is_leesbaar(bruin: Eigenaar) -> None:
    """De vingerafdruk is die van het certificaat als DER, in kleine letters; PEM of DER maakt niet uit."""
    (uit_pem,), (uit_der,) = lees_certificaten(bruin.pem), lees_certificaten(bruin.der)
    assert uit_pem == uit_der
    assert (uit_der.houder, uit_der.uitgever) == ("B. de Bruin", "Proefuitgever")
    assert uit_der.serienummer == f"{bruin.certificaat.serial_number:x}"
    assert uit_der.geldig_van.utcoffset() is not None


@pytest.mark.parametrize(
    "inhoud", [b"", b"geen certificaat", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"]
)
def test_geen_certificaat(inhoud: bytes) -> None:
    """Wat geen certificaat is, wordt geweigerd."""
    with pytest.raises(OndertekenFout, match="geen leesbaar certificaat"):
        lees_certificaten(inhoud)


def test_een_fout_wachtwoord_komt_nergens_terug(p12: Callable[..., Path]) -> None:
    """Het wachtwoord staat niet in de melding, niet in de hint en niet in wat eraan voorafging."""
    with pytest.raises(OndertekenFout, match="wachtwoord van dit sleutelbestand klopt niet") as fout:
        open_p12(p12(), "Zeer-Geheim-123")
    verhaal = (
        "".join(traceback.format_exception(fout.value, chain=True)) + fout.value.melding + fout.value.hint
    )
    assert "Zeer-Geheim-123" not in verhaal.replace('open_p12(p12(), "Zeer-Geheim-123")', "")
    assert fout.value.__cause__ is None


def test_een_sleutel_toont_zichzelf_niet(p12: Callable[..., Path]) -> None:
    """Wie een sleutel afdrukt, ziet een stuk vingerafdruk: geen naam, geen wachtwoord."""
    sleutel = open_p12(p12(), WACHTWOORD)
    assert repr(sleutel) == f"Sleutel({sleutel.certificaat.sha256[:16]})"


@pytest.mark.parametrize(
    "inhoud",
    [b"", b"rommel", b"\x30\x03\x02\x01\x03", b"\x30" * 500, b"%PDF-1.7"],
    ids=["leeg", "tekst", "kort", "diep", "pdf"],
)
def test_geen_sleutelbestand(inhoud: bytes, tmp_path: Path) -> None:
    """Wat geen PKCS#12 is, wordt geweigerd."""
    pad = tmp_path / "x.p12"
    pad.write_bytes(inhoud)
    with pytest.raises(OndertekenFout, match="geen leesbaar sleutelbestand"):
        open_p12(pad, WACHTWOORD)


def test_een_afgebroken_sleutelbestand(p12: Callable[..., Path]) -> None:
    """Een half bestand is geen sleutelbestand."""
    pad = p12()
    pad.write_bytes(pad.read_bytes()[:-40])
    with pytest.raises(OndertekenFout, match="geen leesbaar sleutelbestand"):
        open_p12(pad, WACHTWOORD)


def test_een_bestand_dat_er_niet_is(tmp_path: Path) -> None:
    """Een bestand dat niet te lezen is, is een bestandsfout."""
    for pad in (tmp_path / "weg.p12", tmp_path):
        with pytest.raises(BestandFout, match="kan niet worden gelezen"):
            open_p12(pad, None)


def test_zonder_geheime_sleutel(tmp_path: Path, bruin: Eigenaar) -> None:
    """Alleen een certificaat is niet genoeg."""
    pad = tmp_path / "x.p12"
    pad.write_bytes(
        pkcs12.serialize_key_and_certificates(b"x", None, bruin.certificaat, None, NoEncryption())
    )
    with pytest.raises(OndertekenFout, match="geen geheime sleutel"):
        open_p12(pad, None)


def test_zonder_certificaat_bij_de_sleutel(tmp_path: Path, bruin: Eigenaar, wortel: Gezag) -> None:
    """Een sleutel met alleen het certificaat van een ander is niet genoeg."""
    pad = tmp_path / "x.p12"
    pad.write_bytes(
        pkcs12.serialize_key_and_certificates(
            b"x", bruin.sleutel, None, [wortel.eigenaar.certificaat], NoEncryption()
        )
    )
    with pytest.raises(OndertekenFout, match="geen certificaat dat bij de sleutel hoort"):
        open_p12(pad, None)


@pytest.mark.parametrize(
    ("opties", "reden"),
    [
        (Opties(ca=True), "is van een uitgever van certificaten"),
        (Opties(tekenen=False, onweerlegbaar=False), "is niet bedoeld om mee te ondertekenen"),
        (Opties(uitgebreid=(ExtendedKeyUsageOID.SERVER_AUTH,)), "is bedoeld voor iets anders"),
        (Opties(uitgebreid=(ExtendedKeyUsageOID.TIME_STAMPING,)), "is bedoeld voor iets anders"),
        (Opties(soort="rsa-1024"), "te zwak"),
        (Opties(soort="p224"), "te zwak"),
    ],
)
def test_wat_niet_mag_ondertekenen(opties: Opties, reden: str, p12: Callable[..., Path]) -> None:
    """Een certificaat voor iets anders, of met een zwakke sleutel, wordt geweigerd bij het openen."""
    with pytest.raises(OndertekenFout, match=reden):
        open_p12(p12(opties), WACHTWOORD)


@pytest.mark.parametrize(
    "opties",
    [
        Opties(gebruik=False),
        Opties(tekenen=False),
        Opties(onweerlegbaar=False),
        Opties(uitgebreid=(ExtendedKeyUsageOID.EMAIL_PROTECTION,)),
    ],
)
def test_wat_wel_mag_ondertekenen(opties: Opties, p12: Callable[..., Path]) -> None:
    """Eén van beide soorten gebruik is genoeg; een certificaat dat niets zegt, sluit niets uit."""
    assert open_p12(p12(opties), WACHTWOORD).certificaat.houder == "A. Anders"


def test_sha1_in_het_certificaat(tmp_path: Path, bruin: Eigenaar) -> None:
    """Een certificaat dat op sha1 leunt, bewijst niets meer."""
    zwak = asn1_x509.Certificate.load(bruin.der)
    zwak["tbs_certificate"]["signature"]["algorithm"] = "sha1_ecdsa"
    zwak["signature_algorithm"]["algorithm"] = "sha1_ecdsa"
    pad = tmp_path / "x.p12"
    certificaat = x509.load_der_x509_certificate(zwak.dump(force=True))
    pad.write_bytes(
        pkcs12.serialize_key_and_certificates(b"x", bruin.sleutel, certificaat, None, NoEncryption())
    )
    with pytest.raises(OndertekenFout, match="leunt op sha1"):
        open_p12(pad, None)


def test_ed25519_wordt_geweigerd(p12: Callable[..., Path]) -> None:
    """Bijna geen lezer kan een handtekening met Ed25519 in een PDF nagaan."""
    with pytest.raises(OndertekenFout, match="niet wordt ondersteund"):
        open_p12(p12(Opties(soort="ed25519")), WACHTWOORD)


def test_een_sleutel_die_liegt(bruin: Eigenaar) -> None:
    """Een handtekening die het eigen certificaat niet bevestigt, komt nergens in terecht."""
    sleutel = Sleutel(ontleed(bruin.der)[0], (), lambda _: bytes(70))
    with pytest.raises(OndertekenFout, match="horen niet bij elkaar"):
        onderteken(document(), "handtekening-werkgever", sleutel, stempel(), MOMENT)
