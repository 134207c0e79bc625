"""Een pincode wordt één keer geprobeerd, en nooit waar dat de kaart ongemerkt kan blokkeren."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pkcs11
import pytest
from pkcs11 import TokenFlag

from dossiergen.errors import OndertekenFout, OntbrekendHulpmiddel
from dossiergen.ondertekening import open_token
from dossiergen.ondertekening import token as tokenmodule

MODULE = Path("/een/module.so")


@dataclass
class Kaart:
    """A card that counts how often a PIN is tried."""

    label: str = "Kaart"
    flags: TokenFlag = TokenFlag.TOKEN_INITIALIZED
    fout: type[pkcs11.PKCS11Error] = pkcs11.PinIncorrect
    pogingen: list[str] = field(default_factory=list)

    def open(self, *, user_pin: str) -> Any:
        self.pogingen.append(user_pin)
        raise self.fout


@dataclass
class Lezer:
    """A module with cards in its slots."""

    kaarten: list[Kaart]

    def get_slots(self, *, token_present: bool) -> list[Any]:
        assert token_present
        return [
            type("Plaats", (), {"get_token": staticmethod(lambda kaart=kaart: kaart)})
            for kaart in self.kaarten
        ]


@pytest.fixture
def met(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """These cards in the reader."""

    def zet(*kaarten: Kaart) -> None:
        monkeypatch.setattr(pkcs11, "lib", lambda _: Lezer(list(kaarten)))

    return zet


def _weigering(**anders: Any) -> OndertekenFout:
    with pytest.raises(OndertekenFout) as fout, open_token(MODULE, "1234", **anders):
        pass
    assert "1234" not in fout.value.melding + fout.value.hint + repr(fout.value.__cause__)
    return fout.value


@pytest.mark.parametrize(
    ("fout", "reden"),
    [
        (pkcs11.PinIncorrect, "De pincode klopt niet. Er is één poging gedaan."),
        (pkcs11.PinLenRange, "De pincode klopt niet. Er is één poging gedaan."),
        (pkcs11.PinLocked, "De pincode van deze kaart is geblokkeerd."),
        (pkcs11.PinExpired, "De pincode van deze kaart moet eerst worden ingesteld of gewijzigd."),
        (pkcs11.DeviceRemoved, "De kaart of het token geeft een fout en er is niet getekend."),
        (pkcs11.GeneralError, "De kaart of het token geeft een fout en er is niet getekend."),
    ],
)
def test_precies_een_poging(met: Callable[..., None], fout: type[pkcs11.PKCS11Error], reden: str) -> None:
    """Wat er ook misgaat, de pincode gaat één keer naar de kaart."""
    kaart = Kaart(fout=fout)
    met(kaart)
    assert _weigering().melding == reden
    assert kaart.pogingen == ["1234"]


def test_een_geblokkeerde_kaart(met: Callable[..., None]) -> None:
    """Een kaart die zegt dat zij geblokkeerd is, krijgt geen pincode, ook niet als laatste poging."""
    kaart = Kaart(flags=TokenFlag.TOKEN_INITIALIZED | TokenFlag.USER_PIN_LOCKED)
    met(kaart)
    assert {_weigering().melding, _weigering(laatste_poging=True).melding} == {
        "De pincode van deze kaart is geblokkeerd."
    }
    assert kaart.pogingen == []


def test_de_laatste_poging(met: Callable[..., None]) -> None:
    """De laatste poging is voor wie haar wil doen."""
    kaart = Kaart(flags=TokenFlag.TOKEN_INITIALIZED | TokenFlag.USER_PIN_FINAL_TRY)
    met(kaart)
    assert "Er is niets geprobeerd" in _weigering().melding
    assert kaart.pogingen == []
    assert "De pincode klopt niet" in _weigering(laatste_poging=True).melding
    assert kaart.pogingen == ["1234"]


def test_welke_kaart(met: Callable[..., None]) -> None:
    """Geen kaart, meer dan één, of niet die van die naam: er wordt niets geprobeerd."""
    een, twee, drie = Kaart("Een"), Kaart("Twee"), "Drie"
    met()
    assert _weigering().melding == "Er is geen kaart of token gevonden."
    met(Kaart(flags=TokenFlag(0)))
    assert _weigering().melding == "Er is geen kaart of token gevonden."
    met(een, twee)
    meer = _weigering()
    assert (meer.melding, meer.hint) == (
        "Er is meer dan één kaart of token.",
        "Kies er een met --token: `Een`, `Twee`.",
    )
    assert _weigering(token=drie).hint == "Er is wel: `Een`, `Twee`."
    assert een.pogingen == twee.pogingen == []
    assert "De pincode klopt niet" in _weigering(token=twee.label).melding
    assert (een.pogingen, twee.pogingen) == ([], ["1234"])


@pytest.mark.parametrize("module", [MODULE, Path(__file__)])
def test_een_module_die_er_geen_is(module: Path) -> None:
    """Een bestand dat er niet is of geen module is, wordt geweigerd."""
    with pytest.raises(OndertekenFout, match="kan niet worden geladen"), open_token(module, "1234"):
        pass


def test_zonder_python_pkcs11(monkeypatch: pytest.MonkeyPatch) -> None:
    """Het onderdeel voor kaarten is niet altijd geïnstalleerd."""
    monkeypatch.setattr(tokenmodule, "_AANWEZIG", False)
    with pytest.raises(OntbrekendHulpmiddel) as fout, open_token(MODULE, "1234"):
        pass
    assert fout.value.hint == "Voer dit uit: pip install python-pkcs11"
