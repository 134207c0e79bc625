"""BIJ-01 and BIJ-02: what an adjusted plan, or an evaluation of it, must not leave out."""

from collections.abc import Iterator

from dossiergen.finding import Ernst, Overtreding, Soort
from dossiergen.regels.onderzoek import Onderzoek
from dossiergen.regels.regel import stukregel, zaakregel
from dossiergen.zaak import Status, Stuk
from dossiergen.zaak.plan_van_aanpak import (
    BijstellingPlanVanAanpak,
    Eerstejaarsevaluatie,
    Eindevaluatie,
    Evaluatie,
    Reintegratieverslag,
)

__all__: list[str] = []

_PROCESGANG = "Regeling procesgang eerste en tweede ziektejaar"

_ONVOLLEDIG = Soort(
    "BIJ-01",
    "Deze evaluatie zegt niet waarom zij er is, of blikt niet terug.",
    "Kies bij `aanleiding` waarom het plan is besproken, en zet bij `terugblik` wat er van elke afspraak kwam.",
    Ernst.WAARSCHUWING,
    grond=f"{_PROCESGANG}, art. 4 lid 4 en 5; Beleidsregels beoordelingskader poortwachter, § 5",
)


@stukregel(_ONVOLLEDIG, BijstellingPlanVanAanpak)
def aanleiding_ontbreekt(
    _wat: Onderzoek, stuk: Stuk, bijstelling: BijstellingPlanVanAanpak
) -> Iterator[Overtreding]:
    """The first-year evaluation needs no reason: the law says when it is."""
    if bijstelling.aanleiding is None:
        melding = "De aanleiding voor deze bijstelling ontbreekt."
        oplossing = "Kies bij `aanleiding` waarom het plan is besproken."
        yield Overtreding("BIJ-01", stuk.bestand, ("aanleiding",), melding, oplossing=oplossing)


@stukregel(_ONVOLLEDIG, Evaluatie)
def terugblik_ontbreekt(_wat: Onderzoek, stuk: Stuk, evaluatie: Evaluatie) -> Iterator[Overtreding]:
    """There is always something to look back on: a plan has at least one agreement."""
    if not evaluatie.terugblik:
        melding = "De terugblik op de afspraken ontbreekt."
        oplossing = "Zet bij `terugblik` elke afspraak, met wat ervan is gekomen."
        yield Overtreding("BIJ-01", stuk.bestand, ("terugblik",), melding, oplossing=oplossing)


@stukregel(_ONVOLLEDIG, Evaluatie, concept_mag=True)
def terugblik_is_niet_ingevuld(_wat: Onderzoek, stuk: Stuk, evaluatie: Evaluatie) -> Iterator[Overtreding]:
    """A draft may list the agreements before the talk; afterwards each has its result."""
    for nummer, punt in enumerate(evaluatie.terugblik):
        if punt.resultaat is None:
            melding = "Bij deze afspraak staat nog niet wat ervan is gekomen."
            oplossing = "Kies bij `resultaat`: nagekomen, deels of niet."
            pad = ("terugblik", nummer, "resultaat")
            yield Overtreding("BIJ-01", stuk.bestand, pad, melding, Ernst.FOUT, oplossing)


@zaakregel(
    Soort(
        "BIJ-02",
        "Deze evaluatie is een concept zonder handtekeningen gebleven, terwijl er al een latere is vastgesteld.",
        "Stel ook deze evaluatie vast en leg de handtekeningen vast, of de weigering met de reden. Ging het gesprek niet "
        "door, haal het stuk dan weg.",
        grond=f"{_PROCESGANG}, art. 4 lid 5; Beleidsregels vorm- en herkenbaarheidsvereisten "
        "reïntegratieverslagen, art. 2 lid 3",
        stopt=False,
    )
)
def evaluatie_nooit_vastgesteld(wat: Onderzoek) -> Iterator[Overtreding]:
    """Only what other rules pass over: SIG-01 a draft, CAL-18 what is no first-year evaluation, RIV-11 a case without verslag."""
    bijstellingen = wat.stukken(BijstellingPlanVanAanpak)
    concepten = [stuk for stuk in bijstellingen if stuk.gegevens.status is Status.CONCEPT]
    if not concepten or wat.stukken(Reintegratieverslag):
        return
    evaluaties = (*bijstellingen, *wat.stukken(Eerstejaarsevaluatie), *wat.stukken(Eindevaluatie))
    vast = [stuk for stuk in evaluaties if stuk.gegevens.status is not Status.CONCEPT]
    for stuk in concepten:
        later = [ander for ander in vast if ander.gegevens.datum > stuk.gegevens.datum]
        if later:
            eerste = min(later, key=lambda ander: ander.gegevens.datum)
            yield Overtreding("BIJ-02", stuk.bestand, ("status",), elders=((eerste.bestand, ("datum",)),))
