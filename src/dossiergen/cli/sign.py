"""`dossiergen sign`: put a signature under definitive documents, after showing what they say."""

import datetime as dt
import json
import sys
from collections.abc import Generator, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import click

from dossiergen.cli import opties
from dossiergen.cli.keuren import exitcode
from dossiergen.cli.keuren import werkplaats as maak_werkplaats
from dossiergen.cli.niveaus import Niveaukeuze, van_niveau
from dossiergen.cli.sleutels import Sleutelkeuze, van_sleutel
from dossiergen.cli.tonen import als_json, geef, praat, toon
from dossiergen.cli.zaken import laad, zaakmappen
from dossiergen.dossier.index import schrijf_index
from dossiergen.dossier.maken import Keuze, open_zaak
from dossiergen.dossier.ondertekenen.sessie import Sessie, Tekenresultaat, Tekenuitkomst
from dossiergen.dossier.ondertekenen.voorleggen import Voorgelegd
from dossiergen.dossier.ondertekenen.zoeken import Gekozen, gekozen, losse_uitvoer, stuk_van_pdf
from dossiergen.dossier.schijf import lezen_of_schrijven
from dossiergen.dossier.uitvoer import Uitvoer
from dossiergen.dossier.werkplaats import Werkplaats
from dossiergen.errors import ExitCode
from dossiergen.finding import CATALOGUS, Plaats
from dossiergen.sjablonen import Sjablonen
from dossiergen.zaak.mappen import toonbaar

_JA = frozenset({"j", "ja"})


@click.command(
    "sign",
    help="Onderteken definitieve stukken met uw eigen sleutel. ZAAK is de map van een zaak of een map met zaken; noem dan met --stuk welk "
    "stuk. Een PDF kan ook. U ziet eerst wat het stuk zegt, en bevestigt dat. Het ondertekende bestand komt naast het "
    "definitieve, en de handtekening in de zaak.",
    epilog="Wachtwoord en PIN staan nooit op de opdrachtregel: ze worden gevraagd, of komen uit --geheim-fd of --geheim-env. Een foute PIN "
    "wordt niet nog eens geprobeerd. Exitcodes: 0 alles is ondertekend; 1 ondertekend, maar niet in de zaak vastgelegd; 6 er is niet "
    "ondertekend; 7 een deel is ondertekend.",
)
@click.argument("wat", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="ZAAK|PDF...")
@click.option(
    "--stuk",
    "stukken",
    type=opties.Stuknaam(),
    multiple=True,
    help="Welk stuk van de zaak, bijvoorbeeld so-afwijzing; mag vaker.",
)
@van_sleutel
@van_niveau
@click.option("--ja", is_flag=True, help="Vraag niet om bevestiging; voor scripts.")
@click.option(
    "--doorgaan", is_flag=True, help="Ga na een weigering door met het volgende stuk. [standaard: stoppen]"
)
@click.option("--niet-vastleggen", is_flag=True, help="Zet de handtekening niet in de bestanden van de zaak.")
@click.option(
    "--zaken",
    "zaken",
    type=click.Path(path_type=Path),
    default=Path("cases"),
    show_default=True,
    help="Bij een PDF: map met zaken, of de map van de zaak zelf.",
)
@opties.output
@opties.peildatum
@opties.templates
@opties.formaat
def commando(
    wat: tuple[Path, ...],
    stukken: tuple[str, ...],
    p12: Path | None,
    module: Path | None,
    token: str | None,
    label: str | None,
    fd: int | None,
    env: str | None,
    laatste_poging: bool,
    niveaukeuze: Niveaukeuze,
    ja: bool,
    doorgaan: bool,
    niet_vastleggen: bool,
    zaken: Path,
    output: Path,
    peildatum: dt.date,
    templates: Path | None,
    formaat: str,
) -> int:
    """Exit 6 where nothing was signed, 7 where some was, 4 where a judge refused what was signed."""
    pdfs = [pad for pad in wat if pad.suffix.lower() == ".pdf"]
    mappen = zaakmappen(pad for pad in wat if pad not in pdfs)
    _controleer(pdfs, mappen, stukken)
    opties.controleer_output(output)
    sleutelkeuze = Sleutelkeuze(p12, module, token, label, fd, env, laatste_poging)
    werkplaats = maak_werkplaats(Sjablonen.standaard(templates), None)
    zoeker = _Zoeker(werkplaats, output, zaken, peildatum, Keuze(frozenset(stukken)))
    resultaten: list[Tekenresultaat] = []
    with sleutelkeuze.open() as sleutel:
        sessie = Sessie(
            niveaukeuze.pen(sleutel), _stil if ja else _bevestigd, opties.nu, vastleggen=not niet_vastleggen
        )
        with closing(zoeker.onderteken(sessie, pdfs, mappen)) as lopend:
            for resultaat in lopend:
                _toon(resultaat, formaat)
                resultaten.append(resultaat)
                if resultaat.uitkomst is not Tekenuitkomst.ONDERTEKEND and not doorgaan:
                    break
    return _afloop(resultaten, zoeker.keuze)


def _controleer(pdfs: list[Path], mappen: list[Path], stukken: tuple[str, ...]) -> None:
    if mappen and not stukken:
        raise click.UsageError("Noem met --stuk welk stuk u ondertekent, bijvoorbeeld --stuk so-afwijzing.")
    if pdfs and stukken:
        raise click.UsageError("Een PDF zegt zelf welk stuk het is; gebruik --stuk bij een zaak.")
    for pad in pdfs:
        if not pad.is_file():
            raise click.BadParameter(f"Het bestand {toonbaar(pad)} bestaat niet.", param_hint="ZAAK|PDF")


@dataclass(frozen=True, slots=True)
class _Zoeker:
    """Finds what was asked for and has it signed, one after another."""

    werkplaats: Werkplaats
    output: Path
    zaken: Path
    peildatum: dt.date
    keuze: Keuze

    def onderteken(self, sessie: Sessie, pdfs: list[Path], mappen: list[Path]) -> Generator[Tekenresultaat]:
        """In the order of the command line, PDF files first; the output folder is held as long as that takes."""
        in_uitvoer = [pad for pad in pdfs if self._ligt_in_uitvoer(pad)]
        for pad in pdfs:
            if pad not in in_uitvoer:
                yield self._los(sessie, pad)
        if not (in_uitvoer or mappen):
            return
        with Uitvoer(self.output).open() as uitvoer:
            try:
                for pad in in_uitvoer:
                    yield self._uit_uitvoer(sessie, pad, uitvoer)
                for map_ in mappen:
                    yield from self._van_zaak(sessie, map_, uitvoer)
            finally:
                # Also where the first refusal is the end.
                schrijf_index(uitvoer, self.werkplaats.sjablonen)

    def _van_zaak(self, sessie: Sessie, map_: Path, uitvoer: Uitvoer) -> Iterator[Tekenresultaat]:
        """Read anew for each document: the signature before it stands in the case by then."""
        gehad = 0
        while True:
            geladen, _ = next(laad([map_]))
            geopend = open_zaak(geladen, self.werkplaats, uitvoer, self.peildatum)
            if not geopend.delen:
                yield Tekenresultaat(geladen.naam, "", Tekenuitkomst.GEWEIGERD, findings=geopend.findings)
                return
            alle = tuple(gekozen(geladen, geopend, self.keuze))
            if gehad < len(alle):
                yield sessie.onderteken(alle[gehad])
            gehad += 1
            if gehad >= len(alle):
                return

    def _ligt_in_uitvoer(self, pad: Path) -> bool:
        eigen = self.output / ".dossiergen"
        return eigen.is_dir() and pad.resolve().is_relative_to(self.output.resolve())

    def _uit_uitvoer(self, sessie: Sessie, pad: Path, uitvoer: Uitvoer) -> Tekenresultaat:
        """What lies in the output is signed where it lies, in each reader's folder."""
        een = self._van_pdf(pad, uitvoer)
        return sessie.onderteken(een) if een else _vreemd(pad)

    def _los(self, sessie: Sessie, pad: Path) -> Tekenresultaat:
        with losse_uitvoer() as uitvoer:
            een = self._van_pdf(pad, uitvoer)
            resultaat = sessie.onderteken(een, pad) if een else _vreemd(pad)
        if resultaat.uitkomst is Tekenuitkomst.ONDERTEKEND:
            praat(
                "Bewaar het ondertekende bestand: het is het origineel. In de uitvoer van de zaak ligt het niet."
            )
        return resultaat

    def _van_pdf(self, pad: Path, uitvoer: Uitvoer) -> Gekozen | None:
        with lezen_of_schrijven(pad, "worden gelezen"):
            pdf = pad.read_bytes()
        return stuk_van_pdf(pdf, zaakmappen([self.zaken]), self.werkplaats, uitvoer, self.peildatum)


def _vreemd(pad: Path) -> Tekenresultaat:
    finding = CATALOGUS["ONT-08"].finding(Plaats(toonbaar(pad)))
    return Tekenresultaat("", "", Tekenuitkomst.GEWEIGERD, findings=(finding,))


def _stil(wat: Voorgelegd) -> bool:
    """A script has seen it; its log gets no name and no reason."""
    praat(_regel("Inhoud", wat.tekst.inhoud))
    return True


def _bevestigd(wat: Voorgelegd) -> bool:
    """Show all that the document says, and ask."""
    praat("\n".join(_als_blad(wat)))
    if not sys.stdin.isatty():
        praat("Er is niemand om dit te bevestigen. In een script: --ja.")
        return False
    antwoord = click.prompt("Hebt u dit gelezen, en ondertekent u het (ja/nee)", "nee", err=True)
    return str(antwoord).strip().casefold() in _JA


def _als_blad(wat: Voorgelegd) -> Iterator[str]:
    yield click.style(f"\n{wat.titel}", bold=True)
    if wat.geadresseerde:
        yield _regel("Aan", ", ".join(wat.geadresseerde))
    yield _regel("Zaak", wat.gekozen.maker.zaak.kenmerk)
    yield _regel("Datum", wat.gekozen.stuk.gegevens.datum.isoformat())
    yield _regel("Versie", f"{wat.gekozen.stuk.gegevens.versie} ({wat.gekozen.stuk.gegevens.status.value})")
    yield _regel("Grond", wat.gekozen.vorm.grond)
    yield _regel("Tekent", f"{wat.tekenaar.naam}, als {wat.tekenaar.partij.value}")
    yield _regel("Inhoud", wat.tekst.inhoud)
    yield ""
    yield from (f"    {_op_scherm(regel)}" for regel in wat.leestekst.split("\n"))
    yield ""


def _regel(naam: str, waarde: str) -> str:
    return f"{naam + ':':<8} {_op_scherm(waarde)}"


def _op_scherm(regel: str) -> str:
    """No mark that does something to a terminal."""
    return "".join(teken if teken.isprintable() else " " for teken in regel)


def _toon(resultaat: Tekenresultaat, formaat: str) -> None:
    if formaat == "json":
        geef(json.dumps(_als_json(resultaat), ensure_ascii=False))
        return
    toon(resultaat.findings, formaat, regels=False)
    naam = " ".join(deel for deel in (resultaat.zaak, resultaat.stuk) if deel)
    if resultaat.storing:
        praat(f"Fout: {naam}: {resultaat.storing}")
        praat(resultaat.hint)
    for pad in resultaat.paden or (naam,):
        if pad:
            geef(f"{resultaat.uitkomst.value:<14} {pad}")


def _als_json(resultaat: Tekenresultaat) -> dict[str, object]:
    return {
        "zaak": resultaat.zaak,
        "stuk": resultaat.stuk,
        "partij": resultaat.partij,
        "uitkomst": resultaat.uitkomst.value,
        "bestanden": [toonbaar(pad) for pad in resultaat.paden],
        "findings": [als_json(finding) for finding in resultaat.findings],
        **({"storing": resultaat.storing} if resultaat.storing else {}),
    }


def _afloop(resultaten: list[Tekenresultaat], keuze: Keuze) -> ExitCode:
    if not resultaten:
        praat(f"Geen van deze zaken heeft dit stuk: {', '.join(sorted(keuze.stukken))}.")
        return ExitCode.GEBRUIK
    getekend = [een for een in resultaten if een.uitkomst is Tekenuitkomst.ONDERTEKEND]
    if len(getekend) == len(resultaten):
        return ExitCode.GOED if all(een.gelukt for een in getekend) else ExitCode.FOUTEN
    anders = ExitCode.DEEL_MISLUKT if getekend else ExitCode.ONDERTEKENING
    return exitcode((finding for een in resultaten for finding in een.findings), anders)
