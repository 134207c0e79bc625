"""Letters, and the data of the report in week 42."""

from dossiergen.dossier.aanleg.overname import DAG, LIJN, Deel, in_te_vullen
from dossiergen.dossier.aanleg.stuk import Aanzet, laatste_van, stuk_bij, te_doen
from dossiergen.zaak.brieven import Waarvoor
from dossiergen.zaak.zaak import in_functie

__all__ = ["kopie_verslag", "melding", "ter_ondertekening", "tweede_mening", "uitnodiging"]

_TE_TEKENEN = (*LIJN, "eindevaluatie")
# What the letter proposes where the case names no day; whoever sends it decides.
_TERUG_NA = 14
_WAARVOOR = {
    "probleemanalyse": Waarvoor.CONSULT,
    "bijstelling-plan-van-aanpak": Waarvoor.EVALUATIE,
    "eerstejaarsevaluatie": Waarvoor.EERSTEJAARSEVALUATIE,
    "eindevaluatie": Waarvoor.EINDEVALUATIE,
}


def melding(_aanzet: Aanzet) -> Deel:
    return {}, ("gemeld_door",), {}


def uitnodiging(aanzet: Aanzet) -> Deel:
    """For the next talk that the calendar asks for."""
    gesprek = next((m for m in te_doen(aanzet.kalender) if stuk_bij(m) in _WAARVOOR), None)
    waarvoor = _WAARVOOR[stuk_bij(gesprek)] if gesprek else Waarvoor.EVALUATIE
    op = max([aanzet.datum, *([gesprek.uiterlijk] if gesprek and gesprek.uiterlijk else [])])
    met = aanzet.opsteller
    if waarvoor is Waarvoor.CONSULT:
        met = in_functie(aanzet.zaak.gegevens.bedrijfsarts, op).persoon
    afspraak = {"op": op, "tijd": in_te_vullen("hoe laat"), "waar": in_te_vullen("waar"), "met": met}
    bij = {"afspraak": "Vul de dag, de tijd en de plaats in."}
    return {"waarvoor": waarvoor, "afspraak": afspraak}, ("afzeggen_voor", "bespreken"), bij


def ter_ondertekening(aanzet: Aanzet) -> Deel:
    stuk = laatste_van(aanzet.zaak, *_TE_TEKENEN)
    terug = aanzet.datum + _TERUG_NA * DAG
    return (
        {"stuk": stuk.naam if stuk else "plan-van-aanpak", "terug_voor": terug},
        (),
        {"terug_voor": "Een voorstel."},
    )


def kopie_verslag(_aanzet: Aanzet) -> Deel:
    return {}, ("reageren_voor",), {}


def tweede_mening(aanzet: Aanzet) -> Deel:
    waarden = {"gevraagd_op": aanzet.datum, "vraag": in_te_vullen("wat de werkgever wil weten")}
    return (
        waarden,
        ("verantwoordelijke_bedrijfsarts", "ondertekening"),
        {"gevraagd_op": "Vul de echte dag in."},
    )
