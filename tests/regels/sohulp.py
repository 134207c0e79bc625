"""A whole second opinion in the case of tests/regels/basis, with some changes, and what the rules find in it."""

import copy
import datetime as dt
import shutil
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

import yaml

from dossiergen.dossier.vertrouwelijk import controleer_deel
from dossiergen.finding import Finding
from dossiergen.sjablonen import Sjablonen
from dossiergen.zaak import laad_bedrijfsartsdeel, laad_organisaties, laad_zaak
from regelproef import BASIS, KENMERK, ORGANISATIES, Wijziging

__all__ = [
    "AFGEWEZEN",
    "AFGEWEZEN_VERZOEK",
    "MET_WERKWIJZE",
    "MOTIVERING",
    "PEILDATUM",
    "VOLLEDIG",
    "Anders",
    "Rij",
    "alles",
    "bevindingen_deel",
    "met",
    "met_elders",
    "stap",
]

PEILDATUM = dt.date(2026, 4, 1)
_VOOR = "second_opinions.0"

Anders = Mapping[str, Any]
"""Dotted paths below the request with what stands there instead; None: nothing."""
Rij = tuple[str, str, str]
"""Code, severity, and the path below the request."""


def stap(naam: str, op: str) -> dict[str, str]:
    return {"stap": naam, "op": op}


def _getekend(op: str, *partijen: str) -> dict[str, Any]:
    return {"ondertekening": {partij: {"getekend_op": op} for partij in partijen}}


VOLLEDIG: Mapping[str, Any] = {
    "verzoek": {
        "ontvangen_op": "2026-02-16",
        "onderwerp": "verzuimbegeleiding",
        "advies_van": "2026-02-12",
        "advies": "Vanaf 2 maart vier uur per dag licht werk.",
        "twijfel": "Ik denk dat vier uur te veel is om mee te beginnen.",
    },
    "verloop": [
        stap("verzoek_ontvangen", "2026-02-16"),
        stap("gesprek_gepland", "2026-02-17"),
        stap("in_behandeling", "2026-02-19"),
        stap("toegekend", "2026-02-20"),
        stap("voorstel_artsen", "2026-02-20"),
        stap("keuze_gemaakt", "2026-02-22"),
        stap("machtiging_getekend", "2026-02-23"),
        stap("aanvraag_compleet", "2026-02-24"),
        stap("consult", "2026-03-17"),
        stap("advies_besproken", "2026-03-24"),
        stap("vrijgegeven", "2026-03-24"),
        stap("reactie", "2026-03-30"),
        stap("afgerond", "2026-03-30"),
    ],
    "vraagstelling": "Is beginnen met vier uur per dag nu haalbaar, en zo nee, met hoeveel uur dan?",
    "artsen": ["f-osinga", "g-terpstra"],
    "keuze": {"arts": "f-osinga", "tweede_keus": "g-terpstra"},
    "kosten": "werkgever",
    "overdracht": {"op": "2026-02-24", "gegevens": ["advies_in_geding", "belastbaarheid", "werkplek"]},
    "advies": {
        "datum": "2026-03-23",
        "kern": "Vier uur per dag is te doen. Een pauze na elk uur is dan wel nodig.",
    },
    "keuzehulp": {"datum": "2026-02-19", "status": "definitief", "opsteller": "c-vermaat"},
    "aanvraag": {
        "datum": "2026-02-23",
        "status": "ondertekend",
        "opsteller": "c-vermaat",
        **_getekend("2026-02-23", "werknemer", "bedrijfsarts"),
    },
    "toekenning": {
        "datum": "2026-02-20",
        "status": "ondertekend",
        "opsteller": "c-vermaat",
        **_getekend("2026-02-20", "bedrijfsarts"),
        "afschriften": {"werknemer": "2026-02-20"},
    },
    "machtiging_overdracht": {
        "datum": "2026-02-23",
        "status": "ondertekend",
        "opsteller": "c-vermaat",
        "toestemming": {
            "advies_in_geding": "ja",
            "probleemanalyse": "nee",
            "spreekuurverslagen": "nee",
            "brieven_behandelaars": "nee",
            "belastbaarheid": "ja",
            "onderzoeksuitslagen": "nee",
            "verzuimgegevens": "nee",
        },
        "geldig_tot_en_met": "2026-05-31",
        **_getekend("2026-02-23", "werknemer", "bedrijfsarts"),
    },
    "machtigingen_aanvullend": [
        {
            "datum": "2026-03-17",
            "status": "ondertekend",
            "opsteller": "f-osinga",
            "behandelaar": "P. Wiersma",
            "discipline": "huisarts, Heerlen",
            "gevraagd": "Welke afspraken over rust en bewegen lopen er nu?",
            "akkoord": "ja",
            **_getekend("2026-03-17", "werknemer"),
        }
    ],
    "vrijgave": {
        "datum": "2026-03-24",
        "status": "ondertekend",
        "opsteller": "f-osinga",
        "besproken_op": "2026-03-24",
        "aan_bedrijfsarts": "ja",
        "aan_werkgever": "nee",
        **_getekend("2026-03-24", "werknemer"),
    },
    "reactie": {
        "datum": "2026-03-30",
        "status": "ondertekend",
        "opsteller": "c-vermaat",
        "overname": "geheel",
        "redenen": "De andere arts zag u een uur lang, en komt op hetzelfde uit als ik.",
        "advies_gewijzigd": "nee",
        **_getekend("2026-03-30", "bedrijfsarts"),
    },
}
"""Granted, released and answered: nothing is wrong with it."""

MOTIVERING = (
    "U vroeg mij om een tweede arts omdat uw toeslag voor de nacht is vervallen. Daar heb ik niets over geadviseerd: "
    "het is een afspraak met de bakkerij. Op 19 februari heb ik u dat uitgelegd."
)
AFGEWEZEN: Anders = {
    "verzoek.onderwerp": "arbeidsvoorwaarden",
    "verloop": [
        stap("verzoek_ontvangen", "2026-02-16"),
        stap("gesprek_gepland", "2026-02-17"),
        stap("in_behandeling", "2026-02-19"),
        stap("afgewezen", "2026-02-20"),
    ],
    **dict.fromkeys(set(VOLLEDIG) - {"verzoek", "verloop", "keuzehulp"}),
    "afwijzing": {
        "datum": "2026-02-20",
        "status": "ondertekend",
        "opsteller": "c-vermaat",
        "besproken_op": "2026-02-19",
        "gronden": [{"code": "E", "motivering": MOTIVERING}],
        **_getekend("2026-02-20", "bedrijfsarts"),
    },
}
"""What makes of it a request that was rejected: nothing is wrong with that either."""
MET_WERKWIJZE: Wijziging = (
    ORGANISATIES,
    "    second_opinion:\n",
    "    protocol: werkwijze-verzuimdesk\n    second_opinion:\n",
)
"""The case with a provider's practice."""


def met(anders: Anders, verzoek: Mapping[str, Any] = VOLLEDIG) -> dict[str, Any]:
    """The request with these changes."""
    nieuw: dict[str, Any] = copy.deepcopy(dict(verzoek))
    for pad, waarde in copy.deepcopy(dict(anders)).items():
        *boven, naam = pad.split(".")
        houder: Any = nieuw
        for deel in boven:
            houder = houder[int(deel)] if isinstance(houder, list) else houder.setdefault(deel, {})
        if isinstance(houder, list):
            houder[int(naam)] = waarde
        elif waarde is None:
            houder.pop(naam, None)
        else:
            houder[naam] = waarde
    return nieuw


AFGEWEZEN_VERZOEK = met(AFGEWEZEN)


def bevindingen_deel(
    map_: Path,
    verzoek: Mapping[str, Any],
    *,
    elders: Collection[Wijziging] = (),
    peildatum: dt.date = PEILDATUM,
) -> list[Finding]:
    """All that is found in bedrijfsarts.yaml with one request in it. `elders`: what else of the case is changed."""
    cases = Path(shutil.copytree(BASIS, map_ / "cases"))
    for bestand, oud, nieuw in elders:
        pad = cases / bestand
        tekst = pad.read_text("utf-8") if pad.exists() else ""
        assert oud in tekst, (bestand, oud)
        pad.parent.mkdir(exist_ok=True)
        pad.write_text(tekst.replace(oud, nieuw) if oud else tekst + nieuw, "utf-8")
    inhoud = {"kenmerk": KENMERK, "second_opinions": [verzoek]}
    (cases / KENMERK / "bedrijfsarts.yaml").write_text(yaml.safe_dump(inhoud, allow_unicode=True), "utf-8")
    organisaties = laad_organisaties(cases / ORGANISATIES)
    deel = laad_bedrijfsartsdeel(cases / KENMERK, organisaties)
    zaak = laad_zaak(cases / KENMERK, organisaties)
    assert deel.findings == ()
    assert zaak.zaak is not None, zaak.findings
    return list(controleer_deel(deel, zaak, peildatum, Sjablonen.standaard()))


def alles(
    map_: Path, verzoek: Mapping[str, Any], codes: Collection[str] | None = None, **rest: Any
) -> list[Rij]:
    """The findings, sorted; those with one of these codes, where codes are given."""
    return sorted(
        (f.code, f.ernst.value, f.pad.removeprefix(f"{_VOOR}."))
        for f in bevindingen_deel(map_, verzoek, **rest)
        if codes is None or f.code in codes
    )


def met_elders(
    map_: Path, verzoek: Mapping[str, Any], codes: Collection[str], **rest: Any
) -> list[tuple[str, str, tuple[tuple[str, str], ...]]]:
    """Code and path of each, with file and path of the other places; a path of the file itself below the request."""
    return sorted(
        (
            f.code,
            f.pad.removeprefix(f"{_VOOR}."),
            tuple((Path(e.plaats.bestand).name, e.pad.removeprefix(f"{_VOOR}.")) for e in f.elders),
        )
        for f in bevindingen_deel(map_, verzoek, **rest)
        if f.code in codes
    )
