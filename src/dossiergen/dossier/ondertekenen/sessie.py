"""One document after another with a key that was loaded once: put before somebody, signed, laid down, recorded."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from dossiergen.dossier.bestandsnaam import naam_van
from dossiergen.dossier.ondertekenen.tekenaar import legt_vast
from dossiergen.dossier.ondertekenen.tekenen import Pen, leg_neer
from dossiergen.dossier.ondertekenen.vastleggen import Gezet, leg_vast
from dossiergen.dossier.ondertekenen.voorleggen import NietGetekend, Voorgelegd, leg_los_voor, leg_voor
from dossiergen.dossier.ondertekenen.zoeken import Gekozen
from dossiergen.dossier.schijf import lezen_of_schrijven, schrijf_heel
from dossiergen.errors import BestandFout, OndertekenFout
from dossiergen.finding import CATALOGUS, Finding, met_fout
from dossiergen.zaak import Status
from dossiergen.zaak.stukgegevens import Wijze
from dossiergen.zaak.yaml import pad_tekst

__all__ = ["Sessie", "Tekenresultaat", "Tekenuitkomst", "getekende_naam"]

Bevestiging = Callable[[Voorgelegd], bool]


class Tekenuitkomst(StrEnum):
    """What became of a document that was to be signed."""

    ONDERTEKEND = "ondertekend"
    GEWEIGERD = "geweigerd"
    NIET_BEVESTIGD = "niet bevestigd"


@dataclass(frozen=True, slots=True)
class Tekenresultaat:
    """`storing`: why the key, a server or the file did not do; `paden`: where the signed file lies."""

    zaak: str
    stuk: str
    uitkomst: Tekenuitkomst
    partij: str = ""
    paden: tuple[Path, ...] = ()
    findings: tuple[Finding, ...] = ()
    storing: str = ""
    hint: str = ""

    @property
    def gelukt(self) -> bool:
        """Signed, and recorded where that was asked."""
        return self.uitkomst is Tekenuitkomst.ONDERTEKEND and not met_fout(self.findings)


@dataclass(frozen=True, slots=True)
class Sessie:
    """What holds for all documents of one run.

    `bevestig` is asked of each, with all that it says; `klok` tells when it is, with a time zone.
    """

    pen: Pen
    bevestig: Bevestiging
    klok: Callable[[], dt.datetime]
    vastleggen: bool = True

    def onderteken(self, wat: Gekozen, los: Path | None = None) -> Tekenresultaat:
        """Sign one document; `los`: a PDF somewhere else than in the output folder, beside which the signed one comes."""
        zaak, naam = wat.maker.zaak.kenmerk, naam_van(wat.vorm, wat.stuk)
        partij = ""
        try:
            voorgelegd = self._leg_voor(wat, los)
            partij = voorgelegd.tekenaar.partij.value
            if not self.bevestig(voorgelegd):
                return Tekenresultaat(zaak, naam, Tekenuitkomst.NIET_BEVESTIGD, partij)
            moment = self.klok()
            getekend = self.pen.teken(voorgelegd, moment)
            paden = (_naast(los, getekend),) if los else leg_neer(voorgelegd, getekend, moment).paden
        except NietGetekend as reden:
            return Tekenresultaat(zaak, naam, Tekenuitkomst.GEWEIGERD, partij, findings=reden.findings)
        except OndertekenFout as fout:
            return Tekenresultaat(
                zaak, naam, Tekenuitkomst.GEWEIGERD, partij, storing=fout.melding, hint=fout.hint
            )
        findings = self._leg_vast(wat, voorgelegd, moment.date())
        return Tekenresultaat(zaak, naam, Tekenuitkomst.ONDERTEKEND, partij, paden, findings)

    def _leg_voor(self, wat: Gekozen, los: Path | None) -> Voorgelegd:
        certificaat = self.pen.sleutel.certificaat.sha256
        if los is None:
            return leg_voor(wat, certificaat)
        with lezen_of_schrijven(los, "worden gelezen"):
            bron = los.read_bytes()
        return leg_los_voor(wat, certificaat, bron)

    def _leg_vast(self, wat: Gekozen, voorgelegd: Voorgelegd, dag: dt.date) -> tuple[Finding, ...]:
        """Tell the case; what keeps it from that is told, for the signed file is there already."""
        if not self.vastleggen or not legt_vast(wat.vorm):
            return ()
        gezet = Gezet(voorgelegd.tekenaar.partij, voorgelegd.tekenaar.persoon, dag, Wijze.DIGITAAL)
        sjablonen, peildatum = wat.maker.werkplaats.sjablonen, max(dag, wat.maker.peildatum)
        try:
            findings = leg_vast(wat.geladen.map, wat.stuk, gezet, sjablonen, peildatum).findings
        except BestandFout as fout:
            return (self._niet_vastgelegd(wat, fout.melding),)
        if not met_fout(findings) or any(een.code == "ONT-12" for een in findings):
            return findings
        return (*findings, self._niet_vastgelegd(wat))

    @staticmethod
    def _niet_vastgelegd(wat: Gekozen, melding: str = "") -> Finding:
        plaats = wat.maker.bron.plaats(wat.stuk.bestand, wat.stuk.pad)
        return CATALOGUS["ONT-12"].finding(plaats, melding, pad=pad_tekst(wat.stuk.pad))


def getekende_naam(pad: Path) -> Path:
    """Beside a file that somebody sent; one that was signed by another already keeps its name."""
    einde = f"-{Status.ONDERTEKEND.value}"
    return pad if pad.stem.endswith(einde) else pad.with_name(f"{pad.stem}{einde}.pdf")


def _naast(los: Path, getekend: bytes) -> Path:
    """Write the signed file. What lies there may only be what the new one begins with."""
    doel = getekende_naam(los)
    with lezen_of_schrijven(doel, "worden geschreven"):
        if doel.exists() and not getekend.startswith(doel.read_bytes()):
            raise OndertekenFout(
                "Naast dit bestand ligt al een ander ondertekend bestand.",
                "Kijk welk van beide u bedoelt, en onderteken dat.",
            )
        schrijf_heel(doel, getekend, doel.parent)
    return doel
