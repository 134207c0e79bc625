"""The complete case of tests/regels/basis with some changes, and what the rules with certain codes find in it."""

import datetime as dt
import shutil
from collections.abc import Collection
from pathlib import Path

from dossiergen.dossier.controle import controleer_zaak
from dossiergen.finding import Finding
from dossiergen.zaak import laad_organisaties, laad_zaak

__all__ = [
    "ANALYSE",
    "KENMERK",
    "ORGANISATIES",
    "PLAN",
    "ZAAK",
    "Bevinding",
    "Wijziging",
    "proef",
    "stuk",
    "zonder",
]

KENMERK = "2026-0001"
BASIS = Path(__file__).parent / "regels" / "basis"
ZAAK, ORGANISATIES = f"{KENMERK}/zaak.yaml", "organisaties.yaml"

Wijziging = tuple[str, str, str]
"""A file, what it holds, and what it holds instead; where there is nothing to replace, it comes at the end."""
Bevinding = tuple[str, str, str, str]
"""Code, severity, file and path."""


_HET_HELE_BESTAND = "*"


def zonder(bestand: str) -> Wijziging:
    """The case without this file."""
    return (bestand, _HET_HELE_BESTAND, "")


def stuk(naam: str) -> str:
    return f"{KENMERK}/stukken/{naam}.yaml"


PLAN, ANALYSE = stuk("plan-van-aanpak"), stuk("probleemanalyse")


def proef(
    map_: Path, codes: Collection[str], wijzigingen: Collection[Wijziging], peildatum: dt.date
) -> list[Bevinding]:
    """The findings with one of these codes, sorted."""
    return sorted(
        (f.code, f.ernst.value, str(Path(f.plaats.bestand).relative_to(map_ / "cases")), f.pad)
        for f in bevindingen(map_, codes, wijzigingen, peildatum)
    )


def bevindingen(
    map_: Path, codes: Collection[str], wijzigingen: Collection[Wijziging], peildatum: dt.date
) -> list[Finding]:
    """The same, by place and whole. A file that the case has not is made of what comes at its end."""
    cases = Path(shutil.copytree(BASIS, map_ / "cases"))
    for bestand, oud, nieuw in wijzigingen:
        pad = cases / bestand
        if oud == _HET_HELE_BESTAND:
            pad.unlink()
            continue
        tekst = pad.read_text("utf-8") if pad.exists() else ""
        assert oud in tekst, (bestand, oud)
        pad.parent.mkdir(exist_ok=True)
        pad.write_text(tekst.replace(oud, nieuw) if oud else tekst + nieuw, "utf-8")
    geladen = laad_zaak(cases / KENMERK, laad_organisaties(cases / ORGANISATIES))
    assert geladen.zaak is not None, geladen.findings
    return [f for f in controleer_zaak(geladen, peildatum) if f.code in codes]
