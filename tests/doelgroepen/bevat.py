"""Whether a real value is one of the kinds that it was taken for where no case was at hand."""

from collections.abc import Mapping
from functools import singledispatch
from typing import Any

from doelgroepen.soorten import (
    Beeldsoort,
    Enkel,
    Functie,
    Groep,
    Lijst,
    Reeks,
    Soort,
    Soorten,
    Vast,
    soorten_van,
)
from doelgroepen.velden import Blik
from dossiergen.inzage import Beeld

__all__ = ["bevat"]


def bevat(soorten: Soorten, waarde: Any, blik: Blik) -> bool:
    """Down to the last field of a Beeld: it has those that these readers see, and no other."""
    return any(_bevat(soort, waarde, blik) for soort in soorten)


@singledispatch
def _bevat(soort: Soort, waarde: Any, blik: Blik) -> bool:  # noqa: ARG001  what a macro or module is, is in no value
    return False


@_bevat.register
def _(soort: Vast, waarde: Any, _blik: Blik) -> bool:
    return Vast(waarde) == soort


@_bevat.register
def _(soort: Enkel, waarde: Any, _blik: Blik) -> bool:
    return isinstance(waarde, soort.soort)


@_bevat.register
def _(_soort: Functie, waarde: Any, _blik: Blik) -> bool:
    return callable(waarde)


@_bevat.register
def _(soort: Reeks, waarde: Any, blik: Blik) -> bool:
    return len(waarde) == len(soort.delen) and all(
        bevat(deel, lid, blik) for deel, lid in zip(soort.delen, waarde, strict=True)
    )


@_bevat.register
def _(soort: Lijst, waarde: Any, blik: Blik) -> bool:
    vol_genoeg = isinstance(waarde, tuple) and (soort.mag_leeg or len(waarde) > 0)
    return vol_genoeg and all(bevat(soort.deel, lid, blik) for lid in waarde)


@_bevat.register
def _(soort: Groep, waarde: Any, blik: Blik) -> bool:
    return isinstance(waarde, Mapping) and all(bevat(deel, waarde[naam], blik) for naam, deel in soort.velden)


@_bevat.register
def _(soort: Beeldsoort, waarde: Any, blik: Blik) -> bool:
    if not isinstance(waarde, Beeld):
        return False
    gezien = {naam for naam, field in soort.model.model_fields.items() if blik.ziet(field)}
    velden: Mapping[str, Any] = waarde._velden  # noqa: SLF001  what a Beeld is made of
    return velden.keys() == gezien and all(
        bevat(soorten_van(soort.model, naam), deel, blik) for naam, deel in velden.items()
    )
