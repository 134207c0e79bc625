"""bedrijfsarts.yaml: the bedrijfsarts' own side of a case, a type apart that nothing of a Zaak reaches.

The second opinion comes into this file with its documents.
"""

from dossiergen.zaak.basis import Model
from dossiergen.zaak.labels import MEDISCH, veld
from dossiergen.zaak.stukgegevens import (
    Afwijking,
    OndertekeningBedrijfsarts,
    Status,
    Stukgegevens,
)
from dossiergen.zaak.typen import Datum, JaNee, Kenmerk, Nummer, Persoonssleutel, Tekst
from dossiergen.zaak.zaak import Stuk

__all__ = [
    "BESTAND",
    "AfschriftWerknemer",
    "Bedrijfsartsdeel",
    "MedischeInformatie",
    "Omstandigheden",
    "VertrouwelijkStuk",
]

BESTAND = "bedrijfsarts.yaml"


class AfschriftWerknemer(Model):
    """When the employee got it; nobody else does."""

    werknemer: Datum | None = veld("Wanneer de werknemer het stuk kreeg.", MEDISCH, default=None)


class VertrouwelijkStuk(Stukgegevens):
    """What every document of the bedrijfsarts' own side has, for other eyes than an open one."""

    datum: Datum = veld("Datum van het stuk.", MEDISCH)
    status: Status = veld("concept, definitief of ondertekend.", MEDISCH, default=Status.CONCEPT)
    versie: Nummer = veld("Versienummer, vanaf 1.", MEDISCH, default=1, ge=1, le=99)
    wijziging: Tekst | None = veld(
        "Wat er is veranderd ten opzichte van de vorige versie.", MEDISCH, default=None
    )
    opsteller: Persoonssleutel = veld("De bedrijfsarts.", MEDISCH)
    verantwoordelijke_bedrijfsarts: Persoonssleutel | None = veld(
        "De bedrijfsarts die verantwoordelijk is, als een andere bedrijfsarts opstelde.",
        MEDISCH,
        default=None,
    )
    afwijking: Afwijking | None = veld("Gemotiveerde afwijking van de termijn.", MEDISCH, default=None)
    # An open document has more readers, who get no copy of this one.
    afschriften: AfschriftWerknemer | None = veld(  # type: ignore[assignment]
        "Wanneer de werknemer het stuk kreeg.", MEDISCH, default=None
    )
    ondertekening: OndertekeningBedrijfsarts = veld(
        "Handtekening van de bedrijfsarts.", MEDISCH, default=OndertekeningBedrijfsarts()
    )


class MedischeInformatie(VertrouwelijkStuk):
    """Medical data; the employee alone sends it to UWV (Beleidsregels vorm art. 1 m)."""

    diagnose: Tekst | None = veld("Diagnose.", MEDISCH, default=None)
    behandeling: Tekst | None = veld("Behandeling en behandelaars.", MEDISCH, default=None)
    beloop: Tekst | None = veld("Beloop.", MEDISCH, default=None)
    beperkingen: Tekst | None = veld(
        "Beperkingen en mogelijkheden, medisch toegelicht.", MEDISCH, default=None
    )
    prognose: Tekst | None = veld("Medische prognose.", MEDISCH, default=None)
    onderliggende_gegevens: Tekst | None = veld("Onderliggende gegevens.", MEDISCH, default=None)


class Omstandigheden(Model):
    """Factors outside work, which the employer may not read (besluit 0005)."""

    prive: JaNee = veld("Spelen factoren buiten het werk een rol?", MEDISCH)
    toelichting: Tekst | None = veld("Toelichting.", MEDISCH, default=None)


class Bedrijfsartsdeel(Model):
    """Everything in bedrijfsarts.yaml."""

    kenmerk: Kenmerk = veld("Kenmerk van de zaak, gelijk aan dat in zaak.yaml.", MEDISCH)
    medische_informatie: MedischeInformatie | None = veld(
        "Medische informatie voor UWV.", MEDISCH, default=None
    )
    omstandigheden: Omstandigheden | None = veld("Factoren buiten het werk.", MEDISCH, default=None)

    @property
    def stukken(self) -> tuple[Stuk, ...]:
        """The documents that are made of it."""
        if self.medische_informatie is None:
            return ()
        return (
            Stuk("medische-informatie", None, BESTAND, self.medische_informatie, ("medische_informatie",)),
        )
