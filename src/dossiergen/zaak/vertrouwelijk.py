"""What the documents of the bedrijfsarts' own side have in common, for other eyes than an open one."""

from dossiergen.zaak.basis import Model
from dossiergen.zaak.labels import BEIDE_ARTSEN, MEDISCH, veld
from dossiergen.zaak.stukgegevens import (
    Afwijking,
    OndertekeningBedrijfsarts,
    Status,
    Stukgegevens,
)
from dossiergen.zaak.typen import Datum, Nummer, Persoonssleutel, Tekst

__all__ = ["AfschriftWerknemer", "StukVanBedrijfsarts", "StukVoorBeideArtsen", "VertrouwelijkStuk"]


class AfschriftWerknemer(Model):
    """When the employee got it; nobody else does."""

    werknemer: Datum | None = veld("Wanneer de werknemer het stuk kreeg.", BEIDE_ARTSEN, default=None)


class VertrouwelijkStuk(Stukgegevens):
    """A document for employee and bedrijfsarts."""

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


class StukVanBedrijfsarts(VertrouwelijkStuk):
    """For the signature of the bedrijfsarts alone."""

    ondertekening: OndertekeningBedrijfsarts = veld(
        "Handtekening van de bedrijfsarts.", MEDISCH, default=OndertekeningBedrijfsarts()
    )


class StukVoorBeideArtsen(VertrouwelijkStuk):
    """A document of a second opinion that the other bedrijfsarts reads as well."""

    datum: Datum = veld("Datum van het stuk.", BEIDE_ARTSEN)
    status: Status = veld("concept, definitief of ondertekend.", BEIDE_ARTSEN, default=Status.CONCEPT)
    versie: Nummer = veld("Versienummer, vanaf 1.", BEIDE_ARTSEN, default=1, ge=1, le=99)
    wijziging: Tekst | None = veld(
        "Wat er is veranderd ten opzichte van de vorige versie.", BEIDE_ARTSEN, default=None
    )
    opsteller: Persoonssleutel = veld("De bedrijfsarts die het stuk opstelt.", BEIDE_ARTSEN)
    verantwoordelijke_bedrijfsarts: Persoonssleutel | None = veld(
        "De bedrijfsarts die verantwoordelijk is, als een andere bedrijfsarts opstelde.",
        BEIDE_ARTSEN,
        default=None,
    )
    afwijking: Afwijking | None = veld("Gemotiveerde afwijking van de termijn.", BEIDE_ARTSEN, default=None)
    afschriften: AfschriftWerknemer | None = veld(
        "Wanneer de werknemer het stuk kreeg.", BEIDE_ARTSEN, default=None
    )
