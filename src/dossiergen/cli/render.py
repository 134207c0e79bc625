"""`dossiergen render`: make the documents of one case."""

import datetime as dt
import json
from dataclasses import dataclass
from pathlib import Path

import click

from dossiergen.cli import opties
from dossiergen.cli.keuren import exitcode
from dossiergen.cli.keuren import werkplaats as maak_werkplaats
from dossiergen.cli.tonen import geef, praat, toon, zaak_als_json
from dossiergen.cli.zaken import laad, zaakmappen
from dossiergen.dossier.bestandsnaam import naam_van
from dossiergen.dossier.bronnen import Bronnen
from dossiergen.dossier.index import schrijf_index
from dossiergen.dossier.maken import Keuze, maak_zaak
from dossiergen.dossier.resultaat import Zaakresultaat
from dossiergen.dossier.uitvoer import Uitvoer
from dossiergen.dossier.werkplaats import Werkplaats
from dossiergen.errors import ExitCode
from dossiergen.sjablonen import Sjablonen
from dossiergen.zaak import GeladenZaak, laad_bedrijfsartsdeel


@click.command(
    "render",
    help="Maak de stukken van één zaak, als PDF en Word. ZAAK is de map van de zaak.",
    epilog="Met --watch is Ctrl-C het gewone einde: exitcode 0, of 130 als er net iets werd gemaakt. Een fout in "
    "de zaak of in een sjabloon is dan niet het einde; een map die verdwijnt wel (exitcode 5). Met --format json "
    "staat elke ronde op één regel.",
)
@click.argument("zaak", type=click.Path(path_type=Path))
@opties.stuk
@opties.van_maken
@click.option("--definitief", is_flag=True, help="Mislukt als een gekozen stuk nog een concept is.")
@click.option(
    "--watch",
    "blijf_kijken",
    is_flag=True,
    help="Blijf kijken, en maak opnieuw wat verandert zodra u een bestand bewaart. Stop met Ctrl-C.",
)
def commando(
    zaak: Path,
    stukken: tuple[str, ...],
    output: Path,
    peildatum: dt.date,
    huisstijl: str | None,
    templates: Path | None,
    definitief: bool,
    blijf_kijken: bool,
    formaat: str,
    regels_tonen: bool | None,
) -> int:
    """Exit 1 where a fout is found, 4 where a file of ours was refused; documents without fout are made all the same."""
    opties.controleer_output(output)
    mappen = zaakmappen([zaak])
    if len(mappen) != 1:
        raise click.UsageError(
            "Dit is een map met meer zaken. Gebruik `dossiergen batch` om ze alle te maken."
        )
    geladen, _ = next(laad(mappen))
    sjablonen = Sjablonen.standaard(templates)
    opties.controleer_huisstijl(huisstijl, sjablonen)
    werkplaats = maak_werkplaats(sjablonen, huisstijl)
    _controleer_namen(geladen, stukken, werkplaats)
    opdracht = _Opdracht(Keuze(frozenset(stukken), definitief), output, peildatum)
    if blijf_kijken:
        return _kijk(mappen[0], opdracht, werkplaats, formaat, regels=regels_tonen)
    resultaat = opdracht.voer_uit(geladen, werkplaats)
    _toon(resultaat, formaat, regels=regels_tonen)
    return exitcode(resultaat.findings, ExitCode.GOED if resultaat.gelukt else ExitCode.FOUTEN)


@dataclass(frozen=True, slots=True)
class _Opdracht:
    """What was asked, whatever the files say by then."""

    keuze: Keuze
    output: Path
    peildatum: dt.date

    def voer_uit(self, geladen: GeladenZaak, werkplaats: Werkplaats) -> Zaakresultaat:
        """Make the documents; the output folder is held as long as that takes."""
        with Uitvoer(self.output).open() as uitvoer:
            resultaat = maak_zaak(geladen, self.keuze, werkplaats, uitvoer, self.peildatum)
            schrijf_index(uitvoer, werkplaats.sjablonen)
        return resultaat


def _kijk(
    map_: Path, opdracht: _Opdracht, werkplaats: Werkplaats, formaat: str, *, regels: bool | None
) -> int:
    """Go on making what changes; what a save does not touch is kept between the rounds."""
    from dossiergen.cli.kijken import kijk  # noqa: PLC0415  watchfiles is for who asks for it
    from dossiergen.cli.rondes import Rondebeeld  # noqa: PLC0415  as above

    plaatsen = {werkplaats.sjablonen: werkplaats}

    def maak(sjablonen: Sjablonen) -> Zaakresultaat:
        if sjablonen not in plaatsen:
            (vorige,) = plaatsen.values()
            nieuw = vorige.vernieuwd(sjablonen)
            plaatsen.clear()
            plaatsen[sjablonen] = nieuw
        geladen, _ = next(laad([map_]))
        return opdracht.voer_uit(geladen, plaatsen[sjablonen])

    return kijk(Bronnen(map_, werkplaats.sjablonen), maak, Rondebeeld(formaat, regels=regels).toon)


def _controleer_namen(geladen: GeladenZaak, gevraagd: tuple[str, ...], werkplaats: Werkplaats) -> None:
    """A usage error where a name matches none of the documents of this case."""
    zaak = geladen.zaak
    if zaak is None:
        return
    deel = laad_bedrijfsartsdeel(geladen.map, geladen.gedeeld).deel
    stukken = (*zaak.stukken, *(deel.stukken if deel else ()))
    namen = {naam_van(vorm, stuk) for stuk in stukken for vorm in werkplaats.vormen_van(zaak, stuk)}
    for naam in gevraagd:
        keuze = Keuze(frozenset({naam}))
        if not any(keuze.kiest(stuk, vorm) for stuk in stukken for vorm in werkplaats.vormen_van(zaak, stuk)):
            raise click.BadParameter(
                f"Deze zaak heeft geen stuk met die naam. Wel: {', '.join(sorted(namen)) or 'geen'}.",
                param_hint="--stuk",
            )


def _toon(resultaat: Zaakresultaat, formaat: str, *, regels: bool | None) -> None:
    if formaat == "json":
        geef(json.dumps(zaak_als_json(resultaat), ensure_ascii=False, indent=2))
        return
    toon(resultaat.findings, formaat, regels=regels)
    for stuk in resultaat.stukken:
        for pad in stuk.paden or (stuk.stuk,):
            geef(f"{stuk.uitkomst.value:<12} {pad}")
    if not resultaat.stukken and resultaat.gelukt:
        praat("Deze zaak heeft nog geen stukken om te maken.")
