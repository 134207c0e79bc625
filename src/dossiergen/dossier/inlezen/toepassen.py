"""A proposal becomes the case: the changed fields in its files, and everything else as it was."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

from dossiergen.dossier.herschrijf import herschreven_bestand
from dossiergen.dossier.inlezen.voorstel import Voorstel
from dossiergen.dossier.wijzigen import BOM, Toepassing, gelezen_bestanden, met_bom, vervang_bestanden
from dossiergen.finding import CATALOGUS, Finding, Plaats, op_plaats
from dossiergen.sjablonen import Sjablonen
from dossiergen.zaak.mappen import toonbaar

__all__ = ["pas_toe"]


def pas_toe(voorstel: Voorstel, sjablonen: Sjablonen, peildatum: dt.date) -> Toepassing:
    """Write the changed fields into the files of the case. Raises BestandFout where the disk does not let us."""
    map_ = voorstel.map
    if map_ is None or not voorstel.kan or not voorstel.wijzigingen:
        return Toepassing()
    oud = gelezen_bestanden(map_, voorstel.bestanden)
    nieuw, bezwaren = _nieuwe_bestanden(voorstel, map_, oud)
    if bezwaren:
        return Toepassing(findings=op_plaats(bezwaren))
    bestanden = {bestand: (oud[bestand], nieuw[bestand]) for bestand in nieuw}
    return vervang_bestanden(map_, bestanden, sjablonen, peildatum, CATALOGUS["INL-16"])


def _nieuwe_bestanden(
    voorstel: Voorstel, map_: Path, oud: Mapping[str, bytes]
) -> tuple[dict[str, bytes], list[Finding]]:
    """The files as they would be, or why one of them cannot be."""
    nieuw: dict[str, bytes] = {}
    bezwaren: list[Finding] = []
    for bestand, ruw in oud.items():
        eigen = [een for een in voorstel.wijzigingen if een.bestand == bestand]
        if ruw.removeprefix(BOM) != voorstel.teksten[bestand].encode():
            bezwaren.append(CATALOGUS["INL-14"].finding(Plaats(toonbaar(map_ / bestand))))
            continue
        waarden = {een.pad: een.nieuw for een in eigen}
        tekst = herschreven_bestand(voorstel.teksten[bestand], waarden, voorstel.modellen[bestand], bestand)
        if tekst is None:
            bezwaren.append(CATALOGUS["INL-15"].finding(eigen[0].plaats))
        else:
            nieuw[bestand] = met_bom(tekst, ruw)
    return nieuw, bezwaren
