"""PRV-01: words about somebody's health in what the employer reads, and what to write instead."""

from collections.abc import Iterator
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin

from dossiergen.finding import Overtreding, Soort
from dossiergen.medisch import Achtergrond, Treffer, aandachtswoorden, noemt_afkorting, noemt_een_van, vind
from dossiergen.regels.onderzoek import Onderzoek
from dossiergen.regels.regel import stukregel, zaakregel
from dossiergen.regels.teksten import teksten_van
from dossiergen.zaak import Stuk, Zaak
from dossiergen.zaak.basis import Adres, Model
from dossiergen.zaak.gegevens import Bekwaamheden, Dienstverband, Uitzondering, Werknemer
from dossiergen.zaak.labels import Doelgroep, zichtbaar_voor
from dossiergen.zaak.stukgegevens import Handtekening, Hervattingsstand, Stukgegevens
from dossiergen.zaak.yaml import Pad

__all__: list[str] = []

_ZAAK = "zaak.yaml"
_MEDISCH_WOORD = Soort(
    "PRV-01",
    "In deze tekst staan medische woorden.",
    "Schrijf wat de werknemer nog wel en niet kan.",
    grond="Algemene verordening gegevensbescherming, art. 9",
)
# Names of people and places, which the case gives as such.
_NAMEN = (Werknemer, Adres, Handtekening)
# What a finding is called, and the name of a job, are no telling of somebody.
_GEEN_ZIN = frozenset(
    {
        (Dienstverband, "functie"),
        (Hervattingsstand, "functie"),
        (Uitzondering, "code"),
        (Uitzondering, "bestand"),
        (Uitzondering, "pad"),
    }
)
# More than these nobody looks up one by one.
_GENOEMD = 5
_OVER_WERK = (Dienstverband, Bekwaamheden)


@zaakregel(_MEDISCH_WOORD)
def medisch_woord_in_de_zaak(wat: Onderzoek) -> Iterator[Overtreding]:
    return _overtredingen(wat.zaak, _ZAAK, wat.zaak.gegevens)


@stukregel(_MEDISCH_WOORD, Stukgegevens)
def medisch_woord_in_een_stuk(wat: Onderzoek, stuk: Stuk, gegevens: Stukgegevens) -> Iterator[Overtreding]:
    """The labels keep the documents of the bedrijfsarts' own side out of it."""
    return _overtredingen(wat.zaak, stuk.bestand, gegevens)


def _overtredingen(zaak: Zaak, bestand: str, model: Model) -> Iterator[Overtreding]:
    teksten = teksten_van(model)
    woorden = aandachtswoorden(teksten.samen)
    for pad, tekst in teksten.elk():
        if not (noemt_een_van(tekst, woorden) or noemt_afkorting(tekst)):
            continue
        veld = _veld(type(model), tuple(deel for deel in pad if isinstance(deel, str)))
        if veld is not None:
            treffers = vind(tekst, _omgeving(zaak, over_werk=issubclass(veld, _OVER_WERK)))
            if treffers:
                yield _overtreding(bestand, pad, tekst, treffers)


def _overtreding(bestand: str, pad: Pad, tekst: str, treffers: tuple[Treffer, ...]) -> Overtreding:
    """One for a field. It says where the words are and of what kind, never which."""
    plekken = [
        f"{treffer.soort} (het {_hoeveelste(tekst, treffer)}e woord)" for treffer in treffers[:_GENOEMD]
    ]
    if len(treffers) > _GENOEMD:
        plekken.append("nog meer verderop")
    adviezen = dict.fromkeys(treffer.advies for treffer in treffers[:_GENOEMD])
    return Overtreding(
        "PRV-01",
        bestand,
        pad,
        f"De werkgever leest deze tekst, en er staat een medisch gegeven in: {_opsomming(plekken)}.",
        oplossing=f"Haal dit weg. Schrijf alleen wat de werknemer kan en niet kan, zoals: {'; of: '.join(adviezen)}.",
    )


def _hoeveelste(tekst: str, treffer: Treffer) -> int:
    return len(tekst[: treffer.begin + 1].split())


def _opsomming(delen: list[str]) -> str:
    return " en ".join([", ".join(delen[:-1]), delen[-1]] if len(delen) > 1 else delen)


def _omgeving(zaak: Zaak, *, over_werk: bool) -> Achtergrond:
    gegevens, organisaties = zaak.gegevens, zaak.organisaties
    werkgever = organisaties.werkgevers[gegevens.werkgever]
    namen = (
        gegevens.werknemer.achternaam,
        *(persoon.achternaam for persoon in organisaties.personen.values()),
    )
    return Achtergrond(
        gegevens.dienstverband.functie,
        f"{werkgever.naam} {werkgever.aard_bedrijf or ''}",
        namen,
        over_werk,
    )


@cache
def _veld(model: type[Model], namen: tuple[str, ...]) -> type[Model] | None:
    """The model that a text stands in; None where the employer does not see it, or it is no telling of somebody."""
    for naam in namen[:-1]:
        if not _ziet_werkgever(model, naam):
            return None
        model = _model_van(model.model_fields[naam].annotation)
    if issubclass(model, _NAMEN) or (model, namen[-1]) in _GEEN_ZIN:
        return None
    return model if _ziet_werkgever(model, namen[-1]) else None


def _ziet_werkgever(model: type[Model], naam: str) -> bool:
    return Doelgroep.WERKGEVER in zichtbaar_voor(model.model_fields[naam])


def _model_van(annotatie: Any) -> type[Model]:
    """Of a field that may be empty, or hold a list."""
    if get_origin(annotatie) in {Union, UnionType, tuple}:
        annotatie = next(deel for deel in get_args(annotatie) if deel not in {type(None), Ellipsis})
        return _model_van(annotatie)
    gevonden: type[Model] = annotatie
    return gevonden
