"""docxtpl as an engine for Word, and LibreOffice that makes PDFs of its files."""

import importlib
import io
import resource
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx  # noqa: TID251  makes the template of the alternative that we are measured against
from docx.shared import Mm, Pt  # noqa: TID251  as above
from papieren import Papier

__all__ = ["Docxtpl", "Omzetting", "zet_om"]


class _Sjabloon:
    """Writes a template with a field for each text, as an author in Word would, and keeps what goes into them."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.waarden: dict[str, object] = {}
        self.document = docx.Document()
        deel = self.document.sections[0]
        deel.page_width, deel.page_height = Mm(210), Mm(297)
        deel.top_margin, deel.bottom_margin, deel.left_margin, deel.right_margin = (
            Mm(27),
            Mm(25),
            Mm(25),
            Mm(20),
        )
        letter = self.document.styles["Normal"].font
        letter.name, letter.size = "Source Sans Pro", Pt(10)
        deel.header.paragraphs[0].text = self._veld(data["afzender"])
        deel.footer.paragraphs[0].text = self._veld(data["voet"])
        self._blokken(data["blokken"])

    def _veld(self, waarde: object) -> str:
        naam = f"veld{len(self.waarden)}"
        self.waarden[naam] = waarde
        return f"{{{{ {naam} }}}}"

    def _blokken(self, blokken: Sequence[dict[str, Any]]) -> None:
        for blok in blokken:
            if "blokken" in blok:
                self._blokken(blok["blokken"])
            elif blok["soort"] == "tabel":
                self._tabel(blok)
            elif "punten" in blok:
                for punt in blok["punten"]:
                    teken = "\u2612" if punt["gekozen"] else "\u2610"
                    self.document.add_paragraph(f"{self._veld(teken)} {self._veld(punt['tekst'])}")
            elif blok["soort"] in {"h1", "h2", "h3", "betreft"}:
                diepte = 1 if blok["soort"] == "betreft" else int(blok["soort"][1])
                self.document.add_heading(self._veld(blok["tekst"]), diepte)
            else:
                self.document.add_paragraph(self._veld(blok["tekst"]))

    def _tabel(self, blok: dict[str, Any]) -> None:
        """A row that is repeated, between two that say so."""
        breedte = len(blok["rijen"][0])
        tabel = self.document.add_table(0, breedte, style="Table Grid")
        if blok["kop"]:
            for cel, tekst in zip(tabel.add_row().cells, blok["kop"], strict=True):
                cel.text = self._veld(tekst)
        naam = f"rijen{len(self.waarden)}"
        self.waarden[naam] = blok["rijen"]
        tabel.add_row().cells[0].text = f"{{%tr for rij in {naam} %}}"
        for plaats, cel in enumerate(tabel.add_row().cells):
            cel.text = f"{{{{ rij[{plaats}] }}}}"
        tabel.add_row().cells[0].text = "{%tr endfor %}"
        self.document.add_paragraph()

    def bestand(self) -> bytes:
        uit = io.BytesIO()
        self.document.save(uit)
        return uit.getvalue()


class Docxtpl:
    """One template for a kind of document. Raises ImportError where docxtpl is not installed."""

    def __init__(self, papier: Papier) -> None:
        self._docxtpl = importlib.import_module("docxtpl")
        self._sjabloon = _Sjabloon(papier.als_data()).bestand()

    def werk(self, papier: Papier) -> Callable[[], bytes]:
        """Fill it in; a template object of docxtpl serves once, so it is opened each time."""
        waarden = _Sjabloon(papier.als_data()).waarden

        def doe() -> bytes:
            document = self._docxtpl.DocxTemplate(io.BytesIO(self._sjabloon))
            document.render(waarden, autoescape=True)
            uit = io.BytesIO()
            document.save(uit)
            return uit.getvalue()

        return doe


@dataclass(frozen=True, slots=True)
class Omzetting:
    """What LibreOffice took for a pile, in seconds; CPU of all its processes."""

    wandtijd: float
    cpu: float
    pdfs: tuple[bytes, ...]


def zet_om(bestanden: Sequence[bytes]) -> Omzetting:
    """All files in one call, with a profile that exists already. Raises ImportError where LibreOffice is absent."""
    soffice = shutil.which("soffice")
    if soffice is None:
        raise ImportError("soffice")
    with tempfile.TemporaryDirectory() as tijdelijk:
        map_ = Path(tijdelijk)
        namen = [*_leg_neer(bestanden, map_)]
        opdracht = [soffice, f"-env:UserInstallation={(map_ / 'profiel').as_uri()}", "--headless"]
        subprocess.run([*opdracht, "--terminate_after_init"], check=True, capture_output=True)
        voor, begin = _kinderen(), time.perf_counter()
        subprocess.run(
            [*opdracht, "--convert-to", "pdf", "--outdir", tijdelijk, *namen], check=True, capture_output=True
        )
        tijd, cpu = time.perf_counter() - begin, _kinderen() - voor
        pdfs = tuple(Path(naam).with_suffix(".pdf").read_bytes() for naam in namen)
    return Omzetting(tijd, cpu, pdfs)


def _leg_neer(bestanden: Sequence[bytes], map_: Path) -> Iterator[str]:
    for nummer, inhoud in enumerate(bestanden):
        pad = map_ / f"papier-{nummer:02}.docx"
        pad.write_bytes(inhoud)
        yield str(pad)


def _kinderen() -> float:
    gebruik = resource.getrusage(resource.RUSAGE_CHILDREN)
    return gebruik.ru_utime + gebruik.ru_stime
