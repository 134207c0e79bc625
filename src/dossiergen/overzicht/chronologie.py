"""What happened when: periods of illness and leave, hours resumed, documents, terms met and missed."""

import datetime as dt
from collections.abc import Iterator

from dossiergen.overzicht.beeld import Gebeurtenis, Gebeurtenissoort
from dossiergen.overzicht.dragers import drager_van
from dossiergen.termijnen import Kalender, Mijlpaal, Stand
from dossiergen.zaak import Stuk, Zaak
from dossiergen.zaak.gegevens import Verzuim

__all__ = ["gebeurtenissen"]

# What is no news in the story of a case: a house rule, the pay in the second year, what UWV does by itself.
_BUITEN = frozenset(
    {
        "ziekmelding",
        "tweede_ziektejaar",
        "brief_uwv",
        "attendering_eerstejaarsevaluatie",
        "voorbereiding_verslag",
        "ontvangstbevestiging",
        "besluit_loonsanctie",
        "verkorte_wachttijd",
    }
)


def gebeurtenissen(
    zaak: Zaak, stukken: tuple[Stuk, ...], kalender: Kalender | None, dag: dt.date
) -> tuple[Gebeurtenis, ...]:
    """All lines by date; on one day what lasts comes before what happens."""
    mijlpalen = kalender.mijlpalen if kalender else ()
    regels = [
        *_perioden(zaak.gegevens.verzuim, dag),
        *_stukken(stukken, mijlpalen, dag),
        *_termijnen(mijlpalen, {stuk.bestand for stuk in stukken}),
    ]
    volgorde = list(Gebeurtenissoort)
    return tuple(sorted(regels, key=lambda g: (g.datum, volgorde.index(g.soort))))


def _perioden(verzuim: Verzuim, dag: dt.date) -> Iterator[Gebeurtenis]:
    """As it stood on the day: what ended later still lasted, what began later is not there."""
    for soort, perioden in (
        (Gebeurtenissoort.VERZUIM, verzuim.periodes),
        (Gebeurtenissoort.VERLOF, verzuim.verlof),
    ):
        for periode in perioden:
            laatste = periode.tot_en_met
            if periode.van <= dag:
                # A period that ends before it begins is a finding of its own.
                tot = laatste if laatste and periode.van <= laatste <= dag else None
                yield Gebeurtenis.model_construct(soort=soort, datum=periode.van, tot_en_met=tot)
    for hervatting in verzuim.hervattingen:
        if hervatting.vanaf <= dag:
            yield Gebeurtenis.model_construct(
                soort=Gebeurtenissoort.HERVATTING,
                datum=hervatting.vanaf,
                uren_per_week=hervatting.uren_per_week,
                werk=hervatting.werk,
                loonwaarde_procent=hervatting.loonwaarde_procent,
            )


def _stukken(
    stukken: tuple[Stuk, ...], mijlpalen: tuple[Mijlpaal, ...], dag: dt.date
) -> Iterator[Gebeurtenis]:
    """Each document, with the term that it meets: its own, where it meets that of another as well."""
    for stuk in stukken:
        voldoet = [m for m in mijlpalen if m.bestand == stuk.bestand and m.voldaan_op]
        eigen = [m for m in voldoet if m.sleutel == stuk.soort.replace("-", "_")]
        mijlpaal = next(iter(eigen or voldoet), None)
        yield Gebeurtenis.model_construct(
            soort=Gebeurtenissoort.STUK,
            datum=stuk.gegevens.datum,
            drager=drager_van(stuk, dag),
            uiterlijk=mijlpaal.uiterlijk if mijlpaal else None,
            stand=mijlpaal.stand if mijlpaal else None,
        )


def _termijnen(mijlpalen: tuple[Mijlpaal, ...], bestanden: set[str]) -> Iterator[Gebeurtenis]:
    """Terms that no document of the verslag meets: reports, copies, and what is still open or missed."""
    for mijlpaal in mijlpalen:
        gedekt = mijlpaal.bestand in bestanden and mijlpaal.voldaan_op is not None
        dag = mijlpaal.voldaan_op or mijlpaal.uiterlijk
        if (
            gedekt
            or dag is None
            or mijlpaal.sleutel in _BUITEN
            or mijlpaal.stand is Stand.NIET_VAN_TOEPASSING
        ):
            continue
        yield Gebeurtenis.model_construct(
            soort=Gebeurtenissoort.TERMIJN,
            datum=dag,
            titel=mijlpaal.titel,
            uiterlijk=mijlpaal.uiterlijk,
            stand=mijlpaal.stand,
        )
