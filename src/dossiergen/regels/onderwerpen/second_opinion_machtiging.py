"""SO-18 to SO-21: consent for each kind of data, and whether what was handed over rests on it."""

from collections.abc import Iterator

from dossiergen.finding import CATALOGUS, Overtreding, Soort
from dossiergen.regels.onderzoek import Onderzoek, Verzoekonderzoek
from dossiergen.regels.regel import stukregel, verzoekregel
from dossiergen.regels.verzoeken import raadpleging_van
from dossiergen.zaak import Stuk
from dossiergen.zaak.second_opinion import Gegevenssoort
from dossiergen.zaak.second_opinion_stukken import Aanvraag, MachtigingOverdracht, Toestemming
from dossiergen.zaak.vertrouwelijk import StukVoorBeideArtsen
from dossiergen.zaak.yaml import Pad

__all__: list[str] = []

_TOESTEMMING = "Arbobesluit, art. 2.14d lid 4; Algemene verordening gegevensbescherming, art. 7 en 9"
_LEG_VAST = (
    "Wat is overgedragen, is niet terug te nemen: bespreek het met de werknemer, en leg vast wat u afspreekt."
)


@stukregel(CATALOGUS["SO-18"], MachtigingOverdracht, "second_opinion_toestemming", concept_mag=True)
def soort_zonder_antwoord(
    _wat: Onderzoek, stuk: Stuk, machtiging: MachtigingOverdracht
) -> Iterator[Overtreding]:
    for soort in Toestemming.model_fields:
        if getattr(machtiging.toestemming, soort) is None:
            melding = "Voor dit soort gegevens staat er geen ja en geen nee."
            oplossing = "Vul `ja` of `nee` in, zoals de werknemer het aankruiste."
            yield Overtreding("SO-18", stuk.bestand, ("toestemming", soort), melding, oplossing=oplossing)


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
    """Information on the workplace needs no consent."""
    overdracht, machtiging = over.verzoek.overdracht, over.verzoek.machtiging_overdracht
    for nummer, soort in enumerate(overdracht.gegevens) if overdracht else ():
        if soort is Gegevenssoort.WERKPLEK:
            continue
        if machtiging is None:
            yield over.overtreding("SO-19", "overdracht", "gegevens", nummer)
        elif not getattr(machtiging.toestemming, soort.value):
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
    if machtiging is None:
        melding = "Er zijn gegevens overgedragen, en er is geen machtiging."
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
