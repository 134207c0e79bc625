"""What can be taken over from a case, and what stands in the place of what cannot."""

import datetime as dt

from dossiergen.dossier.aanleg.stuk import Aanzet, laatste_van
from dossiergen.zaak import Stuk
from dossiergen.zaak.basis import Model
from dossiergen.zaak.probleemanalyse import OordeelBedrijfsarts
from dossiergen.zaak.stukgegevens import Rubriek

__all__ = [
    "ANALYSES",
    "DAG",
    "LIJN",
    "Deel",
    "advies",
    "als_waarden",
    "hervatting",
    "in_te_vullen",
    "in_woorden",
    "uit",
]

DAG = dt.timedelta(days=1)
ANALYSES = ("probleemanalyse", "bijstelling-probleemanalyse", "actueel-oordeel")
LIJN = ("plan-van-aanpak", "bijstelling-plan-van-aanpak", "eerstejaarsevaluatie")

Deel = tuple[dict[str, object], tuple[str, ...], dict[str, str]]
"""Values, what comes later, and a sentence more by path."""


def in_te_vullen(wat: str) -> str:
    """A text that says of itself that it is not there yet, and that `check` sees (ID-15)."""
    return f"[invullen: {wat}]"


def uit(stuk: Stuk) -> str:
    return f"Overgenomen uit {stuk.bestand}; pas aan wat anders is."


def advies(aanzet: Aanzet) -> Stuk | None:
    """The last judgment of the bedrijfsarts."""
    return laatste_van(aanzet.zaak, *ANALYSES)


def als_waarden(model: Model) -> dict[str, object]:
    """What is filled in, as it would be written again."""
    return {
        naam: als_waarden(waarde) if isinstance(waarde, Model) else waarde
        for naam, waarde in model
        if waarde is not None and waarde != ()
    }


def in_woorden(oordeel: OordeelBedrijfsarts) -> str:
    """What the bedrijfsarts wrote about load and possibilities, in those words."""
    rubrieken = [rubriek for _, rubriek in oordeel.belastbaarheid if isinstance(rubriek, Rubriek)]
    teksten = [*(rubriek.toelichting for rubriek in rubrieken), oordeel.mogelijkheden.toelichting]
    return " ".join(" ".join(tekst.split()) for tekst in teksten if tekst)


def hervatting(aanzet: Aanzet) -> dict[str, object]:
    """What zaak.yaml says of the day; a new period of illness begins with none."""
    verzuim = aanzet.zaak.gegevens.verzuim
    begin = max((p.van for p in verzuim.periodes if p.van <= aanzet.datum), default=aanzet.datum)
    geldend = [h for h in verzuim.hervattingen if begin <= h.vanaf <= aanzet.datum]
    if not geldend:
        return {}
    stand = als_waarden(max(geldend, key=lambda h: h.vanaf))
    del stand["vanaf"]
    return {"hervatting": stand}
