"""Documents of the sample cases, composed."""

import dataclasses
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from dossiergen.dossier.bestandsnaam import stam
from dossiergen.dossier.werkplaats import Ontwerp, Tekst, Werkplaats
from dossiergen.render.boom import tekst as boomtekst
from dossiergen.sjablonen import Sjablonen
from dossiergen.zaak import GeladenZaak, Stuk, Zaak, laad_bedrijfsartsdeel, laad_organisaties, laad_zaak

CASES = Path(__file__).parents[2] / "cases"
GOEDGEKEURD = Path(__file__).parent / "goedgekeurd"
_LANG = os.environ.get("DOSSIERGEN_LANG") == "1"
ZAKEN = tuple(sorted(pad.name for pad in CASES.iterdir() if pad.is_dir()))


@cache
def werkplaats_() -> Werkplaats:
    return Werkplaats(Sjablonen.standaard())


@cache
def geladen_(kenmerk: str) -> GeladenZaak:
    return laad_zaak(CASES / kenmerk, laad_organisaties(CASES / "organisaties.yaml"))


def zaak_(kenmerk: str) -> Zaak:
    zaak = geladen_(kenmerk).zaak
    assert zaak is not None
    return zaak


@cache
def stukken_(kenmerk: str) -> tuple[Stuk, ...]:
    """All documents, those of the bedrijfsarts' own side included."""
    deel = laad_bedrijfsartsdeel(CASES / kenmerk, geladen_(kenmerk).gedeeld).deel
    return (*zaak_(kenmerk).stukken, *(deel.stukken if deel else ()))


def _uiteinden(stukken: Iterable[Stuk]) -> Iterator[Stuk]:
    """All documents; of those of which there are many the first and the last."""
    for _, groep in groupby(stukken, key=lambda stuk: stuk.soort):
        van_een_soort = tuple(groep)
        yield from van_een_soort if len(van_een_soort) < 3 else (van_een_soort[0], van_een_soort[-1])


def _documenten(kies: Callable[[Iterable[Stuk]], Iterable[Stuk]]) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (kenmerk, stuk.naam, vorm.naam)
        for kenmerk in ZAKEN
        for stuk in kies(stukken_(kenmerk))
        for vorm in werkplaats_().vormen_van(zaak_(kenmerk), stuk)
    )


UITEINDEN = _documenten(_uiteinden)
STUKKEN = _documenten(lambda stukken: stukken) if _LANG else UITEINDEN


def goedgekeurd_(kenmerk: str, naam: str, vorm: str) -> Path:
    """Where the approved text of a document lies."""
    stuk = next(stuk for stuk in stukken_(kenmerk) if stuk.naam == naam)
    return GOEDGEKEURD / f"{kenmerk}-{stam(werkplaats_().vormen[vorm], stuk)}.txt"


def _lengte(document: tuple[str, str, str]) -> int:
    pad = goedgekeurd_(*document)
    return pad.stat().st_size if pad.exists() else sys.maxsize


def _kortste_van_elke_soort() -> tuple[tuple[str, str, str], ...]:
    op_soort = sorted(STUKKEN, key=itemgetter(2))
    return tuple(min(groep, key=_lengte) for _, groep in groupby(op_soort, key=itemgetter(2)))


# Poppler takes seconds to tell the structure of a file: quickly, one short document of each kind.
PER_SOORT = STUKKEN if _LANG else _kortste_van_elke_soort()


def ontwerp_(kenmerk: str, naam: str, vorm: str) -> Ontwerp:
    zaak = zaak_(kenmerk)
    stuk = next(stuk for stuk in stukken_(kenmerk) if stuk.naam == naam)
    return werkplaats_().ontwerp(zaak, stuk, werkplaats_().vormen[vorm])


def ontwerp_van(zaak: Zaak, stuk: Stuk) -> Ontwerp:
    """The first document that is made from a file of a case."""
    return werkplaats_().ontwerp(zaak, stuk, werkplaats_().vormen_van(zaak, stuk)[0])


@pytest.fixture(name="goedgekeurd")
def _goedgekeurd() -> Callable[[Ontwerp], Path]:
    return lambda ontwerp: goedgekeurd_(ontwerp.inzage.zaak.kenmerk, ontwerp.stuk.naam, ontwerp.vorm.naam)


@pytest.fixture(name="werkplaats")
def _werkplaats() -> Werkplaats:
    return werkplaats_()


@pytest.fixture(name="zaak")
def _zaak() -> Callable[[str], Zaak]:
    return zaak_


@pytest.fixture(params=STUKKEN, ids="-".join, name="ontwerp")
def _ontwerp(request: pytest.FixtureRequest) -> Ontwerp:
    """Each document of each sample case in turn."""
    return ontwerp_(*request.param)


@pytest.fixture(params=UITEINDEN, ids="-".join, name="goed_te_keuren")
def _goed_te_keuren(request: pytest.FixtureRequest) -> Ontwerp:
    """Each document whose text somebody reads; of a long row only the first and the last."""
    return ontwerp_(*request.param)


@pytest.fixture(params=PER_SOORT, ids="-".join, name="voorbeeld")
def _voorbeeld(request: pytest.FixtureRequest) -> Ontwerp:
    """One document of each kind in turn."""
    return ontwerp_(*request.param)


def regels_van(zaak: Zaak, stuk: Stuk) -> list[str]:
    """The text of a document, a line for each element."""
    return boomtekst(werkplaats_().tekst(ontwerp_van(zaak, stuk)).boom).splitlines()


@pytest.fixture(name="regels_van")
def _regels_van() -> Callable[[Zaak, Stuk], list[str]]:
    return regels_van


@pytest.fixture(name="ontwerp_van")
def _ontwerp_van() -> Callable[[Zaak, Stuk], Ontwerp]:
    return ontwerp_van


@pytest.fixture(name="tekst")
def _tekst(ontwerp: Ontwerp) -> Tekst:
    return werkplaats_().tekst(ontwerp)


def met(model: Any, **velden: Any) -> Any:
    """A copy of a model or value with other fields."""
    if isinstance(model, BaseModel):
        return model.model_copy(update=velden)
    return dataclasses.replace(model, **velden)


@pytest.fixture(name="met")
def _met() -> Callable[..., Any]:
    return met
