"""`dossiergen new`: begin a case, or the next document of one."""

import datetime as dt
import shlex
from pathlib import Path
from typing import Any

import click

from dossiergen.cli import opties
from dossiergen.cli.nieuwe_zaak import begin_zaak, zorg_voor_schemas
from dossiergen.cli.tonen import geef, praat, toon
from dossiergen.cli.vragen import Balie, als_opties
from dossiergen.cli.zaken import laad, zaakmappen
from dossiergen.dossier.aanleg.antwoord import enkel
from dossiergen.dossier.aanleg.invulling import invulling, vraagt_mogelijkheden
from dossiergen.dossier.aanleg.neerzetten import zet_stuk_neer
from dossiergen.dossier.aanleg.plek import met_schema, schemamap
from dossiergen.dossier.aanleg.stuk import Aanzet, KanNiet, aanzet, soort_bij
from dossiergen.dossier.aanleg.tekst import stuktekst
from dossiergen.dossier.aanleg.vragen import (
    ARBODIENST,
    BEDRIJFSARTS,
    CASEMANAGER,
    KENMERK,
    VAN_DE_ZAAK,
    WERKGEVER,
    Vraag,
)
from dossiergen.dossier.controle import controleer_zaak
from dossiergen.errors import ExitCode
from dossiergen.finding import Ernst
from dossiergen.termijnen import kalender
from dossiergen.zaak import STUKSOORTEN, GeladenZaak, Stuksoort
from dossiergen.zaak.herschrijven import lijkt_op
from dossiergen.zaak.stukgegevens import Mogelijkheden

_INSTANTIES = (WERKGEVER, ARBODIENST, CASEMANAGER, BEDRIJFSARTS)
_MOGELIJKHEDEN = Vraag(
    "mogelijkheden", "", "Zijn er mogelijkheden om te werken? ja, marginaal, nee_tijdelijk of nee_duurzaam.",
    enkel(Mogelijkheden, "benutbaar"),
)  # fmt: skip
_VRAGEN = (
    KENMERK,
    *(vraag for wie in _INSTANTIES for vraag in (wie.vraag, *wie.nieuw)),
    *VAN_DE_ZAAK,
    _MOGELIJKHEDEN,
)


@click.command(
    "new",
    help="Begin een zaak: een map met zaak.yaml, met uitleg bij elk veld. MAP is bijvoorbeeld cases/2026-0501. "
    "Met --stuk komt er een stuk bij in een zaak die er al is, ingevuld met wat de zaak al zegt.",
    epilog="Op een scherm vraagt dossiergen wat u niet als optie geeft. Organisaties en mensen noemt u met hun sleutel "
    "in organisaties.yaml of met hun naam; wie er nog niet in staat, komt erbij.",
)
@click.argument("map_", required=False, type=click.Path(path_type=Path), metavar="[MAP]")
@click.option(
    "--stuk", type=opties.Stuknaam(), help="Welk stuk, bijvoorbeeld plan-van-aanpak of bijstelling."
)
@click.option(
    "--datum", type=opties.Dag(), help="Datum van het stuk.  [standaard: de laatste dag die op tijd is]"
)
@opties.peildatum
@als_opties(_VRAGEN)
def commando(
    map_: Path | None, stuk: str | None, datum: dt.date | None, peildatum: dt.date, **gegeven: str | None
) -> int:
    """Exit 2, with nothing written, where something is missing or exists already."""
    if stuk is None:
        if datum is not None:
            raise click.UsageError("--datum hoort bij --stuk.")
        return begin_zaak(map_, Balie(gegeven), peildatum)
    zonder = [
        f"--{naam.replace('_', '-')}"
        for naam, tekst in gegeven.items()
        if tekst and naam != _MOGELIJKHEDEN.naam
    ]
    if zonder:
        raise click.UsageError(
            f"Deze opties horen bij een nieuwe zaak, niet bij --stuk: {', '.join(zonder)}."
        )
    return _nieuw_stuk(map_ or Path(), _soort(stuk), Balie(gegeven), peildatum, datum)


def _soort(naam: str) -> Stuksoort:
    if (soort := soort_bij(naam)) is not None:
        return soort
    gelijkend = lijkt_op(naam, STUKSOORTEN)
    bedoeld = f"Bedoelt u {gelijkend}?" if gelijkend else f"Kies uit: {', '.join(STUKSOORTEN)}."
    eigen = " Een second opinion staat in bedrijfsarts.yaml; die begint u zelf." if "opinion" in naam else ""
    raise click.BadParameter(f"Dit stuk bestaat niet. {bedoeld}{eigen}", param_hint="--stuk")


def _nieuw_stuk(map_: Path, soort: Stuksoort, balie: Balie, peildatum: dt.date, datum: dt.date | None) -> int:
    mappen = zaakmappen([map_])
    if len(mappen) != 1:
        raise click.UsageError(
            "Geef de map van één zaak, bijvoorbeeld: dossiergen new --stuk bijstelling cases/2026-0501."
        )
    geladen, _ = next(laad(mappen))
    if geladen.zaak is None:
        toon(geladen.findings, "text", regels=None)
        praat("Los eerst deze fouten op; daarna kan er een stuk bij.")
        return ExitCode.FOUTEN
    try:
        begin = aanzet(geladen.zaak, kalender(geladen.zaak, peildatum)[0], soort, peildatum, datum)
    except KanNiet as reden:
        raise click.UsageError(str(reden)) from None
    opgave = invulling(begin, _mogelijkheden(begin, balie))
    if begin.niet_nodig:
        praat(f"Let op: volgens de termijnen hoeft dit stuk er niet te komen. {begin.niet_nodig}")
    pad = mappen[0] / begin.bestand
    schemas = schemamap(mappen[0].parent)
    tekst = stuktekst(begin, opgave, met_schema(pad.parent, schemas, soort.naam))
    try:
        zet_stuk_neer(pad, tekst)
    except FileExistsError:
        raise click.UsageError(f"{pad} bestaat al en blijft zoals het is.") from None
    geef(str(pad))
    zorg_voor_schemas(schemas)
    return _na_afloop(geladen, begin, peildatum)


def _mogelijkheden(begin: Aanzet, balie: Balie) -> Any:
    """The one choice that a first judgment of the bedrijfsarts cannot do without."""
    if not vraagt_mogelijkheden(begin):
        return None
    antwoord = balie.antwoord(_MOGELIJKHEDEN)
    if balie.ontbreekt:
        raise click.UsageError(
            "Geef --mogelijkheden: ja, marginaal, nee_tijdelijk of nee_duurzaam. Zonder kan dit stuk niet bestaan."
        )
    return antwoord["benutbaar"]


def _na_afloop(voor: GeladenZaak, begin: Aanzet, peildatum: dt.date) -> int:
    """What is still to be done in the document that was made, and what it brings about elsewhere."""
    al = set(controleer_zaak(voor, peildatum))
    na = next(laad([voor.map]))[0]
    nieuw = [f for f in controleer_zaak(na, peildatum) if f not in al and f.ernst is not Ernst.INFO]
    eigen = [finding for finding in nieuw if finding.plaats.bestand.endswith(begin.bestand)]
    toon([finding for finding in nieuw if finding.is_fout], "text", regels=False)
    te_doen = sorted({(f.plaats.regel, f.melding) for f in eigen if not f.is_fout})
    if te_doen:
        praat("Nog te doen in dit concept:")
    for regel, melding in te_doen:
        praat(f"  regel {regel}: {melding}")
    wie = shlex.quote(str(voor.map))
    praat(f"Het concept maakt u met: dossiergen render {wie} --stuk {Path(begin.bestand).stem}")
    return ExitCode.GOED
