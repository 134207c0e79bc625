"""A case as it was known on a day: what was decided, reported or begun later is not in it."""

import datetime as dt
from dataclasses import replace
from typing import Any

from dossiergen.zaak import Stuk, Zaak
from dossiergen.zaak.gegevens import Verzuim
from dossiergen.zaak.plan_van_aanpak import Reintegratieverslag

__all__ = ["zoals_bekend_op"]

_MELDINGEN = ("gemeld_aan_arbodienst", "uwv_ziekmelding", "uwv_melding_42e_week")
_VAN_HET_VERSLAG = (
    "kopie_aan_werknemer",
    "medische_informatie_meegegeven",
    "wia_aanvraag",
    "ingediend_bij_uwv",
)


def zoals_bekend_op(zaak: Zaak, dag: dt.date) -> Zaak:
    """The case without what came after a day; the very same case where nothing did."""
    verzuim = _verzuim(zaak.gegevens.verzuim, dag)
    stukken = tuple(_stuk(stuk, dag) for stuk in zaak.stukken)
    if not verzuim and all(een is ander for een, ander in zip(stukken, zaak.stukken, strict=True)):
        return zaak
    nieuw = zaak.gegevens.verzuim.model_copy(update=verzuim)
    return replace(zaak, gegevens=zaak.gegevens.model_copy(update={"verzuim": nieuw}), stukken=stukken)


def _verzuim(verzuim: Verzuim, dag: dt.date) -> dict[str, Any]:
    """The fields that were otherwise on the day. An absence that had not begun yet is left as it is."""
    anders: dict[str, Any] = {veld: None for veld in _MELDINGEN if _later(getattr(verzuim, veld), dag)}
    periodes = tuple(
        periode.model_copy(update={"tot_en_met": None}) if _later(periode.tot_en_met, dag) else periode
        for periode in verzuim.periodes
        if periode.van <= dag
    )
    if periodes and periodes != verzuim.periodes:
        anders["periodes"] = periodes
    for veld, begin in (
        ("verlof", "van"),
        ("hervattingen", "vanaf"),
        ("verkorte_wachttijd", "aangevraagd_op"),
    ):
        rijen = getattr(verzuim, veld)
        bekend = tuple(rij for rij in rijen if getattr(rij, begin) <= dag)
        if len(bekend) < len(rijen):
            anders[veld] = bekend
    if verzuim.verlenging and verzuim.verlenging.aangevraagd_op > dag:
        anders["verlenging"] = None
    if sanctie := verzuim.loonsanctie:
        later = {
            veld: None
            for veld in ("herstel_gemeld_op", "besluit_bekorting_op")
            if _later(getattr(sanctie, veld), dag)
        }
        if sanctie.besluit_op > dag:
            anders["loonsanctie"] = None
        elif later:
            anders["loonsanctie"] = sanctie.model_copy(update=later)
    return anders


def _stuk(stuk: Stuk, dag: dt.date) -> Stuk:
    """Of the verslag, what became of it after the day."""
    gegevens = stuk.gegevens
    if not isinstance(gegevens, Reintegratieverslag):
        return stuk
    later = {veld: None for veld in _VAN_HET_VERSLAG if _later(getattr(gegevens, veld), dag)}
    return replace(stuk, gegevens=gegevens.model_copy(update=later)) if later else stuk


def _later(gebeurd: dt.date | None, dag: dt.date) -> bool:
    return gebeurd is not None and gebeurd > dag
