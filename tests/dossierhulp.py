"""Small steps that the tests of a case's output share."""

import atexit
import hashlib
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from dossiergen.dossier.resultaat import Uitkomst, Zaakresultaat
from dossiergen.dossier.uitvoer import Uitvoer
from dossiergen.dossier.werkplaats import Werkplaats
from dossiergen.sjablonen import Sjablonen
from dossiergen.zaak import GeladenZaak, laad_organisaties, laad_zaak

Maak = Callable[..., Zaakresultaat]

PLAN = "stukken/plan-van-aanpak.yaml"
CASES = Path(__file__).parents[1] / "cases"
KLEINE_ZAKEN = ("2025-0231", "2026-0007", "2026-0012")


def kopieer_kleine_zaken(map_: Path) -> Path:
    """Three cases with few documents, and the organisations beside them: making all cases takes half a minute."""
    map_.mkdir()
    shutil.copy(CASES / "organisaties.yaml", map_)
    for kenmerk in KLEINE_ZAKEN:
        shutil.copytree(CASES / kenmerk, map_ / kenmerk)
    return map_


def bestanden(uit: Path) -> dict[str, str]:
    """Every file that may be handed over, with its fingerprint."""
    return {
        pad.relative_to(uit).as_posix(): hashlib.sha256(pad.read_bytes()).hexdigest()
        for pad in sorted(uit.rglob("*"))
        if pad.is_file() and ".dossiergen" not in pad.parts
    }


def tijdelijke_map() -> Path:
    """A folder that goes when the process ends, for what its tests share."""
    map_ = Path(tempfile.mkdtemp(prefix="dossiergen-test-"))
    atexit.register(shutil.rmtree, map_, ignore_errors=True)
    return map_


def vervang(pad: Path, oud: str, nieuw: str) -> None:
    tekst = pad.read_text("utf-8")
    assert oud in tekst
    pad.write_text(tekst.replace(oud, nieuw), "utf-8")


@dataclass(frozen=True, slots=True)
class AfgebrokenUitvoer(Uitvoer):
    """Is cut off after a number of writes, as by a kill or a full disk."""

    over: list[None] = field(default_factory=list)

    def schrijf(self, pad: Path, inhoud: bytes) -> bool:
        if not self.over:
            raise KeyboardInterrupt
        self.over.pop()
        return Uitvoer.schrijf(self, pad, inhoud)


def ander_formulier(tmp_path: Path) -> Werkplaats:
    """A workshop in which every form has another sentence."""
    eigen = tmp_path / "sjablonen" / "delen"
    eigen.mkdir(parents=True)
    formulier = Sjablonen.standaard().bestand("delen/formulier.html").read_text("utf-8")
    assert "Grond: " in formulier
    (eigen / "formulier.html").write_text(formulier.replace("Grond: ", "Wettelijke grond: "), "utf-8")
    return Werkplaats(Sjablonen.standaard(tmp_path / "sjablonen"))


def uitkomsten(resultaat: Zaakresultaat) -> dict[str, Uitkomst]:
    return {stuk.stuk: stuk.uitkomst for stuk in resultaat.stukken}


def fouten(resultaat: Zaakresultaat) -> list[str]:
    return [finding.code for finding in resultaat.findings if finding.is_fout]


def stel_vast(plan: Path) -> None:
    """The draft of the plan gets what it lacked, and is fixed."""
    vervang(plan, "status: concept", "status: definitief\nvisie_werknemer: Ik zie dit ook zo.")


def weiger(plan: Path) -> None:
    """The employee refuses to sign the plan, which is written down."""
    vervang(plan, "status: definitief", "status: ondertekend")
    vervang(
        plan,
        "afschriften:",
        "  werknemer: {geweigerd: {op: 2026-03-02, reden: Ik wil vaste dagen.}}\nafschriften:",
    )


def laad_map(map_: Path) -> GeladenZaak:
    return laad_zaak(map_, laad_organisaties(map_.parent / "organisaties.yaml"))
