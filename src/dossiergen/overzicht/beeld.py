"""The values of the overview. Models, because a field without a label is seen by nobody."""

from enum import StrEnum

from dossiergen.termijnen import Stand, Wie
from dossiergen.zaak import Status
from dossiergen.zaak.basis import Model
from dossiergen.zaak.gegevens import Verslagsoort, Werk
from dossiergen.zaak.labels import OPEN_DEEL, veld
from dossiergen.zaak.typen import Datum, JaNee, Nummer, Persoonssleutel, Procent, Uren

__all__ = [
    "Aanwezigheid",
    "Drager",
    "Gebeurtenis",
    "Gebeurtenissoort",
    "Gebrek",
    "Onderdeel",
    "Overzicht",
    "Rechtsregel",
    "Stapel",
    "Tekenaar",
]


class Aanwezigheid(StrEnum):
    """Whether what the verslag must hold is there."""

    AANWEZIG = "aanwezig"
    ONVOLLEDIG = "onvolledig"
    ONTBREEKT = "ontbreekt"
    NIET_NODIG = "niet_nodig"


class Tekenaar(Model):
    """Who has to sign a document, and what became of it."""

    partij: str = veld("werkgever, werknemer of bedrijfsarts.", OPEN_DEEL)
    persoon: Persoonssleutel | None = veld("Wie tekent; leeg bij de werknemer.", OPEN_DEEL)
    getekend_op: Datum | None = veld("Datum van de handtekening.", OPEN_DEEL)
    geweigerd_op: Datum | None = veld("Wanneer de weigering is besproken.", OPEN_DEEL)

    @property
    def is_open(self) -> bool:
        return self.getekend_op is None and self.geweigerd_op is None


class Drager(Model):
    """A document of the file: what carries an element of the verslag."""

    stuk: str = veld("Naam van het stuk, zoals die van zijn bestand.", OPEN_DEEL)
    soort: str = veld("Soort van het stuk.", OPEN_DEEL)
    volgnummer: Nummer | None = veld("Het hoeveelste van deze soort.", OPEN_DEEL)
    datum: Datum = veld("Datum van het stuk.", OPEN_DEEL)
    versie: Nummer = veld("Versienummer.", OPEN_DEEL)
    status: Status = veld("concept, definitief of ondertekend.", OPEN_DEEL)
    opsteller: Persoonssleutel = veld("Wie het stuk opstelde.", OPEN_DEEL)
    tekenaars: tuple[Tekenaar, ...] = veld("Wie tekenen.", OPEN_DEEL)


class Onderdeel(Model):
    """One of the elements a to l (Regeling procesgang art. 6 lid 1) with what carries it."""

    letter: str = veld("De letter in artikel 6 lid 1.", OPEN_DEEL)
    inhoud: str = veld("Wat het onderdeel is.", OPEN_DEEL)
    stand: Aanwezigheid = veld("Of het er is.", OPEN_DEEL)
    dragers: tuple[Drager, ...] = veld("De stukken waarin het staat.", OPEN_DEEL)
    wie: tuple[Wie, ...] = veld("Wie het aanlevert.", OPEN_DEEL)
    toelichting: str = veld("Wat ontbreekt, of waarom het niet nodig is.", OPEN_DEEL)


class Gebrek(Model):
    """One thing that keeps the verslag from being complete, or should be looked at."""

    code: str = veld("Code van de bevinding.", OPEN_DEEL)
    wat: str = veld("Wat ontbreekt, zonder waarden uit de zaak.", OPEN_DEEL)
    wie: tuple[Wie, ...] = veld("Wie het aanlevert.", OPEN_DEEL)
    doen: str = veld("Wat er moet gebeuren.", OPEN_DEEL)
    houdt_tegen: JaNee = veld("Of het verslag hierop wacht.", OPEN_DEEL, default=True)
    bestand: str = veld(
        "In welk bestand het stuk staat waar het om gaat; leeg als dat er niet is.", OPEN_DEEL, default=""
    )


class Gebeurtenissoort(StrEnum):
    """What kind of line the chronology has."""

    VERZUIM = "verzuim"
    VERLOF = "verlof"
    HERVATTING = "hervatting"
    STUK = "stuk"
    TERMIJN = "termijn"


class Gebeurtenis(Model):
    """One line of the chronology."""

    soort: Gebeurtenissoort = veld("Wat voor gebeurtenis.", OPEN_DEEL)
    datum: Datum = veld(
        "Eerste dag; van een termijn die nog open is de laatste dag waarop zij kan.", OPEN_DEEL
    )
    tot_en_met: Datum | None = veld("Laatste dag, van wat langer duurt.", OPEN_DEEL, default=None)
    titel: str = veld("Wat er gebeurde of moest gebeuren.", OPEN_DEEL, default="")
    drager: Drager | None = veld("Het stuk dat het was.", OPEN_DEEL, default=None)
    uiterlijk: Datum | None = veld("Laatste dag waarop het op tijd is.", OPEN_DEEL, default=None)
    stand: Stand | None = veld("Hoe het met de termijn staat.", OPEN_DEEL, default=None)
    uren_per_week: Uren | None = veld("Uren per week die worden gewerkt.", OPEN_DEEL, default=None)
    werk: Werk | None = veld("Welk werk.", OPEN_DEEL, default=None)
    loonwaarde_procent: Procent | None = veld("Loonwaarde van dat werk.", OPEN_DEEL, default=None)


class Stapel(Model):
    """How many documents of one kind go into the verslag."""

    soort: str = veld("Soort van het stuk.", OPEN_DEEL)
    aantal: Nummer = veld("Hoeveel het er zijn.", OPEN_DEEL)


class Rechtsregel(Model):
    """A value of dated law that the overview rests on."""

    sleutel: str = veld("Sleutel van de rechtswaarde.", OPEN_DEEL)
    waarde: str = veld("De waarde.", OPEN_DEEL)
    vanaf: Datum = veld("Vanaf wanneer deze waarde geldt.", OPEN_DEEL)


class Overzicht(Model):
    """The case on a day, as the documents about the case as a whole show it. Dates are None where none applies."""

    stand_op: Datum = veld("De dag waarnaar is gekeken.", OPEN_DEEL)
    soort: Verslagsoort = veld("Welk verslag hierbij hoort: geen, verkort of volledig.", OPEN_DEEL)
    niet_nodig: str = veld("Waarom er geen verslag hoort; leeg als het er hoort.", OPEN_DEEL)
    uit_dienst: Datum | None = veld(
        "Laatste dag van een dienstverband dat tijdens het verzuim eindigt.", OPEN_DEEL
    )
    einde_wachttijd: Datum | None = veld("Eerste dag na de wachttijd.", OPEN_DEEL)
    einde_verlenging: Datum | None = veld(
        "Eerste dag na een verlengde loondoorbetaling.", OPEN_DEEL, default=None
    )
    einde_loonsanctie: Datum | None = veld("Eerste dag na een loonsanctie.", OPEN_DEEL, default=None)
    verslag_uiterlijk: Datum | None = veld("Laatste dag voor het verslag.", OPEN_DEEL)
    wia_aanvraag_uiterlijk: Datum | None = veld("Laatste dag voor de WIA-aanvraag.", OPEN_DEEL)
    melding_42e_week_uiterlijk: Datum | None = veld("Laatste dag voor de 42e-weeksmelding.", OPEN_DEEL)
    postadres_medisch: str = veld("Waarheen de werknemer medische informatie stuurt.", OPEN_DEEL)
    volledig: JaNee = veld("Of het verslag compleet is.", OPEN_DEEL)
    onderdelen: tuple[Onderdeel, ...] = veld("De onderdelen a tot en met l.", OPEN_DEEL)
    stukken: tuple[Drager, ...] = veld("De stukken van het verslag, op volgorde.", OPEN_DEEL)
    stapels: tuple[Stapel, ...] = veld("Hoeveel stukken er van elke soort zijn.", OPEN_DEEL)
    bijlagen: tuple[str, ...] = veld("Andere papieren die meegaan, in de woorden van hun naam.", OPEN_DEEL)
    gebreken: tuple[Gebrek, ...] = veld("Wat ontbreekt, en wie het aanlevert.", OPEN_DEEL)
    gebeurtenissen: tuple[Gebeurtenis, ...] = veld("Wat wanneer gebeurde, op datum.", OPEN_DEEL)
    rechtswaarden: tuple[Rechtsregel, ...] = veld("Het recht dat hiervoor is gebruikt.", OPEN_DEEL)
