"""Measures the budget table of docs/prestaties.md, each figure beside its alternative in one run.

Usage: .venv/bin/python bench/meten.py [ROUNDS]
Absolute times depend on the machine; the ratios are what counts.
"""

import datetime as dt
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from xml.etree import ElementTree as ET

import volle_zaak
import weasyprint  # noqa: TID251  the alternative that we are measured against
import yaml
from weasyprint.text.fonts import FontConfiguration  # noqa: TID251

from dossiergen.dossier.status import status_van
from dossiergen.finding import met_fout
from dossiergen.huisstijl import laad
from dossiergen.medisch import vind
from dossiergen.regels.teksten import teksten_van
from dossiergen.render.boom import lees
from dossiergen.render.docx import DocxSchrijver
from dossiergen.render.eigenschappen import Eigenschappen
from dossiergen.render.pdf import PdfSchrijver
from dossiergen.render.pdf.middelen import middelen
from dossiergen.render.pdf.opmaak import pagina, stijlblad
from dossiergen.sjablonen import Sjablonen
from dossiergen.zaak import laad_organisaties, laad_zaak

WORTEL = Path(__file__).parents[1]
CASES = WORTEL / "cases"
VOORBEELDEN = WORTEL / "tests" / "render" / "voorbeelden"
PEILDATUM = dt.date(2026, 6, 1)


def om_en_om(
    een: Callable[[], object], ander: Callable[[], object], rondes: int
) -> tuple[float, float, float]:
    """Medians in ms of both, and of the ratio pair by pair, taken in turn so that drift hits both alike."""
    een()
    ander()
    tijden: list[tuple[float, float]] = []
    for _ in range(rondes):
        begin = time.perf_counter()
        een()
        midden = time.perf_counter()
        ander()
        tijden.append(((midden - begin) * 1000, (time.perf_counter() - midden) * 1000))
    ons, hun = zip(*tijden, strict=True)
    return statistics.median(ons), statistics.median(hun), statistics.median(a / b for a, b in tijden)


def pdf_en_docx(naam: str, rondes: int) -> Iterator[str]:
    """Our PDF (3a + ua1) against bare WeasyPrint (3a) on the same HTML and CSS; our DOCX beside it."""
    stijl = laad("standaard", Sjablonen.standaard())
    eigenschappen = Eigenschappen("Voorbeeld", "Arbo Zuid", PEILDATUM)
    boom = lees((VOORBEELDEN / f"{naam}.html").read_text("utf-8"), naam)
    pdf, docx = PdfSchrijver(stijl), DocxSchrijver(stijl)
    letters = FontConfiguration()
    regels = stijlblad(stijl)
    for adres, bestand in middelen(stijl).items():
        if isinstance(bestand, Path):
            regels = regels.replace(f"asset:{adres}", bestand.as_uri())
    css = weasyprint.CSS(string=regels, font_config=letters)
    html = ET.tostring(pagina(boom, eigenschappen, stijl), encoding="unicode", method="html")

    def kaal() -> None:
        weasyprint.HTML(string=html).write_pdf(stylesheets=[css], font_config=letters, pdf_variant="pdf/a-3a")

    ons, hun, verhouding = om_en_om(lambda: pdf.schrijf(boom, eigenschappen), kaal, rondes)
    yield f"PDF {naam}: {ons:.1f} ms, bare WeasyPrint {hun:.1f} ms, ratio {verhouding:.2f} (budget 1.10)"
    word, _, aandeel = om_en_om(lambda: docx.schrijf(boom, eigenschappen), kaal, rondes)
    yield f"DOCX {naam}: {word:.1f} ms (budget 15 for one page), {aandeel:.2f} of bare WeasyPrint"


def laden_en_regels(rondes: int) -> str:
    """A whole case from disk to findings and calendar, against PyYAML alone reading the same files."""
    with tempfile.TemporaryDirectory() as tijdelijk:
        map_ = volle_zaak.maak(Path(tijdelijk))
        organisaties = laad_organisaties(map_.parent / "organisaties.yaml")
        sjablonen = Sjablonen.standaard()
        paden = list(map_.rglob("*.yaml"))

        def ons() -> None:
            status = status_van(laad_zaak(map_, organisaties), organisaties, volle_zaak.PEILDATUM, sjablonen)
            if met_fout(status.findings) or status.kalender is None:
                raise SystemExit(f"The case of the benchmark has fouten: {status.findings}")

        def alleen_yaml() -> None:
            for pad in paden:
                yaml.load(pad.read_text("utf-8"), Loader=yaml.CSafeLoader)  # noqa: TID251  the alternative

        een, ander, verhouding = om_en_om(ons, alleen_yaml, rondes)
        kb = sum(pad.stat().st_size for pad in paden) / 1000
    return (
        f"load + rules + calendar, {len(paden)} files, {kb:.0f} kB: {een:.1f} ms (budget 15), "
        f"PyYAML's C loader alone {ander:.1f} ms, ratio {verhouding:.1f}"
    )


def medische_woorden(rondes: int) -> str:
    """All free text of the longest example read for medical words, against only splitting it into words."""
    gegevens = laad_zaak(CASES / "2024-0148", laad_organisaties(CASES / "organisaties.yaml")).zaak
    if gegevens is None:
        raise SystemExit("The example of the benchmark cannot be read.")
    modellen = (gegevens.gegevens, *(stuk.gegevens for stuk in gegevens.stukken))
    teksten = [tekst for model in modellen for _, tekst in teksten_van(model).elk()]

    def ons() -> None:
        for tekst in teksten:
            vind(tekst)

    def alleen_splitsen() -> None:
        for tekst in teksten:
            tekst.lower().split()

    een, ander, _ = om_en_om(ons, alleen_splitsen, rondes)
    return (
        f"medical words in {len(teksten)} texts: {een:.1f} ms (budget 2), only splitting them {ander:.2f} ms"
    )


def duizend(rondes: int) -> str:
    """A thousand full cases in one process and in two: all of `check`, from start to last line."""
    with tempfile.TemporaryDirectory() as tijdelijk:
        map_ = Path(tijdelijk)
        for nummer in range(1000):
            volle_zaak.maak(map_, f"2025-{nummer:04}")
        opdracht = [
            "-m",
            "dossiergen",
            "check",
            tijdelijk,
            "--peildatum",
            str(volle_zaak.PEILDATUM),
            "--jobs",
        ]
        twee, een, verhouding = om_en_om(
            partial(_draai, [*opdracht, "2"]), partial(_draai, [*opdracht, "1"]), rondes
        )
    return (
        f"check of 1,000 full cases, 2 jobs: {twee / 1000:.1f} s (budget 10), 1 job {een / 1000:.1f} s, "
        f"ratio {verhouding:.2f}"
    )


def koud(rondes: int) -> Iterator[str]:
    """Whole processes: check, and batch over cases that did not change; against Python that does nothing."""
    check = ["-m", "dossiergen", "check", str(CASES / "2026-0012"), "--peildatum", str(PEILDATUM)]
    with tempfile.TemporaryDirectory() as uit:
        batch = ["-m", "dossiergen", "batch", str(CASES), "--output", uit, "--peildatum", str(PEILDATUM)]
        for naam, opdracht, budget in (
            ("check", check, "budget 350"),
            ("batch, unchanged", batch, "no budget yet"),
        ):
            ons, hun, _ = om_en_om(partial(_draai, opdracht), partial(_draai, ["-c", ""]), rondes)
            yield f"{naam}, cold process: {ons:.0f} ms ({budget}), empty Python {hun:.0f} ms"


def _draai(opdracht: list[str]) -> None:
    subprocess.run([sys.executable, *opdracht], check=True, capture_output=True)


def main() -> None:
    rondes = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    for naam in ("verklaring", "plan-kort"):
        for regel in pdf_en_docx(naam, rondes):
            print(regel)
    print(laden_en_regels(rondes * 2))
    print(medische_woorden(rondes * 2))
    for regel in koud(max(5, rondes // 3)):
        print(regel)
    print(duizend(max(1, rondes // 5)))


if __name__ == "__main__":
    main()
