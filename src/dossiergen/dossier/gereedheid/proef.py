"""Trial documents: one page, made with our own writers and looked at again."""

import datetime as dt
import io
import zipfile
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path

import pikepdf
from fontTools.ttLib import TTFont, TTLibError  # type: ignore[import-untyped]
from lxml import etree

from dossiergen.dossier.gereedheid.punt import Gereed, Keuringspunt
from dossiergen.errors import DossiergenFout
from dossiergen.huisstijl import Huisstijl, laad, letterbestanden
from dossiergen.render.boom import lees
from dossiergen.render.docx import DocxSchrijver
from dossiergen.render.eigenschappen import Eigenschappen
from dossiergen.sjablonen import Sjablonen

__all__ = ["gebreken_van", "letters", "proefstukken"]

_GROEP = "Letters en proefstukken"
_OPNIEUW = "`pip install --force-reinstall font-source-sans-pro font-source-serif-pro`"
_VERSIES = "Installeer dossiergen opnieuw met de versies uit constraints.txt."
_ONLEESBAAR = "een bestand dat daarvoor nodig is, kan niet worden gelezen of geschreven"
_KIJK = "Zijn de lettertypen er, en is er ruimte in de map voor tijdelijke bestanden?"
_WOORD = "Proefblad"
_HTML = f"""<article lang="nl" data-soort="formulier" data-afzender="{_WOORD}" data-status="CONCEPT" data-voet="{_WOORD}">
<h1>{_WOORD}</h1><p>Gewoon, <strong>vet</strong> en <em>cursief</em>: één ë, één ij.</p></article>"""
_EIGENSCHAPPEN = Eigenschappen(_WOORD, _WOORD, dt.date(2026, 1, 1))
_MERKEN = {
    "{http://www.aiim.org/pdfa/ns/id/}part": "3",
    "{http://www.aiim.org/pdfa/ns/id/}conformance": "A",
    "{http://www.aiim.org/pdfua/ns/id/}part": "1",
}


def letters(bestanden: Iterable[Path] | None = None) -> Iterator[Keuringspunt]:
    """The fonts of the packages, each opened."""
    alle = tuple(letterbestanden() if bestanden is None else bestanden)
    stuk = [pad.name for pad in alle if not _leesbaar(pad)]
    if stuk or not alle:
        gevonden = f"niet te lezen: {', '.join(stuk)}" if stuk else "er zijn er geen"
        yield Keuringspunt(_GROEP, "lettertypen", Gereed.ONTBREEKT, gevonden, _OPNIEUW)
    else:
        yield Keuringspunt(_GROEP, "lettertypen", Gereed.GOED, f"{len(alle)} bestanden uit de pakketten")


def proefstukken(sjablonen: Sjablonen) -> Iterator[Keuringspunt]:
    """A PDF and a Word document, where libraries and fonts are there to make them with."""
    for naam, maak in (("proef-PDF", _proef_pdf), ("proef-Word", _proef_word)):
        try:
            gevonden, gebreken = maak(laad(sjablonen.huisstijlen()[0], sjablonen))
        except DossiergenFout as fout:
            yield Keuringspunt(_GROEP, naam, Gereed.ONTBREEKT, fout.melding, fout.hint)
        except (OSError, TTLibError):
            yield Keuringspunt(_GROEP, naam, Gereed.ONTBREEKT, _ONLEESBAAR, _KIJK)
        else:
            if gebreken:
                yield Keuringspunt(_GROEP, naam, Gereed.ONTBREEKT, "; ".join(gebreken), _VERSIES)
            else:
                yield Keuringspunt(_GROEP, naam, Gereed.GOED, gevonden)


def _proef_pdf(stijl: Huisstijl) -> tuple[str, list[str]]:
    letters = stijl.letters
    eigen = {
        pad for familie in (letters.tekst, letters.koppen, letters.merken) for pad in familie.sneden.values()
    }
    return "PDF/A-3a en PDF/UA-1, met tags, alleen meegeleverde letters", gebreken_van(_pdf(stijl), eigen)


def _proef_word(stijl: Huisstijl) -> tuple[str, list[str]]:
    inhoud = DocxSchrijver(stijl).schrijf(lees(_HTML, "proef"), _EIGENSCHAPPEN)
    with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
        tekst = str(etree.fromstring(pakket.read("word/document.xml")).xpath("string()"))
    gebreken = [] if _WOORD in tekst else ["de tekst van het proefblad staat er niet in"]
    return "een .docx met de tekst van het proefblad", gebreken


def _pdf(stijl: Huisstijl) -> bytes:
    schrijver = import_module("dossiergen.render.pdf").PdfSchrijver(stijl)
    return bytes(schrijver.schrijf(lees(_HTML, "proef"), _EIGENSCHAPPEN))


def gebreken_van(inhoud: bytes, letters: Iterable[Path]) -> list[str]:
    """What a PDF of ours should have, and this one has not."""
    with pikepdf.open(io.BytesIO(inhoud)) as pdf, pdf.open_metadata() as kenmerken:
        in_pdf = _letters_van(pdf)
        mist = {
            "andere letters dan de meegeleverde": not in_pdf or not in_pdf <= _namen(letters),
            "geen tags": "/StructTreeRoot" not in pdf.Root or not pdf.Root.MarkInfo.Marked,
            "niet gemerkt als PDF/A-3a en PDF/UA-1": any(
                kenmerken.get(naam) != waarde for naam, waarde in _MERKEN.items()
            ),
        }
    return [gebrek for gebrek, zo in mist.items() if zo]


def _letters_van(pdf: pikepdf.Pdf) -> set[str]:
    """The names of the fonts inside the file; one that is not inside counts by an empty name."""
    namen = set()
    for blad in pdf.pages:
        for font in blad.Resources.Font.values():
            beschrijving = font.DescendantFonts[0].FontDescriptor
            erin = "/FontFile2" in beschrijving or "/FontFile3" in beschrijving
            namen.add(_kaal(str(font.BaseFont).partition("+")[2]) if erin else "")
    return namen


def _namen(letters: Iterable[Path]) -> set[str]:
    """Family and face of each packaged font."""
    namen = set()
    for pad in letters:
        with TTFont(pad, lazy=True) as font:
            namen.add(_kaal(str(font["name"].getDebugName(4))))
    return namen


def _kaal(naam: str) -> str:
    return naam.lower().replace("-", "").replace(" ", "").removesuffix("regular")


def _leesbaar(pad: Path) -> bool:
    try:
        with pad.open("rb") as bestand, TTFont(bestand, lazy=True) as font:
            return "cmap" in font
    except (OSError, ValueError, TTLibError):
        return False
