"""What every model of a case shares: unknown keys are refused, nothing changes after reading."""

from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from dossiergen.zaak.labels import IEDEREEN, veld
from dossiergen.zaak.typen import Zin

__all__ = ["Aanhef", "Adres", "Model"]


class Model(BaseModel):
    """Base of all models: closed, frozen, and silent about values in its errors."""

    # Built on first use: a case without a second opinion does not pay for its models.
    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True, defer_build=True)


class Aanhef(StrEnum):
    """How somebody is addressed."""

    MEVROUW = "mevrouw"
    HEER = "heer"
    NEUTRAAL = "neutraal"


class Adres(Model):
    """A postal address, as on an envelope."""

    straat: Zin = veld("Straat en huisnummer, of postbus.", IEDEREEN)
    postcode: Zin = veld("Postcode, bijvoorbeeld 6411 AB.", IEDEREEN)
    plaats: Zin = veld("Woon- of vestigingsplaats.", IEDEREEN)
    land: Zin | None = veld("Land, alleen buiten Nederland.", IEDEREEN, default=None)
