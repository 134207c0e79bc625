"""TEG-01 to TEG-04: what a document says against zaak.yaml or organisaties.yaml. Each finding shows both places.

Hours in a schema stay with PVA-08, and the periods against the first day of illness with CAL-36.
"""

import datetime as dt
import re
from collections.abc import Iterator

from dossiergen.finding import Ernst, Overtreding, Soort
from dossiergen.regels.onderzoek import Onderzoek
from dossiergen.regels.regel import stukregel, zaakregel
from dossiergen.regels.teksten import teksten_van
from dossiergen.zaak import Rol, Stuk
from dossiergen.zaak.basis import Model
from dossiergen.zaak.gegevens import Hervatting, Werk
from dossiergen.zaak.herschrijven import herschreven
from dossiergen.zaak.plan_van_aanpak import Eindevaluatie, Evaluatie, StukVanPartijen
from dossiergen.zaak.probleemanalyse import OordeelBedrijfsarts
from dossiergen.zaak.stukgegevens import Hervattingsstand, Stukgegevens
from dossiergen.zaak.yaml import Pad
from dossiergen.zaak.zaak import in_functie

__all__ = ["geldende_hervattingen"]

_ZAAK, _ORGANISATIES = "zaak.yaml", "organisaties.yaml"
_SAMENHANG = "samenhang van de stukken in het dossier"
_CONTRACT: Pad = ("dienstverband", "uren_per_week")

_HERVATTING = Soort(
    "TEG-01",
    "De hervatting is hier een andere dan volgens zaak.yaml.",
    "Kijk na welke van de twee klopt. Werd er intussen anders gewerkt, voeg dan in zaak.yaml een hervatting toe.",
    Ernst.WAARSCHUWING,
    grond=_SAMENHANG,
)
_VELDEN = ("uren_per_week", "werk", "loonwaarde_procent", "structureel")


def _hervatting_anders(
    wat: Onderzoek, stuk: Stuk, gegevens: Evaluatie | Eindevaluatie
) -> Iterator[Overtreding]:
    """Held against all that was in force from the talk to the date of the paper; one finding for all that differs."""
    stand = gegevens.hervatting
    if stand is None:
        return
    if not wat.verzuim.hervattingen:
        if _meer_dan_contract(wat, stand):
            pad: Pad = ("hervatting", "uren_per_week")
            yield Overtreding("TEG-01", stuk.bestand, pad, *_TE_VEEL, elders=((_ZAAK, _CONTRACT),))
        return
    velden: tuple[str, ...] = ()
    nummer: int | None = None
    for nummer in geldende_hervattingen(
        wat, min(getattr(gegevens, "gesprek_op", gegevens.datum), gegevens.datum), gegevens.datum
    ):
        velden = _verschil(stand, None if nummer is None else wat.verzuim.hervattingen[nummer])
        if not velden:
            return
    daar: Pad = ("verzuim", "hervattingen")
    melding = "Volgens zaak.yaml is er op de datum van dit stuk geen werk hervat."
    if nummer is not None:
        daar = (*daar, nummer, velden[0])
        melding = f"Volgens zaak.yaml is dit anders: {', '.join(f'`{veld}`' for veld in velden)}."
    yield Overtreding("TEG-01", stuk.bestand, ("hervatting", velden[0]), melding, elders=((_ZAAK, daar),))


_TE_VEEL = (
    "Deze hervatting heeft meer uren dan het contract.",
    None,
    "Kijk de uren na, hier en bij het dienstverband.",
)


def _meer_dan_contract(wat: Onderzoek, stand: Hervattingsstand | Hervatting) -> bool:
    """With another employer somebody may have a larger contract."""
    uren = stand.uren_per_week
    contract = wat.zaak.gegevens.dienstverband.uren_per_week
    return uren is not None and uren > contract and stand.werk is not Werk.ANDER_EXTERN


def geldende_hervattingen(wat: Onderzoek, van: dt.date, tot_en_met: dt.date) -> list[int | None]:
    """Which resumption was in force before the first day, then which began up to the last: on a day of change both are true.

    A new period of illness begins with none.
    """
    verzuim = wat.verzuim
    begin = max([periode.van for periode in verzuim.periodes if periode.van <= van], default=van)
    op_volgorde = sorted(
        [(h.vanaf, n) for n, h in enumerate(verzuim.hervattingen) if begin <= h.vanaf <= tot_en_met]
    )
    geldend: list[int | None] = [None]
    for vanaf, nummer in op_volgorde:
        if vanaf < van:
            geldend = [nummer]
        else:
            geldend.append(nummer)
    return geldend


def _verschil(stand: Hervattingsstand, hervatting: Hervatting | None) -> tuple[str, ...]:
    """The fields that differ; what one of both leaves open, does not."""
    hier = stand.werk is not Werk.GEEN and stand.uren_per_week != 0
    daar = hervatting is not None and hervatting.werk is not Werk.GEEN and hervatting.uren_per_week != 0
    if hier is not daar:
        zonder_werk = stand.werk is Werk.GEEN and hervatting is not None and hervatting.werk is not Werk.GEEN
        return ("werk",) if zonder_werk or stand.uren_per_week is None else ("uren_per_week",)
    if not hier:
        return ()
    anders = []
    for veld in _VELDEN:
        een, ander = getattr(stand, veld), getattr(hervatting, veld)
        if een is not None and ander is not None and een != ander:
            anders.append(veld)
    return tuple(anders)


hervatting_in_evaluatie_anders = stukregel(_HERVATTING, Evaluatie)(_hervatting_anders)
hervatting_in_eindevaluatie_anders = stukregel(_HERVATTING, Eindevaluatie)(_hervatting_anders)


@zaakregel(_HERVATTING)
def meer_uren_dan_het_contract(wat: Onderzoek) -> Iterator[Overtreding]:
    for nummer, hervatting in enumerate(wat.verzuim.hervattingen):
        if _meer_dan_contract(wat, hervatting):
            pad: Pad = ("verzuim", "hervattingen", nummer, "uren_per_week")
            yield Overtreding("TEG-01", _ZAAK, pad, *_TE_VEEL, elders=((_ZAAK, _CONTRACT),))


_ANDERE_DAG = Soort(
    "TEG-02",
    "Deze tekst noemt een andere eerste ziektedag dan zaak.yaml.",
    "Verbeter de datum in de tekst, of haal hem weg: de eerste ziektedag staat al op het stuk.",
    Ernst.WAARSCHUWING,
    grond=_SAMENHANG,
)
_EERSTE_DAG = re.compile(
    r"""
    \beerste\s+(?:(?:ziekte(?:verzuim)?|verzuim)dag|dag\s+van\s+(?:de\s+)?(?:arbeids)?ongeschiktheid)
    (?:\s*(?:\b(?:is|was|viel|op|van|d\.d\.|(?:maan|dins|woens|donder|vrij|zater|zon)dag)|[:=,(]))*
    \s*(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{1,2}\s[a-z]{3,9}\s\d{4})(?!\d)
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)


@zaakregel(_ANDERE_DAG)
def andere_dag_in_de_zaak(wat: Onderzoek) -> Iterator[Overtreding]:
    return _andere_dag(wat, _ZAAK, wat.zaak.gegevens)


@stukregel(_ANDERE_DAG, Stukgegevens)
def andere_dag_in_een_stuk(wat: Onderzoek, stuk: Stuk, gegevens: Stukgegevens) -> Iterator[Overtreding]:
    return _andere_dag(wat, stuk.bestand, gegevens)


def _andere_dag(wat: Onderzoek, bestand: str, model: Model) -> Iterator[Overtreding]:
    """The beginning of a later period may well be called so in a text."""
    teksten = teksten_van(model)
    samen = teksten.samen
    # Whatever the expression above matches, has one of these in it.
    if "ziektedag" not in samen and "verzuimdag" not in samen and "ongeschiktheid" not in samen:
        return
    bekend = {str(dag) for dag in (wat.eerste_ziektedag, *(p.van for p in wat.verzuim.periodes))}
    for pad, tekst in teksten.elk():
        genoemd = {herschreven("datum", dag) for dag in _EERSTE_DAG.findall(" ".join(tekst.split()))} - {""}
        if genoemd - bekend:
            yield Overtreding("TEG-02", bestand, pad, elders=((_ZAAK, ("verzuim", "eerste_ziektedag")),))


_ANDER_MENS = Soort(
    "TEG-03",
    "Dit stuk noemt een ander dan wie volgens zaak.yaml op die dag de rol had.",
    "Noem de juiste persoon, of voeg in zaak.yaml toe wie vanaf welke dag de rol had, ook bij een vervanging.",
    Ernst.WAARSCHUWING,
    grond=_SAMENHANG,
)


@stukregel(_ANDER_MENS, OordeelBedrijfsarts)
def andere_bedrijfsarts(wat: Onderzoek, stuk: Stuk, oordeel: OordeelBedrijfsarts) -> Iterator[Overtreding]:
    """Who answers for it, and who signed. That he is a bedrijfsarts at all is for PA-01 and SIG-04."""
    tekening = oordeel.ondertekening.bedrijfsarts
    instaat: tuple[Pad, str] = ("opsteller",), oordeel.opsteller
    if oordeel.verantwoordelijke_bedrijfsarts:
        instaat = ("verantwoordelijke_bedrijfsarts",), oordeel.verantwoordelijke_bedrijfsarts
    genoemd = [instaat]
    if tekening and tekening.persoon:
        genoemd.append((("ondertekening", "bedrijfsarts", "persoon"), tekening.persoon))
    dagen = (oordeel.datum, oordeel.spreekuur_op, tekening.getekend_op if tekening else None)
    yield from _niet_in_functie(wat, stuk, Rol.BEDRIJFSARTS, genoemd, dagen)


@stukregel(_ANDER_MENS, StukVanPartijen)
def andere_casemanager(wat: Onderzoek, stuk: Stuk, gegevens: StukVanPartijen) -> Iterator[Overtreding]:
    """Others may draw up or sign as well; somebody who is a casemanager only where he is that of this case."""
    tekening = gegevens.ondertekening.werkgever
    contactpersoon = wat.zaak.organisaties.werkgevers[wat.zaak.gegevens.werkgever].contactpersoon
    genoemd: list[tuple[Pad, str]] = [(("opsteller",), gegevens.opsteller)]
    if tekening and tekening.persoon and tekening.persoon != contactpersoon:
        genoemd.append((("ondertekening", "werkgever", "persoon"), tekening.persoon))
    gesprek_op = gegevens.gesprek_op if isinstance(gegevens, Evaluatie) else None
    dagen = (gegevens.datum, gesprek_op, tekening.getekend_op if tekening else None)
    yield from _niet_in_functie(wat, stuk, Rol.CASEMANAGER, genoemd, dagen)


def _niet_in_functie(
    wat: Onderzoek,
    stuk: Stuk,
    rol: Rol,
    genoemd: list[tuple[Pad, str]],
    dagen: tuple[dt.date | None, ...],
) -> Iterator[Overtreding]:
    """Each person once. A change of hands between the talk, the paper and the signature is no contradiction."""
    gegevens, personen = wat.zaak.gegevens, wat.zaak.organisaties.personen
    vervullingen = gegevens.bedrijfsarts if rol is Rol.BEDRIJFSARTS else gegevens.casemanager
    gezien: set[str] = set()
    for pad, persoon in genoemd:
        if personen[persoon].rol is not rol or persoon in gezien:
            continue
        if any(dag and in_functie(vervullingen, dag).persoon == persoon for dag in dagen):
            continue
        gezien.add(persoon)
        melding = f"Volgens zaak.yaml was op die dag een ander de {rol.value}."
        nummer = vervullingen.index(in_functie(vervullingen, stuk.gegevens.datum))
        elders: tuple[tuple[str, Pad], ...] = ((_ZAAK, (rol.value, nummer, "persoon")),)
        yield Overtreding("TEG-03", stuk.bestand, pad, melding, elders=elders)


_ARTSEN = frozenset({Rol.BEDRIJFSARTS, Rol.ARTS_ONDER_SUPERVISIE})


@stukregel(
    Soort(
        "TEG-04",
        "Namens de werkgever tekende iemand die volgens organisaties.yaml arts is.",
        "Noem bij `persoon` wie voor de werkgever tekende, of verbeter de `rol` van deze persoon.",
        Ernst.WAARSCHUWING,
        grond=_SAMENHANG,
    ),
    StukVanPartijen,
)
def arts_tekent_voor_werkgever(
    wat: Onderzoek, stuk: Stuk, gegevens: StukVanPartijen
) -> Iterator[Overtreding]:
    """Unless that doctor wrote or signed for the case as well: then SIG-05 says so, at that paper."""
    tekening = gegevens.ondertekening.werkgever
    persoon = tekening.persoon if tekening else None
    if persoon is None or wat.zaak.organisaties.personen[persoon].rol not in _ARTSEN:
        return
    if not any(persoon in _artsen_van(ander) for ander in wat.zaak.stukken):
        pad: Pad = ("ondertekening", "werkgever", "persoon")
        elders: tuple[tuple[str, Pad], ...] = ((_ORGANISATIES, ("personen", persoon, "rol")),)
        yield Overtreding("TEG-04", stuk.bestand, pad, elders=elders)


def _artsen_van(stuk: Stuk) -> set[str | None]:
    oordeel = stuk.gegevens
    if not isinstance(oordeel, OordeelBedrijfsarts):
        return set()
    tekening = oordeel.ondertekening.bedrijfsarts
    tekenaar = tekening.persoon if tekening else None
    return {oordeel.opsteller, oordeel.verantwoordelijke_bedrijfsarts, tekenaar}
