"""Rows of a report for the sample cases, without making their documents."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from dossiergen.cli.zaken import zaakmappen
from dossiergen.dossier.controle import controleer_zaak
from dossiergen.dossier.mappen import laad
from dossiergen.dossier.rapport import Rapportregel
from dossiergen.dossier.rapport.vanzaak import regel_van_verslag, regel_van_zaak
from dossiergen.dossier.resultaat import Zaakresultaat
from dossiergen.dossier.riv import Verslagresultaat
from dossiergen.overzicht import maak_overzicht
from dossiergen.sjablonen import Sjablonen
from dossierhulp import CASES

PEILDATUM = dt.date(2026, 6, 1)
SJABLONEN = Sjablonen.standaard()


def regels(map_: Path = CASES) -> Iterator[Rapportregel]:
    """After `batch`."""
    for geladen, _ in laad(zaakmappen([map_])):
        resultaat = Zaakresultaat(geladen.naam, (), controleer_zaak(geladen, PEILDATUM, sjablonen=SJABLONEN))
        yield regel_van_zaak(geladen, resultaat, PEILDATUM, SJABLONEN)


def verslagregels(map_: Path = CASES) -> Iterator[Rapportregel]:
    """After `batch --riv`, in which no verslag was made."""
    for geladen, _ in laad(zaakmappen([map_])):
        findings = controleer_zaak(geladen, PEILDATUM, sjablonen=SJABLONEN)
        resultaat = Verslagresultaat(geladen.naam, findings)
        if geladen.zaak:
            overzicht = maak_overzicht(geladen.zaak, PEILDATUM)
            resultaat = Verslagresultaat(
                geladen.naam, findings, overzicht.gebreken, niet_nodig=overzicht.niet_nodig
            )
        yield regel_van_verslag(geladen, resultaat, PEILDATUM, SJABLONEN)
