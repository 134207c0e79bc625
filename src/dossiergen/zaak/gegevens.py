"""zaak.yaml: the employee, the employment and the absence."""

from enum import StrEnum

from dossiergen.zaak.basis import Aanhef, Adres, Model
from dossiergen.zaak.labels import DOSSIERHOUDER, IEDEREEN, OPEN_DEEL, veld
from dossiergen.zaak.typen import (
    Arbodienstsleutel,
    Bsn,
    Certificaatafdruk,
    Cijfers,
    Datum,
    JaNee,
    Kenmerk,
    Nummer,
    Persoonssleutel,
    Procent,
    Tekst,
    Uren,
    Werkgeversleutel,
    Zin,
)

__all__ = [
    "Bekwaamheden",
    "Dienstverband",
    "Dienstverbandsoort",
    "Hervatting",
    "Loonsanctie",
    "Rolvervulling",
    "Uitzondering",
    "VerkorteWachttijd",
    "Verlenging",
    "Verlof",
    "Verslagsoort",
    "Verzuim",
    "Verzuimperiode",
    "Weekdag",
    "Werk",
    "Werknemer",
    "Zaakgegevens",
    "ZiekUitDienst",
]


class Werknemer(Model):
    """The employee. No health data: the employer keeps this file."""

    aanhef: Aanhef = veld("Aanspreekvorm: mevrouw, heer of neutraal.", IEDEREEN)
    voorletters: Zin = veld("Voorletters met punten, bijvoorbeeld A.M.", IEDEREEN)
    tussenvoegsel: Zin | None = veld("Tussenvoegsel, bijvoorbeeld van den.", IEDEREEN, default=None)
    achternaam: Zin = veld("Achternaam zonder tussenvoegsel.", IEDEREEN)
    titel: Zin | None = veld("Titel vóór de naam, bijvoorbeeld dr.", IEDEREEN, default=None)
    geboortedatum: Datum = veld("Geboortedatum.", IEDEREEN)
    bsn: Bsn | None = veld(
        "Burgerservicenummer; komt alleen op stukken voor UWV.", OPEN_DEEL, alleen_uwv=True, default=None
    )
    adres: Adres = veld("Woonadres.", IEDEREEN)
    verpleegadres: Adres | None = veld(
        "Waar de werknemer tijdens het verzuim verblijft, als dat anders is.", OPEN_DEEL, default=None
    )
    telefoon: Cijfers | None = veld("Telefoonnummer.", IEDEREEN, default=None)
    email: Zin | None = veld("E-mailadres.", IEDEREEN, default=None)
    certificaten: tuple[Certificaatafdruk, ...] = veld(
        "SHA-256 van elk certificaat waarmee de werknemer zelf digitaal tekent.", DOSSIERHOUDER, default=()
    )


class Rolvervulling(Model):
    """Who has a role from which day; the one before ends the day before."""

    persoon: Persoonssleutel = veld("Sleutel van de persoon in organisaties.yaml.", IEDEREEN)
    vanaf: Datum = veld("Eerste dag in deze rol.", IEDEREEN)


class Dienstverbandsoort(StrEnum):
    """Kind of employment."""

    ONBEPAALDE_TIJD = "onbepaalde_tijd"
    BEPAALDE_TIJD = "bepaalde_tijd"
    UITZEND = "uitzend"
    DETACHERING = "detachering"
    OPROEP = "oproep"


class Weekdag(StrEnum):
    """A day of the week, Monday first."""

    MAANDAG = "maandag"
    DINSDAG = "dinsdag"
    WOENSDAG = "woensdag"
    DONDERDAG = "donderdag"
    VRIJDAG = "vrijdag"
    ZATERDAG = "zaterdag"
    ZONDAG = "zondag"


class Dienstverband(Model):
    """The employment and the job (Regeling procesgang art. 6 lid 1 c)."""

    soort: Dienstverbandsoort = veld("Soort dienstverband.", OPEN_DEEL)
    in_dienst: Datum = veld("Eerste dag van het dienstverband.", OPEN_DEEL)
    uit_dienst: Datum | None = veld(
        "Laatste dag van het dienstverband, als die vaststaat.", OPEN_DEEL, default=None
    )
    functie: Zin = veld("Naam van de functie.", IEDEREEN)
    uren_per_week: Uren = veld("Contracturen per week.", IEDEREEN, gt=0)
    werkrooster: Zin | None = veld(
        "Werkrooster, bijvoorbeeld: maandag tot en met donderdag, dagdienst.", IEDEREEN, default=None
    )
    werkdagen: tuple[Weekdag, ...] = veld(
        "Op welke dagen van de week wordt gewerkt; leeg als dat wisselt.", OPEN_DEEL, default=()
    )
    taken: Tekst | None = veld("Korte omschrijving van de taken.", IEDEREEN, default=None)
    belastende_aspecten: Tekst | None = veld(
        "Wat het werk lichamelijk en mentaal vraagt.", IEDEREEN, default=None
    )
    eigenrisicodrager_zw: JaNee = veld(
        "Is de werkgever eigenrisicodrager voor de Ziektewet?", OPEN_DEEL, default=False
    )
    eigenrisicodrager_wga: JaNee = veld(
        "Is de werkgever eigenrisicodrager voor de WGA?", OPEN_DEEL, default=False
    )


class Bekwaamheden(Model):
    """What the employee can do (Regeling procesgang art. 6 lid 1 d)."""

    opleiding: Zin | None = veld("Hoogste opleiding.", OPEN_DEEL, default=None)
    diplomas: tuple[Zin, ...] = veld("Diploma's en certificaten.", OPEN_DEEL, default=())
    werkervaring: Tekst | None = veld("Werkervaring in het kort.", OPEN_DEEL, default=None)
    vaardigheden: tuple[Zin, ...] = veld(
        "Vaardigheden die bij re-integratie van nut zijn.", OPEN_DEEL, default=()
    )


class Verzuimperiode(Model):
    """An unbroken time of illness; partial resumption does not end it."""

    van: Datum = veld("Eerste ziektedag van deze periode.", OPEN_DEEL)
    tot_en_met: Datum | None = veld(
        "Laatste ziektedag; leeg zolang het verzuim duurt.", OPEN_DEEL, default=None
    )
    samentelling_besluit: Tekst | None = veld(
        "Waarom deze periode wel of niet bij de vorige telt, als de wet dat openlaat (ziekte rond verlof).",
        OPEN_DEEL,
        default=None,
    )


class Verlof(Model):
    """WAZO leave; its days never count in the waiting period (Wet WIA art. 23 lid 5 a).

    The kind of leave is not asked: the dates are enough to count, and more is more than needed.
    """

    van: Datum = veld("Eerste dag van het verlof.", OPEN_DEEL)
    tot_en_met: Datum = veld("Laatste dag van het verlof.", OPEN_DEEL)


class Werk(StrEnum):
    """Which work somebody does."""

    EIGEN = "eigen_werk"
    AANGEPAST = "eigen_werk_aangepast"
    ANDER_INTERN = "ander_werk_eigen_werkgever"
    ANDER_EXTERN = "ander_werk_andere_werkgever"
    GEEN = "geen_werk"


class Hervatting(Model):
    """From which day somebody works how many hours."""

    vanaf: Datum = veld("Vanaf welke dag.", OPEN_DEEL)
    uren_per_week: Uren = veld("Uren per week.", OPEN_DEEL)
    werk: Werk = veld("Welk werk.", OPEN_DEEL)
    loonwaarde_procent: Procent | None = veld(
        "Loonwaarde in procenten van het oude loon; 0 is arbeidstherapeutisch.", OPEN_DEEL, default=None
    )
    structureel: JaNee | None = veld("Is dit werk blijvend?", OPEN_DEEL, default=None)


class VerkorteWachttijd(Model):
    """A request for an early IVA benefit (Wet WIA art. 23 lid 6)."""

    aangevraagd_op: Datum = veld("Wanneer de werknemer de aanvraag deed.", OPEN_DEEL)
    verklaring_bedrijfsarts_op: Datum | None = veld(
        "Datum van de verklaring van de bedrijfsarts die bij de aanvraag hoort.", OPEN_DEEL, default=None
    )
    toegekend_per: Datum | None = veld(
        "Eerste dag van de uitkering, als UWV de aanvraag toekende.", OPEN_DEEL, default=None
    )


class Verlenging(Model):
    """Wages are paid longer because employer and employee asked so together (Wet WIA art. 24)."""

    aangevraagd_op: Datum = veld("Wanneer de verlenging bij UWV is aangevraagd.", OPEN_DEEL)
    gezamenlijk: JaNee = veld("Vroegen werkgever en werknemer het samen?", OPEN_DEEL)
    tot_en_met: Datum = veld("Laatste dag waarop het loon wordt doorbetaald.", OPEN_DEEL)
    verkorting_gevraagd_op: Datum | None = veld(
        "Wanneer is gevraagd om de verlenging te verkorten.", OPEN_DEEL, default=None
    )
    verkort_tot_en_met: Datum | None = veld(
        "Laatste dag van loondoorbetaling na die verkorting.", OPEN_DEEL, default=None
    )


class Loonsanctie(Model):
    """UWV made the employer pay wages longer (Wet WIA art. 25 lid 9 tot en met 14)."""

    besluit_op: Datum = veld("Datum van het besluit van UWV.", OPEN_DEEL)
    weken: Nummer = veld("Hoeveel weken UWV de loondoorbetaling verlengde.", OPEN_DEEL, ge=1, le=520)
    herstel_gemeld_op: Datum | None = veld(
        "Wanneer de werkgever UWV meldde dat alles is hersteld; leeg als UWV dat afwees.",
        OPEN_DEEL,
        default=None,
    )
    besluit_bekorting_op: Datum | None = veld(
        "Datum waarop UWV vaststelde dat alles is hersteld.", OPEN_DEEL, default=None
    )


class Verslagsoort(StrEnum):
    """Which re-integratieverslag belongs to the end of an employment."""

    GEEN = "geen"
    VERKORT = "verkort"
    VOLLEDIG = "volledig"


class ZiekUitDienst(Model):
    """The employment ends while the employee is ill (Ziektewet art. 38 lid 2)."""

    herstel_verwacht: JaNee = veld(
        "Wordt zo snel volledig herstel verwacht dat een verkort verslag volstaat?",
        OPEN_DEEL,
        default=False,
    )
    verslag: Verslagsoort | None = veld(
        "Welk verslag u maakt: geen, verkort of volledig; leeg als u dat nog niet weet.",
        OPEN_DEEL,
        default=None,
    )


class Verzuim(Model):
    """The absence. Reason, complaints and kind of safety net do not exist here (besluit 0005)."""

    eerste_ziektedag: Datum = veld(
        "Eerste werkdag waarop wegens ziekte niet is gewerkt (Wet WIA art. 23 lid 2).",
        OPEN_DEEL,
        code="CAL-01",
    )
    ziekgemeld_op: Datum | None = veld("Op welke dag de werknemer zich ziek meldde.", OPEN_DEEL, default=None)
    periodes: tuple[Verzuimperiode, ...] = veld(
        "De perioden van verzuim, de oudste eerst.", OPEN_DEEL, min_length=1
    )
    verlof: tuple[Verlof, ...] = veld(
        "Verlof volgens de Wet arbeid en zorg dat niet meetelt.", OPEN_DEEL, default=()
    )
    hervattingen: tuple[Hervatting, ...] = veld("Hervattingen, de oudste eerst.", OPEN_DEEL, default=())
    vangnet: JaNee = veld(
        "Geldt een vangnetregeling? Welke, legt de werkgever niet vast.", OPEN_DEEL, default=False
    )
    gemeld_aan_arbodienst: Datum | None = veld(
        "Wanneer het verzuim aan de arbodienst is gemeld.", OPEN_DEEL, default=None
    )
    uwv_ziekmelding: Datum | None = veld(
        "Wanneer de werkgever de ziekte aan UWV meldde; alleen bij een vangnetregeling.",
        OPEN_DEEL,
        default=None,
    )
    uwv_melding_42e_week: Datum | None = veld(
        "Wanneer de 42e-weeksmelding aan UWV is gedaan.", OPEN_DEEL, default=None
    )
    einde_wachttijd_volgens_uwv: Datum | None = veld(
        "Eerste dag na de wachttijd, zoals UWV die in zijn brief noemt.", OPEN_DEEL, default=None
    )
    verkorte_wachttijd: tuple[VerkorteWachttijd, ...] = veld(
        "Aanvragen om een verkorte wachttijd, de oudste eerst.", OPEN_DEEL, default=()
    )
    verlenging: Verlenging | None = veld(
        "Verlenging van de loondoorbetaling op gezamenlijk verzoek.", OPEN_DEEL, default=None
    )
    loonsanctie: Loonsanctie | None = veld("Loonsanctie van UWV.", OPEN_DEEL, default=None)
    ziek_uit_dienst: ZiekUitDienst | None = veld(
        "Het dienstverband eindigt tijdens het verzuim.", OPEN_DEEL, default=None
    )


class Uitzondering(Model):
    """A finding that somebody accepts, with the reason: one code, at one path."""

    code: Zin = veld("Code van de bevinding, bijvoorbeeld CAL-15.", DOSSIERHOUDER)
    bestand: Zin | None = veld(
        "Bestand van de bevinding, bijvoorbeeld stukken/plan-van-aanpak.yaml; leeg is zaak.yaml, "
        "of het enige bestand met deze bevinding.",
        DOSSIERHOUDER,
        default=None,
    )
    pad: Zin = veld("Pad van de bevinding, zoals `dossiergen check` het toont.", DOSSIERHOUDER)
    reden: Tekst = veld("Waarom dit zo mag blijven, zonder medische gegevens.", DOSSIERHOUDER)
    door: Persoonssleutel = veld("Wie dit heeft besloten.", DOSSIERHOUDER)
    datum: Datum = veld("Wanneer dit is besloten.", DOSSIERHOUDER)


class Zaakgegevens(Model):
    """Everything in zaak.yaml."""

    kenmerk: Kenmerk = veld(
        "Kenmerk van de zaak: 4 tot 24 hoofdletters, cijfers en streepjes. Ook de naam van de map.", IEDEREEN
    )
    werkgever: Werkgeversleutel = veld("Sleutel van de werkgever in organisaties.yaml.", IEDEREEN)
    arbodienst: Arbodienstsleutel = veld("Sleutel van de arbodienst in organisaties.yaml.", IEDEREEN)
    werknemer: Werknemer = veld("De werknemer.", IEDEREEN)
    dienstverband: Dienstverband = veld("Het dienstverband en de functie.", IEDEREEN)
    bekwaamheden: Bekwaamheden | None = veld("Opleiding, ervaring en vaardigheden.", OPEN_DEEL, default=None)
    casemanager: tuple[Rolvervulling, ...] = veld(
        "Wie casemanager is, en vanaf wanneer; de oudste eerst.", IEDEREEN, min_length=1
    )
    bedrijfsarts: tuple[Rolvervulling, ...] = veld(
        "Wie de eigen bedrijfsarts is, en vanaf wanneer; de oudste eerst.", IEDEREEN, min_length=1
    )
    verzuim: Verzuim = veld("Het verzuim.", OPEN_DEEL)
    uitzonderingen: tuple[Uitzondering, ...] = veld(
        "Bevindingen die u aanvaardt, elk met de reden.", DOSSIERHOUDER, default=()
    )
