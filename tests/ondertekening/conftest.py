"""One throwaway authority for all tests, and a document that was signed once and twice."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from dossiergen.ondertekening import Sleutel, Vertrouwen, onderteken, open_p12
from ondertekening.papier import document, stempel
from ondertekening.pki import GOED, MOMENT, WACHTWOORD, Eigenaar, Gezag, Opties

# A card reader in software (softhsm2), which tools/setup-lang installs.
collect_ignore = [] if os.environ.get("DOSSIERGEN_LANG") == "1" else ["test_kaart_softhsm.py"]


@pytest.fixture(autouse=True)
def _zonder_tussenpersoon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever proxy a machine has, a server of a test is on the machine itself."""
    monkeypatch.setenv("no_proxy", "127.0.0.1")


@pytest.fixture(scope="session")
def wortel() -> Gezag:
    return Gezag.wortel()


@pytest.fixture(scope="session")
def uitgever(wortel: Gezag) -> Gezag:
    return wortel.tussen()


@pytest.fixture(scope="session")
def vertrouwen(wortel: Gezag) -> Vertrouwen:
    return Vertrouwen((wortel.eigenaar.pem,))


@pytest.fixture(scope="session")
def bruin(uitgever: Gezag) -> Eigenaar:
    return uitgever.geef()


@pytest.fixture(scope="session")
def sleutel_van(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Eigenaar], Sleutel]:
    """Somebody's key, as it comes out of a file."""
    map_ = tmp_path_factory.mktemp("sleutels")

    def open_(wie: Eigenaar) -> Sleutel:
        return open_p12(wie.p12(map_ / f"{wie.certificaat.serial_number:x}.p12"), WACHTWOORD)

    return open_


@pytest.fixture(scope="session")
def sleutel(bruin: Eigenaar, sleutel_van: Callable[[Eigenaar], Sleutel]) -> Sleutel:
    return sleutel_van(bruin)


@pytest.fixture(scope="session")
def eenmaal(sleutel: Sleutel) -> bytes:
    return onderteken(document(), "handtekening-werkgever", sleutel, stempel(), MOMENT)


@pytest.fixture(scope="session")
def tweemaal(eenmaal: bytes, uitgever: Gezag, sleutel_van: Callable[[Eigenaar], Sleutel]) -> bytes:
    ander = sleutel_van(uitgever.geef("J. Jansen", Opties(soort="rsa-2048"), 2))
    return onderteken(eenmaal, "handtekening-werknemer", ander, stempel(), MOMENT)


@pytest.fixture
def p12(tmp_path: Path, uitgever: Gezag) -> Callable[..., Path]:
    """A key file of somebody whose certificate is as asked."""

    def maak(opties: Opties = GOED, wachtwoord: str | None = WACHTWOORD) -> Path:
        return uitgever.geef("A. Anders", opties, 7).p12(tmp_path / "sleutel.p12", wachtwoord)

    return maak
