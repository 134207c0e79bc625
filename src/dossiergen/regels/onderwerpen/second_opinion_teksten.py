"""SO-15, SO-29, SO-30 and SO-32: what a free text about a second opinion may not say."""

from collections.abc import Iterator
from functools import partial

from dossiergen.finding import CATALOGUS, Ernst, Overtreding, Soort
from dossiergen.regels.onderwerpen.second_opinion_arts import KOSTEN
from dossiergen.regels.onderwerpen.second_opinion_genoemd import kan_het_noemen
from dossiergen.regels.onderzoek import Onderzoek, Verzoekonderzoek
from dossiergen.regels.regel import stukregel, verzoekregel
from dossiergen.regels.teksten import teksten_van
from dossiergen.regels.verzoeken import raadpleging_van
from dossiergen.regels.zinnen import Patroon, met_zin, ontkend, patroon
from dossiergen.zaak import Stuk
from dossiergen.zaak.basis import Model
from dossiergen.zaak.second_opinion import Kostendrager
from dossiergen.zaak.second_opinion_stukken import Toekenning
from dossiergen.zaak.stukgegevens import Stukgegevens
from dossiergen.zaak.vertrouwelijk import StukVanBedrijfsarts, VertrouwelijkStuk
from dossiergen.zaak.yaml import Pad

__all__: list[str] = []

_NVAB = "NVAB, veelgestelde vragen over de second opinion"
# The employee's own words are the employee's.
_VAN_DE_WERKNEMER = frozenset({"visie_werknemer", "twijfel"})
# What these tell or advise is of the case itself: that work was put off can be a fact, or a new advice.
_OVER_DE_ZAAK = frozenset(
    {
        "feiten",
        "geldend_advies",
        "gevraagd",
        "motivering",
        "niet_overgenomen",
        "nieuw_advies",
        "overgenomen",
        "vraag",
    }
)
# Further on in the sentence; without a limit a long text would take very long.
_VERDER = ".{0,200}"
_SECOND_OPINION = r"second[\s-]*opinion"
_ANDERE_ARTS = rf"(?:{_SECOND_OPINION}|tweede\s+mening|andere\s+bedrijfsarts)"
_GAAT_EROVER = patroon(_ANDERE_ARTS)

# In capitals: in small letters it is how somebody is addressed.
_HR = r"(?-i:HR)(?:-\w+)?"
_WERKGEVER = rf"(?:\w+\s+){{0,2}}(?:werkgever|casemanager|leidinggevende|personeelszaken|{_HR}|p\s?&\s?o)\b"
_BRIEF = r"(?:deze|dit|de)\s+(?:brief|besluit|beslissing|afwijzing|toekenning|reactie)"
_KOPIE = patroon(
    rf"\bb?cc\b\W*(?:aan\s+)?{_WERKGEVER}",
    rf"\b(?:kopie|afschrift)(?:\s+van\s+{_BRIEF})?(?:\s+(?!van\b)\w+){{0,4}}\s+(?:aan|naar|voor)\b\W+{_WERKGEVER}",
    rf"\b{_WERKGEVER}\s+(?:krijgt|ontvangt)\s+(?:\w+\s+){{0,3}}(?:kopie|afschrift)(?!\s+van)",
    rf"\b{_WERKGEVER}\s+(?:krijgt|ontvangt)\s+(?:\w+\s+){{0,5}}{_BRIEF}",
    rf"\b(?:stuur|zend|mail|geef)\b{_VERDER}\b{_BRIEF}\s+(?:\w+\s+){{0,3}}(?:aan|naar)\s+{_WERKGEVER}",
)

_INFORMEREN = patroon(
    rf"\bik\s+(?:\w+\s+){{0,2}}(?:informeer|informeerde|bericht|licht)\s+{_WERKGEVER}",
    rf"\b{_WERKGEVER}\s+(?:\w+\s+){{0,3}}(?:laten\s+weten|geïnformeerd|op\s+de\s+hoogte)\b",
    rf"\b{_WERKGEVER}\s+(?:krijgt|ontvangt)\s+(?:hiervan|hierover)\s+bericht",
    rf"\bdoorslag\s+(?:aan|naar|voor)\s+{_WERKGEVER}",
)

_DOOR_WERKNEMER = patroon(
    r"\bu\s+(?:zelf\s+)?(?:gaf|gaven|stuurde|mailde|kreeg|mag|kunt|wilt|wilde)\b",
    r"\b(?:gaf|stuurde|mailde|kreeg|mag|kunt|wilt|wilde)\s+u\b",
)

_LOON = patroon(r"\b(?:op|met|van|uit)\s+(?:uw|jouw|je|het|zijn|haar)\s+(?:loon|salaris|vakantiegeld)\b")
_INHOUDEN = patroon(
    r"\b(?:inhoud(?:en|ing|t)|ingehouden|verreken(?:en|d|t|ing)|mindering|afgetrokken|aftrekken)\b",
    r"\b(?:houd(?:en|t)?\s+(?:\w+\s+){0,8}in|trek(?:ken|t)?\s+(?:\w+\s+){0,8}af)\b",
)
_KOSTEN = patroon(r"\b(?:kosten|factuur)\b")
_ZELF_BETALEN = patroon(
    r"\b(?:voor|op)\s+(?:uw|jouw|je)\s+(?:eigen\s+)?(?:rekening|kosten)\b",
    r"\bbetaalt?\s+(?:u|je|jij)\s+(?:de\s+kosten\s+)?zelf\b | \b(?:u|je|jij)\s+betaalt?\s+(?:de\s+kosten\s+)?zelf\b",
    r"\bbij\s+(?:u|jou|je)\s+in\s+rekening\b",
)
_BUITEN = patroon(r"\bbuiten\b")

_OVERNEMEN = r"(?:overnemen|over\s+te\s+nemen|opvolgen|op\s+te\s+volgen|volgen)"
_JURIDISCH = patroon(r"\bjuridisch\s+bindend\b")
_BINDEND = patroon(
    rf"{_ANDERE_ARTS}{_VERDER}\b(?:bindend|rechtskracht)\b",
    rf"\b(?:bindend|rechtskracht)\b{_VERDER}{_ANDERE_ARTS}",
    rf"\b(?:moet(?:en)?|verplicht)\s+(?:(?!of\b)\w+\s+){{0,4}}{_ANDERE_ARTS}\s+(?:\w+\s+){{0,3}}{_OVERNEMEN}\b",
)
_HEET = r"\s*(?:\(\s*|,?\s*(?:ook\s+wel|oftewel|ofwel|is|heet|als)\s+)(?:een\s+|het\s+|de\s+)?"
_VERWARD = patroon(
    rf"\b{_SECOND_OPINION}\s+(?:(?!of\b|en\b|dan\b|naast\b)\w+\s+){{0,2}}(?:van|door|bij|aan)\s+(?:het\s+)?uwv\b",
    r"\bdeskundigenoordeel\s+(?:van|door)\s+(?:een|de|mijn|uw)\s+(?:\w+\s+)?bedrijfsarts\b",
    rf"\b{_SECOND_OPINION}{_HEET}deskundigenoordeel\b",
    rf"\bdeskundigenoordeel{_HEET}{_SECOND_OPINION}\b",
)

_OVER_WERK = patroon(
    r"\b(?:afsprak\w*|afspraak|plan\s+van\s+aanpak|re-?integr\w*|reïntegr\w*|opbouw\w*|hervat\w*|schema|uren)\b",
    r"\bwerk(?!gever|nemer)\w*\b",
)
_OPSCHORTEN = patroon(
    r"\b(?:opgeschort|opschort(?:en|ing)?|stilgelegd|stilleggen|stilligt|stilliggen|uitgesteld|uitstellen)\b",
    r"\b(?:gepauzeerd|pauzeren|bevroren|afwachten)\b",
    r"\b(?:ligt|liggen|leg|legt|leggen)\s+(?:\w+\s+){0,6}stil\b",
    r"\b(?:schort|schorten)\s+(?:\w+\s+){0,6}op\b | \b(?:stel|stelt|stellen)\s+(?:\w+\s+){0,6}uit\b",
    r"\bwacht(?:en|t)?\s+(?:\w+\s+){0,6}(?:af|op|tot|totdat)\b",
)
_HOEFT = r"hoeft?\s+(?:\w+\s+){0,4}niet"
_HOEFT_NIET = patroon(
    rf"\b{_HOEFT}\b{_VERDER}\b(?:tot|totdat|zolang)\b",
    rf"\b(?:tot|totdat|zolang)\b{_VERDER}\b{_HOEFT}\b",
)


@stukregel(CATALOGUS["SO-15"], StukVanBedrijfsarts, "second_opinion")
def kopie_voor_de_werkgever(
    _wat: Onderzoek, stuk: Stuk, gegevens: StukVanBedrijfsarts
) -> Iterator[Overtreding]:
    """That nobody gets a copy, may be said, and so may what the employee himself did with one."""
    if raadpleging_van(stuk) is None:
        return
    for vorm, ernst, melding in (
        (_KOPIE, None, "Volgens deze tekst krijgt de werkgever of de casemanager een kopie."),
        (_INFORMEREN, Ernst.WAARSCHUWING, "Volgens deze tekst hoort de werkgever of de casemanager hiervan."),
    ):
        for pad in met_zin(gegevens, partial(_deelt_mee, vorm), frozenset({"feiten"})):
            oplossing = "Haal de zin weg: alleen de werknemer krijgt deze brief."
            yield Overtreding("SO-15", stuk.bestand, pad, melding, ernst, oplossing)


def _deelt_mee(vorm: Patroon, zin: str) -> bool:
    return vorm.in_zin(zin) and not ontkend(zin) and not _DOOR_WERKNEMER.in_zin(zin)


@stukregel(KOSTEN, VertrouwelijkStuk, "second_opinion", "second_opinion_kosten_werknemer")
def dreigt_met_kosten(_wat: Onderzoek, stuk: Stuk, gegevens: VertrouwelijkStuk) -> Iterator[Overtreding]:
    """Whoever goes outside the contract pays, and a letter may say so; nothing is ever taken from wages."""
    raadpleging = raadpleging_van(stuk)
    if raadpleging is None:
        return
    for pad in met_zin(gegevens, _van_het_loon):
        melding = "Deze tekst zegt dat kosten van een second opinion van het loon afgaan. Dat mag niet."
        yield Overtreding("SO-29", stuk.bestand, pad, melding, oplossing="Haal de zin weg.")
    if not isinstance(gegevens, Toekenning) or raadpleging.kosten is Kostendrager.WERKNEMER:
        return
    for pad in met_zin(gegevens, _zelf_betalen):
        melding = "Volgens deze tekst betaalt de werknemer zelf. Binnen het contract betaalt de werkgever."
        oplossing = "Haal de zin weg, of zeg erbij dat het gaat om een arts buiten het contract."
        yield Overtreding("SO-29", stuk.bestand, pad, melding, oplossing=oplossing)


def _van_het_loon(zin: str) -> bool:
    return all(deel.in_zin(zin) for deel in (_LOON, _INHOUDEN, _KOSTEN)) and not ontkend(zin)


def _zelf_betalen(zin: str) -> bool:
    return _ZELF_BETALEN.in_zin(zin) and not _BUITEN.in_zin(zin) and not ontkend(zin)


_GEVOLG = Soort(
    "SO-30",
    "Deze tekst geeft een second opinion een kracht die zij niet heeft, of verwart haar met het deskundigenoordeel van UWV.",
    "Schrijf dat het advies van de andere bedrijfsarts niet bindt. UWV geeft een deskundigenoordeel, een bedrijfsarts een second opinion.",
    Ernst.WAARSCHUWING,
    grond=f"{_NVAB}; Burgerlijk Wetboek Boek 7, art. 629a",
)


@stukregel(
    _GEVOLG, Stukgegevens, "second_opinion", "second_opinion_bindend", "second_opinion_deskundigenoordeel"
)
def verkeerd_gevolg_in_een_stuk(_wat: Onderzoek, stuk: Stuk, gegevens: Stukgegevens) -> Iterator[Overtreding]:
    for pad in _met_verkeerd_gevolg(gegevens, eigen=raadpleging_van(stuk) is not None):
        yield Overtreding("SO-30", stuk.bestand, pad)


@verzoekregel(_GEVOLG, "second_opinion", "second_opinion_bindend", "second_opinion_deskundigenoordeel")
def verkeerd_gevolg_in_het_verzoek(over: Verzoekonderzoek) -> Iterator[Overtreding]:
    """Outside its documents: the question, and what was advised."""
    for pad in _met_verkeerd_gevolg(over.verzoek.raadpleging, eigen=True):
        yield over.overtreding("SO-30", *pad)


def _met_verkeerd_gevolg(model: Model, *, eigen: bool) -> Iterator[Pad]:
    """In a text of the request (`eigen`) it need not be said of what."""
    vormen = (_BINDEND, _VERWARD, *((_JURIDISCH,) if eigen else ()))
    if eigen or kan_het_noemen(model) or "deskundigenoordeel" in teksten_van(model).samen:
        yield from met_zin(
            model,
            lambda zin: any(vorm.in_zin(zin) for vorm in vormen) and not ontkend(zin),
            _VAN_DE_WERKNEMER,
        )


@stukregel(
    Soort(
        "SO-32",
        "Volgens deze tekst ligt iets stil door de second opinion. Een second opinion stelt niets uit.",
        "Haal de zin weg: het advies en de afspraken gelden tot er een ander advies is.",
        Ernst.WAARSCHUWING,
        grond=f"{_NVAB}: geen opschortende werking",
    ),
    Stukgegevens,
    "second_opinion",
    "second_opinion_opschortend",
)
def afspraken_opgeschort(_wat: Onderzoek, stuk: Stuk, gegevens: Stukgegevens) -> Iterator[Overtreding]:
    """An open document has to name it in the same sentence; one of a request need not."""
    eigen = raadpleging_van(stuk) is not None
    if eigen or kan_het_noemen(gegevens):
        for pad in met_zin(
            gegevens,
            lambda zin: _ligt_stil(zin) and (eigen or _GAAT_EROVER.in_zin(zin)),
            _VAN_DE_WERKNEMER | _OVER_DE_ZAAK,
        ):
            yield Overtreding("SO-32", stuk.bestand, pad)


def _ligt_stil(zin: str) -> bool:
    return _OVER_WERK.in_zin(zin) and (
        _HOEFT_NIET.in_zin(zin) or (_OPSCHORTEN.in_zin(zin) and not ontkend(zin))
    )
