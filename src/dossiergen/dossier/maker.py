"""Decides per document: make it, keep what lies there, or refuse. Nothing that exists is damaged."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from dossiergen.dossier.bestandsnaam import stam
from dossiergen.dossier.resultaat import Stukresultaat, Uitkomst
from dossiergen.dossier.staat import Gemaakt, Plek, Staat
from dossiergen.dossier.uitvoer import Uitvoer
from dossiergen.dossier.werkplaats import Ontwerp, Tekst, Werkplaats
from dossiergen.finding import CATALOGUS, Finding, Plaats
from dossiergen.render.letters import ontbrekende_tekens
from dossiergen.zaak import Doelgroep, GeladenZaak, Status, Stuk, Zaak

__all__ = ["Maker"]


@dataclass(slots=True)
class Maker:
    """The documents of one case, against what was made before (`staat`)."""

    geladen: GeladenZaak
    zaak: Zaak
    werkplaats: Werkplaats
    uitvoer: Uitvoer
    staat: Staat
    findings: list[Finding]
    _nu: dict[Plek, Gemaakt] = field(init=False)

    def __post_init__(self) -> None:
        self._nu = {gemaakt.plek: gemaakt for gemaakt in self.staat.stukken}

    @property
    def gemaakt(self) -> tuple[Gemaakt, ...]:
        """All that lies in the output now."""
        return tuple(self._nu.values())

    def maak(self, stuk: Stuk, *, definitief: bool) -> Stukresultaat | None:
        """One document; None where no template for it exists yet."""
        if stuk.soort not in self.werkplaats.vormen:
            self._meld("STA-02", stuk)
            return None
        concept = stuk.gegevens.status is Status.CONCEPT
        if concept and definitief:
            self._meld("STA-01", stuk, "status")
        # A draft shows itself to be one; anything else exists only without fout.
        if (definitief or not concept) and self._heeft_fout(stuk):
            return Stukresultaat(stuk.naam, Uitkomst.GEWEIGERD)
        ontwerp = self.werkplaats.ontwerp(self.zaak, stuk)
        eerder = self._nu.get(_plek(stuk))
        if eerder and eerder.sleutel == ontwerp.sleutel and self._ongeschonden(eerder):
            return self._uitkomst(eerder, Uitkomst.ONGEWIJZIGD)
        tekst = self.werkplaats.tekst(ontwerp)
        self._controleer_letters(stuk, tekst)
        if not concept and self._heeft_fout(stuk):
            return Stukresultaat(stuk.naam, Uitkomst.GEWEIGERD)
        if eerder and not concept:
            return self._behoud(eerder, ontwerp, tekst)
        return self._schrijf(ontwerp, tekst, eerder)

    def ruim_concepten_op(self, *, alles: bool) -> None:
        """Remove drafts that were replaced or (`alles`) whose document left the case.

        A draft that somebody edited stays where it is.
        """
        huidig = {(stuk.soort, stuk.volgnummer): _plek(stuk) for stuk in self.zaak.stukken}
        for plek, gemaakt in list(self._nu.items()):
            nu = huidig.get((gemaakt.stuk, gemaakt.volgnr))
            vervangen = nu is not None and nu != plek and nu in self._nu
            if gemaakt.is_concept and (vervangen or (alles and nu is None)):
                for pad, bestand in self._paden(gemaakt):
                    if self.uitvoer.afdruk(pad) == gemaakt.bestanden[bestand]:
                        pad.unlink()
                del self._nu[plek]

    def _behoud(self, eerder: Gemaakt, ontwerp: Ontwerp, tekst: Tekst) -> Stukresultaat:
        """A definitive document stays as it is; what the case changed under the same version is refused.

        Where only our templates changed since, the text that was fixed stays the text.
        """
        zelfde_tekst = eerder.inhoud == tekst.inhoud
        if not self._ongeschonden(eerder) and zelfde_tekst:
            return self._schrijf(ontwerp, tekst, eerder)
        if not zelfde_tekst and (eerder.gegevens != ontwerp.gegevens or not self._ongeschonden(eerder)):
            self._meld("VER-01", ontwerp.stuk, "versie")
            return Stukresultaat(ontwerp.stuk.naam, Uitkomst.GEWEIGERD)
        status = ontwerp.stuk.gegevens.status.value
        bijgewerkt = replace(eerder, sleutel=ontwerp.sleutel, status=status)
        self._nu[eerder.plek] = bijgewerkt
        return self._uitkomst(bijgewerkt, Uitkomst.ONGEWIJZIGD)

    def _schrijf(self, ontwerp: Ontwerp, tekst: Tekst, eerder: Gemaakt | None) -> Stukresultaat:
        stuk, basis = ontwerp.stuk, stam(ontwerp.vorm, ontwerp.stuk)
        bytes_van = {
            f"{basis}{eind}": inhoud for eind, inhoud in self.werkplaats.schrijf(ontwerp, tekst).items()
        }
        gemaakt = Gemaakt(
            stuk=stuk.soort,
            volgnr=stuk.volgnummer,
            titel=ontwerp.vorm.titel,
            versie=stuk.gegevens.versie,
            status=stuk.gegevens.status.value,
            inhoud=tekst.inhoud,
            gegevens=ontwerp.gegevens,
            sleutel=ontwerp.sleutel,
            doelgroepen=_doelgroepen(ontwerp),
            bestanden={naam: hashlib.sha256(inhoud).hexdigest() for naam, inhoud in bytes_van.items()},
            versies=self.werkplaats.versies,
        )
        vreemd = [
            pad for pad, naam in self._paden(gemaakt) if self._van_een_ander(pad, naam, gemaakt, eerder)
        ]
        if vreemd:
            self.findings.extend(CATALOGUS["UIT-01"].finding(Plaats(str(pad))) for pad in vreemd)
            return Stukresultaat(stuk.naam, Uitkomst.GEWEIGERD)
        for pad, naam in self._paden(gemaakt):
            self.uitvoer.schrijf_als_anders(pad, bytes_van[naam])
        self._nu[gemaakt.plek] = gemaakt
        return self._uitkomst(gemaakt, Uitkomst.GEMAAKT)

    def _van_een_ander(self, pad: Path, naam: str, gemaakt: Gemaakt, eerder: Gemaakt | None) -> bool:
        """A file lies there that we did not write, or that was changed since."""
        eigen = {None, gemaakt.bestanden[naam], eerder.bestanden.get(naam) if eerder else None}
        return self.uitvoer.afdruk(pad) not in eigen

    def _ongeschonden(self, gemaakt: Gemaakt) -> bool:
        return all(self.uitvoer.afdruk(pad) == gemaakt.bestanden[naam] for pad, naam in self._paden(gemaakt))

    def _uitkomst(self, gemaakt: Gemaakt, uitkomst: Uitkomst) -> Stukresultaat:
        return Stukresultaat(gemaakt.naam, uitkomst, tuple(pad for pad, _ in self._paden(gemaakt)))

    def _paden(self, gemaakt: Gemaakt) -> Iterator[tuple[Path, str]]:
        for doelgroep in gemaakt.doelgroepen:
            for naam in gemaakt.bestanden:
                yield self.uitvoer.wortel / self.zaak.kenmerk / doelgroep / naam, naam

    def _meld(self, code: str, stuk: Stuk, *pad: str, melding: str = "") -> None:
        plaats = self.geladen.plaats(stuk.bestand, pad)
        self.findings.append(CATALOGUS[code].finding(plaats, melding, pad=".".join(pad)))

    def _heeft_fout(self, stuk: Stuk) -> bool:
        eigen = {self.geladen.plaats(bestand, ()).bestand for bestand in (stuk.bestand, "zaak.yaml")}
        return any(finding.is_fout and finding.plaats.bestand in eigen for finding in self.findings)

    def _controleer_letters(self, stuk: Stuk, tekst: Tekst) -> None:
        """A sign without a letter would be an empty box on paper."""
        if tekens := ontbrekende_tekens(tekst.boom):
            punten = ", ".join(f"U+{teken:04X}" for teken in tekens)
            self._meld(
                "LET-01", stuk, melding=f"De tekst bevat tekens die het lettertype niet heeft: {punten}."
            )


def _plek(stuk: Stuk) -> Plek:
    gegevens = stuk.gegevens
    return Plek(stuk.soort, stuk.volgnummer, gegevens.versie, gegevens.status is Status.CONCEPT)


def _doelgroepen(ontwerp: Ontwerp) -> tuple[str, ...]:
    """Whose folders get it. UWV never receives a draft."""
    concept = ontwerp.stuk.gegevens.status is Status.CONCEPT
    return tuple(lezer.value for lezer in ontwerp.vorm.voor if not (concept and lezer is Doelgroep.UWV))
