"""A term that was missed, or deviated from with a reason (Regeling procesgang art. 2 lid 3 and art. 5)."""

from dossiergen.finding import Ernst, Overtreding
from dossiergen.zaak import Stuk
from dossiergen.zaak.stukgegevens import Afwijkingsgrond

__all__ = ["LEG_UIT", "nog_niet", "te_laat"]

LEG_UIT = "Leg bij `afwijking` vast waarom van de termijn is afgeweken, en op welke grond."

_ARTIKEL = {
    Afwijkingsgrond.LATER_LANGDURIG: "art. 2 lid 3: lang verzuim dreigde pas later",
    Afwijkingsgrond.OVEREENGEKOMEN: "art. 5: door beide partijen overeengekomen",
}


def te_laat(code: str, stuk: Stuk, melding: str, ernst: Ernst = Ernst.WAARSCHUWING) -> Overtreding:
    """A missed term, at the document's date; only information, with the ground, where it gives the reason.

    What was held cannot be held in time any more: what is left is to say why.
    """
    afwijking = stuk.gegevens.afwijking
    if afwijking is None:
        return Overtreding(code, stuk.bestand, ("datum",), melding, ernst, LEG_UIT)
    melding = f"{melding} Hiervan is gemotiveerd afgeweken ({_ARTIKEL[afwijking.grond]})."
    niets = "U hoeft niets te doen: de motivering staat op het stuk."
    return Overtreding(code, stuk.bestand, ("datum",), melding, Ernst.INFO, niets)


def nog_niet(code: str, stuk: Stuk | None, naam: str, ernst: Ernst = Ernst.WAARSCHUWING) -> Overtreding:
    """The term has passed and there is nothing, or only a draft, which is less bad."""
    if stuk is None:
        pad = ("verzuim", "eerste_ziektedag")
        return Overtreding(code, "zaak.yaml", pad, f"Er is geen {naam}, en de termijn is voorbij.", ernst)
    melding = f"Van de {naam} is er alleen een concept, en de termijn is voorbij."
    return Overtreding(code, stuk.bestand, ("status",), melding, Ernst.WAARSCHUWING)
