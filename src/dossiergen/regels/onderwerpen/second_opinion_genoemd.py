"""PRV-11: that there is a second opinion, told where the employer reads it."""

from collections.abc import Iterator

from dossiergen.finding import CATALOGUS, Ernst, Overtreding
from dossiergen.regels.onderzoek import Onderzoek
from dossiergen.regels.regel import stukregel, zaakregel
from dossiergen.regels.teksten import teksten_van
from dossiergen.regels.zinnen import met_zin, patroon
from dossiergen.zaak import Stuk
from dossiergen.zaak.basis import Model
from dossiergen.zaak.brieven import BriefTweedeMening
from dossiergen.zaak.probleemanalyse import OordeelBedrijfsarts
from dossiergen.zaak.stukgegevens import Stukgegevens
from dossiergen.zaak.vertrouwelijk import VertrouwelijkStuk
from dossiergen.zaak.yaml import Pad

__all__ = ["kan_het_noemen"]

_ZAAK = "zaak.yaml"
# What the employee himself wants to be read.
_VAN_DE_WERKNEMER = frozenset({"visie_werknemer"})
# Whatever any expression about a second opinion matches, has one of these in it, or two words beside each other.
_SPOREN = ("opini", "so-", "o.-arts")
_NAAST_ELKAAR = (("andere", "bedrijfsarts"), ("tweede", "mening"))
_GENOEMD = patroon(
    r"\bsecond[\s-]*opinion",
    r"\b(?:tweede|2nd)\s+opini(?:e|on)\b",
    r"\btweede\s+mening\s+van\b",
    r"\bs\.o\.-arts | \bso-(?:arts|advies|traject|verzoek)",
    r"\bandere\s+bedrijfsarts\s+(?:\w+\s+){0,3}(?:geraadpleegd|raadpleegt|raadplegen)\b",
    r"\b(?:raadplegen|raadpleegde?n?|raadpleegt|raadpleging)\s+(?:\w+\s+){0,3}andere\s+bedrijfsarts",
)
_OPLOSSING = "Haal de zin weg. Verandert het advies, dan is het nieuwe advies zelf genoeg."


@stukregel(CATALOGUS["PRV-11"], Stukgegevens)
def second_opinion_in_een_open_stuk(
    _wat: Onderzoek, stuk: Stuk, gegevens: Stukgegevens
) -> Iterator[Overtreding]:
    """The bedrijfsarts may not tell it; whoever heard it of the employee should not write it down.

    The answer to an employer who asked for another doctor speaks of what he asked himself.
    """
    if isinstance(gegevens, VertrouwelijkStuk | BriefTweedeMening):
        return
    van_de_arts = isinstance(gegevens, OordeelBedrijfsarts)
    ernst = None if van_de_arts else Ernst.WAARSCHUWING
    melding = (
        "Hier noemt de bedrijfsarts een second opinion, in een stuk dat de werkgever leest."
        if van_de_arts
        else "Hier staat iets over een second opinion. Dat legt de werkgever niet vast, ook niet als de werknemer het vertelde."
    )
    for pad in _genoemd(gegevens):
        yield Overtreding("PRV-11", stuk.bestand, pad, melding, ernst, _OPLOSSING)


@zaakregel(CATALOGUS["PRV-11"])
def second_opinion_in_de_zaak(wat: Onderzoek) -> Iterator[Overtreding]:
    """Such as in the reason for an exception."""
    melding = "Hier staat iets over een second opinion, en de werkgever leest dit bestand."
    for pad in _genoemd(wat.zaak.gegevens):
        yield Overtreding("PRV-11", _ZAAK, pad, melding, Ernst.WAARSCHUWING, "Haal de zin weg.")


def kan_het_noemen(model: Model) -> bool:
    """Whether its texts are worth reading sentence by sentence: nearly no document names any of this."""
    samen = teksten_van(model).samen
    return any(spoor in samen for spoor in _SPOREN) or any(
        een in samen and ander in samen and f"{een} {ander}" in " ".join(samen.split())
        for een, ander in _NAAST_ELKAAR
    )


def _genoemd(model: Model) -> Iterator[Pad]:
    if kan_het_noemen(model):
        yield from met_zin(model, _GENOEMD.in_zin, _VAN_DE_WERKNEMER)
