"""Whether a finished document may exist: its files are judged before they get their names, or there are none.

Our own checks always look; veraPDF and the OOXML validator where they are installed. Knows no case: a file is
judged by what it is, and by who will read it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

import pikepdf
import pypdfium2

from dossiergen.dossier.keuring.bezwaar import Bezwaar, per_soort
from dossiergen.dossier.keuring.gelezen import Gelezen, gelezen
from dossiergen.dossier.keuring.keurmeesters import Keurmeesters
from dossiergen.dossier.keuring.letters import eigen_families
from dossiergen.dossier.keuring.ooxml import keur_word
from dossiergen.dossier.keuring.qpdf import VERSIE, keur_heelheid
from dossiergen.dossier.keuring.structuur import bezwaren_in
from dossiergen.dossier.keuring.verapdf import Verapdf
from dossiergen.dossier.metagegevens import pdf_verraadt, woord_verraadt
from dossiergen.dossier.nazien import zeggen_hetzelfde
from dossiergen.dossier.schijf import tijdelijk_bestand
from dossiergen.finding import CATALOGUS, Finding, Plaats
from dossiergen.zaak import Doelgroep

__all__ = ["Gekeurd", "Keurder", "Oordeel"]

_MELD_HET = (
    "Dit ligt niet aan de gegevens van uw zaak. Meld het met deze regel erbij; het bestand is niet gemaakt."
)

Gekeurd = Mapping[str, Mapping[str, str]]
"""By ending of the file: each check that looked at it, with its version."""


@dataclass(frozen=True, slots=True)
class Oordeel:
    """Why there is no file, as a code with a sentence of its own."""

    code: str
    zin: str = ""

    def finding(self, plaats: Plaats, pad: str = "") -> Finding:
        return CATALOGUS[self.code].finding(plaats, self.zin, pad=pad, oplossing=_MELD_HET)


@dataclass(slots=True)
class Keurder:
    """Judges the files of one document at a time; without `keurmeesters` by our own checks alone."""

    keurmeesters: Keurmeesters | None = None
    gekeurd: Gekeurd = field(init=False)
    _verapdf: Verapdf | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        eigen = version("dossiergen")
        van_beide = {"regels": eigen, "lezers": eigen}
        pdf = {**van_beide, "structuur": eigen, "qpdf": VERSIE}
        word = dict(van_beide)
        if self.keurmeesters:
            self._verapdf = Verapdf(self.keurmeesters.verapdf)
            pdf["verapdf"] = self.keurmeesters.verapdf.versie
            word["ooxml"] = self.keurmeesters.ooxml.versie
        self.gekeurd = {".pdf": dict(sorted(pdf.items())), ".docx": dict(sorted(word.items()))}

    def keur(
        self,
        bestanden: Mapping[str, bytes],
        lezers: frozenset[Doelgroep],
        tussen: Path,
        families: frozenset[str] = frozenset(),
    ) -> tuple[Oordeel, ...]:
        """What is wrong with a document; `bestanden` by their ending, `tussen`: where a file may lie for a judge.

        `families`: fonts that may be in it beside those that come with the program.

        Raises OntbrekendHulpmiddel where an installed judge gives no verdict.
        """
        pdf, word = bestanden[".pdf"], bestanden[".docx"]
        if stuk := keur_heelheid(pdf):
            # The other checks cannot read it.
            return tuple(_oordelen("KEU-02", stuk))
        with gelezen(pdf) as bestand:
            oordelen = [
                *_over_de_lezers(bestand, word, lezers),
                *_oordelen("KEU-01", bezwaren_in(bestand, eigen_families() | families)),
            ]
        if self.keurmeesters and self._verapdf:
            with tijdelijk_bestand(pdf, ".pdf", tussen) as pad:
                oordelen += _oordelen("KEU-03", self._verapdf.keur(pad))
            with tijdelijk_bestand(word, ".docx", tussen) as pad:
                oordelen += _oordelen("KEU-04", keur_word(self.keurmeesters.ooxml, pad))
        return tuple(oordelen)

    def keur_getekend(
        self, pdf: bytes, tussen: Path, families: frozenset[str] = frozenset()
    ) -> tuple[Oordeel, ...]:
        """What is wrong with a file that a signature was put in: as `keur`, and there is no Word file beside it."""
        if stuk := keur_heelheid(pdf):
            return tuple(_oordelen("KEU-02", stuk))
        try:
            with gelezen(pdf) as bestand:
                oordelen = [Oordeel("PRV-07")] if pdf_verraadt(bestand.pdf) else []
                oordelen += _oordelen("KEU-01", bezwaren_in(bestand, eigen_families() | families))
        except (pikepdf.PikepdfError, pypdfium2.PdfiumError, UnicodeDecodeError):
            # Somebody else may have made it: what qpdf takes for whole can still be unreadable.
            return (Oordeel("KEU-02"),)
        if self._verapdf:
            with tijdelijk_bestand(pdf, ".pdf", tussen) as pad:
                oordelen += _oordelen("KEU-03", self._verapdf.keur(pad))
        return tuple(oordelen)

    def sluit(self) -> None:
        """Let go of the judges that go on running."""
        if self._verapdf:
            self._verapdf.sluit()


def _over_de_lezers(pdf: Gelezen, word: bytes, lezers: frozenset[Doelgroep]) -> Iterator[Oordeel]:
    if pdf_verraadt(pdf.pdf) or woord_verraadt(word, lezers):
        yield Oordeel("PRV-07")
    if not zeggen_hetzelfde(pdf, word):
        yield Oordeel("RIV-15")


def _oordelen(code: str, gevonden: Iterable[Bezwaar]) -> Iterator[Oordeel]:
    for zin, regel in per_soort(gevonden):
        yield Oordeel(code, f"{zin} ({regel})")
