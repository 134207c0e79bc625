"""PVA-08 to PVA-10: building up hours, with and without loonwaarde, and for few hours."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from dateutil.relativedelta import relativedelta

from dossiergen.finding import Ernst, Overtreding, Soort
from dossiergen.regels.onderzoek import Onderzoek
from dossiergen.regels.regel import stukregel, zaakregel
from dossiergen.termijnen import Kalender
from dossiergen.zaak import Stuk
from dossiergen.zaak.gegevens import Hervatting, Werk
from dossiergen.zaak.plan_van_aanpak import Eindevaluatie, Evaluatie, PlanVanAanpak
from dossiergen.zaak.probleemanalyse import Probleemanalyse
from dossiergen.zaak.stukgegevens import Hervattingsstand, Opbouwstap

__all__: list[str] = []

_DAG = dt.timedelta(days=1)
_BEOORDELING = "Beleidsregels beoordelingskader poortwachter"
_EIGEN_BEDRIJF = frozenset({Werk.EIGEN, Werk.AANGEPAST, Werk.ANDER_INTERN})

_SCHEMA = Soort(
    "PVA-08",
    "Het opbouwschema klopt niet.",
    "Zet de stappen op volgorde van datum, met uren die oplopen tot ten hoogste de contracturen.",
    grond="samenhang van het opbouwschema met het dienstverband",
)


def _schema_klopt_niet(
    wat: Onderzoek, stuk: Stuk, gegevens: Probleemanalyse | PlanVanAanpak | Evaluatie
) -> Iterator[Overtreding]:
    contract = wat.zaak.gegevens.dienstverband.uren_per_week
    schema = gegevens.opbouwschema
    for nummer, stap in enumerate(schema):
        if stap.uren_per_week > contract:
            melding = "Deze stap heeft meer uren dan het contract."
            pad = ("opbouwschema", nummer, "uren_per_week")
            yield Overtreding("PVA-08", stuk.bestand, pad, melding)
    for nummer, (vorige, stap) in enumerate(pairwise(schema), 1):
        if stap.vanaf <= vorige.vanaf:
            melding = "Deze stap begint niet later dan de vorige."
            yield Overtreding("PVA-08", stuk.bestand, ("opbouwschema", nummer, "vanaf"), melding)
        elif melding := _geen_opbouw(vorige, stap):
            pad = ("opbouwschema", nummer, "uren_per_week")
            oplossing = "Controleer de uren. Is dit zo bedoeld, dan hoeft u niets te doen."
            yield Overtreding("PVA-08", stuk.bestand, pad, melding, Ernst.WAARSCHUWING, oplossing)


def _geen_opbouw(vorige: Opbouwstap, stap: Opbouwstap) -> str:
    """Why a step builds nothing up. The same hours in other work, or with loonwaarde from now on, do."""
    if stap.uren_per_week < vorige.uren_per_week:
        return "Deze stap heeft minder uren dan de vorige."
    gelijk = (vorige.uren_per_week, vorige.taken, vorige.loonwaarde)
    if (stap.uren_per_week, stap.taken, stap.loonwaarde) == gelijk:
        return "Deze stap is gelijk aan de vorige."
    return ""


schema_van_analyse_klopt_niet = stukregel(_SCHEMA, Probleemanalyse, concept_mag=True)(_schema_klopt_niet)
schema_van_plan_klopt_niet = stukregel(_SCHEMA, PlanVanAanpak, concept_mag=True)(_schema_klopt_niet)
schema_van_evaluatie_klopt_niet = stukregel(_SCHEMA, Evaluatie, concept_mag=True)(_schema_klopt_niet)


_ZONDER_LOONWAARDE = Soort(
    "PVA-09",
    "Er wordt te lang arbeidstherapeutisch gewerkt.",
    "Spreek af vanaf wanneer het werk loonwaarde heeft, of leg in het plan uit waarom het langer duurt.",
    Ernst.WAARSCHUWING,
    grond=f"{_BEOORDELING}, § 8",
)
_LANG = "Arbeidstherapeutisch werk duurt vanaf hier langer dan {} weken."


@dataclass(frozen=True, slots=True)
class _Stap:
    nummer: int
    vanaf: dt.date
    therapeutisch: bool


def _van_schema(schema: Iterable[Opbouwstap]) -> list[_Stap]:
    """A step of no hours at all is no work."""
    return [
        _Stap(nummer, stap.vanaf, not stap.loonwaarde and stap.uren_per_week > 0)
        for nummer, stap in enumerate(schema)
    ]


def _van_hervattingen(hervattingen: Iterable[Hervatting]) -> list[_Stap]:
    """Where the loonwaarde is not filled in, nothing says that there is none."""
    return [
        _Stap(nummer, h.vanaf, h.loonwaarde_procent == 0 and h.werk is not Werk.GEEN and h.uren_per_week > 0)
        for nummer, h in enumerate(hervattingen)
    ]


def _reeksen(stappen: Iterable[_Stap]) -> Iterator[tuple[_Stap, dt.date | None]]:
    """The first step of each run without loonwaarde, and the day of the step that ends it, where one follows."""
    eerste: _Stap | None = None
    for stap in sorted(stappen, key=lambda s: (s.vanaf, s.nummer)):
        if stap.therapeutisch:
            eerste = eerste or stap
        elif eerste:
            yield eerste, stap.vanaf
            eerste = None
    if eerste:
        yield eerste, None


def _loopt_tot(wat: Onderzoek, kalender: Kalender) -> dt.date:
    """The day up to which something that nobody ended has lasted: the peildatum, or the end of it all before that."""
    laatste, uit_dienst = kalender.teldagen.laatste, kalender.uit_dienst
    einden = (laatste and laatste + _DAG, uit_dienst and uit_dienst + _DAG, kalender.einde.uiteindelijk)
    return min((wat.peildatum, *filter(None, einden)))


def _loonwaarde_na(wat: Onderzoek, dag: dt.date) -> dt.date | None:
    """From when, after a day, a plan or evaluation agreed on work with loonwaarde, or it was done."""
    stappen = _van_hervattingen(wat.verzuim.hervattingen)
    for stuk in wat.zaak.stukken:
        if isinstance(stuk.gegevens, PlanVanAanpak | Evaluatie):
            stappen += _van_schema(stuk.gegevens.opbouwschema)
    return min((s.vanaf for s in stappen if s.vanaf > dag and not s.therapeutisch), default=None)


def _schema_lang_zonder_loonwaarde(
    wat: Onderzoek, stuk: Stuk, gegevens: PlanVanAanpak | Evaluatie
) -> Iterator[Overtreding]:
    """A schema that ends without loonwaarde is followed further: into later papers, or else to the peildatum."""
    if wat.kalender is None:
        return
    # The law of the paper's day: of the day of a step, which can be any day, none may be known.
    weken = wat.recht.getal("arbeidstherapeutisch", gegevens.datum)
    grens = _loopt_tot(wat, wat.kalender)
    for eerste, einde in _reeksen(_van_schema(gegevens.opbouwschema)):
        tot = einde or _loonwaarde_na(wat, eerste.vanaf) or grens
        if (tot - eerste.vanaf).days > 7 * weken:
            pad = ("opbouwschema", eerste.nummer, "loonwaarde")
            yield Overtreding("PVA-09", stuk.bestand, pad, _LANG.format(weken))


plan_lang_zonder_loonwaarde = stukregel(_ZONDER_LOONWAARDE, PlanVanAanpak, "arbeidstherapeutisch")(
    _schema_lang_zonder_loonwaarde
)
evaluatie_lang_zonder_loonwaarde = stukregel(_ZONDER_LOONWAARDE, Evaluatie, "arbeidstherapeutisch")(
    _schema_lang_zonder_loonwaarde
)


@zaakregel(_ZONDER_LOONWAARDE, "arbeidstherapeutisch")
def hervatting_lang_zonder_loonwaarde(wat: Onderzoek) -> Iterator[Overtreding]:
    """What was done, not what was agreed: only the next resumption ends it."""
    if wat.kalender is None:
        return
    weken = wat.recht.getal("arbeidstherapeutisch", wat.eerste_ziektedag)
    grens = _loopt_tot(wat, wat.kalender)
    for eerste, einde in _reeksen(_van_hervattingen(wat.verzuim.hervattingen)):
        if ((einde or grens) - eerste.vanaf).days > 7 * weken:
            pad = ("verzuim", "hervattingen", eerste.nummer, "loonwaarde_procent")
            yield Overtreding("PVA-09", "zaak.yaml", pad, _LANG.format(weken))


@stukregel(
    Soort(
        "PVA-10",
        "Bij werk voor weinig uren in het eigen bedrijf blijft de volgende evaluatie te lang uit.",
        "Bespreek eerder of meer uren of ander werk mogelijk is, en leg dat vast.",
        Ernst.WAARSCHUWING,
        grond=f"{_BEOORDELING}, § 9",
    ),
    Evaluatie,
    "evaluatie_kleine_plaatsing",
    "kleine_plaatsing",
)
def weinig_uren_blijven_liggen(wat: Onderzoek, stuk: Stuk, evaluatie: Evaluatie) -> Iterator[Overtreding]:
    """Until the next talk; where none was held, until the one that is planned or the peildatum, whichever is later."""
    if wat.kalender is None or not _weinig_uren(wat, evaluatie, evaluatie.hervatting):
        return
    maanden = wat.recht.getal("evaluatie_kleine_plaatsing", evaluatie.datum)
    gesprek = evaluatie.gesprek_op
    tot = min((dag for dag in _gesprekken(wat) if dag > gesprek), default=None)
    tot = tot or max(evaluatie.volgende_evaluatie or gesprek, _loopt_tot(wat, wat.kalender))
    verlof = sum(
        (min(vrij.tot_en_met, tot) - max(vrij.van, gesprek)).days + 1
        for vrij in wat.verzuim.verlof
        if gesprek < vrij.tot_en_met and vrij.van < tot
    )
    # Leave is no time in which anything could be discussed.
    if tot > gesprek + relativedelta(months=maanden) + verlof * _DAG:
        melding = f"Er zit meer dan {maanden} maanden tussen deze evaluatie en de volgende."
        yield Overtreding("PVA-10", stuk.bestand, ("volgende_evaluatie",), melding)


def _weinig_uren(wat: Onderzoek, evaluatie: Evaluatie, stand: Hervattingsstand | None) -> bool:
    if stand is None or stand.uren_per_week is None or stand.werk not in _EIGEN_BEDRIJF:
        return False
    procent = wat.recht.getal("kleine_plaatsing", evaluatie.datum)
    contract = wat.zaak.gegevens.dienstverband.uren_per_week
    return 0 < 100 * stand.uren_per_week < procent * contract


def _gesprekken(wat: Onderzoek) -> Iterator[dt.date]:
    for stuk in wat.zaak.stukken:
        if isinstance(stuk.gegevens, Evaluatie):
            yield stuk.gegevens.gesprek_op
        elif isinstance(stuk.gegevens, Eindevaluatie):
            yield stuk.gegevens.datum
