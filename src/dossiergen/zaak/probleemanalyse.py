"""What the bedrijfsarts writes: probleemanalyse, its bijstelling, the actueel oordeel."""

from enum import StrEnum

from dossiergen.zaak.basis import Model
from dossiergen.zaak.labels import OPEN_DEEL, veld
from dossiergen.zaak.stukgegevens import (
    Arbeidsrelatie,
    Belastbaarheid,
    Einddoel,
    Mogelijkheden,
    OndertekeningBedrijfsarts,
    Opbouwstap,
    PassendeArbeid,
    Prognose,
    Spoor,
    Stukgegevens,
)
from dossiergen.zaak.typen import Datum, JaNee, Persoonssleutel, Tekst, Zin

__all__ = [
    "ActueelOordeel",
    "Advies",
    "Adviessoort",
    "BijstellingProbleemanalyse",
    "Factoren",
    "OordeelBedrijfsarts",
    "Probleemanalyse",
    "Vervolg",
]


class Factoren(Model):
    """Non-medical factors. Private circumstances are not asked: the employer reads this (besluit 0005)."""

    werk: JaNee = veld("Spelen factoren in het werk een rol?", OPEN_DEEL)
    arbeidsverhouding: JaNee = veld(
        "Speelt de arbeidsverhouding een rol? Alleen als advies, niet de oorzaak.", OPEN_DEEL
    )
    toelichting: Tekst | None = veld("Toelichting in functionele woorden.", OPEN_DEEL, default=None)


class Adviessoort(StrEnum):
    """Kinds of advice (Beleidsregels beoordelingskader § 5)."""

    WERKAANPASSING = "werkaanpassing"
    INTERVENTIE = "interventie"
    MEDIATION = "mediation"
    ARBEIDSDESKUNDIG_ONDERZOEK = "arbeidsdeskundig_onderzoek"
    SCHOLING = "scholing"
    OVERIG = "overig"


class Advies(Model):
    """One piece of advice, in functional words."""

    soort: Adviessoort = veld("Soort advies.", OPEN_DEEL)
    omschrijving: Tekst = veld("Het advies, zonder medische gegevens.", OPEN_DEEL)


class Vervolg(Model):
    """What follows."""

    volgend_consult: Datum | None = veld("Datum van het volgende consult.", OPEN_DEEL, default=None)
    bijstelling: Zin | None = veld("Wanneer de analyse wordt bijgesteld.", OPEN_DEEL, default=None)


class OordeelBedrijfsarts(Stukgegevens):
    """What the three documents of the bedrijfsarts share."""

    verantwoordelijke_bedrijfsarts: Persoonssleutel | None = veld(
        "De bedrijfsarts die verantwoordelijk is, als een ander opstelde (taakdelegatie).",
        OPEN_DEEL,
        default=None,
    )
    spreekuur_op: Datum = veld("Datum van het spreekuur.", OPEN_DEEL)
    belastbaarheid: Belastbaarheid = veld("Belastbaarheid in zes rubrieken.", OPEN_DEEL)
    mogelijkheden: Mogelijkheden = veld("Benutbare mogelijkheden.", OPEN_DEEL)
    prognose: Prognose | None = veld("Prognose.", OPEN_DEEL, default=None)
    einddoel: Einddoel = veld("Einddoel van de re-integratie.", OPEN_DEEL, code="PA-08")
    ondertekening: OndertekeningBedrijfsarts = veld(
        "Handtekening van de bedrijfsarts.", OPEN_DEEL, default=OndertekeningBedrijfsarts()
    )


class Probleemanalyse(OordeelBedrijfsarts):
    """stukken/probleemanalyse.yaml (Regeling procesgang art. 2 lid 2)."""

    eerder_verzuim_samengesteld: JaNee | None = veld(
        "Tellen eerdere perioden van verzuim mee?", OPEN_DEEL, default=None
    )
    factoren: Factoren | None = veld("Niet-medische factoren.", OPEN_DEEL, default=None)
    advies: tuple[Advies, ...] = veld("De adviezen.", OPEN_DEEL, default=())
    opbouwschema: tuple[Opbouwstap, ...] = veld("Geadviseerde opbouw van uren.", OPEN_DEEL, default=())
    spoor: Spoor | None = veld(
        "spoor_1, spoor_1_en_2 of spoor_2; leeg als er geen mogelijkheden zijn.", OPEN_DEEL, default=None
    )
    geen_plan_van_aanpak: Tekst | None = veld(
        "Waarom geen plan van aanpak nodig is, als dat zo is.", OPEN_DEEL, default=None
    )
    vervolg: Vervolg | None = veld("Vervolg.", OPEN_DEEL, default=None)


class BijstellingProbleemanalyse(Probleemanalyse):
    """stukken/bijstelling-probleemanalyse-NN.yaml."""

    aanleiding: Tekst = veld("Waarom de analyse wordt bijgesteld, zonder medische gegevens.", OPEN_DEEL)
    verschil: Tekst = veld("Wat er anders is dan in de vorige analyse.", OPEN_DEEL)


class ActueelOordeel(OordeelBedrijfsarts):
    """stukken/actueel-oordeel.yaml (Regeling procesgang art. 6 lid 1 i, j, k)."""

    verloop: Tekst = veld("Verloop van de ongeschiktheid, zonder medische gegevens.", OPEN_DEEL)
    arbeidsrelatie: Arbeidsrelatie | None = veld("Oordeel over de arbeidsrelatie.", OPEN_DEEL, default=None)
    passende_arbeid: PassendeArbeid | None = veld(
        "Oordeel over passende arbeid bij de werkgever.", OPEN_DEEL, default=None
    )
    stand_einddoel: Tekst | None = veld("Hoe ver het einddoel is.", OPEN_DEEL, default=None)
