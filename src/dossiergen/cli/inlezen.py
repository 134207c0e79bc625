"""`dossiergen inlezen`: what somebody changed in a Word file comes back into the case."""

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from dossiergen.cli import opties
from dossiergen.cli.tonen import als_json, geef, praat, toon
from dossiergen.cli.zaken import zaakmappen
from dossiergen.dossier.inlezen import Buiten, Toepassing, Voorstel, Wijziging, lees_in, pas_toe
from dossiergen.dossier.schijf import lezen_of_schrijven
from dossiergen.dossier.werkplaats import Werkplaats
from dossiergen.errors import ExitCode
from dossiergen.finding import met_fout
from dossiergen.sjablonen import Sjablonen
from dossiergen.zaak.mappen import toonbaar

_LANGSTE = 2_000


@click.command(
    "inlezen",
    help="Lees een Word-bestand in dat na het maken is bewerkt. Toont per veld wat er in de zaak zou veranderen, en wat er buiten "
    "de velden is veranderd. Met --toepassen komt het in de bestanden van de zaak, na dezelfde controle als `check`.",
    epilog="Exitcodes: 0 er is niets veranderd, alles kan worden overgenomen, of het is overgenomen; 1 iets kan niet worden "
    "overgenomen, en dan is er ook niets geschreven; 5 lezen of schrijven lukt niet. De tekst toont oude en nieuwe waarden, ook in een bestand "
    "of een pijp: daar vraagt u om. Met --hide-values niet. JSON toont ze alleen met --show-values.",
)
@click.argument("docx", type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="BEWERKT.DOCX")
@click.option(
    "--zaken",
    type=click.Path(path_type=Path),
    default=Path("cases"),
    show_default=True,
    help="Map met zaken, of de map van de zaak zelf.",
)
@click.option("--toepassen", is_flag=True, help="Zet de nieuwe waarden in de bestanden van de zaak.")
@click.option(
    "--alleen-velden",
    is_flag=True,
    help="Neem de velden ook over als er buiten de velden iets is veranderd; dat blijft dan achter.",
)
@click.option(
    "--show-values/--hide-values",
    "waarden",
    default=None,
    help="Toon de oude en de nieuwe tekst. [standaard: wel in tekst, niet in JSON]",
)
@opties.formaat
@opties.templates
@opties.peildatum
def commando(
    docx: Path,
    zaken: Path,
    toepassen: bool,
    alleen_velden: bool,
    waarden: bool | None,
    formaat: str,
    templates: Path | None,
    peildatum: dt.date,
) -> int:
    """Exit 1 where something cannot be taken over; then nothing is."""
    sjablonen = Sjablonen.standaard(templates)
    with lezen_of_schrijven(docx, "worden gelezen"):
        voorstel = lees_in(docx, zaakmappen([zaken]), Werkplaats(sjablonen), peildatum)
    mag = voorstel.schoon or (voorstel.kan and alleen_velden)
    toepassing = pas_toe(voorstel, sjablonen, peildatum) if toepassen and mag else Toepassing()
    if formaat == "json":
        geef(json.dumps(_als_json(voorstel, toepassing, waarden=bool(waarden)), ensure_ascii=False, indent=2))
    else:
        _toon(voorstel, toepassing, waarden=waarden is not False)
    _vertel(voorstel, toepassing, toepassen=toepassen, mag=mag)
    return ExitCode.GOED if mag and not met_fout(toepassing.findings) else ExitCode.FOUTEN


def _toon(voorstel: Voorstel, toepassing: Toepassing, *, waarden: bool) -> None:
    for wijziging in voorstel.wijzigingen:
        geef("\n".join(_als_verschil(wijziging, waarden=waarden)))
    for buiten in voorstel.buiten:
        toon([buiten.finding], "text", regels=False)
        if waarden:
            geef("\n".join(_regels(buiten.oud, buiten.nieuw)))
    toon((*voorstel.findings, *toepassing.findings), "text", regels=False)


def _als_verschil(wijziging: Wijziging, *, waarden: bool) -> Iterator[str]:
    pad = ".".join(map(str, wijziging.pad))
    kop = click.style(f"{wijziging.plaats}: {pad}", bold=True)
    yield f"{kop}  {click.style(wijziging.omschrijving, dim=True)}".rstrip()
    if waarden:
        yield from _regels(_gesplitst(wijziging.oud), _gesplitst(wijziging.nieuw))


def _gesplitst(waarde: str | None) -> tuple[str, ...]:
    return () if waarde is None else tuple(waarde.strip("\n").split("\n"))


def _regels(oud: tuple[str, ...], nieuw: tuple[str, ...]) -> Iterator[str]:
    for teken, kleur, regels in (("-", "red", oud), ("+", "green", nieuw)):
        for regel in regels:
            yield click.style(f"    {teken} {_op_scherm(regel)}".rstrip(), fg=kleur)


def _op_scherm(regel: str) -> str:
    """No mark that does something to a terminal; a line of a megabyte is cut."""
    kort = regel if len(regel) <= _LANGSTE else f"{regel[:_LANGSTE]}…"
    return "".join(
        teken if teken.isprintable() or teken in "\u00a0\u202f" else "\N{REPLACEMENT CHARACTER}"
        for teken in kort
    )


def _vertel(voorstel: Voorstel, toepassing: Toepassing, *, toepassen: bool, mag: bool) -> None:
    """For whoever looks on: how it ended, and what comes next."""
    velden = _aantal(len(voorstel.wijzigingen))
    if toepassing.geschreven:
        praat(f"{velden} overgenomen in {', '.join(toonbaar(pad) for pad in toepassing.geschreven)}.")
        praat(
            f"Maak het stuk opnieuw: dossiergen render {toonbaar(voorstel.map or Path())} --stuk {voorstel.stuk}"
        )
        if voorstel.buiten:
            praat("Wat buiten de velden is veranderd, staat niet in de zaak.")
    elif met_fout(toepassing.findings) or not mag:
        praat("Er is niets overgenomen." if toepassen else "Dit kan zo niet worden overgenomen.")
    elif not voorstel.wijzigingen:
        praat("Er is geen veld veranderd.")
    else:
        keuze = " --alleen-velden" if voorstel.buiten else ""
        praat(f"{velden} veranderd. Neem over met dezelfde opdracht en --toepassen{keuze}.")


def _aantal(velden: int) -> str:
    return "1 veld" if velden == 1 else f"{velden} velden"


def _als_json(voorstel: Voorstel, toepassing: Toepassing, *, waarden: bool) -> dict[str, Any]:
    return {
        "zaak": voorstel.kenmerk,
        "stuk": voorstel.stuk,
        "wijzigingen": [_wijziging_als_json(een, waarden=waarden) for een in voorstel.wijzigingen],
        "buiten": [_buiten_als_json(een, waarden=waarden) for een in voorstel.buiten],
        "findings": [als_json(een) for een in (*voorstel.findings, *toepassing.findings)],
        "geschreven": [toonbaar(pad) for pad in toepassing.geschreven],
    }


def _wijziging_als_json(wijziging: Wijziging, *, waarden: bool) -> dict[str, Any]:
    plaats = wijziging.plaats
    return {
        "bestand": plaats.bestand,
        "regel": plaats.regel,
        "kolom": plaats.kolom,
        "pad": ".".join(map(str, wijziging.pad)),
        "omschrijving": wijziging.omschrijving,
        **({"oud": wijziging.oud, "nieuw": wijziging.nieuw} if waarden else {}),
    }


def _buiten_als_json(buiten: Buiten, *, waarden: bool) -> dict[str, Any]:
    return {
        **als_json(buiten.finding),
        **({"oud": list(buiten.oud), "nieuw": list(buiten.nieuw)} if waarden else {}),
    }
