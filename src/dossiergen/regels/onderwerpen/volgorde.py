"""TEG-09, TEG-10 and BIJ-03: what cannot be so within one document, and a row of documents out of order."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from dossiergen.finding import Ernst, Overtreding, Soort
from dossiergen.regels.onderwerpen.tegen_de_zaak import geldende_hervattingen
from dossiergen.regels.onderzoek import Onderzoek
from dossiergen.regels.regel import stukregel
from dossiergen.zaak import Status, Stuk
from dossiergen.zaak.brieven import BriefKopieVerslag, BriefPlanTerOndertekening, BriefUitnodiging
from dossiergen.zaak.gegevens import Werk
from dossiergen.zaak.plan_van_aanpak import (
    BijstellingPlanVanAanpak,
    Evaluatie,
    PlanVanAanpak,
    Reintegratieverslag,
)
from dossiergen.zaak.probleemanalyse import BijstellingProbleemanalyse, OordeelBedrijfsarts, Probleemanalyse
from dossiergen.zaak.stukgegevens import Benutbaar, Einddoel, Spoor, Stukgegevens
from dossiergen.zaak.yaml import Pad

__all__: list[str] = []

_SAMENHANG = "samenhang van de stukken in het dossier"
# What a document tells of the past, what it plans or asks, and what became of it. A path ends at a field that may be empty.
_GEWEEST: Mapping[type[Stukgegevens], tuple[Pad, ...]] = {
    OordeelBedrijfsarts: (("spreekuur_op",),),
    Evaluatie: (("gesprek_op",),),
}
_NOG_TE_KOMEN: Mapping[type[Stukgegevens], tuple[Pad, ...]] = {
    Probleemanalyse: (("vervolg", "volgend_consult"),),
    PlanVanAanpak: (("evaluatie", "eerste_op"), ("contact_bedrijfsarts", "volgend_op")),
    Evaluatie: (("volgende_evaluatie",),),
    BriefUitnodiging: (("afspraak", "op"), ("afzeggen_voor",)),
    BriefPlanTerOndertekening: (("terug_voor",),),
    BriefKopieVerslag: (("reageren_voor",),),
}
_LEZERS = ("werknemer", "werkgever", "casemanager", "bedrijfsarts")
_DAARNA: Mapping[type[Stukgegevens], tuple[Pad, ...]] = {
    Stukgegevens: tuple(("afschriften", lezer) for lezer in _LEZERS),
    Reintegratieverslag: (("kopie_aan_werknemer",), ("ingediend_bij_uwv",)),
}
_ERNA, _ERVOOR = "Dit is na de datum van het stuk.", "Dit is vóór de datum van het stuk."


@stukregel(
    Soort(
        "TEG-09",
        "Deze dag past niet bij de datum van het stuk.",
        "Kijk deze dag en de `datum` van het stuk na.",
        Ernst.WAARSCHUWING,
        grond=_SAMENHANG,
    ),
    Stukgegevens,
)
def dag_past_niet(_wat: Onderzoek, stuk: Stuk, gegevens: Stukgegevens) -> Iterator[Overtreding]:
    """A document cannot tell of what had not happened yet, nor ask for what is past.

    A draft may wait for a talk that is still to be held, and of a second version the copies may be those of the first.
    """
    if gegevens.status is not Status.CONCEPT:
        for pad, dag in _dagen(gegevens, _GEWEEST):
            if dag > gegevens.datum:
                yield _past_niet(stuk, pad, _ERNA)
    for paden in (_NOG_TE_KOMEN, _DAARNA) if gegevens.versie == 1 else (_NOG_TE_KOMEN,):
        for pad, dag in _dagen(gegevens, paden):
            if dag < gegevens.datum:
                yield _past_niet(stuk, pad, _ERVOOR)
    for nummer, afspraak in enumerate(getattr(gegevens, "activiteiten", ())):
        if afspraak.start and afspraak.gereed and afspraak.gereed < afspraak.start:
            pad = ("activiteiten", nummer, "gereed")
            melding, oplossing = "Deze afspraak is klaar voordat zij begint.", "Kijk `start` en `gereed` na."
            yield Overtreding("TEG-09", stuk.bestand, pad, melding, oplossing=oplossing)


def _past_niet(stuk: Stuk, pad: Pad, melding: str) -> Overtreding:
    return Overtreding("TEG-09", stuk.bestand, pad, melding, elders=((stuk.bestand, ("datum",)),))


def _dagen(
    gegevens: Stukgegevens, paden: Mapping[type[Stukgegevens], tuple[Pad, ...]]
) -> Iterator[tuple[Pad, dt.date]]:
    """The days that are filled in, with their paths."""
    for model, eigen in paden.items():
        for pad in eigen if isinstance(gegevens, model) else ():
            waarde: Any = gegevens
            for veld in pad:
                waarde = getattr(waarde, str(veld), None)
            if isinstance(waarde, dt.date):
                yield pad, waarde


@stukregel(
    Soort(
        "TEG-10",
        "Mogelijkheden, einddoel en spoor passen in dit stuk niet bij elkaar.",
        "Kijk na wat de bedrijfsarts bedoelt, en verbeter een van beide.",
        Ernst.WAARSCHUWING,
        grond="Beleidsregels beoordelingskader poortwachter, § 5",
    ),
    OordeelBedrijfsarts,
)
def oordeel_spreekt_zichzelf_tegen(
    wat: Onderzoek, stuk: Stuk, oordeel: OordeelBedrijfsarts
) -> Iterator[Overtreding]:
    """Whoever can never work any more has no other goal and does not work; a goal elsewhere is not reached inside."""
    benutbaar, einddoel = oordeel.mogelijkheden.benutbaar, oordeel.einddoel
    zonder = einddoel is Einddoel.GEEN_MOGELIJKHEDEN
    daar: Pad = ("mogelijkheden", "benutbaar")
    melding = ""
    if benutbaar is Benutbaar.NEE_DUURZAAM and einddoel is not None and not zonder:
        melding = "Volgens dit stuk zijn er blijvend geen mogelijkheden, en toch is er een einddoel."
    elif benutbaar is Benutbaar.JA and zonder:
        melding = "Volgens dit stuk zijn er mogelijkheden, en het einddoel zegt dat die er niet zijn."
    elif (
        einddoel is Einddoel.ANDER_WERK_ANDERE_WERKGEVER and getattr(oordeel, "spoor", None) is Spoor.SPOOR_1
    ):
        daar, melding = ("spoor",), "Het einddoel ligt bij een andere werkgever, en het spoor bij de eigen."
    if melding:
        yield Overtreding("TEG-10", stuk.bestand, ("einddoel",), melding, elders=((stuk.bestand, daar),))
    werkt = _werkt(wat, oordeel.datum)
    if werkt is not None and benutbaar in {Benutbaar.NEE_TIJDELIJK, Benutbaar.NEE_DUURZAAM}:
        melding = (
            "Volgens dit stuk zijn er geen mogelijkheden, en volgens zaak.yaml werkt de werknemer op die dag."
        )
        pad = ("mogelijkheden", "benutbaar")
        elders = (("zaak.yaml", ("verzuim", "hervattingen", werkt, "uren_per_week")),)
        yield Overtreding("TEG-10", stuk.bestand, pad, melding, elders=elders)


def _werkt(wat: Onderzoek, dag: dt.date) -> int | None:
    """The number of the resumption that holds on a day, if there is work in it."""
    nummer = geldende_hervattingen(wat, dag, dag)[-1]
    if nummer is None:
        return None
    hervatting = wat.verzuim.hervattingen[nummer]
    return nummer if hervatting.werk is not Werk.GEEN and hervatting.uren_per_week > 0 else None


_NUMMERING = Soort(
    "BIJ-03",
    "De nummers van de bijstellingen lopen niet door.",
    "Nummer de bestanden in de volgorde van hun datums, te beginnen met 01.",
    Ernst.WAARSCHUWING,
    grond=_SAMENHANG,
)


def _nummering(wat: Onderzoek, stuk: Stuk, gegevens: Stukgegevens) -> Iterator[Overtreding]:
    """By the file: UWV asks for a number that is missing."""
    nummer = stuk.volgnummer or 1
    eerder = [ander for ander in wat.stukken(type(gegevens)) if (ander.volgnummer or 0) < nummer]
    if len(eerder) < nummer - 1 and all((ander.volgnummer or 0) != nummer - 1 for ander in eerder):
        yield Overtreding("BIJ-03", stuk.bestand, (), f"Nummer {nummer - 1} is er niet.")
    later = [ander for ander in eerder if ander.gegevens.datum > gegevens.datum]
    if later:
        melding = "Dit stuk heeft een hoger nummer dan een stuk van een latere datum."
        elders = ((later[-1].bestand, ("datum",)),)
        yield Overtreding("BIJ-03", stuk.bestand, ("datum",), melding, elders=elders)


nummers_van_het_plan = stukregel(_NUMMERING, BijstellingPlanVanAanpak)(_nummering)
nummers_van_de_analyse = stukregel(_NUMMERING, BijstellingProbleemanalyse)(_nummering)
