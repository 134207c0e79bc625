"""Projects a Zaak for the readers of one document: the intersection of what each of them may see."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel

from dossiergen.inzage.beeld import Beeld
from dossiergen.zaak import Doelgroep, Organisaties, Stuk, Zaak
from dossiergen.zaak.gegevens import Rolvervulling
from dossiergen.zaak.labels import alleen_voor_uwv, zichtbaar_voor
from dossiergen.zaak.typen import Verwijzing
from dossiergen.zaak.yaml import pad_tekst
from dossiergen.zaak.zaak import in_functie

__all__ = ["Afgeleid", "Inzage", "projecteer"]


@dataclass(frozen=True, slots=True)
class Inzage:
    """All that a document's template may use."""

    zaak: Beeld
    stuk: Beeld
    werkgever: Beeld
    arbodienst: Beeld
    casemanager: Beeld
    bedrijfsarts: Beeld
    volgnummer: int | None
    """Of a document of which there can be several."""
    vorige: Beeld | None
    """The fixed document before this one in the same line, if there is one."""
    overzicht: Beeld | None
    """What follows from the case as a whole; only for a document that asks for it."""
    raadpleging: Beeld | None = None
    """What the documents of one second opinion share; None for every other document."""
    uitleg: Beeld | None = None
    """What law and practice say about that second opinion."""


@dataclass(frozen=True, slots=True)
class _Blik:
    """Whose eyes look."""

    lezers: frozenset[Doelgroep]
    voor_uwv: bool
    organisaties: Organisaties


@dataclass(frozen=True, slots=True)
class Afgeleid:
    """What was derived from a case, with a label on each of its fields as the case has."""

    overzicht: BaseModel | None = None
    uitleg: BaseModel | None = None


_NIETS = Afgeleid()


def projecteer(
    zaak: Zaak,
    stuk: Stuk,
    lezers: Iterable[Doelgroep],
    *,
    voor_uwv: bool,
    afgeleid: Afgeleid = _NIETS,
) -> Inzage:
    """The case and one of its documents for these readers together.

    `voor_uwv`: the document is bound for UWV and carries the BSN in every copy.
    """
    blik = _Blik(frozenset(lezers), voor_uwv, zaak.organisaties)
    gegevens, datum = zaak.gegevens, stuk.gegevens.datum
    vorige = zaak.vorige(stuk)
    return Inzage(
        zaak=_beeld(gegevens, "zaak.yaml", "", blik),
        stuk=_stuk(stuk, blik),
        werkgever=_verwezen("werkgevers", gegevens.werkgever, blik),
        arbodienst=_verwezen("arbodiensten", gegevens.arbodienst, blik),
        casemanager=_in_functie(gegevens.casemanager, datum, blik),
        bedrijfsarts=_in_functie(gegevens.bedrijfsarts, datum, blik),
        volgnummer=stuk.volgnummer,
        vorige=_stuk(vorige, blik) if vorige else None,
        overzicht=_beeld(afgeleid.overzicht, "", "", blik) if afgeleid.overzicht else None,
        raadpleging=_raadpleging(stuk, blik),
        uitleg=_beeld(afgeleid.uitleg, "", "", blik) if afgeleid.uitleg else None,
    )


def _stuk(stuk: Stuk, blik: _Blik) -> Beeld:
    return _beeld(stuk.gegevens, stuk.bestand, pad_tekst(stuk.pad), blik)


def _raadpleging(stuk: Stuk, blik: _Blik) -> Beeld | None:
    """Stands where the document stands: two steps, the list and the place in it."""
    if stuk.raadpleging is None:
        return None
    return _beeld(stuk.raadpleging, stuk.bestand, pad_tekst(stuk.pad[:2]), blik)


def _in_functie(vervullingen: tuple[Rolvervulling, ...], op: dt.date, blik: _Blik) -> Beeld:
    return _verwezen("personen", in_functie(vervullingen, op).persoon, blik)


def _beeld(model: BaseModel, bestand: str, pad: str, blik: _Blik) -> Beeld:
    velden = {
        naam: _waarde(getattr(model, naam), soort, bestand, f"{pad}.{naam}" if pad else naam, blik)
        for naam, soort in _zichtbaar(type(model), blik.lezers, blik.voor_uwv)
    }
    return Beeld(velden, bestand, pad)


def _waarde(waarde: Any, soort: str | None, bestand: str, pad: str, blik: _Blik) -> Any:
    if isinstance(waarde, BaseModel):
        return _beeld(waarde, bestand, pad, blik)
    if isinstance(waarde, tuple):
        return tuple(_waarde(deel, soort, bestand, f"{pad}.{nr}", blik) for nr, deel in enumerate(waarde))
    if soort is not None and waarde is not None:
        return _verwezen(soort, waarde, blik)
    return waarde


def _verwezen(soort: str, sleutel: str, blik: _Blik) -> Beeld:
    """The entry of organisaties.yaml that a key names."""
    model: BaseModel = getattr(blik.organisaties, soort)[sleutel]
    return _beeld(model, "organisaties.yaml", f"{soort}.{sleutel}", blik)


@cache
def _zichtbaar(
    model: type[BaseModel], lezers: frozenset[Doelgroep], voor_uwv: bool
) -> tuple[tuple[str, str | None], ...]:
    """Names of the fields that all of these readers may see, with what a key in them refers to."""
    return tuple(
        (naam, _verwijst_naar(field.annotation, field.metadata))
        for naam, field in model.model_fields.items()
        if lezers <= zichtbaar_voor(field) and (voor_uwv or not alleen_voor_uwv(field))
    )


def _verwijst_naar(annotatie: Any, metadata: Iterable[Any]) -> str | None:
    for merk in metadata:
        if isinstance(merk, Verwijzing) and merk.volgen:
            return merk.soort
    if hasattr(annotatie, "__metadata__"):
        return _verwijst_naar(get_args(annotatie)[0], annotatie.__metadata__)
    if get_origin(annotatie) in {Union, UnionType, tuple}:
        for deel in get_args(annotatie):
            if gevonden := _verwijst_naar(deel, ()):
                return gevonden
    return None
