"""What is put before somebody who is to sign: a document as it lies there, held against the case as it is now."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from dossiergen.dossier.keuring.gelezen import gelezen
from dossiergen.dossier.maker import Maker
from dossiergen.dossier.nazien import zeggen_hetzelfde
from dossiergen.dossier.ondertekenen.tekenaar import Tekenaar, partij_van
from dossiergen.dossier.pdfherkomst import PdfHerkomst, lees_herkomst
from dossiergen.dossier.werkplaats import Ontwerp, Tekst
from dossiergen.finding import CATALOGUS, Finding
from dossiergen.ondertekening import Handtekeningveld, velden
from dossiergen.render.boom import Element
from dossiergen.render.boom import tekst as leestekst
from dossiergen.stukken import Stukvorm
from dossiergen.zaak import Status, Stuk
from dossiergen.zaak.yaml import pad_tekst

__all__ = ["NietGetekend", "Voorgelegd", "leg_los_voor", "leg_voor"]


class NietGetekend(Exception):
    """Why a document is not put before somebody; with the findings that say so."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__(*(finding.code for finding in findings))
        self.findings = findings


@dataclass(frozen=True, slots=True)
class Voorgelegd:
    """A document that may be signed: by whom, in which field, and what it says.

    `bron`: the bytes that the signature comes after. `los`: it lies somewhere else than in the output folder.
    """

    maker: Maker
    stuk: Stuk
    vorm: Stukvorm
    ontwerp: Ontwerp = field(repr=False)
    tekst: Tekst = field(repr=False)
    bron: bytes = field(repr=False)
    veld: Handtekeningveld
    tekenaar: Tekenaar = field(repr=False)
    los: bool = False

    @property
    def titel(self) -> str:
        return self.tekst.eigenschappen.titel

    @property
    def geadresseerde(self) -> tuple[str, ...]:
        """The lines in the window of a letter; of another document nothing."""
        vensters = (element for element in self.tekst.boom.artikel.alle() if element.blok == "venster")
        return tuple(regel.platte_tekst for venster in vensters for regel in _regels(venster))

    @property
    def leestekst(self) -> str:
        """All that the document says, line by line."""
        return leestekst(self.tekst.boom)


def _regels(venster: Element) -> Iterator[Element]:
    return (kind for kind in venster.elementen if kind.naam == "p" and not kind.blok)


def leg_voor(maker: Maker, stuk: Stuk, vorm: Stukvorm, certificaat: str) -> Voorgelegd:
    """The document that lies in the output, for whom a certificate (sha256) is of. Raises NietGetekend."""
    ontwerp, tekst = _nu(maker, stuk, vorm)
    bron = _uit_de_uitvoer(maker, stuk, vorm, tekst)
    return _voorgelegd(maker, stuk, vorm, ontwerp, tekst, bron, certificaat)


def leg_los_voor(maker: Maker, stuk: Stuk, vorm: Stukvorm, certificaat: str, bron: bytes) -> Voorgelegd:
    """A document that somebody sent, which has to say, to the eye as well, what the case says. Raises NietGetekend."""
    ontwerp, tekst = _nu(maker, stuk, vorm)
    herkomst = lees_herkomst(bron)
    if herkomst is None or not _zegt(herkomst, tekst, stuk):
        raise _bezwaar(maker, stuk, "ONT-03")
    word = maker.werkplaats.schrijf(ontwerp, tekst)[".docx"]
    oordelen = maker.werkplaats.keurder.keur_getekend(bron, maker.uitvoer.eigen, ontwerp.huisstijl.families)
    if oordelen:
        plaats = maker.bron.plaats(stuk.bestand, stuk.pad)
        raise NietGetekend(*(oordeel.finding(plaats, pad_tekst(stuk.pad)) for oordeel in oordelen))
    with gelezen(bron) as pdf:
        if not zeggen_hetzelfde(pdf, word):
            raise _bezwaar(maker, stuk, "ONT-03")
    return _voorgelegd(maker, stuk, vorm, ontwerp, tekst, bron, certificaat, los=True)


def _nu(maker: Maker, stuk: Stuk, vorm: Stukvorm) -> tuple[Ontwerp, Tekst]:
    """What the case gives now, where that may be signed at all."""
    if not vorm.ondertekenaars:
        raise _bezwaar(maker, stuk, "ONT-09")
    if stuk.gegevens.status is Status.CONCEPT:
        raise _bezwaar(maker, stuk, "ONT-01", "status")
    if maker.heeft_fout(stuk):
        raise _bezwaar(maker, stuk, "ONT-02")
    ontwerp = maker.werkplaats.ontwerp(maker.zaak, stuk, vorm, maker.peildatum)
    return ontwerp, maker.werkplaats.tekst(ontwerp)


def _uit_de_uitvoer(maker: Maker, stuk: Stuk, vorm: Stukvorm, tekst: Tekst) -> bytes:
    """The definitive file, or the one with the signatures that are there already."""
    vast = maker.ligt(stuk, vorm, Status.DEFINITIEF)
    getekend = maker.ligt(stuk, vorm, Status.ONDERTEKEND)
    if getekend is not None and not getekend.is_getekend:
        # It says that it was signed by hand.
        raise _bezwaar(maker, stuk, "ONT-04")
    if vast is None:
        raise _bezwaar(maker, stuk, "ONT-07")
    if vast.inhoud != tekst.inhoud:
        raise _bezwaar(maker, stuk, "ONT-03")
    bron = maker.pdf_van(getekend or vast)
    if bron is None:
        raise _bezwaar(maker, stuk, "ONT-11" if getekend else "ONT-07")
    herkomst = lees_herkomst(bron)
    if herkomst is None:
        raise _bezwaar(maker, stuk, "ONT-07")
    if not _zegt(herkomst, tekst, stuk):
        raise _bezwaar(maker, stuk, "ONT-03")
    return bron


def _zegt(herkomst: PdfHerkomst, tekst: Tekst, stuk: Stuk) -> bool:
    return (herkomst.inhoud, herkomst.versie) == (tekst.inhoud, stuk.gegevens.versie)


def _voorgelegd(
    maker: Maker,
    stuk: Stuk,
    vorm: Stukvorm,
    ontwerp: Ontwerp,
    tekst: Tekst,
    bron: bytes,
    certificaat: str,
    *,
    los: bool = False,
) -> Voorgelegd:
    tekenaar = partij_van(certificaat, maker.zaak, stuk, vorm, maker.bron.plaats)
    if isinstance(tekenaar, Finding):
        raise NietGetekend(tekenaar)
    op_partij = {veld.partij: veld for veld in velden(bron)}
    veld = op_partij.get(tekenaar.partij)
    if veld is None:
        raise _bezwaar(maker, stuk, "ONT-07")
    if veld.getekend:
        raise _bezwaar(maker, stuk, "ONT-04")
    return Voorgelegd(maker, stuk, vorm, ontwerp, tekst, bron, veld, tekenaar, los)


def _bezwaar(maker: Maker, stuk: Stuk, code: str, *pad: str) -> NietGetekend:
    heel = (*stuk.pad, *pad)
    return NietGetekend(CATALOGUS[code].finding(maker.bron.plaats(stuk.bestand, heel), pad=pad_tekst(heel)))
