"""`dossiergen status`: what is late and what is next. A picture; check is the judge."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import click
from dateutil.relativedelta import relativedelta

from dossiergen.cli import opties, statuskeuze
from dossiergen.cli.statusbeeld import beeld
from dossiergen.cli.statusjson import als_json
from dossiergen.cli.statustabel import tabel
from dossiergen.cli.tonen import geef, op_scherm, praat, toon
from dossiergen.cli.zaken import zaakmappen
from dossiergen.dossier.caseload import Caseload, caseload
from dossiergen.dossier.los import schrijf_los, vorige_uitgave
from dossiergen.dossier.status import Zaakstatus, statussen
from dossiergen.errors import ExitCode
from dossiergen.sjablonen import Sjablonen
from dossiergen.zaak.mappen import toonbaar

# Below this, starting processes costs more than they save.
_VEEL = 64
_STDOUT = Path("-")
_BESTAND = click.Path(path_type=Path, dir_okay=False, allow_dash=True)


@click.command(
    "status",
    help="Toon wat er te laat is, wat er moet en welk risico dat geeft. Van één zaak de hele kalender, "
    "van meer zaken een tabel met de dringendste bovenaan; met --alles van elke zaak de kalender. "
    "ZAAK is de map van een zaak, of een map vol zaken.",
    epilog="Een termijn die voorbij is geeft hier geen exitcode 1: status is een beeld, `dossiergen check` "
    "oordeelt. Exitcode 1 betekent dat een zaak niet te lezen is of dat het verzuim niet klopt; dan zijn er "
    "geen goede datums. Met --ics of --html komt er geen tabel; schrijf - voor de standaarduitvoer.",
)
@opties.zaken
@opties.peildatum
@click.option("--alles", is_flag=True, help="Van elke zaak de hele kalender, ook als het er meer zijn.")
@statuskeuze.opties
@click.option(
    "--ics",
    metavar="BESTAND",
    type=_BESTAND,
    help="Schrijf de termijnen als agenda (iCalendar) in dit bestand.",
)
@click.option(
    "--html", metavar="BESTAND", type=_BESTAND, help="Schrijf één bladzijde voor de browser in dit bestand."
)
@opties.templates
@opties.formaat
@opties.regels_tonen
@opties.jobs
def commando(
    zaken: tuple[Path, ...],
    peildatum: dt.date,
    alles: bool,
    binnen: relativedelta | None,
    werkgevers: tuple[str, ...],
    casemanagers: tuple[str, ...],
    ics: Path | None,
    html: Path | None,
    templates: Path | None,
    formaat: str,
    regels_tonen: bool | None,
    jobs: int,
) -> int:
    """Exit 1 only where there is no calendar."""
    mappen = zaakmappen(zaken)
    keuze = statuskeuze.selectie(mappen, peildatum, binnen, werkgevers, casemanagers)
    sjablonen = Sjablonen.standaard(templates)
    _controleer_bestanden(ics, html)
    los, per_zaak = bool(ics or html), alles or len(mappen) == 1
    met_bevindingen = not los and (per_zaak or formaat == "json")
    gelezen = _gelezen(mappen, peildatum, sjablonen, jobs, met_bevindingen=met_bevindingen)
    beeld_van_alles = caseload(gelezen, peildatum, keuze)
    if los:
        _controleer_kenmerken(beeld_van_alles)
    if ics:
        _schrijf_agenda(ics, beeld_van_alles)
    if html:
        _schrijf_pagina(html, beeld_van_alles, sjablonen)
    if not los:
        _toon(beeld_van_alles, formaat, per_zaak=per_zaak, regels=regels_tonen)
    zonder = any(not regel.leesbaar for regel in beeld_van_alles.regels)
    return ExitCode.FOUTEN if zonder else ExitCode.GOED


def _gelezen(
    mappen: Sequence[Path], peildatum: dt.date, sjablonen: Sjablonen, jobs: int, *, met_bevindingen: bool
) -> Iterable[Zaakstatus]:
    if jobs == 1 or len(mappen) < _VEEL:
        return statussen(mappen, peildatum=peildatum, sjablonen=sjablonen, met_bevindingen=met_bevindingen)
    from dossiergen.dossier.parallel import statussen_met  # noqa: PLC0415  as in check

    return statussen_met(jobs, mappen, peildatum, sjablonen, met_bevindingen=met_bevindingen)


def _controleer_bestanden(ics: Path | None, html: Path | None) -> None:
    if ics == html == _STDOUT:
        raise click.UsageError("Maar één van --ics en --html kan naar de standaarduitvoer.")
    for optie, pad in (("--ics", ics), ("--html", html)):
        if pad and pad != _STDOUT and any((map_ / "zaak.yaml").exists() for map_ in pad.absolute().parents):
            raise click.BadParameter(
                "Dit is in de map van een zaak. Kies een plek daarbuiten.", param_hint=optie
            )


def _controleer_kenmerken(alles: Caseload) -> None:
    """One agenda, and one page, tells cases apart by their kenmerk."""
    aantal = Counter(regel.status.kenmerk for regel in alles.regels if regel.leesbaar)
    if dubbel := sorted(kenmerk for kenmerk, keer in aantal.items() if keer > 1):
        raise click.UsageError(
            f"Meer dan één zaak heeft dit kenmerk: {', '.join(dubbel)}. Maak per map een eigen bestand."
        )


def _toon(alles: Caseload, formaat: str, *, per_zaak: bool, regels: bool | None) -> None:
    if formaat == "json":
        geef(als_json(alles))
    elif per_zaak:
        _toon_kalenders(alles, regels=regels)
    else:
        geef("\n".join(tabel(alles)))


def _toon_kalenders(alles: Caseload, *, regels: bool | None) -> None:
    met_redenen = op_scherm() if regels is None else regels
    for nummer, regel in enumerate(alles.regels):
        if nummer:
            geef("")
        if regel.leesbaar:
            geef("\n".join(beeld(regel, met_redenen=met_redenen)))
        else:
            toon(regel.status.findings, "text", regels=regels)
    if alles.weggelaten:
        praat("1 zaak weggelaten." if alles.weggelaten == 1 else f"{alles.weggelaten} zaken weggelaten.")


def _schrijf_agenda(pad: Path, alles: Caseload) -> None:
    from dossiergen.dossier.agenda import MERK, agenda  # noqa: PLC0415  icalendar is slow to load, and few ask for it

    _schrijf(pad, MERK, lambda vorige: agenda(alles, vorige))


def _schrijf_pagina(pad: Path, alles: Caseload, sjablonen: Sjablonen) -> None:
    from dossiergen.dossier.statuspagina import MERK, pagina  # noqa: PLC0415  as the agenda

    _schrijf(pad, MERK, lambda _vorige: pagina(alles, sjablonen))


def _schrijf(pad: Path, merk: bytes, maak: Callable[[bytes | None], bytes]) -> None:
    if pad == _STDOUT:
        geef(maak(None).decode(), nl=False)
        return
    schrijf_los(pad, maak(vorige_uitgave(pad, merk)))
    praat(f"Geschreven: {toonbaar(pad)}")
