"""What is found about a second opinion on reading or making, besides what its rules find."""

from dossiergen.finding.soort import Soort

__all__ = ["VAN_SECOND_OPINION"]

_SO_RECHT = "Arbobesluit, art. 2.14d; NVAB, veelgestelde vragen over de second opinion"
_SO_AFWIJZEN = "Arbobesluit, art. 2.14d lid 3; bijlage over afwijzen bij de processtappen voor werknemers"
_SO_TOESTEMMING = "Arbobesluit, art. 2.14d lid 4; Algemene verordening gegevensbescherming, art. 7 en 9"

VAN_SECOND_OPINION: tuple[Soort, ...] = (
    Soort(
        "SO-05",
        "Deze afwijzingsgrond bestaat niet, of mist het nummer dat erbij hoort.",
        "Kies A, B1 tot en met B4, C1 tot en met C4, D, E, F of G.",
        grond=_SO_AFWIJZEN,
    ),
    Soort(
        "SO-15",
        "Een stuk over een second opinion gaat niet naar de werkgever of de casemanager.",
        "Haal dit veld weg. Alleen de werknemer krijgt een afschrift.",
        grond=_SO_RECHT,
    ),
    Soort(
        "SO-17",
        "De brief zegt niet dat het eerdere advies blijft gelden.",
        "Zet in het sjabloon van deze brief `{{ uitleg.geen_opschorting }}` terug, en in stuk.yaml `uitleg: true`.",
        grond="NVAB, veelgestelde vragen over de second opinion: geen opschortende werking",
    ),
    Soort(
        "SO-18",
        "De werknemer geeft voor elk soort gegevens apart toestemming: ja of nee.",
        "Zet bij `toestemming` achter elk soort gegevens `ja` of `nee`, zoals de werknemer het aankruiste.",
        grond=_SO_TOESTEMMING,
    ),
    Soort(
        "SO-24",
        "De reactie op het advies zegt niet of u het geheel, gedeeltelijk of niet overneemt, of waarom.",
        "Kies bij `overname` geheel, gedeeltelijk of niet, en leg het uit bij `redenen`.",
        grond="Arbobesluit, art. 2.14d; NVAB, veelgestelde vragen over de second opinion",
    ),
)
