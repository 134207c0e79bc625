"""`dossiergen purge`: shows which output is past its retention term, asks, and removes it."""

import datetime as dt
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from dossiergen.cli import opties
from dossiergen.cli.tonen import geef, praat
from dossiergen.cli.zaken import laad, zaakmappen
from dossiergen.dossier.index import schrijf_index
from dossiergen.dossier.opruimen import Opruimdeel, Opruimstand, kenmerken_in, opruimplan, ruim_op
from dossiergen.dossier.uitvoer import Uitvoer
from dossiergen.errors import ExitCode
from dossiergen.sjablonen import Sjablonen
from dossiergen.zaak import GeladenZaak
from dossiergen.zaak.bedrijfsartsdeel import BESTAND
from dossiergen.zaak.mappen import mapnaam, toonbaar

_KILO = 1024
_JA = frozenset({"j", "ja"})


@click.command(
    "purge",
    help="Verwijder gemaakte stukken van zaken waarvan de bewaartermijn op de peildatum voorbij is. Eerst ziet u wat "
    "er weg kan en waarom, dan wordt het gevraagd. Alleen wat dossiergen zelf maakte en niemand wijzigde gaat weg; "
    "de zaken zelf blijven staan. MAP is de uitvoermap, hetzelfde als --output.",
    epilog="Exitcode 2: er is niemand om het aan te vragen, en --ja ontbreekt. Exitcode 7: er bleven bestanden liggen "
    "die niet van dossiergen zijn of die iemand wijzigde. In een zaak die dossiergen niet kan lezen is de termijn "
    "onbekend; die uitvoer blijft staan.",
)
@click.argument("map_", required=False, type=opties.MAP, metavar="[MAP]")
@opties.output
@click.option(
    "--cases", type=opties.MAP, default=Path("cases"), show_default=True, help="Map met de zaken zelf."
)
@opties.peildatum
@click.option("--ja", is_flag=True, help="Verwijder zonder te vragen.")
@click.option("--dry-run", "alleen_tonen", is_flag=True, help="Toon alleen wat er weg zou gaan.")
@opties.templates
@opties.formaat
def commando(
    map_: Path | None,
    output: Path,
    cases: Path,
    peildatum: dt.date,
    ja: bool,
    alleen_tonen: bool,
    templates: Path | None,
    formaat: str,
) -> int:
    """Exit 2 where there is something to remove and nobody to ask, 7 where something of it stays."""
    uit = _uitvoermap(map_, output)
    if ja and alleen_tonen:
        raise click.UsageError("Kies --ja of --dry-run, niet beide.")
    if not cases.is_dir():
        raise click.BadParameter(
            "Deze map bestaat niet. Zonder de zaken is geen termijn bekend.", param_hint="--cases"
        )
    sjablonen = Sjablonen.standaard(templates)
    with Uitvoer(uit).open() as uitvoer:
        delen = [
            deel
            for geladen, k in _zaken(uitvoer, cases)
            for deel in opruimplan(uitvoer, k, geladen, peildatum)
        ]
        te_doen = [deel for deel in delen if deel.heeft_werk]
        if formaat == "text":
            _toon(delen)
        mag = bool(te_doen) and not alleen_tonen and (ja or _gevraagd())
        gedaan = {}
        if mag:
            gedaan = {(deel.kenmerk, deel.onder): ruim_op(uitvoer, deel) for deel in te_doen}
            schrijf_index(uitvoer, sjablonen)
    delen = [gedaan.get((deel.kenmerk, deel.onder), deel) for deel in delen]
    if formaat == "json":
        geef(_json(delen, peildatum, verwijderd=mag))
    if te_doen and not (mag or alleen_tonen) and not _is_scherm():
        praat("Er is niets verwijderd: niemand kan het bevestigen. Geef --ja mee.")
        return ExitCode.GEBRUIK
    _sluit_af(delen, list(gedaan.values()), cases)
    rest = not alleen_tonen and any(deel.blijft for deel in delen)
    return ExitCode.DEEL_MISLUKT if rest and (mag or not te_doen) else ExitCode.GOED


def _uitvoermap(map_: Path | None, output: Path) -> Path:
    """A usage error where both are given, or where dossiergen made nothing: nothing there is ours to remove."""
    bron = click.get_current_context().get_parameter_source("output")
    if map_ is not None and bron is not click.core.ParameterSource.DEFAULT:
        raise click.UsageError("Noem de uitvoermap één keer: als MAP of met --output.")
    uit = map_ or output
    opties.controleer_output(uit)
    if not (uit / ".dossiergen").is_dir() or (uit / ".dossiergen").is_symlink():
        raise click.BadParameter("In deze map heeft dossiergen niets gemaakt.", param_hint="--output")
    return uit


def _zaken(uitvoer: Uitvoer, cases: Path) -> Iterator[tuple[GeladenZaak | None, str]]:
    """Each case of which there is output, with the case as read; None where there is no folder of that name."""
    mappen = {mapnaam(map_): map_ for map_ in zaakmappen([cases])}
    kenmerken = kenmerken_in(uitvoer)
    gelezen = (geladen for geladen, _ in laad([mappen[k] for k in kenmerken if k in mappen]))
    for kenmerk in kenmerken:
        yield (next(gelezen) if kenmerk in mappen else None), kenmerk


def _is_scherm() -> bool:
    return sys.stdin.isatty()


def _gevraagd() -> bool:
    """Whether a person says so."""
    if not _is_scherm():
        return False
    antwoord = click.prompt(
        "Deze bestanden verwijderen? Dit is niet terug te draaien (ja/nee)", "nee", err=True
    )
    return str(antwoord).strip().casefold() in _JA


def _toon(delen: Sequence[Opruimdeel]) -> None:
    """What is over or unknown, and the other part of the same case; the rest is only counted."""
    voorbij = {deel.kenmerk for deel in delen if deel.stand is Opruimstand.VOORBIJ}
    for deel in delen:
        if deel.stand is not Opruimstand.LOOPT or deel.kenmerk in voorbij:
            geef(f"{_naam(deel)}: {_zin(deel)}")
        for blijver in deel.blijft:
            geef(f"    blijft: {toonbaar(blijver.pad)} ({blijver.reden})")
    lopend = sum(deel.stand is Opruimstand.LOOPT for deel in delen)
    if lopend:
        praat(f"Van {_aantal(lopend, 'deel', 'delen')} loopt de termijn nog.")


def _naam(deel: Opruimdeel) -> str:
    return toonbaar(Path(deel.kenmerk) / deel.onder)


def _zin(deel: Opruimdeel) -> str:
    termijn = deel.termijn
    if termijn is None:
        return f"blijft; de termijn is niet bekend: {deel.reden}."
    twijfel = "" if termijn.bevestigd else "; duur niet op een bron nagekeken"
    waarop = (
        f"{termijn.jaren} jaar, vanaf: {termijn.aanknoping} ({termijn.sinds}); "
        f"tot en met {termijn.tot_en_met}; {termijn.grond}{twijfel}"
    )
    if deel.stand is Opruimstand.LOOPT:
        return f"blijft; de termijn loopt nog. {waarop}."
    return f"termijn voorbij, {_aantal(len(deel.bestanden), 'bestand', 'bestanden')} ({_omvang(deel.omvang)}). {waarop}."


def _sluit_af(delen: Sequence[Opruimdeel], gedaan: Sequence[Opruimdeel], cases: Path) -> None:
    """What was done, and what is left to the user."""
    if not gedaan:
        praat("Er is niets verwijderd.")
    else:
        aantal = _aantal(sum(len(deel.bestanden) for deel in gedaan), "bestand", "bestanden")
        praat(f"Verwijderd: {aantal} ({_omvang(sum(deel.omvang for deel in gedaan))}).")
        zaken = ", ".join(_in_de_zaak(deel, delen, cases) for deel in gedaan)
        praat(
            f"De zaken zelf staan er nog. Verwijder zelf wat daarvan niet langer bewaard mag worden: {zaken}. "
            "Denk ook aan kopieën, reservekopieën en wat is verstuurd."
        )
    if any(deel.blijft for deel in delen):
        praat("Niet alles gaat weg: bekijk wat hierboven met `blijft` staat, en verwijder het zelf.")


def _in_de_zaak(deel: Opruimdeel, delen: Sequence[Opruimdeel], cases: Path) -> str:
    """What of the case itself is past the same term; what the bedrijfsarts has to keep longer is not."""
    map_, eigen = cases / deel.kenmerk, cases / deel.kenmerk / BESTAND
    if deel.onder:
        return toonbaar(eigen)
    ook_dat = any(
        ander.kenmerk == deel.kenmerk and ander.onder and ander.stand is Opruimstand.VOORBIJ
        for ander in delen
    )
    return toonbaar(map_) if ook_dat or not eigen.exists() else f"{toonbaar(map_)} (niet {BESTAND})"


def _aantal(hoeveel: int, een: str, meer: str) -> str:
    return f"{hoeveel} {een if hoeveel == 1 else meer}"


def _omvang(aantal: int) -> str:
    return f"{-(-aantal // _KILO)} kB"


def _json(delen: Sequence[Opruimdeel], peildatum: dt.date, *, verwijderd: bool) -> str:
    inhoud = {"peildatum": peildatum, "verwijderd": verwijderd, "delen": [_als_json(deel) for deel in delen]}
    return json.dumps(inhoud, default=dt.date.isoformat, ensure_ascii=False, indent=2)


def _als_json(deel: Opruimdeel) -> dict[str, Any]:
    termijn = deel.termijn
    return {
        "kenmerk": toonbaar(Path(deel.kenmerk)),
        "deel": deel.onder or "open",
        "stand": deel.stand.value,
        "reden": deel.reden,
        "termijn": termijn
        and {
            "sleutel": termijn.sleutel,
            "jaren": termijn.jaren,
            "sinds": termijn.sinds,
            "tot_en_met": termijn.tot_en_met,
            "grond": termijn.grond,
            "bevestigd": termijn.bevestigd,
        },
        "aantal": len(deel.bestanden),
        "bytes": deel.omvang,
        "blijft": [{"bestand": toonbaar(blijver.pad), "reden": blijver.reden} for blijver in deel.blijft],
    }
