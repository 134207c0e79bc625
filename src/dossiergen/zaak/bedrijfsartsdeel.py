"""bedrijfsarts.yaml: the bedrijfsarts' own side of a case, a type apart that nothing of a Zaak reaches."""

from collections.abc import Iterator, Mapping

from dossiergen.zaak.basis import Model
from dossiergen.zaak.gegevens import Uitzondering
from dossiergen.zaak.labels import BEIDE_ARTSEN, MEDISCH, veld
from dossiergen.zaak.second_opinion import SecondOpinion
from dossiergen.zaak.second_opinion_stukken import (
    Aanvraag,
    Afsluitbericht,
    Afwijzing,
    Keuzehulp,
    MachtigingAanvullend,
    MachtigingOverdracht,
    Reactie,
    Toekenning,
    Vrijgave,
)
from dossiergen.zaak.typen import JaNee, Kenmerk, Tekst
from dossiergen.zaak.vertrouwelijk import StukVanBedrijfsarts
from dossiergen.zaak.zaak import Stuk, Stuksoort

__all__ = [
    "BESTAND",
    "EIGEN_STUKSOORTEN",
    "VERZOEKEN",
    "Bedrijfsartsdeel",
    "MedischeInformatie",
    "Omstandigheden",
]

BESTAND = "bedrijfsarts.yaml"
VERZOEKEN = "second_opinions"
_PER_BEHANDELAAR = "machtigingen_aanvullend"
# A number of an own for each professional, over all requests of a case.
_NUMMERS_PER_VERZOEK = 10


class MedischeInformatie(StukVanBedrijfsarts):
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


# The kinds of document by their names, in the order of a request. A second request gives a second of each.
EIGEN_STUKSOORTEN: Mapping[str, Stuksoort] = {
    soort.naam: soort
    for soort in (
        Stuksoort("medische-informatie", MedischeInformatie),
        Stuksoort("second-opinion-keuzehulp", Keuzehulp, genummerd=True),
        Stuksoort("second-opinion-aanvraag", Aanvraag, genummerd=True),
        Stuksoort("second-opinion-toekenning", Toekenning, genummerd=True),
        Stuksoort("second-opinion-machtiging-overdracht", MachtigingOverdracht, genummerd=True),
        Stuksoort("second-opinion-machtiging-aanvullend", MachtigingAanvullend, genummerd=True),
        Stuksoort("second-opinion-vrijgave", Vrijgave, genummerd=True),
        Stuksoort("second-opinion-afwijzing", Afwijzing, genummerd=True),
        Stuksoort("second-opinion-reactie", Reactie, genummerd=True),
        Stuksoort("second-opinion-afsluitbericht", Afsluitbericht, genummerd=True),
    )
}
_SOORT_VAN = {soort.model: soort.naam for soort in EIGEN_STUKSOORTEN.values()}


class Bedrijfsartsdeel(Model):
    """Everything in bedrijfsarts.yaml."""

    kenmerk: Kenmerk = veld("Kenmerk van de zaak, gelijk aan dat in zaak.yaml.", MEDISCH)
    medische_informatie: MedischeInformatie | None = veld(
        "Medische informatie voor UWV.", MEDISCH, default=None
    )
    omstandigheden: Omstandigheden | None = veld("Factoren buiten het werk.", MEDISCH, default=None)
    second_opinions: tuple[SecondOpinion, ...] = veld(
        "De verzoeken om een second opinion, het oudste eerst.", BEIDE_ARTSEN, default=()
    )
    uitzonderingen: tuple[Uitzondering, ...] = veld(
        "Bevindingen over dit bestand die u aanvaardt, elk met de reden.", MEDISCH, default=()
    )

    @property
    def stukken(self) -> tuple[Stuk, ...]:
        """The documents that are made of it."""
        return tuple(self._stukken())

    def _stukken(self) -> Iterator[Stuk]:
        if self.medische_informatie is not None:
            yield Stuk(
                "medische-informatie", None, BESTAND, self.medische_informatie, ("medische_informatie",)
            )
        for plaats, verzoek in enumerate(self.second_opinions):
            yield from _van_verzoek(verzoek, plaats)


def _van_verzoek(verzoek: SecondOpinion, plaats: int) -> Iterator[Stuk]:
    """Those of the first request have no number; the number of a file never changes when a request is added."""
    raadpleging = verzoek.raadpleging
    nummer = plaats + 1 if plaats else None
    gedeeld = type(raadpleging).model_fields
    for naam in (naam for naam in type(verzoek).model_fields if naam not in gedeeld):
        stuk = getattr(verzoek, naam)
        if naam == _PER_BEHANDELAAR:
            for nr, machtiging in enumerate(stuk):
                yield Stuk(
                    _SOORT_VAN[type(machtiging)],
                    plaats * _NUMMERS_PER_VERZOEK + nr + 1,
                    BESTAND,
                    machtiging,
                    (VERZOEKEN, plaats, naam, nr),
                    raadpleging,
                )
        elif stuk is not None:
            yield Stuk(_SOORT_VAN[type(stuk)], nummer, BESTAND, stuk, (VERZOEKEN, plaats, naam), raadpleging)
