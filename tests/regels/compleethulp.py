"""A case of 660 days whose verslag is complete, in memory: a dossier in time, with every document signed.

Also what the rules about the verslag find in such a case.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from calhulp import GEEN_GESPREKKEN, VERSLAG, Anders, D, dag, tijdig

from dossiergen.finding import Overtreding
from dossiergen.regels import controleer, onderzoek, soort_van
from dossiergen.zaak import Stuk, Zaak
from dossiergen.zaak.gegevens import Bekwaamheden

__all__ = [
    "INGEDIEND",
    "OORDELEN",
    "VERSLAGSTUKKEN",
    "Rij",
    "bevonden",
    "compleet",
    "fout",
    "let_op",
    "met_stukken",
    "overtredingen",
    "zonder_stukken",
]

INGEDIEND = 660
"""So many days after the first one the verslag was handed in."""
VERSLAGSTUKKEN = (
    "probleemanalyse",
    "plan-van-aanpak",
    *GEEN_GESPREKKEN,
    "eerstejaarsevaluatie",
    "actueel-oordeel",
    "eindevaluatie",
)
"""The documents of the verslag by name, in its order."""
OORDELEN: Mapping[str, Any] = {"arbeidsrelatie": {"oordeel": "goed"}, "passende_arbeid": {"aanwezig": "ja"}}

Rij = tuple[str, str, str, str, tuple[str, ...]]
"""Code, severity, file, path, and the other files that it shows."""
_OOK = ("PA-09", "EIND-01", "EIND-02", "ACT-01")

_EXTRA: Mapping[str, Mapping[str, Any]] = {
    "actueel-oordeel": OORDELEN,
    "eindevaluatie": OORDELEN,
    "re-integratieverslag": {
        "medische_informatie_meegegeven": dag(637),
        "oordeel_werknemer_ontvangen": "ja",
    },
}


def compleet(anders: Anders | None = None, **rest: Any) -> Zaak:
    """The case with other fields of some documents, or without some; `rest` is of the absence or the employment.

    A document whose `ondertekening` is given keeps it; any other is signed by everybody on its own day.
    """
    stukken: dict[str, Mapping[str, Any] | int | None] = dict(anders or {})
    for naam, velden in _EXTRA.items():
        eigen = stukken.get(naam, {})
        if eigen is not None:
            stukken[naam] = {**velden, **({"op": eigen} if isinstance(eigen, int) else eigen)}
    gemaakt = tijdig(INGEDIEND, stukken, **rest)
    bekwaamheden = Bekwaamheden.model_validate({"opleiding": "mbo niveau 3"})
    return replace(
        gemaakt,
        gegevens=gemaakt.gegevens.model_copy(update={"bekwaamheden": bekwaamheden}),
        stukken=tuple(
            stuk if _gegeven(stukken.get(stuk.naam)) else _getekend(stuk) for stuk in gemaakt.stukken
        ),
    )


def _gegeven(velden: Mapping[str, Any] | int | None) -> bool:
    return isinstance(velden, Mapping) and "ondertekening" in velden


def _getekend(stuk: Stuk) -> Stuk:
    ondertekening = getattr(stuk.gegevens, "ondertekening", None)
    if ondertekening is None:
        return stuk
    op = {"getekend_op": str(stuk.gegevens.datum)}
    getekend = type(ondertekening).model_validate(dict.fromkeys(type(ondertekening).model_fields, op))
    return replace(stuk, gegevens=stuk.gegevens.model_copy(update={"ondertekening": getekend}))


def zonder_stukken(zaak: Zaak, *namen: str) -> Zaak:
    """The same case without the documents of these names."""
    return replace(zaak, stukken=tuple(stuk for stuk in zaak.stukken if stuk.naam not in namen))


def met_stukken(zaak: Zaak, *erbij: Stuk) -> Zaak:
    """The same case with more documents."""
    return replace(zaak, stukken=(*zaak.stukken, *erbij))


def overtredingen(zaak: Zaak, peildag: int = INGEDIEND) -> list[Overtreding]:
    gevonden = controleer(onderzoek(zaak, D + dt.timedelta(days=peildag)))
    return [o for o in gevonden if o.code.startswith("RIV-") or o.code in _OOK]


def bevonden(zaak: Zaak, peildag: int = INGEDIEND) -> list[Rij]:
    """Everything that the rules find about the verslag and what it needs, sorted."""
    return sorted(
        (
            o.code,
            (o.ernst or soort_van(o.code).ernst).value,
            o.bestand,
            ".".join(map(str, o.pad)),
            tuple(bestand for bestand, _ in o.elders),
        )
        for o in overtredingen(zaak, peildag)
    )


def fout(code: str, *elders: str) -> Rij:
    return code, "fout", VERSLAG, "status", elders


def let_op(code: str, pad: str, bestand: str = VERSLAG, *elders: str) -> Rij:
    return code, "waarschuwing", bestand, pad, elders
