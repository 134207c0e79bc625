"""Puts the overview of a case together."""

import datetime as dt
from collections.abc import Iterator
from itertools import groupby

from dossiergen.overzicht.beeld import Gebrek, Onderdeel, Overzicht, Rechtsregel, Stapel
from dossiergen.overzicht.chronologie import gebeurtenissen
from dossiergen.overzicht.inventaris import Inventaris, drager_van, vastgesteld_verslag
from dossiergen.recht import Recht, recht
from dossiergen.termijnen import Kalender, Stand, kalender
from dossiergen.zaak import Zaak
from dossiergen.zaak.gegevens import Verslagsoort

__all__ = ["maak_overzicht", "onderdelen_en_gebreken", "stand_op"]

_TERMIJNEN = ("wachttijd", "verslag_voor_einde", "wia_aanvraag_voor_einde", "melding_42e_week")
_TEKSTEN = ("medische_informatie_adres", *(f"verslag_onderdeel_{letter}" for letter in "abcdefghijkl"))


def onderdelen_en_gebreken(
    zaak: Zaak, kalender_: Kalender | None, dag: dt.date
) -> tuple[tuple[Onderdeel, ...], tuple[Gebrek, ...]]:
    """The elements of the verslag on a day, and what is missing of them."""
    inventaris = Inventaris(zaak, kalender_, recht(), dag)
    return inventaris.onderdelen, tuple(inventaris.gebreken)


def stand_op(zaak: Zaak, peildatum: dt.date) -> dt.date:
    """The day that a verslag tells of: its own once it is fixed, until then the day one looks."""
    verslag = vastgesteld_verslag(zaak)
    return verslag.datum if verslag else peildatum


def maak_overzicht(zaak: Zaak, dag: dt.date) -> Overzicht:
    """The case as it stands on a day.

    Raises RechtOnbekend for a day before the first text of law that is known.
    """
    wet = recht()
    kalender_, _ = kalender(zaak, dag)
    inventaris = Inventaris(zaak, kalender_, wet, dag)
    gebreken = tuple(inventaris.gebreken)
    einde = kalender_.einde if kalender_ else None
    return Overzicht.model_construct(
        stand_op=dag,
        soort=kalender_.verslagsoort if kalender_ else Verslagsoort.VOLLEDIG,
        niet_nodig=_niet_nodig(kalender_),
        uit_dienst=kalender_.uit_dienst if kalender_ else None,
        einde_wachttijd=einde.verslag if einde else None,
        verslag_uiterlijk=_uiterlijk(kalender_, "verslag"),
        wia_aanvraag_uiterlijk=_uiterlijk(kalender_, "wia_aanvraag"),
        melding_42e_week_uiterlijk=_uiterlijk(kalender_, "melding_42e_week"),
        postadres_medisch=wet.tekst("medische_informatie_adres", dag),
        volledig=kalender_ is not None and not any(gebrek.houdt_tegen for gebrek in gebreken),
        onderdelen=inventaris.onderdelen,
        stukken=tuple(drager_van(stuk) for stuk in inventaris.stukken),
        stapels=tuple(
            Stapel.model_construct(soort=soort, aantal=len(tuple(stukken)))
            for soort, stukken in groupby(inventaris.stukken, key=lambda stuk: stuk.soort)
        ),
        gebreken=gebreken,
        gebeurtenissen=gebeurtenissen(zaak, inventaris.stukken, kalender_, dag),
        rechtswaarden=tuple(_rechtsregels(wet, zaak.gegevens.verzuim.eerste_ziektedag, dag)),
    )


def _niet_nodig(kalender_: Kalender | None) -> str:
    if kalender_ is None:
        return ""
    mijlpaal = kalender_.mijlpaal("verslag")
    return mijlpaal.toelichting if mijlpaal.stand is Stand.NIET_VAN_TOEPASSING else ""


def _uiterlijk(kalender_: Kalender | None, sleutel: str) -> dt.date | None:
    """The last day of a term; None where it does not apply."""
    mijlpaal = kalender_.mijlpaal(sleutel) if kalender_ else None
    return None if mijlpaal is None or mijlpaal.stand is Stand.NIET_VAN_TOEPASSING else mijlpaal.uiterlijk


def _rechtsregels(wet: Recht, begin: dt.date, dag: dt.date) -> Iterator[Rechtsregel]:
    """Terms are those of the first day of illness, texts those of the day."""
    for sleutels, op in ((_TERMIJNEN, begin), (_TEKSTEN, dag)):
        for sleutel in sleutels:
            waarde = wet.waarden[sleutel].op(op)
            if waarde:
                yield Rechtsregel.model_construct(sleutel=sleutel, waarde=waarde.waarde, vanaf=waarde.vanaf)
