"""The report for other programs: JSON with everything, and CSV as a Dutch spreadsheet opens it."""

import csv
import datetime as dt
import io
from typing import Any

from dossiergen.dossier.rapport.rapport import Gemist, Personen, Rapport, Telling, Weekstand
from dossiergen.dossier.rapport.regel import Actie, Mijlpaalstand, Rapportregel
from dossiergen.dossier.rapport.uitgeschreven import uitgeschreven
from dossiergen.termijnen import Stand

__all__ = ["als_csv", "als_json", "stand_van_regel", "wie_van_regel"]

# What a spreadsheet takes for a formula.
_FORMULE = ("=", "+", "-", "@", "\t", "\r")
_TUSSEN = " | "
_NIEMAND = Personen()


def als_json(rapport: Rapport, personen: Personen = _NIEMAND) -> bytes:
    """Everything, in the order of the page."""
    inhoud = {
        "schema": 1,
        "peildatum": rapport.peildatum,
        "met_verslag": rapport.met_verslag,
        "due": rapport.due,
        "weggelaten": rapport.weggelaten,
        "totaal": _zonder_werkgever(_velden(rapport.totaal)),
        "werkgevers": [_velden(telling) for telling in rapport.werkgevers],
        "gemist": [_velden(gemist) for gemist in rapport.gemist],
        "te_laat": rapport.te_laat,
        "weken": [_velden(week) for week in rapport.weken],
        "zaken": [_zaak(regel, personen) for regel in rapport.regels],
    }
    return f"{uitgeschreven(inhoud)}\n".encode()


def _velden(waarde: Telling | Gemist | Weekstand | Rapportregel | Actie | Mijlpaalstand) -> dict[str, Any]:
    """Of one value; `asdict` copies all that is in it, which takes longer than all else of the report."""
    return {naam: getattr(waarde, naam) for naam in waarde.__slots__}


def _zonder_werkgever(telling: dict[str, Any]) -> dict[str, Any]:
    return {sleutel: waarde for sleutel, waarde in telling.items() if sleutel != "werkgever"}


def _zaak(regel: Rapportregel, personen: Personen) -> dict[str, Any]:
    gegevens = _velden(regel)
    del gegevens["kenmerk"], gegevens["map"]
    gegevens["acties"] = [_velden(actie) for actie in regel.acties]
    gegevens["mijlpalen"] = [_velden(mijlpaal) for mijlpaal in regel.mijlpalen]
    return {
        "zaak": regel.naam,
        "stand": stand_van_regel(regel),
        **personen.gegevens(regel.kenmerk),
        **gegevens,
    }


def stand_van_regel(regel: Rapportregel) -> str:
    return "mislukt" if regel.mislukt else "klaar" if regel.klaar else "niet klaar"


def wie_van_regel(regel: Rapportregel) -> tuple[str, ...]:
    """Everybody who has something to do, each once."""
    return tuple(dict.fromkeys(wie for actie in regel.acties for wie in actie.wie))


def als_csv(rapport: Rapport, personen: Personen = _NIEMAND) -> bytes:
    """Semicolons, CRLF and a byte order mark; one row a case."""
    uit = io.StringIO(newline="")
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\r\n")
    rijen = [_rij(regel, personen) for regel in rapport.regels]
    schrijver.writerow(rijen[0] if rijen else _rij(Rapportregel("", ""), personen))
    schrijver.writerows([_veilig(cel) for cel in rij.values()] for rij in rijen)
    return uit.getvalue().encode("utf-8-sig")


def _rij(regel: Rapportregel, personen: Personen) -> dict[str, str]:
    open_ = [mijlpaal for mijlpaal in regel.mijlpalen if mijlpaal.stand is Stand.OPEN]
    eerst = min(open_, key=lambda mijlpaal: mijlpaal.uiterlijk, default=None)
    return {
        "zaak": regel.naam,
        **personen.gegevens(regel.kenmerk),
        "werkgever": regel.werkgever,
        "stand": stand_van_regel(regel),
        "verslag": regel.verslag.value.replace("_", " "),
        "wia uiterlijk": _iso(regel.wia),
        "einde wachttijd": _iso(regel.einde_wachttijd),
        "acties": str(len(regel.acties)),
        "te laat": str(sum(actie.te_laat for actie in regel.acties)),
        "wie": ", ".join(wie_van_regel(regel)),
        "wat": _TUSSEN.join(filter(None, (regel.storing, *(actie.wat for actie in regel.acties)))),
        "doen": _TUSSEN.join(dict.fromkeys(actie.doen for actie in regel.acties if actie.doen)),
        "eerstvolgende termijn": _iso(eerst.uiterlijk if eerst else None),
        "eerstvolgende": eerst.titel if eerst else "",
    }


def _iso(dag: dt.date | None) -> str:
    return dag.isoformat() if dag else ""


def _veilig(cel: str) -> str:
    """A cell is text, never a formula: an apostrophe in front says so to every spreadsheet."""
    return f"'{cel}" if cel.lstrip(" \n").startswith(_FORMULE) else cel
