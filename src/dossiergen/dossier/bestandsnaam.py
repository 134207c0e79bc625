"""The name of a file in the output: never a person, never a number of a person."""

from dossiergen.stukken import Stukvorm
from dossiergen.zaak import Status, Stuk

__all__ = ["stam"]


def stam(vorm: Stukvorm, stuk: Stuk) -> str:
    """`04-bijstelling-plan-van-aanpak-02-v2-concept`, without the ending."""
    delen = [f"{vorm.volgorde:02}", stuk.naam]
    if stuk.gegevens.versie > 1:
        delen.append(f"v{stuk.gegevens.versie}")
    if stuk.gegevens.status is Status.CONCEPT:
        delen.append("concept")
    return "-".join(delen)
