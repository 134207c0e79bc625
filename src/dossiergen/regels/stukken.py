"""Rules about one document: its status, its version, its signatures, its dates, who wrote it."""

import datetime as dt
from collections.abc import Callable, Iterator

from dossiergen.finding import Ernst
from dossiergen.regels.overtreding import Overtreding
from dossiergen.zaak import Rol, Status, Stuk, Zaak
from dossiergen.zaak.plan_van_aanpak import PlanVanAanpak
from dossiergen.zaak.probleemanalyse import OordeelBedrijfsarts
from dossiergen.zaak.stukgegevens import Benutbaar, Handtekening, HandtekeningPartij

__all__ = ["REGELS"]

# What the law asks of a plan besides the agreements, which the model requires.
_IN_EEN_PLAN = ("visie_werkgever", "visie_werknemer", "evaluatie")


def bsn_ontbreekt(zaak: Zaak, stuk: Stuk, _peildatum: dt.date) -> Iterator[Overtreding]:
    """ID-03: een stuk dat geen concept is, kan naar UWV, en daar staat het BSN op."""
    if stuk.gegevens.status is not Status.CONCEPT and zaak.gegevens.werknemer.bsn is None:
        yield Overtreding("ID-03", "zaak.yaml", ("werknemer", "bsn"))


def handtekening_ontbreekt(_zaak: Zaak, stuk: Stuk, _peildatum: dt.date) -> Iterator[Overtreding]:
    """SIG-01: een definitief stuk wacht nog op handtekeningen, een ondertekend stuk niet meer."""
    if stuk.gegevens.status is Status.CONCEPT:
        return
    ernst = Ernst.WAARSCHUWING if stuk.gegevens.status is Status.DEFINITIEF else Ernst.FOUT
    for partij, handtekening in _handtekeningen(stuk):
        if _is_open(handtekening):
            melding = f"De handtekening van de {partij} ontbreekt."
            yield Overtreding("SIG-01", stuk.bestand, ("ondertekening", partij), melding, ernst)


def geen_bedrijfsarts_stelde_op(zaak: Zaak, stuk: Stuk, _peildatum: dt.date) -> Iterator[Overtreding]:
    """PA-01: een bedrijfsarts stelt zijn stukken op, of een arts onder diens supervisie."""
    gegevens = stuk.gegevens
    if not isinstance(gegevens, OordeelBedrijfsarts):
        return
    verantwoordelijk = gegevens.verantwoordelijke_bedrijfsarts
    if verantwoordelijk and not _is_bedrijfsarts(zaak, verantwoordelijk):
        melding = "Verantwoordelijk is een bedrijfsarts."
        yield Overtreding("PA-01", stuk.bestand, ("verantwoordelijke_bedrijfsarts",), melding)
    rol = zaak.organisaties.personen[gegevens.opsteller].rol
    onder_supervisie = rol is Rol.ARTS_ONDER_SUPERVISIE and verantwoordelijk is not None
    if rol is not Rol.BEDRIJFSARTS and not onder_supervisie:
        yield Overtreding("PA-01", stuk.bestand, ("opsteller",))


def geen_bedrijfsarts_tekende(zaak: Zaak, stuk: Stuk, _peildatum: dt.date) -> Iterator[Overtreding]:
    """SIG-04: wie voor de bedrijfsarts tekent, is bedrijfsarts."""
    if not isinstance(stuk.gegevens, OordeelBedrijfsarts):
        return
    for partij, handtekening in _handtekeningen(stuk):
        if handtekening and handtekening.persoon and not _is_bedrijfsarts(zaak, handtekening.persoon):
            yield Overtreding("SIG-04", stuk.bestand, ("ondertekening", partij, "persoon"))


def herbeoordeling_ontbreekt(_zaak: Zaak, stuk: Stuk, _peildatum: dt.date) -> Iterator[Overtreding]:
    """PA-05: wie nu niet kan werken, wordt opnieuw beoordeeld."""
    if not isinstance(stuk.gegevens, OordeelBedrijfsarts):
        return
    mogelijkheden = stuk.gegevens.mogelijkheden
    if mogelijkheden.benutbaar is Benutbaar.NEE_TIJDELIJK and mogelijkheden.herbeoordeling_op is None:
        yield Overtreding("PA-05", stuk.bestand, ("mogelijkheden", "benutbaar"))


def plan_is_niet_af(_zaak: Zaak, stuk: Stuk, _peildatum: dt.date) -> Iterator[Overtreding]:
    """ID-15: een vastgesteld plan heeft de visie van beide partijen en een afspraak over de evaluatie."""
    if isinstance(stuk.gegevens, PlanVanAanpak) and stuk.gegevens.status is not Status.CONCEPT:
        for veld in _IN_EEN_PLAN:
            if getattr(stuk.gegevens, veld) is None:
                melding = f"Het onderdeel `{veld}` moet nog worden ingevuld."
                yield Overtreding("ID-15", stuk.bestand, (veld,), melding)


def plan_is_ouder_dan_analyse(_zaak: Zaak, stuk: Stuk, _peildatum: dt.date) -> Iterator[Overtreding]:
    """CAL-14: een plan rust op een probleemanalyse die er al was."""
    gegevens = stuk.gegevens
    if isinstance(gegevens, PlanVanAanpak) and gegevens.datum < gegevens.probleemanalyse.datum:
        yield Overtreding("CAL-14", stuk.bestand, ("datum",))


def wijziging_ontbreekt(_zaak: Zaak, stuk: Stuk, _peildatum: dt.date) -> Iterator[Overtreding]:
    """VER-02: een latere versie noemt wat er is gewijzigd."""
    if stuk.gegevens.versie > 1 and stuk.gegevens.wijziging is None:
        yield Overtreding("VER-02", stuk.bestand, ("versie",))


def datum_in_de_toekomst(_zaak: Zaak, stuk: Stuk, peildatum: dt.date) -> Iterator[Overtreding]:
    """CAL-03: een stuk dat geen concept is, en elke handtekening, ligt niet na de peildatum."""
    if stuk.gegevens.status is not Status.CONCEPT and stuk.gegevens.datum > peildatum:
        yield Overtreding("CAL-03", stuk.bestand, ("datum",))
    for partij, handtekening in _handtekeningen(stuk):
        if handtekening and handtekening.getekend_op and handtekening.getekend_op > peildatum:
            yield Overtreding("CAL-03", stuk.bestand, ("ondertekening", partij, "getekend_op"))


def _handtekeningen(stuk: Stuk) -> Iterator[tuple[str, Handtekening | None]]:
    ondertekening = getattr(stuk.gegevens, "ondertekening", None)
    for partij in type(ondertekening).model_fields if ondertekening else ():
        yield partij, getattr(ondertekening, partij)


def _is_open(handtekening: Handtekening | None) -> bool:
    if handtekening is None:
        return True
    geweigerd = isinstance(handtekening, HandtekeningPartij) and handtekening.geweigerd is not None
    return handtekening.getekend_op is None and not geweigerd


def _is_bedrijfsarts(zaak: Zaak, persoon: str) -> bool:
    return zaak.organisaties.personen[persoon].rol is Rol.BEDRIJFSARTS


REGELS: tuple[Callable[[Zaak, Stuk, dt.date], Iterator[Overtreding]], ...] = (
    bsn_ontbreekt,
    handtekening_ontbreekt,
    geen_bedrijfsarts_stelde_op,
    geen_bedrijfsarts_tekende,
    herbeoordeling_ontbreekt,
    plan_is_niet_af,
    plan_is_ouder_dan_analyse,
    wijziging_ontbreekt,
    datum_in_de_toekomst,
)
