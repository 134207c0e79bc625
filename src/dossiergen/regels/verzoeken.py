"""The documents and the steps of a request for a second opinion, with their paths. Knows no rules."""

from collections.abc import Iterator

from dossiergen.zaak import Status, Stuk
from dossiergen.zaak.second_opinion import Processtap, Raadpleging, SecondOpinion, Stap
from dossiergen.zaak.stukgegevens import Stukgegevens
from dossiergen.zaak.yaml import Pad

__all__ = ["documenten", "is_vast", "raadpleging_van", "stappen"]


def documenten(verzoek: SecondOpinion) -> Iterator[tuple[Pad, Stukgegevens]]:
    """Each with its path below the request."""
    for naam in type(verzoek).model_fields:
        inhoud = getattr(verzoek, naam)
        if isinstance(inhoud, Stukgegevens):
            yield (naam,), inhoud
        elif isinstance(inhoud, tuple):
            yield from (
                ((naam, nr), stuk) for nr, stuk in enumerate(inhoud) if isinstance(stuk, Stukgegevens)
            )


def is_vast(gegevens: Stukgegevens | None) -> bool:
    """Whether it is there, and more than a draft."""
    return gegevens is not None and gegevens.status is not Status.CONCEPT


def raadpleging_van(stuk: Stuk) -> Raadpleging | None:
    """The request that a document belongs to."""
    return stuk.raadpleging if isinstance(stuk.raadpleging, Raadpleging) else None


def stappen(verzoek: Raadpleging, *soorten: Processtap) -> list[tuple[int, Stap]]:
    """Those of these kinds, with their place in the row."""
    return [(nummer, stap) for nummer, stap in enumerate(verzoek.verloop) if stap.stap in soorten]
