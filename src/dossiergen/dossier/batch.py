"""Many cases, one after the other: a bad one is named and the rest is made."""

import datetime as dt
from collections.abc import Iterable, Iterator

from dossiergen.dossier.maken import Keuze, maak_zaak
from dossiergen.dossier.resultaat import Zaakresultaat
from dossiergen.dossier.uitvoer import Uitvoer
from dossiergen.dossier.werkplaats import Werkplaats
from dossiergen.errors import DossiergenFout
from dossiergen.zaak import GeladenZaak

__all__ = ["maak_zaken"]


def maak_zaken(
    zaken: Iterable[GeladenZaak], keuze: Keuze, werkplaats: Werkplaats, uitvoer: Uitvoer, peildatum: dt.date
) -> Iterator[Zaakresultaat]:
    """The result of each case as soon as it is there."""
    for geladen in zaken:
        try:
            yield maak_zaak(geladen, keuze, werkplaats, uitvoer, peildatum)
        except DossiergenFout as fout:
            yield Zaakresultaat(geladen.naam, storing=f"{fout.melding} {fout.hint}".strip())
        except Exception as fout:  # noqa: BLE001  one case never stops the others; only the kind is named
            yield Zaakresultaat(geladen.naam, storing=f"Interne fout: {type(fout).__name__}.")
