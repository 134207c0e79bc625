"""TEG-05 to TEG-08: what one document of a case says against another. Each finding shows both places.

What other families compare already stays with them: PVA-07 (plan and analysis), PVA-12 (the analysis that a plan
names), EJE-03 (the ground of the decision on spoor 2). The hours of the last evaluation and of the closing one
are not compared: they may well differ, and TEG-01 holds both against zaak.yaml.
"""

import datetime as dt
import re
from collections.abc import Iterator

from dossiergen.finding import Ernst, Overtreding, Soort
from dossiergen.regels.onderwerpen.probleemanalyse import vastgestelde_analyses
from dossiergen.regels.onderzoek import Onderzoek
from dossiergen.regels.regel import stukregel, zaakregel
from dossiergen.regels.teksten import teksten_van
from dossiergen.zaak import Status, Stuk
from dossiergen.zaak.gegevens import Werk
from dossiergen.zaak.plan_van_aanpak import (
    Aanleiding,
    BijstellingPlanVanAanpak,
    Eerstejaarsevaluatie,
    Eindevaluatie,
    Evaluatie,
    PlanVanAanpak,
    Spoor2Besluitsoort,
)
from dossiergen.zaak.probleemanalyse import (
    ActueelOordeel,
    BijstellingProbleemanalyse,
    OordeelBedrijfsarts,
    Probleemanalyse,
)
from dossiergen.zaak.stukgegevens import Arbeidsrelatieoordeel, Einddoel, Spoor
from dossiergen.zaak.yaml import Pad

__all__: list[str] = []

_SAMENHANG = "samenhang van de stukken in het dossier"


@zaakregel(
    Soort(
        "TEG-05",
        "Het einddoel is een ander dan in het stuk ervoor, zonder uitleg.",
        "Neem het einddoel over, of leg bij `einddoel_toelichting` uit waarom het verandert.",
        Ernst.WAARSCHUWING,
        grond=_SAMENHANG,
    )
)
def einddoel_verandert(wat: Onderzoek) -> Iterator[Overtreding]:
    """Each evaluation against what was last set down: by the bedrijfsarts, since that judgment changed, or by the parties."""
    arts: _Doel | None = None
    plan: _Doel | None = None
    met_doel = [stuk for stuk in wat.zaak.stukken if isinstance(stuk.gegevens, _MET_EINDDOEL)]
    # On one day the analysis comes first: a plan follows it.
    for stuk in sorted(
        met_doel, key=lambda s: (s.gegevens.datum, not isinstance(s.gegevens, OordeelBedrijfsarts))
    ):
        gegevens = stuk.gegevens
        vast = gegevens.status is not Status.CONCEPT
        if isinstance(gegevens, OordeelBedrijfsarts):
            if vast and (arts is None or arts[1] is not gegevens.einddoel):
                arts = stuk, gegevens.einddoel
        elif isinstance(gegevens, PlanVanAanpak | Evaluatie | Eindevaluatie):
            if not isinstance(gegevens, PlanVanAanpak):
                yield from _einddoel_anders(stuk, gegevens, arts, plan)
            plan = (stuk, gegevens.einddoel) if vast else plan


_Doel = tuple[Stuk, Einddoel]
_MET_EINDDOEL = (OordeelBedrijfsarts, PlanVanAanpak, Evaluatie, Eindevaluatie)


def _einddoel_anders(
    stuk: Stuk, gegevens: Evaluatie | Eindevaluatie, arts: _Doel | None, plan: _Doel | None
) -> Iterator[Overtreding]:
    """Changing it is what an evaluation is for, if it says so; a closing one names what was worked towards."""
    eerder = [doel for doel in (arts, plan) if doel]
    if not eerder or _is_uitgelegd(gegevens):
        return
    laatst = max(doel[0].gegevens.datum for doel in eerder)
    if isinstance(gegevens, Evaluatie):
        eerder = [doel for doel in eerder if doel[0].gegevens.datum == laatst]
    if {gegevens.einddoel, Einddoel.NOG_NIET_TE_BEPALEN}.isdisjoint(einddoel for _, einddoel in eerder):
        bron = eerder[-1][0]
        van_arts = arts is not None and bron is arts[0]
        melding = f"Het einddoel is een ander dan {'de bedrijfsarts' if van_arts else 'het plan'} het laatst noemde."
        elders: tuple[tuple[str, Pad], ...] = ((bron.bestand, ("einddoel",)),)
        oplossing = "" if isinstance(gegevens, Evaluatie) else "Noem het einddoel waarnaar is gewerkt."
        yield Overtreding("TEG-05", stuk.bestand, ("einddoel",), melding, oplossing=oplossing, elders=elders)


def _is_uitgelegd(gegevens: Evaluatie | Eindevaluatie) -> bool:
    if isinstance(gegevens, Eindevaluatie):
        return False
    gewijzigd = isinstance(gegevens, BijstellingPlanVanAanpak) and (
        gegevens.aanleiding is Aanleiding.WIJZIGING_EINDDOEL
    )
    return gewijzigd or gegevens.einddoel_toelichting is not None


@zaakregel(
    Soort(
        "TEG-06",
        "Deze evaluatie rust op een advies dat er niet het laatste van is.",
        "Neem bij `advies_van` de datum over van het laatste advies voor het gesprek, en kijk na of de belastbaarheid nog klopt.",
        Ernst.WAARSCHUWING,
        grond=_SAMENHANG,
    )
)
def advies_is_niet_het_laatste(wat: Onderzoek) -> Iterator[Overtreding]:
    """Advice from the future, or from before a paper of the bedrijfsarts that was there. What he said without a paper is no fault."""
    evaluaties = (*wat.stukken(BijstellingPlanVanAanpak), *wat.stukken(Eerstejaarsevaluatie))
    van_de_arts = [
        (stuk, oordeel)
        for model in (Probleemanalyse, BijstellingProbleemanalyse, ActueelOordeel)
        for stuk in wat.stukken(model)
        if isinstance(oordeel := stuk.gegevens, OordeelBedrijfsarts) and oordeel.status is not Status.CONCEPT
    ]
    for stuk in evaluaties:
        evaluatie = stuk.gegevens
        if not isinstance(evaluatie, Evaluatie) or evaluatie.advies_van is None:
            continue
        pad: Pad = ("advies_van",)
        if evaluatie.advies_van > max(evaluatie.gesprek_op, evaluatie.datum):
            melding, hier = "Dit advies is van na de evaluatie.", (stuk.bestand, ("datum",))
            yield Overtreding("TEG-06", stuk.bestand, pad, melding, elders=(hier,))
            continue
        eerder = [paar for paar in van_de_arts if paar[1].datum < evaluatie.gesprek_op]
        if not eerder:
            continue
        bron, laatste = max(eerder, key=lambda paar: paar[1].datum)
        if evaluatie.advies_van < min(laatste.spreekuur_op, laatste.datum):
            melding = "Na dit advies stelde de bedrijfsarts nog een stuk vast, voor het gesprek."
            yield Overtreding("TEG-06", stuk.bestand, pad, melding, elders=((bron.bestand, ("datum",)),))


@stukregel(
    Soort(
        "TEG-07",
        "Werkgever en bedrijfsarts oordelen hierover verschillend.",
        "Ieder heeft een eigen oordeel, en dat mag verschillen. Kijk na of beide kloppen, en of `toelichting` uitlegt "
        "waar het verschil vandaan komt; aanvaard het dan.",
        Ernst.OORDEEL,
        grond="Regeling procesgang eerste en tweede ziektejaar, art. 6 lid 1 i en k",
    ),
    Eindevaluatie,
)
def oordelen_verschillen(wat: Onderzoek, stuk: Stuk, evaluatie: Eindevaluatie) -> Iterator[Overtreding]:
    """Good and sufficient lie close together; a working relation that is broken does not."""
    for bron in wat.stukken(ActueelOordeel):
        oordeel = bron.gegevens
        if not isinstance(oordeel, ActueelOordeel):
            continue
        relaties = (evaluatie.arbeidsrelatie, oordeel.arbeidsrelatie)
        verstoord = {r.oordeel is Arbeidsrelatieoordeel.VERSTOORD for r in relaties if r}
        aanwezig = {p.aanwezig for p in (evaluatie.passende_arbeid, oordeel.passende_arbeid) if p}
        for pad, oordelen, waarover in (
            (("arbeidsrelatie", "oordeel"), verstoord, "de arbeidsrelatie"),
            (("passende_arbeid", "aanwezig"), aanwezig, "passende arbeid"),
        ):
            if len(oordelen) > 1:
                melding = f"Over {waarover} oordeelt de werkgever anders dan de bedrijfsarts."
                yield Overtreding("TEG-07", stuk.bestand, pad, melding, elders=((bron.bestand, pad),))


_SPOOR_2 = Soort(
    "TEG-08",
    "Over spoor 2 zeggen twee stukken iets anders.",
    "Kijk na welk van de twee klopt, en leg uit wat er is veranderd.",
    Ernst.WAARSCHUWING,
    grond=_SAMENHANG,
)
_MET_SPOOR_2 = frozenset({Spoor.SPOOR_1_EN_2, Spoor.SPOOR_2})
_NOEMT_SPOOR_2 = re.compile(r"\b(?:spoor\s*2|(?:2e|tweede)\s+spoor)\b", re.IGNORECASE)
_NIET_GEDAAN = re.compile(
    r"\bniet\s+(?:nodig|aan\s+de\s+orde|gestart|begonnen|ingezet|van\s+toepassing)\b|\bn\.v\.t\b|\bgeen\s+spoor\b",
    re.IGNORECASE,
)


@stukregel(_SPOOR_2, Eerstejaarsevaluatie)
def spoor_2_tegen_het_advies(
    wat: Onderzoek, stuk: Stuk, evaluatie: Eerstejaarsevaluatie
) -> Iterator[Overtreding]:
    """Not to follow the bedrijfsarts is allowed, with a reason."""
    besluit = evaluatie.spoor2
    if besluit is None or besluit.besluit is not Spoor2Besluitsoort.NIET_NODIG or besluit.reden:
        return
    eerder = [(s, analyse) for s, analyse in vastgestelde_analyses(wat) if analyse.datum <= evaluatie.datum]
    if eerder and eerder[-1][1].spoor in _MET_SPOOR_2:
        melding = "De bedrijfsarts adviseerde spoor 2; volgens het besluit is het niet nodig, zonder reden."
        oplossing = "Leg bij `reden` uit waarom het advies niet wordt gevolgd."
        elders = ((eerder[-1][0].bestand, ("spoor",)),)
        pad = ("spoor2", "besluit")
        yield Overtreding("TEG-08", stuk.bestand, pad, melding, oplossing=oplossing, elders=elders)


@stukregel(_SPOOR_2, Eindevaluatie)
def spoor_2_in_de_eindevaluatie(wat: Onderzoek, stuk: Stuk, slot: Eindevaluatie) -> Iterator[Overtreding]:
    """Against a first-year evaluation that is no draft: started and no result, or a result and never started."""
    for bron in wat.stukken(Eerstejaarsevaluatie):
        evaluatie = bron.gegevens
        if not isinstance(evaluatie, Eerstejaarsevaluatie) or evaluatie.status is Status.CONCEPT:
            continue
        besluit = evaluatie.spoor2.besluit if evaluatie.spoor2 else None
        elders = ((bron.bestand, ("spoor2", "besluit")),)
        resultaten = [nummer for nummer, deel in enumerate(slot.sporen) if deel.spoor == 2]
        if besluit in {Spoor2Besluitsoort.STARTEN, Spoor2Besluitsoort.LOOPT} and not resultaten:
            melding = "Spoor 2 begon volgens de eerstejaarsevaluatie, en hier staat niet wat het opleverde."
            oplossing = "Vul bij `sporen` het resultaat van spoor 2 in, of waarom het is gestopt."
            yield Overtreding(
                "TEG-08", stuk.bestand, ("sporen",), melding, oplossing=oplossing, elders=elders
            )
        elif (
            resultaten
            and besluit is Spoor2Besluitsoort.NIET_NODIG
            and not _later_begonnen(wat, evaluatie.datum)
        ):
            melding = "Hier staat een resultaat van spoor 2, en nergens staat dat het is begonnen."
            for nummer in resultaten:
                if not _NIET_GEDAAN.search(slot.sporen[nummer].resultaat):
                    pad: Pad = ("sporen", nummer)
                    yield Overtreding("TEG-08", stuk.bestand, pad, melding, Ernst.OORDEEL, elders=elders)


def _later_begonnen(wat: Onderzoek, dag: dt.date) -> bool:
    """Whether after the first-year evaluation the bedrijfsarts, a talk or the resumption itself brought spoor 2."""
    if any(h.werk is Werk.ANDER_EXTERN for h in wat.verzuim.hervattingen):
        return True
    if any(b.spoor in _MET_SPOOR_2 for b in wat.gegevens(BijstellingProbleemanalyse) if b.datum > dag):
        return True
    later = [b for b in wat.gegevens(BijstellingPlanVanAanpak) if b.datum > dag]
    return any(
        b.einddoel is Einddoel.ANDER_WERK_ANDERE_WERKGEVER or _NOEMT_SPOOR_2.search(teksten_van(b).samen)
        for b in later
    )
