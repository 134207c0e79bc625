"""A request for a second opinion from beginning to end: an entry of `second_opinions` in bedrijfsarts.yaml.

Knows the form only; which step may follow which, and what the law asks, stands in `dossiergen.second_opinion`.
"""

from enum import StrEnum

from dossiergen.zaak.basis import Model
from dossiergen.zaak.labels import BEIDE_ARTSEN, MEDISCH, veld
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
from dossiergen.zaak.typen import Datum, JaNee, Persoonssleutel, Tekst

__all__ = [
    "Gegevenssoort",
    "Keuze",
    "Kostendrager",
    "Onderwerp",
    "Overdracht",
    "Processtap",
    "Raadpleging",
    "SecondOpinion",
    "Stap",
    "UitgebrachtAdvies",
    "Verzoek",
    "Verzoeker",
]


class Verzoeker(StrEnum):
    """Who asks. Only the employee can ask a second opinion; what an employer asks is something else."""

    WERKNEMER = "werknemer"
    WERKGEVER = "werkgever"


class Onderwerp(StrEnum):
    """What the request is about; the first three are what a second opinion is for (art. 2.14d lid 1)."""

    VERZUIMBEGELEIDING = "verzuimbegeleiding"
    ARBEIDSGEZONDHEIDSKUNDIG_ONDERZOEK = "arbeidsgezondheidskundig_onderzoek"
    GEZONDHEIDSKUNDIG_VRAAGSTUK = "gezondheidskundig_vraagstuk"
    GESCHIKTHEID_EIGEN_WERK = "geschiktheid_eigen_werk"
    PASSENDE_ARBEID = "passende_arbeid"
    INSPANNINGEN_WERKGEVER = "inspanningen_werkgever"
    INSPANNINGEN_WERKNEMER = "inspanningen_werknemer"
    ARBEIDSCONFLICT = "arbeidsconflict"
    ARBEIDSVOORWAARDEN = "arbeidsvoorwaarden"
    BEJEGENING = "bejegening"
    AANSTELLINGSKEURING = "aanstellingskeuring"
    ANDERS = "anders"


class Verzoek(Model):
    """What was asked, when and by whom. The reason for doubt is the employee's own."""

    ontvangen_op: Datum = veld("Wanneer het verzoek binnenkwam.", BEIDE_ARTSEN)
    door: Verzoeker = veld("werknemer of werkgever.", MEDISCH, default=Verzoeker.WERKNEMER)
    onderwerp: Onderwerp = veld("Waar het verzoek over gaat.", BEIDE_ARTSEN)
    bedrijfsarts: Persoonssleutel | None = veld(
        "Wiens advies het betreft; leeg is de bedrijfsarts van die dag.", MEDISCH, default=None
    )
    # The advice itself goes to the other bedrijfsarts only by consent, item by item.
    advies_van: Datum | None = veld(
        "Datum van het advies waarover de werknemer twijfelt.", MEDISCH, default=None
    )
    advies: Tekst | None = veld("Dat advies, kort en in functionele woorden.", MEDISCH, default=None)
    twijfel: Tekst | None = veld(
        "Waarom de werknemer twijfelt, in eigen woorden.", BEIDE_ARTSEN, default=None
    )


class Processtap(StrEnum):
    """The states of a request, in their usual order."""

    VERZOEK_ONTVANGEN = "verzoek_ontvangen"
    GESPREK_GEPLAND = "gesprek_gepland"
    IN_BEHANDELING = "in_behandeling"
    AFGEWEZEN = "afgewezen"
    KLACHT = "klacht"
    ANDER_INSTRUMENT = "ander_instrument"
    INGETROKKEN = "ingetrokken"
    TOEGEKEND = "toegekend"
    VOORSTEL_ARTSEN = "voorstel_artsen"
    KEUZE_GEMAAKT = "keuze_gemaakt"
    KEUZE_BUITEN_CONTRACT = "keuze_buiten_contract"
    MACHTIGING_GETEKEND = "machtiging_getekend"
    MACHTIGING_GEWEIGERD = "machtiging_geweigerd"
    AANVRAAG_COMPLEET = "aanvraag_compleet"
    CONSULT = "consult"
    EXTRA_INFORMATIE = "extra_informatie"
    ADVIES_BESPROKEN = "advies_besproken"
    VRIJGEGEVEN = "vrijgegeven"
    GEBLOKKEERD = "geblokkeerd"
    REACTIE = "reactie"
    ADVIES_GEWIJZIGD = "advies_gewijzigd"
    AFGEROND = "afgerond"


class Stap(Model):
    """A state that was reached."""

    stap: Processtap = veld("Welke stap is gezet.", MEDISCH)
    op: Datum = veld("Op welke dag.", MEDISCH)


class Keuze(Model):
    """The doctor whom the employee chose."""

    arts: Persoonssleutel = veld("De gekozen bedrijfsarts.", BEIDE_ARTSEN)
    tweede_keus: Persoonssleutel | None = veld(
        "Wie het wordt als de eerste niet kan.", BEIDE_ARTSEN, default=None
    )
    instemming_werkgever: JaNee | None = veld(
        "Stemt de werkgever in met een arts buiten het contract? Leeg als dat niet speelt.",
        MEDISCH,
        default=None,
    )


class Kostendrager(StrEnum):
    """Who pays."""

    WERKGEVER = "werkgever"
    WERKNEMER = "werknemer"


class Gegevenssoort(StrEnum):
    """Kinds of data that are handed over: those of Toestemming, and the one that needs no consent."""

    ADVIES_IN_GEDING = "advies_in_geding"
    PROBLEEMANALYSE = "probleemanalyse"
    SPREEKUURVERSLAGEN = "spreekuurverslagen"
    BRIEVEN_BEHANDELAARS = "brieven_behandelaars"
    BELASTBAARHEID = "belastbaarheid"
    ONDERZOEKSUITSLAGEN = "onderzoeksuitslagen"
    VERZUIMGEGEVENS = "verzuimgegevens"
    WERKPLEK = "werkplek"


class Overdracht(Model):
    """What the own bedrijfsarts really handed over."""

    op: Datum = veld("Wanneer de gegevens zijn overgedragen.", BEIDE_ARTSEN)
    gegevens: tuple[Gegevenssoort, ...] = veld(
        "Welke gegevens zijn overgedragen.", BEIDE_ARTSEN, min_length=1
    )


class UitgebrachtAdvies(Model):
    """The advice of the other bedrijfsarts; what it says, only where the employee released it."""

    datum: Datum = veld("Datum van het advies.", BEIDE_ARTSEN)
    kern: Tekst | None = veld(
        "Het advies in functionele woorden; alleen als de werknemer het vrijgaf.", MEDISCH, default=None
    )


class Raadpleging(Model):
    """What the documents of one second opinion share."""

    verzoek: Verzoek = veld("Het verzoek.", BEIDE_ARTSEN)
    verloop: tuple[Stap, ...] = veld("De stappen tot nu toe, de oudste eerst.", MEDISCH, min_length=1)
    vraagstelling: Tekst | None = veld(
        "De vraag aan de andere bedrijfsarts, zoals werknemer en bedrijfsarts die afspraken.",
        BEIDE_ARTSEN,
        default=None,
    )
    artsen: tuple[Persoonssleutel, ...] = veld(
        "De bedrijfsartsen waaruit de werknemer kan kiezen.", MEDISCH, default=()
    )
    keuze: Keuze | None = veld("Wie de werknemer koos.", BEIDE_ARTSEN, default=None)
    kosten: Kostendrager | None = veld("Wie betaalt: werkgever of werknemer.", BEIDE_ARTSEN, default=None)
    militair: JaNee = veld(
        "Gaat het om een militair? Dan mag de andere arts van dezelfde dienst zijn.", MEDISCH, default=False
    )
    overdracht: Overdracht | None = veld("Wat is overgedragen.", BEIDE_ARTSEN, default=None)
    advies: UitgebrachtAdvies | None = veld(
        "Het advies van de andere bedrijfsarts.", BEIDE_ARTSEN, default=None
    )


class SecondOpinion(Raadpleging):
    """One request with its documents. A new request on new facts is a new entry."""

    keuzehulp: Keuzehulp | None = veld("De keuzehulp.", MEDISCH, default=None)
    aanvraag: Aanvraag | None = veld("Het aanvraagformulier.", BEIDE_ARTSEN, default=None)
    toekenning: Toekenning | None = veld("De brief waarin u het verzoek toekent.", MEDISCH, default=None)
    machtiging_overdracht: MachtigingOverdracht | None = veld(
        "De machtiging om gegevens over te dragen.", BEIDE_ARTSEN, default=None
    )
    machtigingen_aanvullend: tuple[MachtigingAanvullend, ...] = veld(
        "Machtigingen voor aanvullende informatie, per behandelaar een.",
        BEIDE_ARTSEN,
        default=(),
        max_length=9,
    )
    vrijgave: Vrijgave | None = veld(
        "De machtiging om het advies te delen, of de blokkering.", BEIDE_ARTSEN, default=None
    )
    afwijzing: Afwijzing | None = veld("De brief waarin u het verzoek afwijst.", MEDISCH, default=None)
    reactie: Reactie | None = veld("Uw reactie op het advies.", MEDISCH, default=None)
    afsluitbericht: Afsluitbericht | None = veld(
        "Het bericht dat geen advies volgt.", BEIDE_ARTSEN, default=None
    )

    @property
    def raadpleging(self) -> Raadpleging:
        """The entry without its documents."""
        return Raadpleging.model_construct(**{naam: getattr(self, naam) for naam in Raadpleging.model_fields})

    def laatste(self, *stappen: Processtap) -> Stap | None:
        """The last of these states that was reached."""
        return next((stap for stap in reversed(self.verloop) if stap.stap in stappen), None)
