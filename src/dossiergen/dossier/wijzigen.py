"""New files in the place of old ones: first in a copy that has to pass every check, then all of them or none."""

import datetime as dt
import os
import shutil
import stat
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from dossiergen.dossier.controle import controleer_zaak
from dossiergen.dossier.schijf import lezen_of_schrijven, schrijf_heel
from dossiergen.dossier.vertrouwelijk import controleer_deel
from dossiergen.errors import BestandFout
from dossiergen.finding import Finding, Plaats, Soort, met_fout, op_plaats
from dossiergen.sjablonen import Sjablonen
from dossiergen.zaak import laad_bedrijfsartsdeel, laad_organisaties, laad_zaak
from dossiergen.zaak.bedrijfsartsdeel import BESTAND
from dossiergen.zaak.mappen import inhoud_van, toonbaar
from dossiergen.zaak.yaml import Document

__all__ = ["BOM", "Bestanden", "Toepassing", "gelezen_bestanden", "met_bom", "vervang_bestanden"]

BOM = b"\xef\xbb\xbf"
"""What some editors put before UTF-8; where it stood, it stays."""
Bestanden = Mapping[str, tuple[bytes, bytes]]
"""By their names in the case, each as it was read and as it is to be."""
_STUKKEN = "stukken"


@dataclass(frozen=True, slots=True)
class Toepassing:
    """What was written, or the findings that kept everything as it was."""

    geschreven: tuple[Path, ...] = ()
    findings: tuple[Finding, ...] = ()


def gelezen_bestanden(map_: Path, bestanden: Iterable[str]) -> dict[str, bytes]:
    """The files of a case as they are. Raises BestandFout where one cannot be read."""
    return {bestand: _gelezen(map_ / bestand) for bestand in bestanden}


def met_bom(tekst: str, eerder: bytes) -> bytes:
    return (BOM if eerder.startswith(BOM) else b"") + tekst.encode()


def vervang_bestanden(
    map_: Path, bestanden: Bestanden, sjablonen: Sjablonen, peildatum: dt.date, weigering: Soort
) -> Toepassing:
    """Write new files of a case; not where it would get a fout that it has not yet: then also a finding `weigering`.

    BestandFout where a file is no longer as it was read; then nothing is written either.
    """
    nieuw = {bestand: later for bestand, (_, later) in bestanden.items()}
    with _werkmap(map_) as werkmap:
        findings = _nieuwe_findings(map_, nieuw, werkmap, sjablonen, peildatum)
        if met_fout(findings):
            return Toepassing(findings=(*findings, weigering.finding(Plaats(toonbaar(map_)))))
        return Toepassing(_vervang(map_, bestanden, werkmap), findings)


def _gelezen(pad: Path) -> bytes:
    with lezen_of_schrijven(pad, "worden gelezen"):
        return pad.read_bytes()


@contextmanager
def _werkmap(map_: Path) -> Iterator[Path]:
    """A folder for us alone beside the files, so that a rename is enough; what begins with a dot is no part of a case."""
    with lezen_of_schrijven(map_, "worden beschreven"):
        werkmap = Path(tempfile.mkdtemp(prefix=".wijzigen-", dir=map_.resolve()))
    try:
        yield werkmap
    finally:
        shutil.rmtree(werkmap, ignore_errors=True)


def _nieuwe_findings(
    map_: Path, nieuw: Mapping[str, bytes], werkmap: Path, sjablonen: Sjablonen, peildatum: dt.date
) -> tuple[Finding, ...]:
    """What the checks of form and rules say of the case with the changes, and did not say before."""
    kopie = werkmap / map_.resolve().name
    with lezen_of_schrijven(map_, "worden nagekeken"):
        _kopieer(map_.resolve(), nieuw, kopie)
    organisaties = map_.parent / "organisaties.yaml"
    eerder = {_kern(een, map_) for een in _findings(map_, organisaties, sjablonen, peildatum)}
    documenten = _documenten(map_, organisaties)
    later = []
    for een in _findings(kopie, organisaties, sjablonen, peildatum):
        if _kern(een, kopie) not in eerder:
            bestand = _eigen_naam(een.plaats.bestand, kopie)
            pad = tuple(int(deel) if deel.isdecimal() else deel for deel in een.pad.split(".") if deel)
            document = documenten.get(bestand)
            # The line of the file as it is: the new one is never seen by anybody.
            plaats = document.plaats(pad) if document else Plaats(toonbaar(map_ / bestand))
            later.append(replace(een, plaats=plaats, elders=()))
    return op_plaats(later)


def _documenten(map_: Path, organisaties: Path) -> Mapping[str, Document]:
    """The files of the case as they are, the bedrijfsarts' own among them."""
    gedeeld = laad_organisaties(organisaties)
    eigen = laad_bedrijfsartsdeel(map_, gedeeld).document
    return {**laad_zaak(map_, gedeeld).documenten, **({BESTAND: eigen} if eigen else {})}


def _findings(
    map_: Path, organisaties: Path, sjablonen: Sjablonen, peildatum: dt.date
) -> tuple[Finding, ...]:
    gedeeld = laad_organisaties(organisaties)
    geladen = laad_zaak(map_, gedeeld)
    deel = laad_bedrijfsartsdeel(map_, gedeeld)
    return (
        *controleer_zaak(geladen, peildatum, sjablonen=sjablonen),
        *controleer_deel(deel, geladen, peildatum, sjablonen),
    )


def _kern(finding: Finding, map_: Path) -> tuple[object, ...]:
    """What makes a finding the same one, wherever its line now is."""
    bestand = _eigen_naam(finding.plaats.bestand, map_)
    return finding.code, bestand, finding.pad, finding.melding, finding.ernst, finding.aanvaard


def _eigen_naam(bestand: str, map_: Path) -> str:
    return bestand.removeprefix(toonbaar(map_)).removeprefix("/")


def _kopieer(map_: Path, nieuw: Mapping[str, bytes], kopie: Path) -> None:
    """The case with its new files; all others are links to what there is."""
    (kopie / _STUKKEN).mkdir(parents=True, mode=0o700)
    for bron in (*inhoud_van(map_)[0], *inhoud_van(map_ / _STUKKEN)[0]):
        bestand = bron.relative_to(map_).as_posix()
        doel = kopie / bestand
        if bestand in nieuw:
            doel.touch(mode=0o600)
            doel.write_bytes(nieuw[bestand])
        elif bestand != _STUKKEN:
            doel.symlink_to(bron)


def _vervang(map_: Path, bestanden: Bestanden, werkmap: Path) -> tuple[Path, ...]:
    """Put the new files in the place of the old ones; where one cannot be, those before it are put back."""
    begonnen: list[str] = []
    try:
        for bestand, (eerder, later) in bestanden.items():
            pad = map_ / bestand
            with lezen_of_schrijven(pad, "worden geschreven"):
                if pad.read_bytes() != eerder or not os.access(pad, os.W_OK):
                    raise _niet_meer(pad)  # noqa: TRY301  an error of ours, which the block lets through
                begonnen.append(bestand)
                _zet_neer(pad, later, werkmap)
    except BaseException:
        for bestand in begonnen:
            eerder, _ = bestanden[bestand]
            if (map_ / bestand).read_bytes() != eerder:
                _zet_neer(map_ / bestand, eerder, werkmap)
        raise
    return tuple(map_ / bestand for bestand in bestanden)


def _zet_neer(pad: Path, inhoud: bytes, werkmap: Path) -> None:
    """Whole, where a link leads to, and with the rights that the file had."""
    doel = pad.resolve(strict=True)
    wat = doel.stat()
    schrijf_heel(doel, inhoud, werkmap if werkmap.stat().st_dev == wat.st_dev else doel.parent)
    doel.chmod(stat.S_IMODE(wat.st_mode))


def _niet_meer(pad: Path) -> BestandFout:
    return BestandFout(
        f"{pad} is intussen veranderd, of mag niet worden geschreven.",
        "Er is niets geschreven. Controleer uw rechten, en probeer het opnieuw.",
    )
