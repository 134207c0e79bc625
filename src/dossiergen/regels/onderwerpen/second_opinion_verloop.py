"""SO-26 and SO-31: the steps of a request, their order and their documents, and how long the provider gives them."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from dossiergen.finding import Ernst, Overtreding, Soort
from dossiergen.regels.onderzoek import Bijzonderheden, Verzoekonderzoek
from dossiergen.regels.regel import verzoekregel
from dossiergen.regels.verzoeken import is_vast, stappen
from dossiergen.second_opinion import mogelijk_na
from dossiergen.zaak.second_opinion import Processtap

__all__: list[str] = []

_S = Processtap
_TERMIJNEN: Mapping[tuple[Processtap, Processtap], str] = {
    (_S.VOORSTEL_ARTSEN, _S.KEUZE_GEMAAKT): "keuze",
    (_S.VOORSTEL_ARTSEN, _S.KEUZE_BUITEN_CONTRACT): "keuze",
    (_S.MACHTIGING_GETEKEND, _S.AANVRAAG_COMPLEET): "antwoord",
    (_S.AANVRAAG_COMPLEET, _S.CONSULT): "consult",
}
_STUK_BIJ_STAP: Mapping[str, tuple[Processtap, ...]] = {
    "afwijzing": (_S.AFGEWEZEN,),
    "toekenning": (_S.TOEGEKEND,),
    "vrijgave": (_S.VRIJGEGEVEN, _S.GEBLOKKEERD),
    "reactie": (_S.REACTIE,),
    "machtiging_overdracht": (_S.MACHTIGING_GETEKEND, _S.MACHTIGING_GEWEIGERD),
}


@verzoekregel(
    Soort(
        "SO-26",
        "Deze stap is later dan de werkwijze van de aanbieder noemt. Dat is een afspraak van de aanbieder, geen wet.",
        "U hoeft niets te herstellen. Leg in uw dossier vast waarom het langer duurde.",
        Ernst.WAARSCHUWING,
        grond="werkwijze van wie de second opinions regelt",
        stopt=False,
    ),
    "second_opinion",
)
def later_dan_de_werkwijze(over: Verzoekonderzoek) -> Iterator[Overtreding]:
    """Only between two steps that follow each other: after another choice the first proposal says nothing any more."""
    if over.werkwijze is None:
        return
    for nummer, (vorige, stap) in enumerate(pairwise(over.verzoek.verloop), 1):
        termijn = _TERMIJNEN.get((vorige.stap, stap.stap))
        uiterlijk = over.werkwijze.uiterlijk(termijn, vorige.op) if termijn else None
        if uiterlijk and stap.op > uiterlijk:
            elders = over.hier("verloop", nummer - 1, "op")
            yield over.overtreding("SO-26", "verloop", nummer, "op", elders=elders)


_VERLOOP = Soort(
    "SO-31",
    "Deze stap kan hier niet.",
    "Kijk na of er een stap ontbreekt, of een naam of datum verkeerd is.",
    grond="processtappen voor werknemers; Arbobesluit, art. 2.14d",
    stopt=False,
)


_INGETROKKEN: Bijzonderheden = {
    "melding": "De bronnen kennen intrekken alleen tussen het gesprek en het besluit.",
    "ernst": Ernst.OORDEEL,
    "oplossing": "Bevestig aan de werknemer dat het verzoek is ingetrokken, en draag niets meer over.",
}


@verzoekregel(_VERLOOP, "second_opinion")
def stap_kan_niet(over: Verzoekonderzoek) -> Iterator[Overtreding]:
    """Which steps can, is shown on a terminal only: a message never tells how far a request is."""
    vorige: Processtap | None = None
    for nummer, stap in enumerate(over.verzoek.verloop):
        mogelijk = mogelijk_na(vorige)
        if stap.stap is _S.INGETROKKEN and vorige is not None and mogelijk:
            # The sources name it before the decision only; but what somebody asked, he can always take back.
            if stap.stap not in mogelijk:
                yield over.overtreding("SO-31", "verloop", nummer, "stap", **_INGETROKKEN)
        elif stap.stap not in mogelijk:
            melding = "Deze stap kan niet volgen op de vorige."
            if vorige is None:
                melding = "Een verzoek begint met de stap `verzoek_ontvangen`."
            elif not mogelijk:
                melding = "Na de vorige stap is het verzoek ten einde."
            yield over.overtreding(
                "SO-31", "verloop", nummer, "stap", melding=melding, voorstel=", ".join(mogelijk)
            )
        vorige = stap.stap


@verzoekregel(_VERLOOP, "second_opinion")
def dag_kan_niet(over: Verzoekonderzoek) -> Iterator[Overtreding]:
    verloop, ontvangen_op = over.verzoek.verloop, over.verzoek.verzoek.ontvangen_op
    oplossing = "Kijk de datums na."
    if verloop[0].op != ontvangen_op:
        yield over.overtreding(
            "SO-31",
            "verloop",
            0,
            "op",
            melding="De eerste stap is van een andere dag dan `ontvangen_op`.",
            ernst=Ernst.WAARSCHUWING,
            oplossing=oplossing,
            elders=over.hier("verzoek", "ontvangen_op"),
        )
    for nummer, (vorige, stap) in enumerate(pairwise(verloop), 1):
        if stap.op < vorige.op:
            pad, elders = ("verloop", nummer, "op"), over.hier("verloop", nummer - 1, "op")
            melding = "Deze stap is van vóór de vorige."
            yield over.overtreding("SO-31", *pad, melding=melding, oplossing=oplossing, elders=elders)
    for nummer, stap in enumerate(verloop):
        if stap.op > over.wat.peildatum:
            melding, oplossing = (
                "Deze stap ligt na de peildatum.",
                "Controleer de datum, of geef een latere --peildatum.",
            )
            yield over.overtreding("SO-31", "verloop", nummer, "op", melding=melding, oplossing=oplossing)


@verzoekregel(_VERLOOP, "second_opinion")
def stap_en_stuk(over: Verzoekonderzoek) -> Iterator[Overtreding]:
    """A fixed document and its step go together; which of them is missing, only a human knows."""
    for naam, soorten in _STUK_BIJ_STAP.items():
        gezet, stuk = stappen(over.verzoek, *soorten), getattr(over.verzoek, naam)
        if is_vast(stuk) and not gezet:
            melding, oplossing = (
                "Dit stuk is vastgesteld, en de stap staat niet in `verloop`.",
                "Voeg de stap toe.",
            )
            yield over.overtreding(
                "SO-31", naam, "status", melding=melding, ernst=Ernst.WAARSCHUWING, oplossing=oplossing
            )
        elif gezet and not is_vast(stuk):
            melding = "Deze stap is gezet, en het stuk is er niet" + (
                " of is nog een concept." if stuk else "."
            )
            oplossing = f"Maak `{naam}`, of stel het vast."
            yield over.overtreding(
                "SO-31",
                "verloop",
                gezet[-1][0],
                "stap",
                melding=melding,
                ernst=Ernst.WAARSCHUWING,
                oplossing=oplossing,
            )


@verzoekregel(_VERLOOP, "second_opinion")
def stukken_spreken_elkaar_tegen(over: Verzoekonderzoek) -> Iterator[Overtreding]:
    verzoek = over.verzoek
    if is_vast(verzoek.afwijzing) and is_vast(verzoek.toekenning):
        melding = "Dit verzoek is afgewezen en ook toegekend."
        oplossing = "Een nieuw verzoek na een afwijzing is een eigen onderdeel van `second_opinions`."
        elders = over.hier("afwijzing", "status")
        yield over.overtreding(
            "SO-31", "toekenning", "status", melding=melding, oplossing=oplossing, elders=elders
        )
    vrijgave, geblokkeerd = verzoek.vrijgave, stappen(verzoek, _S.GEBLOKKEERD)
    if vrijgave and is_vast(vrijgave):
        tegen = stappen(verzoek, _S.VRIJGEGEVEN) if not vrijgave.aan_bedrijfsarts else geblokkeerd
        for nummer, _ in tegen:
            melding = "Deze stap zegt iets anders dan de werknemer in de vrijgave."
            oplossing = "Kies `vrijgegeven` bij `aan_bedrijfsarts: ja`, en anders `geblokkeerd`. Verbeter wat niet klopt."
            elders = over.hier("vrijgave", "aan_bedrijfsarts")
            yield over.overtreding(
                "SO-31", "verloop", nummer, "stap", melding=melding, oplossing=oplossing, elders=elders
            )
    if verzoek.afsluitbericht and not geblokkeerd:
        yield over.overtreding(
            "SO-31",
            "afsluitbericht",
            melding="Dit bericht zegt dat er geen advies volgt, en volgens `verloop` hield de werknemer het niet tegen.",
            ernst=None if is_vast(verzoek.afsluitbericht) else Ernst.WAARSCHUWING,
            oplossing="Zet de stap `geblokkeerd` in `verloop`, of haal het bericht weg.",
        )
