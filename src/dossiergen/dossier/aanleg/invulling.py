"""What a new document holds already: all that the case says, and for the rest a place to fill in.

Nothing is made up. What only a human can say is left out where the form allows it; where it does not, the text says that
it is to be filled in, and `check` sees that (ID-15).
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from dossiergen.dossier.aanleg.stuk import Aanzet, laatste_van, stuk_bij, te_doen
from dossiergen.recht import recht
from dossiergen.zaak import Stuk
from dossiergen.zaak.basis import Model
from dossiergen.zaak.brieven import Waarvoor
from dossiergen.zaak.plan_van_aanpak import Evaluatie, Nagekomen, PlanVanAanpak
from dossiergen.zaak.probleemanalyse import OordeelBedrijfsarts, Probleemanalyse
from dossiergen.zaak.schrijven import Opgave
from dossiergen.zaak.stukgegevens import Benutbaar, Einddoel, Rubriek
from dossiergen.zaak.zaak import in_functie

__all__ = ["invulling", "vraagt_mogelijkheden"]

_DAG = dt.timedelta(days=1)
_ANALYSES = ("probleemanalyse", "bijstelling-probleemanalyse", "actueel-oordeel")
_LIJN = ("plan-van-aanpak", "bijstelling-plan-van-aanpak", "eerstejaarsevaluatie")
_GETEKEND = (*_LIJN, "eindevaluatie")
# What the letter proposes where the case names no day; whoever sends it decides.
_TERUG_NA = 14

# Who fills in a document comes to these when the rest is there.
_LAATST = ("visie_werkgever", "visie_werknemer", "afwijking", "ondertekening", "afschriften")

Deel = tuple[dict[str, object], tuple[str, ...], dict[str, str]]
"""Values, what comes later, and a sentence more by path."""


def invulling(aanzet: Aanzet, mogelijkheden: Benutbaar | None = None) -> Opgave:
    """`mogelijkheden`: the answer to what `vraagt_mogelijkheden` asks."""
    waarden: dict[str, object] = {
        "datum": aanzet.datum,
        "status": "concept",
        "opsteller": aanzet.opsteller,
    }
    eigen, later, bij = _PER_SOORT[aanzet.soort.naam](aanzet, mogelijkheden)
    if aanzet.te_laat:
        later = (*later, "afwijking")
        bij = {**bij, "afwijking": "De termijn is voorbij: leg hier uit waarom."}
    return Opgave({**waarden, **eigen}, later, {"datum": _bij_datum(aanzet), **bij}, laatst=_LAATST)


def _bij_datum(aanzet: Aanzet) -> str:
    if aanzet.uiterlijk is None:
        return ""
    moment = "Moest uiterlijk" if aanzet.te_laat else "Uiterlijk"
    return f"{moment} {aanzet.uiterlijk}; zet hier de dag waarop u het stuk maakt."


def vraagt_mogelijkheden(aanzet: Aanzet) -> bool:
    """Whether the form needs a choice of the bedrijfsarts that the case does not hold."""
    return issubclass(aanzet.soort.model, OordeelBedrijfsarts) and _advies(aanzet) is None


def _in_te_vullen(wat: str) -> str:
    return f"[invullen: {wat}]"


def _uit(stuk: Stuk) -> str:
    return f"Overgenomen uit {stuk.bestand}; pas aan wat anders is."


def _advies(aanzet: Aanzet) -> Stuk | None:
    return laatste_van(aanzet.zaak, *_ANALYSES)


def _als_waarden(model: Model) -> dict[str, object]:
    """What is filled in, as it would be written again."""
    return {
        naam: _als_waarden(waarde) if isinstance(waarde, Model) else waarde
        for naam, waarde in model
        if waarde is not None and waarde != ()
    }


def _in_woorden(oordeel: OordeelBedrijfsarts) -> str:
    """What the bedrijfsarts wrote about load and possibilities, in those words."""
    rubrieken = [rubriek for _, rubriek in oordeel.belastbaarheid if isinstance(rubriek, Rubriek)]
    teksten = [*(rubriek.toelichting for rubriek in rubrieken), oordeel.mogelijkheden.toelichting]
    return " ".join(" ".join(tekst.split()) for tekst in teksten if tekst)


# --- of the bedrijfsarts

_LATER_OORDEEL = ("verantwoordelijke_bedrijfsarts", "prognose", "ondertekening", "afschriften")


def _oordeel(aanzet: Aanzet, mogelijkheden: Benutbaar | None) -> Deel:
    vorige = _advies(aanzet)
    waarden: dict[str, object] = {"spreekuur_op": aanzet.datum}
    bij = {"spreekuur_op": "Vul de echte dag in."}
    if vorige and isinstance(vorige.gegevens, OordeelBedrijfsarts):
        oordeel = vorige.gegevens
        waarden |= {
            "belastbaarheid": _als_waarden(oordeel.belastbaarheid),
            "mogelijkheden": _als_waarden(oordeel.mogelijkheden),
            "einddoel": oordeel.einddoel,
        }
        return (
            waarden,
            _LATER_OORDEEL,
            {**bij, **dict.fromkeys(("belastbaarheid", "mogelijkheden"), _uit(vorige))},
        )
    geen = mogelijkheden is Benutbaar.NEE_DUURZAAM
    waarden |= {
        "belastbaarheid": {},
        "mogelijkheden": {"benutbaar": mogelijkheden},
        "einddoel": Einddoel.GEEN_MOGELIJKHEDEN if geen else Einddoel.NOG_NIET_TE_BEPALEN,
    }
    bij["belastbaarheid"] = (
        "Zet in plaats van {} onder elkaar: persoonlijk_functioneren, sociaal_functioneren, fysieke_omgeving, "
        "dynamische_handelingen, statische_houdingen en werktijden, elk met `oordeel: normaal` of met "
        "`oordeel: beperkt` en een `toelichting`. Voorbeeld: werktijden: {oordeel: normaal}."
    )
    bij["einddoel"] = "Kies het einddoel zodra u het weet."
    return waarden, (*_LATER_OORDEEL, "mogelijkheden.toelichting", "mogelijkheden.herbeoordeling_op"), bij


_LATER_ANALYSE = ("factoren", "advies", "opbouwschema", "spoor", "vervolg")


def _analyse(aanzet: Aanzet, mogelijkheden: Benutbaar | None) -> Deel:
    waarden, later, bij = _oordeel(aanzet, mogelijkheden)
    return waarden, (*later, *_LATER_ANALYSE), bij


def _bijgestelde_analyse(aanzet: Aanzet, mogelijkheden: Benutbaar | None) -> Deel:
    waarden, later, bij = _analyse(aanzet, mogelijkheden)
    waarden |= {
        "aanleiding": _in_te_vullen("waarom de analyse wordt bijgesteld"),
        "verschil": _in_te_vullen("wat er anders is dan in de vorige analyse"),
    }
    vorige = _advies(aanzet)
    if vorige and isinstance(vorige.gegevens, Probleemanalyse) and vorige.gegevens.spoor:
        waarden["spoor"] = vorige.gegevens.spoor
    return waarden, later, bij


def _actueel_oordeel(aanzet: Aanzet, mogelijkheden: Benutbaar | None) -> Deel:
    waarden, later, bij = _oordeel(aanzet, mogelijkheden)
    waarden["verloop"] = _in_te_vullen("verloop van de ongeschiktheid")
    return waarden, (*later, "arbeidsrelatie", "passende_arbeid", "stand_einddoel"), bij


# --- of employer and employee

_LATER_PARTIJEN = ("visie_werkgever", "visie_werknemer", "ondertekening", "afschriften")


def _plan(aanzet: Aanzet, _: Benutbaar | None) -> Deel:
    analyse = laatste_van(aanzet.zaak, *_ANALYSES[:2])
    activiteit = {"doel": _in_te_vullen("waartoe")}
    weken = recht().getal("evaluatie_tussentijd", aanzet.datum)
    eerste = aanzet.datum + recht().dagen("evaluatie_tussentijd", aanzet.datum) * _DAG
    waarden: dict[str, object] = {
        "probleemanalyse": {
            "datum": _dag_van(aanzet, "probleemanalyse"),
            "kern": _in_te_vullen("de kern van het advies, in functionele woorden"),
        },
        "einddoel": Einddoel.NOG_NIET_TE_BEPALEN,
        "activiteiten": [
            {"wat": _in_te_vullen("wat de werkgever doet"), **activiteit, "wie": "werkgever"},
            {"wat": _in_te_vullen("wat de werknemer doet"), **activiteit, "wie": "werknemer"},
        ],
        "evaluatie": {"elke_weken": weken, "eerste_op": eerste},
    }
    bij = {
        "probleemanalyse": "De zaak heeft er nog geen: vul de datum en de kern in.",
        "einddoel": "Neem het over van de bedrijfsarts.",
        "activiteiten": "Ieder doet ten minste iets; voeg toe wat u verder afspreekt.",
        "evaluatie": f"Ten minste eens in de {weken} weken.",
    }
    later = (*_LATER_PARTIJEN, "activiteiten.start", "activiteiten.gereed", "tussendoelen", "opbouwschema")
    if analyse and isinstance(analyse.gegevens, OordeelBedrijfsarts):
        oordeel = analyse.gegevens
        kern = _in_woorden(oordeel) or _in_te_vullen("de kern van het advies, in functionele woorden")
        waarden |= {
            "probleemanalyse": {"datum": oordeel.datum, "kern": kern},
            "einddoel": oordeel.einddoel,
        }
        bij |= {"probleemanalyse": _uit(analyse), "einddoel": _uit(analyse)}
        adviezen = oordeel.advies if isinstance(oordeel, Probleemanalyse) else ()
        if adviezen:
            bij["activiteiten"] += f" De bedrijfsarts adviseert: {' '.join(a.omschrijving for a in adviezen)}"
        if isinstance(oordeel, Probleemanalyse) and oordeel.opbouwschema:
            waarden["opbouwschema"] = [_als_waarden(stap) for stap in oordeel.opbouwschema]
            bij["opbouwschema"] = _uit(analyse)
    return waarden, (*later, "contact_bedrijfsarts", "einddoel_toelichting"), bij


def _evaluatie(aanzet: Aanzet, _: Benutbaar | None) -> Deel:
    """The agreements to look back on, how things stand, and what runs on."""
    vorige = laatste_van(aanzet.zaak, *_LIJN)
    waarden: dict[str, object] = {
        "gesprek_op": aanzet.datum,
        "einddoel": getattr(vorige.gegevens, "einddoel", None) if vorige else None,
    }
    waarden["einddoel"] = waarden["einddoel"] or Einddoel.NOG_NIET_TE_BEPALEN
    bij = {"gesprek_op": "Vul de dag van het gesprek in."}
    if vorige:
        bij["einddoel"] = _uit(vorige)
        bij["terugblik"] = (
            f"De afspraken van {vorige.gegevens.datum}: kies bij elke afspraak het `resultaat`."
        )
    afspraken = list(dict.fromkeys(_afspraken(aanzet)))
    if afspraken:
        waarden["terugblik"] = [{"afspraak": afspraak} for afspraak in afspraken]
    waarden |= _advies_in_evaluatie(aanzet) | _hervatting(aanzet)
    if schema := _lopende_opbouw(aanzet):
        waarden["opbouwschema"] = schema
        bij["opbouwschema"] = "De stap die nu loopt en wat daarna komt, zoals het was afgesproken."
    volgende = aanzet.datum + recht().dagen("evaluatie_tussentijd", aanzet.datum) * _DAG
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
    eerder = [s for s in aanzet.zaak.stukken if s.soort in _ANALYSES and s.gegevens.datum <= aanzet.datum]
    stuk = max(eerder, key=lambda een: een.gegevens.datum, default=None)
    if stuk is None or not isinstance(stuk.gegevens, OordeelBedrijfsarts):
        return {}
    tekst = _in_woorden(stuk.gegevens)
    return {**({"belastbaarheid": tekst} if tekst else {}), "advies_van": stuk.gegevens.datum}


def _hervatting(aanzet: Aanzet) -> dict[str, object]:
    """What zaak.yaml says of the day; a new period of illness begins with none."""
    verzuim = aanzet.zaak.gegevens.verzuim
    begin = max((p.van for p in verzuim.periodes if p.van <= aanzet.datum), default=aanzet.datum)
    geldend = [h for h in verzuim.hervattingen if begin <= h.vanaf <= aanzet.datum]
    if not geldend:
        return {}
    stand = _als_waarden(max(geldend, key=lambda h: h.vanaf))
    del stand["vanaf"]
    return {"hervatting": stand}


def _lopende_opbouw(aanzet: Aanzet) -> list[dict[str, object]]:
    met = [
        stuk
        for stuk in aanzet.zaak.stukken
        if getattr(stuk.gegevens, "opbouwschema", ()) and stuk.soort in _LIJN
    ]
    if not met:
        return []
    laatste: Any = max(met, key=lambda een: (een.gegevens.datum, een.volgnummer or 0)).gegevens
    stappen = sorted(laatste.opbouwschema, key=lambda stap: stap.vanaf)
    begonnen = [stap for stap in stappen if stap.vanaf <= aanzet.datum][-1:]
    return [_als_waarden(stap) for stap in (*begonnen, *(s for s in stappen if s.vanaf > aanzet.datum))]


def _bijstelling(aanzet: Aanzet, mogelijkheden: Benutbaar | None) -> Deel:
    waarden, later, bij = _evaluatie(aanzet, mogelijkheden)
    return waarden, ("aanleiding", *later), bij


def _eerstejaars(aanzet: Aanzet, mogelijkheden: Benutbaar | None) -> Deel:
    waarden, later, bij = _evaluatie(aanzet, mogelijkheden)
    eigen = ("einddoel_gehaald", "einddoel_gehaald_toelichting", "spoor1", "concreet_perspectief", "spoor2")
    return waarden, (*later, *eigen, "arbeidsdeskundig_onderzoek", "deskundigenoordeel_gevraagd"), bij


def _eindevaluatie(aanzet: Aanzet, _: Benutbaar | None) -> Deel:
    vorige = laatste_van(aanzet.zaak, *_LIJN)
    aard = aanzet.zaak.organisaties.werkgevers[aanzet.zaak.gegevens.werkgever].aard_bedrijf
    einddoel = getattr(vorige.gegevens, "einddoel", None) if vorige else None
    waarden: dict[str, object] = {
        **({"aard_bedrijf": aard} if aard else {}),
        "einddoel": einddoel or Einddoel.NOG_NIET_TE_BEPALEN,
        **_hervatting(aanzet),
    }
    later = (
        "aard_bedrijf", "hervatting", "sporen", "einddoel_gehaald", "einddoel_gehaald_toelichting", "arbeidsrelatie",
        "passende_arbeid",
    )  # fmt: skip
    return waarden, (*_LATER_PARTIJEN, *later), {"einddoel": _uit(vorige)} if vorige else {}


def _verslag(_aanzet: Aanzet, _: Benutbaar | None) -> Deel:
    later = (
        "besproken_op", "kopie_aan_werknemer", "medische_informatie_meegegeven", "oordeel_werknemer_ontvangen",
        "wia_aanvraag", "ingediend_bij_uwv",
    )  # fmt: skip
    return {}, later, {}


# --- letters

_WAARVOOR = {
    "probleemanalyse": Waarvoor.CONSULT,
    "bijstelling-plan-van-aanpak": Waarvoor.EVALUATIE,
    "eerstejaarsevaluatie": Waarvoor.EERSTEJAARSEVALUATIE,
    "eindevaluatie": Waarvoor.EINDEVALUATIE,
}


def _melding(_aanzet: Aanzet, _: Benutbaar | None) -> Deel:
    return {}, ("gemeld_door",), {}


def _uitnodiging(aanzet: Aanzet, _: Benutbaar | None) -> Deel:
    """For the next talk that the calendar asks for."""
    gesprek = next((m for m in te_doen(aanzet.kalender) if stuk_bij(m) in _WAARVOOR), None)
    waarvoor = _WAARVOOR[stuk_bij(gesprek)] if gesprek else Waarvoor.EVALUATIE
    op = max([aanzet.datum, *([gesprek.uiterlijk] if gesprek and gesprek.uiterlijk else [])])
    met = aanzet.opsteller
    if waarvoor is Waarvoor.CONSULT:
        met = in_functie(aanzet.zaak.gegevens.bedrijfsarts, op).persoon
    afspraak = {"op": op, "tijd": _in_te_vullen("hoe laat"), "waar": _in_te_vullen("waar"), "met": met}
    bij = {"afspraak": "Vul de dag, de tijd en de plaats in."}
    return {"waarvoor": waarvoor, "afspraak": afspraak}, ("afzeggen_voor", "bespreken"), bij


def _ter_ondertekening(aanzet: Aanzet, _: Benutbaar | None) -> Deel:
    stuk = laatste_van(aanzet.zaak, *_GETEKEND)
    terug = aanzet.datum + _TERUG_NA * _DAG
    return (
        {"stuk": stuk.naam if stuk else "plan-van-aanpak", "terug_voor": terug},
        (),
        {"terug_voor": "Een voorstel."},
    )


def _kopie_verslag(_aanzet: Aanzet, _: Benutbaar | None) -> Deel:
    return {}, ("reageren_voor",), {}


def _tweede_mening(aanzet: Aanzet, _: Benutbaar | None) -> Deel:
    waarden = {"gevraagd_op": aanzet.datum, "vraag": _in_te_vullen("wat de werkgever wil weten")}
    return (
        waarden,
        ("verantwoordelijke_bedrijfsarts", "ondertekening"),
        {"gevraagd_op": "Vul de echte dag in."},
    )


_PER_SOORT: Mapping[str, Callable[[Aanzet, Benutbaar | None], Deel]] = {
    "probleemanalyse": _analyse,
    "bijstelling-probleemanalyse": _bijgestelde_analyse,
    "actueel-oordeel": _actueel_oordeel,
    "plan-van-aanpak": _plan,
    "bijstelling-plan-van-aanpak": _bijstelling,
    "eerstejaarsevaluatie": _eerstejaars,
    "eindevaluatie": _eindevaluatie,
    "re-integratieverslag": _verslag,
    "melding-42e-week": _melding,
    "brief-uitnodiging": _uitnodiging,
    "brief-plan-ter-ondertekening": _ter_ondertekening,
    "brief-kopie-verslag": _kopie_verslag,
    "brief-tweede-mening": _tweede_mening,
}
