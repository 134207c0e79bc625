"""EJE-02 to EJE-07: what the first-year evaluation decides about spoor 1 and spoor 2, and on what ground.

There is no EJE-01, for a missing view of a party: PVA-05 asks every document of the parties for both.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping

from dateutil.relativedelta import relativedelta

from dossiergen.finding import Ernst, Overtreding, Soort
from dossiergen.regels.onderwerpen.probleemanalyse import vastgestelde_analyses
from dossiergen.regels.onderzoek import Onderzoek
from dossiergen.regels.regel import stukregel, zaakregel
from dossiergen.termijnen import Stand
from dossiergen.zaak import Stuk
from dossiergen.zaak.gegevens import Werk
from dossiergen.zaak.plan_van_aanpak import (
    Eerstejaarsevaluatie,
    Eindevaluatie,
    OnderzoekStand,
    Spoor2Besluit,
    Spoor2Besluitsoort,
    Spoor2Grond,
)
from dossiergen.zaak.stukgegevens import Benutbaar, Einddoel
from dossiergen.zaak.yaml import Pad

__all__: list[str] = []

_DAG = dt.timedelta(days=1)
_ZAAK = "zaak.yaml"
_KADER = "Beleidsregels beoordelingskader poortwachter"
_WERKWIJZER = "UWV, Werkwijzer Poortwachter (mei 2020), uit de tweede hand"
_GROND: Pad = ("spoor2", "grond")
_MET_SPOOR_2 = frozenset({Spoor2Besluitsoort.STARTEN, Spoor2Besluitsoort.LOOPT})


def _spoor_2(evaluatie: Eerstejaarsevaluatie) -> Spoor2Besluit | None:
    """The decision, where it is that spoor 2 starts or runs."""
    besluit = evaluatie.spoor2
    return besluit if besluit and besluit.besluit in _MET_SPOOR_2 else None


@stukregel(
    Soort(
        "EJE-02",
        "De eerstejaarsevaluatie bevat geen besluit over spoor 2.",
        "Vul bij `spoor2` het besluit in: niet_nodig (met de grond), starten of loopt.",
        grond=f"{_KADER}, § 5",
    ),
    Eerstejaarsevaluatie,
    concept_mag=True,
)
def besluit_spoor_2_ontbreekt(
    _wat: Onderzoek, stuk: Stuk, evaluatie: Eerstejaarsevaluatie
) -> Iterator[Overtreding]:
    """Also where there are no possibilities: then that is the ground of the decision."""
    if evaluatie.spoor2 is None:
        yield Overtreding("EJE-02", stuk.bestand, ("spoor2",))


@stukregel(
    # The paper says truly what was decided; it is the decision that has to be mended, or accepted.
    Soort(
        "EJE-03",
        "Het besluit dat spoor 2 niet nodig is, rust niet op een grond die klopt.",
        "Noem bij `grond` waarom spoor 2 niet nodig is, en vul in waaruit dat blijkt. Is er geen goede grond, besluit dan "
        "om spoor 2 te starten.",
        grond=f"{_KADER}, § 5; {_WERKWIJZER}",
        stopt=False,
    ),
    Eerstejaarsevaluatie,
    "concreet_perspectief",
    "spoor_2_aow_uitzondering",
    concept_mag=True,
)
def spoor_2_zonder_grond_niet_nodig(
    wat: Onderzoek, stuk: Stuk, evaluatie: Eerstejaarsevaluatie
) -> Iterator[Overtreding]:
    """Without a ground, good prospects that the evaluation itself records are ground enough."""
    besluit = evaluatie.spoor2
    if besluit is None or besluit.besluit is not Spoor2Besluitsoort.NIET_NODIG:
        return
    if besluit.grond is not None:
        yield from _GRONDEN[besluit.grond](wat, stuk, evaluatie)
    elif evaluatie.concreet_perspectief and evaluatie.concreet_perspectief.aanwezig:
        yield from _perspectief(wat, stuk, evaluatie)
    else:
        yield Overtreding("EJE-03", stuk.bestand, _GROND, "Het besluit noemt geen grond.")


def _perspectief(wat: Onderzoek, stuk: Stuk, evaluatie: Eerstejaarsevaluatie) -> Iterator[Overtreding]:
    """There, and from the day of the evaluation on within so many months."""
    perspectief = evaluatie.concreet_perspectief
    maanden = wat.recht.getal("concreet_perspectief", evaluatie.datum)
    pad: Pad = ("concreet_perspectief",)
    melding = "Of er concreet perspectief is, is niet ingevuld."
    if perspectief is not None and not perspectief.aanwezig:
        pad, melding = (*pad, "aanwezig"), "Volgens deze evaluatie is er geen concreet perspectief."
    elif perspectief is not None:
        pad, uiterlijk = (*pad, "uiterlijk"), perspectief.uiterlijk
        if uiterlijk is None:
            melding = "Wanneer de hervatting er uiterlijk is, ontbreekt."
        elif uiterlijk < evaluatie.datum:
            melding = "Deze dag was op de datum van de evaluatie al voorbij."
        elif uiterlijk > evaluatie.datum + relativedelta(months=maanden):
            melding = f"De hervatting komt pas meer dan {maanden} maanden na de evaluatie."
        else:
            return
    yield _weerspreekt(stuk, evaluatie, pad, melding)


def _structureel_hervat(
    _wat: Onderzoek, stuk: Stuk, evaluatie: Eerstejaarsevaluatie
) -> Iterator[Overtreding]:
    stand = evaluatie.hervatting
    if stand is None:
        melding = "Hoe ver de hervatting is, is niet ingevuld."
        yield _weerspreekt(stuk, evaluatie, ("hervatting",), melding)
    elif stand.werk is Werk.GEEN:
        melding = "Volgens deze evaluatie is er geen werk hervat."
        yield _weerspreekt(stuk, evaluatie, ("hervatting", "werk"), melding)
    elif not stand.structureel:
        melding = "Volgens deze evaluatie is het werk niet blijvend, of dat is niet ingevuld."
        yield _weerspreekt(stuk, evaluatie, ("hervatting", "structureel"), melding)


_PAST_BIJ = {
    Spoor2Grond.GEEN_MOGELIJKHEDEN: frozenset({Benutbaar.NEE_TIJDELIJK, Benutbaar.NEE_DUURZAAM}),
    Spoor2Grond.MARGINALE_MOGELIJKHEDEN: frozenset({Benutbaar.MARGINAAL}),
}


def _volgens_de_analyse(wat: Onderzoek, stuk: Stuk, evaluatie: Eerstejaarsevaluatie) -> Iterator[Overtreding]:
    """As the bedrijfsarts last set it down; without an analysis there is nothing to compare with."""
    eerder = [(s, analyse) for s, analyse in vastgestelde_analyses(wat) if analyse.datum <= evaluatie.datum]
    grond = evaluatie.spoor2.grond if evaluatie.spoor2 else None
    if not eerder or grond is None:
        return
    bron, analyse = eerder[-1]
    if analyse.mogelijkheden.benutbaar not in _PAST_BIJ[grond]:
        melding = "De laatste probleemanalyse zegt iets anders over de mogelijkheden."
        elders = ((bron.bestand, ("mogelijkheden", "benutbaar")),)
        yield Overtreding("EJE-03", stuk.bestand, _GROND, melding, elders=elders)


def _aow_nabij(wat: Onderzoek, stuk: Stuk, evaluatie: Eerstejaarsevaluatie) -> Iterator[Overtreding]:
    """Within so many years after the last day of the waiting period, and both have to want it."""
    if wat.kalender is None or wat.kalender.einde.wachttijd is None:
        return
    jaren = wat.recht.getal("spoor_2_aow_uitzondering", evaluatie.datum)
    uiterlijk = wat.kalender.einde.wachttijd - _DAG + relativedelta(years=jaren)
    if wat.kalender.aow is None or wat.kalender.aow > uiterlijk:
        melding = f"De AOW gaat later in dan {jaren} jaar na het einde van de wachttijd."
        geboren: Pad = ("werknemer", "geboortedatum")
        yield Overtreding("EJE-03", stuk.bestand, _GROND, melding, elders=((_ZAAK, geboren),))
        return
    for partij, handtekening in evaluatie.ondertekening:
        if handtekening and handtekening.geweigerd:
            yield _stemt_niet_in(stuk, partij)


def _stemt_niet_in(stuk: Stuk, partij: str) -> Overtreding:
    """Both sign the evaluation and so agree; whether a refusal is about this, a human has to say."""
    melding = f"Zo van spoor 2 afzien kan alleen als beiden dat willen, en de {partij} weigerde te tekenen."
    oplossing = "Ga na of de weigering hierover gaat, en leg vast dat beiden instemmen."
    pad = ("ondertekening", partij, "geweigerd")
    elders = ((stuk.bestand, _GROND),)
    return Overtreding("EJE-03", stuk.bestand, pad, melding, Ernst.OORDEEL, oplossing, elders=elders)


def _weerspreekt(stuk: Stuk, evaluatie: Eerstejaarsevaluatie, pad: Pad, melding: str) -> Overtreding:
    """What the same evaluation says elsewhere; the other place is the ground, where it names one."""
    genoemd = evaluatie.spoor2 is not None and evaluatie.spoor2.grond is not None
    ander: Pad = _GROND if genoemd else ("spoor2", "besluit")
    return Overtreding("EJE-03", stuk.bestand, pad, melding, elders=((stuk.bestand, ander),))


_GRONDEN: Mapping[Spoor2Grond, Callable[[Onderzoek, Stuk, Eerstejaarsevaluatie], Iterator[Overtreding]]] = {
    Spoor2Grond.CONCREET_PERSPECTIEF: _perspectief,
    Spoor2Grond.STRUCTUREEL_HERVAT: _structureel_hervat,
    Spoor2Grond.MARGINALE_MOGELIJKHEDEN: _volgens_de_analyse,
    Spoor2Grond.GEEN_MOGELIJKHEDEN: _volgens_de_analyse,
    Spoor2Grond.AOW_BINNEN_EEN_JAAR: _aow_nabij,
}


_TE_LAAT = Soort(
    "EJE-04",
    "Spoor 2 begint te laat, of wanneer het begint is niet vastgelegd.",
    "Begin zo snel mogelijk met spoor 2, en vul bij `vanaf` de eerste dag in.",
    grond=_WERKWIJZER,
    stopt=False,
)


@stukregel(_TE_LAAT, Eerstejaarsevaluatie, "spoor_2_na_eerstejaarsevaluatie", concept_mag=True)
def spoor_2_begint_te_laat(
    wat: Onderzoek, stuk: Stuk, evaluatie: Eerstejaarsevaluatie
) -> Iterator[Overtreding]:
    """Counted from the evaluation as it was; a term that ends between two periods ends on the next day that counts."""
    besluit = _spoor_2(evaluatie)
    if besluit is None:
        return
    pad: Pad = ("spoor2", "vanaf")
    if besluit.vanaf is None:
        melding, oplossing = "Vanaf wanneer spoor 2 loopt, ontbreekt.", "Vul bij `vanaf` de eerste dag in."
        yield Overtreding("EJE-04", stuk.bestand, pad, melding, oplossing=oplossing)
        return
    if wat.kalender is None or wat.kalender.mijlpaal("spoor_2").stand is Stand.NIET_VAN_TOEPASSING:
        return
    termijn = wat.recht.dagen("spoor_2_na_eerstejaarsevaluatie", evaluatie.datum) * _DAG
    uiterlijk = wat.kalender.teldagen.volgende(evaluatie.datum + termijn)
    if uiterlijk and besluit.vanaf > uiterlijk:
        weken = wat.recht.getal("spoor_2_na_eerstejaarsevaluatie", evaluatie.datum)
        melding = f"Spoor 2 begint later dan {weken} weken na de eerstejaarsevaluatie."
        elders = ((stuk.bestand, ("datum",)),)
        yield Overtreding("EJE-04", stuk.bestand, pad, melding, elders=elders)


@zaakregel(_TE_LAAT, "spoor_2_gemist")
def spoor_2_blijft_uit(wat: Onderzoek) -> Iterator[Overtreding]:
    """Only where there is no first-year evaluation, not even in draft: the others of EJE and CAL-18 speak of one that is there."""
    if wat.kalender is None or wat.stukken(Eerstejaarsevaluatie):
        return
    gemist = wat.kalender.teldagen.dag(wat.recht.dagen("spoor_2_gemist", wat.eerste_ziektedag))
    te_laat = wat.kalender.mijlpaal("spoor_2").stand is Stand.TE_LAAT
    if te_laat and gemist and wat.peildatum > gemist and not _is_niet_aan_de_orde(wat):
        weken = wat.recht.getal("spoor_2_gemist", wat.eerste_ziektedag)
        melding = f"Na {weken} weken is spoor 2 niet begonnen, en nergens staat waarom niet."
        oplossing = "Houd de eerstejaarsevaluatie alsnog, en neem daarin een besluit over spoor 2."
        pad = ("verzuim", "eerste_ziektedag")
        yield Overtreding("EJE-04", _ZAAK, pad, melding, oplossing=oplossing)


def _is_niet_aan_de_orde(wat: Onderzoek) -> bool:
    """Whether the case shows that spoor 2 runs, that work was resumed for good, or that there is too little left to work with."""
    gehad = [hervatting for hervatting in wat.verzuim.hervattingen if hervatting.vanaf <= wat.peildatum]
    laatste = max(gehad, key=lambda hervatting: hervatting.vanaf, default=None)
    analyses = [analyse for _, analyse in vastgestelde_analyses(wat) if analyse.datum <= wat.peildatum]
    return (
        any(hervatting.werk is Werk.ANDER_EXTERN for hervatting in gehad)
        or bool(laatste and laatste.structureel)
        or bool(analyses and analyses[-1].mogelijkheden.benutbaar is not Benutbaar.JA)
        or any(deel.spoor == 2 for slot in wat.gegevens(Eindevaluatie) for deel in slot.sporen)
    )


@stukregel(
    Soort(
        "EJE-05",
        "Bij spoor 2 is er geen arbeidsdeskundig onderzoek, en ook geen reden waarom niet.",
        "Leg bij `arbeidsdeskundig_onderzoek` vast wanneer het is of wordt gedaan, of waarom het niet nodig is.",
        Ernst.WAARSCHUWING,
        grond="gebruik in de praktijk: UWV weegt het mee; de wet verplicht er niet toe",
    ),
    Eerstejaarsevaluatie,
)
def arbeidsdeskundig_onderzoek_ontbreekt(
    _wat: Onderzoek, stuk: Stuk, evaluatie: Eerstejaarsevaluatie
) -> Iterator[Overtreding]:
    if _spoor_2(evaluatie) is None:
        return
    onderzoek = evaluatie.arbeidsdeskundig_onderzoek
    if onderzoek is None:
        yield Overtreding("EJE-05", stuk.bestand, ("arbeidsdeskundig_onderzoek",))
    elif onderzoek.stand is OnderzoekStand.NIET and onderzoek.reden is None:
        yield Overtreding("EJE-05", stuk.bestand, ("arbeidsdeskundig_onderzoek", "reden"))


@stukregel(
    Soort(
        "EJE-06",
        "Spoor 1 is afgesloten zonder dat een mogelijkheid bij de eigen werkgever is onderzocht.",
        "Onderzoek eerst het eigen werk, aangepast werk en ander werk in het eigen bedrijf, en leg bij `spoor1` vast wat "
        "eruit kwam.",
        Ernst.WAARSCHUWING,
        grond=f"{_KADER}, § 9",
    ),
    Eerstejaarsevaluatie,
)
def spoor_1_niet_onderzocht(
    _wat: Onderzoek, stuk: Stuk, evaluatie: Eerstejaarsevaluatie
) -> Iterator[Overtreding]:
    """Closed by the decision, or by an einddoel outside the firm."""
    besluit = _spoor_2(evaluatie)
    if any(mogelijkheid.onderzocht for mogelijkheid in evaluatie.spoor1):
        return
    if besluit and besluit.spoor1_gaat_door is False:
        elders = ((stuk.bestand, ("spoor2", "spoor1_gaat_door")),)
        yield Overtreding("EJE-06", stuk.bestand, ("spoor1",), elders=elders)
    elif evaluatie.einddoel is Einddoel.ANDER_WERK_ANDERE_WERKGEVER:
        yield Overtreding("EJE-06", stuk.bestand, ("spoor1",), elders=((stuk.bestand, ("einddoel",)),))


@stukregel(
    Soort(
        "EJE-07",
        "Spoor 1 stopt als spoor 2 begint, en er staat niet waarom.",
        "Laat spoor 1 doorgaan naast spoor 2, of leg bij `spoor1_gestopt_omdat` uit waarom het ophoudt.",
        Ernst.WAARSCHUWING,
        grond=f"{_KADER}, § 5: het tweede spoor komt naast het eerste",
    ),
    Eerstejaarsevaluatie,
)
def spoor_1_zonder_reden_gestopt(
    _wat: Onderzoek, stuk: Stuk, evaluatie: Eerstejaarsevaluatie
) -> Iterator[Overtreding]:
    besluit = _spoor_2(evaluatie)
    if besluit and besluit.spoor1_gaat_door is False and besluit.spoor1_gestopt_omdat is None:
        pad = ("spoor2", "spoor1_gestopt_omdat")
        elders = ((stuk.bestand, ("spoor2", "spoor1_gaat_door")),)
        yield Overtreding("EJE-07", stuk.bestand, pad, elders=elders)
