"""CAL-19 to CAL-26: the reports to UWV, the last documents, the verslag and the application."""

import datetime as dt
from collections.abc import Iterator

from dossiergen.finding import Ernst, Overtreding, Soort
from dossiergen.recht import Recht
from dossiergen.regels.afwijking import nog_niet, te_laat
from dossiergen.regels.onderzoek import Onderzoek
from dossiergen.regels.regel import stukregel, zaakregel
from dossiergen.termijnen import Mijlpaal, Stand, is_feestdag
from dossiergen.zaak import Status, Stuk
from dossiergen.zaak.plan_van_aanpak import Eindevaluatie, Reintegratieverslag
from dossiergen.zaak.probleemanalyse import ActueelOordeel
from dossiergen.zaak.stukgegevens import Stukgegevens

__all__: list[str] = []

_MELDING = ("verzuim", "uwv_melding_42e_week")
_EERSTE_DAG = ("verzuim", "eerste_ziektedag")
_VRIJDAG = 5
_NIET_MEER_TE_HERSTELLEN = "Dit is niet meer te herstellen. Leg in het dossier vast waarom het later werd."


@zaakregel(
    Soort(
        "CAL-19",
        "De 42e-weeksmelding aan UWV is te laat of nog niet gedaan.",
        "Meld de ziekte bij UWV en vul `uwv_melding_42e_week` in. UWV kan een boete opleggen.",
        Ernst.WAARSCHUWING,
        grond="Ziektewet, art. 38 lid 1 en 3",
        stopt=False,
    ),
    "melding_42e_week",
)
def melding_42e_week_te_laat(wat: Onderzoek) -> Iterator[Overtreding]:
    """Due on the first day after the term; UWV accepts the first working day, which the message says."""
    if wat.kalender is None:
        return
    mijlpaal = wat.kalender.mijlpaal("melding_42e_week")
    uiterlijk = mijlpaal.uiterlijk
    if uiterlijk is None or mijlpaal.stand is Stand.NIET_VAN_TOEPASSING:
        return
    gedaan = wat.verzuim.uwv_melding_42e_week
    op = gedaan or wat.peildatum
    # The law names the first day after the term, UWV the first working day.
    coulant = uiterlijk < op <= _eerste_werkdag(uiterlijk, wat.recht)
    erbij = " UWV aanvaardt de melding op de eerste werkdag nog." if coulant else ""
    if gedaan is None and wat.peildatum >= uiterlijk:
        yield Overtreding("CAL-19", "zaak.yaml", _MELDING, f"De 42e-weeksmelding is nog niet gedaan.{erbij}")
    elif gedaan is not None and gedaan > uiterlijk:
        melding = f"De 42e-weeksmelding is te laat gedaan.{erbij}"
        yield Overtreding("CAL-19", "zaak.yaml", _MELDING, melding, oplossing=_NIET_MEER_TE_HERSTELLEN)


def _eerste_werkdag(dag: dt.date, recht: Recht) -> dt.date:
    """The day itself, or the next one that is in no weekend and no holiday."""
    while dag.isoweekday() > _VRIJDAG or is_feestdag(dag, recht):
        dag += dt.timedelta(days=1)
    return dag


@zaakregel(
    Soort(
        "CAL-20",
        "Zonder 42e-weeksmelding kan een te late WIA-aanvraag voor rekening van de werkgever komen.",
        "Meld de ziekte vandaag nog bij UWV en vul `uwv_melding_42e_week` in.",
        grond="Wet WIA, art. 64 lid 6",
        stopt=False,
    ),
    "melding_42e_week_bescherming",
)
def melding_42e_week_ontbreekt(wat: Onderzoek) -> Iterator[Overtreding]:
    """Not done by the week in which its protection is lost; done after it, there is nothing left to do."""
    if wat.kalender is None or wat.kalender.mijlpaal("melding_42e_week").stand is Stand.NIET_VAN_TOEPASSING:
        return
    grens = wat.kalender.teldagen.dag(wat.recht.dagen("melding_42e_week_bescherming", wat.eerste_ziektedag))
    gedaan = wat.verzuim.uwv_melding_42e_week
    if grens and gedaan is None and wat.peildatum >= grens:
        yield Overtreding("CAL-20", "zaak.yaml", _MELDING)
    elif grens and gedaan and gedaan >= grens:
        melding = "De 42e-weeksmelding kwam zo laat dat zij bij een late WIA-aanvraag niet meer beschermt."
        oplossing = "Bewaak de WIA-aanvraag extra goed."
        yield Overtreding("CAL-20", "zaak.yaml", _MELDING, melding, Ernst.WAARSCHUWING, oplossing)


@stukregel(
    Soort(
        "CAL-21",
        "De eindevaluatie is ouder dan het actuele oordeel waarop zij rust.",
        "Houd de eindevaluatie na het actuele oordeel, of vraag een nieuw oordeel.",
        Ernst.WAARSCHUWING,
        grond="volgorde van de stukken in het re-integratieverslag",
        stopt=False,
    ),
    Eindevaluatie,
)
def eindevaluatie_voor_oordeel(wat: Onderzoek, stuk: Stuk, evaluatie: Eindevaluatie) -> Iterator[Overtreding]:
    """The evaluation uses what the bedrijfsarts wrote."""
    oordeel = wat.eerste(ActueelOordeel)
    if oordeel and evaluatie.datum < oordeel.datum:
        yield Overtreding("CAL-21", stuk.bestand, ("datum",))


_NIET_ACTUEEL = Soort(
    "CAL-22",
    "Dit stuk is te oud om bij de WIA-aanvraag nog actueel te zijn.",
    "Maak het opnieuw, dichter bij de aanvraag.",
    Ernst.WAARSCHUWING,
    grond="gangbaar in de praktijk; geen bron bevestigt de grens",
    stopt=False,
)


@stukregel(_NIET_ACTUEEL, Stukgegevens, "eindstukken_actueel")
def eindstuk_niet_actueel(wat: Onderzoek, stuk: Stuk, gegevens: Stukgegevens) -> Iterator[Overtreding]:
    """Counted back from the application as it was, or from the day on which it is due."""
    if not isinstance(gegevens, Eindevaluatie | ActueelOordeel) or wat.kalender is None:
        return
    mijlpaal = wat.kalender.mijlpaal("wia_aanvraag")
    aanvraag = mijlpaal.voldaan_op or mijlpaal.uiterlijk
    dagen = dt.timedelta(days=wat.recht.dagen("eindstukken_actueel", gegevens.datum))
    if (
        aanvraag
        and mijlpaal.stand is not Stand.NIET_VAN_TOEPASSING
        and gegevens.datum < aanvraag - dagen
        and not wat.kalender.uit_dienst
    ):
        yield Overtreding("CAL-22", stuk.bestand, ("datum",))


@zaakregel(
    Soort(
        "CAL-23",
        "De eindevaluatie is te laat.",
        "Houd de eindevaluatie zo snel mogelijk; het verslag wacht erop.",
        Ernst.WAARSCHUWING,
        grond="praktijk van UWV; Wet WIA, art. 25 lid 3",
        stopt=False,
    ),
    "eindevaluatie",
)
def eindevaluatie_te_laat(wat: Onderzoek) -> Iterator[Overtreding]:
    """Later than the day on which the verslag has to be ready, or not there by then."""
    if wat.kalender is None:
        return
    mijlpaal = wat.kalender.mijlpaal("eindevaluatie")
    stuk = wat.eerste_stuk(Eindevaluatie)
    if mijlpaal.uiterlijk is None:
        return
    if stuk and stuk.gegevens.status is not Status.CONCEPT:
        if stuk.gegevens.datum > mijlpaal.uiterlijk:
            yield te_laat("CAL-23", stuk, "De eindevaluatie is te laat.")
    elif mijlpaal.stand is Stand.TE_LAAT:
        yield nog_niet("CAL-23", stuk, "eindevaluatie")


@zaakregel(
    Soort(
        "CAL-24",
        "De werknemer heeft de kopie van het re-integratieverslag te laat of nog niet.",
        "Geef de werknemer het verslag en vul `kopie_aan_werknemer` in bij het re-integratieverslag.",
        Ernst.WAARSCHUWING,
        grond="Wet WIA, art. 25 lid 3",
        stopt=False,
    ),
    "verslag_voor_einde",
)
def kopie_verslag_te_laat(wat: Onderzoek) -> Iterator[Overtreding]:
    """A fout once the application is due as well: without the verslag it cannot be complete."""
    if wat.kalender is None:
        return
    mijlpaal, aanvraag = wat.kalender.mijlpaal("verslag"), wat.kalender.mijlpaal("wia_aanvraag").uiterlijk
    if mijlpaal.stand not in {Stand.TE_LAAT, Stand.TE_LAAT_VOLDAAN}:
        return
    op = mijlpaal.voldaan_op or wat.peildatum
    ernst = Ernst.FOUT if aanvraag and op > aanvraag else Ernst.WAARSCHUWING
    yield _bij_verslag(wat, "CAL-24", mijlpaal, "kopie_aan_werknemer", ernst)


@zaakregel(
    Soort(
        "CAL-25",
        "De WIA-aanvraag is te laat of nog niet gedaan.",
        "Laat de werknemer meteen aanvragen en vul `wia_aanvraag` in bij het re-integratieverslag. Een late aanvraag verlengt de "
        "loondoorbetaling.",
        grond="Wet WIA, art. 64 lid 3; Burgerlijk Wetboek, art. 7:629 lid 11 a",
        stopt=False,
    ),
    "wia_aanvraag_voor_einde",
)
def wia_aanvraag_te_laat(wat: Onderzoek) -> Iterator[Overtreding]:
    """Later than the term before the end, or not there by then."""
    mijlpaal = wat.kalender.mijlpaal("wia_aanvraag") if wat.kalender else None
    if mijlpaal and mijlpaal.stand in {Stand.TE_LAAT, Stand.TE_LAAT_VOLDAAN}:
        yield _bij_verslag(wat, "CAL-25", mijlpaal, "wia_aanvraag")


@zaakregel(
    Soort(
        "CAL-26",
        "Het re-integratieverslag is niet meteen na de WIA-aanvraag bij UWV ingediend.",
        "Dien het verslag in en vul `ingediend_bij_uwv` in.",
        Ernst.WAARSCHUWING,
        grond="uwv.nl, re-integratieverslag indienen",
        stopt=False,
    ),
    "verslag_na_aanvraag",
)
def verslag_te_laat_ingediend(wat: Onderzoek) -> Iterator[Overtreding]:
    """Counted from the application as it was; before there is one, nothing is late."""
    if wat.kalender is None or wat.kalender.mijlpaal("wia_aanvraag").voldaan_op is None:
        return
    mijlpaal = wat.kalender.mijlpaal("verslag_indienen")
    if mijlpaal.stand in {Stand.TE_LAAT, Stand.TE_LAAT_VOLDAAN}:
        yield _bij_verslag(wat, "CAL-26", mijlpaal, "ingediend_bij_uwv")


def _bij_verslag(
    wat: Onderzoek, code: str, mijlpaal: Mijlpaal, veld: str, ernst: Ernst | None = None
) -> Overtreding:
    """At the verslag, or at the first day of illness where the case has none yet."""
    oplossing = _NIET_MEER_TE_HERSTELLEN if mijlpaal.voldaan_op else ""
    verslag = next(iter(wat.stukken(Reintegratieverslag)), None)
    if verslag is None:
        return Overtreding(code, "zaak.yaml", _EERSTE_DAG, ernst=ernst)
    return Overtreding(code, verslag.bestand, (veld,), ernst=ernst, oplossing=oplossing)
