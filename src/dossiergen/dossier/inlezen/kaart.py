"""The map in a Word file of ours: which document of which case it is, and which field each control shows."""

from collections.abc import Mapping
from dataclasses import dataclass

from dossiergen.dossier.inlezen.niet_ingelezen import NietIngelezen
from dossiergen.dossier.inlezen.pakket import Pakket
from dossiergen.render.docx.velden import KAART_NAAMRUIMTE

__all__ = ["Kaart", "Veldplek", "lees_kaart"]

_WORTEL = f"{{{KAART_NAAMRUIMTE}}}dossiergen"
_VELD = f"{{{KAART_NAAMRUIMTE}}}veld"


@dataclass(frozen=True, slots=True)
class Veldplek:
    """Where a field stands in the case: a file and a dotted path."""

    bestand: str
    pad: str

    @property
    def delen(self) -> tuple[str | int, ...]:
        return tuple(int(deel) if deel.isdecimal() else deel for deel in self.pad.split("."))


@dataclass(frozen=True, slots=True)
class Kaart:
    """What the map of a file says; of an edited file only to be compared, never to be followed."""

    kenmerk: str
    stuk: str
    volgnr: str
    versie: str
    huisstijl: str
    inhoud: str
    velden: Mapping[str, Veldplek]


def lees_kaart(pakket: Pakket) -> Kaart:
    """The one map; Word may give its part another name. Raises NietIngelezen where there is none, or not one."""
    wortels = [
        boom
        for naam in pakket.delen
        if naam.startswith("customXml/item") and naam.endswith(".xml")
        for boom in [pakket.boom(naam)]
        if boom.tag == _WORTEL
    ]
    if not wortels:
        raise NietIngelezen("INL-03", pakket.naam)
    if len(wortels) > 1:
        raise NietIngelezen("INL-05", pakket.naam)
    wortel = wortels[0]
    velden = {
        str(een.get("sleutel")): Veldplek(str(een.get("bestand", "")), str(een.get("pad", "")))
        for een in wortel.iter(_VELD)
    }
    if len(velden) != sum(1 for _ in wortel.iter(_VELD)):
        raise NietIngelezen("INL-05", pakket.naam)
    namen = ("kenmerk", "stuk", "volgnr", "versie", "huisstijl", "inhoud")
    kenmerk, stuk, volgnr, versie, huisstijl, inhoud = (str(wortel.get(naam, "")) for naam in namen)
    if not kenmerk or not stuk:
        raise NietIngelezen(
            "INL-03", pakket.naam, "Dit stuk is gemaakt voordat stukken konden worden ingelezen."
        )
    return Kaart(kenmerk, stuk, volgnr, versie, huisstijl, inhoud, velden)
