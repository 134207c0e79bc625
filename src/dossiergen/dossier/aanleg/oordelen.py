"""The documents of the bedrijfsarts: what the last judgment says, and what only a doctor can say left open."""

from dossiergen.dossier.aanleg.overname import Deel, advies, als_waarden, in_te_vullen, uit
from dossiergen.dossier.aanleg.stuk import Aanzet
from dossiergen.zaak.probleemanalyse import OordeelBedrijfsarts, Probleemanalyse
from dossiergen.zaak.stukgegevens import Benutbaar, Einddoel

__all__ = ["actueel_oordeel", "analyse", "bijgestelde_analyse"]

_LATER_OORDEEL = ("verantwoordelijke_bedrijfsarts", "prognose", "ondertekening", "afschriften")


def _oordeel(aanzet: Aanzet) -> Deel:
    vorige = advies(aanzet)
    waarden: dict[str, object] = {"spreekuur_op": aanzet.datum}
    bij = {"spreekuur_op": "Vul de echte dag in."}
    if vorige and isinstance(vorige.gegevens, OordeelBedrijfsarts):
        oordeel = vorige.gegevens
        waarden |= {
            "belastbaarheid": als_waarden(oordeel.belastbaarheid),
            "mogelijkheden": als_waarden(oordeel.mogelijkheden),
            "einddoel": oordeel.einddoel,
        }
        return (
            waarden,
            _LATER_OORDEEL,
            {**bij, **dict.fromkeys(("belastbaarheid", "mogelijkheden"), uit(vorige))},
        )
    geen = aanzet.mogelijkheden is Benutbaar.NEE_DUURZAAM
    waarden |= {
        "belastbaarheid": {},
        "mogelijkheden": {"benutbaar": aanzet.mogelijkheden},
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


def analyse(aanzet: Aanzet) -> Deel:
    waarden, later, bij = _oordeel(aanzet)
    return waarden, (*later, *_LATER_ANALYSE), bij


def bijgestelde_analyse(aanzet: Aanzet) -> Deel:
    waarden, later, bij = analyse(aanzet)
    waarden |= {
        "aanleiding": in_te_vullen("waarom de analyse wordt bijgesteld"),
        "verschil": in_te_vullen("wat er anders is dan in de vorige analyse"),
    }
    vorige = advies(aanzet)
    if vorige and isinstance(vorige.gegevens, Probleemanalyse) and vorige.gegevens.spoor:
        waarden["spoor"] = vorige.gegevens.spoor
    return waarden, later, bij


def actueel_oordeel(aanzet: Aanzet) -> Deel:
    waarden, later, bij = _oordeel(aanzet)
    waarden["verloop"] = in_te_vullen("verloop van de ongeschiktheid")
    return waarden, (*later, "arbeidsrelatie", "passende_arbeid", "stand_einddoel"), bij
