"""The documents of the file as carriers of elements, with who signs them and what became of that."""

import datetime as dt
from collections.abc import Iterator

from dossiergen.overzicht.beeld import Drager, Tekenaar
from dossiergen.termijnen import Wie
from dossiergen.zaak import Status, Stuk
from dossiergen.zaak.probleemanalyse import OordeelBedrijfsarts
from dossiergen.zaak.stukgegevens import Handtekening, HandtekeningPartij, Stukgegevens

__all__ = ["drager_van"]


def drager_van(stuk: Stuk, dag: dt.date) -> Drager:
    """A document as the inventory names it on a day: who signs later, had not signed yet."""
    gegevens = stuk.gegevens
    return Drager.model_construct(
        stuk=stuk.naam,
        soort=stuk.soort,
        volgnummer=stuk.volgnummer,
        datum=gegevens.datum,
        versie=gegevens.versie,
        status=gegevens.status,
        opsteller=gegevens.opsteller,
        tekenaars=tuple(_tekenaars(gegevens, dag)),
    )


def _persoon(gegevens: Stukgegevens, partij: str, handtekening: Handtekening | None) -> str | None:
    """Who signs where the signature itself does not say: a bedrijfsarts is named in the document."""
    if handtekening is not None and handtekening.persoon is not None:
        return handtekening.persoon
    if not isinstance(gegevens, OordeelBedrijfsarts) or partij != Wie.BEDRIJFSARTS:
        return None
    return gegevens.verantwoordelijke_bedrijfsarts or gegevens.opsteller


def _tekenaars(gegevens: Stukgegevens, dag: dt.date) -> Iterator[Tekenaar]:
    ondertekening = getattr(gegevens, "ondertekening", None)
    for partij in type(ondertekening).model_fields if ondertekening else ():
        handtekening = getattr(ondertekening, partij)
        geweigerd = handtekening.geweigerd if isinstance(handtekening, HandtekeningPartij) else None
        # Nobody has signed a text that is not fixed.
        telt = handtekening is not None and gegevens.status is not Status.CONCEPT
        yield Tekenaar.model_construct(
            partij=partij,
            persoon=_persoon(gegevens, partij, handtekening),
            getekend_op=_tot(handtekening.getekend_op, dag) if telt else None,
            geweigerd_op=_tot(geweigerd.op, dag) if telt and geweigerd else None,
        )


def _tot(gebeurd: dt.date | None, dag: dt.date) -> dt.date | None:
    return gebeurd if gebeurd and gebeurd <= dag else None
