"""What was made before, per case: `output/.dossiergen/<kenmerk>.json`. Never handed over."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from dossiergen.errors import BestandFout

__all__ = ["Gemaakt", "Plek", "Staat", "lees_staat"]

SCHEMA = 2


class Plek(NamedTuple):
    """What one set of files stands for."""

    stuk: str
    volgnr: int | None
    versie: int
    status: str


@dataclass(frozen=True, slots=True)
class Gemaakt:
    """One document as it was made.

    `inhoud`: fingerprint of its text, signatures open. `herkomst`: fingerprints of what the case gave for it
    (see werkplaats.Herkomst). `sleutel`: of all that its bytes depend on, empty where it must be made again.
    `bestanden`: name to sha256, the same in every reader's folder. `rechtswaarden`: the dated law that it rests on.
    `gekeurd`: by name of the file, what was looked at before it was written, with versions. `handtekeningen`: those in
    the file itself, each with `partij`, `certificaat` (sha256), `op` and `niveau`.
    """

    stuk: str
    volgnr: int | None
    titel: str
    versie: int
    status: str
    inhoud: str
    herkomst: Mapping[str, str]
    sleutel: str
    doelgroepen: tuple[str, ...]
    bestanden: Mapping[str, str]
    versies: Mapping[str, str]
    rechtswaarden: tuple[Mapping[str, str], ...] = ()
    gekeurd: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    handtekeningen: tuple[Mapping[str, str], ...] = ()

    @property
    def is_getekend(self) -> bool:
        """Whether there is a signature in the file itself; nothing makes such a file once more."""
        return bool(self.handtekeningen)

    @property
    def is_concept(self) -> bool:
        return self.status == "concept"

    @property
    def naam(self) -> str:
        return self.stuk if self.volgnr is None else f"{self.stuk}-{self.volgnr:02}"

    @property
    def plek(self) -> Plek:
        return Plek(self.stuk, self.volgnr, self.versie, self.status)


@dataclass(frozen=True, slots=True)
class Staat:
    """Everything that lies in the output of one case.

    `persoon`: fingerprint of whose case it is. `vorige`: fingerprints of files that a run was replacing;
    there are some only where that run did not finish.
    """

    kenmerk: str
    persoon: str = ""
    stukken: tuple[Gemaakt, ...] = ()
    vorige: tuple[str, ...] = ()
    findings: tuple[Mapping[str, Any], ...] = field(default=())

    def als_json(self) -> bytes:
        op_naam = sorted(self.stukken, key=lambda gemaakt: sorted(gemaakt.bestanden))
        data = {"schema": SCHEMA, **asdict(self), "stukken": [asdict(gemaakt) for gemaakt in op_naam]}
        return (json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def lees_staat(pad: Path, kenmerk: str, map_: Path) -> Staat:
    """What was written before; from the readers' manifests in `map_` where the file itself is gone.

    Raises BestandFout for a broken file.
    """
    if not pad.exists():
        return _uit_manifesten(map_, kenmerk)
    with _leest(pad):
        data = json.loads(pad.read_text(encoding="utf-8"))
        if data.pop("schema") != SCHEMA:
            raise BestandFout(
                f"{pad} is gemaakt door een andere versie.", "Kies een nieuwe map voor de uitvoer."
            )
        stukken = tuple(_gemaakt(stuk) for stuk in data.pop("stukken"))
        return Staat(
            data["kenmerk"], data["persoon"], stukken, tuple(data["vorige"]), tuple(data["findings"])
        )


@contextmanager
def _leest(pad: Path) -> Iterator[None]:
    """A file of ours that cannot be read, or was changed by somebody, is an error with a way out."""
    try:
        yield
    except OSError as fout:
        raise BestandFout(f"{pad} kan niet worden gelezen.", "Controleer uw rechten.") from fout
    except (ValueError, KeyError, TypeError, AttributeError) as fout:
        raise BestandFout(
            f"{pad} is beschadigd.", "Verwijder dat bestand; bestaande stukken blijven staan."
        ) from fout


def _uit_manifesten(map_: Path, kenmerk: str) -> Staat:
    """What the readers' manifests still say: enough to protect what was fixed, not what it was made of."""
    per_plek: dict[Plek, Gemaakt] = {}
    persoon = ""
    for pad in sorted(map_.glob("*/manifest.json")):
        with _leest(pad):
            data = json.loads(pad.read_text(encoding="utf-8"))
            persoon = str(data["persoon"])
            for regel in data["stukken"]:
                _voeg_toe(per_plek, regel, pad.parent.name, data["versies"])
    return Staat(kenmerk, persoon, tuple(per_plek.values()))


def _voeg_toe(
    per_plek: dict[Plek, Gemaakt], regel: Mapping[str, Any], doelgroep: str, versies: Mapping[str, str]
) -> None:
    plek = Plek(regel["stuk"], regel["volgnr"], regel["versie"], regel["status"])
    eerder = per_plek.get(plek)
    per_plek[plek] = Gemaakt(
        stuk=plek.stuk,
        volgnr=plek.volgnr,
        titel=regel["titel"],
        versie=plek.versie,
        status=plek.status,
        inhoud=regel["inhoud"],
        herkomst={},
        sleutel="",
        doelgroepen=tuple(dict.fromkeys((*(eerder.doelgroepen if eerder else ()), doelgroep))),
        bestanden={**(eerder.bestanden if eerder else {}), regel["bestand"]: regel["sha256"]},
        versies=regel.get("versies", versies),
        handtekeningen=tuple(regel.get("handtekeningen", ())),
        gekeurd={
            **(eerder.gekeurd if eerder else {}),
            regel["bestand"]: {een["keuring"]: een["versie"] for een in regel.get("gekeurd", ())},
        },
    )


def _gemaakt(data: dict[str, Any]) -> Gemaakt:
    rijen = {veld: tuple(data.get(veld, ())) for veld in ("doelgroepen", "rechtswaarden", "handtekeningen")}
    gemaakt = Gemaakt(**{**data, **rijen})
    teksten = (
        gemaakt.stuk,
        gemaakt.titel,
        gemaakt.status,
        gemaakt.inhoud,
        gemaakt.sleutel,
        *gemaakt.doelgroepen,
    )
    kaarten = (gemaakt.herkomst, gemaakt.bestanden, gemaakt.versies, gemaakt.gekeurd)
    if not all(isinstance(tekst, str) for tekst in teksten) or not all(isinstance(k, dict) for k in kaarten):
        raise TypeError("state")
    return gemaakt
