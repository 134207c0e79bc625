"""zaak.yaml on the first day: what is known, and as comment what the first weeks will bring."""

import datetime as dt
from collections.abc import Mapping

from dossiergen.zaak.gegevens import Zaakgegevens
from dossiergen.zaak.schrijven import Opgave, regels_van

__all__ = ["Rollen", "zaaktekst", "zaakwaarden"]

Rollen = Mapping[str, str]
"""The keys of werkgever, arbodienst, casemanager and bedrijfsarts."""

_LATER = (
    "werknemer.tussenvoegsel",
    "werknemer.bsn",
    "werknemer.telefoon",
    "werknemer.email",
    "dienstverband.uit_dienst",
    "dienstverband.werkrooster",
    "dienstverband.werkdagen",
    "dienstverband.taken",
    "dienstverband.belastende_aspecten",
    "bekwaamheden",
    "verzuim.ziekgemeld_op",
    "verzuim.hervattingen",
    "verzuim.gemeld_aan_arbodienst",
)
_BIJ = {
    "bekwaamheden": "Nodig voor het re-integratieverslag.",
    "verzuim.periodes": "Een nieuwe periode na herstel komt eronder.",
    "casemanager": "Een opvolger komt eronder, met zijn eerste dag.",
    "bedrijfsarts": "Een opvolger komt eronder, met zijn eerste dag.",
}


def zaakwaarden(
    kenmerk: str, rollen: Rollen, antwoorden: Mapping[str, Mapping[str, object]]
) -> dict[str, object]:
    """Who is casemanager and bedrijfsarts is so from the first day of illness on."""
    dag = antwoorden["verzuim"]["eerste_ziektedag"]
    if not isinstance(dag, dt.date):
        raise TypeError(type(dag).__name__)
    return {
        "kenmerk": kenmerk,
        "werkgever": rollen["werkgever"],
        "arbodienst": rollen["arbodienst"],
        "werknemer": antwoorden["werknemer"],
        "dienstverband": antwoorden["dienstverband"],
        "casemanager": [{"persoon": rollen["casemanager"], "vanaf": dag}],
        "bedrijfsarts": [{"persoon": rollen["bedrijfsarts"], "vanaf": dag}],
        "verzuim": {"eerste_ziektedag": dag, "periodes": [{"van": dag}]},
    }


def zaaktekst(waarden: Mapping[str, object], schema: str) -> str:
    kop = [
        f"# yaml-language-server: $schema={schema}",
        "# Hier staat alleen wat op de eerste dag bekend is; vul aan wat er gebeurt. Zet hier nooit een diagnose of klacht in.",
        "# Een regel die met # begint telt niet mee: haal het hekje weg om hem te gebruiken.",
    ]
    return "\n".join([*kop, *regels_van(Zaakgegevens, Opgave(waarden, _LATER, _BIJ))]) + "\n"
