"""bedrijfsarts.yaml: the bedrijfsarts' own side of a case, a type apart that nothing of a Zaak reaches.

The second opinion comes into this file with its documents.
"""

from dossiergen.zaak.basis import Model
from dossiergen.zaak.labels import MEDISCH, veld
from dossiergen.zaak.typen import Datum, JaNee, Kenmerk, Persoonssleutel, Tekst

__all__ = ["Bedrijfsartsdeel", "MedischeInformatie", "Omstandigheden"]


class MedischeInformatie(Model):
    """Medical data; the employee alone sends it to UWV (Beleidsregels vorm art. 1 m)."""

    datum: Datum = veld("Datum van de medische informatie.", MEDISCH)
    opsteller: Persoonssleutel = veld("De bedrijfsarts.", MEDISCH)
    diagnose: Tekst | None = veld("Diagnose.", MEDISCH, default=None)
    behandeling: Tekst | None = veld("Behandeling en behandelaars.", MEDISCH, default=None)
    beloop: Tekst | None = veld("Beloop.", MEDISCH, default=None)
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
