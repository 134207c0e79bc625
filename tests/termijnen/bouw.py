"""Cases that live in memory only: an absence from its periods, leave and decisions."""

import datetime as dt
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from dossiergen.finding import Overtreding
from dossiergen.recht import Protocol
from dossiergen.termijnen import Kalender, kalender
from dossiergen.zaak import STUKSOORTEN, Organisaties, Stuk, Zaak, laad_organisaties
from dossiergen.zaak.gegevens import Zaakgegevens
from gebreken import GOED

__all__ = ["D", "dag", "datum", "geteld", "stuk", "telling", "zaak"]

D = dt.date(2026, 1, 1)
"""The first day of illness of most examples."""

Perioden = Sequence[tuple[str, str | None]]


def datum(tekst: str) -> dt.date:
    return dt.date.fromisoformat(tekst)


def dag(nummer: int, vanaf: dt.date = D) -> dt.date:
    """The day so many days later."""
    return vanaf + dt.timedelta(days=nummer)


@cache
def _organisaties() -> Organisaties:
    gelezen = laad_organisaties(GOED / "organisaties.yaml").organisaties
    assert gelezen is not None
    return gelezen


def zaak(  # noqa: PLR0913  each argument is a part of an absence that examples vary
    periodes: Perioden = (("2026-01-01", None),),
    *,
    eerste: str = "",
    verlof: Sequence[tuple[str, str]] = (),
    stukken: Sequence[Stuk] = (),
    besluit: str = "",
    geboren: str = "1985-05-17",
    dienstverband: Mapping[str, Any] | None = None,
    **verzuim: Any,
) -> Zaak:
    """A case; `besluit` stands with every period, all values as text as in YAML."""
    delen = [_deel(van, tot, besluit) for van, tot in periodes]
    data = {
        "kenmerk": "2026-0001",
        "werkgever": "bakkerij-zonneveld",
        "arbodienst": "arbo-noord",
        "werknemer": {
            "aanhef": "neutraal",
            "voorletters": "E.",
            "achternaam": "Hofstra",
            "geboortedatum": geboren,
            "bsn": "999990019",
            "adres": {"straat": "Lindelaan 4", "postcode": "6411 AB", "plaats": "Heerlen"},
        },
        "dienstverband": {
            "soort": "onbepaalde_tijd",
            "in_dienst": "2000-01-01",
            "functie": "bakker",
            "uren_per_week": "36",
            **(dienstverband or {}),
        },
        "casemanager": [{"persoon": "b-smit", "vanaf": eerste or periodes[0][0]}],
        "bedrijfsarts": [{"persoon": "c-vermaat", "vanaf": eerste or periodes[0][0]}],
        "verzuim": {
            "eerste_ziektedag": eerste or periodes[0][0],
            "periodes": delen,
            "verlof": [{"van": van, "tot_en_met": tot} for van, tot in verlof],
            **verzuim,
        },
    }
    return Zaak(Zaakgegevens.model_validate(data), _organisaties(), tuple(stukken))


def _deel(van: str, tot: str | None, besluit: str) -> dict[str, str]:
    deel = {"van": van}
    if tot:
        deel["tot_en_met"] = tot
    if besluit:
        deel["samentelling_besluit"] = besluit
    return deel


_INHOUD: Mapping[str, Mapping[str, Any]] = {
    "probleemanalyse": {
        "opsteller": "c-vermaat",
        "belastbaarheid": {},
        "mogelijkheden": {"benutbaar": "ja"},
        "einddoel": "eigen_werk",
    },
    "plan-van-aanpak": {
        "opsteller": "b-smit",
        "probleemanalyse": {"datum": "2026-02-12", "kern": "Hervatten kan."},
        "einddoel": "eigen_werk",
        "activiteiten": [{"wat": "Beginnen", "wie": "beiden"}],
    },
    "evaluatie": {"opsteller": "b-smit", "einddoel": "eigen_werk"},
    "re-integratieverslag": {"opsteller": "b-smit"},
}


def stuk(soort: str, op: str, nummer: int | None = None, status: str = "definitief", **velden: Any) -> Stuk:
    """A document with just enough in it."""
    model = STUKSOORTEN[soort].model
    basis = dict(_INHOUD.get(soort, _INHOUD["evaluatie"]))
    if soort in {"bijstelling-probleemanalyse", "actueel-oordeel"}:
        basis = dict(_INHOUD["probleemanalyse"])
    extra = {
        "bijstelling-probleemanalyse": {"aanleiding": "Consult.", "verschil": "Meer uren."},
        "actueel-oordeel": {"verloop": "Stabiel."},
    }.get(soort, {})
    if "spreekuur_op" in model.model_fields:
        basis["spreekuur_op"] = op
    if "gesprek_op" in model.model_fields:
        basis["gesprek_op"] = op
    gegevens = model.model_validate({**basis, **extra, "datum": op, "status": status, **velden})
    naam = soort if nummer is None else f"{soort}-{nummer:02}"
    return Stuk(soort, nummer, f"stukken/{naam}.yaml", gegevens)


def telling(
    wat: Zaak, peildatum: dt.date = D, protocollen: tuple[Protocol, ...] = ()
) -> tuple[Kalender | None, list[str]]:
    """The calendar, and the codes of what stands against it."""
    uitkomst, bezwaren = kalender(wat, peildatum, protocollen)
    return uitkomst, [_code(bezwaar) for bezwaar in bezwaren]


def _code(bezwaar: Overtreding) -> str:
    return f"{bezwaar.code} {'.'.join(str(deel) for deel in bezwaar.pad)}"


def geteld(wat: Zaak, peildatum: dt.date = D) -> Kalender:
    """The calendar of a case that is in order."""
    uitkomst, _ = kalender(wat, peildatum)
    assert uitkomst is not None
    return uitkomst
