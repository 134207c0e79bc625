"""Where a field belongs when it stands in the wrong place, and which fields no employer may keep."""

from collections.abc import Iterator, Mapping
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel

from dossiergen.zaak.bedrijfsartsdeel import (
    BESTAND,
    VERZOEKEN,
    Bedrijfsartsdeel,
    MedischeInformatie,
    Omstandigheden,
)
from dossiergen.zaak.gegevens import Zaakgegevens
from dossiergen.zaak.labels import Doelgroep, zichtbaar_voor
from dossiergen.zaak.mappen import soort_van
from dossiergen.zaak.organisaties import Organisaties
from dossiergen.zaak.zaak import STUKSOORTEN

__all__ = [
    "code_van_sleutel",
    "deel_van",
    "in_andere_bestanden",
    "is_medisch",
    "kaal",
    "lezers_van",
    "model_op",
    "plekken_van",
]

_OPEN: Mapping[str, type[BaseModel]] = {
    "zaak.yaml": Zaakgegevens,
    "organisaties.yaml": Organisaties,
    **{
        f"stukken/{soort.naam}{'-01' if soort.genummerd else ''}.yaml": soort.model
        for soort in STUKSOORTEN.values()
    },
}
# Words that an employer's own form might have had (beleidsregels AP 'De zieke werknemer').
_MEDISCHE_WOORDEN = frozenset(
    {
        "aandoening", "aandoeningen", "aard_ziekte", "behandelaar", "behandelaars", "behandelend_arts",
        "diagnoses", "gezondheid", "huisarts", "klacht", "klachten", "medicatie", "medicijn", "medicijnen",
        "medische_gegevens", "oorzaak_verzuim", "reden_verzuim", "specialist", "symptomen", "therapie",
        "verzuimreden", "ziekte", "ziektebeeld", "zwangerschap",
        "medische_informatie", "omstandigheden", "second_opinions", "vraagstelling",
    }
)  # fmt: skip
# Which safety net: the employer writes down only that there is one.
_VANGNETSOORT = frozenset(
    {
        "no_risk",
        "no_riskpolis",
        "soort_vangnet",
        "vangnet_reden",
        "vangnet_soort",
        "vangnet_type",
        "vangnetsoort",
        "welk_vangnet",
    }
)
# A part of the bedrijfsarts' own, kept in the employer's file.
_EIGEN_BLOK = frozenset(
    {
        "bedrijfsarts_deel",
        "bedrijfsartsdeel",
        "medisch",
        "medisch_deel",
        "medisch_dossier",
        "vertrouwelijk",
        "vertrouwelijk_deel",
    }
)
# In organisaties.yaml this is a contract; in a case it would be somebody's own request.
_CONTRACT = "second_opinion"
# Readers whom somebody could add to a document of a second opinion, and who they would be.
_OOK_AAN = frozenset(
    {
        "aan", "afschrift_aan", "afschrift_casemanager", "afschrift_werkgever", "bcc", "c.c.", "cc", "doorslag", "geadresseerde", "in_kopie", "kopie",
        "kopie_aan", "kopie_casemanager", "kopie_werkgever", "kopieen", "ontvanger", "ontvangers", "verzenden_aan",
    }
)  # fmt: skip
_VAN_DE_WERKGEVER = frozenset({"casemanager", "hr", "leidinggevende", "personeelszaken", "werkgever"})
_ALLES = frozenset(
    {"alle", "alle_gegevens", "alle_medische_gegevens", "alles", "geheel", "hele_dossier", "volledig"}
)


def is_medisch(sleutel: str, model: type[BaseModel]) -> bool:
    """Whether a key that `model` does not know is one that only the bedrijfsarts may have."""
    if model is Bedrijfsartsdeel:
        return False
    # A reason is asked of many things; in the case itself it can only be that of the absence.
    return sleutel in _medische_sleutels() or (sleutel == "reden" and model is Zaakgegevens)


def code_van_sleutel(sleutel: str, pad: tuple[str | int, ...], model: type[BaseModel]) -> str:
    """The code of a key that `model` does not know, where the law has one for it; empty for any other."""
    if model is not Bedrijfsartsdeel:
        if sleutel in _VANGNETSOORT:
            return "PRV-03"
        if sleutel in _EIGEN_BLOK:
            return "PRV-10"
        is_verzoek = sleutel == _CONTRACT and model is not Organisaties
        return "PRV-02" if is_verzoek or is_medisch(sleutel, model) else ""
    if pad[0] != VERZOEKEN:
        return "SO-15" if sleutel in _OOK_AAN else ""
    if sleutel in _OOK_AAN or (pad[-2] == "afschriften" and sleutel in _VAN_DE_WERKGEVER):
        return "SO-15"
    return "SO-18" if pad[-2] == "toestemming" and sleutel in _ALLES else ""


@cache
def _medische_sleutels() -> frozenset[str]:
    elders = {naam for model in _OPEN.values() for _, naam in _velden(model)}
    eigen = {naam for model in (MedischeInformatie, Omstandigheden) for _, naam in _velden(model)}
    return (_MEDISCHE_WOORDEN | eigen) - elders


def plekken_van(sleutel: str, model: type[BaseModel]) -> tuple[tuple[str, ...], ...]:
    """Under which fields of `model` this field stands; () is the top."""
    return tuple(dict.fromkeys(pad for pad, naam in _velden(model) if naam == sleutel))


def in_andere_bestanden(sleutel: str, behalve: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """Which other files have this field, and under which fields there."""
    return tuple(
        (bestand, ".".join(pad))
        for bestand, model in _OPEN.items()
        if model is not behalve
        for pad in plekken_van(sleutel, model)
    )


@cache
def _velden(model: type[BaseModel]) -> tuple[tuple[tuple[str, ...], str], ...]:
    """Every field below a model, with the fields above it."""
    return tuple(_loop(model, ()))


def _loop(model: type[BaseModel], pad: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    for naam, field in model.model_fields.items():
        yield pad, naam
        onder = _model_in(field.annotation)
        if onder:
            yield from _loop(onder, (*pad, naam))


def _model_in(annotatie: Any) -> type[BaseModel] | None:
    """The model that a field holds, alone, in a list or by key."""
    soort = kaal(annotatie)
    if get_origin(soort) in {tuple, dict}:
        return _model_in(deel_van(soort))
    return soort if isinstance(soort, type) and issubclass(soort, BaseModel) else None


def model_op(model: type[BaseModel], pad: tuple[str | int, ...]) -> type[BaseModel] | None:
    """The model that stands at `pad` below `model`, if there is one."""
    huidig: Any = model
    for deel in pad:
        if isinstance(huidig, type) and issubclass(huidig, BaseModel):
            field = huidig.model_fields.get(str(deel))
            huidig = kaal(field.annotation) if field else None
        elif get_origin(huidig) in {tuple, dict}:
            huidig = kaal(deel_van(huidig))
        else:
            return None
    return huidig if isinstance(huidig, type) and issubclass(huidig, BaseModel) else None


@cache
def lezers_van(bestand: str, pad: str) -> frozenset[Doelgroep]:
    """Who may see the field at a path of a file of a case; nobody where there is no such file or field."""
    model = _model_van(bestand)
    delen = tuple(int(deel) if deel.isdecimal() else deel for deel in pad.split("."))
    lezers: frozenset[Doelgroep] = frozenset(Doelgroep) if model else frozenset()
    for diepte, deel in enumerate(delen):
        houder = model_op(model, delen[:diepte]) if model else None
        if houder is not None:
            field = houder.model_fields.get(str(deel))
            lezers &= zichtbaar_voor(field) if field else frozenset()
        elif isinstance(deel, str) and not _is_sleutel(model, delen[:diepte]):
            return frozenset()
    return lezers


def _model_van(bestand: str) -> type[BaseModel] | None:
    if bestand in _OPEN:
        return _OPEN[bestand]
    if bestand == BESTAND:
        return Bedrijfsartsdeel
    map_, _, naam = bestand.rpartition("/")
    soort = soort_van(naam)[0] if map_ == "stukken" else None
    return soort.model if soort else None


def _is_sleutel(model: type[BaseModel] | None, pad: tuple[str | int, ...]) -> bool:
    """Whether a name below `pad` is a key of somebody's own choice."""
    houder = model_op(model, pad[:-1]) if model and pad else None
    field = houder.model_fields.get(str(pad[-1])) if houder else None
    return field is not None and get_origin(kaal(field.annotation)) is dict


def deel_van(verzameling: Any) -> Any:
    """What a list or a mapping by key holds."""
    return [arg for arg in get_args(verzameling) if arg is not Ellipsis][-1]


def kaal(annotatie: Any) -> Any:
    """Without Annotated and without `| None`."""
    while True:
        if hasattr(annotatie, "__metadata__"):
            annotatie = get_args(annotatie)[0]
        elif get_origin(annotatie) in {Union, UnionType}:
            annotatie = next(arg for arg in get_args(annotatie) if arg is not type(None))
        else:
            return annotatie
