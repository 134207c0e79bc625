"""The structure of a PDF as strict auditors and blind readers want it; stricter than the standard's machine checks.

veraPDF passes a file whose tags are whole and say nothing: text without paragraphs, boxes without words, a table twice.
"""

from collections.abc import Callable, Iterator

import pikepdf
import pypdfium2

from dossiergen.dossier.keuring.bezwaar import Bezwaar
from dossiergen.dossier.keuring.dekking import boomvorm, dekking, verborgen
from dossiergen.dossier.keuring.gelezen import Gelezen, gelezen
from dossiergen.dossier.keuring.koppen import bladwijzers, koppen
from dossiergen.dossier.keuring.letters import eigen_families, lettertypen
from dossiergen.dossier.keuring.opbouw import figuren, lijsten, tagvormen, vinkjes
from dossiergen.dossier.keuring.tabellen import gebroken, namen, tabellen
from dossiergen.dossier.keuring.velden import velden
from dossiergen.dossier.keuring.verklaring import aantekeningen, verklaring
from dossiergen.dossier.keuring.volgorde import leesvolgorde
from dossiergen.dossier.keuring.zicht import zicht
from dossiergen.dossier.keuring.zinnen import maak

__all__ = ["bezwaren", "bezwaren_in"]

_REGELS: tuple[Callable[[Gelezen], Iterator[Bezwaar]], ...] = (
    verklaring,
    aantekeningen,
    velden,
    boomvorm,
    dekking,
    verborgen,
    tagvormen,
    lijsten,
    vinkjes,
    figuren,
    tabellen,
    gebroken,
    namen,
    koppen,
    bladwijzers,
    leesvolgorde,
    zicht,
)


def bezwaren(pdf: bytes, families: frozenset[str] | None = None) -> tuple[Bezwaar, ...]:
    """All objections, the file first, then page by page; none for a document as it should be.

    `families`: the fonts that may be in it; without it the packaged ones.
    """
    bekend = eigen_families() if families is None else families
    try:
        with gelezen(pdf) as bestand:
            return bezwaren_in(bestand, bekend)
    except (pikepdf.PikepdfError, pypdfium2.PdfiumError, UnicodeDecodeError):
        return (maak("leesbaar"),)


def bezwaren_in(bestand: Gelezen, families: frozenset[str]) -> tuple[Bezwaar, ...]:
    """As `bezwaren`, of a file that is open already."""
    gevonden = [bezwaar for regel in _REGELS for bezwaar in regel(bestand)]
    gevonden += lettertypen(bestand, families)
    return tuple(sorted(dict.fromkeys(gevonden), key=lambda bezwaar: bezwaar.bladzijde or 0))
