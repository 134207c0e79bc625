"""Which documents are meant: by their case and name, or by a PDF that says what it is."""

import datetime as dt
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from dossiergen.dossier.keuring.gelezen import gelezen
from dossiergen.dossier.maken import Geopend, Keuze, open_zaak
from dossiergen.dossier.maker import Maker
from dossiergen.dossier.mappen import laad
from dossiergen.dossier.nazien import zeggen_hetzelfde
from dossiergen.dossier.pdfbestand import zelfde_beeld
from dossiergen.dossier.pdfherkomst import PdfHerkomst, lees_herkomst
from dossiergen.dossier.uitvoer import Uitvoer
from dossiergen.dossier.werkplaats import Werkplaats
from dossiergen.ondertekening import velden
from dossiergen.stukken import Stukvorm
from dossiergen.zaak import GeladenZaak, Status, Stuk
from dossiergen.zaak.mappen import mapnaam

__all__ = [
    "Gekozen",
    "gekozen",
    "losse_uitvoer",
    "stuk_van_pdf",
    "zaak_van_pdf",
    "zegt_wat_de_zaak_geeft",
    "ziet_eruit_als_ons_stuk",
]


@dataclass(frozen=True, slots=True)
class Gekozen:
    """One kind of document of one file of a case, and who makes it."""

    geladen: GeladenZaak
    maker: Maker
    stuk: Stuk
    vorm: Stukvorm


def gekozen(geladen: GeladenZaak, geopend: Geopend, keuze: Keuze) -> Iterator[Gekozen]:
    """All that was asked for, in the order of the case."""
    for maker, stuk, vorm in _alle(geopend):
        if keuze.kiest(stuk, vorm):
            yield Gekozen(geladen, maker, stuk, vorm)


def zaak_van_pdf(herkomst: PdfHerkomst, mappen: Iterable[Path]) -> GeladenZaak | None:
    """The case that a PDF says it is of: its name is compared with the folders there are, never made into a path."""
    passend = [map_ for map_ in mappen if mapnaam(map_) == herkomst.kenmerk]
    return next(laad(passend[:1]))[0] if passend else None


def stuk_van_pdf(
    pdf: bytes, mappen: Iterable[Path], werkplaats: Werkplaats, uitvoer: Uitvoer, peildatum: dt.date
) -> Gekozen | None:
    """The document that a PDF says it is; None where the file says nothing, or there is no such case or document here."""
    herkomst = lees_herkomst(pdf)
    geladen = zaak_van_pdf(herkomst, mappen) if herkomst else None
    if herkomst is None or geladen is None:
        return None
    for maker, stuk, vorm in _alle(open_zaak(geladen, werkplaats, uitvoer, peildatum)):
        if (vorm.naam, stuk.volgnummer) == (herkomst.stuk, herkomst.volgnr):
            return Gekozen(geladen, maker, stuk, vorm)
    return None


def ziet_eruit_als_ons_stuk(pdf: bytes, wat: Gekozen) -> bool:
    """Whether it is whole and hides, covers or adds nothing, as far as the checks of a file of ours can tell."""
    plek = wat.maker.werkplaats
    herkomst = lees_herkomst(pdf)
    stijl = plek.bekende_stijl(herkomst.huisstijl) if herkomst else None
    return not plek.keurder.keur_getekend(
        pdf, wat.maker.uitvoer.eigen, stijl.families if stijl else frozenset()
    )


def zegt_wat_de_zaak_geeft(pdf: bytes, wat: Gekozen, *, precies: bool = False) -> bool:
    """By the fingerprint that a file of ours carries, and by what it says itself: the first can be copied.

    `precies`: to the eye as well, for who signs it. A font in the file can give other letters than its text. A file that another
    version laid out otherwise then says something else, too.
    """
    herkomst = lees_herkomst(pdf)
    stuk = _zoals_vastgesteld(wat.stuk, frozenset(veld.partij for veld in velden(pdf)))
    plek = wat.maker.werkplaats
    ontwerp = plek.ontwerp(wat.maker.zaak, stuk, wat.vorm, wat.maker.peildatum)
    tekst = plek.tekst(ontwerp)
    if herkomst is None or (herkomst.inhoud, herkomst.versie) != (tekst.inhoud, stuk.gegevens.versie):
        return False
    stijl = plek.bekende_stijl(herkomst.huisstijl) or ontwerp.huisstijl
    vers = plek.schrijf(replace(ontwerp, huisstijl=stijl), tekst)
    with gelezen(pdf) as bestand:
        hetzelfde = zeggen_hetzelfde(bestand, vers[".docx"])
    return hetzelfde and (not precies or zelfde_beeld(pdf, vers[".pdf"]))


def _zoals_vastgesteld(stuk: Stuk, partijen: frozenset[str]) -> Stuk:
    """The document before those signed for whom the file has a place."""
    gegevens = stuk.gegevens
    ondertekening = getattr(gegevens, "ondertekening", None)
    if ondertekening is None:
        return stuk
    gegeven = {partij: getattr(ondertekening, partij, None) for partij in partijen}
    leeg = {partij: type(een)(persoon=een.persoon) for partij, een in gegeven.items() if een is not None}
    over = ondertekening.model_copy(update=leeg)
    return replace(
        stuk, gegevens=gegevens.model_copy(update={"status": Status.DEFINITIEF, "ondertekening": over})
    )


@contextmanager
def losse_uitvoer() -> Iterator[Uitvoer]:
    """A place for the work on a file that lies in no output folder; nothing stays there."""
    with tempfile.TemporaryDirectory(prefix="dossiergen-") as map_, Uitvoer(Path(map_)).open() as uitvoer:
        yield uitvoer


def _alle(geopend: Geopend) -> Iterator[tuple[Maker, Stuk, Stukvorm]]:
    for maker in geopend.delen:
        for stuk in maker.stukken:
            for vorm in maker.werkplaats.vormen_van(maker.zaak, stuk):
                yield maker, stuk, vorm
