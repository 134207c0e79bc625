"""Invents what a field can hold, as it would stand in YAML: by the models alone, so that it follows them."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from random import Random
from typing import Any, get_args

from pydantic import AfterValidator, BaseModel, BeforeValidator

from doelgroepen.velden import Veldsoort, veldsoort
from dossiergen.zaak import typen
from dossiergen.zaak.stukgegevens import HandtekeningPartij

__all__ = ["Verzinner"]

_WOORDEN = (
    "het", "werk", "wordt", "rustig", "opgebouwd", "met", "vaste", "dagdelen", "en", "zonder", "haast", "Őz",
    "Çağla", "naïef", "<b>", "&", "'s", '"ja"', "{{", "}}", "{%", "100%", "—", "tillen", "staan", "overleg",
)  # fmt: skip
_HUISSTIJLEN = ("standaard", "limburgflex", "arbozuid")
_BEGIN = dt.date(2024, 6, 1)
_DAGEN = 1200
_LIJST = 3
_LEEG = 0.35
"""How often what may be empty is."""


class Verzinner:
    """`sleutels`: what stands in organisaties.yaml, by its kind."""

    def __init__(self, kies: Random, sleutels: Mapping[str, Sequence[str]]) -> None:
        self._kies = kies
        self._sleutels = sleutels

    def model(self, model: type[BaseModel]) -> dict[str, Any]:
        """A whole model, with what must be there and some of what may."""
        data: dict[str, Any] = {}
        for naam, field in model.model_fields.items():
            if field.is_required() or self._kies.random() > _LEEG:
                data[naam] = self.veld(model, naam)
        if issubclass(model, HandtekeningPartij) and "getekend_op" in data:
            data.pop("geweigerd", None)
        return data

    def veld(self, model: type[BaseModel], naam: str) -> Any:
        if naam == "huisstijl":
            return self._kies.choice(_HUISSTIJLEN)
        soort = veldsoort(model, naam)
        if soort.kaart:
            return {sleutel: self.model(soort.kern) for sleutel in self._sleutels[naam]}
        if soort.lijst:
            aantal = self._kies.randint(soort.minstens, max(_LIJST, soort.minstens))
            return [self._een(soort) for _ in range(aantal)]
        return self._een(soort)

    def ander(self, model: type[BaseModel], naam: str, oud: Any) -> Any:
        """Something else than what stands there; None for nothing."""
        field = model.model_fields[naam]
        mag_weg = not field.is_required()
        standaard = _als_tekst(field.get_default(call_default_factory=True)) if mag_weg else None
        gelijk = {repr(oud), repr(standaard if oud is None else oud)}
        while True:
            nieuw = None if mag_weg and self._kies.random() < _LEEG else self.veld(model, naam)
            if repr(nieuw) not in gelijk and repr(standaard if nieuw is None else nieuw) not in gelijk:
                return nieuw

    def _een(self, soort: Veldsoort) -> Any:
        if soort.kiest_uit:
            return self._kies.choice(self._sleutels[soort.kiest_uit])
        if soort.model:
            return self.model(soort.model)
        if issubclass(soort.kern, Enum):
            return self._kies.choice([lid.value for lid in soort.kern])
        return _MAKERS[_lezer(soort.metadata)](self._kies, soort)


def _als_tekst(waarde: Any) -> Any:
    """A default as it would stand in YAML."""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, tuple):
        return list(waarde)
    if isinstance(waarde, BaseModel):
        return {}
    return None if waarde is None else str(waarde)


def _lezer(metadata: Sequence[Any]) -> Any:
    """The function that reads a type from text tells the types apart."""
    return next(deel.func for deel in metadata if isinstance(deel, BeforeValidator))


def _grens(soort: Veldsoort, naam: str, anders: int) -> int:
    return next((int(getattr(deel, naam)) for deel in soort.metadata if hasattr(deel, naam)), anders)


def _tekst(kies: Random, soort: Veldsoort) -> str:
    een_regel = any(isinstance(deel, AfterValidator) and deel.func is _EEN_REGEL for deel in soort.metadata)
    alineas = 1 if een_regel else kies.randint(1, 2)
    return "\n\n".join("x" + " ".join(kies.choices(_WOORDEN, k=kies.randint(1, 8))) for _ in range(alineas))


def _geheel(kies: Random, soort: Veldsoort) -> str:
    return str(kies.randint(_grens(soort, "ge", 0), _grens(soort, "le", 99)))


def _getal(kies: Random, soort: Veldsoort) -> str:
    return f"{kies.randint(1, _grens(soort, 'le', 80) - 1)},{kies.randint(0, 99):02}"


def _datum(kies: Random, _: Veldsoort) -> str:
    return (_BEGIN + dt.timedelta(days=kies.randrange(_DAGEN))).isoformat()


def _bsn(kies: Random, _: Veldsoort) -> str:
    return kies.choice([str(nr) for nr in range(999_990_000, 999_990_400) if typen.elfproef(str(nr))])


def _lees(alias: Any) -> Any:
    return _lezer(get_args(alias)[1:])


_EEN_REGEL = next(
    deel.func
    for deel in get_args(typen.Zin)
    if isinstance(deel, AfterValidator) and deel not in get_args(typen.Tekst)
)
_MAKERS: Mapping[Any, Callable[[Random, Veldsoort], str]] = {
    _lees(typen.Zin): _tekst,
    _lees(typen.Datum): _datum,
    _lees(typen.JaNee): lambda kies, _: kies.choice(("ja", "nee")),
    _lees(typen.Uren): _getal,
    _lees(typen.Nummer): _geheel,
    _lees(typen.Bedrag): lambda kies, _: f"{kies.randint(0, 9999)},{kies.randint(0, 99):02}",
    _lees(typen.Bsn): _bsn,
    _lees(typen.Loonheffingennummer): lambda kies, _: f"{kies.randrange(10**9):09}L{kies.randint(1, 99):02}",
    _lees(typen.Kenmerk): lambda kies, _: f"{kies.randint(2020, 2030)}-{kies.randint(0, 9999):04}",
    _lees(typen.Certificaatafdruk): lambda kies, _: f"{kies.getrandbits(256):064x}",
    _lees(typen.Bestandsnaam): lambda kies, _: f"scan-{kies.randrange(10**6)}.pdf",
    _lees(typen.Sleutel): lambda kies, _: f"s{kies.randrange(10**6)}",
}
