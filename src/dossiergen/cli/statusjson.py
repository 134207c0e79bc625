"""The status of cases for another program: the same keys for every case."""

import datetime as dt
import json
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import Any

from dossiergen.dossier.caseload import Caseload, Caseloadregel, Taak
from dossiergen.dossier.caseloadzinnen import te_laat_zin
from dossiergen.dossier.status import Zaakstatus
from dossiergen.finding import Ernst
from dossiergen.zaak.mappen import toonbaar

__all__ = ["als_json"]


def als_json(caseload: Caseload) -> str:
    """The most urgent case first."""
    inhoud = {
        "peildatum": caseload.peildatum,
        "binnen": caseload.binnen,
        "weggelaten": caseload.weggelaten,
        "zaken": [_zaak(regel) for regel in caseload.regels],
    }
    return json.dumps(inhoud, default=dt.date.isoformat, ensure_ascii=False, indent=2)


def _zaak(regel: Caseloadregel) -> dict[str, Any]:
    """Null where there is no calendar to say it."""
    status = regel.status
    kalender, stand = status.kalender, status.stand
    return {
        "kenmerk": toonbaar(Path(status.naam)),
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
        "risico": list(regel.risicos),
        "te_laat": [{**_taak(taak), "uitleg": te_laat_zin(taak)} for taak in regel.te_laat],
        "te_laat_gedaan": [{**_taak(taak), "uitleg": te_laat_zin(taak)} for taak in regel.te_laat_gedaan],
        "eerstvolgende": _taak(regel.eerstvolgende) if regel.eerstvolgende else None,
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


def _taak(taak: Taak) -> dict[str, Any]:
    """By key and number in `mijlpalen`; `dagen` is how many are left, less than 0 where it is late."""
    return {
        "sleutel": taak.mijlpaal.sleutel,
        "volgnummer": taak.mijlpaal.volgnummer,
        "titel": taak.mijlpaal.titel,
        "uiterlijk": taak.uiterlijk,
        "dagen": taak.dagen,
        "wie": list(taak.mijlpaal.wie),
        "risico": [asdict(gevolg) for gevolg in taak.gevolgen],
    }


def _aantallen(status: Zaakstatus) -> dict[str, int]:
    """How many of each severity; those that are accepted are counted apart."""
    aantal = Counter(finding.ernst for finding in status.findings if not finding.aanvaard)
    aanvaard = sum(finding.aanvaard for finding in status.findings)
    return {**{ernst.value: aantal[ernst] for ernst in Ernst}, "aanvaard": aanvaard}
