"""A small case that has all that its verslag asks, PDFs that others might have made, and what the verslag tests share."""

import datetime as dt
import fcntl
import hashlib
import io
import os
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pikepdf
import pypdfium2

from dossiergen.dossier.riv import Verslagresultaat, maak_verslag
from dossiergen.dossier.uitvoer import Uitvoer
from dossiergen.dossier.werkplaats import Werkplaats
from dossiergen.sjablonen import Sjablonen
from dossierhulp import laad_map, tijdelijke_map, vervang
from gebreken import GOED, KENMERK

__all__ = [
    "CASES",
    "KENMERK",
    "LANG",
    "PEILDATUM",
    "RAPPORT",
    "VERSLAG",
    "Afgebroken",
    "afdrukken",
    "bladzijden",
    "codes",
    "fouten",
    "gemaakt",
    "kleine_zaak",
    "namen",
    "pdf",
    "pdf_tekst",
    "riv",
    "vol_verslag",
    "werkplaats",
]

CASES = Path(__file__).parents[1] / "cases"
PEILDATUM = dt.date(2026, 6, 1)
LANG = os.environ.get("DOSSIERGEN_LANG") == "1"
VERSLAG = "stukken/re-integratieverslag.yaml"
RAPPORT = "bijlagen/rapport.pdf"
"""The annex that the cover names."""
_VOL = "2024-0148"

_VERSLAG = """datum: 2026-03-24
status: definitief
opsteller: b-smit
kopie_aan_werknemer: 2026-03-26
medische_informatie_meegegeven: 2026-03-25
oordeel_werknemer_ontvangen: nee
"""
_BRIEF = "datum: 2026-03-26\nstatus: definitief\nopsteller: b-smit\n"
_BEDRIJFSARTS = f"""kenmerk: {KENMERK}
medische_informatie:
  datum: 2026-03-24
  status: definitief
  opsteller: c-vermaat
  diagnose: Wentelkoorts van de rechterzwier.
  beloop: De zwier wentelt minder dan in januari.
  ondertekening:
    bedrijfsarts: {{getekend_op: 2026-03-24, wijze: met_de_hand}}
"""


@cache
def werkplaats() -> Werkplaats:
    return Werkplaats(Sjablonen.standaard())


def kleine_zaak(map_: Path) -> Path:
    """A short verslag: the contract ends in the twelfth week, with analysis, plan, letter, an annex and the doctor's own file."""
    shutil.copytree(GOED, map_)
    zaak = map_ / KENMERK
    vervang(zaak / "zaak.yaml", "soort: onbepaalde_tijd", "soort: bepaalde_tijd\n  uit_dienst: 2026-03-29")
    uit_dienst = "- van: 2026-01-05\n  ziek_uit_dienst: {herstel_verwacht: ja, verslag: verkort}"
    vervang(zaak / "zaak.yaml", "- van: 2026-01-05", uit_dienst)
    (zaak / VERSLAG).write_text(_VERSLAG)
    (zaak / "stukken/brief-kopie-verslag.yaml").write_text(_BRIEF)
    (zaak / "bedrijfsarts.yaml").write_text(_BEDRIJFSARTS)
    (zaak / "bijlagen").mkdir()
    (zaak / RAPPORT).write_bytes(pdf(["Rapport"]))
    return zaak


@cache
def _klein_gemaakt() -> Path:
    """The small case and its verslag, made once for each process."""
    map_ = tijdelijke_map()
    assert riv(kleine_zaak(map_ / "cases"), map_ / "uit").gelukt
    return map_


@cache
def _klein_concept() -> Path:
    """The same case before the verslag was there: rendered, and a draft of the verslag."""
    map_ = tijdelijke_map()
    shutil.copytree(_klein_gemaakt(), map_, dirs_exist_ok=True)
    for soort in ("riv", "vertrouwelijk/riv"):
        shutil.rmtree(map_ / "uit" / KENMERK / soort)
    zaak = map_ / "cases" / KENMERK
    vervang(zaak / VERSLAG, "status: definitief", "status: concept")
    assert riv(zaak, map_ / "uit", toch=True).is_concept
    return map_


def gemaakt(map_: Path, *, als_concept: bool = False) -> tuple[Path, Path]:
    """A copy of the small case and of what was made of it; with a verslag that is still a draft, that draft."""
    bron = _klein_concept() if als_concept else _klein_gemaakt()
    shutil.copytree(bron / "cases", map_ / "cases")
    shutil.copytree(bron / "uit", map_ / "uit")
    return map_ / "cases" / KENMERK, map_ / "uit"


def vol_verslag(basis: Path) -> Path:
    """The case of 104 weeks and its verslag, made by the first process that asks."""
    gedeeld = basis.parent if "PYTEST_XDIST_WORKER" in os.environ else basis
    map_ = gedeeld / "vol-verslag"
    with (gedeeld / "vol-verslag.slot").open("w") as slot:
        fcntl.flock(slot, fcntl.LOCK_EX)
        if not map_.exists():
            nieuw = gedeeld / "vol-verslag-nieuw"
            shutil.copytree(CASES / _VOL, nieuw / "cases" / _VOL)
            shutil.copy(CASES / "organisaties.yaml", nieuw / "cases")
            assert riv(nieuw / "cases" / _VOL, nieuw / "uit").gelukt
            nieuw.rename(map_)
    return map_


def riv(
    zaak: Path, uit: Path, *, toch: bool = False, met: Werkplaats | None = None, na: int | None = None
) -> Verslagresultaat:
    """The verslag of one case; `na`: cut off after so many steps, which raises KeyboardInterrupt."""
    plek = Uitvoer(uit) if na is None else Afgebroken(uit, [None] * na)
    with plek.open() as uitvoer:
        return maak_verslag(laad_map(zaak), met or werkplaats(), uitvoer, PEILDATUM, toch=toch)


@dataclass(frozen=True, slots=True)
class Afgebroken(Uitvoer):
    """Is cut off after a number of files that were really written or removed, as by a kill."""

    over: list[None] = field(default_factory=list)

    def schrijf(self, pad: Path, inhoud: bytes) -> bool:
        if self.lees(pad) != inhoud:
            self._tel()
        return Uitvoer.schrijf(self, pad, inhoud)

    def verwijder(self, pad: Path) -> None:
        if pad.exists() and pad.parent != self.eigen:
            self._tel()
        Uitvoer.verwijder(self, pad)

    def _tel(self) -> None:
        if not self.over:
            raise KeyboardInterrupt
        self.over.pop()


def pdf(*bladen: Sequence[str], **opslaan: object) -> bytes:
    """A PDF with these lines on its pages."""
    document = pikepdf.new()
    for regels in bladen:
        document.add_blank_page(page_size=(595, 842))
        blad = document.pages[-1]
        letter = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        blad.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=letter))
        tekst = "\n".join(f"BT /F1 12 Tf 72 {760 - 20 * nr} Td ({r}) Tj ET" for nr, r in enumerate(regels))
        blad.obj.Contents = document.make_stream(tekst.encode("ascii"))
    uit = io.BytesIO()
    document.save(uit, deterministic_id="encryption" not in opslaan, **opslaan)  # type: ignore[arg-type]
    return uit.getvalue()


def bladzijden(inhoud: bytes) -> list[str]:
    """The text of each page, without white space."""
    document = pypdfium2.PdfDocument(inhoud)
    try:
        return ["".join(blad.get_textpage().get_text_range().split()) for blad in document]
    finally:
        document.close()


def pdf_tekst(inhoud: bytes) -> str:
    return "".join(bladzijden(inhoud))


def afdrukken(map_: Path) -> dict[str, str]:
    """Every file below a folder with its fingerprint, our own administration included."""
    return {pad.relative_to(map_).as_posix(): _afdruk(pad) for pad in _bestanden(map_)}


def namen(map_: Path) -> set[str]:
    """The names of the files in one folder; empty where there is none."""
    return {pad.name for pad in map_.iterdir()} if map_.is_dir() else set()


def _bestanden(map_: Path) -> Iterator[Path]:
    return (pad for pad in sorted(map_.rglob("*")) if pad.is_file() and pad.name != "slot")


def _afdruk(pad: Path) -> str:
    return hashlib.sha256(pad.read_bytes()).hexdigest()


def codes(resultaat: Verslagresultaat) -> set[str]:
    return {finding.code for finding in resultaat.findings}


def fouten(resultaat: Verslagresultaat) -> list[str]:
    return [finding.code for finding in resultaat.findings if finding.is_fout]
