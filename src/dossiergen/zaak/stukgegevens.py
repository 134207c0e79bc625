"""What all documents of the absence file have in common, and the parts that several share."""

from enum import StrEnum

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from dossiergen.zaak.basis import Model
from dossiergen.zaak.gegevens import Werk
from dossiergen.zaak.labels import DOSSIERHOUDER, IEDEREEN, OPEN_DEEL, veld
from dossiergen.zaak.typen import (
    Bedrag,
    Bestandsnaam,
    Datum,
    JaNee,
    KorteTekst,
    Nummer,
    Persoonssleutel,
    Procent,
    Tekst,
    Uren,
    Zin,
)

__all__ = [
    "Activiteit",
    "Afschriften",
    "Afwijking",
    "Afwijkingsgrond",
    "Arbeidsrelatie",
    "Arbeidsrelatieoordeel",
    "Belastbaarheid",
    "Benutbaar",
    "Einddoel",
    "Handtekening",
    "HandtekeningPartij",
    "Herstel",
    "Hervattingsstand",
    "Mogelijkheden",
    "OndertekeningBedrijfsarts",
    "OndertekeningPartijen",
    "Opbouwstap",
    "PassendeArbeid",
    "Prognose",
    "Rubriek",
    "Rubriekoordeel",
    "Spoor",
    "Status",
    "Stukgegevens",
    "Weigering",
    "WieDoetHet",
    "Wijze",
]


class Status(StrEnum):
    """How far a document is."""

    CONCEPT = "concept"
    DEFINITIEF = "definitief"
    ONDERTEKEND = "ondertekend"


class Wijze(StrEnum):
    """How a signature was given."""

    MET_DE_HAND = "met_de_hand"
    DIGITAAL = "digitaal"


class Weigering(Model):
    """Somebody did not want to sign, which is a normal case and is written down as such."""

    op: Datum = veld("Wanneer de weigering is besproken.", IEDEREEN)
    # A longer one would tear the signatures apart, which belong together on a page.
    reden: KorteTekst = veld("De reden volgens degene die niet tekent, zonder medische gegevens.", IEDEREEN)


class Handtekening(Model):
    """A signature: given, or (all empty) still open. Who sees it is said by the document that it stands in."""

    persoon: Persoonssleutel | None = veld(
        "Wie tekent; niet nodig voor de werknemer.", IEDEREEN, default=None
    )
    getekend_op: Datum | None = veld("Datum van de handtekening.", IEDEREEN, default=None)
    plaats: Zin | None = veld("Plaats van ondertekening.", IEDEREEN, default=None)
    wijze: Wijze | None = veld("Hoe is getekend.", IEDEREEN, default=None)
    scan: Bestandsnaam | None = veld(
        "Bestand in `bijlagen/` met wat met de hand is getekend; van bedrijfsarts.yaml in `bijlagen-bedrijfsarts/`.",
        DOSSIERHOUDER,
        default=None,
    )


class HandtekeningPartij(Handtekening):
    """Of employer or employee, who may refuse, with the reason."""

    geweigerd: Weigering | None = veld("Weigering om te tekenen, met de reden.", IEDEREEN, default=None)

    @model_validator(mode="after")
    def _getekend_of_geweigerd(self) -> "HandtekeningPartij":
        if self.getekend_op and self.geweigerd:
            raise PydanticCustomError("SCH-07", "Een handtekening is gegeven of geweigerd, niet allebei.")
        return self


class OndertekeningPartijen(Model):
    """Employer and employee sign."""

    werkgever: HandtekeningPartij | None = veld("Handtekening namens de werkgever.", IEDEREEN, default=None)
    werknemer: HandtekeningPartij | None = veld("Handtekening van de werknemer.", IEDEREEN, default=None)


class OndertekeningBedrijfsarts(Model):
    """The bedrijfsarts signs; nobody refuses to sign an own document."""

    bedrijfsarts: Handtekening | None = veld("Handtekening van de bedrijfsarts.", IEDEREEN, default=None)


class Afwijkingsgrond(StrEnum):
    """Which article carries the deviation (Regeling procesgang)."""

    LATER_LANGDURIG = "later_langdurig"
    OVEREENGEKOMEN = "overeengekomen"


class Afwijking(Model):
    """A reasoned deviation from a term."""

    grond: Afwijkingsgrond = veld(
        "later_langdurig (art. 2 lid 3: lang verzuim dreigde pas later) of overeengekomen (art. 5: door beide partijen).",
        IEDEREEN,
    )
    motivering: Tekst = veld("Waarom van de termijn is afgeweken, zonder medische gegevens.", IEDEREEN)


class Afschriften(Model):
    """When who received a copy (Regeling procesgang art. 4 lid 3)."""

    werknemer: Datum | None = veld("Wanneer de werknemer een afschrift kreeg.", OPEN_DEEL, default=None)
    werkgever: Datum | None = veld("Wanneer de werkgever een afschrift kreeg.", OPEN_DEEL, default=None)
    casemanager: Datum | None = veld("Wanneer de casemanager een afschrift kreeg.", OPEN_DEEL, default=None)
    bedrijfsarts: Datum | None = veld("Wanneer de bedrijfsarts een afschrift kreeg.", OPEN_DEEL, default=None)


class Stukgegevens(Model):
    """What every document has: date, status, version, author, deviation, copies."""

    datum: Datum = veld("Datum van het stuk.", OPEN_DEEL)
    status: Status = veld("concept, definitief of ondertekend.", OPEN_DEEL, default=Status.CONCEPT)
    versie: Nummer = veld(
        "Versienummer, vanaf 1. Een definitief stuk wijzigt alleen met een nieuwe versie.",
        OPEN_DEEL,
        default=1,
        ge=1,
        le=99,
    )
    wijziging: Tekst | None = veld(
        "Wat er is veranderd ten opzichte van de vorige versie.", OPEN_DEEL, default=None
    )
    opsteller: Persoonssleutel = veld("Wie het stuk opstelde.", OPEN_DEEL)
    afwijking: Afwijking | None = veld("Gemotiveerde afwijking van de termijn.", OPEN_DEEL, default=None)
    afschriften: Afschriften | None = veld("Wanneer wie een afschrift kreeg.", OPEN_DEEL, default=None)


class Einddoel(StrEnum):
    """The statutory ladder, first own work, then suitable work inside, then outside."""

    EIGEN_WERK = "eigen_werk"
    EIGEN_WERK_AANGEPAST = "eigen_werk_aangepast"
    ANDER_WERK_EIGEN_WERKGEVER = "ander_werk_eigen_werkgever"
    ANDER_WERK_ANDERE_WERKGEVER = "ander_werk_andere_werkgever"
    NOG_NIET_TE_BEPALEN = "nog_niet_te_bepalen"
    GEEN_MOGELIJKHEDEN = "geen_mogelijkheden"


class Spoor(StrEnum):
    """Inside the own firm, outside, or both."""

    SPOOR_1 = "spoor_1"
    SPOOR_1_EN_2 = "spoor_1_en_2"
    SPOOR_2 = "spoor_2"


class Rubriekoordeel(StrEnum):
    """Judgment in one field of load."""

    NORMAAL = "normaal"
    BEPERKT = "beperkt"


class Rubriek(Model):
    """One of the six fields of load, in functional words."""

    oordeel: Rubriekoordeel = veld("normaal of beperkt.", OPEN_DEEL)
    toelichting: Tekst | None = veld(
        "Wat wel en niet kan, zonder diagnose of klachten.", OPEN_DEEL, default=None
    )


class Belastbaarheid(Model):
    """The six fields of load (Beleidsregels beoordelingskader § 7.4)."""

    persoonlijk_functioneren: Rubriek | None = veld("Persoonlijk functioneren.", OPEN_DEEL, default=None)
    sociaal_functioneren: Rubriek | None = veld("Sociaal functioneren.", OPEN_DEEL, default=None)
    fysieke_omgeving: Rubriek | None = veld("Aanpassing aan fysieke omgevingseisen.", OPEN_DEEL, default=None)
    dynamische_handelingen: Rubriek | None = veld(
        "Dynamische handelingen, zoals tillen en lopen.", OPEN_DEEL, default=None
    )
    statische_houdingen: Rubriek | None = veld(
        "Statische houdingen, zoals zitten en staan.", OPEN_DEEL, default=None
    )
    werktijden: Rubriek | None = veld("Werktijden.", OPEN_DEEL, default=None)


class Benutbaar(StrEnum):
    """Whether there are possibilities to work."""

    JA = "ja"
    MARGINAAL = "marginaal"
    NEE_TIJDELIJK = "nee_tijdelijk"
    NEE_DUURZAAM = "nee_duurzaam"


class Mogelijkheden(Model):
    """What somebody can still do, or when that is looked at again."""

    benutbaar: Benutbaar = veld("ja, marginaal, nee_tijdelijk of nee_duurzaam.", OPEN_DEEL)
    toelichting: Tekst | None = veld("Toelichting in functionele woorden.", OPEN_DEEL, default=None)
    herbeoordeling_op: Datum | None = veld(
        "Wanneer de bedrijfsarts opnieuw beoordeelt.", OPEN_DEEL, default=None
    )


class Herstel(StrEnum):
    """What is expected."""

    VOLLEDIG = "volledig"
    GEDEELTELIJK = "gedeeltelijk"
    GEEN = "geen"
    NOG_NIET_TE_ZEGGEN = "nog_niet_te_zeggen"


class Prognose(Model):
    """What the bedrijfsarts expects, in terms of work and time."""

    herstel: Herstel = veld("volledig, gedeeltelijk, geen of nog_niet_te_zeggen.", OPEN_DEEL)
    termijn: Zin | None = veld(
        "Binnen welke termijn, bijvoorbeeld: binnen zes maanden.", OPEN_DEEL, default=None
    )
    hervatting_vanaf: Datum | None = veld("Vanaf wanneer hervatting wordt verwacht.", OPEN_DEEL, default=None)
    toelichting: Tekst | None = veld("Toelichting in functionele woorden.", OPEN_DEEL, default=None)


class WieDoetHet(StrEnum):
    """Who carries out an agreement."""

    WERKGEVER = "werkgever"
    WERKNEMER = "werknemer"
    BEIDEN = "beiden"
    DERDE = "derde"


class Activiteit(Model):
    """An agreement in a plan (Regeling procesgang art. 4 lid 2 a)."""

    wat: Tekst = veld("Wat er gebeurt.", OPEN_DEEL)
    doel: Tekst | None = veld("Waartoe.", OPEN_DEEL, default=None)
    wie: WieDoetHet = veld("werkgever, werknemer, beiden of derde.", OPEN_DEEL)
    start: Datum | None = veld("Wanneer het begint.", OPEN_DEEL, default=None)
    gereed: Datum | None = veld("Wanneer het klaar is; leeg als het doorloopt.", OPEN_DEEL, default=None)
    kosten: Bedrag | None = veld("Kosten in euro, bijvoorbeeld 250 of 1.250,50.", OPEN_DEEL, default=None)


class Opbouwstap(Model):
    """A step in building up hours."""

    vanaf: Datum = veld("Vanaf welke dag.", OPEN_DEEL)
    uren_per_week: Uren = veld("Uren per week.", OPEN_DEEL)
    taken: Zin | None = veld("Welke werkzaamheden.", OPEN_DEEL, default=None)
    loonwaarde: JaNee = veld("ja: het werk heeft loonwaarde; nee: arbeidstherapeutisch.", OPEN_DEEL)


class Hervattingsstand(Model):
    """How far resumption has come at the date of the document."""

    werk: Werk = veld("Welk werk nu wordt gedaan.", OPEN_DEEL)
    functie: Zin | None = veld("In welke functie, als dat niet de eigen is.", OPEN_DEEL, default=None)
    uren_per_week: Uren | None = veld("Uren per week.", OPEN_DEEL, default=None)
    loonwaarde_procent: Procent | None = veld(
        "Loonwaarde in procenten van het oude loon.", OPEN_DEEL, default=None
    )
    structureel: JaNee | None = veld("Is dit werk blijvend?", OPEN_DEEL, default=None)
    toelichting: Tekst | None = veld("Toelichting zonder medische gegevens.", OPEN_DEEL, default=None)


class Arbeidsrelatieoordeel(StrEnum):
    """Quality of the working relation; the choices are not confirmed by a source."""

    GOED = "goed"
    VOLDOENDE = "voldoende"
    VERSTOORD = "verstoord"


class Arbeidsrelatie(Model):
    """Judgment on the working relation (Regeling procesgang art. 6 lid 1 i)."""

    oordeel: Arbeidsrelatieoordeel = veld("goed, voldoende of verstoord.", OPEN_DEEL)
    toelichting: Tekst | None = veld("Toelichting.", OPEN_DEEL, default=None)


class PassendeArbeid(Model):
    """Judgment on suitable work with the employer (Regeling procesgang art. 6 lid 1 k)."""

    aanwezig: JaNee = veld("Is er passende arbeid bij de werkgever?", OPEN_DEEL)
    toelichting: Tekst | None = veld("Welke arbeid, of waarom niet.", OPEN_DEEL, default=None)
