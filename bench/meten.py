"""Measures the budget table of docs/prestaties.md, each figure beside its alternative in one run.

Usage: .venv/bin/python bench/meten.py [ROUNDS]
Absolute times depend on the machine; the ratios are what counts.
"""

import datetime as dt
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from xml.etree import ElementTree as ET

import weasyprint  # noqa: TID251  the alternative that we are measured against
import yaml
from weasyprint.text.fonts import FontConfiguration  # noqa: TID251

from dossiergen.dossier.controle import controleer_zaak
from dossiergen.finding import met_fout
from dossiergen.huisstijl import laad
from dossiergen.render.boom import lees
from dossiergen.render.docx import DocxSchrijver
from dossiergen.render.eigenschappen import Eigenschappen
from dossiergen.render.letters import BESTANDEN
from dossiergen.render.pdf import PdfSchrijver
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
    for adres, bestand in BESTANDEN.items():
        regels = regels.replace(f"asset:{adres}", bestand.as_uri())
    css = weasyprint.CSS(string=regels, font_config=letters)
    html = ET.tostring(pagina(boom, eigenschappen, stijl), encoding="unicode", method="html")

    def kaal() -> None:
        weasyprint.HTML(string=html).write_pdf(stylesheets=[css], font_config=letters, pdf_variant="pdf/a-3a")

    ons, hun, verhouding = om_en_om(lambda: pdf.schrijf(boom, eigenschappen), kaal, rondes)
    yield f"PDF {naam}: {ons:.1f} ms, bare WeasyPrint {hun:.1f} ms, ratio {verhouding:.2f} (budget 1.10)"
    word, _, aandeel = om_en_om(lambda: docx.schrijf(boom, eigenschappen), kaal, rondes)
    yield f"DOCX {naam}: {word:.1f} ms (budget 15 for one page), {aandeel:.2f} of bare WeasyPrint"


def volle_zaak(map_: Path) -> None:
    """A case of 104 weeks, made from a sample case: two analyses, a plan, fifteen evaluations, the end."""
    shutil.copytree(CASES / "2026-0012", map_)
    stukken = map_ / "stukken"
    analyse = (stukken / "probleemanalyse.yaml").read_text("utf-8")
    bijstelling = analyse + "aanleiding: Nieuw consult.\nverschil: De opbouw gaat sneller.\n"
    (stukken / "bijstelling-probleemanalyse-01.yaml").write_text(bijstelling, "utf-8")
    plan = (stukken / "plan-van-aanpak.yaml").read_text("utf-8")
    kop, rest = plan.split("probleemanalyse:")[0], plan[plan.index("einddoel:") : plan.index("tussendoelen:")]
    delen = plan[plan.index("activiteiten:") : plan.index("evaluatie:")]
    terugblik = "terugblik:\n" + "".join(
        f"  - {{afspraak: Afspraak {nummer} uit het plan, resultaat: nagekomen}}\n" for nummer in range(1, 6)
    )
    evaluatie = f"{kop}gesprek_op: 2026-04-09\n{terugblik}{rest}{delen}"
    for nummer in range(1, 16):
        (stukken / f"bijstelling-plan-van-aanpak-{nummer:02}.yaml").write_text(evaluatie, "utf-8")
    (stukken / "eerstejaarsevaluatie.yaml").write_text(evaluatie, "utf-8")


def laden_en_regels(rondes: int) -> str:
    """A whole case from disk to findings, against PyYAML alone reading the same files."""
    organisaties = laad_organisaties(CASES / "organisaties.yaml")
    with tempfile.TemporaryDirectory() as tijdelijk:
        map_ = Path(tijdelijk) / "2026-0012"
        volle_zaak(map_)
        paden = list(map_.rglob("*.yaml"))

        def ons() -> None:
            if met_fout(controleer_zaak(laad_zaak(map_, organisaties), PEILDATUM)):
                raise SystemExit("The case of the benchmark has fouten.")

        def alleen_yaml() -> None:
            for pad in paden:
                yaml.load(pad.read_text("utf-8"), Loader=yaml.CSafeLoader)  # noqa: TID251  the alternative

        een, ander, verhouding = om_en_om(ons, alleen_yaml, rondes)
        kb = sum(pad.stat().st_size for pad in paden) / 1000
    return (
        f"load + rules, {len(paden)} files, {kb:.0f} kB: {een:.1f} ms (budget 15), "
        f"PyYAML's C loader alone {ander:.1f} ms, ratio {verhouding:.1f}"
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
    for regel in koud(max(5, rondes // 3)):
        print(regel)


if __name__ == "__main__":
    main()
