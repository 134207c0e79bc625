"""Makes what is to be judged: every document of every sample case, in one house style, with the folders of its verslag."""

import datetime as dt
import json
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from dossiergen.dossier.keuring.bezwaar import AFGEKEURD
from dossiergen.dossier.keuring.conformiteit.proefstuk import Maaksel, Proefstuk
from dossiergen.dossier.keuring.keuren import Keurder, Oordeel
from dossiergen.dossier.maken import Keuze, maak_zaak
from dossiergen.dossier.manifest import MANIFEST
from dossiergen.dossier.mappen import laad
from dossiergen.dossier.riv import VERSLAG, maak_verslag
from dossiergen.dossier.uitvoer import Uitvoer, afdruk
from dossiergen.dossier.werkplaats import Werkplaats
from dossiergen.errors import DossiergenFout
from dossiergen.finding import Finding
from dossiergen.sjablonen import Sjablonen
from dossiergen.zaak import Doelgroep, GeladenZaak

__all__ = ["maak_in_stijl"]

_WERKPLAATSEN: dict[str, Werkplaats] = {}
"""One for each house style that this process works in."""


@dataclass(slots=True)
class _Teller(Keurder):
    """Our own checks alone; which PDFs they looked at."""

    gezien: set[str] = field(init=False, default_factory=set)

    def keur(
        self,
        bestanden: Mapping[str, bytes],
        lezers: frozenset[Doelgroep],
        tussen: Path,
        families: frozenset[str] = frozenset(),
    ) -> tuple[Oordeel, ...]:
        self.gezien.add(afdruk(bestanden[".pdf"]))
        return Keurder.keur(self, bestanden, lezers, tussen, families)


def maak_in_stijl(stijl: str, zaken: tuple[Path, ...], uit: Path, peildatum: dt.date) -> Maaksel:
    """All documents of some cases in an output folder of their own; a verslag also as a draft, where one was begun."""
    begin = time.perf_counter()
    if stijl not in _WERKPLAATSEN:
        _WERKPLAATSEN[stijl] = Werkplaats(Sjablonen.standaard(), stijl, _Teller())
    werkplaats = _WERKPLAATSEN[stijl]
    teller = werkplaats.keurder
    eerder = teller.gezien.copy() if isinstance(teller, _Teller) else set[str]()
    geweigerd: list[tuple[str, str]] = []
    with Uitvoer(uit).open() as uitvoer:
        for geladen, _ in laad(zaken):
            wie = f"{stijl}, zaak {geladen.naam}"
            geweigerd += _gemaakt(wie, geladen, werkplaats, uitvoer, peildatum)
    stukken, niet_van_ons = _gevonden(stijl, uit)
    gekeurd = frozenset(teller.gezien - eerder if isinstance(teller, _Teller) else ())
    return Maaksel(stukken, gekeurd, tuple(geweigerd), niet_van_ons, time.perf_counter() - begin)


def _gemaakt(
    wie: str, geladen: GeladenZaak, werkplaats: Werkplaats, uitvoer: Uitvoer, peildatum: dt.date
) -> Iterator[tuple[str, str]]:
    """Make a case; what our own checks refuse, and what went wrong on the way, is a failure."""
    try:
        gemaakt = maak_zaak(geladen, Keuze(), werkplaats, uitvoer, peildatum)
        begonnen = geladen.zaak and any(stuk.soort == VERSLAG for stuk in geladen.zaak.stukken)
        verslag = maak_verslag(geladen, werkplaats, uitvoer, peildatum, toch=bool(begonnen))
    except DossiergenFout as fout:
        yield wie, fout.melding
        return
    yield from _afgekeurd(wie, (*gemaakt.findings, *verslag.findings))


def _afgekeurd(wie: str, findings: Iterable[Finding]) -> Iterator[tuple[str, str]]:
    regels = {
        (f"{wie}, {Path(finding.plaats.bestand).stem}", f"{finding.code} {finding.melding}")
        for finding in findings
        if finding.code in AFGEKEURD
    }
    yield from sorted(regels)


def _gevonden(stijl: str, uit: Path) -> tuple[tuple[Proefstuk, ...], int]:
    """Every file of ours once, whoever gets it; and how many there are of others, or copies that claim nothing."""
    gezien: dict[str, Proefstuk] = {}
    niet_van_ons = 0
    for pad in sorted((*uit.rglob("*.pdf"), *uit.rglob("*.docx"))):
        if _herkomst(pad) != "gemaakt":
            niet_van_ons += 1
            continue
        zaak = pad.relative_to(uit).parts[0]
        merk = afdruk(pad.read_bytes())
        naam = pad.relative_to(uit / zaak).as_posix()
        gezien.setdefault(merk, Proefstuk(stijl, zaak, naam, merk, pad))
    return tuple(gezien.values()), niet_van_ons


def _herkomst(pad: Path) -> str:
    """What the manifest of a verslag says of a file; outside those folders we made everything."""
    manifest = pad.parent / MANIFEST
    regels = json.loads(manifest.read_bytes()).get("bestanden", ()) if manifest.is_file() else ()
    herkomst = {regel["bestand"]: regel["herkomst"] for regel in regels}
    return str(herkomst.get(pad.name, "gemaakt"))
