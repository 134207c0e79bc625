"""The sample cases, and every document of each of them as its readers see it. Read once in a process."""

import datetime as dt
from functools import cache
from pathlib import Path

from dossiergen.dossier.werkplaats import Ontwerp, Werkplaats
from dossiergen.sjablonen import Sjablonen
from dossiergen.stukken import Stukvorm
from dossiergen.zaak import (
    Bedrijfsartsdeel,
    GeladenBedrijfsartsdeel,
    GeladenOrganisaties,
    GeladenZaak,
    Stuk,
    Zaak,
    laad_bedrijfsartsdeel,
    laad_organisaties,
    laad_zaak,
)

__all__ = [
    "CASES",
    "KENMERKEN",
    "PEILDATUM",
    "bedrijfsartsdeel",
    "geladen",
    "ontwerpen",
    "stukken",
    "vormen",
    "werkplaats",
    "zaak_van",
]

CASES = Path(__file__).parents[2] / "cases"
KENMERKEN = tuple(sorted(pad.name for pad in CASES.iterdir() if pad.is_dir()))
PEILDATUM = dt.date(2026, 6, 1)


@cache
def werkplaats() -> Werkplaats:
    return Werkplaats(Sjablonen.standaard())


def vormen() -> tuple[Stukvorm, ...]:
    return tuple(werkplaats().vormen.values())


@cache
def _organisaties() -> GeladenOrganisaties:
    return laad_organisaties(CASES / "organisaties.yaml")


@cache
def geladen(kenmerk: str) -> GeladenZaak:
    return laad_zaak(CASES / kenmerk, _organisaties())


@cache
def bedrijfsartsdeel(kenmerk: str) -> GeladenBedrijfsartsdeel:
    return laad_bedrijfsartsdeel(CASES / kenmerk, _organisaties())


def zaak_van(kenmerk: str) -> Zaak:
    zaak = geladen(kenmerk).zaak
    assert zaak is not None, f"cases/{kenmerk} heeft fouten"
    return zaak


def stukken(zaak: Zaak, deel: Bedrijfsartsdeel | None) -> tuple[Stuk, ...]:
    """All documents of a case, those of the bedrijfsarts' own side included."""
    return (*zaak.stukken, *(deel.stukken if deel else ()))


def ontwerpen(met: Werkplaats | None = None) -> tuple[Ontwerp, ...]:
    """Every document of every sample case."""
    maker = met or werkplaats()
    return tuple(
        maker.ontwerp(zaak_van(kenmerk), stuk, vorm, PEILDATUM)
        for kenmerk in KENMERKEN
        for stuk in stukken(zaak_van(kenmerk), bedrijfsartsdeel(kenmerk).deel)
        for vorm in maker.vormen_van(zaak_van(kenmerk), stuk)
    )
