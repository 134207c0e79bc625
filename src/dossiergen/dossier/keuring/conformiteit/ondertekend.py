"""Signs every definitive document of the run in all its fields, and puts the signed files before the judges as well.

A signature that breaks the standard of its document is worth no more than none. The key is one to throw away.
"""

import datetime as dt
import os
import re
import subprocess
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar

from dossiergen.dossier.keuring.bezwaar import Bezwaar, per_soort
from dossiergen.dossier.keuring.conformiteit.proefstuk import Proefstuk
from dossiergen.dossier.keuring.conformiteit.uitslag import Rij
from dossiergen.dossier.keuring.gelezen import gelezen
from dossiergen.dossier.keuring.letters import eigen_families
from dossiergen.dossier.keuring.qpdf import VERSIE, keur_heelheid
from dossiergen.dossier.keuring.structuur import bezwaren_in
from dossiergen.dossier.keuring.verapdf import PDFA, PDFUA
from dossiergen.dossier.metagegevens import pdf_verraadt
from dossiergen.dossier.uitvoer import afdruk
from dossiergen.errors import DossiergenFout, OntbrekendHulpmiddel
from dossiergen.huisstijl import laad
from dossiergen.ondertekening import Sleutel, onderteken, open_p12, velden
from dossiergen.render.pdf.stempel import Stempelmaker
from dossiergen.sjablonen import Sjablonen

__all__ = ["Getekend", "Tekenrijen", "pdfsig", "pdfsig_versie", "teken"]

T = TypeVar("T")
_MOMENT = dt.datetime(2026, 6, 1, 12, tzinfo=dt.UTC)
"""When all is signed: the key of a run has to be valid then."""
_REGELS = ("Digitaal ondertekend", "mevrouw mr. A.M. van den Broek-Őzdemir", "1 juni 2026 om 14.00 uur")
_GELDIG = re.compile(r"^  - Signature Validation: Signature is Valid\.$", re.MULTILINE)
_GEHEEL = "  - Total document signed"
_VERSIE = re.compile(r"pdfsig version (\S+)")


@dataclass(frozen=True, slots=True)
class Getekend:
    """A signed file and what our own checks say of it; without `stuk` nothing came of it, for the reason in `fout`."""

    wie: str
    velden: int
    seconden: float
    stuk: Proefstuk | None = None
    fout: str = ""
    qpdf: tuple[Bezwaar, ...] = ()
    structuur: tuple[Bezwaar, ...] = ()
    verraadt: bool = False
    nakijken: float = 0.0


@dataclass(slots=True)
class Tekenrijen:
    """The rows of the signed files. `verapdf` and `poppler`: the versions of the judges."""

    verapdf: str
    poppler: str
    zetten: Rij = field(init=False)
    structuur: Rij = field(init=False)
    qpdf: Rij = field(init=False)
    lezers: Rij = field(init=False)
    pdfa: Rij = field(init=False)
    pdfua: Rij = field(init=False)
    pdfsig: Rij = field(init=False)

    def __post_init__(self) -> None:
        eigen = version("dossiergen")
        self.zetten = Rij("ondertekenen, in elk veld", version("pyhanko"))
        self.structuur = Rij("ondertekend: structuur van de PDF", eigen)
        self.qpdf = Rij("ondertekend: qpdf", VERSIE)
        self.lezers = Rij("ondertekend: niets naast het blad (PRV-07)", eigen)
        self.pdfa = Rij("ondertekend: veraPDF PDF/A-3a", self.verapdf)
        self.pdfua = Rij("ondertekend: veraPDF PDF/UA-1", self.verapdf)
        self.pdfsig = Rij("ondertekend: pdfsig vindt elke handtekening geldig", self.poppler)

    @property
    def rijen(self) -> tuple[Rij, ...]:
        return (
            self.zetten, self.structuur, self.qpdf, self.lezers, self.pdfa, self.pdfua, self.pdfsig,
        )  # fmt: skip

    def neem(self, getekend: Getekend) -> None:
        """Count what was signed, and what our own checks say of it."""
        self.zetten.keur(getekend.wie, [getekend.fout] if getekend.fout else [], getekend.seconden)
        if getekend.stuk:
            deel = getekend.nakijken / 3
            self.qpdf.keur(getekend.wie, _redenen(getekend.qpdf), deel)
            self.structuur.keur(getekend.wie, _redenen(getekend.structuur), deel)
            self.lezers.keur(getekend.wie, ["PRV-07"] if getekend.verraadt else [], deel)

    def norm(self, wie: str, gevonden: Sequence[Bezwaar], seconden: float) -> None:
        """Count what veraPDF says of one."""
        for rij, smaak in ((self.pdfa, PDFA), (self.pdfua, PDFUA)):
            van_de_norm = [een for een in gevonden if een.regel.startswith(f"{smaak}-")]
            rij.keur(wie, _redenen(van_de_norm), seconden / 2)


def teken(stukken: Sequence[Proefstuk], sleutel: Path, uit: Path) -> list[Getekend]:
    """Sign those that have fields for it, and look the signed ones over; `sleutel`: a key file without passphrase."""
    return [een for stuk in stukken if (een := _getekend(stuk, sleutel, uit)) is not None]


def _getekend(stuk: Proefstuk, sleutel: Path, uit: Path) -> Getekend | None:
    pdf = stuk.pad.read_bytes()
    begin = time.perf_counter()
    gezet = 0
    try:
        for veld in velden(pdf):
            links, onder, rechts, boven = veld.vak
            stempel = _maker(stuk.stijl).maak(_REGELS, rechts - links, boven - onder)
            pdf = onderteken(pdf, veld.naam, _sleutel(sleutel), stempel, _MOMENT)
            gezet += 1
    except DossiergenFout as fout:
        return Getekend(stuk.wie, gezet, time.perf_counter() - begin, fout=fout.melding)
    if not gezet:
        return None
    duur = time.perf_counter() - begin
    uit.mkdir(parents=True, exist_ok=True)
    pad = uit / f"{stuk.afdruk}.pdf"
    pad.write_bytes(pdf)
    klaar = Proefstuk(stuk.stijl, stuk.zaak, stuk.naam, afdruk(pdf), pad)
    (heel, tags, verraadt), nakijken = _geklokt(lambda: _nagekeken(pdf))
    return Getekend(stuk.wie, gezet, duur, klaar, "", heel, tags, verraadt, nakijken)


def _nagekeken(pdf: bytes) -> tuple[tuple[Bezwaar, ...], tuple[Bezwaar, ...], bool]:
    if heel := keur_heelheid(pdf):
        return heel, heel, False
    with gelezen(pdf) as bestand:
        return (), bezwaren_in(bestand, eigen_families()), pdf_verraadt(bestand.pdf)


@cache
def _maker(stijl: str) -> Stempelmaker:
    return Stempelmaker(laad(stijl, Sjablonen.standaard()))


@cache
def _sleutel(pad: Path) -> Sleutel:
    return open_p12(pad, None)


def pdfsig(pad: Path, handtekeningen: int) -> tuple[str, ...]:
    """What Poppler has against the signatures of a file: not all of them valid, or not all of the file signed."""
    gezegd = _poppler("-nocert", str(pad))
    redenen = []
    if len(_GELDIG.findall(gezegd)) != handtekeningen:
        redenen.append("niet alle handtekeningen geldig")
    if _GEHEEL not in gezegd:
        redenen.append("niet het hele bestand ondertekend")
    return tuple(redenen)


def pdfsig_versie() -> str:
    """Raises OntbrekendHulpmiddel where Poppler is missing."""
    gevonden = _VERSIE.search(_poppler("-v"))
    return gevonden[1] if gevonden else ""


def _poppler(*vraag: str) -> str:
    try:
        klaar = subprocess.run(  # noqa: S603  fixed arguments
            ["pdfsig", *vraag],  # noqa: S607  wherever the system has it
            env={**os.environ, "LC_ALL": "C"},
            capture_output=True,
            check=False,
            timeout=120,
        )
    except (OSError, subprocess.TimeoutExpired):
        raise OntbrekendHulpmiddel(
            "Het programma pdfsig ontbreekt, of gaf geen antwoord.", "sudo apt-get install poppler-utils"
        ) from None
    return (klaar.stdout + klaar.stderr).decode("utf-8", "replace")


def _redenen(gevonden: Iterable[Bezwaar]) -> list[str]:
    return [regel for _, regel in per_soort(gevonden)]


def _geklokt(werk: Callable[[], T]) -> tuple[T, float]:
    begin = time.perf_counter()
    return werk(), time.perf_counter() - begin
