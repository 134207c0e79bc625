"""The file that came back against the one made anew: which fields would change, and what happened around them."""

import difflib
from collections.abc import Iterable, Iterator
from typing import get_origin

from dossiergen.dossier.inlezen.herkomst import Bronstuk
from dossiergen.dossier.inlezen.kaart import Veldplek
from dossiergen.dossier.inlezen.lezing import Lezing, Vak, zonder_sloten
from dossiergen.dossier.inlezen.voorstel import Buiten, Wijziging
from dossiergen.dossier.inlezen.waarden import Onleesbaar, Veldsoort, nieuwe_waarde, veldsoort
from dossiergen.finding import CATALOGUS, Finding, Plaats
from dossiergen.stukken.keuzes import Keuzes
from dossiergen.zaak import Status, Stuk
from dossiergen.zaak.bedrijfsartsdeel import BESTAND
from dossiergen.zaak.veldwijzer import model_op
from dossiergen.zaak.yaml import Pad, pad_tekst

__all__ = ["buiten_de_velden", "wijzigingen"]

_GEDEELD = "organisaties.yaml"
_WERKWOORD = {"insert": "is tekst toegevoegd", "delete": "is tekst verwijderd", "replace": "is tekst veranderd"}


def wijzigingen(
    bron: Bronstuk, toen: Lezing, nu: Lezing, keuzes: Keuzes
) -> tuple[list[Wijziging], list[Finding]]:
    """The changed fields in the order of the document, and the findings about those that cannot be taken over."""
    gevonden: dict[tuple[str, Pad], Wijziging] = {}
    findings: list[Finding] = []
    for sleutel, plek in bron.velden.items():
        if sleutel not in toen.vakken:
            continue
        nieuw, bezwaren = _van_veld(bron, sleutel, plek, toen, nu, keuzes)
        for een in nieuw:
            eerder = gevonden.setdefault((een.bestand, een.pad), een)
            if eerder != een:
                bezwaren.append(_over(bron, plek, "INL-08", "Dit veld staat twee keer in het stuk, elk met een andere tekst."))
        findings += bezwaren
    return list(gevonden.values()), findings


def _van_veld(
    bron: Bronstuk, sleutel: str, plek: Veldplek, toen: Lezing, nu: Lezing, keuzes: Keuzes
) -> tuple[list[Wijziging], list[Finding]]:
    vers, vak = toen.vakken[sleutel], nu.vakken.get(sleutel)
    if vak is None:
        return [], [_over(bron, plek, "INL-11", "Dit veld is uit het Word-bestand verdwenen.")]
    if sleutel in nu.dubbel:
        return [], [_over(bron, plek, "INL-11", "Dit veld staat meer dan één keer in het Word-bestand.")]
    if vak.bijgehouden:
        melding = "In dit veld staan bijgehouden wijzigingen."
        oplossing = "Accepteer of verwerp ze in Word (tabblad Controleren), en lees het bestand dan in."
        return [], [_over(bron, plek, "INL-11", melding, oplossing)]
    if vak.vorm == vers.vorm and vak.opties == vers.opties:
        return [], []
    soort = _soort(bron, plek)
    if soort is None:
        return [], [_over(bron, plek, "INL-09", *_waarom_niet(bron, plek))]
    if get_origin(soort.soort) is tuple:
        return _van_lijst(bron, plek, soort.deel, (vers, vak), keuzes)
    return _gewijzigd(bron, plek, soort, vers, vak, keuzes)


def _van_lijst(
    bron: Bronstuk, plek: Veldplek, soort: Veldsoort, vakken: tuple[Vak, Vak], keuzes: Keuzes
) -> tuple[list[Wijziging], list[Finding]]:
    """A list of texts: each item for itself. Which item came or went, a line in Word does not say."""
    toen, nu = (vak.punten for vak in vakken)
    if len(toen) != len(nu):
        oplossing = "Laat het aantal punten in Word gelijk. Een punt erbij of eraf schrijft u in het bestand zelf."
        return [], [_over(bron, plek, "INL-08", "In deze lijst is een punt toegevoegd of verwijderd.", oplossing)]
    gewijzigd: list[Wijziging] = []
    bezwaren: list[Finding] = []
    for nr, (vers, vak) in enumerate(zip(toen, nu, strict=True)):
        if vers.vorm != vak.vorm:
            punt = Veldplek(plek.bestand, f"{plek.pad}.{nr}")
            nieuw, over = _gewijzigd(bron, punt, soort, vers, vak, keuzes)
            gewijzigd += nieuw
            bezwaren += over
    return gewijzigd, bezwaren


def _gewijzigd(
    bron: Bronstuk, plek: Veldplek, soort: Veldsoort, vers: Vak, vak: Vak, keuzes: Keuzes
) -> tuple[list[Wijziging], list[Finding]]:
    oud = _huidig(bron, plek)
    try:
        nieuw = nieuwe_waarde(soort, vers, vak, oud, keuzes)
    except Onleesbaar as fout:
        return [], [_over(bron, plek, "INL-08", fout.melding, fout.oplossing)]
    if nieuw == (oud and oud.strip()):
        return [], []
    wijziging = Wijziging(plek.bestand, plek.delen, _plaats(bron, plek), soort.omschrijving, oud, nieuw)
    bezwaar = _waarom_niet(bron, plek)
    if bezwaar[0]:
        return [wijziging], [_over(bron, plek, "INL-09", *bezwaar)]
    return [wijziging], [_over(bron, plek, "INL-12")] if _is_gedeeld(bron.stuk, plek) else []


def _soort(bron: Bronstuk, plek: Veldplek) -> Veldsoort | None:
    model = bron.model(plek.bestand)
    houder = model_op(model, plek.delen[:-1]) if model else None
    if houder is None and isinstance(plek.delen[-1], int):
        lijst = _soort(bron, Veldplek(plek.bestand, plek.pad.rpartition(".")[0]))
        return lijst.deel if lijst else None
    return veldsoort(houder, str(plek.delen[-1])) if houder else None


def _huidig(bron: Bronstuk, plek: Veldplek) -> str | None:
    """The text that stands in the file; None where nothing does."""
    document = bron.document(plek.bestand)
    waarde: object = document.data if document else None
    for deel in plek.delen:
        if isinstance(waarde, dict):
            waarde = waarde.get(deel)
        elif isinstance(waarde, list) and isinstance(deel, int) and deel < len(waarde):
            waarde = waarde[deel]
        else:
            return None
    return waarde if isinstance(waarde, str) else None


def _waarom_niet(bron: Bronstuk, plek: Veldplek) -> tuple[str, str]:
    """Why a field may not be changed from this document, and what to do; empty where it may."""
    eigen = bron.stuk.bestand
    if plek.bestand == _GEDEELD:
        return "Dit veld staat in organisaties.yaml, dat alle zaken delen.", "Pas het daar zelf aan."
    if eigen == BESTAND and plek.bestand != BESTAND:
        return (
            "Dit veld staat in de open zaak; een vertrouwelijk stuk verandert daar niets.",
            f"Pas het zelf aan in {plek.bestand}.",
        )
    eigenaar = _eigenaar(bron.stukken, plek)
    if eigenaar is not None and eigenaar != bron.stuk and eigenaar.gegevens.status is not Status.CONCEPT:
        return (
            "Dit veld is van een ander stuk, waarvan de tekst vastligt.",
            "Verhoog daar `versie` en zet `status: concept` voordat u iets verandert.",
        )
    return ("", "") if bron.model(plek.bestand) else ("Dit veld hoort niet bij deze zaak.", "Zet de oude tekst terug.")


def _eigenaar(stukken: Iterable[Stuk], plek: Veldplek) -> Stuk | None:
    """The document whose own field this is."""
    return next(
        (stuk for stuk in stukken if stuk.bestand == plek.bestand and plek.delen[: len(stuk.pad)] == stuk.pad), None
    )


def _is_gedeeld(stuk: Stuk, plek: Veldplek) -> bool:
    """Whether other documents show the field as well."""
    return plek.bestand != stuk.bestand or plek.delen[: len(stuk.pad)] != stuk.pad


def _plaats(bron: Bronstuk, plek: Veldplek) -> Plaats:
    return (bron.deel if plek.bestand == BESTAND else bron.geladen).plaats(plek.bestand, plek.delen)


def _over(bron: Bronstuk, plek: Veldplek, code: str, melding: str = "", oplossing: str = "") -> Finding:
    """A finding about a field, at its place in the case, called as its model calls it."""
    soort = _soort(bron, plek)
    label = soort.omschrijving.rstrip(".?") if soort else ""
    melding = melding or CATALOGUS[code].titel
    return CATALOGUS[code].finding(
        _plaats(bron, plek),
        f"{melding} Veld: {label}." if label else melding,
        pad=pad_tekst(plek.delen),
        oplossing=oplossing,
    )


def buiten_de_velden(naam: str, toen: Lezing, nu: Lezing) -> Iterator[Buiten]:
    """Everything that differs where no field is, each with where it is."""
    yield from _tekst(naam, toen, nu)
    for rand, tekst in (nu.randen - toen.randen) | (toen.randen - nu.randen):
        kwam = (rand, tekst) in nu.randen
        yield Buiten(
            _buiten(naam, f"In de {rand} {'staat andere' if kwam else 'ontbreekt'} tekst."),
            *(((), (tekst,)) if kwam else ((tekst,), ())),
        )
    for (wat, waar), aantal in sorted((nu.bijzonder - toen.bijzonder).items()):
        hoeveel = f" ({aantal} keer)" if aantal > 1 else ""
        yield Buiten(_buiten(naam, f"{_zin(waar)} staat {wat}{hoeveel}."))
    for (wat, waar), _ in sorted((toen.bijzonder - nu.bijzonder).items()):
        yield Buiten(_buiten(naam, f"{_zin(waar)} ontbreekt {wat}."))


def _tekst(naam: str, toen: Lezing, nu: Lezing) -> Iterator[Buiten]:
    eerder, later = [een.tekst for een in toen.alineas], [een.tekst for een in nu.alineas]
    for soort, a, b, c, d in difflib.SequenceMatcher(None, eerder, later, autojunk=False).get_opcodes():
        if soort == "equal":
            continue
        waar = nu.alineas[c].waar if c < d else toen.alineas[a].waar
        yield Buiten(
            _buiten(naam, f"{_zin(waar)} {_WERKWOORD[soort]}."),
            tuple(zonder_sloten(tekst) for tekst in eerder[a:b]),
            tuple(zonder_sloten(tekst) for tekst in later[c:d]),
        )


def _buiten(naam: str, melding: str) -> Finding:
    return CATALOGUS["INL-10"].finding(Plaats(naam), melding)


def _zin(waar: str) -> str:
    return waar[:1].upper() + waar[1:] if waar not in {"koptekst", "voettekst"} else f"In de {waar}"


