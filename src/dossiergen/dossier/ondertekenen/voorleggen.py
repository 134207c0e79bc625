"""What is put before somebody who is to sign: a document as it lies there, held against the case as it is now."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from dossiergen.dossier.ondertekenen.tekenaar import Tekenaar, is_open, legt_vast, partij_van
from dossiergen.dossier.ondertekenen.zoeken import Gekozen, zegt_wat_de_zaak_geeft
from dossiergen.dossier.pdfherkomst import PdfHerkomst, lees_herkomst
from dossiergen.dossier.staat import Gemaakt
from dossiergen.dossier.werkplaats import Ontwerp, Tekst
from dossiergen.finding import CATALOGUS, Finding
from dossiergen.huisstijl import Huisstijl
from dossiergen.ondertekening import Handtekeningveld, velden
from dossiergen.render.boom import Element
from dossiergen.render.boom import tekst as leestekst
from dossiergen.stukken import Partij
from dossiergen.zaak import Status
from dossiergen.zaak.yaml import pad_tekst

__all__ = ["NietGetekend", "Voorgelegd", "leg_los_voor", "leg_voor"]

_STAAT_ER_AL = (
    "De handtekening staat in het bestand, en nog niet in de zaak. Zet haar daar onder `ondertekening`: `getekend_op` en "
    "`wijze: digitaal`. `dossiergen verify` zegt wanneer er is getekend."
)
_ALLEEN_IN_HET_BESTAND = (
    "U hoeft niets te doen: de handtekening staat in het bestand. Bij deze brief komt zij niet in de zaak."
)


class NietGetekend(Exception):
    """Why a document is not put before somebody; with the findings that say so."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__(*(finding.code for finding in findings))
        self.findings = findings


@dataclass(frozen=True, slots=True)
class Voorgelegd:
    """A document that may be signed: by whom, in which field, and what it says.

    `bron`: the bytes that the signature comes after.
    """

    gekozen: Gekozen
    ontwerp: Ontwerp = field(repr=False)
    tekst: Tekst = field(repr=False)
    bron: bytes = field(repr=False)
    huisstijl: Huisstijl = field(repr=False)
    """The look that the file has."""
    veld: Handtekeningveld
    tekenaar: Tekenaar = field(repr=False)

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

    def keur(self, pdf: bytes) -> None:
        """Have this document, before or after it was signed, judged. Raises NietGetekend with all objections."""
        maker, stuk = self.gekozen.maker, self.gekozen.stuk
        oordelen = maker.werkplaats.keurder.keur_getekend(pdf, maker.uitvoer.eigen, self.huisstijl.families)
        if oordelen:
            plaats = maker.bron.plaats(stuk.bestand, stuk.pad)
            raise NietGetekend(*(oordeel.finding(plaats, pad_tekst(stuk.pad)) for oordeel in oordelen))


def _regels(venster: Element) -> Iterator[Element]:
    return (kind for kind in venster.elementen if kind.naam == "p" and not kind.blok)


def leg_voor(wat: Gekozen, certificaat: str) -> Voorgelegd:
    """The document that lies in the output, for whom a certificate (sha256) is of. Raises NietGetekend."""
    ontwerp, tekst = _nu(wat)
    return _voorgelegd(wat, ontwerp, tekst, _uit_de_uitvoer(wat, tekst), certificaat)


def leg_los_voor(wat: Gekozen, certificaat: str, bron: bytes) -> Voorgelegd:
    """A document that somebody sent, which has to say, to the eye as well, what the case says. Raises NietGetekend."""
    ontwerp, tekst = _nu(wat)
    if not _zegt(lees_herkomst(bron), tekst, wat):
        raise _bezwaar(wat, "ONT-03")
    voorgelegd = _voorgelegd(wat, ontwerp, tekst, bron, certificaat)
    voorgelegd.keur(bron)
    if not zegt_wat_de_zaak_geeft(bron, wat, precies=True):
        raise _bezwaar(wat, "ONT-03")
    return voorgelegd


def _nu(wat: Gekozen) -> tuple[Ontwerp, Tekst]:
    """What the case gives now, where that may be signed at all."""
    maker = wat.maker
    if not wat.vorm.ondertekenaars:
        raise _bezwaar(wat, "ONT-09")
    if wat.stuk.gegevens.status is Status.CONCEPT:
        raise _bezwaar(wat, "ONT-01", "status")
    if maker.heeft_fout(wat.stuk):
        raise _bezwaar(wat, "ONT-02")
    ontwerp = maker.werkplaats.ontwerp(maker.zaak, wat.stuk, wat.vorm, maker.peildatum)
    return ontwerp, maker.werkplaats.tekst(ontwerp)


def _uit_de_uitvoer(wat: Gekozen, tekst: Tekst) -> bytes:
    """The definitive file, or the one with the signatures that are there already."""
    vast = wat.maker.ligt(wat.stuk, wat.vorm, Status.DEFINITIEF)
    getekend = wat.maker.ligt(wat.stuk, wat.vorm, Status.ONDERTEKEND)
    if getekend is not None and not getekend.is_getekend:
        # It says that it was signed by hand.
        raise _bezwaar(wat, "ONT-04")
    if getekend is not None and _kwam_er_niet(wat, getekend):
        getekend = None
    if vast is None:
        raise _bezwaar(wat, "ONT-07")
    if vast.inhoud != tekst.inhoud:
        raise _bezwaar(wat, "ONT-03")
    bron = wat.maker.pdf_van(getekend or vast)
    if bron is None:
        raise _bezwaar(wat, "ONT-11" if getekend else "ONT-07")
    herkomst = lees_herkomst(bron)
    if herkomst is None:
        raise _bezwaar(wat, "ONT-07")
    if not _zegt(herkomst, tekst, wat):
        raise _bezwaar(wat, "ONT-03")
    return bron


def _kwam_er_niet(wat: Gekozen, getekend: Gemaakt) -> bool:
    """Whether a run was cut off before it wrote what it signed: no reader has the file, and the case knows of no signature."""
    if any(wat.maker.uitvoer.lees(pad) is not None for pad, _ in wat.maker.paden(getekend)):
        return False
    return all(is_open(wat.stuk, Partij(een["partij"])) for een in getekend.handtekeningen)


def _zegt(herkomst: PdfHerkomst | None, tekst: Tekst, wat: Gekozen) -> bool:
    if herkomst is None:
        return False
    return (herkomst.inhoud, herkomst.versie) == (tekst.inhoud, wat.stuk.gegevens.versie)


def _voorgelegd(wat: Gekozen, ontwerp: Ontwerp, tekst: Tekst, bron: bytes, certificaat: str) -> Voorgelegd:
    tekenaar = partij_van(certificaat, wat.maker.zaak, wat.stuk, wat.vorm, wat.maker.bron.plaats)
    if isinstance(tekenaar, Finding):
        raise NietGetekend(tekenaar)
    op_partij = {veld.partij: veld for veld in velden(bron)}
    veld = op_partij.get(tekenaar.partij)
    if veld is None:
        raise _bezwaar(wat, "ONT-07")
    if veld.getekend:
        oplossing = _STAAT_ER_AL if legt_vast(wat.vorm) else _ALLEEN_IN_HET_BESTAND
        raise _bezwaar(wat, "ONT-04", oplossing=oplossing)
    herkomst = lees_herkomst(bron)
    stijl = wat.maker.werkplaats.bekende_stijl(herkomst.huisstijl if herkomst else "") or ontwerp.huisstijl
    return Voorgelegd(wat, ontwerp, tekst, bron, stijl, veld, tekenaar)


def _bezwaar(wat: Gekozen, code: str, *pad: str, oplossing: str = "") -> NietGetekend:
    heel = (*wat.stuk.pad, *pad)
    plaats = wat.maker.bron.plaats(wat.stuk.bestand, heel)
    return NietGetekend(CATALOGUS[code].finding(plaats, pad=pad_tekst(heel), oplossing=oplossing))
