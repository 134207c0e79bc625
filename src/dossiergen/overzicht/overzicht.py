"""Puts the overview of a case together."""

import datetime as dt
from collections.abc import Iterator
from itertools import groupby

from dossiergen.overzicht.beeld import Gebrek, Onderdeel, Overzicht, Rechtsregel, Stapel
from dossiergen.overzicht.bekend import zoals_bekend_op
from dossiergen.overzicht.chronologie import gebeurtenissen
from dossiergen.overzicht.inventaris import Inventaris, vastgesteld_verslag
from dossiergen.recht import Recht, recht
from dossiergen.termijnen import Eindgrond, Kalender, Stand, kalender
from dossiergen.zaak import Zaak
from dossiergen.zaak.bijlagen import overige_bijlagen
from dossiergen.zaak.gegevens import Verslagsoort

__all__ = ["maak_overzicht", "onderdelen_en_gebreken", "stand_op"]

_TERMIJNEN = ("wachttijd", "verslag_voor_einde", "wia_aanvraag_voor_einde", "melding_42e_week")
_TEKSTEN = ("medische_informatie_adres", *(f"verslag_onderdeel_{letter}" for letter in "abcdefghijkl"))


def onderdelen_en_gebreken(
    zaak: Zaak, kalender_: Kalender | None, peildatum: dt.date
) -> tuple[tuple[Onderdeel, ...], tuple[Gebrek, ...]]:
    """The elements of the verslag, and what is missing of them, on the day that it tells of.

    `kalender_`: of the peildatum, which is that of the other day too where nothing happened in between.
    """
    dag = stand_op(zaak, peildatum)
    bekend = zoals_bekend_op(zaak, dag)
    inventaris = Inventaris(bekend, kalender_ if bekend is zaak else kalender(bekend, dag)[0], recht(), dag)
    return inventaris.onderdelen, tuple(inventaris.gebreken)


def stand_op(zaak: Zaak, peildatum: dt.date) -> dt.date:
    """The day that a verslag tells of: its own once it is fixed, until then the day one looks."""
    verslag = vastgesteld_verslag(zaak)
    return verslag.datum if verslag else peildatum


def maak_overzicht(zaak: Zaak, dag: dt.date) -> Overzicht:
    """The case as it stands on a day.

    What came to be known later is not in it. A day before the first text of law that is known has that text.
    """
    wet = recht()
    zaak = zoals_bekend_op(zaak, dag)
    kalender_, _ = kalender(zaak, dag)
    inventaris = Inventaris(zaak, kalender_, wet, dag)
    gebreken = tuple(inventaris.gebreken)
    einde = kalender_.einde if kalender_ else None
    return Overzicht.model_construct(
        stand_op=dag,
        soort=kalender_.verslagsoort if kalender_ else Verslagsoort.VOLLEDIG,
        niet_nodig=inventaris.geen_verslag,
        uit_dienst=kalender_.uit_dienst if kalender_ else None,
        einde_wachttijd=_uiterlijk(kalender_, "einde_wachttijd"),
        einde_verlenging=einde.verslag if einde and einde.is_verlengd else None,
        einde_loonsanctie=_einde_loonsanctie(kalender_),
        verslag_uiterlijk=_uiterlijk(kalender_, "verslag"),
        wia_aanvraag_uiterlijk=_uiterlijk(kalender_, "wia_aanvraag"),
        melding_42e_week_uiterlijk=_uiterlijk(kalender_, "melding_42e_week"),
        postadres_medisch=_adres(wet, dag),
        volledig=kalender_ is not None and not any(gebrek.houdt_tegen for gebrek in gebreken),
        onderdelen=inventaris.onderdelen,
        stukken=tuple(inventaris.drager(stuk) for stuk in inventaris.stukken),
        stapels=tuple(
            Stapel.model_construct(soort=soort, aantal=len(tuple(stukken)))
            for soort, stukken in groupby(inventaris.stukken, key=lambda stuk: stuk.soort)
        ),
        bijlagen=overige_bijlagen(zaak),
        gebreken=gebreken,
        gebeurtenissen=gebeurtenissen(zaak, inventaris.stukken, kalender_, dag),
        rechtswaarden=tuple(_rechtsregels(wet, zaak.gegevens.verzuim.eerste_ziektedag, dag)),
    )


def _adres(wet: Recht, dag: dt.date) -> str:
    adressen = wet.waarden["medische_informatie_adres"]
    return (adressen.op(dag) or adressen.waarden[0]).waarde


def _einde_loonsanctie(kalender_: Kalender | None) -> dt.date | None:
    if kalender_ is None or kalender_.einde.grond is not Eindgrond.LOONSANCTIE:
        return None
    return kalender_.einde.uiteindelijk


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
