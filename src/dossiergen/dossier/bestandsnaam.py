"""The name of a file in the output: never a person, never a number of a person."""

from dossiergen.stukken import Stukvorm
from dossiergen.zaak import Status, Stuk

__all__ = ["naam_van", "stam", "status_van"]


def naam_van(vorm: Stukvorm, stuk: Stuk) -> str:
    """`bijstelling-plan-van-aanpak-02`: the kind of document, and its number where there are several."""
    return vorm.naam if stuk.volgnummer is None else f"{vorm.naam}-{stuk.volgnummer:02}"


def status_van(vorm: Stukvorm, stuk: Stuk) -> Status:
    """How far a document is. What is made of another document's file was not signed when that one was."""
    afgeleid = vorm.naam != vorm.bron
    getekend = stuk.gegevens.status is Status.ONDERTEKEND
    return Status.DEFINITIEF if afgeleid and getekend else stuk.gegevens.status


def stam(vorm: Stukvorm, stuk: Stuk) -> str:
    """`04-bijstelling-plan-van-aanpak-02-v2-concept`, without the ending."""
    delen = [f"{vorm.volgorde:02}", naam_van(vorm, stuk)]
    if stuk.gegevens.versie > 1:
        delen.append(f"v{stuk.gegevens.versie}")
    status = status_van(vorm, stuk)
    if status is not Status.DEFINITIEF:
        delen.append(status.value)
    return "-".join(delen)
