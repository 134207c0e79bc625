"""`dossiergen status`: where a case stands in its calendar. A picture; check is the judge."""

import datetime as dt
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from dossiergen.cli import opties
from dossiergen.cli.statusbeeld import beeld
from dossiergen.cli.tonen import geef, op_scherm, toon
from dossiergen.cli.zaken import laad, zaakmappen
from dossiergen.dossier.status import Zaakstatus, status_van
from dossiergen.errors import ExitCode
from dossiergen.finding import Ernst
from dossiergen.sjablonen import Sjablonen
from dossiergen.zaak.mappen import toonbaar


@click.command(
    "status",
    help="Toon de termijnen van een zaak: wat moet wanneer, wat is gedaan, en waarop elke datum rust. "
    "ZAAK is de map van een zaak, of een map vol zaken.",
    epilog="Een termijn die voorbij is geeft hier geen exitcode 1: status is een beeld, `dossiergen check` "
    "oordeelt. Exitcode 1 betekent dat een zaak niet te lezen is of dat het verzuim niet klopt; dan zijn er "
    "geen goede datums.",
)
@opties.zaken
@opties.peildatum
@opties.templates
@opties.formaat
@opties.regels_tonen
def commando(
    zaken: tuple[Path, ...],
    peildatum: dt.date,
    templates: Path | None,
    formaat: str,
    regels_tonen: bool | None,
) -> int:
    """Exit 1 only where there is no calendar."""
    sjablonen = Sjablonen.standaard(templates)
    statussen = [
        status_van(geladen, organisaties, peildatum, sjablonen)
        for geladen, organisaties in laad(zaakmappen(zaken))
    ]
    if formaat == "json":
        geef(_json(statussen, peildatum))
    else:
        _toon(statussen, regels=regels_tonen)
    zonder = any(status.kalender is None for status in statussen)
    return ExitCode.FOUTEN if zonder else ExitCode.GOED


def _toon(statussen: Sequence[Zaakstatus], *, regels: bool | None) -> None:
    for nummer, status in enumerate(statussen):
        if nummer:
            geef("")
        if status.kalender is None:
            toon(status.findings, "text", regels=regels)
        else:
            met_redenen = op_scherm() if regels is None else regels
            geef("\n".join(beeld(status, met_redenen=met_redenen)))


def _json(statussen: Sequence[Zaakstatus], peildatum: dt.date) -> str:
    inhoud = {"peildatum": peildatum, "zaken": [_als_json(status) for status in statussen]}
    return json.dumps(inhoud, default=dt.date.isoformat, ensure_ascii=False, indent=2)


def _als_json(status: Zaakstatus) -> dict[str, Any]:
    """The same keys for every case; null where there is no calendar to say it."""
    kalender, stand = status.kalender, status.stand
    return {
        "kenmerk": toonbaar(Path(status.geladen.naam)),
        "eerste_ziektedag": kalender and kalender.eerste_ziektedag,
        "ziekteweek": stand and stand.ziekteweek,
        "teldagen": stand and stand.geteld,
        "peildatum_telt": stand and stand.telt,
        "hersteld_na": stand and stand.hersteld_na,
        "telt_mee_tot": stand and stand.telt_mee_tot,
        "einde": kalender and asdict(kalender.einde),
        # Years ahead it says no more than a date of birth.
        "aow": kalender.aow if kalender and kalender.aow_in_verzuim else None,
        "uit_dienst": kalender and kalender.uit_dienst,
        "verslagsoort": kalender and kalender.verslagsoort,
        "open_sinds": kalender and kalender.open_sinds,
        "mijlpalen": [asdict(mijlpaal) for mijlpaal in kalender.mijlpalen] if kalender else [],
        "uitzonderingen": [
            {
                "code": een.uitzondering.code,
                "bestand": een.bestand,
                "pad": een.uitzondering.pad,
                "door": een.uitzondering.door,
                "datum": een.uitzondering.datum,
            }
            for een in status.aanvaardingen
        ],
        "findings": _aantallen(status),
    }


def _aantallen(status: Zaakstatus) -> dict[str, int]:
    """How many of each severity; those that are accepted are counted apart."""
    aantal = Counter(finding.ernst for finding in status.findings if not finding.aanvaard)
    aanvaard = sum(finding.aanvaard for finding in status.findings)
    return {**{ernst.value: aantal[ernst] for ernst in Ernst}, "aanvaard": aanvaard}
