"""What a new document holds already: all that the case says, and for the rest a place to fill in.

Nothing is made up. What only a human can say is left out where the form allows it; where it does not, the text says that
it is to be filled in, and `check` sees that (ID-15).
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from dossiergen.dossier.aanleg import brieven, oordelen, plannen
from dossiergen.dossier.aanleg.overname import Deel, advies
from dossiergen.dossier.aanleg.stuk import Aanzet
from dossiergen.zaak.probleemanalyse import OordeelBedrijfsarts
from dossiergen.zaak.schrijven import Opgave
from dossiergen.zaak.stukgegevens import Benutbaar

__all__ = ["PER_SOORT", "invulling", "vraagt_mogelijkheden"]

# Who fills in a document comes to these when the rest is there.
_LAATST = ("visie_werkgever", "visie_werknemer", "afwijking", "ondertekening", "afschriften")

PER_SOORT: Mapping[str, Callable[[Aanzet], Deel]] = {
    "probleemanalyse": oordelen.analyse,
    "bijstelling-probleemanalyse": oordelen.bijgestelde_analyse,
    "actueel-oordeel": oordelen.actueel_oordeel,
    "plan-van-aanpak": plannen.plan,
    "bijstelling-plan-van-aanpak": plannen.bijstelling,
    "eerstejaarsevaluatie": plannen.eerstejaars,
    "eindevaluatie": plannen.eindevaluatie,
    "re-integratieverslag": plannen.verslag,
    "melding-42e-week": brieven.melding,
    "brief-uitnodiging": brieven.uitnodiging,
    "brief-plan-ter-ondertekening": brieven.ter_ondertekening,
    "brief-kopie-verslag": brieven.kopie_verslag,
    "brief-tweede-mening": brieven.tweede_mening,
}


def invulling(aanzet: Aanzet, mogelijkheden: Benutbaar | None = None) -> Opgave:
    """`mogelijkheden`: the answer to what `vraagt_mogelijkheden` asks."""
    waarden: dict[str, object] = {
        "datum": aanzet.datum,
        "status": "concept",
        "opsteller": aanzet.opsteller,
    }
    eigen, later, bij = PER_SOORT[aanzet.soort.naam](replace(aanzet, mogelijkheden=mogelijkheden))
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
    return issubclass(aanzet.soort.model, OordeelBedrijfsarts) and advies(aanzet) is None
