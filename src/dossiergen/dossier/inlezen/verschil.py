"""The fields of the file that came back against those of the one made anew: which of them would change, and whether they may."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_origin

from dossiergen.dossier.inlezen.herkomst import Bronstuk
from dossiergen.dossier.inlezen.kaart import Veldplek
from dossiergen.dossier.inlezen.lezing import Lezing, Veldvak
from dossiergen.dossier.inlezen.voorstel import Wijziging
from dossiergen.dossier.inlezen.waarden import Onleesbaar, Veldsoort, nieuwe_waarde, veldsoort, zelfde_waarde
from dossiergen.finding import CATALOGUS, Finding, Plaats
from dossiergen.stukken.keuzes import Keuzes
from dossiergen.zaak import Status, Stuk
from dossiergen.zaak.bedrijfsartsdeel import BESTAND
from dossiergen.zaak.veldwijzer import model_op
from dossiergen.zaak.yaml import Pad, pad_tekst

__all__ = ["Vergelijking"]

_GEDEELD = "organisaties.yaml"
# Beside the text of a field, not in it: told as what happened elsewhere.
_MAG_BLIJVEN = frozenset({"een opmerking in de kantlijn", "een voetnoot", "een eindnoot"})

Uitkomst = tuple[list[Wijziging], list[Finding]]


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """`toen`: the file made anew. `nu`: the one that came back."""

    bron: Bronstuk
    toen: Lezing
    nu: Lezing
    keuzes: Keuzes

    def velden(self) -> Uitkomst:
        """The changed fields in the order of the document, and the findings about those that cannot be taken over."""
        gevonden: dict[tuple[str, Pad], Wijziging] = {}
        findings: list[Finding] = []
        for sleutel, plek in self.bron.velden.items():
            gewijzigd, bezwaren = self._veld(sleutel, plek)
            findings += bezwaren
            for een in gewijzigd:
                if gevonden.setdefault((een.bestand, een.pad), een) != een:
                    melding = "Dit veld staat twee keer in het stuk, elk met een andere tekst."
                    findings.append(self._over(plek, "INL-08", melding))
        return list(gevonden.values()), findings

    def _veld(self, sleutel: str, plek: Veldplek) -> Uitkomst:
        vers, vak = self.toen.vakken.get(sleutel), self.nu.vakken.get(sleutel)
        if bezwaar := self._onleesbaar(sleutel, plek):
            return [], [bezwaar]
        if vers is None or vak is None or (vak.vorm == vers.vorm and vak.opties == vers.opties):
            return [], []
        soort = self._soort(plek)
        if soort is None:
            return [], [self._over(plek, "INL-09", *self._waarom_niet(plek))]
        if get_origin(soort.soort) is tuple:
            return self._lijst(plek, soort.deel, vers, vak)
        return self._gewijzigd(plek, soort, vers, vak)

    def _onleesbaar(self, sleutel: str, plek: Veldplek) -> Finding | None:
        """Why a control does not say what its field would be."""
        if sleutel not in self.toen.vakken:
            return None
        vak = self.nu.vakken.get(sleutel)
        if vak is None:
            return self._over(plek, "INL-11", "Dit veld is uit het Word-bestand verdwenen.")
        if sleutel in self.nu.dubbel:
            return self._over(plek, "INL-11", "Dit veld staat meer dan één keer in het Word-bestand.")
        vreemd = vak.vreemd - self.toen.vakken[sleutel].vreemd - _MAG_BLIJVEN
        if not vreemd:
            return None
        if "een bijgehouden wijziging" in vreemd:
            melding = "In dit veld staan bijgehouden wijzigingen."
            oplossing = "Accepteer of verwerp ze in Word (tabblad Controleren), en lees het bestand dan in."
        else:
            melding = f"In dit veld staat {' en '.join(sorted(vreemd))}; dat gaat als tekst verloren."
            oplossing = "Schrijf in Word met gewone tekst wat er staat, en lees het bestand opnieuw in."
        return self._over(plek, "INL-11", melding, oplossing)

    def _lijst(self, plek: Veldplek, soort: Veldsoort, vers: Veldvak, vak: Veldvak) -> Uitkomst:
        """A list of texts: each item for itself. Which item came or went, a line in Word does not say."""
        toen, nu = vers.punten, vak.punten
        if len(toen) != len(nu):
            melding = "In deze lijst is een punt toegevoegd of verwijderd."
            oplossing = "Laat het aantal punten in Word gelijk. Een punt erbij of eraf schrijft u in het bestand zelf."
            return [], [self._over(plek, "INL-08", melding, oplossing)]
        gewijzigd: list[Wijziging] = []
        bezwaren: list[Finding] = []
        for nr, (een, ander) in enumerate(zip(toen, nu, strict=True)):
            if een.vorm != ander.vorm:
                nieuw, over = self._gewijzigd(Veldplek(plek.bestand, f"{plek.pad}.{nr}"), soort, een, ander)
                gewijzigd += nieuw
                bezwaren += over
        return gewijzigd, bezwaren

    def _gewijzigd(self, plek: Veldplek, soort: Veldsoort, vers: Veldvak, vak: Veldvak) -> Uitkomst:
        oud = self._huidig(plek)
        try:
            nieuw = nieuwe_waarde(soort, vers, vak, oud, self.keuzes)
        except Onleesbaar as fout:
            return [], [self._over(plek, "INL-08", fout.melding, fout.oplossing)]
        if zelfde_waarde(soort, oud, nieuw):
            return [], []
        wijziging = Wijziging(plek.bestand, plek.delen, self._plaats(plek), soort.omschrijving, oud, nieuw)
        melding, oplossing = self._waarom_niet(plek)
        if melding:
            return [wijziging], [self._over(plek, "INL-09", melding, oplossing)]
        return [wijziging], [self._over(plek, "INL-12")] if _is_gedeeld(self.bron.stuk, plek) else []

    def _soort(self, plek: Veldplek) -> Veldsoort | None:
        model = self.bron.model(plek.bestand)
        if model is None:
            return None
        if isinstance(plek.delen[-1], int):
            lijst = self._soort(Veldplek(plek.bestand, plek.pad.rpartition(".")[0]))
            return lijst.deel if lijst else None
        houder = model_op(model, plek.delen[:-1])
        return veldsoort(houder, str(plek.delen[-1])) if houder else None

    def _huidig(self, plek: Veldplek) -> str | None:
        """The text that stands in the file; None where nothing does."""
        document = self.bron.document(plek.bestand)
        waarde: object = document.data if document else None
        for deel in plek.delen:
            if isinstance(waarde, dict):
                waarde = waarde.get(deel)
            elif isinstance(waarde, list) and isinstance(deel, int) and deel < len(waarde):
                waarde = waarde[deel]
            else:
                return None
        return waarde if isinstance(waarde, str) else None

    def _waarom_niet(self, plek: Veldplek) -> tuple[str, str]:
        """Why a field may not be changed from this document, and what to do; empty where it may."""
        if plek.bestand == _GEDEELD:
            return "Dit veld staat in organisaties.yaml, dat alle zaken delen.", "Pas het daar zelf aan."
        if self.bron.stuk.bestand == BESTAND and plek.bestand != BESTAND:
            return (
                "Dit veld staat in de open zaak; een vertrouwelijk stuk verandert daar niets.",
                f"Zet in Word de oude tekst terug, en pas het veld zelf aan in {plek.bestand}.",
            )
        eigenaar = _eigenaar(self.bron.stukken, plek)
        if eigenaar not in {None, self.bron.stuk} and eigenaar.gegevens.status is not Status.CONCEPT:
            return (
                "Dit veld is van een ander stuk, waarvan de tekst vastligt.",
                "Zet in Word de oude tekst terug. Verhoog van dat andere stuk de `versie` voordat u het verandert.",
            )
        bekend = self.bron.model(plek.bestand) is not None
        return (
            ("", "") if bekend else ("Dit veld hoort niet bij deze zaak.", "Zet in Word de oude tekst terug.")
        )

    def _plaats(self, plek: Veldplek) -> Plaats:
        geladen = self.bron.deel if plek.bestand == BESTAND else self.bron.geladen
        return geladen.plaats(plek.bestand, plek.delen)

    def _over(self, plek: Veldplek, code: str, melding: str = "", oplossing: str = "") -> Finding:
        """A finding about a field, at its place in the case, called as its model calls it."""
        soort = self._soort(plek)
        label = soort.omschrijving.rstrip(".?") if soort else ""
        melding = melding or CATALOGUS[code].titel
        return CATALOGUS[code].finding(
            self._plaats(plek),
            f"{melding} Veld: {label}." if label else melding,
            pad=pad_tekst(plek.delen),
            oplossing=oplossing,
        )


def _eigenaar(stukken: Iterable[Stuk], plek: Veldplek) -> Stuk | None:
    """The document whose own field this is."""
    eigen = (stuk for stuk in stukken if stuk.bestand == plek.bestand)
    return next((stuk for stuk in eigen if plek.delen[: len(stuk.pad)] == stuk.pad), None)


def _is_gedeeld(stuk: Stuk, plek: Veldplek) -> bool:
    """Whether other documents show the field as well."""
    return plek.bestand != stuk.bestand or plek.delen[: len(stuk.pad)] != stuk.pad
