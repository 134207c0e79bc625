"""SO-04, SO-05, SO-07, SO-09 to SO-13, SO-34 and SO-38: the grounds of a rejection, and what belongs to each."""

from collections.abc import Iterator, Mapping

from dossiergen.finding import CATALOGUS, Ernst, Overtreding, Soort
from dossiergen.regels.onderzoek import Onderzoek
from dossiergen.regels.regel import stukregel
from dossiergen.regels.verzoeken import raadpleging_van
from dossiergen.second_opinion.gronden import hoofdgrond, mist_onderdeel, routes_van
from dossiergen.zaak import Stuk
from dossiergen.zaak.second_opinion import Onderwerp
from dossiergen.zaak.second_opinion_stukken import Afwijzing, Grondcode, Toekenning

__all__: list[str] = []

_BIJLAGE = "bijlage over afwijzen bij de processtappen voor werknemers"
_AFWIJZEN = f"Arbobesluit, art. 2.14d lid 3; {_BIJLAGE}"
_NVAB = "NVAB, veelgestelde vragen over de second opinion"
# What the law says a second opinion is for (art. 2.14d lid 1).
_WAARVOOR = frozenset(
    {
        Onderwerp.VERZUIMBEGELEIDING,
        Onderwerp.ARBEIDSGEZONDHEIDSKUNDIG_ONDERZOEK,
        Onderwerp.GEZONDHEIDSKUNDIG_VRAAGSTUK,
    }
)
_ANDER_ONDERWERP = frozenset({Grondcode.A, Grondcode.D, Grondcode.E, Grondcode.F})
# Which ground belongs to a subject that names one.
_BIJ_ONDERWERP: Mapping[Onderwerp, Grondcode] = {
    Onderwerp.GESCHIKTHEID_EIGEN_WERK: Grondcode.C1,
    Onderwerp.PASSENDE_ARBEID: Grondcode.C2,
    Onderwerp.INSPANNINGEN_WERKGEVER: Grondcode.C3,
    Onderwerp.INSPANNINGEN_WERKNEMER: Grondcode.C4,
    Onderwerp.ARBEIDSCONFLICT: Grondcode.D,
    Onderwerp.ARBEIDSVOORWAARDEN: Grondcode.E,
    Onderwerp.BEJEGENING: Grondcode.F,
}
_GEEN_ADVIES = frozenset({Onderwerp.ARBEIDSVOORWAARDEN, Onderwerp.BEJEGENING})
_BEDOELING = frozenset({Grondcode.B1, Grondcode.B2, Grondcode.B3})
# This program's own limit: shorter says nothing that somebody could check.
_KORTSTE_FEIT = 20


@stukregel(
    Soort(
        "SO-04",
        "De afwijzing heeft geen grond.",
        "Noem bij `gronden` waarom u afwijst: A, B1 tot en met B4, C1 tot en met C4, D, E, F of G.",
        grond=_AFWIJZEN,
        aanvaardbaar=False,
    ),
    Afwijzing,
    "second_opinion_weigeren_tekst",
    concept_mag=True,
)
def zonder_grond(_wat: Onderzoek, stuk: Stuk, afwijzing: Afwijzing) -> Iterator[Overtreding]:
    if not afwijzing.gronden:
        yield Overtreding("SO-04", stuk.bestand, ("gronden",))


@stukregel(CATALOGUS["SO-05"], Afwijzing, "second_opinion_weigeren_tekst")
def grond_zonder_nummer_of_dubbel(_wat: Onderzoek, stuk: Stuk, afwijzing: Afwijzing) -> Iterator[Overtreding]:
    eerder: dict[Grondcode, int] = {}
    for nummer, reden in enumerate(afwijzing.gronden):
        pad = ("gronden", nummer, "code")
        if mist_onderdeel(reden.code):
            melding = "Grond B en grond C hebben een nummer nodig."
            oplossing = "Kies B1, B2, B3 of B4, of C1, C2, C3 of C4."
            yield Overtreding("SO-05", stuk.bestand, pad, melding, oplossing=oplossing)
        if reden.code in eerder:
            melding, oplossing = (
                "Deze grond staat er twee keer.",
                "Voeg de motiveringen samen onder één grond.",
            )
            elders = ((stuk.bestand, ("gronden", eerder[reden.code], "code")),)
            yield Overtreding(
                "SO-05", stuk.bestand, pad, melding, Ernst.WAARSCHUWING, oplossing, elders=elders
            )
        eerder.setdefault(reden.code, nummer)


@stukregel(
    Soort(
        "SO-07",
        "Deze route past niet bij de grond.",
        "Kies bij `routes` waar de werknemer met deze vraag wel terechtkan, of laat `routes` leeg.",
        grond=f"{_BIJLAGE}; {_NVAB}",
        aanvaardbaar=False,
    ),
    Afwijzing,
    "second_opinion_weigeren_tekst",
    concept_mag=True,
)
def route_past_niet(wat: Onderzoek, stuk: Stuk, afwijzing: Afwijzing) -> Iterator[Overtreding]:
    """Where no route is chosen the letter names those that fit; ground A can be about anything."""

    def tekst(sleutel: str) -> str:
        return wat.recht.tekst(sleutel, afwijzing.datum)

    for nummer, reden in enumerate(afwijzing.gronden):
        if reden.code is Grondcode.A and not reden.routes:
            melding = "Bij grond A staat niet waar de werknemer wel terechtkan."
            oplossing = "Kies bij `routes` wie dit onderwerp wel behandelt."
            yield Overtreding(
                "SO-07", stuk.bestand, ("gronden", nummer, "routes"), melding, oplossing=oplossing
            )
        passend = routes_van(reden.code, tekst)
        for plaats, route in enumerate(reden.routes):
            if route not in passend:
                pad = ("gronden", nummer, "routes", plaats)
                # What fits tells the ground: for the screen only.
                yield Overtreding("SO-07", stuk.bestand, pad, voorstel=passend[0])


@stukregel(
    Soort(
        "SO-09",
        "Het verzoek wordt alleen afgewezen omdat een deskundigenoordeel kan. De werknemer mag beide vragen.",
        "Vraag de werknemer na uw uitleg of hij toch een second opinion wil, weeg dat mee en zet dan `werknemer_wilde_toch: ja`.",
        Ernst.WAARSCHUWING,
        grond=_NVAB,
    ),
    Afwijzing,
    "second_opinion_weigeren_tekst",
)
def alleen_een_geschil(_wat: Onderzoek, stuk: Stuk, afwijzing: Afwijzing) -> Iterator[Overtreding]:
    gronden = {hoofdgrond(reden.code) for reden in afwijzing.gronden}
    if gronden != {Grondcode.C} or afwijzing.werknemer_wilde_toch:
        return
    pad = ("werknemer_wilde_toch",)
    if afwijzing.werknemer_wilde_toch is None:
        yield Overtreding("SO-09", stuk.bestand, pad)
    else:
        melding = "De werknemer wilde na uw uitleg geen second opinion meer: dan valt er niets af te wijzen."
        oplossing = "Zet in `verloop` de stap `ingetrokken`, en bevestig dat aan de werknemer."
        yield Overtreding("SO-09", stuk.bestand, pad, melding, oplossing=oplossing)


@stukregel(
    Soort(
        "SO-10",
        "Grond B4 noemt het eerdere, identieke verzoek niet.",
        "Vul bij deze grond `eerder_verzoek` in, met de datum.",
        grond=_BIJLAGE,
        aanvaardbaar=False,
    ),
    Afwijzing,
    "second_opinion_weigeren_tekst",
    concept_mag=True,
)
def eerder_verzoek_ontbreekt(_wat: Onderzoek, stuk: Stuk, afwijzing: Afwijzing) -> Iterator[Overtreding]:
    raadpleging = raadpleging_van(stuk)
    for nummer, reden in enumerate(afwijzing.gronden):
        pad, eerder = ("gronden", nummer, "eerder_verzoek"), reden.eerder_verzoek
        if eerder is None:
            if reden.code is Grondcode.B4:
                yield Overtreding("SO-10", stuk.bestand, pad)
        elif raadpleging and eerder.datum >= raadpleging.verzoek.ontvangen_op:
            melding = "Het eerdere verzoek is niet van vóór dit verzoek."
            oplossing = "Kijk de datum van het eerdere verzoek en `ontvangen_op` na."
            yield Overtreding("SO-10", stuk.bestand, (*pad, "datum"), melding, oplossing=oplossing)


@stukregel(
    Soort(
        "SO-11",
        "Deze grond zegt iets over de bedoeling van de werknemer, en er staan geen feiten bij.",
        "Noem bij `feiten` wat er is gebeurd en wanneer, zonder oordeel over de persoon.",
        Ernst.WAARSCHUWING,
        grond="zorgvuldig motiveren: wie een bedoeling aanneemt, noemt de feiten",
    ),
    Afwijzing,
    "second_opinion_weigeren_tekst",
)
def bedoeling_zonder_feiten(_wat: Onderzoek, stuk: Stuk, afwijzing: Afwijzing) -> Iterator[Overtreding]:
    for nummer, reden in enumerate(afwijzing.gronden):
        if reden.code not in _BEDOELING:
            continue
        pad = ("gronden", nummer, "feiten")
        if not reden.feiten:
            yield Overtreding("SO-11", stuk.bestand, pad)
        for plaats, feit in enumerate(reden.feiten):
            if len(" ".join(feit.split())) < _KORTSTE_FEIT:
                melding = (
                    f"Dit feit is korter dan {_KORTSTE_FEIT} tekens; dat is een eigen grens van dossiergen."
                )
                yield Overtreding("SO-11", stuk.bestand, (*pad, plaats), melding)


@stukregel(
    Soort(
        "SO-12",
        "Volgens het verzoek gaat het om een onderwerp waarvoor de second opinion is bedoeld. Deze grond zegt iets anders.",
        "Kijk `onderwerp` en de grond na. Klopt de grond, leg dan in de motivering uit waarom het om iets anders gaat.",
        Ernst.WAARSCHUWING,
        grond="Arbobesluit, art. 2.14d lid 1; werkwijze van aanbieders",
    ),
    Afwijzing,
    "second_opinion",
)
def grond_tegen_het_onderwerp(_wat: Onderzoek, stuk: Stuk, afwijzing: Afwijzing) -> Iterator[Overtreding]:
    raadpleging = raadpleging_van(stuk)
    if raadpleging is None:
        return
    onderwerp, codes = raadpleging.verzoek.onderwerp, [reden.code for reden in afwijzing.gronden]
    if onderwerp in _WAARVOOR:
        for nummer, code in enumerate(codes):
            if code in _ANDER_ONDERWERP:
                yield Overtreding("SO-12", stuk.bestand, ("gronden", nummer, "code"))
    hoort = _BIJ_ONDERWERP.get(onderwerp)
    genoemd = set(_BIJ_ONDERWERP.values()) & set(codes)
    if hoort is not None and genoemd and hoort not in genoemd:
        melding = "Het onderwerp van het verzoek hoort bij een andere grond dan u noemt."
        yield Overtreding("SO-12", stuk.bestand, ("gronden",), melding)


_KEURING = Soort(
    "SO-13",
    "Grond G is alleen voor een aanstellingskeuring, en een aanstellingskeuring wijst u af met grond G.",
    "Kijk `onderwerp` van het verzoek en de grond na.",
    grond=f"Arbobesluit, art. 2.14d lid 1; {_BIJLAGE}",
    aanvaardbaar=False,
)


@stukregel(_KEURING, Afwijzing, "second_opinion")
def grond_van_de_keuring(_wat: Onderzoek, stuk: Stuk, afwijzing: Afwijzing) -> Iterator[Overtreding]:
    raadpleging = raadpleging_van(stuk)
    codes = [reden.code for reden in afwijzing.gronden]
    if raadpleging is None:
        return
    if raadpleging.verzoek.onderwerp is not Onderwerp.AANSTELLINGSKEURING:
        for nummer, code in enumerate(codes):
            if code is Grondcode.G:
                melding = "Grond G past niet bij het onderwerp van dit verzoek."
                yield Overtreding("SO-13", stuk.bestand, ("gronden", nummer, "code"), melding)
    elif codes and Grondcode.G not in codes:
        melding = "Bij het onderwerp van dit verzoek hoort grond G."
        yield Overtreding("SO-13", stuk.bestand, ("gronden",), melding)


@stukregel(_KEURING, Toekenning, "second_opinion")
def keuring_toegekend(_wat: Onderzoek, stuk: Stuk, _toekenning: Toekenning) -> Iterator[Overtreding]:
    raadpleging = raadpleging_van(stuk)
    if raadpleging and raadpleging.verzoek.onderwerp is Onderwerp.AANSTELLINGSKEURING:
        melding = "Over dit onderwerp is geen second opinion mogelijk."
        oplossing = "Wijs het verzoek af met grond G, of verbeter `onderwerp`."
        yield Overtreding("SO-13", stuk.bestand, (), melding, oplossing=oplossing)


@stukregel(
    Soort(
        "SO-38",
        "De brief zegt niet om welk advies het gaat.",
        "Vul bij het verzoek `advies_van` in, en `advies`: het advies in een paar functionele woorden.",
        grond="Arbobesluit, art. 2.14d lid 1 en 3",
        aanvaardbaar=False,
    ),
    Afwijzing,
    "second_opinion_weigeren_tekst",
    concept_mag=True,
)
def advies_niet_genoemd(_wat: Onderzoek, stuk: Stuk, afwijzing: Afwijzing) -> Iterator[Overtreding]:
    """A request about something else than an advice need not name one."""
    raadpleging = raadpleging_van(stuk)
    if raadpleging is None:
        return
    verzoek = raadpleging.verzoek
    if verzoek.advies_van is None and verzoek.onderwerp in _WAARVOOR | _BIJ_ONDERWERP.keys() - _GEEN_ADVIES:
        yield Overtreding("SO-38", stuk.bestand, ())
    if verzoek.advies is None and afwijzing.geldend_advies is None and verzoek.advies_van is not None:
        melding = "De brief zegt niet wat het advies is dat blijft gelden."
        oplossing = "Vul bij het verzoek `advies` in, of hier `geldend_advies`."
        yield Overtreding("SO-38", stuk.bestand, ("geldend_advies",), melding, Ernst.WAARSCHUWING, oplossing)
    if afwijzing.besproken_op is None:
        melding = (
            "De brief zegt niet wanneer u het verzoek en de andere mogelijkheden met de werknemer besprak."
        )
        oplossing = "Vul `besproken_op` in. Een second opinion zonder overleg kan niet, en afwijzen ook niet."
        yield Overtreding("SO-38", stuk.bestand, ("besproken_op",), melding, Ernst.WAARSCHUWING, oplossing)


@stukregel(
    Soort(
        "SO-34",
        "Over de weg die de werknemer bij een aanstellingskeuring heeft, spreken bronnen elkaar tegen.",
        "Beslis zelf of u de werknemer op de klachtencommissie wijst. Wilt u dat niet, kies dan `routes: [uitleg_bedrijfsarts]`.",
        Ernst.OORDEEL,
        grond=f"{_BIJLAGE}: Commissie Klachtenbehandeling Aanstellingskeuringen; beslishulp van een aanbieder: geen alternatief",
    ),
    Afwijzing,
    "second_opinion_grond_g",
    "second_opinion_routes_g",
)
def weg_bij_een_keuring(_wat: Onderzoek, stuk: Stuk, afwijzing: Afwijzing) -> Iterator[Overtreding]:
    for nummer, reden in enumerate(afwijzing.gronden):
        if reden.code is Grondcode.G:
            yield Overtreding("SO-34", stuk.bestand, ("gronden", nummer, "code"))
