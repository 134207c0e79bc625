"""Composes a document's semantic HTML from an Inzage, in a sandbox that knows nothing else."""

import datetime as dt
import itertools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dossiergen.inzage import Beeld, Inzage, pad_van
from dossiergen.sjablonen import Sjablonen
from dossiergen.stukken.keuzes import Keuzes
from dossiergen.stukken.omgeving import Omgeving
from dossiergen.stukken.opmaak import FILTERS
from dossiergen.stukken.vorm import Afzender, Partij, Stukvorm
from dossiergen.zaak import Status

__all__ = ["Compositie", "Samensteller", "afzender_van"]


@dataclass(frozen=True, slots=True)
class Compositie:
    """A document's text as semantic HTML, with what the writers put beside it."""

    html: str
    bron: str
    titel: str
    afzender: str
    datum: dt.date


class Samensteller:
    """Holds the compiled templates; one per process."""

    def __init__(self, sjablonen: Sjablonen) -> None:
        keuzes = Keuzes.laad(sjablonen)
        filters = {
            **FILTERS,
            "woord": keuzes.woord,
            "woorden": keuzes.woorden_van,
            "opties": keuzes.opties,
        }
        functies: Mapping[str, Callable[..., Any]] = {"pad": pad_van, "woorden_bij": keuzes.woorden_bij}
        self._omgeving = Omgeving(sjablonen, filters, functies)

    def stel_samen(self, vorm: Stukvorm, inzage: Inzage) -> Compositie:
        """The document's text. Raises SjabloonFout where the template asks what its readers may not see."""
        afzender = afzender_van(vorm, inzage)
        bron = f"{vorm.naam}/sjabloon.html"
        html = self._omgeving.render(bron, _context(vorm, inzage, afzender))
        return Compositie(
            html=html,
            bron=bron,
            titel=f"{_titel(vorm, inzage)}, zaak {inzage.zaak.kenmerk}",
            afzender=afzender.naam,
            datum=inzage.stuk.datum,
        )


def afzender_van(vorm: Stukvorm, inzage: Inzage) -> Beeld:
    """Whose letterhead it has. Where the service of an author is not known, that of the case."""
    if vorm.afzender is Afzender.WERKGEVER:
        return inzage.werkgever
    if vorm.afzender is Afzender.DIENST_VAN_OPSTELLER and inzage.stuk.opsteller.arbodienst is not None:
        eigen: Beeld = inzage.stuk.opsteller.arbodienst
        return eigen
    return inzage.arbodienst


def _context(vorm: Stukvorm, inzage: Inzage, afzender: Beeld) -> dict[str, Any]:
    nummers: Iterator[int] = itertools.count(1)
    return {
        "zaak": inzage.zaak,
        "stuk": inzage.stuk,
        "werkgever": inzage.werkgever,
        "arbodienst": inzage.arbodienst,
        "casemanager": inzage.casemanager,
        "bedrijfsarts": inzage.bedrijfsarts,
        "volgnummer": inzage.volgnummer,
        "vorige": inzage.vorige,
        "overzicht": inzage.overzicht,
        "raadpleging": inzage.raadpleging,
        "uitleg": inzage.uitleg,
        "afzender": afzender,
        "vorm": vorm,
        "titel": _titel(vorm, inzage),
        "volgend_nummer": lambda: next(nummers),
        "tekenaars": tuple(_tekenaar(partij, inzage) for partij in vorm.ondertekenaars),
    }


def _titel(vorm: Stukvorm, inzage: Inzage) -> str:
    """Bijstelling plan van aanpak 2: one of several is told apart by its number.

    Not the papers of a second opinion: to whom they are about, their request is the only one.
    """
    zonder = inzage.volgnummer is None or inzage.raadpleging is not None
    return vorm.titel if zonder else f"{vorm.titel} {inzage.volgnummer}"


def _tekenaar(partij: Partij, inzage: Inzage) -> Mapping[str, Any]:
    """Who signs for a party, and what became of it: a signature (None while open) and a person."""
    handtekening = getattr(inzage.stuk.ondertekening, partij.value)
    if partij is Partij.WERKNEMER:
        persoon = inzage.zaak.werknemer
    elif handtekening is not None and handtekening.persoon is not None:
        persoon = handtekening.persoon
    elif partij is Partij.WERKGEVER:
        persoon = inzage.werkgever.contactpersoon
    else:
        persoon = inzage.stuk.verantwoordelijke_bedrijfsarts or inzage.stuk.opsteller
    return {
        "partij": partij.value,
        "persoon": persoon,
        "handtekening": handtekening,
        # Nobody has signed a text that is not fixed.
        "stand": "open" if inzage.stuk.status is Status.CONCEPT else _stand(partij, handtekening),
    }


def _stand(partij: Partij, handtekening: Beeld | None) -> str:
    """open, gegeven or geweigerd; a bedrijfsarts cannot refuse."""
    if handtekening is None:
        return "open"
    if handtekening.getekend_op is not None:
        return "gegeven"
    return "open" if partij is Partij.BEDRIJFSARTS or handtekening.geweigerd is None else "geweigerd"
