"""Reads the law from data files and refuses what is wrong with them."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from dossiergen.errors import RechtOnbekend, SjabloonFout
from dossiergen.recht.waarde import Eenheid, Protocol, Protocolwaarde, Rechtswaarde, Regeling, Waarde
from dossiergen.sjablonen import Sjablonen
from dossiergen.sjablonen.lezen import lees_groep

__all__ = ["Recht", "laad_protocol", "protocolnamen", "recht"]

_DATA = Path(__file__).with_name("data")
_REGELINGEN = "regelingen.yaml"
_PROTOCOLLEN = "protocollen"

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Recht:
    """All values of law by key, and the laws they come from."""

    regelingen: Mapping[str, Regeling]
    waarden: Mapping[str, Rechtswaarde]

    def op(self, sleutel: str, dag: dt.date) -> Waarde:
        """The value with its source. Raises RechtOnbekend where none is known for that day."""
        waarde = self.waarden[sleutel].op(dag)
        if waarde is None:
            raise RechtOnbekend(sleutel)
        return waarde

    def dagen(self, sleutel: str, dag: dt.date) -> int:
        """A term of weeks or days, in days."""
        regel = self.waarden[sleutel]
        aantal = int(self.op(sleutel, dag).waarde)
        if regel.eenheid is Eenheid.WEKEN:
            return 7 * aantal
        if regel.eenheid is not Eenheid.DAGEN:
            raise SjabloonFout(f"{sleutel} is geen termijn in weken of dagen.")
        return aantal

    def getal(self, sleutel: str, dag: dt.date) -> int:
        """The number itself, whatever it counts."""
        return int(self.op(sleutel, dag).waarde)

    def geldt(self, sleutel: str, dag: dt.date) -> bool:
        """A value that is ja or nee; nee where the law did not know it yet."""
        waarde = self.waarden[sleutel].op(dag)
        return waarde is not None and waarde.waarde == "ja"

    def tekst(self, sleutel: str, dag: dt.date) -> str:
        return self.op(sleutel, dag).waarde

    def grond(self, sleutel: str, dag: dt.date) -> str:
        """Where the value stands, as a reader would cite it."""
        return self.vindplaats(self.op(sleutel, dag))

    def vindplaats(self, waarde: Waarde) -> str:
        naam = self.regelingen[waarde.regeling].naam
        return f"{naam}, {waarde.plaats}" if waarde.plaats else naam


@cache
def recht() -> Recht:
    """The law that ships with the package, read once."""
    bestanden = Sjablonen((_DATA,))
    regelingen = {
        sleutel: _gelezen(Regeling, _REGELINGEN, sleutel, inhoud)
        for sleutel, inhoud in lees_groep(_REGELINGEN, bestanden).items()
    }
    waarden: dict[str, Rechtswaarde] = {}
    for pad in sorted(_DATA.glob("*.yaml")):
        if pad.name == _REGELINGEN:
            continue
        for sleutel, inhoud in lees_groep(pad.name, bestanden).items():
            waarde = _gelezen(Rechtswaarde, pad.name, sleutel, {**_groep(inhoud), "sleutel": sleutel})
            if sleutel in waarden:
                raise SjabloonFout(f"{pad.name} noemt {sleutel}, dat al in een ander bestand staat.")
            _controleer_regelingen(pad.name, waarde, regelingen)
            waarden[sleutel] = waarde
    return Recht(regelingen, waarden)


def protocolnamen(sjablonen: Sjablonen) -> tuple[str, ...]:
    """The names of all protocols, sorted."""
    return sjablonen.bestandsnamen(_PROTOCOLLEN, ".yaml")


def laad_protocol(naam: str, sjablonen: Sjablonen) -> Protocol:
    """The protocol `naam`. Raises SjabloonFout with file and key where it cannot be used."""
    bron = f"{_PROTOCOLLEN}/{naam}.yaml"
    inhoud = lees_groep(bron, sjablonen)
    regels = _groep(inhoud.get("waarden"))
    waarden = tuple(
        _gelezen(Protocolwaarde, bron, sleutel, {**_groep(regel), "sleutel": sleutel})
        for sleutel, regel in regels.items()
    )
    for waarde in waarden:
        _controleer_regelingen(bron, waarde, {**recht().regelingen, naam: None})
        if waarde.naast and waarde.naast not in recht().waarden:
            raise SjabloonFout(f"{bron}: {waarde.sleutel} staat naast {waarde.naast}, dat niet bestaat.")
    return _gelezen(Protocol, bron, naam, {**inhoud, "naam": naam, "waarden": waarden})


def _groep(inhoud: object) -> dict[str, Any]:
    return inhoud if isinstance(inhoud, dict) else {}


def _gelezen(model: type[M], bron: str, sleutel: str, inhoud: object) -> M:
    try:
        return model.model_validate(inhoud)
    except ValidationError as fout:
        waar = fout.errors(include_input=False, include_url=False)[0]
        plek = ".".join(str(deel) for deel in (sleutel, *waar["loc"]))
        raise SjabloonFout(
            f"{bron}: {plek} klopt niet.",
            "Kijk in een meegeleverd bestand welke velden er horen, en of perioden elkaar niet overlappen.",
        ) from None


def _controleer_regelingen(
    bron: str, waarde: Rechtswaarde, regelingen: Mapping[str, Regeling | None]
) -> None:
    for een in waarde.waarden:
        if een.regeling not in regelingen:
            raise SjabloonFout(f"{bron}: {waarde.sleutel} noemt een regeling die er niet is.")
