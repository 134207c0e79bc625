"""Decides per document: make it, keep what lies there, or refuse. Plans; writes nothing itself.

Nothing that exists is damaged: not what somebody else wrote, and not what was fixed.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Protocol

from dossiergen.dossier.bestandsnaam import naam_van, stam, status_van
from dossiergen.dossier.lezers import bezwaar_tegen_lezers, is_terugkoppeling, verraadt_vangnet
from dossiergen.dossier.raakt import raakt
from dossiergen.dossier.resultaat import Stukresultaat, Uitkomst
from dossiergen.dossier.staat import Gemaakt, Plek, Staat
from dossiergen.dossier.tekstcontrole import tekstbezwaren
from dossiergen.dossier.uitvoer import Uitvoer, afdruk
from dossiergen.dossier.werkplaats import Ontwerp, Tekst, Werkplaats
from dossiergen.finding import CATALOGUS, Finding, Plaats
from dossiergen.stukken import Stukvorm
from dossiergen.zaak import Doelgroep, Status, Stuk, Zaak
from dossiergen.zaak.yaml import Pad, pad_tekst

__all__ = ["Bron", "Maker"]


class Bron(Protocol):
    """A part of a case as read."""

    def plaats(self, bestand: str, pad: Pad) -> Plaats: ...


@dataclass(slots=True)
class Maker:
    """The documents of one case, against what was made before (`staat`).

    Afterwards `schrijven` and `verwijderen` say what has to be done, `gemaakt` what then lies there.
    """

    bron: Bron
    """Where the documents stand, for the place of a finding."""
    zaak: Zaak
    stukken: tuple[Stuk, ...]
    werkplaats: Werkplaats
    uitvoer: Uitvoer
    staat: Staat
    bekend: tuple[Finding, ...]
    """What was found before anything was made."""
    peildatum: dt.date
    zaakbestand: str
    """zaak.yaml as findings name it: what is wrong there is wrong for every document."""
    onder: str = ""
    """The folder within that of the case, where it is not the case's own."""
    schrijven: dict[Path, bytes] = field(default_factory=dict)
    verwijderen: list[Path] = field(default_factory=list)
    vervallen: list[Gemaakt] = field(default_factory=list)
    erbij: list[Finding] = field(default_factory=list)
    """What was found while making."""
    _nu: dict[Plek, Gemaakt] = field(init=False)
    _geweigerd: set[Plek] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._nu = {gemaakt.plek: gemaakt for gemaakt in self.staat.stukken}

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All that is wrong."""
        return (*self.bekend, *self.erbij)

    @property
    def gemaakt(self) -> tuple[Gemaakt, ...]:
        """All that lies in the output once the plan is carried out."""
        return tuple(self._nu.values())

    def maak(self, stuk: Stuk, vorm: Stukvorm, *, definitief: bool) -> Stukresultaat:
        """One document of one file of the case; none where a template gives it to the wrong readers."""
        if code := bezwaar_tegen_lezers(stuk, vorm):
            self._meld(
                code, stuk, melding=f"Het sjabloon `{vorm.naam}` heeft een lezer die dit niet mag krijgen."
            )
            return self._weiger(stuk, vorm)
        return self._maak(stuk, vorm, definitief=definitief)

    def _maak(self, stuk: Stuk, vorm: Stukvorm, *, definitief: bool) -> Stukresultaat:
        concept = stuk.gegevens.status is Status.CONCEPT
        if concept and definitief:
            self._meld("STA-01", stuk, "status")
        # A draft shows itself to be one; anything else exists only without fout.
        if (definitief or not concept) and self.heeft_fout(stuk):
            return self._weiger(stuk, vorm)
        ontwerp = self.werkplaats.ontwerp(self.zaak, stuk, vorm, self.peildatum)
        eerder = self._nu.get(_plek(stuk, vorm))
        if eerder and eerder.sleutel == ontwerp.sleutel and self._ongeschonden(eerder):
            return self._uitkomst(eerder, Uitkomst.ONGEWIJZIGD)
        tekst = self.werkplaats.tekst(ontwerp)
        if verraadt_vangnet(self.zaak, stuk, vorm, tekst):
            self._meld(
                "PRV-03", stuk, melding=f"Het sjabloon `{vorm.naam}` noemt welke vangnetregeling geldt."
            )
            return self._weiger(stuk, vorm)
        in_orde = self._controleer_tekst(ontwerp, tekst)
        if concept:
            return self._schrijf(ontwerp, tekst, eerder, sleutel=ontwerp.sleutel if in_orde else "")
        if not in_orde:
            return self._weiger(stuk, vorm)
        return self._stel_vast(ontwerp, tekst, eerder)

    def ligt(self, stuk: Stuk, vorm: Stukvorm, status: Status) -> Gemaakt | None:
        """What was made of this version of a document under a status."""
        return self._nu.get(_plek(stuk, vorm)._replace(status=status.value))

    def pdf_van(self, gemaakt: Gemaakt) -> bytes | None:
        """The PDF as it was made, from the first reader's folder that still has it; None where nobody has.

        Of a signed file that a run did not get to write: the one before it, with the signatures that are there already.
        """
        gevonden: dict[str, bytes] = {}
        goed: list[str] = []
        for pad, naam in self.paden(gemaakt):
            if naam.endswith(".pdf"):
                goed.append(gemaakt.bestanden[naam])
                inhoud = self.uitvoer.lees(pad)
                gevonden |= {} if inhoud is None else {afdruk(inhoud): inhoud}
        if gemaakt.is_getekend:
            goed += self.staat.vorige
        return next((gevonden[een] for een in goed if een in gevonden), None)

    def neem_getekend(
        self, stuk: Stuk, vorm: Stukvorm, pdf: bytes, handtekeningen: tuple[Mapping[str, str], ...]
    ) -> Stukresultaat:
        """Plan to lay a signed file beside the definitive one, in each reader's folder that has it.

        Refused (UIT-01) where something of somebody else's lies in its place.
        """
        vast = self.ligt(stuk, vorm, Status.DEFINITIEF)
        if vast is None:
            raise ValueError("no definitive file to sign")
        eerder = self.ligt(stuk, vorm, Status.ONDERTEKEND)
        (naam,) = (naam for naam in vast.bestanden if naam.endswith(".pdf"))
        getekend = f"{naam.removesuffix('.pdf')}-{Status.ONDERTEKEND.value}.pdf"
        gemaakt = replace(
            vast,
            status=Status.ONDERTEKEND.value,
            sleutel="",
            bestanden={getekend: afdruk(pdf)},
            gekeurd={getekend: self.werkplaats.keurder.gekeurd[".pdf"]},
            handtekeningen=handtekeningen,
        )
        vreemd = [pad for pad, naam in self.paden(gemaakt) if self._van_een_ander(pad, naam, gemaakt, eerder)]
        if vreemd:
            self._meld_vreemd(gemaakt, vreemd)
            return self._weiger(stuk, vorm)
        self.schrijven |= {pad: pdf for pad, _ in self.paden(gemaakt)}
        self._nu[gemaakt.plek] = gemaakt
        return self._uitkomst(gemaakt, Uitkomst.GEMAAKT)

    def ligt_nog(self) -> set[str]:
        """Fingerprints of files in the output that are not what this plan makes of them."""
        paden = [
            (pad, gemaakt.bestanden[naam]) for gemaakt in self.gemaakt for pad, naam in self.paden(gemaakt)
        ]
        return {ligt for pad, bedoeld in paden if (ligt := self.uitvoer.afdruk(pad)) and ligt != bedoeld}

    def zonder_vorm(self, stuk: Stuk) -> None:
        self._meld("STA-02", stuk)

    def ruim_op(self, *, alles: bool) -> None:
        """Remove drafts that were replaced or (`alles`) whose document left the case; name what stays."""
        huidig = {
            (vorm.naam, stuk.volgnummer): _plek(stuk, vorm)
            for stuk in self.stukken
            for vorm in self.werkplaats.vormen_van(self.zaak, stuk)
        }
        for plek, gemaakt in list(self._nu.items()):
            nu = huidig.get((gemaakt.stuk, gemaakt.volgnr))
            vervangen = nu is not None and nu != plek and nu in self._nu and nu not in self._geweigerd
            # A kind that no template folder has now may come back with the folder.
            verlaten = alles and nu is None and gemaakt.stuk in self.werkplaats.vormen
            if gemaakt.is_concept and (vervangen or verlaten):
                self._verwijder(gemaakt)
                self.vervallen.append(self._nu.pop(plek))
            elif verlaten and not gemaakt.is_concept:
                self._meld_pad("UIT-05", next(pad for pad, _ in self.paden(gemaakt)))

    def _stel_vast(self, ontwerp: Ontwerp, tekst: Tekst, eerder: Gemaakt | None) -> Stukresultaat:
        """A fixed text stays as it is; what its own file changed under the same version is refused.

        What changed elsewhere in the case is named and left to a human. Where only our templates changed,
        the text that was fixed stays the text, silently.
        """
        vast = eerder or self._zelfde_versie(ontwerp)
        is_definitief = status_van(ontwerp.vorm, ontwerp.stuk) is Status.DEFINITIEF
        zelfde_tekening = eerder and eerder.herkomst.get("tekening") == ontwerp.herkomst.tekening
        # A signature in the file itself says more than what was written down about it.
        is_getekend = eerder is not None and eerder.is_getekend
        bewaard = eerder if is_definitief or zelfde_tekening or is_getekend else None
        if vast is None or vast.inhoud == tekst.inhoud:
            if bewaard:
                return self._behoud(bewaard, ontwerp, tekst)
            return self._schrijf(ontwerp, tekst, eerder, sleutel=ontwerp.sleutel)
        if vast.herkomst.get("eigen") != ontwerp.herkomst.eigen:
            self._meld("VER-01", ontwerp.stuk, "versie")
            return self._weiger(ontwerp.stuk, ontwerp.vorm)
        if bewaard is None:
            self._meld("VER-04", ontwerp.stuk, "status")
            return self._weiger(ontwerp.stuk, ontwerp.vorm)
        if vast.herkomst.get("rest") != ontwerp.herkomst.rest:
            self._meld("VER-03", ontwerp.stuk)
            return self._behoud(bewaard, None, None)
        return self._behoud(replace(bewaard, sleutel=ontwerp.sleutel), None, None)

    def _behoud(self, eerder: Gemaakt, ontwerp: Ontwerp | None, tekst: Tekst | None) -> Stukresultaat:
        """Leave the files as they are; a lost copy comes back from another reader's folder, byte for byte.

        With `ontwerp` and `tekst` the text is still the same, and can be made again where no copy is left: not with
        a signature in it.
        """
        if ontwerp is not None:
            eerder = replace(eerder, herkomst=asdict(ontwerp.herkomst), sleutel=ontwerp.sleutel)
        if eerder.is_getekend:
            tekst = None
        vreemd, over, kwijt = self._toestand(eerder)
        if not vreemd and kwijt.keys() - over.keys() and ontwerp is not None and tekst is not None:
            stam_ = len(stam(ontwerp.vorm, ontwerp.stuk))
            nieuw = self.werkplaats.schrijf(ontwerp, tekst)
            if not self._keur(ontwerp, nieuw):
                return self._weiger(ontwerp.stuk, ontwerp.vorm)
            opnieuw = kwijt.keys() - over.keys()
            over |= {naam: nieuw[naam[stam_:]] for naam in opnieuw}
            eerder = replace(
                eerder,
                bestanden={naam: afdruk(inhoud) for naam, inhoud in over.items()},
                gekeurd={**eerder.gekeurd, **{naam: ontwerp.gekeurd[naam[stam_:]] for naam in opnieuw}},
            )
        self._meld_vreemd(eerder, vreemd)
        for naam in kwijt.keys() - over.keys():
            self._meld_pad("UIT-02", kwijt[naam][0])
        if vreemd or kwijt.keys() - over.keys():
            self._geweigerd.add(eerder.plek)
            return Stukresultaat(eerder.naam, Uitkomst.GEWEIGERD)
        self.schrijven |= {pad: over[naam] for naam, paden in kwijt.items() for pad in paden}
        self._nu[eerder.plek] = eerder
        return self._uitkomst(eerder, Uitkomst.GEMAAKT if kwijt else Uitkomst.ONGEWIJZIGD)

    def _toestand(self, gemaakt: Gemaakt) -> tuple[list[Path], dict[str, bytes], dict[str, list[Path]]]:
        """Of a document's files: those that somebody changed, the bytes that are left, the copies that are gone."""
        vreemd: list[Path] = []
        over: dict[str, bytes] = {}
        kwijt: dict[str, list[Path]] = {}
        for pad, naam in self.paden(gemaakt):
            inhoud = self.uitvoer.lees(pad)
            if inhoud is None:
                kwijt.setdefault(naam, []).append(pad)
            elif afdruk(inhoud) == gemaakt.bestanden[naam]:
                over[naam] = inhoud
            elif afdruk(inhoud) in self.staat.vorige:
                kwijt.setdefault(naam, []).append(pad)
            else:
                vreemd.append(pad)
        return vreemd, over, kwijt

    def _schrijf(
        self, ontwerp: Ontwerp, tekst: Tekst, eerder: Gemaakt | None, *, sleutel: str
    ) -> Stukresultaat:
        stuk, vorm = ontwerp.stuk, ontwerp.vorm
        basis = stam(vorm, stuk)
        geschreven = self.werkplaats.schrijf(ontwerp, tekst)
        bytes_van = {f"{basis}{eind}": inhoud for eind, inhoud in geschreven.items()}
        gemaakt = Gemaakt(
            stuk=vorm.naam,
            volgnr=stuk.volgnummer,
            titel=vorm.titel,
            versie=stuk.gegevens.versie,
            status=status_van(vorm, stuk).value,
            inhoud=tekst.inhoud,
            herkomst=asdict(ontwerp.herkomst),
            sleutel=sleutel,
            doelgroepen=_doelgroepen(ontwerp),
            bestanden={naam: afdruk(inhoud) for naam, inhoud in bytes_van.items()},
            versies=self.werkplaats.versies,
            rechtswaarden=tuple(regel.model_dump(mode="json") for regel in ontwerp.rechtswaarden),
            gekeurd={f"{basis}{eind}": door for eind, door in ontwerp.gekeurd.items()},
        )
        vreemd = [pad for pad, naam in self.paden(gemaakt) if self._van_een_ander(pad, naam, gemaakt, eerder)]
        if vreemd:
            self._meld_vreemd(gemaakt, vreemd)
            return self._weiger(stuk, vorm)
        if not self._keur(ontwerp, geschreven):
            return self._weiger(stuk, vorm)
        self.schrijven |= {pad: bytes_van[naam] for pad, naam in self.paden(gemaakt)}
        self._nu[gemaakt.plek] = gemaakt
        return self._uitkomst(gemaakt, Uitkomst.GEMAAKT)

    def _keur(self, ontwerp: Ontwerp, bestanden: Mapping[str, bytes]) -> bool:
        """Whether the files of a fixed text may exist; a draft is not judged, and says so by saying nothing."""
        if not ontwerp.gekeurd:
            return True
        stuk = ontwerp.stuk
        families = ontwerp.huisstijl.families
        oordelen = self.werkplaats.keurder.keur(bestanden, ontwerp.vorm.lezers, self.uitvoer.eigen, families)
        plaats = self.bron.plaats(stuk.bestand, stuk.pad)
        self.erbij += [oordeel.finding(plaats, pad_tekst(stuk.pad)) for oordeel in oordelen]
        return not oordelen

    def _van_een_ander(self, pad: Path, naam: str, gemaakt: Gemaakt, eerder: Gemaakt | None) -> bool:
        """A file lies there that we did not write, or that was changed since."""
        eigen = {None, gemaakt.bestanden[naam], *self.staat.vorige}
        if eerder:
            eigen.add(eerder.bestanden.get(naam))
        return self.uitvoer.afdruk(pad) not in eigen

    def _verwijder(self, gemaakt: Gemaakt) -> None:
        for pad, naam in self.paden(gemaakt):
            ligt = self.uitvoer.afdruk(pad)
            if ligt in {gemaakt.bestanden[naam], *self.staat.vorige}:
                self.verwijderen.append(pad)
            elif ligt is not None:
                self._meld_pad("UIT-04", pad)

    def _zelfde_versie(self, ontwerp: Ontwerp) -> Gemaakt | None:
        """The fixed text of this version under its other status: definitive beside signed."""
        plek = _plek(ontwerp.stuk, ontwerp.vorm)
        andere = (plek._replace(status=status.value) for status in (Status.DEFINITIEF, Status.ONDERTEKEND))
        return next((self._nu[ander] for ander in andere if ander in self._nu), None)

    def _ongeschonden(self, gemaakt: Gemaakt) -> bool:
        return all(self.uitvoer.afdruk(pad) == gemaakt.bestanden[naam] for pad, naam in self.paden(gemaakt))

    def _uitkomst(self, gemaakt: Gemaakt, uitkomst: Uitkomst) -> Stukresultaat:
        return Stukresultaat(gemaakt.naam, uitkomst, tuple(pad for pad, _ in self.paden(gemaakt)))

    def _weiger(self, stuk: Stuk, vorm: Stukvorm) -> Stukresultaat:
        self._geweigerd.add(_plek(stuk, vorm))
        return Stukresultaat(naam_van(vorm, stuk), Uitkomst.GEWEIGERD)

    def paden(self, gemaakt: Gemaakt) -> Iterator[tuple[Path, str]]:
        for doelgroep in gemaakt.doelgroepen:
            for naam in gemaakt.bestanden:
                yield self.uitvoer.wortel / self.zaak.kenmerk / self.onder / doelgroep / naam, naam

    def _meld(self, code: str, stuk: Stuk, *pad: str, melding: str = "") -> None:
        heel = (*stuk.pad, *pad)
        plaats = self.bron.plaats(stuk.bestand, heel)
        self.erbij.append(CATALOGUS[code].finding(plaats, melding, pad=pad_tekst(heel)))

    def _meld_pad(self, code: str, pad: Path) -> None:
        self.erbij.append(CATALOGUS[code].finding(Plaats(str(pad))))

    def _meld_vreemd(self, gemaakt: Gemaakt, vreemd: Iterable[Path]) -> None:
        """UIT-01; and PRV-08 where employer and employee now read something else of the bedrijfsarts."""
        gelijk = is_terugkoppeling(self.werkplaats.vormen.get(gemaakt.stuk))
        for pad in vreemd:
            self._meld_pad("UIT-01", pad)
            exemplaren = (ander for ander, naam in self.paden(gemaakt) if naam == pad.name)
            if gelijk and len({self.uitvoer.afdruk(ander) for ander in exemplaren} - {None}) > 1:
                self._meld_pad("PRV-08", pad)

    def _controleer_tekst(self, ontwerp: Ontwerp, tekst: Tekst) -> bool:
        """Whether its letters and its words will do. What was found at a field of the case is not told again."""
        bezwaren = tuple(tekstbezwaren(ontwerp, tekst))
        bekend = any(finding.code == "LET-01" for finding in self.findings)
        plaats = self.bron.plaats(ontwerp.stuk.bestand, ontwerp.stuk.pad)
        for soort, melding in bezwaren:
            if not (bekend and soort.code == "LET-01"):
                self.erbij.append(soort.finding(plaats, melding, pad=pad_tekst(ontwerp.stuk.pad)))
        return not bezwaren

    def heeft_fout(self, stuk: Stuk) -> bool:
        """Whether a fout keeps this document from being made."""
        eigen = self.bron.plaats(stuk.bestand, ()).bestand
        over = (f for f in self.findings if f.is_fout and f.stopt)
        return any(
            f.plaats.bestand == self.zaakbestand
            or (f.plaats.bestand == eigen and raakt(f.pad, stuk, self.stukken))
            for f in over
        )


def _plek(stuk: Stuk, vorm: Stukvorm) -> Plek:
    return Plek(vorm.naam, stuk.volgnummer, stuk.gegevens.versie, status_van(vorm, stuk).value)


def _doelgroepen(ontwerp: Ontwerp) -> tuple[str, ...]:
    """Whose folders get it. UWV never receives a draft."""
    concept = ontwerp.stuk.gegevens.status is Status.CONCEPT
    return tuple(lezer.value for lezer in ontwerp.vorm.voor if not (concept and lezer is Doelgroep.UWV))
