"""The documents of employer and employee: the plan, what looks back on it, and the verslag."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from dossiergen.dossier.aanleg.overname import (
    ANALYSES,
    DAG,
    LIJN,
    Deel,
    als_waarden,
    hervatting,
    in_te_vullen,
    in_woorden,
    uit,
)
from dossiergen.dossier.aanleg.stuk import Aanzet, laatste_van
from dossiergen.recht import recht
from dossiergen.zaak.plan_van_aanpak import Evaluatie, Nagekomen, PlanVanAanpak
from dossiergen.zaak.probleemanalyse import OordeelBedrijfsarts, Probleemanalyse
from dossiergen.zaak.stukgegevens import Einddoel

__all__ = ["bijstelling", "eerstejaars", "eindevaluatie", "plan", "verslag"]

_LATER_PARTIJEN = ("visie_werkgever", "visie_werknemer", "ondertekening", "afschriften")
# The name is text of the document; added to a definitive one, it asks for another version.
_WIE_TEKENT = {
    "ondertekening": "Zet bij de werkgever wie tekent (`persoon`) voordat u het stuk definitief maakt."
}


def plan(aanzet: Aanzet) -> Deel:
    analyse = laatste_van(aanzet.zaak, *ANALYSES[:2])
    activiteit = {"doel": in_te_vullen("waartoe")}
    weken = recht().getal("evaluatie_tussentijd", aanzet.datum)
    eerste = aanzet.datum + recht().dagen("evaluatie_tussentijd", aanzet.datum) * DAG
    waarden: dict[str, object] = {
        "probleemanalyse": {
            "datum": _dag_van(aanzet, "probleemanalyse"),
            "kern": in_te_vullen("de kern van het advies, in functionele woorden"),
        },
        "einddoel": Einddoel.NOG_NIET_TE_BEPALEN,
        "activiteiten": [
            {"wat": in_te_vullen("wat de werkgever doet"), **activiteit, "wie": "werkgever"},
            {"wat": in_te_vullen("wat de werknemer doet"), **activiteit, "wie": "werknemer"},
        ],
        "evaluatie": {"elke_weken": weken, "eerste_op": eerste},
    }
    bij = {
        "probleemanalyse": "De zaak heeft er nog geen.",
        "probleemanalyse.datum": "Dit is de laatste dag die op tijd is: vul de echte dag in.",
        "einddoel": "Neem het over van de bedrijfsarts.",
        "activiteiten": "Ieder doet ten minste iets; voeg toe wat u verder afspreekt.",
        "evaluatie": f"Ten minste eens in de {weken} weken.",
        **_WIE_TEKENT,
    }
    later = (*_LATER_PARTIJEN, "activiteiten.start", "activiteiten.gereed", "tussendoelen", "opbouwschema")
    if analyse and isinstance(analyse.gegevens, OordeelBedrijfsarts):
        oordeel = analyse.gegevens
        kern = in_woorden(oordeel) or in_te_vullen("de kern van het advies, in functionele woorden")
        waarden |= {
            "probleemanalyse": {"datum": oordeel.datum, "kern": kern},
            "einddoel": oordeel.einddoel,
        }
        bij |= {"probleemanalyse": uit(analyse), "einddoel": uit(analyse), "probleemanalyse.datum": ""}
        adviezen = oordeel.advies if isinstance(oordeel, Probleemanalyse) else ()
        if adviezen:
            bij["activiteiten"] += f" De bedrijfsarts adviseert: {' '.join(a.omschrijving for a in adviezen)}"
        if isinstance(oordeel, Probleemanalyse) and oordeel.opbouwschema:
            waarden["opbouwschema"] = [als_waarden(stap) for stap in oordeel.opbouwschema]
            bij["opbouwschema"] = uit(analyse)
    return waarden, (*later, "contact_bedrijfsarts", "einddoel_toelichting"), bij


def _evaluatie(aanzet: Aanzet) -> Deel:
    """The agreements to look back on, how things stand, and what runs on."""
    vorige = laatste_van(aanzet.zaak, *LIJN)
    waarden: dict[str, object] = {
        "gesprek_op": aanzet.datum,
        "einddoel": getattr(vorige.gegevens, "einddoel", None) if vorige else None,
    }
    waarden["einddoel"] = waarden["einddoel"] or Einddoel.NOG_NIET_TE_BEPALEN
    bij = {"gesprek_op": "Vul de dag van het gesprek in.", **_WIE_TEKENT}
    if vorige:
        bij["einddoel"] = uit(vorige)
        bij["terugblik"] = (
            f"De afspraken van {vorige.gegevens.datum}: kies bij elke afspraak het `resultaat`."
        )
    afspraken = list(dict.fromkeys(_afspraken(aanzet)))
    if afspraken:
        waarden["terugblik"] = [{"afspraak": afspraak} for afspraak in afspraken]
    waarden |= _advies_in_evaluatie(aanzet) | hervatting(aanzet)
    if schema := _lopende_opbouw(aanzet):
        waarden["opbouwschema"] = schema
        bij["opbouwschema"] = "De stap die nu loopt en wat daarna komt, zoals het was afgesproken."
    volgende = aanzet.datum + recht().dagen("evaluatie_tussentijd", aanzet.datum) * DAG
    bij["volgende_evaluatie"] = f"Uiterlijk {volgende}."
    later = (
        "terugblik",
        "terugblik.resultaat",
        "belastbaarheid",
        "hervatting",
        "activiteiten",
        "volgende_evaluatie",
    )
    return waarden, (*_LATER_PARTIJEN, *later), bij


def _dag_van(aanzet: Aanzet, sleutel: str) -> dt.date:
    """The last day of a milestone, as far as it is not after the document."""
    alle = aanzet.kalender.alle(sleutel) if aanzet.kalender else ()
    return min([aanzet.datum, *(m.uiterlijk for m in alle if m.uiterlijk)])


def _afspraken(aanzet: Aanzet) -> Iterator[str]:
    """Those of the last talk or plan that made any, and what was not done yet when that was looked at."""
    eerder = [stuk for stuk in aanzet.zaak.stukken if isinstance(stuk.gegevens, PlanVanAanpak | Evaluatie)]
    for stuk in sorted(eerder, key=lambda een: (een.gegevens.datum, een.volgnummer or 0), reverse=True):
        gegevens: Any = stuk.gegevens
        yield from (activiteit.wat for activiteit in gegevens.activiteiten)
        for punt in gegevens.terugblik if isinstance(gegevens, Evaluatie) else ():
            if punt.resultaat is not Nagekomen.NAGEKOMEN:
                yield punt.afspraak
        if gegevens.activiteiten:
            return


def _advies_in_evaluatie(aanzet: Aanzet) -> dict[str, object]:
    eerder = [s for s in aanzet.zaak.stukken if s.soort in ANALYSES and s.gegevens.datum <= aanzet.datum]
    stuk = max(eerder, key=lambda een: een.gegevens.datum, default=None)
    if stuk is None or not isinstance(stuk.gegevens, OordeelBedrijfsarts):
        return {}
    tekst = in_woorden(stuk.gegevens)
    return {**({"belastbaarheid": tekst} if tekst else {}), "advies_van": stuk.gegevens.datum}


def _lopende_opbouw(aanzet: Aanzet) -> list[dict[str, object]]:
    met = [
        stuk
        for stuk in aanzet.zaak.stukken
        if getattr(stuk.gegevens, "opbouwschema", ()) and stuk.soort in LIJN
    ]
    if not met:
        return []
    laatste: Any = max(met, key=lambda een: (een.gegevens.datum, een.volgnummer or 0)).gegevens
    stappen = sorted(laatste.opbouwschema, key=lambda stap: stap.vanaf)
    begonnen = [stap for stap in stappen if stap.vanaf <= aanzet.datum][-1:]
    return [als_waarden(stap) for stap in (*begonnen, *(s for s in stappen if s.vanaf > aanzet.datum))]


def bijstelling(aanzet: Aanzet) -> Deel:
    waarden, later, bij = _evaluatie(aanzet)
    return waarden, ("aanleiding", *later), bij


def eerstejaars(aanzet: Aanzet) -> Deel:
    waarden, later, bij = _evaluatie(aanzet)
    eigen = ("einddoel_gehaald", "einddoel_gehaald_toelichting", "spoor1", "concreet_perspectief", "spoor2")
    return waarden, (*later, *eigen, "arbeidsdeskundig_onderzoek", "deskundigenoordeel_gevraagd"), bij


def eindevaluatie(aanzet: Aanzet) -> Deel:
    vorige = laatste_van(aanzet.zaak, *LIJN)
    aard = aanzet.zaak.organisaties.werkgevers[aanzet.zaak.gegevens.werkgever].aard_bedrijf
    einddoel = getattr(vorige.gegevens, "einddoel", None) if vorige else None
    waarden: dict[str, object] = {
        **({"aard_bedrijf": aard} if aard else {}),
        "einddoel": einddoel or Einddoel.NOG_NIET_TE_BEPALEN,
        **hervatting(aanzet),
    }
    later = (
        "aard_bedrijf", "hervatting", "sporen", "einddoel_gehaald", "einddoel_gehaald_toelichting", "arbeidsrelatie",
        "passende_arbeid",
    )  # fmt: skip
    return waarden, (*_LATER_PARTIJEN, *later), _WIE_TEKENT | ({"einddoel": uit(vorige)} if vorige else {})


def verslag(_aanzet: Aanzet) -> Deel:
    later = (
        "besproken_op", "kopie_aan_werknemer", "medische_informatie_meegegeven", "oordeel_werknemer_ontvangen",
        "wia_aanvraag", "ingediend_bij_uwv",
    )  # fmt: skip
    return {}, later, {}
