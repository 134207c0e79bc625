"""One case: make, keep or refuse each of its documents, then carry the plan out as a whole."""

import datetime as dt
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from dossiergen.dossier.archief import laat_vallen
from dossiergen.dossier.bestandsnaam import naam_van
from dossiergen.dossier.controle import controleer_zaak
from dossiergen.dossier.maker import Maker
from dossiergen.dossier.manifest import MANIFEST, manifest
from dossiergen.dossier.resultaat import Stukresultaat, Zaakresultaat
from dossiergen.dossier.staat import Staat, lees_staat
from dossiergen.dossier.uitvoer import Uitvoer
from dossiergen.dossier.vertrouwelijk import ONDER, controleer_deel
from dossiergen.dossier.werkplaats import Werkplaats
from dossiergen.finding import CATALOGUS, Finding, op_plaats
from dossiergen.stukken import Stukvorm
from dossiergen.zaak import Doelgroep, GeladenZaak, Stuk, Zaak, laad_bedrijfsartsdeel

__all__ = ["Geopend", "Keuze", "maak_zaak", "open_zaak", "persoon_van", "voer_uit", "voluit"]


@dataclass(frozen=True, slots=True)
class Keuze:
    """What to make: all that the case is ready for, or the named documents only; definitive or refused."""

    stukken: frozenset[str] = frozenset()
    definitief: bool = False

    def kiest(self, stuk: Stuk, vorm: Stukvorm) -> bool:
        namen = {stuk.soort, stuk.naam, vorm.naam, naam_van(vorm, stuk)}
        return not self.stukken or not namen.isdisjoint(map(voluit, self.stukken))


def voluit(naam: str) -> str:
    """`so-afwijzing` is how the field shortens `second-opinion-afwijzing`."""
    return f"second-opinion-{naam.removeprefix('so-')}" if naam.startswith("so-") else naam


@dataclass(frozen=True, slots=True)
class Geopend:
    """A case with what was made of it before, ready to make more.

    `delen`: the open part, and the bedrijfsarts' own where there is one; none where the case cannot be read.
    `findings`: all that is known of the case as it is; what a part adds while it makes, is in the part.
    """

    delen: tuple[Maker, ...]
    findings: tuple[Finding, ...]


def maak_zaak(
    geladen: GeladenZaak, keuze: Keuze, werkplaats: Werkplaats, uitvoer: Uitvoer, peildatum: dt.date
) -> Zaakresultaat:
    """All chosen documents of a case, those of the bedrijfsarts' own side in a folder apart.

    A file that cannot be read stops the case; a rule that is broken stops the document it is about.
    """
    geopend = open_zaak(geladen, werkplaats, uitvoer, peildatum)
    naam = geladen.zaak.kenmerk if geladen.zaak else geladen.naam
    resultaten = tuple(een for deel in geopend.delen for een in _maak(deel, keuze))
    erbij = (finding for deel in geopend.delen for finding in deel.erbij)
    return Zaakresultaat(naam, resultaten, op_plaats((*geopend.findings, *erbij)))


def open_zaak(geladen: GeladenZaak, werkplaats: Werkplaats, uitvoer: Uitvoer, peildatum: dt.date) -> Geopend:
    """The makers of a case. Without any where its files, or what lies in the output, do not let us."""
    findings = controleer_zaak(
        geladen, peildatum, sjablonen=werkplaats.sjablonen, huisstijl=werkplaats.huisstijl
    )
    zaak = geladen.zaak
    zonder_stijl = werkplaats.huisstijl is None and any(finding.code == "REF-04" for finding in findings)
    if zaak is None or zonder_stijl:
        return Geopend((), findings)
    eerder = lees_staat(*_plek(uitvoer, zaak.kenmerk, ""))
    if eerder.persoon not in {"", persoon_van(zaak)}:
        plaats = geladen.plaats("zaak.yaml", ("werknemer", "geboortedatum"))
        vreemd = CATALOGUS["UIT-03"].finding(plaats, pad="werknemer.geboortedatum")
        return Geopend((), (*findings, vreemd))
    zaakbestand = geladen.plaats("zaak.yaml", ()).bestand
    open_deel = Maker(
        geladen, zaak, zaak.stukken, werkplaats, uitvoer, eerder, findings, peildatum, zaakbestand
    )
    deel = laad_bedrijfsartsdeel(geladen.map, geladen.gedeeld)
    van_bedrijfsarts = controleer_deel(deel, geladen, peildatum, werkplaats.sjablonen)
    if deel.deel is None:
        return Geopend((open_deel,), (*findings, *van_bedrijfsarts))
    # A fout in zaak.yaml stops these documents as well.
    van_de_zaak = (finding for finding in findings if finding.plaats.bestand == zaakbestand)
    eigen_deel = Maker(
        deel, zaak, deel.deel.stukken, werkplaats, uitvoer,
        lees_staat(*_plek(uitvoer, zaak.kenmerk, ONDER)), (*van_bedrijfsarts, *van_de_zaak), peildatum,
        zaakbestand, ONDER,
    )  # fmt: skip
    return Geopend((open_deel, eigen_deel), (*findings, *van_bedrijfsarts))


def _plek(uitvoer: Uitvoer, kenmerk: str, onder: str) -> tuple[Path, str, Path]:
    """Where a part of a case keeps what it made: the state, whose it is, and the readers' folders."""
    return uitvoer.eigen / onder / f"{kenmerk}.json", kenmerk, uitvoer.wortel / kenmerk / onder


def _maak(maker: Maker, keuze: Keuze) -> tuple[Stukresultaat, ...]:
    """Make, keep or refuse each chosen document, then carry the plan out as a whole."""
    resultaten: list[Stukresultaat] = []
    for stuk in maker.stukken:
        vormen = maker.werkplaats.vormen_van(maker.zaak, stuk)
        if not vormen and not keuze.stukken:
            maker.zonder_vorm(stuk)
        resultaten += [
            maker.maak(stuk, vorm, definitief=keuze.definitief) for vorm in vormen if keuze.kiest(stuk, vorm)
        ]
    maker.ruim_op(alles=not keuze.stukken)
    voer_uit(maker)
    return tuple(resultaten)


def voer_uit(maker: Maker) -> None:
    """Write what was planned.

    The state goes first, with what is being replaced, so that a run that is cut off anywhere is finished by
    the next one and nothing of ours is taken for somebody else's.
    """
    uitvoer, zaak = maker.uitvoer, maker.zaak
    pad, _, map_ = _plek(uitvoer, zaak.kenmerk, maker.onder)
    findings = tuple(_kaal(finding) for finding in op_plaats(maker.findings))
    staat = Staat(zaak.kenmerk, persoon_van(zaak), maker.gemaakt, findings=findings)
    geraakt = (*maker.schrijven, *maker.verwijderen)
    manifesten = dict(_manifesten(staat, maker, map_))
    # Before anything of a folder changes: its archive would hand over what lies there no more.
    anders = (pad for pad, inhoud in manifesten.items() if uitvoer.lees(pad) != inhoud)
    for lezersmap in sorted({pad.parent for pad in (*geraakt, *anders)}):
        laat_vallen(uitvoer, lezersmap)
    vorige = {*maker.staat.vorige, *filter(None, map(uitvoer.afdruk, geraakt))}
    if geraakt:
        onderweg = replace(staat, stukken=(*staat.stukken, *maker.vervallen), vorige=tuple(sorted(vorige)))
        uitvoer.schrijf(pad, onderweg.als_json())
    for bestand, inhoud in maker.schrijven.items():
        uitvoer.schrijf(bestand, inhoud)
    for bestand in maker.verwijderen:
        uitvoer.verwijder(bestand)
    for bestand, inhoud in manifesten.items():
        uitvoer.schrijf(bestand, inhoud)
    if vorige:
        # Of what an earlier run was replacing, some may still lie there: this run made other documents.
        staat = replace(staat, vorige=tuple(sorted(vorige & maker.ligt_nog())))
    uitvoer.schrijf(pad, staat.als_json())


def persoon_van(zaak: Zaak) -> str:
    """Whose case it is: two people never share a folder, whatever the kenmerk says."""
    return hashlib.sha256(f"{zaak.kenmerk} {zaak.gegevens.werknemer.geboortedatum}".encode()).hexdigest()


def _kaal(finding: Finding) -> Mapping[str, str | int]:
    """A finding without what only the terminal may show, and without the folder where the case lay."""
    return {
        "code": finding.code,
        "ernst": finding.ernst.value,
        "bestand": Path(finding.plaats.bestand).name,
        "regel": finding.plaats.regel,
        "pad": finding.pad,
        "melding": finding.melding,
    }


def _manifesten(staat: Staat, maker: Maker, map_: Path) -> Iterator[tuple[Path, bytes]]:
    for doelgroep in Doelgroep:
        pad = map_ / doelgroep.value / MANIFEST
        stukken = [stuk for stuk in staat.stukken if doelgroep.value in stuk.doelgroepen]
        if stukken or pad.exists():
            yield pad, manifest(staat, doelgroep.value, stukken, maker.werkplaats.versies)
