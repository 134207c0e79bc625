"""RIV-01 to RIV-12: whether the re-integratieverslag is complete, and who supplies what is missing.

RIV-14 is the batch itself, RIV-13 and RIV-16 to RIV-18 are found where attachments are read, RIV-15 on the
finished files, all in `dossier`.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dossiergen.finding import Ernst, Overtreding, Soort
from dossiergen.overzicht import Aanwezigheid
from dossiergen.regels.onderwerpen.probleemanalyse import vastgestelde_analyses
from dossiergen.regels.onderzoek import Onderzoek
from dossiergen.regels.regel import Stukregel, stukregel
from dossiergen.zaak import Status, Stuk
from dossiergen.zaak.brieven import BriefKopieVerslag, BriefPlanTerOndertekening, BriefUitnodiging
from dossiergen.zaak.plan_van_aanpak import Reintegratieverslag
from dossiergen.zaak.probleemanalyse import Probleemanalyse
from dossiergen.zaak.stukgegevens import Benutbaar

__all__: list[str] = []

_PROCESGANG = "Regeling procesgang eerste en tweede ziektejaar, art. 6"
_VORM = "Beleidsregels vorm- en herkenbaarheidsvereisten reïntegratieverslagen, art. 2"
# A letter shows that somebody was asked, not that something was done.
_BRIEVEN = (BriefUitnodiging, BriefPlanTerOndertekening, BriefKopieVerslag)


def _van_inventaris(soort: Soort, pad: str, *, nog_in_te_vullen: bool = False) -> Stukregel:
    """The rule for one kind of gap; who supplies it is said with it.

    `nog_in_te_vullen`: the gap is that this field is empty. What was filled in later than the day that the verslag
    tells of is no gap any more, though its page cannot tell of it.
    """

    @stukregel(soort, Reintegratieverslag, concept_mag=True)
    def toets(wat: Onderzoek, stuk: Stuk, verslag: Reintegratieverslag) -> Iterator[Overtreding]:
        if nog_in_te_vullen and getattr(verslag, pad) is not None:
            return
        for gebrek in wat.inventaris[1]:
            if gebrek.code == soort.code:
                wie = " en ".join(f"de {wie.value}" for wie in gebrek.wie)
                oplossing = f"Dit {'levert' if len(gebrek.wie) == 1 else 'leveren'} {wie} aan. {gebrek.doen}"
                elders = ((gebrek.bestand, ()),) if gebrek.bestand else ()
                yield Overtreding(
                    soort.code, stuk.bestand, (pad,), gebrek.wat, oplossing=oplossing, elders=elders
                )

    return toets


def _stuk_ontbreekt(code: str, naam: str, onder: str) -> Stukregel:
    soort = Soort(
        code,
        f"{naam} ontbreekt in het re-integratieverslag.",
        "Maak het stuk, of laat het maken, en leg het vast in `stukken`.",
        grond=f"{_PROCESGANG} lid 1 onder {onder}; {_VORM} lid 2",
        aanvaardbaar=False,
    )
    return _van_inventaris(soort, "status")


probleemanalyse_ontbreekt = _stuk_ontbreekt("RIV-01", "De probleemanalyse", "f")
plan_van_aanpak_ontbreekt = _stuk_ontbreekt("RIV-02", "Het plan van aanpak", "g")
eerstejaarsevaluatie_ontbreekt = _stuk_ontbreekt("RIV-03", "De eerstejaarsevaluatie", "h")
actueel_oordeel_ontbreekt = _stuk_ontbreekt("RIV-04", "Het actueel oordeel", "i, j en k")
eindevaluatie_ontbreekt = _stuk_ontbreekt("RIV-05", "De eindevaluatie", "b, h, i en k")
evaluatie_ontbreekt = _van_inventaris(
    Soort(
        "RIV-06",
        "Het plan van aanpak is nooit geëvalueerd.",
        "Bespreek het plan en leg dat vast in een bijstelling.",
        grond=f"{_PROCESGANG} lid 1 onder h",
        aanvaardbaar=False,
    ),
    "status",
)
medische_informatie_niet_gemeld = _van_inventaris(
    Soort(
        "RIV-07",
        "Er is niet vastgelegd wanneer de werknemer de medische informatie kreeg.",
        "Vul bij `medische_informatie_meegegeven` alleen de datum in; de inhoud hoort niet in dit dossier.",
        Ernst.WAARSCHUWING,
        grond=f"{_VORM} lid 2 e",
    ),
    "medische_informatie_meegegeven",
    nog_in_te_vullen=True,
)
oordeel_werknemer_ontbreekt = _van_inventaris(
    Soort(
        "RIV-08",
        "Het oordeel van de werknemer is er nog niet.",
        "De werknemer stuurt het zelf naar UWV. Vraag of het is ingevuld; u hoeft het niet te lezen.",
        Ernst.WAARSCHUWING,
        grond="Beleidsregels vorm- en herkenbaarheidsvereisten reïntegratieverslagen, art. 3 lid 3",
    ),
    "oordeel_werknemer_ontvangen",
)
element_niet_getekend = _van_inventaris(
    Soort(
        "RIV-09",
        "Een stuk van het verslag mist een handtekening met naam en functie.",
        "Laat het tekenen, of leg de weigering met de reden vast. Zet het verslag zolang op `concept`.",
        grond=f"{_VORM} lid 3",
        aanvaardbaar=False,
    ),
    "status",
)


@stukregel(
    Soort(
        "RIV-10",
        "Een onderdeel van het verslag ontbreekt of is niet compleet.",
        "Maak het stuk dat dit onderdeel hoort te dragen, of vul het aan.",
        grond=f"{_PROCESGANG} lid 1",
        aanvaardbaar=False,
    ),
    Reintegratieverslag,
    concept_mag=True,
)
def onderdeel_zonder_drager(
    wat: Onderzoek, stuk: Stuk, _verslag: Reintegratieverslag
) -> Iterator[Overtreding]:
    """The law counts elements where the case has documents; what the employee sends in is told apart.

    What a document itself lacks (PA-09, EIND, ACT) does not stop the verslag by itself: this does.
    """
    onderdelen, gebreken = wat.inventaris
    inhoudelijk = any(gebrek.houdt_tegen and not gebrek.code.startswith("RIV-") for gebrek in gebreken)
    standen = {
        Aanwezigheid.ONTBREEKT: "Geen enkel stuk draagt nu:",
        **({Aanwezigheid.ONVOLLEDIG: "Nog niet compleet:"} if inhoudelijk else {}),
    }
    for stand, zin in standen.items():
        letters = [o.letter for o in onderdelen if o.stand is stand and o.letter != "l"]
        if letters:
            woord = "onderdeel" if len(letters) == 1 else "onderdelen"
            melding = f"{zin} {woord} {', '.join(letters)}."
            yield Overtreding("RIV-10", stuk.bestand, ("status",), melding)


stuk_is_concept = _van_inventaris(
    Soort(
        "RIV-11",
        "Een stuk van het verslag is nog een concept.",
        "Maak het stuk af, of zet het verslag ook op `concept`.",
        grond=f"{_VORM} lid 3",
        aanvaardbaar=False,
    ),
    "status",
)


def _geen_mogelijkheden(analyses: Sequence[Probleemanalyse], dag: dt.date) -> bool:
    """Whether the last analysis before a day saw no possibilities that will return: nothing is left to be done."""
    eerder = [analyse for analyse in analyses if analyse.datum < dag]
    return bool(eerder) and eerder[-1].mogelijkheden.benutbaar is Benutbaar.NEE_DUURZAAM


@stukregel(
    Soort(
        "RIV-12",
        "Over een lange tijd zit er geen stuk in het dossier.",
        "Leg alsnog vast wat in die tijd is gedaan; een later geschreven verslag van toen mag.",
        Ernst.WAARSCHUWING,
        grond="Beleidsregels beoordelingskader poortwachter, § 5",
        stopt=False,
    ),
    Reintegratieverslag,
    "evaluatie_veel_te_laat",
)
def gat_in_de_chronologie(wat: Onderzoek, stuk: Stuk, verslag: Reintegratieverslag) -> Iterator[Overtreding]:
    """Counted in days of illness, so that leave and recovery make no hole."""
    if wat.kalender is None:
        return
    dagen = wat.recht.dagen("evaluatie_veel_te_laat", wat.eerste_ziektedag)
    vast = (s for s in wat.zaak.stukken if s.gegevens.status is not Status.CONCEPT and s is not stuk)
    stukken = [s for s in vast if not isinstance(s.gegevens, _BRIEVEN)]
    analyses = [analyse for _, analyse in vastgestelde_analyses(wat)]
    op_datum = sorted(stukken, key=lambda s: s.gegevens.datum)
    for eerder, later in pairwise((*op_datum, stuk)):
        if _geen_mogelijkheden(analyses, later.gegevens.datum):
            continue
        grens = wat.kalender.teldagen.verder(eerder.gegevens.datum, dagen)
        if grens and min(later.gegevens.datum, verslag.datum) > grens:
            melding = "Tussen twee stukken die na elkaar komen, ligt een lange tijd zonder stuk."
            elders = ((eerder.bestand, ("datum",)),)
            yield Overtreding("RIV-12", later.bestand, ("datum",), melding, elders=elders)
