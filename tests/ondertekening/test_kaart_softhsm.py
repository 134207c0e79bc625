"""Een echte PKCS#11-module (SoftHSM2): één keer aanmelden, zo vaak tekenen als nodig."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pkcs11
import pytest
from cryptography.hazmat.primitives import serialization

from dossiergen.errors import OndertekenFout
from dossiergen.ondertekening import Vertrouwen, kijk_na, onderteken, open_token
from ondertekening.papier import document, stempel
from ondertekening.pki import MOMENT, Eigenaar, Gezag, Opties

PIN = "482913"
PLAATSEN = (
    "/usr/lib/softhsm/libsofthsm2.so",
    "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
    "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so",
    "/usr/lib64/pkcs11/libsofthsm2.so",
)
MODULE = next((Path(plaats) for plaats in PLAATSEN if Path(plaats).exists()), Path(PLAATSEN[0]))


class Doos:
    """A safe in a folder, filled with the module's own tools."""

    def __init__(self, map_: Path) -> None:
        self._map = map_

    def kaart(self, naam: str) -> None:
        self._softhsm("--init-token", "--free", "--label", naam, "--so-pin", "87654321", "--pin", PIN)

    def sleutel(self, kaart: str, wie: Eigenaar, naam: str, nummer: str, *, certificaat: bool = True) -> None:
        pad = self._map / f"{naam}.pem"
        pad.write_bytes(
            wie.sleutel.private_bytes(
                serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            )
        )
        self._softhsm("--import", str(pad), "--token", kaart, "--label", naam, "--id", nummer, "--pin", PIN)
        if certificaat:
            self.certificaat(kaart, wie, naam, nummer)

    def certificaat(self, kaart: str, wie: Eigenaar, naam: str, nummer: str) -> None:
        pkcs11.unload(str(MODULE))  # it looks for tokens when it starts
        (bak,) = pkcs11.lib(str(MODULE)).get_tokens(token_label=kaart)
        with bak.open(user_pin=PIN, rw=True) as sessie:
            sessie.create_object(
                {
                    pkcs11.Attribute.CLASS: pkcs11.ObjectClass.CERTIFICATE,
                    pkcs11.Attribute.CERTIFICATE_TYPE: pkcs11.CertificateType.X_509,
                    pkcs11.Attribute.TOKEN: True,
                    pkcs11.Attribute.LABEL: naam,
                    pkcs11.Attribute.ID: bytes.fromhex(nummer),
                    pkcs11.Attribute.SUBJECT: wie.certificaat.subject.public_bytes(),
                    pkcs11.Attribute.VALUE: wie.der,
                }
            )

    def _softhsm(self, *woorden: str) -> None:
        opdracht = shutil.which("softhsm2-util")
        assert opdracht, "softhsm2 ontbreekt: voer tools/setup-lang uit"
        subprocess.run([opdracht, *woorden], check=True, capture_output=True)


@pytest.fixture
def doos(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Doos]:
    (tmp_path / "tokens").mkdir()
    instelling = tmp_path / "softhsm2.conf"
    instelling.write_text(
        f"directories.tokendir = {tmp_path / 'tokens'}\nobjectstore.backend = file\nlog.level = ERROR\n"
    )
    monkeypatch.setenv("SOFTHSM2_CONF", str(instelling))
    yield Doos(tmp_path)
    pkcs11.unload(str(MODULE))


@pytest.mark.parametrize("soort", ["rsa-2048", "p256", "p384"])
def test_een_keer_aanmelden(doos: Doos, soort: str, uitgever: Gezag, wortel: Gezag) -> None:
    """Met één sessie wordt een hele stapel ondertekend; het certificaat van de uitgever op de kaart gaat mee."""
    wie = uitgever.geef("B. de Bruin", Opties(soort=soort), 20)
    doos.kaart("Proefkaart")
    doos.sleutel("Proefkaart", wie, "tekenen", "01")
    doos.certificaat("Proefkaart", uitgever.eigenaar, "uitgever", "99")
    with open_token(MODULE, PIN) as sleutel:
        stapel = [
            onderteken(document(), "handtekening-werkgever", sleutel, stempel(), MOMENT) for _ in range(3)
        ]
    vertrouwen = Vertrouwen((wortel.eigenaar.pem,))
    oordelen = [kijk_na(pdf, vertrouwen, MOMENT)[0] for pdf in stapel]
    assert [(een.houder, een.in_orde) for een in oordelen] == [("B. de Bruin", True)] * 3


def test_een_foute_pincode_telt_een_keer(doos: Doos, uitgever: Gezag) -> None:
    """Na een foute pincode werkt de goede nog: er is niet stiekem doorgeprobeerd."""
    doos.kaart("Proefkaart")
    doos.sleutel("Proefkaart", uitgever.geef("B. de Bruin", Opties(), 20), "tekenen", "01")
    with pytest.raises(OndertekenFout, match="Er is één poging gedaan"), open_token(MODULE, "000000"):
        pass
    with open_token(MODULE, PIN) as sleutel:
        assert sleutel.certificaat.houder == "B. de Bruin"


def test_een_kaart_zonder_sleutel_of_certificaat(doos: Doos, uitgever: Gezag) -> None:
    """Er hoort een sleutel op te staan, en een certificaat bij de sleutel."""
    wie = uitgever.geef("B. de Bruin", Opties(), 20)
    doos.kaart("Proefkaart")
    doos.certificaat("Proefkaart", wie, "los", "02")
    with pytest.raises(OndertekenFout, match="geen geheime sleutel"), open_token(MODULE, PIN):
        pass
    doos.sleutel("Proefkaart", uitgever.geef("Ander", Opties(), 21), "kaal", "03", certificaat=False)
    doos.sleutel("Proefkaart", uitgever.geef("Ander", Opties(), 22), "kaler", "04", certificaat=False)
    with pytest.raises(OndertekenFout, match="staat geen certificaat"), open_token(MODULE, PIN):
        pass


def test_meer_sleutels(doos: Doos, uitgever: Gezag) -> None:
    """De ene die mag tekenen, of die van de naam; anders is de keuze aan de gebruiker."""
    doos.kaart("Proefkaart")
    doos.sleutel("Proefkaart", uitgever.geef("Tekenaar", Opties(), 20), "tekenen", "01")
    doos.sleutel(
        "Proefkaart", uitgever.geef("Slot", Opties(tekenen=False, onweerlegbaar=False), 21), "slot", "02"
    )
    with open_token(MODULE, PIN) as sleutel:
        assert sleutel.certificaat.houder == "Tekenaar"
    doos.sleutel("Proefkaart", uitgever.geef("Tweede", Opties(), 22), "ook", "03")
    with pytest.raises(OndertekenFout, match="meer dan één sleutel") as fout, open_token(MODULE, PIN):
        pass
    assert fout.value.hint == "Kies er een met --label: `ook`, `slot`, `tekenen`."
    with open_token(MODULE, PIN, label="ook") as sleutel:
        assert sleutel.certificaat.houder == "Tweede"
    with pytest.raises(OndertekenFout, match="niet bedoeld om mee"), open_token(MODULE, PIN, label="slot"):
        pass
    with pytest.raises(OndertekenFout, match="geen sleutel met die naam"), open_token(MODULE, PIN, label="x"):
        pass


def test_meer_kaarten(doos: Doos, uitgever: Gezag) -> None:
    """Liggen er twee, dan wijst de naam de kaart aan."""
    for naam in ("Een", "Twee"):
        doos.kaart(naam)
        doos.sleutel(naam, uitgever.geef(f"Van {naam}", Opties(), 20), "tekenen", "01")
    with pytest.raises(OndertekenFout, match="meer dan één kaart"), open_token(MODULE, PIN):
        pass
    tweede = "Twee"
    with open_token(MODULE, PIN, token=tweede) as sleutel:
        assert sleutel.certificaat.houder == "Van Twee"


def test_een_certificaat_van_een_ander(doos: Doos, uitgever: Gezag) -> None:
    """Hoort het certificaat niet bij de sleutel, dan komt er geen handtekening."""
    doos.kaart("Proefkaart")
    doos.sleutel("Proefkaart", uitgever.geef("Echt", Opties(), 20), "tekenen", "01", certificaat=False)
    doos.certificaat("Proefkaart", uitgever.geef("Nep", Opties(), 21), "tekenen", "01")
    with open_token(MODULE, PIN) as sleutel, pytest.raises(OndertekenFout, match="horen niet bij elkaar"):
        onderteken(document(), "handtekening-werkgever", sleutel, stempel(), MOMENT)


def test_de_fixture_is_gebruikt(doos: Doos) -> None:
    """Zonder kaart is er niets om mee te tekenen."""
    assert isinstance(doos, Doos)
    with pytest.raises(OndertekenFout, match="geen kaart of token gevonden"), open_token(MODULE, PIN):
        pass
