"""Begins a case: collects the answers, writes the folder, and says what comes next."""

import datetime as dt
import shlex
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from dossiergen.cli.tonen import geef, praat, toon
from dossiergen.cli.vragen import Balie
from dossiergen.dossier.aanleg.antwoord import Antwoord, Lezer, Onbruikbaar
from dossiergen.dossier.aanleg.neerzetten import Neergezet, Organisatiebestand, schrijf_schemas, zet_zaak_neer
from dossiergen.dossier.aanleg.organisaties import SOORTEN, aangevuld, blok, eerste_tekst
from dossiergen.dossier.aanleg.plek import ZAKENMAP, met_schema, schemamap, vrij_kenmerk
from dossiergen.dossier.aanleg.stuk import stuk_bij, te_doen
from dossiergen.dossier.aanleg.vragen import (
    ARBODIENST,
    BEDRIJFSARTS,
    CASEMANAGER,
    KENMERK,
    VAN_DE_ZAAK,
    WERKGEVER,
)
from dossiergen.dossier.aanleg.zaak import zaaktekst, zaakwaarden
from dossiergen.errors import ExitCode
from dossiergen.finding import met_fout
from dossiergen.termijnen import kalender
from dossiergen.zaak import GeladenOrganisaties, laad_organisaties

__all__ = ["begin_zaak", "zorg_voor_schemas"]

_ORGANISATIES = "organisaties.yaml"
_ROLLEN = {
    "werkgever": WERKGEVER,
    "arbodienst": ARBODIENST,
    "casemanager": CASEMANAGER,
    "bedrijfsarts": BEDRIJFSARTS,
}
# How many terms are shown: the first, and what follows from it.
_VOORUIT = 2


def begin_zaak(map_: Path | None, balie: Balie, peildatum: dt.date) -> int:
    """Exit 2 for what is missing or exists, 1 for a fout.

    Where answers contradict each other nothing was written; where the case is only late it was.
    """
    map_ = _plek(map_, balie, peildatum)
    bekend = _organisaties(map_.parent)
    nieuw: dict[str, dict[str, Any]] = {}
    rollen = {rol: balie.instantie(wie, bekend.organisaties, nieuw) for rol, wie in _ROLLEN.items()}
    antwoorden = _antwoorden(balie, peildatum)
    if balie.ontbreekt:
        raise click.UsageError(
            f"Deze opties ontbreken: {', '.join(balie.ontbreekt)}. Op een scherm worden ze gevraagd."
        )
    schemas = schemamap(map_.parent)
    bedoeld = zaakwaarden(map_.name, rollen, antwoorden)
    bestand = _organisatiebestand(
        map_.parent, bekend, nieuw, met_schema(map_.parent, schemas, "organisaties")
    )
    tekst = zaaktekst(bedoeld, met_schema(map_, schemas, "zaak"))
    try:
        neergezet = zet_zaak_neer(map_, bedoeld, tekst, bestand, peildatum)
    except FileExistsError:
        raise _bestaat_al(map_) from None
    if neergezet.zaak is None:
        _toon_kort(neergezet.findings)
        praat("Zo zou de zaak fouten hebben. Er is niets geschreven; verbeter de antwoorden.")
        return ExitCode.FOUTEN
    zorg_voor_schemas(schemas)
    _na_afloop(map_, neergezet, peildatum, bestand)
    return ExitCode.FOUTEN if met_fout(neergezet.findings) else ExitCode.GOED


def _plek(map_: Path | None, balie: Balie, peildatum: dt.date) -> Path:
    """The folder of the new case, whose name is its kenmerk."""
    if map_ is None:
        zaken = Path() if Path(_ORGANISATIES).is_file() else Path(ZAKENMAP)
        map_ = zaken / _kenmerk(balie, vrij_kenmerk(zaken, peildatum.year))
    elif balie.gegeven(KENMERK):
        raise click.UsageError("Het kenmerk is de naam van de map: geef MAP of --kenmerk, niet allebei.")
    elif map_.parent == Path() and not Path(_ORGANISATIES).is_file():
        map_ = Path(ZAKENMAP) / map_.name
    try:
        KENMERK.lees(map_.name)
    except Onbruikbaar as fout:
        raise click.BadParameter(f"De map heet naar het kenmerk. {fout.melding}", param_hint="MAP") from None
    if map_.exists() or map_.is_symlink():
        raise _bestaat_al(map_)
    return map_


def _kenmerk(balie: Balie, vrij: str) -> str:
    while True:
        tekst = balie.tekst(KENMERK, vrij)
        if not tekst:
            raise click.UsageError(
                f"Geef de map van de zaak, bijvoorbeeld: dossiergen new {ZAKENMAP}/{vrij}."
            )
        try:
            KENMERK.lees(tekst)
        except Onbruikbaar as fout:
            if not balie.vraagt:
                raise click.BadParameter(fout.melding, param_hint="--kenmerk") from None
            click.secho(f"  {fout.melding}", fg="red", err=True)
            vrij = fout.voorstel or vrij
            continue
        return tekst


def _bestaat_al(map_: Path) -> click.UsageError:
    vrij = vrij_kenmerk(map_.parent, int(map_.name[:4])) if map_.name[:4].isdecimal() else ""
    voorstel = f", bijvoorbeeld {vrij}" if vrij else ""
    return click.UsageError(f"{map_} bestaat al en blijft zoals het is. Kies een ander kenmerk{voorstel}.")


def _organisaties(zaken: Path) -> GeladenOrganisaties:
    """The organisations beside the cases; none where there is no file yet."""
    pad = zaken / _ORGANISATIES
    if not pad.exists():
        return GeladenOrganisaties(None, ())
    geladen = laad_organisaties(pad)
    if geladen.organisaties is None:
        toon(geladen.findings, "text", regels=None)
        raise click.UsageError(f"{pad} heeft fouten. Los die eerst op.")
    return geladen


def _antwoorden(balie: Balie, peildatum: dt.date) -> Mapping[str, Mapping[str, object]]:
    groepen: dict[str, dict[str, object]] = {}
    for vraag in VAN_DE_ZAAK:
        eigen = replace(vraag, lees=_tot(vraag.lees, peildatum))
        groepen.setdefault(vraag.groep, {}).update(balie.antwoord(eigen))
    return groepen


def _tot(lees: Lezer, peildatum: dt.date) -> Lezer:
    """Nobody is ill, employed or born from a day on that is yet to come."""

    def lees_met_grens(tekst: str) -> Antwoord:
        antwoord = lees(tekst)
        if any(isinstance(waarde, dt.date) and waarde > peildatum for waarde in antwoord.values()):
            raise Onbruikbaar("Deze dag moet nog komen. Kijk de datum na, of geef een latere --peildatum.")
        return antwoord

    return lees_met_grens


def _organisatiebestand(
    zaken: Path, bekend: GeladenOrganisaties, nieuw: Mapping[str, Mapping[str, Any]], schema: str
) -> Organisatiebestand:
    pad = zaken / _ORGANISATIES
    if bekend.organisaties is None:
        alles = {soort: nieuw[soort] for soort in SOORTEN}
        return Organisatiebestand(None, eerste_tekst(alles, schema).encode("utf-8"), alles)
    was = pad.read_bytes()
    wordt = aangevuld(was, nieuw) if nieuw else was
    if wordt is None:
        praat(f"{pad} is op een andere manier geschreven dan dossiergen kan aanvullen. Zet er zelf bij:")
        for soort, ingangen in nieuw.items():
            geef("\n".join([f"{soort}:", *blok(soort, ingangen)]))
        raise click.UsageError("Er is niets geschreven. Geef de opdracht daarna opnieuw.")
    return Organisatiebestand(was, wordt, nieuw)


def zorg_voor_schemas(map_: Path) -> None:
    """Schemas for the editor, where there are none yet; above the folder one stands in nothing is written unasked."""
    if (map_ / "zaak.json").is_file():
        return
    if map_.is_relative_to(Path.cwd()):
        schrijf_schemas(map_)
    else:
        praat(f"Uw editor vult aan en legt uit na: dossiergen schema --output {shlex.quote(str(map_))}")


def _toon_kort(findings: Any) -> None:
    """Without the place: the file that it would have been is not there."""
    for finding in findings:
        if finding.is_fout:
            praat(f"fout {finding.code} {finding.pad}: {finding.melding} {finding.oplossing}")


def _na_afloop(map_: Path, neergezet: Neergezet, peildatum: dt.date, bestand: Organisatiebestand) -> None:
    geef(str(map_ / "zaak.yaml"))
    if bestand.was != bestand.wordt:
        geef(str(map_.parent / _ORGANISATIES))
    if met_fout(neergezet.findings):
        praat(f"De zaak {map_.name} is er. Iets had al klaar moeten zijn:")
        _toon_kort(neergezet.findings)
    else:
        praat(f"De zaak {map_.name} is er, zonder fouten. Kijk zaak.yaml na en vul aan wat u weet.")
    volgend = te_doen(kalender(neergezet.zaak, peildatum)[0])[:_VOORUIT] if neergezet.zaak else ()
    if volgend:
        praat("Wat nu komt:")
    for mijlpaal in volgend:
        wie = " en ".join(een.value for een in mijlpaal.wie)
        praat(f"  {mijlpaal.titel} ({wie}): uiterlijk {mijlpaal.uiterlijk}")
        praat(f"    dossiergen new --stuk {stuk_bij(mijlpaal)} {shlex.quote(str(map_))}")
