"""The documents of a second opinion, each a group within its entry in bedrijfsarts.yaml (Arbobesluit art. 2.14d)."""

from enum import StrEnum

from dossiergen.zaak.basis import Model
from dossiergen.zaak.labels import BEIDE_ARTSEN, MEDISCH, veld
from dossiergen.zaak.stukgegevens import Handtekening, HandtekeningPartij, OndertekeningBedrijfsarts
from dossiergen.zaak.typen import Datum, JaNee, Tekst, Zin
from dossiergen.zaak.vertrouwelijk import StukVanBedrijfsarts, StukVoorBeideArtsen, VertrouwelijkStuk

__all__ = [
    "Aanvraag",
    "Afsluitbericht",
    "Afwijzing",
    "Afwijzingsreden",
    "EerderVerzoek",
    "Gegevensperiode",
    "Grondcode",
    "Keuzehulp",
    "MachtigingAanvullend",
    "MachtigingOverdracht",
    "OndertekeningWerknemer",
    "OndertekeningWerknemerEnArts",
    "Overname",
    "Reactie",
    "Route",
    "Toekenning",
    "Toestemming",
    "Vrijgave",
]


class OndertekeningWerknemerEnArts(Model):
    """Employee and own bedrijfsarts sign."""

    werknemer: HandtekeningPartij | None = veld("Handtekening van de werknemer.", BEIDE_ARTSEN, default=None)
    bedrijfsarts: Handtekening | None = veld("Handtekening van de bedrijfsarts.", BEIDE_ARTSEN, default=None)


class OndertekeningWerknemer(Model):
    """The employee signs alone."""

    werknemer: HandtekeningPartij | None = veld("Handtekening van de werknemer.", BEIDE_ARTSEN, default=None)


class Aanvraag(StukVoorBeideArtsen):
    """The form with the agreed question; what it asks, and of whom, stands in the entry itself."""

    ondertekening: OndertekeningWerknemerEnArts = veld(
        "Handtekeningen van werknemer en eigen bedrijfsarts.",
        BEIDE_ARTSEN,
        default=OndertekeningWerknemerEnArts(),
    )


class Toekenning(StukVanBedrijfsarts):
    """The letter that grants the request."""

    toelichting: Tekst | None = veld("Wat u de werknemer verder wilt zeggen.", MEDISCH, default=None)


class Gegevensperiode(Model):
    """From which time data are handed over."""

    van: Datum = veld("Eerste dag.", BEIDE_ARTSEN)
    tot_en_met: Datum | None = veld(
        "Laatste dag; leeg is tot de dag van de handtekening.", BEIDE_ARTSEN, default=None
    )


class Toestemming(Model):
    """What may be handed over, each kind of data on its own; what was not answered is no (art. 2.14d lid 4).

    Information on the workplace needs no consent and is not asked here.
    """

    advies_in_geding: JaNee | None = veld(
        "Het advies waarover de werknemer twijfelt.", BEIDE_ARTSEN, default=None
    )
    probleemanalyse: JaNee | None = veld(
        "Probleemanalyse, bijstellingen en andere adviezen aan werkgever en werknemer.",
        BEIDE_ARTSEN,
        default=None,
    )
    spreekuurverslagen: JaNee | None = veld(
        "Medisch dossier: verslagen van spreekuren.", BEIDE_ARTSEN, default=None
    )
    brieven_behandelaars: JaNee | None = veld(
        "Brieven van huisarts, specialisten en andere behandelaars.", BEIDE_ARTSEN, default=None
    )
    belastbaarheid: JaNee | None = veld(
        "Functionelemogelijkhedenlijst of inzetbaarheidsprofiel.", BEIDE_ARTSEN, default=None
    )
    onderzoeksuitslagen: JaNee | None = veld(
        "Uitslagen van arbeidsgezondheidskundig onderzoek.", BEIDE_ARTSEN, default=None
    )
    verzuimgegevens: JaNee | None = veld(
        "Eerste ziektedag en verloop van het verzuim.", BEIDE_ARTSEN, default=None
    )


class MachtigingOverdracht(StukVoorBeideArtsen):
    """The employee says what the own bedrijfsarts may hand to the other one."""

    toestemming: Toestemming = veld("Voor elk soort gegevens apart: ja of nee.", BEIDE_ARTSEN, code="SO-18")
    periode: Gegevensperiode | None = veld("Over welke tijd de gegevens gaan.", BEIDE_ARTSEN, default=None)
    geldig_tot_en_met: Datum | None = veld("Laatste dag van de machtiging.", BEIDE_ARTSEN, default=None)
    ondertekening: OndertekeningWerknemerEnArts = veld(
        "Handtekeningen van werknemer en eigen bedrijfsarts.",
        BEIDE_ARTSEN,
        default=OndertekeningWerknemerEnArts(),
    )


class MachtigingAanvullend(StukVoorBeideArtsen):
    """The other bedrijfsarts (`opsteller`) may ask one treating professional something more."""

    behandelaar: Zin = veld("Naam van de behandelaar.", BEIDE_ARTSEN)
    discipline: Zin = veld("Wat de behandelaar is en waar, bijvoorbeeld: huisarts, Zandbeek.", BEIDE_ARTSEN)
    gevraagd: Tekst = veld("Wat de andere bedrijfsarts aan deze behandelaar vraagt, en waarom.", BEIDE_ARTSEN)
    akkoord: JaNee | None = veld(
        "Geeft de werknemer hiervoor toestemming? Leeg is nee.", BEIDE_ARTSEN, default=None
    )
    periode: Gegevensperiode | None = veld("Over welke tijd de vraag gaat.", BEIDE_ARTSEN, default=None)
    geldig_tot_en_met: Datum | None = veld("Laatste dag van de machtiging.", BEIDE_ARTSEN, default=None)
    ondertekening: OndertekeningWerknemer = veld(
        "Handtekening van de werknemer.", BEIDE_ARTSEN, default=OndertekeningWerknemer()
    )


class Vrijgave(StukVoorBeideArtsen):
    """The employee has seen the advice and says to whom it may go, or blocks it."""

    besproken_op: Datum = veld(
        "Wanneer de andere bedrijfsarts het advies met de werknemer besprak.", BEIDE_ARTSEN
    )
    aan_bedrijfsarts: JaNee | None = veld(
        "Mag het advies naar de eigen bedrijfsarts? Leeg of nee: de werknemer houdt het tegen.",
        BEIDE_ARTSEN,
        default=None,
    )
    aan_werkgever: JaNee | None = veld(
        "Mag het advies ook naar de werkgever? Leeg is nee.", BEIDE_ARTSEN, default=None
    )
    ondertekening: OndertekeningWerknemer = veld(
        "Handtekening van de werknemer.", BEIDE_ARTSEN, default=OndertekeningWerknemer()
    )


class Grondcode(StrEnum):
    """Grounds to reject, as an annex for the employee lists them; B and C only with a number."""

    A = "A"
    B = "B"
    B1 = "B1"
    B2 = "B2"
    B3 = "B3"
    B4 = "B4"
    C = "C"
    C1 = "C1"
    C2 = "C2"
    C3 = "C3"
    C4 = "C4"
    D = "D"
    E = "E"
    F = "F"
    G = "G"


class Route(StrEnum):
    """Where somebody can go instead."""

    BEHANDELAAR = "behandelaar"
    ARBOSPREEKUUR = "arbospreekuur"
    UITLEG_BEDRIJFSARTS = "uitleg_bedrijfsarts"
    DESKUNDIGENOORDEEL_GESCHIKTHEID = "deskundigenoordeel_geschiktheid"
    DESKUNDIGENOORDEEL_PASSENDE_ARBEID = "deskundigenoordeel_passende_arbeid"
    DESKUNDIGENOORDEEL_WERKGEVER = "deskundigenoordeel_werkgever"
    DESKUNDIGENOORDEEL_WERKNEMER = "deskundigenoordeel_werknemer"
    KLACHTENPROCEDURE = "klachtenprocedure"
    MEDIATION = "mediation"
    PERSONEELSZAKEN = "personeelszaken"
    JURIST = "jurist"
    KLACHT_AANSTELLINGSKEURING = "klacht_aanstellingskeuring"


class EerderVerzoek(Model):
    """The earlier request with the same question (ground B4)."""

    datum: Datum = veld("Wanneer de werknemer dit eerder vroeg.", MEDISCH)
    kenmerk: Zin | None = veld("Kenmerk van de brief over dat verzoek.", MEDISCH, default=None)
    uitkomst: Zin | None = veld("Wat er van dat verzoek kwam, in één zin.", MEDISCH, default=None)


class Afwijzingsreden(Model):
    """One ground with the argument of this very case."""

    code: Grondcode = veld(
        "Grond: A, B1 tot en met B4, C1 tot en met C4, D, E, F of G.", MEDISCH, code="SO-05"
    )
    motivering: Tekst | None = veld(
        "Waarom deze grond hier geldt, met de feiten van deze zaak.", MEDISCH, default=None
    )
    feiten: tuple[Tekst, ...] = veld(
        "Concrete feiten, elk apart; nodig bij B1, B2 en B3.", MEDISCH, default=()
    )
    eerder_verzoek: EerderVerzoek | None = veld(
        "Het eerdere, identieke verzoek; nodig bij B4.", MEDISCH, default=None
    )
    routes: tuple[Route, ...] = veld(
        "Waar de werknemer wel terechtkan; leeg is wat het best bij de grond past. Bij A altijd invullen.",
        MEDISCH,
        default=(),
    )


class Afwijzing(StukVanBedrijfsarts):
    """The letter that rejects the request, for the employee alone."""

    gronden: tuple[Afwijzingsreden, ...] = veld("De gronden, elk met motivering.", MEDISCH, default=())
    besproken_op: Datum | None = veld(
        "Wanneer u het verzoek en de andere mogelijkheden met de werknemer besprak.", MEDISCH, default=None
    )
    werknemer_wilde_toch: JaNee | None = veld(
        "Wilde de werknemer na die uitleg toch een second opinion, en hebt u dat meegewogen?",
        MEDISCH,
        default=None,
    )
    geldend_advies: Tekst | None = veld(
        "Het advies dat blijft gelden, in functionele woorden; leeg is het advies uit het verzoek.",
        MEDISCH,
        default=None,
    )


class Overname(StrEnum):
    """What the own bedrijfsarts does with the advice."""

    GEHEEL = "geheel"
    GEDEELTELIJK = "gedeeltelijk"
    NIET = "niet"


class Reactie(StukVanBedrijfsarts):
    """What the own bedrijfsarts does with the advice, and why; for the employee."""

    overname: Overname = veld("geheel, gedeeltelijk of niet.", MEDISCH, code="SO-24")
    redenen: Tekst | None = veld("Waarom, in woorden voor de werknemer.", MEDISCH, default=None)
    overgenomen: Tekst | None = veld("Wat u overneemt.", MEDISCH, default=None)
    niet_overgenomen: Tekst | None = veld("Wat u niet overneemt.", MEDISCH, default=None)
    advies_gewijzigd: JaNee = veld("Verandert uw advies over de verzuimbegeleiding?", MEDISCH)
    nieuw_advies: Tekst | None = veld("Uw advies vanaf nu, in functionele woorden.", MEDISCH, default=None)
    vervolggesprek: Zin | None = veld("Dag en tijd van het gesprek dat u aanbiedt.", MEDISCH, default=None)


class Afsluitbericht(StukVoorBeideArtsen):
    """To the own bedrijfsarts: that no advice follows, and nothing more. `opsteller` is the other bedrijfsarts."""

    ondertekening: OndertekeningBedrijfsarts = veld(
        "Handtekening van de andere bedrijfsarts.", BEIDE_ARTSEN, default=OndertekeningBedrijfsarts()
    )


class Keuzehulp(VertrouwelijkStuk):
    """One page that compares the instruments for the subject of the request. Nobody signs it."""
