"""SO-03, SO-08, SO-14 and SO-16: who asks, who answers and when, and where a complaint about it goes."""

import datetime as dt
from collections.abc import Iterator

from dossiergen.finding import Ernst, Overtreding, Soort
from dossiergen.regels.onderzoek import Onderzoek, Verzoekonderzoek
from dossiergen.regels.regel import stukregel, verzoekregel
from dossiergen.regels.verzoeken import documenten, is_vast, raadpleging_van, stappen
from dossiergen.second_opinion.dienst import van_de_werkgever
from dossiergen.zaak import Rol, Status, Stuk
from dossiergen.zaak.brieven import BriefTweedeMening
from dossiergen.zaak.second_opinion import Processtap, Verzoeker
from dossiergen.zaak.second_opinion_stukken import (
    Afsluitbericht,
    Afwijzing,
    Keuzehulp,
    MachtigingAanvullend,
    Toekenning,
    Vrijgave,
)
from dossiergen.zaak.vertrouwelijk import StukVanBedrijfsarts, StukVoorBeideArtsen
from dossiergen.zaak.yaml import Pad

__all__: list[str] = []

_NIETS_MEER = "U hoeft niets te doen."
_WACHT_OP_BESLUIT = frozenset(
    {Processtap.VERZOEK_ONTVANGEN, Processtap.GESPREK_GEPLAND, Processtap.IN_BEHANDELING}
)
_VAN_DE_ANDERE_ARTS = (MachtigingAanvullend, Vrijgave, Afsluitbericht)
# At these anybody can have an address, also an arbodienst and an employer beside each other.
_VAN_IEDEREEN = frozenset(
    {
        "gmail.com", "hetnet.nl", "hotmail.com", "icloud.com", "kpnmail.nl", "live.nl", "outlook.com", "planet.nl",
        "proton.me", "upcmail.nl", "xs4all.nl", "yahoo.com", "ziggo.nl",
    }
)  # fmt: skip


@verzoekregel(
    Soort(
        "SO-03",
        "De werkgever vraagt dit: dat is geen second opinion.",
        "Antwoord de werkgever met stukken/brief-tweede-mening-01.yaml. Voor de werknemer kunt u een keuzehulp maken.",
        grond="Arbobesluit, art. 2.14d lid 1; NVAB, veelgestelde vragen over de second opinion",
    ),
    "second_opinion_aanvrager",
)
def gevraagd_door_de_werkgever(over: Verzoekonderzoek) -> Iterator[Overtreding]:
    """That it was asked is no defect of a paper; any document but the keuzehulp would be one."""
    if over.verzoek.verzoek.door is not Verzoeker.WERKGEVER:
        return
    beantwoord = over.wat.stukken(BriefTweedeMening)
    if beantwoord:
        melding = "De werkgever vroeg dit; dat is geen second opinion, en u hebt hem dat geschreven."
        elders = ((beantwoord[0].bestand, ("datum",)),)
        yield over.overtreding(
            "SO-03",
            "verzoek",
            "door",
            melding=melding,
            ernst=Ernst.INFO,
            oplossing=_NIETS_MEER,
            elders=elders,
        )
    else:
        yield over.overtreding("SO-03", "verzoek", "door", stopt=False)
    for pad, stuk in documenten(over.verzoek):
        if not isinstance(stuk, Keuzehulp):
            yield over.overtreding(
                "SO-03",
                *pad,
                melding="Dit stuk hoort bij een second opinion, en de werkgever kan die niet vragen.",
                oplossing="Haal dit stuk weg.",
                ernst=None if is_vast(stuk) else Ernst.WAARSCHUWING,
                elders=over.hier("verzoek", "door"),
            )


@stukregel(
    Soort(
        "SO-08",
        "De brief kan niet zeggen waar een klacht over de bedrijfsarts heen gaat.",
        "Vul in organisaties.yaml bij de arbodienst `klachtenregeling` in: e-mail, adres of telefoon.",
        grond="Arbobesluit, art. 2.14e; NVAB, veelgestelde vragen over de second opinion",
        aanvaardbaar=False,
    ),
    StukVanBedrijfsarts,
    "second_opinion_klacht",
    concept_mag=True,
)
def klacht_kan_nergens_heen(
    wat: Onderzoek, stuk: Stuk, gegevens: StukVanBedrijfsarts
) -> Iterator[Overtreding]:
    """A complaint about a bedrijfsarts is medical: where the employer reads the mail, it goes the wrong way."""
    if not isinstance(gegevens, Afwijzing | Toekenning):
        return
    sleutel = wat.zaak.gegevens.arbodienst
    regeling = wat.zaak.organisaties.arbodiensten[sleutel].klachtenregeling
    if regeling is None or not (regeling.email or regeling.adres or regeling.telefoon):
        yield Overtreding("SO-08", stuk.bestand, ())
    elif regeling.email and _leest_de_werkgever(wat, regeling.email):
        melding = "Klachten over de bedrijfsarts komen volgens organisaties.yaml bij de werkgever binnen."
        oplossing = "Noem bij `klachtenregeling` een adres van de arbodienst zelf: in een klacht staan vaak medische gegevens."
        elders = (("organisaties.yaml", ("arbodiensten", sleutel, "klachtenregeling", "email")),)
        yield Overtreding("SO-08", stuk.bestand, (), melding, Ernst.WAARSCHUWING, oplossing, elders=elders)


def _leest_de_werkgever(wat: Onderzoek, klachten: str) -> bool:
    """The same address, or one of the same domain or below it."""
    werkgever = wat.zaak.organisaties.werkgevers[wat.zaak.gegevens.werkgever]
    persoon = werkgever.contactpersoon
    eigen = (werkgever.email, wat.zaak.organisaties.personen[persoon].email if persoon else None)
    hier = klachten.strip().casefold()
    for adres in (email.strip().casefold() for email in eigen if email):
        domein = adres.rpartition("@")[2]
        van_hem = domein not in _VAN_IEDEREEN and f".{hier.rpartition('@')[2]}".endswith(f".{domein}")
        if hier == adres or van_hem:
            return True
    return False


_TEKENEN = Soort(
    "SO-14",
    "Alleen een bedrijfsarts stelt dit stuk op en tekent het.",
    "Noem de bedrijfsarts die het stuk opstelde of tekende. Een casemanager of een vertegenwoordiger van de werkgever kan dit niet doen.",
    grond="Arbobesluit, art. 2.14d lid 3; werkwijze van aanbieders: de taak kan niet worden gedelegeerd",
    aanvaardbaar=False,
)


@stukregel(_TEKENEN, StukVanBedrijfsarts)
def wie_besluit(wat: Onderzoek, stuk: Stuk, gegevens: StukVanBedrijfsarts) -> Iterator[Overtreding]:
    """Whoever is no bedrijfsarts at all is found for every document; here it is about whose bedrijfsarts."""
    if raadpleging_van(stuk) is None:
        return
    personen = wat.zaak.organisaties.personen
    verantwoordelijk = gegevens.verantwoordelijke_bedrijfsarts
    for pad, persoon in _genoemd(gegevens):
        if persoon in van_de_werkgever(wat.zaak) and personen[persoon].rol is Rol.BEDRIJFSARTS:
            melding = "Deze persoon treedt in deze zaak op voor de werkgever."
            yield Overtreding("SO-14", stuk.bestand, pad, melding)
        elif pad == ("opsteller",) and _van_buiten(wat, persoon):
            melding = "Deze bedrijfsarts is volgens zaak.yaml niet de bedrijfsarts van de werknemer."
            oplossing = "Noem de eigen bedrijfsarts, of zet deze in zaak.yaml bij `bedrijfsarts`."
            yield Overtreding("SO-14", stuk.bestand, pad, melding, Ernst.WAARSCHUWING, oplossing)
    if verantwoordelijk and personen[verantwoordelijk].rol is not Rol.BEDRIJFSARTS:
        yield Overtreding("SO-14", stuk.bestand, ("verantwoordelijke_bedrijfsarts",))


def _genoemd(gegevens: StukVanBedrijfsarts) -> Iterator[tuple[Pad, str]]:
    handtekening = gegevens.ondertekening.bedrijfsarts
    yield ("opsteller",), gegevens.opsteller
    if gegevens.verantwoordelijke_bedrijfsarts:
        yield ("verantwoordelijke_bedrijfsarts",), gegevens.verantwoordelijke_bedrijfsarts
    if handtekening and handtekening.persoon:
        yield ("ondertekening", "bedrijfsarts", "persoon"), handtekening.persoon


def _van_buiten(wat: Onderzoek, persoon: str) -> bool:
    eigen = {vervulling.persoon for vervulling in wat.zaak.gegevens.bedrijfsarts}
    return persoon not in eigen and wat.zaak.organisaties.personen[persoon].rol is Rol.BEDRIJFSARTS


@stukregel(_TEKENEN, StukVoorBeideArtsen)
def andere_arts_stelt_op(_wat: Onderzoek, stuk: Stuk, gegevens: StukVoorBeideArtsen) -> Iterator[Overtreding]:
    """What only the other bedrijfsarts can know, comes from the one who was chosen."""
    raadpleging = raadpleging_van(stuk)
    if raadpleging is None or raadpleging.keuze is None or not isinstance(gegevens, _VAN_DE_ANDERE_ARTS):
        return
    if gegevens.opsteller not in {raadpleging.keuze.arts, raadpleging.keuze.tweede_keus}:
        melding = "Dit stuk is van de andere bedrijfsarts, en dit is niet de arts die de werknemer koos."
        oplossing = "Noem bij `opsteller` de gekozen arts, of verbeter `keuze`."
        yield Overtreding("SO-14", stuk.bestand, ("opsteller",), melding, Ernst.WAARSCHUWING, oplossing)


@verzoekregel(
    Soort(
        "SO-16",
        "Het besluit is van vóór het verzoek.",
        "Kijk de datum van het besluit en `ontvangen_op` na.",
        grond="Arbobesluit, art. 2.14d lid 3: zo spoedig mogelijk",
    ),
    "second_opinion_inschakelen_tekst",
    "second_opinion_besluit",
)
def besluit_op_tijd(over: Verzoekonderzoek) -> Iterator[Overtreding]:
    """The law names no days; how many are late is this program's own limit."""
    besluiten = list(_besluiten(over))
    for pad, dag, vast in besluiten:
        if dag < over.verzoek.verzoek.ontvangen_op:
            yield over.overtreding(
                "SO-16",
                *pad,
                ernst=None if vast else Ernst.WAARSCHUWING,
                elders=over.hier("verzoek", "ontvangen_op"),
                # A letter prints both days; a step is printed nowhere.
                stopt=pad[0] != "verloop",
            )
    gevallen = [(dag, pad) for pad, dag, vast in besluiten if vast]
    if not gevallen:
        yield from _nog_geen_besluit(over)
        return
    dag, pad = min(gevallen, key=lambda besluit: besluit[0])
    vanaf = _gevraagd_op(over, dag)
    dagen = over.wat.recht.dagen("second_opinion_besluit", over.verzoek.verzoek.ontvangen_op)
    if (dag - vanaf).days > dagen:
        melding = f"Het besluit is later dan {dagen} dagen na het verzoek. De wet zegt: zo spoedig mogelijk."
        oplossing = "Leg in uw dossier vast waarom het langer duurde."
        yield over.overtreding("SO-16", *pad, melding=melding, ernst=Ernst.WAARSCHUWING, oplossing=oplossing)


def _nog_geen_besluit(over: Verzoekonderzoek) -> Iterator[Overtreding]:
    """A request that nobody took back waits for an answer."""
    laatste = over.verzoek.verloop[-1]
    dagen = over.wat.recht.dagen("second_opinion_besluit", over.verzoek.verzoek.ontvangen_op)
    if (
        laatste.stap in _WACHT_OP_BESLUIT
        and (over.wat.peildatum - over.verzoek.verzoek.ontvangen_op).days > dagen
    ):
        melding = f"Na meer dan {dagen} dagen is er nog geen besluit op dit verzoek. De wet zegt: zo spoedig mogelijk."
        oplossing = "Beslis, en schrijf de werknemer. Leg in uw dossier vast waarom het langer duurt."
        yield over.overtreding(
            "SO-16", "verzoek", "ontvangen_op", melding=melding, ernst=Ernst.WAARSCHUWING, oplossing=oplossing
        )


def _besluiten(over: Verzoekonderzoek) -> Iterator[tuple[Pad, dt.date, bool]]:
    """The letters first; with whether each is more than a draft."""
    for naam in ("afwijzing", "toekenning"):
        stuk = getattr(over.verzoek, naam)
        if stuk is not None:
            yield (naam, "datum"), stuk.datum, stuk.status is not Status.CONCEPT
    for nummer, stap in stappen(over.verzoek, Processtap.AFGEWEZEN, Processtap.TOEGEKEND):
        yield ("verloop", nummer, "op"), stap.op, True


def _gevraagd_op(over: Verzoekonderzoek, besluit: dt.date) -> dt.date:
    """A request that was made again, after a rejection, counts from then on."""
    opnieuw = [stap.op for _, stap in stappen(over.verzoek, Processtap.VERZOEK_ONTVANGEN)]
    return max([over.verzoek.verzoek.ontvangen_op, *(dag for dag in opnieuw if dag <= besluit)])
