"""Documents per second and core: our writers beside other engines that make the same pages, in one run.

Usage: make bench-motoren, or bench/motoren.py [ROUNDS] [--bewaar FOLDER] with the packages of bench/motoren.txt.
CPU time, in turn; absolute times depend on the machine, so quote the ratios. Each turn of each engine has a text of its
own, for an engine may remember what it has set before.
"""

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from statistics import median
from xml.etree import ElementTree as ET

import weasyprint  # noqa: TID251  the alternative that we are measured against
from beurten import Reeks, meet_om_en_om
from papieren import Papier, gedraaid, papieren
from tabel import getal, markdown
from typstmotor import Typst
from weasyprint.text.fonts import FontConfiguration  # noqa: TID251  as above
from wordmotor import Docxtpl, zet_om

from dossiergen.render.docx import DocxSchrijver
from dossiergen.render.pdf import PdfSchrijver
from dossiergen.render.pdf.middelen import middelen
from dossiergen.render.pdf.opmaak import pagina, stijlblad

Werk = Callable[[], object]
Maker = Callable[[Papier], Werk]

PDF, DOCX = "ours, PDF/A-3a + PDF/UA-1", "ours, DOCX"
SAMENSTELLEN = "ours, from case to tree"
WEASYPRINT_A, WEASYPRINT = "bare WeasyPrint, PDF/A-3a", "bare WeasyPrint, plain PDF"
TYPST_A, TYPST = "Typst, PDF/A-3a + PDF/UA-1", "Typst, plain PDF"
DOCXTPL = "docxtpl, DOCX"
STAPEL = 20
# LibreOffice remembers nothing between calls, and each takes seconds.
KEREN = 5
_TERUG = {PDF: PDF, WEASYPRINT_A: PDF, WEASYPRINT: PDF, TYPST_A: PDF, TYPST: PDF, DOCX: DOCX, DOCXTPL: DOCX}


def weasyprint_kaal(papier: Papier) -> Callable[[Papier, str | None], Werk]:
    """What a user of WeasyPrint does who knows it: style sheet and fonts read once, HTML as text."""
    letters = FontConfiguration()
    regels = stijlblad(papier.stijl)
    for adres, bestand in middelen(papier.stijl).items():
        if isinstance(bestand, Path):
            regels = regels.replace(f"asset:{adres}", bestand.as_uri())
    css = weasyprint.CSS(string=regels, font_config=letters)

    def werk(nu: Papier, variant: str | None) -> Werk:
        wortel = pagina(nu.boom, nu.eigenschappen, nu.stijl)
        html = ET.tostring(wortel, encoding="unicode", method="html")
        return lambda: weasyprint.HTML(string=html).write_pdf(
            stylesheets=[css], font_config=letters, pdf_variant=variant
        )

    return werk


def makers(papier: Papier) -> dict[str, Maker]:
    """Every engine that is there, ready to work."""
    pdf, docx, kaal = PdfSchrijver(papier.stijl), DocxSchrijver(papier.stijl), weasyprint_kaal(papier)
    alle: dict[str, Maker] = {
        SAMENSTELLEN: lambda nu: lambda: nu.werkplaats.tekst(nu.ontwerp),
        PDF: lambda nu: lambda: pdf.schrijf(nu.boom, nu.eigenschappen),
        WEASYPRINT_A: lambda nu: kaal(nu, "pdf/a-3a"),
        WEASYPRINT: lambda nu: kaal(nu, None),
        DOCX: lambda nu: lambda: docx.schrijf(nu.boom, nu.eigenschappen),
    }
    if is_er("typst"):
        typst = Typst(papier)
        alle |= {TYPST_A: typst.werk, TYPST: lambda nu: typst.werk(nu, ())}
    if is_er("docxtpl"):
        alle[DOCXTPL] = Docxtpl(papier).werk
    return alle


def is_er(pakket: str) -> bool:
    try:
        version(pakket)
    except PackageNotFoundError:
        return False
    return True


def ontbreekt() -> Iterator[str]:
    """What cannot be measured here, and what to do about it."""
    for pakket in ("typst", "docxtpl"):
        if not is_er(pakket):
            yield f"{pakket} staat hier niet en wordt niet gemeten. Met `make bench-motoren` wel."


def rijen(naam: str, reeksen: Mapping[str, Reeks]) -> Iterator[Sequence[str]]:
    """A row for each engine; its ratio is to ours for the same kind of file."""
    for motor, reeks in reeksen.items():
        ons = reeksen[_TERUG.get(motor, PDF)]
        yield (
            naam,
            motor,
            f"{getal(reeks.minst * 1000)} / {getal(reeks.midden * 1000)}",
            getal(1 / reeks.minst),
            f"{getal(reeks.minst / ons.minst)} / {getal(reeks.midden / ons.midden)}",
        )


def libreoffice(papier: Papier, docxtpl: Reeks, ons: Reeks) -> Iterator[Sequence[str]]:
    """LibreOffice after docxtpl, of one file and of a pile, each some times; against our PDF."""
    motor = Docxtpl(papier)
    for aantal in (1, STAPEL):
        bestanden = [bytes(motor.werk(_anders(papier, keer))()) for keer in range(aantal)]
        omzettingen = [zet_om(bestanden) for _ in range(KEREN)]
        minst = docxtpl.minst + min(een.cpu for een in omzettingen) / aantal
        midden = docxtpl.midden + median(een.cpu for een in omzettingen) / aantal
        wand = min(een.wandtijd for een in omzettingen) / aantal
        yield (
            papier.naam,
            f"docxtpl + LibreOffice, {aantal} in one call (wall {getal(wand * 1000)} ms each)",
            f"{getal(minst * 1000)} / {getal(midden * 1000)}",
            getal(1 / minst),
            f"{getal(minst / ons.minst)} / {getal(midden / ons.midden)}",
        )


def meet(papier: Papier, rondes: int, bewaar: Path | None) -> Iterator[Sequence[str]]:
    motoren = makers(papier)

    def beurt(ronde: int) -> dict[str, Werk]:
        keren = range(ronde * len(motoren), (ronde + 1) * len(motoren))
        return {
            naam: maak(_anders(papier, keer))
            for keer, (naam, maak) in zip(keren, motoren.items(), strict=True)
        }

    reeksen = meet_om_en_om(beurt, rondes)
    if bewaar:
        bewaar_alles(papier, motoren, bewaar)
    yield from rijen(papier.naam, reeksen)
    if DOCXTPL in reeksen:
        try:
            yield from libreoffice(papier, reeksen[DOCXTPL], reeksen[PDF])
        except ImportError:
            print("LibreOffice (soffice) staat hier niet en wordt niet gemeten.", file=sys.stderr)


def _anders(papier: Papier, keer: int) -> Papier:
    return papier.met(replace(papier.boom, artikel=gedraaid(papier.boom.artikel, keer)))


def bewaar_alles(papier: Papier, motoren: Mapping[str, Maker], map_: Path) -> None:
    """The pages themselves, to see that the engines did comparable work."""
    map_.mkdir(parents=True, exist_ok=True)
    for naam, maak in motoren.items():
        inhoud = maak(papier)()
        if isinstance(inhoud, bytes):
            kort = "-".join(naam.replace(",", "").replace("/", "").split())
            einde = "docx" if "DOCX" in naam else "pdf"
            (map_ / f"{papier.naam}--{kort}.{einde}").write_bytes(inhoud)


def main() -> None:
    vragen = argparse.ArgumentParser(description="Vergelijkt onze schrijvers met andere motoren.")
    vragen.add_argument("rondes", nargs="?", type=int, default=15)
    vragen.add_argument("--bewaar", type=Path, help="map voor de gemaakte bestanden")
    keuze = vragen.parse_args()
    for regel in ontbreekt():
        print(regel, file=sys.stderr)
    gemeten = [rij for papier in papieren() for rij in meet(papier, keuze.rondes, keuze.bewaar)]
    kop = (
        "document",
        "engine",
        "CPU ms, least / median",
        "documents/s per core",
        "times ours, least / median",
    )
    print(markdown(kop, gemeten))


if __name__ == "__main__":
    main()
