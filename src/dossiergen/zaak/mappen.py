"""The folders of a case: what lies where, and what lies there by mistake. Reads names, never contents."""

import os
import re
from pathlib import Path

from dossiergen.finding import CATALOGUS, Finding, Plaats
from dossiergen.zaak.herschrijven import lijkt_op
from dossiergen.zaak.zaak import STUKSOORTEN, Stuksoort

__all__ = [
    "ZAAKMAPPEN",
    "bestaat",
    "echt_pad",
    "inhoud_van",
    "is_map",
    "map_ontbreekt",
    "mapnaam",
    "met_buur",
    "soort_van",
    "toonbaar",
    "verdwaald",
]

_STUKNAAM = re.compile(r"(?P<soort>[a-z][a-z0-9-]*?)(?:-(?P<nummer>[0-9]{2}))?\.yaml")
_ZAAKBESTANDEN = ("zaak.yaml", "bedrijfsarts.yaml")
ZAAKMAPPEN = ("stukken", "bijlagen", "bijlagen-bedrijfsarts")


def toonbaar(pad: Path) -> str:
    """A path as text that any terminal and any file can hold."""
    tekst = os.fsencode(pad).decode("utf-8", "replace")
    return "".join(teken if teken.isprintable() else "\N{REPLACEMENT CHARACTER}" for teken in tekst)


def mapnaam(map_: Path) -> str:
    """The name of a folder itself, also where the path is a link or ends in two dots; of a link to nowhere its own."""
    try:
        return map_.resolve(strict=True).name
    except (OSError, RuntimeError):  # a link that leads back to itself
        return map_.name


def echt_pad(pad: Path) -> Path:
    """Where a path leads; itself where that is nowhere."""
    try:
        return pad.resolve()
    except (OSError, RuntimeError):  # a link that leads back to itself
        return pad


def is_map(pad: Path) -> bool:
    try:
        return pad.is_dir()
    except OSError:  # a name that is too long, a folder that may not be entered
        return False


def bestaat(pad: Path) -> bool:
    """Whether there is anything at a path; a link that leads nowhere is not."""
    try:
        return pad.exists()
    except (OSError, RuntimeError):
        return False


def inhoud_van(map_: Path) -> tuple[list[Path], list[Finding]]:
    """What a folder holds, sorted, hidden files left out; nothing where there is no such folder."""
    try:
        return sorted(pad for pad in map_.iterdir() if not pad.name.startswith(".")), []
    except FileNotFoundError:
        return [], []
    except NotADirectoryError:
        melding = "Hier hoort een map te staan, geen bestand."
        oplossing = "Geef het bestand een andere naam en maak een map."
        return [], [CATALOGUS["BST-04"].finding(Plaats(toonbaar(map_)), melding, oplossing=oplossing)]
    except OSError:
        return [], [CATALOGUS["BST-04"].finding(Plaats(toonbaar(map_)), "Deze map kan niet worden gelezen.")]


def map_ontbreekt(map_: Path) -> Finding:
    """Why there is no case at this path, and which folder beside it may be meant."""
    buren = {pad.name.lower(): pad.name for pad in inhoud_van(map_.parent)[0] if is_map(pad)}
    gelijkend = buren.get(lijkt_op(map_.name, buren))
    oplossing = f"Bedoelt u {toonbaar(map_.parent / gelijkend)}?" if gelijkend else ""
    melding = "Dit is geen map." if bestaat(map_) else "Deze map bestaat niet."
    return CATALOGUS["BST-01"].finding(Plaats(toonbaar(map_)), melding, oplossing=oplossing)


def met_buur(findings: list[Finding], pad: Path) -> list[Finding]:
    """Name the file with nearly the right name, where one was not found."""
    if not any(finding.code == "BST-01" for finding in findings):
        return findings
    buren = [buur.name for buur in inhoud_van(pad.parent)[0] if buur.name not in (*_ZAAKBESTANDEN, pad.name)]
    gelijkend = next((buur for buur in buren if lijkt_op(buur, [pad.name], 0.75)), "")
    oplossing = (
        f"Bedoelt u {toonbaar(Path(gelijkend))}? Noem het bestand dan {pad.name}." if gelijkend else ""
    )
    return [
        CATALOGUS["BST-01"].finding(Plaats(toonbaar(pad)), "Dit bestand bestaat niet.", oplossing=oplossing)
    ]


def verdwaald(map_: Path) -> list[Finding]:
    """What lies in a case's folder itself as if it were read, and is not."""
    return [
        CATALOGUS["BST-03"].finding(Plaats(toonbaar(pad)), oplossing=oplossing)
        for pad in inhoud_van(map_)[0]
        if (oplossing := _waarheen(pad))
    ]


def _waarheen(pad: Path) -> str:
    if is_map(pad):
        bedoeld = "" if pad.name in ZAAKMAPPEN else lijkt_op(pad.name, ZAAKMAPPEN, 0.8)
        return f"Noem de map `{bedoeld}`." if bedoeld else ""
    if pad.name in _ZAAKBESTANDEN or pad.suffix.lower() not in {".yaml", ".yml"}:
        return ""
    if bedoeld := lijkt_op(pad.name, _ZAAKBESTANDEN, 0.75):
        # A zaak.yaml that is missing says itself which file may be meant.
        zelf_gemeld = bedoeld == "zaak.yaml" and not pad.with_name(bedoeld).exists()
        return "" if zelf_gemeld else f"Noem het bestand `{bedoeld}`, of haal het weg."
    soort, _, oplossing = soort_van(pad.name)
    if soort:
        return "Zet dit bestand in de map `stukken`."
    return (
        oplossing
        if "Bedoelt" in oplossing
        else "Een zaakmap heeft zelf alleen zaak.yaml. Haal dit bestand weg."
    )


def soort_van(naam: str) -> tuple[Stuksoort | None, int | None, str]:
    """The kind and number that a file name in `stukken` says, or else what to do about the name."""
    delen = _STUKNAAM.fullmatch(naam)
    soort = STUKSOORTEN.get(delen["soort"]) if delen else None
    if delen is None or soort is None:
        bekend = [f"{s.naam}-01.yaml" if s.genummerd else f"{s.naam}.yaml" for s in STUKSOORTEN.values()]
        gelijkend = lijkt_op(
            naam.replace("_", "-").replace(".", "-"), {b.replace(".", "-") for b in bekend}, 0.7
        )
        if gelijkend:
            return None, None, f"Bedoelt u {gelijkend.removesuffix('-yaml')}.yaml?"
        return None, None, f"Mogelijk zijn: {', '.join(bekend)}."
    if soort.genummerd and (delen["nummer"] or "00") == "00":
        return None, None, f"Geef het stuk een volgnummer vanaf 01: {soort.naam}-01.yaml."
    if not soort.genummerd and delen["nummer"]:
        return None, None, f"Van dit stuk is er maar één: {soort.naam}.yaml."
    return soort, int(delen["nummer"]) if delen["nummer"] else None, ""
