"""From the map in a file to the document it came from: the case found, the document composed anew and held against it."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel

from dossiergen.dossier.inlezen.kaart import Kaart, Veldplek, lees_kaart
from dossiergen.dossier.inlezen.niet_ingelezen import NietIngelezen
from dossiergen.dossier.inlezen.pakket import Pakket, open_pakket
from dossiergen.dossier.lezers import bezwaar_tegen_lezers
from dossiergen.dossier.mappen import laad
from dossiergen.dossier.werkplaats import Werkplaats
from dossiergen.huisstijl import laad as laad_huisstijl
from dossiergen.render.docx import DocxSchrijver
from dossiergen.stukken import Stukvorm
from dossiergen.zaak import GeladenBedrijfsartsdeel, GeladenZaak, Stuk, Zaak, laad_bedrijfsartsdeel
from dossiergen.zaak.bedrijfsartsdeel import BESTAND, Bedrijfsartsdeel
from dossiergen.zaak.gegevens import Zaakgegevens
from dossiergen.zaak.mappen import mapnaam
from dossiergen.zaak.yaml import Document

__all__ = ["Bronstuk", "zoek_bron"]

_ZAAK = "zaak.yaml"


@dataclass(frozen=True, slots=True)
class Bronstuk:
    """The document that a file came from, as the case has it now."""

    geladen: GeladenZaak
    deel: GeladenBedrijfsartsdeel
    zaak: Zaak
    stuk: Stuk
    vorm: Stukvorm
    vers: Pakket
    """The Word file made anew."""
    velden: Mapping[str, Veldplek]
    """Its fields by key: no other may be changed."""

    @property
    def stukken(self) -> tuple[Stuk, ...]:
        return (*self.zaak.stukken, *(self.deel.deel.stukken if self.deel.deel else ()))

    def document(self, bestand: str) -> Document | None:
        """A file of the case as data."""
        return self.deel.document if bestand == BESTAND else self.geladen.documenten.get(bestand)

    def model(self, bestand: str) -> type[BaseModel] | None:
        """What a file of the case holds; none for one that several cases share."""
        if bestand == _ZAAK:
            return Zaakgegevens
        if bestand == BESTAND:
            return Bedrijfsartsdeel
        return next((type(stuk.gegevens) for stuk in self.zaak.stukken if stuk.bestand == bestand), None)


def zoek_bron(pakket: Pakket, mappen: Iterable[Path], werkplaats: Werkplaats, peildatum: dt.date) -> Bronstuk:
    """Raises NietIngelezen where the case or the document is not here, or no longer says what the file said."""
    kaart = lees_kaart(pakket)
    geladen, deel = _zaak(kaart, mappen, pakket.naam)
    zaak = geladen.zaak
    if zaak is None:
        raise NietIngelezen(
            "INL-04",
            pakket.naam,
            "In de zaak van dit stuk staan fouten.",
            "Los eerst op wat `dossiergen check` meldt.",
        )
    stuk, vorm = _stuk(kaart, zaak, deel, werkplaats, pakket.naam)
    if code := bezwaar_tegen_lezers(stuk, vorm):
        raise NietIngelezen(code, pakket.naam)
    ontwerp = werkplaats.ontwerp(zaak, stuk, vorm, peildatum)
    tekst = werkplaats.tekst(ontwerp)
    if tekst.inhoud != kaart.inhoud or str(stuk.gegevens.versie) != kaart.versie:
        raise NietIngelezen("INL-06", pakket.naam, oplossing=_andere_dag(vorm))
    # In the look that it had: a house style brings pictures, heads and feet.
    bekend = kaart.huisstijl in werkplaats.sjablonen.huisstijlen()
    stijl = laad_huisstijl(kaart.huisstijl, werkplaats.sjablonen) if bekend else ontwerp.huisstijl
    from dossiergen.render.pdf import logo_als_png  # noqa: PLC0415  half a second, and not for every command

    docx = DocxSchrijver(stijl, logo_als_png(stijl)).schrijf(tekst.boom, tekst.eigenschappen)
    vers = open_pakket(docx, pakket.naam)
    verse_kaart = lees_kaart(vers)
    if kaart.velden != verse_kaart.velden:
        raise NietIngelezen("INL-05", pakket.naam)
    return Bronstuk(geladen, deel, zaak, stuk, vorm, vers, verse_kaart.velden)


def _andere_dag(vorm: Stukvorm) -> str:
    """A draft that tells of the case as a whole also changes with the day it is made on."""
    if not vorm.overzicht:
        return ""
    return (
        "Is dit stuk op een andere dag gemaakt? Geef die dag met --peildatum. Is de zaak intussen veranderd? Maak het stuk dan "
        "opnieuw en neem uw wijzigingen daarin over."
    )


def _zaak(kaart: Kaart, mappen: Iterable[Path], naam: str) -> tuple[GeladenZaak, GeladenBedrijfsartsdeel]:
    """The folder with the name that the map says: the name is compared, never made into a path."""
    passend = [map_ for map_ in mappen if mapnaam(map_) == kaart.kenmerk]
    if not passend:
        raise NietIngelezen("INL-04", naam)
    geladen, organisaties = next(laad(passend[:1]))
    return geladen, laad_bedrijfsartsdeel(geladen.map, organisaties)


def _stuk(
    kaart: Kaart, zaak: Zaak, deel: GeladenBedrijfsartsdeel, werkplaats: Werkplaats, naam: str
) -> tuple[Stuk, Stukvorm]:
    vorm = werkplaats.vormen.get(kaart.stuk)
    eigen = deel.deel.stukken if deel.deel else ()
    for stuk in (*zaak.stukken, *eigen):
        if vorm and vorm.bestaat(zaak, stuk) and _volgnr(stuk) == kaart.volgnr:
            return stuk, vorm
    raise NietIngelezen(
        "INL-04", naam, "De zaak van dit bestand is er, maar dit stuk staat er niet meer in.",
        "Is het stuk verwijderd of hernoemd? Komt het uit bedrijfsarts.yaml? Dan leest alleen wie dat bestand heeft het in.",
    )  # fmt: skip


def _volgnr(stuk: Stuk) -> str:
    return "" if stuk.volgnummer is None else str(stuk.volgnummer)
