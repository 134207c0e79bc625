"""Names of people, streets and firms, which may look like any word."""

from collections.abc import Iterator
from functools import lru_cache

from dossiergen.medisch.lexicon import groep
from dossiergen.medisch.lezen import effen
from dossiergen.medisch.treffer import Achtergrond
from dossiergen.medisch.woord import betekenis

__all__ = ["namen"]

_STRAAT = ("straat", "laan", "plein", "kade", "weg", "dijk", "hof", "gracht", "pad")
Woord = tuple[str, str, int, int]


def namen(woorden: list[Woord], omgeving: Achtergrond) -> Iterator[tuple[int, int]]:
    """Which words, each as (written, plain, begin, end), are part of a name."""
    bekend = _bekende(omgeving.namen)
    aanspreek, tussen, voornaam = groep("aanspreek"), groep("tussenvoegsel"), groep("voornaam")
    in_naam = False
    for plek, (tekst, vlak, begin, einde) in enumerate(woorden):
        hoofdletter = tekst[:1].isupper()
        volgende = woorden[plek + 1][0] if plek + 1 < len(woorden) else ""
        if hoofdletter and volgende[:1].isupper() and volgende.endswith(_STRAAT):
            yield begin, einde
        if hoofdletter and (in_naam or (vlak in bekend and plek > 0)):
            yield begin, einde
        letter = len(tekst) == 1 and hoofdletter
        in_naam = (
            vlak in aanspreek
            or (hoofdletter and vlak in voornaam)
            or (letter and (in_naam or volgende[:1].isupper() or effen(volgende) in tussen))
            or (in_naam and vlak in tussen)
            or (plek > 0 and hoofdletter and tekst[1:].islower() and betekenis(vlak) is None)
        )


@lru_cache(maxsize=64)
def _bekende(alle: tuple[str, ...]) -> frozenset[str]:
    return frozenset(deel for naam in alle for deel in effen(naam).split())
