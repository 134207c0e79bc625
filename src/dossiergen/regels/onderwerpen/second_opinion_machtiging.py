"""SO-18 to SO-21 and SO-39: consent for each kind of data, and whether what was handed over rests on it."""

import datetime as dt
from collections.abc import Iterator

from dossiergen.finding import CATALOGUS, Ernst, Overtreding, Soort
from dossiergen.regels.onderzoek import Onderzoek, Verzoekonderzoek
from dossiergen.regels.regel import stukregel, verzoekregel
from dossiergen.regels.verzoeken import raadpleging_van, stappen
from dossiergen.regels.zinnen import letters, zinnen
from dossiergen.zaak import Stuk
from dossiergen.zaak.second_opinion import Gegevenssoort, Processtap
from dossiergen.zaak.second_opinion_stukken import (
    Aanvraag,
    MachtigingAanvullend,
    MachtigingOverdracht,
    Toestemming,
)
from dossiergen.zaak.tekst import MAANDEN
from dossiergen.zaak.vertrouwelijk import StukVoorBeideArtsen
from dossiergen.zaak.yaml import Pad

__all__: list[str] = []

_TOESTEMMING = "Arbobesluit, art. 2.14d lid 4; Algemene verordening gegevensbescherming, art. 7 en 9"
# Own limits: a shorter sentence can be anybody's, and a day in the first week tells the first.
_KORTSTE_ZIN = 20
_EERSTE_WEEK = 7
_LEG_VAST = (
    "Staat de machtiging op papier, leg haar dan hier vast. Is zij er niet: wat is overgedragen, is niet terug te nemen. "
    "Bespreek het met de werknemer, en leg vast wat u afspreekt."
)


@stukregel(CATALOGUS["SO-18"], MachtigingOverdracht, "second_opinion_toestemming", concept_mag=True)
def soort_zonder_antwoord(
    _wat: Onderzoek, stuk: Stuk, machtiging: MachtigingOverdracht
) -> Iterator[Overtreding]:
    for soort, field in Toestemming.model_fields.items():
        if getattr(machtiging.toestemming, soort) is None:
            melding = f"Er staat geen ja en geen nee bij: {field.description}"
            oplossing = "Vul `ja` of `nee` in, zoals de werknemer het aankruiste."
            yield Overtreding("SO-18", stuk.bestand, ("toestemming", soort), melding, oplossing=oplossing)


@stukregel(CATALOGUS["SO-18"], MachtigingAanvullend, "second_opinion_toestemming", concept_mag=True)
def behandelaar_zonder_antwoord(
    _wat: Onderzoek, stuk: Stuk, machtiging: MachtigingAanvullend
) -> Iterator[Overtreding]:
    if machtiging.akkoord is None:
        melding = "Voor deze behandelaar staat er geen ja en geen nee."
        oplossing = "Vul bij `akkoord` `ja` of `nee` in, zoals de werknemer het aankruiste."
        yield Overtreding("SO-18", stuk.bestand, ("akkoord",), melding, oplossing=oplossing)


@verzoekregel(
    Soort(
        "SO-19",
        "Deze gegevens zijn overgedragen zonder dat de werknemer er ja op zei.",
        _LEG_VAST,
        grond=_TOESTEMMING,
        stopt=False,
    ),
    "second_opinion_toestemming",
    "second_opinion_werkplek_toestemming",
)
def overgedragen_zonder_ja(over: Verzoekonderzoek) -> Iterator[Overtreding]:
    """Information on the workplace needs no consent. Where there is no form at all, SO-20 says so once."""
    overdracht, machtiging = over.verzoek.overdracht, over.verzoek.machtiging_overdracht
    for nummer, soort in enumerate(overdracht.gegevens) if overdracht else ():
        if machtiging is None or soort is Gegevenssoort.WERKPLEK:
            continue
        if not getattr(machtiging.toestemming, soort.value):
            elders = over.hier("machtiging_overdracht", "toestemming", soort.value)
            yield over.overtreding("SO-19", "overdracht", "gegevens", nummer, elders=elders)


@verzoekregel(
    Soort(
        "SO-20",
        "Er zijn gegevens overgedragen zonder een machtiging die toen gold.",
        _LEG_VAST,
        grond=_TOESTEMMING,
        stopt=False,
    ),
    "second_opinion_toestemming",
)
def overgedragen_zonder_machtiging(over: Verzoekonderzoek) -> Iterator[Overtreding]:
    overdracht, machtiging = over.verzoek.overdracht, over.verzoek.machtiging_overdracht
    if overdracht is None or set(overdracht.gegevens) == {Gegevenssoort.WERKPLEK}:
        return
    getekend_op: Pad = ("machtiging_overdracht", "ondertekening", "werknemer", "getekend_op")
    handtekening = machtiging.ondertekening.werknemer if machtiging else None
    daar: Pad = ()
    gestopt = [
        nummer
        for nummer, stap in stappen(over.verzoek, Processtap.MACHTIGING_GEWEIGERD, Processtap.INGETROKKEN)
        if stap.op <= overdracht.op
    ]
    if machtiging is None:
        melding = "Er zijn gegevens overgedragen, en er is geen machtiging."
    elif gestopt:
        melding = "Er zijn gegevens overgedragen nadat de werknemer weigerde of het verzoek introk."
        daar = ("verloop", gestopt[-1], "stap")
    elif handtekening is None or handtekening.getekend_op is None:
        melding, daar = "De werknemer heeft de machtiging voor deze overdracht niet getekend.", getekend_op
    elif handtekening.getekend_op > overdracht.op:
        melding, daar = (
            "De gegevens zijn overgedragen voordat de werknemer de machtiging tekende.",
            getekend_op,
        )
    elif machtiging.geldig_tot_en_met and machtiging.geldig_tot_en_met < overdracht.op:
        melding = "De machtiging gold op de dag van de overdracht niet meer."
        daar = ("machtiging_overdracht", "geldig_tot_en_met")
    else:
        return
    elders = over.hier(*daar) if daar else ()
    yield over.overtreding("SO-20", "overdracht", "op", melding=melding, elders=elders)


@stukregel(
    Soort(
        "SO-21",
        "Dit stuk zegt niet welke vraag de andere bedrijfsarts krijgt, of wie dat is.",
        "Vul bij het verzoek `vraagstelling` en `keuze` in.",
        grond="Arbobesluit, art. 2.14d lid 4; werkwijze van aanbieders: een heldere vraagstelling",
        aanvaardbaar=False,
    ),
    StukVoorBeideArtsen,
    "second_opinion_toestemming",
    concept_mag=True,
)
def zonder_vraag_of_arts(_wat: Onderzoek, stuk: Stuk, gegevens: StukVoorBeideArtsen) -> Iterator[Overtreding]:
    """At the document, which is then not made: other documents of the request do not need them."""
    raadpleging = raadpleging_van(stuk)
    if raadpleging is None or not isinstance(gegevens, Aanvraag | MachtigingOverdracht):
        return
    mist = [naam for naam in ("vraagstelling", "keuze") if getattr(raadpleging, naam) is None]
    if mist:
        melding = f"Bij het verzoek ontbreekt {' en '.join(f'`{naam}`' for naam in mist)}."
        yield Overtreding("SO-21", stuk.bestand, (), melding)


@verzoekregel(
    Soort(
        "SO-39",
        "Hier staat iets voor de andere bedrijfsarts waarvoor de werknemer geen toestemming gaf.",
        "Haal het weg, of vraag de werknemer om toestemming en leg die vast bij `toestemming`.",
        Ernst.WAARSCHUWING,
        grond=_TOESTEMMING,
    ),
    "second_opinion_toestemming",
)
def gezegd_zonder_toestemming(over: Verzoekonderzoek) -> Iterator[Overtreding]:
    """The question and the reason for doubt stand on papers for the other doctor, and so does a period."""
    verzoek, machtiging = over.verzoek, over.verzoek.machtiging_overdracht
    gegeven = machtiging.toestemming if machtiging else Toestemming()
    eerste_ziektedag = over.wat.eerste_ziektedag
    advies = {letters(zin) for zin in zinnen(verzoek.verzoek.advies or "")} - {""}
    lang = {zin for zin in advies if len(zin) >= _KORTSTE_ZIN}
    for pad, tekst in (
        (("vraagstelling",), verzoek.vraagstelling),
        (("verzoek", "twijfel"), verzoek.verzoek.twijfel),
    ):
        hier = letters(tekst or "")
        if not gegeven.advies_in_geding and any(zin in hier for zin in lang):
            melding = "Deze tekst gaat naar de andere bedrijfsarts en herhaalt het advies, zonder toestemming daarvoor."
            yield over.overtreding("SO-39", *pad, melding=melding, elders=over.hier("verzoek", "advies"))
        if not gegeven.verzuimgegevens and any(dag in hier for dag in _geschreven(eerste_ziektedag)):
            melding = "Deze tekst gaat naar de andere bedrijfsarts en noemt de eerste ziektedag, zonder toestemming daarvoor."
            yield over.overtreding("SO-39", *pad, melding=melding)
    if machtiging and machtiging.periode and not gegeven.verzuimgegevens:
        dagen = (machtiging.periode.van - eerste_ziektedag).days
        if 0 <= dagen < _EERSTE_WEEK:
            melding = (
                "Deze periode begint in de eerste week van het verzuim, en verraadt zo de eerste ziektedag."
            )
            oplossing = "Laat de periode eerder beginnen, bijvoorbeeld op 1 januari."
            daar = ("machtiging_overdracht", "periode", "van")
            yield over.overtreding("SO-39", *daar, melding=melding, oplossing=oplossing)


def _geschreven(dag: dt.date) -> Iterator[str]:
    """As the texts have it, letters and digits alone: 16februari2026, 16022026, 20260216."""
    maand = MAANDEN[dag.month - 1]
    yield from (
        f"{dag.day}{maand}{dag.year}",
        f"{dag.day:02}{maand}{dag.year}",
        f"{dag:%d%m%Y}",
        f"{dag:%Y%m%d}",
    )
