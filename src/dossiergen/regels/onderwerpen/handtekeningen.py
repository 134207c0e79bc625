"""SIG-01 to SIG-05: who signed, when, and whether that person could."""

from collections.abc import Iterator

from dossiergen.finding import Ernst, Overtreding, Soort
from dossiergen.regels.ondertekening import handtekeningen
from dossiergen.regels.onderzoek import Onderzoek
from dossiergen.regels.regel import stukregel
from dossiergen.zaak import Rol, Status, Stuk
from dossiergen.zaak.plan_van_aanpak import StukVanPartijen
from dossiergen.zaak.probleemanalyse import OordeelBedrijfsarts
from dossiergen.zaak.stukgegevens import Handtekening, HandtekeningPartij, Stukgegevens
from dossiergen.zaak.yaml import Pad

__all__: list[str] = []

_VORM = "Beleidsregels vorm- en herkenbaarheidsvereisten reïntegratieverslagen, art. 2 lid 3"
_BEDRIJFSARTS = "Beleidsregels beoordelingskader poortwachter, § 6"


@stukregel(
    Soort(
        "SIG-01",
        "Een vereiste handtekening ontbreekt.",
        "Leg vast wanneer is getekend, of bij werkgever of werknemer de weigering met de reden. Zolang er een ontbreekt, "
        "is de status `definitief`.",
        grond=f"{_VORM}; voor een second opinion Arbobesluit, art. 2.14d",
    ),
    Stukgegevens,
)
def handtekening_ontbreekt(_wat: Onderzoek, stuk: Stuk, gegevens: Stukgegevens) -> Iterator[Overtreding]:
    """A definitive document still waits for its signatures, a signed one no longer; a draft asks for none."""
    if gegevens.status is Status.CONCEPT:
        return
    ernst = Ernst.WAARSCHUWING if gegevens.status is Status.DEFINITIEF else Ernst.FOUT
    for partij, handtekening in handtekeningen(gegevens):
        if _is_open(handtekening):
            melding = f"De handtekening van de {partij} ontbreekt."
            yield Overtreding("SIG-01", stuk.bestand, ("ondertekening", partij), melding, ernst)


@stukregel(
    Soort(
        "SIG-02",
        "Wie namens de werkgever tekende, is niet bekend.",
        "Vul `persoon` in bij de handtekening, of `contactpersoon` bij de werkgever in organisaties.yaml.",
        grond=_VORM,
    ),
    StukVanPartijen,
    concept_mag=True,
)
def ondertekenaar_is_onbekend(wat: Onderzoek, stuk: Stuk, gegevens: StukVanPartijen) -> Iterator[Overtreding]:
    """Only the werkgever can be nameless: a document of the bedrijfsarts always names who drew it up."""
    handtekening = gegevens.ondertekening.werkgever
    if handtekening is None or handtekening.getekend_op is None:
        return
    if handtekening.persoon is None and _contactpersoon(wat) is None:
        yield Overtreding("SIG-02", stuk.bestand, ("ondertekening", "werkgever", "persoon"))


_VOLGORDE = Soort(
    "SIG-03",
    "De datum van een handtekening past niet bij het stuk.",
    "Kijk de datums na. Kloppen ze, bewaar dan bij het stuk waarom het zo is gegaan.",
    Ernst.WAARSCHUWING,
    grond="volgorde van de stukken in het dossier",
)


@stukregel(_VOLGORDE, Stukgegevens)
def getekend_voor_het_stuk(_wat: Onderzoek, stuk: Stuk, gegevens: Stukgegevens) -> Iterator[Overtreding]:
    for partij, handtekening in handtekeningen(gegevens):
        if handtekening and handtekening.getekend_op and handtekening.getekend_op < gegevens.datum:
            melding = f"De {partij} tekende voor de datum van het stuk."
            yield Overtreding("SIG-03", stuk.bestand, ("ondertekening", partij, "getekend_op"), melding)


@stukregel(_VOLGORDE, StukVanPartijen, "handtekeningen_uiteen")
def getekend_ver_uiteen(wat: Onderzoek, stuk: Stuk, gegevens: StukVanPartijen) -> Iterator[Overtreding]:
    getekend = [
        (handtekening.getekend_op, partij)
        for partij, handtekening in handtekeningen(gegevens)
        if handtekening and handtekening.getekend_op
    ]
    if len(getekend) < 2:
        return
    (eerst, _), (laatst, partij) = min(getekend), max(getekend)
    dagen = (laatst - eerst).days
    if dagen > wat.recht.dagen("handtekeningen_uiteen", gegevens.datum):
        melding = f"Tussen de handtekeningen van werkgever en werknemer liggen {dagen} dagen."
        yield Overtreding("SIG-03", stuk.bestand, ("ondertekening", partij, "getekend_op"), melding)


@stukregel(
    Soort(
        "SIG-04",
        "Alleen een bedrijfsarts tekent dit stuk.",
        "Noem bij `persoon` de bedrijfsarts die heeft getekend.",
        grond=_BEDRIJFSARTS,
    ),
    OordeelBedrijfsarts,
)
def geen_bedrijfsarts_tekende(
    wat: Onderzoek, stuk: Stuk, gegevens: OordeelBedrijfsarts
) -> Iterator[Overtreding]:
    handtekening = gegevens.ondertekening.bedrijfsarts
    persoon = handtekening.persoon if handtekening else None
    if persoon and wat.zaak.organisaties.personen[persoon].rol is not Rol.BEDRIJFSARTS:
        yield Overtreding("SIG-04", stuk.bestand, ("ondertekening", "bedrijfsarts", "persoon"))


@stukregel(
    Soort(
        "SIG-05",
        "Wie dit stuk als bedrijfsarts schreef of tekende, treedt in deze zaak ook op voor de werkgever.",
        "Laat de begeleiding of de handtekening van de werkgever aan een ander, of noem de juiste persoon.",
        Ernst.WAARSCHUWING,
        grond="onafhankelijkheid van de bedrijfsarts",
    ),
    OordeelBedrijfsarts,
)
def bedrijfsarts_dient_ook_werkgever(
    wat: Onderzoek, stuk: Stuk, gegevens: OordeelBedrijfsarts
) -> Iterator[Overtreding]:
    """Each person once, where the document names that person first."""
    handtekening = gegevens.ondertekening.bedrijfsarts
    genoemd: tuple[tuple[Pad, str | None], ...] = (
        (("opsteller",), gegevens.opsteller),
        (("verantwoordelijke_bedrijfsarts",), gegevens.verantwoordelijke_bedrijfsarts),
        (("ondertekening", "bedrijfsarts", "persoon"), handtekening.persoon if handtekening else None),
    )
    gezien: set[str | None] = {None}
    for pad, persoon in genoemd:
        if persoon not in gezien:
            gezien.add(persoon)
            for rol in _bij_de_werkgever(wat, persoon):
                yield Overtreding("SIG-05", stuk.bestand, pad, f"Deze persoon is in deze zaak ook {rol}.")


def _bij_de_werkgever(wat: Onderzoek, persoon: str | None) -> Iterator[str]:
    """Of what somebody does for the werkgever in this case, that which weighs most."""
    if any(vervulling.persoon == persoon for vervulling in wat.zaak.gegevens.casemanager):
        yield "casemanager"
    elif persoon in _tekenaars_van_de_werkgever(wat):
        yield "ondertekenaar namens de werkgever"
    elif persoon == _contactpersoon(wat):
        yield "contactpersoon van de werkgever"


def _tekenaars_van_de_werkgever(wat: Onderzoek) -> set[str | None]:
    return {
        stuk.gegevens.ondertekening.werkgever.persoon
        for stuk in wat.zaak.stukken
        if isinstance(stuk.gegevens, StukVanPartijen) and stuk.gegevens.ondertekening.werkgever
    }


def _contactpersoon(wat: Onderzoek) -> str | None:
    """Who signs for the werkgever where the signature names nobody."""
    return wat.zaak.organisaties.werkgevers[wat.zaak.gegevens.werkgever].contactpersoon


def _is_open(handtekening: Handtekening | None) -> bool:
    """A refusal that is written down, with the reason, stands for a signature."""
    if handtekening is None:
        return True
    geweigerd = isinstance(handtekening, HandtekeningPartij) and handtekening.geweigerd is not None
    return handtekening.getekend_op is None and not geweigerd
