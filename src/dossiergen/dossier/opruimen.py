"""Output past its retention term: which parts of which cases, and taking them away (besluit 0028).

Only what an earlier run wrote and nobody changed since is removed. A run that is cut off anywhere is finished by the
next one: the state, which names the files, goes last.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from dossiergen.dossier.archief import OVERDRACHT
from dossiergen.dossier.batch.plaatsen import vergeet
from dossiergen.dossier.eigenbestanden import Blijver, Vondst, bekijk, ruim_lege_mappen
from dossiergen.dossier.maken import persoon_van
from dossiergen.dossier.staat import Staat, lees_staat
from dossiergen.dossier.uitvoer import Uitvoer
from dossiergen.dossier.vertrouwelijk import ONDER, dagen_van
from dossiergen.errors import BestandFout
from dossiergen.recht import recht
from dossiergen.termijnen import Bewaartermijn, bewaartermijn, bewaartermijn_medisch, kalender
from dossiergen.zaak import GeladenZaak, Zaak, laad_bedrijfsartsdeel

__all__ = ["Opruimdeel", "Opruimstand", "kenmerken_in", "opruimplan", "ruim_op"]

_DELEN = ("", ONDER)
_GEEN_ZAAK = "van deze zaak is geen map gevonden bij de zaken"
_ZONDER_STAAT = "er liggen alleen archieven, en van wie die zijn is niet meer bekend"
_ONLEESBAAR = "de zaak kan niet worden gelezen"
_ANDER = "de uitvoer is van iemand anders dan de zaak met dit kenmerk"
_GEEN_EINDE = "uit de zaak blijkt nog niet vanaf welke dag de termijn loopt"
_GEEN_DEEL = "er is geen bedrijfsarts.yaml, of er staat niets in dat een datum heeft"


class Opruimstand(StrEnum):
    """Whether the retention term of a part is over."""

    VOORBIJ = "voorbij"
    LOOPT = "loopt"
    ONBEKEND = "onbekend"


@dataclass(frozen=True, slots=True)
class Opruimdeel:
    """The open part of a case in the output, or the confidential one (`onder`).

    `reden`: why the term is not known. `bestanden`: those to be removed, with their sizes.
    """

    kenmerk: str
    onder: str
    stand: Opruimstand
    termijn: Bewaartermijn | None = None
    reden: str = ""
    bestanden: Mapping[Path, int] = field(default_factory=dict)
    blijft: tuple[Blijver, ...] = ()
    heeft_werk: bool = False
    """Whether there is anything to remove, the state of an earlier run included."""

    @property
    def omvang(self) -> int:
        return sum(self.bestanden.values())


def kenmerken_in(uitvoer: Uitvoer) -> tuple[str, ...]:
    """The cases of which an earlier run left something: a state, a reader's folder, or an archive."""
    staten = {pad.stem for onder in _DELEN for pad in (uitvoer.eigen / onder).glob("*.json")}
    manifesten = {
        pad.relative_to(uitvoer.wortel).parts[0]
        for diepte in ("*/*/manifest.json", f"*/{ONDER}/*/manifest.json")
        for pad in uitvoer.wortel.glob(diepte)
    }
    delen = (pad / onder for pad in uitvoer.wortel.glob("*") for onder in _DELEN)
    archieven = {
        deel.relative_to(uitvoer.wortel).parts[0] for deel in delen if _heeft_archieven(uitvoer, deel)
    }
    return tuple(sorted(staten | manifesten | archieven))


def opruimplan(
    uitvoer: Uitvoer, kenmerk: str, geladen: GeladenZaak | None, peildatum: dt.date
) -> tuple[Opruimdeel, ...]:
    """What there is of one case, part by part. `geladen`: None where there is no such case."""
    return tuple(_delen(uitvoer, kenmerk, geladen, peildatum))


def ruim_op(uitvoer: Uitvoer, deel: Opruimdeel) -> Opruimdeel:
    """Remove what was shown, as far as it is still so; returns what was removed and what stays."""
    staat, pad = _staat(uitvoer, deel.kenmerk, deel.onder), _staatpad(uitvoer, deel.kenmerk, deel.onder)
    nu = bekijk(uitvoer, staat, deel.onder)
    weg = {bestand: omvang for bestand, omvang in nu.eigen.items() if bestand in deel.bestanden}
    for bestand in weg:
        uitvoer.verwijder(bestand)
    if weg:
        vergeet(uitvoer)
    _zonder_lege_mappen(uitvoer, deel)
    if nu.over:
        uitvoer.schrijf(pad, Staat(staat.kenmerk, staat.persoon, nu.over, staat.vorige).als_json())
    else:
        uitvoer.verwijder(pad)
    return replace(deel, bestanden=weg, blijft=nu.blijft)


def _delen(
    uitvoer: Uitvoer, kenmerk: str, geladen: GeladenZaak | None, peildatum: dt.date
) -> Iterator[Opruimdeel]:
    for onder in _DELEN:
        map_, pad = uitvoer.wortel / kenmerk / onder, _staatpad(uitvoer, kenmerk, onder)
        if not (pad.exists() or any(map_.glob("*/manifest.json"))):
            if _heeft_archieven(uitvoer, map_):
                yield Opruimdeel(kenmerk, onder, Opruimstand.ONBEKEND, reden=_ZONDER_STAAT)
            continue
        try:
            yield _deel(uitvoer, kenmerk, onder, geladen, peildatum)
        except BestandFout as fout:
            yield Opruimdeel(kenmerk, onder, Opruimstand.ONBEKEND, reden=fout.melding.rstrip("."))


def _deel(
    uitvoer: Uitvoer, kenmerk: str, onder: str, geladen: GeladenZaak | None, peildatum: dt.date
) -> Opruimdeel:
    """Raises BestandFout where our own files are damaged: then nobody knows what is ours."""
    staat = _staat(uitvoer, kenmerk, onder)
    termijn, reden = _termijn(staat, onder, geladen, peildatum)
    if termijn is None:
        return Opruimdeel(kenmerk, onder, Opruimstand.ONBEKEND, reden=reden)
    if not termijn.is_voorbij(peildatum):
        return Opruimdeel(kenmerk, onder, Opruimstand.LOOPT, termijn)
    vondst = bekijk(uitvoer, staat, onder)
    return Opruimdeel(
        kenmerk,
        onder,
        Opruimstand.VOORBIJ,
        termijn,
        bestanden=vondst.eigen,
        blijft=vondst.blijft,
        heeft_werk=_heeft_werk(vondst, staat, _staatpad(uitvoer, kenmerk, onder)),
    )


def _heeft_werk(vondst: Vondst, staat: Staat, pad: Path) -> bool:
    verouderd = not vondst.over or vondst.over != staat.stukken
    return bool(vondst.eigen) or (verouderd and pad.exists())


def _termijn(
    staat: Staat, onder: str, geladen: GeladenZaak | None, peildatum: dt.date
) -> tuple[Bewaartermijn | None, str]:
    """The term, or why there is none."""
    if geladen is None:
        return None, _GEEN_ZAAK
    zaak = geladen.zaak
    if zaak is None:
        return None, _ONLEESBAAR
    if staat.persoon not in {"", persoon_van(zaak)}:
        return None, _ANDER
    if onder:
        deel = laad_bedrijfsartsdeel(geladen.map, geladen.gedeeld).deel
        return bewaartermijn_medisch(dagen_van(deel) if deel else (), recht()), _GEEN_DEEL
    return _termijn_open(zaak, peildatum), _GEEN_EINDE


def _termijn_open(zaak: Zaak, peildatum: dt.date) -> Bewaartermijn | None:
    return bewaartermijn(zaak, kalender(zaak, peildatum)[0], recht())


def _heeft_archieven(uitvoer: Uitvoer, deel: Path) -> bool:
    kenmerk = deel.relative_to(uitvoer.wortel).parts[0]
    return any((deel / OVERDRACHT).glob(f"{kenmerk}-*.zip"))


def _staatpad(uitvoer: Uitvoer, kenmerk: str, onder: str) -> Path:
    return uitvoer.eigen / onder / f"{kenmerk}.json"


def _staat(uitvoer: Uitvoer, kenmerk: str, onder: str) -> Staat:
    pad = _staatpad(uitvoer, kenmerk, onder)
    if pad.is_symlink() or pad.parent.is_symlink():
        raise BestandFout(f"{pad} is een koppeling naar elders.", "Haal de koppeling weg.")
    staat = lees_staat(pad, kenmerk, uitvoer.wortel / kenmerk / onder)
    if staat.kenmerk != kenmerk:
        raise BestandFout(f"{pad} is beschadigd.", "Verwijder dat bestand; bestaande stukken blijven staan.")
    return staat


def _zonder_lege_mappen(uitvoer: Uitvoer, deel: Opruimdeel) -> None:
    """Of this part; the folder of the case itself goes with the last of both."""
    map_ = uitvoer.wortel / deel.kenmerk
    ruim_lege_mappen(map_ / deel.onder if deel.onder else map_)
    if deel.onder and not map_.is_symlink() and map_.is_dir() and not any(map_.iterdir()):
        map_.rmdir()
