"""SO-22 to SO-25, SO-33 and SO-35: the advice, to whom the employee lets it go, and what comes of it."""

import datetime as dt
from collections.abc import Iterator

from dossiergen.finding import CATALOGUS, Ernst, Overtreding, Soort
from dossiergen.regels.onderzoek import Onderzoek, Verzoekonderzoek
from dossiergen.regels.regel import stukregel, verzoekregel
from dossiergen.regels.teksten import teksten_van
from dossiergen.regels.verzoeken import is_vast, stappen
from dossiergen.regels.zinnen import letters, zinnen
from dossiergen.termijnen import Stand
from dossiergen.zaak import Stuk
from dossiergen.zaak.probleemanalyse import BijstellingProbleemanalyse
from dossiergen.zaak.second_opinion import Processtap
from dossiergen.zaak.second_opinion_stukken import Overname, Reactie, Vrijgave
from dossiergen.zaak.yaml import Pad

__all__: list[str] = []

_NVAB = "NVAB, veelgestelde vragen over de second opinion"
_STAPPEN = "processtappen voor werknemers, stap 7"
_EINDE = (Processtap.VRIJGEGEVEN, Processtap.GEBLOKKEERD, Processtap.AFGEROND)
# Own limits: a shorter reason explains nothing, and a shorter sentence can be anybody's.
_KORTSTE_REDEN = 40
_KORTSTE_ZIN = 20


@verzoekregel(
    Soort(
        "SO-22",
        "De werknemer besliste over het advies voordat het met hem was besproken.",
        "Kijk de datums na. Kloppen ze, bespreek het advies dan eerst, en laat de werknemer opnieuw beslissen.",
        grond=_STAPPEN,
    ),
    "second_opinion",
)
def beslist_voor_het_gesprek(over: Verzoekonderzoek) -> Iterator[Overtreding]:
    besproken = [stap.op for _, stap in stappen(over.verzoek, Processtap.ADVIES_BESPROKEN)]
    for nummer, stap in stappen(over.verzoek, Processtap.VRIJGEGEVEN, Processtap.GEBLOKKEERD):
        if any(stap.op < dag for dag in besproken):
            yield over.overtreding("SO-22", "verloop", nummer, "op", stopt=False)
    vrijgave = over.verzoek.vrijgave
    if vrijgave is None:
        return
    getekend = vrijgave.ondertekening.werknemer.getekend_op if vrijgave.ondertekening.werknemer else None
    beslist: tuple[tuple[Pad, dt.date | None], ...] = (
        (("vrijgave", "datum"), vrijgave.datum),
        (("vrijgave", "ondertekening", "werknemer", "getekend_op"), getekend),
    )
    for pad, dag in beslist:
        if dag and dag < vrijgave.besproken_op:
            ernst = None if is_vast(vrijgave) else Ernst.WAARSCHUWING
            yield over.overtreding("SO-22", *pad, ernst=ernst, elders=over.hier("vrijgave", "besproken_op"))
    yield from _besproken_voor_het_advies(over, vrijgave)


def _besproken_voor_het_advies(over: Verzoekonderzoek, vrijgave: Vrijgave) -> Iterator[Overtreding]:
    """Nobody discusses an advice before the consult that it rests on, or before it is written."""
    consulten = stappen(over.verzoek, Processtap.CONSULT)
    eerder: list[tuple[dt.date, Pad]] = [
        (stap.op, ("verloop", nummer, "op")) for nummer, stap in consulten[-1:]
    ]
    if over.verzoek.advies:
        eerder.append((over.verzoek.advies.datum, ("advies", "datum")))
    for dag, daar in eerder:
        if vrijgave.besproken_op < dag:
            yield over.overtreding(
                "SO-22",
                "vrijgave",
                "besproken_op",
                melding="Het advies is volgens deze datum besproken voordat het er was.",
                ernst=Ernst.WAARSCHUWING,
                oplossing="Kijk de datums van consult, advies en gesprek na.",
                elders=over.hier(*daar),
            )


@verzoekregel(
    Soort(
        "SO-23",
        "Het advies staat hier, en de werknemer heeft het niet vrijgegeven.",
        "Haal de tekst weg tot de werknemer de vrijgave heeft getekend, met `aan_bedrijfsarts: ja`.",
        grond=f"recht om het advies tegen te houden; {_STAPPEN}",
        aanvaardbaar=False,
    ),
    "second_opinion_toestemming",
)
def advies_niet_vrijgegeven(over: Verzoekonderzoek) -> Iterator[Overtreding]:
    """Without the signature it is not released."""
    advies, vrijgave = over.verzoek.advies, over.verzoek.vrijgave
    handtekening = vrijgave.ondertekening.werknemer if vrijgave else None
    getekend = handtekening is not None and handtekening.getekend_op is not None
    if not (vrijgave and vrijgave.aan_bedrijfsarts and getekend):
        if advies and advies.kern:
            yield over.overtreding("SO-23", "advies", "kern")
        if over.verzoek.reactie is not None:
            melding = "Dit is een reactie op een advies dat de werknemer niet heeft vrijgegeven."
            oplossing = "Leg eerst de getekende vrijgave vast, of haal de reactie weg."
            ernst = None if is_vast(over.verzoek.reactie) else Ernst.WAARSCHUWING
            yield over.overtreding("SO-23", "reactie", melding=melding, oplossing=oplossing, ernst=ernst)
    if not (vrijgave and vrijgave.aan_werkgever and getekend):
        yield from _bij_de_werkgever(over)


def _bij_de_werkgever(over: Verzoekonderzoek) -> Iterator[Overtreding]:
    """A sentence of it that an open document has as well, and that the own bedrijfsarts did not make his own advice.

    What stood there before the advice, cannot come out of it.
    """
    advies, reactie = over.verzoek.advies, over.verzoek.reactie
    if advies is None or advies.kern is None:
        return
    eigen = letters(reactie.nieuw_advies or "") if reactie else ""
    kern = {letters(zin) for zin in zinnen(advies.kern)}
    geheim = {zin for zin in kern if len(zin) >= _KORTSTE_ZIN and zin not in eigen}
    eerder, elders = set[str](), list[tuple[str, Pad]]()
    for stuk in sorted(over.wat.zaak.stukken, key=lambda stuk: stuk.gegevens.datum):
        for pad, tekst in teksten_van(stuk.gegevens).elk() if geheim else ():
            hier = letters(tekst)
            staan = {zin for zin in geheim if zin in hier}
            if stuk.gegevens.datum < advies.datum:
                eerder |= staan
            elif staan - eerder:
                elders.append((stuk.bestand, pad))
    if elders:
        melding = "Een zin van het advies staat ook in een stuk dat de werkgever leest."
        oplossing = (
            "Haal de zin uit het stuk van de werkgever. Neemt u het advies over, schrijf dan uw eigen advies."
        )
        yield over.overtreding(
            "SO-23", "advies", "kern", melding=melding, oplossing=oplossing, elders=tuple(elders)
        )


@stukregel(CATALOGUS["SO-24"], Reactie, "second_opinion", concept_mag=True)
def reactie_zonder_redenen(_wat: Onderzoek, stuk: Stuk, reactie: Reactie) -> Iterator[Overtreding]:
    if reactie.redenen is None:
        yield Overtreding("SO-24", stuk.bestand, ("redenen",), "De redenen ontbreken.")
    elif len(" ".join(reactie.redenen.split())) < _KORTSTE_REDEN:
        melding = (
            f"De redenen zijn korter dan {_KORTSTE_REDEN} tekens; dat is een eigen grens van dossiergen."
        )
        yield Overtreding("SO-24", stuk.bestand, ("redenen",), melding)


@stukregel(CATALOGUS["SO-24"], Reactie, "second_opinion")
def wat_is_overgenomen(_wat: Onderzoek, stuk: Stuk, reactie: Reactie) -> Iterator[Overtreding]:
    if reactie.overname is Overname.GEDEELTELIJK:
        for veld, wat in (("overgenomen", "wel"), ("niet_overgenomen", "niet")):
            if getattr(reactie, veld) is None:
                melding, oplossing = f"Er staat niet wat u {wat} overneemt.", f"Vul `{veld}` in."
                yield Overtreding("SO-24", stuk.bestand, (veld,), melding, Ernst.WAARSCHUWING, oplossing)
    for overname, veld in ((Overname.GEHEEL, "niet_overgenomen"), (Overname.NIET, "overgenomen")):
        if reactie.overname is overname and getattr(reactie, veld) is not None:
            melding, oplossing = "Dit veld past niet bij `overname`.", "Haal het weg, of kies `gedeeltelijk`."
            yield Overtreding("SO-24", stuk.bestand, (veld,), melding, Ernst.WAARSCHUWING, oplossing)


@stukregel(CATALOGUS["SO-24"], Reactie, "second_opinion")
def advies_na_de_reactie(_wat: Onderzoek, stuk: Stuk, reactie: Reactie) -> Iterator[Overtreding]:
    if reactie.advies_gewijzigd and reactie.nieuw_advies is None:
        melding, oplossing = (
            "Uw advies verandert, en het nieuwe advies staat er niet.",
            "Vul `nieuw_advies` in.",
        )
        yield Overtreding("SO-24", stuk.bestand, ("nieuw_advies",), melding, Ernst.WAARSCHUWING, oplossing)
    if reactie.nieuw_advies is not None and not reactie.advies_gewijzigd:
        melding = "Er staat een nieuw advies, en volgens `advies_gewijzigd` verandert uw advies niet."
        oplossing = "Zet `advies_gewijzigd` op ja, of haal `nieuw_advies` weg: de brief noemt het dan niet."
        yield Overtreding("SO-24", stuk.bestand, ("nieuw_advies",), melding, Ernst.WAARSCHUWING, oplossing)
    if reactie.overname is Overname.NIET and reactie.advies_gewijzigd:
        melding = "U neemt het advies niet over, en toch verandert uw eigen advies."
        oplossing = "Kan dit kloppen, leg dan bij `redenen` uit waardoor uw advies verandert."
        yield Overtreding("SO-24", stuk.bestand, ("advies_gewijzigd",), melding, Ernst.OORDEEL, oplossing)


@verzoekregel(
    Soort(
        "SO-25",
        "Uw advies is gewijzigd, en de stukken die daarop volgen, zijn er nog niet.",
        "Maak een bijstelling van de probleemanalyse. Daarna stellen werkgever en werknemer het plan van aanpak bij.",
        Ernst.WAARSCHUWING,
        grond="Regeling procesgang eerste en tweede ziektejaar, art. 4 lid 5",
        stopt=False,
    ),
    "bijstelling_na_probleemanalyse",
)
def advies_gewijzigd_zonder_gevolg(over: Verzoekonderzoek) -> Iterator[Overtreding]:
    """The law gives the plan two weeks; what goes before it, is measured by the same."""
    reactie, wat, pad = over.verzoek.reactie, over.wat, ("reactie", "advies_gewijzigd")
    if reactie is None or not reactie.advies_gewijzigd or not is_vast(reactie):
        return
    volgt = [
        stuk
        for stuk in wat.stukken(BijstellingProbleemanalyse)
        if is_vast(stuk.gegevens) and stuk.gegevens.datum >= reactie.datum
    ]
    if not volgt:
        dagen = wat.recht.dagen("bijstelling_na_probleemanalyse", over.verzoek.verzoek.ontvangen_op)
        laat = wat.peildatum > reactie.datum + dt.timedelta(days=dagen)
        melding = "Uw advies is gewijzigd, en er is nog geen bijgestelde probleemanalyse."
        yield over.overtreding("SO-25", *pad, melding=melding, ernst=None if laat else Ernst.INFO)
        return
    stuk = volgt[0]
    for mijlpaal in wat.kalender.alle("bijstelling_plan") if wat.kalender else ():
        te_laat = mijlpaal.stand in {Stand.TE_LAAT, Stand.TE_LAAT_VOLDAAN}
        if mijlpaal.volgnummer == stuk.volgnummer and te_laat:
            melding = "Na uw gewijzigde advies is het plan van aanpak niet op tijd bijgesteld."
            elders: tuple[tuple[str, Pad], ...] = ((stuk.bestand, ("datum",)),)
            yield over.overtreding("SO-25", *pad, melding=melding, elders=elders)


@verzoekregel(
    Soort(
        "SO-33",
        "Of de werkgever hoort dat de second opinion is afgerond, daarover spreken bronnen elkaar tegen.",
        "Vraag de werknemer wat hij wil. Zegt hij geen ja, stuur de werkgever dan niets.",
        Ernst.OORDEEL,
        grond=f"{_NVAB}: niets zonder toestemming; werkwijze van de aanbieder: bericht van de afronding",
    ),
    "second_opinion",
    "second_opinion_afrondingsbericht",
)
def bericht_van_de_afronding(over: Verzoekonderzoek) -> Iterator[Overtreding]:
    """Once, where the request came to its end."""
    eindes = stappen(over.verzoek, *_EINDE)
    if eindes and over.werkwijze and over.werkwijze.geldt("bericht_afronding", eindes[0][1].op):
        melding = (
            "De aanbieder stuurt de werkgever bericht van de afronding. Volgens de NVAB mag dat niet zonder "
            "toestemming van de werknemer."
        )
        yield over.overtreding("SO-33", "verloop", eindes[0][0], "stap", melding=melding)


@stukregel(
    Soort(
        "SO-35",
        "Het advies gaat ook naar de werkgever. Die heeft genoeg aan een tekst over wat iemand wel en niet kan.",
        "Vraag de werknemer of een functionele tekst volstaat. Zo nee, leg vast dat hij weet wat de werkgever leest.",
        Ernst.WAARSCHUWING,
        grond=f"werkwijze van een aanbieder: vrijgave aan bedrijfsarts en/of werkgever; {_NVAB}: alleen het gewijzigde advies",
    ),
    Vrijgave,
    "second_opinion_bericht_werkgever",
)
def naar_de_werkgever(_wat: Onderzoek, stuk: Stuk, vrijgave: Vrijgave) -> Iterator[Overtreding]:
    pad = ("aan_werkgever",)
    if vrijgave.aan_werkgever:
        yield Overtreding("SO-35", stuk.bestand, pad)
    if vrijgave.aan_werkgever and not vrijgave.aan_bedrijfsarts:
        melding = (
            "Het advies gaat naar de werkgever en niet naar de eigen bedrijfsarts. Of dat kan, daarover spreken "
            "bronnen elkaar tegen."
        )
        oplossing = "Vraag de werknemer of hij dit bedoelt: de eigen bedrijfsarts kan er dan niets mee doen."
        yield Overtreding("SO-35", stuk.bestand, pad, melding, Ernst.OORDEEL, oplossing)
